/** What stands around an item's text: the editor's note over it, attachments and signature under it. */
import type { Element } from "hast";
import { EDITORS_NOTE_LABEL, EDITORS_NOTE_NAME, type EditorsNote } from "../../model/editors-note.js";
import type { Item } from "../../model/issue.js";
import { ATTACHMENTS_LABEL, type AttachmentLine, itemEnd, type SignatureLine } from "../../model/item-end.js";
import { blockElement, element } from "./element.js";
import type { HtmlContext } from "./html-context.js";
import { renderInlines } from "./render-inlines.js";

/**
 * The issue's own note is a landmark of the page; that of an item is a remark within it, since no landmark of this kind
 * stands inside another (WAI-ARIA Authoring Practices, landmark regions).
 */
export function renderEditorsNote(
  note: EditorsNote | undefined,
  context: HtmlContext,
  role?: "note",
): Element[] {
  if (note === undefined) return [];
  const label = element("span", { className: ["label"] }, EDITORS_NOTE_LABEL);
  const paragraphs = note.paragraphs.map(({ children }, index) =>
    element("p", {}, [...(index === 0 ? [label] : []), ...renderInlines(children, context)]),
  );
  return [
    blockElement("aside", { className: ["editors-note"], role, ariaLabel: EDITORS_NOTE_NAME }, paragraphs),
  ];
}

export function renderItemEnd(item: Item): Element[] {
  const end = itemEnd(item);
  if (end === undefined) return [];
  return [...renderAttachments(end.attachments), ...renderSignature(end.signature)];
}

/** A term and what it names: a list whose numbers are words of the text, in a page of somebody else's too. */
function renderAttachments(attachments: readonly AttachmentLine[]): Element[] {
  if (attachments.length === 0) return [];
  const names = attachments.map(({ number, name }) => {
    const words = number === "" ? name : [element("span", { className: ["number"] }, number), name];
    return element("dd", {}, words);
  });
  return [
    blockElement("dl", { className: ["attachments"] }, [element("dt", {}, ATTACHMENTS_LABEL), ...names]),
  ];
}

function renderSignature(lines: readonly SignatureLine[]): Element[] {
  if (lines.length === 0) return [];
  const paragraphs = lines.map(({ text, isoDate }) =>
    element("p", {}, isoDate === undefined ? text : [element("time", { dateTime: isoDate }, text)]),
  );
  return [blockElement("div", { className: ["signed"] }, paragraphs)];
}
