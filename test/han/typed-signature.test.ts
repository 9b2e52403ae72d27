/** The signatures that units type, in the forms they use; and remarks that look like them. */
import { describe, expect, it } from "vitest";
import { isSameUnit } from "../../src/han/known-units.js";
import { findSignature } from "../../src/han/typed-signature.js";

const TEXT = "3月12日，志愿者走进社区。";
const context = { units: [], source: undefined, followsFinished: false };

function read(end: string, more: Partial<Parameters<typeof findSignature>[1]> = {}) {
  const text = TEXT + end;
  const found = findSignature(text, { ...context, ...more });
  if (found === undefined) return undefined;
  const { unit, people, others, isSure, start } = found;
  const left = text.slice(0, start).trimEnd();
  return `${unit ?? "-"}|${people.join(",")}|${others.join(",")}${isSure ? "" : "?"}${left === TEXT ? "" : ` ${left}`}`;
}

/** what is typed behind a sentence; unit|persons|what else */
const FORMS: readonly (readonly [string, string])[] = [
  ["（云岭区科协）", "云岭区科协||"],
  ["（梧桐里社区）", "梧桐里社区||"],
  ["（青山街道红旗社区 张三）", "青山街道红旗社区|张三|"],
  ["(云岭区科协)", "云岭区科协||"],
  ["【云岭区科协】", "云岭区科协||"],
  ["（云岭区科协）。", "云岭区科协||"],
  ["(云岭区科协).", "云岭区科协||"],
  ["　（云岭区科协）", "云岭区科协||"],
  ["（云岭区科协　供稿）", "云岭区科协||"],
  ["（云岭区科协供稿）", "云岭区科协||"],
  ["（供稿：云岭区科协）", "云岭区科协||"],
  ["（供稿单位：云岭区科协）", "云岭区科协||"],
  ["（来源：云岭区科协）", "云岭区科协||"],
  ["（稿件来源: 云岭区科协）", "云岭区科协||"],
  ["（云岭区科协 张三 供稿）", "云岭区科协|张三|"],
  ["（云岭区科协张三供稿）", "云岭区科协|张三|"],
  ["（云岭区科协 张三）", "云岭区科协|张三|"],
  ["（云岭区科协张三）", "云岭区科协|张三|"],
  ["（张三 云岭区科协）", "云岭区科协|张三|"],
  ["（云岭区科协：张三）", "云岭区科协|张三|"],
  ["（云岭区科协 张　三）", "云岭区科协|张三|"],
  ["（云岭区科协 张三、李四）", "云岭区科协|张三,李四|"],
  ["（云岭区科协 文/图 张三）", "云岭区科协|张三|"],
  ["（文/图：张三 云岭区科协）", "云岭区科协|张三|"],
  ["（云岭区科协 通讯员张三）", "云岭区科协|张三|"],
  ["（云岭区科协 通讯员 欧阳明月）", "云岭区科协|欧阳明月|"],
  ["（云岭区科协 2026年3月12日）", "云岭区科协||2026年3月12日"],
  ["（示例市科协（学会部））", "示例市科协（学会部）||"],
  ["（云岭区科协、青山小学）", "云岭区科协、青山小学||"],
  ["（云岭区科协张三报道）", "云岭区科协|张三|"],
  ["（云岭区科协 记者 张三 报道）", "云岭区科协|张三|"],
  ["（云岭区科协信息员张三）", "云岭区科协|张三|"],
  ["（文：张三，云岭区科协）", "云岭区科协|张三|"],
  ["（由云岭区科协供稿）", "云岭区科协||"],
  ["（本文由云岭区科协提供）", "云岭区科协||"],
  ["本文由云岭区科协提供。", "云岭区科协||"],
  ["云岭区科协供稿", "云岭区科协||"],
  ["　云岭区科协 供稿", "云岭区科协||"],
  ["供稿单位：云岭区科协", "云岭区科协||"],
  ["来源：云岭区科协", "云岭区科协||"],
  ["\n云岭区科协", "云岭区科协||"],
  ["\n　　　　　　　　云岭区科协", "云岭区科协||"],
  ["\n——云岭区科协", "云岭区科协||"],
  ["\n（云岭区科协）", "云岭区科协||"],
  ["\n云岭区科协\n2026年3月12日", "云岭区科协||2026年3月12日"],
  ["\n        云岭区科协  2026年3月12日", "云岭区科协||2026年3月12日"],
  ["\n（云岭区科协）\n二〇二六年三月十二日", "云岭区科协||二〇二六年三月十二日"],
  ["\n供稿：云岭区科协\n撰稿人：张三\n审核：李四", "云岭区科协|张三|李四"],
  ["\n云岭区科协 张三", "云岭区科协|张三|"],
  ["（图为活动现场）（云岭区科协）", "云岭区科协|| 3月12日，志愿者走进社区。（图为活动现场）"],
  ["（云岭区科协）（责编：李四）", "云岭区科协||李四"],
  ["（云岭区科协 张三/文，李四/审核）", "云岭区科协|张三|李四"],
  ["（编辑：宣传部张大山）", "-||张大山"],
  ["（青山社区 编辑：宣传部张大山）", "青山社区||张大山"],
  ["（云岭区科协 张三，李四/审核）", "云岭区科协|张三|李四"],
  ["供稿人：张三（云岭区科协）", "云岭区科协|张三|"],
  ["（作者：张三 单位：云岭区科协）", "云岭区科协|张三|"],
  ["\n云岭区科协。", "云岭区科协||"],
  ["（云岭科普之家）", "云岭科普之家||"],
  ["（张三）", "-|张三|"],
  ["（通讯员 张三）", "-|张三|"],
  ["（云岭区科协，张三）", "云岭区科协|张三|"],
  ["（供稿：云岭区科协，撰稿：张三）", "云岭区科协|张三|"],
  ["（云岭区科协 科普部）", "云岭区科协科普部||"],
  ["（云岭区科协 科普部 张三）", "云岭区科协科普部|张三|"],
  ["（作者系云岭区科协张三）", "云岭区科协|张三|"],
  ["（云岭区科协 3月12日）", "云岭区科协||3月12日"],
  ["（云岭区科协，2026-03-12）", "云岭区科协||2026-03-12"],
  ["（云岭区科协 张三 摄影报道）", "云岭区科协|张三|"],
  ["（本刊通讯员 张三 云岭区科协）", "云岭区科协|张三|"],
  ["（云岭区科协 信息员 张三）", "云岭区科协|张三|"],
  ["（推荐单位：云岭区科协）", "云岭区科协||"],
  ["（云岭区科协 张三 13800000000）", "云岭区科协|张三|13800000000"],
  ["（云岭区科协 联系人：张三 联系电话：010-5555 0123）", "云岭区科协|张三|010-5555 0123"],
  [
    "\n附件：1.名单\n2.日程\n云岭区科协\n2026年3月13日",
    "云岭区科协||2026年3月13日 3月12日，志愿者走进社区。\n附件：1.名单\n2.日程",
  ],
  ["\n青山中学\n白水中学", "青山中学、白水中学||?"],
];

