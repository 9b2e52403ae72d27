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

const edited = (...given: Parameters<typeof setManifestValues>): string => {
  const after = setManifestValues(...given);
  if (typeof after !== "string") throw new Error(after.key);
  return after;
};

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
    expect(edited(asFile(MANIFEST), changes)).toBe(asFile(wanted));
  });
});

it.each([
  ["nothing", "period:", "period: {from: 2026-03-01, to: 2026-03-15}"],
  ["a comment", "period: # 收稿期", "period: {from: 2026-03-01, to: 2026-03-15} # 收稿期"],
  ["~", "period: ~", "period: {from: 2026-03-01, to: 2026-03-15}"],
])("puts parts where %s stands", (_, written, wanted) => {
  const changes = [
    { keys: ["period", "from"], value: "2026-03-01" },
    { keys: ["period", "to"], value: "2026-03-15" },
  ] as const;
  expect(edited(`number: 3\n${written}\nsections: []\n`, changes)).toBe(
    `number: 3\n${wanted}\nsections: []\n`,
  );
});

it("adds what has no place yet, a line each", () => {
  const text = "number: 3\ndate: 2026-03-16\nsections:\n  - name: 要闻\n    items: [items/01.md]";
  const after = edited(text, [
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
    { path: "items/01.md", section: "工作要闻" },
    [
      [
        "      # 这篇先发\n      - items/01.md\n      - items/02.md # 已核\n",
        "      - items/02.md # 已核\n      # 这篇先发\n      - items/01.md\n",
      ],
    ],
  ],
  [
    "within brackets, quotation marks kept",
    { path: "items/04.md", section: "基层动态", before: "items/03.md" },
    [["[items/03.md, 'items/04.md']", "['items/04.md', items/03.md]"]],
  ],
  [
    "from brackets to lines",
    { path: "items/03.md", section: "工作要闻" },
    [
      ["[items/03.md, 'items/04.md']", "['items/04.md']"],
      ["- items/02.md # 已核\n", "- items/02.md # 已核\n      - items/03.md\n"],
    ],
  ],
  [
    "to an empty section",
    { path: "items/02.md", section: "通知" },
    [
      ["      - items/02.md # 已核\n", ""],
      ["    items: []\n", "    items:\n      - items/02.md # 已核\n"],
    ],
  ],
];

/** Manifests by hand: groups parted by blank lines, comments behind keys, sections without items. */
const HANDMADE = `year:   2026
number: 3
sections:
  - name: 甲栏
    items: # 按序
      - items/01.md # 甲
  - name: 乙栏
    lead: 开头的话 # 照登
  - name: 丙栏
    items:   # 待补
  - name: 丁栏
    items: [] # 暂缺
  - name: 戊栏
    items:
      - items/02.md

      # 第二组
      - items/03.md # 乙

      - items/04.md
  - {name: 己栏, items: [items/05.md, "../shared/a.md"]}
  - name: 庚栏`;
const BY_HAND: typeof MOVES = [
  [
    "to a section without items, and leaves an empty one, comments kept",
    { path: "items/01.md", section: "乙栏" },
    [
      ["    items: # 按序\n      - items/01.md # 甲\n", "    items: [] # 按序\n"],
      ["# 照登\n", "# 照登\n    items:\n      - items/01.md # 甲\n"],
    ],
  ],
  [
    "to a section with nothing behind its colon",
    { path: "items/01.md", section: "丙栏" },
    [
      ["    items: # 按序\n      - items/01.md # 甲\n", "    items: [] # 按序\n"],
      ["    items:   # 待补\n", "    items:   # 待补\n      - items/01.md # 甲\n"],
    ],
  ],
  [
    "to an empty list with a comment",
    { path: "items/02.md", section: "丁栏" },
    [
      ["    items: [] # 暂缺\n", "    items: # 暂缺\n      - items/02.md\n"],
      ["      - items/02.md\n\n", "\n"],
    ],
  ],
  [
    "up over a blank line",
    { path: "items/04.md", section: "戊栏", before: "items/02.md" },
    [
      ["      - items/02.md\n", "      - items/04.md\n      - items/02.md\n"],
      ["# 乙\n\n      - items/04.md\n", "# 乙\n"],
    ],
  ],
  [
    "from behind a blank line to another list",
    { path: "items/03.md", section: "甲栏" },
    [
      ["      # 第二组\n      - items/03.md # 乙\n\n", ""],
      ["# 甲\n", "# 甲\n      # 第二组\n      - items/03.md # 乙\n"],
    ],
  ],
  [
    "to the last section, which has but a name",
    { path: "items/02.md", section: "庚栏" },
    [
      ["      - items/02.md\n\n", "\n"],
      ["  - name: 庚栏", "  - name: 庚栏\n    items:\n      - items/02.md\n"],
    ],
  ],
  [
    "from another folder",
    { path: "shared/a.md", section: "己栏", before: "items/05.md" },
    [['items/05.md, "../shared/a.md"', '"../shared/a.md", items/05.md']],
  ],
];

it("leaves a manifest alone where the item stands there already", () => {
  const move = { path: "items/03.md", section: "戊栏", before: "items/04.md" };
  expect(moveInManifest(HANDMADE, move)).toBe(HANDMADE);
  const onLines = HANDMADE.replace("items: [items/05.md,", "items: [ items/05.md,");
  expect(moveInManifest(onLines, { path: "items/04.md", section: "戊栏" })).toBe(onLines);
});

it("goes before the item that is named, whatever else is listed", () => {
  const text = "sections:\n  - name: 甲\n    items: [1.md, missing.md, 2.md, 3.md]\n";
  expect(moveInManifest(text, { path: "2.md", section: "甲" })).toContain("[1.md, missing.md, 3.md, 2.md]");
  expect(moveInManifest(text, { path: "3.md", section: "甲", before: "2.md" })).toContain(
    "missing.md, 3.md, 2.md]",
  );
  expect(moveInManifest(text, { path: "3.md", section: "甲", before: "9.md" })).toBeUndefined();
});

describe.each([
  ["LF", (text: string) => text],
  ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
])("an item moved in a handmade manifest with %s", (_, asFile) => {
  it.each(BY_HAND)("goes %s", (_name, move, expected) => {
    const wanted = expected.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, HANDMADE);
    expect(moveInManifest(asFile(HANDMADE), move, "issue")).toBe(asFile(wanted));
  });
});

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
  expect(moveInManifest(text, { path: "a.md", section: "乙" })).toBe(
    "sections:\n  - name: 甲\n    items: []\n  - name: 乙\n    items:\n    - b.md\n    - a.md\n",
  );
});

