/** What the website's lists are made of: the page around one, and its lines. */
import type { Element, ElementContent } from "hast";
import { MAIN_ANCHOR } from "../editions/html/anchors.js";
import { blockElement, type Child, element } from "../editions/html/element.js";
import { mailtoUrl } from "../editions/html/safe-url.js";
import { breakableNames, breakableTitle } from "../editions/html/title-phrases.js";
import { breakableAddress } from "../editions/html/whole-words.js";
import { renderSiteTop, renderTrail, START_PAGE, writeDocument } from "./document.js";
import { renderListHead } from "./page-head.js";
import { linkTo } from "./site-addresses.js";
import {
  type BulletinFacts,
  type IssueFacts,
  type ItemFacts,
  issuePath,
  type SiteFile,
} from "./site-facts.js";
import { wholeName } from "./whole-name.js";

/** What all lists of the website share: the latest issue speaks for the house. */
export interface ListDress {
  readonly bulletin: BulletinFacts;
  readonly styleSheet: string;
}

export interface ListPage {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** on the way down to it, the start page apart */
  readonly steps?: readonly (readonly [string, string])[];
  readonly heading?: Element;
  readonly main: readonly Child[];
  readonly script?: string;
}

export function renderListPage(
  { path, title, description, steps = [], heading, main, script }: ListPage,
  { bulletin, styleSheet }: ListDress,
): SiteFile {
  const trail =
    heading === undefined ? [renderTrail([[START_PAGE, "首页"], ...steps], { from: path, here: title })] : [];
  const head = renderListHead({
    path,
    title,
    description,
    bulletin,
    styleSheet,
    ...(script !== undefined && { script }),
  });
  const top =
    heading ??
    blockElement("header", { className: ["site-heading"] }, [element("h1", {}, breakableTitle(title))]);
  const foot = renderFoot(bulletin);
  return writeDocument({
    path,
    language: bulletin.language,
    className: heading === undefined ? "list-page" : "start-page",
    head,
    body: [
      ...renderSiteTop(bulletin.name, path),
      blockElement("div", { className: ["sheet"] }, [
        ...trail,
        top,
        blockElement("main", { id: MAIN_ANCHOR, tabIndex: -1 }, main),
        ...foot,
      ]),
    ],
  });
}

function renderFoot({ publisher, contact: { label, email, phone } }: BulletinFacts): Element[] {
  const mailbox: Child[] =
    email === ""
      ? []
      : [element("a", { href: mailtoUrl(email), className: ["address"] }, breakableAddress(email))];
  const contact =
    label + email + phone === ""
      ? []
      : [element("address", { className: ["contact"] }, [label, ...mailbox, ...renderPhone(phone)])];
  const issuer = publisher === undefined ? [] : [element("p", {}, breakableNames(publisher))];
  const lines = [...issuer, ...contact];
  return lines.length === 0 ? [] : [blockElement("footer", { className: ["colophon", "site-foot"] }, lines)];
}

/** The space before it may end a line, none within it. */
function renderPhone(line: string): Child[] {
  const words = line.trimStart();
  const space = line.slice(0, line.length - words.length);
  return words === "" ? [] : [space, element("span", { className: ["phone"] }, words)];
}

/** A heading over a list, and the list. */
export function renderPart(
  heading: string,
  children: readonly ElementContent[],
  { id, more }: { readonly id: string; readonly more?: Element },
): Element {
  return blockElement("section", { className: ["site-part"], ariaLabelledBy: [id] }, [
    element("h2", { id }, [element("span", {}, wholeName(heading)), ...(more === undefined ? [] : [more])]),
    ...children,
  ]);
}

export interface Listed {
  readonly issue: IssueFacts;
  readonly item: ItemFacts;
}

/** Which of the facts of an item the page does not say already. */
export type FactName = "section" | "units" | "issue";

export const renderItems = (listed: readonly Listed[], from: string, facts: readonly FactName[]): Element =>
  blockElement(
    "ol",
    { className: ["site-items"] },
    listed.map(({ issue, item }) => {
      const told = factsOf({ issue, item }, facts);
      return element("li", {}, [
        element("a", { href: linkTo(item.path, from) }, breakableTitle(item.title)),
        ...(told.length === 0 ? [] : [" ", element("span", { className: ["site-facts"] }, told)]),
      ]);
    }),
  );

function factsOf({ issue, item }: Listed, facts: readonly FactName[]): Child[] {
  return facts.flatMap((fact): Child[] => {
    if (fact === "section") return [element("span", {}, item.section), " "];
    if (fact === "units")
      return item.units.length === 0 ? [] : [element("span", {}, item.units.join("、")), " "];
    return [element("time", { dateTime: issue.date }, issue.date), " "];
  });
}

/**
 * Issues are called by their numbers; those of another year than the first of the list, by their year as well.
 * @param dates of issues of one year its name is not said again
 */
export const renderIssues = (
  issues: readonly IssueFacts[],
  from: string,
  dates: "in full" | "in the year",
): Element =>
  blockElement(
    "ol",
    { className: ["site-issues"] },
    issues.map((issue) =>
      element("li", {}, [
        element(
          "a",
          { href: linkTo(issuePath(issue), from) },
          wholeName(issue.year === issues[0]?.year ? issue.shortName : issue.name),
        ),
        " ",
        element(
          "time",
          { dateTime: issue.date, className: ["site-facts"] },
          dates === "in full" ? issue.date : issue.date.slice(5),
        ),
      ]),
    ),
  );

/** Names with how many items there are. */
export const renderCounts = (
  counts: readonly { readonly name: string; readonly path: string; readonly count: number }[],
  from: string,
): Element =>
  blockElement(
    "ul",
    { className: ["site-counts"] },
    counts.map(({ name, path, count }) =>
      element("li", {}, [
        element("a", { href: linkTo(path, from) }, breakableTitle(name)),
        " ",
        element("span", { className: ["site-facts"] }, `${count}篇`),
      ]),
    ),
  );
