/** A picture that cannot be printed as wide as its author asks. Made while composing. */
import type { DocumentedRule } from "../rule.js";

export const layoutPictureSize: DocumentedRule = {
  id: "layout/picture-size",
  scope: "documented",
  madeBy: "layout",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "图片的宽度在版心里印得下。",
    en: "A picture of the width asked for fits the text block.",
  },
  why: {
    zh: "比栏宽还宽、或照这个宽度就高过一面的图片，只能印得小一些。",
    en: "A picture wider than its column, or so wide that it would be higher than a page, can only be printed smaller.",
  },
  examples: [
    {
      name: { zh: "宽 300 毫米", en: "300 mm wide" },
      files: {
        "items/01.md":
          "---\ntitle: 示例市科协举办学术交流会\n---\n\n3月10日，学术交流会举办，现场气氛热烈。\n\n![会场全景](../images/wide.png){width=300mm}\n",
      },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "宽 120 毫米", en: "120 mm wide" },
      files: {
        "items/01.md":
          "---\ntitle: 示例市科协举办学术交流会\n---\n\n3月10日，学术交流会举办，现场气氛热烈。\n\n![会场全景](../images/wide.png){width=120mm}\n",
      },
      show: "items/01.md",
      findings: [],
    },
  ],
};
