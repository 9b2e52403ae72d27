/**
 * What comments and documents name exists: files, decisions, keys, commands, options, scopes, editions and
 * packages. What they show as commands is run by docs-commands.test.ts.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { allRules } from "../src/check/all-rules.js";
import { describeCommands } from "../src/cli/describe-commands.js";
import { makeProgram } from "../src/cli/program.js";
import { EDITION_NAMES, EDITIONS } from "../src/editions/edition-table.js";
import { SCHEMA_NAMES } from "../src/read/schema-names.js";
import { schemaOf } from "../src/schema.js";
import { IMPORT_TABLE } from "./architecture/import-table.js";
import { importsOf, listSources } from "./architecture/source-files.js";

const read = (path: string) => readFileSync(path, "utf8");

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.name === "node_modules" || entry.name.startsWith(".git")) return [];
    return entry.isDirectory() ? filesOf(path) : [path];
  });

const FOLDERS = ["src", "test", "docs", "bin", ".tools", ".ci", "templates"];
const files = [...readdirSync("."), ...FOLDERS.filter((folder) => existsSync(folder)).flatMap(filesOf)];
const guides = files.filter((path) => /^(docs\/.*|README(\.zh-CN)?)\.md$/.test(path));
const texts = files.filter((path) => /\.(ts|js|md)$/.test(path) && path !== "CHANGELOG.md");

/** What a file tells people: of a program its comments, of a document all of it. */
function toldBy(path: string): string {
  const text = read(path);
  return path.endsWith(".md")
    ? text
    : (text.match(/\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/ [^\n]*/g) ?? []).join("\n");
}

/** Names of what is no file of ours, or stands for one that a reader makes. */
const NO_FILES = new Set(["Node.js", "pdf.js", "x-text.ts", "subject-law.ts"]);

describe("files that are named", () => {
  const ends = new Set(
    files.flatMap((path) => path.split("/").map((_, at, parts) => parts.slice(at).join("/"))),
  );
  const NAME =
    /(?<![\w./@*<>-])((?:\.{1,2}\/|\.?[\w-]+\/)*(?:\w[\w-]*(?:\.test|\.judge|\.d)?\.[jt]s))(?![\w-])/g;

  it.each(texts)("%s", (path) => {
    const named = [...toldBy(path).matchAll(NAME)].map(([, name = ""]) => name.replace(/^(\.{1,2}\/)+/, ""));
    const unknown = named.filter((name) => !ends.has(name) && !NO_FILES.has(posix.basename(name)));
    expect(unknown).toEqual([]);
  });

  it("are seen, and one that is not there would be told", () => {
    const named = [..."see read/workspace.ts, ../bin/bulletin.js and a.test.ts.".matchAll(NAME)];
    expect(named.map(([, name]) => name)).toEqual(["read/workspace.ts", "../bin/bulletin.js", "a.test.ts"]);
    expect(ends.has("read/workspace.ts")).toBe(true);
    expect(ends.has("read/yaml-fields.ts")).toBe(false);
  });
});

it("documents and decisions that are named exist", () => {
  const decisions = readdirSync("docs/decisions");
  const list = read("docs/decisions/README.md");
  expect(decisions.filter((name) => /^\d/.test(name) && !list.includes(`(${name})`))).toEqual([]);
  for (const path of texts) {
    const told = toldBy(path);
    for (const [, number = ""] of told.matchAll(/docs\/decisions\/(\d{3})/g))
      expect(
        decisions.some((name) => name.startsWith(`${number}-`)),
        `${path}: decision ${number}`,
      ).toBe(true);
    for (const [name] of told.matchAll(/\bdocs\/[\w-]+\.md\b/g)) expect(files, path).toContain(name);
  }
});

describe("keys in the tables of a document", () => {
  const keys = new Set(SCHEMA_NAMES.flatMap((name) => [...keysIn(schemaOf(name))]));

  it.each(["docs/formats.md", "docs/templates.md"])("%s", (path) => {
    const rows = [
      ...read(path).matchAll(/^\| (?:键|key|Key) \|[^\n]*\n\|[ -|]*\n((?:\|[^\n]*\n)+)/gm),
    ].flatMap(([, body = ""]) => body.trim().split("\n"));
    const named = rows.flatMap((row) =>
      [...(row.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)].map(([, key = ""]) => key),
    );
    expect(named.length).toBeGreaterThan(20);
    const parts = named.flatMap((key) => key.split(/[.[\]]+/).filter((part) => /^\w/.test(part)));
    expect(parts.filter((part) => !keys.has(part))).toEqual([]);
  });
});

/** All keys that a schema declares, at whatever depth. */
function keysIn(node: unknown): ReadonlySet<string> {
  if (typeof node !== "object" || node === null) return new Set();
  const own =
    "properties" in node && typeof node.properties === "object" ? Object.keys(node.properties ?? {}) : [];
  return new Set([...own, ...Object.values(node).flatMap((child) => [...keysIn(child)])]);
}

