/**
 * Golden files: what the tool says of each fixture and makes of it, kept as text that a person can
 * read. `npm run golden` accepts what is made now; the difference is then read before it is
 * committed.
 *
 * Of a sound fixture: expected/diagnostics.txt, layout.txt, page.html, document.xml; of four, which between
 * them have both templates, a house's look and all markup, package.txt: every other part of the Word file, an element a line.
 * Of a broken one: expected/diagnostics.txt, a line `rule path:line:column` a finding.
 */
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { build } from "../src/build.js";
import type { Diagnostic, Sources } from "../src/diagnostics/diagnostic.js";
import { findPlaces } from "../src/diagnostics/places.js";
import { diskEnvironment } from "../src/disk/disk-environment.js";
import { EDITION_NAMES } from "../src/editions/edition-table.js";
import { printLayout } from "../src/layout/print-layout.js";
import { brokenFixtures, buildFixture, FIXTURES, soundFixtures } from "./built-fixtures.js";
import { printPackage } from "./docx/print-package.js";
import { expectGolden } from "./expect-golden.js";

const WITH_PACKAGE = ["every-markup", "newsletter", "supplement", "work-bulletin"];

describe.each(soundFixtures)("%s", (name) => {
  const folder = join(FIXTURES, name);

  it("has no errors, and the findings expected", async () => {
    const { diagnostics, sources, issue } = await buildFixture(name);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(issue).toBeDefined();
    expectGolden(join(folder, "expected/diagnostics.txt"), printPlaces(diagnostics, sources, folder));
  });

  it("is laid out as expected", async () => {
    const { layout } = await buildFixture(name);
    if (layout === undefined) throw new Error("not laid out");
    expectGolden(join(folder, "expected/layout.txt"), printLayout(layout));
  });

  it("makes the page expected", async () => {
    const page = new TextDecoder().decode(await bytesOf(name, "html"));
    // Pictures are data of their own; their bytes say nothing to a reader of this file.
    const readable = page.replace(/(data:image\/\w+;base64,)[\w+/=]+/g, "$1…");
    expectGolden(
      join(folder, "expected/page.html"),
      readable.replace(/<style>[\s\S]*?<\/style>/g, "<style>…</style>"),
    );
  });

  it("makes the Word text expected", async () => {
    const parts = unzipSync(await bytesOf(name, "docx"));
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    // A line a paragraph: what changes is then seen in its paragraph.
    expectGolden(join(folder, "expected/document.xml"), xml.replace(/(<\/w:p>|<w:body>|<\/w:tr>)/g, "$1\n"));
  });
});

it.each(WITH_PACKAGE)("%s makes the Word package expected", async (name) => {
  const parts = printPackage(unzipSync(await bytesOf(name, "docx")), { without: "word/document.xml" });
  expectGolden(join(FIXTURES, name, "expected/package.txt"), parts);
});

describe.each(brokenFixtures)("broken/%s", (name) => {
  it("is refused at the places expected", async () => {
    const folder = join(FIXTURES, "broken", name);
    const result = await build(join(folder, "issue.yaml"), diskEnvironment(), {
      editions: EDITION_NAMES,
    });
    expect(result.artifacts).toEqual([]);
    expect(result.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    expectGolden(
      join(folder, "expected/diagnostics.txt"),
      printPlaces(result.diagnostics, result.sources, folder),
    );
  });
});

async function bytesOf(name: string, edition: string): Promise<Uint8Array> {
  const { artifacts } = await buildFixture(name);
  const artifact = artifacts.find((one) => one.edition === edition);
  if (artifact === undefined) throw new Error(`${name} has no ${edition}`);
  return artifact.bytes;
}

function printPlaces(diagnostics: readonly Diagnostic[], sources: Sources, folder: string): string {
  const placeOf = findPlaces(sources);
  return diagnostics
    .map(({ rule, span }) => {
      const { line, column } = placeOf(span).start;
      const path = span.path.startsWith(`${folder}/`) ? span.path.slice(folder.length + 1) : span.path;
      return `${rule} ${path}:${line}:${column}\n`;
    })
    .join("");
}
