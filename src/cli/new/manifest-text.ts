/** The text of a new manifest, with the comments that its first editor needs. */
import { type CalendarDate, isoDate } from "../../model/calendar-date.js";

export interface NewManifest {
  /** the line that names the schema (schema-files.ts) */
  readonly schema: string;
  readonly year: number;
  readonly number: number;
  readonly date: CalendarDate;
  readonly sections: readonly { readonly name: string; readonly items: readonly string[] }[];
}

export function manifestText({ schema, year, number, date, sections }: NewManifest): string {
  const entries = sections.map(
    ({ name, items }) =>
      `  - name: ${quoted(name)}\n    items:${items.length === 0 ? " []" : items.map((item) => `\n      - ${quoted(item)}`).join("")}\n`,
  );
  return `${schema}
year: ${year}
number: ${number} # 第${number}期
date: ${isoDate(date)} # 出刊日期 date of issue
sections:
${entries.join("")}`;
}

/**
 * Plain where YAML reads it as the same string, else in single quotes, in which nothing but a single
 * quote needs doubling; in double quotes only what has no other form.
 */
export function quoted(text: string): string {
  if (isPlain(text)) return text;
  return CONTROL.test(text) || text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

const CONTROL = /[\p{Cc}\u2028\u2029\ufeff]/u;

/** YAML 1.2.2, 7.3.3: no indicator in front, no `: `, ` #` or blanks at an edge, no number, date or word of YAML's own. */
function isPlain(text: string): boolean {
  if (!/^[\p{L}\p{N}“‘《〈（【「『]/u.test(text) || text !== text.trim() || CONTROL.test(text)) return false;
  if (/:(?:\s|$)|\s#|[[\]{}]|,\s/.test(text)) return false;
  return !/^(?:true|false|null|yes|no|on|off|~)$/i.test(text) && !/^[-+.\d][\d_.:eExXoO+-]*$/.test(text);
}
