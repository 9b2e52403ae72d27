/**
 * Everything the command prints of a realistic issue (test/output/bulletin), whole and in both
 * languages, as text that a person reads: test/output/expected. What a terminal would get besides,
 * colours and lines broken at its width, is looked at apart.
 */
import "./with-parser.js";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeProgram } from "../src/cli/program.js";
import { printRebuild, type Rebuild } from "../src/cli/watch/print-rebuild.js";
import type { Findings } from "../src/diagnostics/compare-findings.js";
import { displayWidth } from "../src/diagnostics/display-width.js";
import { printPretty } from "../src/diagnostics/print-pretty.js";
import { lint } from "../src/lint.js";
import { memoryWorkspace } from "../src/read/workspace.js";
import { expectGolden } from "./expect-golden.js";

const COMMAND = resolve("bin/bulletin.js");
const BULLETIN = "test/output/bulletin";
const scratch = mkdtempSync(join(tmpdir(), "bulletin-output-"));
const broken = join(scratch, "broken");
const mended = join(scratch, "mended");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const ITEMS = ["01-meeting", "02-open-day", "03-lectures", "04-health-fair", "05-orchards"];
const read = (path: string) => readFileSync(join(BULLETIN, path), "utf8");

/** As an editor leaves it who has mended the errors and left the warnings. */
const withoutErrors = (path: string): string =>
  read(path)
    .replace("科学普级", "科学普及")
    .replace("\n![](../images/open-day.jpg)\n", "")
    .replaceAll(/1[38]\d{9}/g, "010-5555 0100")
    .replace("，或加志愿者微信，手机010-5555 0100", "")
    .replace("5月32日", "6月12日");

beforeAll(() => {
  cpSync(BULLETIN, broken, { recursive: true });
  cpSync(BULLETIN, mended, { recursive: true });
  for (const path of ["issue.yaml", ...ITEMS.map((name) => `items/${name}.md`)]) {
    writeFileSync(join(mended, path), withoutErrors(path));
  }
  writeFileSync(
    join(mended, "bulletin.yaml"),
    read("bulletin.yaml").replace("news@example.org}", "news@example.org, phone: 010-5555 0100}"),
  );
});

function bulletin(
  args: readonly string[],
  { cwd, language }: { readonly cwd: string; readonly language: string },
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, "--lang", language, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "", SOURCE_DATE_EPOCH: "" },
  });
  const part = (name: string, text: string) => (text === "" ? "" : `=== ${name}\n${text}`);
  return `$ bulletin ${args.join(" ")}\n${part("standard output", stdout)}${part("standard error", stderr)}=== exit code ${status}\n`;
}

/** Sizes change with every face and library; what is said of them is looked at elsewhere. */
const withoutSizes = (text: string) => text.replaceAll(/\d+ KB/g, "… KB");

const RUNS: Readonly<
  Record<string, { readonly cwd: string; readonly runs: readonly (readonly string[])[] }>
> = {
  lint: { cwd: broken, runs: [["lint"]] },
  "lint-mended": { cwd: mended, runs: [["lint", "--max-warnings", "10"]] },
  "lint-quiet": {
    cwd: mended,
    runs: [
      ["lint", "--quiet"],
      ["lint", "--quiet", "--max-warnings", "10"],
      ["lint", "items/04-health-fair.md", "--quiet"],
    ],
  },
  "lint-statistics": { cwd: broken, runs: [["lint", "--statistics"]] },
  "lint-report": { cwd: broken, runs: [["lint", "-f", "report"]] },
  "lint-compact": { cwd: broken, runs: [["lint", "items/02-open-day.md", "-f", "compact"]] },
  "lint-junit": { cwd: broken, runs: [["lint", "items/02-open-day.md", "-f", "junit"]] },
  build: { cwd: mended, runs: [["build"]] },
  "build-refused": { cwd: broken, runs: [["build", "--quiet"]] },
  "build-quiet": {
    cwd: mended,
    runs: [
      ["build", "--quiet"],
      ["build", "--quiet", "--strict"],
    ],
  },
  faults: {
    cwd: mended,
    runs: [
      ["lint", "nowhere"],
      ["lint", "--statistics", "-f", "sarif"],
      ["biuld"],
      ["explain", "half-width"],
      ["explain", "半角"],
    ],
  },
};

