/**
 * What closes an item: its attachments, whose names hang by their styles behind numbers that are text, and who signs it.
 * All of it stays on the page of the text's last lines.
 */
import type { Paragraph } from "docx";
import { textWidthEm } from "../../../han/text-width.js";
import type { Item } from "../../../model/issue.js";
import {
  ATTACHMENTS_INDENT_EM,
  ATTACHMENTS_LABEL,
  type ItemEnd,
  itemEnd,
  LINES_BEFORE_END,
  MOST_ATTACHMENTS_TOGETHER,
  SIGNATURE_INSET_EM,
} from "../../../model/item-end.js";
import { emTwips } from "../word/word-geometry.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";

export function itemEndParagraphs(item: Item, context: DocumentContext): readonly Paragraph[] {
  const end = itemEnd(item);
  if (end === undefined) return [];
  return [...attachmentParagraphs(end, context), ...signatureParagraphs(end, context)];
}

function attachmentParagraphs(
  { attachments, signature }: ItemEnd,
  { template }: DocumentContext,
): readonly Paragraph[] {
  return attachments.map(({ number, name }, index) => {
    const isFirst = index === 0;
    const style = !isFirst ? "NextAttachment" : number === "" ? "Attachment" : "FirstAttachment";
    return paragraphOf(style, runsOfText(`${isFirst ? ATTACHMENTS_LABEL : ""}${number}${name}`), {
      ...(isKept(index, attachments.length, signature.length) ? { keepNext: true } : {}),
      ...widerNumber(number, emTwips(template, "body")),
    });
  });
}

/** The first stays with the text's last lines, the last two with the signature, and a short list as a whole. */
function isKept(index: number, count: number, signers: number): boolean {
  if (index === count - 1) return signers > 0;
  return (
    index === 0 || count <= MOST_ATTACHMENTS_TOGETHER || (signers > 0 && index >= count - LINES_BEFORE_END)
  );
}

/** The styles hang names behind a number of one digit. */
function widerNumber(number: string, em: number) {
  const hanging = Math.round(textWidthEm(number) * em);
  if (number.length <= 2) return {};
  const left = Math.round((ATTACHMENTS_INDENT_EM + textWidthEm(ATTACHMENTS_LABEL)) * em) + hanging;
  return { indent: { left, hanging } };
}

/** The style sets the longest line; a shorter one stands further in by half of what it lacks. */
function signatureParagraphs({ signature }: ItemEnd, { template }: DocumentContext): readonly Paragraph[] {
  const em = emTwips(template, "body");
  const widths = signature.map(({ text }) => signatureWidthEm(text));
  const widest = Math.max(...widths);
  return signature.map(({ text }, index) => {
    const lacking = (widest - (widths[index] ?? widest)) / 2;
    return paragraphOf("ItemSignature", runsOfText(text), {
      ...(index < signature.length - 1 ? { keepNext: true } : {}),
      ...(lacking > 0 ? { indent: { right: Math.round((SIGNATURE_INSET_EM + lacking) * em) } } : {}),
    });
  });
}

/** Word parts digits from Han by a quarter of an em, as the composed pages do. */
function signatureWidthEm(text: string): number {
  const joints = text.match(/(?<=[0-9A-Za-z])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[0-9A-Za-z])/gu) ?? [];
  return textWidthEm(text) + AUTO_SPACE_EM * joints.length;
}

const AUTO_SPACE_EM = 0.25;
