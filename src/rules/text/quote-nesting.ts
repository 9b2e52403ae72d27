/**
 * Quotation marks inside quotation marks are single, those inside single ones double again. Source:
 * GB/T 15834-2011, 4.8.3 (引号里面还要用引号时，外面一层用双引号，里面一层用单引号). “创新“和”发展” may be nested, and
 * may be two quotations with marks typed the wrong way round: it is mended where the outer one is a whole
 * sentence, else suggested.
 */
import { OPENING, setOfClasses } from "../../han/copy-class.js";
import type { Pair } from "../../han/find-pairs.js";
import { type CopyLine, copyFinding, replaceInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const SINGLE = "‘";
const DOUBLE = "“";

export const textQuoteNesting: TextRule = {
  id: "text/quote-nesting",
  scope: "text",
  looksFor: setOfClasses(OPENING),
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "引号里再用引号，外层用“”，里层用‘’。",
    en: "A quotation inside “ ” takes ‘ ’, and one inside ‘ ’ takes “ ”.",
  },
  why: {
    zh: "里外都用双引号，读者分不清引文到哪里结束。",
    en: "With double marks both inside and outside, it is unclear where the quotation ends.",
  },
  source: "GB/T 15834-2011, 4.8",
  examples: [
    textExample({
      name: { zh: "双引号里又是双引号", en: "Double marks inside double marks" },
      text: "他说：“要落实“十四五”规划。”",
      at: [8],
      fixed: "他说：“要落实‘十四五’规划。”",
    }),
    textExample({
      name: {
        zh: "也可能是前后引号打反了，只建议",
        en: "Marks may have been typed the wrong way round: suggested",
      },
      text: "围绕“创新“和”发展”展开讨论。",
      at: [6],
      fixed: "围绕“创新“和”发展”展开讨论。",
      suggested: "围绕“创新‘和’发展”展开讨论。",
    }),
    textExample({
      name: { zh: "里层用单引号", en: "Single marks inside" },
      text: "他说：“要落实‘十四五’规划。”",
    }),
    textExample({
      name: { zh: "并列的引号和书名号里的引号", en: "Quotations side by side, and inside 《》" },
      text: "“甲方案”“乙方案”和《关于开展“科普周”活动的通知》同时发布。",
    }),
    textExample({
      name: { zh: "少了后引号，层次不明", en: "A closing mark is missing, so the levels are unknown" },
      text: "他说：“要落实“十四五”规划。",
    }),
  ],
  *check(line) {
    const { pairs, loose } = line.pairing;
    if (pairs.length < 2 || loose.some(({ mark }) => /[“”‘’]/.test(mark))) return;
    const wanted: string[] = new Array(pairs.length).fill("");
    // Outer pairs close later: from the last to the first, each is known before what it holds.
    for (let index = pairs.length - 1; index >= 0; index -= 1) {
      const pair = pairs[index];
      if (pair === undefined) continue;
      const around = pair.parent === undefined ? "" : (wanted[pair.parent] ?? "");
      const isQuote = pair.mark === SINGLE || pair.mark === DOUBLE;
      wanted[index] = isQuote ? markInside(around, pair.mark) : around;
    }
    for (const [index, pair] of pairs.entries()) {
      const mark = wanted[index];
      if ((pair.mark === SINGLE || pair.mark === DOUBLE) && mark !== undefined && mark !== pair.mark) {
        const outer = pair.parent === undefined ? undefined : pairs[pair.parent];
        yield wrongLevel(line, pair, {
          wanted: mark,
          isCertain: outer !== undefined && isNested(line, pair, outer),
        });
      }
    }
  },
};

const markInside = (around: string, own: string): string =>
  around === DOUBLE ? SINGLE : around === SINGLE ? DOUBLE : own;

/** Does the outer pair hold a whole sentence, and the inner one words of it? */
function isNested({ text }: CopyLine, inner: Pair, outer: Pair): boolean {
  const isSentence = /[。！？…]/.test(text.charAt(outer.close - 1)) || inner.close === outer.close - 1;
  const isIntroduced = outer.open === 0 || /[：，。；！？\n（]/.test(text.charAt(outer.open - 1));
  const words = text.slice(inner.open + 1, inner.close);
  const isJoint = /^[和与及、，的是为或向从到变化]/.test(words);
  return (isIntroduced ? isSentence : inner.close === outer.close - 1) && !isJoint;
}

function wrongLevel(
  line: CopyLine,
  { open, close, mark }: Pair,
  { wanted, isCertain }: { readonly wanted: string; readonly isCertain: boolean },
): Finding {
  const kind = wanted === SINGLE ? "单" : "双";
  const [first = "", last = ""] = wanted === SINGLE ? ["‘", "’"] : ["“", "”"];
  const edits = [
    replaceInLine(line, { start: open, end: open + 1, text: first }),
    replaceInLine(line, { start: close, end: close + 1, text: last }),
  ].flatMap((edit) => edit ?? []);
  const help = isCertain
    ? { zh: `里层改用${kind}引号。`, en: `Use ${first} ${last} for the inner quotation.` }
    : {
        zh: `若是里层，请改用${kind}引号；若是前后引号打反了，请改正方向。`,
        en: `Use ${first} ${last} if it is an inner quotation; if the opening and closing marks were swapped, correct them.`,
      };
  const found = copyFinding(line, {
    start: open,
    end: close + 1,
    message: {
      zh: `“${line.text.slice(open + 1, close)}”在${mark === DOUBLE ? "双" : "单"}引号里面，却又用了${mark === DOUBLE ? "双" : "单"}引号。`,
      en: `“${line.text.slice(open + 1, close)}” is inside ${mark === DOUBLE ? "double" : "single"} quotation marks and has the same marks again.`,
    },
    help,
  });
  if (edits.length < 2) return found;
  return isCertain ? { ...found, fix: edits } : { ...found, suggestions: [{ message: help, edits }] };
}
