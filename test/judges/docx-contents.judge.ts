/**
 * The contents of the DOCX edition in LibreOffice: they end on the page they start on, and each number
 * that is written in the file is the page on which its title really stands. One issue of each count of lines and of
 * sections is judged, in both templates, with long titles and an imprint by turns; CONTENTS_ISSUES=all judges every
 * combination (some minutes).
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { diskEnvironment } from "../../src/disk/disk-environment.js";
import { type ContentsIssue, contentsIssues, shareOfContentsIssues, tablesIssue } from "./contents-issues.js";
import { convertByOffice, pagesOfPdf, placesOfTitles } from "./office-pages.js";

const FOLDER = ".judges/docx-contents";
const environment = diskEnvironment();
const issues = [
  ...(process.env.CONTENTS_ISSUES === "all" ? contentsIssues() : shareOfContentsIssues()),
  tablesIssue(),
];

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, "docx"), { recursive: true });
  for (const issue of issues) await buildIssue(issue);
  convertByOffice(
    FOLDER,
    "pdf",
    issues.map(({ name }) => join(FOLDER, "docx", `${name}.docx`)),
  );
});

describe.each(issues.map((issue) => [issue.name, issue] as const))("%s", (name, { titles }) => {
  it("has its contents on page 1, and the page of each title in them", () => {
    const places = placesOfTitles(pagesOfPdf(join(FOLDER, "pdf", `${name}.pdf`)), titles);
    expect(places.map(({ entryPage }) => entryPage)).toEqual(titles.map(() => 1));
    expect(places.map(({ page }) => page)).toEqual(places.map(({ printed }) => printed));
    expect(places.every(({ page }) => page !== undefined)).toBe(true);
  });
});

async function buildIssue({ name, files }: ContentsIssue): Promise<void> {
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
  writeFileSync(join(FOLDER, "docx", `${name}.docx`), docx.bytes);
}
