/**
 * How long `bulletin build --watch` takes from the edit of one item until the last of the three
 * editions has been replaced, what the watcher waits to see the edit's end included.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { median } from "./measure.js";

const EDITIONS = 3;
/** Longest that a build may take before the measurement gives up, in milliseconds. */
const PATIENCE = 60_000;
/** Between two edits, so that each meets a watcher at rest. */
const PAUSE = 400;

/** @returns milliseconds of the first edit, median and least of the others, and CPU time of one of these on average */
export async function measureWatch({ command, file, outputs, rounds }) {
  rmSync(outputs, { recursive: true, force: true });
  const original = readFileSync(file, "utf8");
  const watcher = spawn(process.execPath, command, { stdio: "ignore" });
  try {
    await untilReplaced(outputs, 0);
    await wait(PAUSE * 3);
    const times = [];
    let spent = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const started = Date.now();
      if (round === 2) spent = cpuOf(watcher.pid);
      const before = performance.now();
      writeFileSync(file, original.replace(/。/, `（第${round}稿）。`));
      await untilReplaced(outputs, started);
      times.push(performance.now() - before);
      await wait(PAUSE);
    }
    const [first, ...others] = times;
    const cpu = (cpuOf(watcher.pid) - spent) / others.length;
    return { first, middle: median(others), least: Math.min(...others), cpu };
  } finally {
    watcher.kill("SIGINT");
    writeFileSync(file, original);
  }
}

/** @returns milliseconds of CPU time that a process has spent; of Linux alone (proc(5), in hundredths of a second) */
export function cpuOf(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return Number.NaN;
  const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"));
  return (Number(user) + Number(system)) * 10;
}

async function untilReplaced(folder, since) {
  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline) {
    if (countReplaced(folder, since) === EDITIONS) return;
    await wait(2);
  }
  throw new Error("the watcher did not build in time");
}

function countReplaced(folder, since) {
  try {
    return readdirSync(folder).filter(
      (name) => /\.(docx|pdf|html)$/.test(name) && statSync(join(folder, name)).mtimeMs > since,
    ).length;
  } catch {
    return 0;
  }
}
