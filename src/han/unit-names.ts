/**
 * What looks like the name of a unit (云岭区科协, 青山小学) and what like a person's (张三, 欧阳某某). Names
 * of units are known by how they end; who has a register of units asks that first.
 */
import { hanPattern } from "./han-pattern.js";
import { isSurname } from "./surnames.js";

/** Endings of names of organisations, public bodies and places that send in news. */
const UNIT_END =
  /(?:协|会|局|委|办|院|校|部|处|科|馆|站|所|室|组|队|社|报|台|网|园|厂|店|厅|署|司|(?<![联关体维])系|班|中心|社区|街道|镇|乡|村|县|区|市|省|州|旗|公司|集团|企业|银行|基地|联盟|联合体|大学|中学|小学|书院|党校|学校|幼儿园|支部|总支|政府|机关|政协|人大|团|之家|沙龙|空间|工坊|书屋|讲堂|志愿者|妇联|残联|侨联|文联|工商联)$/u;
/** They end so, and are events, places in a text, or kinds and not names. */
const NO_UNIT_END =
  /(?:座谈|报告|推进|培训|交流|发布|研讨|年|大|晚|运动|展览|博览|音乐|宣讲|分享|说明|动员|总结|表彰|现场|评审|论证|洽谈|家长|例|茶话|恳谈|听证|见面|演唱|招聘|庙|灯|机|社|不|再|体|领|照|约)会$|(?:全|局|内|外|上|下|中|东|西|南|北|胸|头|大)部$|(?:多|等|此|各|之|好|何|到|远|近|深|随|益)处$|(?:主|承|协|举|合|开|筹|创|停|补)办$|(?:地|小|校|园|景|城|市|山|灾|疫|郊|辖|片|民|厂|库|楼)区$|(?:进|入|到|驻|下|建|全|各|送|惠|暖|访|老旧|周边|附近)社区$|(?:闭|开|入|进|出|休|场)馆$|(?:闭|开|入|进|出|游)园$|(?:闭|开|关|门)店$|(?:开|收|早|晚|中|夜|白|上|下|值|加|培训|研修|兴趣)班$|(?:展|大|餐|客|报告|候车)厅$|结合部$|(?:城|超|夜|早)市$|(?:因|如|简|通|晚|日|早|海|预|警|捷|喜|汇|播|申|上|填|呈|转|举|战|墙|板|手抄)报$|(?:平|舞|电|讲|站|露|阳|上)台$|(?:互联|上|官)网$/u;
/** A few endings that events and places share with units are whole names beside these. */
const UNIT_AFTER_ALL = hanPattern(
  String.raw`(?:协|学|研究|委员|基金|商|联合|理事|促进|联谊|工|总|分|居委|村委|议)会$|\p{Script=Han}{2}(?:新|开发|示范|自治|高新|产业)区$`,
);
/** Words in front that begin a remark. */
const REMARK =
  /^(?:见|详见|参见|据|表\d|注|以下|以上|简称|又称|原名|原为|原载|包括|其中|不含|不包|共\d|共计|共有|第[\d一二三四五六七八九十]+[^\d一二三四五六七八九十]?[部组场届期批次个项]|各|多|全体|全[市省区县国镇乡]|[本我该](?:市|区|县|省|街道|社区|校|院|部|处|地|级|国|镇|村|馆|站|局|委|协|会)|部分|有关|相关|等|由|到|请|及|在|把|被|图[为片中]|[左右上下]图|摘自|转自|来自|位于|周[一二三四五六日末]|逢[周星每]|含(?!山)|不|限|凭(?!祥)|详情|欢迎|扫码|敬请|咨询(?!服务|公司|中心)|前身|隶属|地点|即将|附近|直达|终点|下一|\d+[个家所名项]|[一二三四五六七八九十几两]+[个家所名项])/u;
