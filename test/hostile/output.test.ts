/**
 * Every command and every format, over names and words of an author who writes for the terminal and for the CI service:
 * no line is a command to the service, no character one that a terminal obeys. Each payload holds the word "forged", so
 * that a case shows that it was told at all.
 */
import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { homeEnvironment } from "../own-home.js";
import { warmRun } from "../warm-command.js";
import { commandsIn, unseenIn } from "./obeyed-output.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-output-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
vi.setConfig({ testTimeout: 120_000 });
const COMMAND = resolve("bin/bulletin.js");

/** Controls of both rows, a mark of direction, a line separator, a space of no width, a tag, a filler. */
const ESCAPES = "\u001b]0;forged\u0007\u009b31m\u007f\u202e\u2066\u2028\u200b\ufeff\u{e0041}\u3164\r";
const LINE = "::error file=a,line=1::forged";
const MASK = "##[add-mask]forged";
/** What all of it looks like in a name, a title, an argument. */
const WORD = `${LINE}${ESCAPES}\n${LINE}\n  ${MASK}\u3000##vso[task.setvariable variable=a]forged`;
/** As YAML and JSON write it. */
const quote = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
const QUOTED = quote(WORD);
const ISSUE = `issues/${WORD}`;
/** Of its characters all can be seen, for others are refused in a path that is written. */
const ITEM = `items/${LINE}${MASK}.md`;

const TEXT = `---
title: ${QUOTED}
source: ${QUOTED}
---

${LINE} 五月十八日,市科协。

${MASK} 13900000000，${LINE}

[${MASK}](http://forged.example/)，甲 乙,丙${WORD.replace(/\s/gu, "")}。
`;

/** Findings of many rules, each over hostile words; without those of severity error it can be built. */
function makeBulletin(folder: string): void {
  mkdirSync(join(folder, ISSUE, "items"), { recursive: true });
  writeFileSync(
    join(folder, "bulletin.yaml"),
    `bulletin: {name: ${QUOTED}, publisher: ${QUOTED}}
sections: [{name: 工作动态}, {name: ${QUOTED}}]
contact: {label: 信息报送邮箱, email: submissions@example.org}
`,
  );
  writeFileSync(
    join(folder, ISSUE, "issue.yaml"),
    `year: 2026
number: 1
date: 2026-05-18
slug: ok
sections:
  - name: ${QUOTED}
    items: [${quote(ITEM)}]
`,
  );
  writeFileSync(join(folder, ISSUE, ITEM), TEXT);
  writeFileSync(join(folder, ISSUE, "items", `9${WORD}.md`), TEXT);
  mkdirSync(join(folder, WORD));
  writeFileSync(join(folder, WORD, `${WORD}.md`), TEXT);
}

/** Leaves what can be built: its title and its words are hostile, and no rule calls that an error. */
function mendIssue(folder: string): void {
  writeFileSync(
    join(folder, ISSUE, ITEM),
    `---\ntitle: ${quote(`${LINE} ${MASK}`)}\n---\n\n${LINE} 市科协。\n\n${MASK} 市科协。\n`,
  );
  const manifest = join(folder, ISSUE, "issue.yaml");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace(QUOTED, quote(MASK)));
  const house = join(folder, "bulletin.yaml");
  const rules = readFileSync(house, "utf8").replace(/bulletin: .*/, `bulletin: {name: ${quote(LINE)}}`);
  writeFileSync(house, rules.replace(`{name: ${QUOTED}}`, `{name: ${quote(MASK)}}`));
}

interface Case {
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** false where nothing of the author's is to be told */
  readonly tells?: boolean;
  /** before the command, in the bulletin's folder */
  readonly before?: (folder: string) => void;
  /** lines of the command's own that begin as commands do */
  readonly own?: RegExp;
  /** true where the command is to come to its end, as it does over harmless words */
  readonly succeeds?: boolean;
  /** ended by Ctrl+C once this is told */
  readonly untilLine?: RegExp;
}

