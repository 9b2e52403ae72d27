/**
 * A draft to the files that it becomes: the item in Markdown with its front matter (docs/formats.md), its pictures by
 * name, and the places from which each word came. What is undecided stands as an empty key, to be seen and filled.
 */
import { isoDate } from "../../model/calendar-date.js";
import { quoted } from "../../read/quoted-yaml.js";
import type { ManuscriptPicture } from "../manuscript.js";
import { type MarkedText, plainWords } from "../marked-text.js";
import type { DraftItem } from "./draft-item.js";
import { draftStem } from "./draft-names.js";
import { newWriting, type PlaceMap, type Writing, write, writeUnit } from "./place-map.js";
import { writeBlocks } from "./write-blocks.js";

export interface DraftFiles {
  /** `01-云岭区科协举办科普展.md` */
  readonly fileName: string;
  readonly text: string;
  readonly pictures: readonly { readonly fileName: string; readonly picture: ManuscriptPicture }[];
  readonly places: PlaceMap;
}

export interface WriteOptions {
  /** number of the item in its issue, from 1 */
  readonly number: number;
  /** the folder of pictures as seen from the item's file, with a slash behind it: `../images/` */
  readonly pictureFolder: string;
  readonly isTaken: (name: string) => boolean;
  /** ending of a picture's file, by its bytes */
  readonly endingOf?: (picture: ManuscriptPicture) => string;
}

export function writeDraft(draft: DraftItem, options: WriteOptions): DraftFiles {
  const { pictureFolder, endingOf = endingByBytes } = options;
  const stem = draftStem(draft.title.map(plainWords).join(""), options);
  const pictures = draft.pictures.map(({ key, picture }, index) => ({
    key,
    picture,
    fileName: `${stem}-${index + 1}.${endingOf(picture)}`,
  }));
  const writing = newWriting();
  writeFrontMatter(writing, draft);
  writeBlocks(writing, draft.blocks, {
    notes: draft.notes,
    destinations: new Map(pictures.map(({ key, fileName }) => [key, `${pictureFolder}${fileName}`])),
  });
  return {
    fileName: `${stem}.md`,
    text: writing.text,
    pictures: pictures.map(({ fileName, picture }) => ({ fileName, picture })),
    places: writing.stretches,
  };
}

function writeFrontMatter(writing: Writing, draft: DraftItem): void {
  const { title, source, submitter, date, section, attachments = [], signed } = draft;
  write(writing, "---\n");
  writeTitle(writing, title);
  // Who signs is not named in brackets as well (attribution/signed-twice).
  if (signed === undefined) write(writing, `source:${source === undefined ? "" : ` ${quoted(source)}`}\n`);
  if (date !== undefined) write(writing, `date: ${isoDate(date)}\n`);
  if (section !== undefined) write(writing, `section: ${quoted(section)}\n`);
  if (attachments.length > 0) write(writing, "attachments:\n");
  for (const name of attachments) {
    write(writing, "  - ");
    writeValue(writing, name);
    write(writing, "\n");
  }
  if (signed !== undefined) {
    const [one] = signed.by;
    const isOne = signed.by.length === 1 && one !== undefined;
    write(writing, `signed:\n  by:${isOne ? ` ${quoted(one)}` : ""}\n`);
    if (!isOne) for (const name of signed.by) write(writing, `    - ${quoted(name)}\n`);
    if (signed.date !== undefined) write(writing, `  date: ${isoDate(signed.date)}\n`);
  }
  if (submitter !== undefined) {
    write(writing, "submitter:\n");
    for (const [key, value] of Object.entries(submitter))
      if (value !== undefined) write(writing, `  ${key}: ${quoted(value)}\n`);
  }
  write(writing, "---\n");
}

function writeTitle(writing: Writing, title: readonly MarkedText[]): void {
  const lines = title.map((line) => ({ ...line, text: line.text.replace(/[\t\u2028]/g, " ") }));
  const [first] = lines;
  if (first === undefined) {
    write(writing, "title:\n");
    return;
  }
  if (lines.length > 1) {
    write(writing, "title: |\n");
    for (const line of lines) {
      write(writing, "  ");
      writeWords(writing, line);
      write(writing, "\n");
    }
    return;
  }
  write(writing, "title: ");
  writeValue(writing, first);
  write(writing, "\n");
}

/** A value of YAML, its characters in their places. */
function writeValue(writing: Writing, first: MarkedText): void {
  const words = plainWords(first);
  const value = quoted(words);
  if (value === words) writeWords(writing, first);
  else if (value === `'${words}'`) {
    write(writing, "'");
    writeWords(writing, first);
    write(writing, "'");
  } else {
    // Escapes stand among its characters: the whole of it is the title.
    const start = writing.text.length;
    write(writing, value);
    const at = first.places[0];
    if (at !== undefined) writing.stretches.push({ start, end: writing.text.length, at, isWhole: true });
  }
}

function writeWords(writing: Writing, words: MarkedText): void {
  for (let at = 0; at < words.text.length; at += 1) {
    if (words.text.charAt(at) !== "\uFFFC") writeUnit(writing, words, { index: at, length: 1 });
  }
}

/** JPEG: FF D8; what else comes this far is PNG. */
const endingByBytes = ({ bytes }: ManuscriptPicture): string =>
  bytes[0] === 0xff && bytes[1] === 0xd8 ? "jpg" : "png";
