/** What is told of submissions: every id is a documented rule, and weighs what its page says. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allRules } from "../../src/check/all-rules.js";
import type { Rule } from "../../src/rules/rule.js";

const sources = ["src/intake", "src/cli/import", "src/stats", "src/lint-manuscript.ts"].flatMap((place) =>
  place.endsWith(".ts")
    ? [place]
    : readdirSync(place, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(place, name)),
);
const texts = sources.map((path) => readFileSync(path, "utf8"));
const rules = new Map(allRules.map((rule) => [rule.id, rule]));

const severitiesOf = (rule: Rule): readonly string[] => [
  rule.severity,
  ...(rule.scope === "documented" && rule.alsoSeverity !== undefined ? [rule.alsoSeverity] : []),
];

it("every id that is told has a page, and every page is told", () => {
  const told = new Set(texts.flatMap((text) => text.match(/(?<=")import\/[a-z-]+(?=")/g) ?? []));
  const documented = [...rules.keys()].filter((id) => id.startsWith("import/"));
  expect([...told].sort()).toEqual(documented.sort());
});

describe("severities are those of the page", () => {
  const pairs = texts.flatMap((text) =>
    [...text.matchAll(/"(import\/[a-z-]+)",\s+severity: "(error|warning|info)"/g)].map(
      ([, id = "", severity = ""]) => [id, severity] as const,
    ),
  );
  it("of those that name both, which are most", () => expect(pairs.length).toBeGreaterThan(25));
  it.each([...new Set(pairs.map((pair) => pair.join(" ")))])("%s", (pair) => {
    const [id = "", severity = ""] = pair.split(" ");
    const rule = rules.get(id);
    expect(rule === undefined ? [] : severitiesOf(rule)).toContain(severity);
  });
});
