/**
 * A text of paragraphs in Markdown as the value of a key (编者按). Here its characters are gathered with their
 * places; read-editors-note.ts reads them, once the parser is known to be there.
 */
import { Scalar } from "yaml";
import type { EditorsNote } from "../../model/editors-note.js";
import type { Span } from "../../model/located.js";
import type { TypedText } from "../../model/typed-text.js";
import type { FieldType } from "./field.js";
import { isTooLong, readScalar } from "./scalar-fields.js";
import { charactersOf, typedCharacters, wordsOf } from "./written-text.js";

/** Longer than any note: three pages of print. */
const MAX_CHARACTERS = 2000;

export interface NoteSource {
  /** Markdown: lines that YAML folds are divided as in the file, paragraphs by a blank line */
  readonly text: string;
  /** the file's offsets at which each unit of `text` begins and ends */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly span: Span;
  readonly quoting: EditorsNote["quoting"];
  /** where its characters do not stand in the file one by one, as they were typed */
  readonly written: TypedText | undefined;
}

export function noteText(): FieldType<NoteSource> {
  const expects = { zh: "一段或几段文字", en: "one or more paragraphs" };
  return {
    expects,
    schema: { type: "string", minLength: 1, maxLength: MAX_CHARACTERS },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined || isTooLong(scalar, MAX_CHARACTERS, reader)) return undefined;
      const { span } = scalar;
      const quoting = quotingOf(scalar.node);
      const characters = charactersOf(scalar, reader);
      if (characters === undefined) {
        const text = wordsOf(scalar.node).replaceAll("\n", "\n\n");
        const at = (place: number) => new Array<number>(text.length).fill(place);
        return { text, starts: at(span.start), ends: at(span.end), span, quoting, written: undefined };
      }
      const { units, starts, ends, folds } = characters;
      const isLiteral = scalar.node.type === Scalar.BLOCK_LITERAL;
      const note = { text: "", starts: [] as number[], ends: [] as number[] };
      for (let at = 0; at < units.length; at += 1) {
        const isLineEnd = units.charAt(at) === "\n";
        // Folding has taken one of two line ends: what is left of them ends a paragraph.
        const unit = folds.has(at) ? "\n" : isLineEnd && !isLiteral ? "\n\n" : units.charAt(at);
        note.text += unit;
        for (const _ of unit) {
          note.starts.push(starts[at] ?? span.start);
          note.ends.push(ends[at] ?? span.end);
        }
      }
      const { text: source } = reader.document.source;
      const isVerbatim = [...units.split("").keys()].every(
        (at) => folds.has(at) || units.charAt(at) === "\n" || isAsTyped(at),
      );
      const written = isVerbatim
        ? undefined
        : typedCharacters(characters, { scalar, reader, from: 0, until: units.length });
      return { ...note, span, quoting, written };

      function isAsTyped(at: number): boolean {
        const start = starts[at] ?? 0;
        return (ends[at] ?? 0) - start === 1 && source.charAt(start) === units.charAt(at);
      }
    },
  };
}

function quotingOf({ type }: Scalar): EditorsNote["quoting"] {
  if (type === Scalar.QUOTE_DOUBLE) return "double";
  if (type === Scalar.QUOTE_SINGLE) return "single";
  return type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED ? undefined : "plain";
}
