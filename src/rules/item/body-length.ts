/** An item is neither a note nor an essay. Source: the house's own limits (min, max). */
import { type ItemRule, numberOption } from "../rule.js";

const item = (body: string) => `---\ntitle: 示例市科协举办学术交流会\n---\n\n${body}\n`;
const SENTENCE = "示例市科协组织青年学者围绕城市更新与绿色发展展开交流，提出建议若干。";

export const itemBodyLength: ItemRule = {
  id: "item/body-length",
  scope: "item",
  severity: "info",
  fixable: false,
  structural: false,
  options: { min: 100, max: 1200 },
  summary: {
    zh: "正文字数在 100 到 1200 之间（min、max）。",
    en: "The body has between 100 and 1200 characters (min, max).",
  },
  why: {
    zh: "简报贵在简明：太短，事情交代不清；太长，要点不突出。",
    en: "A bulletin should be brief: too short, and facts are missing; too long, and the point is lost.",
  },
  forUnit: {
    ask: { zh: "请酌情补充或压缩。", en: "Please add what is missing, or shorten it." },
    isAboutItem: true,
  },
  examples: [
    {
      name: { zh: "正文太短", en: "A body that is too short" },
      files: { "items/01.md": item("3月10日，学术交流会举办。") },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "正文太长", en: "A body that is too long" },
      files: { "items/01.md": item(SENTENCE.repeat(40)) },
      show: "items/01.md",
      findings: ["items/01.md:5:1"],
    },
    {
      name: { zh: "本刊放宽了字数", en: "The house sets other limits" },
      files: {
        "items/01.md": item("3月10日，学术交流会举办。"),
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
lint:
  rules:
    item/body-length: [info, {min: 10}]
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, context) {
    const { characters } = context.factsOf(item);
    const first = item.blocks[0];
    const min = numberOption(context, "min");
    const max = numberOption(context, "max");
    if (first === undefined || characters === 0 || (characters >= min && characters <= max)) return;
    const isShort = characters < min;
    yield {
      // The place is the body as a whole; its first character is enough to show it.
      span: { ...first.span, end: first.span.start + 1 },
      message: isShort
        ? {
            zh: `正文只有 ${characters} 字，少于 ${min} 字，事情可能没有说全。`,
            en: `The body has ${characters} characters, fewer than ${min}; facts may be missing.`,
          }
        : {
            zh: `正文有 ${characters} 字，超过 ${max} 字，对简报来说偏长。`,
            en: `The body has ${characters} characters, more than ${max}, which is long for a bulletin.`,
          },
      help: isShort
        ? {
            zh: "请看时间、地点、做法、效果是否都已写到。",
            en: "Check that it says when, where, how and with what result.",
          }
        : {
            zh: "请删去过程和套话，留下做法和结果。",
            en: "Cut procedure and set phrases; keep what was done and its result.",
          },
    };
  },
};
