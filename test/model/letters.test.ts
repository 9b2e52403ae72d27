/** What is a letter: the same as the engine says, of every character and of texts of all kinds. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { hasLetter, joinedWords, onlyLetters } from "../../src/model/letters.js";

const asWritten = (text: string) => ({
  has: /[\p{L}\p{N}]/u.test(text),
  only: text.replaceAll(/[^\p{L}\p{N}]/gu, ""),
  joined: text.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, "-"),
});
const asKnown = (text: string) => ({
  has: hasLetter(text),
  only: onlyLetters(text),
  joined: joinedWords(text, "-"),
});

it("of each character", () => {
  const wrong: string[] = [];
  for (let codePoint = 0; codePoint < 0x110000; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    const [known, written] = [asKnown(character), asWritten(character)];
    if (known.has !== written.has || known.only !== written.only || known.joined !== written.joined)
      wrong.push(codePoint.toString(16));
  }
  expect(wrong).toEqual([]);
});

it("of texts", () => {
  const unit = fc.constantFrom(..."中々〇，。：（）“”—… \n\t·éａＡ①aB7-_\u0301𠮷👍㎡");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const text = units.join("");
      expect(asKnown(text)).toEqual(asWritten(text));
    }),
    { numRuns: 2000, seed: 20261127 },
  );
});
