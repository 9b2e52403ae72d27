/**
 * What a zip file is, told by what it lists: Office names the kind of its main part in [Content_Types].xml
 * (ECMA-376, part 2, 10.1.2), OpenDocument and EPUB in a first entry `mimetype`. Nothing else is inflated.
 */
import { unzipSync } from "fflate";
import type { Carrier, RefusedFormat } from "./carrier.js";
import { MAX_ZIP_ENTRIES } from "./intake-limits.js";

const TYPES = "[Content_Types].xml";
const MIME = "mimetype";
/** Both are a few kilobytes long. */
const MAX_TOLD_BYTES = 1 << 20;

export function tellPackage(bytes: Uint8Array): Carrier {
  const names = new Set<string>();
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (names.size >= MAX_ZIP_ENTRIES) throw new TooMany();
        names.add(name);
        if (name !== TYPES && name !== MIME) return false;
        return size <= MAX_TOLD_BYTES && originalSize <= MAX_TOLD_BYTES;
      },
    });
  } catch (fault) {
    if (!(fault instanceof TooMany)) return refused("damaged-package");
    // Wherever among them the types stand: an archive of that many files has none.
    const isPackage = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(TYPES);
    return refused(isPackage ? "crowded-package" : "archive");
  }
  const text = (name: string) => new TextDecoder().decode(files[name] ?? new Uint8Array());
  const types = text(TYPES);
  if (types !== "") return byContentTypes(types);
  const mime = text(MIME).trim();
  if (mime.startsWith("application/vnd.oasis.opendocument.")) return refused("open-document");
  if (mime === "application/epub+zip") return refused("epub");
  if (names.has("OFD.xml")) return refused("ofd");
  if ([...names].some((name) => /^Index\/Document\.iwa$|^index\.apxl$/i.test(name))) return refused("pages");
  return refused("archive");
}

class TooMany extends Error {}

const refused = (format: RefusedFormat): Carrier => ({ kind: "refused", format });

const MAIN_PARTS: readonly (readonly [RegExp, RefusedFormat])[] = [
  [/spreadsheetml|ms-excel/, "excel"],
  [/presentationml|ms-powerpoint/, "powerpoint"],
  [/visio/, "visio"],
  [/kingsoft|wps/, "wps-cloud"],
];

function byContentTypes(types: string): Carrier {
  const main = [...types.matchAll(/ContentType\s*=\s*["']([^"']{1,200}\bmain\+xml)["']/g)].map(
    ([, type]) => type ?? "",
  );
  if (main.some((type) => /wordprocessingml|ms-word/.test(type))) return { kind: "word" };
  const known = MAIN_PARTS.find(([sign]) => main.some((type) => sign.test(type)));
  if (known !== undefined) return refused(known[1]);
  return refused(/kingsoft|vnd\.wps/i.test(types) ? "wps-cloud" : "archive");
}
