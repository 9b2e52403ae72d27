/**
 * What the typography bench sets: lines of invented bulletin prose, each behind 0 to 27 characters, so that everything
 * in it comes to stand at every place of a line. {…} is never parted; <…>, a number with its classifier or a date, only
 * where its line would else be full of holes; [...], a mail address, behind its @ alone. The marks are not set.
 */

/** Characters that shift a line: no mark, none of them twice. */
const SHIFT = "春风化雨润物无声晨光初照山川溪流远近村庄次第醒来孩童携书";

/** Hard lines; the prices of breaks were chosen by these. */
const HARD = [
  "本周全市共接待观众<1,280,000人次>，同比增长{36.7%}，其中青少年占{42.5%}，较上年提高<3.2个百分点>，创<2019年>以来新高。",
  "监测显示，厂界臭气浓度为{420 ppm}，夜间噪声{65 dB}，辐射剂量{3 mSv}，均低于限值；复测后又降至{380 ppm}以下，群众表示满意。",
  "咨询电话{010-8461 2345}，传真{010-8461 2346}，工作时间为{9:00}—{17:30}；节假日请拨打{400-810-0000}转人工服务，专人接听。",
  "来稿请发送至[xinxi-bao@example.org]，并注明单位与联系人；逾期未报的，可与办公室[kepu.office@mail.example.org]联系补报，不再另行通知。",
  "详情见https://example.org/2026/expo/index?lang=zh&page=3，也可登录https://www.example.org/notice查询报名进度和展位安排。",
  "会议指出：“要把‘科技为民’落到实处。”与会代表围绕《全民科学素质行动规划纲要》（以下简称《纲要》）的落实，提出意见<28条>、建议<16项>。",
  "新机房接入带宽{100Mbps}、运行{72h}、响应{15min}、功耗{3.6kW·h}、气压{101.3kPa}、风速{2.5m/s}、加速度{9.8m/s²}，全部达标。",
  "展区设有VR体验、AI问答、5G远程会诊和3D打印四个单元，观众可以亲手操作ROV水下机器人，还能用C++或者C#编写一段小程序。",
  "据《科学》杂志报道，研究团队在Nature Communications上发表论文，题为A Survey of Urban Wetlands，引起同行关注和讨论。",
  "<10月9日>至<10月12日>，<第26届>科技周在云湖区开幕；<2023年>以来，累计举办讲座<312场>，覆盖<280余>个社区、<45,600余人>。",
  "他说：“The best way to predict the future is to invent it.”这句话印在展厅入口处，许多孩子在它前面合影留念，久久不愿离去。",
  "让·雅克·卢梭、列夫·托尔斯泰、阿尔伯特·爱因斯坦的手稿复制件——共<36件>——同时展出；展期至<11月30日>……欢迎预约参观。",
  "文件编号{No.2023-045}，合同编号{KJ-2026-0118}，发票号码{12345678}，请各单位核对无误后于<3个工作日>内送财务科，过期不予受理。",
  "水温保持在{15℃}～{18℃}，盐度为{2.5‰}～{3.1‰}，误差不超过{±0.5%}；幕墙尺寸为{156}×{225}毫米，比例约为{3∶2}，重约{36.5kg}。",
  "项目总投资<1350万元>，其中市级补助<￥800000元>，自筹{$30}万；第一批<12家>企业、第二批<8家>企业已经签约，年内全部投产见效。",
  "大家还有什么疑问？！请在“问题墙”上写下来；工作人员当场回答，答不上来的，<24小时>内电话回复——一个也不落下。",
  "活动由市科协、市教委、市科技局、市生态环境局、市卫生健康委、市农业农村局、市文化和旅游局、市融媒体中心（排名不分先后）联合主办。",
  "“段首的引号怎么排？”“行末的括号（如这一对）又怎么排？”编辑部为此查了《标点符号用法》《出版物上数字用法》，逐条对照，改了<17处>。",
  "下载安装包bulletin-2.4.1-setup.exe（约{86 MB}），双击运行，选择Custom Installation，再输入序列号{A1B2-C3D4-E5F6}，重启即可使用。",
];

