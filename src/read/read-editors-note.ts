/**
 * An editor's note from its Markdown to paragraphs. It is prose of the editors: paragraphs with emphasis and links, no
 * lists, pictures or notes, which no bulletin prints in it.
 */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import type { EditorsNote } from "../model/editors-note.js";
import type { SuppressionComment } from "../model/issue.js";
import type { Span } from "../model/located.js";
import type { Block, Inline } from "../model/text.js";
import type { NoteSource } from "./fields/note-field.js";
import { isPlainMarkdown } from "./markdown/plain-markdown.js";
import { readMarkdown } from "./markdown/read-markdown.js";
import { withoutNoteLabel } from "./note-label.js";
import { type FilePlaces, relocateParagraph, relocateSpan } from "./relocate-inlines.js";

export interface NotePlace {
  readonly path: string;
  /** the file in which the note stands */
  readonly text: string;
  /** under which a note that holds more than paragraphs is reported */
  readonly rule: string;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface NoteReading {
  /** undefined where nothing is left to print */
  readonly note: EditorsNote | undefined;
  readonly suppressions: readonly SuppressionComment[];
}

/** True where it is more than lines of words: to read it, the parser has to be there. */
export const isNoteWithMarkup = (source: NoteSource | undefined): boolean =>
  source !== undefined && !isPlainMarkdown(source.text, 0);

/** The parser is there, or the note has no markup (markdown/parse-markdown.ts). */
export function readEditorsNote(
  source: NoteSource | undefined,
  { path, text, rule, report }: NotePlace,
): NoteReading {
  if (source === undefined) return { note: undefined, suppressions: [] };
  const { starts, ends, span, quoting, written } = source;
  const places: FilePlaces = { path, file: text, starts, ends, span };
  const reading = readMarkdown({
    path,
    text: source.text,
    bodyStart: 0,
    findImage: () => ({ state: "missing", nearest: undefined }),
    firstNote: 1,
  });
  // Its edits are made for a text that stands alone: what YAML needs around them is not known here.
  for (const { fix: _, suggestions: __, ...found } of reading.diagnostics)
    report({ ...found, span: relocateSpan(found.span, places) });
  const { paragraphs, finding } = withoutNoteLabel(
    reading.blocks.flatMap((block) => {
      if (block.kind === "paragraph") {
        reportNotes(block.children);
        return [relocateParagraph(block, places)];
      }
      reportBlock(block);
      return [];
    }),
    { rule: LABEL_RULE, isVerbatim: written === undefined },
  );
  if (finding !== undefined) report(finding);
  const suppressions = reading.suppressions.map((comment) => ({
    ...comment,
    span: relocateSpan(comment.span, places),
  }));
  if (paragraphs.length === 0) return { note: undefined, suppressions };
  const note = { paragraphs, span, ...(quoting && { quoting }), ...(written && { written }) };
  return { note, suppressions };

  function reportBlock(block: Block): void {
    refuse(block.span, BLOCK_NAMES[block.kind] ?? { zh: "这样的内容", en: "This" });
  }

  function reportNotes(inlines: readonly Inline[]): void {
    for (const inline of inlines) {
      if (inline.kind === "note-reference") refuse(inline.span, { zh: "脚注", en: "A footnote" });
      else if ("children" in inline) reportNotes(inline.children);
    }
  }

  function refuse(place: Span, what: Message): void {
    report({
      rule,
      severity: "error",
      span: relocateSpan(place, places),
      message: {
        zh: `编者按里只能写成段的文字，不能有${what.zh}。`,
        en: `${what.en} cannot stand in an editor's note, which has paragraphs alone.`,
      },
      help: {
        zh: "请改写成一段或几段文字；段与段之间空一行。",
        en: "Write it as one or more paragraphs with a blank line between them.",
      },
    });
  }
}

const LABEL_RULE = "item/editors-note-label";

const BLOCK_NAMES: Partial<Readonly<Record<Block["kind"], Message>>> = {
  heading: { zh: "小标题", en: "A heading" },
  list: { zh: "列表", en: "A list" },
  quote: { zh: "引用", en: "A quotation" },
  "code-block": { zh: "代码", en: "A block of code" },
  table: { zh: "表格", en: "A table" },
  figure: { zh: "图片", en: "A picture" },
  "figure-row": { zh: "图片", en: "A picture" },
  "thematic-break": { zh: "分隔线", en: "A dividing line" },
};
