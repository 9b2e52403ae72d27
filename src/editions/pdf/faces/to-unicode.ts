/**
 * The table from a font's codes back to the characters they stand for.
 * @see ISO 32000-1, 9.10.3; Adobe Technical Note 5411
 */

/** Entries that one bfchar block may hold (Technical Note 5014, appendix C). */
const BLOCK = 100;

/**
 * Stands for the second glyph of a character that a face cannot draw with one (CFF outlines): a space
 * without width, since no entry at all, or an empty one, is read as U+FFFD.
 */
const NOTHING = "\u200B";

/** @param texts characters of each code; that of code 0, .notdef, is not used */
export function printToUnicode(texts: readonly string[]): Uint8Array {
  const lines = texts.slice(1).map((text, index) => `<${hex4(index + 1)}> <${utf16Hex(text || NOTHING)}>`);
  const blocks: string[] = [];
  for (let start = 0; start < lines.length; start += BLOCK) {
    const block = lines.slice(start, start + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  const table = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
  return Buffer.from(table, "latin1");
}

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, "0");

function utf16Hex(text: string): string {
  let hex = "";
  for (let index = 0; index < text.length; index++) hex += hex4(text.charCodeAt(index));
  return hex;
}
