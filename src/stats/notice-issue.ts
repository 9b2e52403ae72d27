/** The notice as an issue of one item: its manifest, and the house's rules as far as they say how a page looks. */
import { parseDocument, stringify } from "yaml";
import { type CalendarDate, isoDate } from "../model/calendar-date.js";
import type { House } from "../model/house.js";
import { quoted } from "../read/quoted-yaml.js";
import type { Notice } from "./compose-notice.js";
import { periodWords } from "./period-words.js";
import type { Period } from "./statistics.js";

export interface NoticeIssue {
  /** workspace path of its manifest */
  readonly manifest: string;
  /** what stands at those paths and nowhere else */
  readonly files: ReadonlyMap<string, string>;
}

/** A name under which no folder of a bulletin's lies. */
const FOLDER = ".bulletin-notice";
/** What house rules say of the look; the others are about items. */
const KEPT = new Set(["bulletin", "template", "look", "fonts", "contact"]);

export function noticeIssue(
  { markdown }: Notice,
  {
    house,
    houseText,
    root,
    period,
    date,
  }: {
    readonly house: House;
    /** text of bulletin.yaml; undefined where there is none */
    readonly houseText: string | undefined;
    /** workspace path of the bulletin's folder */
    readonly root: string;
    readonly period: Period;
    readonly date: CalendarDate;
  },
): NoticeIssue {
  const at = (name: string) => (root === "." ? `${FOLDER}/${name}` : `${root}/${FOLDER}/${name}`);
  const { series } = periodWords(period);
  const manifest = [
    ...(houseText === undefined ? ownWords(house) : []),
    `year: ${series.year}`,
    `series: ${series.name}`,
    `number: ${series.number}`,
    `date: ${isoDate(date)}`,
    `slug: notice-${series.slug}`,
    "contents: false",
    "sections:",
    "  - name: 情况通报",
    "    items: [notice.md]",
  ];
  const files = new Map([
    [at("issue.yaml"), `${manifest.join("\n")}\n`],
    [at("notice.md"), markdown],
  ]);
  if (houseText !== undefined && house.path !== undefined) files.set(house.path, lookOf(houseText));
  return { manifest: at("issue.yaml"), files };
}

/** Of a bulletin without a house file: what its manifests say of themselves. */
const ownWords = ({ bulletin, contact }: House): readonly string[] => [
  `bulletin: {name: ${quoted(bulletin.name.value)}${bulletin.publisher === undefined ? "" : `, publisher: ${quoted(bulletin.publisher.value)}`}}`,
  ...(contact.email === undefined ? [] : [`contact: {email: ${quoted(contact.email.value)}}`]),
];

function lookOf(houseText: string): string {
  // As values: what is left out may hold the anchor of what stays.
  const values: unknown = parseDocument(houseText, { logLevel: "silent" }).toJS({ maxAliasCount: 100 });
  const entries = typeof values === "object" && values !== null ? Object.entries(values) : [];
  return stringify(Object.fromEntries(entries.filter(([key]) => KEPT.has(key))));
}
