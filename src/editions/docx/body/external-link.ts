/**
 * A link that leads out of the document (ECMA-376, 17.16.22). The library's own class turns the fragment
 * of an address into a bookmark of this document and gives its relationships random ids. Here the address
 * stays whole, and a relationship is numbered by its position in the part's list.
 */
import { type IContext, type IXmlableObject, XmlComponent } from "docx";
import { element } from "../word/ooxml-element.js";

/** @param target an absolute URI in ASCII (word/link-target.ts) */
export const externalLink = (target: string, runs: readonly XmlComponent[]): XmlComponent =>
  new ExternalLink(target, runs);

class ExternalLink extends XmlComponent {
  readonly #target: string;
  readonly #runs: readonly XmlComponent[];

  constructor(target: string, runs: readonly XmlComponent[]) {
    super("w:hyperlink");
    this.#target = target;
    this.#runs = runs;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const relationships = context.viewWrapper.Relationships;
    const number = relationships.RelationshipCount + 1;
    relationships.addRelationship(number, HYPERLINK, this.#target, "External");
    return element("w:hyperlink", { "w:history": 1, "r:id": `rId${number}` }, this.#runs).prepForXml(context);
  }
}

const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
