/**
 * Files of somebody else that a command is not to change: `lint --fix` keeps links and read-only files as they are,
 * and what a command makes of its own accord never goes through a link that leads out of the bulletin.
 */
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { run } from "./built-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-kept-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folder = scratch;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(scratch, String(count), "bulletin");
  mkdirSync(join(folder, "issues"), { recursive: true });
  mkdirSync(join(folder, "../outside"));
  cpSync("fixtures/minimal", join(folder, "issues/1"), { recursive: true });
  writeFileSync(join(folder, "bulletin.yaml"), "bulletin: {name: 示例科协信息}\nsections: [{name: 动态}]\n");
});

const ITEM = "issues/1/items/01.md";
const WITH_FAULT = "---\ntitle: 示例市科协举办学术交流会\n---\n\n3月10日，会议举办 ，百余人参加。\n";
const MENDED = WITH_FAULT.replace("举办 ，", "举办，");
const at = (path: string): string => join(folder, path);
const read = (path: string): string => readFileSync(at(path), "utf8");

describe("lint --fix", () => {
  it("mends what a link in the bulletin leads to; the link stays, and undo finds the file", async () => {
    mkdirSync(at("shared"));
    writeFileSync(at("shared/a.md"), WITH_FAULT);
    rmSync(at(ITEM));
    symlinkSync("../../../shared/a.md", at(ITEM));
    const { err } = await run(["lint", "--fix", "issues/1"], folder);
    expect(err).toMatch(
      /^fixed issues\/1\/items\/01\.md\nFixed 1 finding in 1 file; \S+ left\.\nTo undo this: bulletin undo\n$/,
    );
    expect(readlinkSync(at(ITEM))).toBe("../../../shared/a.md");
    expect(read("shared/a.md")).toBe(MENDED);
    expect((await run(["undo"], folder)).code).toBe(0);
    expect(read("shared/a.md")).toBe(WITH_FAULT);
  });

  it("mends a file once that two names lead to", async () => {
    writeFileSync(at(ITEM), WITH_FAULT);
    symlinkSync("01.md", at("issues/1/items/02.md"));
    const { err } = await run(["lint", "--fix", "issues/1/items"], folder);
    expect(err).toMatch(
      /^fixed issues\/1\/items\/01\.md\nFixed 1 finding in 1 file; \S+ left\.\nTo undo this: bulletin undo\n$/,
    );
    expect(read(ITEM)).toBe(MENDED);
    expect(lstatSync(at("issues/1/items/02.md")).isSymbolicLink()).toBe(true);
  });

  it("leaves what lies behind a link that leads out, and says so", async () => {
    writeFileSync(at("../outside/a.md"), WITH_FAULT);
    rmSync(at(ITEM));
    symlinkSync("../../../../outside/a.md", at(ITEM));
    const { code, out, err } = await run(["lint", "--fix", ITEM, "-f", "compact"], folder);
    expect(code).toBe(0);
    expect(err).toMatch(
      /^issues\/1\/items\/01\.md is a link that leads out of the bulletin's folder; .*\n {2}→ .*\n$/,
    );
    expect(out).toContain("[text/space-around-mark]");
    expect(read("../outside/a.md")).toBe(WITH_FAULT);
    expect(lstatSync(at(ITEM)).isSymbolicLink()).toBe(true);
  });

  it.each([["--fix"], ["--fix-suggestions"]])(
    "leaves a read-only file by %s, and its findings",
    async (option) => {
      writeFileSync(at(ITEM), WITH_FAULT);
      writeFileSync(at("issues/1/items/02.md"), WITH_FAULT);
      chmodSync(at(ITEM), 0o444);
      const args = ["issues/1/items", "-f", "compact"];
      const { out } = await run(["lint", ...args], folder);
      const fixed = await run(["lint", option, ...args], folder);
      expect(fixed.code).toBe(0);
      expect(fixed.err).toBe(
        `fixed issues/1/items/02.md\n${ITEM} is read-only and was not changed.\n  → To have it fixed, make the file writable and run again.\nFixed 1 finding in 1 file; 3 left.\nTo undo this: bulletin undo\n`,
      );
      const about = (text: string) => text.split("\n").filter((line) => line.startsWith(ITEM));
      expect(about(fixed.out)).toEqual(about(out));
      expect([read(ITEM), read("issues/1/items/02.md")]).toEqual([WITH_FAULT, MENDED]);
      expect(lstatSync(at(ITEM)).mode & 0o777).toBe(0o444);
      // Nothing is written, so that what could be is shown.
      expect((await run(["lint", "--fix-dry-run", ITEM], folder)).out).toContain("+3月10日，会议举办，");
    },
  );

  it("does not promise to mend what it has just left", async () => {
    writeFileSync(at(ITEM), WITH_FAULT);
    chmodSync(at(ITEM), 0o444);
    const { out } = await run(["lint", "--fix", ITEM], folder);
    expect(out).toContain("text/space-around-mark");
    expect(out).not.toContain("--fix");
  });

  it("tells a listed item that leads out once, not as unlisted too", async () => {
    writeFileSync(at("../outside/a.md"), WITH_FAULT);
    writeFileSync(at("issues/1/items/02.md"), MENDED);
    rmSync(at(ITEM));
    symlinkSync("../../../../outside/a.md", at(ITEM));
    const { out } = await run(["lint", "issues/1", "-f", "compact"], folder);
    const about = out.split("\n").filter((line) => line.includes("items/01.md"));
    expect(about).toEqual([expect.stringContaining("[item/path-outside]")]);
  });

  it("says nothing of a read-only file in which there is nothing to mend", async () => {
    writeFileSync(at(ITEM), MENDED);
    chmodSync(at(ITEM), 0o444);
    expect((await run(["lint", "--fix", ITEM], folder)).err).toBe("");
  });
});

