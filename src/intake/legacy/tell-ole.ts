/** Which program's compound file this is, by the streams it has at its root. */
import type { Carrier, RefusedFormat } from "../carrier.js";
import { openOle } from "./ole-file.js";

const STREAMS: readonly (readonly [string, RefusedFormat])[] = [
  ["Workbook", "excel"],
  ["Book", "excel"],
  ["PowerPoint Document", "powerpoint"],
  ["VisioDocument", "visio"],
  ["__properties_version1.0", "outlook"],
  ["MatOST", "works"],
];

export function tellOle(bytes: Uint8Array): Carrier {
  const file = openOle(bytes);
  if (file === undefined) return { kind: "refused", format: "damaged-ole" };
  // Office 2007 leaves a document without text beside what it locked; names mean the same in capitals (MS-CFB, 2.6.4).
  if ([...file.names].some((name) => name.toUpperCase() === "ENCRYPTEDPACKAGE"))
    return { kind: "refused", format: "locked" };
  if (file.names.has("WordDocument")) return { kind: "word-97" };
  const known = STREAMS.find(([name]) => file.names.has(name));
  return { kind: "refused", format: known?.[1] ?? "ole" };
}
