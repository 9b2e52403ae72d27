/**
 * What a photograph tells besides its pixels stays in the house. Source: 个人信息保护法, 28 (行踪轨迹 are
 * sensitive); Exif 2.32, XMP and IPTC are where cameras write it. The editions are made without it
 * (read/read-assets.ts); this rule says so, since the file that was sent in still has it.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { PrivateData } from "../../model/text.js";
import type { ItemRule } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const imagePrivateData: ItemRule = {
  id: "image/private-data",
  scope: "item",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "照片里的拍摄位置、相机型号、拍摄时间和作者姓名不随刊物发出，程序会去掉并告知。",
    en: "Where, when, with which camera and by whom a photograph was taken is taken out of the editions, and said.",
  },
  why: {
    zh: "手机和相机把这些写在照片文件里，看图看不出来，别人却能读到。各版里的照片只留画面、颜色和方向，别的一概不带；画面没有一点改变，原文件也不动。",
    en: "Telephones and cameras write it into the file, where nobody sees it and anyone can read it. In the editions a photograph keeps its pixels, its colours and which way up it stands, and nothing else; the file that was sent in stays as it was.",
  },
  source: "《个人信息保护法》第二十八条; Exif 2.32, 4.6.6",
  examples: [
    {
      name: { zh: "手机拍的照片", en: "A photograph from a telephone" },
      files: { "items/01.md": item("![会场全景](../images/phone.jpg)") },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "同一张照片用两次，只提醒一次", en: "The same photograph twice, said once" },
      files: {
        "items/01.md": item("![会场全景](../images/phone.jpg)\n\n![会场一角](../images/phone.jpg)"),
      },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "截图或导出的图", en: "A screenshot or an exported picture" },
      files: { "items/01.md": item("![会场全景](../images/wide.png)") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { factsOf }) {
    const told = new Set<string>();
    for (const { image, destination } of factsOf(item).figures) {
      if (image.state !== "found" || image.privateData.length === 0 || told.has(image.path)) continue;
      told.add(image.path);
      const { zh, en } = listed(image.privateData);
      yield {
        span: destination.span,
        message: {
          zh: `图片“${destination.value}”里记有${zh}，三种版式都已去掉。`,
          en: `The picture “${destination.value}” tells ${en}; no edition passes that on.`,
        },
        help: {
          zh: "原文件没有改动；要把它直接发给别人，请先另存一份不带这些信息的。",
          en: "The file itself is as it was: take the data off before you send it to anyone.",
        },
      };
    }
  },
};

const NAMES: Readonly<Record<PrivateData, Message>> = {
  position: { zh: "拍摄位置", en: "where it was taken" },
  camera: { zh: "相机型号", en: "with which camera" },
  time: { zh: "拍摄时间", en: "when" },
  person: { zh: "作者姓名", en: "by whom" },
};

/** @returns the names in a row, the last joined by a word */
function listed(kinds: readonly PrivateData[]): Message {
  const join = (names: readonly string[], comma: string, and: string) =>
    names.length < 2 ? names.join("") : `${names.slice(0, -1).join(comma)}${and}${names.at(-1)}`;
  return {
    zh: join(
      kinds.map((kind) => NAMES[kind].zh),
      "、",
      "和",
    ),
    en: join(
      kinds.map((kind) => NAMES[kind].en),
      ", ",
      " and ",
    ),
  };
}
