/**
 * Runs of characters that read as one: a number with its unit or classifier, a date's parts, a
 * range, a mail address, a URL with its own break points, a short title in 《》. Layout keeps
 * them on one line; what a run costs when it is parted is decided there.
 * One pass over the text, linear whatever stands in it.
 */

export type UnitKind = "number" | "date" | "range" | "email" | "url" | "book-title" | "attribution";

/** A half-open range of UTF-16 units. */
export interface Unit {
  readonly kind: UnitKind;
  readonly start: number;
  readonly end: number;
  /** where a number may part from its classifier, if a line would else be full of holes */
  readonly softAt?: number;
}

/** Classifiers and units of two and three characters; a longer one is looked for first. */
const LONG_UNITS =
  "个百分点|平方公里|平方米|立方米|个工作日|千瓦时|人民币|年代|年度|年级|世纪|周年|个月|个|小时|分钟|秒钟|公里|公斤|公顷|公分|厘米|毫米|微米|纳米|千米|千克|毫克|毫升|千瓦|兆瓦|万元|亿元|美元|欧元|人次|人份|场次|架次|周岁|余家|摄氏度";
/** Classifiers and units of one character (GB/T 15835-2011 sets them behind Arabic numerals). */
const SHORT_UNITS =
  "年月日号时点分秒期届次场人名位项家条件篇部台套辆份种类户岁天周元角吨米克斤升亩里度倍成批组章节页级所座间支队轮轴集幅张本册封笔门堂课届架艘列栋幢层楼室站路街村镇乡县市区省州国校班排只头匹棵株颗粒瓶杯盒箱包袋双对副把根线圈步声句字词行段款厘丝两钱折版刻晚夜载代辈";

/** Parts of dates, hours and ordinals: GB texts never set them apart from their number. */
const HARD_UNITS = /^(?:[年月日号时点分秒期届世]|周年)/;
/**
 * A symbol of a unit behind a number, with or without a space: ppm, mg/L, kW·h, m·s⁻¹. Whatever has a few
 * letters counts as one: a number stays with the short word behind it, too.
 */
const SYMBOL =
  "(?:[A-Za-zμµΩ]{1,5}[²³]?|dpi)(?:[·/][A-Za-zμµΩ]{1,4}[²³]?[⁻⁺]?[⁰¹²³⁴-⁹]?){0,3}(?![A-Za-z\\d])";
const NUMBER = new RegExp(
  `(\\d+(?:[,.，]?\\d+)*[%‰℃°′″]?)(?:([十百千万亿]*[余多来几]?[十百千万亿]*)(?:(${LONG_UNITS}|[${SHORT_UNITS}])| ?${SYMBOL})?)?`,
  "y",
);
/**
 * Telephone numbers as they are written in China, digits in groups, and behind the code of a country (ITU-T E.123),
 * where the area code has no 0.
 */
const PHONE =
  /(?:0\d{2,3}[- ]\d{3,4}[- ]?\d{4}(?:-\d{1,5})?|[48]00[- ]\d{3}[- ]\d{4}|1\d{2}[- ]\d{4}[- ]\d{4}|\+\d{1,3}[- ](?:\(0\) ?)?\d{1,4}(?:[- ]?\d{2,4}){1,3}(?:-\d{1,5})?)(?!\d)/y;
/**
 * Units that begin with a bracket: 〔2026〕12号, behind the short name of whoever issues the document (GB/T 9704-2012,
 * 7.2.5), and (010) 5555 0100.
 */
const BRACKETED = /〔(?:19|20)\d{2}〕第?\d{1,5}号|[(（]0\d{2,3}[)）][- ]?\d{3,4}[- ]?\d{4}(?!\d)/y;
/** Codes with digits in them: No.2023-045, KJ-2026-0118, 2026-03-31, 5G-A, GB/T 15834-2011. */
const CODE =
  /[A-Z]{2,4}(?:\/[A-Z]{1,2})? \d{2,6}(?:\.\d{1,3})?(?:[-—]\d{4})?(?![-—]?\d)|[A-Za-z\d]{1,12}(?:[-./][A-Za-z\d]{1,12}){1,6}(?![-./]?[A-Za-z\d])/y;
