/**
 * What a reader of the command's output would obey or not see: the lines that GitHub's runner takes for commands, by
 * its two rules (`::name::` at the start of a line, white space aside; `##[name]` anywhere in one), those of Azure
 * Pipelines and TeamCity, and the characters that a terminal obeys or that hide what is told. Written for the tests,
 * apart from src/diagnostics/printable.ts which it judges.
 */

/** @returns each command as the runner would take it: its name, properties and message; `lines` as .NET divides them */
export function commandsIn(output: string): readonly string[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => commandOf(line) ?? []);
}

function commandOf(line: string): string | undefined {
  const text = line.replace(/^[\s\u0085]+/, "");
  if (text.startsWith("::")) return text;
  for (const sign of ["##[", "##vso[", "##teamcity["]) {
    const at = line.indexOf(sign);
    if (at >= 0) return line.slice(at);
  }
  return undefined;
}

/** @returns code points that are no part of a text of lines, each once */
export function unseenIn(output: string): readonly string[] {
  const found = [...output].filter(isUnseen).map((character) => character.codePointAt(0) ?? 0);
  return [...new Set(found)].map((code) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
}

function isUnseen(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09 || code === 0x0a) return false;
  return RANGES.some(([first, last]) => code >= first && code <= last);
}

/** Controls (C0, DEL, C1), what takes no room, marks of direction, separators of lines, tags. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe007f],
];
