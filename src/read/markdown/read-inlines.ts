/**
 * Phrasing of the syntax tree to inlines of the model. Text is gathered through the whole
 * paragraph first and normalised as one (normalise-characters.ts), then put back under its marks.
 */
import type {
  Image,
  ImageReference,
  Link as LinkNode,
  LinkReference,
  PhrasingContent,
  Text as TextNode,
} from "mdast";
import type { Located, Span } from "../../model/located.js";
import type { Inline } from "../../model/text.js";
import { buildTexts } from "./build-text.js";
import { codeOffsets } from "./code-places.js";
import { splitMailAddresses } from "./mail-addresses.js";
import { type FigureSink, type MarkdownContext, spanOfNode } from "./markdown-context.js";
import { notesOf } from "./node-notes.js";
import {
  type Characters,
  isAsWritten,
  normaliseCharacters,
  type PlacedCharacters,
  type Stretch,
} from "./normalise-characters.js";
import { lengthOfAttributes, readAttributes } from "./picture-attributes.js";
import { readFigure, reportPicturePlace } from "./read-figure.js";
import { readHtml } from "./read-html.js";
import { reportLeftovers } from "./unresolved-markup.js";

/** Marks inside marks; deeper ones are read as plain text. */
const MAX_DEPTH = 20;

interface InlineState {
  readonly context: MarkdownContext;
  readonly figures: FigureSink;
  readonly stretches: Stretch[];
}

/** Puts an inline together once the characters are known. */
type Draft = (characters: readonly PlacedCharacters[]) => readonly Inline[];

/** @param figures receives the pictures amid the text; undefined where a picture is refused */
export function readInlines(
  nodes: readonly PhrasingContent[],
  { context, figures }: { readonly context: MarkdownContext; readonly figures: FigureSink },
): readonly Inline[] {
  const inlines = readAsWritten(nodes, context) ?? readNormalised(nodes, context, figures);
  reportLeftovers(inlines, context);
  return inlines;
}

/** Most paragraphs are one text that is printed as the file has it. @returns undefined for all others */
function readAsWritten(
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
): readonly Inline[] | undefined {
  const [node] = nodes;
  if (nodes.length !== 1 || node?.type !== "text" || node.value === "" || !isAsWritten(node.value))
    return undefined;
  const span = spanOfNode(node, context);
  const isWhole =
    span.end - span.start === node.value.length && context.text.startsWith(node.value, span.start);
  return isWhole ? splitMailAddresses({ kind: "text", value: node.value, span }) : undefined;
}

function readNormalised(
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
  figures: FigureSink,
): readonly Inline[] {
  const state: InlineState = { context, figures, stretches: [] };
  const drafts = draftsOf(nodes, state, { depth: 0, inLink: false });
  const characters = normaliseCharacters(state.stretches);
  return drafts.flatMap((draft) => draft(characters));
}

interface Around {
  readonly depth: number;
  readonly inLink: boolean;
}

/** A picture takes what stands in braces behind it. */
function draftsOf(nodes: readonly PhrasingContent[], state: InlineState, around: Around): readonly Draft[] {
  return nodes.map((node, index) => {
    const before = nodes[index - 1];
    if (node.type === "image" || node.type === "imageReference")
      return draftPicture(node, { next: nodes[index + 1], state, around });
    if (node.type === "text" && (before?.type === "image" || before?.type === "imageReference"))
      return draftText(node, state, { ...around, taken: lengthOfAttributes(node) });
    return draftOf(node, state, around);
  });
}

interface PictureDraft {
  readonly next: PhrasingContent | undefined;
  readonly state: InlineState;
  readonly around: Around;
}

function draftPicture(node: Image | ImageReference, { next, state, around }: PictureDraft): Draft {
  const { context, stretches, figures } = state;
  const span = spanOfNode(node, context);
  stretches.push({ kind: "transparent" });
  if (figures === undefined) reportPicturePlace(span, context, "block");
  else if (around.inLink) reportPicturePlace(span, context, "link");
  else figures.push(readFigure(node, context, readAttributes(node, next, context)));
  return () => [];
}

type OtherNode = Exclude<PhrasingContent, Image | ImageReference>;

