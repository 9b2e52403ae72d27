/** A colour: `#RRGGBB`, which YAML reads only in quotes. */
import type { Located } from "../../model/located.js";
import { type FieldType, reportInvalid } from "./field.js";
import { text } from "./scalar-fields.js";

const COLOR = /^#[0-9A-Fa-f]{6}$/;

export function color(): FieldType<Located<string>> {
  const words = text();
  const expects = { zh: "形如 #C00000 的颜色", en: "a colour like #C00000" };
  return {
    expects,
    schema: { type: "string", pattern: COLOR.source },
    commentMeant: COLOR,
    read(node, reader) {
      const found = words.read(node, reader);
      if (found === undefined || COLOR.test(found.value)) return found;
      const { value, span } = found;
      const meant = colorMeant(value);
      const help = {
        zh: `请写“#”和六位十六进制数，加引号，如 "${meant ?? "#C00000"}"。`,
        en: `Write “#” and six hexadecimal digits, in quotes, such as "${meant ?? "#C00000"}".`,
      };
      reportInvalid(reader, {
        span,
        message: { zh: `“${value}”不是颜色。`, en: `“${value}” is not a colour.` },
        help,
        ...(meant !== undefined && {
          suggestions: [{ message: help, edits: [quotedEdit(meant, found, reader.document.source.text)] }],
        }),
      });
      return undefined;
    },
  };
}

/** The words of a value stand inside of its quotes, where it has any. */
function quotedEdit(meant: string, { span }: Located<string>, source: string) {
  const isQuoted = /["']/.test(source.charAt(span.start - 1)) && /["']/.test(source.charAt(span.end));
  return { span, text: isQuoted ? meant : `"${meant}"` };
}

/** @returns the colour in A00000, ＃A00000, 0xA00000 or #A00; undefined for any other words */
function colorMeant(written: string): string | undefined {
  const digits = /^(?:#|0x)?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(
    written.normalize("NFKC").replace(/\s/g, ""),
  )?.[1];
  if (digits === undefined) return undefined;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`.toUpperCase();
}
