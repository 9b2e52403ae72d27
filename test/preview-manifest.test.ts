/**
 * What the preview's page changes in a manifest: items moved and the details. Comments, quotation marks,
 * indents and line ends stay; what the reader would refuse is not written.
 */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { changeDetails, moveItem, readDetails } from "../src/cli/preview/change-manifest.js";
import { moveInManifest } from "../src/cli/preview/move-in-manifest.js";
import { setManifestValues } from "../src/cli/preview/set-manifest-values.js";
import { memoryWorkspace } from "../src/read/workspace.js";

const MANIFEST = `# 本期由办公室编
year: 2026
number: 3 # 期号
date: 2026-03-16   # 出刊
period: {from: 2026-03-01, to: 2026-03-15}
sections:
  - name: 工作要闻 # 头条
    items:
      # 这篇先发
      - items/01.md
      - items/02.md # 已核
  - name: 基层动态
    items: [items/03.md, 'items/04.md']
  - name: 通知
    items: []
editorial: {editor: "方砚秋", reviewer: 陶镕}
`;

const EDITS: readonly (readonly [
  string,
  Parameters<typeof setManifestValues>[1],
  readonly [string, string][],
])[] = [
  ["a number", [{ keys: ["number"], value: "4" }], [["number: 3 # 期号", "number: 4 # 期号"]]],
  ["a day", [{ keys: ["date"], value: "2026-03-18" }], [["2026-03-16   #", "2026-03-18   #"]]],
  [
    "a name in its quotation marks",
    [{ keys: ["editorial", "editor"], value: "顾明澜" }],
    [['"方砚秋"', '"顾明澜"']],
  ],
  [
    "a key that is not there, where it usually stands",
    [{ keys: ["total"], value: "128" }],
    [["number: 3 # 期号\n", "number: 3 # 期号\ntotal: 128\n"]],
  ],
  [
    "a key within braces",
    [{ keys: ["editorial", "approver"], value: "顾明澜" }],
    [["reviewer: 陶镕}", "reviewer: 陶镕, approver: 顾明澜}"]],
  ],
  ["a key taken out of braces", [{ keys: ["editorial", "editor"], value: "" }], [['editor: "方砚秋", ', ""]]],
  [
    "a period taken away",
    [
      { keys: ["period", "from"], value: "" },
      { keys: ["period", "to"], value: "" },
    ],
    [["period: {from: 2026-03-01, to: 2026-03-15}\n", ""]],
  ],
  ["nothing where nothing changes", [{ keys: ["number"], value: "3" }], []],
  [
    "a name with a comma and a colon",
    [{ keys: ["editorial", "reviewer"], value: "甲: 乙, 丙" }],
    [["reviewer: 陶镕", "reviewer: '甲: 乙, 丙'"]],
  ],
];

describe.each([
  ["LF", (text: string) => text],
  ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
])("details set in a manifest with %s", (_, asFile) => {
  it.each(EDITS)("%s, and nothing else", (_name, changes, expected) => {
    const wanted = expected.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, MANIFEST);
    expect(setManifestValues(asFile(MANIFEST), changes)).toBe(asFile(wanted));
  });
});

it("adds what has no place yet, a line each", () => {
  const text = "number: 3\ndate: 2026-03-16\nsections:\n  - name: 要闻\n    items: [items/01.md]";
  const after = setManifestValues(text, [
    { keys: ["year"], value: "2026" },
    { keys: ["period", "from"], value: "2026-03-01" },
    { keys: ["period", "to"], value: "2026-03-15" },
    { keys: ["editorial", "editor"], value: "方砚秋" },
  ]);
  expect(parse(after)).toEqual({
    year: 2026,
    number: 3,
    date: "2026-03-16",
    period: { from: "2026-03-01", to: "2026-03-15" },
    sections: [{ name: "要闻", items: ["items/01.md"] }],
    editorial: { editor: "方砚秋" },
  });
  expect(after.split("\n").map((line) => line.split(":")[0])).toEqual([
    "year",
    "number",
    "date",
    "period",
    "sections",
    "  - name",
    "    items",
    "editorial",
    "",
  ]);
});

