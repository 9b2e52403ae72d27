/** Why a change that the page asked for was not made, in both languages; which is said is decided last. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { DetailsState } from "../../preview/protocol.js";

export interface RefusalWords {
  readonly problem: Message;
  readonly remedy: Message;
  /** of the form of the details, the fields that are meant */
  readonly fields?: readonly RefusedField[];
}

export interface RefusedField {
  readonly field: keyof DetailsState;
  readonly problem: Message;
  /** what stands there now, where somebody else has changed it */
  readonly now?: string;
}

export interface RefusedChange {
  readonly refused: RefusalWords;
}

export const refuse = (refused: RefusalWords): RefusedChange => ({ refused });
