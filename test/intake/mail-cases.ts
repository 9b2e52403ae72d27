/** Mails as the programs that units use write them: QQ, NetEase, Outlook, telephones; and what hangs on them. */
import type { CarrierCase } from "./carriers.test.js";
import { base64, gbk, joinAll, utf8 } from "./encode-text.js";

const LINES = (text: string): string => text.replace(/\n/g, "\r\n");
const HEAD = LINES(`From: =?gb2312?B?${base64(gbk("张三"))}?= <zhangsan@example.org>
To: jianbao@example.org
Subject: =?gbk?B?${base64(gbk("报送：科普讲座稿件"))}?=
Date: Thu, 5 Mar 2026 23:30:00 +0800
MIME-Version: 1.0
`);
const MAIL = "mail 报送：科普讲座稿件 | 张三 <zhangsan@example.org> | 2026-3-5";
const BODY = "mail 来稿/信.eml";
const ARTICLE =
  "3月5日，云岭区科协在社区举办科普讲座，80人参加，现场发放资料两百份。活动由区科协主办，镇科协协办，志愿者二十人到场服务，居民反响热烈，纷纷表示希望以后多办这样的活动，让更多的人受益。";
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const mail = (name: string, rest: string | Uint8Array, ...expected: readonly string[]): CarrierCase => ({
  name,
  bytes: joinAll(HEAD, typeof rest === "string" ? LINES(rest) : rest),
  expected: [MAIL, ...expected],
});

const mixed = (...parts: readonly string[]): string =>
  `Content-Type: multipart/mixed; boundary="BB"\n\n${parts.map((part) => `--BB\n${part}\n`).join("")}--BB--\n`;

const text = (words: string): string =>
  `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${words}`;

const file = (name: string, bytes: Uint8Array, type = "application/octet-stream"): string =>
  `Content-Type: ${type}; name="${name}"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${name}"\n\n${base64(bytes)}`;

