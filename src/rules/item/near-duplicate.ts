/**
 * No two items of an issue say mostly the same. Texts are compared by their shingles (runs of six
 * letters or digits): each keeps a sketch of the smallest hashes (Broder 1997, bottom-k), and only
 * items that share some are compared, so the time is linear in the text.
 */
import { titleOnOneLine } from "../../model/furniture.js";
import type { Item } from "../../model/issue.js";
import { onlyLetters } from "../../model/letters.js";
import { isInBody } from "../../model/passage.js";
import { type IssueRule, type ItemFacts, numberOption } from "../rule.js";

const SHINGLE_LENGTH = 6;
/** Hashes kept of an item: the error of the estimate is about 1/√200, 7 % */
const SKETCH_SIZE = 200;
/** An item with fewer shingles is too short: chance and set phrases would make it alike to others. */
const FEWEST_SHINGLES = 40;
/** Items with which one is compared closely: the likeliest tell enough. */
const MOST_COMPARED = 3;
/** Items that may stand under one hash; a phrase in more of them is a set phrase. */
const LONGEST_POSTING = 12;

const FAIR =
  "3月11日，示例区科协在滨河广场举办科普集市，设置机器人表演、急救体验、植物标本制作等十个展位，吸引周边居民六百余人参加。活动现场，志愿者向居民发放科普读本，解答健康饮食、防灾避险等方面的问题，受到大家欢迎。";

export const itemNearDuplicate: IssueRule = {
  id: "item/near-duplicate",
  scope: "issue",
  severity: "warning",
  fixable: false,
  structural: false,
  options: { percent: 50 },
  summary: {
    zh: "本期没有两篇内容大体相同的稿件；相同部分的比例由选项 percent 设定。",
    en: "No two items of an issue have mostly the same text; the option percent sets how much.",
  },
  why: {
    zh: "同一活动常由几个单位分别报送，标题不同，用的却是同一份通稿，容易重复刊登。",
    en: "Several units often report one event under different titles with the same text, which is then easily printed twice.",
  },
  examples: [
    {
      name: { zh: "标题不同，正文几乎一样", en: "Different titles over almost the same text" },
      files: {
        "items/01.md": `---\ntitle: 示例区科协举办科普集市\n---\n\n${FAIR}\n`,
        "items/02.md": `---\ntitle: 滨河广场热闹非凡\n---\n\n${FAIR.replace("六百余人", "600余人")}\n`,
      },
      show: "items/02.md",
      findings: ["items/02.md:2:8"],
    },
    {
      name: { zh: "同类活动，事实不同", en: "Events of one kind that differ in their facts" },
      files: {
        "items/01.md": `---\ntitle: 示例区科协举办科普集市\n---\n\n${FAIR}\n`,
        "items/02.md": `---
title: 示例县科协举办科技下乡活动
---

3月12日，示例县科协组织农业专家走进青石镇，就春季果树修剪、病虫害防治等内容开展现场教学，发放技术资料三百余份，为二十户种植户逐一解答问题，并约定每月回访一次。
`,
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check(issue, context) {
    const percent = numberOption(context, "percent");
    const postings = new Map<number, Sketched[]>();
    const known = new Set<string>();
    for (const item of issue.sections.flatMap((section) => section.items)) {
      if (known.has(item.path)) continue;
      known.add(item.path);
      const sketch = sketchOf(context.factsOf(item));
      if (sketch.length === 0) continue;
      const sketched = { item, sketch };
      const least = (percent / 100) * sketch.length;
      for (const other of sharing(sketched, { postings, least })) {
        const share = Math.round(similarity(sketch, other.sketch) * 100);
        if (share < percent) continue;
        yield {
          span: item.title[0]?.span ?? item.body,
          message: {
            zh: `这篇与“${titleOnOneLine(other.item)}”约有 ${share}% 的文字相同。`,
            en: `About ${share}% of this item is also in “${titleOnOneLine(other.item)}”.`,
          },
          help: {
            zh: "可能是同一件事由两家单位报送，请合并或只留一篇。",
            en: "Two units may have reported the same event; merge the two items or keep one.",
          },
          related: [
            {
              span: other.item.title[0]?.span ?? other.item.body,
              message: { zh: "另一篇在这里", en: "The other one" },
            },
          ],
        };
        break;
      }
    }
  },
};

interface Sketched {
  readonly item: Item;
  /** the smallest hashes of its shingles, in order */
  readonly sketch: readonly number[];
}

interface Index {
  readonly postings: Map<number, Sketched[]>;
  /** hashes that two sketches must share to be looked at */
  readonly least: number;
}

/** @returns earlier items that share enough, those that share most first; enters this one into the index */
function sharing(sketched: Sketched, { postings, least }: Index): readonly Sketched[] {
  const counts = new Map<Sketched, number>();
  for (const hash of sketched.sketch) {
    const posting = postings.get(hash) ?? [];
    for (const other of posting) counts.set(other, (counts.get(other) ?? 0) + 1);
    if (posting.length < LONGEST_POSTING) postings.set(hash, [...posting, sketched]);
  }
  return [...counts]
    .filter(([other, count]) => count >= Math.min(least, other.sketch.length / 2))
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_COMPARED)
    .map(([other]) => other);
}

function sketchOf({ passages }: ItemFacts): readonly number[] {
  const hashes = new Set<number>();
  for (const passage of passages) {
    if (!isInBody(passage)) continue;
    const letters = onlyLetters(passage.text);
    for (let at = 0; at + SHINGLE_LENGTH <= letters.length; at += 1) {
      hashes.add(hashShingle(letters, at));
    }
  }
  if (hashes.size < FEWEST_SHINGLES) return [];
  return Array.from(hashes)
    .sort((a, b) => a - b)
    .slice(0, SKETCH_SIZE);
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function hashShingle(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + SHINGLE_LENGTH; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** @returns the estimated share of shingles that two texts have in common (Jaccard), from 0 to 1 */
function similarity(a: readonly number[], b: readonly number[]): number {
  const smallest = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, Math.max(a.length, b.length));
  const inA = new Set(a);
  const inB = new Set(b);
  return smallest.filter((hash) => inA.has(hash) && inB.has(hash)).length / smallest.length;
}
