/**
 * What a reader of Word files finds in a document, and what the issue says that it should find: characters without
 * white space, by kinds. Lists of texts are in reading order.
 */
import { printedSections, sectionHeading, titleOnOneLine } from "../../../src/model/furniture.js";
import type { Issue } from "../../../src/model/issue.js";
import { plainText } from "../../../src/model/plain-text.js";
import type { Block, Figure, Inline, Note } from "../../../src/model/text.js";

export interface DocxOutline {
  readonly text: string;
  readonly headings: readonly (readonly [level: number, text: string])[];
  /** cells of each table, row by row */
  readonly tables: readonly (readonly string[])[];
  readonly links: readonly string[];
  /** first paragraphs of the items of lists */
  readonly items: readonly string[];
  /** those of task lists; a reader need not tell them apart */
  readonly tasks?: readonly string[];
  readonly pictures: readonly string[];
  readonly notes: readonly string[];
  /** outside of notes */
  readonly strong: string;
  readonly emphasis: string;
}

/** What the issue says; its text as pieces between the calls of notes. */
export interface ExpectedOutline extends Omit<DocxOutline, "text"> {
  readonly pieces: readonly string[];
}

interface Growing {
  pieces: string[];
  headings: [number, string][];
  tables: string[][];
  links: string[];
  items: string[];
  tasks: string[];
  pictures: string[];
  strong: string;
  emphasis: string;
}

const nothingYet = (): Growing => ({
  pieces: [],
  headings: [],
  tables: [],
  links: [],
  items: [],
  tasks: [],
  pictures: [],
  strong: "",
  emphasis: "",
});

/** Task boxes are characters in front of an item in Word; in the model, a state of it. */
export const compact = (text: string): string => text.replace(/[\s☐☑☒]/gu, "");

export function outlineOfIssue(issue: Issue): ExpectedOutline {
  const found = nothingYet();
  const notes: string[] = [];
  addBlocks(found, issue.editorsNote?.paragraphs ?? []);
  for (const section of printedSections(issue)) {
    const name = compact(sectionHeading(section.name.value));
    found.pieces.push(name);
    found.headings.push([1, name]);
    for (const item of section.items) {
      const title = compact(titleOnOneLine(item));
      found.pieces.push(title);
      found.headings.push([2, title]);
      addBlocks(found, item.editorsNote?.paragraphs ?? []);
      addBlocks(found, item.blocks);
      notes.push(...item.notes.map(textOfNote));
    }
  }
  return { ...found, notes };
}

const textOfNote = ({ children }: Note): string => {
  const found = nothingYet();
  addBlocks(found, children);
  return found.pieces.join("");
};

function addBlocks(found: Growing, blocks: readonly Block[]): void {
  for (const block of blocks) addBlock(found, block);
}

function addBlock(found: Growing, block: Block): void {
  switch (block.kind) {
    case "paragraph":
      addInlines(found, block.children);
      break;
    case "heading":
      found.headings.push([block.level + 2, compact(plainText(block.children))]);
      addInlines(found, block.children);
      break;
    case "list":
      for (const item of block.items) {
        const [first] = item.children;
        if (first?.kind === "paragraph")
          (item.checked === undefined ? found.items : found.tasks).push(compact(plainText(first.children)));
        addBlocks(found, item.children);
      }
      break;
    case "quote":
      addBlocks(found, block.children);
      break;
    case "code-block":
      found.pieces.push(compact(block.value));
      break;
    case "table": {
      const cells = [block.header, ...block.rows].flat();
      found.tables.push(cells.map(({ children }) => compact(plainText(children))));
      for (const cell of cells) addInlines(found, cell.children);
      break;
    }
    case "figure":
      found.pictures.push(alternativeOf(block));
      if (block.caption !== undefined) found.pieces.push(compact(block.caption));
      break;
    case "figure-row":
      for (const figure of block.figures) found.pictures.push(alternativeOf(figure));
      break;
    case "thematic-break":
      break;
    default:
      block satisfies never;
  }
}

/** A picture that is decoration says so: Word takes one without a text for forgotten. */
const alternativeOf = ({ alt, decorative }: Figure): string => (decorative ? "装饰图" : compact(alt));

interface Inside {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly link: boolean;
}

function addInlines(found: Growing, inlines: readonly Inline[]): void {
  let piece = "";
  const walk = (children: readonly Inline[], inside: Inside) => {
    for (const inline of children) {
      switch (inline.kind) {
        case "text":
        case "inline-code": {
          const text = compact(inline.value);
          piece += text;
          if (inside.strong) found.strong += text;
          // A run has one style; those of links, code and bold text go before that of emphasis.
          else if (inside.emphasis && !inside.link && inline.kind === "text") found.emphasis += text;
          break;
        }
        case "note-reference":
          found.pieces.push(piece);
          piece = "";
          break;
        case "hard-break":
          break;
        case "strong":
          walk(inline.children, { ...inside, strong: true });
          break;
        case "emphasis":
          walk(inline.children, { ...inside, emphasis: true });
          break;
        case "link":
          found.links.push(inline.url.value);
          walk(inline.children, { ...inside, link: true });
          break;
        default:
          walk(inline.children, inside);
      }
    }
  };
  walk(inlines, { strong: false, emphasis: false, link: false });
  found.pieces.push(piece);
}
