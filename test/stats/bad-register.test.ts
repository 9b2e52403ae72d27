/** Registers as they come: in other encodings, with faults; what of each is counted, and what is told at which place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readReceived } from "../../src/stats/read-received.js";
import { warmRun } from "../warm-command.js";
import { HOUSE, issueFiles } from "./small-bulletin.js";

const HEAD = "received,unit,title,decision\n";

/** What is told, as `line:column severity` in UTF-16 units. */
function told(text: string, lastYear = 2026) {
  const { value, diagnostics, isWhole } = readReceived("register.csv", text, {
    bulletin: ".",
    root: "",
    lastYear,
  });
  const places = diagnostics.map(({ severity, span }) => {
    const before = text.slice(0, span.start).split(/\r\n|\r|\n/u);
    return `${before.length}:${(before.at(-1) ?? "").length + 1} ${severity}`;
  });
  return {
    count: value.length,
    places,
    isWhole,
    words: diagnostics.map(({ message, help }) => `${message.zh}${help?.zh}`),
  };
}

describe("a fault of the register is told at its place", () => {
  it.each<[string, string, number, readonly string[], string]>([
    [
      "columns that are missing",
      "日期,作者\n2026-01-02,甲\n",
      0,
      ["1:1 error"],
      "缺少列名：单位（unit）、标题（title）",
    ],
    ["a line above the headings", `登记簿,,\n${HEAD}`, 0, ["1:1 error"], "缺少列名"],
    ["nothing at all", "", 0, ["1:1 error"], "缺少列名"],
    [
      "a heading that is there twice",
      "received,unit,title,title\n2026-01-02,甲,事,二\n",
      1,
      ["1:21 error"],
      "有两个",
    ],
    [
      "a quotation mark that stays open",
      `${HEAD}2026-01-02,甲,"事,\n2026-01-03,乙,事,\n`,
      0,
      ["2:14 error"],
      "从这一行起没有统计",
    ],
    ["words behind a quotation mark", `${HEAD}2026-01-02,甲,"事"情,\n`, 0, ["2:17 error"], "引号后面还有字"],
    [
      "a day that is none",
      `${HEAD}2026-02-29,甲,事,\n2026-01-03,乙,事,\n`,
      1,
      ["2:1 error"],
      "不是能读的日期",
    ],
    ["a day that may be two", `${HEAD}1/2/2026,甲,事,\n`, 0, ["2:1 error"], "不是能读的日期"],
    ["a day as spreadsheets keep it", `${HEAD}46024,甲,事,\n`, 0, ["2:1 error"], "日期序号"],
    ["a day in another zone", `${HEAD}2026-01-02T23:00:00Z,甲,事,\n`, 0, ["2:1 error"], "不是能读的日期"],
    ["a year that cannot be", `${HEAD}2062-01-02,甲,事,\n`, 1, ["2:1 warning"], "年份可能写错了"],
    ["no unit", `${HEAD}2026-01-02,,事,\n`, 1, ["2:12 warning"], "没有写单位"],
    ["no title", `${HEAD}2026-01-02,甲,,\n`, 1, ["2:14 warning"], "没有写标题"],
    ["a row that ends early", `${HEAD}2026-01-02\n`, 1, ["2:1 warning", "2:1 warning"], "没有写单位"],
    [
      "a comma that parts a title",
      `${HEAD}2026-01-02,甲,事,二,采用\n`,
      1,
      ["2:18 warning"],
      "逗号被当成了分列",
    ],
    [
      "a row entered twice",
      `${HEAD}2026-01-02,甲,《事》,\n2026-01-02,甲,事,\n`,
      2,
      ["3:14 warning"],
      "第 2 行",
    ],
    ["characters that are lost", `${HEAD}2026-01-02,甲\ufffd,事,\n`, 1, ["2:12 warning"], "读不出的字"],
  ])("%s", (_, text, count, places, words) => {
    const found = told(text);
    expect(found.places).toEqual(places);
    expect(found.count).toBe(count);
    expect(found.words.join("\n")).toContain(words);
    expect(found.isWhole).toBe(!places.some((place) => place.endsWith("error")));
  });

  it.each([
    "2026-01-02",
    "２０２６－０１－０２",
    "2026/1/2 8:30",
    "2026–1–2",
    "20260102",
    "2026-01-02T08:00:00+08:00",
    "2026年1月2日",
  ])("but the day %s is read", (day) => {
    const { value } = readReceived("register.csv", `${HEAD}${day},甲,事,\n`);
    expect(value[0]?.date).toEqual({ year: 2026, month: 1, day: 2 });
  });

  it("takes the column that is surely meant where the editors have one of a like name, and tells where they differ", () => {
    const { value, diagnostics } = readReceived(
      "register.csv",
      "日期,received,单位,标题,unit\n2025-01-01,2026-01-02,某科,事,甲\n",
    );
    expect(diagnostics.map(({ severity, span }) => `${span.start} ${severity}`)).toEqual([
      "23 error",
      "45 error",
    ]);
    expect(value[0]).toMatchObject({ date: { year: 2026, month: 1, day: 2 }, signed: "甲" });
  });

  it("counts 100,000 rows, and tells at the next that there are more", () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => `2026-01-02,甲,第${index}篇,\n`).join("");
    expect(told(HEAD + rows(100_000))).toMatchObject({ count: 100_000, places: [], isWhole: true });
    expect(told(HEAD + rows(100_001))).toMatchObject({ count: 100_000, places: ["100002:1 error"] });
  });
});

