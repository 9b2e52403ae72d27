/** `build --per-item`: each item alone, under its own name, with its pictures, and nothing of the others. */
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
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { build } from "../src/build.js";
import { diskEnvironment } from "../src/disk/disk-environment.js";
import { DEFAULT_EDITIONS, EDITION_NAMES } from "../src/editions/edition-table.js";
import { titleOnOneLine } from "../src/model/furniture.js";
import { itemAlone } from "../src/model/item-alone.js";
import { FIXTURES, soundFixtures } from "./built-fixtures.js";
import { modelText } from "./edition-text/model-text.js";
import { readerOf } from "./edition-text/readers.js";
import { homeEnvironment } from "./own-home.js";
import { warmRun } from "./warm-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-items-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(soundFixtures.filter((name) => name !== "typography"))("%s", (name) => {
  it("says of each item in every edition what the model of it alone says", async () => {
    const { issue, artifacts, diagnostics } = await build(
      join(FIXTURES, name, "issue.yaml"),
      diskEnvironment(),
      {
        editions: EDITION_NAMES,
        perItem: true,
      },
    );
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    if (issue === undefined) throw new Error("not built");
    const items = issue.sections.flatMap((section) => section.items);
    expect(artifacts).toHaveLength(items.length * EDITION_NAMES.length);
    expect(new Set(artifacts.map(({ item }) => item?.stem)).size).toBe(items.length);
    for (const [index, item] of items.entries()) {
      const alone = itemAlone(issue, item, "x");
      const expected = modelText(alone, () => "");
      const own = artifacts.slice(index * EDITION_NAMES.length, (index + 1) * EDITION_NAMES.length);
      expect(own.map(({ edition }) => edition)).toEqual(EDITION_NAMES);
      for (const { edition, bytes, item: named } of own) {
        expect(named?.path).toBe(item.path);
        expect(await readerOf(edition).read(bytes), `${edition} of ${titleOnOneLine(item)}`).toEqual(
          expected,
        );
      }
    }
  });
});

let issue = "";
let count = 0;
const run = (...args: string[]) => warmRun(args, issue, homeEnvironment(scratch));
const addLines = (lines: string) => {
  const text = readFileSync(join(FIXTURES, "photo-pages/issue.yaml"), "utf8").replace(/^slug:.*\n/m, "");
  writeFileSync(join(issue, "issue.yaml"), `${text}slug: "07"\n${lines}\n`);
};
const FOLDER = "dist/07-单篇";
const written = () => readdirSync(join(issue, FOLDER)).sort();

beforeEach(() => {
  count += 1;
  issue = join(scratch, String(count));
  cpSync(join(FIXTURES, "photo-pages"), issue, { recursive: true });
  addLines("");
});

