/**
 * A part of a package as a tree: UTF-8 or UTF-16, no DOCTYPE, so no entities beyond the five; bounded in depth
 * and number. Of mc:AlternateContent (ISO/IEC 29500-3, 7.6) only the branch that is understood is in the tree,
 * as if it had been written in place.
 */
import { SaxesParser } from "saxes";
import { damaged, RefusedPackage } from "./refused-package.js";
import { attribute, type XmlElement } from "./xml-element.js";
import { knownPrefix, UNKNOWN } from "./xml-names.js";

const DEEPEST = 256;
/** Some 2,500 full pages. */
const MOST_ELEMENTS = 1_000_000;
const MOST_ATTRIBUTES = 4_000_000;
/** UTF-16 units */
const MOST_CHARACTERS = 80 * 1024 * 1024;
/** Elements that declare prefixes anew; pictures do. */
const MOST_SCOPES = 100_000;
const MOST_ATTRIBUTES_OF_ONE = 512;
/** Elements whose characters are words. */
const WORDS = /^(?:[wma]:t|w:(?:instr|del)Text)$/;
/** Traces of saving, on every paragraph and run. */
const TRACES = /^w:rsid|^w14:textId$/;

/** Most of a long document, and nobody here asks for them: left out of the tree. */
const UNASKED = new Set(
  (
    "lang color spacing shd kern szCs bCs iCs snapToGrid adjustRightInd autoSpaceDE autoSpaceDN widowControl " +
    "keepNext keepLines proofErr bookmarkStart bookmarkEnd tcW vAlign noProof highlight u w position " +
    "lastRenderedPageBreak tcMar tblLook gridCol tabs pBdr lsdException tblCellMar tblW trHeight cantSplit rsid"
  )
    .split(" ")
    .map((name) => `w:${name}`),
);

const NOTHING: readonly never[] = [];

interface OpenElement extends XmlElement {
  attributes: readonly string[];
  children: XmlElement[] | readonly never[];
  text: string;
}

/** Prefixes in force, and names already looked up in them. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly elements: Map<string, string>;
  readonly attributes: Map<string, string>;
}

/** What all parts of a package together may still hold. */
export interface XmlBudget {
  elements: number;
  attributes: number;
  characters: number;
  scopes: number;
}

export const xmlBudget = (): XmlBudget => ({
  elements: MOST_ELEMENTS,
  attributes: MOST_ATTRIBUTES,
  characters: MOST_CHARACTERS,
  scopes: MOST_SCOPES,
});

