/** What the page holds and how it is marked up, by short issues made by hand. */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import type { EditionInput } from "../../src/editions/edition.js";
import { fileNameOf } from "../../src/editions/edition-table.js";
import { renderHtml } from "../../src/editions/html/html-forms.js";
import type { CheckedIssue } from "../../src/model/issue.js";
import type { Block, Inline } from "../../src/model/text.js";
import { pictureOf } from "../pictures/picture-of.js";
import {
  at,
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
  template,
  words,
} from "./sample-issue.js";

const assets = new Map([["images/dot.png", pictureOf(PNG_BYTES)]]);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const pageOf = async (of: CheckedIssue, parts: Partial<EditionInput> = {}) =>
  decode((await renderHtml({ ...input(of, { assets }), ...parts })).bytes);

/** The article that holds these blocks, without white space between its elements and without its links. */
async function articleOf(...blocks: Block[]): Promise<string> {
  const page = await pageOf(issue([section("栏目", item("题目", { blocks }))]));
  return (/<\/h3>(.*)<div class="item-links">/s.exec(page)?.[1] ?? "").replace(/>\n+</g, "><").trim();
}

const list = (ordered: boolean, start: number, ...items: (boolean | undefined)[]): Block => ({
  kind: "list",
  ordered,
  start,
  items: items.map((checked) => ({ children: [paragraph("条")], checked, span })),
  span,
});
const inline = (kind: "inline-code", value: string): Inline => ({ kind, value, span });
const heading = (level: 1 | 2 | 3): Block => ({ kind: "heading", level, children: [words("题")], span });

it.each<[string, Block, string]>([
  ["a paragraph", paragraph("正文。"), "<p>正文。</p>"],
  ["emphasis and strong", paragraph(emphasis("甲"), strong("乙")), "<p><em>甲</em><strong>乙</strong></p>"],
  ["code", paragraph(inline("inline-code", "a<b")), "<p><code>a&#x3C;b</code></p>"],
  [
    "strikethrough",
    paragraph({ kind: "strikethrough", children: [words("甲")], span }),
    "<p><del>甲</del></p>",
  ],
  ["a hard break", paragraph("甲", { kind: "hard-break", span }, "乙"), "<p>甲<br>乙</p>"],
  ["the three headings", heading(1), "<h4>题</h4>"],
  ["the three headings", heading(2), "<h5>题</h5>"],
  ["the three headings", heading(3), "<h6>题</h6>"],
  ["a list", list(false, 1, undefined), "<ul><li>条</li></ul>"],
  ["a list from 7", list(true, 7, undefined), '<ol start="7"><li>条</li></ol>'],
  [
    "a task list",
    list(false, 1, true, false),
    '<ul class="tasks"><li><span class="box" role="img" aria-label="已完成">☑</span>条</li>' +
      '<li><span class="box" role="img" aria-label="未完成">☐</span>条</li></ul>',
  ],
  ["a quotation", { kind: "quote", children: [paragraph("引")], span }, "<blockquote><p>引</p></blockquote>"],
  [
    "a code block",
    { kind: "code-block", value: "a\n  b", language: "sh", span },
    '<pre><code data-language="sh">a\n  b</code></pre>',
  ],
  ["a thematic break", { kind: "thematic-break", span }, "<hr>"],
  [
    "a table, its empty header cell no header",
    {
      kind: "table",
      columns: [undefined, "right"],
      header: [cell(""), cell("数")],
      rows: [[cell("甲"), cell("1")]],
      span,
    },
    '<section class="table" aria-label="表格1" tabindex="0"><table class="roomy">' +
      '<thead><tr><td class="short"></td><th scope="col" class="align-right short">数</th></tr></thead>' +
      '<tbody><tr><td class="short">甲</td><td class="align-right short">1</td></tr></tbody></table></section>',
  ],
  [
    "a column of running text in a table, which has room to be read in",
    {
      kind: "table",
      columns: [undefined, "left", undefined],
      header: [cell("甲"), cell("备注"), cell("乙")],
      rows: [[cell("一"), cell("水位偏低，建议加强巡查补水"), cell("七个字的一个格")]],
      span,
    },
    '<section class="table" aria-label="表格1" tabindex="0"><table class="roomy">' +
      '<thead><tr><th scope="col" class="short">甲</th><th scope="col" class="align-left long">备注</th>' +
      '<th scope="col" class="medium">乙</th></tr></thead>' +
      '<tbody><tr><td class="short">一</td><td class="align-left long">水位偏低，建议加强巡查补水</td>' +
      '<td class="medium">七个字的一个格</td></tr></tbody></table></section>',
  ],
  [
    "a link",
    paragraph(link("https://example.org/", "甲")),
    '<p><a href="https://example.org/" data-url="https://example.org/">甲</a></p>',
  ],
  [
    "a bare address",
    paragraph(link("https://example.org/")),
    '<p class="loose"><a href="https://example.org/" class="address">' +
      '<span class="whole">https://example</span><span class="whole">.org/</span></a></p>',
  ],
  ["an unsafe link as its words", paragraph(link("javascript:x", "甲")), "<p>甲</p>"],
  [
    "an address people can read on paper",
    paragraph(link("https://example.org/%E7%A7%91%E6%99%AE", "甲")),
    '<p><a href="https://example.org/%E7%A7%91%E6%99%AE" data-url="https://example.org/科普">甲</a></p>',
  ],
  [
    "an address on paper that leads where it did",
    paragraph(link("https://example.org/a%2541%20b?x=%E7%A7%91", "甲")),
    '<p><a href="https://example.org/a%2541%20b?x=%E7%A7%91" data-url="https://example.org/a%2541%20b?x=科">甲</a></p>',
  ],
])("renders %s", async (_, block, html) => {
  expect(await articleOf(block)).toBe(html);
});

