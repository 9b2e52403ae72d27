/**
 * A unit is named once at the end of an item: in brackets, or as its signature. Which of the two is meant is the editor's
 * to say, so nothing is removed. Source: GB/T 9704-2012, 7.3.5 (落款 is how an official paper names who issues it).
 */
import { isSameUnit } from "../../han/known-units.js";
import { registeredUnits } from "../../model/register.js";
import type { ItemRule } from "../rule.js";

const item = (front: string, body = "各位科技工作者：让我们一起走进社区，把科学讲给更多的人听。") =>
  `---\ntitle: 致全区科技工作者的倡议书\n${front}---\n\n${body}\n`;

export const attributionSignedTwice: ItemRule = {
  id: "attribution/signed-twice",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "单位已经落款的，文末不再括注。",
    en: "A unit that signs an item is not named in brackets as well.",
  },
  why: {
    zh: "括注说明稿件由谁报送，落款说明文章由谁发出；同一家单位在相邻两行印两遍，像是出了错。",
    en: "The brackets say who sent the item in, the signature who issues it; the same unit on two lines in a row looks like a mistake.",
  },
  source: "GB/T 9704-2012, 7.3.5",
  examples: [
    {
      name: { zh: "括注和落款是同一家", en: "The same unit in brackets and as the signature" },
      files: {
        "items/02.md": item("source: 示例区科协\nsigned: {by: 示例区科协, date: 2026-03-10}\n"),
      },
      show: "items/02.md",
      findings: ["items/02.md:3:9"],
    },
    {
      name: { zh: "括注写在正文末尾", en: "Typed at the end of the body" },
      files: {
        "items/02.md": item(
          "signed: {by: [示例市科协, 示例区科协]}\n",
          "让我们一起走进社区，把科学讲给更多的人听。（示例区科协）",
        ),
      },
      show: "items/02.md",
      findings: ["items/02.md:6:22"],
    },
    {
      name: { zh: "一家报送，另一家落款", en: "One unit sent it in, another signs it" },
      files: { "items/02.md": item("source: 示例区科协\nsigned: {by: 示例区科普志愿者总队}\n") },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check({ attribution, signed }, { house }) {
    if (attribution === undefined || signed === undefined) return;
    const units = registeredUnits(house.units);
    const isTwice = signed.by.some(({ value }) => isSameUnit(value, attribution.value, { units }));
    if (!isTwice) return;
    const unit = attribution.value;
    yield {
      span: attribution.typed ?? attribution.span,
      message: {
        zh: `“${unit}”已经落款，文末又括注了一遍。`,
        en: `“${unit}” signs the item, and is named in brackets at its end as well.`,
      },
      help:
        attribution.writtenIn === "front-matter"
          ? {
              zh: "有落款就不必再写 source，请删去这一行；不要落款，就删去 signed。",
              en: "With a signature “source” is not needed: delete that line, or “signed” if there should be no signature.",
            }
          : {
              zh: "有落款就不必再括注，请删去正文末尾的括号；不要落款，就删去 signed。",
              en: "With a signature the brackets are not needed: delete them, or “signed” if there should be no signature.",
            },
    };
  },
};
