/** The label of an editor's note is printed by the program, in one form: another one in the text is not printed. */
import type { DocumentedRule } from "../rule.js";

const item = (note: string) =>
  `---\ntitle: 示例区科协开展科普进社区活动\n${note}---\n\n3月11日，示例区科协组织科普志愿者走进滨河社区。\n`;

export const itemEditorsNoteLabel: DocumentedRule = {
  id: "item/editors-note-label",
  scope: "documented",
  madeBy: "read",
  severity: "warning",
  fixable: true,
  structural: false,
  summary: {
    zh: "编者按里只写按语的内容，“编者按：”由程序印。",
    en: "An editor's note holds its words alone; the label 编者按： is printed by the program.",
  },
  why: {
    zh: "各版一律印“编者按：”。自己又写上“编者的话：”“按语：”等，这几个字不会印出来，以免重复。",
    en: "All editions print 编者按：. Another label in the text (编者的话：, 按语：) is left out, so that there are not two.",
  },
  examples: [
    {
      name: { zh: "写成“编者的话”", en: "Called 编者的话" },
      files: { "items/02.md": item("editors-note: |\n  **编者的话：**科普进社区，贵在经常。\n") },
      show: "items/02.md",
      findings: ["items/02.md:4:3"],
      fixed: item("editors-note: |\n  科普进社区，贵在经常。\n"),
    },
    {
      name: { zh: "写在方头括号里，另起一段", en: "In brackets, on a line of its own" },
      files: { "items/02.md": item("editors-note: |\n  【按语】\n\n  科普进社区，贵在经常。\n") },
      show: "items/02.md",
      findings: ["items/02.md:4:3"],
      fixed: item("editors-note: |\n  科普进社区，贵在经常。\n"),
    },
    {
      name: {
        zh: "本来就印的三个字；以这些字开头的话",
        en: "The label that is printed; words that begin alike",
      },
      files: { "items/02.md": item("editors-note: 编者按：按语写得短，编者的话才有人看。\n") },
      show: "items/02.md",
      findings: [],
    },
  ],
};
