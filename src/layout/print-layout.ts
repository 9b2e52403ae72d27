/**
 * A layout as text that a person can read and a diff can show: pages, lines with their place, face
 * and words, rules and pictures; then the logical structure.
 */
import { printable } from "../diagnostics/printable.js";
import type { GlyphRun, Layout, Mark, Page, StructureElement } from "./layout.js";

export function printLayout(layout: Layout): string {
  const lines = [`paper ${number(layout.widthPt)} × ${number(layout.heightPt)} pt`];
  for (const page of layout.pages) lines.push("", ...printPage(page, layout));
  lines.push("", "structure", ...printElement(layout.elements, 0, 1));
  return `${lines.map(printed).join("\n")}\n`;
}

/** One line, whatever an author's words in it hold; tabs of code stay. */
const printed = (line: string): string => line.split("\t").map(printable).join("\t");

function printPage(page: Page, layout: Layout): readonly string[] {
  const lines = [`page ${page.number}`];
  for (const { name, y } of page.destinations) lines.push(`  → ${name} at ${number(y)}`);
  for (const group of linesOf(page.marks)) lines.push(`  ${printGroup(group, layout)}`);
  return lines;
}

/** Runs that stand on one base line and touch each other in reading order are one line. */
function linesOf(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const groups: Mark[][] = [];
  for (const mark of marks) {
    const last = groups.at(-1)?.at(-1);
    const isSameLine =
      mark.kind === "glyphs" &&
      last?.kind === "glyphs" &&
      Math.abs(last.baseline - mark.baseline) < mark.sizePt * 0.5 &&
      isFurniture(last) === isFurniture(mark) &&
      last.x <= mark.x;
    if (isSameLine) groups.at(-1)?.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

const isFurniture = (mark: Mark): boolean => typeof mark.owner === "string";

function printGroup(group: readonly Mark[], layout: Layout): string {
  const [first] = group;
  if (first === undefined) return "";
  switch (first.kind) {
    case "rule":
      return `rule ${box(first)} ${first.color} ${owner(first, layout)}`;
    case "picture":
      return `picture ${box(first)} ${first.path} ${owner(first, layout)}`;
    default: {
      const runs = group.filter((mark): mark is GlyphRun => mark.kind === "glyphs");
      const text = runs.map((run) => run.text).join("");
      const faces = [...new Set(runs.map((run) => `${run.face.name} ${number(run.sizePt)}`))].join(" + ");
      const place = `${number(first.x)}–${number(rightOf(runs))} ${number(first.baseline)}`;
      const glyphs =
        text === "" ? `(${runs.reduce((sum, run) => sum + run.glyphs.ids.length, 0)} glyphs)` : text;
      return `${place} ${owner(first, layout)} [${faces}] ${glyphs}`;
    }
  }
}

function rightOf(runs: readonly GlyphRun[]): number {
  let right = 0;
  for (const run of runs) {
    const { ids, dx, texts } = run.glyphs;
    const seen = texts.findLastIndex((text) => text.trim() !== "");
    const last = seen < 0 ? ids.length - 1 : seen;
    const id = ids[last];
    if (id !== undefined)
      right = Math.max(right, run.x + (dx[last] ?? 0) + run.face.advance(id) * run.sizePt);
  }
  return right;
}

function owner(mark: Mark, layout: Layout): string {
  return typeof mark.owner === "string" ? `(${mark.owner})` : (layout.elements[mark.owner]?.type ?? "?");
}

function printElement(elements: readonly StructureElement[], id: number, depth: number): readonly string[] {
  const element = elements[id];
  if (element === undefined) return [];
  const facts = [
    element.alt === undefined ? "" : ` alt “${element.alt}”`,
    element.target === undefined
      ? ""
      : ` → ${element.target.kind === "url" ? element.target.url : element.target.name}`,
    element.scope === undefined ? "" : ` ${element.scope}`,
    element.noteId === undefined ? "" : ` ${element.noteId}`,
  ].join("");
  const lines = [`${"  ".repeat(depth)}${element.type}${facts}`];
  for (const kid of element.kids) {
    if (kid.kind === "element") lines.push(...printElement(elements, kid.id, depth + 1));
  }
  return lines;
}

const box = (mark: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) => `${number(mark.x)} ${number(mark.y)} ${number(mark.width)} × ${number(mark.height)}`;

/** Hundredths of a point: finer differences are noise. */
const number = (value: number): string => String(Math.round(value * 100) / 100);
