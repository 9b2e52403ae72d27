/**
 * How a stretch of text is set: faces in order, size, color, and the clusters of its characters.
 * A cluster is what a character and its style alone decide: glyphs, width, the room that a mark can
 * give up (clreq, 标点符号宽度调整), taken from each face's own advance and ink.
 */
import type { FaceMetrics, GlyphId } from "../../fonts/face.js";
import {
  type CharacterClass,
  classOf,
  isCombining,
  isSharedMark,
  isUnseen,
} from "../../han/character-class.js";
import { isSetInLatinFace } from "../../han/latin-face.js";
import { withMarks } from "./attach-marks.js";
import { featureFor, shiftFor, trimsOf, widthFor } from "./cell-width.js";
import { drawnFraction } from "./drawn-fractions.js";

export interface TypeStyle {
  readonly faces: readonly FaceMetrics[];
  readonly sizePt: number;
  readonly color: string;
  /** every ASCII character half an em wide, where the face can */
  readonly monospaced: boolean;
  readonly clusters: Map<string, Cluster>;
}

/** A glyph at its place in the cell, in points from the cell's left edge. */
export interface ClusterGlyph {
  readonly id: GlyphId;
  readonly dx: number;
}

export interface Cluster extends ClusterShape {
  /** what it was made for: one string for all cells that show it */
  readonly text: string;
}

interface ClusterShape {
  readonly class: CharacterClass;
  readonly face: FaceMetrics;
  /** the face that the style has for such a character; another one has it where `face` differs */
  readonly asked: FaceMetrics;
  readonly glyphs: readonly ClusterGlyph[];
  /** width of the cell in points */
  readonly width: number;
  /** empty room beside the ink that may be given up, in points; half an em at most */
  readonly trimLeft: number;
  readonly trimRight: number;
  /** code points that no face has */
  readonly missing: readonly number[];
}

/** Marks shared with Latin text ask for the one or the other form. */
export type Script = "han" | "latin";

/** Stands for text of which nothing is seen, beside which no gap grows. */
const UNSEEN = -1;
/** A tab in code is as wide as four spaces. */
const TAB_EM = 2;
export function typeStyle(options: {
  readonly faces: readonly FaceMetrics[];
  readonly sizePt: number;
  readonly color: string;
  readonly monospaced?: boolean;
}): TypeStyle {
  const { faces, sizePt, color, monospaced = false } = options;
  return { faces, sizePt, color, monospaced, clusters: new Map() };
}

/** @param text one character with what combines with it, or —— or …… */
export function clusterOf(style: TypeStyle, text: string, script: Script): Cluster {
  const key = script === "han" ? text : `\0${text}`;
  const known = style.clusters.get(key);
  if (known !== undefined) return known;
  const {
    class: name,
    face,
    asked,
    glyphs,
    width,
    trimLeft,
    trimRight,
    missing,
  } = makeCluster(style, text, script);
  // Written out, for every step of composing reads them: so V8 knows one shape of them, however each was made.
  const cluster = { text, class: name, face, asked, glyphs, width, trimLeft, trimRight, missing };
  style.clusters.set(key, cluster);
  return cluster;
}

function makeCluster(style: TypeStyle, text: string, script: Script): ClusterShape {
  const codePoints = [...text]
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((codePoint) => !isUnseen(codePoint));
  const [first = UNSEEN, second] = codePoints;
  if (style.faces.every((face) => face.glyph(first) === 0)) {
    const standIn = STAND_INS.get(first);
    if (standIn !== undefined) return standInCluster(style, standIn, first);
    const fraction = fractionCluster(style, first);
    if (fraction !== undefined) return fraction;
  }
  const faces = facesFor(style, first, script);
  const face = faceFor(faces, codePoints);
  const name = script === "latin" ? latinClass(first) : classOf(first);
  const base = { class: name, face, asked: faces[0] ?? face, missing: missingIn(face, codePoints) };
  if (first === UNSEEN)
    return { ...base, class: "connector", glyphs: [], width: 0, trimLeft: 0, trimRight: 0 };
  if (name === "space") return spaceCluster(style, base, first);
  if ((name === "dash" || name === "ellipsis") && second === first) return pairCluster(style, base, first);
  const marks = codePoints.slice(1).filter((codePoint) => !isUnseen(codePoint) && isCombining(codePoint));
  if (marks.length === 0 || base.missing.length > 0) return cellOf(style, base, { first, script });
  for (const each of faces.filter((candidate) => missingIn(candidate, codePoints).length === 0)) {
    const cell = cellOf(style, { ...base, face: each }, { first, script });
    const glyphs = withMarks(each, { letter: first, marks, glyphs: cell.glyphs, sizePt: style.sizePt });
    if (glyphs !== undefined) return { ...cell, glyphs };
  }
  return { ...cellOf(style, base, { first, script }), glyphs: [], missing: marks };
}

