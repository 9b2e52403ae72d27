/** What the wording of a line says about a title; and titles in the subject of a mail and the name of a file. */
import { beginsHead, endsInFinalMark, isHeadline } from "../../han/line-ends.js";
import { readSignatureNames } from "../../han/signature-names.js";
import { isUnitName } from "../../han/unit-names.js";
import { isOfficialTitle } from "./official-words.js";
import { lengthOf } from "./sheet.js";

/** INTAKE 3 */
export const LONGEST_TITLE = 40;
const SHORTEST_TITLE = 4;
/** Marks behind which a sentence goes on, or which close one; ！ and ？ end titles as well. */
const NO_TITLE_END = /[。；;，,、：:…]["”’」』）)》]*$/u;
const NO_UNITS = { units: [], source: undefined };

export type NoTitle = "too-long" | "final-mark" | "other";

/**
 * @param isStrong two looks speak for it, so that ！ and ？ may end it
 * @returns why the words are none; undefined where they can be a title
 */
export function whyNoTitle(text: string, isStrong: boolean): NoTitle | undefined {
  const length = lengthOf(text);
  if (!/\p{Script=Han}|[A-Za-z]{3}/u.test(text) || length < SHORTEST_TITLE || beginsHead(text))
    return "other";
  if (isByline(text)) return "other";
  if (NO_TITLE_END.test(text) || (endsInFinalMark(text) && !isStrong)) return "final-mark";
  return length > LONGEST_TITLE && !isOfficialTitle(text) ? "too-long" : undefined;
}

/** Names of units hold none of them, save at their ends (服务队); titles that end as units do hold one. */
const VERB =
  /走进|深入|下乡|返乡|进村|入村|驻村|开展|举办|举行|召开|组织|组建|成立|启动|推进|推动|助力|赋能|点亮|参加|参观|考察|调研|慰问|揭牌|授牌|落户|亮相|迎来|送[到进]|[赴进到获赢为让将把向在与]|入选|服务(?!队|站|中心|部|所|局|社|公司|平台|联盟|总队|协会)|建设(?!局|厅|委|部|公司|集团|处|科)|打造|建[成好]|发布|上线|携手|共建|新增|喜[迎获]/u;

/** @returns true for words formed as the name of a unit, in which nothing is done */
export const isBareUnit = (words: string): boolean =>
  isUnitName(words) && !VERB.test(words.replace(/(?:进|到|为|在)修/gu, ""));

/** □ 张三, ◇本刊通讯员 李四: papers set a box in front of who wrote. */
export const BYLINE_MARK = /^[□■◇◆○●▢◎][\s\u3000]*/u;

/** （云岭区科协　2026年3月12日）: unit, person or day below a title. */
export function isByline(text: string): boolean {
  // 市科协：, 各有关单位：: whom it is written to
  if (/[：:]$/u.test(text)) return false;
  const words = text
    .replace(BYLINE_MARK, "")
    .replace(/^[（(【[]|[）)】\]]$/gu, "")
    .trim();
  const names = lengthOf(words) <= LONGEST_TITLE ? readSignatureNames(words, NO_UNITS) : undefined;
  if (names === undefined) return false;
  return names.unit === undefined || names.hasLabel || names.unit.split("、").every(isBareUnit);
}

const TITLE_LABEL =
  /^(?:稿件|文章|信息|新闻|作品)?(?:标[\s\u3000]*题|题[\s\u3000]*目|(?<=稿件|文章|作品|信息)名称)[\s\u3000]*[：:][\s\u3000]*/u;

/** @returns UTF-16 units of 标题： in front of a title */
export const titleLabel = (text: string): number => TITLE_LABEL.exec(text)?.[0].length ?? 0;

const SENTENCE = 20;
/** News begin so: a day, 近日, and a comma soon behind. */
const LEAD =
  /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日[^，。]{0,12}，|(?:近日|日前|近期|昨日|昨天|今日|今天|连日来|[^，。]{0,10}(?:上午|下午|晚)，))/u;

