/** Each character of a YAML text at its place in the file, whatever the style. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { isMap, isScalar, parseDocument } from "yaml";
import { charactersOfScalar } from "../../src/read/yaml-characters.js";

function charactersIn(text: string) {
  const document = parseDocument(text, { version: "1.2", schema: "core" });
  const map = document.contents;
  const scalar = isMap(map) ? map.items[0]?.value : undefined;
  if (!isScalar(scalar) || document.errors.length > 0) return undefined;
  const [start, end] = scalar.range ?? [0, 0];
  return { value: String(scalar.value), found: charactersOfScalar(scalar, text, { start, end }) };
}

/** a document of one key; the value; for each unit what stands for it in the file */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["a: 科学之夜\n", "科学之夜", ["科", "学", "之", "夜"]],
  ["a: 科学\n  之夜\n", "科学 之夜", ["科", "学", "\n  ", "之", "夜"]],
  ['a: "科\\"学\\u4e4b夜"\n', '科"学之夜', ["科", '\\"', "学", "\\u4e4b", "夜"]],
  ['a: "科学\\n之夜"\n', "科学\n之夜", ["科", "学", "\\n", "之", "夜"]],
  ['a: "科学\n  之夜"\n', "科学 之夜", ["科", "学", "\n  ", "之", "夜"]],
  ['a: "科学\\\n  之夜"\n', "科学之夜", ["科", "学", "之", "夜"]],
  ["a: '科''学'\n", "科'学", ["科", "''", "学"]],
  ["a: |\n  科学\n  之夜\n", "科学\n之夜\n", ["科", "学", "\n  ", "之", "夜", "\n"]],
  ["a: >-\n  科学\n  之夜\n", "科学 之夜", ["科", "学", "\n  ", "之", "夜"]],
  ["a: >-\n  科学\n\n  之夜\n", "科学\n之夜", ["科", "学", "\n", "之", "夜"]],
  ["a: |-\r\n  科学\r\n  之夜\r\n", "科学\n之夜", ["科", "学", "\r\n  ", "之", "夜"]],
];

it.each(CASES)("%j", (text, value, written) => {
  const read = charactersIn(text);
  expect(read?.value).toBe(value);
  expect(read?.found?.starts.map((start, index) => text.slice(start, read.found?.ends[index]))).toEqual(
    written,
  );
});

it("any value in any style: its own characters in order, or none", () => {
  const words = fc.string({
    unit: fc.constantFrom(..."科学'\"\\ab ，:#\n".split("")),
    minLength: 1,
    maxLength: 12,
  });
  const style = fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL", "BLOCK_FOLDED");
  let places = 0;
  fc.assert(
    fc.property(words, style, (value, type) => {
      const document = parseDocument("a: x\n");
      const map = document.contents;
      const scalar = isMap(map) ? map.items[0]?.value : undefined;
      if (!isScalar(scalar)) throw new Error("no scalar");
      scalar.value = value;
      scalar.type = type;
      const read = charactersIn(document.toString({ lineWidth: 20 }));
      if (read?.found === undefined) return;
      places += 1;
      expect(read.found.units).toBe(read.value);
      for (const [index, start] of read.found.starts.entries()) {
        expect(start).toBeGreaterThanOrEqual(read.found.starts[index - 1] ?? 0);
        expect(read.found.ends[index]).toBeGreaterThanOrEqual(start);
      }
    }),
    { seed: 20261130, numRuns: 1000 },
  );
  expect(places).toBeGreaterThan(900);
});
