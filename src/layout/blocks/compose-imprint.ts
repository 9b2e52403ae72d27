/**
 * The imprint (版记) on the foot of the last page: recipients, editors, issuing office and date of
 * printing, copies, between rules (GB/T 9704-2012, 7.4).
 */
import type { Imprint } from "../../model/furniture.js";
import {
  copiesValues,
  dateValue,
  editorValues,
  type PlacedValue,
  publisherValue,
  recipientValues,
} from "../../model/furniture-values.js";
import type { Issue } from "../../model/issue.js";
import { baselineIn } from "../../model/page-geometry.js";
import { IMPRINT_LEADING, IMPRINT_PADDING_EM } from "../../model/printed-measures.js";
import { type ElementNode, elementNode } from "../element-node.js";
import type { Fault } from "../fault.js";
import { breakNames } from "../paragraph/break-names.js";
import { type CellText, plainSpan } from "../paragraph/cell.js";
import type { Line } from "../paragraph/compose-paragraph.js";
import { composeInspected, type InspectedLines } from "../paragraph/inspect-lines.js";
import { collectWords } from "../paragraph/placed-words.js";
import type { Composing } from "./composing.js";
import { sliceStrip } from "./slice-strip.js";
import type { Part, Strip } from "./strip.js";

export interface ImprintInput {
  readonly imprint: Imprint;
  readonly issue: Issue;
  readonly parent: ElementNode;
}

/** A row: lines of text, which stand between two rules. */
interface Row {
  readonly parts: readonly Part[];
  readonly lines: number;
  readonly faults: readonly Fault[];
}

const NO_ROW: Row = { parts: [], lines: 0, faults: [] };

/** @returns its lines, which stand together where a page holds them; none where nothing is printed */
export function composeImprint(composing: Composing, input: ImprintInput): readonly Strip[] {
  const { imprint } = input;
  if (imprint.empty) return [];
  const { geometry, book } = composing;
  const { sizePt } = book.style("imprint");
  const { outerRulePt, innerRulePt } = book.template.imprint;
  const parent = elementNode("Sect", input.parent);
  const setting: Setting = { composing, input, parent, pitch: IMPRINT_LEADING * sizePt, sizePt };
  const rows = [recipientRow(setting), editorRow(setting), publisherRow(setting), copiesRow(setting)].filter(
    (row) => row.lines > 0,
  );
  const color = book.template.colors.text;
  const parts: Part[] = [];
  const cuts: number[] = [];
  let y = 0;
  rows.forEach((row, index) => {
    const height = index === 0 ? outerRulePt : innerRulePt;
    if (index > 0) cuts.push(y);
    parts.push({ kind: "rule", owner: "rule", x: 0, y, width: geometry.width, height, color });
    y += height + IMPRINT_PADDING_EM * sizePt;
    for (let line = 1; line < row.lines; line += 1) cuts.push(y + line * setting.pitch);
    for (const part of row.parts)
      parts.push(part.kind === "line" ? { ...part, baseline: part.baseline + y } : part);
    y += row.lines * setting.pitch + IMPRINT_PADDING_EM * sizePt;
  });
  parts.push({ kind: "rule", owner: "rule", x: 0, y, width: geometry.width, height: outerRulePt, color });
  const faults = rows.flatMap((row) => row.faults);
  const whole = { before: 0, height: y + outerRulePt, snap: false, keep: false, parts, notes: [], faults };
  return sliceStrip(whole, cuts);
}

interface Setting {
  readonly composing: Composing;
  readonly input: ImprintInput;
  readonly parent: ElementNode;
  readonly pitch: number;
  readonly sizePt: number;
}

/** 报：… 送：… 发：…, the names hanging behind the label. */
function recipientRow(setting: Setting): Row {
  const { composing, input } = setting;
  const inset = insetOf(setting);
  const parts: Part[] = [];
  const faults: Fault[] = [];
  let count = 0;
  const values = recipientValues(input.issue);
  for (const [index, { label, names }] of input.imprint.recipients.entries()) {
    const owner = elementNode("P", setting.parent);
    const labelText = wordsOf(setting, label, { owner, values: [] });
    const width = labelText.cells.reduce((sum, cell) => sum + cell.cluster.width, 0);
    const measure = composing.geometry.width - 2 * inset - width;
    const labelled = linesOf(setting, labelText, { measure: composing.geometry.width, align: "left" });
    const [labelLine] = labelled.lines;
    if (labelLine !== undefined) parts.push(place(setting, labelLine, { x: inset, line: count }));
    const named = linesOf(setting, wordsOf(setting, names, { owner, values: values[index] ?? [] }), {
      measure,
      align: "justify",
    });
    faults.push(...labelled.faults, ...named.faults);
    for (const line of named.lines) {
      parts.push(place(setting, line, { x: inset + width, line: count }));
      count += 1;
    }
  }
  return { parts, lines: count, faults };
}

