/**
 * The end of the issue: the contact line, and the imprint (版记), a table of one column whose rules are
 * as wide as the text (GB/T 9704-2012, 7.4.1), near the foot of the last page.
 */
import { type Paragraph, Tab, TextRun, type XmlComponent } from "docx";
import { textWidthEm } from "../../../han/text-width.js";
import type { PageFacts } from "../../../layout/page-facts.js";
import type { ContactLine, Imprint } from "../../../model/furniture.js";
import { IMPRINT_PADDING_EM } from "../../../model/printed-measures.js";
import { twipsFromPoints } from "../../../model/units.js";
import { LEAST_LINE } from "../styles/style-format.js";
import { wordColor } from "../styles/style-properties.js";
import { linkTarget } from "../word/link-target.js";
import { element, valueElement } from "../word/ooxml-element.js";
import { emTwips, type WordGeometry } from "../word/word-geometry.js";
import { xmlSafe } from "../word/word-text.js";
import type { DocumentContext } from "./document-context.js";
import { externalLink } from "./external-link.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";

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

/**
 * Lines kept free under the imprint: an office program fills pages otherwise than the composed ones, by a paragraph that
 * it does not part and by a line in two pages, and an imprint without room would take the last item to another page.
 */
const SPARE_LINES = 3;
const SPARE_LINES_A_PAGE = 0.5;
/** The same where the last page begins with an item that is told to: only this page's own lines may be more. */
const SPARE_LINES_OF_FRESH_PAGE = 2;
const LEAST_OVER_IMPRINT_LINES = 1;

/** @returns from the text to the imprint, in twips, by what the composed pages have there; undefined without imprint */
export function overImprintTwips(
  { imprintRoomPt, pages, contents }: Pick<PageFacts, "imprintRoomPt" | "pages" | "contents">,
  { pitch }: WordGeometry,
): number | undefined {
  if (imprintRoomPt === undefined) return undefined;
  const room = Math.floor(twipsFromPoints(imprintRoomPt));
  const isFresh = contents.some(({ startsPage }) => startsPage === true);
  const spare = isFresh
    ? SPARE_LINES_OF_FRESH_PAGE
    : SPARE_LINES + Math.ceil(pages.length * SPARE_LINES_A_PAGE);
  // A full page has no line for it: half of its room is left to programs that round heights differently.
  const least = Math.max(LEAST_LINE, Math.min(LEAST_OVER_IMPRINT_LINES * pitch, Math.floor(room / 2)));
  return Math.max(least, room - spare * pitch);
}

/**
 * The table does not float, so that readers and text exports have it where it stands in the text; the paragraph above
 * keeps it near the foot, by its line. It has a heading row and a title for screen readers, as Word's checker asks.
 */
export function imprintChildren(imprint: Imprint, context: DocumentContext): readonly XmlComponent[] {
  if (imprint.empty) return [];
  const { geometry, template } = context;
  const em = emTwips(template, "imprint");
  const inset = Math.round(template.imprint.insetEm * em);
  const padding = Math.round(IMPRINT_PADDING_EM * em);
  const rows = imprintRows(imprint, { em, inset, measureEm: (geometry.textWidth - 2 * inset) / em });
  const width = { "w:w": geometry.textWidth, "w:type": "dxa" };
  const table = element("w:tbl", {}, [
    element("w:tblPr", {}, [
      element("w:tblW", width),
      element("w:tblLayout", { "w:type": "fixed" }),
      element(
        "w:tblCellMar",
        {},
        [
          ["top", padding] as const,
          ["left", 0] as const,
          ["bottom", padding] as const,
          ["right", 0] as const,
        ].map(([side, size]) => element(`w:${side}`, { "w:w": size, "w:type": "dxa" })),
      ),
      valueElement("w:tblLook", "0020"),
      valueElement("w:tblCaption", IMPRINT_TITLE),
      valueElement("w:tblDescription", IMPRINT_DESCRIPTION),
    ]),
    element("w:tblGrid", {}, [element("w:gridCol", { "w:w": geometry.textWidth })]),
    ...rows.map((children, index) =>
      element("w:tr", {}, [
        element("w:trPr", {}, [element("w:cantSplit"), ...(index === 0 ? [element("w:tblHeader")] : [])]),
        element("w:tc", {}, [
          element("w:tcPr", {}, [
            element("w:tcW", width),
            bordersOf(context, { isFirst: index === 0, isLast: index === rows.length - 1 }),
          ]),
          ...children,
        ]),
      ]),
    ),
  ]);
  return [paragraphOf("BeforeImprint", []), table, paragraphOf("AfterImprint", [])];
}

/** Read out by screen readers. */
const IMPRINT_TITLE = "版记";
const IMPRINT_DESCRIPTION = "报送范围、编发单位和印发日期等，每行一项。";

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
): XmlComponent {
  const { outerRulePt, innerRulePt } = template.imprint;
  const rule = (side: string, widthPt: number) =>
    element(`w:${side}`, {
      "w:val": "single",
      "w:sz": Math.round(widthPt * 8),
      "w:space": 0,
      "w:color": wordColor(template.colors.text),
    });
  return element("w:tcBorders", {}, [
    rule("top", isFirst ? outerRulePt : innerRulePt),
    rule("bottom", isLast ? outerRulePt : innerRulePt),
  ]);
}
