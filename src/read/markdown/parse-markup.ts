/**
 * Markdown to its syntax tree: CommonMark with GFM tables, footnotes, strikethrough and task
 * lists, emphasis that works beside Chinese marks, and by our own law bare addresses (bare-address.ts),
 * asterisks between digits (asterisk-between-digits.ts) and pictures with spaces and brackets in their names
 * (loose-picture.ts). While the tree is made, the source place of every piece of text and of every
 * destination is noted on its node (node-notes.ts); read-inlines.ts and read-blocks.ts live on that.
 */
import type { Nodes, Root } from "mdast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Data, type Processor, unified } from "unified";
import { asteriskBetweenDigits } from "./asterisk-between-digits.js";
import { bareAddress } from "./bare-address.js";
import { boundedWork, TooMuchWork } from "./bounded-work.js";
import { loosePicture, loosePictureNodes } from "./loose-picture.js";
import { type NodeNotes, notesOf } from "./node-notes.js";

/** What stands in the tree's stead where a text goes beyond a bound that only parsing shows. */
export interface RefusedMarkup {
  readonly type: "refused";
  /** it asks for more work than it may (bounded-work.ts), or its marks stand too deep inside each other */
  readonly why: "work" | "depth";
  /** a place in the paragraph to blame */
  readonly offset: number;
}

/** @returns the tree, whatever the text holds within its bounds */
export function parseMarkup(text: string): Root | RefusedMarkup {
  processor ??= makeProcessor();
  try {
    const root = processor.parse(text);
    const deep = findDeepMark(root);
    return deep === undefined ? root : { type: "refused", why: "depth", offset: deep };
  } catch (fault) {
    if (fault instanceof TooMuchWork) return { type: "refused", why: "work", offset: fault.offset };
    throw fault;
  }
}

/** Emphasis, links and the like inside each other, several times what is printed so (read-inlines.ts). */
export const MAX_MARKS_INSIDE = 60;

/** Goes down without calling itself: whoever comes behind may. @returns the source place of the first too deep */
function findDeepMark(root: Root): number | undefined {
  const waiting: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > MAX_MARKS_INSIDE) return node.position?.start.offset ?? 0;
    if (!("children" in node)) continue;
    const inside = INLINE.has(node.type) ? depth + 1 : 0;
    for (const child of node.children) waiting.push({ node: child, depth: inside });
  }
  return undefined;
}

const INLINE: ReadonlySet<Nodes["type"]> = new Set(["emphasis", "strong", "delete", "link", "linkReference"]);

type MarkdownExtension = Exclude<NonNullable<Data["fromMarkdownExtensions"]>[number], readonly unknown[]>;
type Handler = NonNullable<
  NonNullable<MarkdownExtension["enter"]>[keyof NonNullable<MarkdownExtension["enter"]>]
>;

function adjustGrammar(this: Processor): undefined {
  const data = this.data();
  // GitHub's bare addresses swallow the Chinese that follows them: they give way to ours.
  data.micromarkExtensions = boundedWork([
    ...(data.micromarkExtensions ?? []),
    bareAddress,
    asteriskBetweenDigits,
    loosePicture,
  ]);
  const withoutTransforms = (data.fromMarkdownExtensions ?? []).flat().map((extension) => ({
    ...extension,
    transforms: [],
  }));
  data.fromMarkdownExtensions = [...withoutTransforms, { enter: noteEnters }, loosePictureNodes];
}

/** Begins a text node or goes on with the last one, as mdast-util-from-markdown does, and notes the piece. */
const enterPiece = (whole: boolean): Handler =>
  function (token) {
    const parent = this.stack.at(-1);
    if (parent === undefined || !("children" in parent)) return;
    const siblings: Nodes[] = parent.children;
    let tail = siblings.at(-1);
    if (tail?.type !== "text") {
      const start = { line: token.start.line, column: token.start.column, offset: token.start.offset };
      tail = { type: "text", value: "", position: { start, end: start } };
      siblings.push(tail);
    }
    const notes: NodeNotes = notesOf(tail).pieces ? notesOf(tail) : { pieces: [] };
    notes.pieces?.push({ at: tail.value.length, start: token.start.offset, end: token.end.offset, whole });
    tail.data = { ...tail.data, ...{ bulletin: notes } };
    this.stack.push(tail);
  };

const enterDestination: Handler = function (token) {
  const node = this.stack.at(-1);
  if (node !== undefined) {
    const notes: NodeNotes = { destination: { start: token.start.offset, end: token.end.offset } };
    node.data = { ...node.data, ...{ bulletin: notes } };
  }
  this.buffer();
};

const noteEnters = {
  data: enterPiece(false),
  characterEscape: enterPiece(true),
  characterReference: enterPiece(true),
  autolinkEmail: enterPiece(false),
  autolinkProtocol: enterPiece(false),
  resourceDestinationString: enterDestination,
  definitionDestinationString: enterDestination,
};

/** Made when first asked for: an issue of plain paragraphs never does. */
let processor: Processor<Root> | undefined;

const makeProcessor = (): Processor<Root> =>
  unified()
    .use(remarkParse)
    // One tilde is a range in Chinese: 3~5月.
    .use(remarkGfm, { singleTilde: false })
    .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
    .use(remarkCjkFriendly)
    .use(adjustGrammar)
    .freeze();
