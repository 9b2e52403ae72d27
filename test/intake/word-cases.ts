/** Word files and what is read from them: text, numbers, tables, fields, revisions, pictures. */
import { type PackageParts, PNG, p, partXml, r, relationship } from "./word-package.js";

export interface WordCase {
  readonly name: string;
  readonly parts: PackageParts;
  readonly text: readonly string[];
  /** of the paragraphs in order */
  readonly looks?: readonly string[];
  readonly notices?: readonly string[];
  /** lines of the notes, by their calls */
  readonly notes?: Readonly<Record<string, readonly string[]>>;
  readonly pictures?: Readonly<Record<string, string>>;
}

const level = (index: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, of: number, more = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const numbered = (text: string, id: number, depth = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

const BY = 'w:id="1" w:author="审稿人" w:date="2026-03-01T08:00:00Z"';
const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (words: string): string =>
  `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`;

const cell = (inner: string, format = ""): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${format}</w:tcPr>${inner}</w:tc>`;
const row = (cells: string, format = ""): string => `<w:tr><w:trPr>${format}</w:trPr>${cells}</w:tr>`;
const BORDERS =
  '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>';
const table = (rows: string, format = BORDERS): string => `<w:tbl>${format}<w:tblGrid/>${rows}</w:tbl>`;

const inlinePicture = (id: string, blip = `<a:blip r:embed="${id}"/>`, more = ""): string =>
  `<w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="1" name="图片 1" descr="参观现场"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="现场.png"/></pic:nvPicPr><pic:blipFill>${blip}${more}</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
const box = (inner: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/><wp:docPr id="2" name="文本框 2"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;

export const WORD_CASES: readonly WordCase[] = [
  {
    name: "runs that WPS splits are one, formats that differ are not",
    parts: {
      body: `<w:p><w:pPr><w:keepNext w:val="0"/><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:pPr>${r("云岭区", '<w:rFonts w:hint="eastAsia"/>')}${r("科协", '<w:rFonts w:hint="default"/><w:lang w:val="en-US"/>')}<w:proofErr w:type="spellStart"/>${r("举办", "<w:b/>")}${r("H")}${r("2", '<w:vertAlign w:val="subscript"/>')}${r("O", "<w:i/><w:strike/>")}<wpsCustomData:diagonals><wpsCustomData:x/></wpsCustomData:diagonals></w:p>`,
    },
    text: ["1 云岭区科协*举办*H_2_/~O~/"],
    notices: [],
  },
  {
    name: "spaces without xml:space are none; breaks, tabs and hyphens are kept",
    parts: {
      body: '<w:p><w:r><w:t> 一 </w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:noBreakHyphen/><w:softHyphen/><w:cr/><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/><w:t>四\n五</w:t></w:r></w:p>',
    },
    text: ["1 一⇥二⏎三-⏎⇥四 五"],
  },
  {
    name: "Strict files read alike",
    parts: { isStrict: true, body: p("严格格式", '<w:jc w:val="end"/>'), styles: "" },
    text: ["1 严格格式"],
    looks: ["end, 10 pt"],
  },
  {
    name: "styles inherit, toggles switch, direct formats prevail",
    parts: {
      styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="32"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="10"><w:name w:val="我的标题"/><w:basedOn w:val="1"/><w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
        <w:style w:type="paragraph" w:styleId="h3"><w:name w:val="标题 3"/></w:style>
        <w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>
        <w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`,
      theme:
        '<a:themeElements><a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Jpan" typeface="游明朝"/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements>',
      body: [
        p("普通"),
        p("一级", '<w:pStyle w:val="1"/>'),
        p("继承", '<w:pStyle w:val="10"/>', '<w:rStyle w:val="s"/>'),
        p("标题", '<w:pStyle w:val="t"/>', '<w:b/><w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>'),
        p("三级", '<w:pStyle w:val="h3"/><w:jc w:val="right"/>'),
        p("图", '<w:pStyle w:val="c"/><w:jc w:val="both"/><w:ind w:left="420" w:hanging="420"/>'),
        p("没有这种样式", '<w:pStyle w:val="nowhere"/><w:pageBreakBefore/><w:outlineLvl w:val="9"/>'),
        '<w:p><w:pPr><w:rPr><w:sz w:val="24"/></w:rPr></w:pPr></w:p>',
      ].join(""),
    },
    text: ["1 普通", "2 *一级*", "3 继承", "4 *标题*", "5 三级", "6 图", "7 没有这种样式", "8 "],
    looks: [
      "start, «Normal», 10.5 pt, 等线",
      "center, level 1, «标题 1», 16 pt, 黑体, bold",
      "center, level 1, «我的标题», 16 pt, 黑体, indent 32",
      "start, level 0, «标题», 22 pt, 方正小标宋简体, bold",
      "end, level 3, «标题 3», 10.5 pt, 等线",
      "start, «题注», 10.5 pt, 等线, indent -21",
      "start, «Normal», 10.5 pt, 等线, page",
      "start, «Normal», 12 pt",
    ],
  },
  {
    name: "size and face are those of most characters; bold needs all",
    parts: {
      body: `<w:p>${r("小标宋体字", '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/><w:b/>')}${r("黑", '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="24"/>')}${r("  ")}</w:p>`,
    },
    text: ["1 *小标宋体字*黑  "],
    looks: ["start, 16 pt, 仿宋"],
  },
  {
    name: "numbers of lists: Han, in brackets, by levels, restarted",
    parts: {
      numbering: [
        list(
          0,
          level(0, "chineseCounting", "%1、") +
            level(1, "chineseCountingThousand", "（%2）") +
            level(2, "decimal", "%3."),
        ),
        list(
          1,
          level(0, "upperRoman", "%1") +
            level(1, "decimal", "%1.%2") +
            level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
        ),
        list(2, level(0, "bullet", "\uF0B7") + level(1, "bullet", "\uF06C", "")),
        num(1, 0),
        num(2, 1),
        num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        num(4, 2),
        num(5, 0, `<w:lvlOverride w:ilvl="0">${level(0, "decimalEnclosedCircle", "%1")}</w:lvlOverride>`),
      ].join(""),
      body: [
        numbered("甲", 1),
        numbered("乙", 1, 1),
        numbered("丙", 1, 1),
        numbered("丁", 1, 2),
        numbered("戊", 1),
        numbered("己", 1, 1),
        numbered("庚", 2),
        numbered("辛", 2, 1),
        numbered("壬", 2, 2),
        numbered("癸", 3),
        numbered("子", 3),
        numbered("丑", 4),
        numbered("寅", 0),
        numbered("卯", 99),
        numbered("辰", 5),
      ].join(""),
    },
    text: [
      "1 ‹一、›甲",
      "2 ‹（一）›乙",
      "3 ‹（二）›丙",
      "4 ‹1.›丁",
      "5 ‹二、›戊",
      "6 ‹（一）›己",
      "7 ‹I›庚",
      "8 ‹I.1›辛",
      "9 ‹1.1.1›壬",
      "10 ‹五、›癸",
      "11 ‹六、›子",
      "12 ‹●›丑",
      "13 寅",
      "14 卯",
      "15 ‹⑦›辰",
    ],
  },
  {
    name: "numbers by style, by linked styles, with padded digits; a level that never restarts",
    parts: {
      styles: `<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:firstLine="640"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="h2a"><w:name w:val="我的二级"/><w:basedOn w:val="h2"/></w:style>
        <w:style w:type="numbering" w:styleId="ls"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`,
      numbering: [
        list(
          0,
          level(0, "chineseCounting", "第%1条", '<w:pStyle w:val="h1"/>') +
            level(1, "decimalZero", "%2", '<w:lvlRestart w:val="0"/><w:pStyle w:val="h2"/>'),
        ),
        `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="ls"/>${level(0, "ideographTraditional", "%1.")}</w:abstractNum>`,
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="ls"/></w:abstractNum>',
        list(
          3,
          '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
        ),
        num(1, 0),
        num(2, 1),
        num(3, 2),
        num(4, 3),
      ].join(""),
      body: [
        p("总则", '<w:pStyle w:val="h1"/>'),
        p("目的", '<w:pStyle w:val="h2"/>'),
        p("分则", '<w:pStyle w:val="h1"/>'),
        p("范围", '<w:pStyle w:val="h2"/>'),
        p("不编号", '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        numbered("天干", 2),
        numbered("续", 3),
        numbered("补零", 4),
        p("承样式", '<w:pStyle w:val="h2a"/>'),
      ].join(""),
    },
    text: [
      "1 ‹第一条›总则",
      "2 ‹01›目的",
      "3 ‹第二条›分则",
      "4 ‹02›范围",
      "5 不编号",
      "6 ‹甲.›天干",
      "7 ‹乙.›续",
      "8 ‹001›补零",
      "9 ‹03›承样式",
    ],
  },
  {
    name: "tables: spans, merged rows, headers, nested, wrapped rows",
    parts: {
      body:
        table(
          row(cell(p("表头"), '<w:gridSpan w:val="2"/>') + cell(p("备注")), "<w:tblHeader/>") +
            `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${row(cell(p("合"), '<w:vMerge w:val="restart"/>') + cell(p("一")) + cell(p("单"), '<w:vMerge w:val="restart"/>'))}</w:sdtContent></w:sdt>` +
            row(cell("<w:p/>", "<w:vMerge/>") + cell(p("二")) + cell(table(row(cell(p("内")))) + p(""))) +
            row(cell(p("末"), '<w:gridSpan w:val="2"/>'), '<w:gridBefore w:val="1"/>'),
        ) + p("表后"),
    },
    text: [
      "#| <21 表头 | 2 备注",
      "| v3 合 | 4 一 | 5 单",
      "| ^6  | 7 二 | | 8 内 / 9 ",
      "|  | <210 末",
      "11 表后",
    ],
  },
  {
    name: "tables without lines; with lines by style or by a cell",
    parts: {
      styles:
        '<w:style w:type="table" w:default="1" w:styleId="n"><w:name w:val="Normal Table"/></w:style><w:style w:type="table" w:styleId="g"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr></w:style><w:style w:type="table" w:styleId="g2"><w:basedOn w:val="g"/></w:style>',
      body: [
        table(row(cell(p("甲"))), "<w:tblPr/>"),
        table(row(cell(p("乙"))), '<w:tblPr><w:tblStyle w:val="g2"/></w:tblPr>'),
        table(
          row(cell(p("丙"))),
          '<w:tblPr><w:tblStyle w:val="g2"/><w:tblBorders><w:top w:val="none"/></w:tblBorders></w:tblPr>',
        ),
        table(row(cell(p("丁"), '<w:tcBorders><w:left w:val="dotted"/></w:tcBorders>')), "<w:tblPr/>"),
      ].join(""),
    },
    text: [": 1 甲", "| 2 乙", ": 3 丙", "| 4 丁"],
  },
  {
    name: "revisions: the final text, counted",
    parts: {
      body: [
        `<w:p>${r("参加")}<w:del ${BY}><w:r><w:delText>三十</w:delText></w:r></w:del><w:ins ${BY}>${r("五十")}</w:ins><w:ins ${BY}>${r("余")}</w:ins>${r("人")}<w:moveFrom ${BY}>${r("移走")}</w:moveFrom></w:p>`,
        `<w:p><w:pPr><w:rPr><w:del ${BY}/></w:rPr></w:pPr><w:del ${BY}><w:r><w:delText>整段删去</w:delText></w:r></w:del></w:p>`,
        `<w:p><w:pPr><w:rPr><w:del ${BY}/></w:rPr></w:pPr>${r("前半")}</w:p>`,
        `<w:p><w:pPr><w:jc w:val="center"/><w:pPrChange ${BY}><w:pPr/></w:pPrChange></w:pPr><w:moveTo ${BY}>${r("移来")}</w:moveTo>${r("后半", `<w:b/><w:rPrChange ${BY}><w:rPr/></w:rPrChange>`)}</w:p>`,
        table(row(cell(p("留"))) + row(cell(p("删")), `<w:del ${BY}/>`)),
      ].join(""),
    },
    text: ["1 参加五十余人", "3 前半移来*后半*", "| 5 留"],
    looks: ["start, 10 pt", "center, 10 pt", "start, 10 pt"],
    notices: ["import/revision 1"],
  },
  {
    name: "comments with what they are about; resolved ones say so",
    parts: {
      body: `<w:p><w:commentRangeStart w:id="0"/>${r("昨日")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r("召开")}</w:p>${p("第二段")}`,
      comments: `<w:comment w:id="0" w:author="李编辑"><w:p w14:paraId="0000000A"><w:r><w:annotationRef/></w:r>${r("请写日期")}</w:p></w:comment><w:comment w:id="7" w:author="王编辑">${p("孤立的")}</w:comment>`,
      commentsExtended: '<w15:commentEx w15:paraId="0000000A" w15:done="1"/>',
    },
    text: ["1 昨日召开", "2 第二段"],
    notices: ["import/comment 1", "import/comment"],
  },
  {
    name: "hidden text is left out, by style, too; a hidden mark joins",
    parts: {
      styles:
        '<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>',
      body: `<w:p>${r("看得见")}${r("看不见", "<w:vanish/>")}${r("也不见", '<w:rStyle w:val="h"/>')}${r("又见", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')}</w:p><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${r("连着")}</w:p>${p("下一段")}`,
    },
    text: ["1 看得见又见", "2 连着下一段"],
    notices: ["import/hidden-text 1"],
  },
  {
    name: "fields show their results; links are links",
    parts: {
      relationships:
        relationship("rId9", "hyperlink", "https://example.org/a", true) +
        relationship("rId8", "hyperlink", "file:///c:/x.doc", true),
      body: [
        `<w:p>${mark("begin")}${instruction(' HYPERLINK "https://example.org/b" \\l "c" ')}${mark("separate")}${r("网址", "<w:u/>")}${mark("end")}${r("后")}</w:p>`,
        `<w:p><w:hyperlink r:id="rId9" w:anchor="top">${r("外链")}</w:hyperlink><w:hyperlink r:id="rId8">${r("本地")}</w:hyperlink><w:hyperlink w:anchor="x">${r("书签")}</w:hyperlink></w:p>`,
        `<w:p>${r("图")}<w:fldSimple w:instr=" SEQ 图 \\* ARABIC ">${r("1")}</w:fldSimple>${mark("begin")}${instruction(" IF ")}${mark("begin")}${instruction(" PAGE ")}${mark("separate")}${r("9")}${mark("end")}${instruction(' = 1 "甲" "乙" ')}${mark("separate")}${r("乙")}${mark("end")}</w:p>`,
        `<w:p>${mark("begin")}${instruction(" eq \\o\\ac(○,3) ")}${mark("end")}${mark("begin")}${instruction(" EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(zhōng),中) ")}${mark("end")}${mark("begin")}${instruction(" MACROBUTTON NoMacro [点此输入] ")}${mark("end")}</w:p>`,
        `<w:p>${mark("begin")}${r("没有结尾的域")}</w:p><w:p>${r("照样读")}</w:p>`,
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>' +
          `${instruction(" FORMCHECKBOX ")}${mark("end")}${r("同意")}</w:p>`,
      ].join(""),
    },
    text: [
      "1 [网址](https://example.org/b#c)后",
      "2 [外链](https://example.org/a#top)本地书签",
      "3 图1乙",
      "4 ③中（zhōng）[点此输入]",
      "5 没有结尾的域",
      "6 照样读",
      "7 ☑同意",
    ],
    notices: ["import/ruby 4"],
  },
  {
    name: "phonetic guides stand in brackets",
    parts: {
      body: `<w:p>${r("访问")}<w:r><w:ruby><w:rubyPr/><w:rt>${r("dá")}</w:rt><w:rubyBase>${r("龘")}</w:rubyBase></w:ruby></w:r>${r("村")}</w:p>`,
    },
    text: ["1 访问龘（dá）村"],
    notices: ["import/ruby 1"],
  },
  {
    name: "symbol fonts become plain characters; what has none stays, and is told of the text",
    parts: {
      body: `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Wingdings" w:char="00A8"/><w:sym w:font="Symbol" w:char="F0A3"/><w:sym w:font="宋体" w:char="25CB"/></w:r>${r("\uF0E0l", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}</w:p><w:p><w:r><w:sym w:font="Wingdings" w:char="F0FF"/></w:r></w:p>`,
    },
    text: ["1 √☑□≤○→●", "2 \uF0FF"],
    notices: ["import/symbol 1"],
  },
  {
    name: "notes with their text",
    parts: {
      body: `<w:p>${r("正文")}<w:r><w:footnoteReference w:id="2"/></w:r>${r("。")}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>${p("尾")}`,
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${r("注文")}</w:p></w:footnote>`,
      endnotes: `<w:endnote w:id="2">${p("尾注")}</w:endnote>`,
    },
    text: ["1 正文{footnote-2}。{endnote-2}", "2 尾"],
    notes: { "footnote-2": ["3 注文"], "endnote-2": ["4 尾注"] },
  },
  {
    name: "pages: by break, by section, in the middle of a paragraph",
    parts: {
      body: [
        `<w:p>${r("封面")}<w:r><w:br w:type="page"/></w:r></w:p>`,
        `<w:p>${r("正文")}</w:p>`,
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        `<w:p>${r("又一页")}<w:r><w:br w:type="page"/></w:r>${r("同段")}</w:p>`,
        `<w:p><w:pPr><w:sectPr/></w:pPr>${r("节末")}</w:p>`,
        `<w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr>${r("新节")}</w:p>`,
        `<w:p>${r("连续节")}</w:p><w:sectPr><w:type w:val="continuous"/></w:sectPr>`,
      ].join(""),
    },
    text: ["1 封面", "2 正文", "3 ", "4 又一页⏎同段", "5 节末", "6 新节", "7 连续节"],
    looks: [
      "start, 10 pt",
      "start, 10 pt, page",
      "start, 10 pt",
      "start, 10 pt, page",
      "start, 10 pt",
      "start, 10 pt, page",
      "start, 10 pt",
    ],
  },
  {
    name: "pictures as they are shown; linked, missing and metafiles are told",
    parts: {
      relationships:
        relationship("rId1", "image", "media/image1.png") +
        relationship("rId2", "image", "https://example.org/x.png", true) +
        relationship("rId3", "image", "/word/media/image3.emf") +
        relationship("rId4", "image", "media/none.png"),
      files: {
        "word/media/image1.png": PNG,
        "word/media/image3.emf": Uint8Array.from({ length: 60 }, (_, at) =>
          at === 0 ? 1 : at === 40 ? 0x20 : at === 41 ? 0x45 : at === 42 ? 0x4d : at === 43 ? 0x46 : 0,
        ),
      },
      body: `<w:p>${r("前")}<w:r>${inlinePicture("rId1")}</w:r>${r("后")}</w:p><w:p><w:r>${inlinePicture("", '<a:blip r:link="rId2"/>')}</w:r></w:p><w:p><w:r>${inlinePicture("rId3")}</w:r></w:p><w:p><w:r>${inlinePicture("rId4")}</w:r></w:p><w:p><w:r>${inlinePicture("rId1", undefined, '<a:srcRect l="20000"/>')}</w:r></w:p><w:p><w:r><w:pict><v:shape style="width:72pt;height:3pt" alt="旧式"><v:imagedata r:id="rId1" o:title="旧图.jpg"/></v:shape></w:pict></w:r></w:p>`,
    },
    text: ["1 前{picture-1}后", "2 ", "3 ", "4 ", "5 {picture-1}", "6 {picture-2}"],
    pictures: { "picture-1": "现场.png, 参观现场, 100 mm", "picture-2": "旧图.jpg, 旧式, 25.4 mm" },
    notices: [
      "import/picture-refused 2",
      "import/lost-object 3",
      "import/picture-refused 4",
      "import/picture-changed 5",
    ],
  },
  {
    name: "text boxes once, behind their anchor; headers at the end",
    parts: {
      relationships: relationship("rId5", "header", "header.xml"),
      header: p("某某简报第3期"),
      body: `<w:p>${r("锚")}<w:r>${box(p("框中") + p("二"))}</w:r></w:p>${p("下")}<w:p><w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId5"/></w:sectPr>`,
    },
    text: ["1 锚", "box 2 框中", "box 3 二", "4 下", "5 ", "box 6 艺术字", "edge 7 某某简报第3期"],
    notices: [],
  },
  {
    name: "branches that are not understood give way to the fallback",
    parts: {
      relationships: relationship("rId1", "image", "media/image1.png"),
      files: { "word/media/image1.png": PNG },
      body: `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpi">${r("看不懂")}</mc:Choice><mc:Fallback><w:t>退路</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    },
    text: ["1 退路"],
  },
  {
    name: "equations, charts, SmartArt and objects are told",
    parts: {
      relationships:
        relationship("rId6", "diagramData", "diagrams/data1.xml") +
        relationship("rId1", "image", "media/i.png"),
      files: {
        "word/diagrams/data1.xml": partXml("dgm:dataModel", "<a:p><a:r><a:t>流程</a:t></a:r></a:p>"),
        "word/media/i.png": PNG,
      },
      body: [
        `<w:p>${r("面积")}<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>`,
        '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="rId7"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
        '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="rId6"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
        '<w:p><w:r><w:object><v:shape style="width:10mm"><v:imagedata r:id="rId1"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>',
        '<w:altChunk r:id="rId99"/>',
        "<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>",
      ].join(""),
    },
    text: ["1 面积x^2", "2 ", "3 ", "4 {picture-1}", "5 a+b"],
    notices: [
      "import/lost-object 1",
      "import/lost-object 2",
      "import/lost-object 3",
      "import/lost-object 4",
      "import/lost-object 5",
    ],
  },
  {
    name: "macros are told, wrappers and foreign prefixes are seen through",
    parts: {
      files: { "word/vbaProject.bin": "x" },
      body: `<w:sdt><w:sdtContent><w:p><w:smartTag w:element="x">${r("智能")}</w:smartTag><w:customXml w:element="y">${r("标记")}</w:customXml><w:sdt><w:sdtPr/><w:sdtContent>${r("控件")}</w:sdtContent></w:sdt><w:bdo w:val="ltr">${r("方向")}</w:bdo></w:p></w:sdtContent></w:sdt><q:p xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><q:r><q:t>别名</q:t></q:r></q:p>`,
    },
    text: ["1 智能标记控件方向", "2 别名"],
    notices: ["import/macro"],
  },
  {
    name: "two bodies are read one behind the other",
    parts: { body: `${p("前")}</w:body><w:body>${p("后")}` },
    text: ["1 前", "2 后"],
  },
  {
    name: "numbers that are all to be digits leave 01 as it is",
    parts: {
      numbering:
        list(0, level(0, "upperRoman", "%1") + level(1, "decimalZero", "%1.%2", "<w:isLgl/>")) + num(1, 0),
      body: numbered("甲", 1) + numbered("乙", 1, 1),
    },
    text: ["1 ‹I›甲", "2 ‹1.01›乙"],
  },
];