/** A first line without a look of its own, above the sentence that it heads. */
export function headsSentence(line: string, next: string | undefined): boolean {
  if (next === undefined) return false;
  // 关于…的通知 heads whatever follows; news that begin by a day, a line longer than titles are, or one with a mark.
  if (isOfficialTitle(line))
    return (lengthOf(next) >= SENTENCE && /[。！？，；：]/.test(next)) || /[：:]$/.test(next);
  if (LEAD.test(next) && isMarkedTitle(line)) return true;
  if (whyNoTitle(line, false) !== undefined || lengthOf(line) < SHORTEST_ABOVE_LEAD || /[。；;]/.test(line))
    return false;
  // 青山社区科普工作总结, above 一、加强组织领导
  if (FIRST_HEAD.test(next) && !/如下$/u.test(line)) return true;
  return isSentence(next) && (isHeadline(line, next) || LEAD.test(next));
}
const SHORTEST_HEADLINE = 8;
/** Above the lead of a news item alone */
const LONGEST_HEADLINE = 60;

/** 青山社区举办科普展。 and a line of more than forty characters: no sentence of a text stands above its lead */
function isMarkedTitle(line: string): boolean {
  const words = line.replace(/[。！？!?]$/u, "");
  const length = lengthOf(words);
  if (length < SHORTEST_HEADLINE || length > LONGEST_HEADLINE || LEAD.test(line)) return false;
  if (/[。；;！？!?：:]|[，,].*[，,]|…/u.test(words) || /[，,、]$/u.test(words) || beginsHead(line))
    return false;
  return words === line || (length <= LONGEST_TITLE && !/[，,]/u.test(words)) || /[！？!?]$/u.test(line);
}

export const isSentence = (text: string): boolean => lengthOf(text) >= SENTENCE && /[。！？，；]/.test(text);

/** @returns true for words that a first line says which stands apart from its text: no sentence, no label, no name */
export function canHead(line: string): boolean {
  const isQuestion = /^[^“‘，。；：]{4,24}[？！]$/u.test(line);
  if (whyNoTitle(line, isQuestion) !== undefined || lengthOf(line) < SHORTEST_ABOVE_LEAD) return false;
  if (/[。；;,:]/u.test(line) || LEAD.test(line)) return false;
  return isBalanced(line) && !/^[^：]{1,4}：/u.test(line);
}

/** Two halves of one length: 凝心聚力促发展，科普惠民暖人心 */
function isBalanced(line: string): boolean {
  const halves = line.split("，");
  const [first = "", second = ""] = halves;
  return halves.length === 1 || (halves.length === 2 && Math.abs(first.length - second.length) <= 1);
}

/** Above a lead, or apart from the text, fewer characters do: 科普进社区 */
const SHORTEST_ABOVE_LEAD = 5;
/** 一、加强组织领导, also with its text behind: 一、强化阵地建设。建成… */
const FIRST_HEAD = /^一、[^，。；：！？]{2,30}(?:$|。)/u;

const SUBJECT_MARK =
  /^(?:\s|(?:fwd?|re|回复|答复|转发|转)\s*[:：]|(?:投稿|供稿|报送|来稿|信息报送|稿件报送|新闻投稿|投稿件?|稿件|信息|新闻稿|通讯稿)(?:\s*[:：]|[-—_]+\s*|\s+)|[【[（(](?:投稿|供稿|来稿|稿件|信息|信息报送|外部邮件|EXT)[】\]）)])+/iu;
const SUBJECT_END =
  /(?:\s*[-—_+（(【[]\s*(?:投稿|供稿|来稿|稿件|终稿|定稿)[）)】\]]?|的(?:稿件|投稿|新闻稿|信息稿))$/u;
const ABOUT = /^关于(?:报送|上报|投送|提交)?(?=.)/u;

/** @returns the title in the subject of a mail; undefined where nothing is left that can be one */
export function titleInSubject(subject: string): string | undefined {
  const marked = subject.replace(SUBJECT_MARK, "").trim();
  if (isOfficialTitle(marked)) return marked;
  const bare = withoutUnit(subject.replace(SUBJECT_MARK, "").replace(SUBJECT_END, "").trim());
  const words = stripBookMarks(
    bare
      .replace(ABOUT, "")
      .replace(/的(?:函|稿件|报告|信息)$/u, "")
      .trim(),
  );
  return acceptable(words);
}

