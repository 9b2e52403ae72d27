/**
 * A text rule that names the classes of characters or the signs it looks for, or what it mentions, is asked only about
 * lines that hold it (check/lines-asked.ts). So a rule must have nothing to say about any other line: held to
 * every example of every rule, to the corpora, and to texts drawn from the signs that rules know.
 */
import "../with-parser.js";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allRules } from "../../src/check/all-rules.js";
import { houseChecks } from "../../src/check/house-checks.js";
import { itemFactsFor } from "../../src/check/item-facts.js";
import { linesAsked } from "../../src/check/lines-asked.js";
import { readSubmission } from "../../src/read/read-submission.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import type { TextRule } from "../../src/rules/rule.js";

const choosy = allRules.filter(
  (rule): rule is TextRule =>
    rule.scope === "text" && (rule.looksFor ?? rule.signs ?? rule.mentions) !== undefined,
);
const asked = linesAsked(choosy);

/** @returns what rules say about lines that they would not be asked about */
function unasked(markdown: string): readonly string[] {
  const read = readSubmission("a.md", memoryWorkspace({ "a.md": markdown }));
  const { item, house, sources } = read;
  if (item === undefined) return [];
  const law = houseChecks(house, {});
  const factsOf = itemFactsFor(law.isAllowed, sources);
  const lines = factsOf(item).copyLines;
  const linesFor = asked(lines);
  const shared = {
    house,
    sources,
    web: "default" as const,
    webForm: undefined,
    issue: undefined,
    factsOf,
    item,
    lines,
    dictionary: law.dictionary,
  };
  return choosy.flatMap((rule) =>
    lines
      .filter((line) => !linesFor(rule).includes(line))
      .flatMap((line) => [
        ...rule.check(line, { ...shared, options: rule.options ?? {}, isPossiblePhone: () => true }),
      ])
      .map(({ message }) => `${rule.id}: ${message.en}`),
  );
}

/** Every sign that a rule's file or example holds, and some that none does. */
const signs = new Set(
  "\u2028\u2029\u00a0\u200b\u3000\t 0９Ａ％%‰—–-－―─━…⋯·•～~〜−:：'\"“”‘’《》（）()【】「」!！?？,，.。．;；、",
);
const folders = [
  "src/rules/text",
  "src/rules/number",
  "src/rules/word",
  "src/rules/name",
  "src/rules/item",
  "src/rules/privacy",
  "src/han",
];
for (const folder of folders) {
  for (const name of readdirSync(folder)) {
    for (const sign of readFileSync(join(folder, name), "utf8")) signs.add(sign);
  }
}

const texts = allRules.flatMap(({ examples }) => examples.flatMap(({ files }) => Object.values(files)));

/** Pieces of what choosy rules are about, each of a few characters, so that faults are made and unmade. */
const pieces = choosy
  .flatMap(({ examples }) => examples.flatMap(({ files, show }) => files[show]?.split("\n").slice(4) ?? []))
  .flatMap((line) => line.match(/\d+|[^\d]{1,3}/gu) ?? []);

describe("a rule has nothing to say about lines without what it looks for", () => {
  it("some rules are choosy", () => expect(choosy.length).toBeGreaterThan(10));

  it("about each sign alone and among Han and figures", () => {
    for (const sign of signs) {
      const lines = [
        sign,
        `${sign}${sign}`,
        `字${sign}字。`,
        `12${sign}13日${sign}字`,
        `“字${sign}${sign}字`,
      ];
      const said = unasked(`---\ntitle: 题\n---\n\n${lines.join("\n\n")}\n`);
      expect({ sign, said }).toEqual({ sign, said: [] });
    }
  });

  it("about each unit of the BMP that is no ideograph and no syllable, alone and among Han and figures", () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
      (unit) => unit > 0x20 && (unit < 0x3400 || unit > 0xd7ff) && (unit < 0xdc00 || unit > 0xdfff),
    );
    for (let from = 0; from < units.length; from += 200) {
      const lines = units.slice(from, from + 200).map((unit) => {
        const sign = String.fromCharCode(unit);
        return `${sign}字${sign}字${sign}${sign}2${sign}3${unit >= 0xd800 && unit <= 0xdbff ? "\udc00" : ""}字`;
      });
      expect(unasked(`---\ntitle: 题\n---\n\n${lines.join("\n\n")}\n`)).toEqual([]);
    }
  });

  it("in the examples of all rules", () => {
    for (const text of texts) expect(unasked(text)).toEqual([]);
  });

  it("in random texts of such signs", () => {
    const text = fc.array(fc.constantFrom(...signs), { maxLength: 30 }).map((units) => units.join(""));
    fc.assert(
      fc.property(text, (body) => {
        expect(unasked(`---\ntitle: 题\n---\n\n${body}\n`)).toEqual([]);
      }),
      { numRuns: 2000, seed: 20261127 },
    );
  });

  it("in their examples, shuffled", () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((some) => some.join(""));
    fc.assert(
      fc.property(fc.array(text, { minLength: 5, maxLength: 10 }), (lines) => {
        expect(unasked(`---\ntitle: 题\n---\n\n${lines.join("\n\n")}\n`)).toEqual([]);
      }),
      { numRuns: 1000, seed: 20261127 },
    );
  });
});
