/** Phonetic guides in what came in. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { paragraphOf, run, SOUND, SOUND_HEADLINE, SOUND_SIGNATURE, wordExample } from "../word-example.js";

export const importRuby: DocumentedRule = {
  id: "import/ruby",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  fixable: false,
  structural: false,
  summary: { zh: "来稿没有注在字上的拼音。", en: "What came in has no phonetic guides above its words." },
  why: {
    zh: "简报不印字上的拼音，读入时放进字后面的括号，不要的可以删去。",
    en: "A bulletin prints nothing above its words: the guide is put into brackets behind them and can be deleted.",
  },
  examples: [
    wordExample({
      name: { zh: "给生僻字注音", en: "A rare character with its sound" },
      paragraphs: [
        SOUND_HEADLINE,
        paragraphOf(
          `${run("2026年3月12日，科普展走进")}<w:r><w:ruby><w:rubyPr/><w:rt>${run("dá")}</w:rt><w:rubyBase>${run("龘")}</w:rubyBase></w:ruby></w:r>${run("村，三百余名居民参加。")}`,
          "2026年3月12日，科普展走进龘〔字上注音：dá〕村，三百余名居民参加。",
        ),
        SOUND_SIGNATURE,
      ],
      at: [2],
    }),
    wordExample({ name: { zh: "没有注音", en: "No phonetic guides" }, paragraphs: SOUND }),
  ],
};
