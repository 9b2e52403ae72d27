/** The keys of template.yaml about pictures: how large they are printed, and what they give up to fill a page. */
import { field } from "./fields/field.js";
import { decimal, integer } from "./fields/number-field.js";

/** Limits of pictures where a template gives none. */
export const PICTURES = { "min-dpi": 150, "max-lines": 9, "min-scale": 0.7 } as const;

export const pictureFields = {
  "min-dpi": field(
    integer({ min: 36, max: 1200 }),
    {
      zh: ["图片最低分辨率", "没有写宽度的图片，印出来不低于这个分辨率（每英寸像素）。"],
      en: ["Lowest resolution", "A picture without a width is not printed below this, in pixels an inch."],
    },
    { fallback: PICTURES["min-dpi"] },
  ),
  "max-lines": field(
    decimal({ min: 2, max: 200 }),
    {
      zh: ["图片最高几行", "没有写宽度的图片，高度不超过几行。"],
      en: ["Greatest height in lines", "A picture without a width is not higher than so many lines."],
    },
    { fallback: PICTURES["max-lines"] },
  ),
  "min-scale": field(
    decimal({ min: 0.3, max: 1 }),
    {
      zh: ["图片最多缩到几成", "为了少留空白，图片可以缩小到原来的几成；1 为不缩小。"],
      en: [
        "Smallest scale",
        "To leave less of a page empty, a picture may be scaled down to this; 1 leaves it as it is.",
      ],
    },
    { fallback: PICTURES["min-scale"] },
  ),
};
