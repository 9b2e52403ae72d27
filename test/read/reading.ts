/** Small bulletins in memory for the reading tests, and what was read printed as short lines. */
import "../with-parser.js";
import type { Diagnostic, Sources } from "../../src/diagnostics/diagnostic.js";
import type { Item } from "../../src/model/issue.js";
import type { Block, Figure, Inline } from "../../src/model/text.js";
import { readIssue } from "../../src/read/read-issue.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

export type Files = Readonly<Record<string, string | Uint8Array>>;

export const MANIFEST = `bulletin: {name: 云湖科技信息}
number: 3
date: 2026-03-16
contact: {label: 投稿邮箱, email: post@example.org}
sections:
  - name: 基层动态
    items: [items/01.md]
`;

export const ITEM = "---\ntitle: 云湖区科协举办科普展\n---\n\n活动顺利举办。\n";

/** Reads a bulletin of one issue; files given replace the sound ones. */
export function readFiles(files: Files = {}) {
  return readIssue("issue.yaml", memoryWorkspace({ "issue.yaml": MANIFEST, "items/01.md": ITEM, ...files }));
}

/** Reads an item of this body. */
export function readBody(body: string, files: Files = {}) {
  const text = `---\ntitle: 标题\n---\n\n${body}`;
  const reading = readFiles({ ...files, "items/01.md": text });
  const item = reading.issue?.sections[0]?.items[0];
  if (item === undefined) throw new Error("the item was not read");
  return { item, text, found: describe(reading.diagnostics, reading.sources) };
}

/** `rule «the characters marked»`, in the order found. */
export function describe(diagnostics: readonly Diagnostic[], sources: Sources): readonly string[] {
  return diagnostics.map(
    ({ rule, span }) => `${rule} «${(sources.get(span.path) ?? "").slice(span.start, span.end)}»`,
  );
}

/** The blocks of an item as lines: `p 文字 <strong>…`. */
export function printBlocks(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case "paragraph":
        return [`p ${printInlines(block.children)}`];
      case "heading":
        return [`h${block.level} ${printInlines(block.children)}`];
      case "list":
        return [
          block.ordered ? `ol ${block.start}` : "ul",
          ...block.items.flatMap(({ checked, children }) => [
            checked === undefined ? "- " : checked ? "- [x]" : "- [ ]",
            ...printBlocks(children).map((line) => `  ${line}`),
          ]),
        ];
      case "quote":
        return ["quote", ...printBlocks(block.children).map((line) => `  ${line}`)];
      case "code-block":
        return [`code ${block.language ?? ""} ${JSON.stringify(block.value)}`];
      case "table":
        return [block.header, ...block.rows].map(
          (row) => `| ${row.map((cell) => printInlines(cell.children)).join(" | ")}`,
        );
      case "figure":
        return [
          `figure ${block.destination.value} ${block.image.state} alt=${block.alt} caption=${block.caption ?? "-"}${sizeOf(block)}`,
        ];
      case "figure-row": {
        const caption = block.caption === undefined ? "" : ` ${printInlines(block.caption.children)}`;
        return [`row${caption}`, ...printBlocks(block.figures).map((line) => `  ${line}`)];
      }
      default:
        return ["hr"];
    }
  });
}

function sizeOf({ width, refused }: Figure): string {
  const size = width === undefined ? "" : ` width=${width.value}${width.unit === "mm" ? "mm" : "%"}`;
  return refused.length === 0 ? size : `${size} refused ${refused.map(({ written }) => written).join("|")}`;
}

function printInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case "text":
          return inline.value;
        case "inline-code":
          return `\`${inline.value}\``;
        case "hard-break":
          return "⏎";
        case "note-reference":
          return `[^${inline.number}]`;
        case "link":
          return `<${inline.url.value}>${printInlines(inline.children)}</>`;
        default:
          return `<${inline.kind}>${printInlines(inline.children)}</>`;
      }
    })
    .join("");
}

/** Every inline of an item, notes too. */
export function inlinesOf(item: Item): readonly Inline[] {
  const inBlock = (block: Block): readonly Inline[] => {
    if (block.kind === "paragraph" || block.kind === "heading") return block.children.flatMap(inInline);
    if (block.kind === "quote") return block.children.flatMap(inBlock);
    if (block.kind === "figure-row") return (block.caption?.children ?? []).flatMap(inInline);
    if (block.kind === "list") return block.items.flatMap((entry) => entry.children.flatMap(inBlock));
    if (block.kind !== "table") return [];
    return [block.header, ...block.rows].flat().flatMap((cell) => cell.children.flatMap(inInline));
  };
  const inInline = (inline: Inline): readonly Inline[] =>
    "children" in inline ? [inline, ...inline.children.flatMap(inInline)] : [inline];
  return [...item.blocks, ...item.notes.flatMap((note) => note.children)].flatMap(inBlock);
}
