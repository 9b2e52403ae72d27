/**
 * The width of a picture is one that can be printed: a share of the column or millimetres. Anything else would be
 * passed over, and the picture come out in another size than its author meant.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { RefusedAttribute } from "../../model/text.js";
import type { ItemRule } from "../rule.js";

const item = (line: string) => `---
title: 示例市科协举办学术交流会
---

3月10日，学术交流会举办，现场气氛热烈。

${line}
`;

export const imageWidth: ItemRule = {
  id: "image/width",
  scope: "item",
  severity: "error",
  fixable: true,
  hasSuggestions: true,
  structural: true,
  summary: {
    zh: "图片宽度写成 {width=60%}（栏宽的百分之几）或 {width=80mm}（毫米）。",
    en: "A picture's width is written {width=60%} (of the column) or {width=80mm}.",
  },
  why: {
    zh: "纸上没有像素，屏幕上没有厘米：只有百分比和毫米在各版里都说得准。高度随宽度而定，画面不会变形。",
    en: "Paper has no pixels: only per cent and millimetres mean the same in every edition. The height follows from the width, so nothing is distorted.",
  },
  source: "pandoc, link_attributes",
  examples: [
    {
      name: { zh: "没有单位，可以是两种意思", en: "No unit: it may mean either" },
      files: { "items/01.md": item("![会场全景](../images/wide.png){width=60}") },
      show: "items/01.md",
      findings: ["items/01.md:7:29"],
      suggested: item("![会场全景](../images/wide.png){width=60%}"),
    },
    {
      name: { zh: "厘米", en: "Centimetres" },
      files: { "items/01.md": item("![会场全景](../images/wide.png){width=8cm}") },
      show: "items/01.md",
      findings: ["items/01.md:7:29"],
      fixed: item("![会场全景](../images/wide.png){width=80mm}"),
    },
    {
      name: { zh: "像素、过大的百分比", en: "Pixels, more than the column" },
      files: {
        "items/01.md": item(
          "![会场全景](../images/wide.png){width=600px}\n\n![会场一角](../images/wide.png){width=150%}",
        ),
      },
      show: "items/01.md",
      findings: ["items/01.md:7:29", "items/01.md:9:29"],
    },
    {
      name: { zh: "百分比和毫米", en: "Per cent and millimetres" },
      files: {
        "items/01.md": item(
          "![会场全景](../images/wide.png){width=60%}\n\n![会场一角](../images/wide.png){width=80mm}",
        ),
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(issueItem, { factsOf }) {
    for (const { refused } of factsOf(issueItem).figures) {
      for (const attribute of refused) {
        if (attribute.kind !== "width") continue;
        const { span, value } = attribute;
        const message = {
          zh: `图片宽度“${value}”无法印出。`,
          en: `The picture's width “${value}” cannot be printed.`,
        };
        const millimetres = inMillimetres(value);
        if (millimetres !== undefined)
          yield { span, message, help: written(millimetres), fix: [{ span, text: `width=${millimetres}` }] };
        else yield { span, message, help: HELP, ...suggestionsFor(attribute) };
      }
    }
  },
};

const HELP: Message = {
  zh: "请写成栏宽的百分之几（5% 到 100%），如 {width=60%}，或毫米（5mm 到 500mm），如 {width=80mm}；一张图片只写一个宽度。",
  en: "Write per cent of the column (5% to 100%), such as {width=60%}, or millimetres (5mm to 500mm), such as {width=80mm}, once a picture.",
};

const written = (width: string): Message => ({ zh: `写作“width=${width}”。`, en: `Write “width=${width}”.` });

/** Centimetres are millimetres and nothing else. */
function inMillimetres(value: string): string | undefined {
  const match = /^(\d{1,2}(?:\.\d{1,2})?)\s*(?:cm|厘米)$/i.exec(value.normalize("NFKC"));
  const millimetres = Math.round(Number(match?.[1]) * 100) / 10;
  return millimetres >= 5 && millimetres <= 500 ? `${millimetres}mm` : undefined;
}

/** A bare number is a share or millimetres. */
function suggestionsFor({ span, value }: RefusedAttribute) {
  const number = value.normalize("NFKC");
  if (!/^\d{1,3}(?:\.\d{1,3})?$/.test(number) || Number(number) < 5) return {};
  const widths = [
    ...(Number(number) <= 100 ? [`${number}%`] : []),
    ...(Number(number) <= 500 ? [`${number}mm`] : []),
  ];
  return {
    suggestions: widths.map((width) => ({
      message: written(width),
      edits: [{ span, text: `width=${width}` }],
    })),
  };
}
