/**
 * Official texts: notices, letters, appeals. Their titles are told by their last word, may be longer than those of
 * news, and whom they are written to belongs to the text; they are signed below it, unit and day each on a line of
 * its own. @see GB/T 9704-2012, 7.3.1 to 7.3.5
 */
import { isUnitName } from "../../han/unit-names.js";
import { type CalendarDate, isRealDate } from "../../model/calendar-date.js";
import type { DraftSigned } from "../draft/draft-item.js";
import { type MarkedText, sliceWords, trimWords } from "../marked-text.js";
import type { SignedEnd } from "./find-signature-lines.js";
import { frontKind } from "./front-lines.js";
import { isOfficialTitle } from "./official-words.js";
import { lengthOf, type SheetPart, wordsOf } from "./sheet.js";

const DAY =
  /^(\d{4}|[〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日$/u;
const SEAL = /[（(](?:盖章|公章|签章|代章|章)[）)]$/u;
const MOST_SIGNERS = 12;

/** @returns who signs and when, where the signature is lines of units and of a day and nothing else */
export function signedOf({ signature, isLeft, rest }: SignedEnd, title: string): DraftSigned | undefined {
  if (signature === undefined || isLeft || !isOfficialTitle(title)) return undefined;
  // Attachments with their text follow: the signature would stand behind them.
  if (rest.some((part) => part.kind === "line" && frontKind(wordsOf(part)) === "attachment-mark"))
    return undefined;
  const lines = signature.words
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const days = lines.filter((line) => DAY.test(line.replace(/[\s\u3000]/gu, "")));
  const names = lines.filter((line) => !days.includes(line)).flatMap(unitsIn);
  if (days.length > 1 || names.length === 0 || names.length > MOST_SIGNERS) return undefined;
  if (names.some((name) => !isUnitName(name) && name !== signature.unit)) return undefined;
  const [day] = days;
  const date = day === undefined ? undefined : dayOf(day);
  return day !== undefined && date === undefined ? undefined : { by: names, date };
}

/** Spread letters of one name, or the names of several side by side */
function unitsIn(line: string): readonly string[] {
  const words = line
    .replace(SEAL, "")
    .split(/[\s\u3000、]+/u)
    .filter((word) => word !== "");
  return words.every(isUnitName) ? words : [words.join("")];
}

const DIGITS = "〇一二三四五六七八九";

function dayOf(line: string): CalendarDate | undefined {
  const match = DAY.exec(line.replace(/[\s\u3000]/gu, ""));
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  const date = { year: Number(inDigits(year)), month: numberOf(month), day: numberOf(day) };
  return isRealDate(date) ? date : undefined;
}

const inDigits = (han: string): string =>
  han.replace(/[〇○零一二三四五六七八九]/gu, (sign) => String(Math.max(0, DIGITS.indexOf(sign))));

/** 二十一, 十, 3 */
function numberOf(words: string): number {
  if (!words.includes("十")) return Number(inDigits(words));
  const [tens = "", ones = ""] = words.split("十");
  return (tens === "" ? 1 : Number(inDigits(tens))) * 10 + (ones === "" ? 0 : Number(inDigits(ones)));
}

const LIST = /^附[\s\u3000]*件[\s\u3000]*[：:][\s\u3000]*/u;
const NUMBERED = /^附[\s\u3000]*件[\s\u3000]*(\d{1,2})[：:．.、][\s\u3000]*(?=\S)/u;
const NUMBER = /^(\d{1,2})[．.、][\s\u3000]*(?=\D)/u;
const LONGEST_NAME = 80;
const MOST_ATTACHMENTS = 20;
/** What hangs on the mail, not on the item */
const OF_MAIL =
  /^(?:活动|现场|相关|原始|原)?(?:照片|图片|配图|原图|稿件|文稿|原稿|供稿|压缩包|视频|素材)|\.(?:jpe?g|png|heic|mp4|zip|rar)$/iu;

/** 附件：无 */
const NOTHING = /^(?:无|没有|暂无|空)$/u;

export interface CutAttachments {
  readonly rest: readonly SheetPart[];
  /** their names without numbers, in order */
  readonly names: readonly MarkedText[];
}

/**
 * 附件：1.… 2.… at the end of a text. Sure where its numbers count from one to the end; a single name has none.
 * @param parts the text, its signature left out
 */
export function cutAttachments(parts: readonly SheetPart[]): CutAttachments {
  const none = { rest: parts, names: [] };
  const from = parts.findLastIndex((part, at) => part.kind === "line" && opensList(parts, at));
  if (from < 1 || parts.length - from > MOST_ATTACHMENTS + 1) return none;
  const names: MarkedText[] = [];
  const lines = parts.slice(from);
  for (const [order, part] of lines.entries()) {
    if (part.kind !== "line") return none;
    const found = namesIn(part.words, {
      isFirst: order === 0,
      count: names.length,
      isAlone: lines.length === 1,
    });
    if (found === undefined) return none;
    names.push(...found);
  }
  const isSound = names.every(
    ({ text }) =>
      text !== "" &&
      lengthOf(text) <= LONGEST_NAME &&
      !/[。！？；\uFFFC\u2028\t].|\uFFFC/u.test(text) &&
      !OF_MAIL.test(text) &&
      !NOTHING.test(text),
  );
  return isSound && names.length > 0 ? { rest: parts.slice(0, from), names } : none;
}

function opensList(parts: readonly SheetPart[], at: number): boolean {
  const part = parts[at];
  if (part?.kind !== "line") return false;
  const text = part.words.text;
  return LIST.test(text) || NUMBERED.exec(text)?.[1] === "1";
}

interface ListPlace {
  readonly isFirst: boolean;
  /** names in front */
  readonly count: number;
  readonly isAlone: boolean;
}

/** @returns the names that a line of the list gives; undefined where it is none */
function namesIn(
  words: MarkedText,
  { isFirst, count, isAlone }: ListPlace,
): readonly MarkedText[] | undefined {
  const own = NUMBERED.exec(words.text);
  if (own !== null) return Number(own[1]) === count + 1 ? [nameAt(words, own[0].length)] : undefined;
  const label = isFirst ? (LIST.exec(words.text)?.[0].length ?? 0) : 0;
  const list = trimWords(sliceWords(words, label));
  // 附件：, the names below
  if (isFirst && list.text === "") return isAlone ? undefined : [];
  const number = NUMBER.exec(list.text);
  if (number === null) return isFirst && isAlone ? [nameAt(list, 0)] : undefined;
  if (Number(number[1]) !== count + 1) return undefined;
  return inlineNames(list, count);
}

/** 1.名单 2.日程表, side by side */
function inlineNames(list: MarkedText, count: number): readonly MarkedText[] {
  const starts: { readonly at: number; readonly from: number }[] = [];
  for (const match of list.text.matchAll(/(?:^|[\s\u3000；;])(\d{1,2})[．.、][\s\u3000]*(?=\D)/gu))
    if (Number(match[1]) === count + starts.length + 1)
      starts.push({ at: match.index, from: match.index + match[0].length });
  return starts.map(({ from }, order) => nameAt(sliceWords(list, 0, starts[order + 1]?.at), from));
}

/** Marks behind a name are none of it (GB/T 9704-2012, 7.3.4). */
function nameAt(words: MarkedText, from: number): MarkedText {
  const name = trimWords(sliceWords(words, from));
  return sliceWords(name, 0, name.text.replace(/[；;。，,]+$/u, "").length);
}
