/**
 * The article part alone, for a content management system: headings, paragraphs, lists, tables and pictures in a row,
 * each of elements that the common sanitisers and editors keep (docs/web-forms.md, test/judges/web-forms.judge.ts).
 * What they remove is not relied on: anchors are there, but no word needs one; alignment is said in two ways, for some
 * keep the style and others the old attribute.
 */
import type { Element, ElementContent } from "hast";
import type { ColumnAlignment, List, Table, TableCell } from "../../../model/text.js";
import { anchorsOf } from "../anchors.js";
import { element, text } from "../element.js";
import { pictureToken } from "../embed-pictures.js";
import type { HtmlContext } from "../html-context.js";
import { safeUrl } from "../safe-url.js";
import { type FlatBlock, type FlatList, flatIssue, flatNote, type Words } from "./flat-issue.js";
import { pictureOfFigure } from "./form-picture.js";
import { type InlineWriter, writeInlines } from "./inline-writer.js";
import { asStrong } from "./links-outermost.js";
import { noteLabel } from "./note-label.js";

const INLINES: InlineWriter = {
  emphasis: (children) => [element("em", {}, children)],
  strong: (children) => [element("strong", {}, children)],
  struck: (children) => [element("s", {}, children)],
  code: (value) => [element("code", {}, value)],
  hardBreak: () => [element("br", {})],
  link({ url }, children) {
    const href = safeUrl(url.value);
    return href === undefined ? children : [element("a", { href }, children)];
  },
  noteCall: (number) => [element("sup", {}, noteLabel(number))],
};

const isList = (_: List): boolean => true;

export function renderFragment(context: Pick<HtmlContext, "issue" | "assets" | "pictures">): Element[] {
  const { opening, sections } = flatIssue(context.issue, isList);
  const anchors = anchorsOf(context.issue);
  const write = (block: FlatBlock) => writeBlock(block, context);
  return [
    ...opening.flatMap(write),
    ...sections.flatMap(({ section, name, items }) => [
      element("h2", { id: anchors.ofSection(section) }, writeInlines(name.children, INLINES)),
      ...items.flatMap(({ item, title, blocks }) => [
        element("h3", { id: anchors.ofItem(item) }, writeInlines(title.children, INLINES)),
        ...blocks.flatMap(write),
        ...item.notes.flatMap((note) => flatNote(note, noteLabel(note.number), isList)).flatMap(write),
      ]),
    ]),
  ];
}

function writeBlock(block: FlatBlock, context: Pick<HtmlContext, "assets" | "pictures">): Element[] {
  switch (block.kind) {
    case "words":
      return [writeWords(block)];
    case "list":
      return [writeList(block)];
    case "table":
      return [writeTable(block.table)];
    case "picture":
      return [writePicture(block, context)];
    case "code":
      return [element("pre", {}, [element("code", {}, block.value)])];
    case "rule":
      return [element("hr", {})];
    default:
      return block satisfies never;
  }
}

/** wangEditor knows no h6; in print the third level looks like the text, too. */
const HEADINGS = { 1: "h4", 2: "h5", 3: undefined } as const;

function writeWords({ role, level, children, inset }: Words): Element {
  const written = writeInlines(children, INLINES);
  switch (role) {
    case "heading": {
      const name = HEADINGS[level];
      return name === undefined
        ? element("p", {}, writeInlines(asStrong(children), INLINES))
        : element(name, {}, written);
    }
    case "quote":
      return element("blockquote", {}, written);
    case "mark":
      return element("p", {}, [element("strong", {}, written)]);
    case "caption":
      return element("p", { style: "text-align: center" }, written);
    case "signature":
      return element("p", { style: "text-align: right" }, written);
    default:
      return element("p", inset === 0 ? {} : { style: `padding-left: ${2 * inset}em` }, written);
  }
}

const writeList = ({ ordered, entries }: FlatList): Element =>
  element(
    ordered ? "ol" : "ul",
    {},
    entries.map((entry) => element("li", {}, writeInlines(entry, INLINES))),
  );

function writeTable({ columns, header, rows }: Table): Element {
  const hasHeader = header.some(({ children }) => children.length > 0);
  const row = (cells: readonly TableCell[], isHeader: boolean) =>
    element(
      "tr",
      {},
      cells.map(({ children }, column) => {
        // An empty header cell names nothing.
        const isNamed = isHeader && children.length > 0;
        const properties = { ...(isNamed && { scope: "col" }), ...alignment(columns[column]) };
        return element(isNamed ? "th" : "td", properties, cellOf(children));
      }),
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
const cellOf = (children: TableCell["children"]): ElementContent[] =>
  children.length === 0 ? [element("br", {})] : writeInlines(children, INLINES);

const alignment = (align: ColumnAlignment) =>
  align === undefined ? {} : { align, style: `text-align: ${align}` };

function writePicture(
  { figure }: { readonly figure: Parameters<typeof pictureOfFigure>[0] },
  context: Pick<HtmlContext, "assets" | "pictures">,
): Element {
  const { alt, width, picture } = pictureOfFigure(figure, context.assets);
  const token = pictureToken(context.pictures.push(picture.bytes) - 1);
  const image = element("img", {
    src: `data:image/${picture.kind};base64,${token}`,
    alt,
    width: width.px,
    style: `max-width: 100%${width.css === undefined ? "" : `; width: ${width.css}`}`,
  });
  return element("p", { style: "text-align: center" }, [image]);
}

/** Blocks stand on lines of their own, for those who read the source. */
export const onLines = (blocks: readonly Element[]): ElementContent[] =>
  blocks.flatMap((block) => [block, text("\n")]);
