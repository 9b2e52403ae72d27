/**
 * The editions are renamed one after another: where one is refused, those before it are taken back, and where that
 * is refused too, it is said. A temporary file that another run took for a left one is made again.
 */
import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { temporaryName } from "../../src/disk/temporary-files.js";
import { DEFAULT_EDITIONS, EDITIONS } from "../../src/editions/edition-table.js";
import { COMMAND, changeBulletin, digests, leftovers, makeBulletin, run } from "./built-command.js";

/** What the command writes, in its order. */
const FILES = DEFAULT_EDITIONS.map((name) => `issue.${EDITIONS[name].extension}`);

const scratch = mkdtempSync(join(tmpdir(), "bulletin-half-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** @param body what is done instead of a renaming; `count` tells which one it is, from 1 on */
const renaming = (body: string): string => `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const rename = fs.renameSync;
const refuse = (to) => { throw Object.assign(new Error("made up"), { code: "EBUSY", dest: to }); };
let count = 0;
fs.renameSync = (from, to) => { count += 1; ${body} return rename(from, to); };
syncBuiltinESMExports();
`;

const build = (folder: string, code: string) =>
  spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(code)}`, COMMAND, "--lang", "en", "build"],
    { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
  );

async function changedBulletin(name: string): Promise<{ folder: string; dist: string }> {
  const folder = makeBulletin(join(scratch, name));
  await run(["build"], folder);
  changeBulletin(folder, "1月13日，县科协又送去一批图书。");
  return { folder, dist: join(folder, "dist") };
}

it.each(FILES.map((_, index) => index + 1))(
  "leaves the set of the last run where renaming %i is refused",
  async (which) => {
    const { folder, dist } = await changedBulletin(`refused-${which}`);
    const before = digests(dist);
    const { status, stderr } = build(folder, renaming(`if (count === ${which}) refuse(to);`));
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^bulletin: The output cannot be written: .*issue\.\w+” \(EBUSY\)\.\n {2}→ .*--out\.\n$/,
    );
    expect(stderr).toContain(`${FILES[which - 1]}” (EBUSY)`);
    expect(digests(dist)).toEqual(before);
  },
);

it("takes away what was not there before, and gives back a link", async () => {
  const { folder, dist } = await changedBulletin("new");
  rmSync(join(dist, "issue.docx"));
  rmSync(join(dist, "issue.pdf"));
  writeFileSync(join(folder, "own.pdf"), "own");
  symlinkSync("../own.pdf", join(dist, "issue.pdf"));
  expect(build(folder, renaming(`if (count === ${FILES.length}) refuse(to);`)).status).toBe(2);
  expect(Object.keys(digests(dist))).toEqual(FILES.filter((name) => name !== "issue.docx").sort());
  expect(lstatSync(join(dist, "issue.pdf")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "own.pdf"), "utf8")).toBe("own");
});

it("says which editions are new where they cannot be taken back", async () => {
  const { folder, dist } = await changedBulletin("mixed");
  const { status, stderr } = build(folder, renaming("if (count >= 2) refuse(to);"));
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^bulletin: Writing failed midway: \S*issue\.docx has been replaced, \S*issue\.pdf has not\.\n {2}→ .*run again.*\n$/,
  );
  expect(leftovers(dist)).toEqual([]);
});

it("makes a temporary file again that was taken away", async () => {
  const { folder, dist } = await changedBulletin("taken");
  const { status, stderr } = build(
    folder,
    renaming("if (count % 2 === 1) fs.rmSync(from, { force: true });"),
  );
  expect([status, stderr]).toEqual([0, ""]);
  await run(["build", "-o", "alone"], folder);
  expect(digests(dist)).toEqual(digests(join(folder, "alone")));
});

it("does not take the file of a process for left whose number means nothing here", async () => {
  const { folder, dist } = await changedBulletin("space");
  mkdirSync(dist, { recursive: true });
  const [, space = "", pid = ""] = /^\.bulletin-([0-9a-f]{8})-(\d+)-/.exec(temporaryName()) ?? [];
  expect(Number(pid)).toBe(process.pid);
  const dead = 2 ** 30;
  const own = `.bulletin-${space}-${dead}-0123abcd.tmp`;
  const others = `.bulletin-${space === "00000000" ? "1" : "0"}0000000-${dead}-0123abcd.tmp`;
  for (const name of [own, others]) writeFileSync(join(dist, name), "x");
  expect((await run(["build"], folder)).code).toBe(0);
  expect(leftovers(dist)).toEqual([others]);
});
