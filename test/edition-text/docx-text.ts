/**
 * Reads the characters of a DOCX from its XML: body paragraphs in order, page numbers of the
 * contents and numbers of notes left out (they are fields and references, not text).
 */
import { strFromU8, unzipSync } from "fflate";
import { type EditionText, tasksIn, withoutSpace } from "./edition-text.js";
import type { EditionReader } from "./readers.js";

export const reader: EditionReader = {
  read: readDocxText,
  printsPageNumbers: false,
  isWhole: (text) => text.startsWith("PK\u0003\u0004") && text.includes("PK\u0005\u0006"),
};

export function readDocxText(bytes: Uint8Array): EditionText {
  const parts = unzipSync(bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const notes = [
    ...part("word/footnotes.xml").matchAll(/<w:footnote (?![^>]*w:type)[^>]*>[\s\S]*?<\/w:footnote>/g),
  ];
  const document = part("word/document.xml");
  const captions = [...document.matchAll(CAPTION)];
  return {
    // What stands at the head of every page is read once, as it is in the other editions.
    body: withoutSpace(textOf(part("word/header1.xml")) + textOf(document.replace(CAPTION, ""))),
    captions: withoutSpace(captions.map(([xml]) => textOf(xml)).join("")),
    notes: withoutSpace(notes.map(([xml]) => textOf(xml)).join("")),
    tasks: tasksIn(boxedTextOf(document)),
  };
}

/** A paragraph in the style of captions. */
const CAPTION = /<w:p>(?:(?!<\/w:p>)[\s\S])*<w:pStyle w:val="Caption"\/>[\s\S]*?<\/w:p>/g;

/** The boxes of tasks are compared by themselves. */
const textOf = (xml: string): string => boxedTextOf(xml).replace(/[☐☑☒]/g, "");

/** Text outside fields whose result is a page or note number. */
function boxedTextOf(xml: string): string {
  let text = "";
  const fields: string[] = [];
  for (const [tag, attributes = "", content] of xml.matchAll(
    /<w:(?:fldChar|instrText|t)\b([^>]*?)(?:\/>|>([^<]*)<\/w:(?:fldChar|instrText|t)>)/g,
  )) {
    if (tag.startsWith("<w:fldChar")) {
      if (attributes.includes('"begin"')) fields.push("");
      if (attributes.includes('"end"')) fields.pop();
    } else if (tag.startsWith("<w:instrText")) {
      fields.push(`${fields.pop() ?? ""}${content ?? ""}`);
    } else if (!fields.some((instruction) => /\b(PAGEREF|PAGE|NOTEREF)\b/.test(instruction))) {
      text += decodeEntities(content ?? "");
    }
  }
  return text;
}

function decodeEntities(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
