/** The templates of the package, and those of a house. */
import "../with-parser.js";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSubmission } from "../../src/read/read-submission.js";
import { readTemplate } from "../../src/read/read-template.js";
import { makeReadyTemplate } from "../../src/read/ready-template.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { type Files, ITEM } from "./reading.js";

function filesUnder(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map((entry) => [
      `${entry.parentPath}/${entry.name}`.slice("templates/".length),
      readFileSync(`${entry.parentPath}/${entry.name}`),
    ]),
  );
}

const SHIPPED = filesUnder("templates");

function read(name: string, own: Files = {}) {
  const workspace = memoryWorkspace({ "bulletin.yaml": `template: ${name}\n`, "items/01.md": ITEM, ...own });
  const { house } = readSubmission("items/01.md", workspace);
  return readTemplate(house, { templates: memoryWorkspace(SHIPPED), workspace });
}

test.each([...new Set(Object.keys(SHIPPED).map((path) => path.split("/")[0] ?? ""))])(
  "%s is sound",
  (name) => {
    const { value, diagnostics } = read(name);
    expect(diagnostics).toEqual([]);
    expect(value?.name).toBe(name);
  },
);

test("points become the office program's units", () => {
  const { value } = read("jianbao");
  expect(value?.roles.body.office).toMatchObject({ sizeHalfPoints: 32, spacingTwips: -5, bold: false });
  expect(value?.rhythm.titleHeights).toEqual([3, 4, 5]);
  expect(value?.styleSheet).toContain("{");
});

const OWN: Files = Object.fromEntries(
  Object.entries(SHIPPED).map(([path, bytes]) => [`style/${path}`, bytes]),
);

test("a house's own template stands beside its house file", () => {
  expect(read("./style/jianbao", OWN)).toMatchObject({ diagnostics: [], value: { name: "jianbao" } });
});

test.each([
  ["jianbo", "Did you mean “jianbao”?"],
  ["./nowhere", "relative to the folder of this file"],
  ["../outside", "relative to the folder of this file"],
  ["./style/jianbao/template.yaml", "Write the folder that holds template.yaml: ./style/jianbao."],
  ["./style/jianbao/html/style.css", "Write the folder that holds template.yaml, such as ./house-style."],
])("no template: %s", (name, help) => {
  const { value, diagnostics } = read(name, OWN);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ rule, span }) => [rule, span])).toEqual([
    ["manifest/invalid-value", { path: "bulletin.yaml", start: 10, end: 10 + name.length }],
  ]);
  expect(diagnostics[0]?.help?.en).toContain(help);
});

test("a broken template says where", () => {
  const yaml = Buffer.from(SHIPPED["jianbao/template.yaml"] ?? "")
    .toString()
    .replace("width-mm: 210", "width-mm: wide");
  const { value, diagnostics, sources } = read("./style/jianbao", {
    ...OWN,
    "style/jianbao/template.yaml": yaml,
  });
  expect(value).toBeUndefined();
  expect(
    diagnostics.map(({ rule, span }) => [rule, sources.get(span.path)?.slice(span.start, span.end)]),
  ).toEqual([["manifest/invalid-value", "wide"]]);
});

test("what was parsed beforehand says the same, and is used for the same text alone", () => {
  const workspace = memoryWorkspace({ "bulletin.yaml": "template: jianbao\n", "items/01.md": ITEM });
  const { house } = readSubmission("items/01.md", workspace);
  const templates = memoryWorkspace(SHIPPED);
  const made = makeReadyTemplate("jianbao/template.yaml", { name: "jianbao", templates });
  // As the package keeps it.
  const kept = JSON.parse(JSON.stringify(made));
  const plain = readTemplate(house, { templates, workspace });
  expect(readTemplate(house, { templates, workspace, ready: () => kept })).toEqual(plain);

  const text = new TextDecoder().decode(SHIPPED["jianbao/template.yaml"] as Uint8Array);
  const changed = text.replace("width-mm: 210", "width-mm: 211");
  expect(changed).not.toBe(text);
  const edited = memoryWorkspace({ ...SHIPPED, "jianbao/template.yaml": changed });
  const read = readTemplate(house, { templates: edited, workspace, ready: () => kept });
  expect(read.value?.page.widthMm).toBe(211);
});