/** Hard lines of the same kinds, by which nothing was chosen. */
const HELD_OUT = [
  "截至三季度末，平台累计注册用户<2,356,000人次>，日均访问量比上年增长{18.4%}，投诉下降{7.9%}，满意度提高<5.6个百分点>，是<2017年>开通以来最好的。",
  "抽检结果：余氯{0.35 mg/L}，浊度{0.6 NTU}，总硬度{182 mg/L}，耗氧量{1.4 mg/L}，全部合格；复检时电导率为{415 μS/cm}，属正常范围。",
  "值班电话{0571-8203 7716}，夜间电话{0571-8203 7720}，受理时间为{8:30}—{18:00}；投诉举报请拨{400-680-1122}，也可以到窗口当面反映情况。",
  "报名表请于月底前发到[peixun-zu@example.org]，邮件标题写明“单位加姓名”；有疑问的，写信给[service.desk@train.example.org]，两日内答复。",
  "课件放在https://files.example.org/courses/2025/index.html?unit=12&lang=zh，录像放在https://video.example.org/open/class，均可免费观看。",
  "通知要求：“各地要把‘防大汛、抗大旱’挺在前面。”并附《中小河流巡查工作指引》（以下简称《指引》）一册，含图表<46幅>、案例<21个>。",
  "新购设备参数为：转速{3000r/min}、扭矩{120N·m}、流量{45L/min}、压力{1.6MPa}、噪声{68dB}、续航{400km}、载重{2.5t}，符合招标文件。",
  "项目组用Python和MATLAB处理数据，借助GPU集群训练模型，再以WebGIS平台展示成果，群众通过APP或者H5页面便能查到周边的PM2.5读数。",
  "他在《自然》网站上读到，作者把这种材料命名为Supramolecular Elastomer，论文标题是Self-healing Polymers at Room Temperature，引用很多。",
  "<6月15日>至<6月28日>，<第11届>读书月在海棠县举行；<2021年>以来，已组织诵读<268场>，走进<150余>个村屯，参加者<32,700余人>。",
  "黑板上写着一句英文“Where there is a will, there is a way.”老师请大家用自己的话来解释，孩子们争先恐后地举手，教室里笑声不断。",
  "安娜·谢尔盖耶夫娜、卡尔·弗里德里希·高斯、马可·波罗的画像——共<24幅>——悬挂在走廊两侧；撤展时间为<12月20日>……请勿触摸画框。",
  "批复文号{No.2024-1187}，设备编号{HX-2025-0093}，档案号{40917326}，请经办人对照台账逐项核实，<5个工作日>内退回综合科，逾期按放弃处理。",
  "大棚内温度控制在{22℃}～{26℃}，湿度为{65%}～{80%}，误差不超过{±2%}；育苗盘尺寸为{54}×{28}厘米，配比约为{5∶3}，每袋净重{12.5kg}。",
  "全年安排预算<2680万元>，其中县级配套<￥950000元>，社会捐赠{$45}万；首批<18个>村、次批<27个>村已经开工，明年汛期之前全部完工并验收。",
  "谁来管？怎么管？！议事会上，居民你一言我一语；社区书记逐条记录，当场定下责任人，<48小时>内给出回音——不推诿，也不拖延。",
  "演练由县应急局、县消防救援大队、县卫生健康局、县公安局、县交通运输局、县教育体育局、红十字会、蓝天救援队（以到场先后为序）共同完成。",
  "“老屋怎么修？”“修好以后（比如这座祠堂）谁来用？”工作组带着《乡村营建手册》《传统民居修缮图集》逐户走访，解开<29个>心结。",
  "先安装驱动printer-driver-3.2.0-x64.exe（约{140 MB}），接通电源，选择Network Connection，输入识别码{K7M9-P2Q4-R8T3}，打印测试页即可。",
];

/** Ordinary lines. */
const ORDINARY = [
  "三月以来，云湖区科协结合本地实际，把科普工作同基层治理、产业发展和群众需要放在一起谋划，组织专家和志愿者走村入户，面对面地讲、手把手地教，受到干部群众的欢迎。",
  "会议强调，各单位要提高认识，压实责任，细化措施，按照“谁主管、谁负责”的原则，建立问题清单和整改台账，逐项销号，确保各项任务落到实处、见到实效。",
  "活动现场，来自市第二人民医院的医生为居民测量血压、讲解用药常识，社区工作人员发放宣传手册300余份，现场答疑60多人次，不少老人表示这样的活动办到了心坎上。",
  "下一步，该局将继续完善工作机制，加强部门联动，抓好日常巡查，及时回应群众关切，努力把好事办好、实事办实，让发展成果更多更公平地惠及全体居民。",
  "在青山小学，孩子们围着展台，看机器人写字、下棋，听讲解员介绍它的“大脑”和“眼睛”。五年级学生小林说：“我长大以后，也要当一名工程师。”",
  "据统计，2025年全县共举办各类培训班86期，培训农民4200人次，推广新品种12个、新技术9项，带动农户增收1500万元，农产品质量安全合格率达到99.2%。",
  "座谈会上，大家结合各自工作谈体会、提建议。有的认为，基层工作千头万绪，关键是抓住人；有的提出，要用好数字化手段，减轻一线负担；还有的介绍了外地的经验做法。",
  "为做好汛期防范工作，县水利局于5月10日起，组织6个检查组，对全县23座小型水库、48处山塘和15公里堤防开展拉网式排查，发现隐患17处，已全部落实整改责任人。",
];

export const TYPOGRAPHY_SETS = [
  { name: "hard text", lines: HARD },
  { name: "other hard text", lines: HELD_OUT },
  { name: "ordinary text", lines: ORDINARY },
];

/** @returns paragraphs in order; `whole`, `soft` and `mail` are ranges of UTF-16 units in `text` */
export function typographyParagraphs(lines) {
  return lines.flatMap((line) =>
    Array.from({ length: SHIFT.length }, (_, shift) => readMarks(SHIFT.slice(0, shift) + line)),
  );
}

function readMarks(marked) {
  const ranges = { "{": [], "<": [], "[": [] };
  let text = "";
  let open;
  for (const character of marked) {
    if ("{<[".includes(character)) open = { kind: character, start: text.length };
    else if ("}>]".includes(character)) ranges[open.kind].push([open.start, text.length]);
    else text += character;
  }
  return { text, whole: ranges["{"], soft: ranges["<"], mail: ranges["["] };
}
