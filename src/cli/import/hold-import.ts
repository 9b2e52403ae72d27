/**
 * One import or change of a preview is written to a bulletin at a time: two at once would each write the manifest and the
 * register as they had read them. What a killed run left behind holds nobody back for long.
 */
import { closeSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { entryAt } from "../../disk/file-facts.js";

const LOCK_FILE = ".bulletin-import.lock";
/** Longer than any writing takes */
const STALE_MS = 120_000;

/** Somebody else writes to the bulletin right now. */
class BusyBulletin extends EnvironmentError {}

const MOST_TRIES = 80;
const BETWEEN_MS = 25;

/** Tries again for two seconds while somebody else writes; what the work rests on is read in it. */
export async function inTheirTurn<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof BusyBulletin) || tries >= MOST_TRIES) throw fault;
      await wait(BETWEEN_MS);
    }
  }
}

/** @throws BusyBulletin where somebody else writes right now */
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
  new BusyBulletin(
    {
      zh: "另一个导入或预览正在写入这份简报，这次没有写入任何文件。",
      en: "Another import or preview is writing to this bulletin; nothing was written.",
    },
    { zh: "请稍后再试一次。", en: "Try again in a moment." },
  );
