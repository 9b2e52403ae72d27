/**
 * Files of other people, made wrong at random (fuzz/draws.ts): 3,000 through the program in memory, and some
 * hundreds of them through the command itself under strace. FUZZ_SEED draws others, FUZZ_RUNS so many, and
 * FUZZ_DRAW the one that failed: `FUZZ_SEED=… FUZZ_DRAW=… npm run test:judges -- fuzz`.
 */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { drawOf, type Kind } from "./fuzz/draws.js";
import { callsOutside, faultsOfRun, writeFiles } from "./fuzz/traced-command.js";
import { bundleProgram, runDraws } from "./fuzz/watched-process.js";

const SEED = Number(process.env.FUZZ_SEED ?? 20261127);
const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);
const ONE = process.env.FUZZ_DRAW;
/** Of a process that ran them all. */
const MOST_MIB = 512;

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "bulletin-fuzz-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const from = ONE === undefined ? 0 : Number(ONE);
const to = ONE === undefined ? RUNS : from + 1;

it(`${to - from} draws of FUZZ_SEED=${SEED} in memory: no fault of ours, no hang, nothing written`, async () => {
  const { faults, tallies, peakMib } = await runDraws(await bundleProgram(), {
    seed: SEED,
    from,
    to,
    scratch,
  });
  const rows = Object.entries(tallies).map(
    ([kind, { draws, all, slowest, slowestDraw }]) =>
      `${kind} ${draws}, ${(all / draws).toFixed(1)} ms each, at most ${slowest.toFixed(0)} (${slowestDraw})`,
  );
  console.log([`FUZZ_SEED=${SEED}, ${peakMib} MiB at most`, ...rows].join("\n  "));
  expect(faults.slice(0, 20), `${faults.length} faults`).toEqual([]);
  expect(peakMib).toBeLessThan(MOST_MIB);
}, 900_000);

/** What a folder of bulletins holds of each draw. */
const IN_ISSUES: readonly Kind[] = ["item", "manifest", "house", "template", "picture", "font", "anything"];
const AT_ONCE = 25;
/** Each over bulletins of its own. */
const OVER_MANY: readonly (readonly string[])[] = [
  ["build", "--all", "--json", "."],
  ["build", "--all", "--edition", "html,docx", "."],
  ["build", "--all", "--edition", "html", "--cache", "."],
  ["build", "--all", "--edition", "pdf", "--jobs", "2", "."],
  ["lint", "."],
  ["lint", "--format", "sarif", "."],
  ["lint", "--format", "github", "."],
  ["lint", "--format", "junit", "--cache", "."],
  ["lint", "--fix", "."],
  ["lint", "--fix-dry-run", "."],
];
/** Each over one bulletin: what is read once a run. */
const OVER_ONE: readonly (readonly [Kind, readonly string[]])[] = [
  ["baseline", ["lint", "--baseline", "baseline.json", "."]],
  ["baseline", ["lint", "--baseline", "baseline.json", "--update-baseline", "."]],
  ["undo", ["undo", "."]],
  ["undo", ["undo", "--force", "."]],
];
const TIMES_OVER_ONE = 5;

/** Bulletins in folders of their own, and beside them what must stay as it is. */
function makePlace(name: string, kinds: readonly Kind[], numbers: readonly number[]): string {
  const place = join(scratch, name, "place");
  for (const number of numbers) {
    const folder = numbers.length === 1 ? place : join(place, String(number));
    writeFiles(folder, drawOf(SEED, number, kinds).files);
  }
  writeFiles(join(scratch, name), { "victim.md": "KEEP" });
  mkdirSync(join(scratch, name, "home"));
  return place;
}

/** Names and contents of the files in a folder. */
const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(folder.length + 1), createHash("sha1").update(readFileSync(path)).digest("hex")];
      }),
  );

it.each(OVER_MANY.map((args, index) => ({ name: args.join(" "), args, index })))(
  `${AT_ONCE} draws of FUZZ_SEED=${SEED} by the command: $name`,
  ({ args, index }) => {
    const numbers = Array.from({ length: AT_ONCE }, (_, one) => index * AT_ONCE + one);
    const place = makePlace(`many-${index}`, IN_ISSUES, numbers);
    const before = filesIn(place);
    expect(faultsOfRun({ args, place, home: join(place, "..", "home") })).toEqual([]);
    expect(readdirSync(join(place, "..")).sort()).toEqual(["home", "place", "victim.md"]);
    expect(readFileSync(join(place, "..", "victim.md"), "utf8")).toBe("KEEP");
    const after = filesIn(place);
    const changed = [...before].filter(([path, content]) => after.get(path) !== content);
    const mended = args.includes("--fix") ? changed.filter(([path]) => !/\.(md|ya?ml)$/.test(path)) : changed;
    expect(mended).toEqual([]);
  },
);

it.each(OVER_ONE.map(([kind, args], index) => ({ name: args.join(" "), kind, args, index })))(
  `${TIMES_OVER_ONE} draws of FUZZ_SEED=${SEED} by the command: $name`,
  ({ kind, args, index }) => {
    for (let time = 0; time < TIMES_OVER_ONE; time += 1) {
      const place = makePlace(`one-${index}-${time}`, [kind], [index * TIMES_OVER_ONE + time]);
      expect(faultsOfRun({ args, place, home: join(place, "..", "home") })).toEqual([]);
      expect(readFileSync(join(place, "..", "victim.md"), "utf8")).toBe("KEEP");
    }
  },
);

it("a call outside would be told", () => {
  const trace = [
    '7 execve("/usr/bin/node", ["node"], 0x7) = 0',
    '7 openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3',
    '8 openat(AT_FDCWD, "dist/a.pdf", O_WRONLY|O_CREAT|O_EXCL, 0666 <unfinished ...>',
    '8 openat(AT_FDCWD, "../\\345\\255\\227", O_WRONLY|O_CREAT, 0666) = 4',
    '8 rename("/b/place/a", "/b/victim.md") = 0',
    "8 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 5",
    '9 execve("/bin/sh", ["sh"], 0x7) = 0',
  ].join("\n");
  expect(callsOutside(trace, { place: "/b/place", home: "/b/home" })).toEqual([
    "openat /b/字",
    "rename /b/victim.md",
    "socket AF_INET, SOCK_STREAM, IPPROTO_TCP) = 5",
    'started "/bin/sh", ["sh"], 0x7) = 0',
  ]);
});
