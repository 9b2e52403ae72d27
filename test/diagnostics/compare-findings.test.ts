/** What a watch calls new, altered and mended: findings known again though lines, words and messages moved. */
import { expect, it } from "vitest";
import { compareFindings, type Findings } from "../../src/diagnostics/compare-findings.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";

/** Findings in a text: a rule and a message for each place marked `[rule:message]`, which is no part of the text. */
function findingsIn(marked: string, path = "a.md"): Findings {
  const diagnostics: Diagnostic[] = [];
  let text = "";
  let from = 0;
  for (const mark of marked.matchAll(/\[([\w/-]+)(?::([^\]]*))?\]/g)) {
    text += marked.slice(from, mark.index);
    from = mark.index + mark[0].length;
    const message = mark[2] ?? "不对。";
    diagnostics.push({
      rule: mark[1] ?? "",
      severity: "warning",
      message: { zh: message, en: message },
      span: { path, start: text.length, end: text.length + 1 },
    });
  }
  return { diagnostics, sources: new Map([[path, text + marked.slice(from)]]) };
}

function compare(before: string, now: string) {
  const { appeared, altered, mended } = compareFindings(findingsIn(before), findingsIn(now));
  const told = (found: readonly Diagnostic[]) => found.map(({ rule, message }) => `${rule} ${message.zh}`);
  return { appeared: told(appeared), altered: told(altered), mended };
}

const NOTHING = { appeared: [], altered: [], mended: 0 };

it.each([
  ["nothing changed", "一[x/a]二\n三[x/b]四", "一[x/a]二\n三[x/b]四", NOTHING],
  ["lines moved", "一[x/a]二", "新的一段\n\n一[x/a]二", NOTHING],
  ["another word of the line changed", "一[x/a]二三", "一[x/a]二四", NOTHING],
  [
    "one of three alike in a paragraph is mended",
    "一[x/a],二[x/a],三[x/a],",
    "一，二[x/a],三[x/a],",
    { ...NOTHING, mended: 1 },
  ],
  [
    "two are mended and one is made",
    "[x/a],[x/a],[x/b]。",
    "[x/c]；",
    { appeared: ["x/c 不对。"], altered: [], mended: 3 },
  ],
  [
    "the same fault again, in another line",
    "一[x/a]二",
    "一[x/a]二\n三[x/a]四",
    { ...NOTHING, appeared: ["x/a 不对。"] },
  ],
  [
    "a title that is still too long",
    "[x/title:41 字。]标题很长",
    "[x/title:40 字。]标题长",
    { ...NOTHING, altered: ["x/title 40 字。"] },
  ],
  [
    "another number in another line",
    "[x/phone:139。]\n二",
    "一\n[x/phone:137。]",
    { appeared: ["x/phone 137。"], altered: [], mended: 1 },
  ],
  ["all is mended", "一[x/a]二[x/b]", "一二", { ...NOTHING, mended: 2 }],
])("%s", (_, before, now, expected) => expect(compare(before, now)).toEqual(expected));

it("of two alike, calls that one new whose line was not there", () => {
  const { appeared } = compareFindings(findingsIn("一[x/a]二"), findingsIn("新[x/a]行\n一[x/a]二"));
  expect(appeared.map(({ span }) => span.start)).toEqual([1]);
});

it("keeps files apart", () => {
  const before = findingsIn("一[x/a]二", "a.md");
  const now = findingsIn("一[x/a]二", "b.md");
  const { appeared, mended } = compareFindings(before, now);
  expect([appeared.length, mended]).toEqual([1, 1]);
});
