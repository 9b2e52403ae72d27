/** The keys of a template's template.yaml: page, grid, roles of type, rhythm, furniture. */

import { isSeq } from "yaml";
import type { Message } from "../diagnostics/diagnostic.js";
import type { Located } from "../model/located.js";
import type { RoleName } from "../model/template.js";
import { accountField } from "./account-fields.js";
import { type ListValue, list, oneOrMore, shortOrMap } from "./fields/collection-fields.js";
import { color } from "./fields/color-field.js";
import { type Field, type FieldType, field, type RecordValue } from "./fields/field.js";
import { decimal, integer } from "./fields/number-field.js";
import { record } from "./fields/record-field.js";
import { choice, flag, text } from "./fields/scalar-fields.js";
import { pictureFields } from "./picture-fields.js";

/** Longer than any sheet a printer takes. */
const MAX_MM = 2000;
/** Word takes no page that is wider or higher: 22 inches. */
const MAX_PAPER_MM = 558.8;
const MAX_PT = 500;

/** A key that every template has. */
function needed<T>(type: FieldType<T>, zh: string, en: string): Field<T> {
  return field(type, { zh: [zh, `${zh}。`], en: [en, `${en}.`] }, { required: true });
}

const mm = () => decimal({ min: 0, max: MAX_MM, unit: "mm" });
const paper = () => decimal({ min: 0, max: MAX_PAPER_MM, unit: "mm" });
const pt = () => decimal({ min: 0, max: MAX_PT, unit: "pt" });
/** Heights in grid lines, widths in characters. */
const units = () => decimal({ min: 0, max: 100 });
const size = () => decimal({ min: 4, max: MAX_PT, unit: "pt" });

const officeFields = {
  "east-asia": needed(text(), "中文字体", "East Asian font"),
  latin: needed(text(), "西文字体", "Latin font"),
  "size-pt": needed(size(), "字号（磅）", "Size in points"),
  "spacing-pt": field(
    decimal({ min: -20, max: 20, unit: "pt" }),
    { zh: ["字距（磅）", "字符间距的增减。"], en: ["Spacing in points", "Added between characters."] },
    { fallback: 0 },
  ),
  bold: field(
    flag(),
    { zh: ["加粗", "是否加粗。"], en: ["Bold", "Whether it is bold."] },
    { fallback: false },
  ),
} as const;

const roleFields = {
  families: needed(filled(list(text())), "字体，按优先次序", "Families in order of preference"),
  latin: field(filled(oneOrMore(text())), {
    zh: ["西文字体", "排西文字母和数字的字体，按优先次序；默认用 families 的。"],
    en: ["Latin font", "Families for Latin letters and digits, in order of preference; default: families."],
  }),
  weight: needed(integer({ min: 100, max: 900 }), "字重", "Weight"),
  "size-pt": needed(size(), "字号（磅）", "Size in points"),
  office: needed(record(officeFields), "DOCX 所用字体", "What the DOCX asks for"),
} as const;

export type RoleValue = RecordValue<typeof roleFields>;

const role = (zh: string, en: string) => needed(record(roleFields), zh, en);

/** One for each role of the model; a role added there must be added here. */
const roles = {
  masthead: role("刊名", "Masthead"),
  issueLine: role("期号行", "Issue line"),
  issuerLine: role("编发单位行", "Issuer line"),
  contentsHeading: role("目录标题", "Heading of the contents"),
  contentsSection: role("目录中的栏目", "Section in the contents"),
  contentsItem: role("目录中的标题", "Item in the contents"),
  section: role("栏目", "Section"),
  title: role("标题", "Title"),
  heading1: role("一级小标题", "First sub-heading"),
  heading2: role("二级小标题", "Second sub-heading"),
  heading3: role("三级小标题", "Third sub-heading"),
  body: role("正文", "Body"),
  strong: role("加粗", "Strong"),
  emphasis: role("强调", "Emphasis"),
  quote: role("引用", "Quote"),
  code: role("代码", "Code"),
  table: role("表格", "Table"),
  tableHeader: role("表头", "Table header"),
  caption: role("图注", "Caption"),
  note: role("脚注", "Note"),
  attribution: role("供稿单位", "Attribution"),
  contact: role("联系方式", "Contact line"),
  imprint: role("版记", "Imprint"),
  pageNumber: role("页码", "Page number"),
} satisfies Record<RoleName, Field<RoleValue>>;

