/** Submissions that are built to do harm, or by programs that went wild; each is made when it is asked for. */
import { strToU8, zipSync } from "fflate";
import { gbk, joinAll, utf8, utf16le } from "./encode-text.js";
import { ole, word97 } from "./ole-made.js";

export interface HostileInput {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** `refused`: an error and nothing read; `read`: what can be read of it is */
  readonly outcome: "refused" | "read";
}

const refused = (name: string, make: () => Uint8Array): HostileInput => ({ name, make, outcome: "refused" });
const read = (name: string, make: () => Uint8Array): HostileInput => ({ name, make, outcome: "read" });

const MAIL = "From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
const page = (body: string) => () => utf8(`<html><body><p>文</p>${body}</body></html>`);
const mail = (rest: string) => () => utf8(`${MAIL}${rest}`);
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("");

function nested(depth: number): string {
  let text = "\r\nbody\r\n";
  for (let level = 0; level < depth; level += 1) text = `Content-Type: message/rfc822\r\n\r\n${MAIL}${text}`;
  return text;
}

function parts(depth: number): string {
  const open = many(
    depth,
    (level) => `Content-Type: multipart/mixed; boundary="B${level}"\r\n\r\n--B${level}\r\n`,
  );
  return `${open}Content-Type: text/plain\r\n\r\nbody\r\n`;
}

/** Bytes of a document with four bytes of it changed. */
function lying(at: number, value: number, of = word97("文\r")): Uint8Array {
  const bytes = of.slice();
  new DataView(bytes.buffer).setUint32(at, value, true);
  return bytes;
}

const FAT = 512;

