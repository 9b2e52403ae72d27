/** Blocks of an item's text; runs inside them are render-inlines.ts's, pictures render-figure.ts's. */
import type { ElementContent } from "hast";
import { attributionPlace } from "../../model/furniture.js";
import { plainText } from "../../model/plain-text.js";
import type { Block, CodeBlock, Inline, List, ListItem } from "../../model/text.js";
import { blockElement, element } from "./element.js";
import type { HtmlContext } from "./html-context.js";
import { renderFigure, renderFigureRow } from "./render-figure.js";
import { renderHeadingInlines, renderInlines } from "./render-inlines.js";
import { renderTable } from "./render-table.js";

/** An item's title is h3, under the section's h2; its own headings follow. */
const HEADINGS = { 1: "h4", 2: "h5", 3: "h6" } as const;

/** What joins the text's first and last words without being a block of its own. */
export interface Joined {
  /** a task's box */
  readonly head?: readonly ElementContent[];
  /** an attribution, a note's way back */
  readonly tail?: readonly ElementContent[];
}

/** What is joined makes a paragraph of its own where there is no paragraph to join. */
export function renderBlocks(
  blocks: readonly Block[],
  context: HtmlContext,
  { head = [], tail = [] }: Joined = {},
): ElementContent[] {
  const { index: last, joins } = attributionPlace(blocks);
  const rendered = blocks.map((block, index) => {
    if (block.kind !== "paragraph") return renderBlock(block, context);
    const before = index === 0 ? head : [];
    const behind = index === last ? tail : [];
    const properties = { className: looseness(block.children) };
    return element("p", properties, [...before, ...renderInlines(block.children, context), ...behind]);
  });
  if (tail.length > 0 && !joins) rendered.splice(last + 1, 0, element("p", {}, tail));
  if (head.length > 0 && blocks[0]?.kind !== "paragraph") rendered.unshift(element("p", {}, head));
  return rendered;
}

function renderBlock(block: Block, context: HtmlContext): ElementContent {
  switch (block.kind) {
    case "paragraph":
      return element("p", { className: looseness(block.children) }, renderInlines(block.children, context));
    case "heading":
      return element(HEADINGS[block.level], {}, renderHeadingInlines(block.children, context));
    case "list":
      return renderList(block, context);
    case "quote":
      return blockElement("blockquote", {}, renderBlocks(block.children, context));
    case "code-block":
      return renderCode(block);
    case "table":
      return renderTable(block, context);
    case "figure":
      return renderFigure(block, context);
    case "figure-row":
      return renderFigureRow(block, context);
    case "thematic-break":
      return element("hr", {});
    default:
      return block satisfies never;
  }
}

function renderList(list: List, context: HtmlContext): ElementContent {
  const items = list.items.map((item) => renderListItem(item, context));
  const isTaskList = list.items.some((item) => item.checked !== undefined);
  const className = isTaskList ? ["tasks"] : undefined;
  if (!list.ordered) return blockElement("ul", { className }, items);
  return blockElement("ol", { className, start: list.start === 1 ? undefined : list.start }, items);
}

/** Letters, digits and marks that no line ends between; so many are four em, which a narrow screen's line would gape by. */
const LONG_WORD = /[\x21-\x7E]{8}/;

/** @returns the class of a paragraph that a narrow screen sets ragged */
const looseness = (children: readonly Inline[]): string[] | undefined =>
  LONG_WORD.test(plainText(children)) ? ["loose"] : undefined;

/** A list item that is one paragraph carries its words directly. */
function renderListItem(item: ListItem, context: HtmlContext): ElementContent {
  const box = item.checked === undefined ? [] : [renderBox(item.checked)];
  const [only, second] = item.children;
  if (only?.kind === "paragraph" && second === undefined) {
    const properties = { className: looseness(only.children) };
    return element("li", properties, [...box, ...renderInlines(only.children, context)]);
  }
  return blockElement("li", {}, renderBlocks(item.children, context, { head: box }));
}

/** The state is a character, which is copied with the rest, and has a name: nobody can tick it. */
function renderBox(checked: boolean): ElementContent {
  const properties = { className: ["box"], role: "img", ariaLabel: checked ? "已完成" : "未完成" };
  return element("span", properties, checked ? "☑" : "☐");
}

function renderCode(code: CodeBlock): ElementContent {
  return element("pre", {}, [element("code", { dataLanguage: code.language }, code.value)]);
}
