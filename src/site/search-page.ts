/** The page of the search, and the form that leads to it. What searches is page/search.ts, in the reader's browser. */
import type { Element } from "hast";
import { blockElement, element } from "../editions/html/element.js";
import { SEARCH_PAGE, SEARCH_SCRIPT } from "./document.js";
import { type ListDress, renderListPage } from "./list-parts.js";
import { linkTo } from "./site-addresses.js";
import { compareText, type IssueFacts, type SiteFile } from "./site-facts.js";

/** A form that works from a disk, too: it opens the page with the words in its address. */
export const renderSearchForm = (from: string, { hint }: { readonly hint: string }): Element =>
  blockElement("search", { className: ["site-search", "furniture"] }, [
    blockElement("form", { action: linkTo(SEARCH_PAGE, from), method: "get" }, [
      element("label", { htmlFor: ["q"], className: ["site-unseen"] }, hint),
      element("input", { type: "search", id: "q", name: "q", placeholder: hint, autoComplete: ["off"] }),
      element("button", { type: "submit" }, "搜索"),
    ]),
  ]);

/** @param issues the latest first; at least one */
export function renderSearchPage(issues: readonly IssueFacts[]): readonly SiteFile[] {
  const [latest] = issues;
  if (latest === undefined) return [];
  const dress: ListDress = latest;
  const years = [...new Set(issues.map(({ year }) => year))].sort((a, b) => b - a);
  const units = [...new Set(issues.flatMap(({ items }) => items.flatMap((item) => item.units)))].sort(
    compareText,
  );
  const page = renderListPage(
    {
      path: SEARCH_PAGE,
      title: "搜索",
      description: `搜索${dress.bulletin.name}各期全文。`,
      script: SEARCH_SCRIPT,
      main: [
        blockElement("search", { className: ["site-search"] }, [
          blockElement("form", { id: "search", action: linkTo(SEARCH_PAGE, SEARCH_PAGE), method: "get" }, [
            element("label", { htmlFor: ["q"], className: ["site-unseen"] }, "要找的文字"),
            element("input", {
              type: "search",
              id: "q",
              name: "q",
              placeholder: "要找的文字",
              autoComplete: ["off"],
              enterKeyHint: "search",
            }),
            element("button", { type: "submit" }, "搜索"),
            blockElement("div", { className: ["site-filters"] }, [
              select(
                "year",
                "年份",
                years.map((year) => [String(year), `${year}年`]),
              ),
              ...(units.length === 0
                ? []
                : [
                    select(
                      "unit",
                      "单位",
                      units.map((unit) => [unit, unit]),
                    ),
                  ]),
            ]),
          ]),
        ]),
        element("p", { id: "count", className: ["site-count"], role: "status" }, ""),
        element("ol", { id: "hits", className: ["site-hits"], dataYears: years.join(" ") }, []),
        element("button", { type: "button", id: "more", hidden: true }, "显示更多"),
        element("noscript", {}, [
          element("p", { className: ["site-count"] }, "搜索要用到脚本，请在浏览器里允许本页运行脚本。"),
        ]),
      ],
    },
    dress,
  );
  return [page];
}

function select(id: string, label: string, options: readonly (readonly [string, string])[]): Element {
  return element("label", {}, [
    `${label} `,
    blockElement("select", { id, name: id }, [
      element("option", { value: "" }, "全部"),
      ...options.map(([value, words]) => element("option", { value }, words)),
    ]),
  ]);
}
