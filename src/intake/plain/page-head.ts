/**
 * What the head of a page says of its article: title, source and day. Chinese government sites name them by the
 * labels of 国办发〔2017〕47号, others by Open Graph; the title of the window also names the site.
 */
import type { Element, Nodes } from "hast";
import { isUnitName } from "../../han/unit-names.js";
import { type CalendarDate, isRealDate } from "../../model/calendar-date.js";
import { titleKey } from "../../model/title-key.js";
import { attribute } from "./inline-style.js";

export interface PageHead {
  /** of the article alone */
  readonly title: string | undefined;
  /** of the window: most often the article's, and behind it the site's */
  readonly windowTitle: string | undefined;
  readonly unit: string | undefined;
  readonly day: CalendarDate | undefined;
}

const LONGEST = 200;

export function readPageHead(root: Nodes): PageHead {
  const metas = new Map<string, string>();
  let windowTitle: string | undefined;
  const walk = (node: Nodes): void => {
    if (node.type === "element" && node.tagName === "meta") takeMeta(node, metas);
    if (node.type === "element" && node.tagName === "title") windowTitle ??= worded(textOf(node));
    // Both stand in the head, or at the top of the body of pages that close it too early.
    if (!("children" in node) || (node.type === "element" && DEEP.has(node.tagName))) return;
    for (const child of node.children) walk(child);
  };
  walk(root);
  const first = (...names: readonly string[]) => {
    for (const name of names) {
      const value = metas.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const unit = first("contentsource");
  return {
    title: first("articletitle", "og:title", "twitter:title"),
    windowTitle,
    unit: unit !== undefined && isUnitName(unit) ? unit : undefined,
    day: dayIn(first("pubdate", "article:published_time", "publishdate")),
  };
}

const DEEP: ReadonlySet<string> = new Set([
  ...["div", "table", "section", "article", "main", "ul", "ol", "svg", "form", "p", "header", "nav", "aside"],
]);

function takeMeta(node: Element, metas: Map<string, string>): void {
  const name = (attribute(node, "name") ?? attribute(node, "property"))?.trim().toLowerCase();
  const value = worded(attribute(node, "content"));
  if (name !== undefined && value !== undefined && !metas.has(name)) metas.set(name, value);
}

function worded(text: string | undefined): string | undefined {
  const words = text?.replace(/\s+/gu, " ").trim();
  return words === undefined || words === "" || words.length > LONGEST ? undefined : words;
}

function dayIn(value: string | undefined): CalendarDate | undefined {
  const match = /(\d{4})(?:-|\/|年|\.)(\d{1,2})(?:-|\/|月|\.)(\d{1,2})/.exec(value ?? "");
  const date = { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) };
  return isRealDate(date) ? date : undefined;
}

/** Characters that a title has at least, so that no word of a menu is taken for it. */
const SHORTEST_TITLE = 4;

/** @returns true for the words of a line that the head of the page calls its title */
export function isTitleOfPage(words: string, { title, windowTitle }: PageHead): boolean {
  const key = titleKey(words);
  if (key.length < SHORTEST_TITLE) return false;
  if (title !== undefined && titleKey(title) === key) return true;
  if (windowTitle === undefined) return false;
  const [first = ""] = windowTitle.split(BEHIND_TITLE);
  return (
    titleKey(windowTitle) === key ||
    titleKey(first) === key ||
    (key.length >= SHORTEST_WHOLE && isWholeIn(words.replace(/\s+/gu, " ").trim(), windowTitle))
  );
}

const SHORTEST_WHOLE = 10;

/** Whatever a site sets between the title and its own name, and in whatever order: the line is the longer side. */
function isWholeIn(words: string, windowTitle: string): boolean {
  const at = windowTitle.indexOf(words);
  const behind = windowTitle.slice(at + words.length);
  if (at < 0 || words.length * 2 < windowTitle.length) return false;
  return (
    (at === 0 && /^[\s_|｜\-–—－·]/u.test(behind)) ||
    (behind === "" && /(?:--|__|[|｜—–]|\s[-－])\s*$/u.test(windowTitle.slice(0, at)))
  );
}

/** 标题_栏目_示例市科协, 标题 - 示例市科协, 标题|…; a dash without blanks may be the title's own */
const BEHIND_TITLE = /\s*[_|｜]\s*|\s+[-–—]+\s+|--+|(?<=\p{Script=Han})-(?=\p{Script=Han})/u;

export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
