/**
 * What makes characters look as they do (ISO/IEC 29500-1, 17.3.2): read from w:rPr, and layered: what styles
 * give, then what stands on the run itself.
 */
import { attribute, child, childValue, onOff, wholeNumber, type XmlElement } from "./xml-element.js";

/** What one w:rPr says; undefined where it is silent. */
export interface RunProperties {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly struck?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly position?: "baseline" | "superscript" | "subscript" | undefined;
  /** pt */
  readonly size?: number | undefined;
  readonly hanFace?: string | undefined;
  readonly latinFace?: string | undefined;
}

/** Finds the face that a theme gives: `minorEastAsia` … */
export type ThemeFaces = (name: string) => string | undefined;

export const NO_RUN_PROPERTIES: RunProperties = {};

export function readRunProperties(element: XmlElement | undefined, themeFace: ThemeFaces): RunProperties {
  if (element === undefined || element.children.length === 0) return NO_RUN_PROPERTIES;
  const fonts = child(element, "w:rFonts");
  const halfPoints = wholeNumber(childValue(element, "w:sz"));
  const struck = onOff(element, "w:strike");
  const face = (plain: string, themed: string): string | undefined => {
    if (fonts === undefined) return undefined;
    const theme = attribute(fonts, themed);
    return (theme === undefined ? undefined : themeFace(theme)) ?? attribute(fonts, plain);
  };
  return {
    bold: onOff(element, "w:b"),
    italic: onOff(element, "w:i"),
    struck: struck === true ? true : (onOff(element, "w:dstrike") ?? struck),
    hidden: onOff(element, "w:vanish"),
    position: positionOf(childValue(element, "w:vertAlign")),
    size: halfPoints !== undefined && halfPoints > 0 && halfPoints <= 3276 ? halfPoints / 2 : undefined,
    hanFace: face("w:eastAsia", "w:eastAsiaTheme"),
    latinFace: face("w:ascii", "w:asciiTheme") ?? face("w:hAnsi", "w:hAnsiTheme"),
  };
}

function positionOf(value: string | undefined): RunProperties["position"] {
  return value === "superscript" || value === "subscript" || value === "baseline" ? value : undefined;
}

/** @returns `upper` where it speaks, else `lower` */
export function layRunProperties(lower: RunProperties, upper: RunProperties): RunProperties {
  if (upper === NO_RUN_PROPERTIES) return lower;
  if (lower === NO_RUN_PROPERTIES) return upper;
  return {
    bold: upper.bold ?? lower.bold,
    italic: upper.italic ?? lower.italic,
    struck: upper.struck ?? lower.struck,
    hidden: upper.hidden ?? lower.hidden,
    position: upper.position ?? lower.position,
    size: upper.size ?? lower.size,
    hanFace: upper.hanFace ?? lower.hanFace,
    latinFace: upper.latinFace ?? lower.latinFace,
  };
}

/**
 * A character style over a paragraph style: what can be switched (17.7.3) is switched, so bold in bold is not
 * bold; everything else is as the character style says.
 */
export function toggleRunProperties(paragraph: RunProperties, character: RunProperties): RunProperties {
  if (character === NO_RUN_PROPERTIES) return paragraph;
  const toggle = (below: boolean | undefined, above: boolean | undefined): boolean | undefined =>
    above === undefined ? below : above !== (below ?? false);
  return {
    ...layRunProperties(paragraph, character),
    bold: toggle(paragraph.bold, character.bold),
    italic: toggle(paragraph.italic, character.italic),
    struck: toggle(paragraph.struck, character.struck),
    hidden: toggle(paragraph.hidden, character.hidden),
  };
}
