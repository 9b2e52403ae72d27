/**
 * The text of an issue as websites take it: a plain row of paragraphs, lists, tables and pictures with no wrapper around
 * them. What editors of websites keep are blocks that stand side by side; of what is nested they keep the words at
 * best, so that lists which hold more than a line an entry are told in paragraphs with their marks as text. How each
 * kind of block is written is the form's own (render-fragment.ts, render-plain.ts, wechat/).
 */
import { EDITORS_NOTE_LABEL, type EditorsNote } from "../../../model/editors-note.js";
import {
  attributionPlace,
  attributionText,
  furnitureOf,
  printedSections,
  sectionHeading,
  titleOnOneLine,
} from "../../../model/furniture.js";
import type { CheckedIssue, Item, Section } from "../../../model/issue.js";
import { ATTACHMENTS_LABEL, blocksAroundEnd, itemEnd } from "../../../model/item-end.js";
import type { Block, Figure, Inline, List, ListItem, Note, Table } from "../../../model/text.js";

/** A word of the program's own (marks, labels), or of an author. */
export type FlatInline = Inline | string;

export type WordsRole =
  | "mark"
  | "section"
  | "title"
  | "heading"
  | "text"
  | "quote"
  | "caption"
  | "note"
  | "editors-note"
  | "attachment"
  | "signature";

/** A line of its own, or a paragraph. */
export interface Words {
  readonly kind: "words";
  readonly role: WordsRole;
  readonly children: readonly FlatInline[];
  /** how far it is moved in: lists and notes that it stands in without being marked itself */
  readonly inset: number;
  /** of a heading */
  readonly level: 1 | 2 | 3;
  /** an entry of a list, with its mark in front */
  readonly isEntry: boolean;
}

export interface FlatList {
  readonly kind: "list";
  readonly ordered: boolean;
  /** a paragraph each */
  readonly entries: readonly (readonly FlatInline[])[];
}

export type FlatBlock =
  | Words
  | FlatList
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "picture"; readonly figure: Figure }
  | { readonly kind: "code"; readonly value: string; readonly language: string | undefined }
  | { readonly kind: "rule" };

export interface FlatItem {
  readonly item: Item;
  readonly title: Words;
  readonly blocks: readonly FlatBlock[];
}

export interface FlatSection {
  readonly section: Section;
  readonly name: Words;
  readonly items: readonly FlatItem[];
}

export interface FlatIssue {
  /** marks of secrecy and of a draft, the issue's editor's note */
  readonly opening: readonly FlatBlock[];
  readonly sections: readonly FlatSection[];
}

/** @param isList whether a list that has one paragraph an entry is told as a list; else as paragraphs with marks */
export function flatIssue(issue: CheckedIssue, isList: (list: List) => boolean): FlatIssue {
  const { draft, marks } = furnitureOf(issue);
  const flat: Flat = { isList, role: "text", depth: 0 };
  return {
    opening: [
      ...(draft === undefined ? [] : [words("mark", [draft])]),
      ...marks.map(({ text }) => words("mark", [text])),
      ...editorsNote(issue.editorsNote),
    ],
    sections: printedSections(issue).map((section) => ({
      section,
      name: words("section", [sectionHeading(section.name.value)]),
      items: section.items.map((item) => flatItem(item, flat)),
    })),
  };
}

/** @param label what the text calls it by */
export const flatNote = (note: Note, label: string, isList: (list: List) => boolean): readonly FlatBlock[] =>
  flatBlocks(note.children, { isList, role: "note", depth: 0 }, label);

interface Flat {
  readonly isList: (list: List) => boolean;
  /** of paragraphs */
  readonly role: WordsRole;
  /** lists around */
  readonly depth: number;
}

const words = (role: WordsRole, children: readonly FlatInline[], inset = 0): Words => ({
  kind: "words",
  role,
  children,
  inset,
  level: 1,
  isEntry: false,
});

const editorsNote = (note: EditorsNote | undefined): readonly FlatBlock[] =>
  (note?.paragraphs ?? []).map(({ children }, index) =>
    words("editors-note", index === 0 ? [EDITORS_NOTE_LABEL, ...children] : children),
  );

function flatItem(item: Item, flat: Flat): FlatItem {
  const { text, pictures } = blocksAroundEnd(item.blocks);
  const blocks = [
    ...editorsNote(item.editorsNote),
    ...(item.attribution === undefined
      ? flatBlocks(text, flat)
      : withAttribution(text, attributionText(item.attribution.value), flat)),
    ...ending(item),
    ...flatBlocks(pictures, flat),
  ];
  return { item, title: words("title", [titleOnOneLine(item)]), blocks };
}

