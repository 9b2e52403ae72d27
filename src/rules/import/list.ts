/** Lists known by the numbers in front of lines. Made by the intake. */
import type { DocumentedRule } from "../rule.js";

export const importList: DocumentedRule = {
  id: "import/list",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  fixable: false,
  structural: false,
  summary: { zh: "从编号认出的列表，有说明。", en: "Lists known by their numbers are named." },
  why: {
    zh: "三行以上带编号的短句做成列表，编号由排版来写，样子可能略有不同。",
    en: "Three or more short lines with numbers become a list, whose numbers are set by the layout and may look a little different.",
  },
  examples: [
    {
      name: { zh: "三行编号", en: "Three numbered lines" },
      files: {
        "来稿/报送.txt": `示例区科协举办春季科普展

2026年3月12日，示例区科协在滨河社区举办春季科普展，展出：
1. 航天模型
2. 净水器
3. 急救箱

（示例区科协供稿）
`,
      },
      show: "来稿/报送.txt",
      findings: ["来稿/报送.txt:4:1"],
    },
    {
      name: { zh: "没有编号", en: "No numbers" },
      files: {
        "来稿/报送.txt": `示例区科协举办春季科普展

2026年3月12日，示例区科协在滨河社区举办春季科普展，三百余名居民参加。

（示例区科协供稿）
`,
      },
      show: "来稿/报送.txt",
      findings: [],
    },
  ],
};
