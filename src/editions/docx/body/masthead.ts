/**
 * The head of the first page (报头): marks above it, name, issue line, issuer and date, rule; paragraphs with tabs and
 * a border, all editable in Word. Their heights are in masthead-heights.ts.
 */
import { AlignmentType, type Paragraph, Tab, TextRun } from "docx";
import type { Furniture } from "../../../model/furniture.js";
import { halfPointsFromPoints, twipsFromPoints } from "../../../model/units.js";
import { nameSetting } from "../word/masthead-heights.js";
import { emTwips } from "../word/word-geometry.js";
import { xmlSafe } from "../word/word-text.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";

export function mastheadParagraphs(furniture: Furniture, context: DocumentContext): readonly Paragraph[] {
  return [
    ...furniture.marks.map(({ text }) => paragraphOf("DocumentMark", runsOfText(text))),
    nameParagraph(furniture, context),
    paragraphOf("IssueLine", runsOfText(furniture.issueLine)),
    issuerParagraph(furniture, context),
  ];
}

function nameParagraph(furniture: Furniture, { template }: DocumentContext): Paragraph {
  const { name } = furniture;
  const { sizePt, spreadPt } = nameSetting(name, template);
  const spread = twipsFromPoints(spreadPt);
  const run = new TextRun({
    text: xmlSafe(name),
    size: halfPointsFromPoints(sizePt),
    font: { hint: "eastAsia" },
    ...(spread > 0 ? { characterSpacing: spread } : {}),
  });
  return paragraphOf("Masthead", [run], {
    // Word adds the spread after the last character too; the indent centres the name again.
    ...(spread > 0 ? { indent: { left: spread } } : {}),
  });
}

/** Issuer on the left and date on the right, inset by one em; a date alone is centred. */
function issuerParagraph({ publisher, dateLine }: Furniture, { template }: DocumentContext): Paragraph {
  if (publisher === undefined) {
    return paragraphOf("IssuerLine", runsOfText(dateLine), { alignment: AlignmentType.CENTER });
  }
  const tab = new TextRun({ children: [new Tab()] });
  // The rule spans the whole line, so the inset belongs to the text and not to the paragraph.
  return paragraphOf("IssuerLine", [...runsOfText(publisher), tab, ...runsOfText(dateLine)], {
    indent: { firstLine: emTwips(template, "issuerLine") },
  });
}
