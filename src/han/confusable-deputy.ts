/**
 * 付 where a deputy (副) is meant. 付 is a surname as well: 付主任介绍情况 is right of a director of that name. It is told
 * only where no surname can stand: behind words that ask for a post (担任, 常务, 3名) and in front of a name (付院长王明).
 * Even there the other word is only suggested.
 */
import type { ConfusableWord } from "./confusable-words.js";

const POSTS =
  "主席 主任 主任委员 秘书长 局长 会长 理事长 书记 教授 研究员 院长 校长 馆长 部长 处长 科长 所长 站长 市长 县长 区长 镇长 乡长 组长 队长 厅长 司长 行长 社长 总经理 董事长 总工程师 总编辑 主编".split(
    " ",
  );

const BECAUSE = {
  zh: "表示副职用“副”，“付”在这里不像是姓",
  en: "a deputy is 副, and 付 hardly is a surname here",
};
const PAYING = /[支交给应垫预拨兑托对偿缴首实代]$/;
/** 付|会长单位会费, 付|主任医师劳务 */
const PAID = /^(?:单位|[医护们费薪酬台团]|工资|劳务|的?助理)/;

/** What a post stands behind, and hardly somebody's surname. */
const ASKS_FOR_POST =
  /(?:(?:担任|兼任|现任|历任|任命|当选|选举|推选|推举|增选|补选|选出|产生|聘任?|增补|提任|晋升|晋为|(?<!主)任|选)(?:为|了)?|(?:党委|党组|党支部|党总支|总支|支部|纪委|工委)|常务|第一|名誉|\d+ ?[名位个]|[一两二三四五六七八九十]{1,2}[名位]|[正设])$/u;
/** 付主席5名, 付主任若干名 */
const COUNTED = /^(?:委员)?(?: ?\d+ ?|[一二三四五六七八九十]{1,3}|若干)[名位人]/;
/** Surnames that begin no common word, so that what follows a post is a name: 付院长|王明， */
const NAMED =
  /^(?!陈[述列情设]|郑重|张[罗贴口嘴望]|罗列|韩国|孙[子女]|杜绝|戴[上着好]|苏醒|沈阳|段落|丁点|唐突|秦代|宋代)[王李张刘陈杨赵吴徐孙朱郭罗郑梁宋唐韩冯邓曹彭肖袁潘蔡杜苏魏吕丁沈姚卢崔谭汪廖贾邹孟熊秦邱薛闫段侯龚邵覃戴][\p{Script=Han}]{1,2}(?=$|[，。、；：）)”\n]|同志|一行|介绍|主持|出席|参加|致辞|讲话|表示|指出|带队|率|作[报总])/u;

export const CONFUSABLE_DEPUTY: readonly ConfusableWord[] = POSTS.map((post) => ({
  wrong: `付${post}`,
  right: `副${post}`,
  because: BECAUSE,
  notBehind: PAYING,
  notBefore: PAID,
  onlyIn: [{ behind: ASKS_FOR_POST }, { before: COUNTED }, { before: NAMED }],
}));
