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

export interface BrokenMasthead extends Furniture {
  /** of the name and of the issuer, as the composed pages broke them */
  readonly nameLines: readonly string[];
  readonly issuerLines: readonly string[];
}

export function mastheadParagraphs(masthead: BrokenMasthead, context: DocumentContext): readonly Paragraph[] {
  return [
    ...masthead.marks.map(({ text }) => paragraphOf("DocumentMark", runsOfText(text))),
    nameParagraph(masthead, context),
    paragraphOf("IssueLine", runsOfText(masthead.issueLine)),
    issuerParagraph(masthead, context),
  ];
}

function nameParagraph({ name, nameLines }: BrokenMasthead, { template }: DocumentContext): Paragraph {
  const { sizePt, spreadPt } = nameSetting(name, template);
  const spread = nameLines.length > 1 ? 0 : twipsFromPoints(spreadPt);
  const runs = nameLines.map(
    (line, index) =>
      new TextRun({
        text: xmlSafe(line),
        size: halfPointsFromPoints(sizePt),
        font: { hint: "eastAsia" },
        ...(index === 0 ? {} : { break: 1 }),
        ...(spread > 0 ? { characterSpacing: spread } : {}),
      }),
  );
  // Word adds the spread after the last character too; the indent centres the name again.
  return paragraphOf("Masthead", runs, spread > 0 ? { indent: { left: spread } } : {});
}

/**
 * Issuer on the left and date on the right of its last line, inset by one em; a date alone is centred. The rule spans
 * the whole line, so the inset belongs to the text and not to the paragraph: further lines begin at a tab.
 */
function issuerParagraph(
  { publisher, issuerLines, dateLine }: BrokenMasthead,
  { template }: DocumentContext,
): Paragraph {
  if (publisher === undefined) {
    return paragraphOf("IssuerLine", runsOfText(dateLine), { alignment: AlignmentType.CENTER });
  }
  const tab = () => new TextRun({ children: [new Tab()] });
  const lines = issuerLines.flatMap((line, index) => [
    ...(index === 0 ? [] : [new TextRun({ break: 1 }), tab()]),
    ...runsOfText(line),
  ]);
  return paragraphOf("IssuerLine", [...lines, tab(), ...runsOfText(dateLine)], {
    indent: { firstLine: emTwips(template, "issuerLine") },
  });
}
