/**
 * What stands behind the last words of an item: the list of its attachments (附件说明, GB/T 9704-2012, 7.3.4) and
 * who signs it on which day (落款, 7.3.5). Pictures that close the item come after them, as they come after the attribution.
 */
import { chineseDate, isoDate } from "./calendar-date.js";
import { attributionPlace } from "./furniture.js";
import type { Item } from "./issue.js";
import type { Block } from "./text.js";

/** In front of the attachments' names. */
export const ATTACHMENTS_LABEL = "附件：";

export interface AttachmentLine {
  /** `1．`; empty where there is one attachment alone */
  readonly number: string;
  readonly name: string;
}

export interface SignatureLine {
  readonly text: string;
  /** 2026-03-10 on the line that is the day */
  readonly isoDate: string | undefined;
}

export interface ItemEnd {
  readonly attachments: readonly AttachmentLine[];
  /** those who sign, each on a line of its own, then the day */
  readonly signature: readonly SignatureLine[];
}

/** @returns undefined where the item ends with its text */
export function itemEnd({ attachments = [], signed }: Item): ItemEnd | undefined {
  if (attachments.length === 0 && signed === undefined) return undefined;
  const isAlone = attachments.length === 1;
  return {
    attachments: attachments.map(({ value }, index) => ({
      number: isAlone ? "" : `${index + 1}．`,
      name: value,
    })),
    signature: [
      ...(signed?.by ?? []).map(({ value }) => ({ text: value, isoDate: undefined })),
      ...(signed?.date === undefined
        ? []
        : [{ text: chineseDate(signed.date.value), isoDate: isoDate(signed.date.value) }]),
    ],
  };
}

/** @returns the blocks up to the item's last words, and the pictures behind them */
export function blocksAroundEnd(blocks: readonly Block[]): {
  readonly text: readonly Block[];
  readonly pictures: readonly Block[];
} {
  const { index } = attributionPlace(blocks);
  return { text: blocks.slice(0, index + 1), pictures: blocks.slice(index + 1) };
}

/** Indents in em, GB/T 9704-2012, 7.3.4 and 7.3.5.2 (不加盖印章). */
export const ATTACHMENTS_INDENT_EM = 2;
export const SIGNATURE_INSET_EM = 2;
/** Room above either, in grid lines: 空一行. */
export const ABOVE_END_LINES = 1;
/** More lines of attachments than these need not all stand on the page of the signature. */
export const MOST_ATTACHMENTS_TOGETHER = 6;
/** Lines of text that stay on the page of what closes the item. */
export const LINES_BEFORE_END = 2;
