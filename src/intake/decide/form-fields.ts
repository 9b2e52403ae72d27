/**
 * Lines and tables that are a form: 报送单位：云岭区科协　联系人：张三　电话：…. A label is known, and so is what
 * may stand behind it; where one of the labels is unknown the line is no form. Tables that only hold such fields, the
 * text of the item among them, are unfolded.
 */
import { readDistributionLine } from "../../han/distribution-line.js";
import type { KnownUnits } from "../../han/known-units.js";
import { readSignatureNames } from "../../han/signature-names.js";
import { isPersonName, isUnitName } from "../../han/unit-names.js";
import type { Sheet, SheetPart, SheetTable } from "./sheet.js";
import { wordsOf } from "./sheet.js";

export type FieldKind =
  | "unit"
  /** 报送：X alone, which may be who sends it or who receives it: the register of units knows (find-unit.ts) */
  | "report"
  | "person"
  | "phone"
  | "email"
  | "day"
  | "checker"
  | "section"
  | "title"
  /** an address, a fax: of who is asked, beside a person or a telephone */
  | "contact"
  | "other";

export interface FormField {
  readonly kind: FieldKind;
  readonly label: string;
  readonly value: string;
  readonly place: number;
}

const LABELS: readonly (readonly [FieldKind, string])[] = [
  [
    "unit",
    "(?:报送|供稿|来稿|投稿|选送|撰稿|填报|填表|推荐|申报)单位|单位名称|单位|报送部门|供稿部门|(?:稿件|信息|文稿)?来源|供稿",
  ],
  ["report", "报送"],
  [
    "person",
    "联系人(?:及|和|、|/)?(?:联系)?(?:电话|方式)|联系人|供稿人|报送人|投稿人|撰稿人|撰稿|执笔人?|通讯员|填报人|填表人|经办人|作者(?:及|和|、|/)?(?:所在)?单位|作者|姓名",
  ],
  ["phone", "联系(?:人)?电话|联系方式|办公电话|电话|手机号码|手机号|手机"],
  ["email", "电子邮箱|电子邮件|邮箱|E-?mail"],
  ["day", "(?:报送|供稿|投稿|填报|填表|上报|发布)(?:日期|时间)|日期|时间"],
  [
    "checker",
    "审核人|审核|审签人|审签|审稿人|审稿|签发人|签发|核稿人|核稿|责任编辑|责编|编辑|校对|单位负责人|负责人",
  ],
  ["section", "(?:报送|投稿|拟投|拟用|拟刊|拟登|所属)?栏目|信息类别|稿件类别"],
  ["title", "(?:稿件|文章|信息|新闻|作品)?(?:标题|题目)|(?:稿件|文章|作品|信息)名称"],
  ["contact", "(?:联系|通[讯信]|单位|邮寄|办公)?地址|邮政编码|邮编|传真|微信号?|QQ号?"],
  ["other", "(?:稿件|信息)?编号|期号|备注"],
];
const BODY_LABEL = /^(?:正文|稿件正文|信息正文|内容|稿件内容|信息内容|主要内容)$/;
const LABEL = new RegExp(
  `(?<=^|[\\s\\u3000、；;，,|｜])(?:${LABELS.map(([, names]) => `(${names})`).join("|")})[\\s\\u3000]*[：:]`,
  "giu",
);
/** 供 稿 人：, spread to the width of the labels around it */
const SPREAD_LABEL =
  /(?<=^|[\s\u3000、；;，,|｜])\p{Script=Han}(?:[\s\u3000]{1,8}\p{Script=Han}){1,4}(?=[\s\u3000]*[：:])/gu;
const LONGEST_VALUE = 40;

