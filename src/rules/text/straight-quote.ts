/**
 * Quotation marks around Chinese are “ ” and ‘ ’. Source: GB/T 15834-2011, 4.8.2 (the form of the
 * marks). Feet, inches, primes, English apostrophes and code keep their straight marks; where it is open
 * which of them pair, the marks are suggested.
 */

import {
  ASCII_MARK,
  CLOSING,
  DIGIT,
  HAN,
  LETTER,
  LINE_END,
  OPENING,
  OTHER,
  SPACE,
  setOfClasses,
} from "../../han/copy-class.js";
import { groupStraightPairs, type StraightPair } from "../../han/straight-pairs.js";
import { opensCode } from "../../han/typed-code.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import { quotation, unclearQuotations } from "../curve-marks.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const textStraightQuote: TextRule = {
  id: "text/straight-quote",
  scope: "text",
  looksFor: setOfClasses(ASCII_MARK, OTHER),
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "中文里的引号用“”和‘’，不用直引号。",
    en: "Quotation marks in Chinese text are “ ” and ‘ ’, not straight ones.",
  },
  why: {
    zh: "直引号不分前后，看不出引文的起止，也不能避头避尾。",
    en: "Straight marks do not show where a quotation begins and ends, and the rules for line ends cannot be applied to them.",
  },
  source: "GB/T 15834-2011, 4.8",
  examples: [
    textExample({
      name: { zh: "直引号", en: "Straight marks" },
      text: '活动以"绿色发展"为主题，发布"十四五"规划。',
      at: [4, 16],
      fixed: "活动以“绿色发展”为主题，发布“十四五”规划。",
    }),
    textExample({
      name: { zh: "少了一个，只指出", en: "An odd number is only reported" },
      text: '活动以"绿色发展为主题。',
      at: [4],
      fixed: '活动以"绿色发展为主题。',
    }),
    textExample({
      name: { zh: "一半弯、一半直", en: "One curved, the other straight" },
      text: '活动以“绿色发展"为主题。',
      at: [9],
      fixed: '活动以“绿色发展"为主题。',
    }),
    textExample({
      name: { zh: "单引号", en: "Single marks" },
      text: "老师说“要记住'做中学'的道理”。",
      at: [8],
      fixed: "老师说“要记住‘做中学’的道理”。",
    }),
    textExample({
      name: { zh: "全角的直引号", en: "Full-width straight marks" },
      text: "要坚持＂四个面向＂，讲好＇科技之光＇的故事。",
      at: [4, 13],
      fixed: "要坚持“四个面向”，讲好“科技之光”的故事。",
    }),
    textExample({
      name: {
        zh: "全角的直引号少了一个，或和弯的混用",
        en: "An odd number of them, or one of them with a curved one",
      },
      text: "活动以“绿色发展＂为主题，开展＂四进活动。",
      at: [9],
      fixed: "活动以“绿色发展＂为主题，开展＂四进活动。",
    }),
    textExample({
      name: { zh: "全角的英寸", en: "Inches typed full-width" },
      text: "展厅新装65＂屏幕两块。",
    }),
    textExample({
      name: { zh: "英寸和英尺", en: "Inches and feet" },
      text: '展厅新装65"屏幕两块、75"屏幕一块，展台高6\'。',
    }),
    textExample({
      name: {
        zh: "难说哪两个成对，只建议",
        en: "Suggested where it is unclear which of them pair",
      },
      text: '把65"屏称为"智屏65"，点甲\'和乙\'重合。',
      at: [8],
      fixed: '把65"屏称为"智屏65"，点甲\'和乙\'重合。',
      suggested: "把65\"屏称为“智屏65”，点甲'和乙'重合。",
    }),
    textExample({
      name: { zh: "代码和数据", en: "Code and data" },
      text: '返回{"姓名":"方砚秋"}，设置name="示例"或open("示例")即可。',
    }),
    textExample({
      name: { zh: "命令和程序里的引号", en: "Marks of commands and programs" },
      text: "运行git commit -m \"更新\"，再调用alert('完成')，令str = '你好'。",
    }),
    textExample({
      name: { zh: "小写的软件名或命令，只建议", en: "A product in small letters or a command: suggested" },
      text: '打开wps "数据"菜单。',
      at: [7],
      fixed: '打开wps "数据"菜单。',
      suggested: "打开wps “数据”菜单。",
    }),
    textExample({
      name: { zh: "英文的撇号和引文", en: "Apostrophes and quotations in English" },
      text: '墙上写着Children\'s Day，题为 A "Green" City。',
    }),
    textExample({
      name: {
        zh: "引号里又有引号：哪个是外层，由编辑定",
        en: "Marks within marks: the editor knows which is outside",
      },
      text: '他说："今天是"五一"节。"',
      at: [4],
      fixed: '他说："今天是"五一"节。"',
      suggested: "他说：“今天是‘五一’节。”",
    }),
    textExample({
      name: { zh: "书名号不算一层引号", en: "A book title is no quotation" },
      text: '学习《关于加强"十五五"规划的意见》，“读《"两山"论》”。',
      at: [8, 23],
      fixed: "学习《关于加强“十五五”规划的意见》，“读《‘两山’论》”。",
    }),
    textExample({
      name: { zh: "两种直引号混用", en: "Both kinds in one sentence" },
      text: "参加\"'科技之光'论坛\"的有200人。",
      at: [3, 4],
      fixed: "参加\"'科技之光'论坛\"的有200人。",
    }),
  ],
  *check(line) {
    if (!line.isChinese) return;
    if (line.text.includes('"')) yield* doubleMarks(line);
    if (line.text.includes("'")) yield* singleMarks(line);
    if (line.text.includes("＂")) yield* wideMarks(line, "＂");
    if (line.text.includes("＇")) yield* wideMarks(line, "＇");
  },
};

