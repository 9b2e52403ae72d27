/**
 * An issue as strips, in the order of reading: the galley that pages are filled with. The contents are
 * not in it, since their numbers come from the pages.
 */

import { aboveNoteLines } from "../../model/editors-note.js";
import { furnitureOf, printedSections, showsContents } from "../../model/furniture.js";
import type { CheckedIssue, Item, Section } from "../../model/issue.js";
import { blocksAroundEnd, itemEnd } from "../../model/item-end.js";
import type { Keep } from "../../model/kept-values.js";
import { type ElementNode, elementNode } from "../element-node.js";
import type { Fault } from "../fault.js";
import { composeBlocks } from "./compose-blocks.js";
import { composeContact } from "./compose-contact.js";
import { composeEditorsNote } from "./compose-editors-note.js";
import { composeImprint } from "./compose-imprint.js";
import { withItemEnd } from "./compose-item-end.js";
import { composeMasthead } from "./compose-masthead.js";
import { composeNote } from "./compose-notes.js";
import {
  breakItemTitle,
  composeSectionHeading,
  composeTitle,
  type HeadingPlace,
  type OfficeTitle,
  officeTitle,
} from "./compose-title.js";
import type { BlockContext, Column, Composing } from "./composing.js";
import { anchorFigures, faultsOf, heightOf, type Strip } from "./strip.js";

export interface Galley {
  readonly root: ElementNode;
  readonly column: Column;
  readonly sections: readonly Section[];
  /** how an office program is to set the items' titles, by section and item */
  readonly titles: ReadonlyMap<string, OfficeTitle>;
  readonly masthead: readonly Strip[];
  readonly body: readonly Strip[];
  readonly notes: ReadonlyMap<number, readonly Strip[]>;
  readonly imprint: readonly Strip[];
  readonly hasCover: boolean;
  readonly hasContents: boolean;
}

/** An item by itself: what the pages are filled with, and what an office program is told of its title. */
export interface ComposedItem {
  readonly strips: readonly Strip[];
  readonly notes: ReadonlyMap<number, readonly Strip[]>;
  readonly officeTitle: OfficeTitle;
}

/** Where an item's strips hang, and what keeps them during one composition. */
export interface GalleyMaking {
  readonly root: ElementNode;
  readonly keepSection: Keep<number, ElementNode>;
  readonly keepItem: Keep<object, ComposedItem>;
}

export function composeGalley(composing: Composing, issue: CheckedIssue, making: GalleyMaking): Galley {
  const { geometry, book } = composing;
  const { root } = making;
  const furniture = furnitureOf(issue);
  const column = bodyColumn(composing);
  const sections = printedSections(issue);
  const masthead = [
    ...composeMasthead(composing, {
      furniture,
      issue,
      column,
      parent: root,
    }),
    ...(issue.editorsNote === undefined
      ? []
      : withRoom(
          composeEditorsNote(composing, issue.editorsNote, { column, parent: root }),
          aboveNoteLines(book.template) * geometry.pitch,
        )),
  ];
  const notes = new Map<number, readonly Strip[]>();
  const titles = new Map<string, OfficeTitle>();
  const body: Strip[] = [];
  sections.forEach((section, index) => {
    const { heading, items } = composeSection(composing, section, { index, from: 0, making });
    body.push(...heading);
    items.forEach((own, itemIndex) => {
      for (const strip of own.strips) body.push(strip);
      titles.set(`${index} ${itemIndex}`, own.officeTitle);
      for (const [number, note] of own.notes) notes.set(number, note);
    });
  });
  body.push(
    ...composeContact(composing, {
      line: furniture.contact,
      contact: issue.house.contact,
      column,
      parent: root,
    }),
  );
  const imprint = composeImprint(composing, {
    imprint: furniture.imprint,
    issue,
    parent: root,
  });
  const { contents } = book.template;
  const withContents = showsContents(issue, book.template);
  return {
    root,
    column,
    sections,
    titles,
    masthead,
    body: anchorFigures(body),
    notes,
    imprint,
    hasCover: withContents && contents.ownPage,
    hasContents: withContents,
  };
}

const bodyColumn = ({ geometry }: Composing): Column => ({ x: 0, width: geometry.width, role: "body" });

/**
 * @param index among the printed sections
 * @param from the first of the items that are wanted
 */
export function composeSection(
  composing: Composing,
  section: Section,
  { index, from, making }: { readonly index: number; readonly from: number; readonly making: GalleyMaking },
): { readonly heading: readonly Strip[]; readonly items: readonly ComposedItem[] } {
  const { root, keepSection, keepItem } = making;
  const title = section.name.value;
  const column = bodyColumn(composing);
  const parent = keepSection(index, [root, title], () => elementNode("Sect", root, { title }));
  const place = { parent, column, entry: { section: index, item: undefined } };
  const heading = composeSectionHeading(composing, section, place);
  const items = section.items.slice(from).map((item, later) => {
    const entry = { section: index, item: from + later };
    const above = entry.item === 0 ? heightOf(heading) : 0;
    return keepItem(item, [composing.book, parent, index, entry.item, above], () =>
      composeItem(composing, item, { parent, column, entry, above }),
    );
  });
  return { heading, items };
}

function composeItem(
  composing: Composing,
  item: Item,
  { parent: section, column, entry, above }: HeadingPlace & Pick<BlockContext, "above">,
): ComposedItem {
  const parent = elementNode("Art", section);
  const at = { parent, column, entry };
  const broken = breakItemTitle(composing, item, at);
  const title = composeTitle(composing, broken, at);
  const place = { column, parent, above: above + heightOf(title) };
  return {
    strips: [...title, ...composeItemBody(composing, item, place)],
    notes: new Map(item.notes.map((note) => [note.number, composeNote(composing, note, parent)])),
    officeTitle: officeTitle(broken, column.width),
  };
}

function composeItemBody(
  composing: Composing,
  item: Item,
  place: Pick<BlockContext, "column" | "parent" | "above">,
): readonly Strip[] {
  const { indentEm } = composing.book.template.rhythm;
  const { attribution: signature } = item;
  const context = { ...place, composing, indentEm };
  const note = item.editorsNote === undefined ? [] : composeEditorsNote(composing, item.editorsNote, place);
  if (itemEnd(item) === undefined) return withNote(note, composeBlocks(item.blocks, context, signature));
  const { text, pictures } = blocksAroundEnd(item.blocks);
  const words = withNote(note, composeBlocks(text, context, signature));
  return [
    ...withItemEnd(words, composing, { item, place }),
    ...composeBlocks(pictures, { ...context, above: 0 }),
  ];
}

function withRoom(strips: readonly Strip[], before: number): readonly Strip[] {
  const [first, ...rest] = strips;
  return first === undefined || before === 0 ? strips : [{ ...first, before }, ...rest];
}

/** A note is never left behind on the page before the text that it speaks of. */
function withNote(note: readonly Strip[], text: readonly Strip[]): readonly Strip[] {
  const last = note.at(-1);
  if (last === undefined) return text;
  const isFollowed = text.length > 0 && text[0]?.figure === undefined;
  return [...note.slice(0, -1), { ...last, keep: isFollowed }, ...text];
}

/** @returns what was found wrong anywhere in it */
export const faultsOfGalley = ({ masthead, body, notes, imprint }: Galley): readonly Fault[] =>
  [masthead, body, ...notes.values(), imprint].flatMap(faultsOf);
