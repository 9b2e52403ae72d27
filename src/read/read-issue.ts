/**
 * A manifest, its house rules and its items to an Issue. A broken value stops nothing: it is
 * reported, an empty one takes its place, and reading goes on, so that one run shows everything.
 */
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import type { House } from "../model/house.js";
import type { Issue, IssueHead, SuppressionComment } from "../model/issue.js";
import { stemOf } from "../model/issue-marks.js";
import type { Span } from "../model/located.js";
import { buildHouse } from "./build-house.js";
import { buildIssueFacts } from "./build-issue-facts.js";
import { buildMarks } from "./build-marks.js";
import { checkManifest } from "./check-manifest.js";
import type { Fields } from "./fields/field.js";
import { mergeRecords } from "./fields/record-field.js";
import { findHouse, findRoot } from "./find-house.js";
import { sharedFields } from "./house-fields.js";
import type { ItemMemory } from "./item-memory.js";
import { manifestFields } from "./manifest-fields.js";
import type { Opened } from "./markdown/parse-markdown.js";
import { marksSecrecy, nodeSaysSecrecy, saysSecrecy } from "./may-be-secret.js";
import { hasUnreadPoints } from "./points-fields.js";
import { isNoteWithMarkup, readEditorsNote } from "./read-editors-note.js";
import { readHouseFile, readYamlFile, type YamlFile } from "./read-house.js";
import type { ReadInPlace } from "./read-in-place.js";
import { readItem } from "./read-item.js";
import { openSections } from "./read-sections.js";
import { readSurroundings } from "./read-surroundings.js";
import { asOnDisk, whyNoPath } from "./resolve-path.js";
import { folderOf, joinPath, type Workspace } from "./workspace.js";

export const MANIFEST_FILE = "issue.yaml";