it("carries a picture inside the page, with its size, its words and its caption", async () => {
  const article = await articleOf(figure("红点", "一个红点"), figure(""));
  expect(article).toContain(
    `<figure><img src="data:image/png;base64,${Buffer.from(PNG_BYTES).toString("base64")}" alt="红点" width="1" height="1">`,
  );
  expect(article).toContain("<figcaption>一个红点</figcaption></figure>");
  expect(article).toContain('alt=""');
});

it.each<[string, Inline[], number]>([
  ["however often it is linked", [link("https://example.org/", "甲"), link("https://example.org/", "乙")], 1],
  [
    "where the text has written it out already",
    [link("https://example.org/"), link("https://example.org/", "乙")],
    0,
  ],
])("names an address once on paper, %s", async (_, links, count) => {
  const article = await articleOf(paragraph(...links));
  expect(article.match(/data-url/g) ?? []).toHaveLength(count);
});

it("links notes with every place that calls them, and back", async () => {
  const blocks = [paragraph("甲", call(3), "乙", call(3), "丙", call(5))];
  const notes = [note(3, paragraph("注三")), note(5, paragraph("注五"))];
  const page = await pageOf(issue([section("栏目", item("题目", { blocks, notes }))]));
  expect(page).toContain(
    '<sup class="note-call"><a id="note-3-call" href="#note-3" role="doc-noteref" aria-label="注3">3</a></sup>',
  );
  expect(page).toContain('<a id="note-3-call-2" href="#note-3"');
  expect(page).toContain('<li id="note-3" value="3">');
  expect(page).toContain('<li id="note-5" value="5">');
  expect(page.match(/role="doc-backlink"/g)).toHaveLength(3);
  expect(page).toContain('href="#note-3-call-2" role="doc-backlink" aria-label="返回注3第2处"');
});

it.each<[string, Block[], string]>([
  ["joins the last paragraph", [paragraph("甲。")], '<p>甲。<span class="attribution">（某会）</span></p>'],
  [
    "stands by itself behind a list",
    [list(false, 1, undefined)],
    '</ul><p><span class="attribution">（某会）</span></p>',
  ],
  [
    "stands before a last picture",
    [paragraph("甲。"), figure("点")],
    '<p>甲。<span class="attribution">（某会）</span></p><figure>',
  ],
  [
    "stands by itself without text",
    [figure("点")],
    '</h3><p><span class="attribution">（某会）</span></p><figure>',
  ],
])("an attribution %s", async (_, blocks, html) => {
  const made = issue([section("栏目", item("题目", { blocks, attribution: attributedTo("某会") }))]);
  expect((await pageOf(made)).replace(/>\n+</g, "><")).toContain(html);
});

