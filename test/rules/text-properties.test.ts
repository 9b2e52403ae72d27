/**
 * Laws that hold for the text rules on any text: none throws, fixing comes to rest and stays at rest,
 * what is no part of an edit is kept, line ends are kept. Random texts are drawn from an alphabet of
 * what the rules look for; the seed is fixed, so that a failure can be run again.
 */
import "../with-parser.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, applyFixes } from "../../src/diagnostics/apply-edits.js";
import type { TextEdit } from "../../src/diagnostics/diagnostic.js";
import { fix } from "../../src/fix.js";
import { lint } from "../../src/lint.js";
import { readSubmission } from "../../src/read/read-submission.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const RUNS = { seed: 20261123, numRuns: 250 };
const PATH = "items/01.md";
const HEAD = "---\ntitle: 示例市科协举办学术交流会\n---\n\n";

const PARTS = [
  ..."示例市科协的了在和一二三四十年月日人，。、；：？！（）《》“”‘’—…·～",
  ..."0123456789abzAZ,.;:?!()\"'-~%&*_`[]<>#|\\/+= \t\n",
  ..."\u3000\u00a0\u200b\u00ad\ufeff\u2028２Ａ．⼀國•―∶〇○〜\ue000\ufffd\ud83d",
  "2026",
  "10月11日",
  " 日-",
  "2024-2026年",
  "……",
  "——",
  "...",
  "\n\n",
  "\r\n",
  "## ",
  "- ",
  "1. ",
  "> ",
  "| a | b |\n| - | - |\n",
  "**",
  "`x`",
  "[示例](https://example.org)",
  "https://example.org/a ",
  "a@example.org",
  "&nbsp;",
  "&amp;",
  "\\*",
  "<!-- x -->",
  "[^1]",
  "“示例”、“示例”",
  "的的",
  "GB/T 15834-2011",
  "👨‍👩‍👧",
  "😀",
];
const bodies = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.join(""));

const workspaceWith = (text: string) => memoryWorkspace({ [PATH]: text });
const target = { kind: "submission", path: PATH } as const;

async function textFindings(text: string) {
  const { diagnostics, sources } = await lint(target, workspaceWith(text));
  return { findings: diagnostics.filter(({ rule }) => rule.startsWith("text/")), sources };
}

async function mended(text: string): Promise<string> {
  return (await fix(target, workspaceWith(text))).changes.get(PATH)?.after ?? text;
}

describe("any text", () => {
  it("is judged without a throw, every place inside the file", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const text = HEAD + body;
        const { findings } = await textFindings(text);
        for (const { span, fix: edits = [] } of findings) {
          for (const place of [span, ...edits.map((edit: TextEdit) => edit.span)]) {
            expect(place.start).toBeGreaterThanOrEqual(0);
            expect(place.end).toBeGreaterThanOrEqual(place.start);
            expect(place.end).toBeLessThanOrEqual(text.length);
          }
          expect(span.end, "a finding shows something").toBeGreaterThan(span.start);
        }
      }),
      RUNS,
    );
  });

  it("comes to rest under --fix, and stays so", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const once = await mended(HEAD + body);
        expect(await mended(once)).toBe(once);
      }),
      RUNS,
    );
  });

  it("keeps its words: a fix leaves Han, plain letters and plain digits as they are", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { findings, sources } = await textFindings(HEAD + body);
        for (const finding of findings) {
          if (MAY_CHANGE_WORDS.has(finding.rule)) continue;
          const after = applyFixes([finding], sources).changed.get(PATH);
          if (after !== undefined) expect(wordsOf(after), finding.rule).toBe(wordsOf(HEAD + body));
        }
      }),
      RUNS,
    );
  });

  it("is read as the same blocks and marks after each fix", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { findings, sources } = await textFindings(HEAD + body);
        const before = shapeOf(HEAD + body);
        for (const finding of findings) {
          const after = applyFixes([finding], sources).changed.get(PATH);
          if (after === undefined) continue;
          const isParting = finding.rule === "text/hard-wrap";
          const kept = (shape: readonly string[]) =>
            isParting ? shape.filter((kind) => kind !== "paragraph") : shape;
          expect(kept(shapeOf(after)), finding.rule).toEqual(kept(before));
        }
      }),
      RUNS,
    );
  });

  it("keeps CRLF: fixing commutes with changing the line ends", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const text = (HEAD + body).replaceAll("\r", "");
        expect(await mended(text.replaceAll("\n", "\r\n"))).toBe(
          (await mended(text)).replaceAll("\n", "\r\n"),
        );
      }),
      RUNS,
    );
  });
});

describe("applying edits", () => {
  it("keeps every character outside them", () => {
    const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ minLength: 45, maxLength: 60 }), edits, (text, drafts) => {
        const kept = apart(drafts.map(([start, length, words]) => ({ start, end: start + length, words })));
        const after = applyEdits(
          text,
          kept.map(({ start, end, words }) => ({ span: { path: PATH, start, end }, text: words })),
        );
        let rest = after;
        let from = 0;
        for (const { start, end, words } of kept) {
          const head = text.slice(from, start) + words;
          expect(rest.startsWith(head)).toBe(true);
          rest = rest.slice(head.length);
          from = end;
        }
        expect(rest).toBe(text.slice(from));
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});

interface Draft {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** The drafts in order, without those that touch an earlier one. */
function apart(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of [...drafts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (draft.start > (kept.at(-1)?.end ?? -1)) kept.push(draft);
  }
  return kept;
}

/** Rules whose fix is about a word or character itself. */
const MAY_CHANGE_WORDS = new Set([
  "text/repeated-word",
  "text/full-width-alphanumeric",
  "text/compatibility-character",
  "text/lookalike",
  "text/invisible-character",
]);

const wordsOf = (text: string): string => text.replace(/[^\p{Script=Han}A-Za-z0-9]/gu, "");

const HAS_INK = /"value":"[^"]*[^\s"\u200b\u00ad\ufeff\u00a0\u3000]/;

/** Kinds of blocks and of inlines other than text, in order, with the destinations of links. */
function shapeOf(text: string): readonly string[] {
  const shape: string[] = [];
  const { item } = readSubmission(PATH, memoryWorkspace({ [PATH]: text }));
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      // What shows nothing may go.
      if (!HAS_INK.test(JSON.stringify(value, ["value", "children", "items", "header", "rows"]))) return;
      if ("kind" in value && typeof value.kind === "string" && value.kind !== "text") {
        shape.push(
          "url" in value
            ? `link ${JSON.stringify((value as { url: { value: string } }).url.value)}`
            : value.kind,
        );
      }
      if ("children" in value) visit(value.children);
      if ("items" in value) visit(value.items);
      if ("header" in value) visit(value.header);
      if ("rows" in value) visit(value.rows);
    }
  };
  visit(item?.blocks);
  visit(item?.notes);
  return shape;
}