/** @param mark as straight as that of ASCII, and full-width: no code and no English is written with it */
function* wideMarks(line: CopyLine, mark: "＂" | "＇"): Iterable<Finding> {
  const places = placesOf(line, mark);
  const measures = places.filter((at) => isMeasure(line, at));
  if (places.length % 2 === 1) {
    const odd = places.find((at) => !measures.includes(at));
    if (odd !== undefined) yield oddMark(line, odd);
    return;
  }
  const isMixed =
    /["']/.test(line.text) || line.pairing.loose.some(({ mark: loose }) => /[“”‘’]/.test(loose));
  const pairs = places.flatMap((open, index) =>
    index % 2 === 0 ? [{ open, close: places[index + 1] ?? open }] : [],
  );
  const isCertain = !isMixed && measures.length === 0 && !pairs.some((pair) => isOdd(line, pair));
  yield* quotations(line, pairs, isCertain);
}

/** @param isCertain false where something else speaks against taking the marks by turns */
function* quotations(line: CopyLine, pairs: readonly StraightPair[], isCertain: boolean): Iterable<Finding> {
  for (const group of groupStraightPairs(line.text, pairs)) {
    const [first, second] = group;
    if (first === undefined) continue;
    if (second === undefined) yield quotation(line, { ...first, isCertain });
    else yield unclearQuotations(line, group);
  }
}

/** {"姓名":"方砚秋"}, name="示例" */
const DATA = /[{[=<]\s*"|"\s*:\s*"|"\s*[}\]>]/;

function* doubleMarks(line: CopyLine): Iterable<Finding> {
  const places = placesOf(line, '"');
  if (DATA.test(line.text)) return;
  const pairs: StraightPair[] = [];
  let open: number | undefined;
  let measures = 0;
  let pairsBehindDigit = 0;
  for (const at of places) {
    const isBehindDigit = isMeasure(line, at);
    if (open === undefined && isBehindDigit) measures += 1;
    else if (open === undefined) open = at;
    else {
      if (isBehindDigit) pairsBehindDigit += 1;
      pairs.push({ open, close: at });
      open = undefined;
    }
  }
  if (open !== undefined) {
    const at = places.find((place) => !isMeasure(line, place) && touchesHan(line, place));
    if (at !== undefined) yield oddMark(line, at);
    return;
  }
  const isOpenWhich =
    (measures > 0 && pairsBehindDigit > 0) || hasBothKinds(line) || pairs.some((pair) => isOdd(line, pair));
  const { prose, isUnsure } = withoutCode(line, pairs);
  const shown = prose.filter((pair) => isChineseQuotation(line, pair));
  // An empty pair is none: with those beside it, it pairs otherwise.
  const hasEmpty = prose.length > 1 && prose.some(({ open, close }) => close === open + 1);
  yield* quotations(line, hasEmpty ? prose : shown, !isOpenWhich && !isUnsure);
}

/** Pairs that hold no strings of code. */
function withoutCode(
  { text }: CopyLine,
  pairs: readonly StraightPair[],
): { readonly prose: readonly StraightPair[]; readonly isUnsure: boolean } {
  const prose: StraightPair[] = [];
  let isUnsure = false;
  let codeEnd: number | undefined;
  for (const pair of pairs) {
    const use = opensCode(text, pair.open);
    // grep "关键词" "文件"
    const goesOn = codeEnd !== undefined && /^[ ,]{1,2}$/.test(text.slice(codeEnd + 1, pair.open));
    if (use === "code" || goesOn) codeEnd = pair.close;
    else prose.push(pair);
    if (use === "unsure") isUnsure = true;
  }
  return { prose, isUnsure };
}

function* singleMarks(line: CopyLine): Iterable<Finding> {
  const marks = placesOf(line, "'").filter((at) => !isMeasure(line, at) && !isApostrophe(line, at));
  if (marks.length % 2 === 1) return;
  const pairs = marks.flatMap((open, index) =>
    index % 2 === 0 ? [{ open, close: marks[index + 1] ?? open }] : [],
  );
  const { prose, isUnsure } = withoutCode(line, pairs);
  for (const pair of prose) {
    if (isOdd(line, pair) || isPrimes(line, pair) || !isChineseQuotation(line, pair)) continue;
    yield quotation(line, { ...pair, isCertain: !hasBothKinds(line) && !isUnsure });
  }
}

/** Which of the two is the outer one is not to be seen: "'科技之光'论坛" */
const hasBothKinds = (line: CopyLine): boolean =>
  line.text.includes('"') &&
  placesOf(line, "'").some((at) => !isMeasure(line, at) && !isApostrophe(line, at));

/** A quotation begins with no mark of a clause and ends in none of a list: these pair otherwise. */
const isOdd = ({ text }: CopyLine, { open, close }: StraightPair): boolean =>
  /[，。；：、！？）》”]/.test(text.charAt(open + 1)) || /[，、；：:（《“]/.test(text.charAt(close - 1));

/** The fewest characters of a quotation between Han: 点甲'和乙' holds primes. */
const SHORTEST_BETWEEN_HAN = 3;

const isPrimes = ({ classes, quoted }: CopyLine, { open, close }: StraightPair): boolean =>
  quoted[open] !== 1 && classes[open - 1] === HAN && close - open - 1 < SHORTEST_BETWEEN_HAN;

function placesOf({ text }: CopyLine, mark: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) places.push(at);
  return places;
}

