/**
 * A letter to each unit of what of theirs was printed and what was not, as the draft of a mail (.eml, RFC 5322) that mail
 * programs open to be sent; nothing is sent here.
 */
import type { CalendarDate } from "../model/calendar-date.js";
import { compareDates } from "../model/calendar-date.js";
import { DECISIONS } from "../model/decision.js";
import type { AdoptedItem, ReceivedItem } from "./counted-item.js";
import { isAccepted, isRefused } from "./decision-words.js";
import type { KnownUnits } from "./known-units.js";
import { periodWords } from "./period-words.js";
import type { CountedItem, Statistics } from "./statistics.js";

export interface LetterFacts {
  readonly statistics: Statistics;
  readonly received: readonly ReceivedItem[] | undefined;
  readonly known: KnownUnits;
  /** all that was printed, in other periods too */
  readonly printed: readonly PrintedItem[];
  readonly bulletin: string;
  readonly publisher: string | undefined;
  readonly date: CalendarDate;
}

export type PrintedItem = Pick<
  AdoptedItem,
  "bulletin" | "bulletinName" | "path" | "key" | "signed" | "date" | "issue"
>;

export interface Letter {
  readonly unit: string;
  readonly subject: string;
  readonly text: string;
}

export function composeLetters(facts: LetterFacts): readonly Letter[] {
  const { statistics, bulletin } = facts;
  const { name } = periodWords(statistics.period);
  return [...statistics.units, ...statistics.others].map(({ name: unit }) => ({
    unit,
    subject: `《${bulletin}》${name.zh}信息采用情况`,
    text: letterText(unit, facts),
  }));
}

function letterText(unit: string, facts: LetterFacts): string {
  const { statistics, bulletin, publisher, date } = facts;
  const { name } = periodWords(statistics.period);
  const count = [...statistics.units, ...statistics.others].find((one) => one.name === unit);
  const printed = statistics.items.filter(({ units }) => units.includes(unit));
  const rows = receivedOf(unit, facts);
  const wording = wordingOf(facts);
  const left = sortedRows(rows, unit, facts);
  // Whole items, as those below: of a joint one each unit is told, whatever part of it counts.
  const came = facts.received === undefined ? "" : `报送信息${rows.length}篇，`;
  const points = statistics.hasPoints && count !== undefined ? `，得${count.points}分` : "";
  const missing = count !== undefined && count.missing > 0 ? `，按任务数还欠${count.missing}篇` : "";
  const lines = [
    `${unit}：`,
    "",
    `${name.zh}，你单位${came}《${bulletin}》采用${printed.length}篇${points}${missing}。`,
    ...(statistics.law.joint === "split" &&
    (printed.some(isJoint) || rows.some(({ signed }) => facts.known.signing(signed).length > 1))
      ? ["联合署名的稿件，这里每个单位各算一篇；通报里由各单位平分。"]
      : []),
    ...listOf(
      "采用的稿件：",
      printed.map((item) => printedLine(item, wording)),
    ),
    ...listOf("登在别的期次的稿件：", left.elsewhere),
    ...listOf("决定采用、还没有登出的稿件：", left.accepted),
    ...listOf("没有采用的稿件：", left.refused),
    ...listOf("尚未决定的稿件：", left.pending),
    ...listOf("另有处理的稿件：", left.other),
    "",
    "感谢对信息工作的支持。",
    "",
    ...(publisher === undefined ? [] : [publisher]),
    `${date.year}年${date.month}月${date.day}日`,
  ];
  return `${lines.join("\n")}\n`;
}

const listOf = (heading: string, entries: readonly string[]): readonly string[] =>
  entries.length === 0 ? [] : ["", heading, ...entries.map((entry, index) => `${index + 1}. ${entry}`)];

/** What tells the letters of one unit apart. */
interface Wording {
  /** several bulletins are named */
  readonly namesBulletin: boolean;
  readonly namesYear: boolean;
}

const wordingOf = ({ statistics: { bulletins, period } }: LetterFacts): Wording => ({
  namesBulletin: bulletins > 1,
  namesYear: period.from.year !== period.to.year,
});

function printedLine(item: CountedItem, { namesBulletin }: Wording): string {
  const { title, issue, section, levels, bulletinName } = item;
  const further = levels.length === 0 ? "" : `，${levels.join("、")}`;
  const where = `${namesBulletin ? `《${bulletinName}》` : ""}${issueWords(issue)}`;
  return `${oneLine(title)}（${where}，${section}${isJoint(item) ? "，联合署名" : ""}${further}）`;
}

const issueWords = ({ year, series, number }: AdoptedItem["issue"]): string =>
  `${year}年${series}第${number}期`;

