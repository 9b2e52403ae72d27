/**
 * What stands in a paragraph, in the order it is seen: characters, breaks, fields by their results, revisions by what is
 * left of them. Boxes and pictures are read by read-drawing.ts.
 */

import { linkAddress } from "./field-instructions.js";
import { addInstruction, type Inline, isShown, say, sayRuby, sayRun, saySymbol } from "./inline.js";
import { mathText } from "./math-text.js";
import { breakPage } from "./paragraph-draft.js";
import { readDrawing, readVml } from "./read-drawing.js";
import { fieldMark, simpleField } from "./read-fields.js";
import { readObject } from "./read-object.js";
import {
  layRunProperties,
  type RunProperties,
  readRunProperties,
  toggleRunProperties,
} from "./run-format.js";
import { lostObjectNotice } from "./word-notices.js";
import { isTold } from "./word-reading.js";
import { attribute, child, childValue, descendants, type XmlElement } from "./xml-element.js";

export function readInline(elements: readonly XmlElement[], inline: Inline): void {
  for (const one of elements) readOne(one, inline);
}

function readOne(element: XmlElement, inline: Inline): void {
  const { story, draft } = inline;
  const { notes } = story.reading;
  const author = (): string => attribute(element, "w:author") ?? "";
  const id = (): string => attribute(element, "w:id") ?? "";
  switch (element.name) {
    case "w:r":
      readRun(element, inline);
      return;
    case "w:hyperlink":
      readInline(element.children, { ...inline, url: hyperlinkAddress(element, inline) ?? inline.url });
      return;
    case "w:ins":
    case "w:moveTo":
      if (isTold(story))
        notes.revised(element.name === "w:ins" ? "insertion" : "arrival", author(), draft.place);
      readInline(element.children, { ...inline, isRevised: true });
      return;
    case "w:del":
    case "w:moveFrom":
      if (isTold(story))
        notes.revised(element.name === "w:del" ? "deletion" : "departure", author(), draft.place);
      return;
    case "w:fldSimple":
      simpleField(element, inline, () => readInline(element.children, inline));
      return;
    case "w:commentRangeStart":
      notes.commentStarts(id(), draft.place);
      return;
    case "w:commentRangeEnd":
      notes.commentEnds(id());
      return;
    case "m:oMath":
    case "m:oMathPara":
      readMath(element, inline);
      return;
    case "w:pPr":
    case "w:sdtPr":
    case "w:sdtEndPr":
    case "w:smartTagPr":
    case "w:customXmlPr":
    case "w:txbxContent":
      return;
    case "w:drawing":
    case "w:pict":
    case "w:object":
      readRunChild(element, inline, inline.base);
      return;
    default:
      // Wrappers, known and to come: what they hold is text of the paragraph.
      if (element.name.startsWith("w:")) readInline(element.children, inline);
  }
}

function hyperlinkAddress(element: XmlElement, { story }: Inline): string | undefined {
  const target = attribute(element, "r:id");
  if (target === undefined) return undefined;
  const relationship = story.reading.parts.relationshipsOf(story.part).get(target);
  return linkAddress(relationship?.address, attribute(element, "w:anchor"));
}

function readRun(run: XmlElement, inline: Inline): void {
  const properties = runProperties(child(run, "w:rPr"), inline);
  for (const one of run.children) readRunChild(one, inline, properties);
}

/** Defaults, paragraph style, character style, the run itself (17.7.2). */
function runProperties(element: XmlElement | undefined, { story, base }: Inline): RunProperties {
  if (element === undefined) return base;
  const { styles } = story.reading;
  const style = styles.characterStyle(childValue(element, "w:rStyle"));
  const styled = style === undefined ? base : toggleRunProperties(base, style.run);
  return layRunProperties(styled, readRunProperties(element, styles.themeFace));
}

function readRunChild(element: XmlElement, inline: Inline, properties: RunProperties): void {
  const { story, draft } = inline;
  const { notes } = story.reading;
  switch (element.name) {
    case "w:t":
      say(wordsOf(element), inline, properties);
      return;
    case "w:instrText":
      addInstruction(story, element.text);
      return;
    case "w:fldChar":
      fieldMark(element, inline, properties);
      return;
    case "w:tab":
    case "w:ptab":
      sayRun({ kind: "tab" }, inline, properties);
      return;
    case "w:cr":
      sayRun({ kind: "break" }, inline, properties);
      return;
    case "w:br":
      readBreak(element, inline, properties);
      return;
    case "w:noBreakHyphen":
      say("-", inline, properties);
      return;
    case "w:sym":
      readSymbol(element, inline, properties);
      return;
    case "w:footnoteReference":
    case "w:endnoteReference":
      callNote(element, inline, properties);
      return;
    case "w:commentReference":
      notes.commentStarts(attribute(element, "w:id") ?? "", draft.place);
      notes.commentEnds(attribute(element, "w:id") ?? "");
      return;
    case "w:ruby":
      readRuby(element, inline, properties);
      return;
    case "w:drawing":
      if (isShown(story)) readDrawing(element, inline);
      return;
    case "w:pict":
      if (isShown(story)) readVml(element, inline);
      return;
    case "w:object":
      if (isShown(story)) readObject(element, inline);
      return;
    case "w:r":
    case "m:oMath":
    case "m:oMathPara":
    case "w:ins":
    case "w:del":
      readOne(element, inline);
      return;
    default:
  }
}

/** Spaces at the ends count only where it is said that they do (XML 2.10); they do for all of a line end. */
function wordsOf(element: XmlElement): string {
  const words = element.text.replace(/\r\n?|\n/g, " ");
  return attribute(element, "xml:space") === "preserve" ? words : words.replace(/^[ \t]+|[ \t]+$/g, "");
}

function readBreak(element: XmlElement, inline: Inline, properties: RunProperties): void {
  const type = attribute(element, "w:type");
  if (type !== "page" && type !== "column") sayRun({ kind: "break" }, inline, properties);
  else if (isShown(inline.story) && properties.hidden !== true) breakPage(inline.draft);
}

function readSymbol(element: XmlElement, inline: Inline, properties: RunProperties): void {
  const code = Number.parseInt(attribute(element, "w:char") ?? "", 16);
  if (Number.isNaN(code) || code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return;
  saySymbol(code, attribute(element, "w:font"), inline, properties);
}

function callNote(element: XmlElement, inline: Inline, properties: RunProperties): void {
  const id = attribute(element, "w:id");
  if (id === undefined || inline.story.region === "furniture") return;
  const note = `${element.name === "w:footnoteReference" ? "footnote" : "endnote"}-${id}`;
  if (sayRun({ kind: "note", note }, inline, properties)) inline.story.reading.calls.add(note);
}

function readRuby(element: XmlElement, inline: Inline, properties: RunProperties): void {
  const text = (name: string): string => {
    const part = child(element, name);
    return part === undefined ? "" : [...descendants(part, "w:t")].map(wordsOf).join("");
  };
  sayRuby(text("w:rubyBase"), text("w:rt"), inline, properties);
}

function readMath(element: XmlElement, inline: Inline): void {
  const { story, draft } = inline;
  if (!isShown(story)) return;
  const { text, isPlain } = mathText(element);
  say(text, inline, { ...inline.base, hidden: undefined });
  if (isPlain || !isTold(story)) return;
  story.reading.notes.tell(lostObjectNotice("equation", draft.place, { kept: text }));
}
