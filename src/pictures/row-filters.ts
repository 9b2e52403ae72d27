/**
 * The filters of PNG's rows, undone and done.
 * @see PNG (Third Edition), clause 9
 */

/** None, Sub, Up, Average, Paeth */
export const LAST_FILTER = 4;
const PAETH = 4;

/**
 * Undoes a row's filter in place and marks it as unfiltered.
 * @param above the row before, unfiltered and as long; undefined for the first
 * @param pixelBytes bytes from one pixel to the next, one at least
 */
export function unfilterRow(row: Uint8Array, above: Uint8Array | undefined, pixelBytes: number): void {
  const filter = row[0] ?? 0;
  row[0] = 0;
  // Above the first row all is zero: nothing to add, half of the left, and Paeth is the left.
  if (filter === 1 || (filter === PAETH && above === undefined)) addLeft(row, pixelBytes);
  else if (filter === 2 && above !== undefined) addAbove(row, above);
  else if (filter === 3) addAverage(row, above, pixelBytes);
  else if (filter === PAETH && above !== undefined) addPaeth(row, above, pixelBytes);
}

function addLeft(row: Uint8Array, pixelBytes: number): void {
  for (let at = 1 + pixelBytes; at < row.length; at++) row[at] = (row[at] ?? 0) + (row[at - pixelBytes] ?? 0);
}

function addAbove(row: Uint8Array, above: Uint8Array): void {
  for (let at = 1; at < row.length; at++) row[at] = (row[at] ?? 0) + (above[at] ?? 0);
}

function addAverage(row: Uint8Array, above: Uint8Array | undefined, pixelBytes: number): void {
  for (let at = 1; at < row.length; at++) {
    const left = at > pixelBytes ? (row[at - pixelBytes] ?? 0) : 0;
    row[at] = (row[at] ?? 0) + ((left + (above?.[at] ?? 0)) >> 1);
  }
}

function addPaeth(row: Uint8Array, above: Uint8Array, pixelBytes: number): void {
  for (let at = 1; at < row.length; at++) {
    const left = at > pixelBytes ? (row[at - pixelBytes] ?? 0) : 0;
    const corner = at > pixelBytes ? (above[at - pixelBytes] ?? 0) : 0;
    row[at] = (row[at] ?? 0) + paeth(left, above[at] ?? 0, corner);
  }
}

function paeth(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/**
 * Filters an unfiltered row by Paeth, which makes photographs and drawings alike easy to deflate.
 * @param above the row before, unfiltered and as long; zeros for the first
 * @param target as long as the row
 */
export function filterByPaeth(
  row: Uint8Array,
  above: Uint8Array,
  { pixelBytes, target }: { readonly pixelBytes: number; readonly target: Uint8Array },
): void {
  target[0] = PAETH;
  for (let at = 1; at < row.length; at++) {
    const left = at > pixelBytes ? (row[at - pixelBytes] ?? 0) : 0;
    const corner = at > pixelBytes ? (above[at - pixelBytes] ?? 0) : 0;
    target[at] = (row[at] ?? 0) - paeth(left, above[at] ?? 0, corner);
  }
}
