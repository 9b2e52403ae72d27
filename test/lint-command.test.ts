/**
 * `bulletin lint` with a baseline, with pages, and as a letter to a unit. Runs the built command, which
 * `npm ci` leaves behind.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const COMMAND = resolve("bin/bulletin.js");
const scratch = mkdtempSync(join(tmpdir(), "bulletin-lint-"));
let folder = scratch;
let count = 0;

beforeEach(() => {
  count += 1;
  folder = join(scratch, String(count));
  mkdirSync(folder);
  cpSync("fixtures/corpus/words/clean", folder, { recursive: true });
  cpSync("fixtures/corpus/words/told/items", join(folder, "items"), { recursive: true });
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function lint(args: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, "--lang", "zh", "lint", ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 16 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

const rulesIn = (out: string): readonly string[] =>
  [...out.matchAll(/\[([\w/-]+)\]$/gm)].map((match) => match[1] ?? "");

function change(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
}

describe("--baseline", () => {
  beforeEach(() => {
    const { code, out, err } = lint(["--baseline", "known.json", "--update-baseline"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^没有新的问题。基线中已有的 \d+ 个问题没有列出。\n$/);
    expect(err).toMatch(/^已把 \d+ 个问题记入基线 known\.json。\n$/);
  });

  it("tells nothing that it holds, and passes", () => {
    const { code, out, err } = lint(["--baseline", "known.json", "-f", "compact"]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toMatch(/没有列出/);
  });

  it("tells what is new, though lines moved, and fails on its errors", () => {
    change("items/01-dates.md", "---\n\n", "---\n\n新的一段，展期至4月31日。\n\n");
    const { code, out } = lint(["--baseline", "known.json", "-f", "compact"]);
    expect(out).toMatch(/^items\/01-dates\.md:6:9: error: .*number\/impossible-date\]\n$/);
    expect(code).toBe(1);
  });

  it("says what is mended, and forgets it when asked", () => {
    change("items/01-dates.md", "98年5月", "1998年5月");
    change("items/01-dates.md", "9时75分", "9时30分");
    const { code, err } = lint(["--baseline", "known.json"]);
    expect(code).toBe(0);
    expect(err).toMatch(/有 2 个问题已经改好/);
    expect(err).toMatch(/items\/01-dates\.md number\/two-digit-year/);
    lint(["--baseline", "known.json", "--update-baseline"]);
    expect(lint(["--baseline", "known.json"]).err).not.toMatch(/改好/);
  });

  it("holds from another folder too", () => {
    const { code, out } = lint(
      ["--baseline", "../known.json", "--quiet", "-f", "compact", ".."],
      join(folder, "items"),
    );
    expect({ code, out }).toEqual({ code: 0, out: "" });
  });
});

describe("a file of more findings than can be told", () => {
  beforeEach(() => {
    const text = `${"甲,乙".repeat(400)}\n\n`.repeat(4);
    writeFileSync(join(folder, "many.md"), `---\ntitle: 示例市科协举办学术交流会\n---\n\n${text}`);
  });

  it.each(["compact", "json", "sarif", "github", "junit"])(
    "is told in a thousand and one, as %s",
    (format) => {
      const { out } = lint(["-f", format, "many.md"]);
      const count = {
        compact: /\n/g,
        json: /"rule":/g,
        sarif: /"ruleId":/g,
        github: /^::/gm,
        junit: /<testcase name="[a-z]+\/[a-z-]+ /g,
      };
      expect(out.match(count[format as keyof typeof count])?.length).toBe(1001);
      expect(out).toContain("item/more-findings");
    },
  );

  it("is held against a baseline with all of its findings", () => {
    lint(["--baseline", "known.json", "--update-baseline", "many.md"]);
    const told = (path: string, args: readonly string[]) =>
      rulesIn(lint([...args, "-f", "compact", path]).out);
    expect(told("many.md", ["--baseline", "known.json"])).toEqual([]);
    // Hundreds of the first thousand go; those that move up were not told before, and are no news.
    const text = readFileSync(join(folder, "many.md"), "utf8");
    writeFileSync(join(folder, "many.md"), text.replace(/甲,乙[^\n]*\n\n/, ""));
    expect(told("many.md", ["--baseline", "known.json"])).toEqual([]);
  });

  it("is mended whole", () => {
    lint(["--fix", "many.md"]);
    expect(readFileSync(join(folder, "many.md"), "utf8")).not.toContain(",");
  });
});

describe("wrong use of a baseline ends with 2 and a remedy", () => {
  it.each([
    [["--baseline", "none.json"], /找不到基线文件“none\.json”[\s\S]*--update-baseline/],
    [["--update-baseline"], /须和 --baseline 一起使用/],
    [["--baseline", "issue.yaml"], /不是可用的基线文件/],
    [["--baseline", "items"], /“items”是文件夹，不是文件/],
    [["--baseline", "items", "--update-baseline"], /“items”是文件夹，不是文件/],
  ])("%j", (args, said) => {
    const { code, err } = lint(args);
    expect(err).toMatch(said);
    expect(code).toBe(2);
  });

  it("that is a link to a file that does not exist: nothing is made where it leads", () => {
    symlinkSync("nowhere.json", join(folder, "link.json"));
    const { code, err } = lint(["--baseline", "link.json", "--update-baseline"]);
    expect([code, existsSync(join(folder, "nowhere.json"))]).toEqual([2, false]);
    expect(err).toContain("“link.json”是一个链接，它指向的文件不存在。");
  });

  it("of more than 16 MiB", () => {
    writeFileSync(join(folder, "big.json"), "");
    truncateSync(join(folder, "big.json"), 17 * 1024 * 1024);
    expect(lint(["--baseline", "big.json"])).toMatchObject({ code: 2, err: expect.stringMatching(/17 MiB/) });
  });

  it.skipIf(process.platform === "win32").each([
    ["a link to a device", () => symlinkSync("/dev/zero", join(folder, "b.json"))],
    ["a named pipe", () => execFileSync("mkfifo", [join(folder, "b.json")])],
  ])("that is %s: nothing is waited for", (_, make) => {
    make();
    for (const more of [[], ["--update-baseline"]])
      expect(lint(["--baseline", "b.json", ...more])).toMatchObject({
        code: 2,
        err: expect.stringMatching(/“b\.json”不是普通文件/),
      });
  });
});

describe("what keeps the editions from being made", () => {
  // On a line with another finding, which a baseline may hold.
  beforeEach(() => change("items/01-dates.md", "98年5月", "98年5月<br>"));

  it("is not recorded, and fails still", () => {
    const { code, out, err } = lint(["--baseline", "b.json", "--update-baseline", "-f", "compact"]);
    expect(code).toBe(1);
    expect(rulesIn(out)).toContain("item/raw-html");
    expect(err).toMatch(
      /^已把 \d+ 个问题记入基线 b\.json。\n另有 1 个错误会妨碍生成各版，不能记入基线，仍须改正。\n$/,
    );
    expect(readFileSync(join(folder, "b.json"), "utf8")).not.toContain("item/raw-html");
  });

  it("is told, though a baseline that came with the copy holds it", () => {
    lint(["--baseline", "b.json", "--update-baseline"]);
    const known = JSON.parse(readFileSync(join(folder, "b.json"), "utf8"));
    // As somebody may write it who takes the line's digest from another entry.
    const forged = known.findings.flatMap((entry: object) => [
      entry,
      { ...entry, rule: "item/raw-html", count: 99 },
    ]);
    writeFileSync(join(folder, "b.json"), JSON.stringify({ ...known, findings: forged }));
    const { code, out, err } = lint(["--baseline", "b.json", "-f", "compact"]);
    expect(code).toBe(1);
    expect(rulesIn(out)).toContain("item/raw-html");
    expect(err).not.toContain("raw-html");
  });
});

describe("--layout", () => {
  it("adds what only composed pages show", () => {
    cpSync("fixtures/corpus/words/clean/items", join(folder, "items"), { recursive: true });
    change("items/06-dictionary.md", "活动按计划完成", "活动\u{E0100}按计划完成，样品编号为\u{1F9EA}");
    const without = rulesIn(lint(["-f", "compact"]).out);
    const { code, out } = lint(["--layout", "-f", "compact"]);
    expect(without.filter((rule) => rule.startsWith("layout/"))).toEqual([]);
    expect(rulesIn(out)).toContain("layout/missing-glyph");
    expect(rulesIn(out).filter((rule) => !rule.startsWith("layout/"))).toEqual(without);
    expect(code).toBe(1);
  });
});

describe("-f report", () => {
  it("writes a letter an item, and tells the editor what is in none of them", () => {
    const { out, err, code } = lint(["-f", "report", "items/03-shares.md"]);
    expect(out).toBe(`您好！
来稿《公民科学素质调查结果发布》已收到，有 2 处请核改：

1. 第1段：…科学素质的公民占比达【185%】，比去年提高1.2个…
   “占比达185%”：部分不会多于全体，比率不超过100%。请核对数字和说法。
2. 第3段：…缩短到20天，投诉量【下降了两倍】，能耗降低到原来的二…
   “下降了两倍”不可能：下降一倍就等于没有了。请核对数字和说法。

请改好后发回，谢谢！
`);
    expect([code, err]).toEqual([0, ""]);
    change("items/03-shares.md", "title: ", "titel: ");
    const { out: without, err: inHouse } = lint(["-f", "report", "items/03-shares.md"]);
    expect(without).toContain("来稿《03-shares》已收到");
    expect(inHouse).toMatch(/^另有 \d+ 个编刊方面的问题没有写进信里，请运行 bulletin lint 查看。\n$/);
  });
});

describe("--statistics", () => {
  it("adds a table to JSON, which stays whole besides", () => {
    const { statistics, findings, summary } = JSON.parse(lint(["--statistics", "-f", "json"]).out);
    const counted = statistics.map(({ count }: { count: number }) => count);
    expect(counted).toEqual(counted.toSorted((a: number, b: number) => b - a));
    expect(counted.reduce((sum: number, count: number) => sum + count, 0)).toBe(findings.length);
    const fixable = statistics.reduce((sum: number, each: { fixable: number }) => sum + each.fixable, 0);
    expect(fixable).toBe(summary.fixable);
    expect(JSON.parse(lint(["-f", "json"]).out)).not.toHaveProperty("statistics");
  });
});

describe("what a report leaves out", () => {
  it("is counted in JSON", () => {
    const whole = JSON.parse(lint(["-f", "json"]).out).summary;
    expect(whole).not.toHaveProperty("hidden");
    const { summary, findings } = JSON.parse(lint(["-f", "json", "--quiet"]).out);
    expect(findings).toHaveLength(whole.errors);
    expect(summary.hidden).toEqual({ warnings: whole.warnings, infos: whole.infos });
    lint(["--baseline", "known.json", "--update-baseline"]);
    const known = JSON.parse(lint(["-f", "json", "--baseline", "known.json"]).out).summary;
    expect(known.hidden).toEqual({ baseline: whole.errors + whole.warnings + whole.infos });
  });
});

describe("a folder of submissions with files that cannot be read", () => {
  const ITEM = "---\ntitle: 甲单位举办活动\n---\n\n正文。\n";
  const TEXT = "示例区科协举办活动\n\n　　3月9日，示例区科协举办活动，56人参加。\n\n（示例区科协）\n";

  beforeEach(() => {
    mkdirSync(join(folder, "来稿/更多"), { recursive: true });
    for (const name of ["甲.md", "乙.md", "更多/丙.md"]) writeFileSync(join(folder, "来稿", name), ITEM);
    for (const [name, content] of [
      ["一.txt", TEXT],
      ["二.pdf", "%PDF-1.7"],
      ["三.docx", "PK\u0003\u0004"],
      ["现场.jpg", "x"],
      [".DS_Store", "x"],
      ["~$三.docx", "x"],
      ["README.md", "x"],
    ] as const) {
      writeFileSync(join(folder, "来稿", name), content);
    }
  });

  it("names each with why", () => {
    const { code, out } = lint([
      "来稿",
      "-f",
      "compact",
      "--rule",
      "item/body-length: off",
      "--rule",
      "attribution/unregistered: off",
    ]);
    expect(out.split("\n").map((line) => line.replace(/ \[.*/, ""))).toEqual([
      "来稿/三.docx:1:1: error: “三.docx”已损坏：文件不完整，打不开。",
      "来稿/二.pdf:1:1: error: “二.pdf”是 PDF，文字和段落不能可靠地取出来。",
      "来稿/更多:1:1: warning: “更多”是一个文件夹，里面的稿件没有检查。",
      "来稿/现场.jpg:1:1: warning: “现场.jpg”是照片，没有检查。",
      "",
    ]);
    expect(code).toBe(1);
    expect(new Set(rulesIn(out))).toEqual(new Set(["import/unreadable", "item/not-read"]));
  });

  it("obeys severities, of the command and of the house", () => {
    expect(lint(["来稿/更多", "来稿/一.txt", "--rule", "item/not-read: error"]).code).toBe(0);
    writeFileSync(
      join(folder, "来稿/bulletin.yaml"),
      "lint: {rules: {item/not-read: off, item/body-length: off}}\n",
    );
    expect(lint(["来稿", "-f", "compact"]).out).not.toContain("item/not-read");
  });

  it("is told the same from the cache, and by --fix", () => {
    const args = ["来稿", "-f", "compact", "--cache", "--cache-location", "cache"];
    const first = lint(args);
    expect(lint(args)).toEqual(first);
    expect(lint(["来稿", "-f", "compact", "--fix"]).out).toBe(first.out);
  });

  it("are all that lies in it: they are linted, and nothing is taken for clean", () => {
    mkdirSync(join(folder, "空"));
    writeFileSync(join(folder, "空/稿.docx"), "x");
    const { code, out } = lint(["空", "-f", "compact"]);
    expect(code).toBe(0);
    expect(out).toContain("空/稿.docx:1:1: warning: ");
  });

  it("has nothing to lint where there is nothing", () => {
    mkdirSync(join(folder, "空"));
    const { code, err } = lint(["空"]);
    expect(code).toBe(2);
    expect(err).toContain("“空”");
  });
});
