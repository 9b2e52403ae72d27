/**
 * Long numbers are divided one way in an issue. Source: GB/T 15835-2011, 5.1.1: numbers of four figures and
 * more may be divided in threes, by a comma or a thin space, and one publication keeps to one way.
 * Only quantities are compared: codes, years, postcodes and the numbers of hot lines are not divided.
 */
import { type CopyLine, spanInLine } from "../copy-line.js";
import type { Finding, IssueRule } from "../rule.js";

type Style = "comma" | "space" | "none";

/** What makes a number a quantity; a year is none. */
const COUNTED =
  "(?:人次|人|名|位|个|家|场|项|篇|部|台|套|件|份|种|户|元|万元|吨|平方米|平方公里|公里|米|亩|公斤|千克|册|张|幅|株|棵|字|公顷)";
const QUANTITY = new RegExp(
  `(?<![\\dA-Za-z.,，·/:：\\-–—年])(?:(\\d{1,3}(?:,\\d{3})+)|(\\d{1,3}(?:[ \\u2009\\u202f]\\d{3})+)|(\\d{4,9}))(?:\\.\\d{1,4})?[余多]? ?(?=${COUNTED})`,
  "g",
);

const item = (body: string) => `---\ntitle: 示例市科协举办学术交流会\n---\n\n${body}\n`;

export const numberThousands: IssueRule = {
  id: "number/thousands",
  scope: "issue",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "多位数的分节方法，一期之内统一。",
    en: "Digits of long numbers are grouped in one way throughout an issue.",
  },
  why: {
    zh: "一处写“12,000人”，一处写“12000人”，同一份简报前后不一。",
    en: "12,000人 in one place and 12000人 in another look inconsistent.",
  },
  source: "GB/T 15835-2011, 5.1.1",
  examples: [
    {
      name: { zh: "少数几处与全期不同", en: "A few that differ from the rest" },
      files: {
        "items/01.md": item("展览吸引12000人次参观，发放读本3500册，征集作品1280件。"),
        "items/02.md": item("活动投入经费1,200元，惠及居民2600人。"),
      },
      show: "items/02.md",
      findings: ["items/02.md:5:7"],
    },
    {
      name: { zh: "用空格分节", en: "Divided by spaces" },
      files: { "items/01.md": item("参观人数为12,000人次，发放读本3,500册，收到作品1 280件。") },
      show: "items/01.md",
      findings: ["items/01.md:5:30"],
    },
    {
      name: { zh: "全期都用千分撇，或都不用", en: "One way throughout" },
      files: {
        "items/01.md": item("展览吸引12,000人次参观，发放读本3,500册，最多时一天800人。"),
        "items/02.md": item("活动投入经费1,200元，惠及居民2,600人。"),
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "年份、邮编、热线、编号不是数量", en: "Years, postcodes, hot lines, codes" },
      files: {
        "items/01.md": item(
          "2026年，观众达12,000人次。地址邮编100081，热线12345，执行GB/T 15834，编号202603011，2025家庭科学日同期举行。",
        ),
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(issue, { factsOf }) {
    const items = new Map(issue.sections.flatMap(({ items }) => items).map((item) => [item.path, item]));
    const found = [...items.values()].flatMap((item) => factsOf(item).copyLines.flatMap(quantitiesOf));
    const [main] = [...countStyles(found)].sort(([, a], [, b]) => b - a);
    if (main === undefined) return;
    for (const quantity of found) if (quantity.style !== main[0]) yield finding(quantity, main[0]);
  },
};

interface Quantity {
  readonly line: CopyLine;
  readonly start: number;
  readonly end: number;
  readonly style: Style;
}

function quantitiesOf(line: CopyLine): readonly Quantity[] {
  if (!/\d{3}/.test(line.text)) return [];
  return [...line.text.matchAll(QUANTITY)].flatMap((match) => {
    const style: Style = match[1] !== undefined ? "comma" : match[2] !== undefined ? "space" : "none";
    const number = match[1] ?? match[2] ?? match[3] ?? "";
    const end = match.index + number.length;
    // 2025家庭科学日, 2026人才周: a year in front of a name, not a quantity
    if (
      style === "none" &&
      /^(?:19|20)\d\d$/.test(number) &&
      /^(?:家[庭园乡]|人[才工文类民])/.test(line.text.slice(end, end + 2))
    )
      return [];
    return [{ line, start: match.index, end, style }];
  });
}

/** How often each way occurs, in the order in which they first stand; of equals the first wins. */
function countStyles(found: readonly Quantity[]): ReadonlyMap<Style, number> {
  const counts = new Map<Style, number>();
  for (const { style } of found) counts.set(style, (counts.get(style) ?? 0) + 1);
  return counts;
}

const WORDS: Readonly<Record<Style, { readonly zh: string; readonly en: string }>> = {
  comma: { zh: "用千分撇", en: "commas" },
  space: { zh: "用空格分节", en: "spaces" },
  none: { zh: "不分节", en: "no grouping" },
};

function finding({ line, start, end, style }: Quantity, main: Style): Finding {
  const shown = line.text.slice(start, end);
  return {
    span: spanInLine(line, start, end),
    message: {
      zh: `“${shown}”${WORDS[style].zh}，本期其他多位数${WORDS[main].zh}。`,
      en: `“${shown}” has ${WORDS[style].en}; most long numbers of this issue have ${WORDS[main].en}.`,
    },
    help: { zh: "请在一期之内统一用一种写法。", en: "Use one style throughout an issue." },
  };
}
