/**
 * A title ends in no mark, and has few within. Source: GB/T 9704-2012, 7.3.1 (titles of official papers
 * use no marks but 《》 in general); 、 ， “” · are what bulletins need beyond that.
 */
import { placeInTitle } from "../../model/place-in-value.js";
import type { ItemRule } from "../rule.js";

/** Marks whose loss at the end changes nothing; ？ and ！ are tone, so the editor decides. */
const EMPTY_FINAL = /^[。．.，,、；;：:]$/u;
const FINAL = /^[。．.，,、；;：:！!？?…—]$/u;

export const itemTitlePunctuation: ItemRule = {
  id: "item/title-punctuation",
  scope: "item",
  severity: "warning",
  fixable: true,
  structural: false,
  options: { allow: "《》〈〉“”‘’·、，" },
  summary: {
    zh: "标题末尾不加标点，中间只用《》“”·、，和空格（allow）。",
    en: "A title ends in no mark and holds none but 《》 “” · 、 ， and spaces (allow).",
  },
  why: {
    zh: "公文标题一般不用标点。标题排在版面中央，末尾的句号会使它偏向一边。",
    en: "Titles of official papers take no marks in general. A title is centred, and a full stop at its end draws it to one side.",
  },
  source: "GB/T 9704-2012, 7.3.1",
  examples: [
    {
      name: { zh: "末尾有句号", en: "A full stop at the end" },
      files: {
        "items/01.md": `---
title: 示例市科协举办学术交流会。
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:2:20"],
      fixed: `---
title: 示例市科协举办学术交流会
---

3月10日，活动举办。
`,
    },
    {
      name: { zh: "中间有感叹号和分号", en: "An exclamation mark and a semicolon within" },
      files: {
        "items/01.md": `---
title: 人气火爆！市民争相体验；科普展延期
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: ["items/01.md:2:12", "items/01.md:2:19"],
    },
    {
      name: { zh: "书名号、引号、间隔号和顿号", en: "Marks that titles may have" },
      files: {
        "items/01.md": `---
title: “十四五”科普成果、《示例科普读本》亮相“3·15”主题日
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: {
        zh: "打成半角的逗号和引号另有规则管",
        en: "A half-width comma and straight marks are other rules' affair",
      },
      files: {
        "items/01.md": `---
title: 示例区科协举办"科普之春"活动,反响热烈
---

3月10日，活动举办。
`,
      },
      show: "items/01.md",
      findings: [],
    },
    {
      name: {
        zh: "小数点、百分号、连字符不是标点",
        en: "Decimal points, per cent signs and hyphens in codes",
      },
      files: {
        "items/01.md": `---
title: 示例市公民科学素质比例达18.5% 较2024年提高1.2个百分点
---

C919-100项目同日启动。
`,
      },
      show: "items/01.md",
      findings: [],
    },
  ],
  *check(item, { options }) {
    const allowed = new Set(String(options.allow));
    for (const [index, line] of item.title.entries()) {
      const isLast = index === item.title.length - 1;
      const textEnd = line.value.trimEnd().length;
      for (const { mark, start, end } of marksOf(line.value)) {
        const isFinal = isLast && end === textEnd && FINAL.test(mark);
        if (!isFinal && (allowed.has(FULL[mark] ?? mark) || isPartOfCode(line.value, start))) continue;
        const place = placeInTitle(line, { start, end });
        const span = place ?? line.span;
        yield {
          ...(isFinal ? finalMark(mark) : innerMark(mark)),
          span,
          ...(isFinal && place !== undefined && EMPTY_FINAL.test(mark) ? { fix: [{ span, text: "" }] } : {}),
        };
      }
    }
  },
};

/** Mistyped, yet allowed once they are what they stand for: that is told by the rules of text. */
const FULL: Readonly<Record<string, string>> = { ",": "，", '"': "“", "'": "‘" };

/** Marks of a line; a doubled one (—— ……) is taken as one. */
function* marksOf(text: string): Iterable<{ mark: string; start: number; end: number }> {
  for (const match of text.matchAll(/(\p{P})\1*/gu)) {
    yield { mark: match[1] ?? "", start: match.index, end: match.index + match[0].length };
  }
}

/** 18.5% C919-100 GB/T A&B: an ASCII mark that touches a letter or digit belongs to it. */
const isPartOfCode = (text: string, at: number): boolean =>
  /[-./%&#@'_:+*]/.test(text[at] ?? "") && (isAlphanumeric(text[at - 1]) || isAlphanumeric(text[at + 1]));

const isAlphanumeric = (character: string | undefined): boolean => /^[A-Za-z0-9]$/.test(character ?? "");

const finalMark = (mark: string) => ({
  message: {
    zh: `标题末尾有“${mark}”，标题末尾不加标点。`,
    en: `The title ends in “${mark}”; titles end in no mark.`,
  },
  help: { zh: `删去末尾的“${mark}”。`, en: `Delete the “${mark}” at the end.` },
});

const innerMark = (mark: string) => ({
  message: {
    zh: `标题里有“${mark}”，标题中一般不用这个标点。`,
    en: `The title holds “${mark}”, a mark that titles do without.`,
  },
  help: {
    zh: "改写标题，或在要停顿的地方用空格，或分成两行。",
    en: "Reword it, put a space where it should pause, or break it into two lines.",
  },
});
