/**
 * Blocks as XML, written one at a time. Left to itself, the library turns the whole document into a second
 * tree of objects and that into a third before it writes the first character; here those trees hold one
 * block each.
 *
 * The library learns the ids of lists and pictures only when a part is complete: it writes placeholders in
 * braces and replaces them everywhere in the part, in the author's text too. Here they are filled in as
 * attributes, and nowhere else.
 */
import type { Document, IContext, XmlComponent } from "docx";
import { printXml } from "./print-xml.js";

/** The part that blocks belong to, in the library's terms; it keeps the part's relationships. */
export type BlocksPart = IContext["viewWrapper"];

/**
 * Must run before the library's own parts are written: writing a block registers its lists, pictures and
 * links in the document's numbering, media and relationships.
 *
 * @returns the XML of the blocks, in order
 */
export function writeBlocks(document: Document, part: BlocksPart, blocks: readonly XmlComponent[]): string {
  const context: IContext = { file: document, viewWrapper: part, stack: [] };
  const listNumber = openListNumbers(document);
  const written = blocks.map((block) => {
    const pictures = new Set<string>();
    const prepared = block.prepForXml(context);
    const fill = (element: string, attribute: string, value: string) => {
      if (element === "w:numId" && attribute === "w:val") return listNumber(value);
      if (attribute === "r:embed") pictures.add(value);
      return value;
    };
    return { xml: prepared === undefined ? "" : printXml(prepared, fill), pictures };
  });
  const ids = relatePictures(document, part, new Set(written.flatMap(({ pictures }) => [...pictures])));
  // Text never holds a bare quotation mark, so a quoted placeholder is an attribute.
  return written
    .map(({ xml, pictures }) =>
      [...pictures].reduce((text, name) => text.replaceAll(`"${name}"`, `"${ids.get(name) ?? name}"`), xml),
    )
    .join("");
}

/** @returns a function from the placeholder of a list to its number */
function openListNumbers(document: Document): (name: string) => string {
  const numbers = new Map<string, string>();
  return (name) => {
    for (const list of document.Numbering.ConcreteNumbering.slice(numbers.size)) {
      numbers.set(`{${list.reference}-${list.instance}}`, String(list.numId));
    }
    const number = numbers.get(name);
    if (number === undefined) throw new Error(`docx knows no list ${name}`);
    return number;
  };
}

/** Pictures are listed after links, in the order in which the document first shows them. */
function relatePictures(
  document: Document,
  { Relationships: relationships }: BlocksPart,
  names: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [key, { fileName }] of document.Media.Entries) {
    const name = `rId{${key}}`;
    if (!names.has(name)) continue;
    const number = relationships.RelationshipCount + 1;
    relationships.addRelationship(number, IMAGE, `media/${fileName}`);
    ids.set(name, `rId${number}`);
  }
  if (ids.size < names.size) throw new Error("docx has not kept a picture that the text shows");
  return ids;
}

const IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
