/** What `bulletin stats` writes, and where: never over what it did not write, never among sources, under no other form's name. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { warmRun } from "../warm-command.js";
import { HOUSE, issueFiles, madeFolders } from "./small-bulletin.js";

const { lay, clear } = madeFolders();
afterAll(clear);
const FILES = {
  "bulletin.yaml": HOUSE,
  ...issueFiles("issues/2025-01", { date: "2025-01-10", items: [["旧事", "甲区科协"]] }),
  ...issueFiles("issues/2026-01", { date: "2026-01-10", items: [["新事", "乙区科协"]] }),
};

describe("-o", () => {
  it.each([
    ["inbox/一.txt", []],
    ["来稿/x.docx", []],
    ["issues/2026-01/images/b.csv", []],
    [".gitignore", []],
    ["dist/2026-01.docx", []],
    ["dist/2026-01.pdf", []],
    ["notes.txt", []],
    ["名单.csv", []],
    ["数据.json", []],
    ["页面.html", []],
    ["表.xlsx", []],
    ["issues/2025-01/items/1.csv", ["issues/2026-01"]],
  ])("writes over nothing of somebody's own: %s", async (path, paths) => {
    const place = lay(FILES);
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), "单位,采用\n甲,1\n");
    const { code, err } = await warmRun(["stats", ...paths, "-o", path], place);
    expect({ code, told: err.includes(path) }).toEqual({ code: 2, told: true });
    expect(readFileSync(join(place, path), "utf8")).toBe("单位,采用\n甲,1\n");
  });

  it.each(["inbox/统计.csv", "来稿/统计.csv", "issues/2025-01/统计.csv", "issues/统计.csv"])(
    "puts nothing among the sources: %s",
    async (path) => {
      const place = lay(FILES);
      expect(await warmRun(["stats", "issues/2026-01", "-o", path], place)).toMatchObject({ code: 2 });
      expect(existsSync(join(place, path))).toBe(false);
    },
  );

  it.each(["csv", "json", "html", "xlsx", "txt"])(
    "writes over its own %s when the counts are others",
    async (form) => {
      const place = lay(FILES);
      const out = `统计.${form}`;
      for (const by of ["month", "section", "unit"])
        for (const year of ["2025", "2026"])
          expect(await warmRun(["stats", "--by", by, "--year", year, "-o", out], place)).toMatchObject({
            code: 0,
            out: "",
            err: `Wrote ${out}.\n`,
          });
      if (form === "xlsx") return;
      expect(readFileSync(join(place, out), "utf8")).toContain("乙区科协");
    },
  );

  it.each(["docx", "pdf"])("writes over no %s that was worked on, and its own again", async (form) => {
    const place = lay(FILES);
    const args = ["stats", "--year", "2026", "-o", `通报.${form}`];
    expect((await warmRun(args, place)).code).toBe(0);
    expect((await warmRun(args, place)).code).toBe(0);
    const bytes = readFileSync(join(place, `通报.${form}`));
    writeFileSync(join(place, `通报.${form}`), Buffer.concat([bytes, Buffer.from(" ")]));
    const { code, err } = await warmRun(args, place);
    expect(code).toBe(2);
    expect(err).toContain("is there already with other content");
    expect(readFileSync(join(place, `通报.${form}`))).toHaveLength(bytes.length + 1);
  });

  it.each([
    [["-o", "x.doc"], "x.docx"],
    [["-o", "x.xls"], "x.xlsx"],
    [["-o", "信/甲.eml", "--letters", "信"], ".xlsx"],
    [["-f", "csv", "-o", "x.docx"], "x.csv"],
    [["-f", "csv", "-o", "x.xls"], "x.csv"],
    [["-f", "xlsx", "-o", "x.csv"], "x.xlsx"],
    [["--letters", ""], "--letters letters"],
  ])("refuses %j, and says what to write", async (args, words) => {
    const place = lay(FILES);
    const { code, err } = await warmRun(["stats", ...args], place);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(existsSync(join(place, "信"))).toBe(false);
  });

  it.each([
    ["--year", "20"],
    ["--date", "2026-02-30"],
    ["--from", "2026-02-30"],
  ])("refuses %s %s before anything is read", async (option, value) => {
    const place = lay({ ...FILES, "issues/2026-01/issue.yaml": "- no map\n" });
    const { code, err } = await warmRun(["stats", option, value], place);
    expect(code).toBe(2);
    expect(err).not.toContain("issue.yaml");
  });
});
