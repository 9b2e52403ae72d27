/** The files of a package as npm packs it: gzip around ustar, long names in pax headers, all under package/. */
import { gunzipSync } from "node:zlib";

const BLOCK = 512;

/** @returns {Map<string, Buffer>} by path inside package/ */
export function readPackage(tgz) {
  const tar = gunzipSync(tgz);
  const files = new Map();
  let longName;
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const text = (from, length) => tar.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
    const size = Number.parseInt(text(124, 12).trim(), 8);
    const type = text(156, 1);
    const content = tar.subarray(at + BLOCK, at + BLOCK + size);
    const prefix = text(345, 155);
    const name = longName ?? (prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`);
    longName = type === "x" ? /\d+ path=([^\n]*)\n/.exec(content.toString("utf8"))?.[1] : undefined;
    if (type === "0" || type === "") files.set(name.replace(/^[^/]+\//, ""), content);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
