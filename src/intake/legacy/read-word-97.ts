/**
 * A Word 97–2003 document or a .wps file to a manuscript: its text, the rows and cells of its tables, notes and
 * text boxes. Own code, not word-extractor, which is its second reader in the tests: that follows chains of
 * sectors in circles, unravels nested fields in quadratic time, and gives tables as tabs.
 */
import { refusal } from "../carrier-notices.js";
import type { Manuscript, ManuscriptBlock, Notice } from "../manuscript.js";
import type { SubmissionSource } from "../submission-source.js";
import { hiddenTextNotice, revisionNotice } from "../word/word-notices.js";
import { comments, textOnly } from "./legacy-notices.js";
import { openOle } from "./ole-file.js";
import { formatsOf } from "./word-97-formats.js";
import { readStory, type StoryReading } from "./word-97-story.js";
import { readWord97Text, type Story, tablePart, viewOf, type Word97Text } from "./word-97-text.js";

export function readWord97(
  bytes: Uint8Array,
  { path, name }: SubmissionSource,
): { readonly manuscript: Manuscript | undefined; readonly notices: readonly Notice[] } {
  const file = openOle(bytes);
  const text = file === undefined ? "damaged-ole" : readWord97Text(file.stream);
  if (typeof text === "string") return { manuscript: undefined, notices: [refusal(text, name)] };
  const formats = formatsOf(text);
  const calls = noteCalls(text);
  const read = (story: Story, firstPlace: number): StoryReading =>
    readStory({ characters: text.characters, ...rangeOf(story, text), ...formats, calls, firstPlace });
  const body = read("body", 1);
  const boxes = read("textBoxes", body.places + 1);
  const notes = new Map<string, readonly ManuscriptBlock[]>();
  for (const story of ["footnotes", "endnotes"] as const) {
    for (const [index, blocks] of splitNotes(read(story, 1).blocks).entries())
      notes.set(`${story}${index + 1}`, blocks);
  }
  const blocks = [...body.blocks, ...withText(boxes.blocks).map(inBox)];
  const { start, end } = rangeOf("comments", text);
  const commented = text.characters.slice(start, end).split("\u0005").length - 1;
  const { deleted, inserted } = body;
  const manuscript: Manuscript = {
    carrier: "word-97",
    path,
    name,
    blocks,
    notes: new Map([...notes].filter(([key]) => [...calls.values()].includes(key))),
    pictures: new Map(),
    notices: [
      textOnly(name, { ...body, pictures: Math.max(0, body.pictures - textBoxes(text)) }),
      ...(deleted + inserted > 0
        ? [revisionNotice({ insertions: inserted, deletions: deleted, moves: 0, formats: 0, places: [] })]
        : []),
      ...(commented > 0 ? [comments(commented)] : []),
      ...hiddenWords(body.hidden),
    ],
  };
  return { manuscript, notices: [] };
}

function hiddenWords(hidden: StoryReading["hidden"]): readonly Notice[] {
  const words = hidden.map((one) => one.words).join("");
  const characters = words.replace(/\s/gu, "").length;
  if (characters === 0) return [];
  return [hiddenTextNotice(characters, words, [...new Set(hidden.map(({ place }) => place))])];
}

const ORDER: readonly Story[] = [
  ...(["body", "footnotes", "headers", "macros", "comments", "endnotes", "textBoxes"] as const),
];

/** @returns where a story stands in the text; a length that the text is too short for ends with it */
function rangeOf(story: Story, { stories, characters }: Word97Text): { start: number; end: number } {
  let start = 0;
  for (const before of ORDER.slice(0, ORDER.indexOf(story))) start += stories[before];
  const [from, until] = [start, start + stories[story]].map((at) => Math.min(at, characters.length));
  return { start: from ?? 0, end: until ?? 0 };
}

/** Key of the note that each reference calls, by its place in the text. */
function noteCalls(text: Word97Text & { readonly document: Uint8Array }): ReadonlyMap<number, string> {
  const calls = new Map<number, string>();
  for (const [story, at] of [
    ["footnotes", 0xaa],
    ["endnotes", 0x20a],
  ] as const) {
    if (at + 8 > text.document.length) continue;
    const places = tablePart(text.document, text.tables, at);
    if (places === undefined) continue;
    const view = viewOf(places);
    // n + 1 places of four bytes, then two bytes each ([MS-DOC] 2.8.17).
    const count = Math.floor((places.length - 4) / 6);
    for (let index = 0; index < count; index += 1)
      calls.set(view.getUint32(4 * index, true), `${story}${index + 1}`);
  }
  return calls;
}

/** Each is anchored by a character that pictures have, too; the last of their list is none ([MS-DOC] 2.8.33). */
function textBoxes(text: Word97Text & { readonly document: Uint8Array }): number {
  if (text.document.length < 0x262) return 0;
  const places = tablePart(text.document, text.tables, 0x25a);
  return places === undefined ? 0 : Math.max(0, Math.floor((places.length - 4) / 26) - 1);
}

/** Each note begins with its own reference mark, which the reading leaves as a paragraph's first character. */
function splitNotes(blocks: readonly ManuscriptBlock[]): readonly (readonly ManuscriptBlock[])[] {
  const notes: ManuscriptBlock[][] = [];
  for (const block of blocks) {
    const first = block.kind === "paragraph" ? block.runs[0] : undefined;
    if (block.kind === "paragraph" && first?.kind === "text" && first.text.startsWith("\u0002")) {
      const text = first.text.slice(1).trimStart();
      const rest = text === "" ? block.runs.slice(1) : [{ ...first, text }, ...block.runs.slice(1)];
      notes.push([{ ...block, runs: rest.slice(rest.findIndex(({ kind }) => kind !== "tab")) }]);
    } else if (block.kind !== "paragraph" || block.runs.length > 0) notes.at(-1)?.push(block);
  }
  return notes;
}

const withText = (blocks: readonly ManuscriptBlock[]): readonly ManuscriptBlock[] =>
  blocks.filter((block) => block.kind === "table" || block.runs.length > 0);

const inBox = (block: ManuscriptBlock): ManuscriptBlock =>
  block.kind === "paragraph" ? { ...block, region: "text-box" } : block;