it("keeps the editor's lines of a title, and a space between two Latin words", async () => {
  const made = issue([section("栏目", item(["示例学会", "年会"]), item(["AI", "Day"]))]);
  const page = await pageOf(made);
  expect(page).toContain(
    '<h3 id="item-示例学会年会"><span class="phrase">示例学会</span><br><span class="phrase">年会</span></h3>',
  );
  expect(page).toContain(
    '<h3 id="item-ai-day"><span class="phrase">AI</span> <br><span class="phrase">Day</span></h3>',
  );
  expect(page).toContain('<a href="#item-ai-day"><span class="phrase">AI Day</span></a>');
});

it("lists the contents where there is more than one item and the template shows them", async () => {
  const two = issue([section("甲", item("一"), item("二"))]);
  expect(await pageOf(two)).toContain('<nav id="contents" class="contents" aria-label="本期要目">');
  expect(await pageOf(issue([section("甲", item("一"))]))).not.toContain("<nav");
  const hidden = template({ contents: { show: false, ownPage: false } });
  expect(await pageOf(two, { template: hidden })).not.toContain("<nav");
});

it("gives columns room on paper where the sheet has it for their numbers", async () => {
  const made = (count: number, words: string) =>
    issue([
      section(
        "甲",
        item("一", {
          blocks: [
            {
              kind: "table",
              columns: Array.from({ length: count }, () => undefined),
              header: Array.from({ length: count }, () => cell("数")),
              rows: [Array.from({ length: count }, () => cell(words))],
              span,
            },
          ],
        }),
      ),
    ]);
  expect(await pageOf(made(8, "12,600"))).toContain('<table class="roomy">');
  expect(await pageOf(made(11, "12,600"))).toContain("<table>");
  expect(await pageOf(made(3, "https://example.org/a-long-address"))).toContain("<table>");
});

it("has one h1, the landmarks, and the mailbox and the number as links", async () => {
  const page = await pageOf(issue([section("甲", item("一"), item("二"))]));
  for (const name of ["h1", "header", "nav", "main", "footer", "address"]) {
    expect(page.match(new RegExp(`<${name}[ >]`, "g")), name).toHaveLength(1);
  }
  expect(page).toContain('<html lang="zh-CN"');
  expect(page).toContain('<time datetime="2026-03-16">2026年3月16日</time>');
  expect(page).toContain(
    '<a href="mailto:submissions@example.org" class="address"><span class="whole">submissions</span><span class="whole">@example</span><span class="whole">.org</span></a>',
  );
  expect(page).toContain('<span class="phone">电话：<a href="tel:01055550100">010-5555 0100</a></span>');
});

it.each([
  [
    "mailbox alone",
    { phone: undefined },
    '信息报送邮箱：<a href="mailto:submissions@example.org" class="address"><span class="whole">submissions</span><span class="whole">@example</span><span class="whole">.org</span></a>',
  ],
  [
    "a number that cannot be dialled",
    { phone: at("见网站"), email: undefined },
    "信息报送邮箱：　电话：见网站",
  ],
  ["nothing", { label: undefined, email: undefined, phone: undefined }, undefined],
])("prints the contact line: %s", async (_, parts, html) => {
  const made = issue([section("甲", item("一"))]);
  const page = await pageOf({
    ...made,
    house: { ...made.house, contact: { ...made.house.contact, ...parts } },
  });
  expect(/<address class="contact">(.*?)<\/address>/.exec(page)?.[1]).toBe(html);
});

it("prints the imprint as pairs, and nothing where there is nothing", async () => {
  const distribution = { report: [at("甲"), at("乙")], send: [], issue: [], copies: at(200) };
  const editorial = { editor: at("张某"), reviewer: undefined, approver: undefined };
  const sections = [section("甲", item("一"))];
  const page = await pageOf(issue(sections, { distribution, editorial }));
  expect(page).toContain("<div><dt>报：</dt><dd>甲，乙。</dd></div>");
  expect(page).toContain("<div><dt>责任编辑：</dt><dd>张某</dd></div>");
  expect(page).toContain("<span>2026年3月16日印发</span>");
  expect(page).toContain("（共印200份）");
  expect(await pageOf(issue(sections))).not.toContain("imprint");
});