const own = (files: Files) => read("./style/jianbao", { ...OWN, ...files });
const yamlOf = (change: (text: string) => string): Files => ({
  "style/jianbao/template.yaml": change(Buffer.from(SHIPPED["jianbao/template.yaml"] ?? "").toString()),
});

test.each([
  ["empty", ""],
  ["a comment alone", "# 版式\n"],
  ["a marker alone", "---\n"],
  ["null", "null\n"],
  ["an empty map", "{}\n"],
  ["a list", "- a\n"],
  ["a word", "jianbao\n"],
])("a template that is %s is told", (_, yaml) => {
  const { value, diagnostics } = own({ "style/jianbao/template.yaml": yaml });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ severity }) => severity)).toContain("error");
  expect(new Set(diagnostics.map(({ span }) => span.path))).toEqual(new Set(["style/jianbao/template.yaml"]));
});

test("a role without a family is told where it is", () => {
  const { diagnostics, sources } = own(
    yamlOf((text) => text.replace(/families: \[[^\]]*\]/, "families: []")),
  );
  const [found] = diagnostics;
  expect(diagnostics).toHaveLength(1);
  expect(found?.severity).toBe("error");
  expect(sources.get(found?.span.path ?? "")?.slice(found?.span.start, found?.span.end)).toBe("[]");
});

const GB18030 = Uint8Array.from([0x3c, 0x70, 0x3e, 0xbc, 0xd7, 0xd2, 0xd2, 0x3c, 0x2f, 0x70, 0x3e]);
const SLOTS = ["skip-link", "masthead", "contents", "text", "colophon"]
  .map((name) => `<slot name="${name}"></slot>`)
  .join("\n");

test.each<[string, Files, string, string]>([
  ["in another encoding", { "style/jianbao/html/page.html": GB18030 }, "html/page.html", "GB18030"],
  [
    "too large",
    { "style/jianbao/html/page.html": `${SLOTS}${" ".repeat(1024 * 1024)}` },
    "html/page.html",
    "more than allowed",
  ],
  ["malformed", { "style/jianbao/html/page.html": "<script>" }, "html/page.html", "<script>"],
  [
    "that the key names and nobody finds",
    yamlOf((text) => `${text}page-frame: html/frame.html\n`),
    "template.yaml",
    "no page frame “html/frame.html”",
  ],
  [
    "that the key names outside the template",
    yamlOf((text) => `${text}page-frame: ../../bulletin.yaml\n`),
    "template.yaml",
    "cannot be used",
  ],
])("a page frame %s is told", (_, files, path, words) => {
  const { value, diagnostics, sources } = own(files);
  expect(value).toBeUndefined();
  expect(diagnostics[0]?.severity).toBe("error");
  expect(diagnostics[0]?.span.path).toBe(`style/jianbao/${path}`);
  expect(diagnostics[0]?.message.en).toContain(words);
  if (words.startsWith("<")) expect(sources.get(`style/jianbao/${path}`)).toBe("<script>");
});

test("a page frame may have another name", () => {
  const { value, diagnostics } = own({
    ...yamlOf((text) => `${text}page-frame: frame.html\n`),
    "style/jianbao/frame.html": `<div class="x">${SLOTS}</div>`,
  });
  expect(diagnostics).toEqual([]);
  expect(value?.pageFrame?.[0]).toMatchObject({ kind: "element", attributes: { class: "x" } });
});

test("a template may do without a page frame", () => {
  const { "style/jianbao/html/page.html": _, ...files } = OWN;
  const { value, diagnostics } = read("./style/jianbao", files);
  expect(diagnostics).toEqual([]);
  expect(value).toBeDefined();
  expect(value?.pageFrame).toBeUndefined();
});

test.each([
  ["width-mm: 210", "width-mm: 70", "70", "The margins leave 16 mm of the page's width for text"],
  ["height-mm: 297", "height-mm: 75", "75", "The margins leave 3 mm of the page's height for text"],
  ["height-mm: 297", "height-mm: 20", "20", "The margins leave -52 mm"],
])("margins that leave no room are told: %s → %s", (from, to, at, words) => {
  const { value, diagnostics, sources } = own(yamlOf((text) => text.replace(from, to)));
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ message }) => message.en)).toEqual([expect.stringContaining(words)]);
  const span = diagnostics[0]?.span;
  expect(sources.get(span?.path ?? "")?.slice(span?.start, span?.end)).toBe(at);
});