const MOVES: readonly (readonly [
  string,
  Parameters<typeof moveInManifest>[1],
  readonly [string, string][],
])[] = [
  [
    "down in its section, its comments with it",
    { path: "items/01.md", section: "工作要闻", index: 1 },
    [
      [
        "      # 这篇先发\n      - items/01.md\n      - items/02.md # 已核\n",
        "      - items/02.md # 已核\n      # 这篇先发\n      - items/01.md\n",
      ],
    ],
  ],
  [
    "within brackets, quotation marks kept",
    { path: "items/04.md", section: "基层动态", index: 0 },
    [["[items/03.md, 'items/04.md']", "['items/04.md', items/03.md]"]],
  ],
  [
    "from brackets to lines",
    { path: "items/03.md", section: "工作要闻", index: 2 },
    [
      ["[items/03.md, 'items/04.md']", "['items/04.md']"],
      ["- items/02.md # 已核\n", "- items/02.md # 已核\n      - items/03.md\n"],
    ],
  ],
  [
    "to an empty section",
    { path: "items/02.md", section: "通知", index: 0 },
    [
      ["      - items/02.md # 已核\n", ""],
      ["    items: []\n", "    items:\n      - items/02.md # 已核\n"],
    ],
  ],
];

describe.each([
  ["LF", (text: string) => text],
  ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
])("an item moved in a manifest with %s", (_, asFile) => {
  it.each(MOVES)("goes %s", (_name, move, expected) => {
    const wanted = expected.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, MANIFEST);
    expect(moveInManifest(asFile(MANIFEST), move)).toBe(asFile(wanted));
  });
});

it("leaves an empty list where the last item goes", () => {
  const text = "sections:\n  - name: 甲\n    items:\n      - a.md\n  - name: 乙\n    items:\n    - b.md\n";
  expect(moveInManifest(text, { path: "a.md", section: "乙", index: 1 })).toBe(
    "sections:\n  - name: 甲\n    items: []\n  - name: 乙\n    items:\n    - b.md\n    - a.md\n",
  );
});

it("keeps a comment that has no place in brackets, the document written anew", () => {
  const moved = moveInManifest(MANIFEST, { path: "items/02.md", section: "基层动态", index: 0 }) ?? "";
  expect(parse(moved).sections[1].items).toEqual(["items/02.md", "items/03.md", "items/04.md"]);
  for (const comment of ["# 本期由办公室编", "# 期号", "# 头条", "# 这篇先发", "# 已核"])
    expect(moved).toContain(comment);
});

it("knows no item that is not there", () => {
  expect(moveInManifest(MANIFEST, { path: "items/09.md", section: "通知", index: 0 })).toBeUndefined();
  expect(moveInManifest(MANIFEST, { path: "items/01.md", section: "无", index: 0 })).toBeUndefined();
});

const ITEM = "---\ntitle: 示例科协办讲座\n---\n\n讲座在示例市举办。\n";
const file = (text: string) => ({
  path: "issue.yaml",
  text,
  workspace: memoryWorkspace({
    "issue.yaml": text,
    ...Object.fromEntries(["01", "02", "03", "04"].map((name) => [`items/${name}.md`, ITEM])),
  }),
});

describe("a change of the manifest is read before it is written", () => {
  it("reads what the form shows", () => {
    expect(readDetails(MANIFEST)).toEqual({
      ...{ year: "2026", number: "3", total: "", date: "2026-03-16", from: "2026-03-01", to: "2026-03-15" },
      ...{ editor: "方砚秋", reviewer: "陶镕", approver: "" },
    });
    expect(readDetails("number: [")).toMatchObject({ number: "", editor: "" });
  });

  it.each([
    [{ number: "三" }],
    [{ number: "0" }],
    [{ date: "2026-02-30" }],
    [{ date: "" }],
    [{ number: "4", from: "2026-03-20" }],
    [{ to: "" }],
  ])("%o is refused in words", async (details) => {
    const outcome = await changeDetails(file(MANIFEST), details);
    expect(outcome).toHaveProperty("refused.problem.zh");
  });

  it("takes what will do", async () => {
    const outcome = await changeDetails(file(MANIFEST), { number: " 4 ", approver: "顾明澜" });
    const after = "changes" in outcome ? outcome.changes.get("issue.yaml")?.after : "";
    expect(after).toBe(
      MANIFEST.replace("number: 3", "number: 4").replace("陶镕}", "陶镕, approver: 顾明澜}"),
    );
  });

  it("changes nothing of a manifest that is no YAML", async () => {
    expect(await changeDetails(file("number: ["), { number: "4" })).toHaveProperty("refused");
    expect(
      await moveItem(file("number: ["), { path: "items/01.md", section: "通知", index: 0 }),
    ).toHaveProperty("refused");
  });
});