describe("a signature", () => {
  it("that names a registered unit may stand on its own line below names, not below half a sentence", () => {
    const known = { units: [{ name: "云岭区科协", aliases: [] }] };
    expect(read("名单如下：\n南宫敬\n（云岭区科协）", known)).toBe(`云岭区科协|| ${TEXT}名单如下：\n南宫敬`);
    expect(read("活动由市科协、\n（云岭区科协）", known)).toBeUndefined();
    expect(read("名单如下：\n文化广场\n（云岭区科协）")).toBeUndefined();
  });

  it.each(FORMS)("%j", (end, found) => {
    expect(read(end)).toBe(found);
  });
});

const NONE: readonly string[] = [
  "\n展览分为三个展区。",
  "\n示范点改为两类社区",
  "\n镇里划为六个网格区",
  "",
  "（见附件）",
  "（共3人）",
  "（共3个部）",
  "（图略）",
  "（摄影：张三）",
  "（张三 摄）",
  "\n示例社记者张大山本报记者李小山",
  "（远山青川县刘大国）",
  "（云岭区科协供图）",
  "（完）",
  "（全文完）",
  "（待续）",
  "（周三）",
  "（第二场）",
  "（第三组）",
  "（各区科协）",
  "（周一闭馆）",
  "（逢周三闭园）",
  "（凭身份证入馆）",
  "（报名请登录官网）",
  "（地点在市体育馆）",
  "（含分馆）",
  "（晚八点闭店）",
  "（周六开班）",
  "（和谐社区）",
  "（安全宣传进社区）",
  "（全市）",
  "（以下简称市科协）",
  "（含直属单位）",
  "（单位：万元）",
  "（数据来源：市统计局）",
  "（主办：市科协）",
  "（座谈会）",
  "（由市科协负责）",
  "（来源：网络）",
  "（3月12日）",
  "（张三，李四参加）",
  "\n附件：参展单位\n青山小学",
  "（咨询电话：010-5555 0123）",
  "活动由市科协报送",
  "下一步，市科协将抓好落实",
  "\n2026年3月12日",
  "\n联系人：见附件",
  "\n一、基本情况",
];

