/** Where in a file that a unit sent a place is, as its author would say it: the headline, the third paragraph. */
import { excerptOf } from "./diagnostics/excerpt.js";
import type { UnitPlace } from "./diagnostics/print-unit-report.js";
import type { SubmittedItem } from "./intake/draft/submitted-item.js";
import type { Span } from "./model/located.js";

/** Characters shown of a whole paragraph. */
const LONGEST_HEAD = 24;

/** Rules about pictures, the import's among them. */
export const isAboutPicture = (rule: string): boolean => /^(?:image\/|import\/picture)/.test(rule);

/** @param source the manuscript's text; @returns what says of the span of a rule's finding where it is */
export function submittedPlaces(
  { titles, pictures }: SubmittedItem,
  source: string,
): (span: Span, rule: string) => UnitPlace {
  return ({ start, end }, rule) => {
    const before = source.slice(0, start);
    const lineStart = before.lastIndexOf("\n") + 1;
    const [picture, ...others] = isAboutPicture(rule) ? pictures.filter(({ at }) => at === lineStart) : [];
    // Of several in one paragraph it is not known which.
    if (picture !== undefined && others.length === 0)
      return { part: { kind: "picture", number: picture.number }, excerpt: "" };
    const paragraph = { kind: "paragraph" as const, number: before.split("\n").length };
    if (picture !== undefined) return { part: paragraph, excerpt: "" };
    // A place about the file as a whole has no words.
    if (end <= start) return { part: { kind: "item" }, excerpt: "" };
    const lineEnd = source.indexOf("\n", start);
    const line = source.slice(lineStart, lineEnd < 0 ? source.length : lineEnd);
    const isTitle = titles.some((title) => start >= title.start && start < title.end);
    const part = isTitle ? { kind: "title" as const } : paragraph;
    const from = start - lineStart;
    const to = Math.min(end - lineStart, line.length);
    if (from > 0 || to < line.length) return { part, excerpt: excerptOf(line, { start: from, end: to }) };
    const head = [...line].slice(0, LONGEST_HEAD).join("");
    return { part, excerpt: head.length < line.length ? `${head}…` : head };
  };
}
