/**
 * Rounds of mending with rules that are at fault: what breaks the law is left out and remembered, all else is
 * applied, and the work is bounded. The rules of the program itself give nothing to refuse
 * (test/rules/mending.test.ts), so these are made up.
 */
import "../with-parser.js";
import { describe, expect, it } from "vitest";
import type { Diagnostic, TextEdit } from "../../src/diagnostics/diagnostic.js";
import { fix } from "../../src/fix.js";
import { findCulprits } from "../../src/mend/find-culprits.js";
import { type MendState, mendRound, type Reading } from "../../src/mend/mend-round.js";
import { readSubmission } from "../../src/read/read-submission.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const PATH = "items/01.md";
const HEAD = "---\ntitle: 示例市科协举办学术交流会\n---\n\n";

const readingOf = (text: string) => ({
  path: PATH,
  text,
  item: readSubmission(PATH, memoryWorkspace({ [PATH]: text })).item,
});

const finding = (rule: string, start: number, edits: readonly TextEdit[]): Diagnostic => ({
  rule,
  severity: "warning",
  message: { zh: "错。", en: "Wrong." },
  span: { path: PATH, start, end: start + 1 },
  fix: edits,
});

/** Each pattern is a rule; what it finds is replaced by its words. */
type Rules = Readonly<Record<string, readonly [RegExp, string]>>;

async function mend(body: string, rules: Rules, restructuring: ReadonlySet<string> = new Set()) {
  let readings = 0;
  const read = async (mended: ReadonlyMap<string, string>): Promise<Reading> => {
    readings += 1;
    const text = mended.get(PATH) ?? HEAD + body;
    const { item } = readingOf(text);
    const diagnostics = Object.entries(rules).flatMap(([rule, [pattern, words]]) =>
      [...text.slice(HEAD.length).matchAll(pattern)].map(({ index, ...match }) => {
        const start = HEAD.length + index;
        const span = { path: PATH, start, end: start + match[0].length };
        return finding(rule, start, [{ span, text: words }]);
      }),
    );
    return {
      diagnostics,
      sources: new Map([[PATH, text]]),
      items: item === undefined ? [] : [item],
      units: [],
    };
  };
  const round = { read, propose: (one: Diagnostic) => [one], restructuring };
  let state: MendState<Reading> = {
    mended: new Map(),
    originals: new Map(),
    refused: [],
    rounds: [],
    reading: await read(new Map()),
  };
  for (let next = await mendRound(state, round); next !== undefined; next = await mendRound(state, round))
    state = next;
  return {
    body: (state.mended.get(PATH) ?? HEAD + body).slice(HEAD.length),
    refused: state.refused.map(({ rule, span }) => `${rule} ${span.start - HEAD.length}`),
    readings,
  };
}

describe("a round of mending", () => {
  it("leaves out the one edit that spoils the text, and applies all others", async () => {
    const rules: Rules = { "x/blank": [/ /g, ""], "x/comma": [/,/g, "，"] };
    const { body, refused } = await mend("甲,乙 ，**丙** **。** 丁,戊 。", rules);
    expect(body).toBe("甲，乙，**丙** **。**丁，戊。");
    expect(refused).toEqual(["x/blank 9"]);
  });

  it("tries nothing again that it has refused, wherever that stands by now", async () => {
    const rules: Rules = { "x/blank": [/ /g, ""], "x/long": [/甲(?!乙)/g, "甲乙"], "x/more": [/丁/g, "戊"] };
    const { body, refused, readings } = await mend("甲**丙** **。**丁", rules);
    expect(body).toBe("甲乙**丙** **。**戊");
    expect(refused).toEqual(["x/blank 7"]);
    expect(readings).toBeLessThan(6);
  });

  it("finds edits that spoil the text only together: the first stays", async () => {
    const { body, refused } = await mend("(甲) *乙*", { "x/mark": [/[()]/g, ""], "x/open": [/ /g, ""] });
    expect(body).toBe("甲*乙*");
    expect(refused).toEqual([]);
    const both = await mend("- 甲\n-x乙", { "x/list": [/x/g, " "] });
    expect(both).toMatchObject({ body: "- 甲\n-x乙", refused: ["x/list 5"] });
  });

  it("changes the structure in a round of its own, before anything else", async () => {
    const rules: Rules = {
      "x/tab": [/\t/g, ""],
      "x/rows": [/甲\t乙\n丙\t丁/g, "| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |"],
    };
    const { body, refused } = await mend("甲\t乙\n丙\t丁", rules, new Set(["x/rows"]));
    expect(body).toBe("| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |");
    expect(refused).toEqual([]);
    const undeclared = await mend("甲\t乙\n丙\t丁", { "x/rows": rules["x/rows"] ?? [/$^/g, ""] });
    expect(undeclared).toMatchObject({ body: "甲\t乙\n丙\t丁", refused: ["x/rows 0"] });
  });

  it("goes on with the others where a change of structure is refused", async () => {
    const rules: Rules = { "x/rows": [/\t/g, " | "], "x/comma": [/,/g, "，"] };
    const { body, refused } = await mend("甲\t乙,丙", rules, new Set(["x/rows"]));
    expect(body).toBe("甲\t乙，丙");
    expect(refused).toEqual(["x/rows 1"]);
  });
});

