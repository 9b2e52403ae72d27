/**
 * Numbers, words, names and bodies on a whole issue with a dictionary, a roster and a register: nothing to
 * find in the clean one; in its twins each planted fault at its place and nothing else. `faulty` holds what
 * --fix mends and what --fix-suggestions does, `told` what it leaves to the editor; findings.txt lists the places.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findPlaces } from "../../src/diagnostics/places.js";
import { type FixOptions, fix } from "../../src/fix.js";
import { lint } from "../../src/lint.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const CORPUS = "fixtures/corpus/words";
const GROUPS = /^(?:number|word|name|organisation)\//;
const ISSUE = { kind: "issue", path: "issue.yaml" } as const;

const read = (path: string): string => readFileSync(`${CORPUS}/${path}`, "utf8");
const itemsOf = (twin: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(`${CORPUS}/${twin}/items`).map((name) => [`items/${name}`, read(`${twin}/items/${name}`)]),
  );
const clean = {
  "bulletin.yaml": read("clean/bulletin.yaml"),
  "issue.yaml": read("clean/issue.yaml"),
  ...itemsOf("clean"),
};
const planted = (twin: string): readonly string[] =>
  read(`${twin}/findings.txt`)
    .split("\n")
    .filter((line) => line !== "");

const varied = (files: Readonly<Record<string, string>>, vary: (text: string) => string) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, vary(text)]));

async function findingsIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { diagnostics, sources } = await lint(ISSUE, memoryWorkspace(files));
  const placeOf = findPlaces(sources);
  return diagnostics.map(({ rule, span }) => {
    const { line, column } = placeOf(span).start;
    return `${rule} ${span.path}:${line}:${column}`;
  });
}

async function fixed(
  files: Readonly<Record<string, string>>,
  options: FixOptions = {},
): Promise<Readonly<Record<string, string>>> {
  const { changes } = await fix(ISSUE, memoryWorkspace(files), options);
  return { ...files, ...Object.fromEntries([...changes].map(([path, { after }]) => [path, after])) };
}

describe("the issue with numbers, words and names", () => {
  it("has nothing to find", async () => {
    expect(await findingsIn(clean)).toEqual([]);
  });

  it.each(["faulty", "told"])("has each fault of %s told at its place, and no other", async (twin) => {
    expect(await findingsIn({ ...clean, ...itemsOf(twin) })).toEqual(planted(twin));
  });

  it("has a fault of every rule of its groups", async () => {
    const { allRules } = await import("../../src/check/all-rules.js");
    const told = new Set([...planted("faulty"), ...planted("told")].map((line) => line.split(" ")[0]));
    // What is told of a house's own files is no fault of copy.
    const rules = allRules
      .filter(({ scope, id }) => scope !== "documented" && GROUPS.test(id))
      .map(({ id }) => id);
    expect(rules.filter((id) => !told.has(id))).toEqual([]);
  });
});

describe("--fix-suggestions", () => {
  it.each([
    ["as it is", (text: string) => text],
    ["with CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
  ])("turns the faulty twin, %s, into the clean issue, and changes nothing then", async (_, vary) => {
    const once = await fixed(varied({ ...clean, ...itemsOf("faulty") }, vary), { suggestions: true });
    expect(once).toEqual(varied(clean, vary));
    expect(await fixed(once, { suggestions: true })).toEqual(once);
  });
});

describe("--fix", () => {
  it("takes no suggestion", async () => {
    const mended = await fixed({ ...clean, ...itemsOf("faulty") });
    expect(mended["items/01-dates.md"]).toContain("5月30日（星期日）");
  });

  it("leaves what only the editor can tell", async () => {
    const files = { ...clean, ...itemsOf("told") };
    expect(await fixed(files)).toEqual(files);
  });
});
