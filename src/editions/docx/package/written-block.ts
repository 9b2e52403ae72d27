/**
 * Blocks that become XML as soon as the library comes to them. By itself it turns a whole document
 * into a second tree, and that into a third, before it writes the first character: of a long issue
 * that is most of what the edition takes. Here those trees are one block's, the block is let go once
 * written, and what reaches the library's own writer is finished text.
 */
import { type FileChild, type IContext, type IXmlableObject, XmlComponent } from "docx";
import { printXml } from "./print-xml.js";

/** @returns a component for each block; they are to be written in this order, and once */
export function writtenAtOnce(blocks: readonly FileChild[]): readonly FileChild[] {
  const written: string[] = [];
  const whole = finishedText(() => written.splice(0).join(""));
  return blocks.map((block, index) => {
    const take = (xml: string) => {
      written.push(xml);
      // All of the text stands where the first block does; the library asks for it when it has met the last.
      return index === 0 ? whole : undefined;
    };
    // The type's mark of a block is for its own compiler alone.
    return new WrittenBlock(block, take) as XmlComponent as FileChild;
  });
}

class WrittenBlock extends XmlComponent {
  #block: XmlComponent | undefined;
  readonly #take: (xml: string) => IXmlableObject | undefined;

  constructor(block: FileChild, take: (xml: string) => IXmlableObject | undefined) {
    super("bulletin:block");
    this.#block = block;
    this.#take = take;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    if (this.#block === undefined) throw new Error("a block of the document is written twice");
    const prepared = this.#block.prepForXml(context);
    this.#block = undefined;
    return this.#take(prepared === undefined ? "" : printXml(prepared));
  }
}

/**
 * The library escapes strings and writes elements of objects; what is neither it writes as it prints
 * itself (docx 9.15; test/docx/package.test.ts holds it).
 */
function finishedText(print: () => string): IXmlableObject {
  return Object.assign(() => undefined, { toString: print }) as unknown as IXmlableObject;
}
