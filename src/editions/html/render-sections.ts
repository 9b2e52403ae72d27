/** The text of the issue: sections, items, their notes. The same in a page and in a fragment. */
import type { Element, ElementContent } from "hast";
import { attributionText, printedSections, sectionHeading, titleOnOneLine } from "../../model/furniture.js";
import type { Item, Section } from "../../model/issue.js";
import { blocksAroundEnd } from "../../model/item-end.js";
import { CONTENTS_ANCHOR, MAIN_ANCHOR } from "./anchors.js";
import { blockElement, type Child, element } from "./element.js";
import { type HtmlContext, noteAnchor, noteCallAnchor } from "./html-context.js";
import { renderBlocks } from "./render-blocks.js";
import { renderEditorsNote, renderItemEnd } from "./render-item-parts.js";
import { breakableTitle, breakableTitleLine } from "./title-phrases.js";

export function renderSections(context: HtmlContext): Element[] {
  return printedSections(context.issue).map((section) => renderSection(section, context));
}

function renderSection(section: Section, context: HtmlContext): Element {
  const id = context.anchors.ofSection(section);
  const name = sectionHeading(section.name.value);
  // One child, since the style sheet lays out the heading's children beside each other.
  const words = [element("span", {}, breakableTitle(name, context))];
  const heading = element("h2", { id }, words);
  const items = section.items.map((item) => renderItem(item, context));
  return blockElement("section", { className: ["part"], ariaLabelledBy: [id] }, [heading, ...items]);
}

function renderItem(item: Item, context: HtmlContext): Element {
  const id = context.anchors.ofItem(item);
  const title = element("h3", { id }, renderTitle(item, context));
  const attribution =
    item.attribution === undefined
      ? []
      : [element("span", { className: ["attribution"] }, attributionText(item.attribution.value))];
  const { text, pictures } = blocksAroundEnd(item.blocks);
  const blocks = [
    ...renderEditorsNote(item.editorsNote, context, "note"),
    ...renderBlocks(text, context, { tail: attribution }),
    ...renderItemEnd(item),
    ...renderBlocks(pictures, context),
  ];
  const notes = item.notes.length === 0 ? [] : [renderNotes(item, context)];
  const links = context.itemLinks === false ? [] : [renderItemLinks(item, context)];
  return blockElement("article", { className: ["item"], ariaLabelledBy: [id] }, [
    title,
    ...blocks,
    ...notes,
    ...links,
  ]);
}

/** The editor's own lines, and within them places at which a narrow screen may break. */
function renderTitle(item: Item, context: HtmlContext): Child[] {
  return item.title.flatMap((line, index): Child[] => {
    const breakable = item.title.length === 1 ? breakableTitle : breakableTitleLine;
    const pieces = breakable(line.value, context);
    if (index === 0) return [...pieces];
    const before = item.title[index - 1]?.value ?? "";
    const space = titleNeedsSpace(before, line.value) ? [" "] : [];
    return [...space, element("br", {}), ...pieces];
  });
}

/** On a narrow screen the editor's lines run on; two Latin words need their space then. */
const titleNeedsSpace = (before: string, after: string): boolean =>
  /[\x21-\x7E]$/.test(before) && /^[\x21-\x7E]/.test(after);

/** Named after the item, for a list of regions has many. */
function renderNotes(item: Item, context: HtmlContext): Element {
  const items = item.notes.map((note, index) => {
    const isNext = note.number === (item.notes[index - 1]?.number ?? 0) + 1;
    return blockElement(
      "li",
      { id: noteAnchor(note.number), value: isNext ? undefined : String(note.number) },
      renderBlocks(note.children, context, { tail: renderWaysBack(note.number, context) }),
    );
  });
  const ariaLabel = `注释：${titleOnOneLine(item)}`;
  return element("section", { className: ["notes"], role: "doc-endnotes", ariaLabel }, [
    blockElement("ol", {}, items),
  ]);
}

function renderWaysBack(number: number, context: HtmlContext): ElementContent[] {
  const calls = context.noteCalls.get(number) ?? 0;
  return Array.from({ length: calls }, (_, index) => {
    const ariaLabel = calls === 1 ? `返回注${number}处` : `返回注${number}第${index + 1}处`;
    const properties = { href: `#${noteCallAnchor(number, index + 1)}`, role: "doc-backlink", ariaLabel };
    return element("a", { className: ["furniture", "way-back"], ...properties });
  });
}

/**
 * The item's own address, and the way back. The words come from the style sheet, so that the text of
 * the page, and what is copied from it, is the issue's alone.
 */
function renderItemLinks(item: Item, context: HtmlContext): Element {
  const title = titleOnOneLine(item);
  const own = element("a", {
    className: ["furniture"],
    href: context.itemAddress?.(item) ?? `#${context.anchors.ofItem(item)}`,
    dataWords: "本篇链接",
    ariaLabel: `本篇链接：${title}`,
  });
  const top = element("a", {
    className: ["furniture"],
    href: `#${context.contentsShown ? CONTENTS_ANCHOR : MAIN_ANCHOR}`,
    dataWords: context.contentsShown ? "返回目录" : "返回开头",
    ariaLabel: context.contentsShown ? "返回目录" : "返回开头",
  });
  return element("div", { className: ["item-links"] }, [own, top]);
}
