/** A paragraph can be read in one go. Source: the house's own limit (max). */
import { countPrinted, isInBody } from "../../model/passage.js";
import { type ItemRule, numberOption } from "../rule.js";

const item = (body: string) => `---\ntitle: 示例市科协举办学术交流会\n---\n\n${body}\n`;
const SENTENCE = "示例市科协组织青年学者围绕城市更新与绿色发展展开交流，提出建议若干。";

export const itemParagraphLength: ItemRule = {
  id: "item/paragraph-length",
  scope: "item",
  severity: "info",
  fixable: false,
  structural: false,
  options: { max: 350 },
  summary: {
    zh: "一段不超过 350 字（max）。",
    en: "A paragraph has at most 350 characters (max).",
  },
  why: {
    zh: "一段占去大半页，不便阅读，重点也不突出。",
    en: "A paragraph that fills most of a page is hard to read and buries its point.",
  },
  examples: [
    {
      name: { zh: "一段太长", en: "A paragraph that is too long" },
      files: { "items/01.md": item(SENTENCE.repeat(12)) },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "同样的字数分成两段", en: "The same text in two paragraphs" },
      files: { "items/01.md": item(`${SENTENCE.repeat(6)}\n\n${SENTENCE.repeat(6)}`) },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, context) {
    const max = numberOption(context, "max");
    for (const passage of context.factsOf(item).passages) {
      if (!isInBody(passage) || passage.text.length <= max) continue;
      const length = countPrinted(passage.text);
      if (length <= max) continue;
      yield {
        // Where it begins is enough to show it.
        span: { ...passage.span, end: passage.span.start + 1 },
        message: {
          zh: `这一段有 ${length} 字，超过 ${max} 字，不便阅读。`,
          en: `This paragraph has ${length} characters, more than ${max}, which makes it hard to read.`,
        },
        help: { zh: "请按意思分成两三段。", en: "Divide it into two or three by sense." },
      };
    }
  },
};
