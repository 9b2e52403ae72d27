/** The section an imported item was put into without evidence. Made by the command that imports. */
import type { DocumentedRule } from "../rule.js";

export const importSection: DocumentedRule = {
  id: "import/section",
  scope: "documented",
  madeBy: "import",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "导入的稿件列入哪个栏目有依据。", en: "The section of an imported item is known." },
  why: {
    zh: "来稿很少写明栏目；没有依据时列入一个栏目，由编辑核对。",
    en: "Submissions seldom name a section; without evidence the item is listed under one, for the editor to check.",
  },
  examples: [],
};
