/** Points and what they hang on: levels in the register, the quota over parts of a period, a law that is not valid. */
import { afterAll, describe, expect, it } from "vitest";
import { registerPlaces } from "../../src/stats/register-places.js";
import { warmRun } from "../warm-command.js";
import { type Files, HOUSE, issueFiles, madeFolders } from "./small-bulletin.js";

const { lay, clear } = madeFolders();
afterAll(clear);

const LAW = "points: {base: 1, sections: {要闻: 2}, levels: {市委办采用: 5, 省科协采用: 8}}\n";
const issues = {
  ...issueFiles("issues/2026-01", { date: "2026-01-10", items: [["甲事", "甲区科协"]] }),
  ...issueFiles("issues/2026-02", {
    date: "2026-02-10",
    number: 2,
    items: [
      ["乙事", "乙区科协"],
      ["同题", "甲区科协"],
      ["同题", "乙区科协"],
    ],
  }),
};
const HEAD = "received,unit,title,decision,issue,item,采用层级\n";

async function counted(files: Files, args: readonly string[] = ["--year", "2026"]) {
  const place = lay({ "bulletin.yaml": HOUSE + LAW, ...issues, ...files });
  const { code, out, err } = await warmRun(["stats", ...args, "--format", "json"], place);
  const record = JSON.parse(out);
  const levels = record.items.map((item: { levels: readonly string[] }) => item.levels.join());
  return { code, err, record, levels, place };
}

describe("the place of an item as the register writes it", () => {
  it.each([
    [{ issue: "issues/2026-01", item: "items/1.md" }],
    [{ issue: "issues/2026-01/", item: "items/1.md" }],
    [{ issue: ".\\issues\\2026-01\\", item: ".\\items\\1.md" }],
    [{ issue: "./issues/2026-01", item: "./items/1.md" }],
    [{ issue: "issues/2026-01/issue.yaml", item: "items/1.md" }],
    [{ issue: "2026-01", item: "items/1.md" }],
    [{ issue: "issues/2026-01", item: "issues/2026-01/items/1.md" }],
    [{ issue: "", item: "issues\\2026-01\\items\\1.md" }],
    [{ issue: "", item: "2026-01/items/1.md" }],
    [{ issue: "issues/2026-01", item: "issues/2026-01/../2026-01/items/1.md" }],
    [{ issue: "d:/简报/issues/2026-01", item: "items/1.md" }],
    [{ issue: "", item: "d:\\简报\\issues\\2026-01\\items\\1.md" }],
    [{ issue: "D:\\简报\\issues\\2026-01", item: "d:\\简报\\issues\\2026-01\\items\\1.md" }],
  ])("%j", (row) => {
    expect(registerPlaces(row, "D:/简报").places).toContain("issues/2026-01/items/1.md");
  });
});

describe("a level in the register", () => {
  it.each([
    [
      "with issue and item",
      "2026-01-03,甲区科协,另题,采用,issues/2026-01/,.\\items\\1.md,市委办采用",
      "市委办采用,,,",
    ],
    ["by the title alone", "2026-01-03,甲区科协,《甲事》,采用,,,市委办采用", "市委办采用,,,"],
    [
      "by its title where it stands in another issue now",
      "2026-01-03,乙区科协,乙事,采用,issues/2026-01,items/1.md,市委办采用",
      ",市委办采用,,",
    ],
    ["by its unit where two have the title", "2026-01-03,乙区科协,同题,采用,,,市委办采用", ",,,市委办采用"],
    [
      "in other blanks and widths",
      "2026-01-03,甲区科协,甲事,采用,,,市委办 采用；省科协采用",
      "市委办采用,省科协采用,,,",
    ],
  ])("counts %s", async (_, row, expected) => {
    const { code, err, levels } = await counted({ "register.csv": `${HEAD}${row}\n` });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(levels.join()).toBe(expected);
  });

  it.each([
    [
      "that the house does not know",
      "2026-01-03,甲区科协,甲事,采用,,,市委办采纳",
      "Did you mean “市委办采用”?",
    ],
    ["of an item that is not found", "2026-01-03,甲区科协,甲事儿,采用,,,市委办采用", "Did you mean “甲事”?"],
    ["of one among several", "2026-01-03,,同题,采用,,,市委办采用", "More than one item has this title"],
    ["of another unit's item", "2026-01-03,乙区科协,甲事,采用,,,市委办采用", "was not found"],
  ])("is told at its place: one %s", async (_, row, told) => {
    const { code, err, record } = await counted({ "register.csv": `${HEAD}${row}\n` });
    expect(code).toBe(0);
    expect(err).toContain("register.csv:2:");
    expect(err).toContain(told);
    expect(record.items.map(({ points }: { points: number }) => points)).toEqual([2, 2, 2, 2]);
  });

  it("of front matter is told where it stands, and split where it names two", async () => {
    const item = (level: string) => ({
      ...issueFiles("issues/2026-01", {
        date: "2026-01-10",
        items: [["甲事", "甲区科协", `level: ${level}\n`]],
      }),
    });
    const { err } = await counted(item("市委采用办"));
    expect(err).toContain("issues/2026-01/items/1.md:4:8");
    const { err: none, levels } = await counted(item("市委办采用、省科协采用"));
    expect(none).toBe("");
    expect(levels[0]).toBe("市委办采用,省科协采用");
  });

  it("is not missed where only one issue is asked for, or the item is in a draft", async () => {
    const row = "2026-01-03,乙区科协,乙事,采用,,,市委办采用";
    const one = await counted({ "register.csv": `${HEAD}${row}\n` }, ["issues/2026-01"]);
    expect(one.err).toBe(
      "Only the issue given was counted, 1 more was not: rates, what is owed and ranks are of this one alone.\n",
    );
    const manifest = issues["issues/2026-02/issue.yaml"] ?? "";
    const draft = await counted({
      "register.csv": `${HEAD}${row}\n`,
      "issues/2026-02/issue.yaml": `${manifest}draft: 送审稿\n`,
    });
    expect(draft.err).not.toContain("register.csv");
  });
});

