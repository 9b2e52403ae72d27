/** `npm run new-rule`, run in a copy of the sources: what it writes compiles, is listed, and is refused until it is filled in. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allRules } from "../../src/check/all-rules.js";
import { copyRules } from "../../src/check/copy-rules.js";
import { submissionRules } from "../../src/check/submission-rules.js";
import { findPlaces } from "../../src/diagnostics/places.js";
import { passagesOf } from "../../src/model/passage.js";
import { readIssue } from "../../src/read/read-issue.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import type { ItemRule, RuleContext } from "../../src/rules/rule.js";
import { soundBulletin } from "./sound-bulletin.js";
import { unfinishedRules } from "./unfinished-rules.js";
import "../with-parser.js";

const copy = mkdtempSync(join(tmpdir(), "bulletin-new-rule-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

beforeAll(() => {
  for (const name of [
    "src",
    "fixtures/corpus",
    ".tools/new-rule.js",
    "package.json",
    "tsconfig.json",
    "biome.json",
  ])
    cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"), "junction");
});

const program = (name: string) => join("node_modules", ...name.split("/"));
const run = (args: readonly string[]) => spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
const newRule = (...ids: readonly string[]) => run([join(".tools", "new-rule.js"), ...ids]);
const read = (path: string) => readFileSync(join(copy, path), "utf8");

it.each([
  [[], "Give one id"],
  [["item/one", "item/two"], "Give one id"],
  [["vague-date"], "is no id of a rule"],
  [["Item/Vague"], "is no id of a rule"],
  [["item/vague_date"], "is no id of a rule"],
  [["item/vague/date"], "is no id of a rule"],
  [["../item/vague"], "is no id of a rule"],
  [["weather/rain"], "There is no group “weather”"],
  [["item/vague-date"], "There is a rule “item/vague-date” already"],
])("refuses %j in a sentence, and writes nothing", (ids, sentence) => {
  const before = read("src/check/all-rules.ts");
  const { status, stderr, stdout } = newRule(...ids);
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(read("src/check/all-rules.ts")).toBe(before);
});

describe("a rule that was begun", () => {
  beforeAll(() => {
    expect(unfinishedRules(copy)).toEqual([]);
    expect(newRule("item/opening-words").stderr).toBe("");
    expect(newRule("text/opening-mark").stderr).toBe("");
  });

  it("stands among its group in the list, once", () => {
    const list = read("src/check/all-rules.ts");
    const body = list.slice(list.indexOf("allRules"));
    expect(body.match(/\bitemOpeningWords,/g)).toHaveLength(1);
    const imports = [...list.matchAll(/"(\.\.\/rules\/\w+\/.*)\.js"/g)].map(([, path]) => path ?? "");
    // What comes in, and copy, have lists of their own.
    expect(imports).toHaveLength(allRules.length - submissionRules.length - copyRules.length + 1);
    expect(imports).toEqual([...imports].sort());
  });

  it("compiles, and is written as the sources are", () => {
    writeFileSync(
      join(copy, "tsconfig.rule.json"),
      JSON.stringify({ extends: "./tsconfig.json", include: ["src"], compilerOptions: { noEmit: true } }),
    );
    const compiled = run([program("typescript/bin/tsc"), "-p", "tsconfig.rule.json"]);
    expect(compiled.stdout).toBe("");
    expect(compiled.status).toBe(0);
    expect(read("src/rules/text/opening-mark.ts")).toContain("textOpeningMark: TextRule");
    const paths = [
      "src/rules/item/opening-words.ts",
      "src/rules/text/opening-mark.ts",
      "src/check/all-rules.ts",
      "src/check/copy-rules.ts",
    ];
    const checked = run([program("@biomejs/biome/bin/biome"), "check", "--vcs-enabled=false", ...paths]);
    expect(checked.status, `${checked.stdout}${checked.stderr}`).toBe(0);
  }, 60_000);

  it("is refused until nothing is left to be written", () => {
    expect(unfinishedRules(copy).filter((path) => path.includes("item"))).toEqual([
      "fixtures/corpus/slips/item-opening-words.txt",
      "fixtures/corpus/traps/item-opening-words.txt",
      "src/rules/item/opening-words.ts",
    ]);
  });

  it("speaks where its examples say, so that they can be changed step by step", async () => {
    const outfile = join(copy, "rule.mjs");
    await build({
      entryPoints: [join(copy, "src/rules/item/opening-words.ts")],
      outfile,
      bundle: true,
      format: "esm",
    });
    const { itemOpeningWords: rule }: { readonly itemOpeningWords: ItemRule } = await import(
      pathToFileURL(outfile).href
    );
    expect(rule.id).toBe("item/opening-words");
    for (const { files, findings } of rule.examples) {
      const { issue, sources } = readIssue("issue.yaml", memoryWorkspace({ ...soundBulletin, ...files }));
      const placeOf = findPlaces(sources);
      const items = issue?.sections.flatMap((section) => section.items) ?? [];
      const told = items.flatMap((item) => {
        // Of its context the skeleton asks for passages alone.
        const context = { factsOf: () => ({ passages: passagesOf(item) }) } as unknown as RuleContext;
        return [...rule.check(item, context)];
      });
      expect(
        told.map(({ span }) => {
          const { line, column } = placeOf(span).start;
          return `${span.path}:${line}:${column}`;
        }),
      ).toEqual(findings);
    }
  });
});
