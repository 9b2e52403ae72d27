/**
 * A picture has enough pixels for the width at which it is printed. Without a width of its own it is set at 150 dots an
 * inch, no wider than the text (model/picture-size.ts), so one with few pixels does not blur but comes out small: below
 * 100 mm nobody is recognised in a photograph of a meeting. With a width, or beside others, it is printed as wide as
 * that, and what few pixels it has are seen.
 */
import { type PictureRoom, pictureSize, rowSizes } from "../../model/picture-size.js";
import type { Block, Figure } from "../../model/text.js";
import { mmFromPoints, pointsFromMm } from "../../model/units.js";
import { type Finding, type ItemRule, numberOption } from "../rule.js";

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
    zh: "图片照所写的宽度印，不低于 150 dpi；没写宽度的，按 150 dpi 印出来宽度不小于 100 毫米（min-dpi、min-width-mm）。",
    en: "At the width given, a picture has at least 150 dpi; without one, it is at least 100 mm wide at 150 dpi (min-dpi, min-width-mm).",
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
      name: { zh: "同一张图要求印满一栏", en: "The same picture, as wide as the column" },
      files: { "items/01.md": item("![会场全景](../images/small.png){width=100%}") },
      show: "items/01.md",
      findings: ["items/01.md:7:9"],
    },
    {
      name: { zh: "同一张图只印 40 毫米宽", en: "The same picture, 40 mm wide" },
      files: { "items/01.md": item("![会场全景](../images/small.png){width=40mm}") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: {
        zh: "又高又窄的图，照高度的限度印，像素够用",
        en: "A tall and narrow picture, sharp at the height that pictures are limited to",
      },
      files: { "items/01.md": item("![高位水池](../images/tower.png)") },
      show: "items/01.md",
      findings: [],
    },
    {
      name: { zh: "一千八百像素宽的图", en: "A picture 1800 pixels wide" },
      files: { "items/01.md": item("![会场全景](../images/wide.png)") },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, context) {
    const limits = {
      minDpi: numberOption(context, "min-dpi"),
      minWidthMm: numberOption(context, "min-width-mm"),
    };
    const notes = item.notes.flatMap(({ children }) => children);
    for (const printed of printedFigures([...item.blocks, ...notes])) {
      const { figure } = printed;
      if (figure.image.state !== "found" || figure.decorative) continue;
      const finding = findingAbout({ ...printed, widthPx: figure.image.widthPx }, limits);
      if (finding !== undefined) yield finding;
    }
  },
};

const MM_PER_INCH = 25.4;

interface PrintedFigure {
  readonly figure: Figure;
  /** undefined where its pixels say how wide it is */
  readonly widthMm: number | undefined;
}

interface Limits {
  readonly minDpi: number;
  readonly minWidthMm: number;
}

/** The page of GB/T 9704-2012, 5.2: which template an issue has is not known here, and few have another column. */
const ROOM: PictureRoom = {
  measure: pointsFromMm(156),
  pitch: 28.95,
  gap: 7.9,
  style: { minDpi: 150, maxLines: 9, minScale: 0.7 },
};

function printedFigures(blocks: readonly Block[]): readonly PrintedFigure[] {
  return blocks.flatMap((block): readonly PrintedFigure[] => {
    switch (block.kind) {
      case "figure":
        return [{ figure: block, widthMm: ownWidth(block) }];
      case "figure-row": {
        const [only] = block.figures;
        if (block.figures.length === 1 && only !== undefined)
          return [{ figure: only, widthMm: ownWidth(only) }];
        const sizes = rowSizes(block.figures, ROOM);
        return block.figures.map((figure, index) => ({
          figure,
          widthMm: mmFromPoints(sizes[index]?.width ?? 0),
        }));
      }
      case "list":
        return block.items.flatMap(({ children }) => printedFigures(children));
      case "quote":
        return printedFigures(block.children);
      default:
        return [];
    }
  });
}

const ownWidth = (figure: Figure): number | undefined =>
  figure.width === undefined ? undefined : mmFromPoints(pictureSize(figure, ROOM).width);

/** Rounding, and columns a little wider than the standard's. */
const TOLERANCE = 0.97;

/** Its height sets its width, then; more pixels would print it no larger. */
const isAsHighAsAllowed = (figure: Figure): boolean =>
  pictureSize(figure, ROOM).height >= ROOM.style.maxLines * ROOM.pitch * TOLERANCE;

function findingAbout(
  { figure, widthMm, widthPx }: PrintedFigure & { readonly widthPx: number },
  { minDpi, minWidthMm }: Limits,
): Finding | undefined {
  const { value, span } = figure.destination;
  if (widthMm === undefined) {
    const wantedPx = Math.ceil((minDpi * minWidthMm) / MM_PER_INCH);
    if (widthPx >= wantedPx || isAsHighAsAllowed(figure)) return undefined;
    const possibleMm = Math.floor((widthPx / minDpi) * MM_PER_INCH);
    return {
      span,
      message: {
        zh: `图片“${value}”宽 ${widthPx} 像素，按 ${minDpi} dpi 只能印 ${possibleMm} 毫米宽。`,
        en: `The picture “${value}” is ${widthPx} pixels wide, which at ${minDpi} dpi prints only ${possibleMm} mm wide.`,
      },
      help: {
        zh: `请换用原图，宽度不小于 ${wantedPx} 像素；不要用从聊天软件里保存的缩略图。`,
        en: `Use the original, at least ${wantedPx} pixels wide, not a copy saved from a chat.`,
      },
    };
  }
  const dpi = widthPx / (widthMm / MM_PER_INCH);
  if (dpi >= minDpi * TOLERANCE) return undefined;
  const wantedPx = Math.ceil((minDpi * widthMm) / MM_PER_INCH);
  const mm = Math.round(widthMm);
  return {
    span,
    message: {
      zh: `图片“${value}”宽 ${widthPx} 像素，印成 ${mm} 毫米宽只有 ${Math.floor(dpi)} dpi，不到 ${minDpi} dpi，会模糊。`,
      en: `The picture “${value}” is ${widthPx} pixels wide; printed ${mm} mm wide it has ${Math.floor(dpi)} dpi, less than ${minDpi}, and will be blurred.`,
    },
    help: {
      zh: `请换用原图，宽度不小于 ${wantedPx} 像素，或把它印得小一些。`,
      en: `Use the original, at least ${wantedPx} pixels wide, or print it smaller.`,
    },
  };
}
