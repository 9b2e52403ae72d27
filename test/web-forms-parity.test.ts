/** The forms of the HTML edition for other people's pages say the issue's article, and are made of the tags they promise. */
import { join } from "node:path";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { build } from "../src/build.js";
import { diskEnvironment } from "../src/disk/disk-environment.js";
import type { FormChoices } from "../src/editions/edition-table.js";
import { readPictureFacts } from "../src/pictures/picture-facts.js";
import { FIXTURES, soundFixtures } from "./built-fixtures.js";
import { articleText, readArticleText, noteText as readNote } from "./edition-text/article-text.js";

const environment = diskEnvironment();
type Form = NonNullable<FormChoices["html"]>;

async function builtForm(name: string, htmlForm: Form, inlinePictures = false) {
  const { issue, artifacts } = await build(join(FIXTURES, name, "issue.yaml"), environment, {
    editions: ["html"],
    htmlForm,
    inlinePictures,
  });
  const [made] = artifacts;
  if (issue === undefined || made === undefined) throw new Error("not built");
  return { issue, html: new TextDecoder().decode(made.bytes), companions: made.companions ?? [] };
}

describe.each(soundFixtures)("%s", (name) => {
  it.each(["fragment", "plain"] as const)("says in the form %s what the model says", async (form) => {
    const { issue, html } = await builtForm(name, form);
    const expected = articleText(issue, "behind-item");
    expect(readArticleText(html)).toBe(expected);
    expect(expected.length).toBeGreaterThan(20);
  });

  it("has in the form plain no other tags or attributes than it promises", async () => {
    const { html } = await builtForm(name, "plain");
    const elements = elementsOf(parseFragment(html));
    const tags = new Set(elements.map(({ tagName }) => tagName));
    for (const tag of tags) expect(PLAIN_TAGS).toContain(tag);
    for (const { attrs } of elements)
      for (const { name } of attrs) expect(["href", "src", "alt"]).toContain(name);
    expect(tags.size).toBeGreaterThan(2);
  });

  it("says for an official account what the model says, notes behind everything, addresses listed", async () => {
    const { issue, html } = await builtForm(name, "wechat");
    const [article = "", list = ""] = html.split(REFERENCES);
    const places = /［插入图片：[^］]*］/g;
    const expected = articleText(issue, "nowhere");
    expect(readArticleText(article.replace(places, ""))).toBe(expected);
    const listed = readArticleText(list);
    const items = issue.sections.flatMap((section) => section.items);
    for (const { notes } of items) for (const note of notes) expect(listed).toContain(readNote(note));
    expect(expected.length).toBeGreaterThan(20);
  });

  it("has for an official account tags, attributes and properties that its editor keeps alone", async () => {
    for (const inlinePictures of [false, true]) {
      const { html } = await builtForm(name, "wechat", inlinePictures);
      expect(html).not.toMatch(
        /\n|^ | $|<\/(?:p|section|table|tbody|tr|td)> | <(?:p|section|table|tbody|tr|td)[ >]/,
      );
      const elements = elementsOf(parseFragment(html));
      expect(elements.length).toBeGreaterThan(3);
      for (const { tagName, attrs } of elements) {
        expect(ACCOUNT_TAGS).toContain(tagName);
        for (const { name: attribute, value } of attrs) {
          expect(tagName === "img" ? ["src", "alt", "style"] : ["style"]).toContain(attribute);
          if (attribute === "style")
            for (const property of propertiesIn(value)) expect(ACCOUNT_PROPERTIES).toContain(property);
          if (attribute === "src")
            expect(value).toMatch(/^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+=*$/);
        }
      }
    }
  });

  it("lays beside it a file for each place of a picture, and title and digest within their lengths", async () => {
    const { html, companions } = await builtForm(name, "wechat");
    const named = new Set([...html.matchAll(/［插入图片：([^］]*)］/g)].map((match) => match[1]));
    const names = companions.map((file) => file.name);
    expect(names.filter((one) => !one.endsWith(".txt"))).toEqual([...named]);
    expect(names.slice(-2)).toEqual(["标题.txt", "摘要.txt"]);
    const textOf = (file: string) =>
      new TextDecoder().decode(companions.find((one) => one.name === file)?.bytes).trimEnd();
    expect(Array.from(textOf("标题.txt")).length).toBeLessThanOrEqual(64);
    expect(Array.from(textOf("摘要.txt")).length).toBeLessThanOrEqual(120);
    expect(textOf("标题.txt").length * textOf("摘要.txt").length).toBeGreaterThan(0);
    for (const { name: file, bytes } of companions.filter((one) => !one.name.endsWith(".txt"))) {
      const facts = readPictureFacts(bytes);
      if (facts.state !== "readable") throw new Error(`${file} is no picture`);
      expect(facts.widthPx).toBeLessThanOrEqual(1080);
      expect(bytes.length).toBeLessThanOrEqual(1_000_000);
      expect(facts.privateData).toEqual([]);
    }
    const again = await builtForm(name, "wechat");
    expect(again.companions).toEqual(companions);
    const inline = await builtForm(name, "wechat", true);
    expect(inline.companions.map((file) => file.name)).toEqual(["标题.txt", "摘要.txt"]);
  });
});

const REFERENCES = /(?=<section><p style="[^"]*"><strong>(?:注释|参考链接|注释和参考链接)<)/;

const ACCOUNT_TAGS = ["section", "p", "span", "strong", "img", "table", "tbody", "tr", "td"];
/** What the editor of an official account keeps of a style, as far as this form uses it. */
const ACCOUNT_PROPERTIES = [
  ...["margin", "padding", "padding-left", "border", "border-left", "border-top", "border-collapse", "width"],
  ...["max-width", "background-color", "color", "font-size", "font-weight", "line-height", "text-align"],
  ...["text-decoration", "overflow-wrap", "text-indent", "vertical-align"],
];

const propertiesIn = (style: string): readonly (string | undefined)[] =>
  style.split(";").map((declaration) => declaration.split(":")[0]?.trim());

const PLAIN_TAGS = [
  ...["h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "img", "a", "strong", "em"],
  ...["table", "thead", "tbody", "tr", "th", "td"],
];

type Node = DefaultTreeAdapterTypes.Node;

const elementsOf = (node: Node): DefaultTreeAdapterTypes.Element[] => [
  ...("tagName" in node ? [node] : []),
  ...("childNodes" in node ? node.childNodes.flatMap(elementsOf) : []),
];