/** 65" 6' 5'30" */
const isMeasure = ({ classes }: CopyLine, at: number): boolean => classes[at - 1] === DIGIT;
const isApostrophe = ({ classes }: CopyLine, at: number): boolean => classes[at - 1] === LETTER;

const touchesHan = ({ classes }: CopyLine, at: number): boolean =>
  classes[at - 1] === HAN || classes[at + 1] === HAN;

function isChineseQuotation(line: CopyLine, { open, close }: StraightPair): boolean {
  const { classes, text } = line;
  if (close - open < 2 || classes[open + 1] === SPACE || classes[close - 1] === SPACE) return false;
  if (isMeasure(line, open) || text[open - 1] === "=") return false;
  const outside = [classes[open - 1], classes[close + 1]];
  const isPlaced = outside.every((kind) => kind !== LETTER);
  return isPlaced && (touchesHan(line, open) || touchesHan(line, close) || outside.some(isEdgeOfPhrase));
}

const isEdgeOfPhrase = (kind: number | undefined): boolean =>
  kind === undefined || kind === LINE_END || kind === OPENING || kind === CLOSING;

const oddMark = (line: CopyLine, at: number): Finding =>
  copyFinding(line, {
    start: at,
    end: at + 1,
    message: {
      zh: "直引号不成对，少了一个。",
      en: "The straight quotation marks are not paired: one is missing.",
    },
    help: { zh: "请补上另一个，并改为弯的双引号。", en: "Add the missing one, and write “ ”." },
  });