/** What all of them begin with, a telephone number as well. */
const JOINED = /\+?[A-Za-z\d]{1,12}[-./ ]/y;
/** Longest code that is kept whole, in characters (about ten em), and longest compound word like Wi-Fi. */
const MAX_CODE = 20;
const MAX_COMPOUND = 8;
/** Marks of a range between two numbers. */
const RANGE_MARK = /(?:——|[—–～~\-/:：])(?=[\d第])/y;
const URL_START = /(?:https?|ftp):\/\/|www\./giu;
const URL_CHARACTER = /[\w\-.~:/?#[\]@!$&'()*+,;=%]/;
/** RFC 5321: a local part has at most 64 octets, a domain 255. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
/** Longest 《…》 that is kept whole, marks included, in characters (about six em). */
const MAX_BOOK_TITLE = 8;

/** @returns units in the order of the text, none inside another but a number inside a URL never */
export function findUnits(text: string): readonly Unit[] {
  const addresses = [...findUrls(text), ...findEmails(text)].sort((a, b) => a.start - b.start);
  const units: Unit[] = [];
  let position = 0;
  for (const address of addresses) {
    if (address.start < position) continue;
    scanPlain({ text, from: position, to: address.start, units });
    units.push(address);
    position = address.end;
  }
  scanPlain({ text, from: position, to: text.length, units });
  return units;
}

interface Scan {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly units: Unit[];
}

function scanPlain({ text, from, to, units }: Scan): void {
  let rangeStart = -1;
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    const whole = endOfWhole(text, at, { from, to });
    if (whole > at) {
      units.push({ kind: "number", start: at, end: whole });
      rangeStart = -1;
      at = whole;
      continue;
    }
    if (code >= 0x30 && code <= 0x39) {
      const number = readNumber({ text, at, from, to });
      const { end } = number;
      RANGE_MARK.lastIndex = end;
      const mark = RANGE_MARK.exec(text);
      if (rangeStart >= 0) {
        units.push({ kind: "range", start: rangeStart, end });
        rangeStart = -1;
      }
      const month = units.at(-1);
      if (month?.end === number.start && text.charAt(month.end - 1) === "月")
        units.push({ kind: "date", start: month.start, end });
      units.push(number);
      if (mark !== null && end + mark[0].length < to) rangeStart = number.start;
      at = mark === null ? end : Math.max(end, Math.min(to, end + mark[0].length));
      continue;
    }
    if (code === 0x7b2c && rangeStart >= 0) {
      at += 1;
      continue;
    }
    rangeStart = -1;
    if (code === 0x300a) {
      const close = text.slice(at, Math.min(to, at + MAX_BOOK_TITLE)).indexOf("》");
      if (close > 0) units.push({ kind: "book-title", start: at, end: at + close + 1 });
    }
    at += 1;
  }
}

