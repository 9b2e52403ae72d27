/** An item for machines: schema.org's NewsArticle, a part of its issue. */
import type { HtmlContext } from "../editions/html/html-context.js";
import { issueTitle, scriptJson } from "../editions/html/structured-data.js";
import { isoDate } from "../model/calendar-date.js";
import { titleOnOneLine } from "../model/furniture.js";
import type { Item } from "../model/issue.js";

export interface Article {
  readonly item: Item;
  readonly section: string;
  readonly url: string | undefined;
}

/** @see https://schema.org/NewsArticle */
export function articleData(context: HtmlContext, { item, section, url }: Article): string {
  const { issue } = context;
  const { publisher, language } = issue.house.bulletin;
  const organization = (name: string | undefined) =>
    name === undefined ? undefined : { "@type": "Organization", name };
  return scriptJson({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: titleOnOneLine(item),
    articleSection: section,
    abstract: item.summary?.value,
    datePublished: isoDate(issue.date.value),
    contentReferenceTime: item.date === undefined ? undefined : isoDate(item.date.value),
    inLanguage: language.value,
    url,
    sourceOrganization: organization(item.attribution?.value),
    publisher: organization(publisher?.value),
    isPartOf: { "@type": "PublicationIssue", name: issueTitle(context) },
  });
}
