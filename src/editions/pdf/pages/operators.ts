/**
 * How numbers, strings and colours are written in a content stream. Strings come out as latin1
 * characters, one a byte.
 * @see ISO 32000-1, 7.3.3, 7.3.4.2
 */

/** @returns the number with at most `places` digits behind the point, and no idle zeros */
export function printNumber(value: number, places = 3): string {
  // -0 prints as 0 here.
  if (Number.isInteger(value)) return String(value);
  const text = value.toFixed(places);
  const trimmed = places === 0 ? text : text.replace(/\.?0+$/, "");
  return trimmed === "-0" ? "0" : trimmed;
}

/** A literal string; a bare carriage return would be read as a line feed, so line ends are escaped. */
export function printBytes(bytes: string): string {
  return `(${bytes.replace(/[()\\\r\n]/g, escapeByte)})`;
}

function escapeByte(byte: string): string {
  if (byte === "\r") return "\\r";
  if (byte === "\n") return "\\n";
  return `\\${byte}`;
}

/** @returns a text string in UTF-16BE with its mark (7.9.2.2) */
export function printTextString(text: string): string {
  let bytes = "\xFE\xFF";
  for (let index = 0; index < text.length; index++) bytes += twoBytes(text.charCodeAt(index));
  return printBytes(bytes);
}

export const twoBytes = (value: number): string => String.fromCharCode(value >> 8, value & 0xff);

/** @param color #RRGGBB */
export function printFillColor(color: string): string {
  const parts = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255);
  return `${parts.map((part) => printNumber(part)).join(" ")} rg`;
}
