/**
 * No space stands between two Han of running text. Spaces that part a slogan in quotation marks or the
 * phrases of a headline, and those behind labels, datelines and roles, are meant (han/typed-pauses.ts).
 * Two phrases or two names may be divided by a space where 、 or ， should stand: so it is deleted where it
 * parts one phrase for certain, and else told.
 */

import { HAN, SPACE, setOfClasses, WIDE_SPACE } from "../../han/copy-class.js";
import { hanPattern } from "../../han/han-pattern.js";
import { isSurname } from "../../han/surnames.js";
import { isAmongNames, isBehindLabel, isBetweenLikePhrases, isHeadline } from "../../han/typed-pauses.js";
import { isUnitName } from "../../han/unit-names.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** The shortest run of Han on both sides for which a space is likely a slip, in characters. */
const SHORTEST_RUN = 4;
/** What no phrase ends in, and none begins with: a space beside it parts one phrase. */
const ENDS_AMID_PHRASE =
  /(?:(?:^|[^目端])的|(?:^|[^服随跟听顺遵盲侍自])从|(?:^|[^一两几火拖车手门])把|(?:^|[^棉植夹毛])被|(?:^|[^不所自存现实内潜外健])在)$/;
const BEGINS_AMID_PHRASE = /^(?:的(?![士确])|们)/;
const LONGEST_NAME = 3;

/** 全 体 起 立: one character a blank; the first and the last may end and begin a word. */
const SPREAD = hanPattern(
  String.raw`(?:\p{Script=Han}[ 　]{1,2}){3,}\p{Script=Han}|(?<!\p{Script=Han}[ 　]{0,2})\p{Script=Han}[ 　]\p{Script=Han}[ 　]\p{Script=Han}(?![ 　]{0,2}\p{Script=Han})`,
  "g",
);
/** Characters that are counted up: 甲 乙 丙 丁, 春 夏 秋 冬. */
const SERIES =
  /^[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬东南西北上中下左右琴棋书画金木水火土红黄蓝绿青橙赤紫白黑宫商角徵羽梅兰竹菊天地人日一二三四五六七八九十〇零百千]+$/;
const COMPOUND_SURNAME = /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木)/;

/** Between words of a title or a name a space stands for a pause. */
const WITH_PAUSES: ReadonlySet<CopyLine["kind"]> = new Set([
  "title",
  "heading",
  "caption",
  "cell",
  "attachment",
]);

