/**
 * The article for an official account (公众号): sections, paragraphs, spans, strong, pictures and tables, each with its
 * styles on itself; no id, class, anchor or contents, no link, and no white space between tags, which its editor shows.
 * Entries of lists bear their marks as text, each in a section of its own.
 */
import type { Element, ElementContent } from "hast";
import { type AccountRoleName, accountColor } from "../../../../model/account-style.js";
import type { CheckedIssue } from "../../../../model/issue.js";
import type { Template } from "../../../../model/template.js";
import type { ColumnAlignment, Figure, Table, TableCell } from "../../../../model/text.js";
import { element, text } from "../../element.js";
import { type FlatBlock, type FlatInline, flatIssue, flatNote, type Words } from "../flat-issue.js";
import { type InlineWriter, writeInlines } from "../inline-writer.js";
import { noteLabel } from "../note-label.js";
import { shownSpaces } from "../shown-spaces.js";
import { splitLines } from "../split-lines.js";
import {
  CALL_CSS,
  CELL_CSS,
  CODE_CSS,
  css,
  type Declarations,
  EMPHASIS_CSS,
  entryCss,
  INLINE_CODE_CSS,
  insetCss,
  QUOTE_CSS,
  RULE_CSS,
  roleCss,
  STRUCK_CSS,
  TABLE_CSS,
} from "./account-css.js";
import type { References } from "./references.js";

export interface AccountContext {
  readonly issue: CheckedIssue;
  readonly template: Template;
  readonly references: References;
  /** what stands in a picture's place */
  readonly writePicture: (figure: Figure) => ElementContent;
}

const none = (): boolean => false;

export function renderWechat(context: AccountContext): Element[] {
  const { opening, sections } = flatIssue(context.issue, none);
  const writer = inlineWriter(context);
  const write = (block: FlatBlock) => writeBlock(block, { ...context, writer });
  const article = [
    ...opening.map(write),
    ...sections.flatMap(({ name, items }) => [
      write(name),
      ...items.map(({ title, blocks }) => element("section", {}, [write(title), ...blocks.map(write)])),
    ]),
  ];
  return [...article, ...writeReferences({ ...context, writer })];
}

interface Writing extends AccountContext {
  readonly writer: InlineWriter;
}

const inlineWriter = ({ references }: AccountContext): InlineWriter => {
  const span = (declarations: Declarations, children: readonly ElementContent[] | string) => [
    element("span", { style: css(declarations) }, typeof children === "string" ? children : [...children]),
  ];
  const call = (number: number | undefined) =>
    number === undefined ? [] : span(CALL_CSS, noteLabel(number));
  return {
    emphasis: (children) => span(EMPHASIS_CSS, children),
    strong: (children) => [element("strong", {}, children)],
    struck: (children) => span(STRUCK_CSS, children),
    code: (value) => span(INLINE_CODE_CSS, value),
    // Cut there before: split-lines.ts.
    hardBreak: () => [],
    link: (link, children) => [...children, ...call(references.ofLink(link))],
    noteCall: (number) => call(references.ofNote(number)),
  };
};

function writeBlock(block: FlatBlock, writing: Writing): Element {
  switch (block.kind) {
    case "words":
      return writeWords(block, writing);
    case "table":
      return writeTable(block.table, writing);
    case "picture":
      return element("p", { style: css({ margin: "16px 0 0", "text-align": "center" }) }, [
        writing.writePicture(block.figure),
      ]);
    case "code":
      return writeCode(block.value, writing);
    case "rule":
      return element("section", { style: css(RULE_CSS) }, "\u00A0");
    case "list":
      throw new Error("a list was not told in paragraphs");
    default:
      return block satisfies never;
  }
}

const ROLES: Readonly<Record<Words["role"], AccountRoleName>> = {
  mark: "text",
  section: "section",
  title: "title",
  heading: "heading",
  text: "text",
  quote: "quote",
  caption: "caption",
  note: "note",
  "editors-note": "quote",
  attachment: "text",
  signature: "text",
};

