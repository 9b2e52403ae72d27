/**
 * Values that authors wrote, as words of a line: where each character stands in which file. A value that is printed as it
 * is written has the places of its characters, any other (a date, an escaped string) its own place throughout.
 */
import type { PlacedValue } from "../../model/furniture-values.js";
import type { Span } from "../../model/located.js";
import type { CellText, SpanStyle } from "./cell.js";
import { collectText } from "./collect-cells.js";

/**
 * A value in the file that its paragraph stands in.
 * @param around puts words of our own around it: 【…】
 */
export function collectValue(
  placed: PlacedValue,
  style: SpanStyle,
  around: (value: string) => string = (value) => value,
): CellText {
  const { value, span, offsets } = placed;
  const words = around(value);
  if (offsets === undefined && !isLiteral(placed)) return collectWords(words, [placed], style);
  const before = words.indexOf(value);
  const places = Array.from({ length: words.length }, (_, unit) => {
    const at = unit - before;
    return at < 0 || at >= value.length ? -1 : (offsets?.[at] ?? span.start + at);
  });
  return collectText(words, style, places);
}

/** @param values in the order in which they stand in the words, ours between them; of any files */
export function collectWords(words: string, values: readonly PlacedValue[], style: SpanStyle): CellText {
  const text = collectText(words, style);
  const units = new Array<Span | undefined>(words.length);
  let cursor = 0;
  for (const placed of values) {
    const { value, span } = placed;
    const at = words.indexOf(value, cursor);
    if (at < 0) continue;
    const literal = isLiteral(placed);
    for (let unit = 0; unit < value.length; unit += 1) {
      const start = span.start + unit;
      units[at + unit] = literal ? { path: span.path, start, end: start + 1 } : span;
    }
    cursor = at + value.length;
  }
  let unit = 0;
  const places = text.cells.map((cell) => {
    const first = units[unit];
    const last = units[unit + cell.text.length - 1];
    unit += cell.text.length;
    return first === undefined || last === undefined ? first : { ...first, end: last.end };
  });
  return { ...text, places };
}

const isLiteral = ({ value, span, isRestated }: PlacedValue): boolean =>
  isRestated !== true && span.end - span.start === value.length;
