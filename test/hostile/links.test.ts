/**
 * The second lock on links: what link/unsafe-scheme refuses leads nowhere in any edition either,
 * should it ever come that far.
 */
import { describe, expect, it } from "vitest";
import { linkTarget } from "../../src/editions/docx/word/link-target.js";
import { safeUrl } from "../../src/editions/html/safe-url.js";
import { linkAnnotation } from "../../src/editions/pdf/structure/structure-element.js";

const HARMFUL = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "file://server/share/x.docx",
  "\\\\server\\share\\x.docx",
  "//server/share/x.docx",
  "ms-word:ofe|u|https://example.org/x.docx",
  "ms-msdt:/id PCWDiagnostic",
  "search-ms:query=x",
  "smb://server/share",
  "ldap://example.org",
  "C:\\Windows\\System32\\calc.exe",
  "calc.exe",
  "#anchor",
  "",
];

function pdfAction(url: string): unknown {
  const element = {
    id: 1,
    type: "Link" as const,
    parent: undefined,
    kids: [],
    target: { kind: "url" as const, url, description: "x" },
  };
  const area = { page: 1, x: 0, y: 0, width: 1, height: 1 };
  return linkAnnotation(element, { area, heightPt: 842, structParent: 0 }).A;
}

describe("a harmful address", () => {
  it.each(HARMFUL)("%j leads nowhere", (url) => {
    expect(safeUrl(url)).toBeUndefined();
    expect(linkTarget(url)).toBeUndefined();
    expect(pdfAction(url)).toBeUndefined();
  });
});

it.each(["https://example.org/", "mailto:a@example.org", "tel:+861055550100"])("%s is a link", (url) => {
  expect(safeUrl(url)).toBe(url);
  expect(linkTarget(url)).toBe(url);
  expect(pdfAction(url)).toMatchObject({ S: "URI" });
});
