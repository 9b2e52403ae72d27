/** Values that `bulletin new` writes: read back as they were given, and readable where YAML allows it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { quoted } from "../src/read/quoted-yaml.js";

it.each([
  ["市科技馆“科学之夜”人气旺，参观3600人", "市科技馆“科学之夜”人气旺，参观3600人"],
  ['市科技馆"科学之夜"人气旺,参观 3600 人', '市科技馆"科学之夜"人气旺,参观 3600 人'],
  ['"科学之夜"人气旺', "'\"科学之夜\"人气旺'"],
  ["主题: 科学之夜", "'主题: 科学之夜'"],
  ["2026", "'2026'"],
  ["科普's", "科普's"],
  ["'科普'", "\"'科普'\""],
])("%s is written %s", (text, written) => {
  expect(quoted(text)).toBe(written);
});

it("any text is read back as it was given", () => {
  const units = fc.constantFrom(..."科学“”\"'\\:#,-[]{}!&*>|%@`?. 12eE+~\n\tabtruenull".split(""));
  fc.assert(
    fc.property(fc.string({ unit: units, minLength: 1, maxLength: 10 }), (text) => {
      expect(parse(`title: ${quoted(text)}\n`).title).toBe(text);
      expect(parse(`sections:\n  - name: ${quoted(text)}\n`).sections[0].name).toBe(text);
    }),
    { seed: 20261201, numRuns: 3000 },
  );
});
