/** Symbols of fonts that draw them in place of letters. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { paragraphOf, plain, run, SOUND_HEADLINE, SOUND_SIGNATURE, wordExample } from "../word-example.js";

export const importSymbol: DocumentedRule = {
  id: "import/symbol",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  alsoSeverity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "来稿的符号是通用字符。", en: "Symbols in what came in are common characters." },
  why: {
    zh: "Wingdings 之类的字体把字母画成符号，换个字体就成了别的字。认得的换成通用字符，认不得的要对照原稿改。",
    en: "Fonts such as Wingdings draw symbols in place of letters; in any other font they are something else. Known ones become common characters, the rest must be put right from the original.",
  },
  examples: [
    wordExample({
      name: { zh: "用 Wingdings 打的对号", en: "A tick of Wingdings" },
      paragraphs: [
        SOUND_HEADLINE,
        paragraphOf(
          `${run("2026年3月12日，科普展开幕，已完成项目标")}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run("。")}`,
          "2026年3月12日，科普展开幕，已完成项目标〔Wingdings 符号：✓〕。",
        ),
        SOUND_SIGNATURE,
      ],
      at: [2],
    }),
    wordExample({
      name: { zh: "普通字符", en: "A common character" },
      paragraphs: [SOUND_HEADLINE, plain("2026年3月12日，科普展开幕，已完成项目标√。"), SOUND_SIGNATURE],
    }),
  ],
};
