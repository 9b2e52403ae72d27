/** An item listed in a manifest: the line that is added, and everything else as its editors left it. */
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { listItems } from "../src/cli/new/list-in-manifest.js";

const HEAD = "# 清单\nyear: 2026 # 年\nsections:\n";
const list = (text: string, section?: string, ...items: readonly string[]) =>
  listItems(
    text,
    items.map((item) => ({ section, item })),
    "issue.yaml",
  );

/** What a manifest is, and what it becomes when items/09.md is listed under 动态. */
const CASES: readonly (readonly [string, string, string])[] = [
  [
    "a list of lines, each with its comment and a wide indent",
    `${HEAD}    -   name: "动态"   # 栏\n        items:\n            -   items/01.md   # 头条\n    - name: 要闻\n`,
    `${HEAD}    -   name: "动态"   # 栏\n        items:\n            -   items/01.md   # 头条\n            -   items/09.md\n    - name: 要闻\n`,
  ],
  [
    "a list in one line",
    `${HEAD}  - name: 动态\n    items: [ items/01.md ] # 一篇\n`,
    `${HEAD}  - name: 动态\n    items: [ items/01.md, items/09.md ] # 一篇\n`,
  ],
  [
    "an empty list",
    `${HEAD}  - name: 动态\n    items: []\n    keep-empty: true\n`,
    `${HEAD}  - name: 动态\n    items:\n      - items/09.md\n    keep-empty: true\n`,
  ],
  [
    "a section in one line",
    `${HEAD}  - {name: 动态, items: []}\n  - {name: 要闻, items: [a.md]}\n`,
    `${HEAD}  - {name: 动态, items: [items/09.md]}\n  - {name: 要闻, items: [a.md]}\n`,
  ],
  [
    "a last line without its end",
    `${HEAD}  - name: 动态\n    items:\n      - items/01.md`,
    `${HEAD}  - name: 动态\n    items:\n      - items/01.md\n      - items/09.md\n`,
  ],
  [
    "a list at the column of its key",
    `${HEAD}- name: 动态\n  items:\n  - items/01.md\n\n# 下面是分发\ndistribution: {copies: 3}\n`,
    `${HEAD}- name: 动态\n  items:\n  - items/01.md\n  - items/09.md\n\n# 下面是分发\ndistribution: {copies: 3}\n`,
  ],
];

describe("an item that is listed", () => {
  it.each(CASES)("in %s", (_, before, after) => {
    expect(list(before, "动态", "items/09.md")).toBe(after);
  });

  it.each(CASES)("keeps Windows line ends and the byte order mark of %s", (_, before, after) => {
    const windows = (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`;
    expect(list(windows(before), "动态", "items/09.md")).toBe(windows(after));
  });

  it("stands behind those before it", () => {
    const text = `${HEAD}  - name: 动态\n    items: []\n`;
    expect(list(text, undefined, "items/1.md", "items/2.md")).toBe(
      `${HEAD}  - name: 动态\n    items:\n      - items/1.md\n      - items/2.md\n`,
    );
  });

  it.each([
    `${HEAD}  - name: 动态\n`,
    `${HEAD}  - name: 动态\n    items: [\n      items/01.md, # 头条\n    ]\n`,
    `${HEAD}  - name: 动态\n    items: &list\n      - items/01.md\n  - name: 要闻\n    items: *list\n`,
    `${HEAD}  - name: 动态\n    items:\n      - "items/\n        01.md"\n`,
  ])("is listed however the list stands: %j", (before) => {
    const names = parseDocument(list(before, "动态", "items/9: 甲.md")).toJS().sections[0].items;
    expect(names.at(-1)).toBe("items/9: 甲.md");
    expect(list(before, "动态", "items/9.md")).toContain("# 清单");
  });

  it("is refused under a section that is not there", () => {
    expect(() => list(`${HEAD}  - name: 动态\n`, "要文", "a.md")).toThrow("要文");
  });
});
