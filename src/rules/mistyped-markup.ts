/**
 * Pictures and links that are mistyped, so that Markdown reads them as words: a space in a file's name,
 * brackets of the Chinese keyboard, curly quotation marks. They are recognised in the file itself, once
 * a line of copy (check/copy-lines.ts), which hides them from the rules on words and marks;
 * image/mistyped and link/mistyped speak of them.
 */
import type { Span } from "../model/located.js";
import type { TypedText } from "../model/typed-text.js";

export interface MistypedMarkup {
  readonly kind: "picture" | "link";
  /** place in the typed text */
  readonly start: number;
  readonly end: number;
  /** place in the file */
  readonly span: Span;
  /** as typed */
  readonly written: string;
  /** how it is written right; undefined where nobody can tell */
  readonly right: string | undefined;
  /** nothing else can be meant by it */
  readonly isSure: boolean;
}

/** @param source the text's file */
export function findMistypedMarkup(typed: TypedText, source: string): readonly MistypedMarkup[] {
  if (!MAY_HOLD.test(typed.text)) return [];
  const found: MistypedMarkup[] = [];
  let looks = 0;
  let escaped: number | undefined;
  for (const { index } of typed.text.matchAll(OPENING)) {
    if (looks > MOST_LOOKS) break;
    looks += 1;
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const start = placeOf(typed, index);
    if (start === undefined) {
      // `\![…](…)` is meant as it stands, brackets and all.
      escaped = index;
      continue;
    }
    if (escaped !== undefined && /^[!！][ \u3000]?[[［【]$/.test(typed.text.slice(escaped, index + 1)))
      continue;
    const rest = restOfLine(source, start);
    const match = /^[!！]/.test(rest) ? readPicture(rest) : readLink(rest);
    if (match === undefined) continue;
    const span = { path: typed.span.path, start, end: start + match.written.length };
    found.push({ ...match, start: index, end: indexOf(typed, span.end), span });
  }
  return found;
}

type Recognised = Pick<MistypedMarkup, "kind" | "written" | "right" | "isSure">;

const MAY_HOLD = /!\[|[\]］】][ \u3000]?[(（]/;
const OPENING = /[!！](?=[ \u3000]?[[［【])|[[［]/g;

const IMAGE = "jpe?g|png|gif|webp|bmp|tiff?|heic|heif|svg|avif";
/** Brackets and quotation marks of any keyboard; the destination ends with a picture's ending. */
const PICTURE = new RegExp(
  "^[!！][ \\u3000]?[[［【]([^[\\]［］【】]*)[\\]］】][ \\u3000]?[(（][ \\t]*" +
    `<?((?:(?!!\\[).)+?\\.(?:${IMAGE}))>?[ \\t]*` +
    "(?:[\"“”'‘’「『＂](.*?)[\"”“'’」』＂][ \\t]*)?[)）]",
  "i",
);
/** What looks like a picture and nothing else; wow![1] is a citation. */
const LIKE_PICTURE = new RegExp(
  `^!\\[(?!\\d{1,3}\\](?!\\())(?:.{0,200}?\\][ ]?[(（][^)）]*[)）]?|\\[[^\\]]+\\]\\]|[^\\]]*\\]?\\S*\\.(?:${IMAGE}))`,
  "i",
);

/** `![[图.jpg]]`, `![[图.jpg|说明]]`: as programs for notes write it. */
const WIKI_PICTURE = new RegExp(`^!\\[\\[([^[\\]|]+\\.(?:${IMAGE}))(?:\\|([^[\\]]*))?\\]\\]`, "i");
/** The closing bracket left out at the line's end. */
const OPEN_PICTURE = new RegExp(`^!\\[([^[\\]]*)\\]\\([ ]*<?([^<>()"]+\\.(?:${IMAGE}))>?[ ]*$`, "i");

function readPicture(rest: string): Recognised | undefined {
  const match = PICTURE.exec(rest);
  if (match === null) {
    const wiki = WIKI_PICTURE.exec(rest);
    const open = wiki === null ? OPEN_PICTURE.exec(rest) : null;
    const path = pathAsWritten((wiki?.[1] ?? open?.[2] ?? "").trim());
    // A number behind the bar is a width there.
    const alt = wiki === null ? (open?.[1] ?? "") : (wiki[2] ?? "").replace(/^\d+(?:x\d+)?$/, "");
    const written = (wiki ?? open ?? LIKE_PICTURE.exec(rest))?.[0];
    if (written === undefined) return undefined;
    const right = (wiki ?? open) === null || path === undefined ? undefined : `![${alt}](${path})`;
    return { kind: "picture", written, right, isSure: false };
  }
  const [written, alt = "", destination = "", title] = match;
  const path = pathAsWritten(destination);
  const caption = title === undefined ? "" : captionAsWritten(title);
  const right = path === undefined || caption === undefined ? undefined : `![${alt}](${path}${caption})`;
  // Marks in the description would be lost, or reach beyond it.
  const isSure = right !== undefined && !/[`*_~\\&<]/.test(alt);
  return { kind: "picture", written, right, isSure };
}

/** `images\图 (1).jpg` to `<images/图 (1).jpg>`; a path on one computer alone stays as it is. */
function pathAsWritten(destination: string): string | undefined {
  if (/[<>]/.test(destination)) return undefined;
  const path = /^[A-Za-z]:/.test(destination) ? destination : destination.replaceAll("\\", "/");
  return /[\s()]/.test(path) ? `<${path}>` : path;
}

/** Straight quotation marks inside the caption would end it; marks of Markdown would be printed in it. */
function captionAsWritten(title: string): string | undefined {
  if (/[`*_~\\&<[\]]/.test(title)) return undefined;
  const pieces = title.split('"');
  if (pieces.length % 2 === 0) return undefined;
  return ` "${pieces.map((piece, index) => (index === 0 ? piece : `${index % 2 === 1 ? "“" : "”"}${piece}`)).join("")}"`;
}

const ADDRESS = "(?:https?:\\/\\/|www\\.|mailto:)";
/** `[x](u r l)`: brackets that meet as those of a link do, and were not read as one. */
const BROKEN_LINK = /^\[([^[\]]{1,200})\]\(((?:[^()]|\([^()]*\))*)\)/;
/** `[x]（https://…）`, `[x] (https://…)`; a number or a letter in front of an address is a citation. */
const WIDE_LINK = new RegExp(
  `^[[［](?!\\d{1,3}[\\]］]|[A-Z](?:\\/OL)?[\\]］])([^[\\]［］]{1,200})[\\]］][ \\u3000]?[(（][ ]*(${ADDRESS}[^\\s()（）]*)[ ]*[)）]`,
);
const TITLED = new RegExp(`^\\s*(${ADDRESS}\\S*)\\s+[“”‘’「『＂]([^"]*)[“”‘’」』＂]\\s*$`, "i");

function readLink(rest: string): Recognised | undefined {
  const wide = WIDE_LINK.exec(rest);
  if (wide !== null) {
    const [written, label = "", address = ""] = wide;
    return { kind: "link", written, right: `[${label}](${withScheme(address)})`, isSure: false };
  }
  const broken = BROKEN_LINK.exec(rest);
  if (broken === null) return undefined;
  const [written, label = "", destination = ""] = broken;
  const titled = TITLED.exec(destination);
  if (titled !== null) {
    const right = `[${label}](${withScheme(titled[1] ?? "")} "${titled[2] ?? ""}")`;
    // What a title says is not printed.
    return { kind: "link", written, right, isSure: false };
  }
  const isAddress = new RegExp(`^\\s*${ADDRESS}`, "i").test(destination) && !/[<>]/.test(destination);
  const right = isAddress ? `[${label}](<${withScheme(destination.trim())}>)` : undefined;
  return { kind: "link", written, right, isSure: false };
}

const withScheme = (address: string): string => (/^www\./i.test(address) ? `https://${address}` : address);

function restOfLine(source: string, start: number): string {
  const end = source.slice(start, start + LONGEST).search(/[\r\n]/);
  return source.slice(start, end < 0 ? start + LONGEST : start + end);
}

/** Brackets of one line that are looked at; no author types more. */
const MOST_LOOKS = 300;
/** UTF-16 units in which a picture or a link is looked for */
const LONGEST = 600;

/** @returns the place in the file of a typed character; undefined for an escaped or masked one */
function placeOf({ pieces }: TypedText, index: number): number | undefined {
  const piece = pieces.findLast(({ at }) => at <= index);
  return piece === undefined || piece.whole ? undefined : piece.start + index - piece.at;
}

/** @returns the index of the first typed character at or behind a place in the file */
function indexOf({ pieces, text }: TypedText, place: number): number {
  const piece = pieces.find(({ end }) => end > place);
  if (piece === undefined) return text.length;
  return piece.whole ? piece.at : piece.at + Math.max(0, place - piece.start);
}
