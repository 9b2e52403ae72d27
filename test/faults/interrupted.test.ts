/** Builds that are killed, raced and interrupted: every edition on disk is a whole one, old or new. */

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryName } from "../../src/disk/temporary-files.js";
import { plainFont } from "../fonts/made-up-fonts.js";
import {
  changeBulletin,
  digests,
  leftovers,
  makeBulletin,
  run,
  seededMoments,
  start,
} from "./built-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-faults-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const KILLS = 50;
const pause = (milliseconds: number) => new Promise((settle) => setTimeout(settle, milliseconds));

/** Waits until a condition holds, looking every few milliseconds. */
async function until(holds: () => boolean, atMostMs = 20_000): Promise<void> {
  const end = Date.now() + atMostMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error("it never came");
    await pause(5);
  }
}

describe("a build that is killed", () => {
  it(`leaves whole editions, ${KILLS} times out of ${KILLS}`, async () => {
    const folder = makeBulletin(join(scratch, "killed"));
    const dist = join(folder, "dist");
    await run(["build", "-o", "before"], folder);
    changeBulletin(folder, "1月13日，县科协又送去一批图书。");
    const timed = performance.now();
    await run(["build", "-o", "after"], folder);
    const usual = performance.now() - timed;
    const before = digests(join(folder, "before"));
    const after = digests(join(folder, "after"));
    const names = Object.keys(before);
    expect(Object.keys(after)).toEqual(names);
    for (const name of names) expect(after[name]).not.toBe(before[name]);

    const moment = seededMoments(20260115);
    let interrupted = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      rmSync(dist, { recursive: true, force: true });
      cpSync(join(folder, "before"), dist, { recursive: true });
      const build = start(["build"], folder);
      const ended = build.outcome.then(() => true);
      if (kill % 2 === 0) await pause(moment() * usual);
      else {
        // Every other time while files are being written.
        const writing = (async () => {
          while (leftovers(dist).length === 0) {
            if (await Promise.race([ended, pause(1).then(() => false)])) return;
          }
        })();
        await writing;
        await pause(moment() * 4);
      }
      build.child.kill("SIGKILL");
      const { signal } = await build.outcome;
      if (signal === "SIGKILL") interrupted += 1;
      const now = digests(dist);
      for (const name of names) expect([before[name], after[name]]).toContain(now[name]);
    }
    expect(interrupted).toBeGreaterThan(KILLS / 2);

    const { code } = await run(["build"], folder);
    expect(code).toBe(0);
    expect(digests(dist)).toEqual(after);
  }, 120_000);

  it("at Ctrl+C ends at once, with the thread of its pages, and the next build finds nothing in its way", async () => {
    const folder = makeBulletin(join(scratch, "ended"));
    const dist = join(folder, "dist");
    const twoCores = `data:text/javascript,${encodeURIComponent('import os from "node:os"; import { syncBuiltinESMExports } from "node:module"; os.availableParallelism = () => 2; syncBuiltinESMExports(); process.on("worker", () => process.stderr.write("thread\\n"));')}`;
    const env = { NODE_OPTIONS: `--import ${twoCores}` };
    const usual = await run(["build", "-o", "before"], folder, env);
    expect({ code: usual.code, err: usual.err }).toEqual({ code: 0, err: "thread\n" });
    const whole = digests(join(folder, "before"));
    const moment = seededMoments(20261127);
    for (let round = 0; round < 8; round += 1) {
      const build = start(["build"], folder, env);
      // As soon as the thread begins, a little later, and while files are being written.
      await new Promise((begun) => build.child.stderr?.once("data", begun));
      if (round % 2 === 1) await pause(moment() * 200);
      if (round % 4 === 2)
        await until(() => build.child.exitCode !== null || (existsSync(dist) && leftovers(dist).length > 0));
      build.child.kill("SIGINT");
      const { code, signal, err } = await build.outcome;
      expect(signal === "SIGINT" || code === 0).toBe(true);
      expect(err).toMatch(/^thread\n$/);
      const now = existsSync(dist) ? digests(dist) : {};
      for (const name of Object.keys(whole)) expect([undefined, whole[name]]).toContain(now[name]);
    }
    expect((await run(["build"], folder, env)).code).toBe(0);
    expect(digests(dist)).toEqual(whole);
  }, 120_000);

  it("leaves temporary files that the next build takes away, and no others", async () => {
    const folder = makeBulletin(join(scratch, "leftovers"));
    const dist = join(folder, "dist");
    mkdirSync(dist);
    const [, here = ""] = /^\.bulletin-([0-9a-f]{8})-/.exec(temporaryName()) ?? [];
    const named = (space: string, pid: number) => `.bulletin-${space}-${pid}-0123abcd.tmp`;
    const dead = named(here, 2 ** 30);
    const alive = named(here, process.pid);
    const elsewhere = named("00000000", 1);
    const foreign = ".other.tmp";
    for (const name of [dead, alive, elsewhere, foreign]) writeFileSync(join(dist, name), "x");
    expect((await run(["build"], folder)).code).toBe(0);
    expect(leftovers(dist).toSorted()).toEqual([alive, elsewhere, foreign].toSorted());
  });
});

