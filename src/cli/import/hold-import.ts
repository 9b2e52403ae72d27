/**
 * One import writes at a time: two at once would each write the manifest and the register as they had read them. What
 * a killed run left behind holds nobody back for long.
 */
import { closeSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { entryAt } from "../../disk/file-facts.js";

const LOCK_FILE = ".bulletin-import.lock";
/** Longer than any writing takes */
const STALE_MS = 120_000;

/** @throws EnvironmentError where another import writes right now */
export function whileHeld<T>(root: string, now: number, write: () => T): T {
  const path = join(root, LOCK_FILE);
  const facts = entryAt(path);
  if (facts !== undefined && now - facts.mtimeMs > STALE_MS) rmSync(path, { force: true });
  try {
    closeSync(openSync(path, "wx"));
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && fault.code === "EEXIST") throw busy();
    // What the disk refuses here it refuses to the files, too: that is told of them.
    return write();
  }
  try {
    return write();
  } finally {
    rmSync(path, { force: true });
  }
}

const busy = () =>
  new EnvironmentError(
    {
      zh: "另一个导入正在写入这份简报，这次没有写入任何文件。",
      en: "Another import is writing to this bulletin; nothing was written.",
    },
    { zh: "请稍后再运行一次。", en: "Run it again in a moment." },
  );
