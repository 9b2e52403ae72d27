/**
 * A fixture as it came out of the PDF, read once in a test file's process, and the questions that the
 * laws ask of it: where paragraphs turn a line, which lines stand on the grid. The lists of marks
 * stand here on their own, so that they check those of src/han.
 */
import type { BuildResult } from "../../src/build.js";
import type { Issue } from "../../src/model/issue.js";
import { buildFixture } from "../built-fixtures.js";
import { type ReadLine, type ReadParagraph, readParagraphs } from "./read-paragraphs.js";
import { readPages, type SetBlock, type SetLine, type SetPage } from "./set-page.js";
import { sourceNotes, sourceParagraphs } from "./source-paragraphs.js";

export const MM = 72 / 25.4;
/** GB/T 9704-2012, 5.2: margins, 22 lines of 28 characters in 156 by 225 mm. */
export const GB_PAGE = {
  left: 28 * MM,
  right: (210 - 26) * MM,
  top: 37 * MM,
  bottom: (297 - 35) * MM,
  lines: 22,
  characters: 28,
  pitch: 28.95,
  size: (156 * MM) / 28,
} as const;
const NOT_AT_START = /^(?:[。．，、；：！？!?%‰℃°′″）〕］｝〉》」』】〗”’·‧・–～\-/／‼⁇⁈⁉,.;)\]}]|—(?!—))/u;
const NOT_AT_END = /[（〔［｛〈《「『【〖“‘/／$￥¥£№#([{]$/u;
/** What stands behind a number and stays with it. */
const BEHIND_NUMBER =
  /^(?:[年月日号时点分秒期届次场人名位项家条件篇部台套份种类户岁天元吨米倍级页所座万亿余多]|个|平方|公里|公斤|千米|摄氏|km|mm|cm|m²|m\b|kg|kW|GB|MHz|min|%|‰|℃|°)/;

export interface Fixture {
  readonly issue: Issue;
  readonly pages: readonly SetPage[];
  readonly paragraphs: readonly ReadParagraph[];
  readonly lost: readonly string[];
}

const fixtures = new Map<string, Fixture>();

export async function readFixture(name: string): Promise<void> {
  await readBuilt(name, await buildFixture(name));
}

export async function readBuilt(name: string, { issue, artifacts }: BuildResult): Promise<void> {
  const pdf = artifacts.find(({ edition }) => edition === "pdf");
  if (issue === undefined || pdf === undefined) throw new Error(`${name} was not built`);
  const pages = await readPages(pdf.bytes);
  const sources = { texts: sourceParagraphs(issue), notes: sourceNotes(issue) };
  fixtures.set(name, { issue, pages, ...readParagraphs(pages, sources) });
}

export function fixtureOf(name: string): Fixture {
  const fixture = fixtures.get(name);
  if (fixture === undefined) throw new Error(`${name} was not read`);
  return fixture;
}

export const startsWrong = ({ next }: Turn): boolean => NOT_AT_START.test(next.text.trimStart());
export const endsWrong = ({ line }: Turn): boolean => NOT_AT_END.test(line.text.trimEnd());
export const partsPair = ({ line, next }: Turn): boolean => /([—…])\|\1/u.test(`${line.text}|${next.text}`);

export interface Turn {
  readonly paragraph: ReadParagraph;
  readonly line: ReadLine;
  readonly next: ReadLine;
}

/** Where a paragraph goes on in its next line. */
export function turns(name: string): readonly Turn[] {
  return fixtureOf(name)
    .paragraphs.filter(({ source }) => source.kind !== "code")
    .flatMap((paragraph) =>
      paragraph.lines.flatMap((line, index) => {
        const next = paragraph.lines[index + 1];
        return next === undefined || line.isFinal ? [] : [{ paragraph, line, next }];
      }),
    );
}

/** Addresses and code have break points of their own. */
export function isLaw({ paragraph, line }: Turn): boolean {
  return !paragraph.source.loose.some(([start, end]) => line.end > start && line.end < end);
}

export function partsNumber({ line, next }: Turn): boolean {
  const [before, behind] = [line.text.trimEnd(), next.text.trimStart()];
  if (/\d$/.test(before) && (/^\d/.test(behind) || BEHIND_NUMBER.test(behind))) {
    // Groups of a telephone number stand apart: 010-5555 0100.
    return !(/^\d{4}/.test(behind) && line.end + 1 === next.start);
  }
  if (/\d[余多几十百千万亿]+$/u.test(before) && BEHIND_NUMBER.test(behind)) return true;
  if (/(?:^|[^A-Za-z\d])[-−+±]$/u.test(before) && /^\d/.test(behind)) return true;
  return /[第￥№$]$/u.test(before) && /^\d/.test(behind);
}

/** A number may part from its classifier where its line would else have gaps of more than a tenth of an em. */
export function sparesHoles({ line, next }: Turn): boolean {
  const kept = line.text.trimEnd().replace(/[第￥]?[\d,.]+[余多几十百千万亿]*$/u, "");
  if (!/^(?:个(?!月)|[余人次场名位项家条件篇部台套份种类户元吨米倍页所座])/u.test(next.text.trimStart()))
    return false;
  // Widths of letters are guessed, so that some room is left.
  return gapIfFilled(line, kept) > 0.07;
}

/** A line may end before the edge where filling it would widen each of its gaps by more than a tenth of an em again. */
export const isLeftRagged = ({ right: end, size, text }: ReadLine, right: number): boolean =>
  end < right && (right - end) / size > 0.1 * gapsOf(text.trimEnd());

/** Places between two Han, or between Han and a word, where a line is filled. */
function gapsOf(words: string): number {
  const characters = [...words];
  return characters.filter((character, index) => {
    const behind = characters[index + 1];
    if (behind === undefined) return false;
    return GROWS.test(character) && (GROWS.test(behind) || /[\dA-Za-z]/.test(behind));
  }).length;
}

const GROWS = /[\p{Script=Han}，、。；：！？“”‘’（）〔〕《》〈〉【】]/u;

/** How much, in em, the gaps between Han would grow if a line of these words were filled. */
function gapIfFilled(line: ReadLine, words: string, right: number = GB_PAGE.right): number {
  const wide = /[^\u0020-\u024f]/u;
  const characters = [...words];
  let width = 0;
  let gaps = 0;
  characters.forEach((character, index) => {
    const behind = characters[index + 1];
    const isWide = wide.test(character);
    width += isWide ? 1 : 0.5;
    if (behind === undefined) return;
    if (GROWS.test(character) && GROWS.test(behind)) gaps += 1;
    if (/\p{Script=Han}[\dA-Za-z]|[\dA-Za-z%]\p{Script=Han}/u.test(character + behind)) width += 0.3;
  });
  const lacking = (right - line.left) / line.size - width;
  return gaps === 0 ? Number.POSITIVE_INFINITY : lacking / gaps;
}

/** Paragraphs of running text, which are set full. */
export const bodyOf = (name: string): readonly ReadParagraph[] =>
  fixtureOf(name).paragraphs.filter(
    ({ source, inside }) => (source.kind === "text" || source.kind === "note") && !inside.includes("TD"),
  );

/** Lines of body size outside tables and masthead: those that stand on the grid. */
export const gridLines = (name: string): readonly SetLine[] =>
  fixtureOf(name)
    .paragraphs.filter(
      ({ source, inside }) =>
        (source.kind === "text" || source.kind === "heading") &&
        !inside.some((role) => role === "TD" || role === "TH"),
    )
    .flatMap(({ lines }) => lines)
    .filter(({ size }) => Math.abs(size - GB_PAGE.size) < 0.01);

export const isNote = ({ role, inside }: SetBlock): boolean => role === "Note" || inside.includes("Note");
export const textOf = (block: SetBlock | undefined): string =>
  block?.lines.map((line) => line.text).join("") ?? "";
export const show = ({ line, next }: Turn): string => `page ${line.page}: ${line.text}|${next.text}`;

export function wordAround(text: string, at: number): string {
  const before = /[A-Za-z\p{L}'’-]*$/u.exec(text.slice(0, at))?.[0] ?? "";
  const behind = /^[A-Za-z\p{L}'’-]*/u.exec(text.slice(at))?.[0] ?? "";
  return before + behind;
}