/** What a house asks for one role: families in order, and those for Latin letters apart. */
const fontRole = {
  families: field(filled(oneOrMore(text())), {
    zh: ["字体", "字体名，按优先次序，装了哪一种就用哪一种。"],
    en: ["Families", "Names of fonts in order of preference; the first at hand is used."],
  }),
  latin: field(filled(oneOrMore(text())), {
    zh: ["西文字体", "排西文字母和数字的字体名，如 Times New Roman。"],
    en: ["Latin font", "Name of the font for Latin letters and digits, such as Times New Roman."],
  }),
} as const;

/** One family, several in order, or a map that asks for Latin letters apart. */
export type FontRoleValue = ListValue<Located<string>> | RecordValue<typeof fontRole>;

/** A house may name fonts of its own for any role (`fonts.roles`). */
export const fontRoleFields = Object.fromEntries(
  Object.entries(roles).map(([name, { title }]) => [
    name,
    field<FontRoleValue>(shortOrMap(filled(oneOrMore(text())), record(fontRole)), {
      zh: [title.zh, `${title.zh}所用的字体名；可写几种，可另写西文字体。`],
      en: [title.en, `Fonts for: ${title.en.toLowerCase()}. One, several in order, or Latin letters apart.`],
    }),
  ]),
) as Readonly<Record<RoleName, Field<FontRoleValue>>>;

/** A list that has something in it. */
function filled<T>(entries: FieldType<ListValue<T>>): FieldType<ListValue<T>> {
  return {
    ...entries,
    schema: { ...entries.schema, minItems: 1 },
    read(node, reader) {
      const value = entries.read(node, reader);
      const resolved = reader.document.resolve(node);
      if (value === undefined || !isSeq(resolved) || resolved.items.length > 0) return value;
      reader.report({
        rule: reader.rules.invalidValue,
        severity: "error",
        span: value.span,
        message: { zh: "这个列表是空的。", en: "This list is empty." },
        help: { zh: "至少写一项。", en: "Write at least one entry." },
      });
      return undefined;
    },
  };
}