export const textSpaceBetweenHan: TextRule = {
  id: "text/space-between-han",
  scope: "text",
  looksFor: setOfClasses(SPACE, WIDE_SPACE),
  severity: "info",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "正文的汉字之间不打空格；引号里的口号、标题里的停顿除外。",
    en: "There is no space between Han characters in running text, except in quoted slogans and for pauses in titles.",
  },
  why: {
    zh: "汉字之间的空格多半是复制或手工排版时留下的，会把词语断开，也不便检索。",
    en: "Such spaces are usually left over from copying or manual layout. They split words and get in the way of searching.",
  },
  examples: [
    textExample({
      name: { zh: "短语中间多了空格", en: "A space inside a phrase" },
      text: "示例市科协在 示例科技馆举办新一届 的学术交流活动。",
      at: [7, 18],
      fixed: "示例市科协在示例科技馆举办新一届的学术交流活动。",
    }),
    textExample({
      name: { zh: "也可能是该用标点的地方，只建议", en: "Where a mark may be missing it is suggested" },
      text: "示例市科协在示例科技馆 举办学术交流活动。",
      at: [12],
      fixed: "示例市科协在示例科技馆 举办学术交流活动。",
      suggested: "示例市科协在示例科技馆举办学术交流活动。",
    }),
    textExample({
      name: { zh: "为对齐而拉开的姓名，只指出", en: "A name spaced out for alignment: reported, not fixed" },
      text: "主讲人为张 三和李某某。",
      at: [6],
      fixed: "主讲人为张 三和李某某。",
    }),
    textExample({
      name: { zh: "逐字拉开的词语", en: "Words spread character by character" },
      text: "全 体 起 立，奏唱国歌，会 议 指 出，要抓好落实。",
      at: [1, 14],
      suggested: "全体起立，奏唱国歌，会议指出，要抓好落实。",
    }),
    textExample({
      name: { zh: "成套的字、拉开的姓名", en: "Series of characters, names set wide" },
      text: "展板依次为春 夏 秋 冬，出席：欧 阳 某 某、张 某 某。",
    }),
    textExample({
      name: { zh: "编号标题和正文写在一行", en: "Numbered headings with their text behind" },
      text: "1.1 编制目的 为做好防汛工作，制定本预案。\n\n（一）组织领导 成立工作专班，统筹推进。",
    }),
    textExample({
      name: { zh: "引号里的口号", en: "A slogan in quotation marks" },
      text: "活动以“科技逐梦未来 创新赋能成长”为主题。",
    }),
    textExample({
      name: { zh: "小标题、编号和没有标点的行", en: "Headings, their numbers, lines without marks" },
      text: "## 学术交流 科普惠民\n\n第一章 总则\n\n附件 参展单位名单",
    }),
    textExample({
      name: {
        zh: "单独一行的标题式短句、条文、电头和署名",
        en: "Headlines, articles of law, datelines, bylines",
      },
      text: "云湖区：抓项目促开放 推动园区建设\n\n第一百零二条 违反规定的，由主管部门处理。\n\n新华社示例市3月10日电 云湖区科协召开会议。\n\n（通讯员 方砚秋 摄影 陶镕）3月10日，活动举办。",
    }),
    textExample({
      name: { zh: "两个单位之间，建议用顿号", en: "Between two units 、 is suggested" },
      text: "活动由示例市科协 示例市教育局联合主办。",
      at: [9],
      fixed: "活动由示例市科协 示例市教育局联合主办。",
      suggested: "活动由示例市科协、示例市教育局联合主办。",
    }),
  ],
  *check(line) {
    const { kind, text, classes, quoted } = line;
    if (WITH_PAUSES.has(kind)) return;
    if (isHeadline(text)) return;
    const spread = spreadWords(line);
    yield* spread.map((run) => spreadFinding(line, run));
    for (let at = 1; at < classes.length; at += 1) {
      if (classes[at] !== SPACE || spread.some(({ start, end }) => start < at && at < end)) continue;
      const start = at;
      while (classes[at + 1] === SPACE) at += 1;
      const end = at + 1;
      if (classes[start - 1] !== HAN || classes[end] !== HAN || quoted[start] === 1) continue;
      // A tab parts the columns of a table.
      if (text.slice(start, end).includes("\t") || isBehindLabel(text, start)) continue;
      if (isAmongNames(text, start, end) || isBetweenLikePhrases(text, start, end)) continue;
      yield spaceFinding(line, start, end);
    }
  },
};

interface SpreadWord {
  readonly start: number;
  readonly end: number;
}

/** Three characters may be a name set wide. */
function spreadWords({ text, quoted }: CopyLine): readonly SpreadWord[] {
  const runs: SpreadWord[] = [];
  for (const { 0: found, index } of text.matchAll(SPREAD.for(text))) {
    const word = found.replace(/[ 　]/g, "");
    const isName = (word.length === 3 && isSurname(word.charAt(0))) || COMPOUND_SURNAME.test(word);
    const isAmidWords =
      /\p{Script=Han}[ 　]?$/u.test(text.slice(Math.max(0, index - 2), index)) &&
      /^[ 　]?\p{Script=Han}/u.test(text.slice(index + found.length, index + found.length + 2));
    // 主 持 人：陈澄: a label as wide as the others
    if (word.length === 3 && /[:：]/.test(text.charAt(index + found.length))) continue;
    if (isName || isAmidWords || areNames(word) || SERIES.test(word) || quoted[index] === 1) continue;
    runs.push({ start: index, end: index + found.length });
  }
  return runs;
}