const breakIssue = (folder: string) =>
  appendFileSync(join(folder, ISSUE, "issue.yaml"), `${QUOTED}: 1\ntemplate: ${QUOTED}\n`);
const baseline = (findings: unknown) => (folder: string) =>
  writeFileSync(join(folder, `${WORD}.json`), JSON.stringify({ version: 1, findings }));
const formats = ["pretty", "compact", "json", "sarif", "github", "junit", "report"];
const own = /^::(error|warning|notice) file=[^:]*::/;
/** Makes the program fail over hostile words, as soon as it parses JSON. */
const FAULT = `data:text/javascript,${encodeURIComponent(`JSON.parse = () => { throw new Error(${JSON.stringify(WORD)}); };`)}`;

const CASES: Readonly<Record<string, Case>> = {
  build: { args: ["build", "--all", "-e", "html"], before: mendIssue, succeeds: true },
  "build, refused": { args: ["build", "--all"], before: breakIssue },
  "build, refused for its copy": { args: ["build", "--all"] },
  "build --json": { args: ["build", "--all", "-e", "html", "--json"] },
  "build --print issue": { args: ["build", ISSUE, "--print", "issue"], succeeds: true },
  "build --print layout": { args: ["build", ISSUE, "--print", "layout"], before: mendIssue, succeeds: true },
  "build --out": {
    args: ["build", ISSUE, "-e", "html", "-o", `out/${WORD}`],
    before: mendIssue,
    succeeds: true,
  },
  "build --cache, told again": {
    args: ["build", "--all", "-e", "html", "--cache", "--cache-location", `kept/${WORD}`],
    before: mendIssue,
    succeeds: true,
  },
  "build --watch": {
    args: ["build", ISSUE, "-e", "html", "--watch"],
    before: mendIssue,
    untilLine: /Ctrl\+C/,
    succeeds: true,
  },
  "build --watch, in trouble": {
    args: ["build", ISSUE, "-e", "html", "-o", WORD, "--watch"],
    before: (folder) => {
      mendIssue(folder);
      mkdirSync(join(folder, WORD, "ok.html"));
    },
    untilLine: /Ctrl\+C/,
    succeeds: true,
  },
  "build of what is not there": { args: ["build", WORD.repeat(2)] },
  "build of no manifest": { args: ["build", `${WORD}/${WORD}.md`] },
  "build of several": { args: ["build", "."] },
  "build --edition": { args: ["build", "-e", WORD] },
  "build --html": { args: ["build", "--html", WORD] },
  "build --jobs": { args: ["build", "--jobs", WORD] },
  "build --shard": { args: ["build", "--shard", WORD] },
  "build --fonts": { args: ["build", ISSUE, "-e", "html", "--fonts", WORD] },
  "build at a moment": { args: ["build", ISSUE], env: { SOURCE_DATE_EPOCH: WORD } },
  ...Object.fromEntries(
    formats.flatMap((format): [string, Case][] => [
      [`lint -f ${format}`, { args: ["lint", "-f", format, "."], ...(format === "github" && { own }) }],
      [
        `lint -f ${format} of a broken issue`,
        { args: ["lint", "-f", format, ISSUE], before: breakIssue, ...(format === "github" && { own }) },
      ],
      [
        `lint -f ${format} of a submission`,
        { args: ["lint", "-f", format, WORD], ...(format === "github" && { own }) },
      ],
    ]),
  ),
  "lint --cache, told again": { args: ["lint", "--cache", "--cache-location", `kept/${WORD}`, "."] },
  "lint --layout": { args: ["lint", "--layout", "."] },
  "lint --fix": { args: ["lint", "--fix", "."] },
  "lint --fix-dry-run, read by a service": {
    args: ["lint", "--fix-dry-run", ISSUE],
    env: { GITHUB_ACTIONS: "true" },
    tells: false,
  },
  "lint - --fix, read by a service": {
    args: ["lint", "-", "--fix", "--stdin-filename", "a.md"],
    input: `---\ntitle: 一\n---\n\n${LINE}\n`,
    env: { GITHUB_ACTIONS: "true" },
    tells: false,
  },
  "lint of standard input": {
    args: ["lint", "-", "--stdin-filename", `${WORD}.md`],
    input: `---\ntitle: ${QUOTED}\n---\n\n${LINE},甲。\n`,
  },
  "lint of what is not there": { args: ["lint", WORD.repeat(2)] },
  "lint of an empty folder": {
    args: ["lint", `${WORD}2`],
    before: (folder) => mkdirSync(join(folder, `${WORD}2`)),
  },
  "lint --rule": { args: ["lint", "--rule", WORD] },
  "lint --rule, nearly": { args: ["lint", "--rule", `item/title-lenght${WORD}: off`] },
  "lint --format": { args: ["lint", "-f", WORD] },
  "lint --max-warnings": { args: ["lint", "--max-warnings", WORD] },
  "lint --baseline, not there": { args: ["lint", "--baseline", WORD.repeat(2)] },
  "lint --baseline, a folder": { args: ["lint", "--baseline", WORD] },
  "lint --baseline, malformed": {
    args: ["lint", "--baseline", `${WORD}.json`, ISSUE],
    before: baseline([{ rule: WORD, path: WORD, line: "zz", count: 1 }]),
  },
  "lint --baseline, mended": {
    args: ["lint", "--baseline", `${WORD}.json`, ISSUE],
    before: baseline([
      { rule: "text/ellipsis", path: `${ISSUE}/${ITEM}`, line: "0123456789abcdef", count: 2 },
    ]),
  },
  "lint --update-baseline": { args: ["lint", "--baseline", `${WORD}.json`, "--update-baseline", ISSUE] },
  init: { args: ["init", `new/${WORD}`] },
  "init, there already": {
    args: ["init", WORD],
    before: (folder) => writeFileSync(join(folder, WORD, "bulletin.yaml"), ""),
  },
  "new issue": { args: ["new", "issue", `issues/2${WORD}`] },
  "new issue, there already": { args: ["new", "issue", ISSUE] },
  "new issue --date": { args: ["new", "issue", "--date", WORD] },
  "new issue outside": { args: ["new", "issue", `../${WORD}`] },
  "new item": { args: ["new", "item", WORD, "-i", ISSUE, "--file", `items/3${WORD}.md`, "--source", WORD] },
  "new item, there already": { args: ["new", "item", WORD, "-i", ISSUE, "--file", ITEM] },
  "new item outside": { args: ["new", "item", WORD, "-i", ISSUE, "--file", `../../${WORD}`] },
  "new item --section": { args: ["new", "item", "一", "-i", ISSUE, "-s", `2${WORD}`] },
  "new item --from": { args: ["new", "item", WORD, "--from", ITEM, "-i", ISSUE] },
  "new item --from nothing": { args: ["new", "item", "--from", WORD, "-i", ISSUE] },
  "new item --issue": { args: ["new", "item", "一", "-i", WORD] },
  explain: { args: ["explain", WORD] },
  schema: { args: ["schema", WORD] },
  "completion of another shell": { args: ["completion", WORD] },
  ...Object.fromEntries(
    [
      ["completion", "bash"],
      ["completion", "zsh"],
      ["completion", "fish"],
      ["rules"],
      ["rules", "--json"],
      ["schema", "house"],
      ["--help"],
    ].map((args): [string, Case] => [args.join(" "), { args, tells: false }]),
  ),
  "another command": { args: [WORD] },
  "nearly a command": { args: [`buil\u001bd`], tells: false },
  "another option": { args: ["build", `--${WORD}`] },
  "too many arguments": { args: ["schema", "a", WORD], tells: false },
  "help of another command": { args: ["help", WORD], tells: false },
  "another language": { args: ["--lang", WORD, "rules"] },
  "a fault of ours": { args: ["lint"], env: { NODE_OPTIONS: `--import ${FAULT}` } },
};

