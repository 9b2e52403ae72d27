/** Markdown to the model: what each piece of markup becomes, and where each character stands. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "../../src/model/issue.js";
import { type Files, inlinesOf, printBlocks, readBody, readFiles } from "./reading.js";

/** name, body, blocks as printed by reading.ts */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["a break between Han is nothing", "活动\n举办", ["p 活动举办"]],
  ["a break behind a full-width mark is nothing", "活动，\nABC", ["p 活动，ABC"]],
  ["a break between Latin words is a space", "open\nday", ["p open day"]],
  ["a break between Han and a digit is nothing", "举办\n3场", ["p 举办3场"]],
  ["spaces between Han and Latin are layout", "10 月 9 日 AI 展", ["p 10月9日AI展"]],
  ["also across marks", "**示例** 2026 年", ["p <strong>示例</>2026年"]],
  ["and beside code", "运行 `npm` 命令", ["p 运行`npm`命令"]],
  ["spaces in slogans stay", "“科技逐梦未来 创新赋能成长”", ["p “科技逐梦未来 创新赋能成长”"]],
  ["rows of spaces are one", "open   day", ["p open day"]],
  ["typed indents go", "　　活动举办", ["p 活动举办"]],
  ["full-width letters and digits are half-width", "第２６届ＡＩ展", ["p 第26届AI展"]],
  ["NFC", "cafe\u0301", ["p café"]],
  ["references and escapes are characters", "A&amp;B &#65; 3\\*4 A&lt;", ["p A&B A 3*4 A<"]],
  ["strong before Han", "**“示例”**是好的", ["p <strong>“示例”</>是好的"]],
  ["strong with a mark inside", "**提示：**正文", ["p <strong>提示：</>正文"]],
  ["strikethrough next to a Chinese mark", "先~~删去，~~再写", ["p 先<strikethrough>删去，</>再写"]],
  ["marks of every kind", "*强* ~~删~~ `码`", ["p <emphasis>强</> <strikethrough>删</> `码`"]],
  ["one tilde is a range", "3~5月和6~8月", ["p 3~5月和6~8月"]],
  ["hard breaks", "一\\\n二  \n三", ["p 一⏎二⏎三"]],
  [
    "an address ends before Chinese",
    "见https://example.org/a。欢迎",
    ["p 见<https://example.org/a>https://example.org/a</>。欢迎"],
  ],
  [
    "marks behind an address are marks",
    "**https://example.org/q**，和(http://example.org/x_(y)).",
    [
      "p <strong><https://example.org/q>https://example.org/q</></>，和(<http://example.org/x_(y)>http://example.org/x_(y)</>).",
    ],
  ],
  ["www", "登录www.example.org/a，", ["p 登录<http://www.example.org/a>www.example.org/a</>，"]],
  [
    "Han that fill a part of an address belong to it",
    "见https://example.org/通知/2026.html，和www.example.org/s?q=科普&p=1。",
    [
      "p 见<https://example.org/通知/2026.html>https://example.org/通知/2026.html</>，和<http://www.example.org/s?q=科普&p=1>www.example.org/s?q=科普&p=1</>。",
    ],
  ],
  [
    "folders in Han, one after the other",
    "https://example.org/通知/公告/，",
    ["p <https://example.org/通知/公告/>https://example.org/通知/公告/</>，"],
  ],
  [
    "Han behind an address go on with the sentence",
    "见https://example.org/a请查阅，https://example.org/请查阅/下载",
    [
      "p 见<https://example.org/a>https://example.org/a</>请查阅，<https://example.org/>https://example.org/</>请查阅/下载",
    ],
  ],
  [
    "an address amid Han in front of another one",
    "https://example.org/请登录www.example.org/b",
    ["p <https://example.org/>https://example.org/</>请登录<http://www.example.org/b>www.example.org/b</>"],
  ],
  [
    "stars between digits are characters",
    "规格5*3*2厘米，138****5678和139****1234",
    ["p 规格5*3*2厘米，138****5678和139****1234"],
  ],
  ["stars beside digits are marks", "第**26**届，**3**万", ["p 第<strong>26</>届，<strong>3</>万"]],
  ["no address", "https://示例，www. xhttp://a", ["p https://示例，www. xhttp://a"]],
  [
    "a mailbox ends before Chinese",
    "邮箱a_b@example.org，电话",
    ["p 邮箱<mailto:a_b@example.org>a_b@example.org</>，电话"],
  ],
  ["no mailbox", "@某某 a@b a@示例.cn", ["p @某某a@b a@示例.cn"]],
  [
    "an address in a link's words",
    "[https://a.example.org](https://b.example.org)",
    ["p <https://b.example.org>https://a.example.org</>"],
  ],
  ["link reference", "见[通知][n]\n\n[n]: https://example.org", ["p 见<https://example.org>通知</>"]],
  ["headings are counted from the first", "### 一\n\n#### 二\n\n## 三", ["h1 一", "h2 二", "h1 三"]],
  ["a level left out is closed up", "## 一\n\n#### 二\n\n#### 三", ["h1 一", "h2 二", "h2 三"]],
  ["tasks", "- [x] 做完\n- [ ] 待办", ["ul", "- [x]", "  p 做完", "- [ ]", "  p 待办"]],
  ["a task whose words begin on the next line", "- [ ] \nabc待办", ["ul", "- [ ]", "  p abc待办"]],
  ["nested lists", "3. 一\n   - 二", ["ol 3", "- ", "  p 一", "  ul", "  - ", "    p 二"]],
  ["quotes", "> 一\n> 二", ["quote", "  p 一二"]],
  ["code", "```js\na\n\nb\n```", ['code js "a\\n\\nb"']],
  ["tables have even rows", "| 甲 | 乙 |\n| :- | -: |\n| 1 |", ["| 甲 | 乙", "| 1 | "]],
  [
    "pictures alone",
    '![甲](a.png "说明")\n\n![乙](b.png)',
    ["figure a.png missing alt=甲 caption=说明", "figure b.png missing alt=乙 caption=-"],
  ],
  [
    "pictures side by side, with a caption of the row",
    '![甲](a.png "说明"){width=60%} ![乙](b.png)\n*两张**图**。*',
    [
      "row 两张<strong>图</>。",
      "  figure a.png missing alt=甲 caption=说明 width=60%",
      "  figure b.png missing alt=乙 caption=-",
    ],
  ],
  [
    "five pictures are two rows, a hard break parts them",
    "![](a.png)\n![](b.png)\n![](c.png)\n![](d.png)\n![](e.png)",
    [
      "row",
      ...["a", "b", "c"].map((name) => `  figure ${name}.png missing alt= caption=-`),
      "row",
      ...["d", "e"].map((name) => `  figure ${name}.png missing alt= caption=-`),
    ],
  ],
  [
    "a break parts pictures",
    "![](a.png)\\\n![](b.png)",
    ["figure a.png missing alt= caption=-", "figure b.png missing alt= caption=-"],
  ],
  [
    "an emphasis under one picture is its caption, as under a row",
    '![](a.png){width=60%}\n*说明**其一***\n\n![](a.png "题注")\n*说明*',
    [
      "row 说明<strong>其一</>",
      "  figure a.png missing alt= caption=- width=60%",
      "row 说明",
      "  figure a.png missing alt= caption=题注",
    ],
  ],
  [
    "an emphasis behind one picture on its line, and under a picture amid words, is text",
    "![](a.png) *说明*\n\n会议举办。![](a.png)\n*说明*",
    [
      "p <emphasis>说明</>",
      "figure a.png missing alt= caption=-",
      "p 会议举办。<emphasis>说明</>",
      "figure a.png missing alt= caption=-",
    ],
  ],
  [
    "a width, in all the ways it is typed",
    '![](a.png){width=60%}\n\n![](b.png){ width="80mm" }\n\n![](c.png) {width=45.5％}\n\n![](d.png)｛width＝120毫米｝',
    [
      "figure a.png missing alt= caption=- width=60%",
      "figure b.png missing alt= caption=- width=80mm",
      "figure c.png missing alt= caption=- width=45.5%",
      "figure d.png missing alt= caption=- width=120mm",
    ],
  ],
  [
    "a width amid text",
    "前![](a.png){width=60%}后{width=60%}",
    ["p 前后{width=60%}", "figure a.png missing alt= caption=- width=60%"],
  ],
  [
    "what is no width",
    "![](a.png){width=0% #fig .wide height=3cm}",
    ["figure a.png missing alt= caption=- refused width=0%|#fig|.wide|height=3cm"],
  ],
  [
    "files named as offices name them",
    '![甲](图 (1).jpg)\n\n![乙](活动照片/会场 全景（二）.png "说 明")\n\n![丙](images\\图1.jpg)\n\n![丁](图(1.jpg)',
    [
      "figure 图 (1).jpg missing alt=甲 caption=-",
      "figure 活动照片/会场 全景（二）.png missing alt=乙 caption=说 明",
      "figure images\\图1.jpg missing alt=丙 caption=-",
      "figure 图(1.jpg missing alt=丁 caption=-",
    ],
  ],
  [
    "where CommonMark reads a picture, it is that",
    "![甲](a(1).png (b c.jpg)) ![乙](<c d.png>)后 \\![不是](e f.png)",
    [
      "p 后 ![不是](e f.png)",
      "figure a(1).png missing alt=甲 caption=b c.jpg",
      "figure c d.png missing alt=乙 caption=-",
    ],
  ],
  ["a picture amid text", "前![甲](a.png)后", ["p 前后", "figure a.png missing alt=甲 caption=-"]],
  ["decoration", '![](a.png "decorative")', ["figure a.png missing alt= caption=-"]],
  [
    "pictures elsewhere",
    "![甲](https://example.org/a.png)\n\n![乙](../a.png)",
    ["figure https://example.org/a.png remote alt=甲 caption=-", "figure ../a.png missing alt=乙 caption=-"],
  ],
  [
    "notes are numbered by their first call",
    "一[^b]二[^a]三[^b]\n\n[^a]: 甲\n[^b]: 乙",
    ["p 一[^1]二[^2]三[^1]"],
  ],
  ["comments vanish", "一<!-- 备注 -->二\n\n<!-- 备注 -->", ["p 一二"]],
  ["a rule", "一\n\n---\n\n二", ["p 一", "hr", "p 二"]],
];

