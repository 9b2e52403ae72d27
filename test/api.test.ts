/**
 * The public API called wrongly: each argument that is none is named, with what it may be and what it
 * was, before anything is done; and what Node prints of it is the caller's own line. Called rightly,
 * docs/api.md is compiled and run as it stands.
 */
import { isAscii } from "node:buffer";
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { transformSync } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import { EDITION_NAMES } from "../src/editions/edition-table.js";
import * as api from "../src/index.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-api-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const environment = api.memoryEnvironment({ "issue.yaml": "number: 1\n" });
const { workspace } = environment;
const target = { kind: "issue", path: "issue.yaml" };
const LISTED = EDITION_NAMES.map((name) => JSON.stringify(name))
  .join(", ")
  .replace(/, (?=[^,]*$)/, " or ");

/** Without types, as JavaScript calls it. */
const untyped = api as unknown as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
const call = async (name: string, args: readonly unknown[]) => untyped[name]?.(...args);

describe("a wrong argument", () => {
  it.each<readonly [string, readonly unknown[], string]>([
    ["lint", ["issue.yaml", workspace], 'lint: target must be an object { kind, path }, not "issue.yaml".'],
    [
      "lint",
      [{ ...target, kind: "isue" }, workspace],
      'lint: target.kind must be "issue" or "submission", not "isue".',
    ],
    [
      "lint",
      [{ kind: "issue" }, workspace],
      "lint: target.path must be a string that is not empty, not undefined.",
    ],
    [
      "lint",
      [target, environment],
      "lint: workspace must be a workspace (an object with readFile, listFolder, realPath), not an object of another shape.",
    ],
    [
      "lint",
      [target, undefined],
      "lint: workspace must be a workspace (an object with readFile, listFolder, realPath), not undefined.",
    ],
    ["lint", [target, workspace, null], "lint: options must be an object, not null."],
    [
      "lint",
      [target, workspace, { severities: { "item/vague-date": "off" } }],
      'lint: options.severities must be a Map from rule to severity, such as new Map([["item/vague-date", "off"]]), not an object of another shape.',
    ],
    [
      "fix",
      [target, workspace, { severities: new Map([["item/vague-dat", "off"]]) }],
      'fix: options.severities must be a Map keyed by rule names, and there is no rule "item/vague-dat" (did you mean "item/vague-date"?), not a Map.',
    ],
    [
      "fix",
      [target, workspace, { severities: new Map([["item/vague-date", "warn"]]) }],
      'fix: options.severities must be a Map to severities ("off", "info", "warning" or "error"); for item/vague-date it has "warn", not a Map.',
    ],
    [
      "lint",
      [target, workspace, { severities: new Map([["image/missing", "off"]]) }],
      "lint: options.severities must be a Map that keeps image/missing an error: the editions cannot be made correctly without it, not a Map.",
    ],
    [
      "lint",
      [target, workspace, { structuralOnly: "yes" }],
      'lint: options.structuralOnly must be true or false, not "yes".',
    ],
    [
      "lint",
      [target, workspace, { severity: new Map() }],
      "lint: there is no option severity. Did you mean severities? The options are severities, structuralOnly, everyFinding, templates.",
    ],
    [
      "build",
      ["", environment, { editions: ["pdf"] }],
      'build: path must be a string that is not empty, not "".',
    ],
    [
      "build",
      ["issue.yaml", workspace, { editions: ["pdf"] }],
      "build: environment.workspace must be a workspace (an object with readFile, listFolder, realPath), not undefined.",
    ],
    [
      "build",
      ["issue.yaml", environment, { editions: ["epub"] }],
      `build: options.editions must be an array of ${LISTED}, not ["epub"].`,
    ],
    [
      "build",
      ["issue.yaml", environment, { editions: "pdf" }],
      `build: options.editions must be an array of ${LISTED}, not "pdf".`,
    ],
    [
      "build",
      ["issue.yaml", environment, { draft: "送审/稿" }],
      'build: options.draft must be a short text that can be part of a file name, not "送审/稿".',
    ],
    [
      "build",
      ["issue.yaml", environment, { draft: true }],
      "build: options.draft must be a string that is not empty, not true.",
    ],
    [
      "build",
      ["issue.yaml", environment, { lineNumbers: 1 }],
      "build: options.lineNumbers must be true or false, not 1.",
    ],
    ["build", ["issue.yaml", environment], "build: options must be an object, not undefined."],
    [
      "build",
      ["issue.yaml", environment, { edition: ["pdf"] }],
      "build: there is no option edition. Did you mean editions?",
    ],
    [
      "build",
      ["issue.yaml", environment, { editions: [], timestamp: "2026-03-16" }],
      'build: options.timestamp must be a valid Date, not "2026-03-16".',
    ],
    [
      "build",
      ["issue.yaml", environment, { editions: [], timestamp: new Date("never") }],
      "build: options.timestamp must be a valid Date, not a Date.",
    ],
    [
      "build",
      ["issue.yaml", environment, { editions: [], htmlForm: "part" }],
      'build: options.htmlForm must be "page", "fragment", "plain" or "wechat", not "part".',
    ],
    [
      "build",
      ["issue.yaml", environment, { editions: [], fontFolders: "fonts" }],
      'build: options.fontFolders must be an array of strings, not "fonts".',
    ],
    [
      "findingRecords",
      [[], {}, "zh"],
      "findingRecords: sources must be a Map, not an object of another shape.",
    ],
    ["findingRecords", [[], new Map(), "fr"], 'findingRecords: language must be "zh" or "en", not "fr".'],
    [
      "printPretty",
      [[], new Map(), { language: "zh" }],
      "printPretty: options.paint must be a function, not undefined.",
    ],
    [
      "printPretty",
      [[], new Map(), { language: "zh", paint: String, width: 0.5 }],
      "printPretty: options.width must be a whole number of columns, not 0.5.",
    ],
    [
      "schemaOf",
      ["manifst"],
      'schemaOf: name must be "manifest", "house", "item", "template" or "issue", not "manifst".',
    ],
    ["diskEnvironment", [7], "diskEnvironment: folder must be a string that is not empty, not 7."],
    [
      "memoryEnvironment",
      [new Map()],
      "memoryEnvironment: files must be an object from path to string or Uint8Array, not a Map.",
    ],
    [
      "memoryWorkspace",
      [{ "a.md": 7 }],
      "memoryWorkspace: files must be an object from path to string or Uint8Array, not an object of another shape.",
    ],
    [
      "overlayWorkspace",
      [workspace, { "a.md": "" }],
      "overlayWorkspace: contents must be a Map from path to string or Uint8Array, not an object of another shape.",
    ],
  ])("of %s", async (name, args, message) => {
    const fault = await call(name, args).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(fault).toBeInstanceOf(TypeError);
    expect(fault instanceof Error && fault.message.slice(0, message.length)).toBe(message);
    // The first frame is the caller's: neither the check's nor the function's.
    expect(fault instanceof Error && fault.stack?.split("\n    at ")[1]).toMatch(/api\.test\.ts/);
  });

  it("is told before the file is looked for, and an option written out as undefined is none", async () => {
    await expect(
      call("lint", [target, workspace, { severities: undefined, structuralOnly: true }]),
    ).resolves.toBeDefined();
    await expect(
      call("build", ["issue.yaml", environment, { editions: [], strict: undefined }]),
    ).resolves.toMatchObject({ artifacts: [] });
  });
});

