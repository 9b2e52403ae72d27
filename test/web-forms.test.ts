/** `bulletin build --html wechat`: an edition with files beside it, from the writing to what remembers and withholds it. */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { isIgnored } from "../src/cli/watch/watched-names.js";
import { homeEnvironment } from "./own-home.js";
import { warmRun } from "./warm-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-forms-"));
let issue = "";
let count = 0;

const run = (...args: string[]) => warmRun(["--lang", "en", ...args], issue, homeEnvironment(scratch));
const buildWechat = (...args: string[]) => run("build", "-e", "html", "--html", "wechat", ...args);
const BESIDE = "dist/photo-pages-wechat";
const beside = () => readdirSync(join(issue, BESIDE)).sort();

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeEach(() => {
  count += 1;
  issue = join(scratch, String(count));
  cpSync("fixtures/photo-pages", issue, { recursive: true });
});

it("writes numbered pictures, title and digest beside the article, and tells of each", async () => {
  const { code, out } = await buildWechat();
  expect(code).toBe(0);
  expect(beside()).toEqual([
    "01-展厅 (1).jpg",
    "02-talk.jpg",
    "03-dome.jpg",
    "04-phone.jpg",
    "05-tower.jpg",
    "06-志愿者（合影）.jpg",
    "摘要.txt",
    "标题.txt",
  ]);
  expect(out).toContain(`${BESIDE}/01-展厅 (1).jpg  `);
  const html = readFileSync(join(issue, "dist/photo-pages.html"), "utf8");
  expect(html).toContain("［插入图片：01-展厅 (1).jpg］");
  expect(html).not.toContain("<img");
  expect(readFileSync(join(issue, BESIDE, "标题.txt"), "utf8")).toBe("云岭科普图片简报 2026年第6期\n");
});

it("tells programs of each file with its digest", async () => {
  const { out } = await buildWechat("--json");
  const [edition] = JSON.parse(out).issues[0].editions;
  expect(edition.companions).toHaveLength(8);
  for (const { path, bytes, sha256 } of [edition, ...edition.companions]) {
    const content = readFileSync(join(issue, path));
    expect(content.length).toBe(bytes);
    expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
  }
});

it("carries the pictures itself where that is asked for, and refuses to where nothing is so carried", async () => {
  expect((await buildWechat("--inline-pictures")).code).toBe(0);
  expect(beside()).toEqual(["摘要.txt", "标题.txt"]);
  expect(readFileSync(join(issue, "dist/photo-pages.html"), "utf8")).toContain("<img src=");
  const page = await run("build", "-e", "html", "--inline-pictures");
  expect(page.code).toBe(2);
  expect(page.err).toContain("Add --html wechat, or leave out --inline-pictures.");
});

it("is built again by --cache where a file beside it is gone or changed", async () => {
  await buildWechat("--cache");
  expect((await buildWechat("--cache")).out).toContain("unchanged");
  rmSync(join(issue, BESIDE, "02-talk.jpg"));
  expect((await buildWechat("--cache")).out).not.toContain("unchanged");
  expect(existsSync(join(issue, BESIDE, "02-talk.jpg"))).toBe(true);
  writeFileSync(join(issue, BESIDE, "标题.txt"), "别的标题\n");
  expect((await buildWechat("--cache")).out).not.toContain("unchanged");
});

it("does not follow a link out of the bulletin, and replaces nothing where something is in the way", async () => {
  const outside = join(scratch, `outside-${count}`);
  mkdirSync(outside);
  mkdirSync(join(issue, "dist"));
  symlinkSync(outside, join(issue, BESIDE), "junction");
  const linked = await buildWechat();
  expect(linked.code).toBe(1);
  expect(readdirSync(outside)).toEqual([]);
  expect(existsSync(join(issue, "dist/photo-pages.html"))).toBe(false);
  rmSync(join(issue, BESIDE));
  writeFileSync(join(issue, BESIDE), "");
  const blocked = await buildWechat();
  expect(blocked.code).toBe(1);
  expect(blocked.err).toContain("is not a folder");
  expect(existsSync(join(issue, "dist/photo-pages.html"))).toBe(false);
});

it("is told of where the issue becomes secret, and is not made then", async () => {
  await buildWechat();
  const manifest = readFileSync(join(issue, "issue.yaml"), "utf8");
  writeFileSync(join(issue, "issue.yaml"), `secrecy: {level: 秘密, period: 1年}\n${manifest}`);
  const { err } = await run("build", "--html", "wechat", "-e", "docx");
  expect(err).toContain(`${BESIDE} is an HTML edition of an earlier build`);
});

it("looks as the house's look says, the rest as the template has it", async () => {
  const manifest = readFileSync(join(issue, "issue.yaml"), "utf8");
  writeFileSync(
    join(issue, "issue.yaml"),
    `${manifest}\nlook: {wechat: {text: {size-px: 15, indent-em: 2}}}\n`,
  );
  expect((await buildWechat()).code).toBe(0);
  const html = readFileSync(join(issue, "dist/photo-pages.html"), "utf8");
  expect(html).toContain(
    "font-size:15px;line-height:1.75;color:#333333;text-align:left;overflow-wrap:break-word;text-indent:2em",
  );
  expect(html).toContain("font-size:18px");
});

it("puts the mark of a draft into its name, its title and its text", async () => {
  expect((await buildWechat("--draft", "征求意见稿")).code).toBe(0);
  const folder = join(issue, "dist/photo-pages-征求意见稿-wechat");
  expect(readFileSync(join(folder, "标题.txt"), "utf8")).toContain("（征求意见稿）");
  expect(readFileSync(join(issue, "dist/photo-pages-征求意见稿.html"), "utf8")).toMatch(
    /^<p [^>]*><strong>征求意见稿</,
  );
});

it.each([
  ["/b/2026/dist/2026-wechat/01-fair.jpg", true],
  ["/b/2026/dist/2026-wechat/12-fair.png", true],
  ["/b/2026/images-wechat/fair.jpg", false],
  ["/b/2026/images/01-fair.jpg", false],
])("does not build again for what it wrote itself: %s", (path, ignored) => {
  const places = { folders: ["/b/2026"], elsewhere: new Set<string>(), fontFolders: new Set<string>() };
  expect(isIgnored(path, places)).toBe(ignored);
});
