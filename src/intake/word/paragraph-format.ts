/**
 * What makes a paragraph stand as it does (ISO/IEC 29500-1, 17.3.1): read from w:pPr, and layered: styles, the
 * level of its list, the paragraph itself.
 */
import { attribute, child, childValue, onOff, wholeNumber, type XmlElement } from "./xml-element.js";

/** What one w:pPr says; undefined where it is silent. */
export interface ParagraphProperties {
  readonly alignment?: "start" | "center" | "end" | undefined;
  readonly firstLine?: FirstLine | undefined;
  /** 1 to 9; 0 is none, said aloud */
  readonly outlineLevel?: number | undefined;
  /** `0` takes a number away */
  readonly list?: string | undefined;
  /** depth in the list, from 0 */
  readonly listLevel?: number | undefined;
  readonly startsPage?: boolean | undefined;
}

/** Indent of the first line against the others, hanging ones negative. */
export interface FirstLine {
  readonly points?: number | undefined;
  /** in characters of the paragraph's own size; prevails over points (17.3.1.12) */
  readonly characters?: number | undefined;
}

export const NO_PARAGRAPH_PROPERTIES: ParagraphProperties = {};

const TWIPS_PER_POINT = 20;
const BODY_OUTLINE = 9;
const DEEPEST_LEVEL = 8;

export function readParagraphProperties(element: XmlElement | undefined): ParagraphProperties {
  if (element === undefined || element.children.length === 0) return NO_PARAGRAPH_PROPERTIES;
  const outline = wholeNumber(childValue(element, "w:outlineLvl"));
  const numbering = child(element, "w:numPr");
  const level = wholeNumber(childValue(numbering, "w:ilvl"));
  return {
    alignment: alignmentOf(childValue(element, "w:jc")),
    firstLine: readFirstLine(child(element, "w:ind")),
    outlineLevel:
      outline === undefined || outline < 0 ? undefined : outline >= BODY_OUTLINE ? 0 : outline + 1,
    list: childValue(numbering, "w:numId"),
    listLevel: level === undefined ? undefined : Math.min(Math.max(level, 0), DEEPEST_LEVEL),
    startsPage: onOff(element, "w:pageBreakBefore"),
  };
}

function alignmentOf(value: string | undefined): ParagraphProperties["alignment"] {
  if (value === undefined) return undefined;
  if (value === "center") return "center";
  return value === "right" || value === "end" ? "end" : "start";
}

export function readFirstLine(indents: XmlElement | undefined): FirstLine | undefined {
  if (indents === undefined) return undefined;
  const number = (name: string): number | undefined => wholeNumber(attribute(indents, name));
  const hanging = number("w:hanging");
  const hangingChars = number("w:hangingChars");
  // A hanging indent supersedes that of a first line (17.3.1.12).
  const twips = hanging === undefined || hanging === 0 ? (number("w:firstLine") ?? hanging) : -hanging;
  const hundredths =
    hangingChars === undefined || hangingChars === 0
      ? (number("w:firstLineChars") ?? hangingChars)
      : -hangingChars;
  if (twips === undefined && hundredths === undefined) return undefined;
  return {
    points: twips === undefined ? undefined : twips / TWIPS_PER_POINT,
    characters: hundredths === undefined ? undefined : hundredths / 100,
  };
}

/** @returns `upper` where it speaks, else `lower` */
export function layParagraphProperties(
  lower: ParagraphProperties,
  upper: ParagraphProperties,
): ParagraphProperties {
  if (upper === NO_PARAGRAPH_PROPERTIES) return lower;
  if (lower === NO_PARAGRAPH_PROPERTIES) return upper;
  return {
    alignment: upper.alignment ?? lower.alignment,
    firstLine: layFirstLine(lower.firstLine, upper.firstLine),
    outlineLevel: upper.outlineLevel ?? lower.outlineLevel,
    list: upper.list ?? lower.list,
    listLevel: upper.listLevel ?? lower.listLevel,
    startsPage: upper.startsPage ?? lower.startsPage,
  };
}

function layFirstLine(lower: FirstLine | undefined, upper: FirstLine | undefined): FirstLine | undefined {
  if (lower === undefined || upper === undefined) return upper ?? lower;
  return { points: upper.points ?? lower.points, characters: upper.characters ?? lower.characters };
}

/** @returns in pt */
export function firstLinePoints(
  firstLine: FirstLine | undefined,
  size: number | undefined,
): number | undefined {
  if (firstLine === undefined) return undefined;
  const { characters, points } = firstLine;
  if (characters !== undefined && characters !== 0 && size !== undefined) return characters * size;
  return points ?? (characters === 0 ? 0 : undefined);
}
