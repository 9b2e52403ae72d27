/**
 * The three parts of a workbook that a table needs (ISO/IEC 29500-1, 18): which sheet is first, the shared strings,
 * the cells. Read as a stream by saxes, so that nothing is built that is not asked for; bounded in number.
 */
import { SaxesParser } from "saxes";
import { damaged, RefusedPackage } from "../intake/word/refused-package.js";

/** More than a list of the most lines has, with its styles. */
const MOST_ELEMENTS = 2_000_000;
/** UTF-16 units of all words together */
const MOST_CHARACTERS = 8 * 1024 * 1024;
const DEEPEST = 64;

interface Handlers {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (words: string) => void;
  readonly close?: (name: string) => void;
}

/** Names come without their prefix: strict and transitional files differ in it. */
function parse(bytes: Uint8Array, part: string, { open, text, close }: Handlers): void {
  let elements = 0;
  let depth = 0;
  let characters = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const words = (given: string) => {
    characters += given.length;
    if (characters > MOST_CHARACTERS) throw new RefusedPackage({ kind: "too-big", what: "whole" });
    text?.(given);
  };
  parser.on("doctype", () => {
    throw new RefusedPackage({ kind: "hostile", what: "doctype" });
  });
  parser.on("opentag", ({ name, attributes }) => {
    elements += 1;
    depth += 1;
    if (elements > MOST_ELEMENTS) throw new RefusedPackage({ kind: "too-big", what: "elements" });
    if (depth > DEEPEST) throw new RefusedPackage({ kind: "too-big", what: "depth" });
    open?.(local(name), (wanted) => attributes[wanted] ?? prefixed(attributes, wanted));
  });
  parser.on("text", words);
  parser.on("cdata", words);
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    close?.(local(name));
  });
  try {
    parser.write(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).close();
  } catch (error) {
    throw error instanceof RefusedPackage ? error : damaged(part, error);
  }
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

const prefixed = (attributes: Readonly<Record<string, string>>, wanted: string): string | undefined =>
  Object.entries(attributes).find(([name]) => local(name) === wanted)?.[1];

export interface WorkbookFacts {
  /** relationship of the first sheet that is shown */
  readonly sheet: string | undefined;
  readonly countsFrom1904: boolean;
}

export function readWorkbook(bytes: Uint8Array): WorkbookFacts {
  let sheet: string | undefined;
  let countsFrom1904 = false;
  parse(bytes, "workbook.xml", {
    open(name, attribute) {
      if (name === "workbookPr") countsFrom1904 = isOn(attribute("date1904"));
      if (name === "sheet" && (attribute("state") ?? "visible") === "visible") sheet ??= attribute("id");
    },
  });
  return { sheet, countsFrom1904 };
}

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

/** @returns what a relationship leads to, as it is written there */
export function readTarget(bytes: Uint8Array, id: string): string | undefined {
  let target: string | undefined;
  parse(bytes, "workbook.xml.rels", {
    open(name, attribute) {
      if (name === "Relationship" && attribute("Id") === id && attribute("TargetMode") !== "External")
        target ??= attribute("Target");
    },
  });
  return target;
}

/** Runs of one string are joined; how it is to be read aloud (rPh) is left out. */
export function readSharedStrings(bytes: Uint8Array): readonly string[] {
  const strings: string[] = [];
  let current = "";
  let isWords = false;
  let isAside = false;
  parse(bytes, "sharedStrings.xml", {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") isAside = true;
      isWords = name === "t" && !isAside;
    },
    text(words) {
      if (isWords) current += words;
    },
    close(name) {
      if (name === "t") isWords = false;
      if (name === "rPh") isAside = false;
      if (name === "si") strings.push(current);
    },
  });
  return strings;
}

export interface SheetCell {
  /** from 1 */
  readonly row: number;
  /** from 0 */
  readonly column: number;
  readonly text: string;
}

/** Cells in the order of the file, with what a formula last gave; errors of formulas are empty. */
export function readCells(
  bytes: Uint8Array,
  { strings, mostRow }: { readonly strings: readonly string[]; readonly mostRow: number },
): readonly SheetCell[] {
  const cells: SheetCell[] = [];
  let row = 0;
  let column = -1;
  let type = "n";
  let written = "";
  let isWords = false;
  let isAside = false;
  parse(bytes, "sheet.xml", {
    open(name, attribute) {
      if (name === "row") {
        row = whole(attribute("r")) ?? row + 1;
        column = -1;
      } else if (name === "c") {
        const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute("r") ?? "");
        column = place?.[1] === undefined ? column + 1 : columnNumber(place[1]);
        row = whole(place?.[2]) ?? row;
        type = attribute("t") ?? "n";
        written = "";
      }
      if (name === "rPh") isAside = true;
      isWords = name === "v" || (name === "t" && !isAside);
    },
    text(words) {
      if (isWords) written += words;
    },
    close(name) {
      if (name === "v" || name === "t") isWords = false;
      if (name === "rPh") isAside = false;
      if (name !== "c" || written === "" || row > mostRow) return;
      cells.push({ row, column, text: wordsOfCell(type, written, strings) });
    },
  });
  return cells;
}

function wordsOfCell(type: string, written: string, strings: readonly string[]): string {
  if (type === "s") return strings[Number(written)] ?? "";
  if (type === "b") return written === "1" ? "yes" : "no";
  return type === "e" ? "" : written;
}

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;

/** A is 0, Z 25, AA 26. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