describe("two builds at once into one folder", () => {
  it("both end well and leave whole editions", async () => {
    const folder = makeBulletin(join(scratch, "raced"));
    await run(["build", "-o", "alone"], folder);
    for (let round = 0; round < 4; round += 1) {
      const outcomes = await Promise.all([
        run(["build"], folder),
        run(["build"], folder),
        run(["build"], folder),
      ]);
      expect(outcomes.map(({ code, err }) => [code, err])).toEqual([
        [0, ""],
        [0, ""],
        [0, ""],
      ]);
      expect(digests(join(folder, "dist"))).toEqual(digests(join(folder, "alone")));
    }
  }, 60_000);
});

describe("a watch", () => {
  it("builds again, ends at Ctrl+C with 0 and leaves whole editions", async () => {
    const folder = makeBulletin(join(scratch, "watched"));
    const watch = start(["build", "--watch"], folder);
    let told = "";
    watch.child.stderr?.on("data", (piece) => {
      told += piece;
    });
    await until(() => told.includes("Waiting"));
    const pdf = join(folder, "dist/issue.pdf");
    const first = statSync(pdf).mtimeMs;
    changeBulletin(folder, "1月13日，县科协又送去一批图书。");
    await until(() => existsSync(pdf) && statSync(pdf).mtimeMs > first);
    watch.child.kill("SIGINT");
    const { code, err } = await watch.outcome;
    expect(code).toBe(0);
    expect(err).not.toMatch(/\n\s+at /);
    await run(["build", "-o", "alone"], folder);
    expect(digests(join(folder, "dist"))).toEqual(digests(join(folder, "alone")));
  }, 60_000);

  it("sees house rules and a template that lie elsewhere", async () => {
    const house = join(scratch, "house");
    const folder = makeBulletin(join(house, "2026/01"));
    cpSync("templates/newsletter", join(house, "ours"), { recursive: true });
    const rules = join(house, "bulletin.yaml");
    writeFileSync(rules, "template: ./ours\nlint: {rules: {item/vague-date: off}}\n");
    const watch = start(["build", "-e", "html", "--watch"], folder);
    let told = "";
    watch.child.stderr?.on("data", (piece) => {
      told += piece;
    });
    await until(() => told.includes("Waiting"));
    const html = join(folder, "dist/issue.html");
    const holds = (words: string) => () => existsSync(html) && readFileSync(html, "utf8").includes(words);
    const sheet = join(house, "ours/html/style.css");
    await pause(300);
    writeFileSync(sheet, `${readFileSync(sheet, "utf8")}\n.seen-by-watch { color: red }\n`);
    await until(holds(".seen-by-watch"));
    await pause(300);
    writeFileSync(rules, "template: ./ours\ncontact: {phone: 010-5555 0199}\n");
    await until(holds("010-5555 0199"));
    watch.child.kill("SIGINT");
    expect((await watch.outcome).code).toBe(0);
  }, 60_000);

  it("sees a font that comes into a folder elsewhere", async () => {
    const folder = makeBulletin(join(scratch, "lettered"));
    const fonts = join(scratch, "faces");
    mkdirSync(join(fonts, "older"), { recursive: true });
    const watch = start(["build", "-e", "pdf", "--fonts", fonts, "--watch"], folder);
    let told = "";
    watch.child.stderr?.on("data", (piece) => {
      told += piece;
    });
    await until(() => told.includes("Waiting"));
    const pdf = join(folder, "dist/issue.pdf");
    const before = digests(join(folder, "dist"));
    await pause(300);
    writeFileSync(join(fonts, "house.ttf"), plainFont("Noto Serif SC", 400, { characters: "0123456789" }));
    await until(() => existsSync(pdf) && digests(join(folder, "dist"))["issue.pdf"] !== before["issue.pdf"]);
    await pause(300);
    writeFileSync(join(fonts, "house.ttf"), plainFont("Some Other", 400));
    await until(() => digests(join(folder, "dist"))["issue.pdf"] === before["issue.pdf"]);
    watch.child.kill("SIGINT");
    expect((await watch.outcome).code).toBe(0);
  }, 60_000);

  it("ends at Ctrl+C with 0 during its first build too", async () => {
    const folder = makeBulletin(join(scratch, "early"));
    const watch = start(["build", "--watch"], folder);
    await until(() => existsSync(join(folder, "dist")));
    watch.child.kill("SIGINT");
    expect((await watch.outcome).code).toBe(0);
    expect(leftovers(join(folder, "dist"))).toEqual([]);
  }, 60_000);
});
