/** What stays on the website, what leaves it and under which address: whatever is wrong with the rest. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
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

/** A few issues, so that many cases are quick. */
function layFew(changes: Readonly<Record<string, string>> = {}): string {
  const place = lay(changes);
  for (let number = 6; number <= 24; number += 1)
    rmSync(join(place, `issues/2026-${String(number).padStart(2, "0")}`), { recursive: true });
  return place;
}

/** Titles and address of an issue, anywhere on the website. */
function expectGone(place: string, slug: string, titles: readonly string[]): void {
  for (const path of listing(place)) {
    const text = page(place, path);
    const shown = [`2026/${slug}`, `issues/${slug}`, ...titles].filter((words) =>
      `${path}\n${text}`.includes(words),
    );
    expect([path, shown]).toEqual([path, []]);
  }
}

const titlesOf = (place: string, slug: string): readonly string[] =>
  Object.keys(files)
    .filter((path) => path.startsWith(`issues/${slug}/`) && path.endsWith(".md"))
    .map((path) => /^title: (.*)$/m.exec(readFileSync(join(place, path), "utf8"))?.[1] ?? "");

const BAD_HOUSE = "- no map\n";
const MANIFEST = "issues/2026-03/issue.yaml";

describe("an issue that has become secret", () => {
  it.each([
    ["as it should be written", "secrecy: {level: 秘密}\n"],
    ["with a misspelt level", "secrecy: 机密x\n"],
    ["with a level that there is not", "secrecy: {level: 内部}\n"],
    ["with a misspelt key", "secrcy: 秘密\n"],
    ["with a key of everyday words", "密级: 机密\n"],
    ["in a manifest that is no YAML any more", "secrecy: {level: 秘密\n  x: [\n"],
    ["as a marking", "marking: 秘密★1年\n"],
    ["in blanks, with a key of everyday words", "密 级: 机密\n"],
    ["as a level of its own", "level: 机密\n"],
    ["by house rules that are not found", "extends: ../../别处.yaml\n"],
  ])("leaves the website %s", async (_, line) => {
    const place = layFew();
    const titles = titlesOf(place, "2026-03");
    await site(place);
    appendFileSync(join(place, MANIFEST), line);
    const { out } = await site(place);
    expect(told(out)).toMatchObject({ issues: 4, secret: 1, stale: 0 });
    expectGone(place, "2026-03", titles);
    expect((await site(place)).code).toBe(
      line.startsWith("secrecy: {level: 秘密}\n") || line.startsWith("marking") ? 0 : 1,
    );
  });

  it.each([
    ["the house rules cannot be read", (place: string) => write(place, { "bulletin.yaml": BAD_HOUSE }), 1],
    [
      "the bulletin is not public any more",
      (place: string) => write(place, { "bulletin.yaml": files["bulletin.yaml"] ?? "" }),
      2,
    ],
    [
      "all the others are broken",
      (place: string) => {
        for (const number of [1, 2, 4, 5]) write(place, { [`issues/2026-0${number}/issue.yaml`]: BAD_HOUSE });
      },
      1,
    ],
    [
      "a file of somebody else is in the way",
      (place: string) => {
        cpSync(join(place, "issues/2026-01"), join(place, "issues/2026-31"), { recursive: true });
        const path = join(place, "issues/2026-31/issue.yaml");
        writeFileSync(path, `${readFileSync(path, "utf8").replace(/^slug:.*\n/m, "")}slug: x-31\n`);
        write(place, { "站/2026/x-31/index.html": "mine" });
      },
      2,
    ],
  ])("leaves it even where %s", async (_, spoil, expected) => {
    const place = layFew();
    const titles = titlesOf(place, "2026-03");
    await site(place);
    const other = page(place, "2026/2026-01/index.html");
    appendFileSync(join(place, MANIFEST), "secrecy: {level: 秘密}\n");
    spoil(place);
    const { code } = await site(place);
    expect(code).toBe(expected);
    expectGone(place, "2026-03", titles);
    expect(page(place, "2026/2026-01/index.html")).toBe(other);
    expect(page(place, "index.html")).toContain("2026-01");
  });

  it("leaves it where the house rules make all secret, broken as they are", async () => {
    const place = layFew();
    await site(place);
    write(place, { "bulletin.yaml": `${HOUSE}secrecy: 机密x\n`, "站/CNAME": "news.example.org\n" });
    const { code } = await site(place);
    expect(code).toBe(1);
    expect(listing(place).filter((path) => !path.startsWith("."))).toEqual(["CNAME"]);
  });

  it("takes pages along that somebody has changed, but not what somebody put in their place", async () => {
    const place = layFew();
    await site(place);
    appendFileSync(join(place, "站/2026/2026-03/01.html"), "<!-- mine -->");
    writeFileSync(join(place, "站/2026/2026-03/index.html"), "taken down");
    appendFileSync(join(place, MANIFEST), "secrecy: {level: 秘密}\n");
    const { code, out } = await site(place);
    expect(JSON.parse(out)).toMatchObject({ secret: 1 });
    expect(listing(place).filter((path) => path.startsWith("2026/2026-03"))).toEqual([
      "2026/2026-03/index.html",
    ]);
    expect(code).toBe(0);
  });
});

