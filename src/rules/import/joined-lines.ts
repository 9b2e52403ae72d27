/** Lines that were joined into paragraphs. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { paragraphOf, run, SOUND, SOUND_HEADLINE, SOUND_SIGNATURE, wordExample } from "../word-example.js";

export const importJoinedLines: DocumentedRule = {
  id: "import/joined-lines",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "段落就是段落，没有在段中手动换行。",
    en: "Paragraphs are whole, without line breaks in them.",
  },
  why: {
    zh: "手动换行、按行宽断开的行，接成一段。若本来就要另起一段，请分开。",
    en: "Breaks inside of paragraphs and lines broken at a fixed width are joined. Where a paragraph was meant, part them.",
  },
  examples: [
    wordExample({
      name: { zh: "段中按了 Shift+Enter", en: "Shift+Enter amid a paragraph" },
      paragraphs: [
        SOUND_HEADLINE,
        paragraphOf(
          `${run("2026年3月12日，示例区科协在滨河社区")}<w:r><w:br/></w:r>${run("举办春季科普展，三百余名居民参加。")}`,
          "2026年3月12日，示例区科协在滨河社区〔换行〕举办春季科普展，三百余名居民参加。",
        ),
        SOUND_SIGNATURE,
      ],
      at: [2],
    }),
    wordExample({ name: { zh: "一段到底", en: "Whole paragraphs" }, paragraphs: SOUND }),
  ],
};
