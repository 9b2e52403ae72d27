/**
 * JSON Schemas beside a bulletin, by which text editors complete and check the keys of its YAML files. They are
 * copies: no address needs the network, and what points to them stays true when the bulletin is moved, checked out
 * elsewhere, or the package lies in another place.
 */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { withSlashes } from "../../disk/disk-workspace.js";
import { packageFolder } from "../../disk/package-files.js";
import { readRegularFile } from "../../disk/regular-file.js";
import type { FileToWrite } from "../../disk/write-files.js";
import type { SchemaName } from "../../read/schema-names.js";

/** Below the bulletin's folder. */
export const SCHEMA_FOLDER = ".bulletin-schemas";

/** Of the files that are YAML as a whole; an item is Markdown. */
const NAMES: readonly SchemaName[] = ["house", "manifest", "template"];

/** A larger one is not ours. */
const MOST_BYTES = 4 * 1024 * 1024;

const fileName = (name: SchemaName): string => `${name}.schema.json`;

/**
 * @param root the bulletin's folder
 * @returns the copies that are missing there, or are another version's
 */
export function schemaFiles(root: string): readonly FileToWrite[] {
  return NAMES.map((name) => ({
    path: join(root, SCHEMA_FOLDER, fileName(name)),
    bytes: readFileSync(join(packageFolder(), "dist", "schemas", fileName(name))),
  })).filter(({ path, bytes }) => {
    const there = readRegularFile(path, { maxBytes: MOST_BYTES, followsLinks: true });
    return there.state !== "found" || !there.bytes.equals(bytes);
  });
}

/** @returns the first line of a YAML file in `folder`, which names its schema by a relative path */
export function schemaLine(name: SchemaName, { root, folder }: { root: string; folder: string }): string {
  const way = withSlashes(relative(folder, join(root, SCHEMA_FOLDER, fileName(name))));
  return `# yaml-language-server: $schema=${way.startsWith("../") ? way : `./${way}`}`;
}