/** It joins the last paragraph, or makes one of its own. */
function withAttribution(blocks: readonly Block[], attribution: string, flat: Flat): readonly FlatBlock[] {
  const { index, joins } = attributionPlace(blocks);
  const last = blocks[index];
  if (!joins || last?.kind !== "paragraph") {
    return [...flatBlocks(blocks, flat), words("text", [attribution])];
  }
  return [
    ...flatBlocks(blocks.slice(0, index), flat),
    words("text", [...last.children, attribution]),
    ...flatBlocks(blocks.slice(index + 1), flat),
  ];
}

function ending(item: Item): readonly FlatBlock[] {
  const { attachments = [], signature = [] } = itemEnd(item) ?? {};
  return [
    ...attachments.map(({ number, name }, index) =>
      words("attachment", [`${index === 0 ? ATTACHMENTS_LABEL : ""}${number}${name}`]),
    ),
    ...signature.map(({ text }) => words("signature", [text])),
  ];
}

/** @param label joins the first paragraph, or makes one of its own */
function flatBlocks(blocks: readonly Block[], flat: Flat, label = ""): readonly FlatBlock[] {
  const [first] = blocks;
  const isEntry = flat.depth > 0;
  const labelled = (children: readonly FlatInline[]): Words => ({
    ...words(flat.role, [label, ...children], Math.max(0, flat.depth - 1)),
    isEntry,
  });
  const alone = label !== "" && first?.kind !== "paragraph" ? [labelled([])] : [];
  const rest = blocks.flatMap((block, index) => {
    if (index > 0 || label === "" || block.kind !== "paragraph") return flatBlock(block, flat);
    return [labelled(block.children)];
  });
  return [...alone, ...rest];
}

const inset = ({ depth }: Flat): number => depth;

function flatBlock(block: Block, flat: Flat): readonly FlatBlock[] {
  switch (block.kind) {
    case "paragraph":
      return [words(flat.role, block.children, inset(flat))];
    case "heading":
      return [{ ...words("heading", block.children), level: block.level }];
    case "list": {
      const list = flat.depth === 0 ? asList(block, flat) : undefined;
      return list === undefined ? listInParagraphs(block, flat) : [list];
    }
    case "quote":
      return flatBlocks(block.children, { ...flat, role: flat.role === "text" ? "quote" : flat.role });
    case "code-block":
      return [{ kind: "code", value: block.value, language: block.language }];
    case "table":
      return [{ kind: "table", table: block }];
    case "figure":
      return picture(block);
    case "figure-row":
      return [
        ...block.figures.flatMap(picture),
        ...(block.caption === undefined ? [] : [words("caption", block.caption.children)]),
      ];
    case "thematic-break":
      return [{ kind: "rule" }];
    default:
      return block satisfies never;
  }
}

const picture = (figure: Figure): readonly FlatBlock[] => [
  { kind: "picture", figure },
  ...(figure.caption === undefined ? [] : [words("caption", [figure.caption])]),
];

/**
 * wangEditor drops a list within a list.
 * @returns undefined where an entry holds more than a paragraph, or numbers do not begin at 1
 */
function asList(list: List, flat: Flat): FlatList | undefined {
  if ((list.ordered && list.start !== 1) || !flat.isList(list)) return undefined;
  const entries = list.items.map((item) => {
    const [only, second] = item.children;
    return only?.kind === "paragraph" && second === undefined ? [boxOf(item), ...only.children] : undefined;
  });
  if (entries.includes(undefined)) return undefined;
  return { kind: "list", ordered: list.ordered, entries: entries.flatMap((entry) => (entry ? [entry] : [])) };
}

function listInParagraphs(list: List, flat: Flat): readonly FlatBlock[] {
  return list.items.flatMap((item, index) =>
    flatBlocks(
      item.children,
      { ...flat, depth: flat.depth + 1 },
      markOf(list, item, { index, depth: flat.depth }),
    ),
  );
}

/** Marks by depth, those of the DOCX edition. */
const BULLETS = ["•", "◦", "▪"];
const CHECKED = "☑";
const UNCHECKED = "□";
/** Between a mark and its entry: no editor takes an em space for one that it may drop. */
export const BEHIND_MARK = "\u2003";

/** @returns `☑ ` as words, for a box that could be ticked is no text */
const boxOf = ({ checked }: ListItem): string =>
  checked === undefined ? "" : `${checked ? CHECKED : UNCHECKED}${BEHIND_MARK}`;

function markOf(
  list: List,
  item: ListItem,
  { index, depth }: { readonly index: number; readonly depth: number },
): string {
  const box = boxOf(item);
  if (list.ordered) return `${list.start + index}.${BEHIND_MARK}${box}`;
  return box === "" ? `${BULLETS[depth % BULLETS.length] ?? "•"}${BEHIND_MARK}` : box;
}
