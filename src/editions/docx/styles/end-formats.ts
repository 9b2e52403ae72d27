/**
 * Styles of what stands around an item's text: the editor's note over it, attachments and signature under it. Their
 * measures are those of the composed pages (model/item-end.ts, model/editors-note.ts).
 */
import { UNDER_NOTE_LINES } from "../../../model/editors-note.js";
import {
  ABOVE_END_LINES,
  ATTACHMENTS_INDENT_EM,
  ATTACHMENTS_LABEL,
  SIGNATURE_INSET_EM,
} from "../../../model/item-end.js";
import type { Template } from "../../../model/template.js";
import { emTwips, type WordGeometry } from "../word/word-geometry.js";
import { type Formats, firstLineIndent, quoteIndentTwips, type StyleFormat } from "./style-format.js";

/** `1．` */
const NUMBER_EM = 1.5;

export function endFormats(
  template: Template,
  { pitch }: WordGeometry,
): Formats<"EditorsNote" | "Attachment" | "FirstAttachment" | "NextAttachment" | "ItemSignature"> {
  const em = emTwips(template, "body");
  const before = Math.round(ABOVE_END_LINES * pitch);
  const inset = quoteIndentTwips(template);
  // All its characters are full-width.
  const label = ATTACHMENTS_LABEL.length;
  const attachment = (hangingEm: number, isNumbered: boolean): StyleFormat => ({
    kind: "paragraph",
    basedOn: "Normal",
    paragraph: {
      keepLines: true,
      indent: {
        left: Math.round((ATTACHMENTS_INDENT_EM + label + (isNumbered ? NUMBER_EM : 0)) * em),
        hanging: Math.round(hangingEm * em),
      },
    },
  });
  const first = (format: StyleFormat): StyleFormat => ({
    ...format,
    paragraph: { ...format.paragraph, spacing: { before } },
  });
  return {
    EditorsNote: {
      kind: "paragraph",
      basedOn: "Normal",
      next: "BodyText",
      quick: true,
      role: "quote",
      paragraph: {
        spacing: { after: Math.round(UNDER_NOTE_LINES * pitch) },
        indent: { left: inset, right: inset, ...firstLineIndent(template, "quote") },
        // The room is under its last paragraph alone.
        contextualSpacing: true,
      },
    },
    Attachment: { ...first(attachment(label, false)), next: "ItemSignature" },
    FirstAttachment: { ...first(attachment(label + NUMBER_EM, true)), next: "NextAttachment" },
    NextAttachment: attachment(NUMBER_EM, true),
    ItemSignature: {
      kind: "paragraph",
      basedOn: "Normal",
      paragraph: {
        keepLines: true,
        spacing: { before },
        indent: { right: Math.round(SIGNATURE_INSET_EM * em) },
        contextualSpacing: true,
        align: "right",
      },
    },
  };
}