function writeWords(words: Words, writing: Writing): Element {
  const { role, children, inset, isEntry } = words;
  const look = ROLES[role];
  const lines = splitLines(children).map((line, index) => {
    const place = isEntry
      ? index === 0
        ? entryCss(inset)
        : insetCss(inset + 1)
      : inset > 0
        ? insetCss(inset)
        : {};
    const own = {
      ...roleCss(look, writing.template, index > 0),
      ...(role === "signature" && { "text-align": "right" }),
      ...place,
    };
    const written = writeInlines(line, writing.writer);
    const isStrong = role === "mark" || role === "title" || role === "section" || role === "heading";
    return element("p", { style: css(own) }, isStrong ? [element("strong", {}, written)] : written);
  });
  const [only, second] = lines;
  if (look === "quote")
    return element("section", { style: css({ margin: "16px 0 0", ...QUOTE_CSS }) }, lines);
  return only !== undefined && second === undefined && !isEntry ? only : element("section", {}, lines);
}

function writeCode(value: string, { template }: Writing): Element {
  const { sizePx } = template.account.table;
  const style = css({
    margin: "0",
    "font-size": `${sizePx}px`,
    "line-height": "1.5",
    "overflow-wrap": "break-word",
    color: accountColor("text", template),
  });
  const lines = value.split("\n").map((line) => element("p", { style }, shownSpaces(line)));
  return element("section", { style: css(CODE_CSS) }, lines);
}

function writeTable({ columns, header, rows }: Table, writing: Writing): Element {
  const hasHeader = header.some(({ children }) => children.length > 0);
  const row = (cells: readonly TableCell[], isHeader: boolean) =>
    element(
      "tr",
      {},
      cells.map(({ children }, column) => writeCell(children, { align: columns[column], isHeader }, writing)),
    );
  return element("table", { style: css(TABLE_CSS) }, [
    element("tbody", {}, [
      ...(hasHeader ? [row(header, true)] : []),
      ...rows.map((cells) => row(cells, false)),
    ]),
  ]);
}

function writeCell(
  children: readonly FlatInline[],
  { align, isHeader }: { readonly align: ColumnAlignment; readonly isHeader: boolean },
  { template, writer }: Writing,
): Element {
  const { margin: _, ...look } = roleCss("table", template);
  const style = css({ ...CELL_CSS, ...look, ...(align !== undefined && { "text-align": align }) });
  const lines = splitLines(children).map((line) => writeInlines(line, writer));
  const written =
    lines.length === 1
      ? lines.flat()
      : lines.map((line) => element("p", { style: css({ margin: "0" }) }, line));
  const shown = children.length === 0 ? [text("\u00A0")] : written;
  return element("td", { style }, isHeader && children.length > 0 ? [element("strong", {}, shown)] : shown);
}

/** Notes may call others while they are written: the list grows. */
function writeReferences(writing: Writing): Element[] {
  const { references, template, writer } = writing;
  const entries: Element[] = [];
  for (const reference of references.all) {
    const label = noteLabel(reference.number);
    const blocks: readonly FlatBlock[] =
      reference.kind === "link"
        ? [
            {
              kind: "words",
              role: "note",
              children: [label, reference.address],
              inset: 0,
              level: 1,
              isEntry: false,
            },
          ]
        : flatNote(reference.note, label, none);
    entries.push(
      element(
        "section",
        {},
        blocks.map((block) => writeBlock(block, writing)),
      ),
    );
  }
  if (entries.length === 0) return [];
  const kinds = new Set(references.all.map(({ kind }) => kind));
  const heading = kinds.size > 1 ? "注释和参考链接" : kinds.has("link") ? "参考链接" : "注释";
  const style = css({ ...roleCss("heading", template), color: accountColor("note", template) });
  const title = element("p", { style }, [element("strong", {}, writeInlines([heading], writer))]);
  return [element("section", {}, [title, ...entries])];
}
