/** Which of the names below a watched place matter, and which are not even looked at. */
import { basename, dirname, sep } from "node:path";
import {
  EDITION_NAMES,
  EDITIONS,
  FORMS_WITH_COMPANIONS,
  ITEMS_FOLDER_ENDING,
} from "../../editions/edition-table.js";

/** All by real path. */
export interface Places {
  /** of the issues themselves */
  readonly folders: readonly string[];
  /** all that is watched by its own name, these folders among it */
  readonly elsewhere: ReadonlySet<string>;
  readonly fontFolders: ReadonlySet<string>;
}

/**
 * Files that an edition is made of: copy, pictures, templates, fonts. Whatever else is written
 * beside them (a log of this very command, say) builds nothing.
 */
export const isSource = (path: string): boolean =>
  /\.(ya?ml|md|markdown|png|jpe?g|css|ttf|otf|ttc|otc)$|[/\\]page\.html$/i.test(path);

/** Editions, and hidden folders within a bulletin; the bulletin itself may lie in a hidden one. */
export function isIgnored(path: string, { folders, elsewhere, fontFolders }: Places): boolean {
  if (elsewhere.has(path)) return false;
  const folder = folders.find((each) => path.startsWith(each.endsWith(sep) ? each : `${each}${sep}`));
  if (folder !== undefined) return IGNORED.test(path.slice(folder.length));
  // All fonts of a system may lie below a folder of fonts, which is asked for its own files alone.
  return fontFolders.has(dirname(path)) ? !FONT.test(path) : IGNORED.test(basename(path));
}

const FONT = /\.(ttf|otf|ttc|otc)$/i;
/** Of what a build writes; page.html is read as well. */
const MADE_ENDINGS = EDITION_NAMES.map((name) => EDITIONS[name].extension).filter(
  (extension) => !isSource(`${sep}page.${extension}`),
);
/** Numbered pictures in a folder beside an edition. */
const BESIDE = `-(${FORMS_WITH_COMPANIONS.join("|")})[/\\\\]\\d{2,}-[^/\\\\]*$`;
/** The page of an item alone, whatever its title is. */
const OF_ITEMS = `${ITEMS_FOLDER_ENDING}[/\\\\][^/\\\\]*\\.html$`;
const IGNORED = new RegExp(
  `(^|[/\\\\])(node_modules|\\.[^/\\\\.][^/\\\\]*)([/\\\\]|$)|\\.(${[...MADE_ENDINGS, "tmp"].join("|")})$|${BESIDE}|${OF_ITEMS}`,
);
