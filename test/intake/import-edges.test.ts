/** `bulletin import` at its edges: no bulletin, nothing to import, very much to import, Ctrl+C. */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { buildSync } from "esbuild";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { confirm } from "../../src/cli/import/confirm.js";
import { warmRun as run } from "../warm-command.js";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "bulletin-import-edges-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folder = scratch;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(scratch, String(count));
  mkdirSync(join(folder, "来稿"), { recursive: true });
});

const put = (path: string, text: string): void => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const text = (unit: string, day = 9): string =>
  `${unit}开展学术交流\n\n　　3月${day}日，${unit}开展学术交流，56名会员参加。\n\n（${unit}）\n`;
const withIssue = (): void => cpSync("fixtures/minimal", join(folder, "issues/2026-03"), { recursive: true });
const importAll = (...args: readonly string[]) => run(["--lang", "zh", "import", ...args], folder);

describe("outside of any bulletin", () => {
  it("writes nothing, and says where to go", async () => {
    put("来稿/a.txt", text("云岭区科协"));
    const { code, err } = await importAll("来稿", "--yes");
    expect(code).toBe(2);
    expect(err).toContain("不在任何简报里");
    expect(err).toContain("bulletin init");
    expect(readdirSync(folder)).toEqual(["来稿"]);
  });

  it("shows what it would make of a file, which asks for no bulletin", async () => {
    put("来稿/a.txt", text("云岭区科协"));
    const shown = await importAll("来稿", "--dry-run", "-f", "json");
    expect(shown.code).toBe(0);
    expect(JSON.parse(shown.out).submissions[0].items[0].title).toBe("云岭区科协开展学术交流");
    const asked = await importAll("来稿");
    expect(asked.code).toBe(0);
    expect(asked.err).toContain("这个文件夹不在任何简报里");
    expect(asked.err).not.toContain("--yes");
  });

  it("is a bulletin where house rules are, here or above, without any issue", async () => {
    put("bulletin.yaml", "bulletin: {name: 示例科协信息}\n");
    put("来稿/a.txt", text("云岭区科协"));
    const { code } = await run(["import", "a.txt", "--yes"], join(folder, "来稿"));
    expect(code).toBe(0);
    expect(existsSync(join(folder, "inbox/01-云岭区科协开展学术交流.md"))).toBe(true);
  });
});

describe("what is given", () => {
  beforeEach(withIssue);

  it("is said to be empty where it is", async () => {
    const { code, out, err } = await importAll("来稿", "--yes");
    expect([code, out]).toEqual([0, ""]);
    expect(err).toBe("没有来稿可以导入：来稿 里没有文件。\n");
  });

  it("is read but for the folders in it, which are named", async () => {
    put("来稿/a.txt", text("云岭区科协"));
    put("来稿/照片/b.txt", text("东湖区科协"));
    const { err } = await importAll("来稿", "--dry-run");
    expect(err).toBe("没有进入 1 个子文件夹或链接：来稿/照片；里面的来稿请另外导入。\n");
  });

  it("is not what the bulletin itself keeps there", async () => {
    put("bulletin.yaml", "bulletin: {name: 示例科协信息}\n");
    put("register.csv", "id,received,unit,title,file,sha256,decision,issue,item\n");
    put("a.txt", text("云岭区科协"));
    const { out } = await importAll(".", "--dry-run", "-f", "json");
    expect(JSON.parse(out).submissions.map(({ file }: { file: string }) => file)).toEqual(["a.txt"]);
  });

  it("is said to be the same once more, whether the first was taken or not", async () => {
    for (const name of ["a.pdf", "b.pdf"]) put(`来稿/${name}`, "%PDF-1.4 云岭");
    for (const name of ["c.txt", "d.txt"]) put(`来稿/${name}`, text("云岭区科协"));
    const { out } = await importAll("来稿", "--dry-run");
    expect(out).toContain("与 来稿/a.pdf 是同一个文件，同样没有导入。");
    expect(out).toContain("与 来稿/c.txt 是同一个文件，只导入一次。");
  });

  it("is called by its path where two files have one name", async () => {
    put("甲/a.txt", text("云岭区科协"));
    put("乙/a.txt", text("东湖区科协"));
    put("乙/b.txt", text("西山区科协"));
    const { out } = await importAll("甲", "乙", "--dry-run");
    expect(out.match(/^\S*\.txt$/gm)).toEqual(["甲/a.txt", "乙/a.txt", "b.txt"]);
  });

  it("is shown in part where it is very much: what needs a person first", async () => {
    for (let number = 100; number < 160; number += 1)
      put(
        `来稿/${number}.txt`,
        text("云岭区科协", 1 + (number % 28)).replaceAll("学术", `第${number}次学术`),
      );
    put("来稿/900.docx", "PK\u0003\u0004 no zip");
    const { code, out } = await importAll("来稿", "--dry-run");
    expect(code).toBe(1);
    expect(out.match(/^\d+\.\w+$/gm)).toHaveLength(40);
    expect(out).toContain("“900.docx”已损坏");
    expect(out).toContain(
      "还有 21 个文件没有逐个显示；全部见 -f json。\n61 个文件：60 篇可以导入，1 个读不了。\n",
    );
    const json = await importAll("来稿", "--dry-run", "-f", "json");
    expect(JSON.parse(json.out).submissions).toHaveLength(61);
  });
});

describe("Ctrl+C", () => {
  it.each([
    ["y\n", "yes"],
    ["是\n", "yes"],
    ["\n", "no"],
    ["\u0003", "interrupted"],
    ["\u0004", "no"],
  ])("tells %j at the question", async (typed, answer) => {
    const input = new PassThrough();
    const asked = confirm(2, { language: "zh", input, output: new PassThrough() });
    input.write(typed);
    expect(await asked).toBe(answer);
  });

  it("never cuts what is being written", () => {
    const module = join(folder, "uninterrupted.mjs");
    buildSync({
      entryPoints: ["src/cli/import/uninterrupted.ts"],
      outfile: module,
      format: "esm",
      platform: "node",
    });
    const script = `
      import { uninterrupted } from ${JSON.stringify(module)};
      const was = await uninterrupted(() => {
        process.kill(process.pid, "SIGINT");
        console.log("written");
      });
      console.log(was, await uninterrupted(() => {}));
    `;
    const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(out).toBe("written\ntrue false\n");
  });
});
