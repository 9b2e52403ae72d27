/**
 * Every command that the documentation shows is run, document by document, in a folder of its own,
 * in the order in which a reader would type them. Only ```sh norun is left out: commands that need
 * the network, a clone or an open terminal. `<!-- run: … -->` stands for what the reader does by
 * hand between two commands, such as writing an item. Each yaml, ts and json fence is parsed.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-docs-"));
const programs = join(scratch, "programs");
mkdirSync(programs);
// A watch ends by itself here; one that fails before its time fails the document.
writeFileSync(
  join(programs, "bulletin"),
  `#!/bin/sh
for word; do
  case "$word" in -w|--watch) timeout -s INT 3 "${process.execPath}" "${resolve("bin/bulletin.js")}" "$@"; code=$?; [ $code = 124 ] && exit 0; exit $code;; esac
done
exec "${process.execPath}" "${resolve("bin/bulletin.js")}" "$@"
`,
);
chmodSync(join(programs, "bulletin"), 0o755);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const documents = [
  "README.md",
  "README.zh-CN.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md") && name !== "rules.md")
    .map((name) => join("docs", name)),
];

interface SarifRule {
  readonly id: string;
  readonly help: { readonly text: string };
}

interface Fence {
  readonly info: string;
  readonly text: string;
}

/** Fences and the reader's own steps, in order; a fence in a list is indented as the list is. */
function readFences(text: string): readonly Fence[] {
  const pattern = /^( *)```([^\n`]*)\n([\s\S]*?)^\1```$|^ *<!-- run: ([\s\S]*?) -->/gm;
  return [...text.matchAll(pattern)].map(([, indent = "", info = "", body = "", step]) =>
    step === undefined
      ? { info: info.trim(), text: body.replaceAll(new RegExp(`^${indent}`, "gm"), "") }
      : { info: "sh", text: `${step}\n` },
  );
}

describe.each(documents)("%s", (document) => {
  const fences = readFences(readFileSync(document, "utf8"));
  const commands = fences.filter(({ info }) => info === "sh");

  const shown = commands.length > 0 ? it : undefined;
  shown?.("shows commands that work", { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(scratch, "reader-"));
    // What the documents call 2026 is the year in which bulletin init is run.
    const year = String(new Date().getFullYear());
    const script = commands
      .map(({ text }) => text)
      .join("")
      .replaceAll("issues/2026-0", `issues/${year}-0`);
    const { status, stderr, stdout } = spawnSync("bash", ["-euo", "pipefail", "-x", "-c", script], {
      cwd: folder,
      encoding: "utf8",
      env: {
        BULLETIN_PACKAGE: resolve("."),
        ...process.env,
        LC_ALL: "C.UTF-8",
        NO_COLOR: "1",
        PATH: `${programs}${delimiter}${process.env.PATH}`,
      },
    });
    expect(status, `${stderr}\n${stdout}`).toBe(0);
  });

  it("leaves few commands out", () => {
    const left = fences.filter(({ info }) => info.startsWith("sh ") || info === "bash" || info === "shell");
    for (const { info } of left) expect(info).toBe("sh norun");
    expect(left.length).toBeLessThanOrEqual(3);
  });

  it("shows YAML and JSON that can be read", () => {
    for (const { info, text } of fences) {
      if (info === "json") JSON.parse(text);
      if (info !== "yaml") continue;
      for (const { errors } of parseAllDocuments(text)) expect(errors, text).toEqual([]);
    }
  });

  it("links to files and headings that are there", () => {
    const text = readFileSync(document, "utf8")
      .replace(/^( *)```[\s\S]*?^\1```$/gm, "")
      .replace(/`[^`\n]*`/g, "");
    for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? document : join(document, "..", decodeURIComponent(path));
      const found = spawnSync("test", ["-e", file]).status === 0;
      expect(found, `${document} links to ${target}`).toBe(true);
      if (anchor !== undefined)
        expect(anchorsOf(file), `${document} → ${target}`).toContain(decodeURIComponent(anchor));
    }
  });
});

