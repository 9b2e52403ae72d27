/** `bulletin new item --from FILE`: one submission becomes one item at once, or nothing is written and it is said why. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { warmRun as run } from "../warm-command.js";
import { p, wordPackage } from "./word-package.js";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "bulletin-from-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const MANIFEST = `# 清单，请保留
year: 2026
number: 3
date: 2026-03-16
bulletin: {name: 示例科协信息}
contact: {email: submissions@example.org, label: 信息报送邮箱}
sections:
  - name: 学术交流
    items: []
  - name: 基层动态 # 第二栏
    items: []
`;

const TITLE = p("云岭区科协举办科普展", `<w:jc w:val="center"/>`, `<w:b/><w:sz w:val="44"/>`);
const WORD = wordPackage({
  body: [TITLE, p("3月12日，云岭区科协举办科普展，300余名学生参加。"), p("（云岭区科协 张三 供稿）")].join(
    "",
  ),
});
const READY = "---\ntitle: 东湖区科协开展学术交流\n---\n\n3月9日，东湖区科协开展学术交流。\n";

let folder = scratch;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = mkdtempSync(join(scratch, `${count}-`));
  writeFileSync(join(folder, "issue.yaml"), MANIFEST);
  writeFileSync(join(folder, "报送.docx"), WORD);
});

const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const newItem = (...args: readonly string[]) => run(["--lang", "zh", "new", "item", ...args], folder);

describe("bulletin new item", () => {
  it("writes nothing while another program writes to the bulletin, and goes on when it has ended", async () => {
    writeFileSync(join(folder, ".bulletin-import.lock"), "");
    const { code, err } = await newItem("某区举办活动");
    expect([code, err]).toEqual([2, expect.stringContaining("正在写入这份简报")]);
    expect(read("issue.yaml")).toBe(MANIFEST);
    expect(existsSync(join(folder, "items"))).toBe(false);
    const waiting = newItem("某区举办活动");
    rmSync(join(folder, ".bulletin-import.lock"));
    expect((await waiting).code).toBe(0);
    expect(read("issue.yaml")).toContain("items/01.md");
    expect(existsSync(join(folder, ".bulletin-import.lock"))).toBe(false);
  });
});

describe("bulletin new item --from", () => {
  it("reads as import does, keeps the original and enters it in the register", async () => {
    const { code, out } = await newItem("--from", "报送.docx", "-s", "基层动态");
    expect(code).toBe(0);
    expect(out).toContain("  标题  云岭区科协举办科普展\n  单位  云岭区科协\n  报送  张三\n");
    expect(out).toContain("已新增稿件 items/01-云岭区科协举办科普展.md，并列入【基层动态】。");
    expect(read("items/01-云岭区科协举办科普展.md")).toContain(
      "title: 云岭区科协举办科普展\nsource: 云岭区科协\n",
    );
    expect(read("issue.yaml")).toBe(
      MANIFEST.replace(/items: \[\]\n$/, "items:\n      - items/01-云岭区科协举办科普展.md\n"),
    );
    expect(new Uint8Array(readFileSync(join(folder, "inbox/报送.docx")))).toEqual(WORD);
    expect(read("register.csv")).toContain(",云岭区科协,云岭区科协举办科普展,inbox/报送.docx,");
  });

  it("takes the title and the unit that are given, and says which were not used", async () => {
    const { code, out } = await newItem(
      "科普展开到校园",
      "--source",
      "云岭区科学技术协会",
      "--from",
      "报送.docx",
    );
    expect(code).toBe(0);
    expect(out).toContain("标题用您写的，来稿里的“云岭区科协举办科普展”没有用。");
    expect(out).toContain("单位用您写的，来稿里的“云岭区科协”没有用。");
    expect(out).not.toContain("标题取自");
    expect(read("items/01-科普展开到校园.md")).toMatch(
      /^---\ntitle: 科普展开到校园\nsource: 云岭区科学技术协会\n/,
    );
  });

  it("asks for no title that is given", async () => {
    writeFileSync(join(folder, "无题.txt"), "3月9日，东湖区科协开展学术交流，56名会员参加。会议很成功。\n");
    const { code, out } = await newItem("学术交流活动", "--from", "无题.txt");
    expect(code).toBe(0);
    expect(out).not.toContain("没有找到标题");
    expect(read("items/01-学术交流活动.md")).toContain("title: 学术交流活动\n");
  });

  it.each([
    ["坏.docx", "PK\u0003\u0004 no zip", [], "没有新增稿件。请按上面的办法处理"],
    ["空.txt", "", [], "没有新增稿件。请按上面的办法处理"],
    ["好.md", READY, ["另一个标题"], "这个文件已经是写好的稿件"],
  ] as const)("adds nothing for %s, exit code 1", async (name, content, given, words) => {
    writeFileSync(join(folder, name), content);
    const { code, err } = await newItem(...given, "--from", name);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(read("issue.yaml")).toBe(MANIFEST);
    expect(["inbox", "items", "register.csv"].filter((made) => existsSync(join(folder, made)))).toEqual([]);
  });

  it("leaves a photo without a text, and says what becomes of it", async () => {
    copyFileSync("fixtures/work-bulletin/images/exhibition.jpg", join(folder, "照片.jpg"));
    const { code, out, err } = await newItem("--from", "照片.jpg");
    expect(out).toContain("这里只有一张照片，没有文字，没有导入。");
    expect(out).toContain("images 文件夹");
    expect(err).toContain("没有新增稿件。请按上面的办法处理");
    expect(code).toBe(1);
    const { out: told } = await run(["--lang", "zh", "import", "照片.jpg"], folder);
    expect(told).toContain("这里只有一张照片");
    expect(told.match(/没有文字/g)).toHaveLength(1);
    expect(existsSync(join(folder, "inbox"))).toBe(false);
  });

  it("leaves a file with several items to import", async () => {
    const body = [TITLE, p("3月12日，云岭区科协举办科普展，300余名学生参加。"), p("（云岭区科协）")].join("");
    writeFileSync(join(folder, "两篇.docx"), wordPackage({ body: body + body.replaceAll("云岭", "东湖") }));
    const { code, err } = await newItem("--from", "两篇.docx");
    expect(err).toContain("文件里不止一篇稿件，没有新增。请用 bulletin import");
    expect(code).toBe(1);
    expect(existsSync(join(folder, "items"))).toBe(false);
  });

  it("adds no file twice", async () => {
    await newItem("--from", "报送.docx");
    const before = read("register.csv");
    const { code, out, err } = await newItem("--from", "报送.docx");
    expect(code).toBe(1);
    expect(out).toContain("这个文件已经导入过");
    expect(err).toContain("没有新增稿件。稿件已在上面说的地方");
    expect(read("register.csv")).toBe(before);
  });

  it.each([
    [["--from", "没有.docx"], "没有这个文件"],
    [[], "没有写标题，没有新增稿件"],
    [["--from", "报送.docx", "--file", "items/9.md"], "不能与"],
    [["--from", "报送.docx", "-s", "基层动太"], "是否想写“基层动态”"],
    [["　", "--from", "报送.docx"], "标题是空的"],
  ])("refuses %j with what to do", async (args, words) => {
    const { code, err } = await newItem(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(existsSync(join(folder, "items"))).toBe(false);
  });
});
