/**
 * Complex fields (ECMA-376, 17.16.18): an instruction and the result that shows until the reader's
 * program computes it anew. None is marked dirty, so that no program asks before it opens the file.
 */
import { TextRun, type XmlComponent } from "docx";
import { element, textElement } from "../word/ooxml-element.js";

export type FieldMark = "begin" | "separate" | "end";

/** How the runs of a field look. */
export interface FieldLook {
  readonly style?: "FootnoteReference";
  /** numbers are not spelt; Word marks those of its contents so */
  readonly noProof?: boolean;
  /** width of characters in per cent */
  readonly scale?: number;
}

/** A run that holds one of a field's three marks. */
export const fieldMark = (mark: FieldMark, look: FieldLook = {}): XmlComponent =>
  new TextRun({ ...look, children: [element("w:fldChar", { "w:fldCharType": mark })] });

export const fieldInstruction = (instruction: string, look: FieldLook = {}): XmlComponent =>
  new TextRun({ ...look, children: [textElement("w:instrText", ` ${instruction} `)] });

/** A field inside one paragraph. */
export const field = (instruction: string, result: string, look: FieldLook = {}): readonly XmlComponent[] => [
  fieldMark("begin", look),
  fieldInstruction(instruction, look),
  fieldMark("separate", look),
  new TextRun({ ...look, text: result }),
  fieldMark("end", look),
];