it("keeps a comment that has no place in brackets, the document written anew", () => {
  const moved =
    moveInManifest(MANIFEST, { path: "items/02.md", section: "基层动态", before: "items/03.md" }) ?? "";
  expect(parse(moved).sections[1].items).toEqual(["items/02.md", "items/03.md", "items/04.md"]);
  for (const comment of ["# 本期由办公室编", "# 期号", "# 头条", "# 这篇先发", "# 已核"])
    expect(moved).toContain(comment);
});

it("knows no item that is not there", () => {
  expect(moveInManifest(MANIFEST, { path: "items/09.md", section: "通知" })).toBeUndefined();
  expect(moveInManifest(MANIFEST, { path: "items/01.md", section: "无" })).toBeUndefined();
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

  it.each(["方砚秋", "[方砚秋]", "3", '""'])(
    "editorial: %s is left, and refused in words",
    async (written) => {
      const text = MANIFEST.replace(/editorial: .*/, `editorial: ${written}`);
      expect(await changeDetails(file(text), { reviewer: "陶镕" })).toHaveProperty(
        "refused.problem.zh",
        expect.stringContaining("editorial"),
      );
    },
  );

  it("takes what will do", async () => {
    const outcome = await changeDetails(file(MANIFEST), { number: " 4 ", approver: "顾明澜" });
    const after = "changes" in outcome ? outcome.changes.get("issue.yaml")?.after : "";
    expect(after).toBe(
      MANIFEST.replace("number: 3", "number: 4").replace("陶镕}", "陶镕, approver: 顾明澜}"),
    );
  });

  it("changes nothing of a manifest that is no YAML", async () => {
    expect(await changeDetails(file("number: ["), { number: "4" })).toHaveProperty("refused");
    expect(await moveItem(file("number: ["), { path: "items/01.md", section: "通知" })).toHaveProperty(
      "refused",
    );
  });
});
