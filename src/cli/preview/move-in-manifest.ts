/**
 * An item moved to another place of a manifest as an edit of its text: its line goes with its own comments, and
 * everything else stays to the character. As in set-manifest-values.ts, the edit is held to what the same change
 * means to the YAML document, which is written anew where no edit gives that.
 */
import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, YAMLSeq } from "yaml";
import { joinPath } from "../../read/workspace.js";
import { heldTo } from "../new/held-edit.js";
import { listedPath } from "./listed-path.js";
import { insertPiece, type Piece, type Region, regionOf, removePiece } from "./manifest-regions.js";

export interface ItemMove {
  /** as listed-path.ts names the item */
  readonly path: string;
  /** name of the section that it goes to */
  readonly section: string;
  /** the item that it goes before; behind all where none is named */
  readonly before?: string | undefined;
}

/**
 * @param folder workspace path of the manifest's folder
 * @returns undefined where there is no such item or section
 */
export function moveInManifest(text: string, move: ItemMove, folder = "."): string | undefined {
  const document = parseDocument(text);
  const lists = listsOf(document, folder);
  const from = lists.find(({ items }) => items.includes(move.path));
  const to = lists.find(({ name }) => name === move.section);
  if (from === undefined || to === undefined) return undefined;
  const at = from.items.indexOf(move.path);
  const rest = to === from ? to.items.toSpliced(at, 1) : to.items;
  const index = move.before === undefined ? rest.length : rest.indexOf(move.before);
  if (index < 0) return undefined;
  if (to === from && index === at) return text;
  const edited = editText(text, { from, to, at, index });
  moveNode({ from, to, at, index });
  return heldTo(document, edited, text);
}

/** The items of a section. */
interface List {
  readonly name: string;
  readonly section: YAMLMap;
  readonly seq: YAMLSeq | undefined;
  readonly items: readonly string[];
}

function listsOf(document: Document, folder: string): readonly List[] {
  const sections = document.errors.length === 0 ? document.get("sections") : undefined;
  if (!isSeq(sections)) return [];
  return sections.items.filter(isMap).map((section) => {
    const items = section.get("items");
    const seq = isSeq(items) ? items : undefined;
    return {
      name: String(section.get("name")),
      section,
      seq,
      items: (seq?.items ?? []).map((item) =>
        isScalar(item) ? listedPath(joinPath(folder, String(item.value)), folder) : "",
      ),
    };
  });
}

interface Moving {
  readonly from: List;
  readonly to: List;
  readonly at: number;
  /** in the list that it goes to, once it has been taken out */
  readonly index: number;
}

function moveNode({ from, to, at, index }: Moving): void {
  const [node] = from.seq?.items.splice(at, 1) ?? [];
  if (from.seq?.items.length === 0) from.seq.flow = true;
  const target = to.seq ?? new YAMLSeq();
  if (to.seq === undefined) to.section.set("items", target);
  if (target.items.length === 0) target.flow = false;
  target.items.splice(index, 0, node);
}

function editText(text: string, { from, to, at, index }: Moving): string | undefined {
  const source = regionOf(text, from);
  const target = from === to ? source : regionOf(text, to);
  const piece = source?.pieces[at];
  if (source === undefined || target === undefined || piece === undefined) return undefined;
  const left = removePiece(source.pieces, at);
  if (source === target) return replaceRegion(text, source, insertPiece(left, index, piece));
  const grown = insertPiece(target.pieces, index, piece);
  // From the end, so that the places before it stay.
  return source.start < target.start
    ? replaceRegion(replaceRegion(text, target, grown), source, left)
    : replaceRegion(replaceRegion(text, source, left), target, grown);
}

const replaceRegion = (text: string, { start, end, print }: Region, pieces: readonly Piece[]): string =>
  `${text.slice(0, start)}${print(pieces)}${text.slice(end)}`;
