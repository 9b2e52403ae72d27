/**
 * Which issues are to be kept from the website, seen before they are read, and also where they cannot be: by the manifest,
 * by the house rules that hold for it, and by the items. What counts as a mark: read/may-be-secret.ts.
 */
import { type Document, isMap, isScalar, parseDocument, visit } from "yaml";
import { findHouse } from "../../read/find-house.js";
import { type HiddenState, hiddenMark, isSecretItem } from "../../read/may-be-secret.js";
import { asOnDisk, whyNoPath } from "../../read/resolve-path.js";
import { folderOf, joinPath, type Workspace } from "../../read/workspace.js";

export interface HiddenBy {
  readonly state: HiddenState;
  /** where it is marked */
  readonly path: string;
}

export function hiddenAt(manifest: string, workspace: Workspace): HiddenBy | undefined {
  const text = textAt(manifest, workspace);
  const { house: namedHouse, isLost, names, isYaml } = namesIn(text ?? "");
  const folder = folderOf(manifest);
  const house = isLost ? LOST : houseOf(namedHouse, { folder, workspace });
  // House rules that are named and not to be found could have said it.
  if (house === LOST) return { state: "secret", path: manifest };
  const marks = [manifest, ...(house === undefined ? [] : [house])].flatMap((path): readonly HiddenBy[] => {
    const state = hiddenMark(path === manifest ? text : textAt(path, workspace));
    return state === undefined ? [] : [{ state, path }];
  });
  const secret = marks.find(({ state }) => state === "secret");
  if (secret !== undefined) return secret;
  const item = itemPaths(names, { folder, isYaml, workspace }).find((path) =>
    isSecretItem(textAt(path, workspace, HEAD_BYTES) ?? ""),
  );
  return item === undefined ? marks[0] : { state: "secret", path: item };
}

interface Place {
  readonly folder: string;
  readonly workspace: Workspace;
}

const LOST = Symbol("house rules that are not found");

function houseOf(named: string | undefined, { folder, workspace }: Place): string | undefined | typeof LOST {
  if (named === undefined) return findHouse(folder, workspace);
  if (whyNoPath(named) !== undefined) return LOST;
  const path = asOnDisk(joinPath(folder, named), workspace);
  return workspace.realPath(path) === undefined ? LOST : path;
}

/** Items of which the manifest says nothing that can be read are those that lie where items lie. */
function itemPaths(
  named: readonly string[],
  { folder, isYaml, workspace }: Place & { readonly isYaml: boolean },
): readonly string[] {
  const listed = named.map((name) => joinPath(folder, name.replaceAll("\\", "/")));
  const lying = [folder, joinPath(folder, "items")].flatMap((place) =>
    (workspace.listFolder(place) ?? []).map((name) => joinPath(place, name)),
  );
  const isItem = (path: string): boolean => /\.(?:md|markdown)$/iu.test(path);
  return [...new Set([...listed, ...(isYaml ? [] : lying)].filter(isItem))].map((path) =>
    asOnDisk(path, workspace),
  );
}

interface Names {
  readonly isYaml: boolean;
  /** the house rules that are named; undefined where none are, `isLost` where nobody can tell which */
  readonly house: string | undefined;
  readonly isLost: boolean;
  /** whatever may name an item */
  readonly names: readonly string[];
}

const NAME_OF_ITEM = /[^\s"'“”,[\]{}]{1,255}\.(?:md|markdown)/giu;
const NAME_OF_HOUSE = /^[\s\-?{,]*["'“”]?extends["'“”]?\s*[:：][^\S\n]*["'“”]?([^"'“”\n,{}#]+)/imu;

function namesIn(text: string): Names {
  const document = parsed(text);
  if (document === undefined) {
    const names = [...text.matchAll(NAME_OF_ITEM)].map(([name]) => name);
    return { isYaml: false, house: NAME_OF_HOUSE.exec(text)?.[1]?.trim() || undefined, isLost: false, names };
  }
  const house = document.get("extends", true);
  const names: string[] = [];
  visit(document, {
    Scalar(_, { value }) {
      if (typeof value === "string") names.push(value);
    },
  });
  const words = isScalar(house) && house.value !== null ? String(house.value) : "";
  return {
    isYaml: true,
    house: words === "" ? undefined : words,
    isLost: house !== undefined && house !== null && !isScalar(house),
    names,
  };
}

/** @returns undefined for what is no map of YAML */
function parsed(text: string): Document.Parsed | undefined {
  try {
    const document = parseDocument(text, { uniqueKeys: false, logLevel: "silent", strict: false });
    return document.errors.length === 0 && isMap(document.contents) ? document : undefined;
  } catch {
    // Nested too deeply.
    return undefined;
  }
}

/** More than any manifest has. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Enough for front matter. */
const HEAD_BYTES = 64 * 1024;

function textAt(path: string, workspace: Workspace, headBytes?: number): string | undefined {
  const maxBytes = headBytes === undefined ? MOST_BYTES : Number.POSITIVE_INFINITY;
  const content = workspace.readFile(path, { maxBytes, ...(headBytes !== undefined && { headBytes }) });
  return content.state === "found" ? decoded(content.bytes) : undefined;
}

/** In whatever encoding: what cannot be built may say so all the same. A head may end within a letter. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || second === 0) return new TextDecoder("utf-16le").decode(bytes);
  if ((first === 0xfe && second === 0xff) || first === 0) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
