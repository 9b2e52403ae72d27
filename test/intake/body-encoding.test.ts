/** Which encoding the bytes of a mail's text are of, where the label is missing, empty or cannot be right. */
import { describe, expect, it } from "vitest";
import { bodyEncoding } from "../../src/intake/mail/body-encoding.js";
import { big5, gbk, joinAll, utf8, utf16be, utf16le } from "./encode-text.js";

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
/** 云岭区科协举办科普展。 in GB18030 */
const HAN = Uint8Array.from(
  [0xd4, 0xc6, 0xc1, 0xeb, 0xc7, 0xf8, 0xbf, 0xc6, 0xd0, 0xad, 0xbe, 0xd9, 0xb0, 0xec, 0xbf, 0xc6].concat([
    0xc6, 0xd5, 0xd5, 0xb9, 0xa1, 0xa3,
  ]),
);
const LONG = "云岭区科协举办科普展，三百余名学生参加，现场气氛热烈。".repeat(3);
/** One character of it lost its last byte. */
const BROKEN = Uint8Array.from(utf8(LONG).filter((_, at) => at !== 32));

describe("the text of a mail is of", () => {
  it.each([
    ["GB18030 under no label", HAN, undefined, "gb18030"],
    ["GB18030 under the label of another", HAN, "iso-8859-1", "gb18030"],
    ["GB18030 under the label UTF-8", HAN, "utf-8", "gb18030"],
    ["UTF-8 under the label of another", utf8(LONG), "us-ascii", "utf-8"],
    ["UTF-8 with a character that was cut", BROKEN, "utf-8", "utf-8"],
    ["UTF-8 with a character that was cut, unlabelled", BROKEN, undefined, "utf-8"],
    [
      "what its label says, where that can be",
      latin1("We’re at the café".replace("’", "\u0092")),
      "iso-8859-1",
      undefined,
    ],
    [
      "what its label says, accents in each word",
      latin1("Frösche über mißliche Häuser"),
      "windows-1252",
      undefined,
    ],
    ["ASCII alone", utf8("plain"), undefined, undefined],
    ["UTF-8 under the label that it had before", utf8(LONG), "gb18030", "utf-8"],
    ["GB18030 under a name that nobody knows", HAN, "chinese-simp", "gb18030"],
    ["what nobody reads, under a name that nobody knows", latin1("caf\u00e9"), "x-none", "unread"],
    ["Big5 under no label", big5("雲嶺區科協舉辦科普講座，八十人參加。"), undefined, "big5"],
    ["Big5 under the label of GB2312", big5("雲嶺區科協舉辦科普講座，八十人參加。"), "gb18030", "big5"],
    ["GB18030 under the label Big5", joinAll(HAN, HAN, utf8(" "), gbk("經")), "big5", "gb18030"],
    ["UTF-16 of the order that it shows", utf16be("讲座"), "utf-16", "utf-16be"],
    ["UTF-16 of the other", utf16le("讲座"), "utf-16", "utf-16le"],
  ])("%s", (_name, bytes, said, encoding) => {
    expect(bodyEncoding(bytes, said)).toBe(encoding);
  });
});
