/**
 * The command line as its users meet it: arguments and files in, exit code, output and files out.
 * Runs the built command, which `npm ci` leaves behind.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_EDITIONS, fileNameOf } from "../src/editions/edition-table.js";
import { brokenFixtures } from "./built-fixtures.js";
import { warmRun } from "./warm-command.js";

const COMMAND = resolve("bin/bulletin.js");
const scratch = mkdtempSync(join(tmpdir(), "bulletin-cli-"));
let folder = scratch;
let count = 0;

beforeEach(() => {
  count += 1;
  folder = join(scratch, String(count));
  mkdirSync(folder);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function bulletin(
  args: readonly string[],
  { cwd = folder, input = "" as string | Uint8Array, env = {} } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd,
    input,
    encoding: "utf8",
    env: { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "", NO_COLOR: "1", SOURCE_DATE_EPOCH: "", ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

const useFixture = (name: string) => cpSync(join("fixtures", name), folder, { recursive: true });

const filesIn = (path: string): string[] => (existsSync(path) ? readdirSync(path).sort() : []);

const digest = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("wrong usage ends with 2 and a remedy", () => {
  it.each([
    [["biuld"], /Did you mean build/],
    [["lint", "nowhere"], /“nowhere” does not exist/],
    [["lint", "/dev/null"], /“\/dev\/null” cannot be read: it is not a regular file/],
    [["lint", "-f", "checkstyle"], /Allowed choices/],
    [["lint", "--max-warnings", "-1"], /whole number/],
    [["lint", "--rule", "nonsense"], /--rule 'NAME: off/],
    [["lint", "--rule", "item/title-lenght: off"], /item\/title-length/],
    [["lint", "--rule", "manifest/syntax: off"], /cannot be lowered/],
    [["lint", "-"], /--stdin-filename/],
    [["build", "-e", "epub"], /no edition “epub”\. Choose/],
    [["build", "-e", "Word"], /no edition “Word”\. Did you mean docx\?/],
    [["build", "-e", "pdff"], /Did you mean pdf\?/],
    [["check"], /Did you mean lint\?/],
    [["lint", "--rule", "手机号码: off"], /privacy\/mobile-number/],
    [["build", "."], /no issue\.yaml/],
    [["build", "--json", "--watch"], /--watch and --json cannot be combined.*\n.*Leave out one/],
    [["build", "--print", "layout", "--watch"], /--print .* cannot be combined with --watch/],
    [["build", "--print", "issue", "--json"], /--print .* cannot be combined with --json/],
    [["explain", "section/ordr"], /section\/order/],
    [["schema", "manifst"], /manifest/],
    [["new", "issue"], /bulletin init/],
    [["--lang", "fr", "rules"], /Allowed choices/],
  ])("%j", (args, said) => {
    const { code, err, out } = bulletin(args);
    expect(err).toMatch(said);
    expect(out).toBe("");
    expect(code).toBe(2);
  });

  it.each([
    [["biuld"], /^没有“biuld”这个命令\n（是否想写“build”？）/],
    [["build", "--foo"], /^没有“--foo”这个选项/],
    [["explain"], /^缺少参数“rule”/],
    [["names"], /^还要写上选项“--from <dir>”/],
    [["检查"], /^没有“检查”这个命令\n（是否想写“lint”？）/],
    [["lint", "-f", "xml"], /不能写“xml”。可用的有：pretty, compact/],
    [["lint", "-o"], /后面缺少内容/],
  ])("%j in Chinese", (args, said) => {
    const { code, err } = bulletin(["--lang", "zh", ...args]);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/error|Did you mean|Allowed/);
    expect(code).toBe(2);
  });

  it("explains a file given as a manifest", () => {
    writeFileSync(join(folder, "来稿.txt"), "标题\n正文");
    const { code, err } = bulletin(["--lang", "zh", "build", "来稿.txt"]);
    expect(code).toBe(2);
    expect(err).toContain("issue.yaml");
  });
});

describe("build", () => {
  it.each(["items", "items/out", "images", "ITEMS"])("puts nothing where copy is kept: %s", (out) => {
    useFixture("minimal");
    const { code, err } = bulletin(["build", "-e", "html", "--out", out]);
    expect([code, err]).toEqual([2, expect.stringContaining("  → Choose another folder with --out")]);
    expect(err).toContain(`Nothing can be written to “${out}”`);
    expect(filesIn(folder).filter((name) => name.endsWith(".html"))).toEqual([]);
  });

  it("may collect editions in the issue's folder or beside it", () => {
    useFixture("minimal");
    for (const out of [".", "printed", "../images/items"])
      expect(bulletin(["build", "-e", "html", "--out", out]).code).toBe(0);
  });

  it("writes all editions into dist and says where", () => {
    useFixture("minimal");
    const { code, out } = bulletin(["build"]);
    expect(code).toBe(0);
    const stem = filesIn(join(folder, "dist"))[0]?.replace(/\.\w+$/, "");
    const names = DEFAULT_EDITIONS.map((edition) => fileNameOf(edition, stem ?? ""));
    expect(filesIn(join(folder, "dist"))).toEqual([...names].sort());
    for (const name of names) expect(out).toContain(`dist/${name}`);
  });

  it("gives the same bytes from another folder, language and time zone", () => {
    useFixture("work-bulletin");
    bulletin(["build", "-o", "one"], { env: { TZ: "Asia/Shanghai" } });
    const elsewhere = join(folder, "elsewhere");
    mkdirSync(elsewhere);
    bulletin(["--lang", "zh", "build", "..", "-o", "../two"], {
      cwd: elsewhere,
      env: { TZ: "America/Lima", LANG: "C" },
    });
    const files = filesIn(join(folder, "one"));
    expect(files).toHaveLength(DEFAULT_EDITIONS.length);
    expect(
      files.map((file) =>
        digest(
          join(
            folder,
            "two",
            file.replace(/^.*(\.\w+)$/, (name) => name),
          ),
        ),
      ),
    ).toEqual(files.map((file) => digest(join(folder, "one", file))));
  });

  it("tells JSON that fits what it wrote", () => {
    useFixture("minimal");
    const { code, out } = bulletin(["build", "--json", "-e", "pdf,html"]);
    expect(code).toBe(0);
    const { issues, findings } = JSON.parse(out);
    expect(findings).toEqual([]);
    expect(issues).toHaveLength(1);
    expect(issues[0].editions.map(({ edition }: { edition: string }) => edition)).toEqual(["pdf", "html"]);
    for (const { path, bytes, sha256 } of issues[0].editions) {
      expect(readFileSync(join(folder, path))).toHaveLength(bytes);
      expect(digest(join(folder, path))).toBe(sha256);
    }
    expect(issues[0].editions[0].pages).toBeGreaterThan(0);
    expect(typeof issues[0].milliseconds).toBe("number");
  });

  it("leaves the editions of the last run whole where it is refused", () => {
    useFixture("minimal");
    bulletin(["build"]);
    const files = filesIn(join(folder, "dist"));
    const before = files.map((file) => digest(join(folder, "dist", file)));
    writeFileSync(join(folder, "issue.yaml"), "number: 0\n");
    const { code, err } = bulletin(["build"]);
    expect(code).toBe(1);
    expect(err).toMatch(/issue\.yaml:1:9/);
    expect(filesIn(join(folder, "dist"))).toEqual(files);
    expect(files.map((file) => digest(join(folder, "dist", file)))).toEqual(before);
  });

  it("stops at warnings with --strict alone", () => {
    useFixture("minimal");
    writeFileSync(join(folder, "items", "99-unlisted.md"), "---\ntitle: 没有列入的稿件\n---\n\n正文。\n");
    expect(bulletin(["build"]).code).toBe(0);
    expect(bulletin(["build", "--strict"]).code).toBe(1);
  });

  it("builds every issue with --all, the same with one job and with two", () => {
    expect(bulletin(["init"]).code).toBe(0);
    expect(bulletin(["new", "issue", "--date", "2026-04-01", "--number", "7"]).code).toBe(0);
    const second = "issues/2026-07";
    expect(bulletin(["new", "item", "示例单位召开年度会议", "-i", second]).code).toBe(0);
    const item = join(folder, second, "items/01.md");
    writeFileSync(item, `${readFileSync(item, "utf8")}4月1日，示例单位召开年度会议。\n`);
    const one = bulletin(["build", "--all", "-j", "1", "-o", "one", "--json"]);
    const two = bulletin(["build", "--all", "-j", "2", "-o", "two", "--json"]);
    expect([one.code, two.code]).toEqual([0, 0]);
    const sums = ({ out }: Outcome) =>
      JSON.parse(out).issues.flatMap(({ editions }: { editions: { sha256: string }[] }) =>
        editions.map(({ sha256 }) => sha256),
      );
    expect(sums(one)).toHaveLength(2 * DEFAULT_EDITIONS.length);
    expect(sums(two)).toEqual(sums(one));
  });

  it("asks for --all where a folder holds several issues", () => {
    bulletin(["init"]);
    bulletin(["new", "issue"]);
    const { code, err } = bulletin(["build"]);
    expect(code).toBe(2);
    expect(err).toContain("--all");
  });

  it("prints the composed pages and writes nothing", () => {
    useFixture("minimal");
    const { code, out } = bulletin(["build", "--print", "layout"]);
    expect(code).toBe(0);
    expect(out).toContain("page 1");
    expect(existsSync(join(folder, "dist"))).toBe(false);
  });

  it("does not follow an output folder that leaves the bulletin", () => {
    useFixture("minimal");
    const { code, err } = bulletin(["build"], { cwd: folder });
    expect([code, err]).toEqual([0, ""]);
    writeFileSync(
      join(folder, "issue.yaml"),
      `${readFileSync(join(folder, "issue.yaml"), "utf8")}output: {folder: ../outside}\n`,
    );
    expect(bulletin(["build"]).code).toBe(1);
    expect(existsSync(join(scratch, "outside"))).toBe(false);
  });
});

describe("every broken fixture", () => {
  it.each(brokenFixtures)("%s is refused with a place, and nothing is written", async (name) => {
    const path = join("fixtures/broken", name);
    const { code, out, err } = await warmRun(["build", path, "--out", folder], ".");
    expect([1, 2]).toContain(code);
    expect(err).toMatch(/\.(md|yaml|png|jpe?g|webp|svg)(:\d+:\d+)?/);
    expect(out).toBe("");
    expect(filesIn(folder)).toEqual([]);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe("lint", () => {
  const WITH_FAULT = "---\ntitle: 示例区举办科普展。\n---\n\n3月1日，示例区举办科普展。\n";

  it("reports an item alone, in both languages", () => {
    writeFileSync(join(folder, "05.md"), WITH_FAULT);
    const english = bulletin(["lint", "05.md"]);
    const chinese = bulletin(["--lang", "zh", "lint", "05.md"]);
    expect(english.out).toMatch(/05\.md:2:\d+ {2}warning {2}item\/title-punctuation/);
    expect(chinese.out).toMatch(/05\.md:2:\d+ {2}警告 {2}item\/title-punctuation/);
    expect(english.code).toBe(0);
  });

  it("marks the place under full-width characters", () => {
    writeFileSync(join(folder, "05.md"), WITH_FAULT);
    const lines = bulletin(["lint", "05.md"]).out.split("\n");
    const source = lines.findIndex((line) => line.includes("│ title:"));
    // "title: " takes 7 columns, eight Han take 16, the mark takes two.
    expect(lines[source + 1]).toMatch(/│ {24}\^\^$/);
  });

  it("counts columns in code points and offsets in UTF-16 units", () => {
    writeFileSync(join(folder, "05.md"), "---\ntitle: 𠮷野区举办科普展。\n---\n\n3月1日，举办科普展。\n");
    const { findings } = JSON.parse(bulletin(["lint", "-f", "json", "05.md"]).out);
    const finding = findings.find(({ rule }: { rule: string }) => rule === "item/title-punctuation");
    expect(finding.start).toEqual({ line: 2, column: 16, offset: 20 });
    expect(finding.end).toEqual({ line: 2, column: 17, offset: 21 });
  });

  it("mends what can be mended and keeps line ends and a byte order mark", () => {
    const before = `\uFEFF${WITH_FAULT.replaceAll("\n", "\r\n")}`;
    writeFileSync(join(folder, "05.md"), before);
    const dry = bulletin(["lint", "--fix-dry-run", "05.md"]);
    expect(dry.out).toMatch(/^-title: 示例区举办科普展。/m);
    expect(readFileSync(join(folder, "05.md"), "utf8")).toBe(before);
    bulletin(["lint", "--fix", "05.md"]);
    expect(readFileSync(join(folder, "05.md"), "utf8")).toBe(before.replace("展。\r\n---", "展\r\n---"));
    expect(bulletin(["lint", "--fix", "05.md"]).err).toBe("");
  });

  it("prints no mark of emphasis once bold beside a blank is mended", () => {
    useFixture("minimal");
    const body = "强调**抓落实** **。** 与会人员参观。\n\n**一是强组织。** **二是抓队伍。**\n";
    writeFileSync(join(folder, "items/01.md"), `---\ntitle: 示例市科协召开会议\n---\n\n${body}`);
    bulletin(["lint", "--fix"]);
    bulletin(["build", "-e", "html", "-o", "out"]);
    const [name = ""] = filesIn(join(folder, "out"));
    const html = readFileSync(join(folder, "out", name), "utf8");
    const printed = html.slice(html.indexOf("<body"));
    expect(printed).not.toContain("*");
    expect(printed).toContain("强调<strong>抓落实。</strong>与会人员参观。");
    expect(printed).toContain("<strong>一是强组织。二是抓队伍。</strong>");
  });

  it("takes suggestions only when asked to, and shows them first", () => {
    const text = "---\ntitle: 示例市科协召开会议\ndate: 2026-03-10\n---\n\n会议定于3月16日（星期二）召开。\n";
    writeFileSync(join(folder, "05.md"), text);
    const shown = bulletin(["lint", "05.md", "--fix-suggestions", "--fix-dry-run"]);
    expect(shown.out).toContain("-会议定于3月16日（星期二）召开。\n+会议定于3月16日（星期一）召开。\n");
    bulletin(["lint", "05.md", "--fix"]);
    expect(readFileSync(join(folder, "05.md"), "utf8")).toBe(text);
    expect(
      bulletin(["lint", "-", "--stdin-filename", "05.md", "--fix-suggestions"], { input: text }).out,
    ).toBe(text.replace("二）", "一）"));
    bulletin(["lint", "05.md", "--fix-suggestions"]);
    expect(readFileSync(join(folder, "05.md"), "utf8")).toBe(text.replace("二）", "一）"));
  });

  it("tells what is left by the lines of the file as it is, where nothing is written", () => {
    const text =
      "---\ntitle: 示例市科协召开会议\ndate: 2026-03-10\n---\n\n会议由示例市\n科协主办。\n\n请拨打13900000000,报名。\n";
    writeFileSync(join(folder, "05.md"), text);
    const dry = ["lint", "05.md", "--fix-suggestions", "--fix-dry-run"];
    const told = bulletin(dry);
    expect(told.out).toContain("+会议由示例市科协主办。\n");
    expect(told.err).toContain("05.md:9:4  error  privacy/mobile-number");
    expect(told.err).toContain("  9 │ 请拨打13900000000,报名。\n");
    expect(told.err).toMatch(
      /^2 findings in 1 file would be fixed, \d+ would be left; nothing was written\.$/m,
    );
    const { findings, summary } = JSON.parse(bulletin([...dry, "-f", "json"]).err);
    const mobile = findings.find(({ rule }: { rule: string }) => rule === "privacy/mobile-number");
    expect(mobile.start).toEqual({ line: 9, column: 4, offset: text.indexOf("139") });
    expect(summary).not.toHaveProperty("fixed");
    expect(readFileSync(join(folder, "05.md"), "utf8")).toBe(text);
  });

  it("says how much it fixed, in how many files, and what is left", () => {
    for (const name of ["a.md", "b.md"]) writeFileSync(join(folder, name), WITH_FAULT);
    const { out, err } = bulletin(["lint", "a.md", "--fix"]);
    const left = Number(/(\d+) info\./.exec(out)?.[1]);
    expect(err).toContain(`Fixed 1 finding in 1 file; ${left} left.\n`);
    const { summary } = JSON.parse(bulletin(["lint", "b.md", "--fix", "-f", "json"]).out);
    expect(summary.fixed).toEqual({ findings: 1, files: 1 });
    const again = JSON.parse(bulletin(["lint", "b.md", "--fix", "-f", "json"]).out);
    expect(again.summary.fixed).toEqual({ findings: 0, files: 0 });
    expect(JSON.parse(bulletin(["lint", "b.md", "-f", "json"]).out).summary).not.toHaveProperty("fixed");
  });

  it("reads standard input as the file named", () => {
    const { out, code } = bulletin(["lint", "-", "--stdin-filename", "items/05.md", "-f", "compact"], {
      input: WITH_FAULT,
    });
    expect(out).toMatch(/^items\/05\.md:2:\d+: warning: /);
    expect(code).toBe(0);
  });

  it("gives the mended text of standard input on standard output", () => {
    const { out } = bulletin(["lint", "-", "--stdin-filename", "05.md", "--fix"], { input: WITH_FAULT });
    expect(out).toBe(WITH_FAULT.replace("展。\n---", "展\n---"));
    const again = bulletin(["lint", "-", "--stdin-filename", "05.md", "--fix"], { input: out });
    expect(again.out).toBe(out);
  });

  it("names the encoding of standard input", () => {
    const input = Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0xa1, 0xa3, 0x0a]);
    const { out, code } = bulletin(["lint", "-", "--stdin-filename", "05.md"], { input });
    expect(out).toContain("GB18030");
    expect(code).toBe(1);
  });

  it("says why too many warnings end with 1, even where none is shown", () => {
    writeFileSync(join(folder, "05.md"), WITH_FAULT);
    const { err, code } = bulletin(["lint", "05.md", "--quiet", "--max-warnings", "0"]);
    expect(err).toMatch(/more than the 0 that --max-warnings allows/);
    expect(code).toBe(1);
  });

  it("heeds --rule, --quiet and --max-warnings", () => {
    writeFileSync(join(folder, "05.md"), WITH_FAULT);
    expect(bulletin(["lint", "05.md", "--max-warnings", "0"]).code).toBe(1);
    expect(bulletin(["lint", "05.md", "--rule", "item/title-punctuation: error"]).code).toBe(1);
    const silenced = bulletin([
      "lint",
      "05.md",
      "--rule",
      "item/title-punctuation: off",
      "--max-warnings",
      "0",
      "-f",
      "compact",
    ]);
    expect(silenced.out).not.toContain("item/title-punctuation");
    expect(bulletin(["lint", "05.md", "--quiet", "-f", "compact"]).out).toBe("");
  });

  it("writes its report to a file", () => {
    writeFileSync(join(folder, "05.md"), WITH_FAULT);
    expect(bulletin(["lint", "05.md", "-f", "json", "-o", "report.json"]).out).toBe("");
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    expect(report.version).toBe(1);
    expect(report.summary).toMatchObject({ errors: 0, files: 1 });
    expect(report.summary.fixable).toBeGreaterThan(0);
  });
});

describe("build", () => {
  it("adds the editions of a repeated option", () => {
    bulletin(["init", "b"]);
    const { code } = bulletin(["build", "b", "--all", "-e", "html", "-e", "pdf", "-o", "out"]);
    expect(code).toBe(0);
    expect(filesIn(join(folder, "out")).map((name) => name.split(".").at(-1))).toEqual(["html", "pdf"]);
  });

  it("explains an output folder that is a link to nowhere", () => {
    bulletin(["init", "b"]);
    symlinkSync(join(folder, "gone"), join(folder, "out"));
    const { code, err } = bulletin(["build", "b", "--all", "-e", "html", "-o", "out"]);
    expect(err).toMatch(/broken link/);
    expect(code).toBe(2);
  });
});

describe("init and new", () => {
  it("never writes an item outside the issue", () => {
    bulletin(["init", "b"]);
    const { code, err } = bulletin([
      "new",
      "item",
      "甲乙",
      "-i",
      "b/issues/2026-01",
      "--file",
      "../../../evil.md",
    ]);
    expect(err).toMatch(/not inside the issue's folder/);
    expect(code).toBe(2);
    expect(existsSync(join(folder, "evil.md"))).toBe(false);
  });

  it("make a bulletin that lints clean and builds at once", () => {
    expect(bulletin(["init", "我的简报"]).code).toBe(0);
    const lint = bulletin(["lint", "我的简报", "--max-warnings", "0"]);
    expect(lint.out).not.toMatch(/error|warning {2}/);
    expect(lint.code).toBe(0);
    expect(bulletin(["build", "我的简报", "--all"]).code).toBe(0);
  });

  it("never touch a file that is there", () => {
    bulletin(["init"]);
    const house = readFileSync(join(folder, "bulletin.yaml"), "utf8");
    expect(bulletin(["init"]).code).toBe(2);
    expect(readFileSync(join(folder, "bulletin.yaml"), "utf8")).toBe(house);
  });

  it("reads a date as people write it, and says what is wrong with another", () => {
    bulletin(["init"]);
    expect(bulletin(["new", "issue", "--date", "2026/7/1", "--number", "91"]).code).toBe(0);
    expect(readFileSync(join(folder, "issues/2026-91/issue.yaml"), "utf8")).toMatch(/^date: 2026-07-01 /m);
    expect(bulletin(["new", "issue", "--date", "7月1日"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("cannot be read as a date"),
    });
    expect(bulletin(["new", "issue", "--date", "2026-02-30"]).err).toContain("no such day");
  });

  it("add a supplement, counted by itself, and an issue that follows the last one", () => {
    bulletin(["init"]);
    const [issue = ""] = readdirSync(join(folder, "issues"));
    const manifest = join(folder, "issues", issue, "issue.yaml");
    const more = "total: 41\nperiod: {from: 2026-05-01, to: 2026-05-15}\neditorial: {editor: 宁溪}\n";
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/^year:.*\n/m, `year: 2026\n${more}`));
    const next = (...args: string[]) => {
      const { code, out } = bulletin(["new", "issue", "--date", "2026-06-01", ...args]);
      expect(code).toBe(0);
      return readFileSync(join(folder, /issues\S+issue\.yaml/.exec(out)?.[0] ?? ""), "utf8");
    };
    const supplement = next("--series", "增刊");
    expect(supplement).toContain("series: 增刊 # 刊别 series\nnumber: 1 # 增刊第1期\ndate: 2026-06-01");
    expect(next("--series", "增刊")).toContain("number: 2 # 增刊第2期");
    expect(next("--series", "专刊")).toContain("number: 1 # 专刊第1期");
    const regular = next();
    expect(regular).toContain("number: 2 # 第2期\ntotal: 42 # 总第42期\n");
    expect(regular).toContain("period: {from: 2026-05-16, to: 2026-05-31}");
    expect(regular).toContain("editorial:\n  editor: 宁溪\n");
    expect(readdirSync(join(folder, "issues")).sort()).toEqual(
      [issue, "2026-02", "2026-专刊01", "2026-增刊01", "2026-增刊02"].sort(),
    );
    expect(bulletin(["new", "issue", "--series", "增刊3"]).err).toContain("--series 增刊 --number 3");
  });

  it("add an issue after the latest and list a new item in it", () => {
    bulletin(["init"]);
    const { out } = bulletin(["new", "issue", "--date", `${new Date().getFullYear()}-12-01`]);
    const issue = /issues\S+issue\.yaml/.exec(out)?.[0] ?? "";
    expect(readFileSync(join(folder, issue), "utf8")).toContain("number: 2");
    expect(
      bulletin(["new", "item", "某区举办活动", "-s", "基层动态", "--source", "某区", "-i", issue]).code,
    ).toBe(0);
    const text = readFileSync(join(folder, issue), "utf8");
    expect(text).toMatch(/name: 基层动态\n\s+items:\n\s+- items\/01\.md/);
    expect(text).toContain("# 第2期");
    for (const file of ["CON.md", "items/aux.md", "items/a:b.md", "items/甲 .md/"]) {
      const { code, err } = bulletin(["new", "item", "某区举办活动", "--file", file, "-i", issue]);
      expect([file, code, err]).toEqual([file, 2, expect.stringContaining("cannot be the name of a file")]);
    }
    expect(bulletin(["new", "item", "某区举办活动", "-s", "基层动太", "-i", issue]).err).toContain(
      "基层动态",
    );
  });
});

describe("help", () => {
  it.each(["build", "lint", "init", "new", "explain", "schema"])(
    "of %s has examples in both languages",
    (name) => {
      expect(bulletin([name, "--help"]).out).toContain("Examples:");
      expect(bulletin(["--lang", "zh", name, "--help"]).out).toContain("示例：");
    },
  );

  it.each([
    ["mobile-number", "privacy/mobile-number"],
    ["手机号码", "privacy/mobile-number"],
    ["mobile numbers", "privacy/mobile-number"],
    ["Title at most 36", "item/title-length"],
    ["身份证", "privacy/id-number"],
  ])("explains the one rule that %s stands for", (words, id) => {
    const { out, code } = bulletin(["explain", ...words.split(" ")]);
    expect(code).toBe(0);
    expect(out.startsWith(`${id} · `)).toBe(true);
  });

  it.each(["xyz", "foo", "付", "a"])(
    "names no rule as related to %s, which is but a part of other words",
    (word) => {
      const { err, code } = bulletin(["explain", word]);
      expect(code).toBe(2);
      expect(err).toContain("bulletin rules");
      expect(err).not.toContain("related");
      expect(err).not.toContain("有关的是");
    },
  );

  it("lists and explains every rule", () => {
    const rules = JSON.parse(bulletin(["rules", "--json"]).out);
    expect(rules.length).toBeGreaterThan(40);
    const { out, code } = bulletin(["explain", rules[0].id]);
    expect(code).toBe(0);
    expect(out).toContain(rules[0].id);
  });
});
