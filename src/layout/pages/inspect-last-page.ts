/**
 * A last page without text: the imprint or the contact line stands there by itself, because nothing of
 * the page before could be taken over (fill-pages.ts).
 */
import { printedSections } from "../../model/furniture.js";
import type { CheckedIssue } from "../../model/issue.js";
import type { Span } from "../../model/located.js";
import type { Fault } from "../fault.js";
import type { FilledPages } from "./filling.js";
import { textHeight } from "./short-end.js";

export function inspectLastPage({ pages }: FilledPages, issue: CheckedIssue): readonly Fault[] {
  const last = pages.at(-1);
  if (pages.length < 2 || last === undefined || textHeight(last) > 0 || last.notes.length > 0) return [];
  const hasContact = last.strips.length > 0;
  const hasImprint = last.imprint.length > 0;
  const span = endOfText(issue);
  return [{ kind: "short-last-page", page: pages.length, hasContact, hasImprint, span }];
}

/** Where a few lines more or less help: the title of the last item. */
function endOfText(issue: CheckedIssue): Span {
  const last = printedSections(issue)
    .flatMap(({ items }) => items)
    .at(-1);
  return last?.title[0]?.span ?? last?.listed ?? issue.date.span;
}
