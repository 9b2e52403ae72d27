/**
 * What tells other programs of new items and of all pages: Atom, JSON Feed, sitemap. All three need absolute addresses.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4287
 * @see https://www.jsonfeed.org/version/1.1/
 * @see https://www.sitemaps.org/protocol.html
 */
import { absoluteUrl } from "./site-addresses.js";
import { type IssueFacts, type ItemFacts, issuePath, type SiteFile } from "./site-facts.js";

export const FEED_ATOM = "feed.xml";
export const FEED_JSON = "feed.json";
export const SITEMAP = "sitemap.xml";

/** Issues that a feed tells of: some months of a weekly. */
const MOST_ISSUES = 20;
/** sitemaps.org, “Using Sitemap index files” */
const MOST_ADDRESSES = 50_000;

interface Entry {
  readonly issue: IssueFacts;
  readonly item: ItemFacts;
  readonly url: string;
}

/** @param issues the latest first; at least one */
export function renderFeeds(issues: readonly IssueFacts[], url: string): readonly SiteFile[] {
  const entries = issues
    .slice(0, MOST_ISSUES)
    .flatMap((issue) =>
      issue.items.map((item): Entry => ({ issue, item, url: absoluteUrl(url, item.path) ?? url })),
    );
  return [atomFeed(issues, entries, url), jsonFeed(issues, entries, url)];
}

/** A day has no hour: it begins in the time of China. */
const timeOf = (date: string): string => `${date}T00:00:00+08:00`;

function atomFeed(issues: readonly IssueFacts[], entries: readonly Entry[], url: string): SiteFile {
  const [latest] = issues;
  const { name = "", publisher } = latest?.bulletin ?? {};
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(latest?.bulletin.language ?? "zh-CN")}">`,
    `  <title>${xml(name)}</title>`,
    `  <id>${xml(url)}</id>`,
    `  <link rel="alternate" type="text/html" href="${xml(url)}"/>`,
    `  <link rel="self" type="application/atom+xml" href="${xml(url + FEED_ATOM)}"/>`,
    `  <updated>${timeOf(latest?.date ?? "1970-01-01")}</updated>`,
    `  <author><name>${xml(publisher ?? name)}</name></author>`,
    "  <generator>bulletin</generator>",
    ...entries.flatMap(({ issue, item, url: address }) => [
      "  <entry>",
      `    <title>${xml(item.title)}</title>`,
      `    <id>${xml(address)}</id>`,
      `    <link rel="alternate" type="text/html" href="${xml(address)}"/>`,
      `    <updated>${timeOf(issue.date)}</updated>`,
      `    <published>${timeOf(issue.date)}</published>`,
      ...item.units.map((unit) => `    <author><name>${xml(unit)}</name></author>`),
      `    <category term="${xml(item.section)}"/>`,
      `    <summary>${xml(item.summary)}</summary>`,
      "  </entry>",
    ]),
    "</feed>",
  ];
  return file(FEED_ATOM, `${lines.join("\n")}\n`);
}

function jsonFeed(issues: readonly IssueFacts[], entries: readonly Entry[], url: string): SiteFile {
  const { name = "", publisher, language = "zh-CN" } = issues[0]?.bulletin ?? {};
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: name,
    home_page_url: url,
    feed_url: url + FEED_JSON,
    language,
    authors: [{ name: publisher ?? name }],
    items: entries.map(({ issue, item, url: address }) => ({
      id: address,
      url: address,
      title: item.title,
      content_text: item.summary,
      date_published: timeOf(issue.date),
      authors: item.units.length === 0 ? undefined : item.units.map((unit) => ({ name: unit })),
      tags: [item.section],
    })),
  };
  return file(FEED_JSON, `${JSON.stringify(feed, undefined, 1)}\n`);
}

/** @param lists paths of the pages that list issues and items */
export function renderSitemap(
  issues: readonly IssueFacts[],
  lists: readonly string[],
  url: string,
): readonly SiteFile[] {
  const pages: (readonly [path: string, date: string | undefined])[] = [
    ...lists.map((path) => [path, undefined] as const),
    ...issues.flatMap((issue) => [
      [issuePath(issue), issue.date] as const,
      ...issue.items.map(({ path }) => [path, issue.date] as const),
    ]),
  ];
  const lines = pages.map(([path, date]) => {
    const day = date === undefined ? "" : `<lastmod>${date}</lastmod>`;
    return `<url><loc>${xml(absoluteUrl(url, path) ?? url)}</loc>${day}</url>\n`;
  });
  if (lines.length <= MOST_ADDRESSES) return [file(SITEMAP, set("urlset", lines))];
  const parts = Array.from({ length: Math.ceil(lines.length / MOST_ADDRESSES) }, (_, index) =>
    file(
      `sitemap-${index + 1}.xml`,
      set("urlset", lines.slice(index * MOST_ADDRESSES, (index + 1) * MOST_ADDRESSES)),
    ),
  );
  const index = parts.map(({ path }) => `<sitemap><loc>${xml(url + path)}</loc></sitemap>\n`);
  return [...parts, file(SITEMAP, set("sitemapindex", index))];
}

const set = (name: string, lines: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("")}</${name}>\n`;

const file = (path: string, text: string): SiteFile => ({ path, bytes: new TextEncoder().encode(text) });

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };

/** What XML 1.0 does not take at all becomes U+FFFD. */
const xml = (words: string): string =>
  words
    .toWellFormed()
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, "\uFFFD")
    .replace(/[<>&"]/g, (character) => ENTITIES[character] ?? character);
