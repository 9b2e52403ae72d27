/** Where a code or a telephone number may part as a last resort. */
import { expect, it } from "vitest";
import { findCodeBreak } from "../../src/han/code-breaks.js";

/** The text with a bar at each place that may part, and what parts there. */
const CASES: readonly (readonly [string, string, "code" | "phone" | undefined])[] = [
  ["KJ-2026-0118", "KJ-|2026-|0118", "code"],
  ["No.2023-045", "No.2023-|045", "code"],
  ["A1B2-C3D4-E5F6", "A1B2-|C3D4-|E5F6", "code"],
  ["bulletin-2.4.1-x", "bulletin-|2.4.1-x", "code"],
  ["010-8461 2345", "010-|8461 2345", "phone"],
  ["+86 010-8461 2345", "+86 010-|8461 2345", "phone"],
  ["0571-82037716", "0571-|82037716", "phone"],
  ["400-810-0000", "400-|810-0000", "phone"],
  ["138 1234 5678", "138 1234 5678", undefined],
  ["2026-03-31", "2026-03-31", undefined],
  ["GB/T 15834-2011", "GB/T 15834-2011", undefined],
  ["Wi-Fi", "Wi-Fi", undefined],
  ["YF-300", "YF-300", undefined],
  ["12345678", "12345678", undefined],
];

it.each(CASES)("%s: %s", (code, parted, kind) => {
  const places = [...code].map((_, at) => at).filter((at) => findCodeBreak(code, at) !== undefined);
  const shown = [...code]
    .map((character, at) => (places.includes(at) ? `|${character}` : character))
    .join("");
  expect(shown).toBe(parted);
  expect(new Set(places.map((at) => findCodeBreak(code, at)))).toEqual(
    new Set(kind === undefined ? [] : [kind]),
  );
});
