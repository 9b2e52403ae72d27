/**
 * The hooks as pre-commit itself installs and runs them, from a repository, with the configuration of docs/ci.md:
 * the package has to build itself there. pre-commit comes from PyPI into an ignored folder.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HOSTILE_NAMES, NAME_IN_GBK, UNSOUND } from "../hostile/hostile-names.js";
import { commandsIn } from "../hostile/obeyed-output.js";

const VERSION = "4.7.0";
const environment = resolve(`.judges/pre-commit-${VERSION}`);
const program = join(environment, "bin/pre-commit");
const scratch = mkdtempSync(join(tmpdir(), "bulletin-pre-commit-"));
const repository = join(scratch, "repository");
const place = join(scratch, "place");
let issue = "";

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const git = (folder: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=judge", "-c", "user.email=judge@example.org", ...args], {
    cwd: folder,
    stdio: "pipe",
  });

function commit(folder: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "-m", "as it is");
}

function preCommit(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(program, ["run", "--color=never", ...args], {
    cwd: place,
    encoding: "utf8",
    env: { ...process.env, PRE_COMMIT_HOME: join(scratch, "home"), LC_ALL: "C.UTF-8" },
  });
  return { code: status, told: `${stdout}${stderr}` };
}

/** The fence of docs/ci.md, with the repository that it stands for. */
function documentedConfiguration(): string {
  const fences =
    readFileSync("docs/ci.md", "utf8").match(/```yaml\n# \.pre-commit-config\.yaml[\s\S]*?```/g) ?? [];
  expect(fences).toHaveLength(1);
  const text = fences[0]?.replace(/^```yaml\n|```$/g, "") ?? "";
  expect(text).toContain("https://example.org/bulletin");
  return text.replace("https://example.org/bulletin", repository);
}

beforeAll(() => {
  if (!existsSync(program)) {
    execFileSync("python3", ["-m", "venv", environment]);
    execFileSync(join(environment, "bin/pip"), ["install", "--quiet", `pre-commit==${VERSION}`], {
      stdio: "pipe",
    });
  }
  // What a clone holds: nothing that is built or installed.
  const left = new Set([".git", "node_modules", "dist", ".judges", ".bench", ".eye", "coverage"]);
  cpSync(".", repository, { recursive: true, filter: (path) => !left.has(basename(path)) });
  git(repository, "init", "--quiet");
  commit(repository);
  git(repository, "tag", "v0.1.0");

  mkdirSync(place);
  execFileSync(process.execPath, [resolve("bin/bulletin.js"), "init", place], { stdio: "pipe" });
  issue = `issues/${readdirSync(join(place, "issues"))[0]}`;
  mkdirSync(join(place, "来稿"), { recursive: true });
  cpSync(join(place, issue, "items/02-example.md"), join(place, "来稿/fair.md"));
  writeFileSync(join(place, "README.md"), "# 说明。。\n");
  writeFileSync(join(place, ".pre-commit-config.yaml"), documentedConfiguration());
  git(place, "init", "--quiet");
  commit(place);
});

beforeEach(() => {
  git(place, "reset", "--quiet", "--hard");
  git(place, "clean", "--quiet", "-dfx");
});

it("install from the repository and pass a sound bulletin", () => {
  const { code, told } = preCommit("--all-files");
  expect(code, told).toBe(0);
  expect(told).toMatch(/bulletin lint --fix\.+Passed\n[\s\S]*bulletin lint\.+Passed/);
});

it.each(["items/01-example.md", "来稿/fair.md"])("find a fault planted in %s", (name) => {
  const path = name.startsWith("items") ? `${issue}/${name}` : name;
  appendFileSync(join(place, path), "\n报名请拨打13900000000。\n");
  git(place, "add", "--all");
  for (const all of [["--all-files"], []]) {
    const { code, told } = preCommit(...all);
    expect(code, told).toBe(1);
    expect(told).toContain(path);
    expect(told).toContain("privacy/mobile-number");
  }
});

