/** A picture stands between paragraphs: no edition prints one inside of a sentence, where it would part the lines. */
import type { Block, Figure, Paragraph } from "../../model/text.js";
import type { ItemRule } from "../rule.js";

const item = (body: string) => `---\ntitle: 示例市科协举办学术交流会\n---\n\n${body}\n`;

export const imageInsideText: ItemRule = {
  id: "image/inside-text",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "图片单独成段，不写在一段话的中间。",
    en: "A picture stands in a paragraph of its own, not inside of another.",
  },
  why: {
    zh: "写在一段话中间或前面的图片，各版都排在这一段的后面，可能不是想要的位置。",
    en: "All editions print a picture that stands in a paragraph, or before its words, behind that paragraph, which may not be the place that was meant.",
  },
  examples: [
    {
      name: { zh: "句子中间的图片", en: "A picture inside of a sentence" },
      files: { "items/01.md": item("3月10日，![会场全景](../images/wide.png)学术交流会举办。") },
      show: "items/01.md",
      findings: ["items/01.md:5:7"],
    },
    {
      name: { zh: "图片下一行紧接着文字", en: "Words on the line right below a picture" },
      files: { "items/01.md": item("![会场全景](../images/wide.png)\n3月10日，学术交流会举办。") },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "段末的图片、单独成段的图片", en: "At the end of a paragraph; in one of its own" },
      files: {
        "items/01.md": item(
          "3月10日，学术交流会举办。![会场全景](../images/wide.png)\n\n![会场全景](../images/wide.png)\n*3月10日，会场全景*",
        ),
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check({ blocks }) {
    for (const { span } of movedFigures(blocks)) {
      yield {
        span,
        message: {
          zh: "这张图片写在一段话里，会移到这一段的后面。",
          en: "This picture stands inside of a paragraph and will be printed behind it.",
        },
        help: {
          zh: "请把图片单独写成一段，放在想要的位置，前后各空一行。",
          en: "Put it where you want it as a paragraph of its own, with a blank line before and after.",
        },
      };
    }
  },
};

/** @returns pictures that are read behind a paragraph though words of it stand behind them */
function movedFigures(blocks: readonly Block[]): readonly Figure[] {
  let paragraph: Paragraph | undefined;
  return blocks.flatMap((block) => {
    if (block.kind === "list") return block.items.flatMap(({ children }) => movedFigures(children));
    if (block.kind === "quote") return movedFigures(block.children);
    if (block.kind === "paragraph") paragraph = block;
    if (block.kind !== "figure") return [];
    return (paragraph?.children.at(-1)?.span.end ?? 0) > block.span.end ? [block] : [];
  });
}