describe("undo", () => {
  it("leaves a file that has become read-only, with a remedy", async () => {
    writeFileSync(at(ITEM), WITH_FAULT);
    await run(["lint", "--fix", ITEM], folder);
    chmodSync(at(ITEM), 0o444);
    const refused = await run(["undo"], folder);
    expect([refused.code, refused.err]).toEqual([
      2,
      `bulletin: “${ITEM}” is read-only and was not changed.\n  → Make it writable, and run again.\n`,
    ]);
    expect(read(ITEM)).toBe(MENDED);
    chmodSync(at(ITEM), 0o644);
    expect((await run(["undo"], folder)).code).toBe(0);
    expect(read(ITEM)).toBe(WITH_FAULT);
  });

  /** The super-user writes into any folder. */
  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "says what to do about a read-only folder, and of no option that it has not",
    async () => {
      writeFileSync(at(ITEM), WITH_FAULT);
      await run(["lint", "--fix", ITEM], folder);
      chmodSync(at("issues/1/items"), 0o555);
      const { code, err } = await run(["undo"], folder);
      chmodSync(at("issues/1/items"), 0o755);
      expect(code).toBe(2);
      expect(err).toMatch(
        /^bulletin: The output cannot be written: .*01\.md” \(EACCES\)\.\n {2}→ Check the folder's permissions/,
      );
      expect(err).not.toContain("--out");
      chmodSync(at(".bulletin-history"), 0o555);
      const undone = await run(["undo"], folder);
      chmodSync(at(".bulletin-history"), 0o755);
      expect([undone.code, read(ITEM)]).toEqual([0, WITH_FAULT]);
      expect((await run(["undo"], folder)).err).toContain("There is nothing to undo");
    },
  );
});

/** Nothing is in the folder beside the bulletin, and nothing was changed there. */
const expectNothingOutside = (names: readonly string[] = []) =>
  expect(readdirSync(at("../outside"))).toEqual(names);

