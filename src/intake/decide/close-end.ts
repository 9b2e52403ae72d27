/**
 * What stands behind an item and is none of it, taken away from the end: fields, the end of a letter with the name and
 * the day below it, to whom it goes, the card that a mail program sets behind a rule. A unit that stands among these is left for the
 * reader of signatures (find-signature-lines.ts), save in a card.
 */
import type { KnownUnits } from "../../han/known-units.js";
import { readSignatureNames } from "../../han/signature-names.js";
import { isUnitName } from "../../han/unit-names.js";
import { isDistributionAt } from "./distribution-lines.js";
import { type FormField, isAddressLine, readContactLine } from "./form-fields.js";
import type { LeftOut } from "./left-out.js";
import { namedPerson, readLooseContact } from "./loose-contact.js";
import { isPictureLine, lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";
import { isCompliment, type TrailingLine, trailingLine } from "./trailing-lines.js";

export interface ClosedEnd {
  readonly rest: readonly SheetPart[];
  readonly fields: readonly FormField[];
  readonly leftOut: readonly LeftOut[];
}

export interface EndToClose {
  readonly units: KnownUnits["units"];
  /** the text is a letter, to which 此致 敬礼 belongs */
  readonly isLetter: boolean;
}

/** Lines that a page and a letter put below its text */
const MOST_CLOSING = 14;

export function closeEnd(parts: readonly SheetPart[], end: EndToClose): ClosedEnd {
  const card = cutCard(parts);
  const closed = closeLines(card.rest, end);
  return {
    rest: closed.rest,
    fields: [...closed.fields, ...card.fields],
    leftOut: [...closed.leftOut, ...card.leftOut],
  };
}

/** A name or a day, which belongs to a letter that ends above it. */
interface Pending extends TrailingLine {
  readonly part: SheetLine;
}

function closeLines(parts: readonly SheetPart[], { units, isLetter }: EndToClose): ClosedEnd {
  const fields: FormField[] = [];
  const leftOut: LeftOut[] = [];
  let kept: SheetPart[] = [];
  let cut = parts.length;
  let pending: Pending[] = [];
  let seen: SheetPart[] = [];
  const take = ({ why, fields: own }: TrailingLine, part: SheetLine) => {
    fields.unshift(...own);
    leftOut.unshift({ text: wordsOf(part), place: part.place, why });
  };
  for (let at = parts.length; at > 1 && parts.length - at < MOST_CLOSING; at -= 1) {
    const part = parts[at - 1];
    if (part?.kind !== "line") break;
    const text = wordsOf(part);
    if (text === "") {
      if (isPictureLine(part)) seen = [part, ...seen];
      continue;
    }
    if (isLetter && isCompliment(text)) break;
    const own =
      (isDistributionAt(parts, at - 1, units) ? DISTRIBUTION : undefined) ??
      trailingLine(text, part.place) ??
      addressBeside(text, fields, parts[at - 2]);
    if (own === undefined) {
      const name =
        pending.length < MOST_PENDING
          ? (nameOrDay(text, part.place) ?? strangerBelow(text, parts.slice(0, at - 1), units))
          : undefined;
      if (name === undefined) break;
      pending = [{ ...name, part }, ...pending];
      continue;
    }
    // Below 抄送：… the day alone is that of the paper.
    const ends =
      own.why === "letter" ||
      (own.why === "distribution" && pending.every(({ fields: [day] }) => day?.kind === "day"));
    if (pending.length > 0 && !ends) break;
    for (const each of pending.toReversed()) take(each, each.part);
    take(own, part);
    pending = [];
    kept = [...seen, ...kept];
    seen = [];
    cut = at - 1;
  }
  return { rest: [...parts.slice(0, cut), ...kept], fields, leftOut };
}

const DISTRIBUTION: TrailingLine = { why: "distribution", fields: [] };
/** 张三, 3月13日 */
const MOST_PENDING = 3;

function addressBeside(
  text: string,
  fields: readonly FormField[],
  before: SheetPart | undefined,
): TrailingLine | undefined {
  if (!isAddressLine(text)) return undefined;
  const isBeside =
    fields.length > 0 ||
    (before?.kind === "line" && readContactLine(wordsOf(before), before.place) !== undefined);
  return isBeside ? { why: "form", fields: [] } : undefined;
}

const DAY = /^(?:\d{4}年)?\d{1,2}月\d{1,2}日$|^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/u;

function nameOrDay(text: string, place: number): TrailingLine | undefined {
  const bare = text.replace(/[\s\u3000]+/gu, "").replace(/(?:敬上|谨上|上|呈|敬启)$/u, "");
  if (DAY.test(bare)) {
    // Without its year it dates nothing.
    const isWhole = /^\d{4}/u.test(bare);
    return { why: "letter", fields: isWhole ? [{ kind: "day", label: "", value: bare, place }] : [] };
  }
  const person = namedPerson(bare);
  return person === undefined
    ? undefined
    : { why: "letter", fields: [{ kind: "person", label: "", value: person, place }] };
}

/** Han of a name, with what it goes by: 投稿人小秋, 阿力木江·买买提 */
const STRANGER = /^(?:投稿人|供稿人|作者|读者|通讯员|您的学生)?[\p{Script=Han}·•]{2,8}$/u;

/** Nobody knows the name, but who stands directly below 此致 敬礼 wrote the letter; a unit there signs. */
function strangerBelow(
  text: string,
  above: readonly SheetPart[],
  units: KnownUnits["units"],
): TrailingLine | undefined {
  const before = above.findLast((part) => part.kind === "line" && wordsOf(part) !== "");
  const isBelow = before?.kind === "line" && isCompliment(wordsOf(before));
  if (!isBelow || !STRANGER.test(text.trim())) return undefined;
  const isSignature = readSignatureNames(text, { units, source: undefined }) !== undefined;
  return isSignature || isUnitName(text.trim()) ? undefined : { why: "letter", fields: [] };
}

/** A rule in front of a card: "-- " of mail programs, ------, ***; escaped where a page was made text. */
const CARD_RULE = /^(?:\\?[-—–_=＊*·•~～─━][\s\u3000]?){2,80}$/u;
const MOST_CARD_LINES = 9;
const LONGEST_CARD_LINE = 48;

function cutCard(parts: readonly SheetPart[]): ClosedEnd {
  const open: ClosedEnd = { rest: parts, fields: [], leftOut: [] };
  const from = Math.max(1, parts.length - MOST_CARD_LINES - 1);
  const rule = parts.findLastIndex(
    (part, index) => index >= from && part.kind === "line" && CARD_RULE.test(wordsOf(part)),
  );
  if (rule < 0) return open;
  const lines = parts.slice(rule + 1);
  const fields: FormField[] = [];
  const leftOut: LeftOut[] = [];
  let known = 0;
  for (const part of lines) {
    if (part.kind !== "line") return open;
    const text = wordsOf(part);
    if (isPictureLine(part)) return open;
    if (lengthOf(text) > LONGEST_CARD_LINE || /[。；]$|[，。；].*[，。；]/u.test(text)) return open;
    const own = cardLine(text, part.place);
    if (own !== undefined) known += 1;
    fields.push(...(own ?? []));
    leftOut.push({ text, place: part.place, why: "form" });
  }
  // A line of which nobody knows what it is goes with the others where those are a card beyond doubt.
  const line = parts[rule];
  if (line?.kind !== "line") return open;
  // "-- " is how programs of mail begin one.
  const least = /^\\?-[\s]?\\?-$/u.test(wordsOf(line)) ? 1 : lines.length / 2 + 0.5;
  if (lines.length > 0 && known < least) return open;
  return {
    rest: parts.slice(0, rule),
    fields,
    leftOut: [{ text: wordsOf(line), place: line.place, why: "furniture" }, ...leftOut],
  };
}

function cardLine(text: string, place: number): readonly FormField[] | undefined {
  const own = trailingLine(text, place) ?? nameOrDay(text, place);
  if (own !== undefined) return own.fields;
  const contact = readLooseContact(text, place);
  if (contact !== undefined) return contact.fields;
  if (/^(?:微信公众号|公众号|官网|网址|网站|主页)[\s\u3000]*[：:]/u.test(text)) return [];
  if (isAddressLine(text) || /^(?:https?:\/\/|www\.)\S+$/u.test(text)) return [];
  const words = text.replace(/[|｜/／]/gu, " ").trim();
  const names = readSignatureNames(words, { units: [], source: undefined });
  if (names !== undefined)
    return [
      ...(names.unit === undefined ? [] : [{ kind: "unit", label: "", value: names.unit, place } as const]),
      ...names.people.map((value) => ({ kind: "person", label: "", value, place }) as const),
    ];
  const [first = "", ...rest] = words.split(/[\s\u3000]+/u);
  const person = namedPerson(first);
  return person !== undefined && lengthOf(rest.join("")) <= 12
    ? [{ kind: "person", label: "", value: person, place }]
    : undefined;
}
