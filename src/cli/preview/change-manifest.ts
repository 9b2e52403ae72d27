/**
 * The two changes that the page makes of a manifest: an item moved, and the issue's details. What would come of a
 * change is read before it is written: one that would break the manifest is refused in the reader's own words.
 */
import { isMap, parseDocument } from "yaml";
import type { Diagnostic, Message } from "../../diagnostics/diagnostic.js";
import type { DetailsState } from "../../preview/protocol.js";
import { readOpened } from "../../read/markdown/parse-markdown.js";
import { openIssue } from "../../read/read-issue.js";
import { overlayWorkspace, type Workspace } from "../../read/workspace.js";
import type { Change } from "../history/keep-changes.js";
import { type ItemMove, moveInManifest } from "./move-in-manifest.js";
import { type RefusedChange, refuse } from "./refused-change.js";
import { setManifestValues, type ValueChange } from "./set-manifest-values.js";

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

export async function changeDetails(
  file: ManifestFile,
  details: Partial<DetailsState>,
): Promise<ManifestChange> {
  const changes = DETAIL_NAMES.flatMap((name): ValueChange[] => {
    const value = details[name];
    return value === undefined ? [] : [{ keys: KEYS[name], value: value.trim().normalize("NFC") }];
  });
  if (!isWhole(file.text)) return refuse(BROKEN);
  return judged(file, setManifestValues(file.text, changes));
}

export async function moveItem(file: ManifestFile, move: ItemMove): Promise<ManifestChange> {
  if (!isWhole(file.text)) return refuse(BROKEN);
  const text = moveInManifest(file.text, move);
  return text === undefined ? refuse(NO_SUCH_ITEM) : judged(file, text);
}

function isWhole(text: string): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && isMap(document.contents);
}

/** Errors of the manifest that are there behind the change and were not before it refuse it. */
async function judged({ path, text, workspace }: ManifestFile, after: string): Promise<ManifestChange> {
  if (after === text) return { changes: new Map() };
  const errorsOf = async (manifest: string): Promise<readonly Diagnostic[]> => {
    const read = await readOpened(openIssue(path, overlayWorkspace(workspace, new Map([[path, manifest]]))));
    return read.diagnostics.filter(({ severity, span }) => severity === "error" && span.path === path);
  };
  const known = new Set((await errorsOf(text)).map(({ message }) => message.zh));
  const [fresh] = (await errorsOf(after)).filter(({ message }) => !known.has(message.zh));
  if (fresh !== undefined) return refuse({ problem: fresh.message, remedy: fresh.help ?? CORRECT_IT });
  return { changes: new Map([[path, { before: text, after, target: path }]]) };
}

const CORRECT_IT: Message = {
  zh: "请改正后再保存；清单没有改动。",
  en: "Correct it and save again; the manifest was not changed.",
};

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
