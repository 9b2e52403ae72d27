/**
 * Every example of every rule, run as a test: the rule speaks at the places named and nowhere else,
 * its fix gives the text named, and a second fix changes nothing. What it says there, in both languages,
 * stands in test/rules/expected, a file a group, which `npm run golden` accepts.
 */
import "../with-parser.js";
import { describe, expect, it } from "vitest";
import { allRules } from "../../src/check/all-rules.js";
import { checkIssue } from "../../src/check/check-issue.js";
import { groupOf } from "../../src/check/rule-catalogue.js";
import { applyFixes } from "../../src/diagnostics/apply-edits.js";
import type { Diagnostic, Sources } from "../../src/diagnostics/diagnostic.js";
import { indexLines, positionAt } from "../../src/diagnostics/line-index.js";
import { withIssuePacks } from "../../src/house-packs.js";
import { readIssue } from "../../src/read/read-issue.js";
import { memoryWorkspace, type Workspace } from "../../src/read/workspace.js";
import type { Rule, RuleExample } from "../../src/rules/rule.js";
import { readReceived } from "../../src/stats/read-received.js";
import { expectGolden } from "../expect-golden.js";
import { faultOfFragment, faultOfSentence } from "../sentence-form.js";
import { findInLayout } from "./layout-findings.js";
import { soundBulletin } from "./sound-bulletin.js";
import { findInSubmission, submittedWorkspace } from "./submission-findings.js";
import { unfinishedRules } from "./unfinished-rules.js";

describe("the sound bulletin", () => {
  it("has nothing to find", async () => {
    const { checked, diagnostics } = await checkFiles({});
    expect(diagnostics).toEqual([]);
    expect(checked).toBeDefined();
  });
});

