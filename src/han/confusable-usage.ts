/**
 * Words that are right somewhere and often stand where another is meant: 截止 and 截至, 登陆 and 登录, 既使 and
 * 即使. The sentence around decides; where it leaves two readings, the other word is only suggested. Source: 现代汉语词典 (7th edition).
 */
import type { ConfusableWord } from "./confusable-words.js";

const UNTIL = {
  zh: "“截止”指到期停止，表示统计到某时用“截至”",
  en: "截止 means to close on a date; up to a date is 截至",
};
const LOG_IN = {
  zh: "进入网站、系统用“登录”，“登陆”是登上陆地",
  en: "signing in to a site is 登录; 登陆 means to land",
};
/** Where a clause begins. */
const CLAUSE_START = /(?:^|[，。；：、（“\n])$/;
/** Where a sentence begins, and what was said last has no term: 报名已经启动。截止4月20日，… */
const SENTENCE_START =
  /(?<!(?:报名|征稿|征文|征集|申报|投稿|启动|开始|即日起)[^。！？\n]{0,10}[。！？])(?<=^|[。！？\n])$/;
const DATE_BEHIND =
  /^(?:20\d\d ?年|\d{1,2} ?[月日号]|今[年日天]|去年|本[月周期]|昨[日天]|上[月周]|[上年月]?[底末])/;
/** The sentence ends with the day, or says what is closed then: 截止到6月30日。 is the term's end. */
const TERM_END =
  /^(?:[^，。；！？\n共已累有达]{1,16}(?:[。；！？\n]|$)|[^。！？\n]{2,20}，共\d+ ?[天日周]|[^。！？\n]{0,40}(?:逾期|过期|不再|截止|为止|关闭|停止|每[人队家组]|每个?(?:单位|学校|团队)|限[报填]|可报|评出)|[^，。！？\n]{1,12}的(?:报名|申报|征集|投稿))/;
/** What has been counted up to that day. */
const COUNTED =
  /^[^。！？\n]{2,40}?(?:[共已]|累计|全[国省市区县]|达到?\d|\d[\d.,，]*[万余多]{0,2}[人名位件项场次个家篇份])/;
const END = "$|[，。；：、！？”》）\\n]";

const RECORD = {
  zh: "最好成绩是“纪录”，“记录”是记下来的材料",
  en: "the best result is 纪录; 记录 is what is written down",
};
/** 记录 that is written down: 记录本, 记录方式 */
const NOTES = /^(?:[本仪员片者册单表簿卡人稿]|方[式法]|手段|格式|载体|形式|流程|系统|制度|内容)/;
/** Not 高二|个别, 老二|家, 二|家人. */
const TWO_OF: readonly (readonly [string, RegExp])[] = [
  ["个", /^(?![别体人性案头])/],
  ["家", /^(?:企业|单位|公司|医院|机构|学校|商户|银行|科技馆|媒体)/],
  ["件", /^(?!套)/],
];

