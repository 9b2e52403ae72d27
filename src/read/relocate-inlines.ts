/** Inlines that were read from a text of their own, back to the places of the file in which that text stands. */
import type { Located, Span } from "../model/located.js";
import type { Inline, Paragraph, Text } from "../model/text.js";

/** Where each unit of the text begins and ends in the file. */
export interface FilePlaces {
  readonly path: string;
  /** the file */
  readonly file: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** the text as a whole, for a place past its end */
  readonly span: Span;
}

export const relocateParagraph = (block: Paragraph, places: FilePlaces): Paragraph => ({
  ...block,
  span: relocateSpan(block.span, places),
  children: block.children.map((inline) => relocateInline(inline, places)),
});

/** @returns the same stretch of the text as a span of the file */
export function relocateSpan({ start, end }: Span, { path, starts, ends, span }: FilePlaces): Span {
  const from = starts[start] ?? span.end;
  return { path, start: from, end: Math.max(from, end > start ? (ends[end - 1] ?? span.end) : from) };
}

function relocateInline(inline: Inline, places: FilePlaces): Inline {
  switch (inline.kind) {
    case "text":
      return relocateText(inline, places);
    case "emphasis":
    case "strong":
    case "strikethrough":
      return { ...inline, span: relocateSpan(inline.span, places), children: relocateAll(inline.children) };
    case "link":
      return {
        ...inline,
        span: relocateSpan(inline.span, places),
        url: relocateLocated(inline.url, places),
        children: relocateAll(inline.children),
      };
    case "inline-code":
    case "hard-break":
    case "note-reference":
      return { ...inline, span: relocateSpan(inline.span, places) };
    default:
      return inline satisfies never;
  }

  function relocateAll(inlines: readonly Inline[]): readonly Inline[] {
    return inlines.map((child) => relocateInline(child, places));
  }
}

const relocateLocated = <T>({ value, span }: Located<T>, places: FilePlaces): Located<T> => ({
  value,
  span: relocateSpan(span, places),
});

function relocateText({ value, span, offsets }: Text, places: FilePlaces): Text {
  const placed = relocateSpan(span, places);
  const isAsWritten =
    placed.end - placed.start === value.length && places.file.startsWith(value, placed.start);
  if (isAsWritten) return { kind: "text", value, span: placed };
  const moved = Array.from({ length: value.length }, (_, at) => {
    const unit = offsets?.[at] ?? span.start + at;
    return places.starts[unit] ?? placed.start;
  });
  return { kind: "text", value, span: placed, offsets: moved };
}
