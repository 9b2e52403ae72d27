/** What the columns of a word list are called, in Chinese and English; spreadsheets and YAML use the same names. */
import { nearestName } from "../diagnostics/nearest-name.js";
import type { PackKind } from "../model/pack.js";

export type Column =
  | "wrong"
  | "right"
  | "kind"
  | "note"
  | "source"
  | "valid-from"
  | "valid-until"
  | "except"
  | "fix";

/** English names, then the Chinese ones, the first of which is shown. */
const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = {
  wrong: ["错误写法", "错误", "误", "不用", "原写法", "错"],
  right: ["正确写法", "正确", "正", "改为", "应为", "规范写法", "对"],
  kind: ["类别", "类型", "种类"],
  note: ["说明", "备注"],
  source: ["依据", "来源", "出处"],
  "valid-from": ["起始日期", "起", "开始日期", "自", "生效日期"],
  "valid-until": ["截止日期", "止", "结束日期", "至", "失效日期"],
  except: ["例外"],
  fix: ["自动改正", "自动"],
};

const KIND_NAMES: Readonly<Record<PackKind, readonly string[]>> = {
  wording: ["用语", "用词", "词语"],
  body: ["机构", "单位", "组织"],
  country: ["国家", "国家和地区", "国名"],
  place: ["地名", "行政区划"],
  post: ["职务", "职衔"],
  unit: ["计量单位"],
  "short-name": ["简称", "全称简称"],
};

const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");

const byName = <T extends string>(names: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> =>
  // Object.entries gives the keys of the literals above.
  new Map(
    (Object.entries(names) as [T, readonly string[]][]).flatMap(([key, others]) =>
      [key, ...others].map((name) => [name, key] as const),
    ),
  );

const COLUMNS = byName(COLUMN_NAMES);
const KINDS = byName(KIND_NAMES);

export const columnOf = (heading: string): Column | undefined => COLUMNS.get(plain(heading));
export const kindOf = (word: string): PackKind | undefined => KINDS.get(plain(word));

/**
 * @returns the name that a heading was meant to be. In Chinese one character of four may be wrong: 更新日期 is a column
 * of one's own beside 起始日期
 */
export function nearestColumn(heading: string): string | undefined {
  const written = plain(heading);
  if (/^[a-z-]{3,}$/.test(written)) return nearestName(written, Object.keys(COLUMN_NAMES));
  if (written.length < 4) return undefined;
  return [...COLUMNS.keys()].find(
    (name) => name.length === written.length && differences(name, written) === 1,
  );
}

const differences = (one: string, other: string): number =>
  [...one].filter((character, index) => character !== other[index]).length;

export const nearestKind = (word: string): string | undefined => nearestName(plain(word), KINDS.keys());

/** What the kinds are called, as messages list them. */
export const KIND_LIST = {
  zh: Object.values(KIND_NAMES)
    .map(([name]) => name)
    .join("、"),
  en: Object.keys(KIND_NAMES).join(", "),
} as const;

/** What a column is called in a message. */
export const columnName = (column: Column): string => COLUMN_NAMES[column][0] ?? column;
