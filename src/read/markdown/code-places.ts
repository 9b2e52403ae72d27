/**
 * Where code stands in the file: lines of a block behind what makes it one (fences, indents, marks of a quotation),
 * characters inside a line between their back quotes.
 */

/**
 * @param lines of the block's value
 * @param source of the block, its fences among it
 * @returns offset in `source` of the first character of each line
 */
export function codeLineStarts(lines: readonly string[], source: string): readonly number[] {
  const written = [...source.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)];
  const isFenced = /^[`~]{3}/.test(source);
  return lines.map((line, index) => {
    const own = written[index + Number(isFenced)];
    const start = own?.index ?? source.length;
    const end = start + (own?.[0] ?? "").replace(/[\r\n]+$/, "").length;
    return source.endsWith(line, end) ? end - line.length : start;
  });
}

/**
 * @param value of code in a line, its line ends spaces
 * @param source from the first back quote to the last
 * @returns offset in `source` of each UTF-16 unit of the value
 */
export function codeOffsets(value: string, source: string): readonly number[] {
  let at = /^`*/.exec(source)?.[0].length ?? 0;
  // One space inside the back quotes is theirs.
  if (/\s/.test(source.charAt(at)) && !value.startsWith(" ")) at += 1;
  return Array.from({ length: value.length }, (_, index) => {
    // In a table a bar is written with a backslash in front.
    if (source.charAt(at) === "\\" && value.charAt(index) === "|") at += 1;
    const own = at;
    at += source.startsWith("\r\n", at) ? 2 : 1;
    return own;
  });
}
