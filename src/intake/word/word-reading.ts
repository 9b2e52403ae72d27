/**
 * What reading a document knows and gathers on its way: the parts, the styles, the lists as counted so far, pictures
 * and notes found. One for a document; a story is a run of text of its own: the body, a note, a text box.
 */
import type { ManuscriptBlock, ManuscriptParagraph } from "../manuscript.js";
import type { CountLists } from "./count-lists.js";
import { wholeFieldMarks } from "./field-instructions.js";
import type { ListDefinition } from "./list-definitions.js";
import type { PictureShelf } from "./picture-shelf.js";
import type { ReadingNotes } from "./reading-notes.js";
import type { StyleSheet } from "./style-sheet.js";
import type { WordParts } from "./word-parts.js";
import type { XmlElement } from "./xml-element.js";

export interface WordReading {
  readonly parts: WordParts;
  readonly styles: StyleSheet;
  readonly definitionOf: (list: string) => ListDefinition | undefined;
  readonly notes: ReadingNotes;
  readonly pictures: PictureShelf;
  /** calls of notes, in order: `footnote-2` */
  readonly calls: Set<string>;
  /** words of SmartArts, by their parts */
  readonly smartArtWords: Map<string, string>;
  /** number of the paragraph last begun */
  place: number;
  /** a page was broken, and nothing has come since */
  isPageBroken: boolean;
  /** begins and ends of sections, by their w:sectPr: whether what follows it starts a page */
  readonly pageSections: ReadonlySet<XmlElement>;
}

export interface Story {
  readonly reading: WordReading;
  /** part it stands in, from which its pictures and links are found */
  readonly part: string;
  readonly region: ManuscriptParagraph["region"];
  readonly countList: CountLists;
  /** marks of fields that count */
  readonly fieldMarks: ReadonlySet<XmlElement>;
  /** fields that are open here, the outermost first */
  readonly fields: OpenField[];
  /** reads what stands in a box of this story */
  readonly readBox: (content: XmlElement) => readonly ManuscriptBlock[];
}

export interface OpenField {
  /** whether text around it is seen */
  readonly isShownAround: boolean;
  isResult: boolean;
  instruction: string;
  url: string | undefined;
  hasShown: boolean;
}

export interface StoryPlace {
  readonly part: string;
  readonly region: ManuscriptParagraph["region"];
  readonly countList: CountLists;
}

/** @param root holds the blocks of the story */
export function openStory(
  reading: WordReading,
  root: XmlElement,
  where: StoryPlace,
  readBlocks: (elements: readonly XmlElement[], story: Story) => readonly ManuscriptBlock[],
): Story {
  const region = where.region === "furniture" ? "furniture" : "text-box";
  return {
    reading,
    ...where,
    fieldMarks: wholeFieldMarks(root),
    fields: [],
    readBox: (content) =>
      readBlocks(content.children, openStory(reading, content, { ...where, region }, readBlocks)),
  };
}

/** Nobody misses what stands in headers and footers: nothing is told about them. */
export const isTold = ({ region }: Story): boolean => region !== "furniture";