describe.each(["zh", "en"] as const)("in %s", (language) => {
  it.each(Object.entries(RUNS))("%s", (name, { cwd, runs }) => {
    const said = runs.map((args) => bulletin(args, { cwd, language })).join("\n");
    expectGolden(`test/output/expected/${name}.${language}.txt`, withoutSizes(said));
  });

  it("help", () => {
    const program = makeProgram({ language, version: "1.2.3", finish: () => undefined });
    const helpOf = (command: Command): string => {
      let text = "";
      command
        .configureOutput({ writeOut: (piece) => (text += piece), getOutHelpWidth: () => 80 })
        .outputHelp();
      return [text, ...command.commands.map(helpOf)].join("\n");
    };
    expectGolden(`test/output/expected/help.${language}.txt`, helpOf(program));
  });

  it("a baseline", () => {
    const folder = join(scratch, `baseline-${language}`);
    cpSync(mended, folder, { recursive: true });
    const runs = [
      ["lint", "--baseline", "known.json", "--update-baseline"],
      ["lint", "--baseline", "known.json"],
    ];
    const said = runs.map((args) => bulletin(args, { cwd: folder, language })).join("\n");
    expectGolden(`test/output/expected/lint-baseline.${language}.txt`, said);
  });

  it("a watch", async () => {
    const saves = await watched();
    const said = saves
      .map((rebuild) => {
        const { line, findings } = printRebuild(rebuild, { language, paint: (_, text) => text });
        return line + findings;
      })
      .join("");
    expectGolden(`test/output/expected/watch.${language}.txt`, said);
  });

  it("behind a save, of findings that are not shown", async () => {
    const [, rebuild] = await watched();
    if (rebuild === undefined) throw new Error("no rebuild");
    const shown = (findings: Findings): Findings => ({
      ...findings,
      diagnostics: findings.diagnostics.filter(({ severity }) => severity === "error"),
    });
    const quiet = { ...rebuild, before: shown(rebuild.before), now: shown(rebuild.now), hidden: 3 };
    const { line } = printRebuild(quiet, { language, paint: (_, text) => text });
    expect(line).toContain({ zh: "改好 1 处，另有 3 处没有列出。", en: "1 fixed, 3 not shown." }[language]);
    const { line: none } = printRebuild({ ...quiet, hidden: 0 }, { language, paint: (_, text) => text });
    expect(none).toContain({ zh: "改好 1 处，没有问题了。", en: "1 fixed, none left." }[language]);
  });

  it.each([60, 80])("on a terminal of %i columns", async (width) => {
    const { diagnostics, sources } = await lintTexts(read);
    const said = printPretty(diagnostics, sources, { language, paint: (_, text) => text, width });
    expectGolden(`test/output/expected/lint-${width}-columns.${language}.txt`, said);
    const tooWide = said
      .split("\n")
      // The line of place and rule is for clicking on, and stays whole.
      .filter((line) => displayWidth(line) > width && !/^\S+:\d+:\d+ /.test(line));
    expect(tooWide).toEqual([]);
  });
});

describe("colours", () => {
  const run = (env: NodeJS.ProcessEnv, args: readonly string[] = ["lint"]) =>
    spawnSync(process.execPath, [COMMAND, ...args], {
      cwd: broken,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "", ...env },
    });

  it("are not printed into a pipe or a file, and where asked for change no word", () => {
    const { stdout: plain } = run({});
    const { stdout: coloured } = run({ FORCE_COLOR: "1" });
    expect(plain).not.toContain("\u001b");
    expect(coloured).toContain("\u001b[");
    expect(coloured.replaceAll(/\u001b\[[\d;]*m/g, "")).toBe(plain);
    expect(run({ FORCE_COLOR: "1" }, ["lint", "-o", "report.txt"]).status).toBe(1);
    expect(readFileSync(join(broken, "report.txt"), "utf8")).toBe(plain);
    rmSync(join(broken, "report.txt"));
  });
});

async function lintTexts(text: (path: string) => string): Promise<Findings> {
  const paths = ["bulletin.yaml", "issue.yaml", ...ITEMS.map((name) => `items/${name}.md`)];
  const workspace = memoryWorkspace(Object.fromEntries(paths.map((path) => [path, text(path)])));
  return lint({ kind: "issue", path: "issue.yaml" }, workspace);
}

/** An afternoon at the desk: an error mended, another made, half of a paragraph mended, all of it. */
async function watched(): Promise<readonly Rebuild[]> {
  const sound = (path: string) => withoutErrors(path);
  const changed = (item: string, change: (text: string) => string) => (path: string) =>
    path === item ? change(sound(path)) : sound(path);
  const fair = "items/04-health-fair.md";
  const meeting = "items/01-meeting.md";
  const steps: readonly (readonly [string, readonly string[], (path: string) => string])[] = [
    ["14:03:27", [fair], changed(fair, (text) => text.replace("6月12日", "6月31日"))],
    ["14:04:02", [fair], changed(fair, (text) => text.replace("6月12日", "6月30日"))],
    [
      "14:05:40",
      [meeting],
      changed(meeting, (text) => text.replace(",学会", "，学会").replace(",人才", "，人才")),
    ],
    ["14:06:11", [meeting, fair, "issue.yaml"], changed(meeting, (text) => text.replaceAll(",", "，"))],
    ["14:06:59", ["bulletin.yaml"], changed(meeting, (text) => text.replaceAll(",", "，"))],
  ];
  let before = await lintTexts(sound);
  const rebuilds: Rebuild[] = [];
  for (const [time, files, text] of steps) {
    const now = await lintTexts(text);
    const isRefused = now.diagnostics.some(({ severity }) => severity === "error");
    rebuilds.push({
      time,
      name: "issues/2026-09",
      changed: files,
      before,
      now,
      editions: isRefused ? [] : [{ edition: "pdf", path: "", bytes: 0, sha256: "", pages: 6 }],
      isRefused,
      milliseconds: isRefused ? 12 : 184,
    });
    before = now;
  }
  return rebuilds;
}
