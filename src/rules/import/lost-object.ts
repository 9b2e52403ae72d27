/** What of a document has no place in an item: equations, charts, embedded files. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { paragraphOf, run, SOUND, SOUND_HEADLINE, SOUND_SIGNATURE, wordExample } from "../word-example.js";

export const importLostObject: DocumentedRule = {
  id: "import/lost-object",
  scope: "documented",
  madeBy: "intake",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "来稿里的内容都能读入。", en: "Everything in what came in can be taken over." },
  why: {
    zh: "公式、图表、SmartArt、墨迹和内嵌的文件，简报里没有对应的东西，只能改成图片或文字。",
    en: "Equations, charts, SmartArt, ink and embedded files have no place in a bulletin: they can only become pictures or words.",
  },
  examples: [
    wordExample({
      name: { zh: "正文里有公式", en: "An equation in the text" },
      paragraphs: [
        SOUND_HEADLINE,
        paragraphOf(
          `${run("2026年3月12日，专家在讲座中讲解了公式")}<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>${run("的由来，三百余名居民参加。")}`,
          "2026年3月12日，专家在讲座中讲解了公式〔公式：x²〕的由来，三百余名居民参加。",
        ),
        SOUND_SIGNATURE,
      ],
      at: [2],
    }),
    wordExample({ name: { zh: "只有文字", en: "Words alone" }, paragraphs: SOUND }),
  ],
};
