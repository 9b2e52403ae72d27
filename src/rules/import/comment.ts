/** Comments in what came in. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { paragraphOf, run, SOUND, SOUND_HEADLINE, SOUND_SIGNATURE, wordExample } from "../word-example.js";

export const importComment: DocumentedRule = {
  id: "import/comment",
  scope: "documented",
  madeBy: "intake",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "来稿没有要处理的批注。", en: "What came in has no comments left to deal with." },
  why: {
    zh: "批注不付印，但多半是还要改的地方：领导的意见、要核实的数字。正文里写给编辑的“（此处请核实）”也是这样，而且会印出来。",
    en: "Comments are not printed, but most of them mark what is still to be changed: a superior's wish, a number to be checked. So do words to the editor amid the text, which would be printed.",
  },
  forUnit: {
    ask: {
      zh: "请按它改好正文，或告知不必改。",
      en: "Please change the text as it asks, or tell us that nothing is to be changed.",
    },
  },
  examples: [
    wordExample({
      name: { zh: "批注问数字对不对", en: "A comment asks whether a number is right" },
      paragraphs: [
        SOUND_HEADLINE,
        paragraphOf(
          `${run("2026年3月12日，示例区科协在滨河社区举办春季科普展，")}<w:commentRangeStart w:id="0"/>${run("三百余名")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run("居民参加。")}`,
          "2026年3月12日，示例区科协在滨河社区举办春季科普展，三百余名〔批注 李四：请核实人数〕居民参加。",
        ),
        SOUND_SIGNATURE,
      ],
      at: [2],
      comments: `<w:comments><w:comment w:id="0" w:author="李四"><w:p>${run("请核实人数")}</w:p></w:comment></w:comments>`,
    }),
    wordExample({ name: { zh: "没有批注", en: "No comments" }, paragraphs: SOUND }),
  ],
};
