/**
 * Words with their marks and their places: the characters of a paragraph in one string and, in step with them,
 * how each is set and where it stands in the manuscript's text (manuscript-text.ts). Cutting and joining keep
 * both, so that whatever is said of a draft can be told at the paragraph it came from.
 */

export interface Marks {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  readonly link: string | undefined;
  /** what U+FFFC stands for */
  readonly object:
    | { readonly kind: "picture"; readonly key: string }
    | { readonly kind: "note"; readonly key: string }
    | undefined;
}

export interface MarkedText {
  /** one U+FFFC a picture or call of a note; a new line that stays is LINE_BREAK, a tab a tab */
  readonly text: string;
  /** one for each UTF-16 unit */
  readonly marks: readonly Marks[];
  /** offset in the manuscript's text, for each UTF-16 unit */
  readonly places: readonly number[];
}

export const OBJECT = "\uFFFC";
export const UNMARKED: Marks = {
  isBold: false,
  isItalic: false,
  isStruck: false,
  link: undefined,
  object: undefined,
};
export const NO_WORDS: MarkedText = { text: "", marks: [], places: [] };

export function sliceWords(
  { text, marks, places }: MarkedText,
  start: number,
  end = text.length,
): MarkedText {
  return { text: text.slice(start, end), marks: marks.slice(start, end), places: places.slice(start, end) };
}

/** @param between put between each two of them, as if it stood where the second begins */
export function joinWords(parts: readonly MarkedText[], between = ""): MarkedText {
  const text: string[] = [];
  const marks: Marks[] = [];
  const places: number[] = [];
  for (const [index, part] of parts.entries()) {
    const gap = index === 0 ? "" : between;
    text.push(gap, part.text);
    for (let at = 0; at < gap.length; at += 1) {
      marks.push(UNMARKED);
      places.push(part.places[0] ?? places.at(-1) ?? 0);
    }
    for (const mark of part.marks) marks.push(mark);
    for (const place of part.places) places.push(place);
  }
  return { text: text.join(""), marks, places };
}

const BLANK_START = /^[\s\u3000]*/u;

export function trimWords(words: MarkedText): MarkedText {
  const start = BLANK_START.exec(words.text)?.[0].length ?? 0;
  const end = Math.max(start, words.text.trimEnd().length);
  return start === 0 && end === words.text.length ? words : sliceWords(words, start, end);
}

/** @returns the words that are left where `pattern` (global) is taken away */
export function withoutWords(words: MarkedText, pattern: RegExp): MarkedText {
  const kept: MarkedText[] = [];
  let from = 0;
  for (const { index, 0: found } of words.text.matchAll(pattern)) {
    kept.push(sliceWords(words, from, index));
    from = index + found.length;
  }
  return from === 0 ? words : joinWords([...kept, sliceWords(words, from)]);
}

/** Words alone, objects left out. */
export const plainWords = ({ text }: MarkedText): string => text.replaceAll(OBJECT, "");

/** Pictures in it, in order. */
export function picturesIn({ marks }: MarkedText): readonly string[] {
  return marks.flatMap(({ object }) => (object?.kind === "picture" ? [object.key] : []));
}

/** @returns the pictures of the words, and the words without them */
export function partPictures(words: MarkedText): {
  readonly words: MarkedText;
  readonly pictures: readonly string[];
} {
  const pictures = picturesIn(words);
  if (pictures.length === 0) return { words, pictures };
  const kept: MarkedText[] = [];
  let from = 0;
  for (const [at, { object }] of words.marks.entries()) {
    if (object?.kind !== "picture") continue;
    kept.push(sliceWords(words, from, at));
    from = at + 1;
  }
  return { words: trimWords(joinWords([...kept, sliceWords(words, from)])), pictures };
}

/** One run of the same marks. */
export interface MarkedRun {
  readonly start: number;
  readonly end: number;
  readonly marks: Marks;
}

export function runsOf({ text, marks }: MarkedText): readonly MarkedRun[] {
  const runs: MarkedRun[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const own = marks[start];
    if (own === undefined || (at < text.length && isSameMarks(marks[at], own))) continue;
    runs.push({ start, end: at, marks: own });
    start = at;
  }
  return runs;
}

const isSameMarks = (one: Marks | undefined, other: Marks): boolean =>
  one === other ||
  (one !== undefined &&
    one.isBold === other.isBold &&
    one.isItalic === other.isItalic &&
    one.isStruck === other.isStruck &&
    one.link === other.link &&
    one.object === undefined &&
    other.object === undefined);
