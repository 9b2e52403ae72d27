/** Text to bytes of encodings that Node decodes and does not encode: the inverse, built from its decoder. */

/** Bytes of each character that the encoding has in two bytes. */
function readPairs(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
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

const encoder = (encoding: string): ((text: string) => Uint8Array) => {
  const pairs = readPairs(encoding);
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        const code = character.charCodeAt(0);
        const bytes = code < 0x80 ? [code] : pairs.get(character);
        if (bytes === undefined) throw new Error(`no ${encoding} for ${character}`);
        return bytes;
      }),
    );
};

/** @throws for what GBK has not */
export const gbk = encoder("gb18030");
/** @throws for what Big5 has not */
export const big5 = encoder("big5");

const sevenBits = (text: string): string => String.fromCharCode(...[...gbk(text)].map((byte) => byte & 0x7f));

/** HZ, RFC 1843: rows of Han characters between ~{ and ~} */
export const hz = (text: string): string =>
  text.replace(/[^\u0000-\u007f]+/g, (row) => `~{${sevenBits(row)}~}`);

/** ISO-2022-CN, RFC 1922: GB 2312 is called once, and shifted to */
export const iso2022cn = (text: string): string =>
  `\x1b$)A${text.replace(/[^\u0000-\u007f]+/g, (row) => `\x0e${sevenBits(row)}\x0f`)}`;

/** UTF-7, RFC 2152 */
export const utf7 = (text: string): string =>
  text
    .replace(/\+/g, "+-")
    .replace(
      /[^\u0000-\u007f]+/g,
      (row) => `+${Buffer.from(utf16be(row)).toString("base64").replace(/=+$/, "")}-`,
    );

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const utf16le = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf16le"));

export const utf16be = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf16le").swap16());

export const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");

export const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) =>
      byte < 0x80 && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");

/** Lines of 45 bytes; ` stands for a zero */
export function uuencoded(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 45) {
    const part = bytes.subarray(at, at + 45);
    let line = digit(part.length);
    for (let index = 0; index < part.length; index += 3) {
      const [a = 0, b = 0, c = 0] = part.subarray(index, index + 3);
      line += [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map(digit).join("");
    }
    lines.push(line);
  }
  return [...lines, "`"].join("\n");
}

const digit = (value: number): string => (value === 0 ? "`" : String.fromCharCode(value + 32));

export const joinAll = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === "string" ? utf8(part) : part))));
