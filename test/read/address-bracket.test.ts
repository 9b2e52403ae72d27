/** A bracket that opens behind a bare address belongs to the text; one within an address stays. */
import { expect, it } from "vitest";
import { parseMarkup } from "../../src/read/markdown/parse-markup.js";

it.each([
  ["登录http://kx.example.org/(市科协官网)报名", "http://kx.example.org/"],
  ["见https://example.org/a_(b)。", "https://example.org/a_(b)"],
])("%s", (text, url) => {
  expect(JSON.stringify(parseMarkup(text))).toContain(`"url":"${url}"`);
});