export interface IssueReading {
  /** undefined only where the manifest cannot be read as a map */
  readonly issue: Issue | undefined;
  /** true too where a level of secrecy was not understood, or could stand in what was not read (may-be-secret.ts) */
  readonly mayBeSecret: boolean;
  readonly sources: Sources;
  /** comments of manifest and house file; items carry their own */
  readonly suppressions: readonly SuppressionComment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Its texts are in memory; none of the items is parsed. */
export interface OpenedIssue extends Opened<IssueReading> {
  /** undefined where the manifest cannot be read as a map */
  readonly head: IssueHead | undefined;
  readonly sources: Sources;
  /** what was found till then; reading adds to it */
  readonly diagnostics: readonly Diagnostic[];
  /** @param tell hears of each item while the next ones are still to be read */
  readonly read: (tell?: (read: ReadInPlace) => void) => IssueReading;
}

/** As `openIssue`, where the parser is there. */
export const readIssue = (path: string, workspace: Workspace, memory?: ItemMemory): IssueReading =>
  openIssue(path, workspace, memory).read();

/**
 * @param path a manifest, or the folder that holds one
 * @param memory what the last reading of the same issue left
 */
export function openIssue(path: string, workspace: Workspace, memory?: ItemMemory): OpenedIssue {
  const manifestPath = findManifest(path, workspace);
  const folder = folderOf(manifestPath);
  const manifest = readYamlFile(manifestPath, { fields: manifestFields, workspace });
  const sources = new Map<string, string>();
  if (manifest.text !== undefined) sources.set(manifestPath, manifest.text);
  const { record } = manifest;
  if (record === undefined) {
    const diagnostics =
      manifest.diagnostics.length > 0 ? manifest.diagnostics : [emptyManifest(manifestPath)];
    const { suppressions } = manifest;
    const nothing = { issue: undefined, mayBeSecret: true, sources, suppressions, diagnostics };
    return { head: undefined, hasMarkup: () => false, read: () => nothing, sources, diagnostics };
  }
  const diagnostics: Diagnostic[] = [...manifest.diagnostics];
  const report = (diagnostic: Diagnostic) => {
    diagnostics.push(diagnostic);
  };

  const housePath = findHouseOf(record.values.extends, { folder, workspace, report });
  const houseFile = housePath === undefined ? undefined : readHouseFile(housePath, workspace);
  if (houseFile?.text !== undefined) sources.set(houseFile.path, houseFile.text);
  diagnostics.push(...(houseFile?.diagnostics ?? []));
  const root = findRoot(folder, housePath, workspace);

  const start: Span = { path: manifestPath, start: 0, end: 0 };
  const below = houseFile?.record;
  const merged = below === undefined ? record : mergeRecords(sharedFields, below, record);
  const houseSections = below?.values.sections?.items;
  const ownHouse = buildHouse({
    path: housePath,
    values: merged.values,
    sections: houseSections ?? record.values.sections?.items ?? [],
    points: below?.values.points,
    hasUnreadPoints: houseFile !== undefined && hasUnreadPoints(houseFile),
    isPublic: below?.values.public?.value,
    fallback: start,
    // An address whose key is misspelt is told as such: the contact lacks none.
    contact: merged.values.contact?.told.has("email")
      ? undefined
      : (record.keys.get("contact") ?? below?.keys.get("contact")),
  });
  const house: House = memory?.sameHouse(ownHouse) ?? ownHouse;
  const marks = buildMarks(record.values, merged);
  const facts = buildIssueFacts(record, { shared: merged.values, folder, start, workspace });
  const broken =
    manifest.document?.brokenFrom !== undefined ||
    (houseFile !== undefined &&
      (houseFile.document === undefined || houseFile.document.brokenFrom !== undefined));
  checkManifest({
    broken,
    record,
    shared: merged,
    house,
    slug: stemOf(facts.slug, marks.draft?.value),
    hasHouseSections: houseSections !== undefined,
    folder,
    root,
    start,
    workspace,
    report,
  });

  const mayBeSecret =
    broken ||
    marks.secrecy !== undefined ||
    marksSecrecy(marks.marking?.value) ||
    // House rules that were named and not found, or are none, could have said it.
    (housePath === undefined ? record.values.extends !== undefined : below === undefined) ||
    [record, below].some((one) => one?.told.has("secrecy") === true) ||
    [manifest, houseFile].some((file) => file !== undefined && fileSaysSecrecy(file));

  const sections = openSections(record.values.sections?.items ?? [], {
    folder,
    root,
    workspace,
    readItem: memory?.open() ?? readItem,
    units: house.units,
    sources,
    report,
  });
  const noteSource = record.values["editors-note"];
  const read = (tell?: (read: ReadInPlace) => void): IssueReading => {
    const { note, suppressions: inNote } = readEditorsNote(noteSource, {
      path: manifestPath,
      text: manifest.text ?? "",
      rule: "manifest/invalid-value",
      report,
    });
    const suppressions = [...manifest.suppressions, ...inNote, ...(houseFile?.suppressions ?? [])];
    const issue: Issue = {
      path: manifestPath,
      folder,
      root,
      house,
      ...facts,
      marks,
      ...(note && { editorsNote: note }),
      sections: sections.read(tell),
      surroundings: readSurroundings(
        {
          ...{ folder, root, date: facts.date.value },
          ...{ listed: sections.paths, refused: sections.outside },
          isSound: !diagnostics.some(({ severity }) => severity === "error"),
        },
        workspace,
      ),
    };
    return { issue, mayBeSecret, sources, suppressions, diagnostics };
  };
  return {
    head: { path: manifestPath, folder, root, house, number: facts.number, marks },
    hasMarkup: () => sections.hasMarkup() || isNoteWithMarkup(noteSource),
    read,
    sources,
    diagnostics,
  };
}

function fileSaysSecrecy({ text, document }: Pick<YamlFile<Fields>, "text" | "document">): boolean {
  if (document?.diagnostics.length === 0) return nodeSaysSecrecy(document.root);
  return text !== undefined && saysSecrecy(text);
}

function findManifest(path: string, workspace: Workspace): string {
  const normal = joinPath("", path);
  const isFolder =
    workspace.readFile(normal, { maxBytes: Number.POSITIVE_INFINITY, headBytes: 0 }).state === "folder";
  return isFolder ? joinPath(normal, MANIFEST_FILE) : normal;
}

function findHouseOf(
  named: { readonly value: string; readonly span: Span } | undefined,
  {
    folder,
    workspace,
    report,
  }: {
    readonly folder: string;
    readonly workspace: Workspace;
    readonly report: (diagnostic: Diagnostic) => void;
  },
): string | undefined {
  if (named === undefined) return findHouse(folder, workspace);
  const reason = whyNoPath(named.value);
  const path = asOnDisk(joinPath(folder, named.value), workspace);
  if (reason === undefined && workspace.realPath(path) !== undefined && isYaml(path)) return path;
  report({
    rule: "manifest/invalid-value",
    severity: "error",
    span: named.span,
    message: {
      zh: `${reason === undefined ? "找不到" : "不能使用"}办刊规定文件“${named.value}”${reason === undefined ? "" : `：${reason.zh}`}。`,
      en: `The house rules “${named.value}” ${reason === undefined ? "do not exist" : `cannot be used: ${reason.en}`}.`,
    },
    help: { zh: "路径从本文件所在文件夹算起。", en: "The path is relative to the folder of this file." },
  });
  return undefined;
}

/** House rules may lie outside the bulletin, and findings show their lines: no other file is read. */
const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);

const emptyManifest = (path: string): Diagnostic => ({
  rule: "manifest/syntax",
  severity: "error",
  span: { path, start: 0, end: 0 },
  message: { zh: `“${path}”是空的。`, en: `“${path}” is empty.` },
  help: {
    zh: "至少要写期号、日期和栏目；“bulletin init”会写出一份样本。",
    en: "It needs at least a number, a date and sections; “bulletin init” writes a sample.",
  },
});
