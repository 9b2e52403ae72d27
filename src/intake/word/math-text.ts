/** An equation (ISO/IEC 29500-1, 22.1) in one line, as one would type it: a/b, x^2, √(x). */
import { attribute, child, childrenOf, childValue, type XmlElement } from "./xml-element.js";

export interface MathText {
  readonly text: string;
  /** nothing but characters side by side: nothing is lost */
  readonly isPlain: boolean;
}

export function mathText(element: XmlElement): MathText {
  const seen = { isPlain: true };
  return { text: write(element, seen), isPlain: seen.isPlain };
}

interface Seen {
  isPlain: boolean;
}

const writeAll = (elements: readonly XmlElement[], seen: Seen): string =>
  elements.map((one) => write(one, seen)).join("");

function write(element: XmlElement, seen: Seen): string {
  switch (element.name) {
    case "m:t":
    case "w:t":
      return element.text;
    case "w:del":
    case "w:moveFrom":
      return "";
    case "m:oMath":
    case "m:oMathPara":
    case "m:r":
      return writeAll(element.children, seen);
    default:
      if (!element.name.startsWith("m:")) return writeAll(element.children, seen);
  }
  if (/Pr$/.test(element.name)) return "";
  const part = (name: string): string => writeAll(child(element, name)?.children ?? [], seen);
  if (/^m:(?:e|num|den|sub|sup|deg|lim|fName|box|phant)$/.test(element.name))
    return writeAll(element.children, seen);
  seen.isPlain = false;
  switch (element.name) {
    case "m:f":
      return `${grouped(part("m:num"))}/${grouped(part("m:den"))}`;
    case "m:sSup":
      return `${part("m:e")}^${grouped(part("m:sup"))}`;
    case "m:sSub":
      return `${part("m:e")}_${grouped(part("m:sub"))}`;
    case "m:sSubSup":
      return `${part("m:e")}_${grouped(part("m:sub"))}^${grouped(part("m:sup"))}`;
    case "m:rad":
      return `${part("m:deg")}√(${part("m:e")})`;
    case "m:nary":
      return `${mathSign(element, "m:naryPr", "m:chr") ?? "∫"}_(${part("m:sub")})^(${part("m:sup")}) ${part("m:e")}`;
    case "m:d":
      return bracketed(element, seen);
    case "m:func":
      return `${part("m:fName")} ${part("m:e")}`;
    case "m:m":
      return `[${childrenOf(element, "m:mr")
        .map((row) => row.children.map((cell) => write(cell, seen)).join(", "))
        .join("; ")}]`;
    default:
      return writeAll(element.children, seen);
  }
}

const grouped = (text: string): string => (text.length > 1 ? `(${text})` : text);

function bracketed(element: XmlElement, seen: Seen): string {
  const begin = mathSign(element, "m:dPr", "m:begChr") ?? "(";
  const end = mathSign(element, "m:dPr", "m:endChr") ?? ")";
  const parts = childrenOf(element, "m:e").map((one) => writeAll(one.children, seen));
  return `${begin}${parts.join(mathSign(element, "m:dPr", "m:sepChr") ?? "|")}${end}`;
}

function mathSign(element: XmlElement, properties: string, name: string): string | undefined {
  const sign = child(child(element, properties), name);
  return sign === undefined ? undefined : (attribute(sign, "m:val") ?? childValue(element, name) ?? "");
}