interface Told {
  readonly code: number | null;
  readonly told: string;
}

/** What is read, ended or broken from without has a process of its own. */
async function run(one: Case, folder: string, language: string): Promise<Told> {
  const { args, env = {} } = one;
  const words = args[0] === "--lang" ? args : ["--lang", language, ...args];
  if (one.input !== undefined || one.untilLine !== undefined || env.NODE_OPTIONS !== undefined) {
    return runAlone({ ...one, args: words }, folder);
  }
  const { code, out, err } = await warmRun(words, folder, {
    ...homeEnvironment(folder),
    GITHUB_ACTIONS: "",
    ...env,
  });
  return { code, told: out + err };
}

function runAlone({ args, env = {}, input = "", untilLine }: Case, folder: string): Promise<Told> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      cwd: folder,
      env: { ...process.env, ...homeEnvironment(folder), NO_COLOR: "1", GITHUB_ACTIONS: "", ...env },
      timeout: 60_000,
      killSignal: "SIGKILL",
    });
    let told = "";
    let isEnded = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (piece: string) => {
        told += piece;
        if (untilLine?.test(told) === true && !isEnded) {
          isEnded = true;
          child.kill("SIGINT");
        }
      });
    }
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", fail);
    child.on("close", (code) => settle({ code, told }));
  });
}

