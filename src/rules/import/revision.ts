/** Tracked changes in what came in. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { paragraphOf, run, SOUND, SOUND_HEADLINE, SOUND_SIGNATURE, wordExample } from "../word-example.js";

export const importRevision: DocumentedRule = {
  id: "import/revision",
  scope: "documented",
  madeBy: "intake",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "来稿没有未处理的修订，也没有划掉没删的字。",
    en: "What came in has no tracked changes left to decide, and no words crossed out.",
  },
  why: {
    zh: "修订接受还是拒绝，只有单位知道。这里按“全部接受”读取，可能不是单位要的那一稿。用删除线格式划掉的字仍是正文，会带着删除线印出来。",
    en: "Whether a change holds only the unit knows. They are read as if all were accepted, which may not be the text that it wants. Words that are crossed out by formatting are text still, and printed crossed out.",
  },
  forUnit: {
    what: {
      zh: "文档里有没有定下来的修订，或者划掉没删的字；修订我们按全部接受来读。",
      en: "The document holds tracked changes, which we read as if all were accepted, or words crossed out and not deleted.",
    },
    ask: {
      zh: "请接受或拒绝修订，删去不要的字，把定稿发来。",
      en: "Please accept or reject the changes, delete what is not wanted, and send us the final text.",
    },
  },
  examples: [
    wordExample({
      name: { zh: "删了又加，没有定稿", en: "A number struck out and another put in" },
      paragraphs: [
        SOUND_HEADLINE,
        paragraphOf(
          `${run("2026年3月12日，示例区科协在滨河社区举办春季科普展，")}<w:del w:id="1" w:author="张三"><w:r><w:delText>二百</w:delText></w:r></w:del><w:ins w:id="2" w:author="张三">${run("三百")}</w:ins>${run("余名居民参加。")}`,
          "2026年3月12日，示例区科协在滨河社区举办春季科普展，〔删除：二百〕〔插入：三百〕余名居民参加。",
        ),
        SOUND_SIGNATURE,
      ],
      at: [2],
    }),
    wordExample({ name: { zh: "修订都已接受", en: "All changes accepted" }, paragraphs: SOUND }),
  ],
};