describe("an issue whose house rules lie elsewhere", () => {
  it.each([
    ["as it is", "", 0],
    ["and its date is wrong, too", "date: 2026-13-40\n", 1],
    ["and it is no YAML any more", "x: [\n", 1],
  ])("leaves the website where these make it secret, %s", async (_, more, expected) => {
    const place = layFew({ "别处.yaml": HOUSE });
    const titles = titlesOf(place, "2026-03");
    appendFileSync(join(place, MANIFEST), "extends: ../../别处.yaml\n");
    await site(place);
    expect(existsSync(join(place, "站/2026/2026-03"))).toBe(true);
    write(place, { "别处.yaml": `${HOUSE}secrecy: {level: 秘密}\n` });
    const path = join(place, MANIFEST);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, (more === "" ? text : text.replace(/^date:.*\n/m, "")) + more);
    const { code, out } = await site(place);
    expect(told(out)).toMatchObject({ issues: 4, secret: 1, stale: 0 });
    expect(code).toBe(expected);
    expectGone(place, "2026-03", titles);
  });
});

describe("an item that is secret", () => {
  const ITEM = "issues/2026-03/items/01.md";
  const edit = (place: string, change: (text: string) => string) =>
    writeFileSync(join(place, ITEM), change(readFileSync(join(place, ITEM), "utf8")));

  it.each<[string, (text: string) => string, number]>([
    ["above its text", (text) => text.replace(/\n---\n+/, "\n---\n\n机密★10年\n\n"), 0],
    ["in its head", (text) => text.replace("---\n", "---\nsecrecy: 机密\n"), 1],
    ["in its head, in everyday words", (text) => text.replace("---\n", "---\n密 级: 机密\n"), 1],
  ])(
    "takes its issue off the website, and keeps it off, where it says so %s",
    async (_, change, expected) => {
      const place = layFew();
      const titles = titlesOf(place, "2026-03");
      await site(place);
      edit(place, change);
      const { code, out, err } = await site(place);
      expect(told(out)).toMatchObject({ issues: 4, secret: 1, stale: 0 });
      expect(code).toBe(expected);
      expectGone(place, "2026-03", titles);
      const again = await warmRun(
        ["--lang", "zh", "site", "--out", "站", "--cache-location", ".记录"],
        place,
      );
      expectGone(place, "2026-03", titles);
      if (expected === 0) expect(again.err).toContain(`${ITEM} 里像是写着密级`);
      else expect(again.err).toContain("但写着密级或草稿，不上网站");
      rmSync(join(place, "站"), { recursive: true });
      await site(place);
      expectGone(place, "2026-03", titles);
      expect(err).not.toContain("undefined");
    },
  );

  it("takes it off where the manifest is no YAML any more, either", async () => {
    const place = layFew();
    const titles = titlesOf(place, "2026-03");
    await site(place);
    edit(place, (text) => text.replace("---\n", "---\nsecrecy: 机密\n"));
    appendFileSync(join(place, MANIFEST), "x: [\n");
    expect(told((await site(place)).out)).toMatchObject({ issues: 4, secret: 1, stale: 0 });
    expectGone(place, "2026-03", titles);
  });

  it.each<[string, (text: string) => Buffer]>([
    ["UTF-16", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 the other way round", (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    // 密级: 机密 in GBK, below what is ASCII.
    ["GBK", () => Buffer.concat([Buffer.from("number: 3\n"), Buffer.from("c3dcbcb63a20bbfac3dc0a", "hex")])],
  ])("takes it off where the manifest is written in %s", async (_, encode) => {
    const place = layFew();
    const titles = titlesOf(place, "2026-03");
    await site(place);
    const text = readFileSync(join(place, MANIFEST), "utf8");
    writeFileSync(join(place, MANIFEST), encode(`${text}密级: 机密\n`));
    expect(told((await site(place)).out)).toMatchObject({ issues: 4, secret: 1, stale: 0 });
    expectGone(place, "2026-03", titles);
  });

  it("does not count where it lies beside the issue and is not listed", async () => {
    const place = layFew({ "issues/2026-03/items/草拟.md": "---\ntitle: 某事\nsecrecy: 机密\n---\n\n文\n" });
    expect(told((await site(place)).out)).toMatchObject({ issues: 5, secret: 0 });
  });
});

describe("an issue that is only broken", () => {
  it("stays as it last was, and is named", async () => {
    const place = layFew();
    await site(place);
    const before = times(place);
    write(place, { [MANIFEST]: BAD_HOUSE });
    const { code, out, err } = await site(place);
    expect(code).toBe(1);
    expect(told(out)).toMatchObject({ issues: 5, refused: 1, stale: 1, written: 0, removed: 0 });
    expect(err).toContain(`${MANIFEST}:1:1`);
    expect(changedSince(place, before)).toEqual([]);
    expect(listing(place)).toEqual([...before.keys()]);
  });

  it("stays where nothing is remembered in the cache, too, and the others are renewed", async () => {
    const place = layFew();
    await site(place);
    rmSync(join(place, ".记录"), { recursive: true });
    write(place, { [MANIFEST]: BAD_HOUSE });
    appendFileSync(join(place, "issues/2026-01/items/01.md"), "\n另有代表发言。\n");
    const { out } = await site(place);
    expect(told(out)).toMatchObject({ issues: 5, stale: 1, recalled: 0 });
    expect(page(place, "text/2026.js")).toContain("另有代表发言。");
    expect(page(place, "text/2026.js")).toContain('"folder":"2026/2026-03"');
    expect(page(place, "issues.html")).toContain("2026-03");
  });
});

describe("a website of more issues than are given", () => {
  it("keeps those that are there still, unless they are meant to go", async () => {
    const place = layFew();
    await site(place);
    const before = times(place);
    rmSync(join(place, "issues/2026-05"), { recursive: true });
    const { code, out } = await site(place, "issues/2026-02");
    expect(code).toBe(0);
    expect(told(out)).toMatchObject({ issues: 4, others: 3 });
    expect(changedSince(place, before)).not.toContain("2026/2026-01/index.html");
    expect(existsSync(join(place, "站/2026/2026-05"))).toBe(false);
    expect(told((await site(place, "issues/2026-02", "--only")).out)).toMatchObject({ issues: 1, others: 0 });
    expect(existsSync(join(place, "站/2026/2026-01"))).toBe(false);
  });

  it("loses none of them for the sake of one that cannot stand on it", async () => {
    const place = layFew();
    await site(place);
    const before = listing(place);
    for (const line of ["draft: 送审稿\n", "date: x\n"]) {
      cpSync(join(place, "issues/2026-01"), join(place, "issues/2026-30"), { recursive: true });
      const path = join(place, "issues/2026-30/issue.yaml");
      writeFileSync(path, readFileSync(path, "utf8").replace(/^(?:slug|date):.*\n/gm, "") + line);
      const { code, err } = await site(place, "issues/2026-30", "--only");
      expect([code, err]).toEqual([2, expect.stringContaining("no issue that can stand on the website")]);
      expect(listing(place)).toEqual(before);
    }
  });

  it("sees that one of them has become secret", async () => {
    const place = layFew();
    await site(place);
    appendFileSync(join(place, MANIFEST), "secrecy: {level: 秘密}\n");
    expect(told((await site(place, "issues/2026-02")).out)).toMatchObject({ issues: 4, secret: 1 });
    expect(existsSync(join(place, "站/2026/2026-03"))).toBe(false);
  });

  it("is not replaced by that of another bulletin", async () => {
    const place = layFew();
    await site(place);
    const before = times(place);
    mkdirSync(join(place, "别的"));
    renameSync(join(place, "issues/2026-05"), join(place, "别的/2026-05"));
    write(place, { "别的/bulletin.yaml": HOUSE.replace(/^( *name: ).*$/m, "$1别的简报") });
    const { code, err } = await site(place, "别的/2026-05");
    expect(code).toBe(2);
    expect(err).toContain("it was not replaced by that of 《别的简报》");
    expect(changedSince(place, before)).toEqual([]);
    expect(listing(place)).toEqual([...before.keys()]);
  });

  it("stays where bulletin and website move together, or the bulletin takes another name", async () => {
    const place = layFew();
    await site(place);
    write(place, { "bulletin.yaml": HOUSE.replace(/^( *name: ).*$/m, "$1新刊名") });
    expect((await site(place)).code).toBe(0);
    expect(page(place, "index.html")).toContain("新刊名");
  });
});

describe("an issue leads to those beside it", () => {
  const turns = (place: string, issue: string): readonly string[] =>
    [
      ...(/<nav class="site-turns issue-turns[\s\S]*?<\/nav>/
        .exec(page(place, `2026/${issue}/index.html`))?.[0]
        .matchAll(/([上下]一期)：<a href="([^"]*)"/g) ?? []),
    ].map(([, words, link]) => `${words} ${link}`);

  it("and to others where one comes or goes, in their pages alone", async () => {
    const place = layFew();
    await site(place);
    expect(turns(place, "2026-01")).toEqual(["下一期 ../2026-02/index.html"]);
    expect(turns(place, "2026-03")).toEqual(["上一期 ../2026-02/index.html", "下一期 ../2026-04/index.html"]);
    const before = times(place);
    rmSync(join(place, "issues/2026-03"), { recursive: true });
    await site(place);
    expect(turns(place, "2026-04")).toEqual(["上一期 ../2026-02/index.html", "下一期 ../2026-05/index.html"]);
    expect(changedSince(place, before).filter((path) => /^2026\/.*\//.test(path))).toEqual([
      "2026/2026-02/index.html",
      "2026/2026-04/index.html",
    ]);
  });
});

describe("addresses", () => {
  const twice = (place: string, from: string, to: string) => {
    cpSync(join(place, "issues", from), join(place, "issues", to), { recursive: true });
    const path = join(place, "issues", to, "issue.yaml");
    const text = readFileSync(path, "utf8").replace(/^slug:.*\n/m, "");
    writeFileSync(path, `${text}slug: ${from}\n`);
  };

  it("stay with their issues where two ask for the same, and it is told", async () => {
    const place = layFew();
    await site(place);
    const right = page(place, "2026/2026-02/01.html");
    // Before it in every order.
    twice(place, "2026-02", "2026-00");
    appendFileSync(join(place, "issues/2026-00/items/01.md"), "\n这是另一期。\n");
    const { err } = await warmRun(["site", "--out", "站", "--cache-location", ".记录"], place);
    expect(err).toContain("ask for 2026/2026-02/; the later one stands in 2026/2026-02-2/");
    expect(page(place, "2026/2026-02/01.html")).toBe(right);
    expect(page(place, "2026/2026-02-2/index.html")).toContain("这是另一期。");
    // Neither a lost memory nor the first one's end changes them.
    rmSync(join(place, ".记录"), { recursive: true });
    const before = times(place);
    await site(place);
    expect(changedSince(place, before)).toEqual([]);
    rmSync(join(place, "issues/2026-02"), { recursive: true });
    await site(place);
    expect(existsSync(join(place, "站/2026/2026-02"))).toBe(false);
    expect(page(place, "2026/2026-02-2/index.html")).toContain("这是另一期。");
    // Nor is it told of two where there is one.
    const { out } = await site(place);
    expect(JSON.parse(out)).toMatchObject({ issues: 5, doubled: [] });
  });

  it("are exchanged where two issues exchange their slugs", async () => {
    const place = layFew();
    const slug = (issue: string, name: string) => {
      const path = join(place, "issues", issue, "issue.yaml");
      writeFileSync(path, `${readFileSync(path, "utf8").replace(/^slug:.*\n/m, "")}slug: ${name}\n`);
    };
    slug("2026-01", "a");
    slug("2026-02", "b");
    await site(place);
    slug("2026-01", "b");
    slug("2026-02", "a");
    await site(place);
    const clean = layFew();
    rmSync(join(clean, "issues"), { recursive: true });
    cpSync(join(place, "issues"), join(clean, "issues"), { recursive: true });
    await site(clean);
    expect(listing(place)).toEqual(listing(clean));
    for (const path of listing(place)) expect(page(place, path), path).toBe(page(clean, path));
    expect(existsSync(join(place, "站/2026/a-2"))).toBe(false);
  });

  it("do not flip where issues move to other folders", async () => {
    const place = layFew();
    appendFileSync(join(place, "issues/2026-02/issue.yaml"), "slug: 第二期\n");
    await site(place);
    const before = times(place);
    renameSync(join(place, "issues/2026-02"), join(place, "issues/2026-02 补"));
    const { out } = await site(place);
    expect(told(out)).toMatchObject({ issues: 5, removed: 0 });
    expect(changedSince(place, before).filter((path) => path.endsWith(".html"))).toEqual([]);
  });
});

describe("a page that somebody has changed", () => {
  const ITEM = Object.keys(files).find((path) => path.startsWith("issues/2026-03/items/")) ?? "";
  const PAGE = `2026/2026-03/${ITEM.replace(/^.*\/(.*)\.md$/, "$1")}.html`;

  it("and that no item has any more is named in each run, and goes when its issue becomes secret", async () => {
    const place = layFew();
    const titles = titlesOf(place, "2026-03");
    await site(place);
    appendFileSync(join(place, "站", PAGE), "<!-- 改过 -->\n");
    renameSync(join(place, ITEM), join(place, ITEM.replace(".md", "-new.md")));
    const manifest = readFileSync(join(place, MANIFEST), "utf8");
    const name = ITEM.replace(/^.*\/items\//, "items/");
    write(place, { [MANIFEST]: manifest.replace(name, name.replace(".md", "-new.md")) });
    for (const run of [1, 2])
      expect([run, told((await site(place)).out).kept]).toEqual([run, [`站/${PAGE}`]]);
    appendFileSync(join(place, MANIFEST), "secrecy: {level: 秘密}\n");
    expect(told((await site(place)).out)).toMatchObject({ secret: 1, kept: [] });
    expectGone(place, "2026-03", titles);
  });
});

describe("what is told of a run", () => {
  it("counts what was written and removed when an issue was taken down first", async () => {
    const place = layFew();
    await site(place);
    const before = times(place);
    appendFileSync(join(place, MANIFEST), "secrecy: {level: 秘密}\n");
    const { written, untouched, removed } = told((await site(place)).out);
    const record = ".bulletin-site.json";
    expect(written).toBe(changedSince(place, before).filter((path) => path !== record).length);
    expect(written + untouched).toBe(listing(place).filter((path) => path !== record).length);
    expect(removed).toBe(before.size - times(place).size);
  });

  it("names issues whose sources are gone", async () => {
    const place = layFew();
    await site(place);
    renameSync(join(place, MANIFEST), join(place, MANIFEST.replace(".yaml", ".yml")));
    const { code, out } = await site(place);
    expect([code, told(out).gone]).toEqual([0, ["2026/2026-03"]]);
    expect(told((await site(place)).out).gone).toEqual([]);
  });

  it("says that a website was emptied, where its last issue was taken down", async () => {
    const place = layFew();
    await site(place, "--only", "issues/2026-03");
    appendFileSync(join(place, MANIFEST), "draft: 送审稿\n");
    const { code, out } = await site(place, "issues/2026-03");
    expect(code).toBe(0);
    expect(told(out)).toMatchObject({ issues: 0, drafts: 1 });
    expect(told(out).removed).toBeGreaterThan(0);
    expect(listing(place).filter((path) => path.endsWith(".html"))).toEqual([]);
  });
});

it("refuses to remember sources in the folder that is uploaded", async () => {
  const place = layFew();
  for (const location of ["站", "站/记录"]) {
    const { code, err } = await warmRun(
      ["--lang", "zh", "site", "--out", "站", "--cache-location", location],
      place,
    );
    expect([code, err]).toEqual([2, expect.stringContaining("不能随网站上传")]);
  }
  expect(listing(place)).toEqual([]);
});

it("says that bulletin.yaml is missing, not that the website is another's", async () => {
  const place = layFew();
  await site(place);
  rmSync(join(place, "bulletin.yaml"));
  const { code, err } = await site(place);
  expect([code, err]).toEqual([2, expect.stringContaining("bulletin.yaml")]);
  expect(err).not.toContain("《");
});