describe("findings of one severity", () => {
  const faults = (count: number) =>
    readReceived("register.csv", `${HEAD}${"2月1日,甲,事,\n".repeat(count)}2026-01-02,,事,\n`).diagnostics;

  it.each([
    [20, undefined],
    [21, ["另有 1 处没有列出。", " 1 more is not listed."]],
    [23, ["另有 3 处没有列出。", " 3 more are not listed."]],
  ])("are the first twenty of %i, and the last says how many are not listed", (count, words) => {
    const errors = faults(count).filter(({ severity }) => severity === "error");
    expect(errors).toHaveLength(20);
    const [zh = "", en = ""] = words ?? [];
    const help = errors.map((error) => error.help);
    expect(help.at(-1)).toEqual({ zh: `${help[0]?.zh}${zh}`, en: `${help[0]?.en}${en}` });
    // No number of errors hides a warning.
    expect(faults(count).at(-1)).toMatchObject({
      severity: "warning",
      help: { en: "Add the unit that sent it." },
    });
  });
});

describe("a register in another encoding", () => {
  const text = "收稿日期,单位,标题\r\n2026-01-02,甲区科协,某事\r\n";
  const utf16 = (words: string) => Buffer.from(words, "utf16le");
  // 收稿日期,单位,标题 and a row, in GB18030
  const gb18030 = Buffer.from(
    "cad5b8e5c8d5c6da2cb5a5cebb2cb1eacce20d0a323032362d30312d30322cbcd7c7f8bfc6d0ad2cc4b3cac20d0a",
    "hex",
  );
  const places: string[] = [];
  afterAll(() => {
    for (const place of places) rmSync(place, { recursive: true, force: true });
  });

  it.each<[string, Uint8Array, number]>([
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`), 0],
    ["UTF-16 with its mark", utf16(`\ufeff${text}`), 0],
    ["UTF-16 the other way round", utf16(`\ufeff${text}`).swap16(), 0],
    ["UTF-16 with tabs, as “Unicode text”", utf16(`\ufeff${text.replaceAll(",", "\t")}`), 0],
    ["GB18030", gb18030, 0],
    ["UTF-8 with semicolons", Buffer.from(text.replaceAll(",", ";")), 0],
    ["UTF-8 with Chinese commas", Buffer.from(text.replaceAll(",", "，")), 0],
    ["a workbook that is called so", Buffer.from("504b0304140000000800ff00fe01", "hex"), 2],
  ])("%s", async (_, bytes, expected) => {
    const place = mkdtempSync(join(tmpdir(), "登记-"));
    places.push(place);
    const files = {
      "bulletin.yaml": HOUSE,
      ...issueFiles("issues/2026-01", { date: "2026-01-10", items: [["甲事", "甲区科协"]] }),
    };
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), content);
    }
    writeFileSync(join(place, "register.csv"), bytes);
    const { code, out, err } = await warmRun(["stats", "--format", "json"], place);
    expect(code).toBe(expected);
    if (expected === 0) expect(JSON.parse(out)).toMatchObject({ received: 1, units: [{ received: 1 }, {}] });
    else expect(err).toContain("CSV UTF-8");
  });
});
