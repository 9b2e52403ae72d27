/**
 * Brackets, quotation marks and book-title marks come in pairs. Source: GB/T 15834-2011, 4.8, 4.9,
 * 4.15. A quotation of several paragraphs opens each of them and closes the last one alone (4.8.3);
 * a bracket behind a number (1） is a list's number.
 */
import { CLOSING, DIGIT, LETTER, LINE_END, OPENING, setOfClasses } from "../../han/copy-class.js";
import { closingOf, type Loose } from "../../han/find-pairs.js";
import { nameOfMark } from "../../han/mark-names.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextContext, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

export const textUnpairedMark: TextRule = {
  id: "text/unpaired-mark",
  scope: "text",
  looksFor: setOfClasses(OPENING, CLOSING),
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "括号、引号、书名号成对使用。",
    en: "Brackets, quotation marks and book-title marks come in pairs.",
  },
  why: {
    zh: "少了一半，就看不出引文、书名或括注的起止。",
    en: "With one half missing, it is unclear where the quotation, title or remark begins or ends.",
  },
  source: "GB/T 15834-2011, 4.8, 4.9, 4.15",
  forUnit: {
    ask: { zh: "请确认是否漏了字。", en: "Please check whether words are missing." },
  },
  examples: [
    textExample({
      name: { zh: "少了后引号", en: "No closing mark" },
      text: "活动以“绿色发展为主题，发布《示例规划》。",
      at: [4],
    }),
    textExample({
      name: { zh: "少了前书名号", en: "No opening mark" },
      text: "会上发布了示例规划》和工作要点。",
      at: [10],
    }),
    textExample({
      name: { zh: "后引号打成了前引号", en: "The second mark opens again" },
      text: "活动以“绿色发展“为主题。",
      at: [9],
    }),
    textExample({
      name: { zh: "几段引文，每段开头用前引号", en: "A quotation of several paragraphs" },
      text: "他在信中写道：\n\n“第一，打好基础。\n\n“第二，勇于探索。”",
    }),
    textExample({
      name: { zh: "编号后的括号和英文的撇号", en: "Brackets after numbers, English apostrophes" },
      text: "要求：1）按时报送；2）内容真实；a）注明单位。参观了Children’s Museum，读了‘Simple’ tools一文。",
    }),
  ],
  *check(line, context) {
    const { loose } = line.pairing;
    if (loose.length === 0) return;
    const half = {
      firstOpen: line.text.indexOf("("),
      lastClose: line.text.lastIndexOf(")"),
      firstStraight: line.text.search(/["＂]/),
      lastStraight: Math.max(line.text.lastIndexOf('"'), line.text.lastIndexOf("＂")),
    };
    let lastMark = "";
    for (const [index, one] of loose.entries()) {
      const follower = loose[index + 1];
      if (isHalfOfOther(one, half) || isExplained(line, one, context)) continue;
      const isOpening = closingOf(one.mark) !== undefined;
      // “绿色发展“: one fault, told where the closing mark should be.
      if (isOpening && follower?.mark === one.mark && lastMark !== one.mark) {
        lastMark = one.mark;
        continue;
      }
      const isRepeated = isOpening && lastMark === one.mark;
      const name = nameOfMark(one.mark);
      const closing = nameOfMark(closingOf(one.mark) ?? "");
      lastMark = "";
      yield copyFinding(line, {
        start: one.at,
        end: one.at + 1,
        message: isRepeated
          ? {
              zh: `这里又是${name.zh}，前面的${name.zh}还没有配对。`,
              en: `Here is another ${name.en} although the one before it is not closed yet.`,
            }
          : isOpening
            ? { zh: `这个${name.zh}没有配对的后一半。`, en: `This ${name.en} is never closed.` }
            : {
                zh: `这个${name.zh}没有配对的前一半。`,
                en: `This ${name.en} has no opening half.`,
              },
        help: isRepeated
          ? {
              zh: `这里多半应为${closing.zh}。`,
              en: `It was most likely meant to be a ${closing.en}.`,
            }
          : { zh: "请补上缺的一半，或删去这一半。", en: "Add the missing half, or remove this one." },
      });
    }
  },
};

/** （…) is half full-width and half not: text/half-width-mark speaks of it; of “…" text/straight-quote. */
const isHalfOfOther = (
  { at, mark }: Loose,
  half: Readonly<Record<"firstOpen" | "lastClose" | "firstStraight" | "lastStraight", number>>,
): boolean =>
  (mark === "（" && half.lastClose > at) ||
  (mark === "）" && half.firstOpen >= 0 && half.firstOpen < at) ||
  (mark === "“" && half.lastStraight > at) ||
  (mark === "”" && half.firstStraight >= 0 && half.firstStraight < at);

/** Loose marks that are as they should be. */
function isExplained(line: CopyLine, { at, mark }: Loose, { lines }: TextContext): boolean {
  const { text, classes } = line;
  if (text.length === 1) return true;
  if (mark === "）" && isListNumber(text, at)) return true;
  // 5’30” and ’90s
  if (mark === "”" || mark === "’") {
    if (classes[at - 1] === DIGIT || classes[at + 1] === DIGIT) return true;
    if (mark === "’" && classes[at - 1] === LETTER) return true;
  }
  if (mark === "‘" && classes[at + 1] === DIGIT) return true;
  const closing = closingOf(mark);
  const isSameText = (other: CopyLine | undefined) => other?.kind === line.kind;
  if (closing === undefined) {
    const before = lines[line.index - 1];
    return (
      line.kind === "title" && isSameText(before) && hasLoose(before, (other) => closingOf(other) === mark)
    );
  }
  const next = lines[line.index + 1];
  if (!isSameText(next)) return false;
  if (line.kind === "title") return hasLoose(next, (other) => other === closing);
  return next?.text.startsWith(mark) === true && (at === 0 || classes[at - 1] !== LINE_END);
}

const hasLoose = (line: CopyLine | undefined, matches: (mark: string) => boolean): boolean =>
  line?.pairing.loose.some(({ mark }) => matches(mark)) === true;

/** 1） a） 一） at the start of a clause */
function isListNumber(text: string, at: number): boolean {
  return /(?:^|[\s，。；：、！？])[0-9A-Za-z一二三四五六七八九十]{1,3}$/.test(
    text.slice(Math.max(0, at - 4), at),
  );
}