/** @returns the fields of a line that holds nothing else; undefined for any other line */
export function readFormLine(line: string, place: number): readonly FormField[] | undefined {
  const text = line.replace(SPREAD_LABEL, (label) => label.replace(/[\s\u3000]+/gu, ""));
  const matches = [...text.matchAll(LABEL)];
  if (matches[0] === undefined || text.slice(0, matches[0].index).trim() !== "") return undefined;
  const fields: FormField[] = [];
  for (const [order, match] of matches.entries()) {
    const at = match.slice(1).findIndex((group) => group !== undefined);
    const kind = LABELS[at]?.[0];
    const from = match.index + match[0].length;
    const value = text
      .slice(from, matches[order + 1]?.index ?? text.length)
      .replace(/^[\s\u3000]+|[\s\u3000、；;，,。|｜]+$/gu, "");
    const label = match[at + 1] ?? "";
    if (kind === undefined || !isValue({ kind, label, value })) return undefined;
    const both = kind === "person" && label.endsWith("单位") ? personAndUnit(value, { label, place }) : [];
    fields.push(...(both.length > 0 ? both : [{ kind, label, value, place }]));
  }
  // 地址：青山路1号 alone tells of the event.
  return fields.every(({ kind }) => kind === "contact") ? undefined : settleReport(fields);
}

/** 报送：云岭区科协　联系人：张三: among fields that say who sends it, one body that no report goes to is the sender. */
const settleReport = (fields: readonly FormField[]): readonly FormField[] =>
  fields.length < 2
    ? fields
    : fields.map((field) =>
        field.kind === "report" && unitOfReport(field, { units: [], isOfSender: true }) !== undefined
          ? { ...field, kind: "unit" }
          : field,
      );

/** @returns the unit that 报送：… names as the sender; undefined where it may be the receiver */
export const unitOfReport = (
  { value }: Pick<FormField, "value">,
  { units, isOfSender }: { readonly units: KnownUnits["units"]; readonly isOfSender: boolean },
): string | undefined =>
  readSignatureNames(`报送：${value}`, { units, source: undefined }, { isOfSender })?.unit;

/** Labels of whom to ask, which stand below a signature in brackets as well (GB/T 9704-2012, 7.3.6). */
const CONTACT = /^[（(【]?[\s\u3000]*(?:联系人|联系电话|联系方式|电话|手机|邮箱|电子邮箱|经办人|投稿邮箱)/u;

/** @returns the fields of a line that says whom to ask, its brackets and its stop left out; undefined for any other */
export function readContactLine(text: string, place: number): readonly FormField[] | undefined {
  if (!CONTACT.test(text)) return undefined;
  const bare = text.replace(/[。；;]+$/u, "").replace(/^[（(【](.*)[）)】]$/u, "$1");
  const fields = readFormLine(bare, place);
  return fields?.every(({ kind }) => CONTACTS.has(kind)) === true ? fields : undefined;
}

const CONTACTS: ReadonlySet<FieldKind> = new Set(["person", "phone", "email", "contact"]);
/** 地址：青山路1号, beside such a line */
export const isAddressLine = (text: string): boolean =>
  /^(?:(?:联系|通[讯信]|单位|邮寄|办公)?地址|邮政编码|邮编|传真)[\s\u3000]*[：:].{1,40}$/u.test(text);

function isValue({ kind, label, value }: Pick<FormField, "kind" | "label" | "value">): boolean {
  if (kind === "title") return true;
  if (value.length > LONGEST_VALUE || /[。！？]/.test(value)) return false;
  if (value === "") return label.length > 2;
  switch (kind) {
    case "unit":
      // 单位：万元, 来源：网络
      return /单位.|单位$|部门$/.test(label) && label !== "单位" ? true : namesUnit(value);
    case "report":
      return namesUnit(value) || readDistributionLine(`报送：${value}`) !== undefined;
    case "phone":
      return /^[\d\s+()（）转、,，/—–－-]{5,}$/u.test(value);
    case "day":
      // 时间：3月12日上午 tells of the event
      return /^\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\s+\d{1,2}:\d{2})?$/.test(value);
    case "email":
      return /^[^\s@]+@[^\s@]+$/.test(value);
    case "person":
      return value
        .split(/[\s\u3000、，,/（()）]+/u)
        .filter((name) => name !== "")
        .every(
          (name) =>
            isPersonName(name) ||
            /^\p{Script=Han}{2,4}$/u.test(name) ||
            isUnitName(name) ||
            /^\p{Script=Han}{2,8}(?:长|主任|干事|书记|科员|老师|同志|女士|先生)$/u.test(name) ||
            /^[\d—–－-]{7,}$/u.test(name),
        );
    case "contact":
      return !/[，。]/.test(value);
    default:
      return true;
  }
}

