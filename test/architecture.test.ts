/**
 * The architecture as a test: which folder may import which, how every file opens, how long it may
 * be, which names are not used. The table here is the one in src/README.md.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";

const SOURCE = "src";
const LONGEST_FILE = 300;

/** Folder → what its files may import besides themselves: folders and files under src, and packages. */
const MAY_IMPORT: Readonly<Record<string, { folders: readonly string[]; packages: readonly RegExp[] }>> = {
  model: { folders: [], packages: [] },
  han: { folders: [], packages: [] },
  diagnostics: { folders: ["model"], packages: [/^(diff|fastest-levenshtein|get-east-asian-width)$/] },
  pictures: { folders: ["model"], packages: [/^node:zlib$/] },
  read: {
    folders: ["model", "diagnostics", "han", "pictures"],
    packages: [/^(yaml|unified|remark-.*|unist-.*|mdast.*|micromark.*)$/],
  },
  intake: {
    folders: ["model", "diagnostics", "han", "pictures", "read"],
    packages: [/^(fflate|saxes|postal-mime|unified|rehype-parse|hast.*|@jsquash\/.*)$/],
  },
  rules: {
    folders: ["model", "diagnostics", "han", "layout/layout.ts"],
    packages: [/^fastest-levenshtein$/],
  },
  check: { folders: ["model", "diagnostics", "rules", "han"], packages: [/^libphonenumber-js(\/.*)?$/] },
  mend: { folders: ["model", "diagnostics", "read"], packages: [] },
  fonts: { folders: ["model", "diagnostics"], packages: [/^fontkit$/] },
  layout: { folders: ["model", "diagnostics", "han", "fonts/face.ts"], packages: [] },
  "editions/html": {
    folders: ["model", "diagnostics", "han", "editions/edition.ts"],
    packages: [/^(unified|rehype-.*|hast.*|node:crypto)$/],
  },
  "editions/docx": {
    folders: ["model", "diagnostics", "han", "pictures", "editions/edition.ts", "layout/layout.ts"],
    packages: [/^(docx|fflate|node:(crypto|util|zlib))$/],
  },
  "editions/pdf": {
    folders: ["model", "diagnostics", "pictures", "editions/edition.ts", "layout", "fonts"],
    packages: [/^(pdfkit|node:(crypto|zlib|stream|buffer))$/],
  },
  editions: { folders: ["model", "layout/layout.ts"], packages: [] },
  "": {
    folders: [
      "model",
      "diagnostics",
      "read",
      "rules",
      "check",
      "mend",
      "fonts",
      "layout",
      "editions",
      "han",
      "disk",
      "intake",
    ],
    packages: [],
  },
  disk: {
    folders: ["model", "diagnostics", "read", "fonts", "build.ts"],
    packages: [/^node:(crypto|fs|os|path|url)$/],
  },
  v8: { folders: [], packages: [/^node:v8$/] },
  outcomes: {
    folders: [
      "",
      "model",
      "diagnostics",
      "read",
      "check",
      "editions/edition.ts",
      "fonts/face.ts",
      "disk",
      "v8",
    ],
    packages: [/^node:(crypto|fs|path)$/],
  },
  threads: {
    folders: ["", "diagnostics", "read", "check", "disk", "outcomes", "v8"],
    packages: [/^node:(fs|os|path|worker_threads)$/],
  },
  cli: {
    folders: [
      "",
      "diagnostics",
      "read",
      "model",
      "check",
      "rules",
      "layout/print-layout.ts",
      "editions/edition.ts",
      "fonts",
      "disk",
      "outcomes",
      "threads",
      "v8",
    ],
    packages: [/^(commander|chokidar|yaml|node:.*)$/],
  },
};

/** Rooms that may touch the machine. */
const EDGE = /^src\/(cli|disk|outcomes|threads|v8)\//;

const FORBIDDEN_NAMES = /(^|-)(utils?|helpers?|common|misc|shared|manager|types)(-|$)/;

const files = listSources(SOURCE);

