/** The forms of the HTML edition for other people's pages: what each block becomes there, and which tags a form has. */
import { describe, expect, it } from "vitest";
import { renderHtmlFragment, renderHtmlPlain } from "../../src/editions/html/html-forms.js";
import type { Block, Inline } from "../../src/model/text.js";
import { pictureOf } from "../pictures/picture-of.js";
import {
  attributedTo,
  call,
  cell,
  emphasis,
  figure,
  input,
  issue,
  item,
  link,
  note,
  PNG_BYTES,
  paragraph,
  section,
  span,
  strong,
  words,
} from "./sample-issue.js";

const RENDER = { fragment: renderHtmlFragment, plain: renderHtmlPlain };
type Form = keyof typeof RENDER;

const assets = new Map([["images/dot.png", pictureOf(PNG_BYTES)]]);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What stands behind the item's title. */
async function rendered(form: Form, parts: Parameters<typeof item>[1]): Promise<string> {
  const made = issue([section("栏目", item("题目", parts))]);
  const html = decode((await RENDER[form](input(made, { assets }))).bytes);
  return (/<\/h3>(.*)$/s.exec(html)?.[1] ?? "").replace(/\n(?=<|$)/g, "");
}

const EM = "\u2003";
const listOf = (ordered: boolean, start: number, ...entries: (readonly Block[])[]): Block => ({
  kind: "list",
  ordered,
  start,
  items: entries.map((children) => ({ children, checked: undefined, span })),
  span,
});
const entry = (value: string): readonly Block[] => [paragraph(value)];
const heading = (level: 1 | 2 | 3): Block => ({ kind: "heading", level, children: [words("题")], span });
const struck: Inline = { kind: "strikethrough", children: [words("删")], span };
const hardBreak: Inline = { kind: "hard-break", span };
const strongLink: Inline = {
  kind: "strong",
  children: [words("见"), link("https://example.org/", "甲")],
  span,
};
const quote = (...children: Block[]): Block => ({ kind: "quote", children, span });
const table: Block = {
  kind: "table",
  columns: [undefined, "right"],
  header: [cell(""), cell("数")],
  rows: [[cell("甲"), cell("1")]],
  span,
};

interface Case {
  readonly blocks: readonly Block[];
  readonly fragment: string;
  readonly plain: string;
}

it.each<[string, Case]>([
  [
    "emphasis, a strong link inside of its link, and code",
    {
      blocks: [paragraph(emphasis("甲"), strongLink, { kind: "inline-code", value: "a<b", span })],
      fragment:
        '<p><em>甲</em><strong>见</strong><a href="https://example.org/"><strong>甲</strong></a><code>a&#x3C;b</code></p>',
      plain:
        '<p><em>甲</em><strong>见</strong><a href="https://example.org/"><strong>甲</strong></a>a&#x3C;b</p>',
    },
  ],
  [
    "what is struck out, and an unsafe link as its words",
    {
      blocks: [paragraph(struck, link("javascript:x", "乙"))],
      fragment: "<p><s>删</s>乙</p>",
      plain: "<p>删乙</p>",
    },
  ],
  [
    "a bare address, without places to break it",
    {
      blocks: [paragraph(link("https://example.org/a/b"))],
      fragment: '<p><a href="https://example.org/a/b">https://example.org/a/b</a></p>',
      plain: '<p><a href="https://example.org/a/b">https://example.org/a/b</a></p>',
    },
  ],
  [
    "a hard break",
    { blocks: [paragraph("甲", hardBreak, "乙")], fragment: "<p>甲<br>乙</p>", plain: "<p>甲</p><p>乙</p>" },
  ],
  [
    "headings",
    {
      blocks: [heading(1), heading(2), heading(3)],
      fragment: "<h4>题</h4><h5>题</h5><p><strong>题</strong></p>",
      plain: "<h4>题</h4><h5>题</h5><p><strong>题</strong></p>",
    },
  ],
  [
    "a link in a heading that is a paragraph",
    {
      blocks: [
        { kind: "heading", level: 3, children: [words("见"), link("https://example.org/", "甲")], span },
      ],
      fragment: '<p><strong>见</strong><a href="https://example.org/"><strong>甲</strong></a></p>',
      plain: '<p><strong>见</strong><a href="https://example.org/"><strong>甲</strong></a></p>',
    },
  ],
  [
    "a list of a line an entry",
    {
      blocks: [listOf(true, 1, entry("甲"), entry("乙"))],
      fragment: "<ol><li>甲</li><li>乙</li></ol>",
      plain: "<ol><li>甲</li><li>乙</li></ol>",
    },
  ],
  [
    "numbers that do not begin at 1, as text",
    {
      blocks: [listOf(true, 7, entry("甲"), entry("乙"))],
      fragment: `<p>7.${EM}甲</p><p>8.${EM}乙</p>`,
      plain: `<p>7.${EM}甲</p><p>8.${EM}乙</p>`,
    },
  ],
  [
    "a list within a list, in paragraphs",
    {
      blocks: [listOf(false, 1, [paragraph("甲"), listOf(true, 1, entry("子")), paragraph("又")])],
      fragment: `<p>•${EM}甲</p><p style="padding-left: 2em">1.${EM}子</p><p style="padding-left: 2em">又</p>`,
      plain: `<p>•${EM}甲</p><p>1.${EM}子</p><p>又</p>`,
    },
  ],
  [
    "an entry that begins with a table",
    {
      blocks: [listOf(false, 1, [quote(paragraph("引"))])],
      fragment: `<p>•${EM}</p><blockquote>引</blockquote>`,
      plain: `<p>•${EM}</p><p>引</p>`,
    },
  ],
  [
    "a task list",
    {
      blocks: [
        {
          kind: "list",
          ordered: false,
          start: 1,
          items: [true, false].map((checked) => ({ children: [paragraph("条")], checked, span })),
          span,
        },
      ],
      fragment: `<ul><li>☑${EM}条</li><li>□${EM}条</li></ul>`,
      plain: `<ul><li>☑${EM}条</li><li>□${EM}条</li></ul>`,
    },
  ],
  [
    "a quotation of two paragraphs",
    {
      blocks: [quote(paragraph("甲"), paragraph("乙"))],
      fragment: "<blockquote>甲</blockquote><blockquote>乙</blockquote>",
      plain: "<p>甲</p><p>乙</p>",
    },
  ],
  [
    "code",
    {
      blocks: [{ kind: "code-block", value: "a\n  b", language: "sh", span }],
      fragment: "<pre><code>a\n  b</code></pre>",
      plain: "<p>a</p><p>\u00A0\u00A0b</p>",
    },
  ],
  ["a thematic break", { blocks: [{ kind: "thematic-break", span }], fragment: "<hr>", plain: "" }],
  [
    "a table with an empty header cell, aligned in two ways",
    {
      blocks: [table],
      fragment:
        '<table><thead><tr><td><br></td><th scope="col" align="right" style="text-align: right">数</th></tr></thead>' +
        '<tbody><tr><td>甲</td><td align="right" style="text-align: right">1</td></tr></tbody></table>',
      plain:
        "<table><thead><tr><td>\u00A0</td><th>数</th></tr></thead><tbody><tr><td>甲</td><td>1</td></tr></tbody></table>",
    },
  ],
])("writes %s", async (_, { blocks, fragment, plain }) => {
  expect(await rendered("fragment", { blocks })).toBe(fragment);
  expect(await rendered("plain", { blocks })).toBe(plain);
});

