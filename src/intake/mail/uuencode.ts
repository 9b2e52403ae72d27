/** Files in uuencode, as old mail programs put them into a text: “begin 644 name”, lines, “end” (POSIX, uuencode). */

export interface UuFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BEGIN = /^begin [0-7]{3,4} (\S[^\r\n]{0,200})$/;

/** @returns the files, and the text without them; a block that is not whole stays in the text */
export function takeUuFiles(text: string): { readonly text: string; readonly files: readonly UuFile[] } {
  if (!/^begin [0-7]{3,4} /m.test(text)) return { text, files: [] };
  const lines = text.split(/\r?\n/);
  const kept: string[] = [];
  const files: UuFile[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const name = BEGIN.exec(line.trimEnd())?.[1];
    const end = name === undefined ? -1 : endOfBlock(lines, at + 1);
    if (name === undefined || end < 0) {
      kept.push(line);
      continue;
    }
    files.push({ name, bytes: joinLines(lines.slice(at + 1, end)) });
    at = end;
  }
  return { text: kept.join("\n"), files };
}

/** A line says how many bytes are in it: 45 but for the last. Spaces at its end are lost on the way. */
function isUuLine(line: string): boolean {
  const length = lengthOf(line);
  if (!/^[ -`]*$/.test(line) || length === 0 || length > 45) return false;
  const digits = Math.ceil(length / 3) * 4;
  return line.length <= digits + 3 && line.trimEnd().length <= digits + 2;
}

const lengthOf = (line: string): number => (line.charCodeAt(0) - 32) & 63;

/** @returns the line “end”; -1 where other lines stand before it */
function endOfBlock(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.trimEnd() === "end") return at > from ? at : -1;
    if (!isUuLine(line) && line.trim() !== "`" && line.trim() !== "") return -1;
  }
  return -1;
}

function joinLines(lines: readonly string[]): Uint8Array {
  const bytes: number[] = [];
  for (const line of lines) {
    const length = line.trim() === "" ? 0 : lengthOf(line);
    const digit = (at: number): number => ((line.charCodeAt(at) || 32) - 32) & 63;
    for (let done = 0, at = 1; done < length; done += 3, at += 4) {
      const word = (digit(at) << 18) | (digit(at + 1) << 12) | (digit(at + 2) << 6) | digit(at + 3);
      bytes.push(...[word >> 16, (word >> 8) & 255, word & 255].slice(0, length - done));
    }
  }
  return Uint8Array.from(bytes);
}
