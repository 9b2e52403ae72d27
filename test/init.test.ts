/** What `init` and `new issue` leave for others: the text editor's schemas, git, and lines to copy into a shell. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { shellWord } from "../src/cli/terminal/shell-word.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-init-"));
const COMMAND = resolve("bin/bulletin.js");
let folder = scratch;
let count = 0;

beforeEach(() => {
  count += 1;
  folder = join(scratch, String(count));
  mkdirSync(folder);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function bulletin(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, "--lang", "zh", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

/** @returns the file that the first line of a YAML file names as its schema */
function schemaOf(path: string): string {
  const [, way = ""] = /^# yaml-language-server: \$schema=(\S+)\r?\n/.exec(readFileSync(path, "utf8")) ?? [];
  expect(way, path).toMatch(/^\.\.?\//);
  return join(dirname(path), way);
}

const latest = (root: string): string => {
  const names = readdirSync(join(root, "issues")).sort();
  return join(root, "issues", names.at(-1) ?? "", "issue.yaml");
};

describe("schemas", () => {
  it("lie beside the bulletin, by relative paths, and are those of the program", () => {
    bulletin("init", "我的 简报");
    const root = join(folder, "我的 简报");
    for (const [name, path] of [
      ["house", join(root, "bulletin.yaml")],
      ["manifest", latest(root)],
    ] as const) {
      expect(JSON.parse(readFileSync(schemaOf(path), "utf8"))).toEqual(
        JSON.parse(bulletin("schema", name).out),
      );
    }
  });

  it("are named by a new issue, wherever in the bulletin it is put", () => {
    bulletin("init");
    bulletin("new", "issue");
    bulletin("new", "issue", "archive/spring/first");
    for (const path of [latest(folder), join(folder, "archive/spring/first/issue.yaml")]) {
      expect(schemaOf(path)).toBe(join(folder, ".bulletin-schemas", "manifest.schema.json"));
    }
  });

  it("are brought along and up to date by a new issue, which says so", () => {
    writeFileSync(join(folder, "bulletin.yaml"), "sections: [{name: 工作动态}]\n");
    expect(bulletin("new", "issue").out).toContain("已更新 .bulletin-schemas，");
    const schema = schemaOf(latest(folder));
    expect(bulletin("new", "issue").out).not.toContain("已更新");
    writeFileSync(schema, "{}\n");
    expect(bulletin("new", "issue").out).toContain("已更新 .bulletin-schemas，");
    expect(JSON.parse(readFileSync(schema, "utf8"))).toEqual(JSON.parse(bulletin("schema", "manifest").out));
  });

  it("of the fixtures are there once the package is built", () => {
    const files = readdirSync("fixtures", { recursive: true, encoding: "utf8" }).filter(
      (name) => /(^|[/\\])(issue|bulletin)\.yaml$/.test(name) && !name.startsWith("broken"),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const path = join("fixtures", name);
      if (readFileSync(path, "utf8").includes("$schema")) expect(existsSync(schemaOf(path)), name).toBe(true);
    }
  });
});

describe(".gitignore", () => {
  const patterns = ["dist/", ".bulletin-cache/", ".bulletin-history/"];

  it("keeps editions and records out of git", () => {
    bulletin("init");
    const lines = readFileSync(join(folder, ".gitignore"), "utf8").split("\n");
    expect(lines).toEqual(expect.arrayContaining(patterns));
    spawnSync("git", ["init", "--quiet"], { cwd: folder });
    bulletin("build", "--all");
    spawnSync("git", ["add", "--all"], { cwd: folder });
    const { stdout } = spawnSync("git", ["ls-files"], { cwd: folder, encoding: "utf8" });
    expect(stdout).toContain("issue.yaml");
    expect(stdout).not.toContain("dist/");
  });

  it("that is there stays, and what it lacks is told", () => {
    writeFileSync(join(folder, ".gitignore"), "dist/\r\n*.bak\r\n");
    const { code, out } = bulletin("init");
    expect(code).toBe(0);
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("dist/\r\n*.bak\r\n");
    expect(out).toContain(
      "已有的 .gitignore 没有改动，请在里面加上：\n  .bulletin-cache/\n  .bulletin-history/\n",
    );
  });
});

describe("the next commands", () => {
  it
    .runIf(process.platform !== "win32")
    .each(["我的 简报", "it's", '$HOME `x` "y"', "-x", "a!b&c;d", "简报"])(
    "work as they are printed, in a folder called %s",
    (name) => {
      const { out } = bulletin("init", "--", name);
      const lines = out
        .split("\n")
        .flatMap((line) => /^ {2}(bulletin \w.*?)(?: {5}|$)/.exec(line)?.[1] ?? []);
      expect(lines).toHaveLength(3);
      const { status, stderr } = spawnSync(
        "sh",
        ["-euc", `bulletin() { "${process.execPath}" "${COMMAND}" "$@"; }\n${lines.join("\n")}`],
        { cwd: folder, encoding: "utf8" },
      );
      expect(status, stderr).toBe(0);
      expect(existsSync(join(dirname(latest(join(folder, name))), "dist"))).toBe(true);
    },
  );

  it("take the Word file that came with it into the issue, and the issue still builds", () => {
    bulletin("init");
    const { out } = bulletin("import", "来稿/示例区科协稿件.docx", "--yes");
    expect(out).toContain("  标题  示例区科协举办新年科普集市\n  单位  示例区科协\n  报送  沈知微\n");
    expect(out).toContain("  正文  3 段，1 张表\n");
    const issue = dirname(latest(folder));
    expect(bulletin("lint", issue).out).toContain("没有发现问题");
    expect(bulletin("build", issue).code).toBe(0);
  });

  it.each([
    ["简报/issues", {}, "简报/issues"],
    ["我的 简报", {}, '"我的 简报"'],
    ["C:\\简报\\issues", {}, "C:\\简报\\issues"],
    ["50% off (1)", { PROMPT: "$P$G" }, '"50% off (1)"'],
    ["-x", {}, "./-x"],
    ["a$b c", { PROMPT: "$P$G" }, '"a$b c"'],
    ["a$b c", {}, "'a$b c'"],
    ["“早报”", {}, "'“早报”'"],
    ["it's $1", {}, "'it''s $1'"],
    ["‘早’`报`", {}, "'‘‘早’’`报`'"],
    ["a$b c", { MSYSTEM: "MINGW64" }, "'a$b c'"],
  ])("quote %s for the shells of Windows %j", (text, environment, word) => {
    expect(shellWord(text, { platform: "win32", environment })).toBe(word);
  });

  it.each([
    ["简报/2026-01", "简报/2026-01"],
    ["我的 简报", "'我的 简报'"],
    ["it's", "'it'\\''s'"],
    ["~x", "'~x'"],
    ["a\\b", "'a\\b'"],
  ])("quote %s for POSIX shells", (text, word) => {
    expect(shellWord(text, { platform: "linux", environment: { PROMPT: "%" } })).toBe(word);
  });
});

describe("a bulletin with one issue", () => {
  it("is taken for it, until there is another", () => {
    bulletin("init");
    expect(bulletin("build", "-e", "html")).toMatchObject({ code: 0 });
    expect(bulletin("new", "item", "又一篇")).toMatchObject({ code: 0 });
    expect(readFileSync(latest(folder), "utf8")).toContain("items/03.md");
    bulletin("new", "issue");
    const refused = [bulletin("build", "-e", "html"), bulletin("new", "item", "再一篇")];
    expect(refused.map(({ code }) => code)).toEqual([2, 2]);
    expect(refused[0]?.err).toContain("里面有 2 期");
    expect(refused[1]?.err).toContain(`请用 --issue 指明，如 --issue ${join("issues", "")}`);
  });
});

it("an empty folder, as of a script's empty variable, is no place for editions", () => {
  bulletin("init");
  const { code, err } = bulletin("build", "--out", "");
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("这里是空的，应写一个文件夹。") });
});
