/** What the website is made of, piece by piece: addresses, texts, feeds, and the search as it compares. */
import { describe, expect, it } from "vitest";
import { printStanding } from "../../src/cli/site/site-words.js";
import { renderFeeds, renderSitemap } from "../../src/site/feeds.js";
import { printYearText, readYearText } from "../../src/site/issue-text.js";
import { renderListPages } from "../../src/site/list-pages.js";
import {
  findItems,
  markTerms,
  searchedItems,
  snippetOf,
  termsOf,
} from "../../src/site/page/find-in-texts.js";
import { foldText } from "../../src/site/page/fold-text.js";
import {
  absoluteUrl,
  fileStem,
  itemStemsOf,
  linkTo,
  stemsOf,
  uniqueStems,
} from "../../src/site/site-addresses.js";
import type { IssueFacts, ItemFacts } from "../../src/site/site-facts.js";
import { wholeName } from "../../src/site/whole-name.js";

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("addresses", () => {
  it.each([
    ["云湖区科协", "云湖区科协"],
    ["01-fair", "01-fair"],
  ])("keeps %s", (words, stem) => {
    expect(fileStem(words, "x")).toBe(stem);
  });

  it.each(["甲/乙", "甲:乙", 'a"b', "CON", "..", "名称 ", "a.b", "长".repeat(80), "", "\u202e甲"])(
    "makes of %j a name that every system takes, and tells it from others by digits",
    (words) => {
      const stem = fileStem(words, "单位");
      expect(new TextEncoder().encode(`${stem}.html`).length).toBeLessThanOrEqual(120);
      expect(stem).toMatch(/^[^<>:"/\\|?*.\u202e]+-[0-9a-f]{6}$/);
      expect(stem).not.toMatch(/^(?:con|nul)$/i);
    },
  );

  it("tells names apart that file systems take for one", () => {
    const unique = uniqueStems();
    expect(["ABC", "abc", "e\u0301", "\u00e9", "ABC"].map(unique)).toEqual([
      "ABC",
      "abc-2",
      "e\u0301",
      "\u00e9-2",
      "ABC-3",
    ]);
  });

  it("names pages of items after their files, the same in whatever order they are printed", () => {
    const paths = ["items/01-Fair.md", "items/02.md", "items/01-fair.md", "more/02.md", "items/index.md"];
    const stems = new Map(paths.map((path, index) => [path, itemStemsOf(paths)[index]]));
    const turned = paths.toReversed();
    expect(new Map(turned.map((path, index) => [path, itemStemsOf(turned)[index]]))).toEqual(
      new Map([...stems].reverse()),
    );
    expect([...stems.values()].map((stem) => stem?.replace(/-[0-9a-f]{6}$/, "-x"))).toEqual([
      "01-Fair-x",
      "02",
      "01-fair",
      "02-x",
      "index-x",
    ]);
    expect(itemStemsOf(["items/01-Fair.md", "items/报告.markdown"])).toEqual(["01-Fair", "报告"]);
  });

  it("keeps the name of an issue on one line, and of a long one its phrases", () => {
    expect(JSON.stringify(wholeName("增刊第1期"))).toContain(
      '["phrase"]},"children":[{"type":"text","value":"增刊第1期"}]',
    );
    expect(wholeName("学习贯彻全会精神和年度工作部署专刊第12期").length).toBeGreaterThan(1);
  });

  it("gives a name the same address whoever comes beside it", () => {
    const alone = stemsOf(["甲/乙"], "单位").get("甲/乙");
    expect(stemsOf(["甲:乙", "甲/乙", "丙"], "单位").get("甲/乙")).toBe(alone);
  });

  it.each([
    ["index.html", "2026/2026-03/01.html", "../../index.html"],
    ["2026/2026-03/02.html", "2026/2026-03/01.html", "02.html"],
    ["2026/2026-04/index.html", "2026/2026-03/01.html", "../2026-04/index.html"],
    ["units/云 湖.html", "index.html", "units/%E4%BA%91%20%E6%B9%96.html"],
  ])("leads to %s from %s by %s", (path, from, link) => {
    expect(linkTo(path, from)).toBe(link);
  });

  it.each([
    ["index.html", "https://example.org/b/"],
    ["2026/index.html", "https://example.org/b/2026/"],
    ["2026/2026-03/my-index.html", "https://example.org/b/2026/2026-03/my-index.html"],
  ])("puts %s at %s", (path, url) => {
    expect(absoluteUrl("https://example.org/b/", path)).toBe(url);
    expect(absoluteUrl(undefined, path)).toBeUndefined();
  });
});

describe("the search", () => {
  it.each([
    ["ＡＢＣ１２３", "abc123"],
    ["（科普）", "(科普)"],
    ["“引”", '"引"'],
    ["全\u3000角", "全 角"],
    ["İstanbul", foldText("İstanbul")],
    ["\u{1f600}Ａ", "\u{1f600}a"],
    ["⼯作", "工作"],
  ])("folds %s, unit by unit", (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(text)).toHaveLength(text.length);
  });

  const items = searchedItems([
    {
      name: "2026年第1期",
      date: "2026-01-10",
      items: [
        ["a.html", "科普进校园", "动态", ["甲科协"], `${"前".repeat(60)}ＡＩ大模型${"后".repeat(200)}`],
        ["b.html", "学术年会", "交流", ["乙学会"], "AI与科学\n100%的人"],
      ],
    },
  ]);
  const paths = (query: string, unit = "") =>
    findItems(items, { terms: termsOf(query), unit }).map(({ path }) => path);

  it.each<[string, string[]]>([
    ["", []],
    ["  ", []],
    ["ai", ["a.html", "b.html"]],
    ["ai\u3000大模型", ["a.html"]],
    ["进校", ["a.html"]],
    ["100%", ["b.html"]],
    [".*", []],
    ["校园动态", []],
  ])("finds %j", (query, found) => {
    expect(paths(query)).toEqual(found);
  });

  it("keeps to a unit", () => {
    expect(paths("ai", "乙学会")).toEqual(["b.html"]);
  });

  it("marks what was found in the words as they stand, within a snippet", () => {
    const [item] = items;
    const stretches = item === undefined ? [] : snippetOf(item, termsOf("ai 模型"));
    expect(stretches.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(["ＡＩ", "模型"]);
    expect(stretches[0]).toEqual({ text: "…", isFound: false });
    expect(stretches.map(({ text }) => text).join("").length).toBeLessThan(110);
    expect(markTerms("aaa", "aaa", ["aa"])).toEqual([
      { text: "aa", isFound: true },
      { text: "a", isFound: false },
    ]);
  });

  it("reads the text of a year as it was written, and nothing else", () => {
    const issues = [
      {
        folder: "2026/a",
        name: "一",
        date: "2026-01-10",
        items: [["p", "</script>", "s", ["u"], "\u2028"] as const],
      },
    ];
    const { bytes } = printYearText(2026, issues);
    expect(readYearText(textOf(bytes))).toEqual(issues);
    expect(readYearText("alert(1)")).toBeUndefined();
  });
});

const issueOf = (year: number, number: number, items: readonly ItemFacts[]): IssueFacts => ({
  folder: `${year}/${number}`,
  name: `${year}年第${number}期`,
  shortName: `第${number}期`,
  year,
  date: `${year}-01-${String(number).padStart(2, "0")}`,
  styleSheet: "assets/style-0.css",
  bulletin: {
    name: "甲<刊>",
    publisher: undefined,
    language: "zh-CN",
    url: "https://example.org/b/",
    contact: { label: "", email: "", phone: "" },
  },
  items,
});

const itemOf = (year: number, number: number, index: number): ItemFacts => ({
  path: `${year}/${number}/${index}.html`,
  title: `标题“${index}” & <其他>`,
  section: "动态",
  units: ["甲科协"],
  summary: "摘要\0",
});

describe("feeds and lists", () => {
  const many = [2026, 2025].flatMap((year) =>
    [2, 1].map((number) =>
      issueOf(
        year,
        number,
        Array.from({ length: 50 }, (_, index) => itemOf(year, number, index)),
      ),
    ),
  );

  it("writes Atom and JSON with absolute addresses, marks of XML escaped", () => {
    const [atom, json] = renderFeeds(many.slice(0, 1), "https://example.org/b/").map(({ bytes }) =>
      textOf(bytes),
    );
    expect(atom).toContain("<title>标题“0” &amp; &lt;其他&gt;</title>");
    expect(atom).toContain("<updated>2026-01-02T00:00:00+08:00</updated>");
    expect(atom).toContain("<summary>摘要\ufffd</summary>");
    expect(JSON.parse(json ?? "")).toMatchObject({
      feed_url: "https://example.org/b/feed.json",
      items: { 0: { url: "https://example.org/b/2026/2/0.html", tags: ["动态"] } },
    });
  });

  it("divides a sitemap that is too long", () => {
    const items = Array.from({ length: 50_000 }, (_, index) => itemOf(2026, 1, index));
    const files = renderSitemap([issueOf(2026, 1, items)], ["index.html"], "https://example.org/b/");
    expect(files.map(({ path }) => path)).toEqual(["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
    expect(textOf(files[2]?.bytes ?? new Uint8Array())).toContain(
      "<loc>https://example.org/b/sitemap-2.xml</loc>",
    );
  });

  it("pages a long list by year; its own address shows the latest", () => {
    const pages = new Map(renderListPages(many).map(({ path, bytes }) => [path, textOf(bytes)]));
    expect([...pages.keys()].filter((path) => path.startsWith("units/"))).toEqual([
      "units/index.html",
      "units/甲科协.html",
      "units/甲科协~2025.html",
    ]);
    expect(pages.get("units/甲科协.html")).toContain("共200篇");
    expect(pages.get("units/甲科协.html")).not.toContain("2025/1/0.html");
    expect(pages.get("units/甲科协~2025.html")).toContain("../2025/1/0.html");
  });

  it("names sections as the manifests have them, the latest first, whatever they hold; units by their items", () => {
    const inSections = (year: number, sections: readonly string[]) =>
      issueOf(
        year,
        1,
        sections.map((section, index) => ({
          ...itemOf(year, 1, index),
          section,
          units: [section === "要闻" ? "甲科协" : "乙科协"],
        })),
      );
    const issues = [inSections(2026, ["要闻", "动态"]), inSections(2025, ["动态", "专版", "动态", "要闻"])];
    const pages = new Map(renderListPages(issues).map(({ path, bytes }) => [path, textOf(bytes)]));
    const links = (path: string, folder: string) =>
      [
        ...decodeURI(pages.get(path) ?? "").matchAll(
          new RegExp(`href="(?:${folder}/)?([甲乙要动专].+?)\\.html"`, "gu"),
        ),
      ].map(([, name]) => name);
    for (const path of ["index.html", "sections/index.html"])
      expect(links(path, "sections")).toEqual(["要闻", "动态", "专版"]);
    expect(links("units/index.html", "units")).toEqual(["乙科协", "甲科协"]);
  });

  it("names sections as the latest regular issue has them, whatever a supplement holds", () => {
    const of = (sections: readonly string[], more: Partial<IssueFacts> = {}): IssueFacts => ({
      ...issueOf(
        2026,
        1,
        sections.map((section, index) => ({ ...itemOf(2026, 1, index), section })),
      ),
      ...more,
    });
    const supplement = of(["专版", "动态"], { shortName: "增刊第1期" });
    const pages = renderListPages([supplement, of(["要闻", "动态"]), of(["旧栏"])]);
    const list = pages.find(({ path }) => path === "sections/index.html");
    const links = decodeURI(textOf(list?.bytes ?? new Uint8Array())).matchAll(
      /href="([要动专旧].+?)\.html"/gu,
    );
    expect([...links].map(([, name]) => name)).toEqual(["要闻", "动态", "专版", "旧栏"]);
  });

  it("says in the plural what stands still", () => {
    const words = printStanding(["2026/1", "2026/2"], { out: "site", language: "en" });
    expect(words).toContain("2 issues that became secret or drafts still stand on the website and were not");
  });

  it("names the year of an issue in a list that begins with another one", () => {
    const [start] = renderListPages([issueOf(2026, 2, []), issueOf(2026, 1, []), issueOf(2025, 24, [])]);
    const names = [...textOf(start?.bytes ?? new Uint8Array()).matchAll(/<li><a href="20[^>]+>(.*?)<\/a>/gu)];
    expect(names.map(([, name = ""]) => name.replace(/<[^>]+>/gu, ""))).toEqual([
      "第2期",
      "第1期",
      "2025年第24期",
      "2026年",
      "2025年",
    ]);
  });
});
