/**
 * What LibreOffice's accessibility check asks of a document, as LibreOffice reads the DOCX edition: title, language,
 * headings that skip no level, headers of tables, alternative texts, no merged cells.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixtureNames, renderFixture } from "../docx/fixture-files.js";
import { compact, outlineOfIssue } from "./readers/docx-outline.js";
import { runInOffice } from "./uno/run-in-office.js";

const FOLDER = ".judges/docx-accessibility";

interface Checked {
  readonly title: string;
  readonly language: string;
  readonly levels: readonly { readonly level: number }[];
  readonly tables: readonly { readonly first: string; readonly header: boolean; readonly merged: boolean }[];
  readonly pictures: readonly string[];
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const fixtures = await Promise.all(
  fixtureNames.map(async (name) => {
    const { issue, bytes } = await renderFixture(name);
    const path = join(FOLDER, `${name}.docx`);
    writeFileSync(path, bytes);
    return { name, path, expected: outlineOfIssue(issue), bulletin: issue.house.bulletin.name.value };
  }),
);
const answers = runInOffice<Readonly<Record<string, Checked>>>(
  "accessibility",
  fixtures.map(({ path }) => path),
);

describe.each(fixtures)("$name", ({ path, expected, bulletin }) => {
  const { title, language, levels, tables, pictures } = answers[path] ?? never();

  it("has a title and is Chinese", () => {
    expect(title).toContain(bulletin);
    expect(language).toBe("zh-CN");
  });

  it("skips no level of heading", () => {
    expect(levels.map(({ level }) => level)).toEqual(expected.headings.map(([level]) => level));
    const steps = levels.map(({ level }, index) => level - (levels[index - 1]?.level ?? 0));
    expect(Math.max(...steps)).toBe(1);
  });

  it("has a header in every table of an item, and no merged cell", () => {
    const headed = tables.filter(({ header }) => header).map(({ first }) => compact(first));
    expect(headed).toEqual(expect.arrayContaining(expected.tables.map(([first = ""]) => first)));
    expect(tables.filter(({ merged }) => merged)).toEqual([]);
  });

  it("has a text for every picture", () => {
    expect(pictures.map(compact).toSorted()).toEqual(expected.pictures.toSorted());
  });
});

function never(): never {
  throw new Error("no answer");
}
