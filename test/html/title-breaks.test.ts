/** Where titles may be broken; `|` marks the places. */
import { expect, it } from "vitest";
import { titlePieces } from "../../src/editions/html/title-breaks.js";

it.each([
  // before and behind what was done, with its adverbs
  "示例区科协|成功举办|科普嘉年华",
  "示例学会|召开|第三次会员代表大会",
  "市科协|深入开展|调查研究",
  // behind what joins two wholes; 与 only where it is a word of its own
  "立项评审会暨|导师聘任仪式",
  "科学家参与科普讲座",
  "与会代表参观展厅",
  // before 在…举办, behind nouns that end a phrase, not inside longer words
  "绿色船舶与|海洋装备学术论坛|在鹿鸣区举办",
  "全市科技工作者日主题活动",
  "存在问题整改举办班",
  // before the name of a notice, where what precedes it is long: else its last character alone goes over
  "关于做好“七下八上”防汛关键期值班值守|工作的通知",
  "关于做好防汛工作的通知",
  "关于节水活动|的倡议书",
  "关于|召开|全市防汛工作的通知",
  // quotations stay whole
  "《关于组织开展活动的通知》印发",
  "“举办科普展”项目|通过评审验收",
  // two or three characters make no last line
  "山区小学科普展开幕",
  "科普展|在示例市科技馆开幕",
  // between Han and Latin the browser sets its own space
  "样板区|召开2026年|工作会议",
  "AI助力|科学教育",
  "一二",
  "举办",
  "",
])("%s", (marked) => {
  const title = marked.replaceAll("|", "");
  expect(titlePieces(title).join("|")).toBe(marked);
});

it("takes time in proportion to the title", () => {
  expect(titlePieces("成功".repeat(50_000)).join("")).toHaveLength(100_000);
  expect(titlePieces("“".repeat(100_000)).join("")).toHaveLength(100_000);
  expect(titlePieces("在".repeat(100_000)).join("")).toHaveLength(100_000);
});