it("find that a listed item is taken away by a commit", () => {
  git(place, "rm", "--quiet", `${issue}/items/02-example.md`);
  const { code, told } = preCommit();
  expect(code, told).toBe(1);
  expect(told).toContain("items/02-example.md");
});

it("mend what is committed, and no readme", () => {
  appendFileSync(join(place, issue, "items/01-example.md"), "\n各单位踊跃参加。。\n");
  appendFileSync(join(place, "README.md"), "。。\n");
  git(place, "add", "--all");
  const { code, told } = preCommit("bulletin-fix");
  expect(code, told).toBe(1);
  expect(told).toContain("files were modified by this hook");
  expect(readFileSync(join(place, issue, "items/01-example.md"), "utf8")).toMatch(/参加。\n$/);
  expect(readFileSync(join(place, "README.md"), "utf8")).toMatch(/。。\n。。\n$/);
});

describe("of names that a stranger chose", () => {
  /** The program that pre-commit installs, without it. */
  const hook = (args: string) =>
    spawnSync(
      "bash",
      [
        "-c",
        `git diff --cached --name-only -z | xargs -0 "$NODE" "$COMMAND" --lang en lint --changed ${args} --`,
      ],
      {
        cwd: place,
        encoding: "utf8",
        env: {
          ...process.env,
          NODE: process.execPath,
          COMMAND: resolve("bin/bulletin.js"),
          GITHUB_ACTIONS: "true",
        },
      },
    );
  const topLevel = () => readdirSync(place).sort();
  let before: readonly string[] = [];

  beforeEach(() => {
    for (const name of HOSTILE_NAMES) {
      writeFileSync(join(place, name), UNSOUND.replace("。\n\n报名", "。。\n\n报名"));
      writeFileSync(join(place, "来稿", name), UNSOUND);
    }
    git(place, "add", "--all");
    before = topLevel();
  });

  it("find the fault in each, and print nothing that a service obeys", () => {
    const { code, told } = preCommit("bulletin-lint");
    expect(code, told).toBe(1);
    // Few of one rule are listed, all are counted.
    expect(told).toMatch(new RegExp(`\\b${2 * HOSTILE_NAMES.length} (errors|个错误)`));
    expect(commandsIn(told)).toEqual([]);
    expect(topLevel()).toEqual(before);
  });

  it("mend those that are committed, and make no other file", () => {
    expect(preCommit("bulletin-fix").told).toContain("files were modified by this hook");
    for (const name of HOSTILE_NAMES)
      expect(readFileSync(join(place, name), "utf8"), name).not.toContain("。。");
    expect(topLevel().filter((name) => name !== ".bulletin-history")).toEqual(before);
  });

  it("find them by git's own hook as well, one that is not UTF-8 among them", () => {
    writeFileSync(Buffer.concat([Buffer.from(`${place}/来稿/`), NAME_IN_GBK]), UNSOUND);
    git(place, "add", "--all");
    const { stdout, stderr, status } = hook("--format compact");
    expect(status, stderr).not.toBe(0);
    expect(stdout.match(/\[privacy\/mobile-number\]$/gm)).toHaveLength(2 * HOSTILE_NAMES.length);
    expect(stdout).toMatch(/^来稿\/\ufffd+\.md:1:1: error: .*not UTF-8/m);
    expect(commandsIn(stdout + stderr)).toEqual([]);
    expect(topLevel()).toEqual(before);
  });

  it("never pass one that is not UTF-8, whatever pre-commit itself makes of it", () => {
    writeFileSync(Buffer.concat([Buffer.from(`${place}/来稿/`), NAME_IN_GBK]), UNSOUND);
    git(place, "add", "--all");
    expect(preCommit("bulletin-lint").code).not.toBe(0);
  });
});

it("check a commit that touches nothing of the bulletin, and pass", () => {
  writeFileSync(join(place, "budget.csv"), "1,2\n");
  git(place, "add", "--all");
  expect(preCommit().code).toBe(0);
});
