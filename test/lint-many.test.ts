/**
 * `lint --jobs` and `lint --cache`, by the built command: the report is the same whatever the number of
 * threads, and the same as without a cache whatever was changed since it was written.
 */
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
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readRecord, writeRecord } from "../src/outcomes/cache-file.js";
import { homeEnvironment, placesIn } from "./own-home.js";
import { warmRun } from "./warm-command.js";

const COMMAND = resolve("bin/bulletin.js");
const scratch = mkdtempSync(join(tmpdir(), "bulletin-lint-many-"));
/** Says on standard error whenever a thread is started. */
const WATCH = `data:text/javascript,${encodeURIComponent('process.on("worker", () => process.stderr.write("thread\\n"));')}`;
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const home = join(scratch, "home");
mkdirSync(home);
const { records, key: keyFile } = placesIn(home);

/** In the process of the command, no thread may be started. */
const REFUSED = `data:text/javascript,${encodeURIComponent(`import threads from "node:worker_threads"; import { syncBuiltinESMExports } from "node:module";
threads.Worker = class { constructor() { process.stderr.write("refused\\n"); throw Object.assign(new Error("no"), { code: "ERR_ACCESS_DENIED" }); } };
syncBuiltinESMExports();`)}`;

function lint(cwd: string, ...args: readonly string[]) {
  return lintAfter(WATCH, cwd, args);
}

function lintAfter(preload: string, cwd: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", preload, COMMAND, "--lang", "zh", "lint", ...args],
    {
      cwd,
      encoding: "utf8",
      env: { ...process.env, ...homeEnvironment(home), NO_COLOR: "1" },
      maxBuffer: 1 << 28,
    },
  );
  return { code: status, out: stdout, err: stderr };
}

const threadsIn = (err: string): number => err.split("\n").filter((line) => line === "thread").length;

describe("--jobs", () => {
  const folder = join(scratch, "many");

  beforeAll(() => {
    mkdirSync(join(folder, "items"), { recursive: true });
    cpSync("fixtures/work-bulletin/bulletin.yaml", join(folder, "bulletin.yaml"));
    cpSync("fixtures/minimal", join(folder, "issue"), { recursive: true });
    const bodyOf = (path: string) => readFileSync(path, "utf8").replace(/^---[\s\S]*?\n---\n/, "");
    const clean = bodyOf("fixtures/corpus/clean/items/01-annual-meeting.md");
    // Code makes copy long, and is not judged.
    const code = `\`\`\`\n${"const 展期 = 12;\n".repeat(1500)}\`\`\`\n`;
    const body = `${code}\n${clean}\n\n${bodyOf("fixtures/corpus/faulty/items/01-annual-meeting.md")}`;
    for (let bytes = 0, count = 1; bytes < 3_200_000; count += 1) {
      const text = `---\ntitle: 第 ${count}次活动\n---\n\n第${count}篇。\n\n${body}`;
      writeFileSync(join(folder, "items", `${String(count).padStart(5, "0")}.md`), text);
      bytes += Buffer.byteLength(text);
    }
  });

  it.each(["json", "compact", "junit"])(
    "gives the same %s report for one thread and for several",
    (format) => {
      const [one, two, three] = ["1", "2", "3"].map((jobs) =>
        lint(folder, "items", "issue", "-f", format, "--jobs", jobs),
      );
      expect(one?.out.length).toBeGreaterThan(10_000);
      expect([one, two, three].map((run) => threadsIn(run?.err ?? ""))).toEqual([0, 1, 2]);
      expect(two?.out).toBe(one?.out);
      expect(three?.out).toBe(one?.out);
      expect([two?.code, three?.code]).toEqual([one?.code, one?.code]);
    },
  );

  it("gives the same where Node starts no thread", () => {
    const args = ["items", "issue", "-f", "json", "--jobs"];
    const one = lint(folder, ...args, "1");
    const refused = lintAfter(REFUSED, folder, [...args, "3"]);
    expect(refused.err).toMatch(/^refused$/m);
    expect({ code: refused.code, out: refused.out }).toEqual({ code: one.code, out: one.out });
  });

  it("starts no thread for a small folder, whatever is asked for", () => {
    expect(threadsIn(lint(folder, "issue", "items/00001.md", "--jobs", "4").err)).toBe(0);
  });
});

