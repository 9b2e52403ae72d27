/**
 * Markup that is nearly right is told, each at its place, and mended where nothing else can be meant;
 * signs that belong to the words are left alone. Whole items here; the single rules have their own
 * examples.
 */
import { describe, expect, it } from "vitest";
import { fix } from "../../src/fix.js";
import { lint } from "../../src/lint.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const PATH = "items/01.md";
const target = { kind: "submission", path: PATH } as const;
const ABOUT_MARKUP =
  /^(?:item\/(?:mistyped|pasted|accidental)-|image\/(?:mistyped|outside)|link\/(?:mistyped|unsafe)|item\/unresolved|item\/raw-html)/;

const itemOf = (body: string) => `---\ntitle: 云湖区科协举办科普展\n---\n\n${body}\n`;

async function told(body: string) {
  const { diagnostics } = await lint(target, memoryWorkspace({ [PATH]: itemOf(body) }));
  return diagnostics.filter(({ rule }) => ABOUT_MARKUP.test(rule)).map(({ rule }) => rule);
}

async function mended(body: string) {
  const { changes } = await fix(target, memoryWorkspace({ [PATH]: itemOf(body) }));
  const after = changes.get(PATH)?.after ?? itemOf(body);
  return after.slice(itemOf("").length - 1, -1);
}

/** as typed, the rule that tells it, what --fix makes of it */
const NEARLY: readonly (readonly [string, string, string])[] = [
  ["![现场]（a.jpg）", "image/mistyped", "![现场](a.jpg)"],
  ["![现场] (a.jpg)", "image/mistyped", "![现场](a.jpg)"],
  ["！【现场】（a.jpg）", "image/mistyped", "![现场](a.jpg)"],
  ["![现场](a.jpg “会场全景”)", "image/mistyped", '![现场](a.jpg "会场全景")'],
  ["![现场](a.jpg ‘会场全景’）", "image/mistyped", '![现场](a.jpg "会场全景")'],
  ["！[现场](a.jpg)", "link/unsafe-scheme", "![现场](a.jpg)"],
  ["![现场](a.jpg", "image/mistyped", "![现场](a.jpg"],
  ["![现场[一]](a b.jpg)", "image/mistyped", "![现场[一]](a b.jpg)"],
  ["![[现场.jpg]]", "image/mistyped", "![[现场.jpg]]"],
  ["##基本情况", "item/mistyped-heading", "## 基本情况"],
  ["##　基本情况", "item/mistyped-heading", "## 基本情况"],
  ["＃＃ 基本情况", "item/mistyped-heading", "## 基本情况"],
  ["二、主要做法##", "item/mistyped-heading", "二、主要做法##"],
  ["会议要求**要抓好落实 **，并落实。", "item/mistyped-emphasis", "会议要求**要抓好落实 **，并落实。"],
  ["**要抓好落实 **，并落实。", "item/mistyped-emphasis", "**要抓好落实**，并落实。"],
  ["＊＊要抓好落实＊＊，并落实。", "item/mistyped-emphasis", "**要抓好落实**，并落实。"],
  ["~~原定3月 ~~，改在4月。", "item/mistyped-emphasis", "~~原定3月~~，改在4月。"],
  ["| 甲 | 乙 |\n| 丙 | 丁 |", "item/mistyped-table", "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |"],
  ["｜甲｜乙｜\n｜丙｜丁｜", "item/mistyped-table", "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |"],
  [
    "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n\n| 戊 | 己 |",
    "item/mistyped-table",
    "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n| 戊 | 己 |",
  ],
  ["> | 甲 | 乙 |\n> | 丙 | 丁 |", "item/mistyped-table", "> | 甲 | 乙 |\n> | 丙 | 丁 |"],
  ["见[通知](见 附件)。", "link/mistyped", "见[通知](见 附件)。"],
  ["见[通知]（https://example.org/a）。", "link/mistyped", "见[通知]（https://example.org/a）。"],
  ["会场全景{width=50%}。", "item/mistyped-markup", "会场全景{width=50%}。"],
  ["文字<u>下划线</u>。", "item/raw-html", "文字<u>下划线</u>。"],
  ["```\n代码没有收尾。", "item/accidental-markup", "```\n代码没有收尾。"],
  ["文字。\n\n<!-- 备注没有收尾", "item/raw-html", "文字。\n\n<!-- 备注没有收尾"],
  ["[注]: 初步统计。", "item/unresolved-reference", "[注]: 初步统计。"],
  ["    缩进的一段，有四个空格。", "item/accidental-markup", "缩进的一段，有四个空格。"],
  [
    "1\t科普活动\t120\n2\t讲座\t30",
    "item/pasted-table",
    "| 1 | 科普活动 | 120 |\n| --- | --- | --- |\n| 2 | 讲座 | 30 |",
  ],
  [
    "青山小学\t320\n白水中学\t215\n红岩中学",
    "item/pasted-table",
    "| 青山小学 | 320 |\n| --- | --- |\n| 白水中学 | 215 |\n\n红岩中学",
  ],
];

