/** Texts as Notepad saves them and as people paste them. */
import type { CarrierCase } from "./carriers.test.js";
import { gbk, joinAll, utf8, utf16be, utf16le } from "./encode-text.js";

const NEWS = "云岭区科协举办讲座\r\n\r\n　　3月5日，云岭区科协举办讲座，80人参加。\r\n（云岭区科协）\r\n";
const READ = [
  "text 来稿/稿.txt",
  "1 云岭区科协举办讲座",
  "2",
  "3 <indent 21> 　　3月5日，云岭区科协举办讲座，80人参加。",
  "4 （云岭区科协）",
];
const LONG =
  "3月5日，云岭区科协在社区举办科普讲座，80人参加，现场发放资料两百份。活动由区科协主办，镇科协协办，志愿者二十人到场服务，居民反响热烈，纷纷表示希望以后多办这样的活动。";
const readAs = (name: string) => `! import/encoding info: 文字按 ${name} 编码读取。`;

export const TEXTS: readonly CarrierCase[] = [
  { name: "UTF-8 with a mark", bytes: utf8(`\ufeff${NEWS}`), expected: READ },
  { name: "UTF-8 without", bytes: utf8(NEWS), expected: READ },
  { name: "GBK of Notepad", bytes: gbk(NEWS), expected: [...READ, readAs("GB18030")] },
  { name: "UTF-16 with a mark", bytes: utf16le(`\ufeff${NEWS}`), expected: [...READ, readAs("UTF-16 LE")] },
  {
    name: "UTF-16 of the other order",
    bytes: utf16be(`\ufeff${NEWS}`),
    expected: [...READ, readAs("UTF-16 BE")],
  },
  { name: "UTF-16 without a mark", bytes: utf16le(NEWS), expected: [...READ, readAs("UTF-16 LE")] },
  {
    name: "UTF-8 with a zero that a program left",
    bytes: utf8("云岭区科协举办讲座，\u0000解答问题。\u0007"),
    expected: ["text 来稿/稿.txt", "1 云岭区科协举办讲座，解答问题。"],
  },
  {
    name: "a mail copied with the one that it answers",
    bytes: utf8(
      `云岭区科协举办讲座\n${LONG}\n（云岭区科协）\n\n------------------ 原始邮件 ------------------\n发件人: "编辑部" <jianbao@example.org>;\n发送时间: 2026年3月6日(星期五) 上午9:41\n收件人: "张三"<zhangsan@example.org>;\n主题: 退改：讲座\n\n张老师：请补充人数。\n陈`,
    ),
    expected: [
      "text 来稿/稿.txt",
      "1 云岭区科协举办讲座",
      `2 ${LONG}`,
      "3 （云岭区科协）",
      "4",
      "! import/left-out info 5: 引用的来信没有导入：“张老师：请补充人数。…”。",
    ],
  },
  {
    name: "GB18030 in four bytes",
    bytes: joinAll(gbk("张"), Uint8Array.of(0x82, 0x35, 0x8f, 0x33)),
    expected: ["text 来稿/稿.txt", "1 张\u9fa6", readAs("GB18030")],
  },
  {
    name: "GBK with a byte that is lost",
    bytes: joinAll(gbk(NEWS.repeat(4)), Uint8Array.of(0xff), gbk("完\r\n")),
    expected: expect4(),
  },
  { name: "old Mac line ends", bytes: utf8("一\r二\r"), expected: ["text 来稿/稿.txt", "1 一", "2 二"] },
  {
    name: "rows of Excel",
    bytes: utf8("各乡镇完成情况\n单位\t人数\t备注\n甲镇\t20\t\n乙镇\t30\t新增\n以上数据截至3月。\n"),
    expected: [
      "text 来稿/稿.txt",
      "1 各乡镇完成情况",
      "table",
      "| 2 单位 | 3 人数 | 4 备注 |",
      "| 5 甲镇 | 6 20 | 7 |",
      "| 8 乙镇 | 9 30 | 10 新增 |",
      "11 以上数据截至3月。",
      "! import/table info 2: 这3行文字用制表符分列，已做成表格，第一行作表头。",
    ],
  },
  {
    name: "a table with an empty corner",
    bytes: utf8("\t一季度\t二季度\n甲镇\t1\t2\n乙镇\t3\t4"),
    expected: [
      "text 来稿/稿.txt",
      "table",
      "| 1 | 2 一季度 | 3 二季度 |",
      "| 4 甲镇 | 5 1 | 6 2 |",
      "| 7 乙镇 | 8 3 | 9 4 |",
      "! import/table info 1: 这3行文字用制表符分列，已做成表格，第一行作表头。",
    ],
  },
  {
    name: "indents by tabs are no table",
    bytes: utf8("\t第一段。\n\t第二段。\n"),
    expected: ["text 来稿/稿.txt", "1 <indent 21> →第一段。", "2 <indent 21> →第二段。"],
  },
  {
    name: "numbers with tabs are no table",
    bytes: utf8("1.\t打扫\n2.\t慰问\n一、\t总结\n"),
    expected: ["text 来稿/稿.txt", "1 1.→打扫", "2 2.→慰问", "3 一、→总结"],
  },
  { name: "one row is no table", bytes: utf8("姓名\t张三\n"), expected: ["text 来稿/稿.txt", "1 姓名→张三"] },
  {
    name: "rows of different length are no table",
    bytes: utf8("甲\t1\n乙\t2\t3\n"),
    expected: ["text 来稿/稿.txt", "1 甲→1", "2 乙→2→3"],
  },
  {
    name: "an item with front matter",
    bytes: utf8("---\ntitle: 讲座\nsource: 科协\n---\n正文。\n"),
    expected: ["item"],
  },
  {
    name: "an item of Notepad",
    bytes: gbk("---\r\ntitle: 讲座\r\n---\r\n正文。"),
    expected: ["item", readAs("GB18030")],
  },
  {
    name: "a rule of hyphens is no front matter",
    bytes: utf8("---\n\n讲座\n"),
    expected: ["text 来稿/稿.txt", "1 ---", "2", "3 讲座"],
  },
  {
    name: "a page break",
    bytes: utf8("上\n\f下\n"),
    expected: ["text 来稿/稿.txt", "1 上", "2 <page> 下"],
  },
  { name: "BM begins a text", bytes: utf8("BMI指数科普\n"), expected: ["text 来稿/稿.txt", "1 BMI指数科普"] },
  {
    name: "a text with a colon in its first line is no mail",
    bytes: utf8("From: 科协\n\n正文\n"),
    expected: ["text 来稿/稿.txt", "1 From: 科协", "2", "3 正文"],
  },
  {
    name: "white space alone",
    bytes: utf8(" \r\n\t\r\n"),
    expected: ["! import/empty error: “稿.txt”是空文件，里面没有内容。"],
  },
];

function expect4(): readonly string[] {
  const lines = Array.from({ length: 4 }, (_, index) => [
    `${4 * index + 1} 云岭区科协举办讲座`,
    `${4 * index + 2}`,
    `${4 * index + 3} <indent 21> 　　3月5日，云岭区科协举办讲座，80人参加。`,
    `${4 * index + 4} （云岭区科协）`,
  ]).flat();
  return [
    "text 来稿/稿.txt",
    ...lines,
    "17 \ufffd完",
    "! import/encoding warning: 文字按 GB18030 读取，有 1 处字节读不出来，显示为“\ufffd”。",
  ];
}
