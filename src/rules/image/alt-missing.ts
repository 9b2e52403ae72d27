/**
 * Every picture says in words what it shows, or that it is decoration. Source: WCAG 2.2, 1.1.1;
 * ISO 14289-1 (PDF/UA-1), 7.3.
 */
import type { ItemRule } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const imageAltMissing: ItemRule = {
  id: "image/alt-missing",
  scope: "item",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "图片要有替代文字；纯装饰的图片写明 decorative。",
    en: "Every picture has alternative text, or is marked as decoration.",
  },
  why: {
    zh: "看不见图的读者靠这段文字了解图上的内容；没有它，PDF 也达不到无障碍标准。",
    en: "Readers who cannot see the picture are read this text instead; without it the PDF fails the accessibility standard.",
  },
  source: "WCAG 2.2, 1.1.1; ISO 14289-1, 7.3",
  forUnit: {
    what: { zh: "这张图片没有文字说明。", en: "This picture has no description." },
    ask: {
      zh: "请用一句话写明图上是什么场面、有哪些人。",
      en: "Please tell us in one sentence what and whom it shows.",
    },
  },
  examples: [
    {
      name: { zh: "没有替代文字", en: "No alternative text" },
      files: { "items/01.md": item("![](../images/wide.png)") },
      show: "items/01.md",
      findings: ["items/01.md:7:1"],
    },
    {
      name: { zh: "替代文字只有空格", en: "Nothing but a space" },
      files: { "items/01.md": item("![ ](../images/wide.png)") },
      show: "items/01.md",
      findings: ["items/01.md:7:1"],
    },
    {
      name: { zh: "写明是装饰", en: "Marked as decoration" },
      files: { "items/01.md": item('![](../images/wide.png "decorative")') },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "有替代文字", en: "With alternative text" },
      files: { "items/01.md": item("![会场全景](../images/wide.png)") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const { alt, decorative, destination, span } of factsOf(item).figures) {
      if (decorative || alt.trim() !== "") continue;
      yield {
        span,
        message: {
          zh: `图片“${destination.value}”没有替代文字，看不见图的读者无法了解图上的内容。`,
          en: `The picture “${destination.value}” has no alternative text for readers who cannot see it.`,
        },
        help: {
          zh: '请在方括号里写一句图上的内容：![会场全景](…)；纯装饰的图写成 ![](… "decorative")。',
          en: 'Describe it in the square brackets: ![The hall](…); mark decoration as ![](… "decorative").',
        },
      };
    }
  },
};
