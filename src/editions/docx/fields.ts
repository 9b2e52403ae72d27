/**
 * Complex fields (ECMA-376, 17.16.18): an instruction and the result that shows until the reader's
 * program computes it anew. None is marked dirty, so that no program asks before it opens the file.
 */
import { TextRun, type XmlComponent } from "docx";
import { element, textElement } from "./ooxml-element.js";

export type FieldMark = "begin" | "separate" | "end";

/** A run that holds one of a field's three marks. */
export const fieldMark = (mark: FieldMark, style?: string): XmlComponent =>
  new TextRun({
    ...(style === undefined ? {} : { style }),
    children: [element("w:fldChar", { "w:fldCharType": mark })],
  });

export const fieldInstruction = (instruction: string, style?: string): XmlComponent =>
  new TextRun({
    ...(style === undefined ? {} : { style }),
    children: [textElement("w:instrText", ` ${instruction} `)],
  });

/** A field inside one paragraph. */
export function field(
  instruction: string,
  result: string,
  style?: "FootnoteReference",
): readonly XmlComponent[] {
  return [
    fieldMark("begin", style),
    fieldInstruction(instruction, style),
    fieldMark("separate", style),
    new TextRun({ ...(style === undefined ? {} : { style }), text: result }),
    fieldMark("end", style),
  ];
}