/** Words that stand in clauses and not in names (展览分为三个展区); 自由 and 华为 do. */
const CLAUSE = /[的了已曾]|(?<!自)由|[分划成作称改评选列]为|[\d一二三四五六七八九十两几]+[个项类种]/u;
/** Kinds of places, by what is said of them */
const KIND = /^(?:文明|先进|重点|示范|平安|和谐|智慧|特色|美丽|偏远)(?:村|乡镇|镇|乡|县|区|社区|单位|学校)$/u;
const LONGEST_KIND = 4;
const UNIT_SIGNS = hanPattern(String.raw`^[\p{Script=Han}A-Za-z0-9“”《》·（）()-]+$`);
/** Two characters that are a unit all by themselves. */
const SHORT_UNIT = /^(?:科协|妇联|团委|工会|文联|残联|侨联|社科联|工商联)$/u;
const LONGEST_UNIT = 30;

/** @returns true for words that are formed as names of units are */
export function isUnitName(words: string): boolean {
  if (SHORT_UNIT.test(words)) return true;
  if (words.length < 3 || words.length > LONGEST_UNIT || CLAUSE.test(words) || !UNIT_SIGNS.test(words))
    return false;
  // 示例市科协（学会部） ends as what stands in front of its brackets, too.
  const name = words.replace(/[（(][^（）()]*[）)]$/u, "");
  if (!UNIT_END.test(name) || REMARK.test(words) || (words.length <= LONGEST_KIND && KIND.test(words)))
    return false;
  return !NO_UNIT_END.test(name) || UNIT_AFTER_ALL.test(name);
}

/** 市一小, 三中, 区一医院, 市二幼: how schools and hospitals sign, and too short to be told amid a text. */
const NUMBERED_UNIT = hanPattern(
  String.raw`^(?:[省市区县州旗镇乡]|\p{Script=Han}{2,4})?第?(?:[一二三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?)(?:小|中|幼|高|高中|初中|职高|小学|中学|幼儿园|院|医院|人民医院)$`,
);
const LAID_UNIT = hanPattern(
  String.raw`^(?:[省市区县州旗]|\p{Script=Han}{2,4})?(?:实验|附属?|城关|中心|职业)(?:小|中|幼|高|小学|中学|幼儿园)$`,
);

/** How both end. */
const ENDS_SHORT = /[小中幼高学园院]$/;

/** @returns true for a short form by which a unit signs; elsewhere the same words may be others */
export const isShortUnitName = (words: string): boolean =>
  ENDS_SHORT.test(words) && (NUMBERED_UNIT.test(words) || LAID_UNIT.test(words));

/** 马克·吐温 */
const FOREIGN_NAME = hanPattern(String.raw`^\p{Script=Han}{1,6}·\p{Script=Han}{1,8}$`);
const HAN_NAME = hanPattern(String.raw`^\p{Script=Han}{2,4}$`);
const COMPOUND_SURNAMES =
  /^(?:欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|司空|端木|东方|西门|南宫|独孤|轩辕|呼延|闻人|申屠|太史)/u;

/** @returns true for two to four Han that begin with a surname, or a name with a middle dot */
export function isPersonName(words: string): boolean {
  if (words.includes("·")) return FOREIGN_NAME.test(words);
  if (!HAN_NAME.test(words)) return false;
  const isName = COMPOUND_SURNAMES.test(words)
    ? words.length > 2
    : words.length <= 3 && (isSurname(words.charAt(0)) || words.startsWith("某"));
  return isName && !NO_NAME.test(words);
}

/** Words of remarks that begin as names do. */
const NO_NAME =
  /^(?:全文|完结|待续|图略|文略|万元|万人|时间|简报|简讯|简介|成员|成立|单位|管理|项目|应邀|连载|文字|文图|华东|华北|向上|向下|高级|高中|安全|平安|包括|关于|关注|解释|解读|明年|明天|白天|时任|方案|应急|余下|余略|古代|吉祥|全部|全体|全市|全省|全国|全区|全县|和谐|商业|何时|何处|何人|成果|成绩|成效|毕业|章程|路线|路演|游客|于今|左右|左图|石油|江苏|河南|金额|金融|程序|高校|高新|马上|石家庄|万余|连续|路上|边缘|房间|房屋|农业|农村|农民|官方|师生|师范|盛况|文件|文艺|文化|史料|雷达|白色|黄色|蓝色|项下|单项|简称|练习|解答|周[一二三四五六日末边])/u;
