/**
 * A website whose making is refused or broken off: it is the old one, or the new one, and what stopped in between is
 * completed by the next run. In each place the disk is refused once: at each writing, each renaming, each removal.
 */
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventedYear } from "../stats/invented-year.js";
import { COMMAND, seededMoments, start } from "./built-command.js";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "bulletin-website-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const env = { ...process.env, NO_COLOR: "1", SOURCE_DATE_EPOCH: "" };
const SITE = ["site", "--out", "site", "--cache-location", "records"];

/** Counts calls that write below the website, and refuses one of them and all that follow. */
const refusing = (call: string, which: number, code: string): string => `
import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
let left = ${which};
const real = fs.${call};
fs.${call} = (path, ...rest) => {
  if (!String(path).includes("/site") || ("${call}" === "openSync" && !/w/.test(String(rest[0])))) return real(path, ...rest);
  left -= 1;
  if (left >= 0) return real(path, ...rest);
  throw Object.assign(new Error("${code}"), { code: "${code}", errno: -1, syscall: "${call}", path: String(path) });
};
syncBuiltinESMExports();`;

const spawned = (cwd: string, before?: string) =>
  spawnSync(
    process.execPath,
    [
      ...(before === undefined ? [] : ["--import", `data:text/javascript,${encodeURIComponent(before)}`]),
      COMMAND,
      "--lang",
      "en",
      ...SITE,
    ],
    { cwd, encoding: "utf8", env },
  );

/** Files of the website that readers see, by path. */
function seen(folder: string): Readonly<Record<string, string>> {
  const site = join(folder, "site");
  if (!existsSync(site)) return {};
  return Object.fromEntries(
    readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((path) => !path.startsWith(".") && statSync(join(site, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(site, path), "utf8")]),
  );
}

let old = "";
let before: Readonly<Record<string, string>> = {};
/** the old one without what is secret */
let withdrawn: Readonly<Record<string, string>> = {};
let after: Readonly<Record<string, string>> = {};
let count = 0;

/** A text changed, an issue gone, one that is new and one that has become secret. */
function change(folder: string): void {
  changeOthers(folder);
  hideOne(folder);
}

function changeOthers(folder: string): void {
  appendFileSync(join(folder, "issues/2026-01/items/01.md"), "\n另有代表发言。\n");
  rmSync(join(folder, "issues/2026-02"), { recursive: true });
  const fresh = join(folder, "issues/2026-09");
  cpSync(join(folder, "issues/2026-01"), fresh, { recursive: true });
  writeFileSync(join(fresh, "issue.yaml"), `${readFileSync(join(fresh, "issue.yaml"), "utf8")}slug: fresh\n`);
}

const hideOne = (folder: string) =>
  appendFileSync(join(folder, "issues/2026-03/issue.yaml"), "secrecy: {level: 秘密}\n");

function copyOfOld(): string {
  count += 1;
  const folder = join(scratch, String(count));
  cpSync(old, folder, { recursive: true });
  return folder;
}

beforeAll(() => {
  old = join(scratch, "old");
  const { files } = inventedYear();
  for (const [path, text] of Object.entries(files)) {
    if (/^issues\/2026-(?!0[1-4])/.test(path)) continue;
    mkdirSync(dirname(join(old, path)), { recursive: true });
    writeFileSync(join(old, path), path === "bulletin.yaml" ? `public: true\n${text}` : text);
  }
  expect(spawned(old).status).toBe(0);
  before = seen(old);
  const renewed = copyOfOld();
  change(renewed);
  rmSync(join(renewed, "site"), { recursive: true });
  expect(spawned(renewed).status).toBe(0);
  after = seen(renewed);
  const without = copyOfOld();
  hideOne(without);
  expect(spawned(without).status).toBe(0);
  withdrawn = seen(without);
}, 60_000);

const secret = (path: string): boolean => path.startsWith("2026/2026-03/");

