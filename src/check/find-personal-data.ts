/**
 * Finds addresses and numbers of persons in printed text: mailboxes, mobile and land-line numbers,
 * identity numbers, bank cards. Patterns are bounded in length, so the time is linear in the text.
 * Whether they may be printed is for the rules of the groups privacy and contact.
 */
import { type Passage, spanInPassage } from "../model/passage.js";
import type { PersonalDatum } from "../rules/rule.js";
import { calledCode } from "./called-code.js";
import { isBankCard, isIdentityNumber } from "./check-digits.js";

interface Match {
  readonly kind: PersonalDatum["kind"];
  readonly start: number;
  readonly end: number;
}

/** In order of claim: what an earlier pattern took, a later one does not see. */
const PATTERNS: readonly {
  kind: PersonalDatum["kind"];
  pattern: RegExp;
  accepts?: (text: string) => boolean;
}[] = [
  {
    kind: "email",
    pattern:
      /(?<![A-Za-z0-9.!#$%&'*+/=?^_`{|}~-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}[@＠][A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[.．。])(?:[A-Za-z0-9-]{1,63}\.){0,4}[A-Za-z]{2,24}/g,
  },
  {
    kind: "identity-number",
    // GB 11643: region, date of birth, order, check digit
    pattern: /(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{9}[\dXx](?![0-9A-Za-z])/g,
    accepts: isIdentityNumber,
  },
  {
    kind: "identity-number",
    // called so in front: a mistyped digit makes the check digit disagree, and still tells who it is
    pattern: /(?<=身份证(?:件)?(?:号码?)?[：: 为是]{0,2})[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g,
  },
  {
    kind: "bank-card",
    pattern: /(?<![0-9A-Za-z._/-]|\d )[2-9]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z_/-]|\.\d)/g,
    accepts: isBankCard,
  },
  {
    kind: "bank-card",
    pattern:
      /(?<=银行(?:卡|账户|帐户)?[账帐卡]?号码?[：: 为是]{0,2})[2-9]\d{3}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z_/-]|\.\d)/g,
  },
  {
    kind: "mobile",
    // Ministry of Industry numbering plan: 11 digits, 13 to 19 in front
    pattern:
      /(?<![0-9A-Za-z_/#=.-])(?:(?:\+|00)86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z_/-]|\.\d|[元人个件名次份万亿吨％%]|千[瓦克米]|公[里斤顷]|[立平]方|字节)/g,
  },
  {
    kind: "landline",
    // trunk prefix 0 and area code (010, 02x, three digits from 3 on), then seven or eight digits
    pattern:
      /(?<![0-9A-Za-z_/#.+-])(?:(?:\+|00)86[ -]?(?:10|2\d|[3-9]\d\d)|[(（]0(?:10|2\d|[3-9]\d\d)[)）]|0(?:10|2\d|[3-9]\d\d))[ －—-]?[2-9]\d{2,3}[ -]?\d{4}(?![0-9A-Za-z_/]|\.\d)/g,
  },
  {
    kind: "landline",
    // without an area code it is a number only where the words before it say so
    pattern:
      /(?<=(?:电话|热线|座机|传真)(?:号码)?[：: 为是]{0,2})[2-9]\d{2,3}[ -]?\d{4}(?![0-9A-Za-z_/-]|\.\d)/g,
  },
];

/** Words that ask readers to send something in, near an address. */
const INVITATION = /投稿|来稿|赐稿|报送|征稿|供稿|征文/;
/** UTF-16 units before and behind an address within which an invitation belongs to it */
const NEARBY = { before: 24, behind: 12 };

export function findPersonalData(passages: readonly Passage[]): readonly PersonalDatum[] {
  return passages.flatMap((passage) => [...findInText(passage), ...findInLinks(passage)]);
}

/** @returns a predicate of what the house lets items print: addresses, domains (`@example.org`), numbers */
export function allowedData(entries: readonly string[]): (datum: PersonalDatum) => boolean {
  const words = new Set(entries.map((entry) => entry.trim().toLowerCase()));
  const numbers = new Set(entries.map(digitsOf).filter((digits) => digits.length >= 5));
  return (datum) => {
    if (datum.kind !== "email") return numbers.has(digitsOf(datum.value));
    const address = datum.value.toLowerCase();
    return words.has(address) || words.has(address.slice(address.indexOf("@")));
  };
}

/** @returns true where a text holds nothing that could be a number or an address: all numbers have seven digits, a year four */
const isPlainProse = (text: string): boolean => !/\d{3}[ -]?\d{4}|[@＠]/.test(text);

function findInText(passage: Passage): PersonalDatum[] {
  const { text } = passage;
  if (isPlainProse(text)) return [];
  const matches: Match[] = [];
  for (const { kind, pattern, accepts } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const isTaken = matches.some((other) => start < other.end && other.start < end);
      if (isTaken || accepts?.(match[0]) === false || isCode(kind, text, start)) continue;
      matches.push({ kind, start, end });
    }
  }
  return matches
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => ({
      kind,
      value: text.slice(start, end),
      span: spanInPassage(passage, start, end),
      invites: INVITATION.test(
        `${text.slice(Math.max(0, start - NEARBY.before), start)}\n${text.slice(end, end + NEARBY.behind)}`,
      ),
    }));
}

/** An identity number whose check digit agrees is one, by whatever name a record goes. */
function isCode(kind: PersonalDatum["kind"], text: string, start: number): boolean {
  if (kind === "email") return false;
  const called = calledCode(text, start);
  return called === "thing" || (called === "record" && kind !== "identity-number");
}

/** A destination is in the page too, though the eye does not see it. */
function findInLinks(passage: Passage): PersonalDatum[] {
  return passage.links.flatMap((link) => {
    const destination = link.automatic ? null : /^(mailto|tel):([^?]*)/i.exec(link.url.value);
    const value = destination?.[2] ?? "";
    if (value === "" || passage.text.includes(value)) return [];
    const kind = /^mailto$/i.test(destination?.[1] ?? "")
      ? "email"
      : /^1[3-9]\d{9}$/.test(digitsOf(value))
        ? "mobile"
        : "landline";
    return [{ kind, value, span: link.url.span, invites: INVITATION.test(passage.text) } as const];
  });
}

/** @returns the digits of a number without the country code of China */
function digitsOf(text: string): string {
  const digits = text.replaceAll(/\D/g, "");
  const national = digits.replace(/^(?:00)?86(?=\d{10,11}$)/, "");
  // +86 10 … is what 010 … is at home
  return national.length === 10 && national !== digits ? `0${national}` : national;
}
