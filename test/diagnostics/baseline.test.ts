/** The baseline: what is known stays known while lines move, what is new is told, what is mended is said. */
import { describe, expect, it } from "vitest";
import {
  applyBaseline,
  printBaseline,
  readBaseline,
  updateBaseline,
} from "../../src/diagnostics/baseline.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";

const PATH = "items/a.md";
const pathOf = (path: string) => path.replace("items/", "old/");
const EMPTY = { entries: [] };
/** The rule `a/structure` is one whose findings are told whatever a baseline holds. */
const isAlwaysTold = (rule: string) => rule === "a/structure";

/** Findings of the rule `a/b` at each ✗ of a text. */
function findingsIn(text: string, rule = "a/b"): readonly Diagnostic[] {
  return [...text.matchAll(/✗/g)].map(({ index }) => ({
    rule,
    severity: "warning",
    message: { zh: "错", en: "wrong" },
    span: { path: PATH, start: index, end: index + 1 },
  }));
}

const run = (text: string) => ({ sources: new Map([[PATH, text]]), pathOf, isAlwaysTold });
const recorded = (text: string) => updateBaseline(findingsIn(text), { baseline: EMPTY, ...run(text) });

describe("applyBaseline", () => {
  it.each([
    ["nothing has changed", "一✗\n二\n", "一✗\n二\n", 0, 0],
    ["lines were put in front", "一✗\n二\n", "新\n\n一✗\n二\n", 0, 0],
    ["spaces and line ends changed", "一 ✗\n二\n", "一✗ \r\n二\r\n", 0, 0],
    ["there is a new one", "一✗\n", "一✗\n二✗\n", 1, 0],
    ["one more stands on a known line's like", "一✗\n", "一✗\n一✗\n", 1, 0],
    ["two on a line, both known", "一✗✗\n", "一✗✗\n", 0, 0],
    ["its line was rewritten", "一✗\n", "一二✗\n", 1, 1],
    ["it was mended", "一✗\n二✗\n", "一\n二✗\n", 0, 1],
    ["one of two alike was mended", "一✗\n一✗\n", "一✗\n一\n", 0, 1],
  ])("where %s", (_, before, after, fresh, mended) => {
    const told = applyBaseline(findingsIn(after), { baseline: recorded(before), ...run(after) });
    expect(told.diagnostics.length).toBe(fresh);
    expect(told.mended.reduce((total, { count }) => total + count, 0)).toBe(mended);
  });

  it("knows rules apart", () => {
    const text = "一✗\n";
    const told = applyBaseline(findingsIn(text, "c/d"), { baseline: recorded(text), ...run(text) });
    expect(told.diagnostics.length).toBe(1);
  });

  it("hides no finding of a rule that is always told, and calls none mended", () => {
    const text = "一✗\n";
    const { entries } = recorded(text);
    const forged = { entries: entries.map((entry) => ({ ...entry, rule: "a/structure", count: 9 })) };
    const told = applyBaseline(findingsIn(text, "a/structure"), { baseline: forged, ...run(text) });
    expect(told.diagnostics.length).toBe(1);
    expect(told.mended).toEqual([]);
    expect(updateBaseline(findingsIn(text, "a/structure"), { baseline: forged, ...run(text) })).toEqual(
      EMPTY,
    );
  });

  it("says nothing of files that this run did not see", () => {
    const told = applyBaseline([], {
      baseline: recorded("一✗\n"),
      sources: new Map(),
      pathOf,
      isAlwaysTold,
    });
    expect(told).toEqual({ diagnostics: [], known: 0, mended: [] });
  });
});

describe("updateBaseline", () => {
  it("keeps other files' entries and counts alike ones", () => {
    const other = { rule: "x/y", path: "old/z.md", line: "0", count: 2 };
    const text = "一✗\n一✗\n";
    const { entries } = updateBaseline(findingsIn(text), { baseline: { entries: [other] }, ...run(text) });
    expect(entries.map(({ path, rule, count }) => `${path} ${rule} ${count}`)).toEqual([
      "old/a.md a/b 2",
      "old/z.md x/y 2",
    ]);
  });

  it("drops what is mended", () => {
    expect(updateBaseline([], { baseline: recorded("一✗\n"), ...run("一\n") })).toEqual(EMPTY);
  });
});

describe("the file", () => {
  it("is read back as it was written", () => {
    const baseline = recorded("一✗\n二✗✗\n");
    expect(readBaseline(printBaseline(baseline), "b.json")).toEqual(baseline);
    expect(readBaseline(`\uFEFF${printBaseline(EMPTY)}`, "b.json")).toEqual(EMPTY);
  });

  const entry = (part: object) =>
    JSON.stringify({
      version: 1,
      findings: [
        { rule: "a/b", path: "a", line: "0123456789abcdef", count: 1 },
        { rule: "a/b", path: "a", line: "0123456789abcdef", count: 1, ...part },
      ],
    });

  it.each<[string, RegExp]>([
    ["", /not JSON/],
    ["[]", /version/],
    ["null", /version/],
    ['{"version":2,"findings":[]}', /version/],
    ['{"version":1,"findings":{"length":1}}', /not a list/],
    ['{"version":1,"findings":[null]}', /entry 1 /],
    ['{"version":1,"findings":[{"rule":"a/b"}]}', /entry 1 /],
    [entry({ rule: "\u001b]0;owned\u0007\n::error::forged" }), /entry 2 /],
    [entry({ rule: 1 }), /entry 2 /],
    [entry({ path: ["a"] }), /entry 2 /],
    [entry({ line: "zz" }), /entry 2 /],
    [entry({ count: 0 }), /entry 2 /],
    [entry({ count: -1 }), /entry 2 /],
    [entry({ count: 0.5 }), /entry 2 /],
    [entry({ count: 1e300 }), /entry 2 /],
    ["[".repeat(200_000), /not JSON/],
  ])("is refused where it is none: %.60s", (text, why) => {
    expect(() => readBaseline(text, "b.json")).toThrow(/b\.json.*not a usable baseline/);
    expect(() => readBaseline(text, "b.json")).toThrow(why);
  });

  it("holds no character that a terminal obeys", () => {
    const path = "a\u202e\u009b\u200b##[add-mask].md";
    const baseline = { entries: [{ rule: "a/b", path, line: "0123456789abcdef", count: 1 }] };
    const text = printBaseline(baseline);
    expect(text).not.toMatch(/[\u202e\u009b\u200b]|##\[/);
    expect(readBaseline(text, "b.json")).toEqual(baseline);
  });
});
