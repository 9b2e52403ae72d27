/** A file in which several items seem to stand. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { headline, plain, SOUND, wordExample } from "../word-example.js";

export const importSeveralItems: DocumentedRule = {
  id: "import/several-items",
  scope: "documented",
  madeBy: "intake",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "一份来稿一篇稿件。", en: "One submission holds one item." },
  why: {
    zh: "单位常把几篇写在一个文件里。从哪里分开只能从标题看出来，要核对。",
    en: "Units often write several items into one file. Where one ends is known by headlines alone, and needs checking.",
  },
  examples: [
    wordExample({
      name: { zh: "两篇写在一个文件里", en: "Two items in one file" },
      paragraphs: [
        ...SOUND,
        headline("示例区科协召开学会工作会议"),
        plain("2026年3月13日，示例区科协召开学会工作会议，十二家学会参加。"),
        plain("（示例区科协供稿）"),
      ],
      at: [1],
    }),
    wordExample({ name: { zh: "普通的 Word 稿件", en: "An ordinary Word file" }, paragraphs: SOUND }),
  ],
};
