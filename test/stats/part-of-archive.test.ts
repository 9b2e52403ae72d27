/** What is told where not all issues of a bulletin were counted: nothing that only the whole archive can say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, describe, expect, it } from "vitest";
import { readDocxText } from "../edition-text/docx-text.js";
import { warmRun } from "../warm-command.js";
import { type Files, HOUSE, issueFiles, madeFolders } from "./small-bulletin.js";

const { lay, clear } = madeFolders();
afterAll(clear);

const LAW = "points: {base: 1, sections: {要闻: 2, 专报: 3, 专板: 4, 旧栏: 5}, levels: {市委办采用: 5}}\n";
const ISSUES: Files = {
  ...issueFiles("issues/2026-01", { date: "2026-01-10", items: [["一事", "甲区科协"]] }),
  ...issueFiles("issues/2027-02", {
    date: "2027-02-10",
    number: 2,
    items: [
      ["二事", "乙区科协"],
      ["同题", "乙区科协"],
    ],
  }),
};
const archive: Files = {
  ...ISSUES,
  "bulletin.yaml": HOUSE + LAW,
  "issues/2027-02/issue.yaml": (ISSUES["issues/2027-02/issue.yaml"] ?? "").replace("要闻", "专报"),
};
const register = (rows: string) => ({
  "register.csv": `received,unit,title,decision,issue,采用层级\n${rows}`,
});
const under = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

async function counted(files: Files, paths: readonly string[] = [], cwd = ".") {
  const place = lay(files);
  const { code, out, err } = await warmRun(["stats", ...paths, "--format", "json"], join(place, cwd));
  return { code, err, record: JSON.parse(out), place };
}

describe("of one issue among others", () => {
  it("no section is said to be none", async () => {
    const whole = await counted(archive);
    expect(whole.err).toContain("There is no section “专板”");
    expect(whole.err).toContain("There is no section “旧栏”");
    expect(whole.err).not.toContain("“专报”, and");
    expect(await counted(archive, ["issues/2026-01"])).toMatchObject({ code: 0, err: "" });
  });

  it("no row is told of that another issue prints, and no year is strange that others have", async () => {
    const rows = register(
      "2026-01-03,甲区科协,一事,采用,,\n2028-01-03,乙区科协,二事,采用,,市委办采用\n2026-01-03,乙区科协,没有的事,采用,,\n",
    );
    const { code, err } = await counted({ ...archive, ...rows }, ["issues/2026-01"]);
    expect({ code, err }).toEqual({
      code: 0,
      err: "Only the issue given was counted, 1 more was not: rates, what is owed and ranks are of this one alone.\n",
    });
    const whole = await counted({ ...archive, ...rows });
    expect(whole.err).toContain("register.csv:4:");
    expect(whole.err).not.toContain("register.csv:3:");
  });

  it("a section is told of whose name is nearly one that there is", async () => {
    const house = `${HOUSE.replace("动态", "基层工作动态")}points: {base: 1, sections: {基层工作动太: 2, 旧栏: 5}}\n`;
    const part = await counted({ ...archive, "bulletin.yaml": house }, ["issues/2026-01"]);
    expect(part.code).toBe(0);
    expect(part.err).toContain("No issue that was read has a section “基层工作动太”");
    expect(part.err).toContain("Did you mean “基层工作动态”?");
    expect(part.err).not.toContain("旧栏”");
    expect((await counted({ ...archive, "bulletin.yaml": house })).code).toBe(1);
  });

  it("a quota is said to be of those that were counted alone", async () => {
    const house = `${HOUSE}points: {base: 1, quota: {per-month: 1, missed: -1}}\n`;
    const place = lay({ ...archive, "bulletin.yaml": house });
    const { code, err } = await warmRun(["--lang", "zh", "stats", "issues/2026-01"], place);
    expect({ code, err }).toEqual({
      code: 0,
      err: "只数了给出的 1 期，另有 1 期没有数：采用率、欠篇和名次只就这些而言。\n",
    });
    expect((await warmRun(["stats"], place)).err).toBe("");
  });

  it("no level is given to an item whose title another issue has as well", async () => {
    const files = {
      ...archive,
      ...issueFiles("issues/2026-01", { date: "2026-01-10", items: [["同题", ""]] }),
      ...register("2026-01-03,,同题,采用,,市委办采用\n"),
    };
    for (const paths of [[], ["issues/2026-01"]])
      expect((await counted(files, paths)).record.items[0]).toMatchObject({ title: "同题", levels: [] });
  });

  it("an empty period is said of those that were given alone", async () => {
    const place = lay(archive);
    const { code, err } = await warmRun(["stats", "issues/2026-01", "--year", "2027"], place);
    expect(code).toBe(0);
    expect(err).toContain("None of the issues that were read is of this period");
    expect(err).toContain("The only issue is of 2026-01-10.");
    const notice = ["stats", "issues/2026-01", "--year", "2027", "-o", "通报.docx"];
    expect((await warmRun(notice, place)).err).toContain(
      "None of the issues that were read is of this period, and no",
    );
  });
});

describe("an issue with rules of its own in the bulletin's folder", () => {
  const manifest = archive["issues/2027-02/issue.yaml"] ?? "";
  it.each<[string, Files]>([
    [
      "named",
      { "rules/x.yaml": HOUSE, "issues/2027-02/issue.yaml": `extends: ../../rules/x.yaml\n${manifest}` },
    ],
    ["beside it", { "issues/2027-02/bulletin.yaml": HOUSE }],
  ])("is counted, and no other: rules %s", async (_, own) => {
    const rows = register("2026-01-03,乙区科协,没有的事,采用,,\n2026-01-04,乙区科协,二事,采用,,市委办采用\n");
    const { err, record, place } = await counted({ ...archive, ...rows, ...own });
    expect(record.issues).toBe(2);
    expect(err).toContain("register.csv:2:");
    expect(err).toContain("register.csv:3:");
    expect(err).not.toContain("more was not");
    const empty = await warmRun(["stats", "--year", "2020"], place);
    expect(empty.err).not.toContain("None of the issues that were read");
  });
});

describe("an issue that cannot be read", () => {
  const broken = { "issues/2027-02/issue.yaml": "- no map\n" };
  const rows = register(
    "2026-01-03,甲区科协,没有的事,采用,,\n2026-01-04,甲区科协,另一件事,未采用,issues/2027-02,\n",
  );
  const both: Files = {
    ...under("甲", { ...archive, ...rows, ...broken }),
    ...under("乙", { ...archive, ...rows }),
  };

  it("keeps back what is told of its own bulletin alone", async () => {
    const { code, err, record } = await counted(both, [".", "../乙"], "甲");
    expect({ code, issues: record.issues }).toEqual({ code: 1, issues: 3 });
    for (const place of ["bulletin.yaml:5:", "register.csv:2:"]) {
      expect(err).toContain(`../乙/${place}`);
      expect(err).not.toMatch(new RegExp(`(?<!乙/)${place}`, "u"));
    }
  });

  it("makes no part of what was given", async () => {
    const { err } = await warmRun(
      ["--lang", "zh", "stats", "--year", "2020"],
      lay({ ...archive, ...broken }),
    );
    expect(err).toContain("读到的各期都不在这段时间");
    expect(err).toContain("读到的一期是 2026-01-10 的。");
    expect(err).not.toContain("给出的");
  });

  it("withholds titles of its own bulletin's rows alone", async () => {
    const place = lay(both);
    const letter = async (paths: readonly string[]) => {
      await warmRun(["stats", ...paths, "--letters", "../信"], join(place, "甲"));
      return (await PostalMime.parse(readFileSync(join(place, "信", "甲区科协.eml")))).text ?? "";
    };
    const text = await letter([".", "../乙"]);
    expect(text.match(/另一件事/gu)).toHaveLength(1);
    expect(text.match(/（涉密，题目略）/gu)).toHaveLength(1);
  });
});

describe("the day under a notice", () => {
  const year = (rows: string, more: Files = {}): Files => ({
    "bulletin.yaml": HOUSE,
    ...issueFiles("issues/2026-01", { date: "2026-01-10", items: [["一事", "甲区科协"]] }),
    ...issueFiles("issues/2026-02", { date: "2026-05-20", number: 2, items: [["二事", "甲区科协"]] }),
    ...register(rows),
    ...more,
  });
  const last = issueFiles("issues/2026-03", { date: "2026-12-01", number: 3, items: [["三事", "甲区科协"]] });

  it.each<[string, string, Files, readonly string[]]>([
    ["of its last issue as long as the year is not over", "2026年5月20日", year(""), ["--year", "2026"]],
    ["of the last issue of a quarter", "2026年5月20日", year(""), ["--quarter", "2026Q2"]],
    ["the last where a later quarter has an issue", "2026年3月31日", year(""), ["--quarter", "2026Q1"]],
    [
      "the last of a year that has an issue in December",
      "2026年12月31日",
      year("", last),
      ["--year", "2026"],
    ],
    [
      "the last where something came later",
      "2026年12月31日",
      year("2027-01-05,甲区科协,四事,,,\n"),
      ["--year", "2026"],
    ],
    [
      "the last where an issue that is not counted is later",
      "2026年12月31日",
      year("", last),
      ["--year", "2026", "issues/2026-01"],
    ],
    [
      "of the last issue where a row has a year that is far off",
      "2026年5月20日",
      year("2062-01-05,甲区科协,四事,,,\n"),
      ["--year", "2026"],
    ],
    ["what is asked for", "2026年7月1日", year(""), ["--year", "2026", "--date", "2026-07-01"]],
  ])("is %s", async (_, day, files, args) => {
    const place = lay(files);
    const { code } = await warmRun(["stats", ...args, "--letters", "信"], place);
    expect(code).toBe(0);
    const mail = await PostalMime.parse(readFileSync(join(place, "信", "甲区科协.eml")));
    expect(mail.text?.trimEnd().split("\n").at(-1)).toBe(day);
  });

  it("is the same in the notice itself", async () => {
    const place = lay(year(""));
    expect((await warmRun(["stats", "--year", "2026", "-o", "通报.docx"], place)).code).toBe(0);
    const { body } = readDocxText(readFileSync(join(place, "通报.docx")));
    expect(body).toContain("2026年5月20日");
    expect(body).not.toContain("12月31日");
  });
});
