/** Words taken for the caption of a picture. Made by the intake. */
import type { DocumentedRule } from "../rule.js";
import {
  paragraphOf,
  run,
  SOUND_HEADLINE,
  SOUND_SIGNATURE,
  SOUND_TEXT,
  wordExample,
} from "../word-example.js";

const PICTURE =
  '<w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="1" name="图片 1"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="现场.png"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

export const importCaption: DocumentedRule = {
  id: "import/caption",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  fixable: false,
  structural: false,
  summary: { zh: "认出的题注有说明。", en: "Words taken for a caption are named." },
  why: {
    zh: "图片下面居中的短句、“图为……”当作题注，印在图下；若是正文，移回去。",
    en: "A short centred line below a picture, or one that begins 图为, is taken for its caption; what is text, move back.",
  },
  examples: [
    wordExample({
      name: { zh: "图片下面的一句", en: "A line below the picture" },
      paragraphs: [
        SOUND_HEADLINE,
        SOUND_TEXT,
        paragraphOf(PICTURE, "〔图片〕"),
        {
          xml: `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run("图为活动现场")}</w:p>`,
          seen: "〔居中〕图为活动现场",
        },
        SOUND_SIGNATURE,
      ],
      at: [4],
    }),
    wordExample({
      name: { zh: "图片下面是正文", en: "Text below the picture" },
      paragraphs: [SOUND_HEADLINE, paragraphOf(PICTURE, "〔图片〕"), SOUND_TEXT, SOUND_SIGNATURE],
    }),
  ],
};
