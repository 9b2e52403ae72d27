/**
 * An item moved to another place of a manifest as an edit of its text: its line goes with its own comments, and
 * everything else stays to the character. As in set-manifest-values.ts, the edit is held to what the same change
 * means to the YAML document, which is written anew where no edit gives that.
 */
import { isDeepStrictEqual } from "node:util";
import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { joinPath } from "../../read/workspace.js";
import { printDocument } from "./set-manifest-values.js";

export interface ItemMove {
  /** as the manifest names the item */
  readonly path: string;
  /** name of the section that it goes to */
  readonly section: string;
  /** it stands before the item that is there once it has been taken out; behind all where there is none */
  readonly index: number;
}

/** @returns undefined where there is no such item or section */
export function moveInManifest(text: string, move: ItemMove): string | undefined {
  const document = parseDocument(text);
  const lists = listsOf(document);
  const from = lists.find(({ items }) => items.includes(move.path));
  const to = lists.find(({ name }) => name === move.section);
  if (from === undefined || to === undefined) return undefined;
  const edited = editText(text, { from, to, move });
  moveNode({ document, from, to, move });
  if (edited !== undefined) {
    const after = parseDocument(edited);
    const isMeant = after.errors.length === 0 && isDeepStrictEqual(after.toJS(), document.toJS());
    if (isMeant) return edited;
  }
  return printDocument(document, text);
}

/** The items of a section. */
interface List {
  readonly name: string;
  readonly section: YAMLMap;
  readonly seq: YAMLSeq | undefined;
  readonly items: readonly string[];
}

function listsOf(document: Document): readonly List[] {
  const sections = document.errors.length === 0 ? document.get("sections") : undefined;
  if (!isSeq(sections)) return [];
  return sections.items.filter(isMap).map((section) => {
    const items = section.get("items");
    const seq = isSeq(items) ? items : undefined;
    return {
      name: String(section.get("name")),
      section,
      seq,
      items: (seq?.items ?? []).map((item) => (isScalar(item) ? joinPath("", String(item.value)) : "")),
    };
  });
}

interface Moving {
  readonly from: List;
  readonly to: List;
  readonly move: ItemMove;
}

function moveNode({ document, from, to, move }: Moving & { readonly document: Document }): void {
  const [node] = from.seq?.items.splice(from.items.indexOf(move.path), 1) ?? [];
  if (from.seq?.items.length === 0) from.seq.flow = true;
  if (to.seq === undefined) {
    to.section.set("items", document.createNode([move.path]));
    return;
  }
  if (to.seq.items.length === 0) to.seq.flow = false;
  to.seq.items.splice(move.index, 0, node);
}

/** A list as lines, or within brackets. */
interface Region {
  readonly start: number;
  readonly end: number;
  /** each item with the comments before it and at the end of its line */
  readonly pieces: readonly string[];
  readonly print: (pieces: readonly string[]) => string;
}

function editText(text: string, { from, to, move }: Moving): string | undefined {
  const source = regionOf(text, from);
  const target = from === to ? source : regionOf(text, to);
  if (source === undefined || target === undefined) return undefined;
  const at = from.items.indexOf(move.path);
  const piece = source.pieces[at];
  if (piece === undefined) return undefined;
  const left = source.pieces.toSpliced(at, 1);
  if (source === target) return replaceRegion(text, source, left.toSpliced(move.index, 0, piece));
  const grown = target.pieces.toSpliced(move.index, 0, piece);
  // From the end, so that the places before it stay.
  return source.start < target.start
    ? replaceRegion(replaceRegion(text, target, grown), source, left)
    : replaceRegion(replaceRegion(text, source, left), target, grown);
}

const replaceRegion = (text: string, { start, end, print }: Region, pieces: readonly string[]): string =>
  `${text.slice(0, start)}${print(pieces)}${text.slice(end)}`;

function regionOf(text: string, list: List): Region | undefined {
  const { seq } = list;
  if (!seq?.range) return undefined;
  return seq.flow === true ? bracketsOf(text, list, seq) : linesOf(text, list, seq);
}

/** Pieces are lines without their indent, so that they can go to a list that stands elsewhere. */
function linesOf(text: string, list: List, seq: YAMLSeq): Region | undefined {
  const key = keyOf(text, list.section);
  if (key === undefined) return undefined;
  const begin = text.indexOf("\n", key.end) + 1;
  const pieces: string[] = [];
  let start = begin;
  for (const item of seq.items) {
    if (!isScalar(item) || !item.range || begin === 0) return undefined;
    const lineEnd = text.indexOf("\n", item.range[1]);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  const indent = /^([ \t]*)-/m.exec(pieces[0]?.split("\n").findLast((line) => /^[ \t]*-/.test(line)) ?? "");
  const lead = indent?.[1] ?? "";
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const bare = pieces.map((piece) => piece.replace(/^[ \t]+/gm, "").replace(/\r?\n$/, ""));
  return {
    start: key.end,
    end: start,
    pieces: bare,
    print: (all) =>
      all.length === 0
        ? `: []${eol}`
        : `${text.slice(key.end, begin)}${all.map((piece) => indented(asLine(piece), lead, eol)).join("")}`,
  };
}

/** `[items/01.md, items/02.md]`, on one line. */
function bracketsOf(text: string, list: List, { range, items }: YAMLSeq): Region | undefined {
  const key = keyOf(text, list.section);
  if (!range || key === undefined) return undefined;
  const [start, end] = range;
  if (/[\r\n#]/.test(text.slice(start, end))) return undefined;
  const pieces = items.map((item) =>
    isScalar(item) && item.range ? text.slice(item.range[0], item.range[1]) : "",
  );
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lead = " ".repeat(key.column + 2);
  const isEmptyBlock = items.length === 0 && list.section.flow !== true;
  if (!isEmptyBlock) {
    return { start, end, pieces, print: (all) => `[${all.map(asName).join(", ")}]` };
  }
  const rest = text.slice(end, Math.max(end, text.indexOf("\n", end)));
  return {
    start: key.end,
    end,
    pieces,
    print: (all) =>
      all.length === 0 || rest.trim() !== ""
        ? text.slice(key.end, end)
        : `:${eol}${all
            .map((piece) => indented(asLine(piece), lead, eol))
            .join("")
            .replace(/\r?\n$/, "")}`,
  };
}

/** A piece out of brackets becomes a line, and one of a line a name, its comments left behind: then no edit is made. */
const asLine = (piece: string): string => (/^(?:-|#)/.test(piece) ? piece : `- ${piece}`);
const asName = (piece: string): string => (piece.startsWith("- ") ? piece.slice(2) : piece);

const indented = (piece: string, lead: string, eol: string): string =>
  piece
    .split(/\r?\n/)
    .map((line) => (line === "" ? eol : `${lead}${line}${eol}`))
    .join("");

interface Key {
  /** behind its word */
  readonly end: number;
  /** from 0 */
  readonly column: number;
}

function keyOf(text: string, section: YAMLMap): Key | undefined {
  const key = section.items.find((pair) => isScalar(pair.key) && pair.key.value === "items")?.key;
  if (!isScalar(key) || !key.range) return undefined;
  const [start, end] = key.range;
  return { end, column: start - (text.lastIndexOf("\n", start - 1) + 1) };
}
