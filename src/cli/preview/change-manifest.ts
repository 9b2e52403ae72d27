/**
 * The two changes that the page makes of a manifest: an item moved, and the issue's details. What would come of a
 * change is read before it is written: one that would break the manifest is refused, in the words of the form where
 * a field of it is meant (details-refusals.ts).
 */
import { isMap, parseDocument } from "yaml";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { DetailsState } from "../../preview/protocol.js";
import { readOpened } from "../../read/markdown/parse-markdown.js";
import { openIssue } from "../../read/read-issue.js";
import { folderOf, overlayWorkspace, type Workspace } from "../../read/workspace.js";
import type { Change } from "../history/keep-changes.js";
import {
  CORRECT_IT,
  controlIn,
  type DetailName,
  faultOfField,
  refuseFields,
  refuseOvertaken,
  refuseParts,
} from "./details-refusals.js";
import { type ItemMove, moveInManifest } from "./move-in-manifest.js";
import { type RefusedChange, refuse } from "./refused-change.js";
import { rangeOf, setManifestValues, type ValueChange } from "./set-manifest-values.js";

/** Where each field of the form stands. */
const KEYS: Readonly<Record<keyof DetailsState, ValueChange["keys"]>> = {
  year: ["year"],
  number: ["number"],
  total: ["total"],
  date: ["date"],
  from: ["period", "from"],
  to: ["period", "to"],
  editor: ["editorial", "editor"],
  reviewer: ["editorial", "reviewer"],
  approver: ["editorial", "approver"],
};

// The keys of the literal above.
export const DETAIL_NAMES = Object.keys(KEYS) as readonly (keyof DetailsState)[];

const NOTHING: DetailsState = {
  ...{ year: "", number: "", total: "", date: "", from: "", to: "" },
  ...{ editor: "", reviewer: "", approver: "" },
};

/** @returns what the manifest says, as it is written; all empty where it cannot be read */
export function readDetails(text: string): DetailsState {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return NOTHING;
  const writtenAt = (keys: ValueChange["keys"]): string => {
    const [key, inner] = keys;
    const value = document.get(key);
    const found = inner === undefined ? value : isMap(value) ? value.get(inner) : undefined;
    return typeof found === "string" || typeof found === "number" ? String(found) : "";
  };
  const entries = DETAIL_NAMES.map((name) => [name, writtenAt(KEYS[name])]);
  // The names are those of the table.
  return { ...NOTHING, ...Object.fromEntries(entries) };
}

/** The manifest as the page was made of it. */
export interface ManifestFile {
  readonly path: string;
  readonly text: string;
  readonly workspace: Workspace;
}

export type ManifestChange = { readonly changes: ReadonlyMap<string, Change> } | RefusedChange;

/** @param shown what the form showed of the details; what it did not show is not asked after */
export async function changeDetails(
  file: ManifestFile,
  details: Partial<DetailsState>,
  shown: Partial<DetailsState> = {},
): Promise<ManifestChange> {
  const given = DETAIL_NAMES.flatMap((name): GivenDetail[] => {
    const value = details[name];
    return value === undefined ? [] : [{ name, keys: KEYS[name], value: tidied(name, value) }];
  });
  const unseen = given.filter(({ value }) => CONTROL.test(value)).map(({ name }) => controlIn(name));
  if (unseen.length > 0) return refuseFields(unseen);
  if (!isWhole(file.text)) return refuse(BROKEN);
  const now = readDetails(file.text);
  const overtaken = given.filter(({ name, value }) =>
    [shown[name] ?? now[name], value].every((known) => known !== now[name]),
  );
  if (overtaken.length > 0)
    return refuseOvertaken(overtaken.map(({ name }) => ({ field: name, now: now[name] })));
  const after = setManifestValues(file.text, given);
  if (typeof after !== "string") {
    const meant = given.filter(({ keys, value }) => keys[0] === after.key && value !== "");
    return refuseParts(
      after.key,
      meant.map(({ name }) => name),
    );
  }
  const found = await faultsBehind(file, after);
  const [first] = found;
  if (first === undefined) return changeTo(file, after);
  const faults = new Map(
    found.flatMap((fault) => {
      const field = fieldOf(fault, after, given);
      return field === undefined ? [] : [[field.name, faultOfField(field.name, field.value, fault)] as const];
    }),
  );
  return faults.size > 0
    ? refuseFields([...faults.values()])
    : refuse({ problem: first.message, remedy: first.help ?? CORRECT_IT });
}

