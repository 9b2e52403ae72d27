/**
 * Runs of characters that read as one: a number with its unit or classifier, a date's parts, a
 * range, a mail address, a URL with its own break points, a short title in 《》. Layout keeps
 * them on one line; what a run costs when it is parted is decided there.
 * One pass over the text, linear whatever stands in it.
 */

export type UnitKind = "number" | "range" | "email" | "url" | "book-title" | "attribution";

/** A half-open range of UTF-16 units. */
export interface Unit {
  readonly kind: UnitKind;
  readonly start: number;
  readonly end: number;
}

/** Classifiers and units of two and three characters; a longer one is looked for first. */
const LONG_UNITS =
  "个百分点|平方公里|平方米|立方米|个工作日|千瓦时|人民币|年代|年度|年级|世纪|周年|个月|个|小时|分钟|秒钟|公里|公斤|公顷|公分|厘米|毫米|微米|纳米|千米|千克|毫克|毫升|千瓦|兆瓦|万元|亿元|美元|欧元|人次|人份|场次|架次|周岁|余家|摄氏度";
/** Classifiers and units of one character (GB/T 15835-2011 sets them behind Arabic numerals). */
const SHORT_UNITS =
  "年月日号时点分秒期届次场人名位项家条件篇部台套辆份种类户岁天周元角吨米克斤升亩里度倍成批组章节页级所座间支队轮轴集幅张本册封笔门堂课届架艘列栋幢层楼室站路街村镇乡县市区省州国校班排只头匹棵株颗粒瓶杯盒箱包袋双对副把根线圈步声句字词行段款厘丝两钱折版刻晚夜载代辈";

/** Symbols of units (GB 3100-1993), behind a number with or without a space. */
const SYMBOLS =
  "[kcmμn]?m[²³23]?|[kmμ]?g|[kMGT]?Wh?|[kMGT]?Hz|[KMGT]i?B|[kMGT]?bps|[kMh]?Pa|m?[lL]|[mμ]?s|k?J|k?V|m?A|hm²|dpi|mol|min|h|t";
const NUMBER = new RegExp(
  `[\\d]+(?:[,.，]?\\d+)*[%‰℃°′″]?(?:[十百千万亿]*[余多来几]?[十百千万亿]*(?:${LONG_UNITS}|[${SHORT_UNITS}]| ?(?:${SYMBOLS})(?![A-Za-z\\d]))?)?`,
  "y",
);
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
    if (code >= 0x30 && code <= 0x39) {
      NUMBER.lastIndex = at;
      const end = Math.min(to, at + (NUMBER.exec(text)?.[0].length ?? 1));
      const start = startOfNumber(text, at, from);
      RANGE_MARK.lastIndex = end;
      const mark = RANGE_MARK.exec(text);
      if (rangeStart >= 0) {
        units.push({ kind: "range", start: rangeStart, end });
        rangeStart = -1;
      }
      units.push({ kind: "number", start, end });
      if (mark !== null && end + mark[0].length < to) rangeStart = start;
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

/** A number starts at 第, at a currency sign or at a sign of its own. */
function startOfNumber(text: string, at: number, from: number): number {
  const before = text.charAt(at - 1);
  if (at > from && /[第￥¥$£€№#+±−＃]/.test(before)) return at - 1;
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
 * @returns `good` in front of a dot or behind a sign of equality, `poor` behind a solidus
 */
export function findUrlBreak(text: string, index: number): "good" | "poor" | undefined {
  const before = text.charAt(index - 1);
  const here = text.charAt(index);
  if (before === "/") return here === "/" ? undefined : "poor";
  if (/[=&?]/.test(before)) return "good";
  return /[.#&~_]/.test(here) && /[\p{L}\p{N}]/u.test(before) ? "good" : undefined;
}
