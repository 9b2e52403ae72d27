/** The text of a new manifest, with the comments that its first editor needs. */
import { type CalendarDate, isoDate } from "../../model/calendar-date.js";
import { quoted } from "../../read/quoted-yaml.js";

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
# editors-note: 本期…… # 编者按，印在报头之下 editor's note, under the masthead
sections:
${entries.join("")}`;
}
