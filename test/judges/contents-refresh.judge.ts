/**
 * The contents of the DOCX edition when a reader refreshes them, in LibreOffice: twice, since the first refresh may
 * move the pages. No title changes, each number is the page on which its title stands, and titles of several lines
 * break where they should though nothing in them says so. What Word does is not seen here.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { diskEnvironment } from "../../src/disk/disk-environment.js";
import { type ContentsIssue, contentsIssues, titlesIssue } from "./contents-issues.js";
import { runInOffice } from "./uno/run-in-office.js";

const FOLDER = ".judges/contents-refresh";
const environment = diskEnvironment();

interface Heading {
  readonly level: number;
  readonly text: string;
  readonly page: number;
  readonly lines: readonly string[];
}

interface Refreshed {
  /** entries as the file has them, after one refresh, after two: text, and what stands behind the tab */
  readonly states: readonly (readonly (readonly string[])[])[];
  readonly headings: readonly Heading[];
}

/** Of every count of lines, one of either template. */
const counted = contentsIssues().filter(
  ({ name, lines }) => /-2-sections/.test(name) && name.endsWith(lines % 2 === 0 ? "sections" : "mixed"),
);
const titled = (["jianbao", "newsletter"] as const).map(titlesIssue);
const fixtures = readdirSync(".judges/out", { recursive: true })
  .map(String)
  .filter((path) => path.endsWith(".docx"))
  .map((path) => join(".judges/out", path));

rmSync(FOLDER, { recursive: true, force: true });
const built = new Map<string, string>();
for (const issue of [...counted, ...titled]) built.set(issue.name, await buildIssue(issue));
const answers = runInOffice<Readonly<Record<string, Refreshed>>>("contents", [
  ...fixtures,
  ...built.values(),
]);

const named = [...fixtures.map((path) => [basename(path, ".docx"), path] as const), ...built].map(
  ([name, path]) => [name, answerOf(path)] as const,
);
const withContents = named.filter(([, { states }]) => (states[0] ?? []).length > 0);

it("there are contents to refresh", () => {
  expect(withContents.length).toBeGreaterThan(counted.length + titled.length);
});

describe.each(withContents)("%s", (_, { states, headings }) => {
  it("keeps every title, twice", () => {
    const [written, ...refreshed] = states.map((lines) => lines.map(([title = ""]) => title));
    for (const titles of refreshed) expect(titles.map(withoutBreaks)).toEqual(written?.map(withoutBreaks));

    // Only where an editor's own line break stands in the title, there is a space now.
    function withoutBreaks(title: string, index: number): string {
      return headings[index]?.text.includes("\n") ? title.replaceAll(" ", "") : title;
    }
  });

  it("numbers each title by its page, and says the same again", () => {
    const [, once, twice] = states;
    expect(twice).toEqual(once);
    expect(twice?.map((line) => line.at(-1))).toEqual(headings.map(({ page }) => String(page)));
  });

  it("names sections by nothing but their names as long as nobody refreshes", () => {
    const sections = states[0]?.filter((_, index) => headings[index]?.level === 1);
    expect(sections?.map((line) => line.length)).toEqual(sections?.map(() => 1));
  });
});

it.each(counted)("$name: no number changes when the contents are refreshed", ({ name }) => {
  const { states, headings } = answerOf(built.get(name) ?? "");
  const [written, refreshed] = states.map((lines) =>
    lines.filter((_, index) => headings[index]?.level === 2),
  );
  expect(refreshed).toEqual(written);
});

it.each(titled)("$name: titles break at words, though no line break stands in them", ({ name, titles }) => {
  const { headings } = answerOf(built.get(name) ?? "");
  const found = headings.filter(({ level }) => level === 2);
  expect(found.map(({ text }) => text)).toEqual(titles.map((title) => title.replaceAll("|", "")));
  expect(found.map(({ lines }) => lines.join("|"))).toEqual(titles);
});

function answerOf(path: string): Refreshed {
  const answer = answers[path];
  if (answer === undefined) throw new Error(`no answer for ${path}`);
  return answer;
}

/** @returns the DOCX edition */
async function buildIssue({ name, files }: ContentsIssue): Promise<string> {
  const folder = join(FOLDER, "issues", name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { artifacts, diagnostics } = await build(join(folder, "issue.yaml"), environment, {
    editions: ["docx"],
  });
  const [docx] = artifacts;
  if (docx === undefined) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`);
  const path = join(FOLDER, `${name}.docx`);
  writeFileSync(path, docx.bytes);
  return path;
}