/** 张 三 李 四: each of two characters. */
const areNames = (word: string): boolean =>
  word.length % 2 === 0 && Array.from(word).every((sign, at) => at % 2 === 1 || isSurname(sign));

function spreadFinding(line: CopyLine, { start, end }: SpreadWord): Finding {
  const found = line.text.slice(start, end);
  const word = found.replace(/[ 　]/g, "");
  return copyFinding(line, {
    start,
    end,
    message: {
      zh: `“${found}”的字与字之间都有空格。`,
      en: `There is a space between all characters of “${found}”.`,
    },
    help: { zh: `若不是有意拉开，写作“${word}”。`, en: `Unless it is spread on purpose, write “${word}”.` },
    suggestion: word,
  });
}

function spaceFinding(line: CopyLine, start: number, end: number): Finding {
  const { text } = line;
  const before = runBefore(line, start);
  const after = runBehind(line, end);
  const isClauses = before.isClause && after.isClause;
  const isCertain = isAmidPhrase(before.text, after.text);
  const isLikely = isClauses && !isSurname(text.charAt(start - 1));
  const suggested = isBetweenUnits(before.text, after.text) ? "、" : "";
  const shown = `${endOf(before.text)}${text.slice(start, end)}${startOf(after.text)}`;
  return copyFinding(line, {
    start,
    end,
    message: {
      zh: `“${shown}”中，汉字之间有空格。`,
      en: `There is a space between Han characters in “${shown}”.`,
    },
    help: isCertain
      ? { zh: "请删去空格。", en: "Delete it." }
      : suggested === "、"
        ? {
            zh: "若是并列的两个单位，请改用顿号；若是一个名称，请删去空格。",
            en: "Write 、 between two units; delete it inside a name.",
          }
        : {
            zh: "请删去空格；若是并列的名称或两个短句，请改用顿号或逗号。",
            en: "Delete it; if it separates names or clauses, write 、 or ， instead.",
          },
    ...(isCertain ? { replacement: "" } : isLikely && { suggestion: suggested }),
  });
}

/** 由示例市科协 示例市教育局联合主办: names of bodies side by side. */
function isBetweenUnits(before: string, after: string): boolean {
  const ends = Array.from(before, (_, at) => before.slice(at));
  const starts = Array.from(after, (_, at) => after.slice(0, at + 1));
  return ends.some(isUnitName) && starts.some(isUnitName);
}

/** What is shown of the words on either side, so that no name is cut without a sign of it. */
const SHOWN = 6;

const endOf = (run: string): string => (run.length > SHOWN ? `…${run.slice(-SHOWN)}` : run);
const startOf = (run: string): string => (run.length > SHOWN ? `${run.slice(0, SHOWN)}…` : run);

/** Not 最美的 最好的, two phrases of one form, nor a name that ends so. */
function isAmidPhrase(before: string, after: string): boolean {
  if (before.length <= LONGEST_NAME && isSurname(before.charAt(0))) return false;
  if (BEGINS_AMID_PHRASE.test(after)) return true;
  return ENDS_AMID_PHRASE.test(before) && !(before.endsWith("的") && after.includes("的"));
}

interface Run {
  /** the nearest characters, at most as many as decide */
  readonly text: string;
  /** long enough, and not one of a row of names divided by spaces */
  readonly isClause: boolean;
}

function runBefore({ text, classes }: CopyLine, end: number): Run {
  let start = end;
  while (start > 0 && end - start <= 12 && classes[start - 1] === HAN) start -= 1;
  const isClause = end - start >= SHORTEST_RUN && classes[start - 1] !== SPACE;
  return { text: text.slice(start, end), isClause };
}

function runBehind({ text, classes }: CopyLine, start: number): Run {
  let end = start;
  while (end < text.length && end - start <= 12 && classes[end] === HAN) end += 1;
  const isClause = end - start >= SHORTEST_RUN && classes[end] !== SPACE;
  return { text: text.slice(start, end), isClause };
}
