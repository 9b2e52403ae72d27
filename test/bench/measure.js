/**
 * Runs whole processes in turn and says how long each took and how large it grew. Contenders are
 * interleaved, so that what else the machine does falls on all of them alike.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** GNU time; without it there is no CPU time and no memory in the tables. */
const TIME = "/usr/bin/time";
const hasTime = existsSync(TIME);

/**
 * @param contenders each `{ name, command: [program, ...arguments], cwd }`, and what is to be done first, untimed: `before`
 * @param warmsUp false for runs so long that what the disk keeps does not show
 * @returns by name: medians of wall and CPU milliseconds and of peak memory in MB
 */
export function measureInTurns(contenders, repetitions, { warmsUp = true } = {}) {
  const runs = new Map(contenders.map(({ name }) => [name, []]));
  // The first round fills the disk's cache and does not count.
  for (let round = warmsUp ? 0 : 1; round <= repetitions; round += 1) {
    for (const contender of contenders) {
      contender.before?.();
      const run = runOnce(contender);
      if (round > 0) runs.get(contender.name).push(run);
    }
  }
  return new Map(
    [...runs].map(([name, list]) => [
      name,
      {
        wall: median(list.map(({ wall }) => wall)),
        least: Math.min(...list.map(({ wall }) => wall)),
        cpu: median(list.map(({ cpu }) => cpu)),
        memory: median(list.map(({ memory }) => memory)),
      },
    ]),
  );
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function runOnce({ name, command, cwd, accept = [0] }) {
  const report = join(tmpdir(), `bulletin-bench-${process.pid}`);
  const [program, ...rest] = hasTime ? [TIME, "-o", report, "-f", "%U %S %M", ...command] : command;
  const started = performance.now();
  const result = spawnSync(program, rest, { cwd, encoding: "utf8", maxBuffer: 1 << 30 });
  const wall = performance.now() - started;
  if (!accept.includes(result.status)) {
    throw new Error(`${name} ended with ${result.status}:\n${result.stderr.slice(0, 2000)}`);
  }
  if (!hasTime) return { wall, cpu: Number.NaN, memory: Number.NaN };
  const [user = 0, system = 0, kilobytes = 0] = readFileSync(report, "utf8")
    .trim()
    .split("\n")
    .at(-1)
    .split(" ")
    .map(Number);
  rmSync(report, { force: true });
  return { wall, cpu: (user + system) * 1000, memory: kilobytes / 1024 };
}
