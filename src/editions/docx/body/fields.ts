/**
 * Complex fields (ECMA-376, 17.16.18): an instruction, and the result shown until the reader's
 * program updates it. None is marked dirty, so no program prompts when it opens the file.
 */
import { TextRun, type XmlComponent } from "docx";
import { element, textElement } from "../word/ooxml-element.js";

export type FieldMark = "begin" | "separate" | "end";

/** How the runs of a field look. */
export interface FieldLook {
  readonly style?: "FootnoteReference";
  /** no spell check; Word sets it on the page numbers of its contents */
  readonly noProof?: boolean;
  /** width of characters in per cent */
  readonly scale?: number;
}

/** A run with one of the three marks of a field. */
export const fieldMark = (mark: FieldMark, look: FieldLook = {}): XmlComponent =>
  new TextRun({ ...look, children: [element("w:fldChar", { "w:fldCharType": mark })] });

export const fieldInstruction = (instruction: string, look: FieldLook = {}): XmlComponent =>
  new TextRun({ ...look, children: [textElement("w:instrText", ` ${instruction} `)] });

/** A field within one paragraph. */
export const field = (instruction: string, result: string, look: FieldLook = {}): readonly XmlComponent[] => [
  fieldMark("begin", look),
  fieldInstruction(instruction, look),
  fieldMark("separate", look),
  new TextRun({ ...look, text: result }),
  fieldMark("end", look),
];
