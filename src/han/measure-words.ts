/**
 * Classifiers and units of one character that begin other words as well: 3 人 is three people, while 人工 in
 * 3 人工智能 begins a word of its own, and Mate 60 月销量 speaks of no October. What a number is of can be told
 * only where the word behind it is known.
 */
const WORDS: ReadonlyMap<string, string> = new Map(
  (
    "年度轻龄会画货报鉴均产销检味 月亮度球薪销租季嫂饼光台刊报 日常程期报本用产均照历志夜 时间代候尚装速常效刻空段 " +
    "分布析类配享别公发支数期组校馆会行明 秒杀 期刊末待望间货限中 届时满 次日序要品生元年 场馆地景所面合域 " +
    "人员才工民类均物口力文生大事体士格群机 名单称录师家誉优牌城校人词胜 位置于数移 项目链圈 家长庭具电乡园校政属务 " +
    "条件例款约纹 篇幅章 部门队署长委落 个体性别案 万一象物能 多样元媒彩少 余下额热 岁月末首 元旦素宵件首 " +
    "天津气空文然线地涯 米饭粉 克服隆 吨位 户外口籍型 件数 套餐路 册页子 亩产均 本科次届市区县年月周期土地人质领身书着来报刊级色能 " +
    "支部持付撑教出柱流援 所有以在属长得谓 倍增率 度假过量 周一二三四五六日末年边刊报期转到 头条部脑像发 只有要是能读 " +
    "页面眉脚码 种子植类业田 台风湾账历阶州词 轮换流船椅胎岗渡 间隔谍断距歇 层次面级 张贴挂扬罗望 讲话座师解述台坛习究学演 处长级理置分于在处境罚女方 桌面子球布游椅 盒饭子 箱包子 袋子装 瓶装颈子 组织合成建长装团员办 批评准次复量发示示改注 束缚手 株洲 点评击亮燃名 " +
    "成员果立为功本长都就年品人分效份熟绩因 轮廓 圈子层套 根据本源部基治 粒子度 杯子赛 副本主会书校县市局处院产业作教 匹配 封面底闭锁口 " +
    "楼梯房道宇盘市长顶群栋 课程题本件桌堂后前外 章程节鱼 集中合体团聚 回复应归顾"
  )
    .split(" ")
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
);

/** @returns whether the character at `at`, a classifier by itself, begins a word of its own: 人 in 人工 */
export function beginsOtherWord(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  return next !== "" && WORDS.get(text.charAt(at))?.includes(next) === true;
}
