/** Hidden text in what came in. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { paragraphOf, run, SOUND, SOUND_HEADLINE, SOUND_SIGNATURE, wordExample } from "../word-example.js";

export const importHiddenText: DocumentedRule = {
  id: "import/hidden-text",
  scope: "documented",
  madeBy: "intake",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "来稿没有隐藏的文字。", en: "What came in has no hidden text." },
  why: {
    zh: "隐藏的文字看不见也不打印，多是旧稿的残留，也可能是不该外传的话。",
    en: "Hidden text is neither seen nor printed: remains of an earlier draft, or words that were not to be passed on.",
  },
  forUnit: {
    what: {
      zh: "文档里有设为隐藏的文字，我们没有用。",
      en: "The document holds hidden text, which we left out.",
    },
    ask: {
      zh: "请告知这些文字是否要用；要用的，请取消隐藏后重新发来。",
      en: "Please tell us whether it is to be printed; if so, unhide it and send the document again.",
    },
  },
  examples: [
    wordExample({
      name: { zh: "一句话设成了“隐藏”", en: "A sentence set to hidden" },
      paragraphs: [
        SOUND_HEADLINE,
        paragraphOf(
          `${run("2026年3月12日，示例区科协在滨河社区举办春季科普展。")}${run("经费数额待定。", "<w:vanish/>")}`,
          "2026年3月12日，示例区科协在滨河社区举办春季科普展。〔隐藏：经费数额待定。〕",
        ),
        SOUND_SIGNATURE,
      ],
      at: [2],
    }),
    wordExample({ name: { zh: "没有隐藏文字", en: "No hidden text" }, paragraphs: SOUND }),
  ],
};