/** 责任编辑：某某　审核：某某　签发：某某 on one line, or on more where they do not fit. */
function editorRow(setting: Setting): Row {
  const { input, composing } = setting;
  if (input.imprint.editors.length === 0) return NO_ROW;
  const inset = insetOf(setting);
  const words = input.imprint.editors.map(({ label, name }) => label + name).join("　　");
  const measure = composing.geometry.width - 2 * inset;
  const values = editorValues(input.issue);
  const text = wordsOf(setting, words, { owner: elementNode("P", setting.parent), values });
  const { lines, faults } = linesOf(setting, text, { measure, align: "left" });
  return {
    parts: lines.map((line, index) => place(setting, line, { x: inset, line: index })),
    lines: lines.length,
    faults,
  };
}

/** The office left, the date right; on two lines where they do not fit one. */
function publisherRow(setting: Setting): Row {
  const { input, composing } = setting;
  const inset = insetOf(setting);
  const measure = composing.geometry.width - 2 * inset;
  const publisher = wordsOf(setting, input.imprint.publisher, {
    owner: elementNode("P", setting.parent),
    values: [publisherValue(input.issue)],
  });
  const left = linesOf(setting, breakNames(publisher, { measure, place: input.issue.date.span }), {
    measure,
    align: "left",
  });
  const right = linesOf(
    setting,
    wordsOf(setting, input.imprint.printedOn, {
      owner: elementNode("P", setting.parent),
      values: [dateValue(input.issue.date)],
    }),
    { measure, align: "right" },
  );
  const leftEnd = left.lines.at(-1)?.right ?? 0;
  const rightStart = right.lines[0]?.x[0] ?? measure;
  const shared = leftEnd + setting.sizePt <= rightStart ? 1 : 0;
  const parts = left.lines.map((line, index) => place(setting, line, { x: inset, line: index }));
  right.lines.forEach((line, index) => {
    parts.push(place(setting, line, { x: inset, line: left.lines.length - shared + index }));
  });
  return {
    parts,
    lines: left.lines.length - shared + right.lines.length,
    faults: [...left.faults, ...right.faults],
  };
}

function copiesRow(setting: Setting): Row {
  const { imprint, issue } = setting.input;
  const { copies } = imprint;
  if (copies === undefined) return NO_ROW;
  const inset = insetOf(setting);
  const measure = setting.composing.geometry.width - 2 * inset;
  const values = copiesValues(issue);
  const text = wordsOf(setting, copies, { owner: elementNode("P", setting.parent), values });
  const { lines, faults } = linesOf(setting, text, { measure, align: "right" });
  return {
    parts: lines.map((line, index) => place(setting, line, { x: inset, line: index })),
    lines: lines.length,
    faults,
  };
}

function insetOf({ composing, sizePt }: Setting): number {
  return composing.book.template.imprint.insetEm * sizePt;
}

interface Words {
  readonly owner: ElementNode;
  /** of the authors, in the order in which they stand in the words */
  readonly values: readonly PlacedValue[];
}

function wordsOf({ composing }: Setting, words: string, { owner, values }: Words): CellText {
  return collectWords(words, values, plainSpan(composing.book.style("imprint"), owner));
}

function linesOf(
  { input }: Setting,
  text: CellText,
  { measure, align }: { readonly measure: number; readonly align: "left" | "right" | "justify" },
): InspectedLines {
  return composeInspected(text, { measure, indent: 0, align, hang: false }, input.issue.date.span);
}

function place(
  { pitch, sizePt }: Setting,
  line: Line,
  at: { readonly x: number; readonly line: number },
): Part {
  const baseline = at.line * pitch + baselineIn(pitch, sizePt);
  return { kind: "line", line, x: at.x, baseline };
}
