/**
 * Raised and lowered digits (CO₂, 10⁵) that a face does not have: its own digits, smaller and moved,
 * as typesetters make them. The text stays the author's.
 */
import type { Cell, SpanStyle } from "./cell.js";
import { clusterOf, typeStyle } from "./type-style.js";

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";
/** Size beside the text's, and how far over or under the base line, in em of the text. */
const SIZE = 0.6;
const RAISE = 0.36;
const LOWER = -0.12;

/** @returns undefined where the character is no such digit */
export function smallDigit(text: string, span: SpanStyle, offset: number): Cell | undefined {
  const raised = RAISED.indexOf(text);
  const digit = raised >= 0 ? raised : LOWERED.indexOf(text);
  if (digit < 0) return undefined;
  const { sizePt, faces, color } = span.type;
  const type = typeStyle({ faces, color, sizePt: sizePt * SIZE });
  const raisePt = span.raisePt + (raised >= 0 ? RAISE : LOWER) * sizePt;
  return { text, cluster: clusterOf(type, String(digit), "han"), span: { ...span, type, raisePt }, offset };
}
