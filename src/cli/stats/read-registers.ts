/** The register of what came in, of each bulletin that is counted: its rows, without the titles of what is secret. */
import { join } from "node:path";
import { type Diagnostic, EnvironmentError } from "../../diagnostics/diagnostic.js";
import { readRegularFile } from "../../disk/regular-file.js";
import { decodeText } from "../../intake/plain/decode-text.js";
import { joinPath, type Workspace } from "../../read/workspace.js";
import { type ReceivedItem, WITHHELD } from "../../stats/counted-item.js";
import { withholdTitles } from "../../stats/withhold-titles.js";
import { REGISTER_FILE } from "../import/open-register.js";
import type { BulletinRecords } from "./bulletin-records.js";

/** Some 100,000 rows. */
const MOST_BYTES = 32 * 1024 * 1024;

export interface RegisterReading {
  /** workspace path of the register */
  readonly path: string;
  /** with stars for rows whose title is withheld; undefined where there is none */
  readonly text: string | undefined;
  readonly rows: readonly ReceivedItem[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly isWhole: boolean;
}

export async function readRegister(
  { root, secretKeys, secretPlaces }: BulletinRecords,
  { workspace, lastYear }: { readonly workspace: Workspace; readonly lastYear: number },
): Promise<RegisterReading> {
  const path = joinPath(root, REGISTER_FILE);
  const content = readRegularFile(join(root, REGISTER_FILE), { maxBytes: MOST_BYTES, followsLinks: false });
  if (content.state === "missing")
    return { path, text: undefined, rows: undefined, diagnostics: [], isWhole: true };
  const decoded = content.state === "found" ? decodeText(content.bytes) : undefined;
  if (decoded === undefined) throw unreadableRegister(path);
  const { readReceived } = await import("../../stats/read-received.js");
  const { value, diagnostics, isWhole } = readReceived(path, decoded.text, {
    bulletin: root,
    root: workspace.realPath(root) ?? "",
    lastYear,
  });
  const rows = withholdTitles(value, { keys: secretKeys, places: secretPlaces });
  return { path, text: withoutSecrets(decoded.text, rows), rows, diagnostics, isWhole };
}

/** Findings show lines, and their output may be kept: places stay what they were. */
function withoutSecrets(text: string, rows: readonly ReceivedItem[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { title, span } of rows) {
    if (title !== WITHHELD) continue;
    parts.push(text.slice(from, span.start), text.slice(span.start, span.end).replace(/[^\r\n]/g, "＊"));
    from = span.end;
  }
  return parts.join("") + text.slice(from);
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
