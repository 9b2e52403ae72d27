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
    zh: "照片里的拍摄位置、相机型号、拍摄时间和作者姓名不随刊物发出，程序会去掉并说明。",
    en: "The place, time, camera and photographer recorded in a photograph are removed from the editions, and reported.",
  },
  why: {
    zh: "手机和相机把这些信息写在照片文件里，看图看不出来，别人却能读到。各版里的照片只保留画面、颜色和方向，其余一概去掉；画面没有任何改变，原文件也不改动。",
    en: "Phones and cameras write these into the file, where they are not visible but anyone can read them. In the editions a photograph keeps its pixels, colours and orientation, and nothing else; the original file is not changed.",
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
          zh: `图片“${destination.value}”里记有${zh}，各版都已去掉。`,
          en: `The picture “${destination.value}” records ${en}; this is removed from every edition.`,
        },
        help: {
          zh: "原文件没有改动；如要直接发给别人，请先另存一份不带这些信息的。",
          en: "The file itself is not changed: remove the data before you send it to anyone.",
        },
      };
    }
  },
};

const NAMES: Readonly<Record<PrivateData, Message>> = {
  position: { zh: "拍摄位置", en: "where it was taken" },
  camera: { zh: "相机型号", en: "the camera" },
  time: { zh: "拍摄时间", en: "when it was taken" },
  person: { zh: "作者姓名", en: "the photographer" },
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
