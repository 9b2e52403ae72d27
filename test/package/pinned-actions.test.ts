/**
 * Actions are named by commit: a tag can be moved to other code, by whoever takes over its repository. And a
 * workflow says what its token may do, for one that does not say may be allowed to write.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";

const filesIn = (folder: string, ...endings: readonly string[]): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => join(folder, name));

const documents = ["README.md", "README.zh-CN.md", "CHANGELOG.md", ...filesIn("docs", ".md")];
const definitions = ["action.yml", ...filesIn(".github", ".yml", ".yaml")];

interface Use {
  readonly place: string;
  readonly action: string;
  readonly commit: string | undefined;
  readonly comment: string | undefined;
}

const uses: readonly Use[] = [...documents, ...definitions].flatMap((path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      const found = /^\s*(?:- )?uses:\s*["']?([^\s"'@]+)(?:@([^\s"']+))?["']?(?:\s+#\s*(.*))?$/.exec(line);
      if (found === null || found[1]?.startsWith("./") === true) return [];
      const [, action = "", commit, comment] = found;
      return [{ place: `${path}:${index + 1}`, action, commit, comment }];
    }),
);
/** What stands for this repository, and for the commit of it that a reader takes. */
const OWN = { action: "OWNER/bulletin", commit: "0".repeat(40) };

/** As GitHub's repositories of these actions have them; tags that say the same commit stand behind. */
const KNOWN: Readonly<Record<string, string>> = {
  "actions/cache v5.0.5": "27d5ce7f107fe9357f9df03efb73ab90386fccae",
  "actions/checkout v7.0.1": "3d3c42e5aac5ba805825da76410c181273ba90b1",
  "actions/download-artifact v8.0.1": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
  "actions/setup-node v7.0.0": "820762786026740c76f36085b0efc47a31fe5020",
  "actions/upload-artifact v7.0.0": "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",
  "github/codeql-action/upload-sarif v4.36.2": "8aad20d150bbac5944a9f9d289da16a4b0d87c1e",
};

it("finds the actions that are used", () => {
  expect(new Set(uses.map(({ place }) => place.replace(/:\d+$/, "")))).toEqual(
    new Set([
      "README.md",
      "README.zh-CN.md",
      "docs/ci.md",
      "action.yml",
      ".github/workflows/ci.yml",
      ".github/workflows/release.yml",
    ]),
  );
});

it.each(uses)(
  "$place names $action by a commit, and its version beside it",
  ({ action, commit, comment }) => {
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    if (action === OWN.action) expect(commit).toBe(OWN.commit);
    else expect(KNOWN[`${action} ${comment}`]).toBe(commit);
  },
);

describe("a workflow", () => {
  const fenced = documents.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""], index) => ({
      name: `${path}, fence ${index + 1}`,
      text,
    })),
  );
  const own = definitions.map((path) => ({ name: path, text: readFileSync(path, "utf8") }));
  const workflows = [...fenced, ...own].filter(({ text }) => /^jobs:$/m.test(text));

  it("is documented and there", () => {
    expect(workflows.length).toBeGreaterThanOrEqual(7);
  });

  it.each(workflows)("says what its token may do: $name", ({ text }) => {
    const { permissions, jobs } = parseDocument(text).toJS();
    expect([{}, { contents: "read" }]).toContainEqual(permissions);
    for (const job of Object.values<{ readonly permissions?: object; readonly steps?: readonly object[] }>(
      jobs,
    )) {
      // A token that may write is in no job that checks out, or runs, what is not its own.
      const mayWrite = Object.values(job.permissions ?? {}).includes("write");
      if (mayWrite) expect(JSON.stringify(job.steps)).not.toMatch(/actions\/checkout|OWNER\/bulletin|npm /);
    }
  });

  it.each(workflows)("gives pull requests no token and no secret: $name", ({ text }) => {
    expect(text).not.toContain("pull_request_target");
    const checkouts = text.match(/uses: actions\/checkout/g)?.length ?? 0;
    expect(text.match(/persist-credentials: false/g)?.length ?? 0).toBe(checkouts);
    for (const [, script = ""] of text.matchAll(/\brun: *(\|[\s\S]*?(?=\n {0,6}\S)|[^\n]*)/g))
      expect(script, "what comes with an event is named by the environment alone").not.toContain("${{");
  });
});
