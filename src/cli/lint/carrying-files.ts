/**
 * Code hosts show findings beside files that they have. What hangs on a mail is no file of its own: its findings are
 * told at the mail, and say in words which attachment and paragraph they are about.
 */
import type { Diagnostic, Message, Sources } from "../../diagnostics/diagnostic.js";
import { findPlaces } from "../../diagnostics/places.js";

export function atCarryingFiles(diagnostics: readonly Diagnostic[], sources: Sources): readonly Diagnostic[] {
  const placeOf = findPlaces(sources);
  return diagnostics.map((found) => {
    const { span, message } = found;
    const file = carryingFile(span.path, sources);
    if (file === undefined) return found;
    const name = span.path.slice(file.length + 1);
    const { line } = placeOf(span).start;
    const isWhole = span.end <= span.start;
    const place: Message = isWhole
      ? { zh: `附件“${name}”：`, en: `Attachment “${name}”: ` }
      : { zh: `附件“${name}”第${line}段：`, en: `Attachment “${name}”, paragraph ${line}: ` };
    return {
      ...found,
      span: { path: file, start: 0, end: 0 },
      message: { zh: place.zh + message.zh, en: place.en + message.en },
    };
  });
}

/** @returns the file that a path leads into; undefined where it is a file itself */
function carryingFile(path: string, sources: Sources): string | undefined {
  for (let at = path.indexOf("/", 1); at > 0; at = path.indexOf("/", at + 1)) {
    const before = path.slice(0, at);
    if (sources.has(before)) return before;
  }
  return undefined;
}
