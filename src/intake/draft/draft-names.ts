/**
 * Names of the files that a draft becomes: 01-云岭区科协举办科普展.md and 01-云岭区科协举办科普展-1.jpg. Readable, the
 * same on Windows, macOS and Linux, and no two the same where capital and small letters are.
 */
import { sameNameKey, whyNoName } from "../../read/file-names.js";

/** UTF-8 bytes of a name, `-99` and an ending of five included */
const MOST_BYTES = 80;
const RESERVED_BYTES = 9;
/** Characters of the title in a name: a glance */
const MOST_CHARACTERS = 18;
const UNTITLED = "来稿";

/**
 * @param number of the item in its issue, from 1
 * @param isTaken whether a name is there already
 * @returns the stem, to which `.md` and the numbers of pictures are added
 */
export function draftStem(
  title: string,
  { number, isTaken }: { readonly number: number; readonly isTaken: (name: string) => boolean },
): string {
  const words = shortTitle(title);
  const stem = `${String(number).padStart(2, "0")}-${words === "" ? UNTITLED : words}`;
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? stem : `${stem}-${copy}`;
    if (!isTaken(`${name}.md`)) return name;
  }
}

/** @returns a test for names already given, whatever their capitals */
export function nameTest(names: Iterable<string>): (name: string) => boolean {
  const taken = new Set([...names].map(sameNameKey));
  return (name) => taken.has(sameNameKey(name));
}

function shortTitle(title: string): string {
  const parts = title
    .normalize("NFC")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
  let words = "";
  for (const part of parts) {
    const gap = /[A-Za-z0-9]$/.test(words) && /^[A-Za-z0-9]/.test(part) ? "-" : "";
    for (const unit of `${gap}${part}`) {
      const longer = words + unit;
      const bytes = new TextEncoder().encode(`00-${longer}`).length;
      if ([...longer].length > MOST_CHARACTERS || bytes > MOST_BYTES - RESERVED_BYTES) return ended(words);
      words = longer;
    }
  }
  return ended(words);
}

const ended = (words: string): string => {
  const name = words.replace(/-+$/u, "");
  return whyNoName(`00-${name}`, MOST_BYTES) === undefined ? name : "";
};
