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
  ["verse of one measure", ["科技逐梦未来", "创新赋能成长"], "v"],
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
  [
    "verse of four lines",
    ["红旗漫卷映山红，", "党旗飘飘唱东风。", "不忘初心跟党走，", "砥砺前行立新功。"],
    "vvv",
  ],
  [
    "a full line above a typed indent",
    [
      "示例市科协举办学术交流会，来自高校、科研院",
      "所和企业的百余名学者参加，会议围绕城市更新",
      "与绿色发展开展了深入讨论，听取了各方的意见",
      "　　会议还提出意见建议二十余条。",
    ],
    "wwu",
  ],
  [
    "a full line above a head",
    [
      "示例市科协举办学术交流会，来自高校、科研院",
      "所和企业的百余名学者参加，会议围绕城市更新",
      "与绿色发展开展了深入讨论，听取了各方的意见",
      "一、抓好落实。",
    ],
    "wwu",
  ],
  ["verse of two pauses a line", ["大江流日夜，慷慨歌未央。", "青春逢盛世，奋斗正当时。"], "v"],
  ["verse that is announced", ["诗云：", "一寸光阴一寸金，", "寸金难买寸光阴。"], "uv"],
  [
    "lines of a song as long as those that mail breaks",
    [
      "我们站在新的历史起点上，心潮澎湃激情满怀",
      "我们迎着新的时代曙光里，意气风发斗志昂扬",
      "我们乘着新的改革东风中，扬帆起航破浪前行",
    ],
    "vv",
  ],
  [
    "lines of one length that end in no full stop",
    [
      "春风吹绿了江南岸，我们在这里相聚在一堂",
      "夏日点燃了热情，我们在这里携手共前行呀",
      "秋天我们收获着，谱写美好未来的华丽篇章",
    ],
    "uu",
  ],
  ["short sentences", ["会议开始。", "主席讲话。", "代表发言。"], "pp"],
  ["two sentences of one length", ["会议圆满结束。", "大家合影留念。"], "p"],
  [
    "prose whose lines happen to be alike",
    [
      "示例市科协举办学术交流会，来自高校、科研院",
      "示例市学会举办工作座谈会，来自企业、社区干",
      "部参加了会议。",
    ],
    "ww",
  ],
];

describe("a line ends", () => {
  it.each(CASES)("%s", (_name, lines, ends) => {
    const letters = { paragraph: "p", wrap: "w", verse: "v", unsure: "u" };
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

  it("is fifteen em at least, and exceeded by more than one em at most nowhere", () => {
    const wrapped = (em: number) => [
      `${"会议围绕城市更新，听取各方意见建议".slice(0, em - 1)}由`,
      `${"各区代表，围绕绿色发展作了深入交流".slice(0, em - 1)}由`,
      "大家讨论。",
    ];
    expect(measureOf([wrapped(15)])).toBe(15);
    expect(measureOf([wrapped(14)])).toBeUndefined();
    expect(measureOf([wrapped(15), [`${"推".repeat(15)}。`]])).toBe(15);
    expect(measureOf([wrapped(15), [`${"推".repeat(16)}。`]])).toBeUndefined();
  });

  it("is none of a list of addresses", () => {
    const lines = [
      "主办单位：示例市科学技术协会，示例市教育局等",
      "承办单位：示例市青少年科技活动中心，科技馆等",
      "协办单位：示例市各区科协，各中小学。",
    ];
    expect(measureOf([lines])).toBeUndefined();
  });

  it("is none of lines that all end in a comma", () => {
    const lines = [
      "站在新的起点上，我们心潮澎湃，激情满怀，",
      "迎着曙光，我们意气风发，斗志昂扬向前奔，",
      "朝着目标，奋进。",
    ];
    expect(measureOf([lines])).toBeUndefined();
  });

  it("is seen beside verse", () => {
    const prose = [
      "示例市科协举办学术交流会，来自高校、科研院",
      "所和企业的学者参加，提出了许多好的意见和建",
      "议。",
    ];
    const verse = ["春风拂大地", "科普进万家"];
    expect(measureOf([prose, verse])).toBe(21);
  });
});
