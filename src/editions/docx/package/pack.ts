/**
 * The package as bytes that depend on nothing but the issue: parts in a fixed order, one fixed date
 * in the archive, relationship ids counted instead of drawn by lot.
 */
import { type Document, Packer } from "docx";
import { zipArchive } from "./zip-archive.js";

/** Parts of a package by name; XML as text, all else as bytes. */
export type PackageParts = ReadonlyMap<string, string | Uint8Array>;

/**
 * Takes the parts from the library before it zips them: it offers only zipped packages, and to
 * compress and unpack what is to be patched costs more than all the rest of the edition.
 * test/docx/package.test.ts holds them against what the library zips itself.
 */
export function partsOf(document: Document): PackageParts {
  const compiler: Compiler = Reflect.get(Packer, "compiler");
  return compiler.compile(document);
}

/** The library's own step before zipping (docx 9.15, a private member of Packer). */
interface Compiler {
  readonly compile: (document: Document) => PackageParts;
}

export async function zipParts(parts: PackageParts): Promise<Uint8Array> {
  const names = [...parts.keys()].sort(comparePartNames);
  return zipArchive(
    names.map((name) => {
      const content = parts.get(name) ?? "";
      const isText = typeof content === "string";
      // A picture is compressed already.
      return { name, bytes: isText ? Buffer.from(content, "utf8") : content, compress: isText };
    }),
  );
}

/** The content types come first, as every program expects; the rest in code point order. */
function comparePartNames(a: string, b: string): number {
  const rank = (name: string) => (name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The library takes the fragment of an address for the name of a bookmark (`w:anchor`), which
 * readers then look for in this document. Here it goes back to where the author wrote it.
 *
 * @returns the parts with whole addresses in the relationships
 */
export function restoreFragments(parts: PackageParts): PackageParts {
  const restored = new Map(parts);
  for (const [name, list] of parts) {
    const partName = partOfRelationships(name);
    const part = partName === undefined ? undefined : restored.get(partName);
    if (partName === undefined || typeof list !== "string" || typeof part !== "string") continue;
    const fragments = new Map<string, string>();
    restored.set(
      partName,
      part.replace(/<w:hyperlink [^>]*>/g, (tag) => {
        const id = / r:id="([^"]*)"/.exec(tag)?.[1];
        const fragment = / w:anchor="([^"]*)"/.exec(tag)?.[1];
        if (id === undefined || fragment === undefined) return tag;
        fragments.set(id, fragment);
        return tag.replace(/ w:anchor="[^"]*"/, "");
      }),
    );
    restored.set(
      name,
      list.replace(/<Relationship [^>]*>/g, (tag) => {
        const fragment = fragments.get(/ Id="([^"]*)"/.exec(tag)?.[1] ?? "");
        return fragment === undefined
          ? tag
          : tag.replace(/ Target="([^"]*)"/, (_, target: string) => ` Target="${target}#${fragment}"`);
      }),
    );
  }
  return restored;
}

/** @returns the part that a list of relationships belongs to; undefined where the name is no list's */
function partOfRelationships(name: string): string | undefined {
  const match = /^(?<folder>.*)_rels\/(?<part>.+)\.rels$/.exec(name);
  return match?.groups === undefined ? undefined : `${match.groups.folder ?? ""}${match.groups.part ?? ""}`;
}

/** @returns the parts with every relationship named rId1, rId2 … in the order of its list */
export function countRelationships(parts: PackageParts): PackageParts {
  const counted = new Map(parts);
  for (const [name, list] of parts) {
    const partName = partOfRelationships(name);
    if (partName === undefined || typeof list !== "string") continue;
    const names = new Map<string, string>();
    const newName = (old: string) => {
      const known = names.get(old) ?? `rId${names.size + 1}`;
      names.set(old, known);
      return known;
    };
    counted.set(
      name,
      list.replace(/ Id="([^"]*)"/g, (_, old: string) => ` Id="${newName(old)}"`),
    );
    const part = counted.get(partName);
    if (typeof part !== "string") continue;
    // Text never holds a bare quotation mark, so the pattern meets attributes alone.
    counted.set(
      partName,
      part.replace(/ (r:(?:id|embed|link))="([^"]*)"/g, (whole, attribute: string, old: string) => {
        const known = names.get(old);
        return known === undefined ? whole : ` ${attribute}="${known}"`;
      }),
    );
  }
  return counted;
}
