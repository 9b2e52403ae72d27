/** The characters that every edition of an issue must say, taken from the model. */

import type { EditorsNote } from "../../src/model/editors-note.js";
import {
  attributionPlace,
  attributionText,
  furnitureOf,
  printedSections,
  sectionHeading,
  showsContents,
  titleOnOneLine,
} from "../../src/model/furniture.js";
import type { Issue, Item } from "../../src/model/issue.js";
import { plainText } from "../../src/model/plain-text.js";
import type { Block, Inline } from "../../src/model/text.js";
import { type EditionText, withoutSpace } from "./edition-text.js";

/** @param pageOf the number printed behind an item in the contents; none where the edition has no pages */
export function modelText(issue: Issue, pageOf: (section: number, item: number) => string): EditionText {
  const furniture = furnitureOf(issue);
  const sections = printedSections(issue);
  const contents = showsContents(issue, { contents: { show: true, ownPage: false } })
    ? [
        furniture.contentsHeading,
        ...sections.flatMap(({ name, items }, section) => [
          sectionHeading(name.value),
          ...items.map((item, index) => titleOnOneLine(item) + pageOf(section, index)),
        ]),
      ]
    : [];
  const { contact, imprint } = furniture;
  const imprintParts = imprint.empty
    ? []
    : [
        ...imprint.recipients.flatMap(({ label, names }) => [label, names]),
        ...imprint.editors.flatMap(({ label, name }) => [label, name]),
        imprint.publisher,
        imprint.printedOn,
        imprint.copies ?? "",
      ];
  const parts = [
    furniture.draft ?? "",
    ...furniture.marks.map(({ text }) => text),
    furniture.name,
    furniture.issueLine,
    furniture.publisher ?? "",
    furniture.dateLine,
    noteText(issue.editorsNote),
    ...contents,
    ...sections.flatMap(({ name, items }) => [sectionHeading(name.value), ...items.map(itemText)]),
    contact.label,
    contact.email,
    contact.phone,
    ...imprintParts,
  ];
  const notes = sections.flatMap(({ items }) => items).flatMap((item) => item.notes);
  return {
    body: withoutSpace(parts.join("")),
    captions: withoutSpace(
      sections.flatMap(({ items }) => items.flatMap(({ blocks }) => captionsOf(blocks))).join(""),
    ),
    notes: withoutSpace(notes.map((note) => blocksText(note.children)).join("")),
    tasks: sections
      .flatMap(({ items }) => items)
      .map((item) => tasksOf(item.blocks))
      .join(""),
  };
}

function itemText(item: Item): string {
  const attribution = item.attribution === undefined ? "" : attributionText(item.attribution.value);
  const { index } = attributionPlace(item.blocks);
  const [before, behind] = [item.blocks.slice(0, index + 1), item.blocks.slice(index + 1)];
  const text = noteText(item.editorsNote) + blocksText(before) + attribution;
  return titleOnOneLine(item) + text + endText(item) + blocksText(behind);
}

/** Said here in words of its own, so that a mistake in what all editions share is seen. */
export function noteText(note: EditorsNote | undefined): string {
  return note === undefined ? "" : `编者按：${blocksText(note.paragraphs)}`;
}

export function endText({ attachments = [], signed }: Item): string {
  const names = attachments.map(({ value }, index) =>
    attachments.length === 1 ? value : `${index + 1}．${value}`,
  );
  const list = names.length === 0 ? "" : `附件：${names.join("")}`;
  const date = signed?.date?.value;
  const day = date === undefined ? "" : `${date.year}年${date.month}月${date.day}日`;
  return list + (signed?.by ?? []).map(({ value }) => value).join("") + day;
}

const blocksText = (blocks: readonly Block[]): string => blocks.map(blockText).join("");

/** Labels of lists (1. •) are the edition's own way of showing structure and are not compared; boxes of tasks by themselves. */
function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return inlineText(block.children);
    case "list":
      return block.items.map((item) => blocksText(item.children)).join("");
    case "quote":
      return blocksText(block.children);
    case "code-block":
      return block.value;
    case "table":
      return [block.header, ...block.rows]
        .flatMap((row) => row.map((cell) => inlineText(cell.children)))
        .join("");
    case "figure":
    case "figure-row":
    case "thematic-break":
      return "";
    default:
      return block satisfies never;
  }
}

const tasksOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === "quote") return tasksOf(block.children);
      if (block.kind !== "list") return "";
      return block.items
        .map(
          ({ checked, children }) => (checked === undefined ? "" : checked ? "☑" : "☐") + tasksOf(children),
        )
        .join("");
    })
    .join("");

const inlineText = (inlines: readonly Inline[]): string => plainText(inlines);

/** Those of pictures, and behind its pictures' that of a row. */
const captionsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case "figure":
        return block.caption === undefined ? [] : [block.caption];
      case "figure-row":
        return [
          ...captionsOf(block.figures),
          ...(block.caption === undefined ? [] : [inlineText(block.caption.children)]),
        ];
      case "list":
        return block.items.flatMap(({ children }) => captionsOf(children));
      case "quote":
        return captionsOf(block.children);
      default:
        return [];
    }
  });
