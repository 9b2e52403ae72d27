/**
 * The bounds that only parsing shows: text that would send the parser through a paragraph again and again is a
 * finding in its place, copy ten times richer than any author's is read, and what is read is the same tree as
 * without the bounds.
 */
import fc from "fast-check";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { describe, expect, test } from "vitest";
import { boundedWork } from "../../src/read/markdown/bounded-work.js";
import { readBody } from "./reading.js";

const around = (count: number, open: string, middle: string, close: string) =>
  `${open.repeat(count)}${middle}${close.repeat(count)}`;

/** Paragraphs that the unbounded parser went through again for each mark: 5 s to 120 s an item */
const SLOW: Readonly<Record<string, string>> = {
  "emphasis that closes nothing": "a* ".repeat(5900),
  "strong that closes nothing": "a** ".repeat(5900),
  "underlines that close nothing": "a_ ".repeat(5900),
  "emphasis of two marks": "*a_ ".repeat(2900),
  "strong and underlines": "**a_ ".repeat(2900),
  "struck text that closes nothing": "a~~ ".repeat(5900),
  "links of titles without an end": "[a](b (".repeat(2900),
  "code of growing fences": Array.from({ length: 310 }, (_, index) => `${"`".repeat(index + 1)} a `).join(""),
  "comments without an end": "<!-- ".repeat(5900),
  "instructions without an end": "<? ".repeat(5900),
  "character data without an end": "<![CDATA[ ".repeat(1900),
  "brackets that close nothing": "a] ".repeat(5900),
};

describe("a paragraph that asks for more work than it may", () => {
  test.each(Object.entries(SLOW))("%s", (_, paragraph) => {
    const { item, found } = readBody(`一\n\n文${paragraph}\n`);
    expect(item.blocks).toEqual([]);
    expect(found).toEqual([`item/unsupported-markup «文${paragraph.slice(0, 79)}»`]);
  });
});

describe("marks inside marks", () => {
  test.each([
    ["14 kB of strong and emphasis", around(1000, "*a **a ", "b", " a** a*")],
    ["strong", around(100, "**a ", "b", " a**")],
    ["links in struck text in emphasis", around(40, "*a ~~a ", "[b](c)", " a~~ a*")],
  ])("%s", (_, paragraph) => {
    const { item, found } = readBody(`一\n\n${paragraph}\n`);
    expect(item.blocks).toEqual([]);
    expect(found).toEqual([`item/unsupported-markup «${paragraph.slice(0, 80)}»`]);
  });
});

/** The richest real copy, ten times */
const RICH: Readonly<Record<string, string>> = {
  "a paragraph of 1,000 words in bold": "在**示例区**举办，".repeat(1000),
  "a paragraph of 500 links": '见[通知](https://example.org/a "题")和[^1]，'.repeat(500),
  "a paragraph of 1,000 pieces of code": "运行`npm`命令，".repeat(1000),
  "a paragraph of 600 numbers of references": "如文献[1]、[2]所说，".repeat(300),
  "a paragraph of 300 marks without a partner": "共5 * 3件，区间[0,1)，a < b，".repeat(100),
  "a list of 900 entries with bold and links": "- **甲**：[乙](https://example.org/)，*丙*\n".repeat(900),
  "a table of 900 rows with bold and links": `| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n${"| **甲** | [乙](https://example.org/) | `丙` |\n".repeat(900)}`,
  "200 paragraphs of 40 words in bold": `${"在**示例区**举办，".repeat(40)}\n\n`.repeat(200),
  "1,000 sub-headings that are underlined": "小标题\n---\n\n文字。\n\n".repeat(1000),
};

test.each(Object.entries(RICH))("%s: read without a word of bounds", (_, body) => {
  const { item, found } = readBody(`${body}\n\n[^1]: 注\n`);
  expect(found.filter((one) => one.startsWith("item/unsupported-markup"))).toEqual([]);
  expect(item.blocks).not.toEqual([]);
});

function bound(this: Processor): undefined {
  const data = this.data();
  data.micromarkExtensions = boundedWork(data.micromarkExtensions ?? []);
}

const parser = () =>
  unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
    .use(remarkCjkFriendly);

test("the same tree as without bounds, whatever the text", () => {
  const unbounded = parser().freeze();
  const bounded = parser().use(bound).freeze();
  const pieces = "* ** _ ~~ [ ] ( ) ![ ]( <a <b> <!-- --> ` `` [^1] \\ & &amp; - > | 汉 。 a b".split(" ");
  const text = fc
    .array(
      fc.constantFrom(...pieces, " ", "\n", "\n\n", "\n===\n", "\n---\n", "\n\n[^1]: 注\n", "\n\n[a]: b\n"),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (written) => {
      expect(bounded.parse(written)).toEqual(unbounded.parse(written));
    }),
    { numRuns: 500, seed: 20261127 },
  );
});
