/** What is left after mending, told by the places of the texts before: through several rounds, and inside what was mended. */
import { describe, expect, it } from "vitest";
import { applyFixes } from "../../src/diagnostics/apply-edits.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { placesBefore } from "../../src/mend/places-before.js";

const PATH = "items/01.md";

const finding = (rule: string, start: number, end: number, words = "错。"): Diagnostic => ({
  rule,
  severity: "warning",
  message: { zh: words, en: "Wrong." },
  span: { path: PATH, start, end },
});

/** Replaces what stands between, once. */
const mending = (text: string, from: string, to: string): Diagnostic => {
  const start = text.indexOf(from);
  const span = { path: PATH, start, end: start + from.length };
  return { ...finding("made/mended", span.start, span.end), fix: [{ span, text: to }] };
};

const BEFORE = "一\n二\n甲乙丙\n末";
const first = mending(BEFORE, "一\n二\n", "一二");
const between = applyFixes([first], new Map([[PATH, BEFORE]])).changed.get(PATH) ?? "";
const second = mending(between, "乙", "乙乙乙");
const after = applyFixes([second], new Map([[PATH, between]])).changed.get(PATH) ?? "";
const rounds = [[first], [second]];

const stoodAt = (words: string, known: readonly Diagnostic[] = []) => {
  const start = after.indexOf(words);
  const { span } = placesBefore(rounds, known)(finding("made/left", start, start + words.length));
  return BEFORE.slice(span.start, span.end);
};

describe("places before mending", () => {
  it("goes back through every round", () => {
    expect(after).toBe("一二甲乙乙乙丙\n末");
    expect(stoodAt("末")).toBe("末");
    expect(stoodAt("丙\n末")).toBe("丙\n末");
    expect(stoodAt("甲")).toBe("甲");
  });

  it("takes what an edit replaced for what lies inside its words", () => {
    expect(stoodAt("二")).toBe("一\n二\n");
    expect(stoodAt("甲乙")).toBe("甲乙");
  });

  it("says what was said before, with what was offered then", () => {
    const at = BEFORE.indexOf("末");
    const known = { ...finding("made/left", at, at + 1, "原来的话。"), suggestions: [] };
    const now = { ...finding("made/left", after.length - 1, after.length, "现在的话。"), suggestions: [] };
    expect(placesBefore(rounds, [known])(now)).toEqual(known);
  });

  it("offers nothing for the text before that was made for the text after", () => {
    const now = finding("made/left", after.length - 1, after.length);
    const edits = [{ span: now.span, text: "尾" }];
    const told = placesBefore(
      rounds,
      [],
    )({ ...now, fix: edits, suggestions: [{ message: now.message, edits }] });
    expect(told).toEqual(finding("made/left", BEFORE.length - 1, BEFORE.length));
  });

  it("leaves alone what was not mended", () => {
    const one = finding("made/left", 1, 2);
    expect(placesBefore([], [])(one)).toEqual(one);
  });
});
