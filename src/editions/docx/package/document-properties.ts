/**
 * What the file says about itself: core properties (ECMA-376 part 2, 11) for every program, custom
 * properties for an office's own file management.
 */

import { isoDate } from "../../../model/calendar-date.js";
import { documentTitle, type Furniture, printedSections, titleOnOneLine } from "../../../model/furniture.js";
import type { Issue } from "../../../model/issue.js";
import { xmlSafe } from "../word/word-text.js";

export interface DocumentProperties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly lastModifiedBy: string;
  readonly keywords: string;
  readonly description: string;
  readonly customProperties: readonly { readonly name: string; readonly value: string }[];
}

export function documentProperties(issue: Issue, furniture: Furniture): DocumentProperties {
  const publisher = xmlSafe(furniture.publisher ?? furniture.name);
  const sections = printedSections(issue);
  const custom: readonly (readonly [string, string | undefined])[] = [
    ["刊名", furniture.name],
    ["年", String(issue.year.value)],
    ["刊别", issue.series?.value],
    ["期号", String(issue.number.value)],
    ["总期号", issue.total === undefined ? undefined : String(issue.total.value)],
    ["印发日期", isoDate(issue.date.value)],
    ["编发单位", furniture.publisher],
    ...furniture.marks.map(({ name, text }) => [name, text] as const),
    ["文稿性质", furniture.draft],
  ];
  return {
    title: xmlSafe(documentTitle(issue, `${furniture.name}　${furniture.issueLine}`)),
    subject: xmlSafe(sections.flatMap((section) => section.items.map(titleOnOneLine)).join("；")).slice(
      0,
      LONGEST_SUBJECT,
    ),
    creator: publisher,
    lastModifiedBy: publisher,
    keywords: xmlSafe(
      [
        furniture.name,
        ...sections.map((section) => section.name.value),
        ...furniture.marks.map(({ text }) => text),
        // Where Word and Windows part tags.
      ].join("; "),
    ),
    description: xmlSafe(furniture.issueLine),
    customProperties: custom.flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value: xmlSafe(value) }],
    ),
  };
}

/** Word shows at most 255 characters of a property. */
const LONGEST_SUBJECT = 255;
