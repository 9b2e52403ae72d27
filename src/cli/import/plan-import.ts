/**
 * What an import will write: a file an item, its pictures, a line in the manifest, the original in the inbox and a
 * row in the register. Pure: names that are taken are given, nothing is read or written here.
 */
import type { DraftFiles, WriteOptions } from "../../intake/draft/write-draft.js";
import type { RegisterRow } from "../../intake/register.js";
import { type CalendarDate, isoDate } from "../../model/calendar-date.js";
import { DECISIONS } from "../../model/decision.js";
import { safeName } from "../../read/safe-name.js";
import type { SectionChoice } from "./choose-section.js";

export interface ArrivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** day on which it came */
  readonly received: CalendarDate;
  readonly items: readonly ArrivedItem[];
}

/** An item as it will be written, whatever it was made of. */
export interface ArrivedItem {
  /** one line each; empty where it has none */
  readonly title: readonly string[];
  readonly source: string | undefined;
  readonly author: string | undefined;
  readonly date: CalendarDate | undefined;
  /** section that it will be listed under; undefined in the inbox */
  readonly choice: SectionChoice | undefined;
  readonly counts: { readonly paragraphs: number; readonly tables: number; readonly pictures: number };
  /** true for what came as an item and stays as it is */
  readonly isReady: boolean;
  readonly write: (options: WriteOptions) => Omit<DraftFiles, "places">;
}

export interface PlanOptions {
  /** from the bulletin's folder to the one of items and images, `/` between: `issues/2026-03`, `inbox` */
  readonly folder: string;
  readonly issue: string | undefined;
  /** number of the first item's file name */
  readonly firstNumber: number;
  /** true for names, from the bulletin's folder, at which something stands */
  readonly isTaken: (path: string) => boolean;
}

export interface PlannedItem {
  readonly arrived: ArrivedItem;
  /** from the issue's folder, as the manifest lists it */
  readonly listed: string;
  /** from the bulletin's folder */
  readonly path: string;
}

export interface ImportPlan {
  readonly items: readonly PlannedItem[];
  /** all but manifest and register, by path from the bulletin's folder */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly rows: readonly RegisterRow[];
}

export function planImport(arrived: readonly ArrivedFile[], options: PlanOptions): ImportPlan {
  const { folder, issue, isTaken } = options;
  const files = new Map<string, Uint8Array>();
  const items: PlannedItem[] = [];
  const rows: RegisterRow[] = [];
  const isHere = (path: string) => files.has(path) || isTaken(path);
  const itemFolder = issue === undefined ? "" : "items/";
  // The issue may be the bulletin's own folder.
  const inFolder = folder === "." ? "" : `${folder}/`;
  let number = options.firstNumber;
  for (const file of arrived) {
    const original = firstFree(
      `inbox/${safeName(file.name, { mostBytes: MOST_NAME_BYTES, otherwise: "来稿", hasEnding: true })}`,
      isHere,
    );
    files.set(original, file.bytes);
    for (const [index, item] of file.items.entries()) {
      const { fileName, text, pictures } = item.write({
        number,
        pictureFolder: itemFolder === "" ? "images/" : "../images/",
        isTaken: (name) => isHere(`${inFolder}${itemFolder}${name}`),
      });
      number += 1;
      const path = `${inFolder}${itemFolder}${fileName}`;
      files.set(path, new TextEncoder().encode(text));
      for (const { fileName: name, picture } of pictures)
        files.set(`${inFolder}images/${name}`, picture.bytes);
      const listed = `${itemFolder}${fileName}`;
      items.push({ arrived: item, listed, path });
      rows.push({
        id: idOf(file, { index, count: file.items.length }),
        received: isoDate(file.received),
        unit: item.source ?? "",
        title: item.title.join(""),
        file: original,
        sha256: file.sha256,
        decision: issue === undefined ? DECISIONS.pending : DECISIONS.adopted,
        issue: issue ?? "",
        item: issue === undefined ? path : listed,
      });
    }
  }
  return { items, files, rows };
}

/** The day and the first digits of the digest: the same wherever it is imported, and short enough to say. */
function idOf(
  { received, sha256 }: ArrivedFile,
  { index, count }: { readonly index: number; readonly count: number },
): string {
  return `${isoDate(received)}-${sha256.slice(0, 8)}${count > 1 ? `-${index + 1}` : ""}`;
}

/** @returns the path, or with -2, -3 … in front of its ending where that is taken */
function firstFree(path: string, isTaken: (path: string) => boolean): string {
  const dot = path.lastIndexOf(".");
  const cut = dot > path.lastIndexOf("/") ? dot : path.length;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? path : `${path.slice(0, cut)}-${count}${path.slice(cut)}`;
    if (!isTaken(name)) return name;
  }
}

/** Of an original in the inbox; systems take 255. */
const MOST_NAME_BYTES = 200;
