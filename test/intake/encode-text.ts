/** Text to bytes of encodings that Node decodes and does not encode: the inverse, built from its decoder. */

/** Bytes of each character that GBK has in two bytes. */
const GBK: ReadonlyMap<string, readonly number[]> = readGbk();

function readGbk(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = trail === 0x7f ? "" : decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== "\ufffd" && !found.has(character))
        found.set(character, [lead, trail]);
    }
  }
  return found;
}

/** @throws for what GBK has not */
export const gbk = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      const bytes = code < 0x80 ? [code] : GBK.get(character);
      if (bytes === undefined) throw new Error(`no GBK for ${character}`);
      return bytes;
    }),
  );

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const utf16le = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf16le"));

export const utf16be = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf16le").swap16());

export const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");

export const joinAll = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === "string" ? utf8(part) : part))));
