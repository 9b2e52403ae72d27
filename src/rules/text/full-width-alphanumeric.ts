/**
 * Letters and digits are half-width, and a paragraph is not indented by hand. Source: GB/T 15835-2011
 * (Arabic numerals are set half-width); the composer indents.
 */
import { LINE_END, setOfClasses, WIDE_ALPHANUMERIC, WIDE_SPACE } from "../../han/copy-class.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** From a full-width sign of ASCII to its own, in code points. */
const TO_ASCII = 0xfee0;

export const textFullWidthAlphanumeric: TextRule = {
  id: "text/full-width-alphanumeric",
  scope: "text",
  looksFor: setOfClasses(WIDE_ALPHANUMERIC, WIDE_SPACE),
  severity: "warning",
  fixable: true,
  structural: false,
  summary: {
    zh: "字母和数字用半角；段首不用全角空格缩进。",
    en: "Letters and digits are half-width; paragraphs are not indented with full-width spaces.",
  },
  why: {
    zh: "全角字母和数字排得太稀，也检索不到；缩进由版式决定，手工输入的空格会使缩进加倍。",
    en: "Full-width letters and digits are set too wide, and searching does not find them. The template makes the indent; typed spaces add to it.",
  },
  source: "GB/T 15835-2011, 5.1",
  examples: [
    textExample({
      name: { zh: "全角数字和字母", en: "Full-width digits and letters" },
      text: "２０２６年展出Ｃ９１９模型，增长３．５％。",
      at: [1, 8, 17],
      fixed: "2026年展出C919模型，增长3.5%。",
    }),
    textExample({
      name: { zh: "手打的段首空格", en: "A hand-made indent" },
      text: "　　会议设置两个环节。",
      at: [1],
      fixed: "会议设置两个环节。",
    }),
    textExample({
      name: { zh: "说到全角字符本身", en: "Where full-width characters are spoken of" },
      text: "区分全角字母“Ａ”和半角字母“A”。",
    }),
    textExample({
      name: { zh: "带圈数字、罗马数字和全角标点", en: "Circled numbers, Roman numerals, full-width marks" },
      text: "①报名；②审核。第Ⅱ阶段，满意率达九成。",
    }),
    textExample({
      name: {
        zh: "半角数字后的全角点、句中的全角空格",
        en: "A full-width point after a half-width digit, a space inside a line",
      },
      text: "1．总则。\n\n时间：3月10日　地点：示例科技馆",
    }),
  ],
  *check(line) {
    yield* wideRuns(line);
    yield* indents(line);
  },
};

function* wideRuns(line: CopyLine): Iterable<Finding> {
  const { text, classes } = line;
  for (let at = 0; at < classes.length; at += 1) {
    if (classes[at] !== WIDE_ALPHANUMERIC) continue;
    if (text.includes("全角")) return;
    const start = at;
    while (continuesRun(line, at + 1)) at += 1;
    const end = at + 1;
    const found = text.slice(start, end);
    const half = [...found].map((sign) => String.fromCharCode(sign.charCodeAt(0) - TO_ASCII)).join("");
    yield copyFinding(line, {
      start,
      end,
      message: { zh: `“${found}”是全角的。`, en: `“${found}” is full-width.` },
      help: { zh: `改为半角“${half}”。`, en: `Write ${half}.` },
      replacement: half,
    });
  }
}

/** A full-width point between digits and a per cent sign behind them belong to the number. */
function continuesRun({ text, classes }: CopyLine, at: number): boolean {
  if (classes[at] === WIDE_ALPHANUMERIC) return true;
  if (text[at] === "％") return /[０-９]/.test(text.charAt(at - 1));
  return text[at] === "．" && /[０-９]/.test(text.charAt(at - 1)) && /[０-９]/.test(text.charAt(at + 1));
}

function* indents(line: CopyLine): Iterable<Finding> {
  const { text, classes, kind } = line;
  if (kind === "title" || kind === "summary") return;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at) !== "　" || (at > 0 && classes[at - 1] !== LINE_END)) continue;
    // Behind a soft break an indent says that a new paragraph begins: text/hard-wrap speaks of it.
    if (text.charAt(at - 1) === "\n") continue;
    const start = at;
    while (text.charAt(at + 1) === "　" || text.charAt(at + 1) === " ") at += 1;
    yield copyFinding(line, {
      start,
      end: at + 1,
      message: { zh: "段首用了全角空格缩进。", en: "The paragraph is indented with full-width spaces." },
      help: { zh: "请删去，缩进由版式决定。", en: "Delete them; the template makes the indent." },
      replacement: "",
    });
  }
}