describe("a website whose disk refuses", () => {
  it.each([
    ["openSync", "ENOSPC", [0, 12, 30]],
    ["mkdirSync", "ENOSPC", [0, 1, 4]],
    ["writeSync", "EDQUOT", [0]],
    ["renameSync", "EPERM", [0, 1, 30, 60]],
    ["rmSync", "EPERM", [0, 3, 12]],
  ] as const)(
    "%s with %s says so once, and the next run makes it as if nothing had been",
    (call, code, which) => {
      for (const number of which) {
        const folder = copyOfOld();
        change(folder);
        const { status, stderr } = spawned(folder, refusing(call, number, code));
        expect(stderr).not.toMatch(/\n\s+at /);
        expect([0, 2], stderr).toContain(status);
        const now = seen(folder);
        if (status === 2 && !stderr.includes("stopped halfway")) {
          const states = [before, withdrawn].map((state) =>
            Object.keys(now).filter((path) => now[path] !== state[path]),
          );
          expect(states, `${call} ${number}`).toContainEqual([]);
        }
        const next = spawned(folder);
        expect(next.status, next.stderr).toBe(0);
        expect(seen(folder), `${call} ${number}`).toEqual(after);
        expect(readdirSync(join(folder, "site")).filter((name) => name.startsWith("."))).toEqual([
          ".bulletin-site.json",
        ]);
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );

  it("has no page of what is secret left, however full it is", () => {
    const folder = copyOfOld();
    change(folder);
    const { status, stderr } = spawned(folder, refusing("openSync", 0, "ENOSPC"));
    expect([status, stderr]).toEqual([2, expect.stringContaining("was removed from the website")]);
    expect(Object.keys(seen(folder)).filter(secret)).toEqual([]);
    // Of its texts no word; the issues beside it say no more than that there is one.
    for (const text of Object.values(seen(folder))) expect(text).not.toMatch(/第3之\d+场/);
    expect(readFileSync(join(folder, "site/.bulletin-site.json"), "utf8")).not.toMatch(/第3之\d+场|2026-03/);
  });
});

describe("what has become secret", () => {
  /** Refuses a call on what matches, as a program that holds a file open does on Windows. */
  const holding = (call: string, what: string): string => `
import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
const real = fs.${call};
fs.${call} = (path, ...rest) => {
  if (!String(path).includes("${what}")) return real(path, ...rest);
  throw Object.assign(new Error("EPERM"), { code: "EPERM", errno: -1, syscall: "${call}", path: String(path) });
};
syncBuiltinESMExports();`;

  it("is not said to be removed where it could not be", () => {
    const folder = copyOfOld();
    hideOne(folder);
    const { status, stderr } = spawned(folder, holding("rmSync", "/site/2026/2026-03/0"));
    expect(status).toBe(2);
    expect(stderr).toContain("could not be removed. Do not upload the website");
    expect(stderr).toContain("\n  site/2026/2026-03/01.html\n");
    expect(stderr).not.toContain("removed from the website;");
    expect(spawned(folder).status).toBe(0);
    expect(seen(folder)).toEqual(withdrawn);
  });

  it.each([
    ["mkdirSync", "EROFS"],
    ["mkdirSync", "ENOSPC"],
  ])("is said to be there still where nothing can be done: %s with %s", (call, code) => {
    const folder = copyOfOld();
    const refused = () => spawned(folder, refusing(call, 0, code)).stderr;
    changeOthers(folder);
    expect(refused()).not.toContain("still stands");
    hideOne(folder);
    expect(refused()).toContain(
      "1 issue that became secret or a draft still stands on the website and was not removed. Do not upload",
    );
    expect(refused()).toContain("\n  site/2026/2026-03/\n");
    expect(seen(folder)).toEqual(before);
  });

  it("is said to be there still where another run is at work, and not where the website is another bulletin's", () => {
    const folder = copyOfOld();
    hideOne(folder);
    const other = join(folder, "site/.bulletin-site-00000000-1");
    mkdirSync(other);
    expect(spawned(folder).stderr).toContain("still stands on the website");
    const moved = join(folder, "site/.bulletin-site.json");
    writeFileSync(moved, readFileSync(moved, "utf8").replace(/"from":"[^"]+"/, '"from":"another"'));
    expect(spawned(folder).stderr).not.toContain("still stands");
  });

  it("is not said to be there where its pages were removed, though the record still names them", () => {
    const folder = copyOfOld();
    hideOne(folder);
    rmSync(join(folder, "site/2026/2026-03"), { recursive: true });
    const { status, stderr } = spawned(folder, refusing("mkdirSync", 0, "EROFS"));
    expect(status).toBe(2);
    expect(stderr).not.toContain("still stands");
  });

  it("is counted without what is merely gone", () => {
    const folder = copyOfOld();
    changeOthers(folder);
    expect(spawned(folder, refusing("renameSync", 5, "EPERM")).stderr).toContain("stopped halfway");
    hideOne(folder);
    cpSync(join(folder, "issues/2026-01"), join(folder, "issues/2026-10"), { recursive: true });
    appendFileSync(join(folder, "issues/2026-10/issue.yaml"), "slug: later\n");
    mkdirSync(join(folder, "site/2026/later"), { recursive: true });
    writeFileSync(join(folder, "site/2026/later/index.html"), "somebody's own");
    expect(spawned(folder).stderr).toContain(
      "The issue that became secret or a draft was removed from the website first",
    );
  });

  it("is said to be removed where the rest is refused", () => {
    const folder = copyOfOld();
    change(folder);
    mkdirSync(join(folder, "site/2026/fresh"), { recursive: true });
    writeFileSync(join(folder, "site/2026/fresh/index.html"), "somebody's own");
    const { status, stderr } = spawned(folder);
    expect(status).toBe(2);
    expect(stderr).toContain("The issue that became secret or a draft was removed from the website first");
    expect(stderr).toContain("was not written by this command");
    expect(stderr).not.toContain("still stands");
    expect(Object.keys(seen(folder)).filter(secret)).toEqual([]);
  });

  it("is taken down even where a replacement that was broken off cannot be completed", () => {
    const folder = copyOfOld();
    changeOthers(folder);
    const { stderr } = spawned(folder, refusing("renameSync", 5, "EPERM"));
    expect(stderr).toContain("stopped halfway");
    hideOne(folder);
    const broken = spawned(folder, refusing("renameSync", 0, "EPERM"));
    expect([broken.status, broken.stderr]).toEqual([
      2,
      expect.stringContaining("The issue that became secret or a draft was removed from the website"),
    ]);
    expect(broken.stderr).toContain("stopped halfway");
    expect(Object.keys(seen(folder)).filter(secret)).toEqual([]);
    const site = join(folder, "site");
    for (const path of readdirSync(site, { recursive: true, encoding: "utf8" })) {
      expect(path).not.toMatch(/2026-03.0/);
      if (/\.(?:html|js)$/.test(path))
        expect(readFileSync(join(site, path), "utf8")).not.toMatch(/第3之\d+场/);
    }
    expect(spawned(folder).status).toBe(0);
    expect(seen(folder)).toEqual(after);
  });

  it("is not put up by the completion of what was broken off before", () => {
    const folder = copyOfOld();
    changeOthers(folder);
    expect(spawned(folder, refusing("renameSync", 5, "EPERM")).stderr).toContain("stopped halfway");
    appendFileSync(join(folder, "issues/2026-09/issue.yaml"), "secrecy: {level: 秘密}\n");
    const { status } = spawned(folder, holding("renameSync", "/site/.bulletin-site.new/2026/fresh"));
    expect(status).toBe(0);
    expect(Object.keys(seen(folder)).filter((path) => path.includes("fresh"))).toEqual([]);
  });
});

describe("a website whose making is killed", () => {
  it("is the old or the new one after the next run, at whatever moment", async () => {
    const folder = copyOfOld();
    change(folder);
    const began = Date.now();
    spawned(folder);
    const lasts = Date.now() - began;
    rmSync(folder, { recursive: true });
    const next = seededMoments(19);
    for (const moment of [next(), next(), next(), next(), next()]) {
      const tried = copyOfOld();
      change(tried);
      const { child, outcome } = start(SITE, tried);
      setTimeout(() => child.kill("SIGKILL"), lasts * (0.3 + 0.8 * moment));
      await outcome;
      const again = spawned(tried);
      expect(again.status, again.stderr).toBe(0);
      expect(seen(tried)).toEqual(after);
      rmSync(tried, { recursive: true });
    }
  }, 120_000);

  it("is completed from what was staged, even where nothing can be made any more", () => {
    const folder = copyOfOld();
    change(folder);
    // In the middle of the second replacement: the first one has taken the secret issue away.
    const { status, stderr } = spawned(folder, refusing("renameSync", 34, "EPERM"));
    expect([status, stderr]).toEqual([2, expect.stringContaining("stopped halfway")]);
    expect(seen(folder)).not.toEqual(after);
    writeFileSync(join(folder, "bulletin.yaml"), "- no map\n");
    expect(spawned(folder).status).toBe(1);
    expect(seen(folder)).toEqual(after);
  });
});

describe("two runs for one website", () => {
  it("do not write it at a time; one that ended without taking leave is in nobody's way", () => {
    const folder = copyOfOld();
    const other = join(folder, "site/.bulletin-site-00000000-1");
    mkdirSync(other);
    const { status, stderr } = spawned(folder);
    expect([status, stderr]).toEqual([2, expect.stringContaining("Another run of bulletin site")]);
    rmSync(other, { recursive: true });
    expect(spawned(folder).status).toBe(0);
  });
});
