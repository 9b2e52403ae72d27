/** Flow content of the syntax tree to blocks of the model, nested as deep as the editions print. */
import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  FootnoteDefinition,
  Heading as HeadingNode,
  List as ListNode,
  Paragraph as ParagraphNode,
  RootContent,
} from "mdast";
import type { Block, Figure, List } from "../../model/text.js";
import { codeLineStarts } from "./code-places.js";
import { type MarkdownContext, spanOfNode } from "./markdown-context.js";
import { readFigureRows } from "./read-figure-row.js";
import { readHtml } from "./read-html.js";
import { readInlines } from "./read-inlines.js";
import { readTable } from "./read-table.js";

/** Lists and quotes inside each other; the type area has no room for more. */
const MAX_DEPTH = 6;
const MAX_HEADING_LEVEL = 3;

export interface BlockState {
  readonly context: MarkdownContext;
  /** lists and quotes around */
  readonly depth: number;
  /** number of # of the item's first heading, which is level 1 */
  readonly headingBase: number;
  /** levels as written of the headings that the next one may stand under, outermost first */
  readonly outline: number[];
}

type FlowNode = RootContent | BlockContent | DefinitionContent | FootnoteDefinition;

export function readBlocks(nodes: readonly FlowNode[], state: BlockState): readonly Block[] {
  return nodes.flatMap((node) => readBlock(node, state));
}

function readBlock(node: FlowNode, state: BlockState): readonly Block[] {
  const { context } = state;
  const span = spanOfNode(node, context);
  switch (node.type) {
    case "paragraph":
      return readParagraph(node, context);
    case "heading":
      return readHeading(node, state);
    case "list":
      return isTooDeep(node, state) ? [] : [readList(node, { ...state, depth: state.depth + 1 })];
    case "blockquote": {
      if (isTooDeep(node, state)) return [];
      const children = readBlocks(node.children, { ...state, depth: state.depth + 1 });
      return children.length === 0 ? [] : [{ kind: "quote", children, span }];
    }
    case "code": {
      const value = node.value.replace(/\r\n?/g, "\n");
      const source = context.text.slice(span.start, span.end);
      const lineStarts = codeLineStarts(value.split("\n"), source).map((start) => span.start + start);
      return [{ kind: "code-block", value, language: node.lang ?? undefined, lineStarts, span }];
    }
    case "table":
      return [readTable(node, context)];
    case "thematicBreak":
      return [{ kind: "thematic-break", span }];
    case "html":
      readHtml(span, context);
      return [];
    default:
      // Definitions and notes are read where they are called.
      return [];
  }
}

function readParagraph(node: ParagraphNode, context: MarkdownContext): readonly Block[] {
  const rows = readFigureRows(node, context);
  if (rows !== undefined) return rows;
  const figures: Figure[] = [];
  const children = readInlines(node.children, { context, figures });
  if (children.length === 0) return figures;
  return [{ kind: "paragraph", children, span: spanOfNode(node, context) }, ...figures];
}

function readHeading(node: HeadingNode, { context, headingBase, outline }: BlockState): readonly Block[] {
  const span = spanOfNode(node, context);
  const written = Math.max(1, node.depth - headingBase + 1);
  // A level left out is closed up: screen readers and outlines count them.
  while ((outline.at(-1) ?? 0) >= written) outline.pop();
  const level = outline.push(written);
  if (written > MAX_HEADING_LEVEL) {
    context.report({
      rule: "item/unsupported-markup",
      span,
      message: {
        zh: `这个小标题在标题下第 ${written} 层，最多只能有 ${MAX_HEADING_LEVEL} 层。`,
        en: `This heading is on level ${written} below the title; at most ${MAX_HEADING_LEVEL} levels are allowed.`,
      },
      help: { zh: "请减少“#”的个数。", en: "Use fewer # marks." },
    });
  }
  const children = readInlines(node.children, { context, figures: undefined });
  if (children.length === 0) return [];
  return [{ kind: "heading", level: level === 1 ? 1 : level === 2 ? 2 : 3, children, span }];
}

function readList(node: ListNode, state: BlockState): List {
  const items = node.children.map((item) => ({
    children: readBlocks(item.children, state),
    checked: item.checked ?? undefined,
    span: spanOfNode(item, state.context),
  }));
  const span = spanOfNode(node, state.context);
  return { kind: "list", ordered: node.ordered === true, start: node.start ?? 1, items, span };
}

function isTooDeep(node: ListNode | Blockquote, { context, depth }: BlockState): boolean {
  if (depth < MAX_DEPTH) return false;
  context.report({
    rule: "item/unsupported-markup",
    span: spanOfNode(node, context),
    message: {
      zh: `列表和引用嵌套超过 ${MAX_DEPTH} 层。`,
      en: `Lists and quotes are nested deeper than ${MAX_DEPTH} levels.`,
    },
    help: { zh: "请减少嵌套的层数。", en: "Use fewer levels." },
  });
  return true;
}