export const HOSTILE: readonly HostileInput[] = [
  refused("no bytes", () => new Uint8Array()),
  refused("NUL bytes alone", () => new Uint8Array(1 << 20)),
  refused("more than 64 MB", () => new Uint8Array((64 << 20) + 1).fill(0x61)),
  refused("a text of 20 MB", () => new Uint8Array(20 << 20).fill(0x61)),
  refused("NUL bytes in a text", () => joinAll(gbk("稿件"), new Uint8Array(9), gbk("正文"))),
  refused("UTF-16 with half a character", () => joinAll(utf16le("\ufeff"), new Uint8Array(401).fill(0xd8))),
  refused("rubbish of all bytes", () =>
    Uint8Array.from({ length: 1 << 16 }, (_, index) => (index * 7919) >> 3),
  ),
  read("a line of 2 MB", () => utf8("文".repeat(690_000))),
  read("an address that never ends", () => utf8(`集市开办。\n<${"@".repeat(1_000_000)}\n`)),
  refused("a million lines", () => utf8("一\n".repeat(1_000_000))),
  read("300,000 lines", () => utf8("一\n".repeat(300_000))),
  read("a line of a million tabs", () => utf8(`x${"\t".repeat(1_000_000)}y\n`)),
  read("rows of ten thousand cells", () => utf8(many(50, () => `${"1\t".repeat(10_000)}1\n`))),
  read("white space by the megabyte", () => utf8(`文${" ".repeat(1_900_000)}字`)),
  read("a beginning of front matter without an end", () => utf8(`---\n${"\n".repeat(1_900_000)}`)),
  read("comments that never begin a page", () => utf8(`<!--${"<!--".repeat(500_000)}`)),

  read(
    "a page whose script writes 300 elements that it does not close",
    page(`<p>文<script>w("${"<div>".repeat(300)}")</script>`),
  ),
  refused("50,000 nested elements", page("<div>".repeat(50_000))),
  refused("100,000 nested tables", page("<table><tr><td>".repeat(100_000))),
  refused("nested bold without an end", page("<b>".repeat(100_000))),
  refused("nested links and fonts", page("<a href=x><font>".repeat(20_000))),
  refused("nested lists", page("<ul><li>".repeat(20_000))),
  refused("nested blocks in buttons", page("<button><div>".repeat(20_000))),
  refused("an element of 100,000 attributes", page(`<p ${many(100_000, (index) => `a${index}=1 `)}>x</p>`)),
  read("paragraphs without an end", page("<p>x".repeat(90_000))),
  read("ends without beginnings", page("</b></div></p>".repeat(30_000))),
  read("crossed emphasis", page("<b><i>x</b></i>".repeat(20_000))),
  refused("items without lists", page("<li>x<dd>y".repeat(40_000))),
  read("rows outside of tables", page("<tr><td>x</tr>".repeat(30_000))),
  read("text between the rows of a table", page(`<table>${"x<tr><td>y</td></tr>".repeat(20_000)}</table>`)),
  read(
    "cells over a billion columns",
    page("<table><tr><td colspan=999999999 rowspan=999999999>x</td></tr></table>"),
  ),
  read(
    "rows of cells that reach down",
    page(`<table>${many(300, () => `<tr>${"<td rowspan=5000>x".repeat(100)}</tr>`)}</table>`),
  ),
  read("a style of a megabyte", page(`<p style="${"color:red;".repeat(100_000)}">x</p>`)),
  read("an address of a megabyte", page(`<a href="https://example.org/${"a".repeat(1 << 20)}">x</a>`)),
  read("entities by the hundred thousand", page("&amp;&nbsp;&#x4e00;&notit;".repeat(100_000))),
  read("entities without an end", page("&".repeat(1_000_000))),
  refused("breaks by the hundred thousand", page("<br>".repeat(200_000))),
  read("90,000 breaks", page("<br>".repeat(90_000))),
  read("less-than signs by the million", page("<".repeat(1_000_000))),
  read("a comment without an end", page(`<!--${"-".repeat(1_000_000)}`)),
  read("a script without an end", page(`<script>${"<".repeat(1_000_000)}`)),
  read("a list that begins at a billion", page("<ol start=999999999999><li>x</ol>")),
  read("a picture of ten megabytes", page(`<img src="data:image/png;base64,${"A".repeat(10 << 20)}">`)),
  read(
    "ten thousand pasted pictures",
    page(`<img src="data:image/png;base64,${"A".repeat(80)}">`.repeat(10_000)),
  ),
  read("a frame of the clipboard without marks", () =>
    utf8(`Version:0.9\r\nStartHTML:1\r\n${"<!--StartFragment-->".repeat(50_000)}`),
  ),

  read("mails in mails", mail(nested(3))),
  read(
    "a hundred mails in mails",
    mail(
      `Content-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\ntext\r\n--B\r\n${nested(100)}`,
    ),
  ),
  refused("parts in parts in parts", mail(parts(200))),
  refused(
    "two thousand parts",
    mail(
      `Content-Type: multipart/mixed; boundary="B"\r\n\r\n${"--B\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(2000)}`,
    ),
  ),
  read(
    "900 attachments",
    mail(
      `Content-Type: multipart/mixed; boundary="B"\r\n\r\n${many(900, (index) => `--B\r\nContent-Type: text/plain; name=${index}.txt\r\nContent-Disposition: attachment\r\n\r\nx\r\n`)}`,
    ),
  ),
  refused(
    "headers by the hundred thousand",
    mail(`${many(100_000, (index) => `X-${index}: ${"a".repeat(60)}\r\n`)}\r\nbody`),
  ),
  refused("a header of 30 MB", mail(`X-Long: ${"a".repeat(30 << 20)}\r\n\r\nbody`)),
  read("folds by the hundred thousand", mail(`X-Long: a\r\n${" a\r\n".repeat(400_000)}\r\nbody`)),
  refused(
    "a boundary of a megabyte",
    mail(`Content-Type: multipart/mixed; boundary="${"b".repeat(500_000)}"\r\n\r\nbody`),
  ),
  read("a line of a megabyte", mail(`Content-Type: text/plain\r\n\r\n${"a".repeat(1 << 20)}`)),
  read("base64 of 50 MB", () =>
    joinAll(
      MAIL,
      'Content-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\ntext\r\n--B\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n',
      new Uint8Array(50 << 20).fill(0x41),
    ),
  ),
  read(
    "base64 that is none",
    mail(
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!*** 5paH\r\n",
    ),
  ),
  read("an encoding that nobody knows", mail("Content-Type: text/plain; charset=x-klingon\r\n\r\nwords\r\n")),
  read(
    "a name of controls and folders",
    mail(
      `Content-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain; name="../../\u202etxt.exe"\r\nContent-Disposition: attachment\r\n\r\nx\r\n--B--`,
    ),
  ),
  read("encoded words by the thousand", mail(`Subject: ${"=?gb2312?B?zsQ=?= ".repeat(20_000)}\r\n\r\nbody`)),
  read("quotes in quotes", mail(`\r\n${"> ".repeat(100_000)}x\r\n`)),
  read(
    "heads of forwarded mails by the thousand",
    mail(`\r\n${"-----原始邮件-----\r\n发件人: a\r\n主题: b\r\n收件人: c\r\n".repeat(5000)}文\r\n`),
  ),
  read("addresses by the hundred thousand", mail(`To: ${"a@example.org, ".repeat(30_000)}\r\n\r\nbody`)),

  refused("a package of lying sizes", () => {
    const bytes = zipSync({ "[Content_Types].xml": strToU8("x".repeat(1000)) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffff0, true);
    return bytes;
  }),
  refused("a package whose list of types is a bomb", () =>
    zipSync({ "[Content_Types].xml": new Uint8Array(60 << 20) }),
  ),
  refused("a package of ten thousand files", () =>
    zipSync(
      Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`${index}`, new Uint8Array(1)])),
      { level: 0 },
    ),
  ),

  refused("a compound file of 512 bytes", () => ole({}).subarray(0, 512)),
  refused("a directory that is not there", () => lying(48, 0xffff)),
  read("a directory in a circle", () => lying(FAT + 4, 1)),
  refused("a document in a circle", () => lying(FAT + 8, 2)),
  read("a billion tables of sectors", () => lying(44, 0x7fffffff)),
  read("a list of tables in a circle", () => lying(68, 0)),
  refused("pieces longer than the file", () => word97("文\r", { pieces: [[0x400, 0x7fffffff]] })),
  refused("the same piece ten thousand times", () =>
    word97("文".repeat(2000), { pieces: Array.from({ length: 10_000 }, () => [0x400, 2000] as const) }),
  ),
  read("fields a million deep", () =>
    word97(`${"\u0013".repeat(500_000)}文\r${"\u0015".repeat(500_000)}尾\r`),
  ),
  read("cells by the hundred thousand", () => word97("a\u0007".repeat(200_000))),
  read("paragraphs by the hundred thousand", () => word97("\r".repeat(300_000))),
];
