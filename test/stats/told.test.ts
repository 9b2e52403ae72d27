/** What would be counted wrongly without a word: counted as it stands, and told where it stands. */
import { execFileSync } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { COMMAND } from "../faults/built-command.js";
import { warmRun } from "../warm-command.js";
import { type Files, HOUSE, issueFiles, madeFolders } from "./small-bulletin.js";

const { lay, clear } = madeFolders();
afterAll(clear);
const first = issueFiles("issues/2026-01", { date: "2026-01-10", items: [["一事", "甲区科协"]] });
const house = (units: string, more = "") => ({
  "bulletin.yaml": HOUSE.replace(/units: .*\n/, `units: ${units}\n${more}`),
});

async function counted(files: Files, args: readonly string[] = []) {
  const { code, out, err } = await warmRun(
    ["stats", "--format", "json", ...args],
    lay({ "bulletin.yaml": HOUSE, ...first, ...files }),
  );
  const record = JSON.parse(out);
  const of = (name: string) => [...record.units, ...record.others].find((one) => one.name === name);
  return { code, err, record, of };
}

describe("counted twice", () => {
  it("an item that an issue lists twice", async () => {
    const manifest = (first["issues/2026-01/issue.yaml"] ?? "").replace(
      "[items/1.md]",
      "[items/1.md, items/1.md]",
    );
    const { code, err, record } = await counted({ "issues/2026-01/issue.yaml": manifest });
    expect({ code, adopted: record.adopted }).toEqual({ code: 1, adopted: 2 });
    expect(err).toContain("issues/2026-01/issue.yaml:5:");
  });

  it("two issues of one number", async () => {
    const { code, err } = await counted(
      issueFiles("issues/2026-01 copy", { date: "2026-01-10", items: [["一事", "甲区科协"]] }),
    );
    expect(code).toBe(1);
    expect(err).toContain("There are two issues 2026 No. 1, the other in “issues/2026-01 copy”.");
  });

  it("but none of two series, or of two years", async () => {
    const { code, err } = await counted({
      ...issueFiles("issues/2026-z1", {
        date: "2026-01-11",
        more: "series: 增刊\n",
        items: [["二事", "甲区科协"]],
      }),
      ...issueFiles("issues/2025-01", { date: "2025-01-10", items: [["三事", "甲区科协"]] }),
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});

describe("units", () => {
  it.each([
    [
      "[{name: 甲区科协, aliases: [科协]}, {name: 乙区科协, aliases: [科协]}]",
      1,
      "“科协” is a name of “甲区科协” as well",
    ],
    ['[甲局, "甲 局"]', 0, "differs from “甲局” in blanks or widths alone"],
    ['["甲局 (北)", 甲局（北）]', 0, "differs from “甲局 (北)” in blanks or widths alone"],
  ])("%s are told", async (units, code, words) => {
    const found = await counted(house(units));
    expect(found.code).toBe(code);
    expect(found.err.replace(/\s+/gu, " ")).toContain(words);
    expect(found.err).toContain("bulletin.yaml:4:");
  });

  it("that sign under the text count beside the one of the source, and persons do not", async () => {
    const files = issueFiles("issues/2026-01", {
      date: "2026-01-10",
      items: [
        ["一事", "甲区科协", "signed: {by: [乙区科协, 甲区科协, 某某某]}\n"],
        ["二事", "", "signed: {by: 乙区科协}\n"],
      ],
    });
    const { of, record } = await counted(files);
    expect([of("甲区科协").adopted, of("乙区科协").adopted, record.others]).toEqual([1, 2, []]);
  });
});

describe("the register", () => {
  it("stretches no quota", async () => {
    const points = house("[甲区科协, 乙区科协]", "points: {base: 1, quota: {per-month: 1, missed: -1}}\n");
    const rows =
      "received,unit,title\n2026-01-03,甲区科协,一事\n2027-01-03,甲区科协,二事\n2024-01-03,甲区科协,三事\n";
    const { of } = await counted({ ...points, "register.csv": rows }, [
      "--from",
      "2024-01-01",
      "--to",
      "2027-12-31",
    ]);
    expect([of("甲区科协").points, of("乙区科协").points]).toEqual([1, -1]);
  });

  it.each([
    ["收到日期,received,单位,标题\n2026-01-02,2026-02-03,甲区科协,事\n", 1, "register.csv:2:1"],
    ["received,unit,单位,标题\n2026-01-02,甲区科协,乙区科协,事\n", 1, "register.csv:2:"],
    [
      "收到日期,received,单位,标题\n2026/1/2,2026-01-02,甲区科协,事\n,2026-01-03,甲区科协,二\n2026-01-04,,甲区科协,三\n",
      0,
      "",
    ],
  ])("with two columns of one meaning is told where they differ: %j", async (text, code, words) => {
    const found = await counted({ "register.csv": text });
    expect(found.code).toBe(code);
    if (words === "") expect(found.err).toBe("");
    expect(found.err).toContain(words);
    expect(found.record.received).toBe(text.split("\n").length - 2);
  });
});

describe("the language of sheets", () => {
  it("is the bulletin's, whatever that of the terminal", async () => {
    const place = lay({ "bulletin.yaml": HOUSE, ...first });
    const env = { ...process.env, LANG: "C", LC_ALL: "C", LANGUAGE: "" };
    const out = execFileSync(process.execPath, [COMMAND, "stats", "-f", "csv"], {
      cwd: place,
      env,
      encoding: "utf8",
    });
    expect(out.split("\r\n")[0]).toBe("\ufeff名次,单位,采用");
    const english = await warmRun(["--lang", "en", "stats", "-f", "csv"], place);
    expect(english.out.split("\r\n")[0]).toBe("\ufeffRank,Unit,Printed");
  });
});

describe("the counts", () => {
  it("give no rank to a unit that was dissolved before", async () => {
    const { of } = await counted({
      ...house(
        "[甲区科协, 乙区科协, {name: 旧学会, until: 2020-01-31}]",
        "points: {base: 1, quota: {per-month: 2, missed: -1}}\n",
      ),
      ...issueFiles("issues/2026-02", { date: "2026-02-10", number: 2, items: [["二事", "旧学会"]] }),
    });
    expect([of("甲区科协").rank, of("乙区科协").rank, of("旧学会").rank]).toEqual([1, 2, undefined]);
    expect(of("旧学会").adopted).toBe(1);
  });

  it("show all months of the period, of an unfinished year too", async () => {
    const { record } = await counted({}, ["--year", "2026"]);
    expect(record.months.map(({ month }: { month: string }) => month.slice(5)).join(" ")).toBe(
      "01 02 03 04 05 06 07 08 09 10 11 12",
    );
  });

  it("stay on the screen beside a long name, which is whole elsewhere", async () => {
    const name = "示例".repeat(150);
    const place = lay({ ...house(`[${name}]`), ...first });
    const { out } = await warmRun(["stats"], place);
    for (const line of out.split("\n").slice(3, 6)) expect(line.length).toBeLessThan(100);
    expect((await warmRun(["stats", "-f", "csv"], place)).out).toContain(name);
  });

  it("are no notice where no issue was printed", async () => {
    const { code, err } = await warmRun(
      ["stats", "--year", "2024", "-o", "通报.docx"],
      lay({ "bulletin.yaml": HOUSE, ...first }),
    );
    expect(code).toBe(2);
    expect(err).toContain("No issue was printed in this period");
  });
});
