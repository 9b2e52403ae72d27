/** From what a commit touches to what is checked: by name in memory, and with git by the built command. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { changedTargets } from "../src/cli/lint/changed-targets.js";
import { memoryWorkspace } from "../src/read/workspace.js";

const workspace = memoryWorkspace({
  "bulletin.yaml": "bulletin: {}\nlint: {packs: [./packs/ours.csv]}\n",
  "packs/ours.csv": "",
  "packs/other.csv": "",
  "issues/2026-02/issue.yaml": "sections: [{name: 动态, items: [items/01.md]}]\n",
  "issues/2026-02/items/01.md": "",
  "issues/2026-03/issue.yaml": "sections: [{name: 动态, items: [items/01.md, ../../shared/notice.md]}]\n",
  "issues/2026-03/items/01.md": "",
  "issues/2026-03/items/05.md": "",
  "issues/2026-03/notes.md": "# 备忘\n",
  "issues/2026-03/images/fair.png": "",
  "来稿/fair.md": "没有标题的来稿。\n",
  "待审/fair.md": "---\ntitle: 有标题的来稿\n---\n",
  "待审/memo.md": "# 备忘\n",
  "来稿/fair.docx": "",
  "inbox/fair.docx": "",
  "issues/2026-03/items/06.docx": "",
  "notes/fair.docx": "",
  "README.md": "---\ntitle: 说明\n---\n",
  "来稿/README.md": "说明\n",
  "docs/guide.md": "---\n\n# 分隔线开头的说明\n",
  "our-template/template.yaml": "page: {}\n",
  ".github/workflows/ci.yml": "on: push\n",
});

const LATEST = "issues/2026-03/issue.yaml";

describe("the files of a commit lead to", () => {
  it.each<[string, string, readonly string[]]>([
    ["the issue of a listed item", "issues/2026-02/items/01.md", ["issues/2026-02/issue.yaml"]],
    ["the issue of a manifest", LATEST, [LATEST]],
    ["the issue of a picture", "issues/2026-03/images/fair.png", [LATEST]],
    ["the issue of an item that is gone", "issues/2026-03/items/02.md", [LATEST]],
    ["the issue of a picture that is gone", "issues/2026-03/images/gone.jpg", [LATEST]],
    ["the issues that list a file from elsewhere which is gone", "shared/notice.md", [LATEST]],
    ["an item that no issue lists yet", "issues/2026-03/items/05.md", ["issues/2026-03/items/05.md"]],
    ["a submission by its folder", "来稿/fair.md", ["来稿/fair.md"]],
    ["a Word file by its folder", "来稿/fair.docx", ["来稿/fair.docx"]],
    ["the issue of a Word file among its items", "issues/2026-03/items/06.docx", [LATEST]],
    ["nothing for an original that was imported", "inbox/fair.docx", []],
    ["nothing for a Word file elsewhere", "notes/fair.docx", []],
    ["nothing for a Word file that is gone", "来稿/gone.docx", []],
    ["a submission by its front matter", "待审/fair.md", ["待审/fair.md"]],
    ["the latest issue of house rules", "bulletin.yaml", [LATEST]],
    ["the latest issue of a word list", "packs/ours.csv", [LATEST]],
    ["nothing for a table that the house does not name", "packs/other.csv", []],
    ["the latest issue of a template", "our-template/template.yaml", [LATEST]],
    ["a submission whose name is not UTF-8", "来稿/\ufffd\ufffd.md", ["来稿/\ufffd\ufffd.md"]],
    ["a text of the bulletin whose name is not UTF-8", "待审/\ufffd.md", ["待审/\ufffd.md"]],
    ["an item below a name that is not UTF-8", "issues/\ufffd/items/01.md", ["issues/\ufffd/items/01.md"]],
    ["an issue below a name that is not UTF-8", "issues/\ufffd/issue.yaml", ["issues/\ufffd/issue.yaml"]],
    ["nothing for a picture whose name is not UTF-8", "images/\ufffd.png", []],
    ["nothing for notes", "issues/2026-03/notes.md", []],
    ["nothing for other texts", "待审/memo.md", []],
    ["nothing for a readme", "README.md", []],
    ["nothing for a readme among submissions", "来稿/README.md", []],
    ["nothing for documentation", "docs/guide.md", []],
    ["nothing for another YAML", ".github/workflows/ci.yml", []],
    ["nothing for an edition that is gone", "issues/2026-03/dist/2026-03.pdf", []],
    ["nothing for a submission that is gone", "来稿/gone.md", []],
    ["nothing for an issue that is gone", "issues/2026-01/issue.yaml", []],
  ])("%s", (_what, path, targets) => {
    expect(changedTargets([path], workspace).map((target) => target.path)).toEqual(targets);
  });

  it("each target once", () => {
    const paths = ["issues/2026-03/items/01.md", LATEST, "bulletin.yaml", "来稿/fair.md", "来稿/fair.md"];
    expect(changedTargets(paths, workspace)).toEqual([
      { kind: "issue", path: LATEST },
      { kind: "submission", path: "来稿/fair.md" },
    ]);
  });

  it("submissions of a folder without house rules, by its name alone", () => {
    const bare = memoryWorkspace({ "inbox/fair.md": "来稿。\n", "posts/fair.md": "---\ntitle: 文章\n---\n" });
    expect(changedTargets(["inbox/fair.md", "posts/fair.md"], bare).map(({ path }) => path)).toEqual([
      "inbox/fair.md",
    ]);
  });
});

describe("lint --changed", () => {
  const scratch = mkdtempSync(join(tmpdir(), "bulletin-changed-"));
  let folder = scratch;
  let count = 0;
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.org", ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
    });
  const bulletin = (args: readonly string[], env = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("bin/bulletin.js"), ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "zh_CN.UTF-8", NO_COLOR: "1", ...env },
    });
    return { code: status, out: stdout, err: stderr };
  };
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const read = (name: string) => readFileSync(join(folder, name), "utf8");

  let issue = "";

  beforeEach(() => {
    count += 1;
    folder = join(scratch, String(count));
    mkdirSync(folder);
    bulletin(["init"]);
    issue = `issues/${readdirSync(join(folder, "issues"))[0]}`;
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "-m", "first");
  });

  it("finds that a listed item is taken away, though no name is given", () => {
    git("rm", "--quiet", `${issue}/items/02-example.md`);
    const { code, out } = bulletin(["lint", "--changed", "--"]);
    expect(code).toBe(1);
    expect(out).toMatch(/issue\.yaml:\d+:\d+ .*\n.*items\/02-example\.md/);
  });

  it("passes where the manifest is changed with it, and knows a file that was moved", () => {
    git("mv", `${issue}/items/02-example.md`, `${issue}/items/03.md`);
    expect(bulletin(["lint", "--changed", "--", `${issue}/items/03.md`]).code).toBe(1);
    write(`${issue}/issue.yaml`, read(`${issue}/issue.yaml`).replace("02-example", "03"));
    git("add", "--all");
    expect(bulletin(["lint", "--changed", "--", `${issue}/items/03.md`, `${issue}/issue.yaml`]).code).toBe(0);
  });

  it("knows by pre-commit's words what two commits differ in", () => {
    git("rm", "--quiet", `${issue}/items/02-example.md`);
    git("commit", "--quiet", "-m", "second");
    const refs = { PRE_COMMIT_FROM_REF: "HEAD~1", PRE_COMMIT_TO_REF: "HEAD" };
    expect(bulletin(["lint", "--changed", "--"], refs).code).toBe(1);
    expect(bulletin(["lint", "--changed", "--"]).code).toBe(0);
  });

  it("says that there is nothing to check, without git and without names, too", () => {
    rmSync(join(folder, ".git"), { recursive: true });
    expect(bulletin(["lint", "--changed", "--", "README.md", "-", "logo.svg"])).toMatchObject({
      code: 0,
      err: "改动里没有简报的清单、稿件和图片，不用检查。\n",
    });
  });

  it("looks into a folder that is named, and never passes without git what it could not ask about", () => {
    write(`${issue}/items/02-example.md`, "---\ntitle: 稿\n---\n\n报名请拨打13900000000。\n");
    for (const place of [issue, `${issue}/items/`, ".", folder]) {
      const { code, out } = bulletin(["lint", place, "--changed"]);
      expect(out, place).toContain("privacy/mobile-number");
      expect(code).toBe(1);
    }
    mkdirSync(join(folder, "空"));
    expect(bulletin(["lint", "空", "--changed"])).toMatchObject({ code: 0 });
    expect(bulletin(["lint", "空", `${issue}/items/02-example.md`, "--changed"])).toMatchObject({ code: 1 });
    rmSync(join(folder, ".git"), { recursive: true });
    expect(bulletin(["lint", issue, "--changed"])).toMatchObject({ code: 2 });
  });

  it("takes names for names, whatever they begin with", () => {
    write("--output-file=report/来稿/稿.md", "---\ntitle: 稿\n---\n\n报名请拨打13900000000。\n");
    const { code, out } = bulletin(["lint", "--changed", "--", "--output-file=report/来稿/稿.md"]);
    expect(code).toBe(1);
    expect(out).toContain("privacy/mobile-number");
    expect(readdirSync(folder)).not.toContain("report");
  });

  it("refuses a name that leads out of the folder by a link", () => {
    const outside = join(scratch, "outside.md");
    writeFileSync(outside, "外面的稿件。\n");
    mkdirSync(join(folder, "来稿"), { recursive: true });
    symlinkSync(outside, join(folder, "来稿/out.md"));
    const { code, out } = bulletin(["lint", "--changed", "-f", "compact", "--", "来稿/out.md"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^来稿\/out\.md:1:1: error: .*指向文件夹之外的链接/m);
    expect(out).not.toContain("外面的稿件");
  });

  it("lints what lies beside such a link", () => {
    mkdirSync(join(folder, "来稿"), { recursive: true });
    symlinkSync("/etc/hostname", join(folder, "来稿/a.md"));
    writeFileSync(join(folder, "来稿/b.md"), "---\ntitle: 区科协开展调研\n---\n\n各单位踊跃参加。。\n");
    const { code, out } = bulletin(["lint", "-f", "compact", "来稿"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^来稿\/a\.md:1:1: error: .*链接/m);
    expect(out).toMatch(/^来稿\/b\.md:5:\d+: /m);
  });

  it("mends and tells the files of the commit alone", () => {
    const mend = "\n各单位踊跃参加。。\n";
    appendFileSync(join(folder, issue, "items/01-example.md"), mend);
    appendFileSync(join(folder, issue, "items/02-example.md"), `${mend}\n报名请拨打13900000000。\n`);
    const { code, err } = bulletin(["lint", "--changed", "--fix", "--", `${issue}/items/01-example.md`]);
    expect(code).toBe(0);
    expect(err.match(/^已改正 .*$/gm)).toEqual([`已改正 ${issue}/items/01-example.md`]);
    expect(read(`${issue}/items/01-example.md`)).toContain("参加。\n");
    expect(read(`${issue}/items/02-example.md`)).toContain("参加。。\n");
    expect(bulletin(["lint", "--changed", "--", `${issue}/items/01-example.md`]).code).toBe(1);
  });

  describe("asked of git", () => {
    const flaw = "\n各单位踊跃参加。。\n";
    const first = () => `${issue}/items/01-example.md`;
    const second = () => `${issue}/items/02-example.md`;
    const lintedPaths = (args: readonly string[]) => {
      const { code, out, err } = bulletin(["lint", "-f", "json", "--rule", "item/vague-date: off", ...args]);
      if (code === 2) throw new Error(err);
      const { findings, summary } = JSON.parse(out);
      const paths = new Set(findings.map(({ path }: { path: string }) => path));
      return { paths: [...paths].sort(), unchanged: summary.hidden?.unchanged ?? 0 };
    };

    it("tells what differs from the last commit, staged or not, and what git does not know yet", () => {
      appendFileSync(join(folder, first()), flaw);
      git("commit", "--quiet", "--all", "-m", "second");
      expect(lintedPaths(["--changed"])).toEqual({ paths: [], unchanged: 0 });
      appendFileSync(join(folder, second()), flaw);
      write("来稿/fair.md", `---\ntitle: 稿\n---\n${flaw}`);
      expect(lintedPaths(["--changed"])).toEqual({ paths: [second(), "来稿/fair.md"], unchanged: 1 });
      git("add", "--all");
      expect(lintedPaths(["--changed"])).toEqual({ paths: [second(), "来稿/fair.md"], unchanged: 1 });
      expect(lintedPaths(["--changed", "HEAD", "来稿"])).toEqual({ paths: ["来稿/fair.md"], unchanged: 0 });
    });

    it("tells what a branch changes, not what came to the other one since", () => {
      git("branch", "office");
      appendFileSync(join(folder, first()), flaw);
      git("commit", "--quiet", "--all", "-m", "second");
      git("checkout", "--quiet", "office");
      appendFileSync(join(folder, second()), flaw);
      git("commit", "--quiet", "--all", "-m", "third");
      const theirs = git("rev-parse", "--abbrev-ref", "@{-1}").trim();
      expect(lintedPaths(["--changed", theirs])).toEqual({ paths: [second()], unchanged: 0 });
    });

    it("sees the issue whole: errors anywhere, and findings that a changed file is part of", () => {
      appendFileSync(join(folder, second()), "\n报名请拨打13900000000。\n");
      git("commit", "--quiet", "--all", "-m", "second");
      write(first(), read(first()).replace(/title: .*/, /title: .*/.exec(read(second()))?.[0] ?? ""));
      const { code, out } = bulletin(["lint", "-f", "compact", "--changed"]);
      expect(code).toBe(1);
      expect(out).toContain("privacy/mobile-number");
      // Told at the second of the two, which did not change.
      expect(out).toMatch(/02-example\.md:.* \[item\/title-repeated\]/);
    });

    it("reports the whole of an issue when its house rules change", () => {
      appendFileSync(join(folder, first()), flaw);
      git("commit", "--quiet", "--all", "-m", "second");
      appendFileSync(join(folder, "bulletin.yaml"), "\n# 说明\n");
      expect(lintedPaths(["--changed"])).toEqual({ paths: [first()], unchanged: 0 });
    });

    it("reports the change alone when another YAML changes with it", () => {
      appendFileSync(join(folder, first()), flaw);
      git("commit", "--quiet", "--all", "-m", "second");
      write(".github/workflows/ci.yml", "on: push\n");
      appendFileSync(join(folder, second()), flaw);
      expect(lintedPaths(["--changed"])).toEqual({ paths: [second()], unchanged: 1 });
    });

    it("says what is not listed", () => {
      appendFileSync(join(folder, first()), flaw);
      git("commit", "--quiet", "--all", "-m", "second");
      appendFileSync(join(folder, second()), "\n会议在京召开。\n");
      const { code, out } = bulletin(["lint", "--changed"]);
      expect({ code, out }).toMatchObject({
        code: 0,
        out: expect.stringMatching(/没有新的问题。没有改动的稿件里另有 1 处没有列出。\n$/),
      });
    });

    it.each<[string, readonly string[], RegExp]>([
      ["a commit that is not there", ["nowhere"], /git 不认识“nowhere”[^\n]*\n\s*→ [^\n]*fetch-depth: 0/],
      ["a name of a file", ["issues"], /git 不认识“issues”[^\n]*\n\s*→ [^\n]*--changed -- items\/01.md/],
      ["what looks like an option", ["--changed=--output=x"], /git 不认识“--output=x”/],
    ])("refuses %s", (_what, args, words) => {
      const given = args[0]?.startsWith("--changed=") ? args : ["--changed", ...args];
      const { code, err } = bulletin(["lint", ...given]);
      expect(code).toBe(2);
      expect(err).toMatch(words);
      expect(readdirSync(folder)).not.toContain("x");
    });

    it("refuses a history that has nothing in common, and a folder without git", () => {
      git("checkout", "--quiet", "--orphan", "other");
      git("commit", "--quiet", "-m", "other");
      const theirs = git("for-each-ref", "--format=%(refname:short)", "refs/heads").trim().split("\n");
      const unrelated = theirs.find((name) => name !== "other") ?? "";
      expect(bulletin(["lint", "--changed", unrelated])).toMatchObject({ code: 2 });
      rmSync(join(folder, ".git"), { recursive: true });
      const { code, err } = bulletin(["lint", "--changed"]);
      expect(code).toBe(2);
      expect(err).toContain("git 说不出有哪些改动");
    });
  });
});
