/** A word list in YAML: a list of maps, each key the name of a column. */
import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Cell, CellFault } from "../cells/cell.js";
import { readYaml, spanOf } from "../read/yaml-document.js";
import { type Column, columnOf } from "./columns.js";
import { MOST_LINES, namedCells, type Row, type Table, tooManyLines } from "./table.js";

export function readYamlTable(path: string, text: string): Table {
  const document = readYaml({ path, text, start: 0, end: text.length, rule: "" });
  const faults = document.diagnostics.map(
    ({ span, message, help }): CellFault => ({
      start: span.start,
      end: span.end,
      message,
      help: help ?? { zh: "请改正后再运行。", en: "Correct it and run again." },
    }),
  );
  const { root } = document;
  const nothing = { text, headings: [], rows: [] };
  if (root === undefined) return { ...nothing, faults };
  if (!isSeq<Node>(root)) {
    const { start, end } = spanOf(root, document.source);
    return { ...nothing, faults: [...faults, { ...NO_LIST, start, end: Math.min(end, start + 1) }] };
  }
  const headings = new Map<string, Cell>();
  const rows: Row[] = [];
  const lineOf = lineCounter(text);
  for (const item of root.items) {
    const entry = document.resolve(item);
    const { start, end } = spanOf(item, document.source);
    if (rows.length === MOST_LINES) {
      faults.push(tooManyLines({ start, end }));
      break;
    }
    if (!isMap<Node, Node | null>(entry)) {
      faults.push({ ...NO_MAP, start, end });
      continue;
    }
    const cells: [Column | undefined, Cell][] = [];
    for (const { key, value } of entry.items) {
      const heading = cellOf(key, text);
      if (heading === undefined) continue;
      if (!headings.has(heading.text)) headings.set(heading.text, heading);
      const cell = cellOf(document.resolve(value), text);
      if (cell !== undefined) cells.push([columnOf(heading.text), cell]);
      else if (value !== null && !isScalar(value))
        faults.push({ ...NO_WORDS, ...spanOf(value, document.source) });
    }
    rows.push({ line: lineOf(start), start, end, cells: namedCells(cells) });
  }
  return { text, headings: [...headings.values()], rows, faults };
}

/** Places are asked for in order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let from = 0;
  return (at) => {
    for (; from < at; from += 1) if (text.charCodeAt(from) === 10) line += 1;
    return line;
  };
}

/** @returns undefined for what is no word */
function cellOf(node: Node | null | undefined, text: string): Cell | undefined {
  if (!isScalar(node)) return undefined;
  // As written: 2026-03-16 and yes are words here.
  const isPlain = node.type === "PLAIN";
  const [start = 0, end = start] = node.range ?? [];
  const words = isPlain ? text.slice(start, end) : node.value === null ? "" : String(node.value);
  return { text: words.trim().normalize("NFC"), start, end };
}

const NO_LIST = {
  message: { zh: "词包应当是一个列表。", en: "A word list should be a list." },
  help: {
    zh: "请每条以“- ”开头，写成“- {wrong: 错误写法, right: 正确写法}”的样子。",
    en: "Begin each entry with “- ”, as in “- {wrong: …, right: …}”.",
  },
} as const;

const NO_MAP = {
  message: { zh: "这一条没有写明各栏。", en: "This entry does not name its columns." },
  help: {
    zh: "请写成“- {wrong: 错误写法, right: 正确写法}”的样子。",
    en: "Write it as “- {wrong: …, right: …}”.",
  },
} as const;

const NO_WORDS = {
  message: { zh: "这里应当是文字，不是列表。", en: "This should be text, not a list." },
  help: { zh: "有几个的，用“、”隔开。", en: "Put 、 between several words." },
} as const;
