/**
 * The rules on whole texts: the clean corpus has nothing to find, its faulty twin has each planted
 * fault told at its place and nothing else, and --fix turns the twin back into the clean text. What
 * the folders hold and how to add to them: fixtures/corpus/README.md.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPlaces } from "../../src/diagnostics/places.js";
import { fix } from "../../src/fix.js";
import { lint } from "../../src/lint.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const CORPUS = "fixtures/corpus";
const FEWEST_PARAGRAPHS = 300;

const clean = filesIn("clean/items");
const twins = filesIn("faulty/items");
const told = filesIn("faulty/told");
const house = read("clean/bulletin.yaml");
const expected = read("faulty/expected/findings.txt")
  .split("\n")
  .filter((line) => line !== "");

describe("the clean corpus", () => {
  it("has paragraphs enough", () => {
    const count = clean.reduce((total, name) => total + paragraphsIn(read(`clean/items/${name}`)), 0);
    expect(count).toBeGreaterThanOrEqual(FEWEST_PARAGRAPHS);
  });

  it.each(clean)("%s has nothing to find", async (name) => {
    expect(await findingsIn(`items/${name}`, read(`clean/items/${name}`))).toEqual([]);
  });
});

describe("the faulty twin", () => {
  it.each([...twins.map((name) => `items/${name}`), ...told.map((name) => `told/${name}`)])(
    "%s has each fault told at its place",
    async (path) => {
      const own = expected.filter((line) => line.includes(` ${path}:`));
      expect(own.length).toBeGreaterThan(0);
      expect(await findingsIn(path, read(`faulty/${path}`))).toEqual(own);
    },
  );

  it("holds files for every line expected", () => {
    const paths = new Set([...twins.map((name) => `items/${name}`), ...told.map((name) => `told/${name}`)]);
    expect(expected.filter((line) => !paths.has(/ ([^:]+):/.exec(line)?.[1] ?? ""))).toEqual([]);
  });

  it("has a fault of every text rule", async () => {
    const { allRules } = await import("../../src/check/all-rules.js");
    const planted = new Set(expected.map((line) => line.split(" ")[0]));
    const rules = allRules.filter(({ id }) => id.startsWith("text/")).map(({ id }) => id);
    expect(rules.filter((id) => !planted.has(id))).toEqual([]);
  });
});

describe("--fix", () => {
  const variants = [
    ["as it is", (text: string) => text],
    ["with CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
  ] as const;

  describe.each(variants)("%s", (_, vary) => {
    it.each(twins)("turns %s back into the clean text, and changes nothing then", async (name) => {
      const once = await fixed(`items/${name}`, vary(read(`faulty/items/${name}`)));
      expect(once).toBe(vary(read(`clean/items/${name}`)));
      expect(await fixed(`items/${name}`, once)).toBe(once);
    });

    it.each(told)("leaves %s to the editor", async (name) => {
      const text = vary(read(`faulty/told/${name}`));
      expect(await fixed(`told/${name}`, text)).toBe(text);
    });
  });
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(CORPUS, folder))
    .filter((name) => name.endsWith(".md"))
    .sort();
}

function read(path: string): string {
  return readFileSync(join(CORPUS, path), "utf8");
}

const workspaceWith = (path: string, text: string) =>
  memoryWorkspace({ "bulletin.yaml": house, [path]: text });

async function findingsIn(path: string, text: string): Promise<readonly string[]> {
  const { diagnostics, sources } = await lint({ kind: "submission", path }, workspaceWith(path, text));
  const placeOf = findPlaces(sources);
  return diagnostics.map(({ rule, span }) => {
    const { line, column } = placeOf(span).start;
    return `${rule} ${span.path}:${line}:${column}`;
  });
}

async function fixed(path: string, text: string): Promise<string> {
  const { changes } = await fix({ kind: "submission", path }, workspaceWith(path, text));
  return changes.get(path)?.after ?? text;
}

/** Paragraphs and list items of the body; tables and headings are none. */
function paragraphsIn(text: string): number {
  const body = text.split("---\n").slice(2).join("---\n");
  return body.split(/\n{2,}/).filter((block) => block.trim() !== "" && !/^[#|]/.test(block)).length;
}
