/**
 * Marks among Han are full-width. Source: GB/T 15834-2011, 5.1 (a mark fills the place of one
 * character) and 4.1 to 4.9 (their forms). Marks inside numbers, codes, names of files and English
 * words are not marks of the Chinese sentence and are left.
 */
import { ASCII_MARK, HAN, isAlphanumeric, isWide, setOfClasses } from "../../han/copy-class.js";
import { judgeHalfWidthMark } from "../../han/half-width-marks.js";
import { isReferenceEntry } from "../../han/reference-entry.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import { halfWidthBrackets } from "../half-width-brackets.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  ".": "。",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

export const textHalfWidthMark: TextRule = {
  id: "text/half-width-mark",
  scope: "text",
  looksFor: setOfClasses(ASCII_MARK),
  severity: "warning",
  alsoSeverity: "info",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "汉字之间用全角标点：，。；：？！（）。",
    en: "Punctuation between Han characters is full-width: ，。；：？！（）.",
  },
  why: {
    zh: "半角标点属于英文，夹在汉字里占位太小，也不按中文的规则避头避尾。",
    en: "Half-width marks belong to English. Among Han characters they are too narrow and do not follow the Chinese rules for line ends.",
  },
  source: "GB/T 15834-2011, 5.1",
  examples: [
    textExample({
      name: { zh: "半角逗号、句点和冒号", en: "Half-width comma, full stop and colon" },
      text: "他说:会议围绕城市更新,设置两个环节.",
      at: [3, 12, 19],
      fixed: "他说：会议围绕城市更新，设置两个环节。",
    }),
    textExample({
      name: { zh: "括着汉字的半角括号", en: "Half-width brackets around Han" },
      text: "示例市科学技术协会(以下简称示例市科协)成立于1980年。",
      at: [10],
      fixed: "示例市科学技术协会（以下简称示例市科协）成立于1980年。",
    }),
    textExample({
      name: { zh: "一半全角、一半半角的括号", en: "One bracket full-width, the other not" },
      text: "示例市科协（以下简称市科协)发布通知。",
      at: [14],
      fixed: "示例市科协（以下简称市科协）发布通知。",
    }),
    textExample({
      name: {
        zh: "连打的半角逗号，百分数、网址后的标点",
        en: "A comma typed twice, marks after % and an address",
      },
      text: "会议围绕更新,,见 https://example.org/a ，增长3.5%.",
      at: [7, 8, 40],
      fixed: "会议围绕更新，，见 https://example.org/a ，增长3.5%。",
    }),
    textExample({
      name: { zh: "小数、千分位、比例和时刻", en: "Decimals, thousands, ratios, times of day" },
      text: "增长3.5%，共1,000人，比例为3:2，10:30开始。",
    }),
    textExample({
      name: { zh: "汉字之间括着字母，只作提示", en: "Round Latin amid Han, as information" },
      text: "人工智能(AI)讲座在示例馆举办。",
      at: [5],
      fixed: "人工智能(AI)讲座在示例馆举办。",
      suggested: "人工智能（AI）讲座在示例馆举办。",
    }),
    textExample({
      name: {
        zh: "编号、文件名、网址和英文括注",
        en: "Numbers of headings, file names, addresses, English in brackets",
      },
      text: "1.总则见报告.docx，国内生产总值数据见https://example.org/a?b=1。(1)按时报送。",
    }),
    textExample({
      name: {
        zh: "函数、化学名称、比，说到标点本身",
        en: "Functions, chemical names, ratios, marks that are spoken of",
      },
      text: "函数sin(角)的值，检出2-(4-氯苯基)乙胺，碳:氮比为20:1，各项用,隔开，n!种排法。",
    }),
    textExample({
      name: {
        zh: "也可能是代码、式子里的，只建议",
        en: "Suggested where it may belong to code or a formula",
      },
      text: "GDP(国内生产总值)增长，求(长+宽)的值，AI:未来已来。",
      at: [4, 16, 26],
      fixed: "GDP(国内生产总值)增长，求(长+宽)的值，AI:未来已来。",
      suggested: "GDP（国内生产总值）增长，求（长+宽）的值，AI：未来已来。",
    }),
    textExample({
      name: { zh: "百分数之间、省略号后面的逗号", en: "Commas between percentages and behind an ellipsis" },
      text: "分别增长3.5%,20%的企业参加，提出一是……,二是强化保障。",
      at: [9, 25],
      fixed: "分别增长3.5%,20%的企业参加，提出一是……，二是强化保障。",
      suggested: "分别增长3.5%，20%的企业参加，提出一是……,二是强化保障。",
    }),
    textExample({
      name: { zh: "数字、字母后面的标点", en: "Marks behind figures and letters" },
      text: "会议强调AI,5G,大数据协同，气温24～37℃;全长23km ,队员共走5km.",
      at: [7, 10, 25, 33, 41],
      fixed: "会议强调AI，5G，大数据协同，气温24～37℃；全长23km ，队员共走5km。",
    }),
    textExample({
      name: { zh: "括号里的话末尾的句点", en: "A stop at the end of a remark in brackets" },
      text: "专家合影（左三为陈澄.）。",
      at: [11],
      fixed: "专家合影（左三为陈澄.）。",
      suggested: "专家合影（左三为陈澄）。",
    }),
    textExample({
      name: { zh: "英文句子", en: "An English sentence" },
      text: "主旨报告题为“Science, Society and the City: A View from 示例市”。",
    }),
  ],
  *check(line) {
    if (!line.isChinese) return;
    yield* singleMarks(line);
    yield* halfWidthBrackets(line);
  },
};

