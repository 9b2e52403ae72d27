/**
 * The article in headings, paragraphs, lists, tables, pictures, links and the two emphases alone, without class, id or
 * style: for pages that keep nothing else, and for programs. A line break makes a paragraph, code is text in lines.
 * Words that are struck out cannot be shown so: the rule web/held-by-form tells of them.
 */
import type { Element, ElementContent } from "hast";
import type { Inline, List, Table, TableCell } from "../../../model/text.js";
import { element } from "../element.js";
import { pictureToken } from "../embed-pictures.js";
import type { HtmlContext } from "../html-context.js";
import { safeUrl } from "../safe-url.js";
import {
  type FlatBlock,
  type FlatInline,
  type FlatList,
  flatIssue,
  flatNote,
  type Words,
} from "./flat-issue.js";
import { pictureOfFigure } from "./form-picture.js";
import { type InlineWriter, writeInlines } from "./inline-writer.js";
import { asStrong } from "./links-outermost.js";
import { noteLabel } from "./note-label.js";
import { shownSpaces } from "./shown-spaces.js";
import { splitLines } from "./split-lines.js";

type PlainContext = Pick<HtmlContext, "issue" | "assets" | "pictures">;

const INLINES: InlineWriter = {
  emphasis: (children) => [element("em", {}, children)],
  strong: (children) => [element("strong", {}, children)],
  struck: (children) => children,
  code: (value) => writeInlines([value], INLINES),
  // Cut there before: split-lines.ts.
  hardBreak: () => [],
  link({ url }, children) {
    const href = safeUrl(url.value);
    return href === undefined ? children : [element("a", { href }, children)];
  },
  noteCall: (number) => writeInlines([noteLabel(number)], INLINES),
};

export function renderPlain(context: PlainContext): Element[] {
  const { opening, sections } = flatIssue(context.issue, isOneLined);
  const write = (block: FlatBlock) => writeBlock(block, context);
  return [
    ...opening.flatMap(write),
    ...sections.flatMap(({ name, items }) => [
      element("h2", {}, writeInlines(name.children, INLINES)),
      ...items.flatMap(({ item, title, blocks }) => [
        element("h3", {}, writeInlines(title.children, INLINES)),
        ...blocks.flatMap(write),
        ...item.notes.flatMap((note) => flatNote(note, noteLabel(note.number), isOneLined)).flatMap(write),
      ]),
    ]),
  ];
}

/** An entry of several lines has no element for their break. */
const isOneLined = ({ items }: List): boolean =>
  items.every(({ children: [first] }) => first?.kind !== "paragraph" || !hasBreak(first.children));

const hasBreak = (inlines: readonly Inline[]): boolean =>
  inlines.some(
    (inline) => inline.kind === "hard-break" || ("children" in inline && hasBreak(inline.children)),
  );

function writeBlock(block: FlatBlock, context: PlainContext): Element[] {
  switch (block.kind) {
    case "words":
      return writeWords(block);
    case "list":
      return [writeList(block)];
    case "table":
      return [writeTable(block.table)];
    case "picture": {
      const { alt, picture } = pictureOfFigure(block.figure, context.assets);
      const token = pictureToken(context.pictures.push(picture.bytes) - 1);
      return [element("p", {}, [element("img", { src: `data:image/${picture.kind};base64,${token}`, alt })])];
    }
    case "code":
      return block.value.split("\n").map((line) => element("p", {}, shownSpaces(line)));
    case "rule":
      return [];
    default:
      return block satisfies never;
  }
}

/** wangEditor knows no h6; in print the third level looks like the text, too. */
const HEADINGS = { 1: "h4", 2: "h5", 3: undefined } as const;

function writeWords({ role, level, children }: Words): Element[] {
  if (role !== "heading") return paragraphs(children);
  const name = HEADINGS[level];
  return name === undefined ? paragraphs(asStrong(children)) : [element(name, {}, joinedLines(children))];
}

const paragraphs = (children: readonly FlatInline[]): Element[] =>
  splitLines(children).map((line) => element("p", {}, writeInlines(line, INLINES)));

const joinedLines = (children: readonly FlatInline[]): ElementContent[] =>
  splitLines(children).flatMap((line, index) => writeInlines(index === 0 ? line : [" ", ...line], INLINES));

const writeList = ({ ordered, entries }: FlatList): Element =>
  element(
    ordered ? "ol" : "ul",
    {},
    entries.map((entry) => element("li", {}, writeInlines(entry, INLINES))),
  );

function writeTable({ header, rows }: Table): Element {
  const hasHeader = header.some(({ children }) => children.length > 0);
  const row = (cells: readonly TableCell[], isHeader: boolean) =>
    element(
      "tr",
      {},
      cells.map(({ children }) =>
        element(isHeader && children.length > 0 ? "th" : "td", {}, cellLines(children)),
      ),
    );
  return element("table", {}, [
    ...(hasHeader ? [element("thead", {}, [row(header, true)])] : []),
    ...(rows.length > 0
      ? [
          element(
            "tbody",
            {},
            rows.map((cells) => row(cells, false)),
          ),
        ]
      : []),
  ]);
}

/** Quill drops a cell in which nothing stands, and the row moves up. */
const NOTHING = "\u00A0";

function cellLines(children: readonly FlatInline[]): ElementContent[] {
  if (children.length === 0) return writeInlines([NOTHING], INLINES);
  const lines = splitLines(children);
  return lines.length === 1 ? writeInlines(children, INLINES) : paragraphs(children);
}
