/**
 * The one form of a message (docs/CONTRIBUTING.md, «Messages»): a whole sentence in each language, with a capital and
 * a full stop. What `related` says of a place, and labels, are fragments without one.
 */
import type { Message } from "../src/diagnostics/diagnostic.js";

const ENDS: Readonly<Record<"zh" | "en", RegExp>> = { zh: /[。？！]$/, en: /[.?!]$/ };
/** A capital, or what is quoted: a value, a mark, code, a Chinese word. */
const BEGINS = /^[^a-z]/;

/** @returns what is wrong with a message; undefined where it is a sentence in both languages */
export function faultOfSentence({ zh, en }: Message): string | undefined {
  if (!ENDS.zh.test(zh)) return `no full stop: ${zh}`;
  if (!ENDS.en.test(en)) return `no full stop: ${en}`;
  if (/[。？！.]。$/.test(zh) || /[.?!]\.$/.test(en.replace(/\.\.\.$/, ""))) return `two stops: ${zh} ${en}`;
  return BEGINS.test(en) ? undefined : `no capital: ${en}`;
}

/** @returns what is wrong with a fragment */
export const faultOfFragment = ({ zh, en }: Message): string | undefined =>
  ENDS.zh.test(zh) || /[.!]$/.test(en) ? `a full stop: ${zh} ${en}` : undefined;
