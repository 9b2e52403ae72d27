/**
 * Whether an issue, or an item, may be secret: what leaves the office beside the issue itself (counts, letters) then says no
 * titles. The reader of marks refuses what it does not know; here it is the other way round, and whatever stands under
 * `secrecy` counts, unless it clearly says that there is none.
 */
import { SECRECY_LEVELS } from "../model/issue-marks.js";

/** The key in whatever form it is written, with what stands behind it on its line. */
const KEY = /(?:^|[\s{,"'“”])(?:secrecy|密级)["'“”]?[ \t]*[:：]([^\n\r]*)/iu;
const CLEARLY_NONE = /^(?:~|null|none|no?|false|off|[/—-]|0|否|不是|无|没有|非密|不涉密|非涉密|公开)?$/iu;
const LEVEL = new RegExp(SECRECY_LEVELS.join("|"), "u");
/** A level as it is printed: words about secrets are none. */
const PRINTED_LEVEL = new RegExp(`(?:${SECRECY_LEVELS.join("|")})\\s*[★☆]`, "u");

/** @param yaml a manifest, house rules or front matter, as it is written, even where it is not YAML */
export function saysSecrecy(yaml: string): boolean {
  const lines = yaml.split(/\r\n|\r|\n/u).map((line) => line.replace(/(?:^|\s)#.*$/u, ""));
  return lines.some((line, index) => {
    const [, written] = KEY.exec(line) ?? [];
    if (written === undefined) return false;
    if (!isNoSecrecy(written.replace(/[,}][^,}]*$/u, ""))) return true;
    // In block style the level stands on the lines below.
    const next = written.trim() === "" ? lines.slice(index + 1).find((one) => one.trim() !== "") : undefined;
    return next !== undefined && indentOf(next) > indentOf(line);
  });
}

/** @param written what somebody wrote under the heading or key 密级 */
export const isNoSecrecy = (written: string): boolean =>
  CLEARLY_NONE.test(written.normalize("NFKC").replace(/^[\s"'“”]+|[\s"'“”]+$/gu, ""));

/** @param marking words above the masthead of an issue */
export const marksSecrecy = (marking: string | undefined): boolean =>
  marking !== undefined && LEVEL.test(marking.normalize("NFKC"));

/** Of front matter, and of a level above the text, which is how an item comes out of Word. */
const HEAD_CHARACTERS = 400;

/** @param text of a file of Markdown */
export function isSecretItem(text: string): boolean {
  const front = /^\ufeff?---[^\S\n]*\r?\n([\s\S]*?)(?:\n---|$)/u.exec(text);
  const body = text.slice(front?.[0].length ?? 0, (front?.[0].length ?? 0) + HEAD_CHARACTERS);
  return (front !== null && saysSecrecy(front[1] ?? "")) || PRINTED_LEVEL.test(body);
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
