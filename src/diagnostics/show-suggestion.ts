/**
 * A suggestion in words: the place as it would read, with a few characters around it. Printers that show
 * findings to people put it on one line; who takes it, and how, is theirs to say.
 */
import { applyEdits } from "./apply-edits.js";
import type { Diagnostic, Message, Sources, TextEdit } from "./diagnostic.js";
import type { Language } from "./language.js";
import { printable } from "./printable.js";

/** Characters shown on both sides of what would change. */
const AROUND = 10;
/** What is longer than this is no glance any more: what the suggestion says of itself is shown instead. */
const LONGEST = 40;

/** @returns a line for each suggestion, the likeliest first; none where --fix mends the finding anyhow */
export function shownSuggestions(
  { fix, suggestions, help }: Diagnostic,
  sources: Sources,
  language: Language,
): readonly string[] {
  if (fix !== undefined) return [];
  return (suggestions ?? []).flatMap(({ message, edits }) => {
    const words = mendedWords(edits, sources) ?? wordsUnlessSaid(message, help, language);
    return words === undefined ? [] : [MIGHT_READ[language] + printable(words)];
  });
}

const MIGHT_READ: Message = { zh: "可以改成：", en: "It might read: " };

/** A suggestion mostly says what the help has said already. */
const wordsUnlessSaid = (message: Message, help: Message | undefined, language: Language) =>
  message[language] === help?.[language] ? undefined : message[language];

/** @returns the line around the edits as it would stand; undefined where they reach over lines or far */
function mendedWords(edits: readonly TextEdit[], sources: Sources): string | undefined {
  const [first] = edits;
  if (first === undefined || edits.some(({ span }) => span.path !== first.span.path)) return undefined;
  const text = sources.get(first.span.path) ?? "";
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => span.end));
  const changed = text.slice(start, end) + edits.map((edit) => edit.text).join("");
  if (/[\r\n]/.test(changed) || changed.length > LONGEST) return undefined;
  const before = (/[^\r\n]*$/.exec(text.slice(Math.max(0, start - 4 * AROUND), start)) ?? [""])[0];
  const behind = (/^[^\r\n]*/.exec(text.slice(end, end + 4 * AROUND)) ?? [""])[0];
  const lead = [...before].slice(-AROUND).join("");
  const tail = [...behind].slice(0, AROUND).join("");
  const here = edits.map((edit) => ({
    ...edit,
    span: { ...edit.span, start: edit.span.start - start, end: edit.span.end - start },
  }));
  const mended = applyEdits(text.slice(start, end), here);
  return `${lead.length < before.length ? "…" : ""}${lead}${mended}${tail}${tail.length < behind.length ? "…" : ""}`;
}
