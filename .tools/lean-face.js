/**
 * A Latin face without what no edition reads: hints, names of glyphs, substitutions, and the letters of scripts that
 * are never set in it (Hebrew, Arabic). Glyphs keep their numbers, so that kerning and anchors hold. Tinos comes under
 * the OFL without a reserved name: such a version may be made and keep its name.
 * @see ISO/IEC 14496-22, 5.3.3 (glyf), 5.2.1 (cmap, format 4), 5.2.8 (post, version 3)
 */

/** Latin with all its signs, Greek, Cyrillic, and the marks and figures among them. */
const KEPT = [
  [0x20, 0x45f],
  [0x490, 0x491],
  [0x1e00, 0x1eff],
  [0x2000, 0x218b],
  [0x2202, 0x2265],
];

const KEPT_TABLES = ["OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "GPOS"];
const HAVE_INSTRUCTIONS = 0x0100;
const MORE_COMPONENTS = 0x0020;

/** @param {Buffer} font a TrueType file @returns {Buffer} */
export function leanFace(font) {
  const tables = readTables(font);
  const characters = [...readCharacters(tables.get("cmap"))].filter(([code]) =>
    KEPT.some(([from, to]) => code >= from && code <= to),
  );
  const glyphs = readGlyphs(tables);
  const kept = closeOver(glyphs, new Set([0, ...characters.map(([, glyph]) => glyph)]));
  const records = glyphs.map((record, glyph) =>
    kept.has(glyph) ? withoutInstructions(record) : Buffer.alloc(0),
  );
  const parts = new Map(KEPT_TABLES.filter((tag) => tables.has(tag)).map((tag) => [tag, tables.get(tag)]));
  parts.set("cmap", characterMap(characters));
  parts.set("post", post(tables.get("post")));
  const { glyf, loca } = outlines(records);
  parts.set("glyf", glyf);
  parts.set("loca", loca);
  const head = Buffer.from(tables.get("head"));
  head.writeInt16BE(0, 50);
  parts.set("head", head);
  return writeFont(parts);
}

function readTables(font) {
  const tables = new Map();
  for (let entry = 12; entry < 12 + font.readUInt16BE(4) * 16; entry += 16) {
    const start = font.readUInt32BE(entry + 8);
    tables.set(
      font.toString("latin1", entry, entry + 4),
      font.subarray(start, start + font.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

/** Format 4, the table of Windows. */
function* readCharacters(cmap) {
  for (let record = 4; record < 4 + cmap.readUInt16BE(2) * 8; record += 8) {
    if (cmap.readUInt32BE(record) !== 0x00030001) continue;
    const table = cmap.readUInt32BE(record + 4);
    if (cmap.readUInt16BE(table) !== 4) throw new Error("a Latin face without a cmap of format 4");
    const double = cmap.readUInt16BE(table + 6);
    for (let segment = 0; segment < double; segment += 2) {
      const end = cmap.readUInt16BE(table + 14 + segment);
      const start = cmap.readUInt16BE(table + 16 + double + segment);
      const delta = cmap.readUInt16BE(table + 16 + double * 2 + segment);
      const place = table + 16 + double * 3 + segment;
      const range = cmap.readUInt16BE(place);
      for (let code = start; code <= end && code < 0xffff; code += 1) {
        const listed = range === 0 ? code : cmap.readUInt16BE(place + range + (code - start) * 2);
        const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
        if (glyph > 0) yield [code, glyph];
      }
    }
    return;
  }
}

function readGlyphs(tables) {
  const glyf = tables.get("glyf");
  const loca = tables.get("loca");
  const isLong = tables.get("head").readInt16BE(50) === 1;
  const offset = (index) => (isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2);
  return Array.from({ length: tables.get("maxp").readUInt16BE(4) }, (_, glyph) =>
    glyf.subarray(offset(glyph), offset(glyph + 1)),
  );
}

const isComposite = (record) => record.length >= 10 && record.readInt16BE(0) < 0;

function* components(record) {
  if (!isComposite(record)) return;
  for (let at = 10, flags = MORE_COMPONENTS; (flags & MORE_COMPONENTS) !== 0; ) {
    flags = record.readUInt16BE(at);
    const scale = (flags & 0x08) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0;
    const next = at + ((flags & 0x01) !== 0 ? 8 : 6) + scale;
    yield { at, glyph: record.readUInt16BE(at + 2), next };
    at = next;
  }
}

function closeOver(glyphs, wanted) {
  for (const glyph of wanted) for (const part of components(glyphs[glyph])) wanted.add(part.glyph);
  return wanted;
}

function withoutInstructions(record) {
  if (record.length < 10) return Buffer.alloc(0);
  if (isComposite(record)) {
    const parts = [...components(record)];
    const copy = Buffer.from(record.subarray(0, parts.at(-1).next));
    for (const { at } of parts) copy.writeUInt16BE(copy.readUInt16BE(at) & ~HAVE_INSTRUCTIONS, at);
    return copy;
  }
  const lengthAt = 10 + record.readInt16BE(0) * 2;
  const rest = record.subarray(lengthAt + 2 + record.readUInt16BE(lengthAt));
  return Buffer.concat([record.subarray(0, lengthAt), Buffer.alloc(2), rest]);
}

function outlines(records) {
  const padded = records.map((record) => Buffer.concat([record, Buffer.alloc(record.length & 1)]));
  const loca = Buffer.alloc((records.length + 1) * 2);
  let offset = 0;
  padded.forEach((record, index) => {
    offset += record.length;
    // Counts words; a face of more than 128 KB fails here.
    loca.writeUInt16BE(offset / 2, (index + 1) * 2);
  });
  return { glyf: Buffer.concat(padded), loca };
}

/** Format 12, for Windows: consecutive characters with consecutive glyphs make a group. */
function characterMap(characters) {
  const groups = [];
  for (const [code, glyph] of characters) {
    const last = groups.at(-1);
    if (last !== undefined && code === last.end + 1 && glyph === last.glyph + code - last.start)
      last.end = code;
    else groups.push({ start: code, end: code, glyph });
  }
  const bytes = Buffer.alloc(28 + groups.length * 12);
  bytes.writeUInt16BE(1, 2);
  bytes.writeUInt16BE(3, 4);
  bytes.writeUInt16BE(10, 6);
  bytes.writeUInt32BE(12, 8);
  bytes.writeUInt16BE(12, 12);
  bytes.writeUInt32BE(bytes.length - 12, 16);
  bytes.writeUInt32BE(groups.length, 24);
  groups.forEach(({ start, end, glyph }, index) => {
    bytes.writeUInt32BE(start, 28 + index * 12);
    bytes.writeUInt32BE(end, 32 + index * 12);
    bytes.writeUInt32BE(glyph, 36 + index * 12);
  });
  return bytes;
}

function post(table) {
  const bytes = Buffer.from(table.subarray(0, 32));
  bytes.writeUInt32BE(0x00030000, 0);
  return bytes;
}

function writeFont(parts) {
  const entries = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + entries.length * 16);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(entries.length, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((entries.length - power) * 16, 10);
  const bodies = [];
  let offset = directory.length;
  entries.forEach(([tag, data], index) => {
    const body = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    if (tag === "head") body.writeUInt32BE(0, 8);
    const entry = 12 + index * 16;
    directory.write(tag, entry, "latin1");
    directory.writeUInt32BE(checksum(body), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(data.length, entry + 12);
    offset += body.length;
    bodies.push(body);
  });
  const file = Buffer.concat([directory, ...bodies]);
  const head = entries.findIndex(([tag]) => tag === "head");
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, directory.readUInt32BE(12 + head * 16 + 8) + 8);
  return file;
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