export const templateFields = {
  page: needed(
    record({
      "width-mm": needed(paper(), "纸宽（毫米）", "Width of the page in mm"),
      "height-mm": needed(paper(), "纸高（毫米）", "Height of the page in mm"),
      "margin-top-mm": needed(mm(), "天头（毫米）", "Top margin in mm"),
      "margin-bottom-mm": needed(mm(), "地脚（毫米）", "Bottom margin in mm"),
      "margin-left-mm": needed(mm(), "订口（毫米）", "Left margin in mm, the binding edge"),
      "margin-right-mm": needed(mm(), "切口（毫米）", "Right margin in mm"),
    }),
    "页面",
    "Page",
  ),
  grid: needed(
    record({
      snap: needed(flag(), "是否按网格排行", "Whether lines are kept on the grid"),
      "lines-per-page": needed(integer({ min: 1, max: 200 }), "每面行数", "Lines on a page"),
      "characters-per-line": needed(integer({ min: 4, max: 200 }), "每行字数", "Characters in a line"),
      "pitch-pt": needed(decimal({ min: 4, max: 200, unit: "pt" }), "行距（磅）", "Line pitch in points"),
    }),
    "网格",
    "Grid",
  ),
  roles: needed(record(roles), "各处的字体字号", "Roles of type"),
  colors: needed(
    record({
      text: needed(color(), "文字颜色", "Text"),
      accent: needed(color(), "强调颜色", "Accent"),
      link: needed(color(), "链接颜色", "Links"),
      muted: needed(color(), "次要文字颜色", "Muted text"),
    }),
    "颜色",
    "Colours",
  ),
  rhythm: needed(
    record({
      "section-before": needed(units(), "栏目前空行", "Lines before a section"),
      "section-after": needed(units(), "栏目后空行", "Lines after a section"),
      "title-heights": needed(
        list(units()),
        "一、二、三行标题的总高（行）",
        "Height of titles of 1, 2, 3 lines",
      ),
      "title-pitch": needed(units(), "标题行距（行）", "Line pitch of titles"),
      "contact-before": needed(units(), "联系方式前空行", "Lines before the contact line"),
      "indent-em": needed(units(), "首行缩进（字）", "First-line indent in em"),
    }),
    "间距",
    "Rhythm",
  ),
  masthead: needed(
    record({
      "top-mm": needed(mm(), "刊名距版心上边（毫米）", "Distance from the top of the text block in mm"),
      "max-width-mm": needed(mm(), "刊名最大宽度（毫米）", "Largest width in mm"),
      "max-size-pt": needed(size(), "刊名最大字号（磅）", "Largest size in points"),
      "min-size-pt": needed(size(), "刊名最小字号（磅）", "Smallest size in points"),
      "rule-pt": needed(pt(), "红线粗细（磅）", "Thickness of the rule in points"),
      "rule-distance-mm": needed(mm(), "红线距离（毫米）", "Distance of the rule in mm"),
    }),
    "报头",
    "Masthead",
  ),
  contents: needed(
    record({
      show: needed(flag(), "是否印目录", "Whether contents are printed"),
      "own-page": needed(flag(), "目录是否单占一页", "Whether they have a page of their own"),
    }),
    "目录",
    "Contents",
  ),
  "page-number": needed(
    record({
      format: needed(text(), "页码样式，{n} 代表数字", "Format; {n} stands for the number"),
      placement: needed(choice("outer", "center"), "页码位置", "Placement"),
      "distance-mm": needed(mm(), "页码距版心下边（毫米）", "Distance below the text block in mm"),
      "inset-em": needed(units(), "页码缩进（字）", "Inset in em"),
    }),
    "页码",
    "Page number",
  ),
  imprint: needed(
    record({
      "outer-rule-pt": needed(pt(), "首末线粗细（磅）", "Thickness of the outer rules in points"),
      "inner-rule-pt": needed(pt(), "中间线粗细（磅）", "Thickness of the inner rules in points"),
      "inset-em": needed(units(), "左右缩进（字）", "Inset in em"),
    }),
    "版记",
    "Imprint",
  ),
  composition: needed(
    record({
      emphasis: needed(
        choice("dots", "face"),
        "强调的排法：着重号或换字体",
        "Emphasis: dots or another face",
      ),
      hang: needed(choice("none", "end"), "行末标点悬挂", "Hanging marks"),
    }),
    "排版",
    "Composition",
  ),
  pictures: field(record(pictureFields), {
    zh: ["图片", "没有写宽度的图片印多大。"],
    en: ["Pictures", "How large pictures are whose items give no width."],
  }),
  wechat: accountField,
  "style-sheet": needed(
    text(),
    "HTML 的样式表，相对于版式文件夹",
    "Style sheet of the HTML edition, in the template's folder",
  ),
  "page-frame": field(text(), {
    zh: ["网页框架", "网页框架，相对于版式文件夹；默认用样式表旁边的 page.html，可以没有。"],
    en: [
      "Page frame",
      "Frame of the HTML page, relative to the template's folder; by default page.html beside the style sheet, if there is one.",
    ],
  }),
} as const;

export type TemplateValue = RecordValue<typeof templateFields>;

export const TEMPLATE_TITLE: Message = { zh: "版式（template.yaml）", en: "Template (template.yaml)" };