describe("--cache", () => {
  let folder = "";
  let count = 0;

  beforeEach(() => {
    count += 1;
    rmSync(records, { recursive: true, force: true });
    folder = join(scratch, `cache-${count}`);
    for (const [index, name] of ["2026-01", "2026-02"].entries()) {
      const issue = join(folder, "issues", name);
      cpSync("fixtures/minimal/items", join(issue, "items"), { recursive: true });
      edit(
        `issues/${name}/items/01.md`,
        (text) =>
          `${text.replace("title: ", `title: 第${index + 1}次`)}\n市科协主席周砚宁出席 2026年的活动。\n\n![书](../p.jpg)\n`,
      );
      cpSync("fixtures/work-bulletin/images/exhibition.jpg", join(issue, "p.jpg"));
      const manifest = readFileSync("fixtures/minimal/issue.yaml", "utf8");
      writeFileSync(join(issue, "issue.yaml"), manifest.replace("number: 1", `number: ${index + 1}`));
    }
    mkdirSync(join(folder, "incoming"));
    writeFileSync(join(folder, "incoming", "a.md"), "---\ntitle: 来稿\n---\n\n来稿 2026年。\n");
    writeFileSync(join(folder, "bulletin.yaml"), "lint:\n  words:\n    names: {周砚宁: 主席}\n");
  });

  function edit(path: string, change: (text: string) => string): void {
    const before = readFileSync(join(folder, path), "utf8");
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(join(folder, path), after);
  }

  const TARGETS = ["issues/2026-01", "issues/2026-02", "incoming", "-f", "json"];
  const report = async (...more: readonly string[]) => {
    const args = ["--lang", "zh", "lint", ...TARGETS, ...more];
    const { code, out } = await warmRun(args, folder, homeEnvironment(home));
    return { code, out };
  };
  const cacheFile = () => {
    const [name = ""] = readdirSync(records);
    return join(records, name);
  };

  it("tells the same, and writes nothing, while nothing changes", async () => {
    const plain = await report();
    expect(await report("--cache")).toEqual(plain);
    const written = statSync(cacheFile()).mtimeMs;
    expect(await report("--cache")).toEqual(plain);
    expect(statSync(cacheFile()).mtimeMs).toBe(written);
    const english = (...more: readonly string[]) =>
      warmRun(["--lang", "en", "lint", ...TARGETS, ...more], folder, homeEnvironment(home));
    expect((await english()).out).not.toBe(plain.out);
    expect(await english("--cache")).toEqual(await english());
    expect(lint(folder, "--cache", ...TARGETS)).toEqual({ ...plain, err: "" });
  });

  it("is not believed where another program kept it", async () => {
    const plain = await report("--cache");
    const name = basename(cacheFile());
    const own = { folder: records, key: Buffer.from(readFileSync(keyFile, "utf8").trim(), "hex") };
    const text = JSON.stringify(readRecord(own, name));
    const altered = text.replaceAll("text/space-between-cjk-and-latin", "text/altered");
    writeRecord(own, name, { ...JSON.parse(altered), program: "another" });
    expect(await report("--cache")).toEqual(plain);
  });

  it("is what answers: a record that is altered and sealed anew with the user's key is told", async () => {
    await report("--cache");
    const name = basename(cacheFile());
    const own = { folder: records, key: Buffer.from(readFileSync(keyFile, "utf8").trim(), "hex") };
    const text = JSON.stringify(readRecord(own, name));
    expect(text).toContain("text/space-between-cjk-and-latin");
    writeRecord(own, name, JSON.parse(text.replaceAll("text/space-between-cjk-and-latin", "text/altered")));
    expect((await report("--cache")).out).toContain("text/altered");
  });

  const CHANGES: Readonly<Record<string, () => void>> = {
    "an item": () => edit("issues/2026-01/items/01.md", (text) => `${text}\n又一段 2026年。\n`),
    "a submission": () => edit("incoming/a.md", (text) => text.replace("来稿 2026年", "来稿 2025年 好")),
    "a house rule": () =>
      edit("bulletin.yaml", (text) => text.replace("lint:", "lint:\n  rules:\n    item/body-length: error")),
    "the roster": () => edit("bulletin.yaml", (text) => text.replace("周砚宁", "周砚凝")),
    "the manifest": () => edit("issues/2026-02/issue.yaml", (text) => text.replace("number: 2", "number: 0")),
    "a picture": () => writeFileSync(join(folder, "issues/2026-02/p.jpg"), "no picture"),
    "a picture taken away": () => rmSync(join(folder, "issues/2026-02/p.jpg")),
    "an earlier issue's title": () =>
      edit("issues/2026-01/items/01.md", (text) => text.replace("title: 第1次", "title: 第2次")),
    "a file that is added": () =>
      writeFileSync(join(folder, "issues/2026-02/items/09.md"), "---\ntitle: 新\n---\n\n文。\n"),
    "a file that goes": () => rmSync(join(folder, "issues/2026-01/items/01.md")),
    "a house file nearer to it": () =>
      writeFileSync(join(folder, "incoming/bulletin.yaml"), "lint:\n  rules:\n    item/body-length: off\n"),
  };

  it.each(Object.entries(CHANGES))("sees a change of %s", async (_, change) => {
    const before = await report("--cache");
    change();
    const after = await report("--cache");
    expect(after.out).not.toBe(before.out);
    expect(after).toEqual(await report());
    // What was just remembered is right too.
    expect(await report("--cache")).toEqual(after);
  });

  it("keeps rule settings apart", async () => {
    const rule = ["--rule", "item/body-length: error"];
    await report("--cache");
    expect(await report("--cache", ...rule)).toEqual(await report(...rule));
    expect(await report("--cache")).toEqual(await report());
  });

  it("ignores and rewrites a damaged file", async () => {
    const plain = await report("--cache");
    const whole = readFileSync(cacheFile(), "utf8");
    for (const damaged of ["", "{}", whole.slice(0, -9), whole.replace("text/", "teXt/")]) {
      writeFileSync(cacheFile(), damaged);
      expect(await report("--cache")).toEqual(plain);
      expect(readFileSync(cacheFile(), "utf8")).toBe(whole);
    }
  });

  it("is put where it is asked for, and a place that refuses is no fault", async () => {
    const plain = await report();
    expect(await report("--cache", "--cache-location", "kept/here")).toEqual(plain);
    expect(readdirSync(join(folder, "kept/here")).some((name) => name.startsWith("lint-"))).toBe(true);
    writeFileSync(join(folder, "file"), "");
    expect(await report("--cache", "--cache-location", "file")).toEqual(plain);
  });
});
