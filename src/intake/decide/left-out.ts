/** A line of a submission that is no text of an item, and why: never dropped in silence (decision-notices.ts). */
import type { FrontKind } from "./front-lines.js";

export interface LeftOut {
  readonly text: string;
  readonly place: number;
  readonly why: FrontKind | "form" | "byline" | "section" | "letter-text" | "collective";
}
