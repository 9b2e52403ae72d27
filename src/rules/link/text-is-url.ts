/**
 * The words of a link say where it leads; an address instead of words is read out letter by letter, and
 * one that differs from the destination misleads. A bare address is left alone: on paper it is all a
 * reader has. Source: WCAG 2.2, 2.4.4.
 */
import { plainText } from "../../model/plain-text.js";
import type { ItemRule } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const linkTextIsUrl: ItemRule = {
  id: "link/text-is-url",
  scope: "item",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "链接的文字说明指向的内容，不写成网址。",
    en: "The text of a link says where it leads and is not an address.",
  },
  why: {
    zh: "网址读起来没有意义，读屏软件会逐个字母念；文字上的网址与实际指向不同，还会误导读者。",
    en: "An address means little to readers, and screen readers spell it out; one that differs from the real destination is misleading.",
  },
  source: "WCAG 2.2, 2.4.4",
  examples: [
    {
      name: { zh: "用网址作链接文字", en: "An address as the words of a link" },
      files: { "items/01.md": item("[https://example.org/join](https://example.org/join)") },
      show: "items/01.md",
      findings: ["items/01.md:7:1"],
    },
    {
      name: { zh: "文字上的网址与去处不同", en: "Words that name another address" },
      files: { "items/01.md": item("[www.example.org](https://example.net/)") },
      show: "items/01.md",
      findings: ["items/01.md:7:1"],
    },
    {
      name: { zh: "直接写出的网址", en: "A bare address" },
      files: { "items/01.md": item("报名网址：https://example.org/join") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "有文字的链接", en: "A link with words" },
      files: { "items/01.md": item("[报名入口](https://example.org/join)") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const { links } of factsOf(item).passages) {
      for (const { automatic, children, span, url } of links) {
        const words = automatic ? "" : plainText(children).trim();
        if (!/^(?:https?:\/\/|www\.)\S+$/i.test(words)) continue;
        const isSame = bareAddress(words) === bareAddress(url.value);
        yield {
          span,
          message: isSame
            ? {
                zh: `链接的文字就是网址“${words}”，读屏软件会逐个字母念。`,
                en: `The text of this link is its address “${words}”, which screen readers spell out letter by letter.`,
              }
            : {
                zh: `链接的文字是“${words}”，实际指向“${url.value}”，会误导读者。`,
                en: `The text of this link is “${words}”, but it leads to “${url.value}”, which misleads readers.`,
              },
          help: isSame
            ? { zh: "请写成“报名入口”一类的文字。", en: "Say what the link leads to, such as “Sign up”." }
            : { zh: "请核对网址，把文字改成说明。", en: "Check the address, and say what it leads to." },
        };
      }
    }
  },
};

/** http and https, www and the last slash make no difference to a reader. */
const bareAddress = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/$/, "");