function draftOf(node: OtherNode, state: InlineState, around: Around): Draft {
  const { context, stretches } = state;
  const span = spanOfNode(node, context);
  const inside = { ...around, depth: around.depth + 1 };
  switch (node.type) {
    case "text":
      return draftText(node, state, around);
    case "emphasis":
    case "strong":
      return draftWrapped(node.children, state, inside, (children) => ({ kind: node.type, children, span }));
    case "delete":
      return draftWrapped(node.children, state, inside, (children) => ({
        kind: "strikethrough",
        children,
        span,
      }));
    case "inlineCode":
      stretches.push({ kind: "fixed", value: node.value });
      return () => {
        const value = node.value.replace(/\r\n?|\n/g, " ");
        const source = context.text.slice(span.start, span.end);
        const offsets = codeOffsets(value, source).map((offset) => span.start + offset);
        return [{ kind: "inline-code", value, offsets, span }];
      };
    case "break":
      stretches.push({ kind: "break" });
      return () => [{ kind: "hard-break", span }];
    case "link":
    case "linkReference":
      return draftLink(node, state, inside);
    case "footnoteReference": {
      stretches.push({ kind: "transparent" });
      const number = context.callNote(node.identifier, span);
      return () => (number === undefined ? [] : [{ kind: "note-reference", number, span }]);
    }
    case "html":
      stretches.push({ kind: "transparent" });
      readHtml(span, context);
      return () => [];
    default:
      return node satisfies never;
  }
}

function draftWrapped(
  nodes: readonly PhrasingContent[],
  state: InlineState,
  around: Around,
  wrap: (children: readonly Inline[]) => Inline,
): Draft {
  const drafts = draftsOf(nodes, state, around);
  return (characters) => {
    const children = drafts.flatMap((draft) => draft(characters));
    return children.length === 0 || around.depth > MAX_DEPTH ? children : [wrap(children)];
  };
}

function draftLink(node: LinkNode | LinkReference, state: InlineState, around: Around): Draft {
  const { context } = state;
  const span = spanOfNode(node, context);
  const destination = destinationOf(node, context);
  const drafts = draftsOf(node.children, state, { ...around, inLink: true });
  return (characters) => {
    const children = drafts.flatMap((draft) => draft(characters));
    // A link inside a link (a bare address in a link's words) is its words alone.
    if (around.inLink || destination === undefined) return children;
    return [{ kind: "link", url: destination.url, automatic: destination.automatic, children, span }];
  };
}

function destinationOf(
  node: LinkNode | LinkReference,
  context: MarkdownContext,
): { readonly url: Located<string>; readonly automatic: boolean } | undefined {
  const span = spanOfNode(node, context);
  if (node.type === "linkReference") {
    const definition = context.definitions.get(node.identifier);
    if (definition === undefined) return undefined;
    const place = notesOf(definition).destination;
    const at = place === undefined ? spanOfNode(definition, context) : { path: context.path, ...place };
    return { url: { value: definition.url, span: at }, automatic: false };
  }
  const place = notesOf(node).destination;
  if (place !== undefined)
    return { url: { value: node.url, span: { path: context.path, ...place } }, automatic: false };
  const opening = context.text[span.start];
  // `[text]()` has a resource without a destination; `<https://…>` and bare addresses have no resource.
  if (opening === "[")
    return { url: { value: "", span: { ...span, start: span.end - 1 } }, automatic: false };
  const at = opening === "<" ? { ...span, start: span.start + 1, end: span.end - 1 } : span;
  return { url: { value: node.url, span: at }, automatic: true };
}

function draftText(
  node: TextNode,
  { context, stretches }: InlineState,
  { inLink, taken = 0 }: Pick<Around, "inLink"> & { readonly taken?: number },
): Draft {
  const index = stretches.length;
  const { units, starts, ends } = charactersOf(node, spanOfNode(node, context));
  const characters =
    taken === 0
      ? { units, starts, ends }
      : { units: units.slice(taken), starts: starts.slice(taken), ends: ends.slice(taken) };
  stretches.push({ kind: "text", characters });
  return (characters) => {
    const own = characters[index];
    const texts = own === undefined ? [] : buildTexts(own, context);
    return inLink ? texts : texts.flatMap((text) => splitMailAddresses(text));
  };
}

/** Each UTF-16 unit of a text node with its place, by the pieces noted while parsing. */
function charactersOf(node: TextNode, span: Span): Characters {
  const start = { at: 0, start: span.start, end: span.start, whole: false };
  const noted = notesOf(node).pieces ?? [];
  // Line ends are not noted: one may open the node.
  const lineEnds = noted[0]?.at ?? 0;
  const pieces = noted[0]?.at === 0 ? noted : [start, ...noted];
  // A task list's box takes the space or the line end behind it away from the text once the tree is made.
  const left = /^[\r\n]*/.exec(node.value)?.[0].length ?? 0;
  const taken = lineEnds > 0 ? lineEnds - left : Math.max(0, span.start - (pieces[0]?.start ?? span.start));
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    const from = index === 0 ? 0 : piece.at - taken;
    const until = (pieces[index + 1]?.at ?? node.value.length + taken) - taken;
    const start = index === 0 && lineEnds === 0 ? piece.start + taken : piece.start;
    for (let at = from; at < until; at += 1) {
      const place = start + (at - from);
      starts.push(piece.whole ? start : place);
      ends.push(piece.whole ? piece.end : place + 1);
    }
  }
  return { units: node.value, starts, ends };
}
