/** Texts and mails whose encoding is old, rare, unsaid or wrongly said: read rightly, or said to be unread. */
import { MAX_TEXT_BYTES } from "../../src/intake/intake-limits.js";
import type { CarrierCase } from "./carriers.test.js";
import {
  base64,
  big5,
  gbk,
  hz,
  iso2022cn,
  joinAll,
  quoted,
  utf7,
  utf8,
  utf16be,
  utf16le,
  uuencoded,
} from "./encode-text.js";

const NEWS = "云岭区科协举办讲座\r\n3月5日，80人参加。\r\n";
const TRADITIONAL = "雲嶺區科協舉辦科普講座\r\n三月五日，八十人參加。\r\n";
const readAs = (name: string): string => `! import/encoding info: 文字按 ${name} 编码读取。`;

const text = (name: string, bytes: string | Uint8Array, ...expected: readonly string[]): CarrierCase => ({
  name,
  bytes: joinAll(bytes),
  expected: expected[0]?.startsWith("!") ? expected : ["text 来稿/稿.txt", ...expected],
});
const NEWS_LINES = ["1 云岭区科协举办讲座", "2 3月5日，80人参加。"];

export const ENCODED_TEXTS: readonly CarrierCase[] = [
  text("HZ", hz(NEWS), ...NEWS_LINES, readAs("HZ")),
  text("HZ with a tilde", hz("约~~3处云岭区科协"), "1 约~3处云岭区科协", readAs("HZ")),
  text(
    "a directive that looks like HZ",
    "(format nil ~{~a~} list) and ~{ab~}",
    "1 (format nil ~{~a~} list) and ~{ab~}",
  ),
  text("UTF-7", utf7(`${NEWS}1+1`), ...NEWS_LINES, "3 1+1", readAs("UTF-7")),
  text(
    "sums and keys are no UTF-7",
    "tel +8613800000000, a+b, Zm9v+YmFyYmF6+cXV4",
    "1 tel +8613800000000, a+b, Zm9v+YmFyYmF6+cXV4",
  ),
  text(
    "names in sums are no UTF-7",
    "var a = b +len; c = d +max; e = f +min; g = h +key; i = j +num;",
    "1 var a = b +len; c = d +max; e = f +min; g = h +key; i = j +num;",
  ),
  text("ISO-2022-CN", iso2022cn(NEWS), ...NEWS_LINES, readAs("ISO-2022-CN")),
  text(
    "ISO-2022-JP",
    "\x1b$B2JIa9V:B!$\x1b(B80\x1b$B?MRT2C!#\x1b(B",
    "1 科普講座，80人參加。",
    readAs("ISO-2022-JP"),
  ),
  text(
    "ISO-2022-KR",
    "\x1b$)C\x0eN!\\EK;q(#,\x0f80",
    "! import/unreadable error: “稿.txt”的文字是少见的旧编码（ISO-2022），读不了。",
  ),
  text("Big5", big5(TRADITIONAL), "1 雲嶺區科協舉辦科普講座", "2 三月五日，八十人參加。", readAs("Big5")),
  text(
    "too short to tell Big5",
    big5("科普講座"),
    `1 ${new TextDecoder("gb18030").decode(big5("科普講座"))}`,
    "! import/encoding warning: 文字按 GB18030 编码读取，但也可能是港台常用的 Big5 编码。",
  ),
  text(
    "traditional characters in GBK",
    gbk(TRADITIONAL),
    "1 雲嶺區科協舉辦科普講座",
    "2 三月五日，八十人參加。",
    readAs("GB18030"),
  ),
];

const HEAD = "From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
const BODY = ["mail x | - <a@example.org> | -", "mail 来稿/信.eml"];
const mail = (
  name: string,
  headers: string,
  body: string | Uint8Array,
  ...expected: readonly string[]
): CarrierCase => ({
  name,
  bytes: joinAll(`${HEAD}${headers}\r\n`, body),
  expected: [...BODY, ...(expected.length > 0 ? expected : NEWS_LINES)],
});
const charset = (name: string): string => `Content-Type: text/plain; charset=${name}\r\n`;
const transfer = (name: string): string => `Content-Transfer-Encoding: ${name}\r\n`;
const FOOTER = "_______________________________________________\r\n简报群发\r\njianbao@example.org\r\n";

