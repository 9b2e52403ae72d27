/**
 * Blocks as XML, each written by itself. Left to the library, a whole document becomes a second tree
 * of objects, and that a third, before the first character is written; here those trees are one block's.
 *
 * Numbers of lists and pictures are not known to the library before a part is whole: it writes a name
 * in braces for each and replaces it wherever it then stands, in the author's words too. Here they are
 * filled in where they are attributes, and nowhere else.
 */
import type { Document, IContext, XmlComponent } from "docx";
import { printXml } from "./print-xml.js";

/** A part that blocks stand in, as the library knows it: it keeps the part's relationships. */
export type BlocksPart = IContext["viewWrapper"];

/**
 * Has to come before the library packs the document: lists, pictures and links are entered into its
 * numbering, media and relationships as the blocks that hold them are written.
 *
 * @returns the blocks as XML, one behind the other
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
  // A bare quotation mark is never text, so what stands between two is an attribute.
  return written
    .map(({ xml, pictures }) =>
      [...pictures].reduce((text, name) => text.replaceAll(`"${name}"`, `"${ids.get(name) ?? name}"`), xml),
    )
    .join("");
}

/** @returns what gives the number of a list for the name that the library wrote */
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

/** Pictures come behind links in a part's list, in the order in which the document first shows them. */
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