describe("no signature", () => {
  it.each(NONE)("%j", (end) => {
    const found = findSignature(TEXT + end, context);
    expect(found?.unit).toBeUndefined();
  });

  it.each(["由主办方负责（云岭区科协）", "两家单位（云岭区科协、青山小学）参加。", "参加单位：\n云岭区科协"])(
    "%j: the words in front go on",
    (text) => {
      expect(findSignature(text, context)).toBeUndefined();
    },
  );
});

describe("报送：, by which a unit signs or says to whom it went", () => {
  const units = [
    { name: "云岭区科协", aliases: ["云岭科协"] },
    { name: "区委办", aliases: [] },
    { name: "青山小学", aliases: [] },
  ];

  it.each([
    "\n报送：区委办、区政府办",
    "\n报送：市科协",
    "\n报送：云岭区科协、青山小学",
    "\n报送：区委办",
    "（报送：区委办、区政府办）",
    "报送：区委办、区政府办",
    "\n报送 区委办",
    "\n抄送：青山小学",
  ])("%j names no unit", (end) => expect(read(end, { units })?.split("|")[0] ?? "-").toBe("-"));

  it("signs where a unit of the house stands alone, or the one of the front matter", () => {
    expect(read("\n报送：云岭科协", { units })).toBe("云岭科协||");
    expect(read("\n报送：市科协", { source: "市科协" })).toBe("市科协||");
    expect(read("\n报送：青山社区、青山小学", { source: "青山社区、青山小学" })).toBe("青山社区、青山小学||");
  });

  it("signs in brackets, beside a person, and behind the unit", () => {
    expect(read("（报送：青山社区）")).toBe("青山社区||");
    expect(read("\n报送：青山社区 张三")).toBe("青山社区|张三|");
    expect(read("\n报送：青山社区　审核：李四")).toBe("青山社区||李四");
    expect(read("\n青山社区报送")).toBe("青山社区||");
    expect(read("\n报送单位：青山社区")).toBe("青山社区||");
  });

  it("is set apart from the signature beside it", () => {
    expect(read("\n（供稿：青山社区 王五　审核：赵六）\n报送：区委办、区政府办")).toBe(
      "青山社区|王五|赵六,报送：区委办、区政府办",
    );
    expect(read("\n青山社区\n报送：云岭区科协", { units })).toBe("青山社区||报送：云岭区科协");
    expect(read("（供稿：青山社区　报送：区委办）")).toBe("青山社区||报送：区委办");
    expect(read("\n抄送：区委办\n青山社区\n2026年3月13日")).toBe("青山社区||抄送：区委办,2026年3月13日");
  });
});