describe("what a command makes of its own accord", () => {
  const leaves =
    /^bulletin: .* is a link that leads out of the bulletin's folder; nothing was written\.\n {2}→ .*\n$/;

  it("new item: the items' folder is a link out", async () => {
    rmSync(at("issues/1/items"), { recursive: true });
    symlinkSync("../../../outside", at("issues/1/items"));
    const { code, err } = await run(["new", "item", "标题", "-i", "issues/1"], folder);
    expect([code, leaves.test(err)]).toEqual([2, true]);
    expectNothingOutside();
  });

  it("new item: the manifest is a link out", async () => {
    renameSync(at("issues/1/issue.yaml"), at("../outside/issue.yaml"));
    const before = read("../outside/issue.yaml");
    symlinkSync("../../../outside/issue.yaml", at("issues/1/issue.yaml"));
    const { code, err } = await run(["new", "item", "标题", "-i", "issues/1"], folder);
    expect([code, leaves.test(err), read("../outside/issue.yaml")]).toEqual([2, true, before]);
    expect(readdirSync(at("issues/1/items"))).toEqual(["01.md"]);
  });

  it("new item: the manifest is a link that stays inside, and stays a link", async () => {
    renameSync(at("issues/1/issue.yaml"), at("first.yaml"));
    symlinkSync("../../first.yaml", at("issues/1/issue.yaml"));
    expect((await run(["new", "item", "标题", "-i", "issues/1"], folder)).code).toBe(0);
    expect(lstatSync(at("issues/1/issue.yaml")).isSymbolicLink()).toBe(true);
    expect(read("first.yaml")).toContain("items/02.md");
  });

  it("new item: a link to nowhere bears the item's name", async () => {
    symlinkSync("../../../../outside/new.md", at("issues/1/items/02.md"));
    const { code, err } = await run(["new", "item", "标", "-i", "issues/1", "--file", "items/02.md"], folder);
    expect([code, err.includes("already exists")]).toEqual([2, true]);
    expectNothingOutside();
  });

  it("new item: a read-only manifest stays as it is", async () => {
    const before = read("issues/1/issue.yaml");
    chmodSync(at("issues/1/issue.yaml"), 0o444);
    const { code, err } = await run(["new", "item", "标题", "-i", "issues/1"], folder);
    expect([code, err.includes("is read-only")]).toEqual([2, true]);
    expect([read("issues/1/issue.yaml"), readdirSync(at("issues/1/items"))]).toEqual([before, ["01.md"]]);
  });

  it("new item: a title longer than any is refused, and nothing is written", async () => {
    const { code, err } = await run(["new", "item", "题".repeat(900), "-i", "issues/1"], folder);
    expect(code).toBe(2);
    expect(err).toContain("900");
    expect(readdirSync(at("issues/1/items"))).not.toContain("02.md");
  });

  it.each([[""], ["  "], ["\u3000"], ["\u200b"]])("new item: the title %j is refused", async (title) => {
    const { code, err } = await run(["new", "item", title, "-i", "issues/1"], folder);
    expect([code, err.split("\n")[0]]).toEqual([2, "bulletin: The title is empty; no item was added."]);
    expect(readdirSync(at("issues/1/items"))).toEqual(["01.md"]);
  });

  it.each([["issues"], [".bulletin-schemas"]])("new issue: %s is a link out", async (name) => {
    rmSync(at(name), { recursive: true, force: true });
    symlinkSync("../outside", at(name));
    const { code, err } = await run(["new", "issue"], folder);
    expect([code, leaves.test(err)]).toEqual([2, true]);
    expectNothingOutside();
  });

  it("init: a folder of the new bulletin is a link out", async () => {
    mkdirSync(at("../fresh"));
    symlinkSync("../outside", at("../fresh/issues"));
    const { code, err } = await run(["init", "../fresh"], folder);
    expect([code, leaves.test(err)]).toEqual([2, true]);
    expectNothingOutside();
    expect(readdirSync(at("../fresh"))).toEqual(["issues"]);
  });

  it("init: a link to nowhere bears the name of a file", async () => {
    mkdirSync(at("../fresh"));
    symlinkSync("../outside/bulletin.yaml", at("../fresh/bulletin.yaml"));
    const { code, err } = await run(["init", "../fresh"], folder);
    expect([code, err.includes("already contains bulletin.yaml")]).toEqual([2, true]);
    expectNothingOutside();
  });

  it.each([[["init", "."]], [["new", "issue", "issues/2"]], [["new", "item", "标题", "-i", "issues/2"]]])(
    "%j: a file in a folder's place is told, without a stack",
    async (args) => {
      rmSync(at("issues"), { recursive: true });
      writeFileSync(at("issues"), "x");
      if (args[0] === "init") rmSync(at("bulletin.yaml"));
      const { code, err } = await run(args, folder);
      expect(code).toBe(2);
      expect(err).toMatch(/^bulletin: .*\n {2}→ .*\n$/);
    },
  );
});
