/**
 * The three editions say the same: the characters of masthead, contents, sections, titles, bodies,
 * attributions, contact line and imprint, white space aside, are those of the model, in its order,
 * in DOCX, PDF and HTML. Page numbers belong to DOCX and PDF alone; notes stand where each edition
 * puts them and are compared by themselves.
 */
import { describe, expect, it } from "vitest";
import { buildFixture, soundFixtures } from "./built-fixtures.js";
import { readDocxText } from "./edition-text/docx-text.js";
import type { EditionText } from "./edition-text/edition-text.js";
import { readHtmlText } from "./edition-text/html-text.js";
import { modelText } from "./edition-text/model-text.js";
import { readPdfText } from "./edition-text/pdf-text.js";

const READERS: Readonly<Record<string, (bytes: Uint8Array) => EditionText | Promise<EditionText>>> = {
  docx: readDocxText,
  pdf: readPdfText,
  html: readHtmlText,
};

describe.each(soundFixtures)("%s", (name) => {
  it.each(Object.keys(READERS))("says in %s what the model says", async (edition) => {
    const { issue, artifacts, layout } = await buildFixture(name);
    const artifact = artifacts.find((one) => one.edition === edition);
    const read = READERS[edition];
    if (issue === undefined || artifact === undefined || read === undefined) throw new Error("not built");
    const pageOf = (section: number, item: number) =>
      String(layout?.contents.find((entry) => entry.section === section && entry.item === item)?.page);
    const expected = modelText(issue, edition === "pdf" ? pageOf : () => "");
    const actual = await read(artifact.bytes);
    expect(differenceOf(actual.body, expected.body)).toBeUndefined();
    expect(differenceOf(actual.captions, expected.captions)).toBeUndefined();
    expect(differenceOf(actual.notes, expected.notes)).toBeUndefined();
    expect(expected.body.length).toBeGreaterThan(20);
  });
});

/** The first place where two texts part, with some characters around it; undefined where they agree. */
function differenceOf(actual: string, expected: string): object | undefined {
  if (actual === expected) return undefined;
  let at = 0;
  while (actual[at] === expected[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 15), at + 25);
  return { at, actual: around(actual), expected: around(expected) };
}
