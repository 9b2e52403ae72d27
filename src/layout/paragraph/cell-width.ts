/**
 * The cells of Chinese type: how wide a character of a class is set, where its glyph stands in that
 * width, and what a mark can give up on its open side (clreq, 标点符号的宽度). In em.
 */
import type { GlyphFeature } from "../../fonts/face.js";
import type { CharacterClass } from "../../han/character-class.js";

/** Room always left between a mark's ink and the edge of its trimmed cell, in em. */
const SIDE_BEARING = 0.02;

/** ⸺ and ⸻, in em (Unicode: two-em dash, three-em dash). */
const DASH_EM: ReadonlyMap<number, number> = new Map([
  [0x2e3a, 2],
  [0x2e3b, 3],
]);

/** @returns the substitution that a class asks of a face: digits and code in half an em, dashes in one */
export function featureFor(
  name: CharacterClass,
  codePoint: number,
  monospaced: boolean,
): GlyphFeature | undefined {
  if (name === "digit") return "hwid";
  if (monospaced && codePoint < 0x7f) return "hwid";
  return name === "dash" || name === "ellipsis" ? "fwid" : undefined;
}

/** Width of a cell in em, or undefined for the glyph's own (TYPOGRAPHY, line composition, cells). */
export function widthFor(
  name: CharacterClass,
  {
    codePoint,
    advance,
    monospaced,
  }: { readonly codePoint: number; readonly advance: number; readonly monospaced: boolean },
): number | undefined {
  switch (name) {
    case "han":
    case "opening":
    case "closing":
    case "pause":
    case "colon":
    case "stop":
    case "ellipsis":
      return 1;
    case "dash":
      return DASH_EM.get(codePoint) ?? 1;
    case "middle-dot":
      return 0.5;
    case "digit":
      return advance > 0.4 && advance < 0.65 ? 0.5 : undefined;
    case "connector":
      return codePoint === 0xff5e || codePoint === 0x301c ? 1 : undefined;
    default:
      return monospaced && codePoint < 0x7f ? 0.5 : undefined;
  }
}

/** Where the glyph stands in a cell that is not as wide as its advance. */
export function shiftFor(
  name: CharacterClass,
  box: {
    readonly width: number;
    readonly advance: number;
    readonly inkLeft: number;
    readonly inkRight: number;
  },
): number {
  const slack = box.width - box.advance;
  if (Math.abs(slack) < 1e-6) return 0;
  switch (name) {
    case "closing":
    case "pause":
    case "colon":
    case "stop":
      return 0;
    case "opening":
      return slack;
    case "middle-dot":
      return (box.width - box.inkLeft - box.inkRight) / 2;
    default:
      return slack / 2;
  }
}

/** What a mark can give up on its open side without coming nearer its ink than a side bearing. */
export function trimsOf(
  name: CharacterClass,
  box: { readonly width: number; readonly left: number; readonly right: number },
): { readonly left: number; readonly right: number } {
  const room = (free: number) => Math.max(0, Math.min(0.5, box.width - 0.5, free - SIDE_BEARING));
  switch (name) {
    case "opening":
      return { left: room(box.left), right: 0 };
    case "closing":
    case "pause":
    case "colon":
    case "stop":
      return { left: 0, right: room(box.width - box.right) };
    default:
      return { left: 0, right: 0 };
  }
}
