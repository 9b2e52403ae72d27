/** Where pieces of source files stand on the pages, both ways, in all fixtures that build. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { build } from "../../src/build.js";
import { diskEnvironment } from "../../src/disk/disk-environment.js";
import { printLayout } from "../../src/layout/print-layout.js";
import { findOnPages, type IssueSources, sourcePlaces } from "../../src/layout/source-places.js";
import type { Item } from "../../src/model/issue.js";
import type { Span } from "../../src/model/located.js";
import type { Block, CodeBlock, Inline } from "../../src/model/text.js";
import { FIXTURES, soundFixtures } from "../built-fixtures.js";
import { glyphsOf, isIn } from "./glyphs-of-page.js";
import { placedFixture } from "./placed-fixture.js";

/** Each character of the texts with its place. */
function* charactersOf(inlines: readonly Inline[]): Generator<{ text: string; span: Span }> {
  for (const inline of inlines) {
    if ("children" in inline) yield* charactersOf(inline.children);
    else if (inline.kind === "text" || inline.kind === "inline-code") {
      let unit = 0;
      for (const text of inline.value) {
        const start = inline.offsets?.[unit] ?? inline.span.start + unit;
        yield { text, span: { path: inline.span.path, start, end: start + 1 } };
        unit += text.length;
      }
    }
  }
}

function* inlinesOf(blocks: readonly Block[]): Generator<readonly Inline[]> {
  for (const block of blocks) {
    if (block.kind === "paragraph" || block.kind === "heading") yield block.children;
    else if (block.kind === "quote") yield* inlinesOf(block.children);
    else if (block.kind === "list") for (const item of block.items) yield* inlinesOf(item.children);
    else if (block.kind === "table")
      for (const row of [block.header, ...block.rows]) for (const cell of row) yield cell.children;
    else if (block.kind === "code-block") yield linesOf(block);
    else if (block.kind === "figure-row" && block.caption !== undefined) yield block.caption.children;
  }
}

/** Its lines as texts with their places. */
const linesOf = ({ value, lineStarts, span }: CodeBlock): readonly Inline[] =>
  value.split("\n").map((line, index): Inline => {
    const start = lineStarts?.[index] ?? -1;
    return { kind: "text", value: line, span: { path: span.path, start, end: start + line.length } };
  });

const textsOf = ({ blocks, notes, editorsNote }: Item): readonly (readonly Inline[])[] => [
  ...(editorsNote?.paragraphs ?? []).map(({ children }) => children),
  ...inlinesOf([...blocks, ...notes.flatMap(({ children }) => children)]),
];

const isSeen = (text: string): boolean => /[^\s\p{Cf}\p{M}]/u.test(text);

it.each(soundFixtures)(
  "each character of %s is found where its glyph stands",
  async (name) => {
    const { issue, layout, places } = await placedFixture(name);
    const glyphs = layout.pages.map(glyphsOf);
    const lost: string[] = [];
    let found = 0;
    for (const item of issue.sections.flatMap(({ items }) => items))
      for (const { text, span } of textsOf(item).flatMap((inlines) => [...charactersOf(inlines)])) {
        if (!isSeen(text)) continue;
        const [box] = findOnPages(places, span);
        const shown =
          box && glyphs[box.page - 1]?.find((glyph) => isIn(box, glyph) && glyph.text.includes(text));
        if (shown === undefined) lost.push(`${text} ${span.path}:${span.start}`);
        else found += 1;
      }
    expect(lost).toEqual([]);
    expect(found).toBeGreaterThan(0);
  },
  60_000,
);

it.each(soundFixtures)(
  "a click on a glyph of %s leads to its character",
  async (name) => {
    const { layout, places, sources } = await placedFixture(name);
    const lost: string[] = [];
    const own: string[] = [];
    for (const { page, x, y, text, artifact } of layout.pages.flatMap(glyphsOf)) {
      if (artifact || !isSeen(text)) continue;
      const span = characterAt(places, page, x, y);
      const source = (span && sources.get(span.path)) ?? "";
      // A mark that is written with a backslash in front stands where the backslash does.
      const written = source.slice(span?.start, span?.end).replace("\\", source.charAt(span?.end ?? 0));
      if (span === undefined || span.end === span.start) own.push(text);
      else if (!isWritten(text, written)) lost.push(`${text} on page ${page} leads to ${written}`);
    }
    expect(lost).toEqual([]);
    expect(own.filter((text) => !OWN_WORDS.includes(text))).toEqual([]);
  },
  60_000,
);

/** What stands at a point of a page; of lines that touch, in the one in whose middle it is more. */
function characterAt({ pages }: IssueSources, page: number, x: number, y: number): Span | undefined {
  const offCentre = (piece: { readonly y: number; readonly height: number }) =>
    Math.abs(y - piece.y - piece.height / 2);
  const found = (pages[page - 1] ?? []).flatMap((piece): { readonly off: number; readonly span: Span }[] => {
    if (y < piece.y || y >= piece.y + piece.height) return [];
    const off = offCentre(piece);
    if (piece.kind === "picture")
      return x >= piece.x && x < piece.x + piece.width ? [{ off, span: piece.span }] : [];
    const { path, lefts, rights, starts, ends } = piece;
    if (x < (lefts[0] ?? 0) || x > (rights.at(-1) ?? 0)) return [];
    const cell = Math.max(
      0,
      lefts.findLastIndex((left) => left <= x),
    );
    return [{ off, span: { path, start: starts[cell] ?? 0, end: ends[cell] ?? 0 } }];
  });
  return found.sort((one, other) => one.off - other.off)[0]?.span;
}

/** Furniture, labels, numbers of pages and notes. */
const OWN_WORDS =
  "目录【】（），。：报送发责任编辑审核签总第年期月日印共份电话附件编者按续表★0123456789.．●○■□☑";

/** 2026年5月18日 is written 2026-05-18. */
const isWritten = (text: string, written: string): boolean =>
  // A character reference stands where its & does, the number of a note where its mark is.
  written === "&" ||
  (/\d/.test(text) && /^\[\^[^\]]+\]$/.test(written)) ||
  written.normalize("NFKC").includes(text.normalize("NFKC")) ||
  ("年月日".includes(text) && /^\d{4}-\d\d-\d\d$/.test(written));

it.each(soundFixtures)(
  "the pieces of a page of %s cover its places in order",
  async (name) => {
    const { layout, places, sources } = await placedFixture(name);
    for (const { number } of layout.pages)
      for (const { span } of sourcePlaces(places, number, sources))
        expect(sources.get(span.path)?.slice(span.start, span.end).trimEnd()).not.toMatch(/\n/);
  },
  60_000,
);

it("remembering places changes nothing on the pages, and is not done unasked", async () => {
  const options = { editions: [], layOut: true } as const;
  const path = join(FIXTURES, "every-markup", "issue.yaml");
  const { layout, places } = await build(path, diskEnvironment(), options);
  const placed = await placedFixture("every-markup");
  expect(places).toBeUndefined();
  expect(printLayout(placed.layout)).toBe(layout && printLayout(layout));
}, 60_000);
