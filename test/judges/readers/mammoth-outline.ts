/** A document as mammoth makes a web page of it. */
import mammoth from "mammoth";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { compact, type DocxOutline } from "./docx-outline.js";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export async function readByMammoth(path: string): Promise<DocxOutline> {
  const { value } = await mammoth.convertToHtml({ path });
  const { childNodes } = parseFragment(value);
  const all = (nodes: readonly Node[], ...names: readonly string[]): readonly Element[] =>
    nodes.flatMap((node) =>
      "tagName" in node
        ? [...(names.includes(node.tagName) ? [node] : []), ...all(node.childNodes, ...names)]
        : [],
    );
  const inNotes = (element: Element) =>
    notes.some((note) => all(note.childNodes, "strong", "em").includes(element));
  const notes = all(childNodes, "li").filter((item) => attribute(item, "id").startsWith("footnote-"));
  return {
    text: textOf(childNodes),
    headings: all(childNodes, "h1", "h2", "h3", "h4", "h5", "h6").map(
      (heading) => [Number(heading.tagName.slice(1)), textOf(heading.childNodes)] as const,
    ),
    tables: all(childNodes, "table").map((table) =>
      all([table], "th", "td").map((cell) => textOf(cell.childNodes)),
    ),
    links: all(childNodes, "a").map((link) => attribute(link, "href")),
    items: all(childNodes, "li")
      .filter((item) => !notes.includes(item))
      .map(({ childNodes: [...children] }) =>
        textOf(children.filter((child) => !("tagName" in child && ["ul", "ol"].includes(child.tagName)))),
      ),
    pictures: all(childNodes, "img").map((picture) => compact(attribute(picture, "alt"))),
    notes: notes.map(({ childNodes: children }) => textOf(children).replace("↑", "")),
    strong: all(childNodes, "strong")
      .filter((strong) => !inNotes(strong))
      .map((strong) => textOf(strong.childNodes))
      .join(""),
    emphasis: all(childNodes, "em")
      .filter((emphasis) => !inNotes(emphasis))
      .map((emphasis) => textOf(emphasis.childNodes))
      .join(""),
  };
}

const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? "";

/** Without the numbers that call notes. */
function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if ("value" in node) return compact(node.value);
      if (!("tagName" in node) || node.tagName === "sup") return "";
      return textOf(node.childNodes);
    })
    .join("");
}
