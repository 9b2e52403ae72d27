/** Hostile and broken Word files: refused with a reason, or read as if nothing were; never thrown, never followed. */
import { describe, expect, it } from "vitest";
import { paragraphsOf, paragraphText } from "../../src/intake/manuscript-text.js";
import { readWordPackage } from "../../src/intake/word/read-word-package.js";
import { HOSTILE_WORDS } from "./hostile-word-cases.js";

describe("a hostile Word file", () => {
  it.each(HOSTILE_WORDS)("$name", ({ bytes, words }) => {
    const { manuscript, notices } = readWordPackage(bytes(), { path: "x.docx", name: "x.docx" });
    if (words === undefined) {
      expect(manuscript).toBeUndefined();
      expect(notices.map(({ rule }) => rule)).toContain("import/unreadable");
    } else {
      const read = [...paragraphsOf(manuscript?.blocks ?? [])].map(paragraphText).join("");
      expect(read === words || (words === "" && read.includes("读得出"))).toBe(true);
    }
  });
});
