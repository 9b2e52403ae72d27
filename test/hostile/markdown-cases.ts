/** Hostile Markdown: what makes parsers nest, look back or start again. */
import { EITHER, type HostileCase, withBody } from "./hostile-case.js";

const repeat = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join("");

/** Bodies, each a pattern that has cost some Markdown parser more than its length. */
const bodies: Readonly<Record<string, () => string>> = {
  "nested quotes": () => `${"> ".repeat(20_000)}文字`,
  "nested quotes, a level a line": () => repeat(2000, (n) => `${">".repeat(n)} 文字\n`),
  "nested lists": () => repeat(1000, (n) => `${"  ".repeat(n)}- 文字\n`),
  "nested lists in one line": () => `${"- ".repeat(50_000)}文字`,
  "nested numbered lists": () => repeat(500, (n) => `${"   ".repeat(n)}1. 文字\n`),
  "quotes and lists by turns": () => `${"> - ".repeat(10_000)}文字`,
  "quote that goes on lazily": () => `> 文字\n${"文字\n".repeat(50_000)}`,
  "loose list of 20,000": () => repeat(20_000, (n) => `- 第${n}项\n\n`),
  "brackets opened": () => "[".repeat(100_000),
  "brackets opened and closed": () => "[a](".repeat(50_000),
  "brackets nested": () => `${"[".repeat(50_000)}a${"]".repeat(50_000)}`,
  "bracket pairs": () => "[]".repeat(50_000),
  "image brackets": () => "![".repeat(50_000),
  "links inside links": () => `${"[a](b".repeat(20_000)}${")".repeat(20_000)}`,
  "link target of brackets": () => `[文字](${"(".repeat(50_000)}${")".repeat(50_000)})`,
  "link target never closed": () => `[文字](<${"x".repeat(300_000)}`,
  "link title never closed": () => `[文字](https://example.org "${"x".repeat(300_000)}`,
  stars: () => "*".repeat(100_000),
  "stars and letters": () => "*a ".repeat(50_000),
  "stars opened both ways": () => `${"*a **a ".repeat(30_000)}`,
  "stars and underlines": () => `${"*_".repeat(30_000)}文字${"_*".repeat(30_000)}`,
  "emphasis nested": () => `${"*a".repeat(20_000)}${"*".repeat(20_000)}`,
  "strong nested": () => `${"**文".repeat(20_000)}${"文**".repeat(20_000)}`,
  underlines: () => "_".repeat(100_000),
  "underlines inside a word": () => "a_".repeat(100_000),
  tildes: () => "~~a".repeat(50_000),
  "backticks of all lengths": () => repeat(600, (n) => `a${"`".repeat(n)}`),
  "backticks alone": () => "`".repeat(200_000),
  "fence never closed": () => `\`\`\`\n${"文字\n".repeat(50_000)}`,
  "fences of all lengths": () => repeat(400, (n) => `${"`".repeat(3 + n)}\n`),
  "less-than signs": () => "<".repeat(100_000),
  "less-than and letters": () => "<a ".repeat(50_000),
  "comments never closed": () => "<!--".repeat(30_000),
  "comment never closed behind text": () => `文字 <!-- ${"-".repeat(200_000)}`,
  "processing instructions": () => "<?".repeat(50_000),
  CDATA: () => "<![CDATA[".repeat(30_000),
  ampersands: () => "&".repeat(100_000),
  "references to no character": () => "&#xFFFFFFFF;&#0;&#xD800;&nosuch;".repeat(5000),
  "reference of 100,000 digits": () => `&#${"9".repeat(100_000)};`,
  backslashes: () => "\\".repeat(200_000),
  "link definitions": () => repeat(20_000, (n) => `[a${n}]: https://example.org/${n}\n`),
  "link definitions, all the same": () => repeat(20_000, () => "[a]: https://example.org/\n"),
  "references to one definition": () =>
    `${repeat(5000, () => "[a] ")}\n\n[a]: ${`https://example.org/${"x".repeat(2000)}`}`,
  "definition label of 100 kB": () => `[${"文".repeat(30_000)}]: https://example.org/\n\n文字`,
  "definition labels never closed": () => "[a\n".repeat(50_000),
  "5,000 footnotes": () =>
    `${repeat(5000, (n) => `文[^${n}]`)}\n\n${repeat(5000, (n) => `[^${n}]: 注${n}\n\n`)}`,
  "footnotes that note each other": () => "文[^a]\n\n[^a]: 甲[^b]\n\n[^b]: 乙[^a]\n",
  "a footnote that notes itself": () => "文[^a]\n\n[^a]: 甲[^a]\n",
  "one footnote called 5,000 times": () => `${repeat(5000, () => "文[^a]")}\n\n[^a]: 注\n`,
  "footnotes never called": () => `文字。\n\n${repeat(5000, (n) => `[^${n}]: 注\n\n`)}`,
  "footnote inside a footnote's list": () =>
    `文[^a]\n\n[^a]: 甲\n\n${repeat(200, (n) => `    ${"  ".repeat(n % 20)}- 乙\n`)}`,
  "a table of 100,000 cells": () => `|甲|乙|\n|-|-|\n${"|1|2|\n".repeat(50_000)}`,
  "a table of 2,000 columns": () => `|${"甲|".repeat(2000)}\n|${"-|".repeat(2000)}\n|${"1|".repeat(2000)}\n`,
  "a table row of 100,000 cells": () => `|甲|\n|-|\n|${"1|".repeat(100_000)}\n`,
  "a table head of 100,000 pipes": () => "|".repeat(100_000),
  "delimiter rows": () => "|-|\n".repeat(20_000),
  "a table in each quote": () => repeat(300, () => "> |甲|乙|\n> |-|-|\n> |1|2|\n\n"),
  "headings of all levels": () => repeat(10_000, (n) => `${"#".repeat((n % 8) + 1)} 题${n}\n\n`),
  "heading of 100 kB": () => `## ${"题".repeat(33_000)}\n\n文字`,
  "underlines of headings": () => `${"=".repeat(100_000)}\n${"文字\n===\n".repeat(5000)}`,
  "thematic breaks": () => "---\n\n".repeat(20_000),
  "rule of 200,000 dashes": () => `文字\n\n${"- ".repeat(100_000)}`,
  "hard breaks": () => "文  \n".repeat(20_000),
  "one line of 1 MB": () => "示例单位召开座谈会，部署工作。".repeat(23_000),
  "1 MB of empty lines": () => `${"\n".repeat(1_000_000)}文字`,
  "1 MB of spaces": () => `文${" ".repeat(1_000_000)}字`,
  "1 MB of tabs": () => "\t".repeat(1_000_000),
  "carriage returns alone": () => "文字。\r".repeat(30_000),
  "bare addresses": () => "https://example.org/a ".repeat(10_000),
  "an address of 200 kB": () => `https://example.org/${"a".repeat(200_000)}`,
  "addresses run together": () => "https://".repeat(30_000),
  "www run together": () => "www.".repeat(50_000),
  "mail addresses run together": () => "a@".repeat(100_000),
  "mail address of dots": () => `a@${"a.".repeat(100_000)}`,
  "parentheses behind an address": () => `https://example.org/${"(".repeat(50_000)}${")".repeat(50_000)}`,
  "suppressions by thousands": () =>
    "<!-- bulletin-disable-next-line item/vague-date -->\n\n文字。\n\n".repeat(3000),
  "suppression never lifted": () => "<!-- bulletin-disable item/raw-html -->\n\n<script>alert(1)</script>",
  "raw HTML": () => "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>",
  "task list states": () => "- [x] 甲\n- [ ] 乙\n- [X] 丙\n- [  ] 丁\n".repeat(2000),
};

/** As much of a pattern as is read at all: the reader refuses longer words, paragraphs and items. */
function withinBounds(body: string): string {
  const lines = body.slice(0, 49_000).split("\n").slice(0, 990);
  return lines.join("\n").replace(/[\x21-\x7e]{1900}/g, "$& ");
}

export const markdownCases: readonly HostileCase[] = Object.entries(bodies).flatMap(([name, body]) => {
  const whole = { name: `markdown/${name}`, files: () => withBody(body()), codes: EITHER };
  if (withinBounds(body()) === body()) return [whole];
  return [
    whole,
    { name: `markdown within bounds/${name}`, files: () => withBody(withinBounds(body())), codes: EITHER },
  ];
});
