/** Completion as a shell's user meets it: words typed so far in, proposals out. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const COMMAND = resolve("bin/bulletin.js");
const scratch = mkdtempSync(join(tmpdir(), "bulletin-completion-"));
const SHELLS = ["bash", "zsh", "fish"] as const;

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const scripts = new Map(
  SHELLS.map((shell) => {
    const path = join(scratch, `completion.${shell}`);
    writeFileSync(path, execFileSync(process.execPath, [COMMAND, "--lang", "zh", "completion", shell]));
    return [shell, path];
  }),
);

const present = new Set(SHELLS.filter((shell) => spawnSync(shell, ["-c", "true"]).status === 0));
const has = (shell: (typeof SHELLS)[number]) => present.has(shell);
for (const shell of SHELLS.filter((each) => !has(each))) {
  console.warn(`${shell} is not installed: what it makes of its completion script is not tested here`);
}

/** @returns what bash proposes with the cursor behind the last word */
function completeInBash(words: readonly string[]): string[] {
  const script = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bulletin; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync("bash", ["-c", script, "bash", scripts.get("bash") ?? "", ...words], {
    encoding: "utf8",
  });
  return out.split("\n").filter((line) => line !== "");
}

const CASES: readonly (readonly [line: string, proposals: readonly string[]])[] = [
  ["bulletin b", ["build"]],
  ["bulletin new ", ["issue", "item"]],
  ["bulletin --lang zh n", ["names", "new"]],
  ["bulletin --lang ", ["zh", "en"]],
  ["bulletin build --ed", ["--edition"]],
  ["bulletin build -e p", ["pdf"]],
  ["bulletin build issues/2026-03 --html f", ["fragment"]],
  ["bulletin lint --format s", ["sarif"]],
  ["bulletin lint --rule section/un", ["section/unknown"]],
  ["bulletin lint --ca", ["--cache", "--cache-location"]],
  ["bulletin lint --jo", ["--jobs"]],
  ["bulletin new item --se", ["--section"]],
  ["bulletin new issue --sec", []],
  ["bulletin explain section/o", ["section/order"]],
  ["bulletin schema h", ["house"]],
  ["bulletin completion f", ["fish"]],
];

describe.runIf(has("bash"))("bash", () => {
  it.each(CASES)("%s", (line, proposals) => {
    expect(completeInBash(line.split(" "))).toEqual(proposals);
  });

  it("leaves paths to the shell", () => {
    expect(completeInBash(["bulletin", "build", "iss"])).toEqual([]);
    expect(completeInBash(["bulletin", "build", "--out", ""])).toEqual([]);
  });
});

describe.runIf(has("fish"))("fish", () => {
  it.each(CASES)("%s", (line, proposals) => {
    const out = execFileSync(
      "fish",
      ["--no-config", "-c", `source "${scripts.get("fish")}"; complete -C '${line}'`],
      { encoding: "utf8", cwd: scratch, env: { ...process.env, HOME: scratch } },
    );
    const found = out.split("\n").flatMap((row) => row.split("\t")[0] || []);
    expect(found.sort()).toEqual([...proposals].sort());
  });
});

describe.each(SHELLS)("%s", (shell) => {
  it.runIf(has(shell))("reads the script", () => {
    expect(spawnSync(shell, ["-n", scripts.get(shell) ?? ""], { encoding: "utf8" }).stderr).toBe("");
  });
});

it("refuses another shell and names those it knows", () => {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, "completion", "tcsh"], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toContain("bash, zsh, fish");
});
