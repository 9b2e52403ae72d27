/**
 * A zip file that is the same whenever it is made: names in the order of their code units, one date, names in UTF-8 (flag
 * bit 11 where they are not ASCII), permissions as Unix has them (APPNOTE 4.4.2 and 4.4.15).
 */
import { zipSync } from "fflate";

/** The first day that a zip file can name; fields of local time, which fflate writes. */
const DATE = new Date(1980, 0, 1);
const UNIX = 3;
const REGULAR_FILE = 0o100000;

/**
 * @param {ReadonlyMap<string, { bytes: Uint8Array, isProgram: boolean }>} files
 * @param {number} level of DEFLATE, 0 (stored) to 9 (small)
 */
export function writeZip(files, level) {
  const names = [...files.keys()].sort((a, b) => (a < b ? -1 : 1));
  const entries = names.map((name) => {
    const { bytes, isProgram } = files.get(name);
    const mode = REGULAR_FILE | (isProgram ? 0o755 : 0o644);
    return [name, [bytes, { mtime: DATE, os: UNIX, attrs: mode << 16, level }]];
  });
  return zipSync(Object.fromEntries(entries));
}
