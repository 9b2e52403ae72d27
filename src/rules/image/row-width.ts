/** Pictures side by side share the width of their column: widths in per cent that come to more are all made smaller. */
import type { Block, FigureRow } from "../../model/text.js";
import type { ItemRule } from "../rule.js";

const item = (row: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${row}
`;

export const imageRowWidth: ItemRule = {
  id: "image/row-width",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "并排的图片，宽度加起来不超过 100%。",
    en: "The widths of pictures side by side come to no more than 100%.",
  },
  why: {
    zh: "并排的图片共占一行，加起来超过栏宽就都要缩小，印出来比写的小。",
    en: "Pictures side by side share one row; where their widths come to more than the column, all are printed smaller than was asked.",
  },
  examples: [
    {
      name: { zh: "两张 70%", en: "Two of 70%" },
      files: {
        "items/01.md": item(
          "![会场全景](../images/wide.png){width=70%}\n![会场一角](../images/wide.png){width=70%}",
        ),
      },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "三七开；分成两段的两张", en: "Thirty and seventy; two in paragraphs of their own" },
      files: {
        "items/01.md": item(
          "![会场全景](../images/wide.png){width=70%}\n![会场一角](../images/wide.png){width=30%}\n\n![会场全景](../images/wide.png){width=70%}\n\n![会场一角](../images/wide.png){width=70%}",
        ),
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check({ blocks }) {
    for (const { figures } of rowsIn(blocks)) {
      const sum = figures.reduce(
        (total, { width }) => total + (width?.unit === "percent" ? width.value : 0),
        0,
      );
      const first = figures.find(({ width }) => width !== undefined);
      if (sum <= 100 || first === undefined) continue;
      yield {
        span: first.destination.span,
        message: {
          zh: `并排的图片宽度加起来是 ${Math.round(sum)}%，一行排不下，会一起缩小。`,
          en: `The widths of the pictures side by side come to ${Math.round(sum)}%; they will all be made smaller to fit.`,
        },
        help: {
          zh: "请改小宽度，使总和不超过 100%；要上下排列，就各写一段，中间空一行。",
          en: "Give widths that come to no more than 100%; to have them one above the other, put a blank line between them.",
        },
      };
    }
  },
};

function rowsIn(blocks: readonly Block[]): readonly FigureRow[] {
  return blocks.flatMap((block) => {
    if (block.kind === "figure-row") return [block];
    if (block.kind === "list") return block.items.flatMap(({ children }) => rowsIn(children));
    return block.kind === "quote" ? rowsIn(block.children) : [];
  });
}
