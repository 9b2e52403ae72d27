/**
 * The architecture as a test: which folder may import which (architecture/import-table.ts), how every file
 * opens, how long it may be, which names are not used.
 */
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { IMPORT_TABLE, type Row, withImportTable } from "./architecture/import-table.js";
import {
  findCircles,
  type Import,
  importsOf,
  listSources,
  packageOf,
  SOURCE,
} from "./architecture/source-files.js";

const LONGEST_FILE = 300;

/** Rooms that may touch the machine. */
const EDGE = /^src\/(cli|disk|outcomes|start|threads|v8)\//;

const FORBIDDEN_NAMES = /(^|-)(utils?|helpers?|common|misc|shared|manager|types)(-|$)/;

const files = listSources();

describe("every file", () => {
  it.each(files)("%s opens with what it is, is short, and is well named", (file) => {
    const text = readFileSync(file, "utf8");
    expect(text.startsWith("/**"), "opens with a comment").toBe(true);
    expect(text.split("\n").length, "lines").toBeLessThanOrEqual(LONGEST_FILE + 1);
    const name = basename(file.replace(".d.ts", ".ts")).replace(/\.tsx?$/, "");
    expect(name).not.toMatch(FORBIDDEN_NAMES);
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(text).not.toMatch(/^export default/m);
  });
});

describe("imports", () => {
  it.each(files)("%s imports what its room may", (file) => {
    const row = rowOf(file);
    const refused = importsOf(file).filter((one) => !isWithin(one, row) && permitsOf(one, row).length === 0);
    expect(
      refused.map(({ target, how }) => `${row.room || SOURCE} may not import ${target} (${how})`),
    ).toEqual([]);
  });

  it("use every permit in the table", () => {
    const used = new Set(
      files.flatMap((file) => {
        const row = rowOf(file);
        return importsOf(file)
          .filter((one) => !isWithin(one, row))
          .flatMap((one) => permitsOf(one, row).map((permit) => `${row.room || SOURCE} → ${permit}`));
      }),
    );
    const given = IMPORT_TABLE.flatMap((row) =>
      permits(row).map(({ name }) => `${row.room || SOURCE} → ${name}`),
    );
    expect(given.filter((permit) => !used.has(permit))).toEqual([]);
  });

  it("stand in src/README.md as the table has them (npm run docs writes it)", () => {
    const readme = readFileSync("src/README.md", "utf8");
    expect(readme).toBe(withImportTable(readme));
  });

  it("go in no circle, not even those of types", () => {
    const graph = new Map(files.map((file) => [file, localImports(file, ["values", "types", "lazily"])]));
    expect(findCircles(graph)).toEqual([]);
  });

  it("would be seen in a circle", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c", "d"]],
      ["c", ["a"]],
      ["d", ["d"]],
      ["e", ["a"]],
    ]);
    expect(findCircles(graph)).toEqual([["a", "b", "c"], ["d"]]);
  });

  it("of one rule never reach another rule", () => {
    for (const file of files.filter((name) => /^src\/rules\/[^/]+\//.test(name))) {
      for (const target of localImports(file, ["values", "types"]))
        expect(target).not.toMatch(/^src\/rules\/[^/]+\//);
    }
  });
});

describe("what a command loads at start", () => {
  it.each([
    [
      "src/cli/main.ts",
      /^src\/(read|check|rules|editions\/[^/]+|fonts|layout)\/|^(unified|yaml|docx|pdfkit|fontkit)/,
    ],
    [
      "src/cli/lint/lint-command.ts",
      /^src\/(editions\/[^/]+|fonts|layout)\/|^(docx|pdfkit|fontkit|fflate|libphonenumber)/,
    ],
    [
      "src/cli/build/build-command.ts",
      /^src\/(editions\/[^/]+|fonts|layout)\/|^(docx|pdfkit|fontkit|fflate|libphonenumber)/,
    ],
    [
      "src/intake/read-submission-file.ts",
      /^src\/intake\/(word|mail|pictures)\/|^(postal-mime|rehype-parse|unified|saxes|@jsquash)/,
    ],
    [
      "src/editions/html/render-html.ts",
      /^src\/(editions\/(docx|pdf)|fonts|layout)\/|^(docx|pdfkit|fontkit)/,
    ],
  ])("%s loads nothing that it may not need", (entry, forbidden) => {
    expect(reachable(entry).filter((name) => forbidden.test(name))).toEqual([]);
  });
});

describe("the core", () => {
  const core = files.filter((file) => !EDGE.test(file));

  it.each(core)("%s touches neither process, console, clock nor disk", (file) => {
    const code = withoutComments(readFileSync(file, "utf8"));
    expect(code).not.toMatch(/\bprocess\.|\bconsole\.|Date\.now|new Date\(\)|Math\.random|node:fs/);
  });
});

interface Permit {
  /** as the table names it */
  readonly name: string;
  readonly isPackage: boolean;
  readonly for: readonly Import["how"][];
}

const permits = (row: Row): readonly Permit[] => [
  ...permitsFor(row.imports, { isPackage: false, for: ["values", "types", "lazily"] }),
  ...permitsFor(row.types ?? [], { isPackage: false, for: ["types"] }),
  ...permitsFor(row.lazily ?? [], { isPackage: false, for: ["types", "lazily"] }),
  ...permitsFor(row.packages ?? [], { isPackage: true, for: ["values", "types", "lazily"] }),
  ...permitsFor(row.lazyPackages ?? [], { isPackage: true, for: ["types", "lazily"] }),
];

const permitsFor = (names: readonly string[], kind: Omit<Permit, "name">): Permit[] =>
  names.map((name) => ({ name, ...kind }));

/** The row that a file belongs to: of the longest room that it lies in. */
function rowOf(path: string): Row {
  for (let folder = dirname(path).slice(SOURCE.length + 1); ; folder = folder.replace(/\/?[^/]*$/, "")) {
    const row = IMPORT_TABLE.find(({ room }) => room === folder);
    if (row !== undefined) return row;
  }
}

const isWithin = ({ target, isPackage }: Import, row: Row): boolean => !isPackage && rowOf(target) === row;

/** Names of the permits of a row that an import uses. */
function permitsOf({ target, isPackage, how }: Import, row: Row): string[] {
  const path = target.slice(SOURCE.length + 1);
  const covers = (name: string) =>
    isPackage ? name === packageOf(target) : name === path || rowOf(target).room === name;
  return permits(row)
    .filter((permit) => permit.isPackage === isPackage && permit.for.includes(how) && covers(permit.name))
    .map(({ name }) => name);
}

function localImports(file: string, kinds: readonly Import["how"][]): string[] {
  return importsOf(file)
    .filter(({ isPackage, how }) => !isPackage && kinds.includes(how))
    .map(({ target }) => target);
}

/** Files and packages that a file loads for their values, directly or through others; not by import(). */
function reachable(entry: string): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    if (!name.startsWith(`${SOURCE}/`)) return;
    for (const { target, how } of importsOf(name)) if (how === "values") visit(target);
  };
  visit(entry);
  return [...found];
}

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
