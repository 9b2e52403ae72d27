/** Fields as they are met in the text: their marks open, turn and close them (ISO/IEC 29500-1, 17.16.2). */
import { linkOfInstruction, shownByFormField, shownByInstruction } from "./field-instructions.js";
import { type Inline, isShown, say, sayRuby, saySymbol } from "./inline.js";
import type { RunProperties } from "./run-format.js";
import { lostObjectNotice } from "./word-notices.js";
import { isTold, type OpenField } from "./word-reading.js";
import { attribute, type XmlElement } from "./xml-element.js";

export function fieldMark(mark: XmlElement, inline: Inline, properties: RunProperties): void {
  const { fields, fieldMarks } = inline.story;
  if (!fieldMarks.has(mark)) return;
  const field = fields.at(-1);
  switch (attribute(mark, "w:fldCharType")) {
    case "begin": {
      const shown = shownByFormField(mark);
      if (shown !== undefined) say(shown, inline, properties);
      fields.push({
        isShownAround: isShown(inline.story),
        isResult: false,
        instruction: "",
        url: field?.url,
        hasShown: shown !== undefined,
      });
      return;
    }
    case "separate":
      if (field === undefined) return;
      field.isResult = true;
      field.url = linkOfInstruction(field.instruction) ?? field.url;
      return;
    default:
      closeField(fields, fields.at(-1));
      if (field !== undefined && !field.hasShown) showInstruction(field.instruction, inline, properties);
  }
}

/** @param readResult reads what stands in it */
export function simpleField(element: XmlElement, inline: Inline, readResult: () => void): void {
  const { fields } = inline.story;
  const instruction = attribute(element, "w:instr") ?? "";
  const field: OpenField = {
    isShownAround: isShown(inline.story),
    isResult: true,
    instruction,
    url: linkOfInstruction(instruction) ?? fields.at(-1)?.url,
    hasShown: false,
  };
  fields.push(field);
  readResult();
  closeField(fields, field);
  if (!field.hasShown) showInstruction(instruction, inline, inline.base);
}

/** What it has shown, the field around it has shown, too. */
function closeField(fields: OpenField[], field: OpenField | undefined): void {
  const at = field === undefined ? -1 : fields.lastIndexOf(field);
  if (field === undefined || at < 0) return;
  fields.splice(at, 1);
  const around = fields.at(-1);
  if (around !== undefined && field.hasShown) around.hasShown = true;
}

function showInstruction(instruction: string, inline: Inline, properties: RunProperties): void {
  const shown = shownByInstruction(instruction);
  if (shown === undefined || !isShown(inline.story)) return;
  switch (shown.kind) {
    case "text":
      say(shown.text, inline, properties);
      return;
    case "ruby":
      sayRuby(shown.base, shown.ruby, inline, properties);
      return;
    case "symbol":
      saySymbol(shown.code, shown.face, inline, properties);
      return;
    case "equation": {
      say(shown.text, inline, properties);
      const { story, draft } = inline;
      if (isTold(story))
        story.reading.notes.tell(lostObjectNotice("equation", draft.place, { kept: shown.text }));
      return;
    }
    default:
      shown satisfies never;
  }
}
