/**
 * A bulletin in simplified Chinese holds no traditional characters outside names and quotations.
 * Source: 通用规范汉字表 (2013); 国家通用语言文字法, article 17, allows them in names, signatures and works.
 */
import { HAN } from "../../han/copy-class.js";
import { isTraditional, simplifiedOf, TRADITIONAL_CHARACTERS } from "../../han/traditional-characters.js";
import { copyFinding } from "../copy-line.js";
import type { HouseDictionary, TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

/** Shared characters inside one run of traditional text. */
const MOST_BETWEEN = 3;

export const textTraditionalCharacter: TextRule = {
  id: "text/traditional-character",
  scope: "text",
  signs: TRADITIONAL_CHARACTERS,
  severity: "warning",
  fixable: false,
  structural: false,
  options: { allow: "" },
  summary: {
    zh: "简体中文的简报里不混用繁体字，引文、书名和 allow 里的字除外。",
    en: "A bulletin in simplified Chinese contains no traditional characters, except in quotations, titles and those listed in allow.",
  },
  why: {
    zh: "混入的繁体字多半是从别处复制的。人名要保留繁体字的，写进 allow。",
    en: "They mostly come with copied text. Traditional characters in a person's name are listed in allow.",
  },
  source: "通用规范汉字表 (2013)",
  forUnit: {
    ask: {
      zh: "若是人名、书名用字，请告知；否则我们改为简体。",
      en: "Please tell us if it belongs to a name or title; otherwise we shall use the simplified character.",
    },
  },
  examples: [
    textExample({
      name: { zh: "复制来的繁体字", en: "Traditional characters copied in" },
      text: "示例市科协舉辦學術交流會，百余人参加，臺上爲什麼有誌願者。",
      at: [6, 20],
    }),
    textExample({
      name: { zh: "引文和书名", en: "Quotations and titles" },
      text: "展品有《示例縣志》和题着“業精于勤”的匾额。",
    }),
    textExample({
      name: { zh: "简体也用的字", en: "Characters that simplified text uses too" },
      text: "乾坤湾、著名学者、瞭望台、慰藉、於氏、宫商角徵羽、昇腾。",
    }),
    textExample({
      name: { zh: "本刊词表会改的词", en: "A word that the bulletin's dictionary corrects" },
      house: houseWith("lint:\n  words:\n    replace: {科普日活動: 科普日活动}\n"),
      text: "科普日活動在示例科技馆举办。",
    }),
    {
      name: { zh: "人名里的字写进 allow", en: "Characters of a name, listed in allow" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
lint:
  rules:
    text/traditional-character: [warn, {allow: 錢}]
`,
        "items/01.md": `---
title: 示例市科协举办学术交流会
---

錢某某研究员作报告。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(line, { house, options, dictionary }) {
    if (!line.isChinese || !isSimplified(house.bulletin.language.value)) return;
    const { text, classes } = line;
    const allowed = String(options.allow);
    const isFault = (at: number) => isTraditional(text.charCodeAt(at)) && !allowed.includes(text.charAt(at));
    for (let at = 0; at < text.length; at += 1) {
      if (!isFault(at) || line.quoted[at] === 1) continue;
      const start = at;
      // Characters that both ways of writing share may stand between: 學術交流會.
      for (let next = at + 1; next <= at + MOST_BETWEEN && classes[next] === HAN; next += 1) {
        if (isFault(next)) at = next;
      }
      if (isReplaced(dictionary, text, start)) continue;
      const found = text.slice(start, at + 1);
      const simplified = [...found].map((character) => simplifiedOf(character) ?? character).join("");
      yield copyFinding(line, {
        start,
        end: at + 1,
        message: { zh: `“${found}”是繁体字。`, en: `“${found}” is a traditional character.` },
        help: {
          zh: `一般写作“${simplified}”；若是人名用字，请加进这条规则的 allow。`,
          en: `Write “${simplified}”; if it belongs to a name, add it to this rule's allow.`,
        },
      });
    }
  },
};

const isSimplified = (language: string): boolean => /^zh(?:-CN|-Hans.*)?$/i.test(language);

/** Is the character part of a word that the house's dictionary replaces? word/replace tells it then. */
function isReplaced({ replacements }: HouseDictionary, text: string, at: number): boolean {
  if (replacements.isEmpty) return false;
  return replacements
    .find(text)
    .some(({ start, end, value }) => value !== undefined && start <= at && at < end);
}
