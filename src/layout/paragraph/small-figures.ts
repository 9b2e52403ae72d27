/**
 * Raised and lowered figures (CO₂, 10⁵, 10⁻³) that a face does not have: its own figures, smaller and moved, as
 * typesetters make them. The text stays the author's.
 */
import type { Cell, SpanStyle } from "./cell.js";
import { clusterOf, type TypeStyle, typeStyle } from "./type-style.js";

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
/** What each is a small one of, in the order of RAISED. */
const FIGURES = "0123456789+−=()ni";
/** Size beside the text's, and how far over or under the base line, in em of the text. */
const SIZE = 0.6;
const RAISE = 0.36;
const LOWER = -0.12;

/** @returns undefined where the character is no such figure, or the style's own face for it has it */
export function smallFigure(text: string, span: SpanStyle, offset: number): Cell | undefined {
  const raised = RAISED.indexOf(text);
  const index = raised >= 0 ? raised : LOWERED.indexOf(text);
  const figure = FIGURES[index];
  if (figure === undefined || text.length !== 1) return undefined;
  const { sizePt, faces, color } = span.type;
  const type = typeStyle({ faces, color, sizePt: sizePt * SIZE });
  const cluster = figureCluster(type, figure);
  if (cluster.missing.length > 0) return undefined;
  const raisePt = span.raisePt + (raised >= 0 ? RAISE : LOWER) * sizePt;
  return { text, cluster, span: { ...span, type, raisePt }, offset };
}

/** A minus where the face has one, else an en dash, which is as wide as a figure. */
function figureCluster(type: TypeStyle, figure: string) {
  const cluster = clusterOf(type, figure, "han");
  return figure === "−" && cluster.face !== cluster.asked ? clusterOf(type, "–", "han") : cluster;
}
