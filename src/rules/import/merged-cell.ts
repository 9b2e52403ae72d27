/** Merged cells, whose words are repeated. Made by the intake. */
import type { DocumentedRule } from "../rule.js";

export const importMergedCell: DocumentedRule = {
  id: "import/merged-cell",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  alsoSeverity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "来稿的表格没有合并的单元格。", en: "Tables that came in have no merged cells." },
  why: {
    zh: "简报的表格不合并单元格；读入时把文字在每一格里各写一遍，要核对读起来对不对；表头有两行时，请并成一行。",
    en: "Tables of a bulletin merge no cells: the words are repeated in each, and need checking; a head of two rows has to be made one.",
  },
  examples: [
    {
      name: { zh: "两格合并成一格", en: "Two cells made one" },
      files: {
        "来稿/网页.html": `<!doctype html>
<title>科普展</title>
<h1>示例区科协举办春季科普展</h1>
<p>2026年3月12日，示例区科协在滨河社区举办春季科普展。</p>
<table border="1">
<tr><th>展品</th><th>上午</th><th>下午</th></tr>
<tr><td>航天模型</td><td colspan="2">全天开放</td></tr>
<tr><td>净水器</td><td>开放</td><td>关闭</td></tr>
</table>
<p>（示例区科协供稿）</p>
`,
      },
      show: "来稿/网页.html",
      findings: ["来稿/网页.html:3:1"],
    },
    {
      name: { zh: "一格是一格", en: "Every cell for itself" },
      files: {
        "来稿/网页.html": `<!doctype html>
<title>科普展</title>
<h1>示例区科协举办春季科普展</h1>
<p>2026年3月12日，示例区科协在滨河社区举办春季科普展。</p>
<table border="1">
<tr><th>展品</th><th>件数</th></tr>
<tr><td>航天模型</td><td>12</td></tr>
<tr><td>净水器</td><td>28</td></tr>
</table>
<p>（示例区科协供稿）</p>
`,
      },
      show: "来稿/网页.html",
      findings: [],
    },
  ],
};
