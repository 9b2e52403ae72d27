/** Where titles may be broken; `|` marks the places. */
import type { ElementContent } from "hast";
import { expect, it } from "vitest";
import { titlePieces } from "../../src/editions/html/title-breaks.js";
import {
  breakableTitle,
  breakableTitleLine,
  breakableTitleLines,
} from "../../src/editions/html/title-phrases.js";

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
  // in front of a dash, not inside of one nor behind
  "为什么他们愿意来？|——23位常客访谈",
  // words that the dictionary cuts in pieces
  "学习|《中华人民共和国|公共图书馆法》|座谈会召开",
  // no line ends with an opening bracket or begins with a closing one; half-width ones are parted as those they stand for
  "示例区|学习《科普条例》|座谈会召开",
  "示例区|学习<科普条例>|座谈会召开",
  "示例市科协|举办【科普】云|课堂（第2期）培训",
  "示例市科协|举办[科普]云|课堂(第2期)培训",
  "示例区关于贯彻|落实<科普工作条例>|和|<学会管理办法>|若干意见的通知",
  "一二三四五六七|八九<示例",
  // behind the point of a name
  "“书香禾浚·|悦读同行”",
])("%s", (marked) => {
  const title = marked.replaceAll("|", "");
  expect(titlePieces(title).join("|")).toBe(marked);
});

/** Words on one line in brackets. */
const shown = (children: readonly (string | ElementContent)[]): string =>
  children
    .map((child) => {
      if (typeof child === "string") return child;
      if (child.type !== "element") return child.type === "text" ? child.value : "";
      const inner = shown(child.children);
      return /phrase|whole/.test(String(child.properties.className)) ? `[${inner}]` : inner;
    })
    .join("");

it("leaves the space outside of what stays on a line, for Chromium ends none behind one inside", () => {
  expect(shown(breakableTitle("市图书馆上线AI Reading Assistant 2.0平台"))).toBe(
    "[市图书馆上线][AI Reading] [Assistant 2.0平台]",
  );
  expect(shown(breakableTitle("岚汐Smart City建设专项工作领导小组"))).toBe(
    "[岚汐Smart City建设][专项工作领导小组]",
  );
});

it("parts an address at its marks", () => {
  expect(shown(breakableTitle("https://example.org/very/long/address新网站开通"))).toBe(
    "[https://example][.org/][very/][long/][address][新网站开通]",
  );
});

it("keeps a short line of the author's whole where lines run on", () => {
  expect(shown(breakableTitleLine("启动仪式举行"))).toBe("[启动仪式举行]");
});

it("breaks a title in a row where its author did", () => {
  const lines = ["一手抓阅读推广，一手抓设施建设", "——石渡县基层图书馆建设纪实"];
  const children = breakableTitleLines(lines, lines.join(""));
  expect(shown(children)).toContain("设施建设][——石渡县");
  expect(shown(breakableTitleLines(["推进文旅融合", "讲好禾浚故事"], "推进文旅融合 讲好禾浚故事"))).toBe(
    "[推进文旅融合] [讲好禾浚故事]",
  );
});

it("takes time in proportion to the title", () => {
  expect(titlePieces("成功".repeat(50_000)).join("")).toHaveLength(100_000);
  expect(titlePieces("“".repeat(100_000)).join("")).toHaveLength(100_000);
  expect(titlePieces("在".repeat(100_000)).join("")).toHaveLength(100_000);
});
