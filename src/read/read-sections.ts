/** The manifest's sections with the items they list, each read once it is known to lie inside. */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import { unreadableHelp } from "../diagnostics/unreadable-name.js";
import type { Unit } from "../model/house.js";
import type { Item, Section } from "../model/issue.js";
import type { Located } from "../model/located.js";
import type { WrittenText } from "../model/typed-text.js";
import type { ReadItem } from "./item-memory.js";
import type { ManifestSectionValue } from "./manifest-fields.js";
import type { Opened } from "./markdown/parse-markdown.js";
import type { ReadInPlace } from "./read-in-place.js";
import { hasMarkup, MAX_ITEM_BYTES } from "./read-item.js";
import { readText } from "./read-text-file.js";
import { resolvePath } from "./resolve-path.js";
import { joinPath, type Workspace } from "./workspace.js";

/** Items of one issue: ten a working day for a year. */
const MAX_ITEMS = 2000;

export interface SectionsState {
  readonly folder: string;
  readonly root: string;
  readonly workspace: Workspace;
  readonly readItem: ReadItem;
  /** the house's register */
  readonly units: readonly Unit[];
  /** receives the text of each item */
  readonly sources: Map<string, string>;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface OpenSections extends Opened<readonly Section[]> {
  /** @param tell hears of each item while the next ones are still to be read */
  readonly read: (tell?: (read: ReadInPlace) => void) => readonly Section[];
  /** paths that the manifest lists, whether or not they can be read */
  readonly paths: readonly string[];
  /** paths that it lists though they lead out of the bulletin */
  readonly outside: readonly string[];
}

/** Finds the items of the sections and their texts; reads them when it is asked to. */
export function openSections(values: readonly ManifestSectionValue[], state: SectionsState): OpenSections {
  const paths: string[] = [];
  const outside: string[] = [];
  const texts = new Map<string, string>();
  const tooMany = findTooMany(values);
  if (tooMany !== undefined) state.report(tooMany);
  let listed = 0;
  const open = values.map((value): OpenSection => {
    const items: ListedItem[] = [];
    for (const written of value.values.items?.items ?? []) {
      listed += 1;
      if (listed > MAX_ITEMS) break;
      const path = findItem(written, state);
      if (path === undefined) {
        outside.push(joinPath(state.folder, written.value));
        continue;
      }
      paths.push(path);
      const text = texts.get(path) ?? findText({ path, written }, state);
      if (text === undefined) continue;
      texts.set(path, text);
      items.push({ path, written, text });
    }
    return { value, items };
  });
  return {
    paths,
    outside,
    hasMarkup: () => open.some(({ items }) => items.some(hasMarkup)),
    read: (tell) => readSections(open, state, tell),
  };
}

function readSections(
  open: readonly OpenSection[],
  state: SectionsState,
  tell?: (read: ReadInPlace) => void,
): readonly Section[] {
  const readAlready = new Map<string, Item>();
  let firstNote = 1;
  return open.map(({ value: { values, span, keys }, items: listed }, index) => {
    const section = {
      name: values.name ?? { value: "", span: keys.get("name") ?? { ...span, end: span.start } },
      keepEmpty: values["keep-empty"]?.value ?? false,
      span,
    };
    const items: Item[] = [];
    for (const one of listed) {
      // Listed again, it is refused by a rule and never printed: what was read serves.
      const again = readAlready.get(one.path);
      const item =
        again === undefined ? readListedItem(one, firstNote, state) : { ...again, listed: one.written.span };
      readAlready.set(one.path, item);
      firstNote += item.notes.length;
      items.push(item);
      tell?.({ index, section, item });
    }
    return { name: section.name, items, keepEmpty: section.keepEmpty, span };
  });
}

/** One finding in place of one for each item that is too many. */
function findTooMany(values: readonly ManifestSectionValue[]): Diagnostic | undefined {
  const all = values.flatMap(({ values: { items } }) => items?.items ?? []);
  const first = all[MAX_ITEMS];
  if (first === undefined) return undefined;
  return {
    rule: "manifest/invalid-value",
    severity: "error",
    span: first.span,
    message: {
      zh: `清单列了 ${all.length} 篇稿件，最多只能有 ${MAX_ITEMS} 篇；从这一篇起没有读取。`,
      en: `The manifest lists ${all.length} items; at most ${MAX_ITEMS} are allowed, and from here on none was read.`,
    },
    help: { zh: "请分成几期。", en: "Split it into several issues." },
  };
}

interface OpenSection {
  readonly value: ManifestSectionValue;
  readonly items: readonly ListedItem[];
}

interface ListedItem {
  readonly path: string;
  readonly written: Located<string>;
  readonly text: string;
}

function findText(
  { path, written }: Omit<ListedItem, "text">,
  { workspace, sources, report }: SectionsState,
): string | undefined {
  const file = workspace.readFile(path, { maxBytes: MAX_ITEM_BYTES });
  const rule = file.state === "folder" || file.state === "missing" ? "item/file-missing" : "item/encoding";
  const content = readText(file, { path, rule });
  if ("fault" in content) {
    report({ ...content.fault, span: written.span });
    return undefined;
  }
  sources.set(path, content.text);
  return content.text;
}

function readListedItem(
  { path, written, text }: ListedItem,
  firstNote: number,
  { workspace, root, units, readItem, report }: SectionsState,
): Item {
  const reading = readItem({ path, text, listed: written.span, root, firstNote, units }, workspace);
  reading.diagnostics.forEach(report);
  return reading.item;
}

function findItem(
  written: WrittenText,
  { folder, root, workspace, report }: SectionsState,
): string | undefined {
  const typed = written.written?.text ?? written.value;
  const bounds = { folder, root, workspace };
  // The very name that is written comes first: a folder may hold both spellings of it.
  const exact = typed === written.value ? undefined : resolvePath(typed, bounds);
  const resolved = exact?.state === "found" ? exact : resolvePath(written.value, bounds);
  if (resolved.state === "outside") {
    report({
      rule: "item/path-outside",
      severity: "error",
      span: written.span,
      message: {
        zh: `不能读取“${written.value.replaceAll("\0", "␀")}”：${resolved.reason.zh}。`,
        en: `“${written.value.replaceAll("\0", "␀")}” cannot be read: ${resolved.reason.en}.`,
      },
      help: {
        zh: "请把稿件放进期次文件夹，写成 items/01.md 这样的路径。",
        en: "Put the item into the issue's folder and write a path like items/01.md.",
      },
    });
    return undefined;
  }
  if (resolved.state === "found") return resolved.path;
  const { nearest, unreadable } = resolved;
  report({
    rule: "item/file-missing",
    severity: "error",
    span: written.span,
    message: { zh: `找不到稿件“${written.value}”。`, en: `The item “${written.value}” does not exist.` },
    help: howToFind(nearest, unreadable),
  });
  return undefined;
}

function howToFind(nearest: string | undefined, unreadable: string | undefined): Message {
  if (nearest !== undefined) return { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` };
  if (unreadable === undefined) {
    return {
      zh: "路径从本文件所在文件夹算起，请检查文件名。",
      en: "Paths are relative to the folder of this file; check the file name.",
    };
  }
  return unreadableHelp(unreadable);
}
