/**
 * A last page without text: the imprint or the contact line stands there by itself, because nothing of
 * the page before could be taken over (fill-pages.ts).
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { printedSections } from "../model/furniture.js";
import type { CheckedIssue } from "../model/issue.js";
import type { Span } from "../model/located.js";
import { type FilledPages, textHeight } from "./fill-pages.js";

export function inspectLastPage(filled: FilledPages, issue: CheckedIssue, findings: Diagnostic[]): void {
  const { pages } = filled;
  const last = pages.at(-1);
  if (pages.length < 2 || last === undefined || textHeight(last) > 0 || last.notes.length > 0) return;
  const hasContact = last.strips.length > 0;
  const hasImprint = last.imprint.length > 0;
  const zh = hasContact ? (hasImprint ? "联系邮箱和版记" : "联系邮箱一行") : "版记";
  const en = hasContact ? `the contact line${hasImprint ? " and the imprint" : ""}` : "the imprint";
  findings.push({
    rule: "layout/short-last-page",
    severity: "warning",
    span: endOfText(issue),
    message: {
      zh: `最后一面（第${pages.length}面）只有${zh}，前一面没有两行正文可以移过来。`,
      en: `The last page (${pages.length}) holds only ${en}; the page before has no two lines of text that could move to it.`,
    },
    help: {
      zh: "请把最后一篇删去几行，让它回到前一面；或添两三行，让正文转到最后一面。",
      en: "Cut a few lines of the last item so that it moves back, or add two or three so that text runs on to the last page.",
    },
  });
}

/** Where a few lines more or less help: the title of the last item. */
function endOfText(issue: CheckedIssue): Span {
  const last = printedSections(issue)
    .flatMap(({ items }) => items)
    .at(-1);
  return last?.title[0]?.span ?? last?.listed ?? issue.date.span;
}
