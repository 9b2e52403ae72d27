/** Where titles may be broken; `|` marks the places. */
import { expect, it } from "vitest";
import { titlePieces } from "../../src/editions/html/title-breaks.js";

it.each([
  // before and behind what was done, not between it and its adverbs
  "云湖区科协举办|春季科普集市",
  "示例区科协|成功举办科普嘉年华",
  "示例学会召开|第三次会员代表大会",
  "市科协深入开展|调查研究",
  // behind what joins two wholes
  "立项评审会暨|导师聘任仪式",
  "绿色船舶与|海洋装备学术论坛|在鹿鸣区举办",
  // what a telephone holds on one line has no place to break
  "科学家参与科普讲座",
  "山区小学科普展开幕",
  "一二",
  "举办",
  "",
  // never inside a word, nor in front of the end of one
  "石门乡科普惠农|服务站揭牌",
  "东篱镇中心小学|科普教育基地|通过验收",
  "市科协与澜川银行|签署|金融支持|科技工作者合作协议",
  "全国科技工作者日|主题活动在我市启动",
  // no line of three characters beside one of ten where a better place is
  "青岚县科普大篷车|开进石桥小学",
  // a name of 21 characters
  "示例市科学技术协会|学会|学术工作|情况信息通报",
  // before the name of a notice, where what precedes it is long
  "关于|做好“七下八上”|防汛关键期值班值守|工作的通知",
  "关于做好防汛|工作的通知",
  // a quotation as long as this is parted at its words, and begins no line with its closing mark
  "《关于组织开展|活动的通知》印发",
  // numbers with their units and Latin words are whole
  "样板区召开|2026年工作会议",
  "示例区科协举办|“AI+”科普日",
])("%s", (marked) => {
  const title = marked.replaceAll("|", "");
  expect(titlePieces(title).join("|")).toBe(marked);
});

it("takes time in proportion to the title", () => {
  expect(titlePieces("成功".repeat(50_000)).join("")).toHaveLength(100_000);
  expect(titlePieces("“".repeat(100_000)).join("")).toHaveLength(100_000);
  expect(titlePieces("在".repeat(100_000)).join("")).toHaveLength(100_000);
});
