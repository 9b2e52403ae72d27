/**
 * Which key a word stands for that is none: a key mistyped, or what the key is called in Chinese.
 * Who fills in a form writes what is printed on it: 报, 标题, 来源.
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import { isSameName, nearestName } from "../../diagnostics/nearest-name.js";
import type { Fields } from "./field.js";

export interface MeantKey {
  readonly key: string;
  /** true where the word can stand for nothing else: a key in capitals or with other hyphens, or a key's own title */
  readonly isSure: boolean;
}

/** @param taken keys that are there already */
export function meantKey(name: string, fields: Fields, taken: readonly string[]): MeantKey | undefined {
  const free = Object.keys(fields).filter((known) => !taken.includes(known));
  const nearest = nearestName(name, free);
  // A slip may have been meant otherwise: `note` is near to `date`.
  if (nearest !== undefined) return { key: nearest, isSure: isSameName(name, nearest) };
  const word = name.trim();
  const titleOf = (key: string) => fields[key]?.title.zh ?? "";
  const own = free.filter((key) => titleOf(key) === word);
  const [only] = own;
  if (only !== undefined) return own.length === 1 ? { key: only, isSure: true } : undefined;
  const alike = free.filter(
    (key) => (ALSO_CALLED.get(key) ?? []).includes(word) || isPartOf(word, titleOf(key)),
  );
  const [like] = alike;
  return like !== undefined && alike.length === 1 ? { key: like, isSure: false } : undefined;
}

/** 编辑 for 责任编辑, 出刊日期和时间 for 出刊日期; one character is part of too many. */
function isPartOf(word: string, title: string): boolean {
  const shorter = Math.min(word.length, title.length);
  return shorter >= 2 && (title.includes(word) || word.includes(title));
}

/** What people write besides the titles that fields.ts declares. */
const ALSO_CALLED: ReadonlyMap<string, readonly string[]> = new Map([
  ["title", ["题目", "题名", "主标题"]],
  ["source", ["来源", "单位", "供稿", "报送单位", "作者单位", "来稿单位"]],
  ["date", ["时间", "发稿日期", "印发日期", "出版日期"]],
  ["section", ["板块", "专栏", "分类"]],
  ["summary", ["提要", "导读"]],
  ["editors-note", ["按语", "编者的话"]],
  ["submitter", ["联系人", "作者", "撰稿人", "通讯员"]],
  ["phone", ["手机", "联系电话"]],
  ["email", ["邮件", "电子邮箱", "电子邮件"]],
  ["report", ["抄报", "主报", "呈报"]],
  ["send", ["抄送", "主送"]],
  ["issue", ["下发", "印发", "抄发"]],
  ["copies", ["份数", "印刷份数"]],
  ["number", ["期数", "期次", "刊号"]],
  ["total", ["总期数", "总第几期"]],
  ["period", ["时段", "报道时段", "起止日期"]],
  ["editorial", ["编辑人员"]],
  ["reviewer", ["审核人", "审稿"]],
  ["approver", ["签发人", "主编"]],
  ["publisher", ["主办", "主办单位", "编印", "编印单位"]],
  ["sections", ["板块", "版块"]],
  ["items", ["文章", "稿件列表"]],
]);

/** @returns the keys with what they mean, for those who do not read English */
export function listKeys(fields: Fields): Message {
  const keys = Object.entries(fields);
  return {
    zh: keys.map(([key, { title }]) => `${key}（${title.zh}）`).join("、"),
    en: keys.map(([key]) => key).join(", "),
  };
}