describe("every file", () => {
  it.each(files)("%s opens with what it is, is short, and is well named", (file) => {
    const text = readFileSync(file, "utf8");
    expect(text.startsWith("/**"), "opens with a comment").toBe(true);
    expect(text.split("\n").length, "lines").toBeLessThanOrEqual(LONGEST_FILE + 1);
    expect(basename(file, ".ts")).not.toMatch(FORBIDDEN_NAMES);
    expect(basename(file.replace(".d.ts", ".ts"), ".ts")).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(text).not.toMatch(/^export default/m);
  });
});

describe("imports", () => {
  it.each(files)("%s imports what its folder may", (file) => {
    const folder = folderName(file);
    const allowed = MAY_IMPORT[folder];
    expect(allowed, `folder ${folder} is in the table`).toBeDefined();
    for (const target of importsOf(file)) {
      if (!target.startsWith(".")) {
        const known = allowed?.packages.some((name) => name.test(target)) === true;
        expect(known, `${folder || "src"} may not import the package ${target}`).toBe(true);
        continue;
      }
      const path = posix
        .join(posix.dirname(file), target)
        .replace(/\.js$/, ".ts")
        .slice(SOURCE.length + 1);
      const other = folderName(posix.join(SOURCE, path));
      const known =
        other === folder ||
        allowed?.folders.some(
          (name) =>
            name === path || (name === "" ? other === "" : other === name || other.startsWith(`${name}/`)),
        );
      expect(known, `${folder || "src"} may not import ${path}`).toBe(true);
    }
  });

  it("go in no circle", () => {
    const graph = new Map(files.map((file) => [file, localImports(file)]));
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      expect(trail, `circle: ${[...trail, file].join(" → ")}`).not.toContain(file);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(done.size).toBeGreaterThanOrEqual(files.length);
  });

  it("of one rule never reach another rule", () => {
    for (const file of files.filter((name) => /^src\/rules\/[^/]+\//.test(name))) {
      for (const target of localImports(file)) expect(target).not.toMatch(/^src\/rules\/[^/]+\//);
    }
  });
});

describe("what a command loads at start", () => {
  it.each([
    [
      "src/cli/main.ts",
      /^src\/(read|check|rules|editions|fonts|layout)\/|^(unified|yaml|docx|pdfkit|fontkit)/,
    ],
    [
      "src/cli/lint/lint-command.ts",
      /^src\/(editions|fonts|layout)\/|^(docx|pdfkit|fontkit|fflate|libphonenumber)/,
    ],
    [
      "src/cli/build/build-command.ts",
      /^src\/(editions|fonts|layout)\/|^(docx|pdfkit|fontkit|fflate|libphonenumber)/,
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

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listSources(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}

/** The row of the table a file belongs to: the longest folder name that is in it. */
function folderName(file: string): string {
  let folder = dirname(file).slice(SOURCE.length + 1);
  while (folder !== "" && !(folder in MAY_IMPORT)) folder = folder.includes("/") ? dirname(folder) : "";
  return folder;
}

function importsOf(file: string): string[] {
  const code = readFileSync(file, "utf8");
  return [...code.matchAll(/(?:\bfrom|^import|\bimport\()\s*"([^"]+)"/gm)].map((match) => match[1] ?? "");
}

/** Files imported for their values; types bind nothing at run time. */
function localImports(file: string): string[] {
  const code = readFileSync(file, "utf8").replace(/^(import|export) type [^;]*;/gm, "");
  return [...code.matchAll(/\bfrom\s*"(\.[^"]+)"/g)].map((match) =>
    posix.join(posix.dirname(file), match[1] ?? "").replace(/\.js$/, ".ts"),
  );
}

/** Files and packages that a file loads for its values, directly or through others; not by import(). */
function reachable(entry: string): string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(file, "utf8").replace(/^(import|export) type [^;]*;/gm, "");
    for (const name of [...code.matchAll(/\bfrom\s*"([^."][^"]*)"/g)].map((match) => match[1] ?? ""))
      found.add(name);
    for (const next of localImports(file)) visit(next);
  };
  visit(entry);
  return [...found];
}

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