const isJoint = ({ units }: Pick<CountedItem, "units">): boolean => units.length > 1;

function leftLine({ title, date, reason, decision }: ReceivedItem, { namesYear }: Wording): string {
  const day = `${namesYear ? `${date.year}年` : ""}${date.month}月${date.day}日收到`;
  return `${oneLine(title)}（${day}${whyLeft(oneLine(reason), oneLine(decision))}）`;
}

const whyLeft = (reason: string, decision: string): string => {
  // What was decided is what its list says, unless the editors say it in words of their own.
  const isPlain = decision === "" || decision === DECISIONS.pending || isRefused(decision);
  const words = [
    ...(isPlain && reason !== "" ? [] : [decision === DECISIONS.pending ? "" : decision]),
    reason,
  ];
  return words
    .filter((word) => word !== "")
    .map((word) => `；${word}`)
    .join("");
};

/** A cell may hold several lines, an entry of a list only one. */
const oneLine = (text: string): string => text.replace(/\s*[\r\n\v\f\u0085\u2028\u2029]\s*/gu, " ").trim();

type SortedRows = Readonly<Record<List, readonly string[]>>;
type List = "elsewhere" | "accepted" | "refused" | "pending" | "other";

/** Each row of the register in one list, but those whose item the letter names as printed. */
function sortedRows(rows: readonly ReceivedItem[], unit: string, facts: LetterFacts): SortedRows {
  const wording = wordingOf(facts);
  const sorted: Record<List, string[]> = {
    elsewhere: [],
    accepted: [],
    refused: [],
    pending: [],
    other: [],
  };
  for (const row of rows) {
    const items = printedOf(row, unit, facts);
    const [item] = items;
    if (items.some((printed) => isCounted(printed, facts))) continue;
    if (item !== undefined)
      sorted.elsewhere.push(
        `${leftLine({ ...row, reason: "", decision: "" }, wording).slice(0, -1)}；登${issueWords(item.issue)}）`,
      );
    else sorted[listOfDecision(row)].push(leftLine(row, wording));
  }
  return sorted;
}

function listOfDecision({ decision }: ReceivedItem): List {
  if (decision === "" || decision === DECISIONS.pending) return "pending";
  if (isAccepted(decision)) return "accepted";
  return isRefused(decision) ? "refused" : "other";
}

/** @returns items of the unit that the row tells of; of another unit's with the same title it tells nothing */
function printedOf(
  { bulletin, places, key }: ReceivedItem,
  unit: string,
  { printed, known }: LetterFacts,
): readonly PrintedItem[] {
  return printed.filter(
    (item) =>
      item.bulletin === bulletin &&
      ((key !== "" && item.key === key) || places.includes(item.path)) &&
      known.signing(item.signed).some(({ name }) => name === unit),
  );
}

/** In the list above: of this period, and of an issue that was counted. */
const isCounted = ({ bulletinName, path, date, issue }: PrintedItem, facts: LetterFacts): boolean =>
  isWithin(date, facts) &&
  facts.statistics.items.some(
    (item) =>
      item.bulletinName === bulletinName &&
      item.path === path &&
      issueWords(item.issue) === issueWords(issue),
  );

const isWithin = (date: CalendarDate, { statistics: { period } }: LetterFacts): boolean =>
  compareDates(period.from, date) <= 0 && compareDates(date, period.to) <= 0;

/** Of the period, and of this unit. */
function receivedOf(unit: string, facts: LetterFacts): readonly ReceivedItem[] {
  const { received, known } = facts;
  return (received ?? []).filter(
    ({ date, signed }) => isWithin(date, facts) && known.signing(signed).some(({ name }) => name === unit),
  );
}

/**
 * The draft as bytes: to nobody yet, in UTF-8, and by `X-Unsent` one that programs open to be sent. The day is left out,
 * so that the same letter is the same file.
 */
export function printDraft({ subject, text }: Letter): string {
  const body = Buffer.from(text.replaceAll("\n", "\r\n"), "utf8").toString("base64");
  return [
    "To:",
    `Subject: ${encodedWords(subject)}`,
    "X-Unsent: 1",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    // 76 characters a line (RFC 2045, 6.8)
    ...(body.match(/.{1,76}/g) ?? []),
    "",
  ].join("\r\n");
}

/** At most 76 characters a line with the name of the field, no word parted amid a character (RFC 2047, 2 and 5). */
const BYTES_A_WORD = 39;

function encodedWords(text: string): string {
  const words: string[] = [];
  let word = "";
  for (const character of text) {
    if (Buffer.byteLength(word + character) > BYTES_A_WORD) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  return [...words, word]
    .map((one) => `=?utf-8?B?${Buffer.from(one, "utf8").toString("base64")}?=`)
    .join("\r\n ");
}
