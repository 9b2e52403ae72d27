/** A line of a submission that is no text of an item, and why: never dropped in silence (decision-notices.ts). */
import type { FrontKind } from "./front-lines.js";

export interface LeftOut {
  readonly text: string;
  readonly place: number;
  /** `page-frame`: told by the structure of a web page, not by its words */
  readonly why:
    | FrontKind
    | "form"
    | "byline"
    | "section"
    | "letter-text"
    | "collective"
    | "page-frame"
    | "distribution";
}