type ClusterBase = Pick<ClusterShape, "class" | "face" | "asked" | "missing">;

/** The faces that may set a character: one for Latin letters sets nothing else. */
function facesFor(style: TypeStyle, first: number, script: Script): readonly FaceMetrics[] {
  const isLatin = isSetInLatinFace(first, script === "latin");
  return isLatin ? style.faces : style.faces.filter(({ scope }) => scope === undefined);
}

function latinClass(codePoint: number): CharacterClass {
  if (codePoint === 0x2018 || codePoint === 0x201c) return "latin-opening";
  if (codePoint === 0x201d) return "latin-closing";
  return "latin";
}

/** The first face that has every character, else the first that has the leading one. */
function faceFor(faces: readonly FaceMetrics[], codePoints: readonly number[]): FaceMetrics {
  const covers = (face: FaceMetrics) => missingIn(face, codePoints).length === 0;
  const first = codePoints[0] ?? 0;
  const face = faces.find(covers) ?? faces.find((candidate) => candidate.glyph(first) > 0) ?? faces[0];
  if (face === undefined) throw new Error("a type style needs at least one face");
  return face;
}

function missingIn(face: FaceMetrics, codePoints: readonly number[]): number[] {
  return codePoints.filter(
    (codePoint) =>
      face.glyph(codePoint) === 0 &&
      classOf(codePoint) !== "space" &&
      !(isCombining(codePoint) && codePoint >= 0xfe00),
  );
}

function cellOf(
  style: TypeStyle,
  base: ClusterBase,
  { first, script }: { readonly first: number; readonly script: Script },
): ClusterShape {
  const { face } = base;
  const em = style.sizePt;
  const plain = face.glyph(first);
  const isSharedLatin = script === "latin" && isSharedMark(first);
  const feature = isSharedLatin ? "pwid" : featureFor(base.class, first, style.monospaced);
  const id = feature === undefined ? plain : face.substitute(plain, feature);
  const advance = face.advance(id);
  const ink = face.ink(id);
  const inkLeft = ink?.left ?? 0;
  const inkRight = ink?.right ?? advance;
  const asked = widthFor(base.class, { codePoint: first, advance, monospaced: style.monospaced });
  if (isSharedLatin && advance > 0.8 && first < 0x2020 && first > 0x2015) {
    // A quotation mark that the face has in full width only, inside Latin text: its ink and two bearings.
    const width = inkRight - inkLeft + 0.12;
    return {
      ...base,
      glyphs: [{ id, dx: (0.06 - inkLeft) * em }],
      width: width * em,
      trimLeft: 0,
      trimRight: 0,
    };
  }
  const width = asked ?? advance;
  const shift = asked === undefined ? 0 : shiftFor(base.class, { width, advance, inkLeft, inkRight });
  const trims = trimsOf(base.class, { width, left: inkLeft + shift, right: inkRight + shift });
  return {
    ...base,
    glyphs: id === 0 && base.missing.length > 0 ? [] : [{ id, dx: shift * em }],
    width: width * em,
    trimLeft: trims.left * em,
    trimRight: trims.right * em,
  };
}

