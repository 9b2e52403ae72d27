/**
 * The masthead (报头): name, issue line, issuer and date, rule. GB/T 9704-2012, 10 (纪要格式), made
 * shorter so that the text starts on the first page.
 */
import type { Furniture } from "../../model/furniture.js";
import {
  dateValue,
  issueLineValues,
  type PlacedValue,
  publisherValue,
} from "../../model/furniture-values.js";
import type { Issue } from "../../model/issue.js";
import type { Span } from "../../model/located.js";
import { baselineIn, pitchFor, wholeLines } from "../../model/page-geometry.js";
import {
  NAME_LEADING,
  nameHeight,
  nameSizePt,
  nameSpreadPt,
  nameTop,
  underIssueLine,
} from "../../model/printed-measures.js";
import { pointsFromMm } from "../../model/units.js";
import { type ElementNode, elementNode } from "../element-node.js";
import type { Fault } from "../fault.js";
import { breakNames } from "../paragraph/break-names.js";
import { breakTitle } from "../paragraph/break-title.js";
import { plainSpan } from "../paragraph/cell.js";
import type { Line } from "../paragraph/compose-paragraph.js";
import type { InspectedLines } from "../paragraph/inspect-lines.js";
import { collectValue, collectWords } from "../paragraph/placed-words.js";
import { composeLines } from "./compose-lines.js";
import { composeMarks } from "./compose-marks.js";
import type { Column, Composing } from "./composing.js";
import { sliceStrip } from "./slice-strip.js";
import type { Part, Strip } from "./strip.js";

export interface MastheadInput {
  readonly furniture: Furniture;
  readonly issue: Issue;
  readonly column: Column;
  readonly parent: ElementNode;
}

export const MASTHEAD_DESTINATION = "masthead";
/** The issuer stands one em in from both sides. */
const ISSUER_INSET_EM = 1;

export function composeMasthead(composing: Composing, input: MastheadInput): readonly Strip[] {
  const { book, geometry } = composing;
  const { template } = book;
  const { masthead, colors } = template;
  const marks = composeMarks(composing, {
    marks: input.furniture.marks,
    column: input.column,
    parent: input.parent,
  });
  const parts: Part[] = [{ kind: "destination", name: MASTHEAD_DESTINATION }, ...marks.parts];
  const name = composeName(composing, input);
  const cuts: number[] = [];
  let y = nameTop(template, marks.lines) * geometry.pitch;
  for (const line of name.lines) {
    if (parts.length > 1) cuts.push(y);
    parts.push({ kind: "line", line, x: input.column.x, baseline: y + 0.88 * name.sizePt });
    y += name.sizePt * NAME_LEADING;
  }
  y = nameHeight(template, name.sizePt, { marks: marks.lines, lines: name.lines.length }) * geometry.pitch;
  cuts.push(y);
  const issueSize = book.style("issueLine").sizePt;
  const issuePitch = pitchFor(geometry, issueSize);
  const issue = lineOf(composing, input, {
    text: input.furniture.issueLine,
    role: "issueLine",
    align: "center",
    place: input.issue.number.span,
    values: issueLineValues(input.issue),
  });
  const [issueLine] = issue.lines;
  if (issueLine !== undefined) {
    parts.push({
      kind: "line",
      line: issueLine,
      x: input.column.x,
      baseline: y + baselineIn(issuePitch, issueSize),
    });
  }
  y = wholeLines(geometry, y + issuePitch) + underIssueLine(template) * geometry.pitch;
  const issuerSize = book.style("issuerLine").sizePt;
  const issuerPitch = pitchFor(geometry, issuerSize);
  const issuer = composeIssuer(composing, input);
  for (let row = 0; row < issuer.rows; row += 1) cuts.push(y + row * issuerPitch);
  issuer.lines.forEach(({ line, x, row }) => {
    parts.push({
      kind: "line",
      line,
      x,
      baseline: y + row * issuerPitch + baselineIn(issuerPitch, issuerSize),
    });
  });
  y += issuer.rows * issuerPitch + pointsFromMm(masthead.ruleDistanceMm) - (issuerPitch - issuerSize) / 2;
  const rule = { x: 0, y, width: geometry.width, height: masthead.rulePt, color: colors.accent };
  parts.push({ kind: "rule", owner: "rule", ...rule });
  const height = wholeLines(geometry, y + masthead.rulePt + 1);
  // One block, but for a name that no page holds.
  const faults = [...marks.faults, ...name.faults, ...issue.faults, ...issuer.faults];
  return sliceStrip(
    { before: 0, height, snap: true, keep: false, unnumbered: true, parts, notes: [], faults },
    cuts,
  );
}