export const MAILS: readonly CarrierCase[] = [
  mail("plain text", text("讲座\n\n正文。\n"), BODY, "1 讲座", "2", "3 正文。"),
  mail(
    "what it answers, the day behind the address",
    text(
      `讲座\n${ARTICLE}\n云岭区科协\n\n在 "编辑部" <jianbao@example.org>，2026年3月6日 上午8:30写道：\n\n> 请于周五前报送。\n`,
    ),
    BODY,
    "1 讲座",
    `2 ${ARTICLE}`,
    "3 云岭区科协",
    "4",
    "! import/left-out info 5: 引用的来信没有导入：“> 请于周五前报送。…”。",
  ),
  mail(
    "GBK by its old name",
    joinAll(
      "Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n",
      base64(gbk("镕基喆讲座")),
    ),
    BODY,
    "1 镕基喆讲座",
  ),
  mail("GBK that nobody names", joinAll("\r\n", gbk("云岭区科协举办讲座\r\n")), BODY, "1 云岭区科协举办讲座"),
  mail(
    "GBK that calls itself Latin",
    joinAll(
      "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
      [...gbk("云岭区科协")].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(""),
    ),
    BODY,
    "1 云岭区科协",
  ),
  mail(
    "UTF-8 without a label",
    joinAll("Content-Type: text/plain\r\n\r\n", utf8("云岭区科协举办讲座")),
    BODY,
    "1 云岭区科协举办讲座",
  ),
  mail(
    "format=flowed",
    "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\n云岭区科协 \n举办讲座。\n第二段。\n",
    BODY,
    "1 云岭区科协举办讲座。",
    "2 第二段。",
  ),
  mail(
    "of two forms the page",
    'Content-Type: multipart/alternative; boundary="AA"\n\n--AA\nContent-Type: text/plain; charset=utf-8\n\n讲座 正文\n--AA\nContent-Type: text/html; charset=utf-8\n\n<div align=center><b>讲座</b></div><table border=1><tr><td>甲<td>1<tr><td>乙<td>2</table>正文\n--AA--\n',
    BODY,
    "1 <center, bold> {b 讲座}",
    "table",
    "| 2 甲 | 3 1 |",
    "| 4 乙 | 5 2 |",
    "6 正文",
  ),
  mail(
    "a page that leaves words out",
    'Content-Type: multipart/alternative; boundary="AA"\n\n--AA\nContent-Type: text/plain; charset=utf-8\n\n云岭区科协举办讲座，请看全文。\n--AA\nContent-Type: text/html; charset=utf-8\n\n<p>请用新版打开</p>\n--AA--\n',
    BODY,
    "1 云岭区科协举办讲座，请看全文。",
  ),
  mail(
    "text and files",
    mixed(
      text("请刊登。"),
      file("稿件.txt", gbk("讲座\r\n正文。\r\n")),
      file("现场.png", Buffer.from(PNG, "base64"), "image/png"),
    ),
    BODY,
    "1 请刊登。",
    "text 来稿/信.eml/稿件.txt",
    "1 讲座",
    "2 正文。",
    "! import/encoding info: 文字按 GB18030 编码读取。",
    "picture 现场.png 70",
  ),
  {
    name: "raw GBK in the headers",
    bytes: joinAll(
      gbk(
        LINES(
          "From: 李四 <lisi@example.org>\nSubject: 活动稿件\nMIME-Version: 1.0\nDate: 2026-03-06 08:00:00\n",
        ),
      ),
      'Content-Type: multipart/mixed; boundary="BB"\r\n\r\n--BB\r\nContent-Type: text/plain; charset=gbk\r\n\r\n',
      gbk("正文\r\n"),
      '--BB\r\nContent-Type: text/plain; name="',
      gbk("附件稿"),
      '.txt"\r\nContent-Disposition: attachment; filename="',
      gbk("附件稿"),
      '.txt"\r\n\r\n',
      gbk("附件正文"),
      "\r\n--BB--\r\n",
    ),
    expected: [
      "mail 活动稿件 | 李四 <lisi@example.org> | 2026-3-6",
      BODY,
      "1 正文",
      "text 来稿/信.eml/附件稿.txt",
      "1 附件正文",
      "! import/encoding info: 文字按 GB18030 编码读取。",
    ],
  },
  mail(
    "names in RFC 2231",
    mixed(
      text("见附件。"),
      `Content-Type: application/octet-stream\nContent-Disposition: attachment; filename*0*=gb2312''%BD%B2%D7%F9; filename*1*=.txt\n\n讲座`,
    ),
    BODY,
    "1 见附件。",
    "text 来稿/信.eml/讲座.txt",
    "1 讲座",
  ),
  mail(
    "pictures in the page",
    `Content-Type: multipart/related; boundary="RR"\n\n--RR\nContent-Type: text/html; charset=utf-8\n\n<p>图<img src="cid:p1@x"></p>\n--RR\nContent-Type: image/png; name=a.png\nContent-ID: <p1@x>\nContent-Transfer-Encoding: base64\n\n${PNG}\n--RR--\n`,
    BODY,
    "1 图{picture1}",
    "picture1 a.png 70 - -",
  ),
  mail(
    "files that are not read",
    mixed(
      text("见附件。"),
      file("表.xls.zip", Uint8Array.from(Buffer.from("504b0506000000000000000000000000000000000000", "hex"))),
      file("winmail.dat", Uint8Array.of(0x78, 0x9f, 0x3e, 0x22, 1, 0), "application/ms-tnef"),
      file("通知.pdf", utf8("%PDF-1.4\n")),
      file("IMG_1.HEIC", joinAll(Uint8Array.of(0, 0, 0, 24), "ftypheic", new Uint8Array(20))),
    ),
    BODY,
    "1 见附件。",
    "! import/attachment warning: 附件没有导入：“表.xls.zip”是压缩包，没有打开。",
    "! import/attachment warning: 附件没有导入：“winmail.dat”是 Outlook 的 winmail.dat，附件包在里面，读不了。",
    "! import/attachment warning: 附件没有导入：“通知.pdf”是 PDF，文字和段落不能可靠地取出来。",
    "! import/attachment warning: 附件没有导入：“IMG_1.HEIC”是苹果手机的 HEIC 照片，不能印。",
  ),
  mail(
    "two files of one name, and names of folders",
    mixed(
      text("见附件。"),
      file("稿.txt", utf8("甲")),
      file("稿.txt", utf8("乙")),
      file("../../etc/丙.txt", utf8("丙")),
    ),
    BODY,
    "1 见附件。",
    "text 来稿/信.eml/稿.txt",
    "1 甲",
    "text 来稿/信.eml/稿 (2).txt",
    "1 乙",
    "text 来稿/信.eml/丙.txt",
    "1 丙",
  ),
  mail(
    "a mail in the mail",
    mixed(
      text("转上。"),
      `Content-Type: message/rfc822\n\nFrom: wang@example.org\nSubject: inner\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${ARTICLE}`,
    ),
    BODY,
    "1 转上。",
    "mail 来稿/信.eml/邮件1.eml",
    `1 ${ARTICLE}`,
  ),
  mail(
    "an answer above the mail that is answered",
    text(
      `${ARTICLE}\n\n------------------ 原始邮件 ------------------\n发件人: 王五\n发送时间: 2026年3月4日\n收件人: 张三\n主题: 约稿\n\n请写一篇讲座的稿件。\n`,
    ),
    BODY,
    `1 ${ARTICLE}`,
    "2",
    "! import/left-out info 3: 引用的来信没有导入：“请写一篇讲座的稿件。…”。",
  ),
  mail(
    "a forwarded mail below a covering note",
    text(
      `请刊登，谢谢。\n\n-------- 转发邮件信息 --------\n-----原始邮件-----\n发件人: 王五 <wang@example.org>\n发送时间: 2026年3月4日\n收件人: 张三\n主题: 稿件\n\n科普讲座\n${ARTICLE}\n`,
    ),
    BODY,
    "10 科普讲座",
    `11 ${ARTICLE}`,
    "! import/left-out info 1: 转发时写在上面的话没有导入：“请刊登，谢谢。”。",
    "! import/left-out info 4: 这封信转发了另一封信：只取了被转发的正文，没有取它的发件人、时间等几行。",
  ),
  mail(
    "Outlook's head of an answered mail",
    `Content-Type: text/html; charset=utf-8\n\n<p>${ARTICLE}</p><div style='border-top:solid #E1E1E1 1.0pt'><p><b>发件人:</b> 王五<br><b>发送时间:</b> 2026年3月4日<br><b>收件人:</b> 张三<br><b>主题:</b> 约稿</p></div><p>请写稿。</p>`,
    BODY,
    `1 ${ARTICLE}`,
    "! import/left-out info 2: 引用的来信没有导入：“请写稿。…”。",
  ),
  mail(
    "NetEase's head of a forwarded mail",
    `Content-Type: text/html; charset=utf-8\n\n<div>请刊登。</div><div>---- 转发的邮件 ----</div><table border=1><tr><td>发件人</td><td>王五</td></tr><tr><td>发送日期</td><td>2026年3月4日</td></tr><tr><td>主题</td><td>稿件</td></tr></table><div>${ARTICLE}</div>`,
    BODY,
    `9 ${ARTICLE}`,
    "! import/left-out info 1: 转发时写在上面的话没有导入：“请刊登。”。",
    "! import/left-out info 2: 这封信转发了另一封信：只取了被转发的正文，没有取它的发件人、时间等几行。",
  ),
  mail(
    "quoted lines",
    text(`${ARTICLE}\n> 请写稿。\n> 谢谢。\n`),
    BODY,
    `1 ${ARTICLE}`,
    "! import/left-out info 2: 引用的来信没有导入：“请写稿。…”。",
  ),
  mail(
    "what programs add",
    text("讲座\n正文。\n发自我的iPhone\n-- \n张三\n电话 12345\n"),
    BODY,
    "1 讲座",
    "2 正文。",
    "! import/left-out info 3: 邮件末尾的签名没有导入：“发自我的iPhone”。",
    "! import/left-out info 4: 邮件末尾的签名没有导入：“张三 电话 12345”。",
  ),
  mail(
    "the card of a sender behind a rule of dashes",
    text("讲座\n正文。\n----\n张三 | 云岭区科协\n手机：13800000000\n"),
    BODY,
    "1 讲座",
    "2 正文。",
    "! import/left-out info 3: 邮件末尾的签名没有导入：“张三 | 云岭区科协 手机：13800000000”。",
  ),
  mail(
    "text behind a rule of dashes stays",
    text("讲座\n----\n正文一句，说明情况。\n"),
    BODY,
    "1 讲座",
    "2 ----",
    "3 正文一句，说明情况。",
  ),
  mail(
    "a large attachment in the cloud",
    text("正文。\n从QQ邮箱发来的超大附件\n"),
    BODY,
    "1 正文。",
    "2 从QQ邮箱发来的超大附件",
    "! import/attachment warning: 信里的超大附件只是一个下载链接，没有下载。",
  ),
  mail(
    "an attached Markdown text, and the pictures that it calls",
    mixed(
      text("稿件见附件。"),
      file(
        "稿.md",
        utf8(
          '# 讲座\n\n第一段有**重点**。\n\n- 甲\n- 乙\n\n![听众](photo.png)\n\n![](images/%E5%9B%BE2.png "合影")\n\n![](none.png)\n',
        ),
      ),
      file("photo.png", Buffer.from(PNG, "base64"), "image/png"),
      file("图2.png", Buffer.from(PNG, "base64"), "image/png"),
      file("旁.png", Buffer.from(PNG, "base64"), "image/png"),
    ),
    BODY,
    "1 稿件见附件。",
    "text 来稿/信.eml/稿.md",
    "1 <h1, bold> 讲座",
    "2",
    "3 第一段有{b 重点}。",
    "4",
    "5 <#● 0•> 甲",
    "6 <#● 0•> 乙",
    "7",
    "8 {picture1}",
    "9",
    "10 <题注> {picture2}合影",
    "11",
    "12",
    "picture1 photo.png 70 听众 -",
    "picture2 图2.png 70 - -",
    "! import/picture-refused warning 12: 图片“none.png”不在稿件里，没有下载。",
    "picture 旁.png 70",
  ),
  mail(
    "an attached item calls a picture, and an attached page does",
    mixed(
      file("稿.md", utf8("---\ntitle: 讲座\n---\n\n正文。\n\n![](photo.png)\n")),
      file("页.html", utf8('<p>正文。</p><p><img src="img/photo2.png"></p>')),
      file("photo.png", Buffer.from(PNG, "base64"), "image/png"),
      file("photo2.png", Buffer.from(PNG, "base64"), "image/png"),
    ),
    "text 来稿/信.eml/稿.md",
    "4",
    "5 正文。",
    "6",
    "7 {picture1}",
    "picture1 photo.png 70 - -",
    "html 来稿/信.eml/页.html",
    "1 正文。",
    "2 {picture1}",
    "picture1 photo2.png 70 - -",
    "! import/attachment info: 附件“稿.md”开头写明了标题等各项，按它写的导入。",
  ),
  mail(
    "lists of Word in a mail of Outlook",
    `Content-Type: text/html; charset=utf-8\n\n<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span><![endif]>甲</p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>（一）</span>乙</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>二、</span>丙</p><p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Wingdings'><span style='mso-list:Ignore'>Ø<span>&nbsp;</span></span></span>丁</p>`,
    BODY,
    "1 <#一、 0> 甲",
    "2 <#（一） 1> 乙",
    "3 <#二、 0> 丙",
    "4 <#➢ 0•> 丁",
  ),
  mail("nothing in it", "\n", "! import/empty error: “信.eml”里没有能读到的文字和图片。"),
  {
    name: "the sender's own day",
    bytes: utf8(LINES("From: a@example.org\nSubject: x\nDate: Thu, 5 Mar 2026 23:30:00 -1100\n\nbody\n")),
    expected: ["mail x | - <a@example.org> | 2026-3-5", BODY, "1 body"],
  },
  {
    name: "a mailbox file and a day that is none",
    bytes: utf8(
      LINES(
        "From a@example.org Thu Mar  5\nFrom: A <a@example.org>\nSubject: x\nDate: 31 Feb 2026 10:00:00 +0800\n\nbody\n",
      ),
    ),
    expected: ["mail x | A <a@example.org> | -", BODY, "1 body"],
  },
];
