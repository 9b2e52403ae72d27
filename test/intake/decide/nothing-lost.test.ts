/**
 * Whatever a manuscript is made of and in whatever order, no sentence of it is lost: it stands in one of the items, or
 * a notice says that it was left out.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { decideItems, type KnownHouse } from "../../../src/intake/decide/decide-items.js";
import { wordsIn } from "../../../src/intake/decide/make-body.js";
import type { DraftItem } from "../../../src/intake/draft/draft-item.js";
import type { Manuscript } from "../../../src/intake/manuscript.js";
import { buildManuscript } from "../manuscript-builder.js";

const HOUSE: KnownHouse = { units: [], sections: ["基层动态"], year: 2026, date: undefined };

const FLAGS = [
  "",
  "",
  "",
  "{c}",
  "{c 22}",
  "{b}",
  "{c b}",
  "{r}",
  "{i}",
  "{p}",
  "{p c 22}",
  "{h1}",
  "{h2}",
  "{•}",
  "{n=一、}",
  "{n=1.}",
  "{box}",
  "{style=题注}",
];
const SUBJECTS = ["云岭区科协", "青山小学", "示例市科技馆", "白水镇"];
const DEEDS = [
  "举办科普展览，三百余名居民参观。",
  "组织志愿者走进社区，讲解急救知识",
  "建成科普站十个；",
  "开展研学活动：",
  "邀请专家授课，反响热烈。（云岭区科协）",
];
const LINES = [
  "",
  "",
  "附件1",
  "关于报送信息的函",
  "附件：1.名单",
  "（云岭区科协）",
  "云岭区科协",
  "2026年3月12日",
  "图为现场",
  "[图1]",
  "一、基本情况",
  "（一）社区",
  "1.甲",
  "2.乙",
  "3.丙",
  "各位编辑：",
  "报送单位：青山小学",
  "报送：青山小学",
  "报：市科协、区委办",
  "附件：无",
  "此致",
  "敬礼",
  "【基层动态】",
  "| 甲 | 乙 |",
  "| 报送单位 | 青山小学 |",
  "|~ [图2] |",
  "甲⇥乙",
  "丙⇥丁",
];

const sentence = fc
  .tuple(fc.constantFrom(...FLAGS), fc.constantFrom(...SUBJECTS), fc.constantFrom(...DEEDS), fc.boolean())
  .map(([flags, subject, deed, isBroken]) => ({ flags, subject, deed, isBroken }));
const line = fc.oneof(sentence, fc.constantFrom(...LINES));

/** Each sentence carries a number, by which it is found again. */
function manuscriptOf(
  lines: readonly (string | { flags: string; subject: string; deed: string; isBroken: boolean })[],
) {
  const text = lines.map((one, index) =>
    typeof one === "string"
      ? one
      : `${one.flags}${one.subject}第${100 + index}次${one.isBroken ? "⏎" : ""}${one.deed}`,
  );
  return text.join("\n");
}

function saidBy(drafts: readonly DraftItem[]): string {
  const words = drafts.flatMap(({ title, blocks, notices }) => [
    ...title.map((part) => part.text),
    ...blocks.flatMap((block) => wordsIn(block).map(({ text }) => text)),
    ...notices.map(({ message }) => message.zh),
  ]);
  return words.join("\n");
}

const carriers: readonly Manuscript["carrier"][] = ["word", "text", "mail", "word-97"];

it("no sentence is lost, none is said twice", () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 24 }),
      fc.constantFrom(...carriers),
      (lines, carrier) => {
        const text = manuscriptOf(lines);
        const manuscript = buildManuscript(text, { carrier });
        const drafts = decideItems(
          { path: "a", mail: undefined, manuscripts: [manuscript], loosePictures: [], notices: [] },
          HOUSE,
        );
        // A letter alone is no item (lint-manuscript.ts tells so), and holds no sentence.
        if (drafts.length === 0) {
          expect(text).not.toMatch(/第1\d\d次/);
          return;
        }
        const said = saidBy(drafts);
        for (const [number] of text.matchAll(/第1\d\d次/g)) expect(said, number).toContain(number);
        const printed = drafts
          .flatMap(({ title, blocks }) => [...title, ...blocks.flatMap(wordsIn)])
          .map((words) => words.text)
          .join("\n");
        for (const [number] of text.matchAll(/第1\d\d次/g))
          expect(printed.split(number).length, number).toBeLessThanOrEqual(2);
        const pictures = drafts.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === "figure" ? [block.picture] : [])),
        );
        expect(new Set(pictures)).toEqual(
          new Set([...text.matchAll(/\[图(\d)\]/gu)].map((match) => `p${match[1]}`)),
        );
      },
    ),
    { numRuns: 1500, seed: 20261127 },
  );
});

it("the same submission gives the same drafts", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 24 }), (lines) => {
      const submission = {
        path: "a",
        mail: undefined,
        manuscripts: [buildManuscript(manuscriptOf(lines))],
        loosePictures: [],
        notices: [],
      };
      expect(decideItems(submission, HOUSE)).toEqual(decideItems(submission, HOUSE));
    }),
    { numRuns: 100, seed: 20261127 },
  );
});
