/** The last line of an issue: what the mailbox is for, the mailbox as a link, the phone. */
import type { ContactLine } from "../../model/furniture.js";
import type { Contact } from "../../model/house.js";
import type { Located } from "../../model/located.js";
import { type ElementNode, elementNode } from "../element-node.js";
import { joinCells, plainSpan } from "../paragraph/cell.js";
import { collectWords } from "../paragraph/placed-words.js";
import { composeStrips } from "./compose-lines.js";
import type { Column, Composing } from "./composing.js";
import type { Strip } from "./strip.js";

const placed = (value: Located<string> | undefined): readonly Located<string>[] =>
  value === undefined ? [] : [value];

export interface ContactInput {
  readonly line: ContactLine;
  readonly contact: Contact;
  readonly column: Column;
  readonly parent: ElementNode;
}

export function composeContact(
  composing: Composing,
  { line, contact, column, parent }: ContactInput,
): readonly Strip[] {
  const { book, geometry } = composing;
  const type = book.style("contact");
  const owner = elementNode("P", parent);
  const span = plainSpan(type, owner);
  const target = {
    kind: "url" as const,
    url: `mailto:${line.email}`,
    description: `${line.label}${line.email}`,
  };
  const link = elementNode("Link", owner, { target });
  const linked = { ...plainSpan(book.linkStyle(type), link), link };
  const text = joinCells(
    collectWords(line.label, placed(contact.label), span),
    collectWords(line.email, placed(contact.email), line.email === "" ? span : linked),
    collectWords(line.phone, placed(contact.phone), span),
  );
  const strips = composeStrips(composing, text, {
    column,
    sizePt: type.sizePt,
    indent: 0,
    align: "left",
    // Label and number of the phone stay together, and go to the next line rather than part.
    attribution: {
      start: text.cells.length - Math.max(0, [...line.phone].length - 1),
      end: text.cells.length,
      whole: true,
    },
    place: contact.email?.span ?? contact.span,
    stack: { before: book.template.rhythm.contactBefore * geometry.pitch, whole: true, barrier: true },
  });
  return strips.map((strip) => ({ ...strip, closes: true }));
}
