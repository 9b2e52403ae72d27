/**
 * A letter to each unit of what of theirs was printed and what was not, as the draft of a mail (.eml, RFC 5322) that mail
 * programs open to be sent; nothing is sent here.
 */
import type { CalendarDate } from "../model/calendar-date.js";
import { compareDates } from "../model/calendar-date.js";
import { DECISIONS } from "../model/decision.js";
import type { ReceivedItem } from "./counted-item.js";
import type { KnownUnits } from "./known-units.js";
import { periodWords } from "./period-words.js";
import type { CountedItem, Statistics } from "./statistics.js";

export interface LetterFacts {
  readonly statistics: Statistics;
  readonly received: readonly ReceivedItem[] | undefined;
  readonly known: KnownUnits;
  /** what titles of all that was printed, in other periods too, are compared by (counted-item.ts) */
  readonly printedKeys: ReadonlySet<string>;
  /** where it stands, as the register may name it; with the bulletin where several are counted */
  readonly printedPlaces: ReadonlySet<string>;
  readonly bulletin: string;
  readonly publisher: string | undefined;
  readonly date: CalendarDate;
}

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
  const left = leftItems(unit, facts);
  // Whole items, as those below: of a joint one each unit is told, whatever part of it counts.
  const came = facts.received === undefined ? "" : `报送信息${receivedOf(unit, facts).length}篇，`;
  const points = statistics.hasPoints && count !== undefined ? `，得${count.points}分` : "";
  const missing = count !== undefined && count.missing > 0 ? `，按任务数还欠${count.missing}篇` : "";
  const lines = [
    `${unit}：`,
    "",
    `${name.zh}，你单位${came}《${bulletin}》采用${printed.length}篇${points}${missing}。`,
    ...listOf("采用的稿件：", printed.map(printedLine)),
    ...listOf("没有采用的稿件：", left.filter(isDecided).map(leftLine)),
    ...listOf("尚未决定的稿件：", left.filter((row) => !isDecided(row)).map(leftLine)),
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

function printedLine({ title, issue, section, levels, units }: CountedItem): string {
  const { year, series, number } = issue;
  const further = levels.length === 0 ? "" : `，${levels.join("、")}`;
  const joint = units.length > 1 ? "，联合署名" : "";
  return `${title}（${year}年${series}第${number}期，${section}${joint}${further}）`;
}

const leftLine = ({ title, date, reason, decision }: ReceivedItem): string =>
  `${title}（${date.month}月${date.day}日收到${whyLeft(reason, decision)}）`;

const whyLeft = (reason: string, decision: string): string => {
  if (reason !== "") return `；${reason}`;
  return decision === "" || decision === DECISIONS.pending ? "" : `；${decision}`;
};

const isDecided = ({ decision }: ReceivedItem): boolean => decision !== "" && decision !== DECISIONS.pending;

/** What tells places of several bulletins apart. */
export const placeOf = (bulletin: string, place: string): string => `${bulletin}\n${place}`;

/** Not printed: neither does an issue hold it, whenever it came out, nor does the register say so. */
const leftItems = (unit: string, facts: LetterFacts): readonly ReceivedItem[] =>
  receivedOf(unit, facts).filter(
    ({ bulletin, decision, places, key }) =>
      !/^已?采用/u.test(decision) &&
      !places.some((place) => facts.printedPlaces.has(placeOf(bulletin, place))) &&
      !facts.printedKeys.has(key),
  );

/** Of the period, and of this unit. */
function receivedOf(unit: string, { statistics, received, known }: LetterFacts): readonly ReceivedItem[] {
  const { from, to } = statistics.period;
  return (received ?? []).filter(
    ({ date, signed }) =>
      compareDates(from, date) <= 0 &&
      compareDates(date, to) <= 0 &&
      known.signing(signed).some(({ name }) => name === unit),
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