test.each(CASES)("%s", (_name, body, blocks) => {
  const { item, found } = readBody(body);
  expect(printBlocks(item.blocks)).toEqual(blocks);
  expect(found).toEqual([]);
});

test.each(CASES)("CRLF and a byte order mark change nothing: %s", (_name, body, blocks) => {
  const { item } = readBody("");
  expect(item.blocks).toEqual([]);
  const files = { "items/01.md": `\ufeff---\r\ntitle: 标题\r\n---\r\n\r\n${body.replaceAll("\n", "\r\n")}` };
  expect(printBlocks(readFilesItem(files).blocks)).toEqual(blocks);
});

test.each(CASES)("lines that end by a return alone change nothing: %s", (_name, body, blocks) => {
  const { item } = readBody(body.replaceAll("\n", "\r"));
  expect(printBlocks(item.blocks)).toEqual(blocks);
});

test.each(CASES)("each character has its place: %s", (_name, body) => {
  const { item, text } = readBody(body);
  expectPlaces(item, text);
});

const FAULTS: readonly (readonly [string, string, readonly string[]])[] = [
  ["HTML", "一<br>二<b>三</b>", ["item/raw-html «<br>»", "item/raw-html «<b>»"]],
  ["HTML behind a comment", "<!-- a -->\n<div>\n一\n</div>", ["item/raw-html «<div>»"]],
  ["a note without text", "一[^x]", ["item/unresolved-reference «[^x]»"]],
  ["a note nobody calls", "一\n\n[^x]: 注", ["item/unresolved-reference «[^x]»"]],
  ["a note given twice", "一[^x]\n\n[^x]: 注\n\n[^x]: 注", ["item/unresolved-reference «[^x]»"]],
  ["a note in a note", "一[^x]\n\n[^x]: 注[^x]", ["item/unsupported-markup «[^x]»"]],
  ["a link without address", "见[通知][n]", ["item/unresolved-reference «[n]»"]],
  ["citations are no links", "研究[1][2]表明", []],
  ["escaped brackets are characters", "见\\[^1]和\\[通知\\]\\[n]", []],
  ["a picture in a heading", "## 一![甲](a.png)", ["item/unsupported-markup «![甲](a.png)»"]],
  ["a picture in a link", "[![甲](a.png)](https://example.org)", ["item/unsupported-markup «![甲](a.png)»"]],
  ["cells past the header", "| 甲 |\n| - |\n| 1 | 2 |", ["item/unsupported-markup «| 2 |»"]],
  ["a formula", "一$$x^2$$", ["item/unsupported-markup «$$x^2$$»"]],
  ["prices are no formula", "从$3到$5", []],
  ["headings too deep", "# 一\n\n#### 二", ["item/unsupported-markup «#### 二»"]],
  ["nested too deep", "> > > > > > > 一", ["item/unsupported-markup «> 一»"]],
  // CommonMark 0.31.2, example 540
  ["brackets in an address", "[foo<https://example.org/?search=][ref]>\n\n[ref]: https://example.org/", []],
  ["a note's mark in an address", "<https://example.org/?a=[^1]>", []],
  ["hostile brackets", "[".repeat(10_000), [`item/unsupported-markup «${"[".repeat(80)}»`]],
  ["too many entries", "- 一\n".repeat(900).concat("\n").repeat(17), ["item/unsupported-markup «- 一\n»"]],
  [
    "too many cells",
    `|${"一|".repeat(90)}\n`.repeat(900).concat("\n").repeat(1),
    [`item/unsupported-markup «|${"一|".repeat(39)}一»`],
  ],
  [
    "too many addresses",
    `${"www.a.cn ".repeat(5000)}\n\n`.repeat(7),
    [`item/unsupported-markup «${"www.a.cn ".repeat(9).slice(0, 80)}»`],
  ],
  [
    "a word of 2001",
    `${"甲 ".repeat(9)}${"a".repeat(2001)}`,
    [`item/unsupported-markup «${"甲 ".repeat(9)}${"a".repeat(62)}»`],
  ],
  ["a word of 2000", `${"甲 ".repeat(9)}${"a".repeat(2000)}`, []],
  ["hostile nesting", `${"> ".repeat(60)}一`, [`item/unsupported-markup «${"> ".repeat(40)}»`]],
];