describe("points that are not valid", () => {
  it.each([
    ["a word for a number", "points: {base: 一分, levels: {市委办采用: 5}}\n"],
    ["a key that is misspelt", "points: {base: 1, sectoins: {要闻: 2}}\n"],
    ["a list", "points: [1, 2]\n"],
    ["their own key misspelt", "point: {base: 1}\n"],
    ["a quota without its number", "points: {quota: {missed: -1}}\n"],
    ["half a quota", "points: {quota: {per-month: 1.5}}\n"],
  ])("are told, and none are given: %s", async (_, law) => {
    const { code, err, place } = await counted({ "bulletin.yaml": HOUSE + law });
    expect(code).toBe(1);
    // Told once, however many issues there are.
    expect(err.match(/bulletin\.yaml:\d+:\d+/g)).toHaveLength(1);
    const { out } = await warmRun(["--lang", "zh", "stats", "--year", "2026"], place);
    expect(out).not.toContain("得分");
    expect(out).toContain("没有计分");
  });

  it("for a section that there is none of are told with the one that was meant", async () => {
    const house = HOUSE.replace("{name: 要闻}", "{name: 工作要闻}");
    const files = Object.fromEntries(
      Object.entries(issues).map(([path, text]) => [path, text.replace("name: 要闻", "name: 工作要闻")]),
    );
    const { code, err } = await counted({
      ...files,
      "bulletin.yaml": `${house}points: {sections: {工作要问: 2}}\n`,
    });
    expect(code).toBe(1);
    expect(err).toContain("bulletin.yaml:5:");
    expect(err).toContain("Did you mean “工作要闻”?");
  });

  it("are none of two laws", async () => {
    const place = lay({
      "k1/bulletin.yaml": HOUSE + LAW,
      ...Object.fromEntries(Object.entries(issues).map(([path, text]) => [`k1/${path}`, text])),
      "k1/register.csv": `${HEAD}2026-01-03,甲区科协,甲事,采用,,,市委办采用\n`,
      "k2/bulletin.yaml": HOUSE,
      ...Object.fromEntries(Object.entries(issues).map(([path, text]) => [`k2/${path}`, text])),
      "k2/register.csv": `${HEAD}2026-01-03,甲区科协,甲事,采用,,,\n2026-01-04,甲区科协,丁事,未采用,,,\n`,
    });
    const { code, out, err } = await warmRun(
      ["--lang", "zh", "stats", ".", "../k2", "--format", "json"],
      `${place}/k1`,
    );
    expect(code).toBe(0);
    const record = JSON.parse(out);
    expect(record).toMatchObject({ issues: 4, adopted: 8, received: 3 });
    expect(record.items.map((item: { path: string }) => item.path)).toContain(
      "../k2/issues/2026-01/items/1.md",
    );
    expect(err).toContain("合并统计了 2 种简报：“.”、“../k2”");
    const both = await warmRun(["--lang", "zh", "stats", ".", "../k2"], `${place}/k1`);
    expect(both.out).toContain("计分办法（points）不同，没有计分");
    const twice = await warmRun(["stats", ".", `${place}/k1/issues`, "--format", "json"], `${place}/k1`);
    expect(JSON.parse(twice.out)).toMatchObject({ issues: 2, adopted: 4, received: 1 });
    expect(twice.err).toBe("");
  });
});

describe("a period in which nothing was", () => {
  it("gives nobody a rank, says so, and ends with 0", async () => {
    const { code, record, err } = await counted({}, ["--year", "2020"]);
    expect(code).toBe(0);
    expect(record.units).toHaveLength(2);
    expect(record.units.every((unit: object) => !("rank" in unit))).toBe(true);
    expect(err).toContain("nobody has a rank. The issues are from 2026-01-10 to 2026-02-10.");
  });
});
