/**
 * A picture has enough pixels for the width at which it is printed. Assumes the text width of
 * GB/T 9704-2012 (156 mm) and that a figure is set at 96 pixels an inch, no wider than the text.
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
  options: { "min-dpi": 150, "text-width-mm": 156 },
  summary: {
    zh: "图片按印出的宽度不低于 150 dpi（min-dpi）。",
    en: "A picture has at least 150 dpi at its printed width (min-dpi).",
  },
  why: {
    zh: "屏幕上清楚的图，印到纸上可能发虚；从聊天软件里存下来的照片多半被压小了。",
    en: "What is sharp on a screen may blur on paper; photographs saved from chat programs are mostly shrunk.",
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
    const textWidthInches = numberOption(context, "text-width-mm") / MM_PER_INCH;
    for (const { image, destination } of context.factsOf(item).figures) {
      if (image.state !== "found") continue;
      const printedInches = Math.min(image.widthPx / PIXELS_PER_INCH, textWidthInches);
      const dpi = Math.floor(image.widthPx / printedInches);
      if (dpi >= minDpi) continue;
      const wantedPx = Math.ceil(minDpi * printedInches);
      yield {
        span: destination.span,
        message: {
          zh: `图片“${destination.value}”宽 ${image.widthPx} 像素，印出来约 ${dpi} dpi，会发虚。`,
          en: `The picture “${destination.value}” is ${image.widthPx} pixels wide, about ${dpi} dpi in print, and will blur.`,
        },
        help: {
          zh: `换用原图，宽度不小于 ${wantedPx} 像素；不要用聊天软件里存下的缩略图。`,
          en: `Use the original, at least ${wantedPx} pixels wide, not a copy saved from a chat.`,
        },
      };
    }
  },
};

const MM_PER_INCH = 25.4;
/** Pixels of CSS, the size at which a picture without a resolution of its own is set. */
const PIXELS_PER_INCH = 96;
