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
  ["./nowhere", undefined],
  ["../outside", undefined],
])("no template: %s", (name, help) => {
  const { value, diagnostics } = read(name);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ rule, span }) => [rule, span])).toEqual([
    ["manifest/invalid-value", { path: "bulletin.yaml", start: 10, end: 10 + name.length }],
  ]);
  expect(diagnostics[0]?.help?.en).toBe(help);
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
