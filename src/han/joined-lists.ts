/**
 * What 和, 及 or 以及 behind a 、 is: the conjunction in front of a list's last part (甲馆、乙馆、和丙馆), the
 * beginning of a word or a name (、和而不同 、和义路), or 和 in the sense of “with” (、和时代同行). Chinese does not
 * tell them apart by form; certain is only what the neighbours leave no choice about.
 */

import { hanPattern } from "./han-pattern.js";
import { isSurname } from "./surnames.js";

export type Joining =
  /** it joins the list's last part, and nothing else can be meant */
  | "certain"
  /** it most likely does */
  | "likely"
  | "none";

/** UTF-16 units that are looked at in front and behind */
const REACH = 40;
const CLAUSE_END = /[，。；：！？…\n\r（）“”‘’《》]/;
const SENTENCE_PART = /[，。；！？\n\r]/;
/** Words and names that begin with 和: 和谐 和平 和而不同 和谈 和为贵 和田 和义路 和尚. */
const WORD_WITH_HE =
  /^[谐平睦解美畅缓田气蔼煦声约风服悦善顺硕静政龙县弦歌盘局洽面牌棋奏鸣音衷合颜林义而谈好婉乐亲珅绅裕润祥丰兴瑞泰盛宁嘉庆惠仁孝厚敬春阳光园苑庄桥孚融氏尚易暄会为议胃记稀暖番某]/;
const WORD_WITH_JI = /^(?:[时格第早物笄锋冠至]|人之|.及)/;
/** 和 + one character + 路: a name (和燕路), for no road is called by one. */
const NAME_OF_PLACE = /^.[路街巷村镇乡坊弄里道山河湖港湾]/;
/** 和 and 及 are surnames: 陶镕、和志强作报告 */
const GIVEN_NAME = hanPattern(
  String.raw`^\p{Script=Han}{1,2}(?:$|[等两二三四五六七八九十作主出参发获讲说为任]|介绍|到会|代表|同志|老师|教授|\d)`,
);
/** 及川乡 */
const PLACE_WITH_JI = hanPattern(String.raw`^\p{Script=Han}{1,2}[路街巷村镇乡县市区]$`);
/** What somebody does with somebody. */
const WITH =
  /同[行台框步]|结伴|为[伴友邻]|一[起道同样]|共|互|相|交[流谈]|对[话决接]|谈|见面|合影|握手|拥抱|比|赛|较量|竞|切磋|说|聊|交道|朋友|结[缘对]|告别|合作|联|面对面|手拉手|心连心|零距离|过招|挂钩|有关|分享|讨论|探讨|沟通|接触|相伴|陪|拉家常|促膝|打成一片/;
/** The part in front begins with a word for “with” too: 与科学结伴、和时代同行 */
const WITH_IN_FRONT = /^[与同跟和向对随为]/;
const DETERMINER = /^(?:各|其他|其它|其中|有关|相关|部分|全体|全[国省市区县]|本[市区县地单]|[“《]|\d)/;
const NOUN =
  /^(?:社区|学校|企业|高校|院校|单位|机关|部门|协会|学会|乡镇|街道|农村|园区|医院|媒体|团体|科研院所|科研机构|机构|家庭|学生|代表|群众|居民|市民|志愿者|教师|老师|专家|学者|干部|科技工作者|家长|员工|职工|农户|技术|人才|资金|项目|管理|培训|设备|产品|个人)/;
/** With whom something is done: behind them the sentence may go on so. */
const PERSON =
  /^(?:学生|代表|群众|居民|市民|志愿者|教师|老师|专家|学者|干部|科技工作者|家长|员工|职工|农户)$/;
/** Behind a noun: the list is over, and the sentence goes on without “with”. */
const LIST_END = /^(?:$|等|的|代表|参加|参与|参展|出席|到[场会]|负责人)/;

/** @param at place of the 、; `word` the conjunction behind it */
export function joiningAt(text: string, at: number, word: string): Joining {
  const start = at + 1 + word.length;
  const behind = upToClauseEnd(text.slice(start, start + REACH));
  const opensMark = /^[“《]/.test(text.slice(start, start + 1));
  const parts = clauseBefore(text.slice(Math.max(0, at - REACH), at)).split("、");
  const goesOn = behind.includes("、");
  const last = parts.at(-1) ?? "";
  const isBehindMark = /[”’》）]/.test(text.charAt(at - 1));
  if (last === "" && !isBehindMark) return "none";
  if (word === "以及") return behind.startsWith("人之") ? "none" : goesOn ? "likely" : "certain";
  const isName = looksLikeName(last) && GIVEN_NAME.test(behind) && !NOUN.test(behind);
  if (word === "及") {
    if (WORD_WITH_JI.test(behind) || isName) return "none";
    return goesOn || PLACE_WITH_JI.test(behind) ? "likely" : "certain";
  }
  if (goesOn || WORD_WITH_HE.test(behind) || NAME_OF_PLACE.test(behind)) return "none";
  if (WITH.test(text.slice(start, start + REACH).split(SENTENCE_PART, 1)[0] ?? "")) return "none";
  if (WITH_IN_FRONT.test(last)) return "none";
  if (isName) return "none";
  const isRow = parts.length > 1 || (isBehindMark && isRowOfMarks(text.slice(Math.max(0, at - REACH), at)));
  if (opensMark || DETERMINER.test(behind)) return isRow ? "certain" : "likely";
  const noun = NOUN.exec(behind)?.[0];
  const isCertain = isRow && LIST_END.test(behind.slice((noun ?? twin(behind, last)).length));
  if (noun !== undefined) return isCertain ? "certain" : PERSON.test(noun) ? "none" : "likely";
  if (twin(behind, last) !== "") return isCertain ? "certain" : "likely";
  return isRow ? "likely" : "none";
}

/** “甲”、“乙”、 or “甲”“乙”、 in front of 和 */
const isRowOfMarks = (before: string): boolean => /[”’》）]、?[“‘《][^，。；：！？\n]*$/.test(before);

/** 乙馆、和丙馆: as long as the part in front, and of its kind by the last character. */
function twin(behind: string, last: string): string {
  const same = behind.slice(0, last.length);
  return last.length > 1 && same.length === last.length && same.at(-1) === last.at(-1) ? same : "";
}

const looksLikeName = (part: string): boolean =>
  part.length >= 2 && part.length <= 3 && isSurname(part.charAt(0)) && !NOUN.test(part);

function upToClauseEnd(text: string): string {
  const end = text.search(CLAUSE_END);
  return end < 0 ? text : text.slice(0, end);
}

function clauseBefore(text: string): string {
  let start = text.length;
  while (start > 0 && !CLAUSE_END.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start);
}
