/**
 * Fields (ISO/IEC 29500-1, 17.16): what an instruction leads to, and what those show that carry no result. Others show
 * the result that the file carries.
 */
import {
  attribute,
  child,
  childrenOf,
  descendant,
  onOff,
  wholeNumber,
  type XmlElement,
} from "./xml-element.js";

/** Schemes that are links to a reader; others (file:, javascript: …) stay text. */
const LINK_SCHEMES = /^(?:https?|ftp|mailto):\S/i;

/** @returns nothing where it is no address that a reader could follow */
export function linkAddress(address: string | undefined, anchor?: string): string | undefined {
  const plain = address?.trim() ?? "";
  if (!LINK_SCHEMES.test(plain)) return undefined;
  return anchor === undefined || anchor === "" || plain.includes("#") ? plain : `${plain}#${anchor}`;
}

/** @returns address of a HYPERLINK */
export function linkOfInstruction(instruction: string): string | undefined {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))/i.exec(instruction);
  if (found === null) return undefined;
  const anchor = /\\l\s+"([^"]*)"/i.exec(instruction)?.[1];
  return linkAddress((found[1] ?? found[2])?.replace(/\\\\/g, "\\"), anchor);
}

export type ShownInstruction =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "ruby"; readonly base: string; readonly ruby: string }
  | { readonly kind: "symbol"; readonly code: number; readonly face: string | undefined }
  | { readonly kind: "equation"; readonly text: string };

/** What an instruction shows by itself, for fields that carry no result. */
export function shownByInstruction(instruction: string): ShownInstruction | undefined {
  const plain = instruction.trim();
  const button = /^(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.+)$/is.exec(plain);
  if (button?.[1] !== undefined) return { kind: "text", text: button[1] };
  const symbol = /^SYMBOL\s+(0x[\da-f]+|\d+)/i.exec(plain);
  if (symbol?.[1] !== undefined) {
    const face = /\\f\s+(?:"([^"]*)"|(\S+))/i.exec(plain);
    return { kind: "symbol", code: Number(symbol[1]), face: face?.[1] ?? face?.[2] };
  }
  return /^EQ(?=[\s\\])/i.test(plain) ? shownByEquation(plain) : undefined;
}

/** 带圈字符: ○ or a kin over a character */
const ENCLOSED = /\\o\s*\\ac\s*\(\s*([○◯〇□△◇])\s*[,，;；]\s*([^()]{1,4}?)\s*\)/i;
/** 拼音指南 of older Word: what is raised stands over its base */
const RAISED = /\\o\s*(?:\\a[a-z]\s*)?\(\s*\\s\s*\\up\s*\d*\s*\(([^()]*)\)\s*[,，;；]\s*([^()]*)\)/i;

function shownByEquation(instruction: string): ShownInstruction {
  const enclosed = ENCLOSED.exec(instruction);
  if (enclosed !== null) return { kind: "text", text: encircle(enclosed[1] ?? "", enclosed[2] ?? "") };
  const raised = RAISED.exec(instruction);
  if (raised !== null)
    return { kind: "ruby", ruby: (raised[1] ?? "").trim(), base: (raised[2] ?? "").trim() };
  const words = instruction.replace(/^EQ/i, "").replace(/\\\*\s*\S+(?:\s*"[^"]*")?|\\[a-z]+\d*|[()]/gi, " ");
  return { kind: "equation", text: words.replace(/\s+/g, " ").trim() };
}

function encircle(sign: string, inner: string): string {
  const value = /^\d{1,2}$/.test(inner) ? Number(inner) : 0;
  if (/[○◯〇]/.test(sign) && value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  const han = "一二三四五六七八九十".indexOf(inner);
  if (/[○◯〇]/.test(sign) && inner.length === 1 && han >= 0) return String.fromCodePoint(0x3280 + han);
  return inner === "√" && sign === "□" ? "☑" : `（${inner}）`;
}

/** What a form field of old shows: its box, or the choice of its list. */
export function shownByFormField(begin: XmlElement): string | undefined {
  const data = child(begin, "w:ffData");
  const box = child(data, "w:checkBox");
  if (box !== undefined) return (onOff(box, "w:checked") ?? onOff(box, "w:default") ?? false) ? "☑" : "□";
  const list = child(data, "w:ddList");
  if (list === undefined) return undefined;
  const result = descendant(list, "w:result") ?? child(list, "w:default");
  const index = result === undefined ? 0 : (wholeNumber(attribute(result, "w:val")) ?? 0);
  const entry = childrenOf(list, "w:listEntry")[index];
  return entry === undefined ? undefined : attribute(entry, "w:val");
}

/**
 * Marks of fields that are whole: begun and ended in the same story. Others would swallow all that follows; the text is
 * read as if they were not there.
 */
export function wholeFieldMarks(story: XmlElement): ReadonlySet<XmlElement> {
  const whole = new Set<XmlElement>();
  findWholeFields(story, [], whole);
  return whole;
}

function findWholeFields(element: XmlElement, open: XmlElement[][], whole: Set<XmlElement>): void {
  for (const one of element.children) {
    // What stands in a box is a story of its own.
    if (one.name === "w:del" || one.name === "w:moveFrom" || one.name === "w:txbxContent") continue;
    if (one.name === "w:fldChar") noteFieldMark(one, open, whole);
    else findWholeFields(one, open, whole);
  }
}

function noteFieldMark(mark: XmlElement, open: XmlElement[][], whole: Set<XmlElement>): void {
  const type = attribute(mark, "w:fldCharType");
  if (type === "begin") open.push([mark]);
  else if (type === "separate") open.at(-1)?.push(mark);
  else if (type === "end") for (const one of [...(open.pop() ?? []), mark]) whole.add(one);
}
