/**
 * Random items, written as hurried people and programs write them: Han, marks, digits, Latin, Markdown,
 * dates, addresses, emoji, controls, CRLF and byte order marks. `npm test` takes a few of a fixed seed;
 * `npm run fuzz` takes 100,000 of a new one (FUZZ_RUNS and FUZZ_SEED set both), and prints the seed.
 */
import "../with-parser.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyFixes } from "../../src/diagnostics/apply-edits.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { printGithub } from "../../src/diagnostics/print-github.js";
import { printJunit } from "../../src/diagnostics/print-junit.js";
import { fix } from "../../src/fix.js";
import { lint } from "../../src/lint.js";
import { readSubmission } from "../../src/read/read-submission.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const RUNS = Number(process.env.FUZZ_RUNS ?? 400);
const SEED = Number(process.env.FUZZ_SEED ?? 20261124);
const PATH = "items/01.md";
const target = { kind: "submission", path: PATH } as const;

const HOUSE = `bulletin:
  name: 示例科协信息
sections:
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
units:
  - {name: 示例市生态学会, aliases: [市生态学会, 生态学会]}
lint:
  rules:
    word/confusable: [warn, {others: true}]
    name/order: [info, {enforce: true}]
  words:
    replace: {科普日活動: 科普日活动, 做中學: 做中学}
    forbidden: [最顶级]
    names: {周砚宁: [党组书记, 主席], 陆知行: 副主席, 高峰: 秘书长}
`;

const pick = (...words: readonly string[]) => fc.constantFrom(...words);
const HAN = pick(
  ..."的了在和是也将被及而一二三〇两几数十百千万亿年月日时点分号期人名位约近余多左右截止至登陆做为",
  ..."会议活动示例科协主席周砚宁陆知行高峰农历星期占率降低倍",
  ..."國臺髮𠮷㛃𬘭﨑⼀⺠",
  ...[
    "会议强调",
    "示例市科协",
    "市生态学会",
    "示例市生态学会",
    "截止",
    "近日",
    "进行进行",
    "最顶级",
    "做中學",
  ],
  ...[
    "主席",
    "副主席",
    "一是",
    "第三",
    "星期二",
    "（周二）",
    "农历",
    "北京",
    "上海高铁",
    "占比",
    "降低了",
    "……等",
  ],
);
const MARK = pick(
  ..."，。、；：？！（）《》〈〉“”‘’【】—…·～•・―∶○〜∼–⋯﹐",
  "——",
  "……",
  "，，",
  "。”。",
  "、和",
  "”、“",
);
const HALF = pick(..."~!@#$%^&*()_+-=[]{}|\\:;\"'<>,.?/`", "--", "...", "?!", '"', "'", ", ", ". ");
const NUMBER = fc.oneof(
  fc.nat(99).map(String),
  fc.nat(99999).map(String),
  pick(
    "3.5%",
    "1,000",
    "12 000",
    "20-30%",
    "20～30％",
    "5KM",
    "3kw",
    "010-5555 0100",
    "13800138000",
    "GB/T 15834-2011",
  ),
  pick(
    "11010519491231002X",
    "6222020000000000000",
    "C919-100",
    "3:2",
    "9:65",
    "25时",
    "２０２６",
    "10几",
    "数十余",
    "近20余人",
  ),
);
const DATE = fc
  .tuple(
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
    pick("日", "号", "", " 日"),
    pick("", "2026年", "23年", " 年"),
  )
  .map(([month, day, sign, year]) => `${year}${month}月${day}${sign}`);
const LATIN = pick(
  "AI",
  "GDP ",
  "Nature Communications",
  "don’t",
  "Ａｂ",
  "ﬁne",
  "é",
  "ä¸­",
  "ß",
  "www.example.org",
  "https://example.org/a?b=c,d",
  "a@example.org",
  "tel:1",
);
const SPACE = pick(" ", "  ", "\t", "\u3000", "\u00a0", "\u2003", "\n", "\n\n", "\r\n", "\r", "  \n", "\\\n");
const MARKDOWN = pick(
  ..."*_~`#>|-",
  ...[
    "**",
    "~~",
    "`码,`",
    "```\n代码,\n```\n",
    "## ",
    "- ",
    "- [ ] ",
    "1. ",
    "> ",
    "[^1]",
    "[^1]: ",
    "[示例](https://example.org/a,b)",
    '![图](../images/x.png "题")',
  ],
  ...[
    "| 甲 | 乙 |\n| - | :-: |\n| 丙, | 丁 |\n",
    "---\n",
    "<br>",
    "<!-- x -->",
    "&nbsp;",
    "&#8203;",
    "\\*",
    "<a@b.cn>",
    "（示例区科协）",
    "<!-- bulletin-disable text/dash -->\n",
  ],
  // what is nearly markup, and what pasting leaves
  ...[
    "![图](../图 1.jpg)",
    "！[图]（a.png “题”）",
    "[示例]（https://example.org/a）",
    "https://example.org/通知",
    "**示例 **",
    "＊＊",
    "##示例\n",
    "＃＃ ",
    "| 甲 | 乙 |\n| 丙 | 丁 |\n",
    "\n| 戊 | 己 |\n",
    "甲\t乙\n丙\t丁\n",
    "甲  乙  丙\n丁  戊  己\n",
    "。\n一、",
    "。\n　　",
    "\n\n    ",
    "\n---\n",
    "\n-示例\n-示例\n",
    "（示例区科协 张三 供稿）",
    "云岭区科协供稿",
  ],
);
const ODD = pick(
  "😀",
  "👨‍👩‍👧",
  "❤️",
  "🇨🇳",
  "\u200b",
  "\u200d",
  "\u00ad",
  "\ufeff",
  "\u202e",
  "\u2028",
  "\u0000",
  "\u0007",
  "\ue000",
  "\ufffd",
  "锟斤拷",
  "\u3164",
  "\ufe0f",
  "ｶﾞ",
  "\ud83d",
  "é",
);
const ANYTHING = fc.string({ unit: "binary", maxLength: 4 });

