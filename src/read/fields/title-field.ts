/** A title: one line, or a literal block of up to three, each with its own place. */
import { Scalar } from "yaml";
import type { TitleLine } from "../../model/issue.js";
import { normaliseLine } from "../markdown/normalise-line.js";
import { spanOf } from "../yaml-document.js";
import { type FieldReader, type FieldType, reportInvalid } from "./field.js";
import { isTooLong, type ReadScalar, readScalar, wordsOf } from "./scalar-fields.js";

const MAX_LINES = 3;
/** No title of print has a tenth of it; the composer weighs each way to break one. */
const MAX_CHARACTERS = 500;

export function titleLines(): FieldType<readonly TitleLine[]> {
  const expects = { zh: "标题文字", en: "the words of a title" };
  return {
    expects,
    schema: { type: ["string", "number"], minLength: 1 },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined || isTooLong(scalar, MAX_CHARACTERS, reader)) return undefined;
      const lines =
        scalar.node.type === Scalar.BLOCK_LITERAL ? blockLines(scalar, reader) : flowLines(scalar, reader);
      const extra = lines[MAX_LINES];
      const last = lines.at(-1);
      if (extra !== undefined && last !== undefined) {
        reportInvalid(reader, {
          span: { ...extra.span, end: last.span.end },
          message: {
            zh: `标题有 ${lines.length} 行，最多 ${MAX_LINES} 行`,
            en: `The title has ${lines.length} lines; ${MAX_LINES} are the most`,
          },
          help: { zh: "请缩短标题或合并几行。", en: "Shorten the title or join lines." },
        });
      }
      return lines.length === 0 ? undefined : lines;
    },
  };
}

/** Lines of `title: |`, each at its place in the source, indentation left out. */
function blockLines(scalar: ReadScalar, reader: FieldReader): readonly TitleLine[] {
  const { text, path } = reader.document.source;
  const { start, end } = spanOf(scalar.node, reader.document.source);
  const lines: TitleLine[] = [];
  const headerEnd = text.slice(start, end).search(/[\r\n]/);
  if (headerEnd < 0) return lines;
  const pattern = /[^\r\n]+/g;
  pattern.lastIndex = start + headerEnd;
  for (let match = pattern.exec(text); match !== null && match.index < end; match = pattern.exec(text)) {
    const written = match[0].slice(0, end - match.index);
    const line = normaliseLine(written, { path, start: match.index });
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

/** A title on one line; a break inside quotes (`\n`) cannot be placed more closely than the whole. */
function flowLines(scalar: ReadScalar, reader: FieldReader): readonly TitleLine[] {
  const { text, path } = reader.document.source;
  const words = wordsOf(scalar.node);
  const isVerbatim = text.slice(scalar.span.start, scalar.span.end) === words;
  return words.split("\n").flatMap((part) => {
    const line = normaliseLine(part, { path, start: scalar.span.start });
    if (line === undefined) return [];
    const offsets = new Array<number>(line.value.length).fill(scalar.span.start);
    return [isVerbatim ? line : { value: line.value, span: scalar.span, offsets }];
  });
}
