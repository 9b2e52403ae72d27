/**
 * A file as WPS Writer writes it: its own namespace and parts, styles by numbers, document fields of its forms for
 * official papers, objects of its own programs, text boxes twice, backslashes in the names of old versions.
 */
import { describe, expect, it } from "vitest";
import { readWordPackage } from "../../src/intake/word/read-word-package.js";
import { PNG, p, packageEntries, printBlocks, r, relationship, zipEntries } from "./word-package.js";

const WPS = "http://www.wps.cn/officeDocument/2013/wpsCustomData";
const field = (end: "Start" | "End", name: string): string =>
  `<wpsCustomData:docfield${end} id="0" docfieldname="${name}" hidden="0" print="1" readonly="0" index="1"/>`;
const numbered = (text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:bidi w:val="0"/><w:rPr><w:rFonts w:hint="default"/></w:rPr></w:pPr>${r(text, '<w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>')}</w:p>`;
const box = (inner: string): string =>
  `<w:r><w:rPr><w:sz w:val="32"/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="文本框 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="_x0000_s1026" o:spid="_x0000_s1026" o:spt="202" type="#_x0000_t202"><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const object = (program: string): string =>
  `<w:p><w:r><w:object><v:shape o:spt="75" type="#_x0000_t75" style="height:65.5pt;width:72.5pt;" o:ole="t"/><o:OLEObject Type="Embed" ProgID="${program}" DrawAspect="Icon" r:id="ole"><o:LockedField>false</o:LockedField></o:OLEObject></w:object></w:r></w:p>`;

const entries = packageEntries({
  styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/><w:uiPriority w:val="0"/></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>`,
  numbering: `<w:abstractNum w:abstractNumId="0"><w:nsid w:val="A1B2C3D4"/><w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="A1B2C3D4"/><w:lvl w:ilvl="0" w:tentative="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  relationships:
    relationship("image", "image", "media/image1.png") +
    relationship("ole", "oleObject", "embeddings/oleObject1.bin") +
    `<Relationship Id="data" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>`,
  body: [
    `<w:p>${field("Start", "标题_1")}${r("云岭区科协举办科普展")}${field("End", "标题_1")}</w:p>`,
    numbered("主要做法"),
    p("展览分为三个展区。"),
    numbered("活动成效"),
    `<w:p>${box(p("联系电话：555-0100"))}${r("三百余名学生参加。")}</w:p>`,
    `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="2" name="图片 2" descr="微信图片"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="2" name="微信图片"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="image"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
    object("KWPS.Document.12"),
    object("KET.Sheet.12"),
    `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:cols w:space="425" w:num="1"/><w:docGrid w:type="lines" w:linePitch="312" w:charSpace="0"/></w:sectPr>`,
  ].join(""),
  files: {
    "word/media/image1.png": PNG,
    "word/embeddings/oleObject1.bin": "x",
    "customXml/item1.xml": `<s:customData xmlns="${WPS}" xmlns:s="${WPS}"><customSectProps><customSectPr/></customSectProps></s:customData>`,
    "customXml/itemProps1.xml": `<ds:datastoreItem ds:itemID="{1}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${WPS}"/></ds:schemaRefs></ds:datastoreItem>`,
    "docProps/custom.xml": `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="KSOProductBuildVer"/></Properties>`,
  },
});

const read = (files: Readonly<Record<string, string | Uint8Array>>) => {
  const { manuscript } = readWordPackage(zipEntries(files), { path: "稿.docx", name: "稿.docx" });
  return manuscript;
};

describe("a file of WPS Writer", () => {
  it("is read as one of Word, its own data left alone", () => {
    const manuscript = read(entries);
    expect(printBlocks(manuscript?.blocks ?? [])).toEqual([
      "1 云岭区科协举办科普展",
      "2 ‹一、›主要做法",
      "3 展览分为三个展区。",
      "4 ‹二、›活动成效",
      "5 三百余名学生参加。",
      "box 6 联系电话：555-0100",
      "7 {picture-1}",
      "8 ",
      "9 ",
    ]);
  });

  it("names the objects of its programs", () => {
    const told = read(entries)?.notices.map(({ message }) => message.zh) ?? [];
    expect(told).toEqual(["这里的内嵌文档没有读入。", "这里的内嵌 Excel 表格没有读入。"]);
  });

  it("is read alike where an old version parted folders by backslashes", () => {
    const old = Object.fromEntries(
      Object.entries(entries).map(([name, text]) => [name.replaceAll("/", "\\"), text]),
    );
    expect(read(old)?.blocks).toEqual(read(entries)?.blocks);
  });
});