function* singleMarks(line: CopyLine): Iterable<Finding> {
  const { text, classes } = line;
  // The line is looked at as a whole only where such a mark is met.
  let isReference: boolean | undefined;
  for (let at = 0; at < text.length; at += 1) {
    if (classes[at] !== ASCII_MARK) continue;
    const mark = text.charAt(at);
    const full = FULL[mark];
    if (full === undefined || mark === "(" || mark === ")") continue;
    const verdict = judgeHalfWidthMark(line, at);
    if (verdict === "none") continue;
    isReference ??= isReferenceEntry(text);
    if (isReference) return;
    if (endsRemark(line, at)) {
      yield copyFinding(line, {
        start: at,
        end: at + 1,
        message: {
          zh: `括号里的话末尾用了半角的“${mark}”。`,
          en: `The remark in brackets ends in a half-width “${mark}”.`,
        },
        help: { zh: `删去括号里的“${mark}”。`, en: `Delete the “${mark}” inside the brackets.` },
        suggestion: "",
      });
      continue;
    }
    const isName = mark === "." && classes[at - 1] === HAN && classes[at + 1] === HAN;
    const isCertain = verdict === "certain";
    yield copyFinding(line, {
      start: at,
      end: at + 1,
      message:
        isWide(classes[at - 1]) || isWide(classes[at + 1])
          ? {
              zh: `汉字旁用了半角的“${mark}”。`,
              en: `There is a half-width “${mark}” next to a Han character.`,
            }
          : { zh: `中文里用了半角的“${mark}”。`, en: `There is a half-width “${mark}” in Chinese text.` },
      help: isName
        ? {
            zh: "句子结束请用“。”，外国人名中间请用“·”。",
            en: "Use 。 at the end of a sentence, and · between the parts of a foreign name.",
          }
        : isCertain
          ? { zh: `改为“${full}”。`, en: `Write “${full}”.` }
          : {
              zh: `若是句子的标点，改为“${full}”。`,
              en: `If it is punctuation of the sentence, write “${full}”.`,
            },
      ...(isName ? {} : isCertain ? { replacement: full } : { suggestion: full }),
    });
  }
}

/** （左为陈澄.）: text/stop-in-brackets would speak of the full-width stop as well. */
function endsRemark({ text, classes }: CopyLine, at: number): boolean {
  if (!/[.,;]/.test(text.charAt(at)) || !/[）)]/.test(text.charAt(at + 1))) return false;
  const open = Math.max(text.lastIndexOf("（", at), text.lastIndexOf("(", at));
  return (
    open > 0 &&
    (classes[open - 1] === HAN || isAlphanumeric(classes[open - 1]) || /[》%]/.test(text.charAt(open - 1))) &&
    !/[。！？；：…)）]/.test(text.slice(open + 1, at))
  );
}
