/**
 * Where pages stand: names of files made of titles and units, which Windows, macOS and Linux all take, and links from one
 * page to another. A name stays what it is when others are added.
 */
import { createHash } from "node:crypto";
import { safeName } from "../read/safe-name.js";

/** With `.html`, and what tells two of one name apart, at most 120 bytes. */
const MOST_BYTES = 90;

/**
 * @returns a name without an ending; where not all of it could stay, a few digits tell it from others that begin as it does
 */
export function fileStem(words: string, otherwise: string): string {
  // What looks like an ending is none here.
  const plain = words.normalize("NFC").replaceAll(".", "_").replace(/\s+/g, " ");
  const safe = safeName(plain, { mostBytes: MOST_BYTES, otherwise, hasEnding: false });
  return safe === words ? safe : `${safe}-${digitsOf(words)}`;
}

/** Of names that file systems take for one, the later gets a number. */
export function uniqueStems(): (stem: string) => string {
  const taken = new Set<string>();
  return (stem) => {
    let name = stem;
    for (let count = 2; taken.has(keyOf(name)); count += 1) name = `${stem}-${count}`;
    taken.add(keyOf(name));
    return name;
  };
}

/** macOS and Windows know neither upper case from lower nor one way of writing a letter from another. */
const keyOf = (name: string): string => name.normalize("NFC").toLowerCase();

const digitsOf = (words: string): string => createHash("sha256").update(words).digest("hex").slice(0, 6);

/**
 * @param paths of an issue's items, from its folder
 * @returns stems of their pages; of files that systems take for one, in whatever order they are printed, those bear digits
 * of their own that are not called in small letters and do not lie in `items`
 */
export function itemStemsOf(paths: readonly string[]): readonly string[] {
  const stems = paths.map((path) =>
    fileStem((path.split("/").at(-1) ?? "").replace(/\.(?:md|markdown)$/i, ""), "item"),
  );
  const counts = new Map([["index", 1]]);
  for (const key of stems.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const unique = uniqueStems();
  return stems.map((stem, index) => {
    const path = paths[index] ?? "";
    const isPlain = counts.get(keyOf(stem)) === 1 || path === `items/${keyOf(stem)}.md`;
    return unique(isPlain && keyOf(stem) !== "index" ? stem : `${stem}-${digitsOf(path)}`);
  });
}

/** @returns stems of a file each, by the names that they were made of */
export function stemsOf(names: readonly string[], otherwise: string): ReadonlyMap<string, string> {
  const unique = uniqueStems();
  return new Map(names.map((name) => [name, unique(fileStem(name, otherwise))]));
}

/** @returns the address of one page as another writes it: `../2026/index.html`, each part escaped */
export function linkTo(path: string, from: string): string {
  const target = path.split("/");
  const start = from.split("/");
  let same = 0;
  while (same < start.length - 1 && same < target.length - 1 && start[same] === target[same]) same += 1;
  const up = start.slice(same, -1).map(() => "..");
  return [...up, ...target.slice(same).map(encodeURIComponent)].join("/");
}

/** @returns the page's place on the web, where the house says where its pages stand */
export const absoluteUrl = (base: string | undefined, path: string): string | undefined =>
  base === undefined
    ? undefined
    : base +
      path
        .split("/")
        .map(encodeURIComponent)
        .join("/")
        .replace(/(?:^|(?<=\/))index\.html$/, "");
