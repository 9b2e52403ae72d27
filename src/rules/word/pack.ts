/**
 * Words are written as the lists say that the house has switched on. Source: bulletin.yaml, lint.packs. A word is found
 * only where it stands as a word (han/word-borders.ts), and a line that holds from a day on is silent on what was before.
 */
import { hanPattern } from "../../han/han-pattern.js";
import { standsAlone } from "../../han/word-borders.js";
import { type CalendarDate, isWithin } from "../../model/calendar-date.js";
import type { PackLine } from "../../model/pack.js";
import { type CopyLine, copyFinding, isInBookTitle } from "../copy-line.js";
import { dayOf } from "../days.js";
import { isToldAsFormer } from "../former-names.js";
import type { TextContext, TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const OFFICIAL = houseWith("lint:\n  packs: [official-wording]\n");

export const wordPack: TextRule = {
  id: "word/pack",
  scope: "text",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "机构、地名、国名、职务和用语按本刊启用的词包写（lint.packs）。",
    en: "Bodies, places, countries, posts and wordings are written as in the word lists that the bulletin uses (lint.packs).",
  },
  why: {
    zh: "机构改了名、国名写错字、职务用错称呼，是编辑最常被指出的差错。词包每一行都写明依据；不启用就不检查。",
    en: "A body that was renamed, a country misspelt, a post called by the wrong name are what editors are blamed for most. Each line of a list says where it comes from; nothing is checked unless a list is switched on.",
  },
  examples: [
    textExample({
      name: { zh: "写错的机构名称、地名、国名", en: "Bodies, places and countries miswritten" },
      house: OFFICIAL,
      text: "工业与信息化部发布通知，新疆维吾尔族自治区和广西自治区的代表与吉尔吉斯坦专家交流。",
      at: [1, 13, 23, 32],
      suggested: "工业和信息化部发布通知，新疆维吾尔自治区和广西壮族自治区的代表与吉尔吉斯斯坦专家交流。",
    }),
    textExample({
      name: { zh: "改了名的机构，用错的职务", en: "A body under its former name, a post by the wrong name" },
      house: OFFICIAL,
      text: "专家组向国家林业局提交报告，人民检察院院长和市科协会长出席。",
      at: [5, 15, 24],
      suggested: "专家组向国家林业和草原局提交报告，人民检察院检察长和市科协主席出席。",
    }),
    textExample({
      name: {
        zh: "没有唯一改法的，只指出",
        en: "Told without a suggestion where there is no one right form",
      },
      house: OFFICIAL,
      text: "活动由国家新闻出版广电总局指导。",
      at: [4],
    }),
    {
      ...textExample({
        name: {
          zh: "自己的词包：写明自动改正的才改，起止日期以外不管",
          en: "A list of the house's own: fixed only if it says so, silent outside of its dates",
        },
        house: houseWith("lint:\n  packs: [./packs/ours.csv]\n"),
        text: "科技小苑的学员参观示例市数据中心和示例市信息中心。",
        at: [1, 10],
        fixed: "科技小院的学员参观示例市数据中心和示例市信息中心。",
      }),
      files: {
        "bulletin.yaml": houseWith("lint:\n  packs: [./packs/ours.csv]\n"),
        "packs/ours.csv": `错误写法,正确写法,类别,说明,依据,起始日期,截止日期,自动改正
科技小苑,科技小院,用语,,本刊体例,,,是
示例市数据中心,示例市数据局,机构,,示例市机构改革方案,2026-03-01,,
示例市信息中心,示例市信息局,机构,,示例市机构改革方案,2026-06-01,,
`,
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

科技小苑的学员参观示例市数据中心和示例市信息中心。
`,
      },
    },
    textExample({
      name: {
        zh: "跨词的字、另一个名称的一段、外国机构",
        en: "Characters of two words, parts of other names, bodies of other countries",
      },
      house: OFFICIAL,
      text: "市科协会长期支持，发展中国家教育部门、东盟国家教育部和美国退伍军人事务部派员参加，人大主任务明确。",
    }),
    textExample({
      name: {
        zh: "原名、当年的事、书名号里的原文",
        en: "Former names told as such, events of their time, titles in 《》",
      },
      house: OFFICIAL,
      text: "原国家林业局的专家回顾，2012年，他在国家林业局工作，编过《国家旅游局公报》。国家粮食局（现国家粮食和物资储备局）的资料也在其中。",
    }),
    textExample({
      name: { zh: "没有启用词包", en: "No list is switched on" },
      text: "工业与信息化部发布通知。",
    }),
  ],
  *check(line, context) {
    const { packs } = context.dictionary;
    if (packs.isEmpty) return;
    const { text } = line;
    for (const { start, end, value: lines } of packs.find(text)) {
      if (lines === undefined || isInBookTitle(line, start)) continue;
      const found = lines.find((one) => isInForce(one, dayOf(context)));
      if (found === undefined || !isMeant(found, { text, start, end })) continue;
      yield findingOf(found, line, { start, end, isSettled: isSettled(found, context) });
    }
  },
};

/** Without a day a line holds that has no end. */
const isInForce = (line: PackLine, day: CalendarDate | undefined): boolean =>
  day === undefined ? line.until === undefined : isWithin(day, line);

/** Where the right word is a wrong one itself, only the house can say which is meant. */
const isSettled = ({ right }: PackLine, { dictionary }: TextContext): boolean =>
  right !== undefined && dictionary.packs.find(right).every(({ value }) => value === undefined);

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units around a word that decide */
const REACH = 60;
const HAN = hanPattern(String.raw`\p{Script=Han}`);
const NUMERAL = /[\d〇零一二三四五六七八九十百千万亿半两几数多余]\s?$/;
/** In front of a name that begins here with certainty. */
const JOINT = /[由和与及在向对经从据按为是以请让将给跟同被受报]$/;
/** Behind it stands a body's own part: 公司环境保护部, 美国退伍军人事务部. */
const OWNER = /[国省市区县州盟旗洲邦校司团会院局厅处部委办社厂]$/;

function isMeant({ kind, wrong, right, from }: PackLine, { text, start, end }: Place): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  if (kind === "unit" && !NUMERAL.test(before)) return false;
  if (kind === "body" && !isOwnBody(wrong, before)) return false;
  if (from !== undefined && isToldAsFormer(text, { start, end, from })) return false;
  if (isOnlyLonger({ wrong, right }, before, behind)) return false;
  return kind === "unit" || standsAlone(text, start, end);
}

function isOwnBody(wrong: string, before: string): boolean {
  if (!HAN.test(before.slice(-1))) return true;
  return wrong.startsWith("国家") ? JOINT.test(before) : !OWNER.test(before);
}

/** 市科协 in 滨河市科协 is no 示例市科协: a name that is only made longer has nothing in front that may belong to it. */
function isOnlyLonger({ wrong, right }: Pick<PackLine, "wrong" | "right">, before: string, behind: string) {
  if (right === undefined || !right.includes(wrong)) return false;
  const isLongerInFront = !right.startsWith(wrong);
  const isLongerBehind = !right.endsWith(wrong);
  return (
    (isLongerInFront && HAN.test(before.slice(-1)) && !JOINT.test(before)) ||
    (isLongerBehind && HAN.test(behind.slice(0, 1)))
  );
}

function findingOf(
  found: PackLine,
  line: CopyLine,
  {
    start,
    end,
    isSettled: isClear,
  }: { readonly start: number; readonly end: number; readonly isSettled: boolean },
) {
  const { pack, line: number, wrong, right, note, source, isFixed, span } = found;
  const why = note === undefined ? "" : `${note.replace(/[。.]$/, "")}。`;
  const who = source === undefined ? "" : `依据：${source}。`;
  const inEnglish = [note && `Note: ${note}.`, source && `Source: ${source}.`].filter(Boolean).join(" ");
  const isReplaced = right !== undefined && isClear;
  const finding = copyFinding(line, {
    start,
    end,
    message: {
      zh:
        right === undefined
          ? `“${wrong}”不宜使用（词包 ${pack} 第 ${number} 行）。`
          : `“${wrong}”应作“${right}”（词包 ${pack} 第 ${number} 行）。`,
      en:
        right === undefined
          ? `“${wrong}” should not be used (line ${number} of the word list ${pack}).`
          : `“${wrong}” should be “${right}” (line ${number} of the word list ${pack}).`,
    },
    help: {
      zh: right === undefined ? `${why}${who}` : `改为“${right}”。${why}${who}`,
      en: right === undefined ? inEnglish : `Write “${right}”. ${inEnglish}`.trim(),
    },
    ...(isReplaced && (isFixed && line.quoted[start] !== 1 ? { replacement: right } : { suggestion: right })),
  });
  if (span === undefined) return finding;
  return {
    ...finding,
    related: [{ span, message: { zh: "词包里的这一行", en: "The line of the word list" } }],
  };
}