describe("the command", () => {
  it("writes items into a folder of the output folder, and no issue", async () => {
    const { code, out } = await run("build", "--per-item");
    expect(code).toBe(0);
    expect(readdirSync(join(issue, "dist"))).toEqual(["07-单篇"]);
    const names = written();
    expect(names).toHaveLength(4 * DEFAULT_EDITIONS.length);
    for (const name of names) {
      expect(name).toMatch(/（[^）]+）\.(docx|pdf|html)$/);
      expect(out).toContain(`${FOLDER}/${name}  `);
    }
  });

  it("lays the pictures of an article beside it, each item its own", async () => {
    expect((await run("build", "--per-item", "-e", "html", "--html", "wechat")).code).toBe(0);
    const folders = written().filter((name) => name.endsWith("-wechat"));
    expect(folders).toHaveLength(4);
    for (const folder of folders) {
      const names = readdirSync(join(issue, FOLDER, folder));
      expect(names).toContain("标题.txt");
      const title = readFileSync(join(issue, FOLDER, folder, "标题.txt"), "utf8").trim();
      expect(folder.startsWith(title.slice(0, 6))).toBe(true);
      expect(names.some((each) => /^01-.*\.(jpg|png)$/.test(each))).toBe(true);
    }
  });

  it("tells programs which item a file is of", async () => {
    const { out } = await run("build", "--per-item", "-e", "json", "--json");
    const [{ editions }] = JSON.parse(out).issues;
    expect(editions).toHaveLength(4);
    for (const { path, item, sha256 } of editions) {
      expect(path).toBe(`${FOLDER}/${item.stem}.json`);
      expect(item.path).toMatch(/^items\/\d\d-/);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it("remembers items apart from the issue", async () => {
    const args = ["build", "-e", "html", "--cache", "--cache-location", join(scratch, `cache-${count}`)];
    await run(...args);
    const first = await run(...args, "--per-item");
    expect(first.out).not.toContain("unchanged");
    const again = await run(...args, "--per-item");
    expect(again.out.match(/unchanged/g)).toHaveLength(4);
    rmSync(join(issue, FOLDER, written()[0] ?? ""));
    expect((await run(...args, "--per-item")).out).not.toContain("unchanged");
    expect(written()).toHaveLength(4);
    expect((await run(...args)).out.match(/unchanged/g)).toHaveLength(1);
  });

  it("calls each by the title of its item, then bulletin and number", async () => {
    expect((await run("build", "--per-item", "-e", "docx,pdf,html", "--draft")).code).toBe(0);
    const folder = join(issue, "dist/07-送审稿-单篇");
    const stem =
      readdirSync(folder)
        .find((name) => name.endsWith(".html"))
        ?.slice(0, -5) ?? "";
    const title = stem.replace(/（.*$/, "");
    const html = readFileSync(join(folder, `${stem}.html`), "utf8");
    const expected = new RegExp(`^${title} - \\S+[ \u3000]2026年第\\d+期.*（送审稿）$`);
    expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toMatch(expected);
    expect(html).toContain(`<meta name="ArticleTitle" content="${title}（送审稿）">`);
    expect(html).toMatch(/<meta name="ContentSource" content="[^"]+">/);
    const core = strFromU8(
      unzipSync(readFileSync(join(folder, `${stem}.docx`)))["docProps/core.xml"] ?? new Uint8Array(),
    );
    expect(/<dc:title>(.*)<\/dc:title>/.exec(core)?.[1]).toMatch(expected);
    const pdf = readFileSync(join(folder, `${stem}.pdf`)).toString("utf8");
    expect(/<rdf:li xml:lang="x-default">(.*?)<\/rdf:li>/.exec(pdf)?.[1]).toMatch(expected);
  });

  it("names what an item of another title has left, and leaves what lies there", async () => {
    await run("build", "--per-item", "-e", "docx,html");
    const path = join(issue, "items/02-observatory.md");
    const old = written().filter((name) => name.endsWith(".docx"));
    writeFileSync(path, readFileSync(path, "utf8").replace(/^title: .*$/m, "title: 换了一个标题"));
    writeFileSync(join(issue, FOLDER, "说明.txt"), "mine");
    const { err } = await run("build", "--per-item", "-e", "docx");
    const [gone = ""] = old.filter((name) => !err.includes(name) === false);
    expect(err).toContain(`${FOLDER}/${gone}`);
    expect(err).toContain(`${FOLDER}/${gone.replace(/docx$/, "html")}: of none of the items built now`);
    expect(err).not.toContain("说明.txt");
    expect(written()).toEqual(expect.arrayContaining([gone, "说明.txt"]));
    const { out } = await run("build", "--per-item", "-e", "docx", "--json");
    expect(JSON.parse(out).issues[0].left).toHaveLength(2);
  });

  it("names drafts as such, and goes where --out says", async () => {
    const { code } = await run("build", "--per-item", "-e", "docx", "--draft", "-o", "out");
    expect(code).toBe(0);
    const [folder = ""] = readdirSync(join(issue, "out"));
    expect(folder).toBe("07-送审稿-单篇");
    for (const name of readdirSync(join(issue, "out", folder))) expect(name).toMatch(/（送审稿）\.docx$/);
  });

  it("refuses all where one item has an error", async () => {
    writeFileSync(join(issue, "items/02-observatory.md"), "---\ntitle: 甲\n---\n\n<b>网页标签</b>\n");
    const { code } = await run("build", "--per-item");
    expect(code).toBe(1);
    expect(existsSync(join(issue, "dist"))).toBe(false);
  });

  it("refuses a link that leads out of the bulletin, and a folder in a file's place", async () => {
    const outside = join(scratch, `outside-${count}`);
    mkdirSync(outside);
    mkdirSync(join(issue, "dist"));
    symlinkSync(outside, join(issue, FOLDER));
    const led = await run("build", "--per-item", "-e", "html");
    expect([led.code, readdirSync(outside)]).toEqual([1, []]);
    expect(led.err).toContain("is a link to");
    rmSync(join(issue, FOLDER));
    await run("build", "--per-item", "-e", "html");
    const [first = ""] = written();
    rmSync(join(issue, FOLDER, first));
    mkdirSync(join(issue, FOLDER, first));
    const taken = await run("build", "--per-item", "-e", "html");
    expect(taken.code).toBe(1);
    expect(taken.err).toContain("There is a folder where an edition is to be written");
  });

  it("withholds pages of a secret issue's items, and tells of those that lie there", async () => {
    await run("build", "--per-item", "-e", "html");
    const [page = ""] = written();
    addLines("secrecy: {level: 秘密, period: 1年}");
    const { code, err } = await run("build", "--per-item");
    expect(code).toBe(0);
    expect(err).toContain(`${FOLDER}/*.html was not written`);
    expect(err).toContain(`${FOLDER}/${page} is an HTML edition of an earlier build`);
    expect((await run("build", "-e", "docx")).err).toContain(`${FOLDER}/${page} is an HTML edition`);
  });

  it("cannot be combined with --print", async () => {
    const { code, err } = await run("build", "--per-item", "--print", "layout");
    expect(code).toBe(2);
    expect(err).toContain("--per-item");
  });

  it("has no address of the site, which is of whole issues", async () => {
    writeFileSync(
      join(issue, "issue.yaml"),
      `${readFileSync(join(issue, "issue.yaml"), "utf8")}output: {url: https://example.org/b/}\n`,
    );
    await run("build", "--per-item", "-e", "html");
    for (const name of written())
      expect(readFileSync(join(issue, FOLDER, name), "utf8")).not.toContain("https://example.org/b/");
    await run("build", "-e", "html");
    expect(readFileSync(join(issue, "dist/07.html"), "utf8")).toContain("https://example.org/b/");
  });
});
