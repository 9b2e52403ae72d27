/** Why a change that the page asked for was not made, in both languages; which is said is decided last. */
import type { Message } from "../../diagnostics/diagnostic.js";

export interface RefusalWords {
  readonly problem: Message;
  readonly remedy: Message;
}

export interface RefusedChange {
  readonly refused: RefusalWords;
}

export const refuse = (refused: RefusalWords): RefusedChange => ({ refused });
