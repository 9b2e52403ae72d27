/**
 * Spaces that are typed on purpose amid Chinese: they part the phrases of a headline, set off the number of
 * an article (第三条 …) or a dateline (新华社…电 …), stand between a role and its name (通讯员 方砚秋) and in rows
 * of names. Without them another text would stand there. GB/T 9704-2012 sets such labels apart as well.
 */
import { hanPattern } from "./han-pattern.js";
import { isSurname } from "./surnames.js";

/** A longer paragraph without a full stop is an unfinished one. */
const LONGEST_HEADLINE = 44;
/** The longest label in front of its text, in UTF-16 units. */
const LONGEST_LABEL = 36;

/** @returns whether a line of running text reads like a headline: short, no sentence ends in it, none goes on */
export const isHeadline = (text: string): boolean =>
  !/[。！？；!?;]|[.：，、]$/.test(text) && (text.length <= LONGEST_HEADLINE || isRowOfHeadlines(text));

/** Four or more, parted by nothing but spaces. */
const isRowOfHeadlines = (text: string): boolean =>
  (text.match(/\p{Script=Han} \p{Script=Han}/gu)?.length ?? 0) > 2 && !/[，、]/.test(text);

const NUMERALS = "〇零一二三四五六七八九十百千\\d";
const LABEL = new RegExp(
  `^(?:第[${NUMERALS}]+(?:[编章节条款项目集讲场期届回幕册卷篇类]|部分|单元)(?:之[一二三四五六七八九十])?` +
    "|[（(]?[一二三四五六七八九十百]+[）)]?|[图表式][一二三四五六七八九十]|附[件录表图][一二三四五六七八九十\\d]{0,2}" +
    // 1.1 编制目的, （一）组织领导: a heading that its text follows
    "|(?:\\d{1,2}(?:\\.\\d{1,2})+ ?|[一二三四五六七八九十]+、 ?|[（(][一二三四五六七八九十]+[）)] ?)(?![万亿])[\\u4E00-\\u9FFF]{2,12}" +
    "|问|答|旁白|编者按|按语|导读|摘要|关键词|备注|主持人|记者|第[一二三四五六七八九十]幕)$",
);
/** 新华社示例市3月10日电, 本报讯（记者 方砚秋）, 示例网娱乐讯, 本报记者方砚秋报道 */
const DATELINE = hanPattern(
  String.raw`^(?:[^，。；：！？]{0,24}(?:[日社]电|日讯|(?<![通资喜音问审视腾短简快电捷])讯|综合消息|专电)|[^，。；：！？]{0,8}(?:记者|通讯员)[\p{Script=Han}、 ]{2,14}报道)(?: ?[（(][^（）()]{1,24}[）)])?$`,
);
const ROLES =
  "记者|通讯员|摄影|摄像|撰文|撰稿|供稿|供图|作者|编辑|责编|美编|校对|审核|签发|主编|主持人?|主讲人?|联系人|整理|来源|策划|统筹|指导|制图|制表|翻译|记录|文|图|摄";
const ROLE_IN_FRONT = new RegExp(`(?:^|[^\\p{Script=Han}]|[本习约报刊网台社]|责任)(?:${ROLES})$`, "u");
const ROLE_BEHIND = new RegExp(`^(?:${ROLES})(?:$|[^\\p{Script=Han}])`, "u");
/** （记者方砚秋 陶镕）, （…云湖区科协副主席 陶镕）: amid what is said in brackets of persons */
const BYLINE = hanPattern(
  String.raw`[（(][^（）()，。；：！？]{0,10}(?:记者|通讯员|摄影|供稿)[\p{Script=Han}、 ]{0,12}$`,
);
const BEHIND_POST =
  /(?:主任|主席|书记|馆长|会长|局长|部长|处长|科长|站长|所长|院长|校长|理事长|秘书长|教授|研究员|工程师)$/;
const NAME_IN_BYLINE = hanPattern(String.raw`^\p{Script=Han}{2,4}(?:[ 、][\p{Script=Han}、 ]{0,16})?[）)]`);
/** The longest part of a row of names, in characters. */
const LONGEST_NAME = 4;

/** @returns whether what stands between the start of the typed line and `at` is set apart from its text */
export function isBehindLabel(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - LONGEST_LABEL - 1), at);
  const lineEnd = near.lastIndexOf("\n");
  if (lineEnd < 0 && at > LONGEST_LABEL) return false;
  const label = near.slice(lineEnd + 1).trim();
  return LABEL.test(label) || DATELINE.test(label);
}

/** @returns whether the space `start`…`end` stands between a role and a name, in a name set wide, or in a row */
export function isAmongNames(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const behind = text.slice(end, end + 12);
  const isInBrackets = NAME_IN_BYLINE.test(behind);
  if (
    isInBrackets &&
    (BEHIND_POST.test(before) || BYLINE.test(text.slice(Math.max(0, start - REACH), start)))
  )
    return true;
  // 汉堡队  推荐：主胜: columns
  if (end - start > 1 && /^\p{Script=Han}{1,4}[:：]/u.test(behind)) return true;
  if (ROLE_IN_FRONT.test(before) && isSurname(behind.charAt(0))) return true;
  const nameInFront = /(?:^|[^\p{Script=Han}])(\p{Script=Han}{2,4})$/u.exec(before)?.[1] ?? "";
  if (ROLE_BEHIND.test(behind) && isSurname(nameInFront.charAt(0))) return true;
  // 张 三、李四光: a name set as wide as the others
  if (/^\p{Script=Han}(?!\p{Script=Han})/u.test(behind) && nameOfOne(before)) return true;
  return shortPartsAround(text, start, end) > 2;
}

/** @returns whether the space parts two phrases of one length that are all there is between two marks, as in verse */
export function isBetweenLikePhrases(text: string, start: number, end: number): boolean {
  const front = /(\p{Script=Han}{4,8})$/u.exec(text.slice(Math.max(0, start - 9), start))?.[1] ?? "";
  const back = /^\p{Script=Han}{4,8}(?!\p{Script=Han})/u.exec(text.slice(end, end + 10))?.[0] ?? "";
  const isWhole = !/[\p{Script=Han}\p{L}\p{N}]/u.test(text.charAt(start - front.length - 1));
  return front !== "" && front.length === back.length && isWhole && !isSurname(front.slice(-1));
}

const nameOfOne = (before: string): boolean =>
  isSurname(before.slice(-1)) && !/\p{Script=Han}/u.test(before.slice(-2, -1));

/** UTF-16 units in which the row is looked at, on either side */
const REACH = 24;

/** Parts of at most four Han beside each other, divided by spaces: one on either side of this one at least. */
function shortPartsAround(text: string, start: number, end: number): number {
  const front = /[\p{Script=Han} ]*$/u.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? "";
  const back = /^[\p{Script=Han} ]*/u.exec(text.slice(end, end + REACH))?.[0] ?? "";
  return shortParts(front.split(/ +/).reverse()) + shortParts(back.split(/ +/));
}

function shortParts(parts: readonly string[]): number {
  const index = parts.findIndex((part) => part === "" || part.length > LONGEST_NAME);
  return index < 0 ? parts.length : index;
}
