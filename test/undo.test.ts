/**
 * `bulletin undo` as an editor without git meets it: what `lint --fix` replaced comes back to the byte, run by
 * run; nothing that has changed since is lost; and a history that came with somebody else's files does no harm.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { HISTORY_FOLDER, keepRun, readHistory } from "../src/cli/history/fix-history.js";
import { digestOf, isRestorable, printRecord, readRecord } from "../src/cli/history/history-record.js";
import { keepChanges } from "../src/cli/history/keep-changes.js";
import { diskWorkspace } from "../src/disk/disk-workspace.js";
import { run as runAlone, seededMoments, start } from "./faults/built-command.js";
import { warmRun as run } from "./warm-command.js";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "bulletin-undo-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folder = scratch;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(scratch, `刊 ${count}`);
  mkdirSync(join(folder, "issues"), { recursive: true });
  cpSync("fixtures/minimal", join(folder, "issues/2026-01"), { recursive: true });
  writeFileSync(join(folder, "bulletin.yaml"), "bulletin: {name: 示例科协信息}\n");
});

const ITEM = "issues/2026-01/items/01.md";
const WITH_FAULT =
  "\uFEFF---\r\ntitle: 示例市科协举办学术交流会。\r\n---\r\n\r\n3月10日，会议举办 ，百余人参加。\r\n";
const MENDED =
  "\uFEFF---\r\ntitle: 示例市科协举办学术交流会\r\n---\r\n\r\n3月10日，会议举办，百余人参加。\r\n";

const at = (path: string): string => join(folder, path);
const write = (path: string, text: string): void => writeFileSync(at(path), text);
const read = (path: string): string => readFileSync(at(path), "utf8");
const history = (): readonly string[] =>
  existsSync(at(HISTORY_FOLDER))
    ? readdirSync(at(HISTORY_FOLDER)).filter((name) => name !== ".gitignore")
    : [];

describe("undo", () => {
  it("brings back what --fix replaced, to the byte, and says how at the end of --fix", async () => {
    write(ITEM, WITH_FAULT);
    chmodSync(at(ITEM), 0o640);
    const fixed = await run(["lint", ITEM, "--fix", "-f", "compact"], folder);
    expect(fixed.err).toBe(
      `fixed ${ITEM}\nFixed 2 findings in 1 file; 1 left.\nTo undo this: bulletin undo\n`,
    );
    expect(read(ITEM)).toBe(MENDED);
    const undone = await run(["undo"], folder);
    expect(undone).toMatchObject({ code: 0, out: "", err: `restored ${ITEM}\n` });
    expect(read(ITEM)).toBe(WITH_FAULT);
    expect(statSync(at(ITEM)).mode & 0o777).toBe(0o640);
    expect(readFileSync(at(`${HISTORY_FOLDER}/.gitignore`), "utf8")).toBe("*\n");
  });

  it("goes back run by run, and says when nothing is left", async () => {
    const edited = MENDED.replace("百余人", "百余人 ，二百家");
    write(ITEM, WITH_FAULT);
    await run(["lint", ITEM, "--fix"], folder);
    write(ITEM, edited);
    await run(["lint", ITEM, "--fix"], folder);
    const list = await run(["undo", "--list"], folder);
    expect(list.out).toMatch(
      /^1 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}1 file: issues\/2026-01\/items\/01\.md\n2 {2}/,
    );
    expect((await run(["undo"], folder)).err).toMatch(/1 earlier run can be undone, too\.\n$/);
    expect(read(ITEM)).toBe(edited);
    write(ITEM, MENDED);
    await run(["undo"], folder);
    expect(read(ITEM)).toBe(WITH_FAULT);
    const { code, err } = await run(["undo"], folder);
    expect(code).toBe(2);
    expect(err).toMatch(/There is nothing to undo/);
  });

  it("works from a folder within, and from outside by the path that --fix names", async () => {
    write(ITEM, WITH_FAULT);
    const { err } = await run(["lint", `刊 ${count}/${ITEM}`, "--fix"], scratch);
    expect(err).toMatch(new RegExp(`To undo this: bulletin undo '刊 ${count}'\\n$`));
    expect((await run(["undo", `刊 ${count}`], scratch)).code).toBe(0);
    expect(read(ITEM)).toBe(WITH_FAULT);
    await run(["lint", "01.md", "--fix"], at("issues/2026-01/items"));
    expect((await run(["undo"], at("issues/2026-01/items"))).code).toBe(0);
    expect(read(ITEM)).toBe(WITH_FAULT);
  });

  it("keeps the history beside the manifest or the item where there are no house rules", async () => {
    rmSync(at("bulletin.yaml"));
    write(ITEM, WITH_FAULT);
    await run(["lint", "issues/2026-01", "--fix"], folder);
    expect(existsSync(at(`issues/2026-01/${HISTORY_FOLDER}`))).toBe(true);
    await run(["undo"], at("issues/2026-01"));
    await run(["lint", ITEM, "--fix"], folder);
    expect(existsSync(at(`issues/2026-01/items/${HISTORY_FOLDER}`))).toBe(true);
    await run(["undo", "issues/2026-01/items"], folder);
    expect(read(ITEM)).toBe(WITH_FAULT);
  });

  it("shows with --dry-run what it would do, and does nothing", async () => {
    write(ITEM, WITH_FAULT);
    await run(["lint", ITEM, "--fix"], folder);
    const { out } = await run(["undo", "--dry-run"], folder);
    expect(out).toContain("-title: 示例市科协举办学术交流会\r\n+title: 示例市科协举办学术交流会。\r\n");
    expect(read(ITEM)).toBe(MENDED);
    expect(history()).toHaveLength(1);
  });

  it("overwrites nothing that has changed since, unless forced, and keeps it then", async () => {
    write(ITEM, WITH_FAULT);
    await run(["lint", ITEM, "--fix"], folder);
    const edited = MENDED.replace("百余人", "三百人");
    write(ITEM, edited);
    const refused = await run(["undo"], folder);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`Nothing was restored: ${ITEM} has changed since`);
    expect(read(ITEM)).toBe(edited);
    expect((await run(["undo", "--force"], folder)).code).toBe(0);
    expect(read(ITEM)).toBe(WITH_FAULT);
    expect((await run(["undo"], folder)).code).toBe(0);
    expect(read(ITEM)).toBe(edited);
  });

  it("keeps its record while something stands in the way, forced or not", async () => {
    write(ITEM, WITH_FAULT);
    await run(["lint", ITEM, "--fix"], folder);
    rmSync(at(ITEM));
    mkdirSync(at(ITEM));
    for (const force of [[], ["--force"]]) {
      expect((await run(["undo", ...force], folder)).code).toBe(2);
      expect(history()).toHaveLength(1);
    }
    rmSync(at(ITEM), { recursive: true });
    write(ITEM, MENDED);
    expect((await run(["undo"], folder)).code).toBe(0);
    expect(read(ITEM)).toBe(WITH_FAULT);
  });

  it("keeps it too where only some of the files were brought back", async () => {
    const other = "issues/2026-01/items/02.md";
    for (const path of [ITEM, other]) write(path, WITH_FAULT);
    await run(["lint", ITEM, other, "--fix"], folder);
    rmSync(at(other));
    mkdirSync(at(other));
    expect((await run(["undo", "--force"], folder)).code).toBe(1);
    expect(read(ITEM)).toBe(WITH_FAULT);
    rmSync(at(other), { recursive: true });
    expect((await run(["undo", "--force"], folder)).code).toBe(0);
    expect(read(other)).toBe(WITH_FAULT);
  });

  it("brings back a file that is gone only when forced", async () => {
    write(ITEM, WITH_FAULT);
    await run(["lint", ITEM, "--fix"], folder);
    rmSync(at(ITEM));
    expect((await run(["undo"], folder)).code).toBe(2);
    expect((await run(["undo", "--force"], folder)).code).toBe(0);
    expect(read(ITEM)).toBe(WITH_FAULT);
  });
});

describe("the history", () => {
  it("is there before a file is replaced; where it cannot be, nothing is", async () => {
    write(ITEM, WITH_FAULT);
    write(HISTORY_FOLDER, "in the way");
    const { code, err } = await run(["lint", ITEM, "--fix"], folder);
    expect(code).toBe(2);
    expect(err).toMatch(/Nothing was fixed: the present contents of the files cannot be backed up/);
    expect(read(ITEM)).toBe(WITH_FAULT);
  });

  it("follows no link to another folder", async () => {
    const elsewhere = join(scratch, `elsewhere-${count}`);
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, at(HISTORY_FOLDER));
    write(ITEM, WITH_FAULT);
    expect((await run(["lint", ITEM, "--fix"], folder)).code).toBe(2);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect((await run(["undo"], folder)).code).toBe(2);
  });

  it("is nothing to lint, list or build", async () => {
    write(ITEM, WITH_FAULT);
    await run(["lint", ITEM, "--fix"], folder);
    cpSync(at(HISTORY_FOLDER), at(`issues/2026-01/items/${HISTORY_FOLDER}`), { recursive: true });
    cpSync(at(HISTORY_FOLDER), at(`issues/2026-01/${HISTORY_FOLDER}`), { recursive: true });
    for (const args of [
      ["lint", "issues/2026-01"],
      ["lint", "issues/2026-01/items"],
      ["build", "--all", "-e", "html"],
    ]) {
      const { out, err } = await run(args, folder);
      expect(out + err).not.toContain(HISTORY_FOLDER);
    }
  });

  // Windows knows no such permissions.
  it.skipIf(process.platform === "win32")("keeps a record that no more may read than its files", async () => {
    for (const [mode, kept] of [
      [0o644, 0o644],
      [0o600, 0o600],
    ] as const) {
      write(ITEM, WITH_FAULT);
      chmodSync(at(ITEM), mode);
      await run(["lint", ITEM, "--fix", "-f", "compact"], folder);
      const record = history().at(-1) ?? "";
      expect(statSync(at(join(HISTORY_FOLDER, record))).mode & 0o777 & ~process.umask()).toBe(
        kept & ~process.umask(),
      );
    }
  });

  it("is bounded in runs and in bytes, the last run kept in any case", () => {
    const record = (bytes: number) => ({
      at: "2026-03-16T08:00:00.000Z",
      files: Array.from({ length: bytes > 1000 ? 10 : 1 }, (_, index) => ({
        path: `items/${index}.md`,
        before: new Uint8Array(bytes > 1000 ? bytes / 10 : bytes),
        after: digestOf(new Uint8Array()),
      })),
    });
    for (let index = 0; index < 25; index += 1) keepRun(folder, record(10));
    expect(readHistory(folder).entries).toHaveLength(20);
    keepRun(folder, record(15_000_000));
    keepRun(folder, record(15_000_000));
    expect(history()).toHaveLength(1);
    keepRun(folder, record(10));
    expect(history()).toHaveLength(2);
  });

  it("keeps the words of a record, but none that could lead astray", () => {
    const file = { path: "a.md", before: Buffer.from("甲"), after: digestOf(Buffer.from("乙")) };
    const labelled = (label: string) =>
      readRecord(printRecord({ at: "2026-03-16T08:00:00.000Z", label, files: [file] }), { isWindows: false });
    expect(labelled("移动 items/02.md")).toMatchObject({ label: "移动 items/02.md" });
    for (const label of ["\u202e反", "一\n二", "\u001b[31m", "长".repeat(301)]) {
      expect(labelled(label)).toMatchObject({ at: "2026-03-16T08:00:00.000Z" });
      expect(labelled(label)).not.toHaveProperty("label");
    }
  });

  it("survives two runs at once: one undo brings the text back", async () => {
    write(ITEM, WITH_FAULT);
    const fixes = await Promise.all([1, 2, 3].map(() => runAlone(["lint", ITEM, "--fix"], folder)));
    expect(fixes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(read(ITEM)).toBe(MENDED);
    expect((await run(["undo"], folder)).code).toBe(0);
    expect(read(ITEM)).toBe(WITH_FAULT);
    expect((await run(["undo"], folder)).code).toBe(2);
    const undos = await run(["lint", ITEM, "--fix"], folder).then(() =>
      Promise.all([1, 2].map(() => runAlone(["undo"], folder))),
    );
    expect(undos.some(({ code }) => code === 0)).toBe(true);
    expect(read(ITEM)).toBe(WITH_FAULT);
  });

  it("brings all back after a run that was killed at any moment", async () => {
    const names = [1, 2, 3, 4, 5].map((number) => `issues/2026-01/items/0${number}.md`);
    const moment = seededMoments(20261126);
    const started = performance.now();
    await run(["lint", "issues/2026-01/items"], folder);
    const usual = performance.now() - started;
    let mended = 0;
    for (let kill = 0; kill < 12; kill += 1) {
      for (const name of names) write(name, WITH_FAULT);
      const { child, outcome } = start(["lint", "issues/2026-01/items", "--fix"], folder);
      // The last one comes to its end.
      if (kill < 11) {
        await new Promise((settle) => setTimeout(settle, usual * (0.6 + moment() * 0.8)));
        child.kill("SIGKILL");
      }
      await outcome;
      for (const name of names) expect([WITH_FAULT, MENDED]).toContain(read(name));
      if (names.every((name) => read(name) === WITH_FAULT)) continue;
      mended += 1;
      expect((await run(["undo"], folder)).code).toBe(0);
      for (const name of names) expect(read(name)).toBe(WITH_FAULT);
    }
    expect(mended).toBeGreaterThan(0);
  }, 60_000);

  it("passes over a run that never wrote its files", async () => {
    write(ITEM, WITH_FAULT);
    await run(["lint", ITEM, "--fix"], folder);
    const before = readFileSync(at(ITEM));
    keepRun(folder, {
      at: "2026-03-16T08:00:00.000Z",
      files: [{ path: ITEM, before, after: digestOf(Buffer.from("x")) }],
    });
    await run(["undo"], folder);
    expect(read(ITEM)).toBe(WITH_FAULT);
    expect(history()).toEqual([]);
  });

  it("does not replace a file that somebody has changed since it was read", () => {
    write(ITEM, WITH_FAULT);
    const path = at(ITEM);
    const change = { before: "another text", after: "mended", target: path };
    const options = { workspace: diskWorkspace(folder), language: "en" } as const;
    expect(keepChanges(new Map([[path, change]]), options)).toEqual({ replaced: new Set(), undo: [] });
    expect(read(ITEM)).toBe(WITH_FAULT);
    expect(history()).toEqual([]);
  });
});

describe("a history from elsewhere", () => {
  const before = Buffer.from("evil");
  const record = (path: string, now: string) => ({
    at: "2026-03-16T08:00:00.000Z",
    files: [{ path, before, after: digestOf(Buffer.from(now)) }],
  });
  const plant = (bytes: Uint8Array, name = "999999-00000000.undo") => {
    mkdirSync(at(HISTORY_FOLDER), { recursive: true });
    writeFileSync(at(`${HISTORY_FOLDER}/${name}`), bytes);
  };

  it.each([
    ["a folder above", "../victim.md"],
    ["a way round", "items/../../victim.md"],
    ["an absolute path", "/tmp/victim.md"],
    ["a workflow", ".github/workflows/build.yml"],
    ["a hidden file", "items/.hidden.md"],
    ["what --fix never touches", "package.json"],
    ["backslashes", "..\\victim.md"],
    ["a control character", "items/a\u001b[2J.md"],
    ["nothing", ""],
    ["no name", "items//a.md"],
  ])("names %s in vain", async (_, path) => {
    const victim = join(scratch, "victim.md");
    writeFileSync(victim, "sound");
    plant(printRecord(record(path, "sound")));
    const { code, err } = await run(["undo", "--force"], folder);
    expect(code).toBe(2);
    expect(err).toMatch(/999999-00000000\.undo cannot be read and was ignored/);
    expect(readFileSync(victim, "utf8")).toBe("sound");
  });

  it.each([
    ["a drive", "C:/a.md"],
    ["a stream of a file", "items/a.md:b.md"],
    ["a device", "items/nul.md"],
    ["a device of the console", "items/conin$.md"],
    ["a device with a blank behind it", "items/nul .md"],
    ["a name that Windows cuts", "items./a.md"],
  ])("names %s in vain on Windows", (_, path) => {
    expect(isRestorable(path, true)).toBe(false);
    expect(isRestorable(path, false)).toBe(true);
  });

  it("may name what it should: items and YAML, in Chinese too", () => {
    for (const path of [
      "bulletin.yaml",
      "issues/2026-03/issue.yaml",
      "来稿/张 三（终稿）.md",
      "a.markdown",
    ]) {
      expect(isRestorable(path, true)).toBe(true);
    }
  });

  const made = (path: string, folders?: readonly string[]) =>
    printRecord({
      at: "2026-03-16T08:00:00.000Z",
      files: [{ path, before: undefined, after: digestOf(Buffer.from("sound")) }],
      ...(folders && { folders }),
    });

  it.each([
    "issue.yaml",
    "bulletin.yaml",
    "docs/a.md",
    "a.md",
    "inbox/../items.md",
    "inbox/.hidden.txt",
    "items/more/a.md",
    ".git/items/a.md",
    "other/register.csv",
  ])("takes nothing away but what an import makes: %s stays", async (path) => {
    expect(readRecord(made(path), { isWindows: false })).toBeUndefined();
    expect(readRecord(made("inbox/来稿.docx", [path]), { isWindows: false })).toBeUndefined();
  });

  it("takes away what an import has made where it is as it was made, and folders that are empty then", async () => {
    for (const path of ["inbox/a.txt", "inbox/b.txt"]) {
      mkdirSync(at("inbox"), { recursive: true });
      write(path, "sound");
    }
    plant(made("inbox/a.txt", ["inbox"]));
    expect((await run(["undo", "--dry-run"], folder)).err).toContain("would remove");
    expect(existsSync(at("inbox/a.txt"))).toBe(true);
    expect((await run(["undo"], folder)).err).toContain("removed");
    expect(readdirSync(at("inbox"))).toEqual(["b.txt"]);
    plant(made("inbox/b.txt", ["inbox"]));
    write("inbox/b.txt", "edited since");
    for (const force of [[], ["--force"]]) expect((await run(["undo", ...force], folder)).code).toBe(2);
    expect(read("inbox/b.txt")).toBe("edited since");
    write("inbox/b.txt", "sound");
    expect((await run(["undo"], folder)).code).toBe(0);
    expect(existsSync(at("inbox"))).toBe(false);
    // Taken away by hand is as good.
    plant(made("inbox/b.txt"));
    expect((await run(["undo"], folder)).code).toBe(2);
  });

  describe("of an import, one of whose files somebody has worked on since", () => {
    const label = "导入“来稿.docx”：1 篇";
    const inChinese = (...options: readonly string[]) => run(["--lang", "zh", "undo", ...options], folder);
    const NEW = "issues/2026-01/items/02.md";
    beforeEach(() => {
      write(ITEM, "listed");
      mkdirSync(at("inbox"));
      write("inbox/来稿.docx", "sound");
      write(NEW, "edited since");
      const imported = (path: string) => ({ path, before: undefined, after: digestOf(Buffer.from("sound")) });
      const files = [
        { path: ITEM, before, after: digestOf(Buffer.from("listed")) },
        imported("inbox/来稿.docx"),
        imported(NEW),
      ];
      plant(printRecord({ at: "2026-03-16T08:00:00.000Z", label, files, folders: ["inbox"] }));
    });

    it("says before what would go and what stays, and what it takes", async () => {
      const { err } = await inChinese("--dry-run");
      expect(err).toContain("会删去 inbox/来稿.docx\n");
      expect(err).toContain(`${NEW} 导入之后又有改动，不会删去。\n`);
      expect(err).toMatch(/加 --force 才会这样做。\n$/);
      expect(err).not.toContain(`会删去 ${NEW}`);
      const forced = await inChinese("--dry-run", "--force");
      expect(forced.err).not.toContain("--force");
    });

    it("refuses in words that are true of it", async () => {
      const { code, err } = await inChinese();
      expect(code).toBe(2);
      expect(err).toContain(`没有改回任何文件：这一步之后，${NEW} 又有改动。`);
      expect(err).toContain(`确要改回其余的，请加 --force；${NEW} 会留着不动。`);
      expect(err).not.toMatch(/自动改正|另留一份/);
      write(ITEM, "edited, too");
      const both = await inChinese();
      expect(both.err).toContain(`请加 --force：${ITEM} 现有的内容会另留一份，${NEW} 会留着不动。`);
    });

    it("asks for no force where force does nothing", async () => {
      write(ITEM, "evil");
      rmSync(at("inbox/来稿.docx"));
      for (const force of [[], ["--force"]]) {
        const { code, err } = await inChinese(...force);
        expect(code).toBe(2);
        expect(err).toContain(`${NEW} 是导入时新建的，改过就不会自动删去；不再需要的话，请自己删去。`);
        expect(err).not.toContain("--force");
      }
    });

    it("is listed by what was done, and by the files that it changed and made", async () => {
      const list = async (lang: string) => (await run(["--lang", lang, "undo", "--list"], folder)).out;
      const names = [ITEM, "inbox/来稿.docx", NEW];
      expect(await list("zh")).toContain(`  ${label}（改了 1 个文件，新建 2 个文件：${names.join("、")}）\n`);
      expect(await list("en")).toContain(`  ${label} (1 file changed, 2 files made: ${names.join(", ")})\n`);
    });
  });

  it("reaches nothing through links", async () => {
    const outside = join(scratch, `outside-${count}`);
    mkdirSync(outside);
    writeFileSync(join(outside, "a.md"), "sound");
    symlinkSync(outside, at("linked"));
    symlinkSync(join(outside, "a.md"), at("b.md"));
    for (const path of ["linked/a.md", "b.md"]) {
      plant(printRecord(record(path, "sound")));
      for (const force of [[], ["--force"]]) await run(["undo", ...force], folder);
      expect(readFileSync(join(outside, "a.md"), "utf8")).toBe("sound");
      expect(realpathSync(at(path))).toBe(join(outside, "a.md"));
    }
  });

  it("is passed over where it is damaged, and the runs before it still count", async () => {
    write(ITEM, WITH_FAULT);
    await run(["lint", ITEM, "--fix"], folder);
    const sound = printRecord(record(ITEM, MENDED));
    const spoilt: readonly Uint8Array[] = [
      Buffer.from("no record"),
      Buffer.from("{}\n"),
      sound.subarray(0, sound.length - 1),
      Buffer.concat([sound, Buffer.from("x")]),
      Buffer.from(Buffer.from(sound).toString("latin1").replace("evil", "eviL"), "latin1"),
      Buffer.from(Buffer.from(sound).toString("utf8").replace('"version":1', '"version":2')),
      Buffer.from(Buffer.from(sound).toString("utf8").replace('"bytes":4', '"bytes":-4')),
      Buffer.from(Buffer.from(sound).toString("utf8").replace('"bytes":4', '"bytes":4e9')),
    ];
    for (const bytes of spoilt) expect(readRecord(bytes, { isWindows: false })).toBeUndefined();
    for (const [index, bytes] of spoilt.entries()) plant(bytes, `99999${index}-00000000.undo`);
    mkdirSync(at(`${HISTORY_FOLDER}/999999-11111111.undo`));
    const { code, err } = await run(["undo"], folder);
    expect(code).toBe(0);
    expect(err.match(/was ignored/g)).toHaveLength(spoilt.length + 1);
    expect(read(ITEM)).toBe(WITH_FAULT);
  });
});
