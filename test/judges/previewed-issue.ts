/** An issue of the fixtures in a folder of its own, previewed; with the files of it that a judge changes and reads. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startPreview } from "../../src/cli/preview/preview-command.js";

export interface PreviewedIssue {
  readonly folder: string;
  /** opens once */
  readonly address: string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
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
  const preview = await startPreview(join(folder, "issue.yaml"), { language: "zh" });
  return {
    folder,
    address: preview.newAddress(),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write: (path, text) => writeFileSync(join(folder, path), text),
    async close() {
      await preview.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
