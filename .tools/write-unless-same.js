/** Writes and copies what a build makes; what is there already stays as it is. */
import { copyFile, readFile, rename, stat, utimes, writeFile } from "node:fs/promises";

/** A file is there whole or not at all, for a command may be loading it; its time is that of the last build. */
export async function writeUnlessSame(path, content) {
  const bytes = Buffer.from(content);
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(bytes)) {
    const now = new Date();
    await utimes(path, now, now);
    return;
  }
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}

export async function copyUnlessSame(from, to) {
  const [source, target] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
  if (target?.size !== source.size) await copyFile(from, to);
}
