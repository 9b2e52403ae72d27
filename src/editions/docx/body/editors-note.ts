/** An editor's note (编者按): paragraphs in a style of their own, its name in front of the first. */
import type { Paragraph } from "docx";
import { EDITORS_NOTE_LABEL, type EditorsNote } from "../../../model/editors-note.js";
import type { DocumentContext } from "./document-context.js";
import { plainTone, runsOfInlines, runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";

/**
 * @param keepNext keeps the note's last lines on the page of the text behind it
 * @param linesAbove room above it in grid lines
 */
export function editorsNoteParagraphs(
  note: EditorsNote | undefined,
  context: DocumentContext,
  { keepNext = false, linesAbove = 0 }: { readonly keepNext?: boolean; readonly linesAbove?: number } = {},
): readonly Paragraph[] {
  const paragraphs = note?.paragraphs ?? [];
  return paragraphs.map(({ children }, index) =>
    paragraphOf(
      "EditorsNote",
      [
        ...(index === 0 ? runsOfText(EDITORS_NOTE_LABEL, { ...plainTone, label: true }) : []),
        ...runsOfInlines(children, context, "quote"),
      ],
      {
        ...(keepNext && index === paragraphs.length - 1 ? { keepNext } : {}),
        ...(linesAbove > 0 && index === 0
          ? { spacing: { before: Math.round(linesAbove * context.geometry.pitch) } }
          : {}),
      },
    ),
  );
}
