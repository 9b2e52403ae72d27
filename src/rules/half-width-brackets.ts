/**
 * Half-width brackets around Han, and pairs of which one is half-width, for text/half-width-mark. Which of them are
 * notation, han/half-width-notation.ts tells.
 */
import { FULL_MARK, HAN, LETTER, SPACE } from "../han/copy-class.js";
import { bracketUse } from "../han/half-width-notation.js";
import { type CopyLine, copyFinding, replaceInLine } from "./copy-line.js";
import type { Finding } from "./rule.js";

export function* halfWidthBrackets(line: CopyLine): Iterable<Finding> {
  const { text } = line;
  if (!/[()]/.test(text)) return;
  const open: number[] = [];
  const pairs: { readonly open: number; readonly close: number }[] = [];
  let isBalanced = true;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === "(" || mark === "（") open.push(at);
    if (mark !== ")" && mark !== "）") continue;
    const start = open.pop();
    if (start === undefined) isBalanced = false;
    else pairs.push({ open: start, close: at });
  }
  isBalanced &&= open.length === 0;
  for (const pair of pairs) {
    const fault = bracketFault(line, { ...pair, isBalanced });
    if (fault !== undefined) yield fault;
  }
}

function bracketFault(
  line: CopyLine,
  {
    open,
    close,
    isBalanced,
  }: { readonly open: number; readonly close: number; readonly isBalanced: boolean },
): Finding | undefined {
  const { text, classes } = line;
  const isOpenHalf = text[open] === "(";
  const isCloseHalf = text[close] === ")";
  if (!isOpenHalf && !isCloseHalf) return undefined;
  const isMixed = isOpenHalf !== isCloseHalf;
  if (!isMixed && !holdsHan(classes, open, close)) return aroundLatin(line, open, close);
  // Institute of Science (示例研究院): brackets of an English name.
  if (!isMixed && classes[open - 1] === SPACE && classes[open - 2] === LETTER) return undefined;
  const use = isMixed ? "remark" : bracketUse(text, open, close);
  if (use === "notation") return undefined;
  // （含a)项、b)项）: which bracket closes what is known only where none is left over.
  const isCertain = use === "remark" && (!isMixed || isBalanced);
  const at = isOpenHalf ? open : close;
  const help = isCertain
    ? { zh: "改为“（）”。", en: "Write （）." }
    : { zh: "若是括注说明的文字，改为“（）”。", en: "If they enclose a remark, write （）." };
  const found = copyFinding(line, {
    start: at,
    end: at + 1,
    message: isMixed
      ? { zh: "括号一半全角、一半半角。", en: "One bracket is full-width and the other half-width." }
      : { zh: "括着汉字的括号是半角的。", en: "There are half-width brackets around Han characters." },
    help,
  });
  const edits = [
    ...(isOpenHalf ? [replaceInLine(line, { start: open, end: open + 1, text: "（" })] : []),
    ...(isCloseHalf ? [replaceInLine(line, { start: close, end: close + 1, text: "）" })] : []),
  ];
  if (edits.includes(undefined)) return found;
  const both = edits.flatMap((edit) => edit ?? []);
  return isCertain ? { ...found, fix: both } : { ...found, suggestions: [{ message: help, edits: both }] };
}

/** Latin words of a remark, perhaps with a number: AI, PM2.5, CO₂. */
const LATIN = /^[A-Za-z][A-Za-z0-9₀-₉ .&/'’-]*$/;

/** 人工智能(AI)讲座: many houses write so; the standard has full-width brackets in Chinese. */
function aroundLatin(line: CopyLine, open: number, close: number): Finding | undefined {
  const { text, classes } = line;
  const behind = classes[close + 1];
  const isAmidHan =
    classes[open - 1] === HAN && (behind === HAN || behind === FULL_MARK || behind === undefined);
  if (!isAmidHan || !LATIN.test(text.slice(open + 1, close)) || bracketUse(text, open, close) !== "remark")
    return undefined;
  const help = {
    zh: "汉字之间的括注，括号用“（）”。",
    en: "A remark amid Chinese has full-width brackets: （）.",
  };
  const edits = [
    replaceInLine(line, { start: open, end: open + 1, text: "（" }),
    replaceInLine(line, { start: close, end: close + 1, text: "）" }),
  ];
  const found = copyFinding(line, {
    start: open,
    end: close + 1,
    message: {
      zh: `汉字之间的“${text.slice(open, close + 1)}”用了半角括号。`,
      en: `“${text.slice(open, close + 1)}” stands amid Chinese in half-width brackets.`,
    },
    help,
  });
  const both = edits.flatMap((edit) => edit ?? []);
  return {
    ...found,
    severity: "info",
    ...(both.length > 1 && { suggestions: [{ message: help, edits: both }] }),
  };
}

function holdsHan(classes: Uint8Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) if (classes[at] === HAN) return true;
  return false;
}