export const CONFUSABLE_USAGE: readonly ConfusableWord[] = [
  ...["截止目前", "截止现在", "截止当前", "截止发稿"].map(
    (wrong): ConfusableWord => ({
      wrong,
      right: wrong.replace("截止", "截至"),
      because: UNTIL,
      onlyBehind: CLAUSE_START,
      certain: true,
    }),
  ),
  // At the start of a clause: 报名截止3月20日 may well be 截止.
  ...["截止到", "截止至", "截止"].map(
    (wrong): ConfusableWord => ({
      wrong,
      right: "截至",
      because: UNTIL,
      onlyBehind: CLAUSE_START,
      onlyBefore: DATE_BEHIND,
      notBefore: TERM_END,
      certain: [{ behind: SENTENCE_START, before: COUNTED }],
    }),
  ),
  {
    // Films, books and goods land on a platform (短片登陆网络平台); readers log in.
    wrong: "登陆",
    right: "登录",
    because: LOG_IN,
    onlyBefore:
      /^ ?\ufffc|^(?![舱艇舰器作战前后时点以期地场队]|平台[舰型]|火星|月[球面]|小行星)(?:[^，。；：、！？\s]{0,10}?)(?:网站|官网|网址|网页|平台|系统(?!性)|账号|邮箱|客户端|小程序|公众号|APP|App)/,
    notBehind:
      /(?:台风|飓风|气旋|寒潮|抢滩|滩头|岛|月球|火星|探测器|飞船|部队|海军|两栖|诺曼底|影?片|电影|剧|动画|节目|歌曲|专辑|书|刊|小说|作品|课程|展览|游戏|广告|海报|产品|新品|特产|品牌|成果|技术|服务|机器人|直播)[^，。；]{0,8}$/,
    certain: [
      {
        behind:
          /(?:请|可以?|须|需要?|应|直接|及时|自行|实名|点击|扫码|必须|无法|不能|重新|手机|电脑|用户|观众|考生|学员|居民|市民|读者|会员|家长|教师|学生|群众)$/,
      },
      {
        before:
          /^[^。！？]{2,24}(?:填报|填写|注册|报名|查询|查看|查阅|预约|申报|申请|提交|上传|下载|投票|投稿|答题|办理|缴费|打印|登记|签到|核对|浏览)/,
      },
    ],
  },
  {
    // 既|使…，又/也…: a pair of its own
    wrong: "既使",
    right: "即使",
    onlyBefore: /^(?:是(?![否非])|再|如此|[^。！？；]{1,40}[也仍])/,
    notBefore:
      /^再(?:就业|生|次|婚|造|保|教育|创)|^(?!是(?!非)|再|如此|下[雨雪]|刮风|天[冷热]|遇[到上]|失败)[^。！？；]{1,40}(?:[又更且]|同时|，[也还]|[也还][使让令为])/,
    certain: [{ before: /^(?:是(?![否非])|再|如此)/ }],
  },
  // 立|即要, 即|要求; 扫码即能预约
  {
    wrong: "即要",
    right: "既要",
    notBehind: /[立当随旋在]$/,
    onlyBefore: /^(?!求)[^。！？；]{1,24}又要/,
  },
  { wrong: "即能", right: "既能", onlyBehind: CLAUSE_START, onlyBefore: /^[^。！？；]{1,24}又能/ },
  {
    // 做|为民服务的, 做|为我国争光的
    wrong: "做为",
    right: "作为",
    onlyBehind: CLAUSE_START,
    onlyBefore: /^(?:[一两三]|本[次届]|此次|全[国省市区县]|国内|首|东道主|主办|承办|重[点要]|我[国省市区县])/,
    certain: [
      {
        before:
          /^(?:一[名个位种项支所座门级员]|本[次届]|此次|东道主|主办|承办|全[省市区县]首|首[个批家次届位条座])/,
      },
    ],
  },
  // 之一|但, 立即|然后, 自己|经历, 以|经济: at the beginning of a clause alone, and never without asking
  { wrong: "一但", right: "一旦", onlyBehind: CLAUSE_START },
  { wrong: "即然", right: "既然", onlyBehind: CLAUSE_START, notBefore: /^后/ },
  {
    wrong: "己经",
    right: "已经",
    notBehind: /[自知利克律为异审推]$/,
    notBefore: /^(?:历|验|得|受|营|手|常|过|济|费|办|意)/,
  },
  {
    wrong: "以经",
    right: "已经",
    notBehind: /[所可足予得加难用]$/,
    onlyBefore: /^(?:完成|成为|形成|建成|开始|结束|达到|取得|超过|启动|投入|基本|全部|全面)/,
  },
  {
    // 评选|拨付, 遴选|拨款
    wrong: "选拨",
    right: "选拔",
    notBehind: /[评筛遴优竞候入所甄]$/,
    onlyBefore: /^(?:队员|人才|干部|优秀|运动员|选手|赛|考试|出(?![资专款]))/,
    certain: [{ before: /^(?!出)/ }],
  },
  {
    // 创新|记录方式
    wrong: "新记录",
    right: "新纪录",
    because: RECORD,
    onlyBehind: /(?:创[造下出了]了?|[再屡]创|创[^新，。；：！？]{1,6}|打破|刷新)[^，。；：！？]{0,4}$/,
    notBefore: NOTES,
  },
  {
    wrong: "记录",
    right: "纪录",
    because: RECORD,
    onlyBehind: /打破了?(?:[^，。；：！？新]{0,6}[校省市国界会史洲赛队])?$/,
    notBefore: NOTES,
  },
  {
    // 为人|正直, 正直的, at the beginning of a clause with a time behind it
    wrong: "正直",
    right: "正值",
    onlyBehind: CLAUSE_START,
    onlyBefore: /^(?![的善无之]|是)[^，。；：！？]{2,12}(?:时节|之际|之时|季节|期间)/,
  },
  ...TWO_OF.map(
    ([classifier, onlyBefore]): ConfusableWord => ({
      wrong: `二${classifier}`,
      right: `两${classifier}`,
      because: { zh: "量词前用“两”", en: "in front of a classifier two is 两" },
      notBehind: /[第十百千万亿零〇一二三四五六七八九两几初高大小老周期之其月王赵钱孙李\d.（(]$/,
      onlyBefore,
    }),
  ),
  { wrong: "按步就班", right: "按部就班" },
  {
    // 天然气|份额
    wrong: "气份",
    right: "气氛",
    notBehind: /[燃然煤油沼电蒸]$/,
    onlyBefore: /^(?:热烈|浓厚|活跃|融洽|浓郁|高涨)/,
    certain: true,
  },
  {
    // 申报|导师, 上报|导致, 汇报|导向; a variant that the dictionary has
    wrong: "报导",
    right: "报道",
    notBehind: /[上申汇填呈禀通举回酬海情警年月简快画捷喜战周晚早日公学预电板]$/,
    notBefore: /^[师致向引入读航演出员则游购图语轨论体电热弹管盲览诊播流]/,
  },
  // What hiring taught is a 启示 as well.
  ...["招聘启示", "征文启示", "征稿启示", "寻人启示"].map(
    (wrong): ConfusableWord => ({
      wrong,
      right: wrong.replace("启示", "启事"),
      notBefore: /^[录我们着人于]/,
      certain: [{ before: new RegExp(`^(?:${END}|已|发布|刊登|张贴|如下)`) }],
    }),
  ),
];

/** 其它 is no error in every house: the dictionary lists both, and 其他 does for persons and things. */
export const OTHER_THINGS: ConfusableWord = {
  wrong: "其它",
  right: "其他",
  // 尤其|它, 与其|它…不如
  notBehind: /[尤何莫]$/,
  certain: [{ behind: /(?:^|[^与任听若极])$/ }],
};
