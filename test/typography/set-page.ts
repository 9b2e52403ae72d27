/**
 * Pages as pdf.js finds them in a finished file: lines with their places, under the elements of the
 * structure tree that they belong to. It knows nothing of our layout; the structure alone says which
 * lines are one paragraph.
 */
import { getDocument, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Lengths in points; y grows downwards from the top edge of the paper. */
export interface SetLine {
  readonly page: number;
  /** as copied, spaces at its end included; numbers that call notes left out */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** size of the largest type on it */
  readonly size: number;
  readonly callsNote: boolean;
}

/** What one element of the structure shows of itself on one page: a paragraph, a heading, a cell. */
export interface SetBlock {
  readonly role: string;
  /** roles from the document down to the element's parent */
  readonly inside: readonly string[];
  readonly lines: readonly SetLine[];
}

export interface SetPage {
  readonly number: number;
  readonly blocks: readonly SetBlock[];
  /** lines of no element: page numbers, repeated heads of tables */
  readonly artifacts: readonly SetLine[];
  readonly links: readonly { readonly url: string | undefined; readonly isInternal: boolean }[];
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

interface Run {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly callsNote: boolean;
}

const INLINE_ROLES = new Set(["Span", "Link", "Em", "Strong", "Code", "Reference", "Quote"]);
/** Raised and lowered type is on its line; the next line is farther down, even in notes. */
const SAME_LINE_PT = 8;

export async function readPages(bytes: Uint8Array): Promise<readonly SetPage[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: SetPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await readPage(await document.getPage(number), number));
  }
  await document.destroy();
  return pages;
}

async function readPage(page: PDFPageProxy, number: number): Promise<SetPage> {
  const runs = await readRuns(page);
  const blocks: SetBlock[] = [];
  const tree: StructureNode | null = await page.getStructTree();
  if (tree !== null) collectBlocks({ node: tree, inside: [], runs, blocks, page: number });
  const annotations: readonly { subtype?: string; url?: string; dest?: unknown }[] =
    await page.getAnnotations();
  const links = annotations
    .filter(({ subtype }) => subtype === "Link")
    .map(({ url, dest }) => ({ url, isInternal: dest !== undefined && dest !== null }));
  return { number, blocks, artifacts: linesOf(runs.get("") ?? [], number), links };
}

/** Runs by the id of the marked content they stand in; "" for those of no element. */
async function readRuns(page: PDFPageProxy): Promise<ReadonlyMap<string, readonly Run[]>> {
  const runs = new Map<string, Run[]>();
  const open: string[] = [];
  const height = page.view[3] ?? 0;
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  for (const item of items) {
    if (!("str" in item)) {
      if (item.type.startsWith("beginMarkedContent")) open.push(item.id ?? "");
      else open.pop();
      continue;
    }
    if (item.str === "") continue;
    const id = open.findLast((one) => one !== "") ?? "";
    const [size = 0, , , , x = 0, y = 0] = item.transform as readonly number[];
    const run = {
      text: item.str,
      x,
      right: x + item.width,
      baseline: height - y,
      size,
      callsNote: false,
    };
    runs.set(id, [...(runs.get(id) ?? []), run]);
  }
  return runs;
}

interface Walk {
  readonly node: StructureNode;
  readonly inside: readonly string[];
  readonly runs: ReadonlyMap<string, readonly Run[]>;
  readonly blocks: SetBlock[];
  readonly page: number;
}

function collectBlocks({ node, inside, runs, blocks, page }: Walk): void {
  const role = node.role ?? "";
  const children = node.children ?? [];
  const own = children.filter(isInline).flatMap((child) => runsUnder(child, runs, role === "TOCI"));
  if (own.length > 0) blocks.push({ role, inside, lines: linesOf(own, page) });
  for (const child of children) {
    if (!isInline(child)) collectBlocks({ node: child, inside: [...inside, role], runs, blocks, page });
  }
}

const isInline = ({ type, role = "" }: StructureNode): boolean =>
  type === "content" || INLINE_ROLES.has(role);

function runsUnder(
  node: StructureNode,
  runs: ReadonlyMap<string, readonly Run[]>,
  inContents: boolean,
): readonly Run[] {
  if (node.type === "content") return runs.get(node.id ?? "") ?? [];
  const inner = (node.children ?? []).flatMap((child) => runsUnder(child, runs, inContents));
  const callsNote = node.role === "Reference" && !inContents;
  return callsNote ? inner.map((run) => ({ ...run, callsNote })) : inner;
}

function linesOf(runs: readonly Run[], page: number): readonly SetLine[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line !== undefined && first !== undefined && Math.abs(run.baseline - first.baseline) < SAME_LINE_PT) {
      line.push(run);
    } else {
      lines.push([run]);
    }
  }
  const seenLines = lines.filter((line) => line.some(({ text }) => text.trim() !== ""));
  return seenLines.map((line) => {
    const size = Math.max(...line.map((run) => run.size));
    // Spaces dropped at a line's end show nothing.
    const seen = line.filter(({ text }) => text.trim() !== "");
    return {
      page,
      text: line.map(textOf).join(""),
      left: Math.min(...seen.map(({ x }) => x)),
      right: Math.max(...seen.map(({ right }) => right)),
      baseline: line.find((run) => run.size === size)?.baseline ?? 0,
      size,
      callsNote: line.some(({ callsNote }) => callsNote),
    };
  });
}

/** Behind the raised number of a note pdf.js may read a space, which goes with the number. */
function textOf({ text, callsNote }: Run, index: number, line: readonly Run[]): string {
  if (callsNote) return "";
  return line[index - 1]?.callsNote === true ? text.trimStart() : text;
}
