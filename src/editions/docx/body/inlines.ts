/**
 * Inline text as runs. Continuous text is one run, however the source lines were broken; a run is split
 * only where its look changes or where punctuation shared with Latin must take the Chinese face.
 */
import { BookmarkEnd, BookmarkStart, FootnoteReferenceRun, TextRun, type XmlComponent } from "docx";
import { needsDots } from "../../../model/emphasis-dots.js";
import type { RoleName } from "../../../model/template.js";
import type { Block, Inline, Link } from "../../../model/text.js";
import type { StyleId } from "../styles/style-names.js";
import { linkTarget } from "../word/link-target.js";
import { element } from "../word/ooxml-element.js";
import { stretchesOf, xmlSafe } from "../word/word-text.js";
import type { DocumentContext } from "./document-context.js";
import { externalLink } from "./external-link.js";
import { field } from "./fields.js";

/** How a run looks besides its paragraph's style. */
export interface Tone {
  readonly strong: boolean;
  readonly emphasis: boolean;
  /** emphasis that needs dots, though its style has none */
  readonly dots: boolean;
  readonly strike: boolean;
  readonly code: boolean;
  readonly attribution: boolean;
  /** the name of a part in front of its words */
  readonly label: boolean;
  readonly link: Link | undefined;
}

export const plainTone: Tone = {
  strong: false,
  emphasis: false,
  dots: false,
  strike: false,
  code: false,
  attribution: false,
  label: false,
  link: undefined,
};

/** The leaves of inline text: characters of one tone, a line break, a call of a note. */
type Leaf =
  | { readonly kind: "text"; readonly text: string; readonly tone: Tone }
  | { readonly kind: "break"; readonly tone: Tone }
  | { readonly kind: "note"; readonly number: number; readonly tone: Tone };

/** @param around the role that the paragraph's style is made from */
export function runsOfInlines(
  inlines: readonly Inline[],
  context: DocumentContext,
  around: RoleName = "body",
): readonly XmlComponent[] {
  const leaves: Leaf[] = [];
  const isDotted = (emphasised: readonly Inline[]) => needsDots(emphasised, context.template, around);
  addLeaves(leaves, inlines, { tone: plainTone, isDotted });
  const children: XmlComponent[] = [];
  for (let at = 0; at < leaves.length; ) {
    const link = leaves[at]?.tone.link;
    let end = at + 1;
    while (end < leaves.length && leaves[end]?.tone.link === link) end += 1;
    const runs = leaves.slice(at, end).flatMap((leaf) => runsOfLeaf(leaf, context));
    const target = link === undefined ? undefined : linkTarget(link.url.value);
    if (target === undefined) children.push(...runs);
    else children.push(externalLink(target, runs));
    at = end;
  }
  return children;
}

/** @returns the runs of text in one tone; tabs and line ends become Word's own */
export function runsOfText(text: string, tone: Tone = plainTone): readonly XmlComponent[] {
  return stretchesOf(xmlSafe(text)).map(
    ({ text: stretch, eastAsian }) =>
      new TextRun({
        ...runFormatOf(tone),
        ...(eastAsian ? { font: { hint: "eastAsia" } } : {}),
        children: stretch
          .split(/(\t|\n)/u)
          .filter((piece) => piece !== "")
          .map((piece) => (piece === "\t" ? element("w:tab") : piece === "\n" ? element("w:br") : piece)),
      }),
  );
}

interface Leafing {
  readonly tone: Tone;
  readonly isDotted: (emphasised: readonly Inline[]) => boolean;
}

