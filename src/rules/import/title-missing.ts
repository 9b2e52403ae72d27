/** An item of which no headline could be told. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { SOUND, wordExample } from "../word-example.js";

export const importTitleMissing: DocumentedRule = {
  id: "import/title-missing",
  scope: "documented",
  madeBy: "intake",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "来稿的标题看得出来。", en: "The headline of what came in can be told." },
  why: {
    zh: "标题单独成行，居中、加粗或比正文大，末尾没有标点。一样都没有，就不猜，空着等人补。",
    en: "A headline is a line of its own, centred, bold or larger than the text, without a final mark. Where there is nothing of the kind none is guessed: it is left to be written.",
  },
  forUnit: {
    what: { zh: "来稿里没有看到标题。", en: "We found no headline." },
    ask: { zh: "请告知标题。", en: "Please tell us the headline." },
    isAboutItem: true,
  },
  examples: [
    {
      name: { zh: "没有标题，主题也没有说", en: "No headline, and the subject names none" },
      files: {
        "来稿/来稿.txt": `2026年3月12日，示例区科协在滨河社区举办春季科普展，三百余名居民参加，反响热烈。

活动持续三天，展出展品四十件，由十二家学会共同承办。
`,
      },
      show: "来稿/来稿.txt",
      findings: ["来稿/来稿.txt:1:1"],
    },
    wordExample({ name: { zh: "标题居中、字大", en: "A headline, centred and large" }, paragraphs: SOUND }),
  ],
};