const COPY = /[\s_-]*(?:[（(]\d{1,2}[）)]|副本(?:\s*[（(]\d+[）)])?|[-_]\s*副本|copy)$/iu;
const STATE =
  /[\s_（(【[-]*(?:定稿版?|终稿|最终[版稿]?|最新[版稿]?|修改[版稿]?|修订[版稿]?|初稿|投稿|供稿|来稿|稿件|新闻稿|信息稿|通讯稿|[vV]\d+(?:\.\d+)*|第?[一二三四五\d]稿)[）)】\]]*$/u;
const DAY =
  /[（(【[]?(?:(?:20)?\d{2}[年.\-_/]?\d{1,2}[月.\-_/]?\d{1,2}日?|\d{4}年\d{1,2}月|\d{1,2}[.月]\d{1,2}日?)[）)】\]]?/u;
const DAY_AT_START = new RegExp(`^[\\s_-]*${DAY.source}[\\s_、.，-]*`, "u");
const DAY_AT_END = new RegExp(`[\\s_、.，-]*${DAY.source}[\\s_-]*$`, "u");
const NUMBER_AT_START = /^(?:附件\d*|\d{1,2})[\s_、.．，：:-]+/u;
const NAMELESS =
  /^(?:新建|未命名|无标题|文档\d*$|文本文档|Microsoft Word|doc\d*$|document|untitled|附件\d*$|投稿$|稿件$|信息$|简报$|新闻$|通讯$|正文$|mmexport|IMG|微信|QQ|截图|扫描)/iu;

/** @returns the title in the name of a file; undefined where nothing is left that can be one */
export function titleInFileName(name: string): string | undefined {
  let words = name.replace(/\.[A-Za-z0-9]{1,5}$/u, "").trim();
  if (NAMELESS.test(words)) return undefined;
  for (let rest = ""; rest !== words; ) {
    rest = words;
    words = words
      .replace(COPY, "")
      .replace(STATE, "")
      .replace(DAY_AT_START, "")
      .replace(DAY_AT_END, "")
      .replace(NUMBER_AT_START, "")
      .replace(/^(?:投稿|供稿|来稿|稿件|信息报送)[\s_：:-]+/u, "")
      .replace(/^[【[（(](?:投稿|供稿|来稿|稿件|信息)[】\]）)]/u, "")
      .trim();
    words = withoutUnit(words);
  }
  if (isOfficialTitle(words)) return words;
  return acceptable(stripBookMarks(words.replace(/_/gu, " ").trim()));
}

/** 云岭区科协-…, …（云岭区科协）, 【云岭区科协】… */
function withoutUnit(words: string): string {
  const front = /^(?:[【[（(]([^】\]）)]+)[】\]）)][\s_-]*|([^-—_：:\s]+)(?:[-_：:]|——?|\s+))(.+)$/u.exec(
    words,
  );
  const unit = front?.[1] ?? front?.[2] ?? "";
  if (front !== null && isSender(unit)) return (front[3] ?? "").trim();
  const back = /^(.+?)(?:[（(【[]([^（(【[】\]）)]+)[）)】\]]|(?:[-_]|——?|\s+)([^-—_：:\s]+))$/u.exec(words);
  const last = back?.[2] ?? back?.[3] ?? "";
  return back !== null && isSender(last) ? (back[1] ?? "").trim() : words;
}

const isSender = (words: string): boolean => words !== "" && lengthOf(words) <= 16 && isByline(words);

const stripBookMarks = (words: string): string => {
  const inside = /^[《“"]([^《》“”"]+)[》”"]$/u.exec(words)?.[1];
  return inside ?? words;
};

function acceptable(words: string): string | undefined {
  const bare = words.replace(/[\s\u3000]+/gu, " ").trim();
  if (NAMELESS.test(bare) || lengthOf(bare) < SHORTEST_TITLE || lengthOf(bare) > LONGEST_TITLE)
    return undefined;
  if (!/\p{Script=Han}{2}/u.test(bare) || NO_TITLE_END.test(bare) || isSender(bare)) return undefined;
  // 3月信息, 云岭区科协投稿
  return /^(?:\d{1,2}月份?)?.{0,12}(?:投稿|信息|稿件|报送|简报)(?:\d+[篇份])?$/u.test(bare) &&
    lengthOf(bare) <= 16
    ? undefined
    : bare;
}