describe("commands and options", () => {
  const program = makeProgram({ language: "en", version: "0", finish: () => {} });
  const commands = describeCommands(program, { arguments: new Map(), options: new Map() });
  const names = new Set([...commands.map(({ path }) => path.split(" ")[0] ?? ""), "help"]);
  const options = new Set(commands.flatMap((command) => command.options.map(({ long }) => long)));

  it.each(guides)("%s", (path) => {
    const text = read(path);
    const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
    const lines = [...text.matchAll(/^ *```(?:sh|yaml|bat)[^\n]*\n([\s\S]*?)^ *```/gm)].flatMap(
      ([, body = ""]) => body.split("\n"),
    );
    // Of a line with several commands the part that is ours.
    const calls = [...spans, ...lines]
      .map((line) => /(?:^|[ /])bulletin(?:\.js)? ([^|;&#]*)/.exec(line)?.[1] ?? "")
      .filter((call) => call !== "");
    const ours = spans.filter((span) => /^--[a-z]/.test(span) && !OF_OTHERS.has(span.split(/[ =]/)[0] ?? ""));
    const named = [...calls, ...ours].flatMap((call) => call.match(/(?<![\w-])--[a-z][\w-]*/g) ?? []);
    expect(named.filter((option) => !options.has(option))).toEqual([]);
    const asked = calls.flatMap((call) => /^(?:--lang \w+ )?([a-z]+)\b(?![.\w/-])/.exec(call)?.[1] ?? []);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });
});

/** Options of other programs that documents speak of. */
const OF_OTHERS = new Set([
  ...["--interrupt-budget", "--max-semi-space-size", "--heap-growing-percent"],
  "--minify",
]);

it("src/rules/README.md tells of every scope", () => {
  const told = [...read("src/rules/README.md").matchAll(/^\| `([\w-]+)` /gm)].map(([, scope]) => scope);
  expect(told.sort()).toEqual([...new Set(allRules.map(({ scope }) => scope))].sort());
});

it("documents for users name every edition", () => {
  for (const path of ["README.md", "README.zh-CN.md", "docs/editions.md"])
    for (const name of EDITION_NAMES) expect(read(path), path).toContain(EDITIONS[name].label);
  const option = /^\| `editions` \|.*$/m.exec(read("docs/api.md"))?.[0];
  for (const name of EDITION_NAMES) expect(option).toContain(`\`"${name}"\``);
});

it("docs/dependencies.md tells of the packages that the sources import, and of no others", () => {
  const [, table = ""] = /^## In the package\n([\s\S]*?)^## /m.exec(read("docs/dependencies.md")) ?? [];
  const told = [...table.matchAll(/^\| ([^|]+) \|/gm)]
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) => name.trim().replace(/ \d+$/, ""))
    .filter(
      (name) =>
        name !== "package" &&
        name !== "---" &&
        !name.startsWith("@expo-google-fonts/") &&
        !/^noto-/.test(name),
    );
  // Types of trees have no code to bring along.
  const imported = IMPORT_TABLE.flatMap(({ packages = [], lazyPackages = [] }) => [
    ...packages,
    ...lazyPackages,
  ]).filter((name) => !name.startsWith("node:") && name !== "mdast" && name !== "hast");
  expect(told.sort()).toEqual([...new Set(imported)].sort());
});

it("src/index.ts re-exports, and what the build of the package asks for; no other file", () => {
  const again = listSources().filter((path) => /^export (type )?(\{[^}]*\}|\*) from /m.test(read(path)));
  expect(again).toEqual(["src/index.ts", "src/package-data.ts"]);
  expect(importsOf("src/index.ts").filter(({ target }) => target.startsWith("src/cli/"))).toEqual([]);
});

it("package.json's Nodes are those that documents and the command itself speak of", () => {
  const { engines } = JSON.parse(read("package.json"));
  const least = [...engines.node.matchAll(/(\d+\.\d+)\.0/g)].map(([, version]) => version);
  expect(least).toHaveLength(2);
  for (const path of ["README.md", "README.zh-CN.md", "docs/api.md", "bin/bulletin.js"])
    for (const version of least) expect(read(path), path).toContain(version);
});

/** Of more files than this nobody sees from their names how they hang together. */
const MOST_FILES = 10;

it("every folder of sources with many files has a page that says how they hang together", () => {
  const counts = new Map<string, number>();
  for (const folder of listSources().map((path) => posix.dirname(path)))
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const large = [...counts].filter(([, count]) => count > MOST_FILES).map(([folder]) => folder);
  // A folder of rules is its group and holds nothing but rules; the rooms of the Word edition stand on its page.
  const speaks = (folder: string) => /^src\/(rules|editions\/docx)(?=\/)/.exec(folder)?.[0] ?? folder;
  const bare = large.filter((folder) => !existsSync(posix.join(speaks(folder), "README.md")));
  expect(large.length).toBeGreaterThan(MOST_FILES);
  expect(bare).toEqual([]);
});
