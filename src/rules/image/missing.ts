/**
 * Every picture named is there. Source: FORMATS, item; all editions carry their pictures in themselves.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import { unreadableHelp } from "../../diagnostics/unreadable-name.js";
import type { ItemRule } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const imageMissing: ItemRule = {
  id: "image/missing",
  scope: "item",
  severity: "error",
  fixable: false,
  structural: true,
  summary: {
    zh: "正文引用的图片文件必须存在。",
    en: "Every picture file that an item refers to must exist.",
  },
  why: {
    zh: "各版都把图片嵌入文件，找不到图，就只能留下空白。",
    en: "Every edition embeds its pictures; one that cannot be found would leave a blank.",
  },
  examples: [
    {
      name: { zh: "文件名写错", en: "A file name mistyped" },
      files: { "items/01.md": item("![会场全景](../images/wied.png)") },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "图片在", en: "A picture that is there" },
      files: { "items/01.md": item("![会场全景](../images/wide.png)") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    for (const { image, destination } of factsOf(item).figures) {
      if (image.state !== "missing") continue;
      yield {
        span: destination.span,
        message: {
          zh: `找不到图片“${destination.value}”。`,
          en: `The picture “${destination.value}” cannot be found.`,
        },
        help: howToFind(image),
      };
    }
  },
};

interface Missing {
  readonly nearest: string | undefined;
  readonly unreadable?: string;
}

function howToFind({ nearest, unreadable }: Missing): Message {
  if (nearest !== undefined) return { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` };
  if (unreadable !== undefined) return unreadableHelp(unreadable);
  return {
    zh: "路径从稿件文件所在的文件夹算起，例如 ../images/visit.jpg。",
    en: "Paths are relative to the item's own folder, as in ../images/visit.jpg.",
  };
}
