/** The register of what came in, of each bulletin that is counted: its rows, and then those without the titles of what is secret. */
import { join } from "node:path";
import { type Diagnostic, EnvironmentError } from "../../diagnostics/diagnostic.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { decodeText } from "../../intake/plain/decode-text.js";
import { joinPath, type Workspace } from "../../read/workspace.js";
import { type ReceivedItem, type UndatedRow, WITHHELD } from "../../stats/counted-item.js";
import { quoterOf, saysSecret, starsFor } from "../../stats/secret-words.js";
import { type SecretThings, withholdTitles } from "../../stats/withhold-titles.js";
import { REGISTER_FILE } from "../import/open-register.js";
import type { BulletinRecords } from "./bulletin-records.js";

/** Some 100,000 rows. */
const MOST_BYTES = 32 * 1024 * 1024;

export interface RegisterReading {
  /** workspace path of the register */
  readonly path: string;
  /** undefined where there is none */
  readonly text: string | undefined;
  /** with their titles; to be withheld (withholdRegister) before anything is printed of them */
  readonly rows: readonly ReceivedItem[] | undefined;
  readonly undated: readonly UndatedRow[];
  readonly diagnostics: readonly Diagnostic[];
  readonly isWhole: boolean;
}

export async function readRegister(
  { root }: BulletinRecords,
  { workspace, lastYear }: { readonly workspace: Workspace; readonly lastYear: number },
): Promise<RegisterReading> {
  const path = joinPath(root, REGISTER_FILE);
  const content = readRegularFile(join(root, REGISTER_FILE), { maxBytes: MOST_BYTES, followsLinks: false });
  if (content.state === "missing")
    return { path, text: undefined, rows: undefined, undated: [], diagnostics: [], isWhole: true };
  const decoded = content.state === "found" ? decodeText(content.bytes) : undefined;
  if (decoded === undefined) throw unreadableRegister(path);
  const { readReceived } = await import("../../stats/read-received.js");
  const { value, undated, diagnostics, isWhole } = readReceived(path, decoded.text, {
    bulletin: root,
    root: workspace.realPath(root) ?? "",
    lastYear,
  });
  return { path, text: decoded.text, rows: value, undated, diagnostics, isWhole };
}

/** @returns the register with stars in its text for what is secret, and rows whose titles are withheld */
export function withholdRegister(register: RegisterReading, secrets: SecretThings): RegisterReading {
  const { rows, text } = register;
  if (rows === undefined || text === undefined) return register;
  const withheld = withholdTitles(rows, secrets);
  const shown = [...withheld, ...withholdTitles(register.undated, secrets)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  return { ...register, rows: withheld, text: withoutSecrets(text, shown, secrets) };
}

/** Findings show lines, and their output may be kept: places stay what they were. Rows that were not read are lines as well. */
function withoutSecrets(text: string, rows: readonly UndatedRow[], { keys }: SecretThings): string {
  const quotes = quoterOf(keys);
  const mayBe = (line: string) => quotes(line) || saysSecret(line);
  const parts: string[] = [];
  let from = 0;
  const linesUpTo = (end: number) => {
    const lines = text
      .slice(from, end)
      .replace(/[^\r\n]+/gu, (line) => (mayBe(line) ? starsFor(line) : line));
    parts.push(lines);
    from = end;
  };
  for (const { title, span } of rows) {
    linesUpTo(span.start);
    const row = text.slice(span.start, span.end);
    parts.push(title === WITHHELD || mayBe(row) ? starsFor(row) : row);
    from = span.end;
  }
  linesUpTo(text.length);
  return parts.join("");
}

const unreadableRegister = (path: string): EnvironmentError =>
  new EnvironmentError(
    {
      zh: `来稿登记簿 ${path} 读不了：它不是能读的文本文件。`,
      en: `The register ${path} cannot be read: it is not a readable text file.`,
    },
    {
      zh: "请在表格软件里另存为“CSV UTF-8”；或把它移走，只统计采用。",
      en: "Save it as “CSV UTF-8” in a spreadsheet, or move it away to count what was printed alone.",
    },
  );
