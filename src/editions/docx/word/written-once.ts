/**
 * A component that is prepared and written as XML once and kept so: for what needs nothing of the document around it, no
 * number of a list, no relationship, no note. The library prepares a component only one time; this one may stand in many
 * documents.
 */
import { type IContext, type IXmlableObject, XmlComponent } from "docx";
import type { Keep } from "../../../model/kept-values.js";

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

/** What a memory keeps without knowing its type. @throws Error where it is another's */
export const keepingWritten =
  <Key>(keep: Keep<Key, unknown>): Keep<Key, WrittenOnce> =>
  (key, under, make) => {
    const kept = keep(key, under, make);
    if (kept instanceof WrittenOnce) return kept;
    throw new Error("a memory kept what was not written once");
  };

/** The same of several. */
export const keepingAllWritten =
  <Key>(keep: Keep<Key, unknown>): Keep<Key, readonly WrittenOnce[]> =>
  (key, under, make) => {
    const kept = keep(key, under, make);
    if (Array.isArray(kept) && kept.every((one) => one instanceof WrittenOnce)) return kept;
    throw new Error("a memory kept what was not written once");
  };
