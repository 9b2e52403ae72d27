/** A document as pandoc reads it, from its own tree as JSON. */
import { execFileSync } from "node:child_process";
import { compact, type DocxOutline } from "./docx-outline.js";

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "t" in value;

export function readByPandoc(path: string): DocxOutline {
  const printed = execFileSync("pandoc", ["-f", "docx", "-t", "json", path], { maxBuffer: 2 ** 28 });
  const { blocks } = JSON.parse(printed.toString()) as { readonly blocks: readonly unknown[] };
  const all = (value: unknown, kind: string): readonly Node[] => {
    if (isNode(value)) return [...(value.t === kind ? [value] : []), ...all(value.c, kind)];
    if (Array.isArray(value)) return value.flatMap((one) => all(one, kind));
    return [];
  };
  return {
    text: textOf(blocks),
    headings: all(blocks, "Header").map(({ c }) => {
      const [level, , inlines] = c as [number, unknown, unknown];
      return [level, textOf(inlines)] as const;
    }),
    tables: all(blocks, "Table").map(({ c }) => cellsOf(c)),
    links: all(blocks, "Link").map(({ c }) => (c as [unknown, unknown, [string, string]])[2][0]),
    items: itemsOf(blocks),
    pictures: all(blocks, "Image").map(({ c }) => textOf((c as unknown[])[1])),
    notes: all(blocks, "Note").map(({ c }) => textOf(c)),
    strong: all(withoutNotes(blocks), "Strong")
      .map(({ c }) => textOf(c))
      .join(""),
    emphasis: all(withoutNotes(blocks), "Emph")
      .map(({ c }) => textOf(c))
      .join(""),
  };
}

function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (!isNode(value)) return value;
  return value.t === "Note" ? { t: "Space" } : { ...value, c: withoutNotes(value.c) };
}

/** First blocks of the items of lists, in reading order. */
function itemsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(itemsOf);
  if (!isNode(value)) return [];
  const items =
    value.t === "BulletList" ? value.c : value.t === "OrderedList" ? (value.c as unknown[])[1] : undefined;
  if (items === undefined) return itemsOf(value.c);
  return (items as unknown[][]).flatMap(([first, ...rest]) => [textOf(first), ...itemsOf(rest)]);
}

/** Without the notes, which stand where they are called, and the alternative texts of pictures. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("");
  if (!isNode(value)) return "";
  switch (value.t) {
    case "Str":
      return compact(String(value.c));
    case "Code":
    case "CodeBlock":
      return compact((value.c as [unknown, string])[1]);
    case "Note":
    case "Image":
      return "";
    default:
      return textOf(value.c);
  }
}

/** A table's cells are arrays: attributes, alignment, rows, columns, blocks (pandoc-types 1.22). */
function cellsOf(table: unknown): readonly string[] {
  const [, , , [, head], bodies, [, foot]] = table as [
    unknown,
    unknown,
    unknown,
    [unknown, Row[]],
    [unknown, unknown, Row[], Row[]][],
    [unknown, Row[]],
  ];
  const rows = [...head, ...bodies.flatMap(([, , heads, rest]) => [...heads, ...rest]), ...foot];
  return rows.flatMap(([, cells]) => cells.map((cell) => textOf(cell[4])));
}

type Row = [unknown, [unknown, unknown, number, number, unknown][]];
