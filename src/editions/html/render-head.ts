/**
 * The page's head: what browsers, search engines and the censuses of government sites read, and a
 * content security policy that allows this page's own style sheet and nothing else.
 *
 * @see 国务院办公厅《政府网站发展指引》(国办发〔2017〕47号), 网页标签规范
 * @see https://ogp.me
 */
import { createHash } from "node:crypto";
import type { Element } from "hast";
import { isoDate } from "../../model/calendar-date.js";
import { documentTitle, printedSections, titleOnOneLine } from "../../model/furniture.js";
import { markedTitle, marksAbove } from "../../model/issue-marks.js";
import { blockElement, element } from "./element.js";
import { houseColorRules } from "./house-colors.js";
import type { HtmlContext } from "./html-context.js";
import { pictureRules } from "./picture-styles.js";
import { isKeptFromSearch } from "./render-marks.js";
import { issueTitle, structuredData } from "./structured-data.js";

export interface HeadInput {
  readonly context: HtmlContext;
  readonly timestamp: Date;
  readonly canonicalUrl: string | undefined;
}

/** Search engines show about so many characters. */
const MAX_DESCRIPTION = 150;

export function renderHead(input: HeadInput): Element {
  const { context, canonicalUrl } = input;
  const style = safeStyleSheet(
    `${pictureRules(context)}${context.template.styleSheet}${houseColorRules(context.template)}`,
  );
  const data = structuredData(context, canonicalUrl);
  const mayLoad = [
    "default-src 'none'",
    "img-src data:",
    `style-src ${hashSource(style)}`,
    `script-src ${hashSource(data)}`,
  ];
  return blockElement("head", {}, [
    element("meta", { charSet: "utf-8" }),
    // Browsers hold a page to each of its policies. There are two, because the Nu checker weighs the
    // last one alone and takes every picture carried inside a page for forbidden, whatever it says.
    element("meta", { httpEquiv: ["Content-Security-Policy"], content: mayLoad.join("; ") }),
    element("meta", {
      httpEquiv: ["Content-Security-Policy"],
      content: "base-uri 'none'; form-action 'none'",
    }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, titleOf(context)),
    ...headMetadata(input),
    element("link", { rel: ["icon"], href: "data:," }),
    ...(canonicalUrl === undefined ? [] : [element("link", { rel: ["canonical"], href: canonicalUrl })]),
    { ...element("style", {}), children: [{ type: "text", value: style }] },
    { ...element("script", { type: "application/ld+json" }), children: [{ type: "text", value: data }] },
  ]);
}

export const titleOf = (context: HtmlContext): string => documentTitle(context.issue, issueTitle(context));

/** What a page says of itself: that of an item alone speaks of it, and not of the issue. */
function articleWords(context: HtmlContext) {
  const { alone, house, marks, sections } = context.issue;
  const { name, publisher } = house.bulletin;
  if (alone === undefined) return { title: titleOf(context), source: publisher?.value, column: name.value };
  return {
    title: markedTitle(titleOnOneLine(alone), marks.draft?.value),
    source: (alone.attribution ?? publisher)?.value,
    column: sections[0]?.name.value,
  };
}

/**
 * A pair without a value is left out: an empty tag counts as a fault in the censuses. They want the time of publishing
 * to the minute (YYYY-MM-DD HH:mm); an issue has a day, and a day without a time of its own begins at 00:00. What may
 * say a day alone, as article:published_time, says no more.
 */
export function headMetadata({ context, timestamp, canonicalUrl }: HeadInput): Element[] {
  const { issue, template } = context;
  const { title, source, column } = articleWords(context);
  const published = isoDate(issue.date.value);
  const publisher = issue.house.bulletin.publisher?.value;
  const sections = printedSections(issue).map((section) => section.name.value);
  const description = descriptionOf(context);
  const named: [string, string | undefined][] = [
    ["description", description],
    ["keywords", [...sections, ...marksAbove(issue.marks).map(({ text }) => text)].join(",")],
    ["robots", isKeptFromSearch(issue.marks) ? "noindex,nofollow" : undefined],
    ["author", publisher],
    ["generator", "bulletin"],
    ["color-scheme", "light dark"],
    ["format-detection", "telephone=no"],
    ["SiteName", publisher],
    ["ColumnName", column],
    ["ColumnType", "工作信息"],
    ["ArticleTitle", title],
    ["PubDate", `${published} 00:00`],
    ["ContentSource", source],
    ["Author", issue.editorial?.editor?.value],
    ["Url", canonicalUrl],
  ];
  const graph: [string, string | undefined][] = [
    ["og:type", "article"],
    ["og:title", title],
    ["og:description", description],
    ["og:site_name", publisher],
    ["og:locale", "zh_CN"],
    ["og:url", canonicalUrl],
    ["article:published_time", published],
    ["article:modified_time", timestamp.toISOString()],
  ];
  return [
    ...named.flatMap(([name, content]) => (content ? [element("meta", { name, content })] : [])),
    ...graph.flatMap(([property, content]) => (content ? [element("meta", { property, content })] : [])),
    element("meta", {
      name: "theme-color",
      media: "(prefers-color-scheme: light)",
      content: template.colors.accent,
    }),
    element("meta", { name: "theme-color", media: "(prefers-color-scheme: dark)", content: "#1b1917" }),
  ];
}

/** The items' summaries where the editors wrote any, else their titles. */
function descriptionOf({ issue }: HtmlContext): string {
  const items = printedSections(issue).flatMap((section) => section.items);
  const summaries = items.flatMap((item) => (item.summary === undefined ? [] : [item.summary.value]));
  const sentence = summaries.length > 0 ? summaries.join("") : items.map(titleOnOneLine).join("；");
  const characters = Array.from(sentence.replace(/\s+/g, " ").slice(0, 4 * MAX_DESCRIPTION));
  if (characters.length <= MAX_DESCRIPTION) return characters.join("");
  return `${characters.slice(0, MAX_DESCRIPTION - 1).join("")}…`;
}

/**
 * In CSS `<\/` reads as `</`, so a style sheet that spells its own end tag stays inside. White space
 * around it is cut, for some checkers hash what is left without it.
 */
export function safeStyleSheet(styleSheet: string): string {
  return styleSheet
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll("\0", "\uFFFD")
    .replace(/<\/(?=style)/gi, "<\\/")
    .trim();
}

export const hashSource = (content: string): string =>
  `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