/** @throws RefusedPackage */
export function parseXml(bytes: Uint8Array, part: string, budget: XmlBudget): XmlElement {
  const text = decodeXml(bytes, part);
  budget.characters -= text.length;
  if (budget.characters < 0) throw tooMany("whole");
  const root: OpenElement = { name: "", attributes: NOTHING, children: NOTHING, text: "" };
  const open: OpenElement[] = [root];
  const scopes: Scope[] = [newScope(new Map())];
  let current = root;
  let ofThis = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("doctype", () => {
    throw new RefusedPackage({ kind: "hostile", what: "doctype" });
  });
  parser.on("attribute", () => {
    ofThis += 1;
    if (ofThis > MOST_ATTRIBUTES_OF_ONE) throw tooMany("elements");
  });
  parser.on("opentag", (tag) => {
    budget.elements -= 1;
    budget.attributes -= ofThis;
    if (budget.elements < 0 || budget.attributes < 0 || budget.scopes < 0) throw tooMany("elements");
    if (open.length > DEEPEST) throw tooMany("depth");
    const outer = lastOf(scopes);
    const scope = ofThis === 0 ? outer : innerScope(outer, tag.attributes);
    if (scope !== outer) budget.scopes -= 1;
    const name = resolve(scope.elements, scope.prefixes, tag.name, true);
    const read = ofThis === 0 ? NOTHING : readAttributes(scope, tag.attributes, name);
    ofThis = 0;
    current = { name, attributes: read, children: NOTHING, text: "" };
    open.push(current);
    scopes.push(scope);
  });
  parser.on("text", (words) => {
    if (WORDS.test(current.name)) current.text += words;
  });
  parser.on("cdata", (words) => {
    if (WORDS.test(current.name)) current.text += words;
  });
  parser.on("closetag", () => {
    const closed = current;
    open.pop();
    scopes.pop();
    current = lastOf(open);
    if (closed.name === "mc:AlternateContent") for (const one of chosenBranch(closed)) append(current, one);
    else if (!UNASKED.has(closed.name)) append(current, closed);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    throw error instanceof RefusedPackage ? error : damaged(part, error);
  }
  const [top] = root.children;
  if (top === undefined) throw damaged(part);
  return top;
}

const tooMany = (what: "elements" | "depth" | "whole"): RefusedPackage =>
  new RefusedPackage({ kind: "too-big", what });

function append(parent: OpenElement, one: XmlElement): void {
  if (parent.children === NOTHING) parent.children = [one];
  else (parent.children as XmlElement[]).push(one);
}

function chosenBranch({ children }: XmlElement): readonly XmlElement[] {
  const choices = children.filter(({ name }) => name === "mc:Choice");
  const branch =
    choices.find((choice) => attribute(choice, UNDERSTOOD) === "1") ??
    children.find(({ name }) => name === "mc:Fallback") ??
    choices[0];
  return branch?.children ?? NOTHING;
}

/** No name of XML, so that no file can say it. */
const UNDERSTOOD = " understood";

function readAttributes(scope: Scope, given: Readonly<Record<string, string>>, name: string): string[] {
  const read: string[] = [];
  for (const key in given) {
    if (key === "xmlns" || key.startsWith("xmlns:")) continue;
    const known = resolve(scope.attributes, scope.prefixes, key, false);
    const value = given[key];
    if (value !== undefined && !TRACES.test(known)) read.push(known, value);
  }
  if (name === "mc:Choice") {
    const required = (given.Requires ?? "").split(/\s+/).filter((prefix) => prefix !== "");
    const isUnderstood = required.every((prefix) => (scope.prefixes.get(prefix) ?? UNKNOWN) !== UNKNOWN);
    read.push(UNDERSTOOD, required.length > 0 && isUnderstood ? "1" : "0");
  }
  return read;
}

const newScope = (prefixes: ReadonlyMap<string, string>): Scope => ({
  prefixes,
  elements: new Map(),
  attributes: new Map(),
});

function innerScope(outer: Scope, given: Readonly<Record<string, string>>): Scope {
  let prefixes: Map<string, string> | undefined;
  for (const key in given) {
    if (!key.startsWith("xmlns")) continue;
    const prefix = key === "xmlns" ? "" : key.startsWith("xmlns:") ? key.slice("xmlns:".length) : undefined;
    if (prefix === undefined) continue;
    const known = knownPrefix((given[key] ?? "").trim());
    if (outer.prefixes.get(prefix) === known && prefixes === undefined) continue;
    prefixes ??= new Map(outer.prefixes);
    prefixes.set(prefix, known);
  }
  return prefixes === undefined ? outer : newScope(prefixes);
}

/** @param isElement the default namespace holds for elements alone (Namespaces in XML, 6.2) */
function resolve(
  known: Map<string, string>,
  prefixes: ReadonlyMap<string, string>,
  name: string,
  isElement: boolean,
): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const colon = name.indexOf(":");
  const prefix = colon < 0 ? "" : name.slice(0, colon);
  const local = colon < 0 ? name : name.slice(colon + 1);
  const isPlain = prefix === "" && !isElement;
  const found = isPlain ? local : prefix === "xml" ? name : `${prefixes.get(prefix) ?? UNKNOWN}:${local}`;
  known.set(name, found);
  return found;
}

function lastOf<T>(stack: readonly T[]): T {
  const last = stack.at(-1);
  if (last === undefined) throw new Error("an end without its start");
  return last;
}

/** UTF-8, or UTF-16 by its mark or by how `<` is written; what the declaration names is second to the bytes. */
function decodeXml(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0x00);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0x00 && second === 0x3c);
  const encoding = isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw damaged(part, error);
  }
}
