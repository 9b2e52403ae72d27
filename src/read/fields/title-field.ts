/** A title: one line, or a literal block of up to three, each with its own place. */
import type { TitleLine } from "../../model/issue.js";
import { normaliseLine, normaliseWords } from "../markdown/normalise-line.js";
import { type FieldReader, type FieldType, reportInvalid } from "./field.js";
import { isTooLong, readScalar } from "./scalar-fields.js";
import { charactersOf, type ReadScalar, typedCharacters, wordsOf } from "./written-text.js";

const MAX_LINES = 3;
/** No title of print has a tenth of it; the composer weighs each way to break one. In UTF-16 units. */
export const LONGEST_TITLE = 500;

export function titleLines(): FieldType<readonly TitleLine[]> {
  const expects = { zh: "标题文字", en: "the words of a title" };
  return {
    expects,
    schema: { type: ["string", "number"], minLength: 1 },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined || isTooLong(scalar, LONGEST_TITLE, reader)) return undefined;
      const lines = linesOf(scalar, reader);
      const extra = lines[MAX_LINES];
      const last = lines.at(-1);
      if (extra !== undefined && last !== undefined) {
        reportInvalid(reader, {
          span: { ...extra.span, end: last.span.end },
          message: {
            zh: `标题有 ${lines.length} 行，最多只能有 ${MAX_LINES} 行。`,
            en: `The title has ${lines.length} lines; at most ${MAX_LINES} are allowed.`,
          },
          help: { zh: "请缩短标题或合并几行。", en: "Shorten the title or join some of its lines." },
        });
      }
      return lines.length === 0 ? undefined : lines;
    },
  };
}

/** A line is what stands between two line ends of the value; one that YAML folds into a space is none. */
function linesOf(scalar: ReadScalar, reader: FieldReader): readonly TitleLine[] {
  const characters = charactersOf(scalar, reader);
  if (characters === undefined) return unplacedLines(scalar);
  const { units, starts, ends, folds } = characters;
  const lines: TitleLine[] = [];
  let from = 0;
  for (let at = 0; at <= units.length; at += 1) {
    if (at < units.length && units.charAt(at) !== "\n") continue;
    const part = {
      units: [...folds].reduce(
        (line, fold) => (fold < from || fold >= at ? line : withBreak(line, fold - from)),
        units.slice(from, at),
      ),
      starts: starts.slice(from, at),
      ends: ends.slice(from, at),
    };
    const line = normaliseLine(part, reader.document.source);
    const written = typedCharacters(characters, { scalar, reader, from, until: at });
    if (line !== undefined) lines.push({ ...line, ...(written && { written }) });
    from = at + 1;
  }
  return lines;
}

const withBreak = (line: string, at: number): string => `${line.slice(0, at)}\n${line.slice(at + 1)}`;

/** Characters that the file does not show one by one are placed no more closely than the whole. */
function unplacedLines(scalar: ReadScalar): readonly TitleLine[] {
  return wordsOf(scalar.node)
    .split("\n")
    .flatMap((part) => {
      const value = normaliseWords(part);
      if (value === undefined) return [];
      return [{ value, span: scalar.span, offsets: new Array<number>(value.length).fill(scalar.span.start) }];
    });
}
