/** The forms of the HTML edition for other people's pages say the issue's article, and are made of the tags they promise. */
import { join } from "node:path";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { build } from "../src/build.js";
import { diskEnvironment } from "../src/disk/disk-environment.js";
import type { FormChoices } from "../src/editions/edition-table.js";
import { FIXTURES, soundFixtures } from "./built-fixtures.js";
import { articleText, readArticleText } from "./edition-text/article-text.js";

const environment = diskEnvironment();
type Form = NonNullable<FormChoices["html"]>;

async function builtForm(name: string, htmlForm: Form) {
  const { issue, artifacts } = await build(join(FIXTURES, name, "issue.yaml"), environment, {
    editions: ["html"],
    htmlForm,
  });
  const [made] = artifacts;
  if (issue === undefined || made === undefined) throw new Error("not built");
  return { issue, html: new TextDecoder().decode(made.bytes) };
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
});

const PLAIN_TAGS = [
  ...["h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "img", "a", "strong", "em"],
  ...["table", "thead", "tbody", "tr", "th", "td"],
];

type Node = DefaultTreeAdapterTypes.Node;

const elementsOf = (node: Node): DefaultTreeAdapterTypes.Element[] => [
  ...("tagName" in node ? [node] : []),
  ...("childNodes" in node ? node.childNodes.flatMap(elementsOf) : []),
];
