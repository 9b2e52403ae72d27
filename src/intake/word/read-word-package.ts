/**
 * A Word file (.docx, .docm, .dotx; Transitional and Strict) as a manuscript: the final text with its formats as far as
 * decisions need them, and all that was lost or decided on the way. Nothing outside of the package is followed.
 */
import type { Manuscript, ManuscriptBlock, Notice } from "../manuscript.js";
import { type CountLists, countLists } from "./count-lists.js";
import { readListDefinitions } from "./list-definitions.js";
import { openPictureShelf } from "./picture-shelf.js";
import { readBlocks } from "./read-blocks.js";
import { readComments } from "./read-comments.js";
import { takeReadingNotes } from "./reading-notes.js";
import { refusalNotice } from "./refusal-notices.js";
import { RefusedPackage } from "./refused-package.js";
import { readStyleSheet } from "./style-sheet.js";
import { countFormatChanges, furnitureParts, pageSections } from "./survey-document.js";
import { readThemeFaces } from "./theme-faces.js";
import { emptyNotice, macroNotice } from "./word-notices.js";
import { openWordParts, type WordParts } from "./word-parts.js";
import { openStory, type WordReading } from "./word-reading.js";
import { attribute, child, childrenOf, type XmlElement } from "./xml-element.js";

export interface WordPackageReading {
  /** undefined where nothing in it can be read; then `notices` say why */
  readonly manuscript: Manuscript | undefined;
  /** about the file as a whole where there is no manuscript; else the manuscript has them */
  readonly notices: readonly Notice[];
}

export interface SubmittedFile {
  readonly path: string;
  readonly name: string;
}

export function readWordPackage(bytes: Uint8Array, source: SubmittedFile): WordPackageReading {
  try {
    const manuscript = readDocument(openWordParts(bytes), source);
    return isEmpty(manuscript)
      ? { manuscript: undefined, notices: [...manuscript.notices, emptyNotice()] }
      : { manuscript, notices: [] };
  } catch (error) {
    if (!(error instanceof RefusedPackage)) throw error;
    return { manuscript: undefined, notices: [refusalNotice(error.refusal)] };
  }
}

function readDocument(parts: WordParts, { path, name }: SubmittedFile): Manuscript {
  const root = parts.xmlOf(parts.main);
  const bodies = childrenOf(root, "w:body");
  const [first] = bodies;
  if (root?.name !== "w:document" || first === undefined) {
    throw new RefusedPackage({ kind: "damaged", part: parts.main });
  }
  // Files with two have been seen: nothing of either is to be lost.
  const body = { ...first, children: bodies.flatMap(({ children }) => children) };
  const related = (type: string): string | undefined =>
    [...parts.relationshipsOf(parts.main).values()].find((one) => one.type === type)?.part;
  const relatedXml = (type: string): XmlElement | undefined => {
    const part = related(type);
    return part === undefined ? undefined : parts.xmlOf(part);
  };
  const themeFace = readThemeFaces(relatedXml("theme"));
  const styleRoot = relatedXml("styles");
  const styles = readStyleSheet(styleRoot, themeFace);
  const definitionOf = readListDefinitions(relatedXml("numbering"), {
    themeFace,
    listOfStyle: listsOfStyles(styleRoot),
  });
  const notes = takeReadingNotes();
  const pictures = openPictureShelf(parts);
  const reading: WordReading = {
    parts,
    styles,
    definitionOf,
    notes,
    pictures,
    calls: new Set(),
    smartArtWords: new Map(),
    place: 0,
    isPageBroken: false,
    pageSections: pageSections(body),
  };
  const inBody = { part: parts.main, region: "body", countList: countLists(definitionOf) } as const;
  const text = readBlocks(body.children, openStory(reading, body, inBody, readBlocks));
  for (let count = countFormatChanges(body); count > 0; count -= 1) notes.formatChanged();
  const furniture = furnitureParts(body, parts).flatMap((part) =>
    readPart(reading, part, countLists(definitionOf)),
  );
  const called = readCalledNotes(reading, { footnote: related("footnotes"), endnote: related("endnotes") });
  if (parts.hasMacros) notes.tell(macroNotice());
  const comments = readComments(relatedXml("comments"), relatedXml("commentsExtended"));
  return {
    carrier: "word",
    path,
    name,
    blocks: [...text, ...furniture],
    notes: called,
    pictures: pictures.pictures,
    notices: notes.all(comments),
  };
}

function readPart(reading: WordReading, part: string, countList: CountLists): readonly ManuscriptBlock[] {
  const root = reading.parts.xmlOf(part);
  if (root === undefined) return [];
  return readBlocks(
    root.children,
    openStory(reading, root, { part, region: "furniture", countList }, readBlocks),
  );
}

/** Those that the text calls, in the order of their calls. */
function readCalledNotes(
  reading: WordReading,
  of: { readonly footnote: string | undefined; readonly endnote: string | undefined },
): ReadonlyMap<string, readonly ManuscriptBlock[]> {
  const read = new Map<string, readonly ManuscriptBlock[]>();
  const written = new Map<string, { readonly part: string; readonly note: XmlElement }>();
  for (const kind of ["footnote", "endnote"] as const) {
    const part = of[kind];
    const root = part === undefined ? undefined : reading.parts.xmlOf(part);
    for (const note of childrenOf(root, `w:${kind}`)) {
      const id = attribute(note, "w:id");
      if (part !== undefined && id !== undefined) written.set(`${kind}-${id}`, { part, note });
    }
  }
  const countList = countLists(reading.definitionOf);
  for (const call of [...reading.calls]) {
    const found = written.get(call);
    if (found === undefined) continue;
    const { part, note } = found;
    const story = openStory(reading, note, { part, region: "body", countList }, readBlocks);
    read.set(call, readBlocks(note.children, story));
  }
  return read;
}

/** Which list a numbering style names, by its id. */
function listsOfStyles(styleRoot: XmlElement | undefined): (style: string) => string | undefined {
  const lists = new Map<string, string>();
  for (const style of childrenOf(styleRoot, "w:style")) {
    const id = attribute(style, "w:styleId");
    const number = child(child(child(style, "w:pPr"), "w:numPr"), "w:numId");
    const list = number === undefined ? undefined : attribute(number, "w:val");
    if (id !== undefined && list !== undefined) lists.set(id, list);
  }
  return (style) => lists.get(style);
}

function isEmpty({ blocks, pictures }: Manuscript): boolean {
  const hasWords = (block: ManuscriptBlock): boolean =>
    block.kind === "table"
      ? block.rows.some(({ cells }) => cells.some((cell) => cell.blocks.some(hasWords)))
      : block.region !== "furniture" &&
        block.runs.some((run) => run.kind !== "text" || run.text.trim() !== "");
  return pictures.size === 0 && !blocks.some(hasWords);
}