it("every function that is exported is checked", () => {
  const functions = Object.entries(api).filter(([, value]) => typeof value === "function");
  expect(functions.map(([name]) => name).sort()).toEqual([
    "EnvironmentError",
    "build",
    "diskEnvironment",
    "findingRecords",
    "fix",
    "lint",
    "memoryEnvironment",
    "memoryWorkspace",
    "overlayWorkspace",
    "printPretty",
    "schemaOf",
  ]);
});

/** A folder in which the package is installed, as it is built. */
function installed(): string {
  const folder = mkdtempSync(join(scratch, "user-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules", "bulletin-compiler"), "junction");
  return folder;
}

it("prints the caller's line where nobody catches it, and none of ours", () => {
  const folder = installed();
  const wrong = 'await build("issue.yaml", memoryEnvironment({}), { editions: ["epub"] });';
  writeFileSync(
    join(folder, "wrong.mjs"),
    `import { build, memoryEnvironment } from "bulletin-compiler";\n\n${wrong}\n`,
  );
  const { status, stderr } = spawnSync(process.execPath, ["wrong.mjs"], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toContain(wrong);
  expect(stderr).toContain(`must be an array of ${LISTED}, not ["epub"].`);
  expect(stderr).not.toContain("chunks");
  expect(stderr.length).toBeLessThan(1500);
});

it("the built files are of ASCII, and have no line that fills a screen, which Node would print of a fault", () => {
  const files = [
    "dist/cli.cjs",
    "dist/index.cjs",
    "dist/start-command.cjs",
    "dist/start-thread.cjs",
    ...readdirSync("dist/chunks").map((name) => join("dist/chunks", name)),
  ];
  const long = files.filter((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .some((line) => line.length > 3000),
  );
  expect(long).toEqual([]);
  expect(files.filter((file) => !isAscii(readFileSync(file)))).toEqual([]);
});

describe("docs/api.md", () => {
  const text = readFileSync("docs/api.md", "utf8");
  const examples = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
  const whole = examples.join("\n");

  it("compiles as it stands", { timeout: 120_000 }, () => {
    const folder = installed();
    writeFileSync(join(folder, "example.mts"), whole);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: resolve("tsconfig.json"),
        compilerOptions: {
          noEmit: true,
          emitDeclarationOnly: false,
          declaration: false,
          rootDir: "/",
          types: ["node"],
          typeRoots: [resolve("node_modules/@types")],
          paths: { "bulletin-compiler": [resolve("src/index.ts")] },
        },
        include: ["example.mts", resolve("src/fonts/fontkit-module.d.ts")],
        exclude: [],
      }),
    );
    const { status, stdout } = spawnSync(
      process.execPath,
      [resolve("node_modules/typescript/bin/tsc"), "-p", folder],
      {
        encoding: "utf8",
      },
    );
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it("runs, and prints what it says it prints", () => {
    const folder = installed();
    writeFileSync(join(folder, "example.mjs"), transformSync(whole, { loader: "ts", format: "esm" }).code);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const promised = [...whole.matchAll(/^ *\/\/ (?:prints )(.*)$/gm)].map(([, line = ""]) => line);
    expect(promised.length).toBeGreaterThan(3);
    for (const line of promised) expect(stdout.split("\n")).toContain(line);
  });

  it("names every function and every option that there is, and no other", () => {
    for (const name of Object.keys(api).filter((each) => each !== "EnvironmentError")) {
      expect(text).toMatch(new RegExp(`^\\| \`${name}\\(`, "m"));
    }
    const documented = [...text.matchAll(/^\| `(\w+)\(/gm)].map(([, name = ""]) => name);
    expect(documented.filter((name) => !(name in api))).toEqual([]);
  });

  it.each<readonly [string, readonly unknown[]]>([
    ["lint", [target, workspace]],
    ["build", ["issue.yaml", environment]],
    ["printPretty", [[], new Map()]],
  ])("names every option of %s", async (name, args) => {
    const fault = await call(name, [...args, { nothing: 1 }]).catch((reason: unknown) => String(reason));
    const [, list = ""] = /The options are (.*)\.$/.exec(String(fault)) ?? [];
    expect(list.split(", ").length).toBeGreaterThan(2);
    for (const option of list.split(", ")) expect(text).toContain(`\n| \`${option}\` |`);
  });
});
