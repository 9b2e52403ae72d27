/** An issue of the fixtures in a folder of its own, previewed; with the files of it that a judge changes and reads. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startPreview } from "../../src/cli/preview/preview-command.js";

export interface PreviewedIssue {
  readonly folder: string;
  /** opens once */
  readonly address: string;
  readonly read: (path: string) => string;
  /** paths of all that is there, what is kept of changes left out */
  readonly files: () => readonly string[];
  readonly write: (path: string, text: string) => void;
  /** puts the files back as they were previewed first; those that are so stay untouched */
  readonly restore: () => void;
  readonly close: () => Promise<void>;
}

/** @param prepare changes the files before they are previewed */
export async function previewFixture(
  name: string,
  prepare: (folder: string) => void = () => undefined,
): Promise<PreviewedIssue> {
  const folder = mkdtempSync(join(tmpdir(), "bulletin-preview-"));
  cpSync(resolve("fixtures", name), folder, { recursive: true });
  prepare(folder);
  const first = new Map(filesOf(folder).map((path) => [path, readFileSync(path)]));
  const preview = await startPreview(join(folder, "issue.yaml"), { language: "zh" });
  return {
    folder,
    address: preview.newAddress(),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    files: () => filesOf(folder).filter((path) => !path.includes(".bulletin-history")),
    write: (path, text) => writeFileSync(join(folder, path), text),
    restore() {
      for (const path of filesOf(folder)) if (!first.has(path)) rmSync(path);
      for (const [path, bytes] of first)
        if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
    },
    async close() {
      await preview.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
