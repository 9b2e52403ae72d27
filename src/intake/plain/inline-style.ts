/** What an element's own style says that a manuscript keeps; style sheets are not read. */
import type { Element } from "hast";

export interface InlineStyle {
  readonly alignment: "start" | "center" | "end" | undefined;
  /** in pt; a number that is relative to what surrounds it as a factor */
  readonly fontSize: { readonly pt: number } | { readonly factor: number } | undefined;
  readonly face: string | undefined;
  readonly isBold: boolean | undefined;
  readonly isItalic: boolean | undefined;
  readonly isStruck: boolean;
  readonly position: "superscript" | "subscript" | undefined;
  readonly isHidden: boolean;
  readonly keepsSpaces: boolean | undefined;
  /** in pt or in em */
  readonly indent: { readonly pt: number } | { readonly factor: number } | undefined;
  readonly startsPage: boolean;
  /** Word's list of this paragraph: «l0 level1 lfo1», or «Ignore» around the number that it wrote */
  readonly wordList: string | undefined;
  readonly listType: string | undefined;
  readonly hasBorder: boolean;
}

export const attribute = ({ properties }: Element, name: string): string | undefined => {
  const value = properties[name];
  if (Array.isArray(value)) return value.join(" ");
  return value === undefined || value === null || value === false ? undefined : String(value);
};

export function styleOf(element: Element): InlineStyle {
  const of = declarations(attribute(element, "style") ?? "");
  const align = of.get("text-align") ?? attribute(element, "align");
  const weight = of.get("font-weight");
  const spaces = of.get("white-space");
  return {
    alignment: alignmentOf(align?.trim().toLowerCase()),
    fontSize: lengthOf(of.get("font-size")) ?? fontSizeAttribute(element),
    face: faceOf(
      of.get("font-family") ?? (element.tagName === "font" ? attribute(element, "face") : undefined),
    ),
    isBold: weight === undefined ? undefined : /^(bold|bolder|[6-9]00)$/.test(weight),
    isItalic: of.has("font-style") ? /^(italic|oblique)/.test(of.get("font-style") ?? "") : undefined,
    isStruck: /line-through/.test(of.get("text-decoration") ?? of.get("text-decoration-line") ?? ""),
    position: positionOf(of.get("vertical-align")),
    isHidden:
      of.get("display") === "none" ||
      of.get("visibility") === "hidden" ||
      of.get("mso-hide") === "all" ||
      element.properties.hidden === true,
    keepsSpaces: spaces === undefined ? undefined : spaces.startsWith("pre") || spaces === "break-spaces",
    indent: lengthOf(of.get("text-indent")),
    startsPage: of.get("page-break-before") === "always" || of.get("break-before") === "page",
    wordList: of.get("mso-list"),
    listType: of.get("list-style-type") ?? of.get("list-style")?.split(" ")[0],
    hasBorder: [...of].some(
      ([name, value]) => /^(?:mso-)?border/.test(name) && /solid|double|dotted|dashed/.test(value),
    ),
  };
}

function declarations(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of style.split(";")) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const value = part
      .slice(colon + 1)
      .replace(/!important/i, "")
      .trim();
    const name = part.slice(0, colon).trim().toLowerCase();
    found.set(name, name === "font-family" || name === "mso-list" ? value : value.toLowerCase());
  }
  return found;
}

function alignmentOf(value: string | undefined): InlineStyle["alignment"] {
  if (value === "center" || value === "middle" || value === "-webkit-center") return "center";
  if (value === "right" || value === "end") return "end";
  return value === "left" || value === "justify" || value === "start" ? "start" : undefined;
}

/** Points of one of each unit; CSS Values 4, 6.2. */
const UNITS: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  pc: 12,
  mm: 72 / 25.4,
  cm: 72 / 2.54,
  in: 72,
};
/** Names of sizes, in px of common browsers */
const SIZE_NAMES: Readonly<Record<string, number>> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
};

function lengthOf(value: string | undefined): { pt: number } | { factor: number } | undefined {
  if (value === undefined) return undefined;
  const named = SIZE_NAMES[value];
  if (named !== undefined) return { pt: named * 0.75 };
  const match = /^(-?\d{0,5}(?:\.\d{1,6})?)(pt|px|pc|mm|cm|in|em|rem|%)$/.exec(value);
  const amount = Number.parseFloat(match?.[1] ?? "");
  const unit = match?.[2] ?? "";
  if (Number.isNaN(amount)) return undefined;
  if (unit === "em" || unit === "rem") return { factor: amount };
  return unit === "%" ? { factor: amount / 100 } : { pt: round(amount * (UNITS[unit] ?? 1)) };
}

/** What `<font size>` means, in pt. */
const FONT_SIZES = [7.5, 10, 12, 13.5, 18, 24, 36];

function fontSizeAttribute(element: Element): { pt: number } | undefined {
  const size = element.tagName === "font" ? Number(attribute(element, "size")) : Number.NaN;
  const pt = FONT_SIZES[size - 1];
  return pt === undefined ? undefined : { pt };
}

const faceOf = (value: string | undefined): string | undefined =>
  value?.split(",")[0]?.replace(/["']/g, "").trim() || undefined;

const positionOf = (value: string | undefined): InlineStyle["position"] =>
  value === "super" ? "superscript" : value === "sub" ? "subscript" : undefined;

export const round = (value: number): number => Math.round(value * 100) / 100;
