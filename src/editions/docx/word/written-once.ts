/**
 * A component that is prepared and written as XML once and kept so: for what needs nothing of the document around it, no
 * number of a list, no relationship, no note. The library prepares a component only one time; this one may stand in many
 * documents.
 */
import { type IContext, type IXmlableObject, XmlComponent } from "docx";

/** The name under which it stands among the prepared elements; no name of XML holds this character. */
export const ONCE = "#";

export class WrittenOnce extends XmlComponent {
  readonly #component: XmlComponent;
  #prepared: IXmlableObject | undefined;

  constructor(component: XmlComponent) {
    super(ONCE);
    this.#component = component;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    this.#prepared ??= { [ONCE]: this.#component.prepForXml(context) };
    return this.#prepared;
  }
}
