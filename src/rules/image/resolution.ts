/**
 * A picture has enough pixels to be printed at a useful width. Pictures are set at 150 dots an inch, no
 * wider than the text (layout/, editions/docx), so one with few pixels does not blur but comes out
 * small: below 100 mm nobody is recognised in a photograph of a meeting.
 */
import { type ItemRule, numberOption } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const imageResolution: ItemRule = {
  id: "image/resolution",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  options: { "min-dpi": 150, "min-width-mm": 100 },
  summary: {
    zh: "图片按 150 dpi 印出来，宽度不小于 100 毫米（min-dpi、min-width-mm）。",
    en: "Printed at 150 dpi, a picture is at least 100 mm wide (min-dpi, min-width-mm).",
  },
  why: {
    zh: "印刷要的像素比屏幕多：像素太少的图，放大会模糊，不放大又看不清。从聊天软件里保存的照片多半已被压缩。",
    en: "Print needs more pixels than a screen: with too few, a picture is blurred, or too small to make anything out. Photographs saved from chat programs have usually been scaled down.",
  },
  forUnit: {
    what: { zh: "这张图片太小，印出来不清楚。", en: "This picture is too small to print clearly." },
    ask: {
      zh: "请发原图：用微信发送时勾选“原图”，或用邮件附件发送。",
      en: "Please send the original, by e-mail or, on WeChat, with “Full Image” ticked.",
    },
  },
  examples: [
    {
      name: { zh: "三百像素宽的图", en: "A picture 300 pixels wide" },
      files: { "items/01.md": item("![会场全景](../images/small.png)") },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "一千八百像素宽的图", en: "A picture 1800 pixels wide" },
      files: { "items/01.md": item("![会场全景](../images/wide.png)") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, context) {
    const minDpi = numberOption(context, "min-dpi");
    const minWidthMm = numberOption(context, "min-width-mm");
    const wantedPx = Math.ceil((minDpi * minWidthMm) / MM_PER_INCH);
    for (const { image, destination, decorative } of context.factsOf(item).figures) {
      if (image.state !== "found" || decorative || image.widthPx >= wantedPx) continue;
      const widthMm = Math.floor((image.widthPx / minDpi) * MM_PER_INCH);
      yield {
        span: destination.span,
        message: {
          zh: `图片“${destination.value}”宽 ${image.widthPx} 像素，按 ${minDpi} dpi 只能印 ${widthMm} 毫米宽。`,
          en: `The picture “${destination.value}” is ${image.widthPx} pixels wide, which at ${minDpi} dpi prints only ${widthMm} mm wide.`,
        },
        help: {
          zh: `请换用原图，宽度不小于 ${wantedPx} 像素；不要用从聊天软件里保存的缩略图。`,
          en: `Use the original, at least ${wantedPx} pixels wide, not a copy saved from a chat.`,
        },
      };
    }
  },
};

const MM_PER_INCH = 25.4;
