/** The parts of a Word file as text that a person reads and compares: an element a line, of pictures what they are. */
import { createHash } from "node:crypto";
import { strFromU8 } from "fflate";
import { formatOf } from "./picture-format.js";

/** @param without a part that is left out, because it is read by itself */
export function printPackage(
  parts: Readonly<Record<string, Uint8Array>>,
  { without }: { readonly without: string },
): string {
  return Object.entries(parts)
    .filter(([name]) => name !== without)
    .map(([name, bytes]) => `=== ${name}\n${printPart(name, bytes)}\n`)
    .join("\n");
}

function printPart(name: string, bytes: Uint8Array): string {
  if (/\.(xml|rels)$/.test(name)) return printXml(strFromU8(bytes));
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return `${formatOf(bytes)}, ${bytes.length} bytes, sha256 ${digest}…`;
}

/** Two elements beside each other are parted by a line end, indented by their depth; text stays where it is. */
function printXml(xml: string): string {
  let depth = 0;
  const lines = xml.split(/(?<=>)(?=<)/).map((piece) => {
    if (piece.startsWith("</")) depth -= 1;
    const line = "  ".repeat(Math.max(0, depth)) + piece;
    const isWhole = /^<[?!]|\/>$|^<\/|<\/[^<]*>$/.test(piece);
    if (!isWhole) depth += 1;
    return line;
  });
  return lines.join("\n");
}
