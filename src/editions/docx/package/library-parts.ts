/**
 * The parts that the library writes, as text. Its `Packer` delivers them only as a zip dated by the clock,
 * and unpacking that would cost more than writing them. So each part is read through the public getters of
 * `Document`; test/docx/library-contract.test.ts compares names and characters with what `Packer` makes of
 * the same document.
 */
import type { Document, XmlComponent } from "docx";
import { type BlocksPart, writeBlocks } from "./written-blocks.js";

/** Parts of a package by name; XML as text, all else as bytes. */
export type PackageParts = ReadonlyMap<string, string | Uint8Array>;

/** To be called after everything that refers to other parts is written, so that the relationships list it. */
export function libraryParts(document: Document): PackageParts {
  const {
    Document: body,
    FootNotes: footnotes,
    Endnotes: endnotes,
    FontTable: fonts,
    Footers: footers,
    Headers: headers,
  } = document;
  // `Packer` adds this one itself, after all others.
  body.Relationships.addRelationship(body.Relationships.RelationshipCount + 1, FONT_TABLE, "fontTable.xml");
  const write = (content: XmlComponent, within: BlocksPart = body) =>
    writeBlocks(document, within, [content]);
  const parts: readonly (readonly [string, string])[] = [
    ["word/document.xml", STANDALONE + write(body.View)],
    ["word/_rels/document.xml.rels", DECLARATION + write(body.Relationships)],
    ["word/styles.xml", STANDALONE + write(document.Styles)],
    ["word/numbering.xml", STANDALONE + write(document.Numbering)],
    ["word/settings.xml", STANDALONE + write(document.Settings)],
    ["word/theme/theme1.xml", STANDALONE + write(document.Theme)],
    ["word/fontTable.xml", STANDALONE + write(fonts.View)],
    ["word/_rels/fontTable.xml.rels", DECLARATION + write(fonts.Relationships)],
    ["word/footnotes.xml", STANDALONE + write(footnotes.View, footnotes)],
    ["word/_rels/footnotes.xml.rels", DECLARATION + write(footnotes.Relationships)],
    ["word/endnotes.xml", DECLARATION + write(endnotes.View, endnotes)],
    ["word/_rels/endnotes.xml.rels", DECLARATION + write(endnotes.Relationships)],
    ...headers.flatMap((header, index): readonly (readonly [string, string])[] => [
      [`word/header${index + 1}.xml`, DECLARATION + write(header.View, header)],
      [`word/_rels/header${index + 1}.xml.rels`, DECLARATION + write(header.Relationships, header)],
    ]),
    ...footers.flatMap((footer, index): readonly (readonly [string, string])[] => [
      [`word/footer${index + 1}.xml`, DECLARATION + write(footer.View, footer)],
      [`word/_rels/footer${index + 1}.xml.rels`, DECLARATION + write(footer.Relationships, footer)],
    ]),
    ["docProps/core.xml", STANDALONE + write(document.CoreProperties)],
    ["docProps/custom.xml", STANDALONE + write(document.CustomProperties)],
    ["docProps/app.xml", STANDALONE + write(document.AppProperties)],
    ["_rels/.rels", DECLARATION + write(document.FileRelationships)],
    ["[Content_Types].xml", DECLARATION + write(document.ContentTypes)],
  ];
  return new Map(parts);
}

/** XML declarations, as the library chooses between them. */
export const STANDALONE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

const FONT_TABLE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
