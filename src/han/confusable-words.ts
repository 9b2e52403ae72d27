/**
 * Words that are certain errors: a character that sounds or looks alike stands for another. Each has the
 * places at which the same characters are right, because Chinese does not part its words: 申|报导|师 is no
 * 报导. What is right in some contexts and wrong in others has the context in which it is wrong.
 * Source: 现代汉语词典 (7th edition), 第一批异形词整理表 (GF 1001-2001) for 账.
 */

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
}

const UNTIL = {
  zh: "“截止”是到期停止，表示统计到某时用“截至”",
  en: "截止 is to close; up to a date is 截至",
};
const LOG_IN = {
  zh: "进入网站、系统用“登录”，“登陆”是登上陆地",
  en: "one signs in with 登录; 登陆 is to land",
};
const CLAUSE_START = /(?:^|[，。；：、（“\n])$/;
const DATE_BEHIND =
  /^(?:20\d\d ?年|\d{1,2} ?[月日号]|目前|今[年日天]|去年|本[月周期]|昨[日天]|上[月周]|发稿|现在|当前|[上年月]?[底末])/;
const PAYING = /[支交给应垫预拨兑托对偿缴首]$/;
const TENT = /[蚊营军帷]$/;

export const CONFUSABLE_WORDS: readonly ConfusableWord[] = [
  // At the start of a clause: 报名截止3月20日 may well be 截止.
  { wrong: "截止到", right: "截至", because: UNTIL, onlyBehind: CLAUSE_START, onlyBefore: DATE_BEHIND },
  { wrong: "截止至", right: "截至", because: UNTIL, onlyBehind: CLAUSE_START, onlyBefore: DATE_BEHIND },
  { wrong: "截止", right: "截至", because: UNTIL, onlyBehind: CLAUSE_START, onlyBefore: DATE_BEHIND },
  // 这座|落成的展馆, 一座|落在山间的小院
  { wrong: "座落", right: "坐落", onlyBefore: /^[于在着]/, notBehind: /[一二两三几这那该每整各]$/ },
  { wrong: "帐号", right: "账号", notBehind: TENT },
  { wrong: "帐户", right: "账户", notBehind: TENT, notBefore: /^外/ },
  { wrong: "帐单", right: "账单", notBehind: TENT, notBefore: /^[价个]/ },
  { wrong: "帐目", right: "账目", notBehind: TENT, notBefore: /^前/ },
  { wrong: "记帐", right: "记账", notBefore: /^[篷幕]/ },
  { wrong: "结帐", right: "结账", notBefore: /^[篷幕]/ },
  { wrong: "转帐", right: "转账", notBefore: /^[篷幕]/ },
  { wrong: "对帐", right: "对账", notBefore: /^[篷幕内外]/ },
  { wrong: "台帐", right: "台账", notBefore: /^[篷幕]/ },
  {
    wrong: "登陆",
    right: "登录",
    because: LOG_IN,
    onlyBefore:
      /^ ?\ufffc|^(?![舱艇器作战前后时点以期])(?:[^，。；：、！？\s]{0,10}?)(?:网站|官网|网址|网页|平台|系统(?!性)|账号|邮箱|客户端|小程序|公众号|APP|App)/,
    notBehind: /(?:台风|飓风|抢滩|月球|火星|部队|诺曼底|寒潮)[^，。；]{0,6}$/,
  },
  // 公布|署名, 发布|署名文章
  { wrong: "布署", right: "部署", notBehind: /[公发颁宣散]$/, notBefore: /^名/ },
  { wrong: "既使", right: "即使", notBefore: /^[^。！？；]{1,40}(?:又|[也还][使让令为])/ },
  { wrong: "即要", right: "既要", onlyBefore: /^[^。！？；]{1,24}又要/, notBehind: /[立当随旋在]$/ },
  { wrong: "即能", right: "既能", onlyBefore: /^[^。！？；]{1,24}又能/, notBehind: /[立当随旋在]$/ },
  // 当做为, 做|为民服务的
  {
    wrong: "做为",
    right: "作为",
    onlyBehind: CLAUSE_START,
    onlyBefore: /^(?:[一两三]|本[次届]|此次|全[国省市区县]|国内|首|东道主|主办|承办|重[点要]|我[国省市区县])/,
  },
  // 申报|导师, 上报|导致, 汇报|导向
  {
    wrong: "报导",
    right: "报道",
    notBehind: /[上申汇填呈禀通举回酬海情警年月简快]$/,
    notBefore: /^[师致向引入读航演出员则游购图语轨论体电热弹管盲]/,
  },
  // 过渡|假期, 摆渡
  { wrong: "渡假", right: "度假", notBehind: /[过摆引横偷]$/ },
  { wrong: "欢渡", right: "欢度" },
  { wrong: "虚渡", right: "虚度" },
  { wrong: "坐谈会", right: "座谈会" },
  { wrong: "招聘启示", right: "招聘启事" },
  { wrong: "征文启示", right: "征文启事" },
  { wrong: "征稿启示", right: "征稿启事" },
  { wrong: "寻人启示", right: "寻人启事" },
  { wrong: "通迅", right: "通讯", onlyBefore: /^[员社录稿]/ },
  { wrong: "家俱", right: "家具", notBefore: /^[乐备全]/ },
  { wrong: "幅射", right: "辐射", notBehind: /[大增涨降单全]$/ },
  { wrong: "松驰", right: "松弛", notBefore: /^[骋援名]/ },
  { wrong: "脉博", right: "脉搏", notBefore: /^[物览士大彩会]/ },
  { wrong: "编篡", right: "编纂" },
  { wrong: "竣功", right: "竣工" },
  { wrong: "寒喧", right: "寒暄" },
  { wrong: "重迭", right: "重叠", notBefore: /^代/ },
  { wrong: "付帐", right: "付账" },
  // 按|装机容量, 按|装备
  { wrong: "按装", right: "安装", notBefore: /^[机备置载修配饰箱卸车订帧]/ },
  { wrong: "震憾", right: "震撼" },
  { wrong: "沉缅", right: "沉湎" },
  { wrong: "拼博", right: "拼搏", notBefore: /^[士览物爱]/ },
  { wrong: "气慨", right: "气概" },
  { wrong: "国藉", right: "国籍" },
  { wrong: "书藉", right: "书籍" },
  { wrong: "追朔", right: "追溯" },
  { wrong: "等侯", right: "等候" },
  { wrong: "问侯", right: "问候" },
  { wrong: "气侯", right: "气候" },
  { wrong: "时侯", right: "时候" },
  { wrong: "侯选人", right: "候选人" },
  // 分辨|论点
  { wrong: "辨论", right: "辩论", notBehind: /[分思明甄识]$/, notBefore: /^[点据文述坛]/ },
  { wrong: "走头无路", right: "走投无路" },
  { wrong: "不负重望", right: "不负众望" },
  { wrong: "针贬", right: "针砭" },
  { wrong: "痉孪", right: "痉挛" },
  { wrong: "蜇伏", right: "蛰伏" },
  { wrong: "循私舞弊", right: "徇私舞弊" },
  { wrong: "粗旷", right: "粗犷" },
  { wrong: "园满完成", right: "圆满完成" },
  { wrong: "园满成功", right: "圆满成功" },
  { wrong: "园满落幕", right: "圆满落幕" },
  { wrong: "园满结束", right: "圆满结束" },
  // 外交部|暑期
  { wrong: "部暑", right: "部署", notBefore: /^[期假运热]/ },
  // 支付|主任医师
  { wrong: "付主席", right: "副主席", notBehind: PAYING },
  { wrong: "付主任", right: "副主任", notBehind: PAYING, notBefore: /^[医护]/ },
  { wrong: "付秘书长", right: "副秘书长", notBehind: PAYING },
  { wrong: "付局长", right: "副局长", notBehind: PAYING },
  { wrong: "付会长", right: "副会长", notBehind: PAYING },
  { wrong: "付理事长", right: "副理事长", notBehind: PAYING },
  { wrong: "付书记", right: "副书记", notBehind: PAYING },
  { wrong: "付教授", right: "副教授", notBehind: PAYING },
  { wrong: "付研究员", right: "副研究员", notBehind: PAYING },
  { wrong: "再接再励", right: "再接再厉" },
  { wrong: "迫不急待", right: "迫不及待" },
  { wrong: "一愁莫展", right: "一筹莫展" },
  { wrong: "默守成规", right: "墨守成规" },
  { wrong: "名列前矛", right: "名列前茅" },
  { wrong: "甘败下风", right: "甘拜下风" },
  { wrong: "一如继往", right: "一如既往" },
  { wrong: "出奇不意", right: "出其不意" },
  { wrong: "穿流不息", right: "川流不息" },
  { wrong: "鼎立相助", right: "鼎力相助" },
  { wrong: "相辅相承", right: "相辅相成" },
  { wrong: "不径而走", right: "不胫而走" },
  { wrong: "谈笑风声", right: "谈笑风生" },
  { wrong: "有口皆卑", right: "有口皆碑" },
  { wrong: "蜂涌而至", right: "蜂拥而至" },
  { wrong: "耳熟能祥", right: "耳熟能详" },
  { wrong: "融汇贯通", right: "融会贯通" },
  { wrong: "因地制益", right: "因地制宜" },
];

/** 其它 is no error in every house: the dictionary lists both, and 其他 does for persons and things. */
export const OTHER_THINGS: ConfusableWord = { wrong: "其它", right: "其他" };
