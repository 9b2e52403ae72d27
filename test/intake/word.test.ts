/** Word files read to manuscripts: what the cases say, and that no words are ever lost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ManuscriptPicture } from "../../src/intake/manuscript.js";
import { manuscriptText, paragraphsOf } from "../../src/intake/manuscript-text.js";
import { formatNumber } from "../../src/intake/word/number-formats.js";
import { readWordPackage } from "../../src/intake/word/read-word-package.js";
import { WORD_CASES } from "./word-cases.js";
import {
  type PackageParts,
  p,
  packageEntries,
  printBlocks,
  printLook,
  printNotices,
  r,
  relationshipsXml,
  wordPackage,
  zipEntries,
} from "./word-package.js";

const SOURCE = { path: "来稿/稿.docx", name: "稿.docx" };

function read(parts: PackageParts) {
  const { manuscript, notices } = readWordPackage(wordPackage(parts), SOURCE);
  if (manuscript === undefined) throw new Error(JSON.stringify(notices));
  return manuscript;
}

const printPicture = ({ name, description, widthMm }: ManuscriptPicture): string =>
  `${name}, ${description}, ${widthMm} mm`;

describe("a Word file", () => {
  it.each(WORD_CASES)("$name", ({ parts, text, looks, notices, notes, pictures }) => {
    const manuscript = read(parts);
    expect(printBlocks(manuscript.blocks)).toEqual(text);
    if (looks !== undefined) expect([...paragraphsOf(manuscript.blocks)].map(printLook)).toEqual(looks);
    if (notices !== undefined) expect(printNotices(manuscript)).toEqual(notices);
    for (const [key, lines] of Object.entries(notes ?? {})) {
      expect(printBlocks(manuscript.notes.get(key) ?? [])).toEqual(lines);
    }
    if (pictures !== undefined) {
      const shown = [...manuscript.pictures].map(([key, picture]) => [key, printPicture(picture)]);
      expect(Object.fromEntries(shown)).toEqual(pictures);
    }
    for (const { message, help } of manuscript.notices) {
      for (const words of [message, ...(help === undefined ? [] : [help])]) {
        expect(words.zh).toMatch(/。$/);
        expect(words.en).toMatch(/[.]$/);
      }
    }
  });

  it("reads the same twice", () => {
    for (const { parts } of WORD_CASES) expect(read(parts)).toEqual(read(parts));
  });

  it("says in its notices what was seen", () => {
    const said = WORD_CASES.flatMap(({ parts }) => read(parts).notices.map(({ message }) => message.zh));
    expect(said).toEqual(
      expect.arrayContaining([
        "此稿有未处理的修订：1处插入、4处删除、1处移动、1处格式改动（第1、2、3、4、6段）。这里按“全部接受”读取。",
        "李编辑对“昨日”的批注（已标为解决）没有印出：“请写日期”。",
        "第1段有设为“隐藏”的文字共6个字，没有读入：“看不见也不见”。",
        "这里的 SmartArt 图形没有读入，其中的文字“流程”也没有读入。",
        "这里的公式没有读入，只留下文字“x^2”。",
        "这里的内嵌 Excel 表格没有读入，只留下它的预览图。",
        "第1段的专用字体符号已换成通用字符：√ ☑ □ ≤ → ●。",
        "第4段的拼音（注音）放进了括号，如“中（zhōng）”。",
      ]),
    );
  });

  it("numbers paragraphs as lines of its text", () => {
    const manuscript = read({ body: p("一") + p("二") });
    expect(manuscriptText(manuscript).text).toBe("一\n二");
  });

  it("finds its parts whatever their case, absolute or relative", () => {
    const entries = packageEntries({ body: p("找得到") });
    const moved = {
      "[Content_Types].xml": entries["[Content_Types].xml"] ?? "",
      "_rels/.rels": relationshipsXml(
        '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/WORD/./x/../Text.XML"/>',
      ),
      "word\\text.xml": entries["word/document.xml"] ?? "",
    };
    const { manuscript } = readWordPackage(zipEntries(moved), SOURCE);
    expect(printBlocks(manuscript?.blocks ?? [])).toEqual(["1 找得到"]);
  });
});

describe("words", () => {
  const words = fc.string({
    unit: fc.constantFrom("云", "岭", "a", "1", " ", "，", "\u{20000}", "&amp;"),
    minLength: 1,
    maxLength: 6,
  });
  const wrap = fc.constantFrom(
    (inner: string) => inner,
    (inner: string) => `<w:ins w:id="1" w:author="甲">${inner}</w:ins>`,
    (inner: string) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`,
    (inner: string) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`,
    (inner: string) => `<w:fldSimple w:instr="REF x">${inner}</w:fldSimple>`,
    (inner: string) => `<w:smartTag>${inner}</w:smartTag>`,
  );
  const format = fc.constantFrom(
    "",
    "<w:b/>",
    "<w:i/>",
    '<w:sz w:val="32"/>',
    '<w:rFonts w:hint="eastAsia"/>',
  );
  const piece = fc.tuple(words, wrap, format);
  const paragraph = fc.array(piece, { maxLength: 6 });

  it("are all there, in order, whatever runs and wrappers they stand in", () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const body = paragraphs
          .map((pieces) => `<w:p>${pieces.map(([text, around, run]) => around(r(text, run))).join("")}</w:p>`)
          .join("");
        const wanted = paragraphs.map((pieces) =>
          pieces.map(([text]) => text.replaceAll("&amp;", "&")).join(""),
        );
        const { manuscript } = readWordPackage(wordPackage({ body: `${p("始")}${body}` }), SOURCE);
        expect(manuscript && manuscriptText(manuscript).text).toBe(["始", ...wanted].join("\n"));
      }),
      { numRuns: 200, seed: 20261127 },
    );
  });
});

describe("numbers of lists", () => {
  it.each([
    ["decimal", [1, 10], ["1", "10"]],
    ["decimalZero", [1, 10], ["01", "10"]],
    ["upperRoman", [4, 1999, 5000], ["IV", "MCMXCIX", "5000"]],
    ["lowerRoman", [9], ["ix"]],
    ["upperLetter", [1, 26, 27, 28, 99999], ["A", "Z", "AA", "BB", "99999"]],
    ["lowerLetter", [3], ["c"]],
    ["chineseCounting", [1, 10, 11, 20, 21, 99], ["一", "十", "十一", "二十", "二十一", "九十九"]],
    [
      "chineseCountingThousand",
      [10, 12, 100, 101, 110, 1001, 10000],
      ["十", "十二", "一百", "一百零一", "一百一十", "一千零一", "一万"],
    ],
    ["taiwaneseCountingThousand", [15], ["十五"]],
    ["japaneseCounting", [10, 21], ["十", "二十一"]],
    ["chineseLegalSimplified", [1, 10, 25, 105], ["壹", "壹拾", "贰拾伍", "壹佰零伍"]],
    ["ideographLegalTraditional", [3, 6], ["參", "陸"]],
    ["ideographTraditional", [1, 10, 11], ["甲", "癸", "11"]],
    ["ideographZodiac", [1, 12], ["子", "亥"]],
    ["ideographZodiacTraditional", [1, 60], ["甲子", "癸亥"]],
    ["decimalEnclosedCircle", [1, 20, 21], ["①", "⑳", "21"]],
    ["decimalEnclosedCircleChinese", [10], ["⑩"]],
    ["decimalEnclosedParen", [1, 20], ["⑴", "⒇"]],
    ["decimalEnclosedFullstop", [1], ["⒈"]],
    ["ideographEnclosedCircle", [1, 10], ["㊀", "㊉"]],
    ["decimalFullWidth", [12], ["１２"]],
    ["numberInDash", [3], ["- 3 -"]],
    ["none", [3], [""]],
  ] as const)("%s", (format, values, expected) => {
    expect(values.map((value) => formatNumber(value, format))).toEqual(expected);
  });
});
