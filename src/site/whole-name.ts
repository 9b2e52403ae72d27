/** A short name, of an issue or a heading, that stays on one line: 增刊第1期 is not parted before 期. */
import type { Child } from "../editions/html/element.js";
import { titlePieces } from "../editions/html/title-breaks.js";
import { breakableTitle, phrase } from "../editions/html/title-phrases.js";

/** @returns the name; a long one is broken as titles are */
export const wholeName = (name: string): readonly Child[] =>
  titlePieces(name).length > 1 ? breakableTitle(name) : phrase(name, []);
