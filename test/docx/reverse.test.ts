/**
 * The reverse check: what was written is read back, by mammoth and by a reader of our own, and is
 * the model's text: headings, paragraphs, attributions, notes.
 */
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { furnitureOf, printedSections, sectionHeading } from "../../src/model/furniture.js";
import { readDocxText } from "../edition-text/docx-text.js";
import { withoutSpace } from "../edition-text/edition-text.js";
import { modelText } from "../edition-text/model-text.js";
import { fixtureNames, renderFixture } from "./fixture-files.js";
import { openWordFile } from "./word-file.js";

describe.each(fixtureNames)("%s", async (name) => {
  const { issue, bytes } = await renderFixture(name);
  const file = openWordFile(bytes);
  const expected = modelText(issue, () => "");
  const sections = printedSections(issue);

  it("says what the model says", () => {
    const actual = readDocxText(bytes);
    expect(actual.body).toBe(expected.body);
    expect(actual.captions).toBe(expected.captions);
    expect(actual.notes).toBe(expected.notes);
  });

  it("says it to mammoth too", async () => {
    const styleMap = ["p[style-name='caption'] => figcaption"];
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap });
    // Mammoth shows the numbers of pages and of repeated notes as text.
    const letters = (text: string) => withoutSpace(text).replace(/[☐☑\d]/gu, "");
    const isCaption = /<figcaption>.*?<\/figcaption>/g;
    // It reads no headers, where the mark of a draft stands.
    const body = expected.body.slice(furnitureOf(issue).draft?.length ?? 0);
    expect(letters(plainText(html.replace(isCaption, "")))).toBe(letters(body + expected.notes));
    expect(letters(plainText((html.match(isCaption) ?? []).join("")))).toBe(letters(expected.captions));
  });

  it("has the sections and items as headings, in order", () => {
    const headings = file.paragraphs
      .filter(({ style }) => style === "Heading1" || style === "Heading2")
      .map(({ style, text }) => [style, text]);
    expect(headings).toEqual(
      sections.flatMap((section) => [
        ["Heading1", sectionHeading(section.name.value)],
        ...section.items.map((item) => ["Heading2", item.title.map(({ value }) => value).join("\n")]),
      ]),
    );
  });

  it("ends each signed item with its attribution", () => {
    const marked = file.paragraphs
      .map(({ node }) => node)
      .filter((node) => JSON.stringify(node).includes('"w:val":"Attribution"'));
    const units = sections.flatMap(({ items }) =>
      items.flatMap(({ attribution }) => attribution?.value ?? []),
    );
    expect(marked.length).toBe(units.length);
    for (const [index, unit] of units.entries()) {
      const paragraph = file.paragraphs.find(({ node }) => node === marked[index]);
      expect(paragraph?.text.endsWith(`（${unit}）`), unit).toBe(true);
    }
  });

  it("opens with the marks and the masthead", () => {
    const furniture = furnitureOf(issue);
    const issuer = furniture.publisher === undefined ? "" : `${furniture.publisher}\t`;
    expect(
      file.paragraphs.slice(0, 3 + furniture.marks.length).map(({ style, text }) => [style, text]),
    ).toEqual([
      ...furniture.marks.map(({ text }) => ["DocumentMark", text]),
      ["Masthead", furniture.name],
      ["IssueLine", furniture.issueLine],
      ["IssuerLine", `${issuer}${furniture.dateLine}`],
    ]);
  });
});

/** @returns the text of mammoth's HTML without pictures, note numbers and ways back to them */
const plainText = (html: string): string =>
  html
    .replace(/<img [^>]*>|<sup>.*?<\/sup>|<a href="#footnote-ref-\d+">↑<\/a>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name] ?? "");

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };
