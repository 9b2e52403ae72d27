/**
 * Words with a character that only sounds or looks right. Chinese does not part its words, so the same
 * characters may be right where two words meet: 申|报导|师, 深|沉缅|怀. Each entry has the contexts in which
 * they are right, and those in which no other reading is left: only there may a program write the other
 * word by itself. Idioms, which meet nothing by chance, stand in confusable-idioms.ts.
 * Source: 现代汉语词典 (7th edition), 第一批异形词整理表 (GF 1001-2001) for 账.
 */

import { SURNAMES } from "./surnames.js";

export interface ConfusableWord {
  readonly wrong: string;
  readonly right: string;
  /** told with the finding, where the pair needs it */
  readonly because?: { readonly zh: string; readonly en: string };
  /** matched against what stands in front, up to its end: the characters are right there */
  readonly notBehind?: RegExp;
  /** matched against what stands behind, from its start: the characters are right there */
  readonly notBefore?: RegExp;
  /** matched against what stands in front: it is wrong only there */
  readonly onlyBehind?: RegExp;
  /** matched against what stands behind: it is wrong only there */
  readonly onlyBefore?: RegExp;
  /** it is wrong only in one of these, whatever the above say */
  readonly onlyIn?: readonly WordContext[];
  /** where the right word is beyond doubt: everywhere (of the above), or in one of these; else nowhere */
  readonly certain?: true | readonly WordContext[];
}

/** What has to stand around a word; both, where both are given. */
export interface WordContext {
  readonly behind?: RegExp;
  readonly before?: RegExp;
}

const TENT = /[蚊营军帷纱罗升绡青中大主]$/;
const TENT_BEHIND = /^[篷幕幔帘内外上下里中前子顶钩门绳]/;
/** 藉 by itself is 借: 我国|藉此机会 */
const BY_MEANS_OF = /^[此由以助着口故机手重词]/;
/** 侯 is a surname as well: 当时|侯主任在场 */
const PERSON_BEHIND =
  /^(?:某|姓|氏|家|老|[\p{Script=Han}]{0,2}(?:主任|主席|书记|馆长|会长|局长|部长|处长|科长|站长|所长|院长|校长|镇长|乡长|队长|组长|理事长|秘书长|老师|教授|先生|女士|同志|师傅|院士|博士|医生|研究员|工程师|同学))/u;
/** 志愿者李|松驰 */
const SURNAME_IN_FRONT = `(?:^|[、，。；：（“\\s和与由]|[愿记]者|[队会学教]员|同学|教师|老师|主任|教授)[${SURNAMES}]$`;
const END = "$|[，。；：、！？”》）\\n]";

/** What 卷 makes with the character behind it. */
const ROLLS = /^[土入走出动起尺帘轴发烟册闸心宗子缩曲成首幅]/;
const BEHIND_COUPON = /^(?:$|[，。；：、！？”》）\n\d]|[的等和与及或共]|发放|活动|使用|核销|领取|兑换)/;

export const CONFUSABLE_WORDS: readonly ConfusableWord[] = [
  {
    // 这座|落成的展馆, 讲座|落在实处
    wrong: "座落",
    right: "坐落",
    onlyBefore: /^[于在着]/,
    notBehind: /[一二两三四五几这那该每整各讲星底宝客茶卡让就满首末王基灯插车雅上入空主]$/,
    certain: [{ behind: /(?:^|[，。；：、“（\n馆院校园楼厦塔村镇庙址厂区店寺桥])$/ }],
  },
  { wrong: "帐号", right: "账号", notBehind: TENT, notBefore: /^[令角炮]/, certain: true },
  { wrong: "帐户", right: "账户", notBehind: TENT, notBefore: /^外/, certain: true },
  { wrong: "帐单", right: "账单", notBehind: TENT, notBefore: /^[价个独层人双]/, certain: true },
  {
    wrong: "帐目",
    right: "账目",
    notBehind: /[蚊营军帷纱罗升绡青中挂]$/,
    notBefore: /^[前标]/,
    certain: true,
  },
  { wrong: "记帐", right: "记账", notBefore: TENT_BEHIND, certain: true },
  { wrong: "结帐", right: "结账", notBefore: TENT_BEHIND, certain: true },
  { wrong: "转帐", right: "转账", notBefore: TENT_BEHIND, certain: true },
  { wrong: "对帐", right: "对账", notBefore: TENT_BEHIND, certain: true },
  { wrong: "台帐", right: "台账", notBefore: TENT_BEHIND, certain: true },
  { wrong: "付帐", right: "付账", notBefore: TENT_BEHIND, certain: true },
  {
    // 公布|署名, 发布|署名文章, 宣布|署理
    wrong: "布署",
    right: "部署",
    notBehind: /(?:[公发颁宣散分遍瀑帆棉幕桌麻纱]|(?<![严周缜])密)$/,
    notBefore: /^[名理]/,
    certain: true,
  },
  {
    // 过渡|假期, 摆渡
    wrong: "渡假",
    right: "度假",
    notBehind: /[过摆引横偷轮津竞口飞强抢泅]$/,
    certain: [{ before: /^(?:村|区|胜地|酒店|山庄|屋)/ }],
  },
  { wrong: "欢渡", right: "欢度", notBefore: /^[口江河海船]/, certain: true },
  { wrong: "虚渡", right: "虚度", notBehind: /太$/, certain: true },
  {
    wrong: "坐谈会",
    right: "座谈会",
    notBehind: /[围静同席端闲]$/,
    notBefore: /^[议场员后见务前费]/,
    certain: true,
  },
  { wrong: "通迅", right: "通讯", onlyBefore: /^[员社录稿]/, certain: true },
  {
    // 大家|俱到, 三家|俱在
    wrong: "家俱",
    right: "家具",
    notBehind: /[大一二两三四五六七八九十百几各数多全自国专人俩名客行管]$/,
    notBefore: /^[乐备全到在是为已有存佳进损]/,
    certain: [{ before: new RegExp(`^(?:${END}|厂|店|城|市场|馆|企业|公司|行业|制造)`) }],
  },
  {
    // 大幅|射门, 一幅|射箭图
    wrong: "幅射",
    right: "辐射",
    notBehind: /[大增涨降单全一二两三四五几每这那首巨条横画双整半各]$/,
    notBefore: /^[箭门击手程中]/,
    certain: [
      { behind: /(?:电磁|核|热|太阳|防|紫外线|电离|微波)$/ },
      { before: /^(?:源|带动|防护|作用|能力|范围|周边|强度|影响|区域|剂量)/ },
    ],
  },
  {
    wrong: "松驰",
    right: "松弛",
    notBehind: new RegExp(SURNAME_IN_FRONT),
    notBefore: /^[骋援名往]/,
    certain: [
      { behind: /(?:肌肉|皮肤|纪律|管理|思想|神经|作风|韧带|[放宽])$/ },
      { before: /^(?:状态|感|下来|有度|现象|懈怠)/ },
    ],
  },
  {
    // 山脉|博物馆, 人脉|博弈
    wrong: "脉博",
    right: "脉搏",
    notBehind: /[山文人地龙矿水]$/,
    notBefore: /^[物览士大彩会弈]/,
    certain: [{ behind: /(?:时代|把|摸|号|测量?|的)$/ }, { before: /^(?:跳|微弱|加快|次数)/ }],
  },
  { wrong: "编篡", right: "编纂", notBehind: /[改新再]$/, notBefore: /^[改位夺权]/, certain: true },
  {
    wrong: "竣功",
    right: "竣工",
    notBehind: new RegExp(SURNAME_IN_FRONT),
    certain: [
      { behind: /(?:工程|项目|顺利|全面|如期|提前|[已未])$/ },
      { before: /^(?:验收|仪式|典礼|投产|通车|交付)/ },
    ],
  },
  // 严寒|喧闹
  { wrong: "寒喧", right: "寒暄", notBefore: /^[闹嚣嚷哗腾宾]/, certain: true },
  { wrong: "重迭", right: "重叠", notBefore: /^[代出起]/, certain: true },
  {
    // 按|装机容量, 按|装备
    wrong: "按装",
    right: "安装",
    notBefore: /^[机备置载修配饰箱卸车订帧潢甲束扮运裱瓶袋盒货满入船]/,
    certain: [{ before: /^(?:了|工程|调试|使用|空调|路灯|监控|太阳能|电梯|护栏|完成|完毕|到位|维修)/ }],
  },
  // 地震|憾事
  { wrong: "震憾", right: "震撼", notBefore: /^事/, certain: true },
  // 深沉|缅怀
  { wrong: "沉缅", right: "沉湎", onlyBefore: /^(?:于|其中|酒色|往事)/, certain: true },
  { wrong: "拼博", right: "拼搏", notBefore: /^[士览物爱弈大学会导客主]/, certain: true },
  // 叹了口气|慨然应允
  { wrong: "气慨", right: "气概", notBefore: /^[叹然系允当]/, certain: true },
  { wrong: "国藉", right: "国籍", notBefore: BY_MEANS_OF, certain: true },
  { wrong: "书藉", right: "书籍", notBefore: BY_MEANS_OF, certain: true },
  { wrong: "追朔", right: "追溯", notBefore: /^[风月方州城]/, certain: true },
  {
    // 一等|侯, 王某等|侯某
    wrong: "等侯",
    right: "等候",
    notBehind: /[一二三头公]$/,
    notBefore: PERSON_BEHIND,
    certain: [{ before: /^(?:多时|已久|时间|[区室厅]|通知|佳音|期间|检查|就诊|上车|入场|观众|[在着的了])/ }],
  },
  {
    // 慰问|侯某
    wrong: "问侯",
    right: "问候",
    notBehind: /[慰访询请采提追诘盘质顾学]$/,
    notBefore: PERSON_BEHIND,
    certain: [{ before: new RegExp(`^(?:${END}|语|与|和)`) }],
  },
  {
    wrong: "气侯",
    right: "气候",
    notBefore: PERSON_BEHIND,
    certain: [{ before: new RegExp(`^(?:${END}|变化|条件|带|宜人|适宜|温|干|湿|中心|异常|特征|类型|变暖)`) }],
  },
  {
    // 当时|侯主任, 届时|侯老师
    wrong: "时侯",
    right: "时候",
    notBehind: /[当同届及按准定临随平]$/,
    notBefore: PERSON_BEHIND,
    certain: [{ behind: /[的么]$/ }],
  },
  { wrong: "侯选人", right: "候选人", notBehind: /[诸姓]$/, certain: true },
  {
    // 分辨|论点
    wrong: "辨论",
    right: "辩论",
    notBehind: /[分思明甄识]$/,
    notBefore: /^[点据文述坛调]/,
    certain: [{ before: /^(?:赛|会|手|队|场|环节|双方|激烈)/ }],
  },
  // 方针|贬义
  {
    wrong: "针贬",
    right: "针砭",
    notBehind: /[方指时秒分]$/,
    notBefore: /^[值义低职]/,
    certain: [{ before: /^时弊/ }],
  },
  // 海蜇|伏季
  { wrong: "蜇伏", right: "蛰伏", notBehind: /[海蝎蜂]$/, notBefore: /^季/, certain: true },
  // 外交部|暑期
  { wrong: "部暑", right: "部署", notBefore: /^[期假运热季训校天令托气湿往伏去]/, certain: true },
  // 消费|卷土重来, 优惠|卷尺, 明代金|卷轴
  { wrong: "优惠卷", right: "优惠券", notBefore: ROLLS, certain: [{ before: BEHIND_COUPON }] },
  { wrong: "消费卷", right: "消费券", notBefore: ROLLS, certain: [{ before: BEHIND_COUPON }] },
  {
    wrong: "代金卷",
    right: "代金券",
    notBehind: /[明清唐宋元汉隋历古近当现年]$/,
    notBefore: ROLLS,
    certain: [{ before: BEHIND_COUPON }],
  },
  // 蚊帐|蓬松
  { wrong: "帐蓬", right: "帐篷", notBehind: /[蚊床军帷纱]$/, notBefore: /^[松勃乱头]/, certain: true },
  // 停泊|来品茶
  { wrong: "泊来品", right: "舶来品", notBehind: /停$/, certain: true },
];
