/** The keys of bulletin.yaml about words, persons and units: lint and units. */
import { dictionary, list, oneOrMore, shortOrMap } from "./fields/collection-fields.js";
import { datedFields, datedRecord } from "./fields/dated-record.js";
import { field } from "./fields/field.js";
import { integer } from "./fields/number-field.js";
import { record } from "./fields/record-field.js";
import { ruleSetting } from "./fields/rule-setting-field.js";
import { text, word } from "./fields/scalar-fields.js";

/** More persons than any roster has. */
const MOST_PERSONS = 10_000;

export const unitFields = {
  name: field(
    text(),
    { zh: ["单位名称", "单位署名时的全称。"], en: ["Name", "The name under which the unit signs."] },
    { required: true },
  ),
  aliases: field(list(text()), {
    zh: ["别名", "单位也可以用的署名。"],
    en: ["Aliases", "Other names under which it may sign."],
  }),
  former: field(oneOrMore(text()), {
    zh: ["曾用名", "改名以前的名称；从起始日期起，用曾用名的会被指出。"],
    en: ["Former names", "Names before it was renamed; from the first day on, their use is reported."],
  }),
  ...datedFields({
    from: { zh: "现名从哪一天起用。", en: "The day on which the present name came into use." },
    until: { zh: "单位到哪一天为止，如已撤并。", en: "The last day of the unit, if it has been dissolved." },
  }),
} as const;

export const forbiddenFields = {
  word: field(
    word(),
    { zh: ["禁用词", "不得出现的词。"], en: ["Word", "The word that must not be used."] },
    { required: true },
  ),
  reason: field(text(), {
    zh: ["理由", "为什么不用，写进提示里。"],
    en: ["Reason", "Why it must not be used; shown in the finding."],
  }),
  instead: field(text(), { zh: ["改用", "应当改用的词。"], en: ["Instead", "What to write instead."] }),
  except: field(list(word()), {
    zh: ["例外", "含有它而可以使用的词。"],
    en: ["Exceptions", "Longer words in which it is allowed."],
  }),
} as const;

export const postFields = {
  post: field(text(), { zh: ["职务", "担任的职务。"], en: ["Post", "The post held."] }, { required: true }),
  ...datedFields({
    from: { zh: "从哪一天起任此职。", en: "The first day in the post." },
    until: { zh: "任此职到哪一天。", en: "The last day in the post." },
  }),
} as const;

export const personFields = {
  posts: field(
    oneOrMore(shortOrMap(text(), datedRecord(postFields))),
    {
      zh: ["职务", "一个或几个职务；有任期的写 {post: 职务, from: 日期, until: 日期}。"],
      en: ["Posts", "One post or several; with a term as {post: …, from: date, until: date}."],
    },
    { required: true },
  ),
  aliases: field(list(text()), {
    zh: ["又名", "同一个人的其他写法，如旧名、笔名。"],
    en: ["Aliases", "Other names of the same person, such as a former or pen name."],
  }),
  order: field(integer({ min: 1, max: MOST_PERSONS }), {
    zh: ["次序", "排在名册第几位；不写则按书写的先后。"],
    en: ["Order", "Place on the roster; without it, the order in which persons are written."],
  }),
} as const;

const wordFields = {
  replace: field(dictionary(text()), {
    zh: ["替换词", "错误写法: 正确写法。"],
    en: ["Replacements", "wrong: right."],
  }),
  forbidden: field(list(shortOrMap(word(), record(forbiddenFields))), {
    zh: ["禁用词", "不得出现的词；可以写明理由、改法和例外。"],
    en: ["Forbidden", "Words that must not be used, optionally with a reason, a replacement and exceptions."],
  }),
  names: field(
    dictionary(shortOrMap(oneOrMore(shortOrMap(text(), datedRecord(postFields))), record(personFields))),
    {
      zh: ["人名与职务", "姓名: 职务，或姓名: [职务, 职务]，按礼宾次序；也可写任期、又名和次序。"],
      en: [
        "Names",
        "person: post, or person: [post, post], in protocol order; terms, aliases and order may be added.",
      ],
    },
  ),
} as const;

export const lintField = field(
  record({
    rules: field(dictionary(ruleSetting()), {
      zh: ["检查规则", "规则名: off、info、warn、error，或 [级别, {选项}]。"],
      en: ["Rules", "rule: off, info, warn, error, or [severity, {options}]."],
    }),
    packs: field(list(text()), {
      zh: [
        "词包",
        "启用的词包：程序自带的写名称，如 official-wording；自己的写相对于本文件的路径，如 ./packs/ours.csv。",
      ],
      en: [
        "Word lists",
        "Word lists in use: a name such as official-wording for one of the package's, a path relative to this file, such as ./packs/ours.csv, for your own.",
      ],
    }),
    words: field(record(wordFields), {
      zh: ["用词", "本刊的词表：替换词、禁用词、人名与职务。"],
      en: ["Words", "The dictionary of the bulletin."],
    }),
  }),
  { zh: ["检查", "检查规则的级别和选项。"], en: ["Lint", "Severities and options of the rules."] },
);

export const unitsField = field(list(shortOrMap(text(), datedRecord(unitFields))), {
  zh: ["供稿单位名册", "可以署名的单位。"],
  en: ["Units", "The units that may sign items."],
});
