/** What the details form is answered where a field of it is wrong: which field, in the words that stand above it. */
import { describe, expect, it } from "vitest";
import { changeDetails } from "../../src/cli/preview/change-manifest.js";
import { DETAIL_LABELS } from "../../src/cli/preview/details-refusals.js";
import { diskWorkspace } from "../../src/disk/disk-workspace.js";
import type { DetailsState } from "../../src/preview/protocol.js";
import { WORDS } from "../../src/preview/words.js";

const MANIFEST = `bulletin: {name: 示例科协信息}
year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 工作要闻
    items: [items/01.md]
`;

const answered = (details: Partial<DetailsState>, text = MANIFEST) =>
  changeDetails({ path: "fixtures/minimal/issue.yaml", text, workspace: diskWorkspace(".") }, details);

interface Wrong {
  readonly details: Partial<DetailsState>;
  readonly field: keyof DetailsState;
  readonly zh: string;
  readonly text?: string;
}

const WRONG: readonly Wrong[] = [
  { details: { number: "三" }, field: "number", zh: "期号：“三”不对，这里应当是 1 到 1000000 的整数。" },
  { details: { year: "26" }, field: "year", zh: "年份：“26”不对，这里应当是 1949 到 9999 的整数。" },
  { details: { total: "-1" }, field: "total", zh: "总期号：“-1”不对，这里应当是 1 到 1000000 的整数。" },
  { details: { number: "" }, field: "number", zh: "期号：没有填，这一项不能空着。" },
  { details: { year: "2025", date: "" }, field: "date", zh: "出刊日期：没有填，这一项不能空着。" },
  { details: { date: "2026-02-30" }, field: "date", zh: "出刊日期：没有“2026-02-30”这一天。" },
  { details: { from: "2026-03-01" }, field: "to", zh: "收稿期止：没有填，这一项不能空着。" },
  { details: { to: "2026-03-01" }, field: "from", zh: "收稿期起：没有填，这一项不能空着。" },
  {
    details: { from: "2026-03-01", to: "2026-02-01" },
    field: "to",
    zh: "收稿期止：收稿期的止日 2026-02-01 早于起日 2026-03-01。",
  },
  {
    details: { from: "2026-03-20" },
    text: `${MANIFEST}period: {from: 2026-03-01, to: 2026-03-15}\n`,
    field: "from",
    zh: "收稿期起：收稿期的止日 2026-03-15 早于起日 2026-03-20。",
  },
  {
    details: { to: "" },
    text: `${MANIFEST}period: {from: 2026-03-01, to: 2026-03-15}\n`,
    field: "to",
    zh: "收稿期止：没有填，这一项不能空着。",
  },
  // What is emptied beside it, and may be, is not to blame.
  {
    details: { from: "2026-03-20", editor: "" },
    text: `${MANIFEST}period: {from: 2026-03-01, to: 2026-03-15}\neditorial: {editor: 方砚秋}\n`,
    field: "from",
    zh: "收稿期起：收稿期的止日 2026-03-15 早于起日 2026-03-20。",
  },
  {
    details: { from: "2026-03-20", editor: "", total: "" },
    text: `${MANIFEST}total: 5\neditorial: {editor: 方砚秋}\n`,
    field: "to",
    zh: "收稿期止：没有填，这一项不能空着。",
  },
  {
    details: { from: "2026-03-20", number: "4" },
    text: `${MANIFEST}period: {from: 2026-03-01, to: 2026-03-15}\n`,
    field: "from",
    zh: "收稿期起：收稿期的止日 2026-03-15 早于起日 2026-03-20。",
  },
  {
    details: { total: "5", editor: "方\u0007" },
    field: "editor",
    zh: "责任编辑：里面有看不见的控制字符，没有保存。",
  },
  {
    details: { total: "5", reviewer: "方砚秋" },
    text: `${MANIFEST}editorial: 办公室\n`,
    field: "reviewer",
    zh: "清单里“编辑、审核、签发”（editorial）写成了别的形式，不知道该填在哪里，没有保存。",
  },
];

