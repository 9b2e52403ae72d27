/**
 * The name that its author puts in front of an editor's note (编者按：, 【编者的话】, 按语：). The editions print it, always in
 * one form: here it is taken off, and another name than that is told.
 */
import type { Diagnostic, TextEdit } from "../diagnostics/diagnostic.js";
import { noteLabel } from "../han/note-labels.js";
import { EDITORS_NOTE_NAME } from "../model/editors-note.js";
import { plainText } from "../model/plain-text.js";
import type { Inline, Paragraph } from "../model/text.js";
import { sliceText } from "./markdown/mail-addresses.js";

export interface UnlabelledNote {
  readonly paragraphs: readonly Paragraph[];
  /** undefined where the label is none, or the name that is printed */
  readonly finding: Diagnostic | undefined;
}

/** @param isVerbatim whether the note stands in the file character by character */
export function withoutNoteLabel(
  paragraphs: readonly Paragraph[],
  { rule, isVerbatim }: { readonly rule: string; readonly isVerbatim: boolean },
): UnlabelledNote {
  const [first, ...rest] = paragraphs;
  if (first === undefined) return { paragraphs, finding: undefined };
  const label = noteLabel(plainText(first.children));
  if (label === "") return { paragraphs, finding: undefined };
  const children = dropUnits(first.children, label.length);
  const left = children.length === 0 ? rest : [{ ...first, children }, ...rest];
  const name = label.replace(/[\s【】〔〕［］[\]（）()〖〗：:]/gu, "");
  if (name === EDITORS_NOTE_NAME) return { paragraphs: left, finding: undefined };
  const edit = isVerbatim ? removal(first, left[0]) : undefined;
  const finding: Diagnostic = {
    rule,
    severity: "warning",
    span: edit?.span ?? first.span,
    message: {
      zh: `编者按前面的“${label.trim()}”不印，印出来的一律是“编者按：”。`,
      en: `The “${label.trim()}” in front of the editor's note is not printed: the label is always “编者按：”.`,
    },
    help: {
      zh: "请删去，只写按语的内容。",
      en: "Delete it and write the note's words alone.",
    },
    ...(edit && { fix: [edit] }),
  };
  return { paragraphs: left, finding };
}

/** @returns what takes the label away with its own marks; undefined where it shares them with the words behind it */
function removal(first: Paragraph, next: Paragraph | undefined): TextEdit | undefined {
  const [typed] = first.children;
  const [left] = next?.children ?? [];
  if (typed === undefined || left === undefined) return undefined;
  const { path } = first.span;
  // Bold that goes on behind the label keeps its marks.
  if ("children" in typed && typed.span === left.span) return undefined;
  const start = "children" in typed ? typed.span.start : first.span.start;
  return { span: { path, start, end: left.span.start }, text: "" };
}

/** @returns the inlines without so many of the units that `plainText` gives of them */
function dropUnits(inlines: readonly Inline[], count: number): readonly Inline[] {
  let left = count;
  return inlines.flatMap((inline): readonly Inline[] => {
    if (left === 0) return [inline];
    const length = plainText([inline]).length;
    const taken = Math.min(left, length);
    left -= taken;
    if (taken === length) return [];
    if (inline.kind === "text") return [sliceText(inline, taken, length)];
    if (!("children" in inline)) return [inline];
    return [{ ...inline, children: dropUnits(inline.children, taken) }];
  });
}
