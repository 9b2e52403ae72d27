/** `bulletin stats` as it is run: on the invented year, on a damaged one, and what it writes. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocxText } from "../edition-text/docx-text.js";
import { readPdfText } from "../edition-text/pdf-text.js";
import { warmRun } from "../warm-command.js";
import { inventedYear } from "./invented-year.js";

const { files } = inventedYear();
const places: string[] = [];
let folder = "";

function lay(changes: Readonly<Record<string, string>> = {}): string {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "年 度-")));
  places.push(place);
  for (const [path, text] of Object.entries({ ...files, ...changes })) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  return place;
}

beforeAll(() => {
  folder = lay();
});

afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true });
});

describe("bulletin stats", () => {
  it("prints a table, and changes nothing", async () => {
    const before = readdirSync(folder, { recursive: true });
    const { code, out } = await warmRun(["--lang", "zh", "stats", "--year", "2026"], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^2026年信息采用情况\n24 期，报送 300 篇，采用 \d+ 篇。\n\n名次 {2}单位 .*得分\n/);
    expect(out.split("\n").filter((line) => /^ +(?:\d+|—) {2}/.test(line))).toHaveLength(15);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it("sets the notice as an issue of one item, in DOCX and PDF with the same words", async () => {
    for (const format of ["docx", "pdf"]) {
      const args = ["stats", "--quarter", "2026Q2", "--format", format, "-o", `通报.${format}`];
      expect(await warmRun(args, folder)).toMatchObject({
        code: 0,
        err: `Wrote 通报.${format}.\n`,
      });
    }
    const { body: docx } = readDocxText(readFileSync(join(folder, "通报.docx")));
    const { body: pdf } = await readPdfText(new Uint8Array(readFileSync(join(folder, "通报.pdf"))));
    expect(pdf).toBe(docx);
    for (const words of [docx, pdf]) {
      expect(words).toContain("关于2026年第二季度信息采用情况的通报");
      expect(words).toContain("澜川市造船工程学会");
      expect(words).toContain("本季度没有报送信息的有");
    }
  });

  it("sets the notice of a house whose rules name one value in two places", async () => {
    const [head = "", rest = ""] = (files["bulletin.yaml"] ?? "").split(
      "  publisher: 澜川市科学技术协会办公室\n",
    );
    const anchored = lay({
      "bulletin.yaml": `units: [&office 澜川市科学技术协会办公室]\n${head}  publisher: *office\n${rest.replace(/^units:\n(?: {2}- .*\n)+/m, "")}`,
    });
    expect(await warmRun(["stats", "--format", "docx", "-o", "通报.docx"], anchored)).toMatchObject({
      code: 0,
    });
    expect(readDocxText(readFileSync(join(anchored, "通报.docx"))).body).toContain(
      "澜川市科学技术协会办公室",
    );
  });

  it("counts the same from any folder of the bulletin", async () => {
    const here = await warmRun(["stats", "--format", "json"], folder);
    const below = await warmRun(["stats", "--format", "json", "."], join(folder, "issues"));
    expect(JSON.parse(below.out).units).toEqual(JSON.parse(here.out).units);
    expect(JSON.parse(below.out).items).toEqual(JSON.parse(here.out).items);
  });

  it("counts on where an issue or a row cannot be read, names it, and ends with 1", async () => {
    const broken = lay({
      "issues/2026-03/issue.yaml": "- no map\n",
      "register.csv": "received,unit,title\n3/9/2026,桐浦区科协,一\n2026-03-10,桐浦区科协,二\n",
    });
    const { code, out, err } = await warmRun(["stats", "--format", "json"], broken);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ version: 1, issues: 23, received: 1 });
    expect(err).toContain("issues/2026-03/issue.yaml:1:1");
    expect(err).toContain("register.csv:2:1");
  });

  it("names an issue that can be read in part alone, and ends with 1", async () => {
    const broken = lay({
      "issues/2026-03/issue.yaml": (files["issues/2026-03/issue.yaml"] ?? "").replace(
        "2026-02-10",
        "2026-02-30",
      ),
    });
    const { code, err } = await warmRun(["stats", "--year", "2026"], broken);
    expect(code).toBe(1);
    expect(err).toContain("issues/2026-03/issue.yaml:3:");
  });

  it.each(["register.csv", "bulletin.yaml", "issues/2026-01/issue.yaml", "issues/2026-01/items/01.md"])(
    "writes over no source: %s",
    async (source) => {
      const before = readFileSync(join(folder, source), "utf8");
      expect(await warmRun(["stats", "--format", "csv", "-o", source], folder)).toMatchObject({ code: 2 });
      expect(readFileSync(join(folder, source), "utf8")).toBe(before);
    },
  );

  it("takes the form from the name of the file", async () => {
    expect(await warmRun(["stats", "-o", "全年.xlsx"], folder)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "全年.xlsx")).subarray(0, 2).toString()).toBe("PK");
  });

  it("writes a letter to each unit", async () => {
    const { code, out, err } = await warmRun(["--lang", "zh", "stats", "--letters", "反馈信"], folder);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toContain("已写好 15 封反馈信草稿");
    expect(readdirSync(join(folder, "反馈信"))).toContain("桐浦区科协.eml");
  });

  it("writes over no letter that holds something else, and over its own again", async () => {
    const place = lay();
    const args = ["stats", "--year", "2026", "--letters", "信"];
    expect((await warmRun(args, place)).code).toBe(0);
    expect((await warmRun(args, place)).code).toBe(0);
    writeFileSync(join(place, "信/桐浦区科协.eml"), "To: someone@example.org\r\n");
    writeFileSync(join(place, "信/notes.txt"), "mine");
    rmSync(join(place, "信/云湖区科协.eml"));
    const { code, err } = await warmRun(args, place);
    expect(code).toBe(2);
    expect(err).toContain("“信/桐浦区科协.eml” is there already with other content. No letter was written.");
    expect(readFileSync(join(place, "信/桐浦区科协.eml"), "utf8")).toBe("To: someone@example.org\r\n");
    expect(readdirSync(join(place, "信"))).not.toContain("云湖区科协.eml");
    expect(readFileSync(join(place, "信/notes.txt"), "utf8")).toBe("mine");
  });

  it("does not count a draft, and tells it; with nothing else there is nothing to count", async () => {
    const manifest = files["issues/2026-24/issue.yaml"] ?? "";
    const place = lay({ "issues/2026-24/issue.yaml": `${manifest}draft: 送审稿\n` });
    const { code, out, err } = await warmRun(["stats", "--year", "2026", "--format", "json"], place);
    expect(code).toBe(0);
    expect(JSON.parse(out).issues).toBe(23);
    expect(err).toBe("issues/2026-24/issue.yaml: a draft, not printed yet, and not counted.\n");
    const chinese = await warmRun(["--lang", "zh", "stats", "issues/2026-24"], place);
    expect(chinese.err).toContain("没有定稿，未计入");
  });

  it("counts a level once, whichever of the rows of an item says it", async () => {
    const [path] = Object.keys(files).filter((one) => one.endsWith("2026-01/items/01.md"));
    const rows = ["市委办采用", "", "市委办采用"].map((level) => `2026-01-03,桐浦区科协,题,${path},${level}`);
    const place = lay({
      "register.csv": `received,unit,title,item,采用层级\n${rows.join("\n")}\n`,
      [path ?? ""]: "---\ntitle: 题\nsource: 桐浦区科协\n---\n\n活动举行。\n",
    });
    const { out } = await warmRun(["stats", "--year", "2026", "--format", "json"], place);
    expect(JSON.parse(out).items.find((one: { path: string }) => one.path === path).levels).toEqual([
      "市委办采用",
    ]);
  });

  it.each([
    [["--year", "26"], "“26” of --year cannot be read."],
    [["--year", "2026", "--quarter", "2026Q1"], "The period is given twice."],
    [["--format", "xlsx"], "xlsx is written to a file, and none was named."],
    [["--date", "3/31"], "“3/31” of --date is no date."],
  ])("refuses %j with a remedy", async (args, problem) => {
    const { code, err } = await warmRun(["stats", ...args], folder);
    expect(code).toBe(2);
    expect(err).toContain(problem);
    expect(err).toContain("→");
  });
});
