/** The files that `bulletin import` is given: named ones, and those in a named folder; each read whole, once. */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import { withSlashes } from "../../disk/disk-workspace.js";
import { fileAt } from "../../disk/file-facts.js";
import { readRegularFile } from "../../disk/regular-file.js";

/** A mail with photos has some tens of MiB; what is larger is no submission. */
export const MOST_FILE_BYTES = 256 * 1024 * 1024;

export interface IncomingFile {
  /** as it was named, `/` between folders */
  readonly path: string;
  /** without folders */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What is never a submission: hidden files, what Office programs leave, the system's own. */
const LEFT_BEHIND = /^(?:[.~].*|~\$.*|thumbs\.db|desktop\.ini)$/i;

/** What the bulletin itself keeps in its folders */
const OWN = new Set(["bulletin.yaml", "issue.yaml", "register.csv"]);

export interface GatheredPaths {
  /** of files, folders' own in their order, each once */
  readonly files: readonly string[];
  /** folders in folders, and links: what is in them is not read */
  readonly passedOver: readonly string[];
}

/** @throws EnvironmentError where there is nothing at a path */
export function gatherPaths(paths: readonly string[]): GatheredPaths {
  const files: string[] = [];
  const passedOver: string[] = [];
  for (const path of paths) {
    const facts = fileAt(path);
    if (facts === undefined) throw notReadable(path, { zh: "没有这个文件", en: "there is no such file" });
    if (!facts.isDirectory()) {
      files.push(path);
      continue;
    }
    const entries = readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !LEFT_BEHIND.test(name) && !OWN.has(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) (entry.isFile() ? files : passedOver).push(join(path, entry.name));
  }
  return {
    files: [...new Set(files.map(withSlashes))],
    passedOver: [...new Set(passedOver.map(withSlashes))].filter((path) => !paths.includes(path)),
  };
}

/** @throws EnvironmentError where it cannot be read */
export function readIncoming(path: string): IncomingFile {
  const content = readRegularFile(path, { maxBytes: MOST_FILE_BYTES, followsLinks: true });
  switch (content.state) {
    case "found": {
      const sha256 = createHash("sha256").update(content.bytes).digest("hex");
      return { path, name: basename(path), bytes: content.bytes, sha256 };
    }
    case "missing":
      throw notReadable(path, { zh: "没有这个文件", en: "there is no such file" });
    case "other":
      throw notReadable(path, { zh: "它不是普通文件", en: "it is not a regular file" });
    case "too-large":
      throw notReadable(path, { zh: "它超过了 256 MiB", en: "it is larger than 256 MiB" });
    case "refused":
      throw notReadable(path, {
        zh: `系统不允许读取（${content.code}）`,
        en: `the system does not allow it (${content.code})`,
      });
    default:
      return content satisfies never;
  }
}

const notReadable = (path: string, why: Message): EnvironmentError =>
  new EnvironmentError(
    { zh: `读不了“${path}”，${why.zh}。`, en: `“${path}” cannot be read: ${why.en}.` },
    { zh: "没有导入任何文件，请检查路径。", en: "Nothing was imported. Check the path." },
  );
