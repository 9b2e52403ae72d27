/**
 * `build --cache`: an issue is left alone only while everything that it was made of, and everything
 * that was made of it, is as it was. Each kind of input is changed in turn; what stands on disk then
 * is held against a build without the cache.
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
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readRecord, writeRecord } from "../src/outcomes/cache-file.js";
import { digests, run as runAlone } from "./faults/built-command.js";
import { homeEnvironment, placesIn } from "./own-home.js";
import { warmRun } from "./warm-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-cache-"));
const NAMES = ["2026-01", "2026-02", "2026-03"];
/** Some ten runs each. */
vi.setConfig({ testTimeout: 120_000 });
let bulletin = "";
let count = 0;

/** One user for all of it, as on a machine: each case has a bulletin of its own. */
const home = join(scratch, "home");
mkdirSync(home);
const { records, key: keyFile } = placesIn(home);
const run = (args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  warmRun(args, cwd, { ...homeEnvironment(home), ...env });

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeEach(() => {
  count += 1;
  bulletin = join(scratch, String(count));
  for (const [index, name] of NAMES.entries()) {
    const issue = join(bulletin, "issues", name);
    mkdirSync(issue, { recursive: true });
    cpSync("fixtures/minimal/items", join(issue, "items"), { recursive: true });
    edit(
      join(issue, "items/01.md"),
      (text) => `${text.replace("title: ", `title: 第${index + 1}次`)}\n![书](../p.jpg)\n`,
    );
    cpSync("fixtures/work-bulletin/images/exhibition.jpg", join(issue, "p.jpg"));
    const manifest = readFileSync("fixtures/minimal/issue.yaml", "utf8");
    writeFileSync(join(issue, "issue.yaml"), manifest.replace("number: 1", `number: ${index + 1}`));
  }
  cpSync("templates/jianbao", join(bulletin, "look"), { recursive: true });
  writeFileSync(join(bulletin, "bulletin.yaml"), "template: ./look\nfonts:\n  folders: [faces]\n");
});

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

/**
 * Builds with the cache, and a copy of the bulletin without: same report, same bytes.
 * @returns the issues that were written anew
 */
async function build(args: readonly string[] = ["-e", "html"], env: NodeJS.ProcessEnv = {}) {
  const copy = join(scratch, `${count}-copy`);
  rmSync(copy, { recursive: true, force: true });
  cpSync(bulletin, copy, { recursive: true, filter: (path) => !path.endsWith("dist") });
  const before = NAMES.map(writtenAt);
  // Without threads, which would each have to load what this process has loaded.
  const all = ["build", "--all", "--json", "--jobs", "1"];
  const cached = await run([...all, "--cache", ...args], bulletin, env);
  const plain = await run([...all, ...args], copy, env);
  const told = ({ out }: { readonly out: string }) => out.replace(/"milliseconds": \d+/g, "");
  expect(told(cached)).toBe(told(plain));
  expect(cached.code).toBe(plain.code);
  for (const name of NAMES) {
    expect(digests(join(bulletin, "issues", name, "dist"))).toEqual(
      digests(join(copy, "issues", name, "dist")),
    );
  }
  return NAMES.filter((name, index) => writtenAt(name) !== before[index]);
}

/** @returns the inode numbers of an issue's editions: a file written anew has another */
function writtenAt(name: string): string {
  const dist = join(bulletin, "issues", name, "dist");
  if (!existsSync(dist)) return "";
  return readdirSync(dist)
    .map((file) => statSync(join(dist, file)).ino)
    .join();
}

describe("an issue is built again when", () => {
  it.each([
    [
      "an item of its own changes, and those behind it that know its titles",
      "issues/2026-02/items/01.md",
      ["2026-02", "2026-03"],
    ],
    [
      "its manifest changes, and those behind it that know its date",
      "issues/2026-02/issue.yaml",
      ["2026-02", "2026-03"],
    ],
    ["the house changes", "bulletin.yaml", NAMES],
    ["the template changes", "look/template.yaml", NAMES],
    ["the style sheet changes", "look/html/style.css", NAMES],
    ["the page's frame changes", "look/html/page.html", NAMES],
  ])("%s", async (_, file, expected) => {
    expect(await build()).toEqual(NAMES);
    expect(await build()).toEqual([]);
    const edits: Readonly<Record<string, (text: string) => string>> = {
      md: (text) => text.replace("320", "321"),
      yaml: (text) => `${text}\n# 改\n`,
      css: (text) => `${text}\n/* 改 */\n`,
      html: (text) => text.replace("<main", '<main data-x="1"'),
    };
    edit(join(bulletin, file), edits[file.slice(file.lastIndexOf(".") + 1)] ?? ((text) => text));
    expect(await build()).toEqual(expected);
    expect(await build()).toEqual([]);
  });

  it("a picture changes, and keeps its size and time", async () => {
    await build();
    const path = join(bulletin, "issues/2026-01/p.jpg");
    const { atime, mtime } = statSync(path);
    const bytes = readFileSync(path);
    // The comment or metadata that the file holds before its first scan.
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    utimesSync(path, atime, mtime);
    expect(await build()).toEqual(["2026-01"]);
  });

  it("a face appears among the house's own, changes, or goes", async () => {
    const pdf = ["-e", "pdf"];
    await build(pdf);
    mkdirSync(join(bulletin, "faces"));
    cpSync("dist/fonts/NotoSansSC_500Medium.ttf", join(bulletin, "faces/a.ttf"));
    expect(await build(pdf)).toEqual(NAMES);
    appendFileSync(join(bulletin, "faces/a.ttf"), "\0\0\0\0");
    expect(await build(pdf)).toEqual(NAMES);
    expect(await build(pdf)).toEqual([]);
    rmSync(join(bulletin, "faces/a.ttf"));
    expect(await build(pdf)).toEqual(NAMES);
  });

  it("an item is added, taken away or listed no more", async () => {
    await build();
    writeFileSync(
      join(bulletin, "issues/2026-03/items/02.md"),
      "---\ntitle: 又一篇\n---\n\n又一篇的正文。\n",
    );
    expect(await build()).toEqual(["2026-03"]);
    rmSync(join(bulletin, "issues/2026-03/items/02.md"));
    expect(await build()).toEqual(["2026-03"]);
  });

  it("one of its editions is edited or taken away", async () => {
    await build();
    const page = join(bulletin, "issues/2026-01/dist/2026-01.html");
    edit(page, (text) => text.replace("科普", "普科"));
    expect(await build()).toEqual(["2026-01"]);
    rmSync(page);
    expect(await build()).toEqual(["2026-01"]);
    rmSync(join(bulletin, "issues/2026-02/dist"), { recursive: true });
    expect(await build()).toEqual(["2026-02"]);
  });

  it("options or SOURCE_DATE_EPOCH are others", async () => {
    await build();
    expect(await build(["-e", "html", "--html", "fragment"])).toEqual(NAMES);
    expect(await build(["-e", "html", "--html", "fragment"])).toEqual([]);
    const both = ["-e", "html,docx"];
    expect(await build(both, { SOURCE_DATE_EPOCH: "1700000000" })).toEqual(NAMES);
    expect(await build(both, { SOURCE_DATE_EPOCH: "1700000001" })).toEqual(NAMES);
  });

  it("its record is that of another program", async () => {
    rmSync(records, { recursive: true });
    await build();
    const own = { folder: records, key: Buffer.from(readFileSync(keyFile, "utf8").trim(), "hex") };
    for (const name of readdirSync(records).filter((each) => each.startsWith("build-"))) {
      const record = readRecord(own, name);
      expect(record).toHaveProperty("program");
      writeRecord(own, name, { ...(record as object), program: "another" });
    }
    expect(await build()).toEqual(NAMES);
    expect(await build()).toEqual([]);
  });

  it("its record is damaged, cut short, or under another name", async () => {
    const spoil = (change: (text: string) => string) => {
      for (const name of readdirSync(records)) edit(join(records, name), change);
    };
    rmSync(records, { recursive: true });
    await build();
    for (const change of [
      (text: string) => text.slice(0, text.length >> 1),
      (text: string) => text.replace("2026-01", "2026-10"),
      () => "",
      () => "null\n{}",
    ]) {
      spoil(change);
      expect(await build()).toEqual(NAMES);
    }
    expect(await build()).toEqual([]);
  });
});

it("what one process keeps, another knows", async () => {
  const args = ["build", "--all", "--json", "--cache", "-e", "html"];
  const environment = homeEnvironment(home);
  const first = await runAlone(args, bulletin, environment);
  expect(first).toMatchObject({ code: 0, err: "" });
  const before = NAMES.map(writtenAt);
  expect(await runAlone(args, bulletin, environment)).toMatchObject({ code: 0, err: "" });
  expect(NAMES.map(writtenAt)).toEqual(before);
  expect(await build()).toEqual([]);
});

it("a program that differs in one byte builds anew", async () => {
  expect(await build()).toEqual(NAMES);
  const other = join(scratch, "program");
  for (const part of ["bin", "package.json", "templates"])
    cpSync(part, join(other, part), { recursive: true });
  cpSync("dist", join(other, "dist"), { recursive: true, filter: (path) => !path.endsWith(".ttf") });
  for (const face of readdirSync("dist/fonts").filter((name) => name.endsWith(".ttf"))) {
    symlinkSync(resolve("dist/fonts", face), join(other, "dist/fonts", face));
  }
  const runOther = () =>
    spawnSync(
      process.execPath,
      [join(other, "bin/bulletin.js"), "build", "--all", "--json", "--jobs", "1", "--cache", "-e", "html"],
      {
        cwd: bulletin,
        encoding: "utf8",
        env: { ...process.env, ...homeEnvironment(home), SOURCE_DATE_EPOCH: "" },
      },
    );
  const before = NAMES.map(writtenAt);
  expect(runOther()).toMatchObject({ status: 0, stderr: "" });
  // A copy is the same program, wherever it lies.
  expect(NAMES.map(writtenAt)).toEqual(before);
  appendFileSync(join(other, "dist/cli.cjs"), "\n");
  expect(runOther()).toMatchObject({ status: 0, stderr: "" });
  expect(NAMES.filter((name, index) => writtenAt(name) !== before[index])).toEqual(NAMES);
});

it("an issue that was refused is judged again, and the findings of the others are told", async () => {
  edit(join(bulletin, "issues/2026-02/items/01.md"), (text) => text.replace("320册", "320 册"));
  await build();
  expect(await build()).toEqual([]);
  edit(join(bulletin, "issues/2026-01/issue.yaml"), (text) => text.replace("date:", "dates:"));
  rmSync(join(bulletin, "issues/2026-01/dist"), { recursive: true });
  mkdirSync(join(bulletin, "issues/2026-01/dist"));
  const refused = await run(["build", "--all", "--cache", "-e", "html"], bulletin);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("issues/2026-01/issue.yaml");
  // Known from the run before, with the line that shows it.
  expect(refused.err).toContain("320 册");
});

it("records lie with the user, where nobody else looks into them, and not in the bulletin", async () => {
  const before = readdirSync(bulletin);
  await build();
  expect(readdirSync(bulletin)).toEqual(before);
  expect(readdirSync(records).filter((name) => name.startsWith("build-")).length).toBeGreaterThanOrEqual(3);
  if (process.platform === "win32") return;
  expect(statSync(records).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(records)) expect(statSync(join(records, name)).mode & 0o777).toBe(0o600);
});

it("records lie where they are asked to, hidden from git, and are no condition", async () => {
  const { code } = await run(
    ["build", "--all", "--cache", "--cache-location", "kept/here", "-e", "html"],
    bulletin,
  );
  expect(code).toBe(0);
  expect(readdirSync(join(bulletin, "kept/here"))).toContain(".gitignore");
  expect(readdirSync(join(bulletin, "kept/here")).filter((name) => name.endsWith(".record"))).toHaveLength(3);
  writeFileSync(join(bulletin, "blocked"), "");
  const blocked = await run(
    ["build", "--all", "--cache", "--cache-location", "blocked", "-e", "html"],
    bulletin,
  );
  expect(blocked).toMatchObject({ code: 0 });
  expect(readFileSync(join(bulletin, "blocked"), "utf8")).toBe("");
});

it("records that were of no use for thirty days are taken away; what is not a record stays", async () => {
  await build();
  const old = "build-00000000000000000000000000000000.record";
  const other = "build-00000000000000000000000000000000.txt";
  const long = Date.now() / 1000 - 31 * 24 * 60 * 60;
  for (const name of [old, other]) {
    writeFileSync(join(records, name), "x");
    utimesSync(join(records, name), long, long);
  }
  edit(join(bulletin, "bulletin.yaml"), (text) => `${text}# 改\n`);
  await build();
  expect(readdirSync(records)).not.toContain(old);
  expect(readdirSync(records)).toContain(other);
  rmSync(join(records, other));
});