const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** @returns where a code, a telephone number or a document's number that starts here ends, `at` where none does */
function endOfWhole(text: string, at: number, { from, to }: Pick<Scan, "from" | "to">): number {
  if (isWordStart(text, at, from)) return endOfCode(text, at, to);
  if (!/[(（〔]/.test(text.charAt(at))) return at;
  BRACKETED.lastIndex = at;
  const end = at + (BRACKETED.exec(text)?.[0].length ?? 0);
  return end <= to ? end : at;
}

function isWordStart(text: string, at: number, from: number): boolean {
  if (!isLetterOrDigit(text.charCodeAt(at)) && text.charAt(at) !== "+") return false;
  if (at === from) return true;
  if (isLetterOrDigit(text.charCodeAt(at - 1))) return false;
  // Not a part of a longer compound, which may part as a whole may not.
  const isJoined = at - 1 > from && /[-./]/.test(text.charAt(at - 1));
  return !(isJoined && isLetterOrDigit(text.charCodeAt(at - 2)));
}

/** @returns where a telephone number or a code ends, `at` where there is none */
function endOfCode(text: string, at: number, to: number): number {
  JOINED.lastIndex = at;
  if (!JOINED.test(text)) return at;
  PHONE.lastIndex = at;
  const phone = PHONE.exec(text)?.[0];
  if (phone !== undefined && at + phone.length <= to) return at + phone.length;
  CODE.lastIndex = at;
  const code = CODE.exec(text)?.[0];
  return code !== undefined && at + code.length <= to && isCode(code) ? at + code.length : at;
}

/** Two numbers with one mark between them are a range or a decimal fraction, read elsewhere. */
function isCode(text: string): boolean {
  const marks = text.match(/[-/]/g)?.length ?? 0;
  if (marks === 0 || text.length > MAX_CODE) return / /.test(text) && text.length <= MAX_CODE;
  if (!/[A-Za-z]/.test(text)) return marks > 1;
  return /\d/.test(text) || text.length <= MAX_COMPOUND;
}

function readNumber({ text, at, from, to }: Omit<Scan, "units"> & { readonly at: number }): Unit {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  const end = Math.min(to, at + (match?.[0].length ?? 1));
  const start = startOfNumber(text, at, from);
  const softAt = at + (match?.[1]?.length ?? 0) + (match?.[2]?.length ?? 0);
  const classifier = match?.[3];
  const isSoft =
    classifier !== undefined &&
    !HARD_UNITS.test(classifier) &&
    text.charAt(start) !== "第" &&
    softAt + classifier.length === end;
  return isSoft ? { kind: "number", start, end, softAt } : { kind: "number", start, end };
}

/** A number starts at 第, at a currency sign, at a sign of its own, and at the 转 of 5555 0100转801. */
function startOfNumber(text: string, at: number, from: number): number {
  const before = text.charAt(at - 1);
  if (at > from && /[第￥¥$£€№#+±−＃]/.test(before)) return at - 1;
  if (before === "转" && at - 1 > from && /\d/.test(text.charAt(at - 2))) return at - 1;
  const isSign = before === "-" && at - 1 > from && !/[\dA-Za-z-]/.test(text.charAt(at - 2));
  return isSign ? at - 1 : at;
}

function findUrls(text: string): Unit[] {
  const units: Unit[] = [];
  if (!text.includes("://") && !/www\./i.test(text)) return units;
  URL_START.lastIndex = 0;
  for (let match = URL_START.exec(text); match !== null; match = URL_START.exec(text)) {
    let end = match.index + match[0].length;
    while (end < text.length && URL_CHARACTER.test(text.charAt(end))) end += 1;
    while (end > match.index && /[.,;:!?)'\]]/.test(text.charAt(end - 1))) end -= 1;
    units.push({ kind: "url", start: match.index, end });
    URL_START.lastIndex = Math.max(end, match.index + 1);
  }
  return units;
}

function findEmails(text: string): Unit[] {
  const units: Unit[] = [];
  let floor = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > floor && at - start < MAX_LOCAL && /[\w.+%-]/.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at <= MAX_DOMAIN && /[\w.-]/.test(text.charAt(end))) end += 1;
    while (end > at && text.charAt(end - 1) === ".") end -= 1;
    if (start === at || end === at + 1) continue;
    units.push({ kind: "email", start, end });
    floor = end;
  }
  return units;
}

/**
 * Where a URL may be parted (Chicago Manual of Style 7.46, less the places that would put a mark on
 * the wrong side of a Chinese line end).
 * @returns `good` in front of a dot or behind a sign of equality, `poor` behind a solidus, `last` behind a
 *   hyphen, which a reader may take for one of ours
 */
export function findUrlBreak(text: string, index: number): "good" | "poor" | "last" | undefined {
  const before = text.charAt(index - 1);
  const here = text.charAt(index);
  if (before === "/") return here === "/" ? undefined : "poor";
  if (/[=&?]/.test(before)) return "good";
  const isLetter = (character: string) => /[A-Za-z\d]/.test(character) || /[\p{L}\p{N}]/u.test(character);
  if (before === "-" && isLetter(here) && isLetter(text.charAt(index - 2))) return "last";
  return /[.#&~_]/.test(here) && isLetter(before) ? "good" : undefined;
}
