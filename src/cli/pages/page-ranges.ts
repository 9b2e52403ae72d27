/** Which pages are meant by `1,3-5`; `8-` goes to the last. Commas and dashes as people type them, Chinese ones too. */

/** Numbers of pages, from 1. */
export interface PageRange {
  readonly from: number;
  /** undefined: the last page */
  readonly to: number | undefined;
}

/** @returns undefined for anything else, and for a range that goes backwards */
export function readPageRanges(text: string): readonly PageRange[] | undefined {
  const ranges = text.split(/[,，、]/).map(readRange);
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

function readRange(text: string): PageRange | undefined {
  const [, first, dash, last] = /^(\d{1,5})(?:([-–—～~])(\d{1,5})?)?$/u.exec(text.trim()) ?? [];
  if (first === undefined) return undefined;
  const from = Number(first);
  const to = dash === undefined ? from : last === undefined ? undefined : Number(last);
  return from < 1 || (to !== undefined && to < from) ? undefined : { from, to };
}

/** @returns the first range that has none of the pages there are */
export const rangeBeyond = (ranges: readonly PageRange[], count: number): PageRange | undefined =>
  ranges.find(({ from }) => from > count);

export const isInRanges = (page: number, ranges: readonly PageRange[]): boolean =>
  ranges.some(({ from, to }) => page >= from && page <= (to ?? page));