describe("nearly markup", () => {
  it.each(NEARLY)("%j is told", async (body, rule, after) => {
    expect(await told(body)).toEqual([rule]);
    expect(await mended(body)).toBe(after);
  });

  it.each(NEARLY.filter(([body, , after]) => body !== after))(
    "%j is right once mended",
    async (_, __, after) => {
      expect((await told(after)).filter((rule) => rule !== "image/outside")).toEqual([]);
    },
  );

  it.each(NEARLY)("%j is mended the same with CRLF", async (body, _, after) => {
    const { changes } = await fix(target, memoryWorkspace({ [PATH]: itemOf(body).replaceAll("\n", "\r\n") }));
    const text = changes.get(PATH)?.after ?? itemOf(body).replaceAll("\n", "\r\n");
    expect(text).toBe(itemOf(after).replaceAll("\n", "\r\n"));
  });
});

/** Signs that belong to the words. */
const MEANT: readonly string[] = [
  "规格5*3*2厘米，10 * 20 * 30。",
  "获奖者为李**、王*等3人。",
  "获奖者为李** 王** 张**",
  "证号1101**********1234，手机138****5678和139****1234。",
  "数据为初步统计*，同比增长**。",
  "*注：数据为初步统计。",
  "学员用C#编写程序，在#1展厅展出。",
  "#全国科普日#主场活动举办。",
  "# 一级小标题",
  "方案a|b均可，误差|x|小于0.1。",
  "评分★★★★☆，同学们笑了(*^_^*)，(╯°□°)╯。",
  "邮箱a_b@example.org，变量snake_case。",
  "太好了！【通知】（见附件）。",
  "![现场](活动 现场 (1).jpg)",
  "![现场](images\\活动 现场.jpg){width=60%}",
  "研究[1]（见注）和[2][3]表明，[第三场]（下午）。",
  "3~5月和6~8月，好的~~",
  "姓名____，年龄____。",
  "A==B，x>=1，a<b。",
  "路径为C:\\data\\文件。",
  "活动 | 科普进社区",
  "主讲人：张　三　　李　四",
  "一、\t基本情况",
  "1、\t展览\n2、\t讲座",
  "温度为-5℃至-1℃。",
  "-5℃是最低温度。",
  "增长100%!",
  "\\![现场](活动 现场.jpg)，\\##不是标题，\\*\\* 不加粗 \\*\\*。",
  "写法是`![说明](路径 名)`和`**`。",
  "见[通知](https://example.org/a)和<https://example.org/通知>。",
  "- 甲\n- 乙\n\n  - 丙",
  "1. 甲\n2. 乙\n3. 丙",
  "主要做法\n---",
  "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n\n文字。",
  "R&D经费，A&B公司，&lt;标签&gt;。",
];

describe("signs of the words", () => {
  it.each(MEANT)("%j is left alone", async (body) => {
    expect(await told(body)).toEqual([]);
  });
});