/** 作者及单位：张三 云岭区科协 */
function personAndUnit(value: string, at: Pick<FormField, "label" | "place">): readonly FormField[] {
  const names = readSignatureNames(value, { units: [], source: undefined });
  if (names?.unit === undefined) return [];
  return [
    { ...at, kind: "unit", value: names.unit },
    ...names.people.map((person) => ({ ...at, kind: "person", value: person }) as const),
  ];
}

/** 云岭区科协 张三 */
const namesUnit = (value: string): boolean =>
  isUnitName(value) || readSignatureNames(value, { units: [], source: undefined })?.unit !== undefined;

export interface UnfoldedForm {
  readonly fields: readonly FormField[];
  /** what the form holds as the text of the item */
  readonly body: readonly SheetPart[];
}

/** @returns what a table holds that is a form and nothing else; undefined for any other table */
export function unfoldForm({ table }: SheetTable, layOut: Sheet["layOut"]): UnfoldedForm | undefined {
  const fields: FormField[] = [];
  const unknown: FormField[] = [];
  const body: SheetPart[] = [];
  for (const [index, row] of table.rows.entries()) {
    const cells = row.cells
      .filter(({ rowMerge }) => rowMerge !== "continued")
      .map((cell) => ({ cell, parts: layOut(cell.blocks) }));
    const words = cells.map(({ parts }) => wordsOfParts(parts));
    // 信息报送表, over the whole width
    if (index === 0 && cells.length === 1 && table.rows.length > 1 && /表$/.test(words[0] ?? "")) continue;
    if (cells.length < 2 || cells.length % 2 !== 0) return undefined;
    for (let at = 0; at < cells.length; at += 2) {
      const label = (words[at] ?? "").replace(/[\s\u3000：:]/gu, "");
      const value = cells[at + 1];
      if (value === undefined) return undefined;
      if (label === "" && (words[at + 1] ?? "").trim() === "") continue;
      if (BODY_LABEL.test(label)) {
        body.push(...value.parts);
        continue;
      }
      const place = value.parts[0]?.place ?? cells[at]?.parts[0]?.place ?? 0;
      const read = readFormLine(`${label}：${(words[at + 1] ?? "").replaceAll("\n", "")}`, place);
      if (read?.every((field) => field.label === label) === true) fields.push(...read);
      else if (isShortPair(label, words[at + 1] ?? ""))
        unknown.push({ kind: "other", label, value: words[at + 1] ?? "", place });
      else return undefined;
    }
  }
  // A form that holds the text has rows of its own kind as well (领导意见, 是否首发); a table of data has no text.
  if (unknown.length > 0 && (body.length === 0 || fields.length < 2 || unknown.length > fields.length))
    return undefined;
  fields.push(...unknown);
  return fields.some(({ kind }) => kind !== "other") ? { fields: settleReport(fields), body } : undefined;
}

const isShortPair = (label: string, value: string): boolean =>
  /^[\p{Script=Han}、/（）()]{2,10}$/u.test(label) &&
  value.length <= LONGEST_VALUE &&
  !/[。！？]/u.test(value);

export const wordsOfParts = (parts: readonly SheetPart[]): string =>
  parts.map((part) => (part.kind === "line" ? wordsOf(part) : "\u0000")).join("\n");
