/**
 * Marks of strong and struck text that found no partner, or have a space on their inner side, are
 * printed as they stand. Source: CommonMark 0.31, 6.2 (left- and right-flanking runs); GFM, 6.5. A name
 * or a number whose end is covered (李**, 1101**********1234) has such marks on purpose.
 */
import { ASCII_MARK, OTHER, setOfClasses } from "../../han/copy-class.js";
import { type CopyLine, isTypedAt, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const itemMistypedEmphasis: TextRule = {
  id: "item/mistyped-emphasis",
  scope: "text",
  looksFor: setOfClasses(ASCII_MARK, OTHER),
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "加粗写成 **文字**，删除线写成 ~~文字~~：半角符号，成对，里侧没有空格。",
    en: "Strong text is written **text** and struck text ~~text~~: half-width marks, in pairs, with no space inside them.",
  },
  why: {
    zh: "里侧多一个空格，或者少了一半，星号和波浪线就会原样印出来。",
    en: "With a space inside, or one half missing, the asterisks or tildes are printed.",
  },
  source: "CommonMark 0.31, 6.2",
  examples: [
    textExample({
      name: { zh: "里侧有空格", en: "A space on the inner side" },
      text: "会议强调，**要抓好落实 **，~~ 原定3月 ~~改在4月举行。",
      at: [6, 17],
      fixed: "会议强调，**要抓好落实**，~~原定3月~~改在4月举行。",
    }),
    textExample({
      name: { zh: "全角的星号", en: "Full-width stars" },
      text: "会议强调，＊＊要抓好落实＊＊。",
      at: [6],
      fixed: "会议强调，**要抓好落实**。",
    }),
    textExample({
      name: { zh: "少了一半", en: "The other half is missing" },
      text: "会议强调，**要抓好落实。",
      at: [6],
      suggested: "会议强调，要抓好落实。",
    }),
    textExample({
      name: { zh: "遮住一部分的姓名和号码、尺寸", en: "Covered names and numbers, a size" },
      text: "获奖者为李** 王** ，证号1101**********1234，规格5*3*2厘米，数据为初步统计*。",
    }),
    textExample({
      name: { zh: "表情、填空和转义的星号", en: "Emoticons, blanks, escaped stars" },
      text: "同学们笑了(*^_^*)，姓名____，\\*\\* 注意 \\*\\*，好的~~",
    }),
  ],
  *check(line) {
    const runs = runsIn(line);
    const isEven = runs.length % 2 === 0;
    for (let index = 0; index < runs.length; index += 1) {
      const run = runs[index];
      const partner = runs[index + 1];
      if (run === undefined) continue;
      const pair =
        partner === undefined ? undefined : pairFinding(line, { open: run, close: partner, isEven });
      if (pair !== undefined) index += 1;
      const found = pair ?? loneFinding(line, run);
      if (found !== undefined) yield found;
    }
  },
};

interface Run {
  readonly at: number;
  readonly end: number;
  /** `**`, `***` or `~~` as it is written right */
  readonly mark: string;
}

interface Pair {
  readonly open: Run;
  readonly close: Run;
  /** no run of the line is without a partner */
  readonly isEven: boolean;
}

/** Runs of marks that were not read as marks, escaped ones left out. */
function runsIn(line: CopyLine): readonly Run[] {
  return [...line.text.matchAll(/[*＊]+|~+/g)].flatMap(({ index, 0: found }): readonly Run[] => {
    const isMark = found.startsWith("~") ? found.length === 2 : found.length === 2 || found.length === 3;
    if (!isMark || !isTypedAt(line, index)) return [];
    return [{ at: index, end: index + found.length, mark: found.replaceAll("＊", "*") }];
  });
}

/** Longer stretches are no emphasis, in UTF-16 units. */
const LONGEST = 200;
/** Han between two covered names: 李** 王** */
const LONGEST_NAME = 3;

function pairFinding(line: CopyLine, { open, close, isEven }: Pair): Finding | undefined {
  const { text } = line;
  const inner = text.slice(open.end, close.at);
  const words = inner.trim();
  if (open.mark !== close.mark || words === "" || /[\n\r]/.test(inner) || inner.length > LONGEST)
    return undefined;
  const isBehindWord = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, open.at - 2), open.at));
  if (isBehindWord && (words.length <= LONGEST_NAME || /^[、，和及与；]/.test(words))) return undefined;
  const isWide =
    text.slice(open.at, open.end) !== open.mark || text.slice(close.at, close.end) !== close.mark;
  const isSpaced = words !== inner;
  const right = `${open.mark}${words}${close.mark}`;
  const start = open.end + inner.indexOf(words);
  const edits = [
    { span: spanInLine(line, open.at, start), text: open.mark },
    { span: spanInLine(line, start + words.length, close.end), text: close.mark },
  ];
  const help = { zh: `写作“${right}”。`, en: `Write “${right}”.` };
  const finding = {
    span: spanInLine(line, open.at, open.end),
    message: {
      zh: `“${text.slice(open.at, close.end)}”里的“${text.slice(open.at, open.end)}”没有起作用，会原样印出来。`,
      en: `“${text.slice(open.at, open.end)}” in “${text.slice(open.at, close.end)}” has no effect and would be printed.`,
    },
  };
  if (!isWide && !isSpaced) return { ...finding, help: REMOVE };
  // Other marks in between, or others of a line that do not pair, may pair with these.
  const place = spanInLine(line, open.at, close.end);
  const isPlain = place.end - place.start === close.end - open.at && !/[*_`~[\]<&\\]/.test(inner);
  return isBehindWord || !isPlain || !isEven
    ? { ...finding, help, suggestions: [{ message: help, edits }] }
    : { ...finding, help, fix: edits };
}

const REMOVE = {
  zh: "请检查前后是否成对；若要原样印出，请在前面加“\\”。",
  en: "Check that both halves are there; to print it as it stands, put a \\ before it.",
};

/** `**要抓好落实`: stands in front of a word as an opening mark does; behind a word it covers a name. */
function loneFinding(line: CopyLine, { at, end, mark }: Run): Finding | undefined {
  const { text } = line;
  const isOpening =
    /^$|[\s\u3000，。；：、！？（“]$/.test(text.slice(Math.max(0, at - 1), at)) &&
    /^[\p{Script=Han}“《（]/u.test(text.slice(end, end + 2));
  if (mark.startsWith("~") || !isOpening) return undefined;
  const span = spanInLine(line, at, end);
  const help = { zh: "请补上另一半，或删去。", en: "Add the other half, or delete it." };
  return {
    span,
    message: {
      zh: `“${text.slice(at, end)}”没有配对，会原样印出来。`,
      en: `“${text.slice(at, end)}” has no matching half and would be printed.`,
    },
    help,
    suggestions: [{ message: { zh: "删去。", en: "Delete it." }, edits: [{ span, text: "" }] }],
  };
}
