/** Numbers that are told possible at sight are those that the library of numbering plans would pass. */
import "../with-parser.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { phoneNumbersFor } from "../../src/check/phone-numbers.js";
import { readSubmission } from "../../src/read/read-submission.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const { house } = readSubmission("a.md", memoryWorkspace({ "a.md": "" }));
const span = { path: "bulletin.yaml", start: 0, end: 0 };
const judgeOf = (phone: string) =>
  phoneNumbersFor({
    house: { ...house, contact: { ...house.contact, phone: { value: phone, span } } },
    items: [],
    withHouse: true,
  });

it("agrees with the library about the usual ways to write a number", async () => {
  const byLibrary = await judgeOf("+86 10 5555 0100");
  const shapes = [
    /^1(?:[3-689]\d|7[0-8])[ -]?\d{4}[ -]?\d{4}$/,
    /^0(?:10|2\d)[ -]?\d{4}[ -]?\d{4}$/,
    /^0[3-9]\d{2}[ -]?\d{3,4}[ -]?\d{4}$/,
  ];
  const number = fc.oneof(...shapes.map((shape) => fc.stringMatching(shape)));
  await fc.assert(
    fc.asyncProperty(number, async (text) => {
      expect({ text, said: byLibrary(text) }).toEqual({ text, said: (await judgeOf(text))(text) });
    }),
    { numRuns: 3000, seed: 20261127 },
  );
});

it("leaves all others to the library", async () => {
  for (const wrong of ["010-555", "电话", "0105555010012345"])
    expect((await judgeOf(wrong))(wrong)).toBe(false);
  for (const right of ["12345", "400-555-0100", "+86 10 5555 0100", "010-5555 0100 转801"])
    expect((await judgeOf(right))(right)).toBe(true);
});
