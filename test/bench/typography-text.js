/**
 * What the typography bench sets: hard lines of invented bulletin prose, each behind 0 to 27 characters,
 * so that everything in it comes to stand at every place of a line. {…} is never parted; <…>, a number
 * with its classifier or a date, only where its line would else be full of holes; [...], a mail address, behind
 * its @ alone. The marks are not set.
 */

/** Characters that shift a line: no mark, none of them twice. */
const SHIFT = "春风化雨润物无声晨光初照山川溪流远近村庄次第醒来孩童携书";

const LINES = [
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

/** @returns paragraphs in order; `whole`, `soft` and `mail` are ranges of UTF-16 units in `text` */
export function typographyParagraphs() {
  return LINES.flatMap((line) =>
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
