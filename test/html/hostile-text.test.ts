/**
 * Whatever authors write stays text: the page made with a hostile text, parsed again as browsers
 * parse it, has the elements and attributes of the same page made with a harmless one.
 */
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import type { EditionInput } from "../../src/editions/edition.js";
import {
  renderHtml,
  renderHtmlFragment,
  renderHtmlPlain,
  renderHtmlWechat,
} from "../../src/editions/html/html-forms.js";
import type { CheckedIssue } from "../../src/model/issue.js";
import { pictureOf } from "../pictures/picture-of.js";
import { issueLinkingTo, issueOf } from "./hostile-issue.js";
import { HOSTILE_PAYLOADS } from "./hostile-payloads.js";
import { input, PNG_BYTES } from "./sample-issue.js";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const harmless = await parsedPage(issueOf("无害"));

it("has at least sixty payloads", () => {
  expect(new Set(HOSTILE_PAYLOADS).size).toBeGreaterThanOrEqual(60);
});

describe.each(HOSTILE_PAYLOADS.map((payload) => [payload.slice(0, 60), payload] as const))(
  "%j",
  (_, payload) => {
    it("as text becomes no element and no attribute", async () => {
      const page = await parsedPage(issueOf(payload));
      expect(shapeOf(page)).toEqual(shapeOf(harmless));
      for (const element of elementsOf(page)) {
        for (const { name } of element.attrs) expect(name).not.toMatch(/^on|^style$|^srcdoc$/);
      }
      const data = elementsOf(page).find((element) => element.tagName === "script");
      expect(() => JSON.parse(textOf(data))).not.toThrow();
    });

    it("as a destination runs nothing", async () => {
      const page = await parsedPage(issueLinkingTo(payload));
      for (const element of elementsOf(page)) {
        const href = element.attrs.find((attribute) => attribute.name === "href")?.value;
        if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|mailto:|tel:|#|data:,$)/);
      }
      expect(textOf(page)).toContain("按此");
    });
  },
);

it.each([
  ["fragment", renderHtmlFragment],
  ["plain", renderHtmlPlain],
  ["wechat", renderHtmlWechat],
] as const)("stays text in the form %s", async (_, render) => {
  // Code of several lines is several paragraphs there: what kinds of elements there are stays the same.
  const shapeOfForm = async (issue: CheckedIssue) => {
    const { bytes } = await render({ ...inputOf(issue), inlinePictures: true });
    return new Set(shapeOf(parse(new TextDecoder().decode(bytes))));
  };
  const expected = await shapeOfForm(issueOf("无害"));
  for (const payload of HOSTILE_PAYLOADS) {
    expect(await shapeOfForm(issueOf(payload))).toEqual(expected);
    const { bytes } = await render(inputOf(issueLinkingTo(payload)));
    for (const element of elementsOf(parse(new TextDecoder().decode(bytes)))) {
      const href = element.attrs.find((attribute) => attribute.name === "href")?.value;
      if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|mailto:|tel:)/);
    }
  }
});

function inputOf(issue: CheckedIssue): EditionInput {
  return input(issue, { assets: new Map([["images/dot.png", pictureOf(PNG_BYTES)]]) });
}

async function parsedPage(issue: CheckedIssue): Promise<Node> {
  return parse(new TextDecoder().decode((await renderHtml(inputOf(issue))).bytes));
}

/**
 * Elements with the names of their attributes, in order. Left out is what depends on the words: pieces of titles,
 * words kept whole, Latin marks, the marks of short and long columns and of paragraphs with long words; mail and
 * telephone links, which only real addresses become.
 */
function shapeOf(page: Node): string[] {
  return elementsOf(page)
    .filter((element) => !isForLooks(element))
    .filter((element) => !hrefOf(element).startsWith("tel:"))
    .map((element) => {
      const attributes = element.attrs.filter(
        ({ name, value }) =>
          name !== "class" || !["short", "medium", "long", "roomy", "loose"].includes(value),
      );
      return `${element.tagName} ${attributes.map(({ name }) => name).join(" ")}`;
    });
}

/** A span with one of these classes alone, and nothing but characters and such spans in it. */
function isForLooks(node: Node): boolean {
  if (!("tagName" in node)) return false;
  const [only, ...others] = node.attrs;
  return (
    node.tagName === "span" &&
    others.length === 0 &&
    only?.name === "class" &&
    ["phrase", "whole", "latin-mark", "address"].includes(only.value) &&
    node.childNodes.every((child) => child.nodeName === "#text" || isForLooks(child))
  );
}

function hrefOf(element: Element): string {
  return element.attrs.find((one) => one.name === "href")?.value ?? "";
}

function elementsOf(node: Node): Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  const content = "content" in node ? elementsOf(node.content) : [];
  return "tagName" in node ? [node, ...children, ...content] : [...children, ...content];
}

function textOf(node: Node | undefined): string {
  if (node === undefined) return "";
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