describe("documentation", () => {
  it("is finished: nothing that npm run new-rule left to be written is left", () => {
    expect(unfinishedRules(".")).toEqual([]);
  });

  it("shows a wrong and a right example of every rule that texts alone can break", () => {
    const bare = allRules.filter(({ examples }) => {
      const isWrong = (example: RuleExample) => example.findings.length > 0;
      return !examples.some(isWrong) || examples.every(isWrong);
    });
    const needMore = (rule: Rule) => isMadeByLayout(rule) || isMadeByImport(rule);
    expect(bare.filter((rule) => !needMore(rule)).map(({ id }) => id)).toEqual([]);
  });

  it("names every rule once, in the folder and file that its id says", () => {
    const ids = allRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it("mends in an example what it says it mends", () => {
    const fixable = allRules.filter((rule) => rule.fixable && !isMadeByLayout(rule));
    const unproven = fixable.filter(({ examples }) => examples.every(({ fixed }) => fixed === undefined));
    expect(unproven.map(({ id }) => id)).toEqual([]);
  });

  it("suggests in an example where it says that it suggests, and nowhere else", () => {
    const suggesting = allRules.filter(({ examples }) =>
      examples.some(({ suggested }) => suggested !== undefined),
    );
    const declared = allRules.filter(({ hasSuggestions }) => hasSuggestions === true);
    expect(suggesting.map(({ id }) => id)).toEqual(declared.map(({ id }) => id));
  });
});

for (const rule of allRules.filter(({ examples }) => examples.length > 0)) {
  describe(rule.id, () => {
    it.each(rule.examples.map((example) => [example.name.en, example] as const))("%s", async (_, example) => {
      const { diagnostics, sources } = await findIn(rule, example);
      const own = diagnostics.filter((found) => found.rule === rule.id);
      expect(own.map((found) => placeOf(found, sources))).toEqual(example.findings);
      expect(own.flatMap(faultsOfForm)).toEqual([]);
      expect(own.filter(({ severity, help }) => severity === "error" && help === undefined)).toEqual([]);
      if (example.fixed !== undefined) await expectFix(rule, example, example.fixed);
      if (example.suggested !== undefined) await expectSuggestion(rule, example, example.suggested);
    });
  });
}

/** Sentences and fragments as docs/CONTRIBUTING.md has them, values filled in. */
const faultsOfForm = ({ message, help, suggestions = [], related = [] }: Diagnostic): readonly string[] => [
  ...[message, help, ...suggestions.map((one) => one.message)].flatMap(
    (sentence) => (sentence === undefined ? undefined : faultOfSentence(sentence)) ?? [],
  ),
  ...related.flatMap((one) => faultOfFragment(one.message) ?? []),
];

describe("words", () => {
  const groups = [...new Set(allRules.filter(({ examples }) => examples.length > 0).map(groupOf))];
  it.each(groups)("of the rules %s", async (group) => {
    const rules = allRules.filter((rule) => groupOf(rule) === group && rule.examples.length > 0);
    const said = await Promise.all(rules.map(wordsOf));
    expectGolden(`test/rules/expected/${group}.txt`, said.join("\n"));
  });
});

/** What a rule says in its examples: places as there, then message, help and what it suggests. */
async function wordsOf(rule: Rule): Promise<string> {
  const lines = [`=== ${rule.id}`];
  for (const example of rule.examples) {
    const { diagnostics, sources } = await findIn(rule, example);
    for (const found of diagnostics.filter((one) => one.rule === rule.id)) {
      lines.push(`${placeOf(found, sources)} ${found.severity}: ${example.name.zh} ${example.name.en}`);
      const messages = [
        ["", found.message],
        ["→ ", found.help],
        ...(found.suggestions ?? []).map(({ message }) => ["? ", message] as const),
        ...(found.related ?? []).map(({ message }) => ["~ ", message] as const),
      ] as const;
      for (const [sign, message] of messages) {
        if (message !== undefined) lines.push(`  ${sign}${message.zh}`, `  ${sign}${message.en}`);
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

async function expectFix(rule: Rule, example: RuleExample, fixed: string): Promise<void> {
  const once = await fix(rule, example.files);
  expect(once[example.show]).toBe(fixed);
  expect(await fix(rule, once)).toEqual(once);
}

async function expectSuggestion(rule: Rule, example: RuleExample, suggested: string): Promise<void> {
  const { diagnostics, sources } = await checkFiles(example.files);
  const own = diagnostics.filter((found) => found.rule === rule.id);
  const asFixes = own.map(({ suggestions, fix: _, ...found }) => {
    const first = suggestions?.[0];
    return first === undefined ? found : { ...found, fix: first.edits };
  });
  const [, text] =
    [...applyFixes(asFixes, sources).changed].find(([path]) => inBulletin(path) === example.show) ?? [];
  expect(text).toBe(suggested);
}

const isMadeByLayout = (rule: Rule): boolean => rule.scope === "documented" && rule.madeBy === "layout";

/** Told by the command that writes items, of what lies on the disk. */
const isMadeByImport = (rule: Rule): boolean => rule.scope === "documented" && rule.madeBy === "import";

const isMadeByIntake = (rule: Rule): boolean => rule.scope === "documented" && rule.madeBy === "intake";

/** Told of the register, which no issue is made of. */
const isMadeByStats = (rule: Rule): boolean => rule.scope === "documented" && rule.madeBy === "stats";

async function fix(rule: Rule, files: Readonly<Record<string, string>>) {
  const { diagnostics, sources } = await checkFiles(files);
  const own = diagnostics.filter((found) => found.rule === rule.id);
  const changed = [...applyFixes(own, sources).changed].map(([path, text]) => [inBulletin(path), text]);
  return { ...files, ...Object.fromEntries(changed) };
}

/** The bulletin lies in a folder of its own, so that there is something outside it. */
const FOLDER = "bulletin/";

const inBulletin = (path: string): string => path.replace(FOLDER, "");

interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

const found = new Map<RuleExample, Promise<Found>>();

/** @returns what is found in an example; looked for once */
function findIn(rule: Rule, example: RuleExample): Promise<Found> {
  const known = found.get(example) ?? findAfresh(rule, example);
  found.set(example, known);
  return known;
}

/** Rules of the layout speak once the pages are composed, those of the intake of the file that came. */
async function findAfresh(rule: Rule, { files, show, webForm }: RuleExample): Promise<Found> {
  if (isMadeByIntake(rule)) return findInSubmission(FOLDER + show, submittedWorkspace(files, FOLDER));
  if (isMadeByStats(rule)) {
    const path = FOLDER + show;
    const text = files[show] ?? "";
    return { diagnostics: readReceived(path, text).diagnostics, sources: new Map([[path, text]]) };
  }
  if (!isMadeByLayout(rule)) return checkFiles(files, webForm);
  const { read, diagnostics } = await findInLayout(`${FOLDER}issue.yaml`, workspaceOf(files));
  return { diagnostics, sources: read.sources };
}

async function checkFiles(files: Readonly<Record<string, string>>, webForm?: string) {
  const workspace = workspaceOf(files);
  const read = await withIssuePacks(readIssue(`${FOLDER}issue.yaml`, workspace), workspace);
  return {
    ...(await checkIssue(read, {}, { web: { editions: "default", form: webForm } })),
    sources: read.sources,
  };
}

function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const placed = Object.entries({ ...soundBulletin, ...files }).map(([path, text]) => [FOLDER + path, text]);
  return memoryWorkspace(Object.fromEntries(placed));
}

function placeOf({ span }: Diagnostic, sources: Sources): string {
  const { line, column } = positionAt(indexLines(sources.get(span.path) ?? ""), span.start);
  return `${inBulletin(span.path)}:${line}:${column}`;
}
