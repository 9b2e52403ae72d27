/**
 * An item linted alone, before any issue lists it: the item, and the house rules that the nearest
 * bulletin.yaml above it gives.
 */
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import type { House } from "../model/house.js";
import type { Item, SuppressionComment } from "../model/issue.js";
import { buildHouse, type HouseParts } from "./build-house.js";
import { findHouse, findRoot } from "./find-house.js";
import type { Opened } from "./markdown/parse-markdown.js";
import { readHouseFile } from "./read-house.js";
import { hasMarkup, MAX_ITEM_BYTES, readItem } from "./read-item.js";
import { readText } from "./read-text-file.js";
import { unreadFinding } from "./unread-file.js";
import { type FileContent, folderOf, NOT_A_FILE, type Workspace } from "./workspace.js";

export interface SubmissionReading {
  /** undefined where the file cannot be read as text */
  readonly item: Item | undefined;
  readonly house: House;
  readonly sources: Sources;
  /** comments of the house file; the item carries its own */
  readonly suppressions: readonly SuppressionComment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** As `openSubmission`, where the parser is there. */
export const readSubmission = (path: string, workspace: Workspace, text?: string): SubmissionReading =>
  openSubmission(path, workspace, text).read();

/** @param text the item's text where it comes from elsewhere (standard input) */
export function openSubmission(path: string, workspace: Workspace, text?: string): Opened<SubmissionReading> {
  const { housePath, house, sources, suppressions, diagnostics } = readNearestHouse(path, workspace);
  const content =
    text === undefined
      ? readText(workspace.readFile(path, { maxBytes: MAX_ITEM_BYTES }), { path, rule: "item/encoding" })
      : { text: text.replace(/^\ufeff/, "") };
  if ("fault" in content) {
    const faults = [...diagnostics, content.fault];
    const read = () => ({ item: undefined, house, sources, suppressions, diagnostics: faults });
    return { hasMarkup: () => false, read };
  }
  sources.set(path, content.text);
  const root = findRoot(folderOf(path), housePath, workspace);
  const source = { path, text: content.text, listed: undefined, root, firstNote: 1, units: house.units };
  return {
    hasMarkup: () => hasMarkup(source),
    read: () => {
      const { item, diagnostics: found } = readItem(source, workspace);
      return { item, house, sources, suppressions, diagnostics: [...diagnostics, ...found] };
    },
  };
}

/** A file among the submissions that is no item: the house rules by which that is judged, and what it is. */
export function readPassedOver(path: string, workspace: Workspace): SubmissionReading {
  const { house, sources, suppressions, diagnostics } = readNearestHouse(path, workspace);
  const content = workspace.readFile(path, { maxBytes: 0, headBytes: 0 });
  return {
    item: undefined,
    house,
    sources,
    suppressions,
    diagnostics: [
      ...diagnostics,
      closedFinding(path, content) ?? unreadFinding(path, content.state === "folder"),
    ],
  };
}

/** What may not be opened is no file of another kind: nobody knows what is in it. */
function closedFinding(path: string, content: FileContent): Diagnostic | undefined {
  if (content.state !== "refused" || content.reason === NOT_A_FILE) return undefined;
  const read = readText(content, { path, rule: "item/encoding" });
  return "fault" in read ? read.fault : undefined;
}

/** An item that is a link out of the folder which brings it along: it is not followed, and those beside it are read. */
export function readWayOut(path: string, workspace: Workspace): SubmissionReading {
  const { house, sources, suppressions, diagnostics } = readNearestHouse(path, workspace);
  const fault: Diagnostic = {
    rule: "item/encoding",
    severity: "error",
    span: { path, start: 0, end: 0 },
    message: {
      zh: `“${path}”是一个指向文件夹之外的链接，没有检查。`,
      en: `“${path}” is a link that leads out of its folder, and was not checked.`,
    },
    help: {
      zh: "请换成文件本身；确要检查它，请直接写出它的路径。",
      en: "Put the file itself there, or give its path in the command to have it linted.",
    },
  };
  return { item: undefined, house, sources, suppressions, diagnostics: [...diagnostics, fault] };
}

/** The house rules that hold for a file: those of the nearest bulletin.yaml above it. */
export function readNearestHouse(path: string, workspace: Workspace) {
  const sources = new Map<string, string>();
  const housePath = findHouse(folderOf(path), workspace);
  const houseFile = housePath === undefined ? undefined : readHouseFile(housePath, workspace);
  if (houseFile?.text !== undefined) sources.set(houseFile.path, houseFile.text);
  const house = houseFile === undefined ? buildHouse(partsOf(path)) : houseOf(houseFile);
  return {
    housePath,
    house,
    sources,
    suppressions: houseFile?.suppressions ?? [],
    diagnostics: houseFile?.diagnostics ?? [],
  };
}

/** One house file speaks for many items: what it says is put together once while its reading is kept. */
function houseOf(file: HouseFile): House {
  const known = houses.get(file) ?? buildHouse(partsOf(file.path, file));
  houses.set(file, known);
  return known;
}

type HouseFile = ReturnType<typeof readHouseFile>;

const houses = new WeakMap<HouseFile, House>();

/** @param path where a value would stand that nobody gave: the house file, or without one the item */
const partsOf = (path: string, file?: HouseFile): HouseParts => ({
  path: file?.path,
  values: file?.record?.values,
  sections: file?.record?.values.sections?.items ?? [],
  points: file?.record?.values.points,
  fallback: { path, start: 0, end: 0 },
  contact: file?.record?.keys.get("contact"),
});
