/**
 * Files made wrong in the ways in which files go wrong or are made wrong on purpose: bytes, texts and the
 * values of YAML and JSON. What the files are of is draws.ts's.
 */
import type { Dice } from "../../pages/dice.js";

/** Lengths, counts and offsets are 1, 2 or 4 bytes wide; these are the ends of what they hold. */
const EDGES = [0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

export const randomBytes = (dice: Dice, length: number): Uint8Array =>
  Uint8Array.from(dice.times(length, () => dice.roll(0, 255)));

type ByteChange = (dice: Dice, bytes: Uint8Array) => Uint8Array;

const BYTE_CHANGES: readonly ByteChange[] = [
  (dice, bytes) => withByte(bytes, at(dice, bytes), (byte) => byte ^ (1 << dice.roll(0, 7))),
  (dice, bytes) => withByte(bytes, at(dice, bytes), () => dice.roll(0, 255)),
  (dice, bytes) => withNumber(dice, bytes),
  (dice, bytes) => withNumber(dice, bytes),
  (dice, bytes) => bytes.slice(0, at(dice, bytes)),
  (dice, bytes) => spliced(dice, bytes, new Uint8Array()),
  (dice, bytes) => spliced(dice, bytes, randomBytes(dice, dice.roll(1, 16))),
  (dice, bytes) => spliced(dice, bytes, part(dice, bytes)),
  (dice, bytes) => joined(bytes, randomBytes(dice, dice.roll(1, 64))),
];

/** One to a handful of changes, one after the other. */
export function mutatedBytes(dice: Dice, bytes: Uint8Array, most = 4): Uint8Array {
  if (dice.chance(0.02)) return randomBytes(dice, dice.roll(0, 400));
  let changed = bytes;
  for (let left = dice.roll(1, most); left > 0 && changed.length > 0; left -= 1)
    changed = dice.pick(BYTE_CHANGES)(dice, changed);
  return changed;
}

const at = (dice: Dice, { length }: { readonly length: number }): number =>
  dice.roll(0, Math.max(0, length - 1));

function withByte(bytes: Uint8Array, place: number, change: (byte: number) => number): Uint8Array {
  const changed = bytes.slice();
  changed[place] = change(changed[place] ?? 0);
  return changed;
}

function withNumber(dice: Dice, bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const width = dice.pick([1, 2, 4]);
  if (changed.length < width) return changed;
  const place = dice.roll(0, changed.length - width);
  const value = dice.pick(EDGES);
  if (width === 1) view.setUint8(place, value & 0xff);
  else if (width === 2) view.setUint16(place, value & 0xffff);
  else view.setUint32(place, value);
  return changed;
}

/** A stretch from any place, of a few bytes mostly. */
function part(dice: Dice, bytes: Uint8Array): Uint8Array {
  const from = at(dice, bytes);
  return bytes.slice(from, from + dice.roll(1, dice.chance(0.9) ? 32 : 2000));
}

function spliced(dice: Dice, bytes: Uint8Array, between: Uint8Array): Uint8Array {
  const from = at(dice, bytes);
  const to = dice.chance(0.5) ? from : Math.min(bytes.length, from + dice.roll(1, 40));
  return joined(bytes.slice(0, from), between, bytes.slice(to));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** What hurts in any text: ends of lines, controls, what is not seen, halves of characters, very long words. */
const ANYWHERE: readonly string[] = [
  ..."\0\u0001\u0007\u001b\u007f\u0085\u00a0\u200b\u200d\u202e\u2028\ufeff\ufffd\ufffe\u{10ffff}\ue000",
  "\n",
  "\r",
  "\r\n",
  "\n\n",
  "\t",
  "   ",
  "。",
  "，，",
  "简报",
  "-rf",
  "::error::x",
  "##[error]x",
  "$(id)",
  "../..",
  "/etc/passwd",
  "file:///etc/passwd",
  "javascript:x",
  "__proto__",
  "constructor",
  "😀",
  "字".repeat(300),
  "a".repeat(3000),
  "1".repeat(400),
];

/**
 * @param words what means something in the language of the text
 * @returns bytes, for some changes leave no UTF-8 behind
 */
export function mutatedText(dice: Dice, text: string, words: readonly string[]): Uint8Array {
  if (dice.chance(0.1)) return mutatedBytes(dice, encode(text));
  let changed = text;
  for (let left = dice.roll(1, 6); left > 0; left -= 1) changed = changedText(dice, changed, words);
  const bytes = encode(changed);
  return dice.chance(0.05) ? mutatedBytes(dice, bytes, 2) : bytes;
}

function changedText(dice: Dice, text: string, words: readonly string[]): string {
  const from = dice.roll(0, text.length);
  const to = Math.min(text.length, from + dice.roll(0, dice.chance(0.8) ? 6 : 200));
  const insert = (between: string, end = from) => text.slice(0, from) + between + text.slice(end);
  switch (dice.roll(0, 7)) {
    case 0:
      return insert("", to);
    case 1:
      return insert(text.slice(from, to).repeat(dice.roll(2, 40)));
    case 2:
      return insert(dice.pick(ANYWHERE));
    case 3:
      return insert(dice.pick(words).repeat(dice.chance(0.05) ? dice.roll(10, 200) : 1));
    case 4:
      return swappedLines(dice, text);
    default:
      return insert(dice.pick(words), dice.chance(0.3) ? to : from);
  }
}

function swappedLines(dice: Dice, text: string): string {
  const lines = text.split("\n");
  const [first, second] = [at(dice, lines), at(dice, lines)];
  [lines[first], lines[second]] = [lines[second] ?? "", lines[first] ?? ""];
  return lines.join("\n");
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a key may be given that asks for something else. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  "",
  " ",
  "\0",
  "。",
  "../..",
  "./",
  "/dev/zero",
  "items/01.md",
  "2026-02-30",
  "99999-99-99",
  "字".repeat(600),
  [],
  {},
  [[[[]]]],
  [null],
  [""],
  { name: null },
  { __proto__: null },
];

type Branch = Record<string, unknown> | unknown[];

/** @returns the value with some of its parts replaced, taken away, doubled or put under another key */
export function mutatedValue(dice: Dice, value: unknown, keys: readonly string[]): unknown {
  const changed = structuredClone(value);
  for (let left = dice.roll(1, 4); left > 0; left -= 1) {
    const branches = branchesOf(changed);
    if (branches.length === 0) return structuredClone(dice.pick(VALUES));
    changeBranch(dice, dice.pick(branches), keys);
  }
  return changed;
}

function branchesOf(value: unknown): readonly Branch[] {
  if (typeof value !== "object" || value === null) return [];
  const own: Branch = Array.isArray(value) ? value : (value as Record<string, unknown>);
  return [own, ...Object.values(value).flatMap(branchesOf)];
}

function changeBranch(dice: Dice, branch: Branch, keys: readonly string[]): void {
  const names = Object.keys(branch);
  const name = names.length === 0 ? dice.pick(keys) : dice.pick(names);
  // Cloned: what is drawn twice would be one thing, and could come to lie in itself.
  const other = () =>
    structuredClone(
      dice.chance(0.5) || !Object.hasOwn(branch, name) ? dice.pick(VALUES) : Reflect.get(branch, name),
    );
  switch (dice.roll(0, 4)) {
    case 0:
      if (Array.isArray(branch)) branch.splice(Number(name) || 0, 1);
      else delete branch[name];
      return;
    case 1:
      if (Array.isArray(branch)) branch.push(...dice.times(dice.roll(1, 5), other));
      else branch[dice.pick(keys)] = other();
      return;
    default:
      Reflect.set(branch, name, other());
  }
}
