/** Pictures that came and cannot be printed. Made by the intake. */
import type { DocumentedRule } from "../rule.js";

export const importPictureRefused: DocumentedRule = {
  id: "import/picture-refused",
  scope: "documented",
  madeBy: "intake",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "来稿的图片都能印。", en: "Every picture that came in can be printed." },
  why: {
    zh: "HEIC、GIF、BMP 和只有链接的图片印不出来，要向单位要 JPEG 或 PNG 原图。",
    en: "Pictures in HEIC, GIF or BMP, and those of which only a link came, cannot be printed: ask the unit for a JPEG or PNG.",
  },
  forUnit: {
    what: { zh: "这里的图片我们用不了。", en: "We cannot use the picture here." },
    ask: {
      zh: "请把原图存为 JPEG 或 PNG，作为附件发来。",
      en: "Please send us the original as a JPEG or PNG, attached to your mail.",
    },
  },
  examples: [
    {
      name: { zh: "图片只有链接", en: "A picture of which only the link came" },
      files: {
        "来稿/网页.html": `<!doctype html>
<title>科普展</title>
<h1>示例区科协举办春季科普展</h1>
<p>2026年3月12日，示例区科协在滨河社区举办春季科普展。</p>
<p><img src="https://img.example.org/a.jpg"></p>
<p>（示例区科协供稿）</p>
`,
      },
      show: "来稿/网页.html",
      findings: ["来稿/网页.html:3:1"],
    },
    {
      name: { zh: "没有图片", en: "No pictures" },
      files: {
        "来稿/网页.html": `<!doctype html>
<title>科普展</title>
<h1>示例区科协举办春季科普展</h1>
<p>2026年3月12日，示例区科协在滨河社区举办春季科普展。</p>
<p>（示例区科协供稿）</p>
`,
      },
      show: "来稿/网页.html",
      findings: [],
    },
  ],
};