describe("what is known beforehand", () => {
  const units = [{ name: "云岭区科学技术协会", aliases: ["云岭之星"] }];

  it("is a unit whatever its ending", () => {
    expect(read("（云岭之星）")).toBeUndefined();
    expect(read("（云岭之星）", { units })).toBe("云岭之星||");
    expect(read("（云岭之星张三）", { units })).toBe("云岭之星|张三|");
    expect(read("（星桥）", { source: "星桥" })).toBe("星桥||");
  });

  it("makes brackets inside a sentence doubtful and no more", () => {
    for (const text of ["活动由区科协主办（云岭区科协）。", "活动由区科协主办（云岭区科协）"]) {
      expect(findSignature(text, { ...context, source: "云岭区科协" })?.isSure).toBe(false);
      expect(findSignature(text, context)).toBeUndefined();
    }
    expect(findSignature("活动圆满结束（云岭区科协供稿）", context)?.isSure).toBe(true);
  });

  it("tells when two names are one unit", () => {
    expect(isSameUnit("云岭之星", "云岭区科学技术协会", { units })).toBe(true);
    expect(isSameUnit("云岭区科协、青山小学", "青山小学、云岭区科协", { units })).toBe(true);
    expect(isSameUnit("云岭区科协", "云岭区科协 ", { units })).toBe(true);
    expect(isSameUnit("云岭区科协", "青山小学", { units })).toBe(false);
  });
});

describe("every label is read", () => {
  const senders =
    "供稿单位 信息报送单位 报送单位 来稿单位 投稿单位 选送单位 推荐单位 填报单位 撰稿单位 编写单位 作者单位 供稿部门 报送部门 单位 稿件来源 信息来源 文稿来源 稿源 来源 供稿 来稿 报送 投稿 选送";
  const authors =
    "文字 文稿 撰稿 撰文 写稿 执笔 作者 通讯员 记者 本刊记者 本报记者 本网通讯员 本台特约记者 特约通讯员 实习记者 信息员 宣传员 供稿人 报送人 投稿人 联系人 整理 摄影报道 文/图 文、图 图／文 图文 文";
  const others =
    "摄影 摄 供图 图片 图 拍摄 一审 二审 三审 初审 复审 终审 审核 审稿 审校 校对 编辑 责任编辑 责编 编审 签发 监制";

  it.each(senders.split(" "))("%s", (label) => {
    expect(read(`（${label}：云岭区科协）`)).toBe("云岭区科协||");
  });

  it.each(authors.split(" "))("%s", (label) => {
    expect(read(`（云岭区科协 ${label}：张三）`)).toBe("云岭区科协|张三|");
  });

  it.each(others.split(" "))("%s", (label) => {
    expect(read(`（云岭区科协 ${label}：张三）`)).toMatch(/^云岭区科协\|\|(?:摄影：)?张三$/);
  });

  it.each([
    "2026年3月12日",
    "二〇二六年三月十二日",
    "3月12日",
    "电话：010-55550100",
    "联系电话13900000000",
    "手机：13900000000",
    "0888-5550100",
  ])("%s", (words) => expect(read(`（云岭区科协 张三 ${words}）`)).toMatch(/^云岭区科协\|张三\|./));

  it.each([
    "本文由云岭区科协提供",
    "稿件由云岭区科协报送",
    "此稿由云岭区科协撰写",
    "来稿由云岭区科协选送",
    "文稿由云岭区科协投稿",
    "由云岭区科协供稿",
  ])("%s", (words) => expect(read(`（${words}）`)).toBe("云岭区科协||"));
});