function spaceCluster(style: TypeStyle, base: ClusterBase, codePoint: number): ClusterShape {
  const id = base.face.glyph(codePoint) || base.face.glyph(0x20);
  if (codePoint === 9) {
    return {
      ...base,
      glyphs: id === 0 ? [] : [{ id, dx: 0 }],
      width: TAB_EM * style.sizePt,
      trimLeft: 0,
      trimRight: 0,
    };
  }
  const em = codePoint === 0x3000 || codePoint === 0x2003 ? 1 : Math.max(0.25, base.face.advance(id));
  const width = (style.monospaced && codePoint === 0x20 ? 0.5 : em) * style.sizePt;
  return { ...base, glyphs: id === 0 ? [] : [{ id, dx: 0 }], width, trimLeft: 0, trimRight: 0 };
}

/** —— and ……: the face's own glyph two em wide, else two glyphs whose ink meets in the middle. */
function pairCluster(style: TypeStyle, base: ClusterBase, codePoint: number): ClusterShape {
  const { face } = base;
  const em = style.sizePt;
  const width = 2 * em;
  const trims = { trimLeft: 0, trimRight: 0 };
  const plain = face.glyph(codePoint);
  const whole = face.pair(plain, plain);
  if (whole !== undefined) {
    const dx = ((2 - face.advance(whole)) / 2) * em;
    return { ...base, glyphs: [{ id: whole, dx }], width, ...trims };
  }
  const single = face.substitute(plain, "fwid");
  const advance = face.advance(single);
  const ink = face.ink(single);
  const meets = base.class === "dash" && ink !== undefined;
  const left = meets ? 1 - ink.right : (1 - advance) / 2;
  const right = meets ? 1 - ink.left : 1 + (1 - advance) / 2;
  const glyphs = [
    { id: single, dx: left * em },
    { id: single, dx: right * em },
  ];
  return { ...base, glyphs, width, ...trims };
}

/** Signs that few Chinese faces have, drawn with those that all have: a ticked box, an empty one, crosses. */
const STAND_INS: ReadonlyMap<number, readonly string[]> = new Map([
  [0x2610, ["□"]],
  [0x2611, ["□", "√"]],
  [0x2612, ["□", "×"]],
  [0x2706, ["☎"]],
  [0x2713, ["√"]],
  [0x2714, ["√"]],
  [0x2717, ["×"]],
  [0x2718, ["×"]],
  [0x2b50, ["★"]],
]);

/** One glyph where a face can make it of two, so that it is copied as one character. */
function standInCluster(style: TypeStyle, signs: readonly string[], codePoint: number): ClusterShape {
  const whole = signs.length === 2 ? combinedCluster(style, signs) : undefined;
  if (whole !== undefined) return whole;
  const parts = signs.map((sign) => makeCluster(style, sign, "han"));
  const [first] = parts;
  if (first === undefined) throw new Error("a stand-in has at least one sign");
  const missing = parts.some((part) => part.missing.length > 0) ? [codePoint] : [];
  const glyphs = parts.flatMap((part) =>
    part.glyphs.map(({ id, dx }) => ({ id, dx: dx + (first.width - part.width) / 2 })),
  );
  return { ...first, class: "han", glyphs, missing };
}

/** By the first face that can make it, as by one that has it. */
function fractionCluster(style: TypeStyle, codePoint: number): ClusterShape | undefined {
  const drawn = drawnFraction(style.faces, codePoint);
  if (drawn === undefined) return undefined;
  const { face, glyph, width } = drawn;
  const glyphs = [{ id: glyph, dx: 0 }];
  const rest = { asked: style.faces[0] ?? face, missing: [], trimLeft: 0, trimRight: 0 };
  return { class: classOf(codePoint), face, glyphs, width: width * style.sizePt, ...rest };
}

function combinedCluster(style: TypeStyle, signs: readonly string[]): ClusterShape | undefined {
  for (const face of style.faces.filter(({ scope }) => scope === undefined)) {
    const own = { ...style, faces: [face] };
    const [under, over] = signs.map((sign) => makeCluster(own, sign, "han"));
    const [base, above] = [under?.glyphs[0], over?.glyphs[0]];
    if (under === undefined || over === undefined || base === undefined || above === undefined) continue;
    if (under.missing.length + over.missing.length > 0) continue;
    const shift = above.dx + (under.width - over.width) / 2 - base.dx;
    const id = face.combine(base.id, above.id, shift / style.sizePt);
    if (id !== undefined) return { ...under, class: "han", glyphs: [{ id, dx: base.dx }] };
  }
  return undefined;
}