/** GitHub's anchors: lower case, spaces to hyphens, all other marks left out. */
function anchorsOf(file: string): readonly string[] {
  const headings = [...readFileSync(file, "utf8").matchAll(/^#{1,6} +(.+)$/gm)].map(
    ([, title = ""]) => title,
  );
  return headings.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

it("the example of docs/api.md runs as it stands", () => {
  const folder = mkdtempSync(join(scratch, "api-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules", "bulletin-compiler"), "junction");
  const example = readFences(readFileSync("docs/api.md", "utf8")).find(({ info }) => info === "ts");
  writeFileSync(join(folder, "example.mjs"), example?.text ?? "");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^items\/01-fair\.md:\d+:\d+ info: .*\ndocx \d+ \d*\npdf \d+ \d+\nhtml \d+ *\n$/m);
  expect(status).toBe(0);
});

it("every rule that a SARIF report tells of can be explained, and has its heading in docs/rules.md", () => {
  const folder = mkdtempSync(join(scratch, "sarif-"));
  cpSync("fixtures/minimal", folder, { recursive: true });
  const { stdout } = spawnSync(join(programs, "bulletin"), ["lint", "-f", "sarif"], {
    cwd: folder,
    encoding: "utf8",
  });
  const rules: readonly SarifRule[] = JSON.parse(stdout).runs[0].tool.driver.rules;
  const anchors = new Set(anchorsOf("docs/rules.md"));
  expect(rules.length).toBeGreaterThan(40);
  expect(rules.filter(({ id, help }) => help.text !== `bulletin explain ${id}`)).toEqual([]);
  expect(rules.filter(({ id }) => !anchors.has(id.replace("/", "")))).toEqual([]);
});

describe("what the documentation names", () => {
  const command = (args: readonly string[]) =>
    spawnSync(join(programs, "bulletin"), args, { encoding: "utf8", maxBuffer: 1e8 }).stdout;
  const read = (path: string) => readFileSync(path, "utf8");

  it("are rules that exist", () => {
    const rules = new Set(JSON.parse(command(["rules", "--json"])).map(({ id }: { id: string }) => id));
    const groups = new Set([...rules].map((id) => String(id).split("/")[0]));
    for (const document of documents) {
      for (const [, id = ""] of read(document).matchAll(/`(\w+\/[a-z]+(?:-[a-z]+)*)`/g)) {
        if (groups.has(id.split("/")[0])) expect(rules, `${document} names ${id}`).toContain(id);
      }
    }
  });

  it("is every key of a template", () => {
    const documented = read("docs/templates.md");
    for (const key of keysOf(JSON.parse(command(["schema", "template"])))) {
      expect(documented).toContain(`\`${key.replace(/^(roles|wechat)\.\w+\./, "$1.*.")}\``);
    }
  });

  it("is every option of every command", () => {
    const documented = read("docs/formats.md");
    for (const name of ["build", "lint", "new issue", "new item"]) {
      const help = command([...name.split(" "), "--help"]);
      for (const [, option = ""] of help.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm))
        expect(documented, name).toContain(option);
    }
  });
});

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** Keys that hold values, by their paths. */
function keysOf(node: SchemaNode, path = ""): readonly string[] {
  if (node.properties === undefined) return [path];
  return Object.entries(node.properties).flatMap(([key, child]) =>
    keysOf(child, path === "" ? key : `${path}.${key}`),
  );
}

it("every bundled package has its licence text in the notices", () => {
  const notices = readFileSync("dist/THIRD-PARTY-NOTICES.md", "utf8");
  const sections = notices.split(/^## /m).slice(1);
  expect(sections.length).toBeGreaterThan(20);
  for (const section of sections) expect(section, section.slice(0, 80)).toMatch(/permi(t|ssion)|licensed/i);
  const { dependencies = {}, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(dependencies).toEqual({});
  for (const name of [
    "commander",
    "docx",
    "pdfkit",
    "yaml",
    "unified",
    "fontkit",
    "chokidar",
    "diff",
    "fflate",
  ]) {
    expect(devDependencies).toHaveProperty(name);
    expect(notices).toMatch(new RegExp(`(^## |, )${name} \\d`, "m"));
  }
  expect(notices).toContain("SIL OPEN FONT LICENSE");
});
