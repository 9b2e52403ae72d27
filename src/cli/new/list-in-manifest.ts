/**
 * A line more in a manifest, as an edit of its text: comments, indents, line ends and whatever else its editors wrote
 * stay to the character. What the edit means is held to what the same change means to the YAML document; where no edit
 * gives that, the document is written anew, comments kept.
 */
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { quoted } from "../../read/quoted-yaml.js";
import { heldTo, lineEndOf } from "./held-edit.js";
import { findSection } from "./manifest-edits.js";

export interface Listing {
  /** name of the section; undefined for the first */
  readonly section: string | undefined;
  /** as the manifest names items: from its folder, `/` between */
  readonly item: string;
}

/**
 * @param manifest its path, for messages
 * @throws EnvironmentError where it has no such section
 */
export const listItems = (text: string, listings: readonly Listing[], manifest: string): string =>
  listings.reduce((before, listing) => listItem(before, listing, manifest), text);

function listItem(text: string, { section: name, item }: Listing, manifest: string): string {
  const document = parseDocument(text);
  const section = findSection(document, name, manifest);
  const edited = insertItem(text, section, item);
  const items = section.get("items");
  if (isSeq(items)) {
    // An empty list stands as [] and would grow in one line.
    if (items.items.length === 0) items.flow = false;
    items.add(document.createNode(item));
  } else section.set("items", document.createNode([item]));
  return heldTo(document, edited, text);
}

/** @returns undefined where the list stands in a way that is not known here */
function insertItem(text: string, section: YAMLMap, item: string): string | undefined {
  const pair = section.items.find(({ key }) => isScalar(key) && key.value === "items");
  if (pair === undefined || !isSeq(pair.value) || !pair.value.range) return undefined;
  const list = pair.value;
  if (list.flow !== true) return behindLast(text, list, item);
  return list.items.length > 0
    ? beforeBracket(text, list, item)
    : insteadOfEmpty(text, { section, pair, list, item });
}

/** `- items/01.md` and the same lead on a line of its own below, behind a comment of that line. */
function behindLast(text: string, list: YAMLSeq, item: string): string | undefined {
  const last = list.items.at(-1);
  const range = isScalar(last) || isMap(last) ? last.range : undefined;
  if (!range) return undefined;
  const lineStart = text.lastIndexOf("\n", range[0] - 1) + 1;
  const lead = text.slice(lineStart, range[0]);
  if (!/^[ \t]*-[ \t]+$/.test(lead)) return undefined;
  const lineEnd = text.indexOf("\n", range[1]);
  const eol = lineEndOf(text);
  if (lineEnd < 0) return `${text}${eol}${lead}${quoted(item)}${eol}`;
  return `${text.slice(0, lineEnd + 1)}${lead}${quoted(item)}${eol}${text.slice(lineEnd + 1)}`;
}

/** `[items/01.md]`: a name more in front of the bracket. */
function beforeBracket(text: string, { range }: YAMLSeq, item: string): string | undefined {
  if (!range || text.charAt(range[1] - 1) !== "]") return undefined;
  const inner = text.slice(range[0] + 1, range[1] - 1);
  const words = inner.trimEnd();
  if (/[\r\n#]/.test(inner) || words.endsWith(",")) return undefined;
  const at = range[0] + 1 + words.length;
  return `${text.slice(0, at)}, ${quoted(item)}${text.slice(at)}`;
}

interface EmptyList {
  readonly section: YAMLMap;
  readonly pair: Pair;
  readonly list: YAMLSeq;
  readonly item: string;
}

/** `items: []` becomes a list of lines; in a section of one line, `[items/01.md]`. */
function insteadOfEmpty(text: string, { section, pair, list, item }: EmptyList): string | undefined {
  const key = isScalar(pair.key) ? pair.key.range : undefined;
  const { range } = list;
  if (!key || !range || !/^\[[ \t]*\]$/.test(text.slice(range[0], range[1]))) return undefined;
  if (section.flow === true) return `${text.slice(0, range[0])}[${quoted(item)}]${text.slice(range[1])}`;
  const between = text.slice(key[1], range[0]);
  if (!/^[ \t]*:[ \t]+$/.test(between)) return undefined;
  const column = key[0] - (text.lastIndexOf("\n", key[0] - 1) + 1);
  const lead = `${lineEndOf(text)}${" ".repeat(column + 2)}- `;
  return `${text.slice(0, key[1])}:${lead}${quoted(item)}${text.slice(range[1])}`;
}
