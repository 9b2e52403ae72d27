/** Patterns about Han say of every text what they would say as they are written. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { hanPattern } from "../../src/han/han-pattern.js";

it("knows the ideographs that this engine knows", () => {
  const han = hanPattern(String.raw`^\p{Script=Han}$`);
  const other = hanPattern(String.raw`^[^\p{Script=Han}]$`);
  const wrong: string[] = [];
  for (let codePoint = 0; codePoint < 0x110000; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    const isHan = /^\p{Script=Han}$/u.test(character);
    if (han.test(character) !== isHan || other.test(character) === isHan) wrong.push(codePoint.toString(16));
  }
  expect(wrong).toEqual([]);
});

it.each([
  [String.raw`\p{P}[\p{Script=Han}]`, "", "a，中"],
  [String.raw`^.{2}\p{Script=Han}`, "", "𠮷a中"],
  [String.raw`[[\]\p{Script=Han}]\p{Script=Han}`, "", "[中"],
  [String.raw`\\p\[\p{Script=Han}`, "", "\\p[中"],
  [String.raw`ſ\p{Script=Han}`, "i", "S中"],
  [String.raw`\P{Script=Han}\p{Script=Han}`, "", "a中"],
])("%s %s", (source, flags, text) => {
  expect(hanPattern(source, flags).exec(text)).toEqual(new RegExp(source, `${flags}u`).exec(text));
  expect(hanPattern(source, flags).test(text)).toBe(true);
});

/** Those of the sources that are written without parts. */
const CALL = /hanPattern\(\s*String\.raw`([^`$]*(?:\$(?!\{)[^`$]*)*)`,?\s*(?:"([a-z]*)",?\s*)?\)/g;
const patterns = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) => [...readFileSync(join("src", path), "utf8").matchAll(CALL)])
  .map(([, source = "", flags = ""]) => ({ source, flags }));

it("there are some", () => expect(patterns.length).toBeGreaterThan(20));

it.each(patterns)("$source says the same with the flag u and without", ({ source, flags }) => {
  const pattern = hanPattern(source, flags);
  const asWritten = new RegExp(source, `${flags}u`);
  const units = [..."中々〇⺠，。：（）“”、 \n\t·éａＡ①", ...Array.from(source)];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...units), fc.constantFrom("示例", "市科协", "张三", "12")), {
      maxLength: 24,
    })
    .map((some) => some.join(""));
  const found = (regExp: RegExp, typed: string) => [
    ...typed.matchAll(new RegExp(regExp, `${regExp.flags.replace("g", "")}g`)),
  ];
  fc.assert(
    fc.property(text, (typed) => {
      expect(found(pattern.for(typed), typed)).toEqual(found(asWritten, typed));
    }),
    { numRuns: 300, seed: 20261127 },
  );
});
