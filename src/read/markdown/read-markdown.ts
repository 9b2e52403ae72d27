/**
 * The body of an item to blocks and notes. What cannot be read is reported and left out; nothing
 * throws. CommonMark 0.31 and GFM, less what no edition prints (raw HTML).
 */
import type { Definition, FootnoteDefinition, Nodes, Root } from "mdast";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SuppressionComment } from "../../model/issue.js";
import type { Block, ImageFacts, Note } from "../../model/text.js";
import { findHostileMarkup, refusedMarkup } from "./hostile-markup.js";
import { diagnosticOf, type MarkdownContext, type MarkdownFault, spanOfNode } from "./markdown-context.js";
import { parseMarkdown } from "./parse-markdown.js";
import { readBlocks } from "./read-blocks.js";

export interface MarkdownInput {
  readonly path: string;
  /** the whole file but for its head, which is white space here: places are those of the file */
  readonly text: string;
  /** where the head ends (find-front-matter.ts) */
  readonly bodyStart: number;
  readonly findImage: (destination: string) => ImageFacts;
  /** number of the first note of this item */
  readonly firstNote: number;
}

export interface MarkdownReading {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  readonly suppressions: readonly SuppressionComment[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readMarkdown(input: MarkdownInput): MarkdownReading {
  const { path, text, bodyStart, findImage, firstNote } = input;
  const hostile = findHostileMarkup(text, path);
  if (hostile !== undefined) return nothingOf(hostile);
  const root = parseMarkdown(text, bodyStart);
  if (root.type === "refused") return nothingOf(refusedMarkup(root, { text, path }));
  const faults: MarkdownFault[] = [];
  const suppressions: SuppressionComment[] = [];
  const { definitions, noteDefinitions, headingBase, referenced } = survey(root);
  /** numbers by identifier, in order of the first call */
  const calls = new Map<string, number>();
  const numberOf = (identifier: string): number => {
    const number = calls.get(identifier) ?? firstNote + calls.size;
    calls.set(identifier, number);
    return number;
  };

  const context: MarkdownContext = {
    path,
    text,
    definitions,
    findImage,
    callNote: numberOf,
    openedTags: new Set(),
    report: (fault) => faults.push(fault),
    suppress: (comment) => suppressions.push(comment),
  };
  const blocks = readBlocks(root.children, { context, depth: 0, headingBase, outline: [] });

  const insideNote: MarkdownContext = {
    ...context,
    callNote: (_identifier, span) => {
      faults.push({
        rule: "item/unsupported-markup",
        span,
        message: { zh: "脚注里不能再有脚注。", en: "A footnote cannot refer to another footnote." },
        help: { zh: "请把内容并入这条脚注。", en: "Move its text into this footnote." },
      });
      return undefined;
    },
  };
  // As with links, the first of several definitions counts.
  const noteByIdentifier = new Map(noteDefinitions.toReversed().map((note) => [note.identifier, note]));
  const notes = [...calls].flatMap(([identifier, number]) => {
    const definition = noteByIdentifier.get(identifier);
    if (definition === undefined) return [];
    const state = { context: insideNote, depth: 0, headingBase, outline: [] };
    const children = readBlocks(definition.children, state);
    return [{ number, children, span: spanOfNode(definition, context) }];
  });
  reportUncalledNotes(noteDefinitions, calls, context);
  reportLostWords(
    [...definitions.values()].filter(({ identifier }) => !referenced.has(identifier)),
    context,
  );

  return { blocks, notes, suppressions, diagnostics: faults.map(diagnosticOf) };
}

const nothingOf = (fault: MarkdownFault): MarkdownReading => ({
  blocks: [],
  notes: [],
  suppressions: [],
  diagnostics: [diagnosticOf(fault)],
});

interface Survey {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly noteDefinitions: readonly FootnoteDefinition[];
  readonly headingBase: number;
  /** identifiers of definitions that a link or a picture refers to */
  readonly referenced: ReadonlySet<string>;
}

/** What must be known before the text is read in order: definitions, and the first heading's level. */
function survey(root: Root): Survey {
  const definitions = new Map<string, Definition>();
  const noteDefinitions: FootnoteDefinition[] = [];
  const referenced = new Set<string>();
  let headingBase: number | undefined;
  const look = (node: Nodes): void => {
    // CommonMark: the first of several definitions counts.
    if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    else if (node.type === "footnoteDefinition") noteDefinitions.push(node);
    else if (node.type === "heading") headingBase ??= node.depth;
    else if (node.type === "linkReference" || node.type === "imageReference") referenced.add(node.identifier);
    if ("children" in node) for (const child of node.children) look(child);
  };
  look(root);
  return { definitions, noteDefinitions, headingBase: headingBase ?? 2, referenced };
}

/** A note that nobody calls, or that is given twice, would vanish from print without a word. */
function reportUncalledNotes(
  definitions: readonly FootnoteDefinition[],
  calls: ReadonlyMap<string, number>,
  context: MarkdownContext,
): void {
  const seen = new Set<string>();
  for (const definition of definitions) {
    const mark = `[^${definition.label ?? definition.identifier}]`;
    const start = spanOfNode(definition, context).start;
    const span = { path: context.path, start, end: start + mark.length };
    if (seen.has(definition.identifier)) {
      context.report({
        rule: "item/unresolved-reference",
        span,
        message: {
          zh: `脚注“${mark}”写了两次，只有第一条会印出。`,
          en: `The footnote “${mark}” is written twice; only the first is printed.`,
        },
        help: {
          zh: "请改用另一个编号，或删去一条。",
          en: "Give one of them a different number, or delete it.",
        },
      });
    } else if (!calls.has(definition.identifier)) {
      context.report({
        rule: "item/unresolved-reference",
        span,
        message: {
          zh: `正文里没有引用脚注“${mark}”，它不会印出。`,
          en: `The text does not refer to the footnote “${mark}”, so it is not printed.`,
        },
        help: {
          zh: `请在正文相应处写“${mark}”，或删去这条脚注。`,
          en: `Put “${mark}” where it belongs in the text, or delete the footnote.`,
        },
      });
    }
    seen.add(definition.identifier);
  }
}

/** What a definition may lead to; `[//]: # (…)` is how some programs write comments. */
const ADDRESS = /^(?:$|#|\/|\.|www\.|[a-z][a-z0-9+.-]*:|[^\s]+\.[a-z]{2,4}(?:[/?#]|$))/i;

/** `[注]: 初步统计` reads as the address of a link, and nothing of it is printed. */
function reportLostWords(definitions: readonly Definition[], context: MarkdownContext): void {
  for (const definition of definitions) {
    if (ADDRESS.test(definition.url)) continue;
    const span = spanOfNode(definition, context);
    const written = context.text.slice(span.start, span.end);
    context.report({
      rule: "item/unresolved-reference",
      span,
      message: {
        zh: `“${written.slice(0, 40)}”被当作链接的网址，不会印出来。`,
        en: `“${written.slice(0, 40)}” is taken for the address of a link and is not printed.`,
      },
      help: {
        zh: "如果是正文，冒号请用全角“：”。",
        en: "If it is part of the text, use a full-width colon.",
      },
    });
  }
}