/** As large as the widest measure allows, letter-spread where it is short. */
function composeName(
  composing: Composing,
  input: MastheadInput,
): InspectedLines & { readonly sizePt: number } {
  const { book } = composing;
  const { masthead, colors } = book.template;
  const { name } = input.issue.house.bulletin;
  const owner = elementNode("H1", input.parent);
  const width = Math.min(pointsFromMm(masthead.maxWidthMm), input.column.width);
  const textAt = (sizePt: number) =>
    collectValue(name, plainSpan(book.style("masthead", sizePt, colors.accent), owner));
  const unit = textAt(1).cells.reduce((sum, cell) => sum + cell.cluster.width, 0);
  const sizePt = nameSizePt(masthead, width, unit);
  const { text, faults } = breakTitle(textAt(sizePt), { measure: input.column.width, place: name.span });
  const set = composeLines(composing, text, {
    column: input.column,
    sizePt,
    indent: 0,
    align: "center",
    place: name.span,
  });
  const slack = width - unit * sizePt;
  const spread = nameSpreadPt(sizePt, slack, text.cells.length - 1);
  return {
    lines: set.lines.map((line) => (set.lines.length === 1 && spread > 0 ? spreadLine(line, spread) : line)),
    faults: [...faults, ...set.faults],
    sizePt,
  };
}

function spreadLine(line: Line, spread: number): Line {
  const half = ((line.end - line.start - 1) * spread) / 2;
  return { ...line, x: line.x.map((x, index) => x + index * spread - half), right: line.right + half };
}

interface IssuerLines {
  readonly lines: readonly { readonly line: Line; readonly x: number; readonly row: number }[];
  readonly rows: number;
  readonly faults: readonly Fault[];
}

/**
 * Issuer left, date right, one em in from both sides; the date alone stands in the middle. A long
 * issuer takes several lines beside the date, which stands on the last.
 */
function composeIssuer(composing: Composing, input: MastheadInput): IssuerLines {
  const { furniture, issue, column } = input;
  const values = [dateValue(issue.date)];
  const type = composing.book.style("issuerLine");
  const inset = ISSUER_INSET_EM * type.sizePt;
  const inner: Column = { ...column, x: column.x + inset, width: column.width - 2 * inset };
  const dateAlign = furniture.publisher === undefined ? "center" : "right";
  const owner = elementNode("P", input.parent);
  const dated = elementNode("P", input.parent);
  const date = lineOf(
    composing,
    { ...input, column: inner },
    {
      text: furniture.dateLine,
      role: "issuerLine",
      align: dateAlign,
      place: issue.date.span,
      values,
      owner: dated,
    },
  );
  const [dateLine] = date.lines;
  const dateWidth = dateLine === undefined ? 0 : dateLine.right - (dateLine.x[0] ?? 0);
  const publisher = publisherValue(issue);
  const issuer: InspectedLines =
    furniture.publisher === undefined
      ? { lines: [], faults: [] }
      : lineOf(
          composing,
          { ...input, column: { ...inner, width: inner.width - dateWidth - type.sizePt } },
          {
            text: furniture.publisher,
            role: "issuerLine",
            align: "left",
            place: publisher.span,
            values: [publisher],
            owner,
            isNames: true,
          },
        );
  const rows = Math.max(1, issuer.lines.length);
  return {
    lines: [
      ...issuer.lines.map((line, row) => ({ line, x: inner.x, row })),
      ...date.lines.slice(0, 1).map((line) => ({ line, x: inner.x, row: rows - 1 })),
    ],
    rows,
    faults: [...date.faults, ...issuer.faults],
  };
}

interface LineWords {
  readonly text: string;
  readonly role: "issueLine" | "issuerLine";
  readonly align: "left" | "center" | "right";
  readonly place: Span;
  /** of the words, in order */
  readonly values: readonly PlacedValue[];
  readonly owner?: ElementNode;
  /** names beside each other, parted by spaces */
  readonly isNames?: boolean;
}

function lineOf(composing: Composing, { column, parent }: MastheadInput, words: LineWords): InspectedLines {
  const type = composing.book.style(words.role);
  const owner = words.owner ?? elementNode("P", parent);
  const { place } = words;
  const typed = collectWords(words.text, words.values, plainSpan(type, owner));
  const text = words.isNames === true ? breakNames(typed, { measure: column.width, place }) : typed;
  return composeLines(composing, text, {
    column,
    sizePt: type.sizePt,
    indent: 0,
    align: words.align,
    place,
  });
}
