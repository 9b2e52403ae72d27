/** The key `wechat` of template.yaml: how the article for an official account looks, by role. */
import {
  ACCOUNT_ROLES,
  ACCOUNT_STYLE,
  type AccountRoleName,
  type AccountStyle,
} from "../model/account-style.js";
import { color } from "./fields/color-field.js";
import { type Field, field, type RecordValue } from "./fields/field.js";
import { decimal } from "./fields/number-field.js";
import { record } from "./fields/record-field.js";
import { choice, flag } from "./fields/scalar-fields.js";

const roleFields = {
  "size-px": field(decimal({ min: 8, max: 72 }), {
    zh: ["字号（像素）", "字号，以像素计。"],
    en: ["Size in pixels", "Size of the characters in pixels."],
  }),
  "line-height": field(decimal({ min: 1, max: 4 }), {
    zh: ["行高（倍）", "行高是字号的几倍。"],
    en: ["Line height", "Height of a line, in sizes of the characters."],
  }),
  color: field(color(), {
    zh: [
      "颜色",
      "文字颜色；不写时，栏目用版式的强调颜色，引文、图注、注释用次要文字颜色，其余用正文的颜色。",
    ],
    en: [
      "Colour",
      "Colour of the text; by default the template's accent for sections, its muted colour for quotations, captions and notes, and that of the text for all else.",
    ],
  }),
  align: field(choice("left", "center", "right", "justify"), {
    zh: ["对齐", "居左、居中、居右或两端对齐。"],
    en: ["Alignment", "Left, centred, right or justified."],
  }),
  bold: field(flag(), { zh: ["加粗", "是否加粗。"], en: ["Bold", "Whether it is bold."] }),
  "indent-em": field(decimal({ min: 0, max: 10 }), {
    zh: ["首行缩进（字）", "首行空几个字。"],
    en: ["First-line indent in em", "Indent of the first line, in characters."],
  }),
  "before-px": field(decimal({ min: 0, max: 200 }), {
    zh: ["前空（像素）", "上面空出多少像素。"],
    en: ["Room above in pixels", "Room above it in pixels."],
  }),
} as const;

type RoleValue = RecordValue<typeof roleFields>;

const role = (zh: string, en: string): Field<RoleValue> =>
  field(record(roleFields), { zh: [zh, `公众号稿里的${zh}。`], en: [en, `${en} in the article.`] });

const accountFields = {
  text: role("正文", "Text"),
  section: role("栏目", "Sections"),
  title: role("标题", "Titles"),
  heading: role("小标题", "Sub-headings"),
  quote: role("引文", "Quotations"),
  caption: role("图注", "Captions"),
  note: role("注释和参考链接", "Notes and references"),
  table: role("表格", "Tables"),
} satisfies Record<AccountRoleName, Field<RoleValue>>;

export const accountField = field(record(accountFields), {
  zh: ["公众号样式", "公众号稿（--html wechat）里写在每个元素上的样式。"],
  en: [
    "Official account",
    "Styles written on each element of the article for an official account (--html wechat).",
  ],
});

type AccountValue = RecordValue<typeof accountFields>;

export function accountStyleOf(value: AccountValue | undefined): AccountStyle {
  const text = value?.values.text?.values;
  const roles = ACCOUNT_ROLES.map((name) => {
    const own = value?.values[name]?.values;
    const usual =
      name === "heading" || name === "quote"
        ? {
            ...ACCOUNT_STYLE[name],
            sizePx: text?.["size-px"]?.value ?? ACCOUNT_STYLE[name].sizePx,
            lineHeight: text?.["line-height"]?.value ?? ACCOUNT_STYLE[name].lineHeight,
          }
        : ACCOUNT_STYLE[name];
    return [
      name,
      {
        sizePx: own?.["size-px"]?.value ?? usual.sizePx,
        lineHeight: own?.["line-height"]?.value ?? usual.lineHeight,
        color: own?.color?.value ?? usual.color,
        align: own?.align?.value ?? usual.align,
        bold: own?.bold?.value ?? usual.bold,
        indentEm: own?.["indent-em"]?.value ?? usual.indentEm,
        beforePx: own?.["before-px"]?.value ?? usual.beforePx,
      },
    ] as const;
  });
  // One for each name of the list.
  return Object.fromEntries(roles) as AccountStyle;
}
