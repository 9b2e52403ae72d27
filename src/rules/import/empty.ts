/** A file that came with nothing in it to be read. Made by the intake. */
import type { DocumentedRule } from "../rule.js";

export const importEmpty: DocumentedRule = {
  id: "import/empty",
  scope: "documented",
  madeBy: "intake",
  severity: "error",
  alsoSeverity: "warning",
  fixable: false,
  structural: true,
  summary: { zh: "来稿里有文字或图片。", en: "What came in holds text or a picture." },
  why: {
    zh: "空文件多半是发错了，或没有存好；扫描件嵌在里面时，也读不到字；单独发来的照片没有稿件可配，收不进来。",
    en: "An empty file was most likely sent by mistake or never saved; of a scan inside there is no text to read either; a photo that comes alone has no item to go with.",
  },
  forUnit: {
    what: { zh: "您发来的文件里没有读到文字。", en: "We found no text in the file that you sent." },
    ask: {
      zh: "请检查是否发错了文件，把文字稿重新发来。",
      en: "Please check whether it was the right file and send us the text again.",
    },
    isAboutItem: true,
  },
  examples: [
    {
      name: { zh: "空文件", en: "An empty file" },
      files: { "来稿/报送.txt": `` },
      show: "来稿/报送.txt",
      findings: ["来稿/报送.txt:1:1"],
    },
    {
      name: { zh: "有标题和正文的文本", en: "A text with headline and body" },
      files: {
        "来稿/报送.txt": `示例区科协举办春季科普展

2026年3月12日，示例区科协在滨河社区举办春季科普展，三百余名居民参加。

（示例区科协供稿）
`,
      },
      show: "来稿/报送.txt",
      findings: [],
    },
  ],
};
