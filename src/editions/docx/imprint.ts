/**
 * The end of the issue: the contact line, and the imprint (版记) between rules, kept together.
 */
import { ExternalHyperlink, type Paragraph, Tab, TextRun, type XmlComponent } from "docx";
import type { ContactLine, Imprint } from "../../model/furniture.js";
import type { DocumentContext } from "./document-context.js";
import { runsOfText } from "./inlines.js";
import { linkTarget } from "./link-target.js";
import { paragraphOf } from "./paragraph.js";
import type { StyleId } from "./style-names.js";
import { emTwips } from "./word-geometry.js";
import { xmlSafe } from "./word-text.js";

export function contactParagraphs({ label, email, phone }: ContactLine): readonly Paragraph[] {
  if (label + email + phone === "") return [];
  return [paragraphOf("ContactLine", [...runsOfText(label), ...mailRuns(email), ...runsOfText(phone)])];
}

function mailRuns(email: string): readonly XmlComponent[] {
  const target = email === "" ? undefined : linkTarget(`mailto:${email}`);
  if (target === undefined) return runsOfText(email);
  const run = new TextRun({ text: xmlSafe(email), style: "Hyperlink" });
  return [new ExternalHyperlink({ link: target, children: [run] })];
}

export function imprintParagraphs(imprint: Imprint, { template }: DocumentContext): readonly Paragraph[] {
  if (imprint.empty) return [];
  const { recipients, editors, publisher, printedOn, copies } = imprint;
  const em = emTwips(template, "imprint");
  const inset = Math.round(template.imprint.insetEm * em);
  const lines: readonly { readonly children: readonly XmlComponent[]; readonly hangingEm: number }[] = [
    ...recipients.map(({ label, names }) => ({
      children: runsOfText(label + names),
      hangingEm: [...label].length,
    })),
    ...(editors.length === 0
      ? []
      : [{ children: runsOfText(editors.map(({ label, name }) => label + name).join("　")), hangingEm: 0 }]),
    { children: [...runsOfText(publisher), tab(), ...runsOfText(printedOn)], hangingEm: 0 },
    ...(copies === undefined ? [] : [{ children: [tab(), ...runsOfText(copies)], hangingEm: 0 }]),
  ];
  return lines.map(({ children, hangingEm }, index) =>
    paragraphOf(
      imprintStyle(index, lines.length),
      children,
      hangingEm === 0
        ? {}
        : { indent: { left: inset + hangingEm * em, right: inset, hanging: hangingEm * em } },
    ),
  );
}

const tab = (): XmlComponent => new TextRun({ children: [new Tab()] });

function imprintStyle(index: number, count: number): StyleId {
  if (index === count - 1) return "ImprintLast";
  return index === 0 ? "ImprintFirst" : "Imprint";
}
