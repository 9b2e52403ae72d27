/** An item of which no unit could be told. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import { plain, SOUND, SOUND_HEADLINE, SOUND_TEXT, wordExample } from "../word-example.js";

export const importUnitMissing: DocumentedRule = {
  id: "import/unit-missing",
  scope: "documented",
  madeBy: "intake",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "来稿的供稿单位看得出来。", en: "The unit that sent an item can be told." },
  why: {
    zh: "署名、报送表和发件人里都没有单位时，不猜，空着等人补。",
    en: "Where neither signature, form nor sender names a unit none is guessed: it is left to be written.",
  },
  forUnit: {
    what: { zh: "来稿没有写供稿单位。", en: "The item does not say which unit it is from." },
    ask: { zh: "请告知供稿单位全称。", en: "Please tell us the full name of your unit." },
    isAboutItem: true,
  },
  examples: [
    wordExample({
      name: { zh: "没有署名", en: "No signature" },
      paragraphs: [SOUND_HEADLINE, SOUND_TEXT],
      at: [1],
    }),
    wordExample({
      name: {
        zh: "“报送”后面可能是谁报送，也可能是报送给谁",
        en: "报送：, which may name who sends it or who receives it",
      },
      paragraphs: [SOUND_HEADLINE, SOUND_TEXT, plain("报送：示例市科协")],
      at: [3],
    }),
    wordExample({ name: { zh: "文末有署名", en: "A signature at the end" }, paragraphs: SOUND }),
  ],
};