const SRC = `data:image/png;base64,${Buffer.from(PNG_BYTES).toString("base64")}`;

it("carries a picture, its words and its caption", async () => {
  const blocks = [figure("红点", "一个红点")];
  expect(await rendered("fragment", { blocks })).toBe(
    `<p style="text-align: center"><img src="${SRC}" alt="红点" width="1" style="max-width: 100%"></p>` +
      '<p style="text-align: center">一个红点</p>',
  );
  expect(await rendered("plain", { blocks })).toBe(`<p><img src="${SRC}" alt="红点"></p><p>一个红点</p>`);
});

it("numbers notes in text and behind their item", async () => {
  const parts = {
    blocks: [paragraph("甲", call(1), "。")],
    notes: [note(1, paragraph("注文。"), paragraph("又。"))],
  };
  expect(await rendered("fragment", parts)).toBe("<p>甲<sup>［1］</sup>。</p><p>［1］注文。</p><p>又。</p>");
  expect(await rendered("plain", parts)).toBe("<p>甲［1］。</p><p>［1］注文。</p><p>又。</p>");
});

it("joins the attribution to the last paragraph, or makes one of it", async () => {
  const attribution = attributedTo("示例区科协");
  expect(await rendered("plain", { blocks: [paragraph("甲。")], attribution })).toBe(
    "<p>甲。（示例区科协）</p>",
  );
  expect(await rendered("plain", { blocks: [heading(1)], attribution })).toBe(
    "<h4>题</h4><p>（示例区科协）</p>",
  );
});

describe("the fragment", () => {
  it("has its blocks side by side, with anchors at its headings alone", async () => {
    const made = issue([
      section(
        "甲",
        item("题目一", { blocks: [paragraph(strong("乙"), call(1))], notes: [note(1, paragraph("注"))] }),
      ),
    ]);
    const html = decode((await renderHtmlFragment(input(made, { assets }))).bytes);
    expect(html.split("\n").slice(0, 2)).toEqual([
      '<h2 id="section-甲">【甲】</h2>',
      '<h3 id="item-题目一">题目一</h3>',
    ]);
    expect([...html.matchAll(/ id="/g)]).toHaveLength(2);
    expect(html).not.toMatch(
      /<(?:div|section|article|aside|figure|wbr|del|html|style|script)|class=|href="#/,
    );
  });
});
