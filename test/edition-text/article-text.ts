/**
 * The characters of an issue's article as the forms for websites say them: without masthead, contents and imprint,
 * captions where their pictures stand, notes behind their item or by themselves; of the model, and of a form's file.
 */
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import {
  attributionPlace,
  attributionText,
  furnitureOf,
  printedSections,
  sectionHeading,
  titleOnOneLine,
} from "../../src/model/furniture.js";
import type { Issue, Item } from "../../src/model/issue.js";
import { plainText } from "../../src/model/plain-text.js";
import type { Block, Note } from "../../src/model/text.js";
import { withoutSpace } from "./edition-text.js";
import { noteText as editorsNoteText, endText } from "./model-text.js";

export function articleText(issue: Issue, notes: "behind-item" | "nowhere"): string {
  const { draft, marks } = furnitureOf(issue);
  const sections = printedSections(issue);
  const notesOf = (item: Item) => item.notes.map(({ children }) => textOf(children)).join("");
  const parts = [
    draft ?? "",
    ...marks.map(({ text }) => text),
    editorsNoteText(issue.editorsNote),
    ...sections.flatMap((section) => [
      sectionHeading(section.name.value),
      ...section.items.map((item) => itemText(item) + (notes === "behind-item" ? notesOf(item) : "")),
    ]),
  ];
  return compared(parts.join(""));
}

export const noteText = ({ children }: Note): string => compared(textOf(children));

function itemText(item: Item): string {
  const attribution = item.attribution === undefined ? "" : attributionText(item.attribution.value);
  const behind = attributionPlace(item.blocks).index + 1;
  return [
    titleOnOneLine(item),
    editorsNoteText(item.editorsNote),
    textOf(item.blocks.slice(0, behind)),
    attribution,
    endText(item),
    textOf(item.blocks.slice(behind)),
  ].join("");
}

const textOf = (blocks: readonly Block[]): string => blocks.map(blockText).join("");

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return plainText(block.children);
    case "list":
      return block.items.map(({ children }) => textOf(children)).join("");
    case "quote":
      return textOf(block.children);
    case "code-block":
      return block.value;
    case "table":
      return [block.header, ...block.rows]
        .flat()
        .map(({ children }) => plainText(children))
        .join("");
    case "figure":
      return block.caption ?? "";
    case "figure-row":
      return textOf(block.figures) + (block.caption === undefined ? "" : plainText(block.caption.children));
    case "thematic-break":
      return "";
    default:
      return block satisfies never;
  }
}

type Node = DefaultTreeAdapterTypes.Node;

/** Marks of lists are how a form shows structure; they stand in front of a paragraph, with an em space. */
const MARK = /^(?:(?:[•◦▪]|\d+\.)\u2003)?(?:[☑□]\u2003)?/u;
const BLOCKS = new Set(["p", "li", "blockquote", "section"]);

export const readArticleText = (html: string): string => compared(read(parseFragment(html)));

function read(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  const text = node.childNodes.map(read).join("");
  return BLOCKS.has(node.nodeName) ? text.replace(MARK, "") : text;
}

/** The numbers of notes are said in each edition in its own way. */
const compared = (text: string): string => withoutSpace(text).replace(/［\d+］/g, "");
