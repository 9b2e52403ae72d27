/** Why typed lines end: pasted paragraphs, wrapped mail, and what nobody can tell. */
import { describe, expect, it } from "vitest";
import { judgeLineEnds, measureOf } from "../../src/han/line-ends.js";

/** name, lines, one letter for each line but the last: p(aragraph), w(rap), u(nsure) */
const CASES: readonly (readonly [string, readonly string[], string])[] = [
  ["final marks", ["3月12日，市科协召开会议。", "会议传达了文件精神。", "会议要求抓好落实。"], "pp"],
  ["a final mark inside quotes or brackets", ["他说：“来了！”", "大家鼓掌。（图略）", "完。"], "pu"],
  ["typed indents", ["　　3月12日，市科协召开会议", "　　会议传达了文件精神", "    会议要求"], "pp"],
  [
    "heads",
    ["工作安排如下：", "一、抓落实", "（二）抓宣传", "1．抓培训", "2、抓考核", "第三，抓总结"],
    "ppppp",
  ],
  ["a head above its text", ["一、基本情况", "3月12日，市科协召开会议。"], "p"],
  ["items counted in words", ["要求如下：", "一是抓落实；", "二是抓宣传。"], "pp"],
  [
    "a headline that its first sentence repeats",
    ["云岭区科协召开工作推进会", "云岭区科协召开会议，部署工作。"],
    "p",
  ],
  ["a headline above the day", ["云岭区科协召开工作推进会", "3月12日，会议召开，部署工作。"], "p"],
  ["a unit and the day below the text", ["会议顺利结束。", "云岭区科协", "2026年3月12日"], "pp"],
  ["a sentence that somebody broke", ["会议强调，各部门要高度重视", "抓好落实。"], "u"],
  ["labels", ["时间：3月10日", "地点：示例科技馆"], "u"],
  ["a head that is too long to be one", [`一、${"科".repeat(19)}`, "3月12日，会议召开。"], "u"],
  ["a head as long as one may be", [`一、${"科".repeat(18)}`, "会议召开。"], "p"],
  ["a headline of seven characters", ["云岭区召开会议", "云岭区召开会议，部署工作。"], "u"],
  ["a headline of eight characters", ["云岭区科协开会了", "云岭区科协开会了，部署工作。"], "p"],
  ["a headline of forty characters", [`云岭区科协${"推".repeat(35)}`, "云岭区科协开会，部署工作。"], "p"],
  ["a headline of forty-one characters", [`云岭区科协${"推".repeat(36)}`, "云岭区科协开会，部署工作。"], "u"],
  ["words shared by their ends alone", ["全市召开推进会议啦啦", "昨天推进会议"], "p"],
  ["three shared characters", ["全市召开推进会某某某", "昨天推进会之"], "u"],
  ["a headline alone is the first line", ["甲乙", "云岭区科协召开工作推进会", "3月12日，会议召开。"], "uu"],
  ["verse", ["科技逐梦未来", "创新赋能成长"], "u"],
  ["一、二 in a sentence is no head", ["按照要求启动", "一、二级响应。"], "u"],
  ["（二）项 is no head", ["根据第三条第", "（二）项办理。"], "u"],
  ["3、4月 is no head", ["活动安排在", "3、4月举行。"], "u"],
  [
    "mail of one measure",
    [
      "示例市科协举办学术交流会，来自高校、科研院",
      "所和企业的百余名学者参加，会议围绕城市更新",
      "展开讨论。",
    ],
    "ww",
  ],
  [
    "two paragraphs of one measure, the first ends short",
    [
      "示例市科协举办学术交流会，来自高校、科研院",
      "所和企业的学者参加。",
      "会议围绕城市更新与绿色发展展开讨论，提出意",
      "见建议二十余条，将汇总整理后报送有关部门参",
      "考。",
    ],
    "wpww",
  ],
  [
    "a full stop that happens to fill the measure",
    [
      "示例市科协举办学术交流会，来自高校、科研院",
      "所和企业的百余名学者参加，会议围绕城市更新",
      "与绿色发展开展了深入讨论，取得了丰硕成果。",
      "会议还提出意见建议二十余条。",
    ],
    "wwu",
  ],
];

describe("a line ends", () => {
  it.each(CASES)("%s", (_name, lines, ends) => {
    const letters = { paragraph: "p", wrap: "w", unsure: "u" };
    const judged = judgeLineEnds(lines, measureOf([lines]));
    expect(judged.map((end) => letters[end]).join("")).toBe(ends);
  });
});

describe("a measure", () => {
  it("is seen in the paragraphs of an item together", () => {
    const first = ["示例市科协举办学术交流会，来自高校、科研院", "所和企业的学者参加。"];
    const second = ["会议围绕城市更新与绿色发展展开讨论，提出意", "见建议二十余条。"];
    expect(measureOf([first])).toBeUndefined();
    expect(measureOf([first, second])).toBe(21);
  });

  it("is none of a list of addresses", () => {
    const lines = [
      "主办单位：示例市科学技术协会，示例市教育局等",
      "承办单位：示例市青少年科技活动中心，科技馆等",
      "协办单位：示例市各区科协，各中小学。",
    ];
    expect(measureOf([lines])).toBeUndefined();
  });
});
