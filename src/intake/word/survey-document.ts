/** What has to be known of a document before, or beside, reading it in order: its sections, changes of format. */
import type { WordParts } from "./word-parts.js";
import { attribute, childValue, type XmlElement } from "./xml-element.js";

/** What was before a change of format. */
const FORMAT_CHANGE = /^w:(?:[a-zA-Z]+PrChange|numberingChange|tblGridChange|tblPrExChange)$/;

/** Sections whose end is followed by a new page: how a section begins is said at its own end (17.6.22). */
export function pageSections(body: XmlElement): ReadonlySet<XmlElement> {
  const sections = sectionsOf(body);
  return new Set(
    sections.filter((_, index) => {
      const next = sections[index + 1];
      return next !== undefined && childValue(next, "w:type") !== "continuous";
    }),
  );
}

/** Those of today: what a section was before a change is no section. */
function sectionsOf(body: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const look = (element: XmlElement): void => {
    for (const one of element.children) {
      if (one.name === "w:sectPr") found.push(one);
      else if (!FORMAT_CHANGE.test(one.name)) look(one);
    }
  };
  look(body);
  return found;
}

/** Headers and footers that sections name, each once, in the order of the document. */
export function furnitureParts(body: XmlElement, parts: WordParts): readonly string[] {
  const found = new Set<string>();
  const relationships = parts.relationshipsOf(parts.main);
  for (const section of sectionsOf(body)) {
    for (const one of section.children) {
      if (one.name !== "w:headerReference" && one.name !== "w:footerReference") continue;
      const part = relationships.get(attribute(one, "r:id") ?? "")?.part;
      if (part !== undefined) found.add(part);
    }
  }
  return [...found];
}

/** Changes of format alone: those of one paragraph are one. */
export function countFormatChanges(element: XmlElement): number {
  let count = 0;
  for (const one of element.children) {
    if (FORMAT_CHANGE.test(one.name)) count += 1;
    else count += one.name === "w:p" ? Math.min(1, countFormatChanges(one)) : countFormatChanges(one);
  }
  return count;
}
