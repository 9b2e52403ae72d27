/** A page of the website as text: its document around head and body, and what every page has at its top. */
import type { Element, ElementContent, Root } from "hast";
import { MAIN_ANCHOR } from "../editions/html/anchors.js";
import { blockElement, element } from "../editions/html/element.js";
import { breakableTitle } from "../editions/html/title-phrases.js";
import { writeTree } from "../editions/html/write-tree.js";
import { linkTo } from "./site-addresses.js";
import type { SiteFile } from "./site-facts.js";
import { wholeName } from "./whole-name.js";

export interface PageDocument {
  readonly path: string;
  readonly language: string;
  /** how the template shows emphasis; the pages of lists have none */
  readonly emphasis?: string | undefined;
  readonly className: string;
  readonly head: Element;
  readonly body: readonly ElementContent[];
}

export function writeDocument({ path, language, emphasis, className, head, body }: PageDocument): SiteFile {
  const html = blockElement("html", { lang: language, dataEmphasis: emphasis }, [
    head,
    blockElement("body", { className: [className] }, body),
  ]);
  const children: Root["children"] = [
    { type: "doctype" },
    { type: "text", value: "\n" },
    html,
    { type: "text", value: "\n" },
  ];
  return { path, bytes: new TextEncoder().encode(writeTree({ type: "root", children })) };
}

export const START_PAGE = "index.html";
export const ISSUES_PAGE = "issues.html";
export const SECTIONS_PAGE = "sections/index.html";
export const UNITS_PAGE = "units/index.html";
export const SEARCH_PAGE = "search.html";
/** Styles of what the website has besides the issues. */
export const SITE_STYLE = "assets/site.css";
export const SEARCH_SCRIPT = "assets/search.js";
/** The house's dress for the lists is that of the latest issue; each stands under the name of its content. */
export const styleSheetPath = (digits: string): string => `assets/style-${digits}.css`;

const WAYS: readonly (readonly [string, string])[] = [
  [ISSUES_PAGE, "各期"],
  [SECTIONS_PAGE, "栏目"],
  [UNITS_PAGE, "单位"],
  [SEARCH_PAGE, "搜索"],
];

/** Of the words of a page's own, the way past them comes first. */
export function renderSiteTop(name: string, from: string): ElementContent[] {
  const own = element(
    "a",
    { className: ["site-name"], href: linkTo(START_PAGE, from) },
    breakableTitle(name),
  );
  const ways = WAYS.map(([path, words]) =>
    element("li", {}, [
      element("a", { href: linkTo(path, from), ariaCurrent: path === from ? "page" : undefined }, words),
    ]),
  );
  return [
    element("a", {
      className: ["furniture", "skip-link"],
      href: `#${MAIN_ANCHOR}`,
      dataWords: "跳到正文",
      ariaLabel: "跳到正文",
    }),
    blockElement("nav", { className: ["site-top", "furniture"], ariaLabel: "本站" }, [
      blockElement("div", {}, [own, blockElement("ul", {}, ways)]),
    ]),
  ];
}

/** Where a page stands: the way down to it. */
export function renderTrail(
  steps: readonly (readonly [path: string, words: string])[],
  { from, here }: { readonly from: string; readonly here: string },
): Element {
  const links = steps.map(([path, words]) =>
    element("li", {}, [element("a", { href: linkTo(path, from) }, wholeName(words))]),
  );
  return blockElement("nav", { className: ["site-trail", "furniture"], ariaLabel: "所在位置" }, [
    blockElement("ol", {}, [...links, element("li", { ariaCurrent: "page" }, wholeName(here))]),
  ]);
}
