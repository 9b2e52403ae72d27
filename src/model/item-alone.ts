/**
 * The issue of one item: its masthead, its section and it, for what goes out item by item. What belongs to the issue as a
 * whole stays behind: contents, the issue's own editor's note, those who made it and those it went to.
 */
import type { Issue, Item } from "./issue.js";
import type { Block, Inline, ListItem, Note, TableCell } from "./text.js";

/**
 * @param item one of the issue's own, the very object
 * @param slug stem of its files
 * @returns the same kind of issue: of one that was checked, no part can be wrong
 * @throws Error where no section of the issue has the item
 */
export function itemAlone<T extends Issue>(issue: T, item: Item, slug: string): T {
  const section = issue.sections.find(({ items }) => items.includes(item));
  if (section === undefined) throw new Error(`${item.path} is not an item of ${issue.path}`);
  const alone = withOwnNotes(item);
  return {
    ...issue,
    editorsNote: undefined,
    sections: [{ ...section, items: [alone] }],
    alone,
    editorial: undefined,
    distribution: undefined,
    contents: { value: false, span: issue.number.span },
    slug: { ...issue.slug, value: slug },
  };
}

/** @returns the item with its notes counted from 1 */
function withOwnNotes(item: Item): Item {
  if (item.notes.every(({ number }, index) => number === index + 1)) return item;
  const numbers = new Map(item.notes.map(({ number }, index) => [number, index + 1]));
  const notes = item.notes.map(
    (note, index): Note => ({ ...note, number: index + 1, children: renumbered(note.children, numbers) }),
  );
  return { ...item, blocks: renumbered(item.blocks, numbers), notes };
}

type Numbers = ReadonlyMap<number, number>;

const renumbered = (blocks: readonly Block[], numbers: Numbers): readonly Block[] =>
  blocks.map((block) => renumberedBlock(block, numbers));

function renumberedBlock(block: Block, numbers: Numbers): Block {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return withInlines(block, numbers);
    case "list":
      return {
        ...block,
        items: block.items.map(
          (entry): ListItem => ({ ...entry, children: renumbered(entry.children, numbers) }),
        ),
      };
    case "quote":
      return { ...block, children: renumbered(block.children, numbers) };
    case "table":
      return {
        ...block,
        header: renumberedRow(block.header, numbers),
        rows: block.rows.map((row) => renumberedRow(row, numbers)),
      };
    case "figure-row":
      return block.caption === undefined ? block : { ...block, caption: withInlines(block.caption, numbers) };
    case "figure":
    case "code-block":
    case "thematic-break":
      return block;
    default:
      return block satisfies never;
  }
}

const renumberedRow = (row: readonly TableCell[], numbers: Numbers): readonly TableCell[] =>
  row.map((cell) => withInlines(cell, numbers));

const withInlines = <T extends { readonly children: readonly Inline[] }>(holder: T, numbers: Numbers): T => ({
  ...holder,
  children: holder.children.map((inline) => renumberedInline(inline, numbers)),
});

function renumberedInline(inline: Inline, numbers: Numbers): Inline {
  switch (inline.kind) {
    case "note-reference":
      return { ...inline, number: numbers.get(inline.number) ?? inline.number };
    case "emphasis":
    case "strong":
    case "strikethrough":
    case "link":
      return withInlines(inline, numbers);
    case "text":
    case "inline-code":
    case "hard-break":
      return inline;
    default:
      return inline satisfies never;
  }
}