describe("a detail that is wrong", () => {
  it.each(WRONG)("$zh", async ({ details, field, zh, text }) => {
    const answer = await answered(details, text);
    expect(answer).toMatchObject({ refused: { fields: [{ field }], problem: { zh } } });
    // Of how a manifest is written the form knows nothing.
    if ("refused" in answer && !zh.includes("清单"))
      for (const words of [answer.refused.problem, answer.refused.remedy])
        expect(`${words.zh} ${words.en}`).not.toMatch(/引号|quotation|: …|一行|\bline\b/u);
  });

  it("is told of each of them where there are several", async () => {
    expect(await answered({ number: "三", date: "", total: "7" })).toMatchObject({
      refused: {
        problem: { zh: "有 2 项填得不对，没有保存：期号、出刊日期。" },
        fields: [
          { field: "number", problem: { zh: "“三”不对，这里应当是 1 到 1000000 的整数。" } },
          { field: "date", problem: { zh: "没有填，这一项不能空着。" } },
        ],
      },
    });
  });

  it("is told of each that is left empty", async () => {
    expect(await answered({ number: "", date: "" })).toMatchObject({
      refused: { fields: [{ field: "number" }, { field: "date" }] },
    });
  });

  it.each([
    [{ from: "2026-03-20", to: "2026-03-15" }, "请核对收稿期的起止两个日期，改好再保存。"],
    [{ from: "2026-03-01", to: "三月十五" }, "请选一个日期，或写成 2026-03-16 这样。"],
    [{ from: "2026-03-01", to: "2026-03-32" }, "请选一个日期，或写成 2026-03-16 这样。"],
    [{ number: "0" }, "请改正后再保存；清单没有改动。"],
    [{ year: "1" }, "请改正后再保存；清单没有改动。"],
    [{ number: "第3期" }, "请只填数字，如 12。"],
  ])("says what helps: %o", async (details, zh) => {
    expect(await answered(details)).toMatchObject({ refused: { remedy: { zh } } });
  });

  it("is called what the form calls it", () => {
    const { year, number, total, date, from, to, editor, reviewer, approver } = WORDS;
    expect(Object.values(DETAIL_LABELS).map(({ zh }) => zh)).toEqual([
      ...[year, number, total, date, from, to, editor, reviewer, approver],
    ]);
  });
});

describe("a detail that somebody else has changed since the form showed it", () => {
  const saved = (details: Partial<DetailsState>, shown: Partial<DetailsState>, text = MANIFEST) =>
    changeDetails(
      { path: "fixtures/minimal/issue.yaml", text, workspace: diskWorkspace(".") },
      details,
      shown,
    );

  it("is not overwritten: what stands there now is told", async () => {
    expect(await saved({ number: "7" }, { number: "2" })).toEqual({
      refused: {
        problem: { zh: "期号刚刚在别处改过，没有保存。", en: expect.stringContaining("Number") },
        remedy: expect.objectContaining({ zh: expect.stringContaining("再保存一次") }),
        fields: [
          { field: "number", now: "3", problem: expect.objectContaining({ zh: "刚刚在别处改成了“3”。" }) },
        ],
      },
    });
    expect(await saved({ total: "7" }, { total: "6" })).toMatchObject({
      refused: { fields: [{ field: "total", now: "", problem: { zh: "刚刚在别处清空了。" } }] },
    });
  });

  it.each([
    ["it holds what was shown", { number: "7" }, { number: "3" }],
    ["it holds what is given", { number: "3", total: "5" }, { number: "2", total: "" }],
    ["another was changed that is not given", { number: "7" }, { number: "3", date: "2026-03-01" }],
  ])("is saved where %s", async (_, details, shown) => {
    expect(await saved(details, shown)).toHaveProperty("changes");
  });
});

it.each([
  ["no YAML", "year: [2026\n"],
  ["no map", "- 2026\n"],
  [
    "aliases without end",
    `${MANIFEST}${[..."abcdefgh"]
      .map(
        (name, at, all) =>
          `${name}: &${name} [${Array(9)
            .fill(at === 0 ? "x" : `*${all[at - 1]}`)
            .join(", ")}]\n`,
      )
      .join("")}`,
  ],
])("a manifest that is %s takes no detail, and is to be mended first", async (_, text) => {
  expect(await answered({ number: "5" }, text)).toMatchObject({
    refused: { problem: { zh: "清单有写法上的错误，现在不能在这里改动。" } },
  });
});

describe("a detail that is right", () => {
  it.each([
    [{ number: "１２" }, "number: 12\n"],
    [{ date: "２０２６－０３－１７" }, "date: 2026-03-17\n"],
    [{ editor: " 方砚秋\t何溪 " }, "editorial: {editor: 方砚秋 何溪}\n"],
  ])("is taken as it is meant: %o", async (details, line) => {
    const answer = await answered(details);
    const [change] = "changes" in answer ? [...answer.changes.values()] : [];
    expect(change?.after).toContain(line);
  });
});
