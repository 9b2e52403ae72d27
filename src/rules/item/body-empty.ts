/** An item has a body. Source: FORMATS, item. */
import type { ItemRule } from "../rule.js";

export const itemBodyEmpty: ItemRule = {
  id: "item/body-empty",
  scope: "item",
  severity: "error",
  fixable: false,
  structural: false,
  summary: { zh: "稿件必须有正文。", en: "An item must have a body." },
  why: {
    zh: "只有标题的稿件，印出来是一处空白；多半是存错了文件。",
    en: "A title with nothing under it leaves a blank on the page; most often the wrong file was saved.",
  },
  forUnit: {
    ask: { zh: "请补发正文。", en: "Please send the text." },
    isAboutItem: true,
  },
  examples: [
    {
      name: { zh: "只有标题", en: "Only a title" },
      files: { "items/01.md": "---\ntitle: 示例市科协举办学术交流会\n---\n" },
      show: "items/01.md",
      findings: ["items/01.md:2:8"],
    },
    {
      name: { zh: "只有分隔线和注释", en: "Nothing but a rule and a comment" },
      files: { "items/01.md": "---\ntitle: 示例市科协举办学术交流会\n---\n\n***\n" },
      show: "items/01.md",
      findings: ["items/01.md:2:8"],
    },
    {
      name: { zh: "只有一幅图", en: "Only a picture" },
      files: {
        "items/01.md": "---\ntitle: 示例市科协举办学术交流会\n---\n\n![会场全景](../images/wide.png)\n",
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    const { characters, figures } = factsOf(item);
    if (characters > 0 || figures.length > 0) return;
    if (item.blocks.some((block) => block.kind === "code-block")) return;
    yield {
      span: item.title[0]?.span ?? item.body,
      message: {
        zh: "这篇稿件只有标题，没有正文。",
        en: "This item has a title but no body.",
      },
      help: {
        zh: "请补上正文，或从本期清单里去掉这篇。",
        en: "Add the body, or remove the item from the manifest.",
      },
    };
  },
};
