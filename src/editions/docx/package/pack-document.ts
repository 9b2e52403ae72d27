/**
 * From a composed document to the bytes of a file. The library writes what it has options for; text, notes
 * and core properties are written here, and patches add what the library lacks. The package depends on
 * nothing but the issue.
 */
import { Document, type IPropertiesOptions, type XmlComponent } from "docx";
import type { Keep } from "../../../model/kept-values.js";
import type { Template } from "../../../model/template.js";
import { element } from "../word/ooxml-element.js";
import { withAlternativeTexts } from "./alternative-texts.js";
import { coreProperties, type PropertiesDating } from "./core-properties.js";
import type { DocumentProperties } from "./document-properties.js";
import { libraryParts, type PackageParts, STANDALONE } from "./library-parts.js";
import { patchPackage } from "./patch-package.js";
import { pictureParts } from "./picture-parts.js";
import { writeBlocks } from "./written-blocks.js";
import type { PackedEntry } from "./zip-archive.js";
import { zipParts } from "./zip-parts.js";

export interface ComposedDocument {
  /** options for the library: everything but the text, the notes and the core properties */
  readonly options: IPropertiesOptions;
  /** paragraphs, tables and content controls in reading order */
  readonly blocks: readonly XmlComponent[];
  /** in the order in which the text calls them, from 1 */
  readonly notes: readonly (readonly XmlComponent[])[];
  readonly properties: DocumentProperties;
  /** what the styles stand for, in mammoth's notation */
  readonly styleMap: string;
}

export interface PackingInput extends PropertiesDating {
  readonly template: Template;
  readonly pictures: Iterable<Uint8Array>;
  /** entries of the archive before */
  readonly keepEntry?: Keep<string, Promise<PackedEntry>> | undefined;
}

const STYLE_MAP_PART = "mammoth/style-map";
const STYLE_MAP_TYPE = `<Override ContentType="text/prs.mammoth.style-map" PartName="/${STYLE_MAP_PART}"/>`;

export function packDocument(composed: ComposedDocument, input: PackingInput): Promise<Uint8Array> {
  const parts = new Map(writeParts(composed, input));
  const text = parts.get("word/document.xml");
  if (typeof text === "string") parts.set("word/document.xml", withAlternativeTexts(text));
  return zipParts(parts, input.keepEntry);
}

export function writeParts(
  { options, blocks, notes, properties, styleMap }: ComposedDocument,
  { template, pictures, ...dating }: PackingInput,
): PackageParts {
  const document = new Document(options);
  const text = writeBlocks(document, document.Document, blocks);
  const noteText = writeBlocks(
    document,
    document.FootNotes,
    notes.map((note, index) => element("w:footnote", { "w:id": index + 1 }, note)),
  );
  const core = writeBlocks(document, document.Document, [coreProperties(properties, dating)]);
  // Lists, pictures and links are registered by now, so the library's own parts can be written.
  const parts = new Map([
    ...patchPackage(libraryParts(document), template),
    ...pictureParts(document, pictures),
  ]);
  const insert = (name: string, added: string, place: string) => {
    const xml = parts.get(name);
    const index = typeof xml === "string" ? xml.lastIndexOf(place) : -1;
    if (typeof xml !== "string" || index < 0) throw new Error(`${name} has no ${place}`);
    parts.set(name, xml.slice(0, index) + added + xml.slice(index));
  };
  insert("word/document.xml", text, "<w:sectPr>");
  insert("word/footnotes.xml", noteText, "</w:footnotes>");
  parts.set("docProps/core.xml", STANDALONE + core);
  parts.set(STYLE_MAP_PART, styleMap);
  insert("[Content_Types].xml", STYLE_MAP_TYPE, "</Types>");
  return parts;
}