it("holds no word of its own in the text: furniture is named, not written", async () => {
  const page = await pageOf(issue([section("甲", item("一"), item("二"))]));
  const text = (/<body>(.*)<\/body>/s.exec(page)?.[1] ?? "").replace(/<[^>]*>/g, "").replace(/\s/g, "");
  expect(text).toBe(
    "示例科协信息2026年第3期总第128期示例市科学技术协会办公室2026年3月16日目录【甲】一二【甲】一正文。二正文。" +
      "信息报送邮箱：submissions@example.org电话：010-55550100",
  );
});

it("tells machines what the issue is", async () => {
  const made = issue([
    section(
      "甲",
      item("一", {
        summary: at("摘要。"),
        attribution: attributedTo("某会"),
        date: at({ year: 2026, month: 3, day: 10 }),
      }),
    ),
  ]);
  const house = { ...made.house, siteUrl: at("https://example.org/") };
  const page = await pageOf({ ...made, house, slug: at("2026-03") });
  const meta = new Map(
    [...page.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(([, name, content]) => [
      name,
      content,
    ]),
  );
  expect(Object.fromEntries(meta)).toMatchObject({
    description: "摘要。",
    SiteName: "示例市科学技术协会办公室",
    ColumnName: "示例科协信息",
    ArticleTitle: "示例科协信息　2026年第3期",
    PubDate: "2026-03-16 00:00",
    ContentSource: "示例市科学技术协会办公室",
    Url: "https://example.org/2026-03.html",
    "og:type": "article",
    "og:title": "示例科协信息　2026年第3期",
    "og:url": "https://example.org/2026-03.html",
    "article:published_time": "2026-03-16",
    "article:modified_time": "2026-03-16T00:00:00.000Z",
  });
  expect(page).toContain(
    `<link rel="canonical" href="https://example.org/${fileNameOf("html", "2026-03")}">`,
  );
  const data = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/s.exec(page)?.[1] ?? "");
  expect(data).toMatchObject({
    "@type": "PublicationIssue",
    issueNumber: "3",
    isPartOf: { "@type": "Periodical" },
  });
  expect(data.hasPart).toEqual([
    {
      "@type": "NewsArticle",
      headline: "一",
      articleSection: "甲",
      abstract: "摘要。",
      datePublished: "2026-03-16",
      contentReferenceTime: "2026-03-10",
      inLanguage: "zh-CN",
      sourceOrganization: { "@type": "Organization", name: "某会" },
      url: "https://example.org/2026-03.html#item-%E4%B8%80",
    },
  ]);
});

it("says only what it knows: no canonical address, no empty tags", async () => {
  const made = issue([section("甲", item("一"))]);
  const { bulletin } = made.house;
  const house = { ...made.house, bulletin: { ...bulletin, publisher: undefined } };
  const page = await pageOf({ ...made, house });
  expect(page).not.toMatch(/canonical|og:url|name="Url"|content=""/);
});

it.each([
  "body { margin: 0 }",
  "\r\n/* 注 */\r\n.a::before { content: '</style><script>alert(1)</script>' }\n",
])("allows by its policy exactly the style sheet and the data it carries: %j", async (styleSheet) => {
  const page = await pageOf(issue([section("甲", item("一"))]), { template: template({ styleSheet }) });
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? "";
  const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "";
  const hash = (content: string) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
  expect(page.replaceAll("&#x27;", "'")).toContain(
    `content="default-src 'none'; img-src data:; style-src ${hash(style)}; script-src ${hash(script)}"`,
  );
  expect(page.match(/<script/g)?.length).toBe(1 + (style.match(/<script/g)?.length ?? 0));
  expect(style).not.toContain("</style");
});

it("is the same bytes twice", async () => {
  const make = () =>
    issue([
      section(
        "甲",
        item("一", {
          blocks: [paragraph(call(1), link("https://example.org/", "乙"))],
          notes: [note(1, paragraph("注"))],
        }),
      ),
    ]);
  expect(await pageOf(make())).toBe(await pageOf(make()));
});

it("renders a paragraph of many runs and a table of many rows", async () => {
  const runs = paragraph(...Array.from({ length: 300_000 }, () => "字"));
  const rows = Array.from({ length: 150_000 }, () => [cell("格")]);
  const table: Block = { kind: "table", columns: [undefined], header: [cell("头")], rows, span };
  const article = await articleOf(runs, table);
  expect(article.match(/<td class="short">/g)).toHaveLength(150_000);
});
