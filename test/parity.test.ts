/**
 * All editions say the same: the characters of masthead, contents, sections, titles, bodies,
 * attributions, contact line and imprint, white space aside, are those of the model, in its order,
 * in each edition of the table. Page numbers belong to those alone that print them; notes stand where each
 * edition puts them and are compared by themselves.
 */
import { describe, expect, it } from "vitest";
import { EDITION_NAMES } from "../src/editions/edition-table.js";
import { buildFixture, soundFixtures } from "./built-fixtures.js";
import { modelText } from "./edition-text/model-text.js";
import { readerOf, saidIn } from "./edition-text/readers.js";

describe.each(soundFixtures)("%s", (name) => {
  it.each(EDITION_NAMES)("says in %s what the model says", async (edition) => {
    const { issue, artifacts, layout } = await buildFixture(name);
    const artifact = artifacts.find((one) => one.edition === edition);
    const { read, printsPageNumbers } = readerOf(edition);
    if (issue === undefined || artifact === undefined) throw new Error("not built");
    const pageOf = (section: number, item: number) =>
      String(layout?.contents.find((entry) => entry.section === section && entry.item === item)?.page);
    const expected = modelText(saidIn(edition, issue), printsPageNumbers ? pageOf : () => "");
    const actual = await read(artifact.bytes);
    expect(differenceOf(actual.body, expected.body)).toBeUndefined();
    expect(differenceOf(actual.captions, expected.captions)).toBeUndefined();
    expect(differenceOf(actual.notes, expected.notes)).toBeUndefined();
    expect(actual.tasks).toBe(expected.tasks);
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
