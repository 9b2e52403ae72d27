/**
 * What the docx library (9.15) has no option for, inserted into the XML of its parts in schema order. Each
 * patch has a name and a mark by which it is recognised; test/docx/library-contract.test.ts fails when the
 * library starts writing the mark itself, and the patch can go.
 */
import type { Template } from "../../../model/template.js";
import { fontElements } from "./font-table.js";
import type { PackageParts } from "./library-parts.js";
import { withFacesOf } from "./theme-fonts.js";

export interface Patch {
  readonly name: string;
  readonly part: string;
  /** characters that appear in the part only because of the patch */
  readonly mark: string;
  readonly apply: (xml: string, template: Template) => string;
}

export function patchPackage(parts: PackageParts, template: Template): PackageParts {
  const patched = new Map(parts);
  for (const { name, part, apply } of patches) {
    const xml = patched.get(part);
    if (typeof xml !== "string") throw new Error(`${name}: the package has no part ${part}`);
    const changed = apply(xml, template);
    if (changed === xml) throw new Error(`${name}: ${part} has no place for it`);
    patched.set(part, changed);
  }
  return patched;
}

export const patches: readonly Patch[] = [
  {
    name: "squeeze adjacent punctuation",
    part: "word/settings.xml",
    mark: "w:characterSpacingControl",
    apply: (xml) => before(xml, "<w:compat>", '<w:characterSpacingControl w:val="compressPunctuation"/>'),
  },
  {
    name: "name the separators of notes",
    part: "word/settings.xml",
    mark: "<w:footnotePr>",
    apply: (xml) =>
      before(
        xml,
        "<w:compat>",
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' +
          '<w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>',
      ),
  },
  {
    name: "say the language of the theme's faces",
    part: "word/settings.xml",
    mark: "w:themeFontLang",
    apply: (xml) => before(xml, "</w:settings>", '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'),
  },
  // Word's own separators (ECMA-376, 17.11.23) hold the rule alone.
  ...(["separator", "continuationSeparator"] as const).flatMap((rule) => [
    withoutNumber("Footnote", rule),
    withoutNumber("Endnote", rule),
  ]),
  {
    name: "tell numberings apart",
    part: "word/numbering.xml",
    mark: "<w:nsid ",
    // Where a list is pasted from one document into another, Word joins what has the same one (ECMA-376, 17.9.14).
    apply: (xml) =>
      xml.replace(
        /(<w:abstractNum w:abstractNumId=")(\d+)("[^>]*>)(.*?)(?=<\/w:abstractNum>)/gs,
        (_, open: string, id: string, close: string, levels: string) =>
          `${open}${id}${close}<w:nsid w:val="${longHex(levels)}"/>${levels}`,
      ),
  },
  {
    name: "name the faces of the document in its theme",
    part: "word/theme/theme1.xml",
    mark: '<a:fontScheme name="bulletin">',
    apply: withFacesOf,
  },
  {
    name: "other names of the faces",
    part: "word/fontTable.xml",
    mark: "w:altName",
    // The library lists only embedded faces; without any, its table is one empty element.
    apply: (xml, template) =>
      xml.endsWith("/>") ? `${xml.slice(0, -2)}>${fontElements(template)}</w:fonts>` : xml,
  },
];

function withoutNumber(note: "Footnote" | "Endnote", rule: "separator" | "continuationSeparator"): Patch {
  const kind = note.toLowerCase();
  const number = `<w:r><w:rPr><w:rStyle w:val="${note}Reference"/></w:rPr><w:${kind}Ref/></w:r>`;
  const bare = `<w:r><w:${rule}/></w:r>`;
  return {
    name: `draw the ${rule} of ${kind}s without a number`,
    part: `word/${kind}s.xml`,
    mark: `</w:pPr>${bare}`,
    apply: (xml) => xml.replace(number + bare, bare),
  };
}

/** @returns a number of eight digits that the same text always has (FNV-1a, 32 bits) */
function longHex(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).toUpperCase().padStart(8, "0");
}

const before = (xml: string, place: string, added: string): string => xml.replace(place, added + place);
