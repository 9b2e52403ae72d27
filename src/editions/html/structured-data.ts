/**
 * The issue for machines: schema.org's PublicationIssue of a Periodical, its items as NewsArticles.
 *
 * @see https://schema.org/PublicationIssue
 */
import { isoDate } from "../../model/calendar-date.js";
import { issueName, printedSections, titleOnOneLine } from "../../model/furniture.js";
import type { Item } from "../../model/issue.js";
import type { HtmlContext } from "./html-context.js";

const EM_SPACE = "\u3000";

/** @returns JSON that may stand in a script element: it holds neither `<` nor a line separator */
export function structuredData(context: HtmlContext, canonicalUrl: string | undefined): string {
  const { issue } = context;
  const { name, publisher, language } = issue.house.bulletin;
  const published = isoDate(issue.date.value);
  const publishedBy =
    publisher === undefined ? undefined : { "@type": "Organization", name: publisher.value };
  const data = {
    "@context": "https://schema.org",
    "@type": "PublicationIssue",
    name: issueTitle(context),
    issueNumber: `${issue.series?.value ?? ""}${issue.number.value}`,
    datePublished: published,
    inLanguage: language.value,
    url: canonicalUrl,
    publisher: publishedBy,
    isPartOf: { "@type": "Periodical", name: name.value, publisher: publishedBy },
    hasPart: printedSections(issue).flatMap((section) =>
      section.items.map((item) => ({
        "@type": "NewsArticle",
        headline: titleOnOneLine(item),
        articleSection: section.name.value,
        abstract: item.summary?.value,
        datePublished: published,
        contentReferenceTime: item.date === undefined ? undefined : isoDate(item.date.value),
        inLanguage: language.value,
        sourceOrganization: sourceOf(item),
        url: `${canonicalUrl ?? ""}#${encodeURIComponent(context.anchors.ofItem(item))}`,
      })),
    ),
  };
  return scriptJson(data);
}

/** @returns JSON that may stand in a script element: it holds neither `<` nor a line separator */
export const scriptJson = (data: object): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escapeCharacter);

/** 示例科协信息　2026年第3期: what a tab, a bookmark and a search result show. */
export function issueTitle(context: HtmlContext): string {
  const { issue } = context;
  return `${issue.house.bulletin.name.value}${EM_SPACE}${issueName(issue)}`;
}

function sourceOf(item: Item): object | undefined {
  return item.attribution === undefined
    ? undefined
    : { "@type": "Organization", name: item.attribution.value };
}

/** JSON reads \u003C as `<`; HTML does not. */
function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