const piece = fc.oneof(
  { weight: 8, arbitrary: HAN },
  { weight: 4, arbitrary: MARK },
  { weight: 2, arbitrary: HALF },
  { weight: 3, arbitrary: NUMBER },
  { weight: 2, arbitrary: DATE },
  { weight: 2, arbitrary: LATIN },
  { weight: 3, arbitrary: SPACE },
  { weight: 2, arbitrary: MARKDOWN },
  { weight: 1, arbitrary: ODD },
  { weight: 1, arbitrary: ANYTHING },
);
/** A title in each of the forms of YAML. */
const QUOTED: Readonly<Record<string, (words: string) => string>> = {
  single: (words) => `'${words.replaceAll("'", "''")}'`,
  double: (words) => JSON.stringify(words),
  block: (words) => `|\n  ${words}`,
};
const copy = (longest: number) => fc.array(piece, { maxLength: longest }).map((parts) => parts.join(""));
const item = fc
  .tuple(pick("", "\ufeff"), copy(6), copy(40), fc.boolean(), pick("plain", "single", "double", "block"))
  .map(([mark, title, body, isWindows, style]) => {
    const words = `示例${title.replace(/[\r\n]/g, "")}`;
    const text = `${mark}---\ntitle: ${QUOTED[style]?.(words) ?? words}\n---\n\n${body}\n`;
    return isWindows ? text.replace(/\r?\n/g, "\r\n") : text;
  });

const workspaceWith = (text: string) => memoryWorkspace({ "bulletin.yaml": HOUSE, [PATH]: text });

it(
  `${RUNS} random items of seed ${SEED}: no throw, fixes come to rest, nothing else is touched`,
  async () => {
    if (process.env.FUZZ_RUNS !== undefined) console.log(`${RUNS} random items, FUZZ_SEED=${SEED}`);
    await fc.assert(fc.asyncProperty(item, judged), { seed: SEED, numRuns: RUNS });
  },
  60_000 + RUNS * 60,
);

async function judged(text: string): Promise<void> {
  const { diagnostics, sources } = await lint(target, workspaceWith(text));
  const own = diagnostics.filter(({ span }) => span.path === PATH);
  for (const finding of own) expectPlaces(finding, sources.get(PATH)?.length ?? 0);
  for (const _ of printGithub(own, sources, "zh"));
  for (const _ of printJunit(own, sources, { language: "en", failing: new Set(["error"]) }));
  for (const finding of own) if (finding.fix !== undefined) expectOthersKept(finding, sources);

  const mended = await fix(target, workspaceWith(text));
  const after = mended.changes.get(PATH)?.after;
  expect(applyFixes(mended.diagnostics, mended.sources).changed.size, "it came to rest").toBe(0);
  if (after === undefined) return;
  expect(after.length).toBeLessThanOrEqual(text.length * 2);
  expect((await fix(target, workspaceWith(after))).changes.size, "a second run changes nothing").toBe(0);
  expectInOrder(untouchable(after), untouchable(text));
}

function expectPlaces({ rule, span, fix: edits = [] }: Diagnostic, length: number): void {
  for (const { start, end } of [span, ...edits.map((edit) => edit.span)]) {
    const isInside = start >= 0 && end >= start && end <= length;
    expect(isInside, `${rule} ${start}–${end} of ${length}`).toBe(true);
  }
}

/** What lies outside the edits of one fix is there afterwards, in order, and nothing beside it. */
function expectOthersKept(finding: Diagnostic, sources: ReadonlyMap<string, string>): void {
  const source = sources.get(PATH) ?? "";
  const edits = [...(finding.fix ?? [])].sort((a, b) => a.span.start - b.span.start);
  let expected = "";
  let from = 0;
  for (const { span, text } of edits) {
    expected += source.slice(from, span.start) + text;
    from = span.end;
  }
  const after = applyFixes([finding], sources).changed.get(PATH) ?? source;
  expect(after, finding.rule).toBe(expected + source.slice(from));
}

/** All of `kept` is there still; mended pictures and links may have come between. */
function expectInOrder(after: readonly string[], kept: readonly string[]): void {
  let at = 0;
  for (const value of kept) {
    const place = after.indexOf(value, at);
    expect(place, `${value} in ${after.join(" ")}`).toBeGreaterThanOrEqual(at);
    at = place + 1;
  }
}

/**
 * Code and the destinations of links and pictures, in order; not what fixes are about: code that an
 * indent made, and paths with backslashes.
 */
function untouchable(text: string): readonly string[] {
  const { item: read } = readSubmission(PATH, workspaceWith(text));
  const found: string[] = [];
  const isFenced = (span: unknown) =>
    typeof span === "object" &&
    span !== null &&
    "start" in span &&
    /[`~]/.test(text.charAt(Number(span.start)));
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      const node: { readonly [key: string]: unknown } = { ...value };
      if (node.kind === "inline-code" || (node.kind === "code-block" && isFenced(node.span))) {
        found.push(JSON.stringify(node.value));
      }
      for (const key of ["url", "destination"]) {
        const address = node[key];
        if (typeof address !== "object" || address === null || !("value" in address)) continue;
        const destination = String(address.value);
        if (!destination.includes("\\")) found.push(destination);
      }
      for (const key of ["children", "items", "header", "rows"]) visit(node[key]);
    }
  };
  visit(read?.blocks);
  visit(read?.notes);
  return found;
}
