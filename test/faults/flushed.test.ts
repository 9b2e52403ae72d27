/**
 * What a power cut leaves: each file is flushed to the disk when all of it is written, and put in its place only
 * then. No test can cut the power; the calls of the command to the system are taken down in its own process.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { DEFAULT_EDITIONS } from "../../src/editions/edition-table.js";
import { COMMAND, makeBulletin } from "./built-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-flushed-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Tells of writing, flushing and renaming, by the path that was opened. */
const TAKEN_DOWN = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const paths = new Map();
const told = [];
const tell = (call, path) => told.push([call, path]);
const { openSync, writeSync, fsyncSync, renameSync } = fs;
fs.openSync = (path, ...rest) => { const handle = openSync(path, ...rest); paths.set(handle, String(path)); return handle; };
fs.writeSync = (handle, ...rest) => { tell("write", paths.get(handle)); return writeSync(handle, ...rest); };
fs.fsyncSync = (handle) => { tell("flush", paths.get(handle)); return fsyncSync(handle); };
fs.renameSync = (from, to) => { tell("rename", String(from)); return renameSync(from, to); };
syncBuiltinESMExports();
process.on("exit", () => fs.writeFileSync(process.env.TAKEN_DOWN, JSON.stringify(told)));
`;

/** @returns the calls about each file that was put in its place, in order, repeated ones once */
function callsOf(args: readonly string[], cwd: string): readonly string[] {
  const file = join(scratch, "calls.json");
  const preload = `data:text/javascript,${encodeURIComponent(TAKEN_DOWN)}`;
  const { status, stderr } = spawnSync(process.execPath, ["--import", preload, COMMAND, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, TAKEN_DOWN: file },
  });
  expect(status, stderr).toBe(0);
  const told: readonly (readonly [call: string, path: string])[] = JSON.parse(readFileSync(file, "utf8"));
  const renamed = told.filter(([call]) => call === "rename").map(([, path]) => path);
  return renamed.map((path) =>
    told
      .filter(([, of]) => of === path)
      .map(([call]) => call)
      .filter((call, index, calls) => call !== calls[index - 1])
      .join(", "),
  );
}

it("each edition is written, flushed, then put in its place", () => {
  const folder = makeBulletin(join(scratch, "built"));
  expect(callsOf(["build"], folder)).toEqual(DEFAULT_EDITIONS.map(() => "write, flush, rename"));
});

it("so is an item that --fix mends", () => {
  const folder = makeBulletin(join(scratch, "mended"));
  const path = join(folder, "items/01.md");
  writeFileSync(path, readFileSync(path, "utf8").replace("\n\n", "\n\n县科协送去 ，图书。"));
  expect(new Set(callsOf(["lint", "--fix"], folder))).toEqual(new Set(["write, flush, rename"]));
});
