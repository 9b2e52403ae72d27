/**
 * Words of an author made safe to print: a terminal obeys control characters, marks of direction show text in
 * another order than it has (Unicode Technical Report 36, 2.5), and a CI service obeys lines of a certain form.
 * File names, keys and titles come from outside, so every printer sends what it quotes through here.
 */

/**
 * Controls, line and paragraph separators, format characters, private use, surrogates alone, and what else is
 * not shown by default (Unicode 5.21). Variation selectors stay: they belong to the character before them.
 */
const HIDDEN =
  /[[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{DI}]--[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]]/gv;
/** Of these, what JSON.stringify writes as it is and a program that shows JSON or XML would hand on. */
const OBEYED =
  /[[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{DI}]--[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]]/gv;

/** Hardly a text holds anything hidden, and what most consist of needs no such dear pattern. */
const SHOWN = /^[\x20-\x7e·—‘’“”…、-】一-鿿！-～]*$/;

/** @returns the text in one line, each character that would not be shown given by its code point */
export function printable(text: string): string {
  if (SHOWN.test(text)) return text;
  return text.replace(HIDDEN, (character) => (character === "\t" ? " " : byCodePoint(character)));
}

/** As `printable`, for text of several lines: line ends and tabs stay. */
export function printableLines(text: string): string {
  return text.replace(HIDDEN, (character) =>
    character === "\n" || character === "\t" ? character : byCodePoint(character),
  );
}

export interface JsonOptions {
  /** spaces before a value for each level it is deep; one line where 0 */
  readonly indent?: number;
  /** as JSON.stringify takes it */
  readonly replacer?: (key: string, value: unknown) => unknown;
}

/** @returns the same JSON, its characters that a terminal or a CI service obeys written as escapes */
export function printableJson(value: unknown, { indent = 2, replacer }: JsonOptions = {}): string {
  const text = JSON.stringify(value, replacer, indent);
  return text
    .replace(OBEYED, (character) =>
      character
        .split("")
        .map((unit) => `\\u${hex(unit.charCodeAt(0))}`)
        .join(""),
    )
    .replace(ANYWHERE, "#\\u0023");
}

/**
 * `printableJson` of an object that holds one long list, in pieces: what stands before its entries, each entry,
 * and what stands behind them. The entries are made when they are asked for.
 * @param document holds an empty list under `key`, and no other key of that name
 */
export function* printableJsonOf<T>(
  document: object,
  { key, entries }: { readonly key: string; readonly entries: Iterable<T> },
): Generator<string> {
  const [before = "", behind = ""] = printableJson(document).split(`"${key}": []`);
  const margin = /(?:^|\n)( *)$/.exec(before)?.[1] ?? "";
  let lead = `${before}"${key}": [`;
  let isEmpty = true;
  for (const entry of entries) {
    const lines = printableJson(entry).replaceAll("\n", `\n${margin}  `);
    yield `${lead}\n${margin}  ${lines}`;
    lead = ",";
    isEmpty = false;
  }
  yield `${isEmpty ? lead : `\n${margin}`}]${behind}\n`;
}

/** @returns the same XML text, such characters written as references; XML 1.0 allows them all */
export function printableXml(text: string): string {
  return text
    .replace(OBEYED, (character) => `&#x${codePoint(character)};`)
    .replace(ANYWHERE, "#&#x23;")
    .replace(AT_LINE_START, "$1&#x3A;");
}

/**
 * What a CI service takes for a command: `::name::` at the start of a line, white space aside, and `##[name]`
 * anywhere in it (GitHub Actions, and what is made like it), `##vso[` (Azure Pipelines), `##teamcity[`.
 */
const AT_LINE_START = /^([\s\u0085]*):(?=:)/gm;
const ANYWHERE = /##(?=(?:vso|teamcity)?\[)/g;

/** @returns the text, one character of each such sign given by its code point */
export const withoutCommands = (text: string): string =>
  text.replace(AT_LINE_START, `$1${byCodePoint(":")}`).replace(ANYWHERE, `#${byCodePoint("#")}`);

const hex = (code: number): string => code.toString(16).padStart(4, "0");

const codePoint = (character: string): string => hex(character.codePointAt(0) ?? 0).toUpperCase();

function byCodePoint(character: string): string {
  return `<U+${codePoint(character)}>`;
}