describe("the search for culprits", () => {
  it.each([100, 1000])("is bounded where every other edit of %i is one", (length) => {
    const body = Array.from({ length }, (_, index) => `**甲${index}** **乙**`).join("\n\n");
    let readings = 0;
    const file = readingOf(HEAD + body);
    const findings = [...file.text.matchAll(/甲|(?<=\*\*) (?=\*\*)/g)].map((match) => {
      const span = { path: PATH, start: match.index, end: match.index + 1 };
      return finding("x/any", match.index, [{ span, text: match[0] === "甲" ? "丁" : "" }]);
    });
    const read = (text: string) => {
      readings += 1;
      return readingOf(text);
    };
    const culprits = findCulprits({ file, findings, restructures: false, read });
    expect(readings).toBeLessThanOrEqual(64);
    expect((readings - 1) * file.text.length).toBeLessThan(500_000);
    expect(culprits.length).toBeGreaterThanOrEqual(length);
    expect(culprits.length).toBeLessThan(findings.length);
  });
});

describe("mending an issue", () => {
  it("tells the changes of items, too, that were first read when their manifest was mended", async () => {
    const files = {
      "bulletin.yaml": "bulletin: {name: 甲}\ncontact: {email: a@example.org}\n",
      "issue.yaml": "number: 3\ndate: 2026-03-16\nSections: [{name: 乙, items: [items/01.md]}]\n",
      [PATH]: `${HEAD}会议举办 ，甲乙丙丁。\n`,
    };
    const { changes } = await fix({ kind: "issue", path: "issue.yaml" }, memoryWorkspace(files));
    expect([...changes.keys()].sort()).toEqual(["issue.yaml", PATH]);
    expect(changes.get(PATH)).toEqual({ before: files[PATH], after: `${HEAD}会议举办，甲乙丙丁。\n` });
  });

  it("puts its sections in order, whole", async () => {
    const files = {
      "bulletin.yaml":
        "bulletin: {name: 甲}\ncontact: {email: a@example.org}\nsections: [{name: 乙}, {name: 丙}]\n",
      "issue.yaml":
        "number: 3\ndate: 2026-03-16\nsections:\n  - name: 丙\n    items: [items/01.md]\n  - name: 乙\n    keep-empty: true\n",
      [PATH]: `${HEAD}会议举办，甲乙丙丁。\n`,
    };
    const { changes, refused } = await fix({ kind: "issue", path: "issue.yaml" }, memoryWorkspace(files));
    expect(refused).toEqual([]);
    expect(changes.get("issue.yaml")?.after).toBe(
      "number: 3\ndate: 2026-03-16\nsections:\n  - name: 乙\n    keep-empty: true\n  - name: 丙\n    items: [items/01.md]\n",
    );
  });

  it("moves no anchor behind the alias that stands for it", async () => {
    const files = {
      "bulletin.yaml":
        "bulletin: {name: 甲}\ncontact: {email: a@example.org}\nsections: [{name: 乙}, {name: 丙}]\n",
      "issue.yaml":
        "number: 3\ndate: 2026-03-16\nsections:\n  - name: 丙\n    items: &list [items/01.md]\n  - name: 乙\n    items: *list\n",
      [PATH]: `${HEAD}会议举办，甲乙丙丁。\n`,
    };
    const { changes, diagnostics, refused } = await fix(
      { kind: "issue", path: "issue.yaml" },
      memoryWorkspace(files),
    );
    expect(changes.size).toBe(0);
    expect(refused.map(({ rule }) => rule)).toEqual(["section/order"]);
    expect(diagnostics.filter(({ rule }) => rule === "section/order").map((one) => one.fix)).toEqual([
      undefined,
    ]);
  });
});
