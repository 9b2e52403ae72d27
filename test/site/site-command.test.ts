/** `bulletin site` as it is run: on the invented year, on what may not be shown, on what is in the way, again and again. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { warmRun } from "../warm-command.js";
import {
  changedSince,
  clearPlaces,
  files,
  HOUSE,
  lay,
  listing,
  page,
  site,
  times,
  told,
  write,
} from "./laid-bulletin.js";

afterAll(clearPlaces);

describe("bulletin site", () => {
  let folder = "";
  beforeAll(async () => {
    folder = lay();
    expect(await site(folder)).toMatchObject({ code: 0, err: "" });
  });

  it("makes a page of every issue and item, lists and the search", () => {
    const paths = listing(folder);
    const items = Object.keys(files).filter((path) => path.endsWith(".md"));
    for (const path of items) {
      const [, issue = "", , name = ""] = path.split("/");
      expect(paths).toContain(`2026/${issue}/${name.replace(/\.md$/, ".html")}`);
    }
    for (const path of ["index.html", "issues.html", "search.html", "2026/index.html", "text/2026.js"])
      expect(paths).toContain(path);
    expect(paths).toContain("units/澜川市数据局科协.html");
    expect(paths).not.toContain("units/澜川市信息办科协.html");
    expect(paths.filter((path) => path.endsWith(".xml"))).toEqual([]);
  });

  it("says in each item's head what the censuses of government sites read", () => {
    const item = listing(folder).find((path) => /^2026\/2026-05\/0/.test(path)) ?? "";
    const head = page(folder, item);
    const title = /^title: (.*)$/m.exec(
      readFileSync(join(folder, "issues/2026-05/items", `${item.slice(-7, -5)}.md`), "utf8"),
    )?.[1];
    expect(head).toContain(`<meta name="ArticleTitle" content="${title}">`);
    expect(head).toContain('<meta name="PubDate" content="2026-03-10 00:00">');
    expect(head).toMatch(/<meta name="ColumnName" content="(?:工作要闻|学术交流|科学普及|基层动态)">/);
    expect(head).not.toMatch(/https?:\/\/(?!schema\.org)/);
    expect(head).not.toMatch(/ style="/);
  });

  it("touches nothing when it is run again, and reads no issue", async () => {
    const before = times(folder);
    const { code, out } = await site(folder);
    expect(code).toBe(0);
    expect(told(out)).toMatchObject({ issues: 24, written: 0, removed: 0, recalled: 24 });
    expect(changedSince(folder, before)).toEqual([]);
  });

  it("writes of a changed text its own pages and its year alone", async () => {
    const place = lay();
    await site(place);
    const before = times(place);
    appendFileSync(join(place, "issues/2026-07/items/02.md"), "\n另有代表发言。\n");
    const { out } = await site(place);
    expect(told(out)).toMatchObject({ recalled: 23 });
    expect(changedSince(place, before).filter((path) => !path.startsWith("."))).toEqual([
      "2026/2026-07/02.html",
      "2026/2026-07/index.html",
      "text/2026.js",
    ]);
    expect(page(place, "text/2026.js").match(/另有代表发言。/g)).toHaveLength(1);
    expect(page(place, "text/2026.js")).toContain("第24期");
  });

  it("takes away the pages of an issue that is gone, and no file of anybody else", async () => {
    const place = lay();
    await site(place);
    writeFileSync(join(place, "站/CNAME"), "news.example.org\n");
    writeFileSync(join(place, "站/2026/2026-09/笔记.txt"), "\n");
    rmSync(join(place, "issues/2026-09"), { recursive: true });
    rmSync(join(place, "issues/2026-10"), { recursive: true });
    const { code, out } = await site(place);
    expect(code).toBe(0);
    expect(told(out)).toMatchObject({ issues: 22 });
    const paths = listing(place);
    expect(paths).toContain("CNAME");
    expect(paths.filter((path) => path.startsWith("2026/2026-09/"))).toEqual(["2026/2026-09/笔记.txt"]);
    expect(existsSync(join(place, "站/2026/2026-10"))).toBe(false);
    expect(page(place, "text/2026.js")).not.toContain("2026/2026-10");
  });

  it("leaves out what is secret or a draft, once and afterwards, and does not speak of it there", async () => {
    const place = lay();
    await site(place);
    appendFileSync(join(place, "issues/2026-03/issue.yaml"), "secrecy: {level: 秘密}\n");
    appendFileSync(join(place, "issues/2026-04/issue.yaml"), "draft: 送审稿\n");
    const { code, out } = await site(place);
    expect(code).toBe(0);
    expect(told(out)).toMatchObject({ issues: 22, secret: 1, drafts: 1 });
    for (const path of listing(place)) {
      expect(path).not.toMatch(/2026-0[34]/);
      expect(page(place, path)).not.toMatch(/2026-0[34]\/|第[34]之\d+场/);
    }
    expect(told((await site(place)).out)).toMatchObject({ written: 0, secret: 1, drafts: 1, recalled: 24 });
  });

  it("builds the others where an issue is broken, names it and ends with 1", async () => {
    const place = lay({ "issues/2026-03/issue.yaml": "- no map\n" });
    const { code, out, err } = await site(place);
    expect(code).toBe(1);
    expect(told(out)).toMatchObject({ issues: 23, refused: 1 });
    expect(err).toContain("issues/2026-03/issue.yaml:1:1");
  });

  it("leaves the website as it was where the house rules refuse every issue", async () => {
    const place = lay();
    await site(place);
    const before = times(place);
    write(place, { "bulletin.yaml": "- no map\n" });
    const { code, err } = await site(place);
    expect(code).toBe(1);
    expect(err).toContain("bulletin.yaml:1:1");
    expect(changedSince(place, before)).toEqual([]);
    expect(listing(place)).toEqual([...before.keys()]);
  });

  it.each([
    ["no word of it", files["bulletin.yaml"] ?? ""],
    ["public: false", `public: false\n${files["bulletin.yaml"]}`],
  ])("makes no website of a bulletin with %s", async (_, house) => {
    const place = lay({ "bulletin.yaml": house });
    const { code, err } = await site(place);
    expect(code).toBe(2);
    expect(err).toContain("“bulletin.yaml” does not say public: true");
    expect(err).toContain("write public: true in bulletin.yaml");
    expect(listing(place)).toEqual([]);
  });

  it("takes no public from a manifest", async () => {
    const place = lay({ "bulletin.yaml": files["bulletin.yaml"] ?? "" });
    appendFileSync(join(place, "issues/2026-01/issue.yaml"), "public: true\n");
    const { code } = await site(place, "issues/2026-01");
    expect(code).not.toBe(0);
    expect(listing(place)).toEqual([]);
  });

  it.each(["index.html", "2026/2026-05/index.html", "units/云湖区科协.html"])(
    "replaces no %s of somebody else",
    async (path) => {
      const place = lay();
      write(place, { [`站/${path}`]: "mine" });
      const { code, err } = await site(place);
      expect(code).toBe(2);
      expect(err).toContain("was not written by this command");
      expect(page(place, path)).toBe("mine");
      // What had been written until then is known to be ours.
      rmSync(join(place, "站", path));
      expect((await site(place)).code).toBe(0);
    },
  );

  it("leaves a page that no longer belongs where somebody has changed it, and says so", async () => {
    const place = lay();
    await site(place);
    appendFileSync(join(place, "站/2026/2026-09/01.html"), "<!-- mine -->");
    rmSync(join(place, "issues/2026-09"), { recursive: true });
    const { out } = await site(place);
    expect(JSON.parse(out)).toMatchObject({ kept: ["站/2026/2026-09/01.html"] });
    expect(page(place, "2026/2026-09/01.html")).toContain("mine");
  });

  it("mends a page that was damaged", async () => {
    const place = lay();
    await site(place);
    const right = page(place, "2026/2026-09/01.html");
    writeFileSync(join(place, "站/2026/2026-09/01.html"), "");
    expect(told((await site(place)).out)).toMatchObject({ written: 1, recalled: 23 });
    expect(page(place, "2026/2026-09/01.html")).toBe(right);
  });

  it("does not follow a link out of its folder, whatever the list of files says", async () => {
    const place = lay();
    mkdirSync(join(place, "站"));
    mkdirSync(join(place, "别处"));
    writeFileSync(join(place, "别处/01.html"), "theirs");
    symlinkSync(join(place, "别处"), join(place, "站/2026"));
    write(place, {
      "站/.bulletin-site.json": JSON.stringify({
        version: 1,
        files: { "../bulletin.yaml": "x", "2026/01.html": "x" },
      }),
    });
    const { code, err } = await site(place);
    expect(code).toBe(2);
    expect(err).toContain("link that leads out");
    expect(readdirSync(join(place, "别处"))).toEqual(["01.html"]);
    expect(existsSync(join(place, "bulletin.yaml"))).toBe(true);
  });

  it.each([".", "issues", "issues/2026-01", "issues/2026-01/站"])(
    "does not lie among the items: %s",
    async (out) => {
      const place = lay();
      const { code, err } = await warmRun(["site", "--out", out], place);
      expect(code).toBe(2);
      expect(err).toContain("cannot lie among the items");
    },
  );

  it.each(["issues/2026-01/items", "issues/2026-01/新/站", "issues", "."])(
    "does not lie among them by a link either: %s",
    async (target) => {
      const place = lay();
      const beside = `${place}-旁`;
      mkdirSync(join(place, target), { recursive: true });
      symlinkSync(join(place, target), beside);
      try {
        const { code, err } = await warmRun(["site", "--out", beside], place);
        expect([code, err]).toEqual([2, expect.stringContaining("cannot lie among the items")]);
        expect(existsSync(join(place, target, "index.html"))).toBe(false);
      } finally {
        rmSync(beside);
      }
    },
  );

  it("does not lie among items that are linked from elsewhere", async () => {
    const place = lay();
    const far = lay();
    rmSync(join(place, "issues/2026-01"), { recursive: true });
    symlinkSync(join(far, "issues/2026-01"), join(place, "issues/2026-01"));
    const { code, err } = await warmRun(
      ["site", "issues/2026-01", "--out", join(far, "issues/2026-01/站")],
      place,
    );
    expect([code, err]).toEqual([2, expect.stringContaining("cannot lie among the items")]);
  });

  it.each(["issues/site", "issues/2025/site", "来稿/site", "来稿", "inbox"])(
    "does not lie where the bulletin keeps what it is made of: %s",
    async (out) => {
      const place = lay();
      const { code, err } = await warmRun(["site", "--out", out], place);
      expect([code, err]).toEqual([2, expect.stringContaining("cannot lie among the items")]);
      expect(err).toContain("  → Choose another folder with --out");
      expect(existsSync(join(place, out, "index.html"))).toBe(false);
    },
  );

  it("does not lie around the sources, which would be uploaded with it", async () => {
    const place = lay();
    const { code, err } = await warmRun(
      ["site", join(place, "issues/2026-01"), "--out", join(place, "..")],
      place,
    );
    expect(code).toBe(2);
    expect(err).toContain("holds the bulletin's sources");
    expect(existsSync(join(place, "../index.html"))).toBe(false);
  });

  it("may be a link that the operator gives", async () => {
    const place = lay();
    mkdirSync(join(place, "别处"));
    symlinkSync(join(place, "别处"), join(place, "站"));
    expect((await site(place)).code).toBe(0);
    expect(existsSync(join(place, "别处/index.html"))).toBe(true);
  });

  it("has feeds and a sitemap where the house says where the website will stand", async () => {
    const place = lay({ "bulletin.yaml": `output: {url: "https://example.org/b"}\n${HOUSE}` });
    expect(await site(place)).toMatchObject({ code: 0 });
    expect(page(place, "sitemap.xml")).toContain(
      "<loc>https://example.org/b/2026/2026-24/</loc><lastmod>2026-12-25</lastmod>",
    );
    expect(page(place, "feed.xml")).toContain(
      '<link rel="self" type="application/atom+xml" href="https://example.org/b/feed.xml"/>',
    );
    expect(page(place, "2026/2026-24/index.html")).toContain(
      '<link rel="canonical" href="https://example.org/b/2026/2026-24/">',
    );
  });

  it("says in a sentence what it did", async () => {
    const place = lay();
    const { err, out } = await warmRun(["--lang", "zh", "site", "--out", "站"], place);
    expect(out).toBe("");
    expect(err).toMatch(
      /^网站在 站：24 期，\d+ 篇。写入 \d+ 个文件，未改动 0 个。\n没有生成订阅和站点地图：/,
    );
  });
});
