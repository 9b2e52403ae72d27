/**
 * A watch whose folder goes and comes back, as another branch is checked out, and one in whose folder links lead round,
 * nowhere and out: it goes on, sees what is changed, and goes through no link.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeBulletin, type Run, start } from "./built-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-watched-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const pause = (milliseconds: number) => new Promise((settle) => setTimeout(settle, milliseconds));

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error("it never came");
    await pause(20);
  }
}

interface Watched extends Run {
  readonly told: () => string;
  /** settles once the edition holds some words */
  readonly built: (words: string) => Promise<void>;
}

async function watch(folder: string): Promise<Watched> {
  const out = join(folder, "../out");
  const run = start(["build", "-e", "html", "--watch", "-o", out, folder], scratch);
  let told = "";
  for (const stream of [run.child.stdout, run.child.stderr])
    stream?.on("data", (piece) => {
      told += piece;
    });
  await until(() => told.includes("Waiting"));
  // A watch takes hold a moment after it is said to be ready.
  await pause(400);
  const html = join(out, "issue.html");
  return {
    ...run,
    told: () => told,
    built: (words) => until(() => existsSync(html) && readFileSync(html, "utf8").includes(words)),
  };
}

async function endWell({ child, outcome }: Run): Promise<void> {
  child.kill("SIGINT");
  const { code, err } = await outcome;
  expect(code).toBe(0);
  expect(err).not.toMatch(/\n\s+at /);
}

const add = (folder: string, words: string) => {
  const path = join(folder, "items/01.md");
  writeFileSync(path, `${readFileSync(path, "utf8")}\n${words}\n`);
};

describe("a place that goes and comes back", () => {
  it("the issue's folder, moved away, taken away, and made anew at once", async () => {
    const folder = makeBulletin(join(scratch, "away"));
    const kept = join(folder, "../kept");
    const watched = await watch(folder);
    renameSync(folder, kept);
    await until(() => watched.told().includes("does not exist"));
    renameSync(kept, folder);
    await until(() => watched.told().includes("rebuilt"));
    add(folder, "第一段新话。");
    await watched.built("第一段新话");
    cpSync(folder, kept, { recursive: true });
    rmSync(folder, { recursive: true });
    cpSync(kept, folder, { recursive: true });
    await pause(1500);
    add(folder, "第二段新话。");
    await watched.built("第二段新话");
    await endWell(watched);
  }, 90_000);

  it("the house rules", async () => {
    const folder = makeBulletin(join(scratch, "house"));
    const house = join(folder, "../bulletin.yaml");
    const rules = (name: string) => writeFileSync(house, `contact: {phone: 010-5555 ${name}}\n`);
    rules("0001");
    const watched = await watch(folder);
    await watched.built("5555 0001");
    rmSync(house);
    await pause(1500);
    rules("0002");
    await watched.built("5555 0002");
    await pause(1000);
    rules("0003");
    await watched.built("5555 0003");
    await endWell(watched);
  }, 90_000);
});

describe.skipIf(process.platform === "win32")("links and folders that cannot be read", () => {
  it("are not gone through; what an item's link leads to is watched where it lies", async () => {
    const folder = makeBulletin(join(scratch, "links"));
    const outside = join(scratch, "outside");
    mkdirSync(outside);
    writeFileSync(join(folder, "../bulletin.yaml"), "lint: {}\n");
    renameSync(join(folder, "items/01.md"), join(folder, "../shared.md"));
    symlinkSync("../../shared.md", join(folder, "items/01.md"));
    for (const [name, to] of [
      ["round", "."],
      ["up", "../.."],
      ["itself", "itself"],
      ["nowhere", "nothing"],
      ["root", "/"],
      ["outside", outside],
    ] as const)
      symlinkSync(to, join(folder, name));
    mkdirSync(join(folder, "private"));
    chmodSync(join(folder, "private"), 0);
    const watched = await watch(folder);
    const before = watched.told();
    writeFileSync(join(outside, "a.md"), "x");
    await pause(1500);
    expect(watched.told()).toBe(before);
    writeFileSync(join(folder, "../shared.md"), "---\ntitle: 别处的稿件\n---\n\n一段别处的话。\n");
    await watched.built("一段别处的话");
    chmodSync(join(folder, "private"), 0o755);
    await endWell(watched);
  }, 90_000);
});

it("makes a few builds of a thousand files that come at once, and names a few", async () => {
  const folder = makeBulletin(join(scratch, "many"));
  const watched = await watch(folder);
  for (let name = 0; name < 1000; name += 1) writeFileSync(join(folder, `items/n${name}.md`), "x");
  await until(() => /1001? left|1000 new/.test(watched.told()) || watched.told().split("rebuilt").length > 2);
  await pause(2000);
  const lines = watched
    .told()
    .split("\n")
    .filter((line) => line.includes("rebuilt"));
  expect(lines.length).toBeLessThanOrEqual(8);
  for (const line of lines) expect(line.length).toBeLessThan(200);
  await endWell(watched);
}, 90_000);

describe("--all", () => {
  it("takes in an issue that is added, and drops one that goes", async () => {
    const first = makeBulletin(join(scratch, "archive"));
    const home = join(first, "..");
    const spare = join(scratch, "spare");
    cpSync(first, spare, { recursive: true });
    writeFileSync(
      join(spare, "issue.yaml"),
      readFileSync(join(spare, "issue.yaml"), "utf8").replace(/^number: \d+/m, "number: 90"),
    );
    const run = start(["build", "-e", "html", "--all", "--watch", home], scratch);
    let told = "";
    for (const stream of [run.child.stdout, run.child.stderr])
      stream?.on("data", (piece) => {
        told += piece;
      });
    await until(() => told.includes("Waiting"));
    const second = join(home, "second");
    cpSync(spare, second, { recursive: true });
    const html = join(second, "dist/second.html");
    await until(() => existsSync(html));
    expect(told).toContain("second has been added and is built from now on.\n");
    await pause(600);
    add(second, "补上一段。");
    await until(() => readFileSync(html, "utf8").includes("补上一段。"));
    rmSync(second, { recursive: true });
    await until(() => told.includes("second is gone and is no longer built.\n"));
    await endWell(run);
  });
});
