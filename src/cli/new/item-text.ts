/** The text of a new item: its title, and as comments the other keys that an editor may fill in. */
import { quoted } from "../../read/quoted-yaml.js";

export interface NewItem {
  readonly title: string;
  /** the unit that wrote it */
  readonly source: string | undefined;
  /** day of its issue as the manifest has it, for an example */
  readonly date: unknown;
}

export function itemText({ title, source, date }: NewItem): string {
  const day = typeof date === "string" && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : "2026-03-16";
  const offers = [
    ...(source === undefined ? [["source: 示例区科协", "供稿单位，印在文末 unit, printed at the end"]] : []),
    [`date: ${day}`, "稿件所述之事的日期 day of the event"],
    ["editors-note: 本文……", "编者按，印在标题下 editor's note"],
    [`signed: {by: 示例区科协, date: ${day}}`, "落款，印在正文右下方 who signs, and when"],
    ["attachments: [报名表, 日程表]", "附件的名称 names of attachments"],
    ["summary: 一两句话", "网页版的说明，不付印 for the web page, not printed"],
    ["submitter: {name: 某某, phone: 010-5555 0123}", "报送人，不付印 who sent it, never printed"],
  ];
  const lines = [
    `title: ${quoted(title)}`,
    ...(source === undefined ? [] : [`source: ${quoted(source)}`]),
    "# 需要哪一行，去掉行首的“# ”再改 remove “# ” from a line to use it",
    ...offers.map(([line, remark]) => `# ${line} # ${remark}`),
  ];
  return `---\n${lines.join("\n")}\n---\n\n`;
}
