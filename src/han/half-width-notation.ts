/**
 * Half-width marks that are no marks of a sentence: brackets of functions (sin(角)), of chemical names
 * (2-(4-氯苯基)乙胺) and of sums, commas inside a call, colons of ratios, and marks that are themselves spoken
 * of (各项用,隔开). Chinese stands inside and beside them as well, so their form alone tells nothing.
 */
import { hanPattern } from "./han-pattern.js";

/** How a pair of half-width brackets with Han inside is used. */
export type BracketUse = "remark" | "unsure" | "notation";

/** UTF-16 units that are looked at on either side */
const REACH = 24;
const OPERATOR = /[-+*/^=<>|&%$#@~_\\\]}×÷√∑∏∫·²³]/;
const FUNCTIONS =
  /(?:^|[^A-Za-z])(?:SUM|MAX|MIN|IF|AVERAGE|COUNT|COUNTA|COUNTIF|SUMIF|VLOOKUP|ROUND|AND|OR|NOT|LEFT|RIGHT|MID|LEN|DATE|SIN|COS|TAN|LOG|EXP|LN|INT|ABS|MOD)$/;
/** Words that begin a remark about the word in front of the bracket. */
const REMARK = /^(?:即|简称|以下|下[同称]|指|又[称名]|中文|也?称|含|包括|如|例如|注|见|约|共)/;
/** A locant, a hyphen between one and its group, the ends of names of groups. */
const LOCANT = /\d['′]?[-－]|[-－]\d|^[NOSPR][,，-]/;
const GROUP = /[基酰酸酯烷烯炔胺醇酚膦醚酮醛苯吩啶唑萘]$/;
const GROUP_BEHIND = /^[苯甲乙丙丁戊己庚辛吡嘧咪呋噻吲喹萘氨胺氯溴碘氟硝磺膦硅]/;
const MULTIPLIER = /[聚双二三四五六七八]$/;
const CLAUSE_START = /(?:^|[\n，。；：、！？])$/;
const NUMERAL = /^[一二三四五六七八九十\d]{1,3}$/;

/** @param open, close places of the two brackets, both half-width, with Han inside */
export function bracketUse(text: string, open: number, close: number): BracketUse {
  const before = text.slice(Math.max(0, open - REACH), open);
  const inside = text.slice(open + 1, close);
  const previous = before.slice(-1);
  const next = text.charAt(close + 1);
  if (NUMERAL.test(inside) && CLAUSE_START.test(before)) return "remark";
  if (
    OPERATOR.test(previous) ||
    (next !== "-" && OPERATOR.test(next)) ||
    /^-[\dA-Za-z\p{Script=Han}]/u.test(text.slice(close + 1))
  )
    return "notation";
  // 报告(终稿).docx
  if (/^\.[A-Za-z]{2,5}/.test(text.slice(close + 1)) || LOCANT.test(inside)) return "notation";
  if (GROUP.test(inside) && (MULTIPLIER.test(previous) || GROUP_BEHIND.test(next))) return "notation";
  if (/[a-z_]/.test(previous) || FUNCTIONS.test(before)) return REMARK.test(inside) ? "unsure" : "notation";
  if (/[A-Za-z0-9]/.test(previous))
    return /(?:函数|公式|方法|语句|代码)[^，。；]{0,12}$/.test(before) ? "notation" : "unsure";
  if (
    /[+*/=<>^×÷]/.test(inside) ||
    /(?:函数|公式|语句|命令|调用|代码|脚本|表达式)\p{Script=Han}{0,8}$/u.test(before)
  )
    return "unsure";
  return "remark";
}

/** @returns whether `at` lies in half-width brackets right behind a letter or digit: f(甲,乙) */
export function isInCall(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const open = before.lastIndexOf("(");
  return open > 0 && !before.slice(open).includes(")") && /[A-Za-z0-9_]/.test(before.charAt(open - 1));
}

const USED = /(?:[用以加按含带]|输入|键入|采用|使用|符号|标点|字符)$/;
const AS_SIGN =
  /^(?:分[隔开割]|隔[开断]|号|键|符|[连断]接?|表示|结尾|开头|代替|[即就后]?可|后|作为?|和|或|与|、|来)/;

/** @returns whether the marks from `start` to `end` are spoken of: 各项用,隔开, “！！”表示警示 */
export const isMention = (text: string, start: number, end = start + 1): boolean =>
  isQuotedAlone(text, start, end) ||
  /^(?:号(?![召称令码角])|键(?!盘))/.test(text.slice(end, end + 2)) ||
  (USED.test(text.slice(Math.max(0, start - 2), start)) && AS_SIGN.test(text.slice(end, end + 3)));

/** @returns whether quotation marks hold `start`…`end` and nothing else */
export const isQuotedAlone = (text: string, start: number, end: number): boolean =>
  /[“‘「『]/.test(text.charAt(start - 1)) && /[”’」』]/.test(text.charAt(end));

/** @returns whether the text says how data are written: 按“姓名,单位”的格式填写 */
export function isAboutData(line: { readonly text: string }): boolean {
  const known = aboutData.get(line) ?? /格式|表头|字段|列名|CSV/.test(line.text);
  aboutData.set(line, known);
  return known;
}

/** Asked for each mark of a line, and answered once. */
const aboutData = new WeakMap<object, boolean>();

const RATIO_BEHIND = hanPattern(
  String.raw`^\p{Script=Han}{1,3}(?:[:：∶]\p{Script=Han}{1,3})*\s*(?:[=＝]|为\s*\d+\s*[:：∶]|的?(?:之比|比例|比值|配比|[质体]量?积?比|比))`,
);
const RATIO_IN_FRONT = hanPattern(String.raw`比(?:例|值)?(?:[为是])?\p{Script=Han}{1,3}$`);

/** @returns whether the colon at `at` divides the terms of a ratio: 师:生=1:20, 碳:氮比 */
export const isRatio = (text: string, at: number): boolean =>
  RATIO_BEHIND.test(text.slice(at + 1, at + 1 + REACH)) ||
  RATIO_IN_FRONT.test(text.slice(Math.max(0, at - REACH), at)) ||
  /^\p{Script=Han}{0,3}\s*[=＝]/u.test(text.slice(at + 1, at + 8));

const NUMBERED =
  /(?:^|[\n，。；：、！？])(?:第?[一二三四五六七八九十]{1,3}|[甲乙丙丁]|附件[一二三四五六七八九十]?|[图表][一二三四五六七八九十]|[（(][一二三四五六七八九十\d]{1,3}[）)])$/;

/** @returns whether the point at `at` stands behind the number of a heading or an item: 一.总则, （二）.要求 */
export const isBehindNumber = (text: string, at: number): boolean =>
  NUMBERED.test(text.slice(Math.max(0, at - 6), at));
