/**
 * The head of the website's pages: the names that the censuses of government sites read, and a policy that lets a page
 * load the website's own files and nothing else.
 *
 * @see 国务院办公厅《政府网站发展指引》(国办发〔2017〕47号), 网页标签规范
 */
import type { Element } from "hast";
import { blockElement, element } from "../editions/html/element.js";
import type { HtmlContext } from "../editions/html/html-context.js";
import { pictureRules } from "../editions/html/picture-styles.js";
import { hashSource, headMetadata, safeStyleSheet } from "../editions/html/render-head.js";
import { SITE_STYLE } from "./document.js";
import { FEED_ATOM, FEED_JSON } from "./feeds.js";
import { absoluteUrl, linkTo } from "./site-addresses.js";
import type { BulletinFacts } from "./site-facts.js";

interface HeadParts {
  readonly path: string;
  readonly title: string;
  readonly metadata: readonly Element[];
  readonly canonicalUrl: string | undefined;
  readonly bulletin: BulletinFacts;
  readonly styleSheet: string;
  /** rules of this page's own */
  readonly style?: string;
  /** structured data, as JSON that may stand in a script element */
  readonly data?: string;
  readonly script?: string;
}

export interface ArticleHead {
  readonly path: string;
  readonly context: HtmlContext;
  readonly timestamp: Date;
  readonly bulletin: BulletinFacts;
  readonly styleSheet: string;
  readonly title: string;
  readonly data: (canonicalUrl: string | undefined) => string;
}

/** Of an issue or an item. */
export function renderArticleHead({ context, timestamp, data, ...parts }: ArticleHead): Element {
  const canonicalUrl = absoluteUrl(parts.bulletin.url, parts.path);
  const style = safeStyleSheet(pictureRules(context));
  return renderHead({
    ...parts,
    canonicalUrl,
    metadata: headMetadata({ context, timestamp, canonicalUrl }),
    ...(style !== "" && { style }),
    data: data(canonicalUrl),
  });
}

export interface ListHead {
  readonly path: string;
  /** what the page lists */
  readonly title: string;
  readonly description: string;
  readonly bulletin: BulletinFacts;
  readonly styleSheet: string;
  readonly script?: string;
}

/** Of a list: the start page is the website's own. */
export function renderListHead({ title, description, ...parts }: ListHead): Element {
  const { bulletin, path } = parts;
  const canonicalUrl = absoluteUrl(bulletin.url, path);
  const named: [string, string | undefined][] = [
    ["description", description],
    ["author", bulletin.publisher],
    ["generator", "bulletin"],
    ["color-scheme", "light dark"],
    ["format-detection", "telephone=no"],
    ["SiteName", bulletin.publisher ?? bulletin.name],
    ["SiteDescription", description],
    ["ColumnName", title],
    ["ColumnType", "工作信息"],
    ["ColumnDescription", description],
  ];
  return renderHead({
    ...parts,
    title: title === bulletin.name ? title : `${title} - ${bulletin.name}`,
    canonicalUrl,
    metadata: named.flatMap(([name, content]) => (content ? [element("meta", { name, content })] : [])),
  });
}

function renderHead(parts: HeadParts): Element {
  const { path, title, metadata, canonicalUrl, bulletin, styleSheet, style, data, script } = parts;
  const scripts = [
    ...(data === undefined ? [] : [hashSource(data)]),
    ...(script === undefined ? [] : ["'self'"]),
  ];
  const policy = [
    "default-src 'none'",
    "img-src 'self' data:",
    `style-src 'self'${style === undefined ? "" : ` ${hashSource(style)}`}`,
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.join(" ")}`]),
    "base-uri 'none'",
    "form-action 'self'",
  ];
  const sheet = (to: string) => element("link", { rel: ["stylesheet"], href: linkTo(to, path) });
  return blockElement("head", {}, [
    element("meta", { charSet: "utf-8" }),
    element("meta", { httpEquiv: ["Content-Security-Policy"], content: policy.join("; ") }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, title),
    ...metadata,
    element("link", { rel: ["icon"], href: "data:," }),
    ...(canonicalUrl === undefined ? [] : [element("link", { rel: ["canonical"], href: canonicalUrl })]),
    ...(bulletin.url === undefined ? [] : feedLinks(path)),
    ...(style === undefined
      ? []
      : [{ ...element("style", {}), children: [{ type: "text" as const, value: style }] }]),
    sheet(styleSheet),
    sheet(SITE_STYLE),
    ...(data === undefined
      ? []
      : [
          {
            ...element("script", { type: "application/ld+json" }),
            children: [{ type: "text" as const, value: data }],
          },
        ]),
    ...(script === undefined ? [] : [element("script", { src: linkTo(script, path), defer: true })]),
  ]);
}

const feedLinks = (path: string): Element[] =>
  [[FEED_ATOM, "application/atom+xml"] as const, [FEED_JSON, "application/feed+json"] as const].map(
    ([feed, type]) =>
      element("link", { rel: ["alternate"], type, title: "最新稿件", href: linkTo(feed, path) }),
  );