function addLeaves(leaves: Leaf[], inlines: readonly Inline[], { tone, isDotted }: Leafing): void {
  const addInside = (children: readonly Inline[], more: Partial<Tone>) =>
    addLeaves(leaves, children, { tone: { ...tone, ...more }, isDotted });
  const addText = (text: string, itsTone: Tone) => {
    const last = leaves.at(-1);
    if (last?.kind === "text" && isSameTone(last.tone, itsTone)) {
      leaves.splice(-1, 1, { kind: "text", text: last.text + text, tone: itsTone });
    } else leaves.push({ kind: "text", text, tone: itsTone });
  };
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
        addText(inline.value, tone);
        break;
      case "inline-code":
        addText(inline.value, { ...tone, code: true });
        break;
      case "hard-break":
        leaves.push({ kind: "break", tone });
        break;
      case "note-reference":
        leaves.push({ kind: "note", number: inline.number, tone });
        break;
      case "emphasis":
        addInside(inline.children, { emphasis: true, dots: tone.dots || isDotted(inline.children) });
        break;
      case "strong":
        addInside(inline.children, { strong: true });
        break;
      case "strikethrough":
        addInside(inline.children, { strike: true });
        break;
      case "link":
        addInside(inline.children, { link: inline });
        break;
      default:
        inline satisfies never;
    }
  }
}

const isSameTone = (a: Tone, b: Tone): boolean =>
  a.strong === b.strong &&
  a.emphasis === b.emphasis &&
  a.dots === b.dots &&
  a.strike === b.strike &&
  a.code === b.code &&
  a.attribution === b.attribution &&
  a.label === b.label &&
  a.link === b.link;

function runsOfLeaf(leaf: Leaf, context: DocumentContext): readonly XmlComponent[] {
  switch (leaf.kind) {
    case "text":
      return runsOfText(leaf.text, leaf.tone);
    case "break":
      return [new TextRun({ children: [element("w:br")] })];
    case "note":
      return runsOfNoteCall(leaf.number, context);
    default:
      return leaf satisfies never;
  }
}

/** A run can have only one character style; the rest of its tone is set directly. */
function runFormatOf(tone: Tone) {
  const styles: readonly (readonly [boolean, StyleId])[] = [
    [tone.link !== undefined, "Hyperlink"],
    [tone.code, "CodeText"],
    [tone.attribution, "Attribution"],
    [tone.label, "PartLabel"],
    [tone.strong, "Strong"],
    [tone.emphasis, "Emphasis"],
  ];
  const style = styles.find(([isOn]) => isOn)?.[1];
  return {
    ...(style === undefined ? {} : { style }),
    ...(tone.strong && style !== "Strong" ? { bold: true } : {}),
    ...(tone.dots || (tone.emphasis && style !== "Emphasis") ? { emphasisMark: {} } : {}),
    ...(tone.strike ? { strike: true } : {}),
  };
}

/**
 * The first call of a note is a real footnote reference, inside a bookmark; later calls are fields that
 * repeat that bookmark's number. Word allows no references inside a note, so notes called by a note are
 * called right after it.
 */
function runsOfNoteCall(reference: number, context: DocumentContext): readonly XmlComponent[] {
  const call = context.notes.call(reference);
  if (call === undefined) return [];
  const bookmark = noteBookmark(call.number);
  if (!call.isFirst)
    return field(`NOTEREF ${bookmark} \\f \\h`, String(call.number), { style: "FootnoteReference" });
  const id = context.takeBookmarkId();
  return [
    new BookmarkStart(bookmark, id),
    new FootnoteReferenceRun(call.number),
    new BookmarkEnd(id),
    ...referencesIn(call.note.children).flatMap((inner) =>
      context.notes.isCalled(inner) ? [] : runsOfNoteCall(inner, context),
    ),
  ];
}

const noteBookmark = (number: number): string => `_RefNote${number}`;

function referencesIn(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "paragraph":
      case "heading":
        return referencesInInlines(block.children);
      case "list":
        return block.items.flatMap((item) => referencesIn(item.children));
      case "quote":
        return referencesIn(block.children);
      case "table":
        return [block.header, ...block.rows].flat().flatMap((cell) => referencesInInlines(cell.children));
      default:
        return [];
    }
  });
}

const referencesInInlines = (inlines: readonly Inline[]): readonly number[] =>
  inlines.flatMap((inline) => {
    if (inline.kind === "note-reference") return [inline.number];
    return "children" in inline ? referencesInInlines(inline.children) : [];
  });