describe.skipIf(process.platform === "win32")("output", () => {
  const model = join(scratch, "model");
  beforeAll(() => makeBulletin(model));

  describe.each(["en", "zh"])("in %s", (language) => {
    it.concurrent.each(Object.entries(CASES))("of %s is neither obeyed nor hidden", async (name, one) => {
      const folder = join(scratch, `${language}-${Object.keys(CASES).indexOf(name)}`);
      cpSync(model, folder, { recursive: true });
      one.before?.(folder);
      if (name.endsWith("told again")) await run(one, folder, language);
      const { code, told } = await run(one, folder, language);
      expect(code, told).not.toBeNull();
      if (one.succeeds === true) expect(code, told).toBe(0);
      expect(told).not.toBe("");
      expect(told.includes("forged"), told).toBe(one.tells !== false);
      expect(unseenIn(told)).toEqual([]);
      const commands = commandsIn(told);
      expect(commands.filter((line) => one.own?.test(line) !== true)).toEqual([]);
      expect(commands.length > 0).toBe(one.own !== undefined);
    });
  });

  it("in files is not hidden either", async () => {
    const folder = join(scratch, "files");
    cpSync(model, folder, { recursive: true });
    for (const format of formats) {
      await run({ args: ["lint", "-f", format, "-o", `report.${format}`, "."] }, folder, "en");
      const text = readFileSync(join(folder, `report.${format}`), "utf8");
      expect(text).toContain("forged");
      expect(unseenIn(text), format).toEqual([]);
    }
    await run({ args: ["lint", "--baseline", "known.json", "--update-baseline", "."] }, folder, "en");
    expect(unseenIn(readFileSync(join(folder, "known.json"), "utf8"))).toEqual([]);
    expect(readFileSync(join(folder, "known.json"), "utf8")).toContain("forged");
  });

  it("for a program is to the letter where no service reads along", async () => {
    const input = `---\ntitle: 一\n---\n\n${LINE}\n\n市科协,县科协。\n`;
    const { told } = await run(
      { args: ["lint", "-", "--fix", "-f", "json", "--stdin-filename", "a.md"], input },
      scratch,
      "en",
    );
    expect(told).toContain(`\n${LINE}\n\n市科协，县科协。\n`);
  });
});

it("names of files that the tests made are as hostile as they look", () => {
  expect(commandsIn(WORD).length).toBeGreaterThan(2);
  expect(unseenIn(WORD).length).toBeGreaterThan(8);
  expect(process.platform === "win32" || readdirSync(join(scratch, "model", "issues"))).toEqual([WORD]);
});
