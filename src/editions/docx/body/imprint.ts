/**
 * The end of the issue: the contact line, and the imprint (版记), a table of one column whose rules are
 * as wide as the text (GB/T 9704-2012, 7.4.1), set at the foot of the last page.
 */
import {
  type Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type XmlComponent,
} from "docx";
import { textWidthEm } from "../../../han/text-width.js";
import type { ContactLine, Imprint } from "../../../model/furniture.js";
import { IMPRINT_PADDING_EM } from "../../../model/printed-measures.js";
import { wordColor } from "../styles/style-properties.js";
import { linkTarget } from "../word/link-target.js";
import { emTwips } from "../word/word-geometry.js";
import { xmlSafe } from "../word/word-text.js";
import type { BodyChild } from "./blocks.js";
import type { DocumentContext } from "./document-context.js";
import { externalLink } from "./external-link.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";
import { paragraphBehindTable } from "./tables.js";

/** The phone goes to the next line where the line has no room for it: Word would part its number behind a hyphen. */
export function contactParagraphs(
  { label, email, phone }: ContactLine,
  { template, geometry }: DocumentContext,
): readonly Paragraph[] {
  if (label + email + phone === "") return [];
  const measureEm = geometry.textWidth / emTwips(template, "contact");
  const isLong = phone !== "" && addressWidthEm(label + email + phone) > measureEm;
  const turn = isLong && label + email !== "" ? [new TextRun({ break: 1 })] : [];
  const number = turn.length > 0 ? phone.trimStart() : phone;
  return [
    paragraphOf("ContactLine", [...runsOfText(label), ...mailRuns(email), ...turn, ...runsOfText(number)]),
  ];
}

/** Small letters and figures, of which addresses consist, take 0.45 em in Times New Roman, rather than a half. */
const addressWidthEm = (text: string): number =>
  textWidthEm(text) - 0.05 * (text.match(/[!-~]/g) ?? []).length;

function mailRuns(email: string): readonly XmlComponent[] {
  const target = email === "" ? undefined : linkTarget(`mailto:${email}`);
  if (target === undefined) return runsOfText(email);
  const run = new TextRun({ text: xmlSafe(email), style: "Hyperlink" });
  return [externalLink(target, [run])];
}

export function imprintChildren(imprint: Imprint, context: DocumentContext): readonly BodyChild[] {
  if (imprint.empty) return [];
  const { geometry, template } = context;
  const em = emTwips(template, "imprint");
  const inset = Math.round(template.imprint.insetEm * em);
  const padding = Math.round(IMPRINT_PADDING_EM * em);
  const rows = imprintRows(imprint, { em, inset, measureEm: (geometry.textWidth - 2 * inset) / em });
  const table = new Table({
    width: { size: geometry.textWidth, type: WidthType.DXA },
    columnWidths: [geometry.textWidth],
    layout: TableLayoutType.FIXED,
    // The paragraphs carry the inset: programs differ on whether cell margins move a floating table.
    margins: { left: 0, right: 0, top: padding, bottom: padding, marginUnitType: WidthType.DXA },
    float: {
      // Measured from the page edge: only then does LibreOffice (7.4) float a table as wide as the text.
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: geometry.marginLeft,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      leftFromText: 0,
      rightFromText: 0,
      topFromText: geometry.pitch,
      bottomFromText: 0,
    },
    rows: rows.map(
      (children, index) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: geometry.textWidth, type: WidthType.DXA },
              borders: bordersOf(context, { isFirst: index === 0, isLast: index === rows.length - 1 }),
              children,
            }),
          ],
        }),
    ),
  });
  return [table, paragraphBehindTable()];
}

interface ImprintMeasure {
  readonly em: number;
  readonly inset: number;
  /** room between the insets, in em */
  readonly measureEm: number;
}

/** Recipients, editors, publisher and date, number of copies: each between two rules. */
function imprintRows(
  imprint: Imprint,
  { em, inset, measureEm }: ImprintMeasure,
): readonly (readonly Paragraph[])[] {
  const { recipients, editors, publisher, printedOn, copies } = imprint;
  const hanging = (text: string, label: string) => {
    const indent = [...label].length * em;
    return paragraphOf("Imprint", runsOfText(text), { indent: { left: inset + indent, hanging: indent } });
  };
  const tab = () => new TextRun({ children: [new Tab()] });
  return [
    recipients.map(({ label, names }) => hanging(label + names, label)),
    editors.length === 0
      ? []
      : [paragraphOf("Imprint", runsOfText(editors.map(({ label, name }) => label + name).join("　　")))],
    sharesLine(imprint, measureEm)
      ? [paragraphOf("Imprint", [...runsOfText(publisher), tab(), ...runsOfText(printedOn)])]
      : [
          paragraphOf("Imprint", runsOfText(publisher)),
          paragraphOf("Imprint", [tab(), ...runsOfText(printedOn)]),
        ],
    copies === undefined ? [] : [paragraphOf("Imprint", [tab(), ...runsOfText(copies)])],
  ].filter((row) => row.length > 0);
}

/**
 * Behind a name that leaves the date too little room, Word's tab would be of no width: name and date would run
 * together, and the date would part. It then has a line of its own, as in the composed pages.
 */
const sharesLine = ({ publisher, printedOn }: Imprint, measureEm: number): boolean =>
  textWidthEm(publisher) + 1 + textWidthEm(printedOn) <= measureEm;

function bordersOf(
  { template }: DocumentContext,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
) {
  const { outerRulePt, innerRulePt } = template.imprint;
  const rule = (widthPt: number) => ({
    style: "single" as const,
    size: Math.round(widthPt * 8),
    color: wordColor(template.colors.text),
  });
  const none = { style: "nil" as const };
  return {
    top: rule(isFirst ? outerRulePt : innerRulePt),
    bottom: rule(isLast ? outerRulePt : innerRulePt),
    left: none,
    right: none,
  };
}
