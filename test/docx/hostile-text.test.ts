/** Whatever characters an author's file holds, every part stays XML and the text stays the text. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { stretchesOf, xmlSafe } from "../../src/editions/docx/word/word-text.js";
import type { Block } from "../../src/model/text.js";
import { at, issueOf, item, nowhere, paragraph, renderIssue, section } from "./sample-issue.js";
import { openWordFile } from "./word-file.js";
import { textOf } from "./xml-tree.js";

const HOSTILE = [
  `<w:t>&amp;</w:t>]]><!-- "' -->`,
  "\u0000\u0001\u0008\u000B\u000C\u001F\uFFFE\uFFFF",
  "\uD800 half \uDC00",
  "&#0; &lt; &nbsp;",
  `" r:id="rId1" w:anchor="x`,
  "_x0041_ {PAGE} {{a}} ${b}",
  "\u202E\u2066\uFEFF\u00AD",
  "👨‍👩‍👧‍👦𠮷㐂",
];

it.each(HOSTILE.map((words) => [JSON.stringify(words), words]))("%s at every place", async (_, words) => {
  const issue = issueOf(
    section(
      words,
      item({
        title: [words, words],
        unit: words,
        blocks: [
          paragraph(words, { kind: "inline-code", value: words, span: nowhere }),
          { kind: "code-block", value: words, language: words, span: nowhere },
          paragraph({
            kind: "link",
            url: at(`https://example.org/?q=${words}`),
            children: [{ kind: "text", value: words, span: nowhere }],
            automatic: false,
            span: nowhere,
          }),
        ],
      }),
      item({ blocks: [] }),
    ),
  );
  // openWordFile reads every part strictly.
  const file = openWordFile(await renderIssue(issue));
  const safe = xmlSafe(words);
  expect(file.paragraphs.find(({ style }) => style === "Heading2")?.text).toBe(`${safe}\n${safe}`);
  expect(file.paragraphs.find(({ style }) => style === "Code")?.text).toBe(safe);
  expect(file.paragraphs.find(({ style }) => style === "BodyText")?.text).toBe(safe + safe);
});

it("names that the library would replace stay as they are written", async () => {
  const words = "{bullet-0} {number-from-1-0}";
  const listed: Block = {
    kind: "list",
    ordered: false,
    start: 1,
    items: [{ children: [paragraph(words)], checked: undefined, span: nowhere }],
    span: nowhere,
  };
  const calling = paragraph(words, { kind: "note-reference", number: 1, span: nowhere });
  const notes = [{ number: 1, children: [paragraph(words)], span: nowhere }];
  const file = openWordFile(
    await renderIssue(issueOf(section("学术交流", item({ blocks: [listed, calling], notes })))),
  );
  expect(file.paragraphs.find(({ style }) => style === "ListParagraph")?.text).toBe(words);
  expect(file.paragraphs.find(({ style }) => style === "BodyText")?.text).toBe(words);
  expect(textOf(file.part("word/footnotes.xml"))).toContain(words);
});

it("any text survives", async () => {
  const anyText = fc.string({ unit: "binary", maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(anyText, async (words) => {
      const issue = issueOf(section("学术交流", item({ blocks: [paragraph(words)] })));
      const file = openWordFile(await renderIssue(issue));
      expect(file.paragraphs.find(({ style }) => style === "BodyText")?.text ?? "").toBe(xmlSafe(words));
    }),
    { numRuns: 40, seed: 20260316 },
  );
});

it("stretches are the text, and never two alike in a row", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "’", "“", "中", "—", "–", "1", "…")), (characters) => {
      const stretches = stretchesOf(characters.join(""));
      expect(stretches.map(({ text }) => text).join("")).toBe(characters.join(""));
      stretches.slice(1).forEach((stretch, index) => {
        expect(stretch.eastAsian).not.toBe(stretches[index]?.eastAsian);
      });
    }),
    { seed: 20260316 },
  );
});
