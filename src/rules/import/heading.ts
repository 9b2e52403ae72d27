/** Headings known by their looks. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { paragraphOf, plain, run, SOUND, SOUND_HEADLINE, SOUND_TEXT, wordExample } from "../word-example.js";

export const importHeading: DocumentedRule = {
  id: "import/heading",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  fixable: false,
  structural: false,
  summary: { zh: "从外观认出的小标题，有说明。", en: "Headings known by their looks are named." },
  why: {
    zh: "加粗的短段落、带“一、”的短行，末尾没有标点，就当作小标题。",
    en: "A short bold paragraph, or a short line with 一、 in front, that ends without a mark is taken for a heading.",
  },
  examples: [
    wordExample({
      name: { zh: "加粗的短段落", en: "A short bold paragraph" },
      paragraphs: [
        SOUND_HEADLINE,
        SOUND_TEXT,
        paragraphOf(run("展品丰富", "<w:b/>"), "〔加粗〕展品丰富"),
        plain("科普展展出展品四十件，由十二家学会共同承办。"),
        plain("（示例区科协供稿）"),
      ],
      at: [3],
    }),
    wordExample({ name: { zh: "没有小标题", en: "No headings" }, paragraphs: SOUND }),
  ],
};