type GivenDetail = ValueChange & { readonly name: DetailName };

/** Digits as a Chinese keyboard types them are digits; a line break or a tab that was pasted parts words. */
function tidied(name: DetailName, value: string): string {
  const words = value.replace(/[\t\n\r\u2028\u2029]+/g, " ").trim();
  return KEYS[name][0] === "editorial" ? words.normalize("NFC") : words.normalize("NFKC");
}

const CONTROL = /\p{Cc}/u;

/**
 * @returns the field that a fault stands in; else the one that it names as missing; else one that was given of the
 *   same part of the manifest
 */
function fieldOf(
  { span, message }: Diagnostic,
  text: string,
  given: readonly GivenDetail[],
): { readonly name: DetailName; readonly value: string } | undefined {
  const document = parseDocument(text);
  const isIn = (keys: readonly string[]): boolean => {
    const [start = 0, end = -1] = rangeOf(document.getIn(keys, true)) ?? [];
    return span.start >= start && span.start < end;
  };
  const isNamed = (name: DetailName): boolean => message.en.includes(`“${KEYS[name].at(-1)}”`);
  const standsIn = given.find(({ keys }) => isIn(keys));
  const named = standsIn ?? given.find(({ name, value }) => value === "" && isNamed(name));
  if (named !== undefined) return named;
  const ofPart = given.filter(({ keys: [key] }) => isIn([key]));
  // Of a period one end alone was given.
  const now = readDetails(text);
  const missing = PERIOD.find((name) => now[name] === "" && isNamed(name));
  if (missing !== undefined && ofPart.length > 0) return { name: missing, value: "" };
  return ofPart[0] ?? (given.length === 1 ? given[0] : undefined);
}

const PERIOD = ["from", "to"] as const;

export async function moveItem(file: ManifestFile, move: ItemMove): Promise<ManifestChange> {
  if (!isWhole(file.text)) return refuse(BROKEN);
  const text = moveInManifest(file.text, move, folderOf(file.path));
  if (text === undefined) return refuse(NO_SUCH_ITEM);
  const [fault] = await faultsBehind(file, text);
  return fault === undefined
    ? changeTo(file, text)
    : refuse({ problem: fault.message, remedy: fault.help ?? CORRECT_IT });
}

function isWhole(text: string): boolean {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return false;
  try {
    document.toJS();
    return true;
  } catch {
    // Aliases of aliases, of which the reader has told.
    return false;
  }
}

/** @returns errors of the manifest that are there behind the change and were not before it */
async function faultsBehind(
  { path, text, workspace }: ManifestFile,
  after: string,
): Promise<readonly Diagnostic[]> {
  if (after === text) return [];
  const errorsOf = async (manifest: string): Promise<readonly Diagnostic[]> => {
    const read = await readOpened(openIssue(path, overlayWorkspace(workspace, new Map([[path, manifest]]))));
    return read.diagnostics.filter(({ severity, span }) => severity === "error" && span.path === path);
  };
  const known = new Set((await errorsOf(text)).map(({ message }) => message.zh));
  return (await errorsOf(after)).filter(({ message }) => !known.has(message.zh));
}

const changeTo = ({ path, text }: ManifestFile, after: string): ManifestChange => ({
  changes: after === text ? new Map() : new Map([[path, { before: text, after, target: path }]]),
});

const BROKEN = {
  problem: {
    zh: "清单有写法上的错误，现在不能在这里改动。",
    en: "The manifest has faults of YAML and cannot be changed here for now.",
  },
  remedy: {
    zh: "请先在编辑器里打开清单，按左边列出的错误改好。",
    en: "Open the manifest in an editor first, and mend the errors that are listed.",
  },
};

const NO_SUCH_ITEM = {
  problem: {
    zh: "清单里没有这篇稿件或这个栏目了，没有移动。",
    en: "The manifest no longer lists this item or section; nothing was moved.",
  },
  remedy: { zh: "请看更新后的目录，再移动一次。", en: "Look at the list as it is now, and move it again." },
};
