/**
 * `bulletin import` as an editor meets it: what came becomes items, pictures, lines of the manifest, originals in
 * the inbox and rows of the register, all at once or not at all; and what is shown before.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { run as runAlone } from "../faults/built-command.js";
import { warmRun as run } from "../warm-command.js";
import { p, wordPackage } from "./word-package.js";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "bulletin-import-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folder = scratch;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(scratch, `刊 ${count}`);
  mkdirSync(join(folder, "来稿"), { recursive: true });
  mkdirSync(join(folder, "issues"));
  cpSync("fixtures/minimal", join(folder, ISSUE), { recursive: true });
  writeFileSync(at("bulletin.yaml"), HOUSE);
  writeFileSync(at(`${ISSUE}/issue.yaml`), MANIFEST);
});

const ISSUE = "issues/2026-03";
const HOUSE = `bulletin: {name: 示例科协信息}
contact: {email: submissions@example.org, label: 信息报送邮箱}
sections:
  - name: 学术交流
  - name: 基层动态
    attribution: required
`;
const MANIFEST = `# 清单，请保留
year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 学术交流 # 第一栏
    items: [items/01.md]
  - name: 基层动态
    items: []
    keep-empty: true
`;

const at = (path: string): string => join(folder, path);
const read = (path: string): string => readFileSync(at(path), "utf8");
const put = (name: string, content: string | Uint8Array): void => writeFileSync(at(`来稿/${name}`), content);
const importAll = (...args: readonly string[]) => run(["--lang", "zh", "import", ...args], folder);

const CENTRED = `<w:jc w:val="center"/>`;
const LARGE = `<w:b/><w:sz w:val="44"/>`;
const wordFile = (more = ""): Uint8Array =>
  wordPackage({
    body: [
      p("云岭区科协举办科普展", CENTRED, LARGE),
      p("　　3月12日，云岭区科协举办科普展，300余名学生参加。"),
      p("　　展览分为三个展区。"),
      more,
      p("（云岭区科协 张三 供稿）"),
    ].join(""),
  });
const TEXT =
  "东湖区科协开展学术交流\n\n　　3月9日，东湖区科协开展学术交流，56名会员参加。\n\n（东湖区科协）\n";
const MAIL = `From: =?utf-8?B?6KW/5bGx5Yy656eR5Y2P?= <xishan@example.org>
Subject: =?utf-8?B?5oql6YCB77ya6KW/5bGx5Yy656eR5Y2P5Y+s5byA5bqn6LCI5Lya?=
Date: Tue, 10 Mar 2026 23:30:00 -0500
Content-Type: text/plain; charset=utf-8

西山区科协召开座谈会

3月10日，西山区科协召开座谈会，20人参加。

（西山区科协）
`;

describe("bulletin import", () => {
  it("makes items of a Word file, a text and a mail, and keeps the originals", async () => {
    put("a.docx", wordFile());
    put("b.txt", TEXT);
    put("c.eml", MAIL);
    const { code, err } = await importAll("来稿", "--yes", "--issue", ISSUE);
    expect(err).toContain("已导入 3 篇");
    expect(code).toBe(0);
    expect(read(`${ISSUE}/items/02-云岭区科协举办科普展.md`)).toBe(`---
title: 云岭区科协举办科普展
source: 云岭区科协
date: 2026-03-12
submitter:
  name: 张三
---

3月12日，云岭区科协举办科普展，300余名学生参加。

展览分为三个展区。
`);
    expect(read(`${ISSUE}/issue.yaml`)).toBe(
      MANIFEST.replace(
        "items: []",
        `items:
      - items/02-云岭区科协举办科普展.md
      - items/03-东湖区科协开展学术交流.md
      - items/04-西山区科协召开座谈会.md`,
      ),
    );
    for (const name of ["a.docx", "b.txt", "c.eml"])
      expect(readFileSync(at(`inbox/${name}`))).toEqual(readFileSync(at(`来稿/${name}`)));
    const rows = read("register.csv").split("\n");
    expect(rows[0]).toBe("\ufeffid,received,unit,title,file,sha256,decision,issue,item");
    expect(rows[1]).toMatch(
      /^2026-03-10-[0-9a-f]{8},2026-03-10,西山区科协,西山区科协召开座谈会,inbox\/c\.eml,[0-9a-f]{64},采用,issues\/2026-03,items\/04-西山区科协召开座谈会\.md$/,
    );
    const lint = await run(["--lang", "zh", "lint", ISSUE, "--rule", "item/body-length: off"], folder);
    expect(lint.out).toContain("没有发现问题");
  });

  it("imports nothing twice, whatever the file is called", async () => {
    put("a.docx", wordFile());
    put("b.docx", wordFile());
    await importAll("来稿", "--yes", "--issue", ISSUE);
    const before = read("register.csv");
    const again = await importAll("来稿", "--yes", "--issue", ISSUE);
    expect(again.code).toBe(0);
    expect(again.out).toContain("这个文件已经导入过");
    expect(read("register.csv")).toBe(before);
    expect(readdirSync(at("inbox"))).toEqual(["a.docx"]);
    expect(readdirSync(at(`${ISSUE}/items`))).toEqual(["01.md", "02-云岭区科协举办科普展.md"]);
  });

  it.each([["--dry-run"], ["--dry-run", "--yes"], []])(
    "writes nothing with %j and no terminal",
    async (...args) => {
      put("a.docx", wordFile());
      const { code, out } = await importAll("来稿/a.docx", "--issue", ISSUE, ...args);
      expect(code).toBe(0);
      expect(out).toContain("云岭区科协举办科普展");
      expect(existsSync(at("register.csv")) || existsSync(at("inbox"))).toBe(false);
      expect(read(`${ISSUE}/issue.yaml`)).toBe(MANIFEST);
    },
  );

  it("takes the only issue here; beside several, the inbox", async () => {
    put("b.txt", TEXT);
    await importAll("来稿/b.txt", "--yes");
    expect(existsSync(at(`${ISSUE}/items/02-东湖区科协开展学术交流.md`))).toBe(true);
    cpSync(at(ISSUE), at("issues/2026-04"), { recursive: true });
    put("c.eml", MAIL);
    const { out } = await importAll("来稿/c.eml", "--yes");
    expect(out).toContain("inbox/01-西山区科协召开座谈会.md");
    expect(read("register.csv")).toContain("待定,,inbox/01-西山区科协召开座谈会.md");
    const lint = await run(["lint", "inbox/01-西山区科协召开座谈会.md"], folder);
    expect(lint.code).toBe(0);
  });

  it("finds the issue in whose folder one stands", async () => {
    put("b.txt", TEXT);
    const { code } = await run(
      ["--lang", "zh", "import", "../../../来稿/b.txt", "--yes"],
      join(folder, ISSUE, "items"),
    );
    expect(code).toBe(0);
    expect(existsSync(at(`${ISSUE}/items/02-东湖区科协开展学术交流.md`))).toBe(true);
  });

  it("writes nothing while another import writes, and not over what was changed meanwhile", async () => {
    put("b.txt", TEXT);
    writeFileSync(at(".bulletin-import.lock"), "");
    const { code, err } = await importAll("来稿", "--yes", "--issue", ISSUE);
    expect(code).toBe(2);
    expect(err).toContain("正在写入这份简报");
    expect(existsSync(at("inbox"))).toBe(false);
    const long = new Date(Date.now() - 3_600_000);
    utimesSync(at(".bulletin-import.lock"), long, long);
    expect((await importAll("来稿", "--yes", "--issue", ISSUE)).code).toBe(0);
    expect(existsSync(at(".bulletin-import.lock"))).toBe(false);
  });

  it("loses nothing where six are imported at once", async () => {
    const names = [1, 2, 3, 4, 5, 6].map((number) => `${number}.txt`);
    for (const name of names) put(name, TEXT.replaceAll("学术交流", `第${name.charAt(0)}次交流`));
    const outcomes = await Promise.all(
      names.map((name) => runAlone(["import", `来稿/${name}`, "--yes", "--issue", ISSUE], folder)),
    );
    const done = outcomes.filter(({ code }) => code === 0).length;
    expect(done).toBeGreaterThan(0);
    expect(read("register.csv").trimEnd().split("\n")).toHaveLength(done + 1);
    expect(read(`${ISSUE}/issue.yaml`).match(/items\/0\d-/g)).toHaveLength(done);
    expect(readdirSync(at("inbox"))).toHaveLength(done);
  });

  it("imports what it can, and refuses the rest with exit code 1", async () => {
    put("坏.docx", "PK\u0003\u0004 no zip");
    put("b.txt", TEXT);
    const { code, out } = await importAll("来稿", "--yes", "--issue", ISSUE);
    expect(code).toBe(1);
    expect(out).toContain("“坏.docx”已损坏");
    expect(readdirSync(at("inbox"))).toEqual(["b.txt"]);
  });

  it("names a title that was there before, and imports it all the same", async () => {
    put("b.txt", TEXT);
    await importAll("来稿", "--yes", "--issue", ISSUE);
    put("c.txt", `${TEXT}\n`);
    const { code, out } = await importAll("来稿/c.txt", "--yes", "--issue", ISSUE, "--strict");
    expect(code).toBe(0);
    expect(out).toContain("标题“东湖区科协开展学术交流”与 items/02-东湖区科协开展学术交流.md 相同");
    expect(existsSync(at(`${ISSUE}/items/03-东湖区科协开展学术交流.md`))).toBe(true);
  });

  it("says once how many there are, and of how many the section is a guess", async () => {
    put("b.txt", TEXT);
    put("c.eml", MAIL);
    put("d.docx", "PK\u0003\u0004");
    const { out } = await importAll("来稿", "--issue", ISSUE);
    expect(out).toContain("3 个文件：2 篇可以导入，1 个读不了。\n有 2 篇没有写明栏目，列入【基层动态】；");
    expect(out.match(/列入/g)).toHaveLength(1);
  });

  it("says in --strict that something was lost", async () => {
    const revised = `<w:p><w:ins w:id="1" w:author="李四"><w:r><w:t>新增一句。</w:t></w:r></w:ins></w:p>`;
    put("a.docx", wordFile(revised));
    const args = ["来稿/a.docx", "--issue", ISSUE, "-s", "基层动态", "--dry-run"];
    expect((await importAll(...args)).code).toBe(0);
    const strict = await importAll(...args, "--strict");
    expect(strict.code).toBe(1);
    expect(strict.out).toContain("修订");
  });

  it("prints one document for programs", async () => {
    put("a.docx", wordFile());
    const { out } = await importAll("来稿/a.docx", "--issue", ISSUE, "--format", "json");
    const { submissions, ...head } = JSON.parse(out);
    expect(head).toEqual({ version: 1, issue: ISSUE, written: false });
    expect(submissions[0].items).toEqual([
      {
        title: "云岭区科协举办科普展",
        source: "云岭区科协",
        author: "张三",
        date: "2026-03-12",
        section: "基层动态",
        paragraphs: 2,
        tables: 0,
        pictures: 0,
        item: `${ISSUE}/items/02-云岭区科协举办科普展.md`,
      },
    ]);
    expect(submissions[0].findings.map(({ rule }: { rule: string }) => rule)).toContain("import/title");
  });

  it.each([
    [["来稿/没有.docx", "--issue", ISSUE], "没有这个文件"],
    [["来稿", "--issue", "issues/2030-01"], "2030-01"],
    [["来稿", "--issue", ISSUE, "-s", "基层动太"], "基层动态"],
  ])("refuses %j with what to do", async (args, words) => {
    put("b.txt", TEXT);
    const { code, err } = await importAll(...args, "--yes");
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(existsSync(at("inbox"))).toBe(false);
  });

  it("stops where the register cannot be read, and loses no row of it", async () => {
    put("b.txt", TEXT);
    writeFileSync(at("register.csv"), "随便写的\n");
    const { code, err } = await importAll("来稿", "--yes", "--issue", ISSUE);
    expect(code).toBe(2);
    expect(err).toContain("缺少列名");
    expect(read("register.csv")).toBe("随便写的\n");
    expect(existsSync(at("inbox"))).toBe(false);
  });

  it("never writes out of the bulletin through a link", async () => {
    const { symlinkSync } = await import("node:fs");
    mkdirSync(join(scratch, `外 ${count}`));
    symlinkSync(join(scratch, `外 ${count}`), at("inbox"));
    put("b.txt", TEXT);
    const { code } = await importAll("来稿", "--yes", "--issue", ISSUE);
    expect(code).toBe(2);
    expect(readdirSync(join(scratch, `外 ${count}`))).toEqual([]);
    expect(existsSync(at("register.csv"))).toBe(false);
  });
});

describe("bulletin lint of submissions", () => {
  it("tells findings at the paragraph of a Word file, and passes over nothing in silence", async () => {
    put("a.docx", wordFile(p("会议举办 ，百余人参加。")));
    put("b.txt", TEXT);
    put("c.pdf", "%PDF-1.4");
    const { code, out } = await run(["lint", "来稿", "-f", "json"], folder);
    expect(code).toBe(1);
    const { findings } = JSON.parse(out);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: "text/space-around-mark",
        path: "来稿/a.docx",
        start: expect.objectContaining({ line: 4, column: 5 }),
      }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: "import/unreadable", severity: "error", path: "来稿/c.pdf" }),
    );
    expect(existsSync(at("inbox"))).toBe(false);
  });

  it("names photos that no submission calls, and folders of them", async () => {
    put("a.txt", TEXT);
    put("b.md", "---\ntitle: 示例\n---\n\n示例。\n\n![会场](called.jpg)\n\n![会场](images/c.jpg)\n");
    for (const name of ["called.jpg", "loose.jpg", "现场.heic", "images/c.jpg", "照片/d.jpg"]) {
      mkdirSync(join(at(`来稿/${name}`), ".."), { recursive: true });
      put(
        name,
        name.endsWith("heic") ? "\0\0\0\u0018ftypheic\0\0\0\0" : Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
      );
    }
    const { out } = await run(["--lang", "zh", "lint", "来稿", "-f", "json"], folder);
    const told = JSON.parse(out).findings.filter(({ rule }: { rule: string }) =>
      /empty|unread|not-read/.test(rule),
    );
    expect(told.map(({ path, rule }: { path: string; rule: string }) => `${path} ${rule}`).sort()).toEqual(
      ["来稿/loose.jpg item/not-read", "来稿/照片 item/not-read", "来稿/现场.heic item/not-read"].sort(),
    );
  });

  it("changes nothing in them with --fix", async () => {
    const bytes = wordFile(p("会议举办 ，百余人参加。"));
    put("a.docx", bytes);
    await run(["lint", "来稿/a.docx", "--fix"], folder);
    expect(new Uint8Array(readFileSync(at("来稿/a.docx")))).toEqual(bytes);
  });
});
