/** What lists and feeds need to know of an issue, taken out of it. */
import { isoDate } from "../model/calendar-date.js";
import { furnitureOf, issueName, printedSections, titleOnOneLine } from "../model/furniture.js";
import type { House } from "../model/house.js";
import type { Issue, Item } from "../model/issue.js";
import { plainTextOfBlocks } from "../model/plain-text.js";
import { isPageAddress } from "../model/site-address.js";
import { type KnownUnits, knownUnits } from "../stats/known-units.js";
import type { BulletinFacts, IssueFacts, ItemFacts } from "./site-facts.js";

/** As much as a list shows of a text, in characters. */
const MOST_SUMMARY = 120;

export interface IssuePlace {
  readonly folder: string;
  readonly styleSheet: string;
  readonly pathOf: (item: Item) => string;
}

export function issueFacts(issue: Issue, { folder, styleSheet, pathOf }: IssuePlace): IssueFacts {
  const known = knownUnits(issue.house.units);
  return {
    folder,
    name: issueName(issue),
    shortName: issueName(issue).replace(`${issue.year.value}年`, ""),
    year: issue.year.value,
    date: isoDate(issue.date.value),
    styleSheet,
    bulletin: bulletinFacts(issue),
    items: printedSections(issue).flatMap((section) =>
      section.items.map((item) =>
        itemFacts(item, { section: section.name.value, known, path: pathOf(item) }),
      ),
    ),
  };
}

function itemFacts(
  item: Item,
  { section, known, path }: { readonly section: string; readonly known: KnownUnits; readonly path: string },
): ItemFacts {
  return {
    path,
    title: titleOnOneLine(item),
    section,
    units:
      item.attribution === undefined ? [] : known.signing(item.attribution.value).map(({ name }) => name),
    summary: shortened(item.summary?.value ?? plainTextOfBlocks(item.blocks)),
  };
}

function shortened(words: string): string {
  const characters = Array.from(
    words
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 4 * MOST_SUMMARY),
  );
  return characters.length <= MOST_SUMMARY
    ? characters.join("")
    : `${characters.slice(0, MOST_SUMMARY - 1).join("")}…`;
}

function bulletinFacts(issue: Issue): BulletinFacts {
  const { house } = issue;
  const { label, email, phone } = furnitureOf(issue).contact;
  return {
    name: house.bulletin.name.value,
    publisher: house.bulletin.publisher?.value,
    language: house.bulletin.language.value,
    url: siteUrlOf(house),
    contact: { label, email, phone },
  };
}

function siteUrlOf({ siteUrl }: House): string | undefined {
  const address = siteUrl?.value;
  return address === undefined || isPageAddress(address) ? undefined : `${address.replace(/\/$/, "")}/`;
}
