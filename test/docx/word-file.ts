/** A packed document opened again: its parts as trees, its paragraphs as an editor sees them. */
import { strFromU8, unzipSync } from "fflate";
import { find, findAll, parseXml, textOf, wordValue, type XmlNode } from "./xml-tree.js";

export interface WordFile {
  readonly names: readonly string[];
  readonly part: (name: string) => XmlNode;
  readonly paragraphs: readonly WordParagraph[];
}

export interface WordParagraph {
  readonly style: string;
  readonly text: string;
  readonly node: XmlNode;
}

export function openWordFile(bytes: Uint8Array): WordFile {
  const files = unzipSync(bytes);
  const trees = new Map<string, XmlNode>();
  const part = (name: string): XmlNode => {
    const known = trees.get(name);
    if (known !== undefined) return known;
    const content = files[name];
    if (content === undefined) throw new Error(`no part ${name}`);
    const tree = parseXml(strFromU8(content));
    trees.set(name, tree);
    return tree;
  };
  // Each part must be XML, looked at or not.
  for (const name of Object.keys(files)) if (/\.(xml|rels)$/.test(name)) part(name);
  return { names: Object.keys(files), part, paragraphs: paragraphsOf(part("word/document.xml")) };
}

export const paragraphsOf = (node: XmlNode): readonly WordParagraph[] =>
  findAll(node, "w:p").map((paragraph) => ({
    style: wordValue(paragraph, "w:pStyle") ?? "Normal",
    text: textOf(paragraph),
    node: paragraph,
  }));

/** @returns a style by its id */
export function styleOf(file: WordFile, id: string): XmlNode {
  const style = findAll(file.part("word/styles.xml"), "w:style").find(
    ({ attributes }) => attributes["w:styleId"] === id,
  );
  if (style === undefined) throw new Error(`no style ${id}`);
  return style;
}

/** @returns the texts of the notes by their numbers, Word's separators left out */
export function notesOf(file: WordFile): ReadonlyMap<string, string> {
  const notes = findAll(file.part("word/footnotes.xml"), "w:footnote").filter(
    ({ attributes }) => attributes["w:type"] === undefined,
  );
  return new Map(
    notes.map((note) => [
      note.attributes["w:id"] ?? "",
      findAll(note, "w:p")
        .map((paragraph) => textOf(paragraph).replace(/^\t/, ""))
        .join("\n"),
    ]),
  );
}

/** @returns instructions of the fields in order, with what they show */
export function fieldsOf(
  node: XmlNode,
): readonly { readonly instruction: string; readonly result: string }[] {
  const fields: { instruction: string; result: string; reading: "instruction" | "result" }[] = [];
  const done: { readonly instruction: string; readonly result: string }[] = [];
  for (const run of findAll(node, "w:r")) {
    const mark = find(run, "w:fldChar")?.attributes["w:fldCharType"];
    const field = fields.at(-1);
    if (mark === "begin") fields.push({ instruction: "", result: "", reading: "instruction" });
    else if (field === undefined) continue;
    else if (mark === "separate") field.reading = "result";
    else if (mark === "end") {
      fields.pop();
      done.push({ instruction: field.instruction.trim(), result: field.result });
    } else if (field.reading === "result") field.result += textOf(run);
    else {
      const words = findAll(run, "w:instrText").flatMap(({ children }) => children);
      field.instruction += words.join("");
    }
  }
  return done;
}
