/** What was done to a picture on its way in. Made by the intake, and by the command that imports. */
import type { DocumentedRule } from "../rule.js";
import {
  paragraphOf,
  SOUND,
  SOUND_HEADLINE,
  SOUND_SIGNATURE,
  SOUND_TEXT,
  wordExample,
} from "../word-example.js";

const CROPPED =
  '<w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="1" name="图片 1"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="现场.png"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture"/><a:srcRect l="20000"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

export const importPictureChanged: DocumentedRule = {
  id: "import/picture-changed",
  scope: "documented",
  madeBy: "intake",
  severity: "info",
  alsoSeverity: "warning",
  fixable: false,
  structural: false,
  summary: { zh: "图片做过处理的，有说明。", en: "What was done to a picture is said." },
  why: {
    zh: "导入时去掉拍摄地点等信息、转正、缩小、转换格式；在 Word 里裁剪、旋转过的，读入的是原图。原件总在 inbox 里。",
    en: "An import takes out the place of its making, turns, scales and converts; what was cropped or turned in Word is taken over as it was before. The inbox keeps the original.",
  },
  examples: [
    wordExample({
      name: { zh: "在 Word 里裁剪过", en: "Cropped in Word" },
      paragraphs: [
        SOUND_HEADLINE,
        SOUND_TEXT,
        paragraphOf(CROPPED, "〔图片，左边裁去五分之一〕"),
        SOUND_SIGNATURE,
      ],
      at: [3],
    }),
    wordExample({ name: { zh: "没有图片", en: "No pictures" }, paragraphs: SOUND }),
  ],
};
