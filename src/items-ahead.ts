/**
 * Which items of an issue another thread has already: they go over once, in rows while the issue is read, and the order
 * for its pages leaves them out.
 */
import type { PagesOrder } from "./issue-pages.js";
import type { CheckedIssue, Item, Section } from "./model/issue.js";
import type { ItemsAhead } from "./pages-ahead.js";
import type { ReadInPlace } from "./read/read-in-place.js";

/** Items handed over at once: few enough that the other thread soon has something to do. */
const ROW_ITEMS = 10;

/** An order without the items that went ahead. */
export interface ShortOrder {
  readonly order: PagesOrder;
  /** how many of each section went ahead */
  readonly ahead: readonly number[];
}

export function itemsAhead(send: (items: ItemsAhead) => void) {
  const sent: Item[][] = [];
  let row: { index: number; section: Omit<Section, "items">; items: Item[] } | undefined;
  const flush = () => {
    if (row === undefined) return;
    send(row);
    sent[row.index] = [...(sent[row.index] ?? []), ...row.items];
    row = undefined;
  };
  return {
    take({ index, section, item }: ReadInPlace): void {
      if (row?.index !== index) flush();
      row ??= { index, section, items: [] };
      row.items.push(item);
      if (row.items.length >= ROW_ITEMS) flush();
    },
    /** What is left of the last row goes with the order. */
    shorten(order: PagesOrder): ShortOrder {
      const { issue } = order.input;
      const ahead = issue.sections.map(({ items }, index) => {
        const gone = sent[index] ?? [];
        return gone.every((item, at) => items[at] === item) ? gone.length : 0;
      });
      const sections = issue.sections.map((section, index) => ({
        ...section,
        items: section.items.slice(ahead[index]),
      }));
      // Fonts were found by them when they were opened.
      return { order: { ...withSections(order, sections), sources: new Map() }, ahead };
    },
  };
}

/** @returns the order as it was given */
export function lengthen(
  { order, ahead }: ShortOrder,
  itemsOf: (index: number) => readonly Item[] = () => [],
): PagesOrder {
  const sections = order.input.issue.sections.map((section, index) => {
    const gone = itemsOf(index).slice(0, ahead[index]);
    if (gone.length < (ahead[index] ?? 0)) throw new Error("items that went ahead did not arrive");
    return { ...section, items: [...gone, ...section.items] };
  });
  return withSections(order, sections);
}

function withSections(order: PagesOrder, sections: readonly Section[]): PagesOrder {
  const issue: CheckedIssue = { ...order.input.issue, sections };
  return { ...order, input: { ...order.input, issue } };
}
