/**
 * What the docx library (9.15) cannot write, put into the packed XML in schema order. Each patch is
 * named and says by which characters it is known; test/docx fails when the library itself writes
 * them, and the patch can go.
 */
import type { Template } from "../../../model/template.js";
import { fontElements } from "./font-table.js";
import type { PackageParts } from "./pack.js";

export interface PatchInput {
  readonly template: Template;
  readonly timestamp: Date;
  readonly language: string;
}

export interface Patch {
  readonly name: string;
  readonly part: string;
  /** characters in the part that no package of the library holds */
  readonly mark: string;
  readonly apply: (xml: string, input: PatchInput) => string;
}

export function patchPackage(parts: PackageParts, input: PatchInput): PackageParts {
  const patched = new Map(parts);
  for (const { name, part, apply } of patches) {
    const xml = patched.get(part);
    if (typeof xml !== "string") throw new Error(`${name}: the package has no part ${part}`);
    const changed = apply(xml, input);
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
  ...(["footnotes", "endnotes"] as const).map((notes) => ({
    name: `draw the rule above the ${notes} without a number`,
    part: `word/${notes}.xml`,
    mark: "</w:pPr><w:r><w:separator/>",
    // Word's own separators (ECMA-376, 17.11.23) hold the rule alone.
    apply: (xml: string) =>
      xml.replace(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>(?=<w:r><w:(?:separator|continuationSeparator)\/>)/g, ""),
  })),
  {
    name: "say the language of the theme's faces",
    part: "word/settings.xml",
    mark: "w:themeFontLang",
    apply: (xml) => before(xml, "</w:settings>", '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'),
  },
  {
    name: "date by the issue, not by the clock",
    part: "docProps/core.xml",
    mark: "dc:language",
    apply: (xml, { timestamp, language }) =>
      before(
        xml.replace(
          /(<dcterms:(created|modified)[^>]*>)[^<]*(?=<)/g,
          (_, open: string) => open + timestamp.toISOString().replace(/\.\d+Z$/, "Z"),
        ),
        "<dcterms:created",
        `<dc:language>${language.replace(/[^\w-]/g, "")}</dc:language>`,
      ),
  },
  {
    name: "other names of the faces",
    part: "word/fontTable.xml",
    mark: "w:altName",
    apply: (xml, { template }) =>
      xml.replace(
        /<w:fonts([^>]*?)\/?>(?:<\/w:fonts>)?$/,
        (_, attributes: string) => `<w:fonts${attributes}>${fontElements(template)}</w:fonts>`,
      ),
  },
];

const before = (xml: string, place: string, added: string): string => xml.replace(place, added + place);
