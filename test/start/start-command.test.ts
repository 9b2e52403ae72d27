/** The built command with the compiled code of its own runs: the same with it, without it, and with what is no good. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { COMMAND } from "../faults/built-command.js";
import { homeEnvironment } from "../own-home.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-start-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let homes = 0;
/** One user's machine. */
function ownHome(environment: Readonly<Record<string, string>> = {}) {
  homes += 1;
  const home = join(scratch, `home-${homes}`);
  mkdirSync(home);
  const env = { ...process.env, ...homeEnvironment(home), ...environment };
  delete env.XDG_CACHE_HOME;
  if (!("NODE_DISABLE_COMPILE_CACHE" in environment)) delete env.NODE_DISABLE_COMPILE_CACHE;
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
      encoding: "utf8",
      env,
    });
    return { code: status, out: stdout, err: stderr };
  };
  const kept = () =>
    readdirSync(home, { recursive: true, encoding: "utf8" })
      .filter((name) => /compiled[\\/]/.test(name))
      .map((name) => join(home, name));
  return { run, kept };
}

describe("the code of a command", () => {
  it("is kept by its first run, and used by its second", () => {
    const { run, kept } = ownHome();
    const first = run("rules", "--json");
    expect(first).toMatchObject({ code: 0, err: "" });
    const [file = "", ...others] = kept();
    expect([file, others]).toEqual([expect.stringMatching(/other-[0-9a-f]+\.bin$/), []]);
    const before = statSync(file).mtimeMs;
    expect(run("rules", "--json")).toEqual(first);
    expect(statSync(file).mtimeMs).toBe(before);
  });

  it("that is damaged is not run, and is made anew", () => {
    const { run, kept } = ownHome();
    const first = run("lint", "fixtures/minimal");
    const [file = ""] = kept();
    const whole = readFileSync(file);
    const damaged = Buffer.from(whole);
    for (let at = 5000; at < damaged.length; at += 500) damaged[at] = 0xff;
    writeFileSync(file, damaged);
    expect(run("lint", "fixtures/minimal")).toEqual(first);
    expect(readFileSync(file).equals(damaged)).toBe(false);
    expect(run("lint", "fixtures/minimal")).toEqual(first);
  });

  it("of the threads of a build is kept too", () => {
    const { run, kept } = ownHome();
    const build = () => {
      const out = mkdtempSync(join(scratch, "out-"));
      const told = run("build", "fixtures/work-bulletin", "--jobs", "2", "--out", out);
      expect(told).toMatchObject({ code: 0, err: "" });
      return readdirSync(out).map((name) => readFileSync(join(out, name), "base64"));
    };
    const first = build();
    const names = kept().map((path) => path.replace(/^.*[\\/]([a-z-]+)-[0-9a-f]+\.bin$/, "$1"));
    expect(names.sort()).toEqual(["build", "pages-thread"]);
    const times = () => kept().map((path) => statSync(path).mtimeMs);
    const before = times();
    expect(build()).toEqual(first);
    expect(times()).toEqual(before);
  });

  it("is not kept where nobody wants it", () => {
    const { run, kept } = ownHome({ NODE_DISABLE_COMPILE_CACHE: "1" });
    expect(run("--version")).toMatchObject({ code: 0, err: "" });
    expect(kept()).toEqual([]);
  });
});

describe("an installation that is not whole", () => {
  it.each([
    ["the program", () => undefined],
    [
      "the file in which it begins",
      (folder: string) => writeFileSync(join(folder, "dist/start-command.cjs"), "x("),
    ],
    ["the command, damaged", (folder: string) => writeFileSync(join(folder, "dist/cli.cjs"), "x(")],
  ])("without %s, is told with a remedy", (_, damage) => {
    const folder = mkdtempSync(join(scratch, "installed-"));
    for (const name of ["bin/bulletin.js", "bin/package.json", "package.json", "dist/start-command.cjs"])
      cpSync(name, join(folder, name));
    damage(folder);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(folder, "bin/bulletin.js"), "rules"],
      {
        encoding: "utf8",
        env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" },
      },
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("请重新安装");
    expect(stderr).toContain("Install it again");
  });
});
