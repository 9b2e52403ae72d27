/**
 * Names that are not UTF-8, as an archive of a Chinese Windows leaves them on Linux: what bears one is told and never
 * left out in silence, and all else is done. Other systems do not let such a name come into being.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { run } from "../faults/built-command.js";
import { png } from "./made-pictures.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-names-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** 期 in GBK. */
const GBK = Buffer.from([0xc6, 0xda]);
const SHOWN = "\ufffd\ufffd";

let folder = "";
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(scratch, String(count));
  for (const name of ["2026-01", "2026-02", "2026-03"]) {
    mkdirSync(join(folder, "issues", name), { recursive: true });
    for (const part of ["issue.yaml", "items"])
      cpSync(join("fixtures/minimal", part), join(folder, "issues", name, part), { recursive: true });
  }
});

/** Gives a file or folder a name in GBK, its extension aside. */
const garble = (path: string, extension = "") =>
  renameSync(
    join(folder, path),
    Buffer.concat([Buffer.from(`${join(folder, path, "..")}/`), GBK, Buffer.from(extension)]),
  );

describe.skipIf(process.platform !== "linux")("a name that is not UTF-8 is told where it is that of", () => {
  it("an issue's folder; the other issues are built", async () => {
    garble("issues/2026-02");
    const { code, err } = await run(["build", "--all", "-e", "html"], folder);
    expect(code).toBe(1);
    expect(err).toContain(`“issues/${SHOWN}/issue.yaml” cannot be opened: a name in its path is not UTF-8`);
    for (const name of ["2026-01", "2026-03"])
      expect(readdirSync(join(folder, "issues", name, "dist"))).toEqual([`${name}.html`]);
    expect((await run(["lint", "."], folder)).code).toBe(1);
  });

  it("the only issue's folder", async () => {
    for (const name of ["2026-02", "2026-03"]) rmSync(join(folder, "issues", name), { recursive: true });
    garble("issues/2026-01");
    for (const args of [["build", "--all"], ["lint"]]) {
      const { code, out, err } = await run(args, folder);
      expect(code).toBe(1);
      expect(out + err).toContain("is not UTF-8");
    }
  });

  it("an item that the manifest lists by its right name", async () => {
    garble("issues/2026-01/items/01.md", ".md");
    const { code, err } = await run(["build", "issues/2026-01"], folder);
    expect(code).toBe(1);
    expect(err).toMatch(/The item “items\/01\.md” does not exist/);
    expect(err).toContain(`There is a “${SHOWN}.md” whose name is not UTF-8`);
  });

  it("an item that nobody lists", async () => {
    cpSync(join(folder, "issues/2026-01/items/01.md"), join(folder, "issues/2026-01/items/02.md"));
    garble("issues/2026-01/items/02.md", ".md");
    const { out } = await run(["lint", "issues/2026-01", "-f", "compact"], folder);
    expect(out).toMatch(/items\/\ufffd\ufffd\.md.*\[manifest\/unlisted-item\]/);
  });

  it("a submission", async () => {
    cpSync(join(folder, "issues/2026-01/items"), join(folder, "inbox"), { recursive: true });
    writeFileSync(join(folder, "inbox/02.md"), "---\ntitle: 二\n---\n\n二。\n");
    garble("inbox/01.md", ".md");
    const { code, out } = await run(["lint", "inbox", "-f", "compact"], folder);
    expect(code).toBe(1);
    expect(out).toMatch(/^inbox\/\ufffd\ufffd\.md:1:1: error: .*not UTF-8/m);
    expect(out).toContain("inbox/02.md:5:1");
  });

  it("a submission that is committed, but not one that is taken away", () => {
    mkdirSync(join(folder, "inbox"));
    cpSync(join(folder, "issues/2026-01/items/01.md"), join(folder, "inbox/01.md"));
    garble("inbox/01.md", ".md");
    const git = (words: string) => `git -c user.name=x -c user.email=x@example.org ${words}`;
    const hook =
      'git diff --cached --name-only -z | xargs -0 "$NODE" "$COMMAND" --lang en lint --changed -f compact --';
    const check = (before: string) =>
      spawnSync("bash", ["-c", `${before} && ${hook}`], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, NODE: process.execPath, COMMAND: join(process.cwd(), "bin/bulletin.js") },
      });
    const added = check(`${git("init -q")} && ${git("add inbox")}`);
    expect(added.status, added.stderr).not.toBe(0);
    expect(added.stdout).toMatch(/^inbox\/\ufffd\ufffd\.md:1:1: error: .*not UTF-8/m);
    expect(check(`${git("commit -qm x")} && ${git("rm -qr inbox")}`)).toMatchObject({
      status: 0,
      stdout: "",
    });
  });

  it.each([
    ["a picture", (path: string) => garble(path, ".png"), `${SHOWN}.png`],
    ["the folder of a picture", () => garble("issues/2026-01/images"), SHOWN],
  ])("%s that an item names rightly", async (_, spoil, shown) => {
    const item = join(folder, "issues/2026-01/items/01.md");
    writeFileSync(item, `${readFileSync(item, "utf8")}\n![会场](../images/会场.png)\n`);
    mkdirSync(join(folder, "issues/2026-01/images"));
    writeFileSync(join(folder, "issues/2026-01/images/会场.png"), png());
    spoil("issues/2026-01/images/会场.png");
    const { code, out } = await run(["lint", "issues/2026-01"], folder);
    expect(code).toBe(1);
    expect(out).toContain("The picture “../images/会场.png” cannot be found.");
    expect(out).toContain(`There is a “${shown}” whose name is not UTF-8`);
  });

  it.each([
    ["the bulletin's own", "fonts: {folders: [fonts]}\n", [], /issue\.yaml:\d+:\d+ {2}warning/],
    ["named in the command", "", ["--fonts", "issues/2026-01/fonts"], /warning {2}layout\/font-substituted/],
  ])("a font file in a folder, %s", async (_, asked, args, place) => {
    const manifest = join(folder, "issues/2026-01/issue.yaml");
    writeFileSync(manifest, `${readFileSync(manifest, "utf8")}${asked}`);
    mkdirSync(join(folder, "issues/2026-01/fonts"));
    writeFileSync(join(folder, "issues/2026-01/fonts/仿宋.ttf"), "x");
    garble("issues/2026-01/fonts/仿宋.ttf", ".ttf");
    const { code, err } = await run(["build", "-e", "pdf", "issues/2026-01", ...args], folder);
    expect(code).toBe(0);
    expect(err).toMatch(place);
    expect(err).toContain(`fonts/${SHOWN}.ttf” is not used: its name is not UTF-8`);
  });

  it("the current folder", () => {
    garble("issues/2026-01");
    // A working folder is handed on as text: only a shell can lead there.
    const said = execFileSync(
      "sh",
      [
        "-c",
        `cd ${folder}/issues/$(printf '\\306\\332') && "$NODE" "$COMMAND" --lang en lint . 2>&1; echo "code $?"`,
      ],
      {
        encoding: "utf8",
        env: { ...process.env, NODE: process.execPath, COMMAND: join(process.cwd(), "bin/bulletin.js") },
      },
    );
    expect(said).toMatch(/The current folder cannot be opened: a name in its path is not UTF-8/);
    expect(said).toMatch(/code 2/);
  });
});