test.each(FAULTS)("fault: %s", (_name, body, found) => {
  expect(readBody(body).found).toEqual(found);
});

test("suppressions are read with their reason", () => {
  const { item, text } = readBody(
    "<!-- bulletin-disable-next-line item/a, item/b -- 因为 -->\n一<!-- bulletin-enable -->",
  );
  expect(
    item.suppressions.map(({ span, ...rest }) => ({ ...rest, at: text.slice(span.start, span.end) })),
  ).toEqual([
    {
      directive: "disable-next-line",
      rules: ["item/a", "item/b"],
      reason: "因为",
      at: "<!-- bulletin-disable-next-line item/a, item/b -- 因为 -->",
    },
    { directive: "enable", rules: [], reason: undefined, at: "<!-- bulletin-enable -->" },
  ]);
});

test("any text at all is read, and every place lies in the source", () => {
  const piece = fc.constantFrom(
    ..."中文，。“”【 \n\t>-*_~`#|[]()!<&;:\\$@^12ab　Ａé".split(""),
    "\r\n",
    "\n\n",
    "**",
    "![a](b.png)",
    "[^1]",
    "[^1]: ",
    "https://a.example.org/",
    "a@example.org",
    "<!--",
    "-->",
    "| a |\n|-|\n",
    "&amp;",
    "𠮷",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { item, text } = readBody(pieces.join(""));
      expectPlaces(item, text);
    }),
    { numRuns: 400, seed: 20260316 },
  );
});

function readFilesItem(files: Files): Item {
  const item = readFiles(files).issue?.sections[0]?.items[0];
  if (item === undefined) throw new Error("the item was not read");
  return item;
}

/** Where a text has no offsets it is its slice; where it has, each unit comes from its place. */
function expectPlaces(item: Item, source: string): void {
  for (const inline of inlinesOf(item)) {
    const { start, end } = inline.span;
    expect(start >= 0 && start <= end && end <= source.length).toBe(true);
    if (inline.kind !== "text") continue;
    const { value, offsets } = inline;
    if (offsets === undefined) {
      expect(source.slice(start, end)).toBe(value);
      continue;
    }
    expect(offsets).toHaveLength(value.length);
    for (const [index, offset] of offsets.entries()) {
      expect(offset >= start && offset < end && offset >= (offsets[index - 1] ?? start)).toBe(true);
      const unit = value[index] ?? "";
      const written = source[offset] ?? "";
      const isSame = written === unit || written.normalize("NFKC") === unit;
      // References, escapes, breaks and composed letters begin with another character.
      expect(isSame || /[&\\\s]/.test(written) || unit === " " || unit > "\u007f").toBe(true);
    }
  }
}
