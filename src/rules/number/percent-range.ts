/**
 * Both ends of a range of percentages carry their sign, and so does 万 or 亿. Source: GB/T 15835-2011, 5.1.3 (15%～30%, not
 * 15～30%, which could be read as fifteen to thirty per cent of something counted; 13万元～17万元, not 13～17万元).
 */
import { type CopyLine, copyFinding, replaceInLine, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const RANGE =
  /(?<![\d.%％‰A-Za-z第:：/~～–—-])(\d{1,3}(?:\.\d{1,4})?) ?(?:——|[~～〜–—-]|至|到) ?(\d{1,3}(?:\.\d{1,4})?) ?([%％‰])/g;
/** 9亿～16亿, not 9～16亿; 13万元～17万元, not 13～17万元 */
const GREAT_RANGE =
  /(?<![\d.,%％‰A-Za-z第:：/~～–—-])(\d{1,5}(?:\.\d{1,4})?) ?(?:——|[~～〜–—-]) ?(\d{1,5}(?:\.\d{1,4})?) ?([万亿]元?)/g;
/** Two states of one thing, which need not be told in the same way. */
const FROM = /[由从自] ?$/;

export const numberPercentRange: TextRule = {
  id: "number/percent-range",
  scope: "text",
  signs: "%％‰万亿",
  mentions: /[—~～〜–至到-] ?[\d.]{1,10} ?[%％‰万亿]/,
  severity: "warning",
  alsoSeverity: "info",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "百分数的范围，前后两个数都带百分号；“万”“亿”也都写出。",
    en: "Both ends of a range of percentages have a percent sign; 万 and 亿 are written at both ends as well.",
  },
  why: {
    zh: "“20～30%”的前一个数没有百分号，可能被读成二十个到百分之三十。",
    en: "In 20～30% the first number has no percent sign and may be read as a plain twenty.",
  },
  source: "GB/T 15835-2011, 5.1.3",
  examples: [
    textExample({
      name: { zh: "前一个数缺百分号", en: "The first number lacks its sign" },
      text: "参与率提高20～30%，误差在0.5至1.2%之间。",
      at: [6, 16],
      fixed: "参与率提高20%～30%，误差在0.5%至1.2%之间。",
    }),
    textExample({
      name: { zh: "用连字符的范围", en: "A range with a hyphen" },
      text: "覆盖面扩大5-10%。",
      at: [6],
      fixed: "覆盖面扩大5%-10%。",
    }),
    textExample({
      name: {
        zh: "由……到……，前一个也可能是小数（0.8即80%），由编辑定",
        en: "From … to …: the first may be a decimal as well (0.8 for 80%), so the editor decides",
      },
      text: "合格率由0.8到90%，参与率从20至30%。",
      at: [5, 17],
      fixed: "合格率由0.8到90%，参与率从20至30%。",
      suggested: "合格率由0.8%到90%，参与率从20%至30%。",
    }),
    textExample({
      name: { zh: "“万”“亿”只写一次", en: "万 or 亿 written once" },
      text: "投入500～800万元，覆盖3～5万人，产值9～16亿。",
      at: [3, 15, 23],
      suggested: "投入500万元～800万元，覆盖3万～5万人，产值9亿～16亿。",
    }),
    textExample({
      name: { zh: "前后都有，或只是数量的范围", en: "Both have it, or a range of quantities" },
      text: "参与率为20%～30%，每场20～30人，占8%。",
    }),
    textExample({
      name: { zh: "型号、年份、比例、序号", en: "Product codes, years, ratios, ordinals" },
      text: "采用PE-30%母料，配比为3:1-5%，2024—2025年增长5%，排在第20至30%的区间，由30降到20%。",
    }),
  ],
  *check(line) {
    for (const match of line.text.matchAll(RANGE)) {
      const [whole, first = "", second, sign = "%"] = match;
      // A range rises; what falls is two numbers, or a code.
      if (Number(first) >= Number(second)) continue;
      const start = match.index;
      const end = start + whole.length;
      const at = start + first.length;
      const edits = replaceInLine(line, { start: at, end: at, text: sign });
      const help = {
        zh: `写作“${first}${sign}${whole.slice(first.length)}”。`,
        en: `Write “${first}${sign}${whole.slice(first.length)}”.`,
      };
      const isCertain = !FROM.test(line.text.slice(Math.max(0, start - 2), start));
      yield {
        span: spanInLine(line, start, end),
        message: {
          zh: `“${whole}”的前一个数缺“${sign}”。`,
          en: `The first number of “${whole}” lacks a ${sign}.`,
        },
        help,
        ...(edits && (isCertain ? { fix: edits } : { suggestions: [{ message: help, edits }] })),
      };
    }
    yield* greatRanges(line);
  },
};

function* greatRanges(line: CopyLine): Iterable<Finding> {
  for (const match of line.text.matchAll(GREAT_RANGE)) {
    const [whole, first = "", second, unit = ""] = match;
    if (Number(first) >= Number(second)) continue;
    const start = match.index;
    const right = `${first}${unit}${whole.slice(first.length)}`;
    const at = start + first.length;
    const found = copyFinding(line, {
      start,
      end: start + whole.length,
      message: {
        zh: `“${whole}”的前一个数缺“${unit}”。`,
        en: `The first number of “${whole}” lacks its ${unit}.`,
      },
      help: { zh: `写作“${right}”。`, en: `Write “${right}”.` },
    });
    const edits = replaceInLine(line, { start: at, end: at, text: unit });
    yield {
      ...found,
      severity: "info",
      ...(edits && found.help && { suggestions: [{ message: found.help, edits }] }),
    };
  }
}