export const ENCODED_MAILS: readonly CarrierCase[] = [
  mail("HZ", charset("HZ-GB-2312"), hz(NEWS)),
  mail("HZ that nobody names", "", hz(NEWS)),
  mail("UTF-7", charset("utf-7"), utf7(NEWS)),
  mail("ISO-2022-CN", charset("iso-2022-cn"), iso2022cn(NEWS)),
  {
    name: "ISO-2022-KR",
    bytes: utf8(`${HEAD}${charset("iso-2022-kr")}\r\n\x1b$)C\x0eN!\\EK;q(#,\x0f80`),
    expected: [
      "mail x | - <a@example.org> | -",
      "! import/encoding warning: 信里有一段文字的编码（iso-2022-kr）读不了，没有导入。",
      "! import/empty error: “信.eml”里没有能读到的文字和图片。",
    ],
  },
  {
    name: "a subject in HZ and one in UTF-7",
    bytes: utf8(
      `From: =?utf-7?Q?${utf7("张三").replace(/=/g, "=3D")}?= <a@example.org>\r\nSubject: =?HZ-GB-2312?B?${base64(utf8(hz("讲座")))}?=\r\n\r\nbody`,
    ),
    expected: ["mail 讲座 | 张三 <a@example.org> | -", "mail 来稿/信.eml", "1 body"],
  },
  mail("UTF-8 that calls itself GB2312", charset("gb2312") + transfer("base64"), base64(utf8(NEWS))),
  mail(
    "Big5 that nobody names",
    transfer("8bit"),
    big5(TRADITIONAL),
    "1 雲嶺區科協舉辦科普講座",
    "2 三月五日，八十人參加。",
  ),
  mail("quoted-printable that is not said", charset("utf-8"), quoted(utf8(NEWS))),
  mail("quoted-printable of GBK that is not said", "", quoted(gbk(NEWS))),
  mail(
    "quoted-printable of a page",
    "Content-Type: text/html\r\n",
    quoted(utf8('<p align="left">云岭区科协举办讲座</p><p>3月5日，80人参加。</p>')),
  ),
  mail(
    "spaces behind soft breaks",
    charset("utf-8") + transfer("quoted-printable"),
    quoted(utf8(NEWS)).replace(/(?==E4)/, "= \r\n"),
  ),
  mail("Base64 that is not said", charset("utf-8"), base64(utf8(NEWS))),
  mail("Base64 of GBK that is not said", "", base64(gbk(NEWS))),
  mail(
    "Base64 that says 7bit, a footer behind it",
    charset("gbk") + transfer("7bit"),
    `${base64(gbk(NEWS))}\r\n${FOOTER}`,
    ...footerLines(),
  ),
  mail(
    "Base64 with the footer of a list",
    charset("gbk") + transfer("base64"),
    joinAll(base64(gbk(NEWS)), "\r\n", FOOTER),
    ...footerLines(),
  ),
  {
    name: "a text longer than any",
    bytes: utf8(`${HEAD}\r\n${"a".repeat(MAX_TEXT_BYTES + 1)}`),
    expected: [
      "mail x | - <a@example.org> | -",
      `! import/unreadable error: “信.eml”里的文字超过 ${MAX_TEXT_BYTES >> 20} MB，没有读取。`,
    ],
  },
  mail("raw text that calls itself Base64", charset("utf-8") + transfer("base64"), NEWS),
  mail("a word is no Base64", "", "Congratulations2026Programme", "1 Congratulations2026Programme"),
  mail(
    "UTF-16 without a mark, the greater first",
    charset("utf-16") + transfer("base64"),
    base64(utf16be(NEWS)),
  ),
  mail(
    "UTF-16 without a mark, the lesser first",
    charset("utf-16") + transfer("base64"),
    base64(utf16le(NEWS)),
  ),
  mail("UTF-16 in eight bits", charset("utf-16be") + transfer("8bit"), utf16be(NEWS)),
  mail(
    "uuencode as the transfer",
    charset("gbk") + transfer("x-uuencode"),
    `begin 644 -\n${uuencoded(gbk(NEWS))}\nend\n`,
  ),
  mail(
    "a file in uuencode in the text",
    charset("utf-8"),
    `请刊登。\nbegin 644 gao.txt\n${uuencoded(utf8(NEWS))}\nend\n谢谢。\n`,
    "1 请刊登。",
    "2 谢谢。",
    "text 来稿/信.eml/gao.txt",
    ...NEWS_LINES,
  ),
  mail(
    "Base64 in the last part, with the end of all parts behind it",
    'Content-Type: multipart/mixed; boundary="BB"\r\n',
    `--BB\r\n${charset("gbk")}${transfer("base64")}\r\n${base64(gbk(NEWS))}\r\n--BB--\r\nThis is the end.\r\n`,
  ),
  mail(
    "what begins and does not end",
    charset("utf-8"),
    "begin 644 gao.txt\n请刊登。\nend\n",
    "1 begin 644 gao.txt",
    "2 请刊登。",
    "3 end",
  ),
  mail(
    "a file in Base64 that is not said",
    'Content-Type: multipart/mixed; boundary="BB"\r\n',
    `--BB\r\n${charset("utf-8")}\r\n见附件。\r\n--BB\r\nContent-Type: application/octet-stream; name="gao.txt"\r\nContent-Disposition: attachment; filename="gao.txt"\r\n\r\n${base64(utf8(NEWS))}\r\n--BB--\r\n`,
    "1 见附件。",
    "text 来稿/信.eml/gao.txt",
    ...NEWS_LINES,
  ),
];

function footerLines(): readonly string[] {
  return [
    ...NEWS_LINES,
    "! import/left-out info 3: 邮件末尾的签名没有导入：“简报群发 jianbao@example.org”。",
  ];
}
