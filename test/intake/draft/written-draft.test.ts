/**
 * The Markdown of a draft, judged by the project's own reader of items: whatever a manuscript says, the item says the
 * same; and each of its words is told at the paragraph and column that it came from.
 */
import "../../with-parser.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideItems, type KnownHouse } from "../../../src/intake/decide/decide-items.js";
import type { DraftBlock, DraftItem } from "../../../src/intake/draft/draft-item.js";
import { nameTest } from "../../../src/intake/draft/draft-names.js";
import { placeInManuscript } from "../../../src/intake/draft/place-map.js";
import { writeDraft } from "../../../src/intake/draft/write-draft.js";
import type { Manuscript } from "../../../src/intake/manuscript.js";
import { manuscriptText } from "../../../src/intake/manuscript-text.js";
import { joinWords, type MarkedText, plainWords, UNMARKED } from "../../../src/intake/marked-text.js";
import { plainText, plainTextOfBlocks } from "../../../src/model/plain-text.js";
import type { Block, Inline } from "../../../src/model/text.js";
import { normaliseWords } from "../../../src/read/markdown/normalise-line.js";
import { readSubmission } from "../../../src/read/read-submission.js";
import { memoryWorkspace } from "../../../src/read/workspace.js";
import { buildManuscript } from "../manuscript-builder.js";

const HOUSE: KnownHouse = { units: [], sections: ["基层动态"], year: 2026, date: undefined };
const OPTIONS = { number: 1, pictureFolder: "../images/", isTaken: () => false };

const EMPTY: DraftItem = {
  path: "来稿.docx",
  name: "来稿.docx",
  title: [],
  source: undefined,
  submitter: undefined,
  date: undefined,
  section: undefined,
  blocks: [],
  notes: [],
  pictures: [],
  decisions: [],
  notices: [],
};

function draftsOf(manuscript: Manuscript): readonly DraftItem[] {
  const submission = {
    path: "a",
    mail: undefined,
    manuscripts: [manuscript],
    loosePictures: [],
    notices: [],
  };
  return decideItems(submission, HOUSE);
}

const read = (text: string) => readSubmission("items/01.md", memoryWorkspace({ "items/01.md": text }));

const words = (text: string, marks: Partial<typeof UNMARKED> = {}, from = 0): MarkedText => ({
  text,
  marks: Array.from({ length: text.length }, () => ({ ...UNMARKED, ...marks })),
  places: Array.from({ length: text.length }, (_, at) => from + at),
});

/** Unbroken, blanks as the reader leaves them. */
const said = (text: string) => normaliseWords(text.replace(/[\t\n]/g, " ")) ?? "";

const SIGNS = [
  ..."*_`#>|[]~\\<&!-+.():$^=\"'/:;@{}0123456789abAB",
  "　",
  " ",
  "。",
  "，",
  "“",
  "”",
  "（",
  "）",
  "《",
  "云",
  "岭",
  "科",
  "协",
  "\t",
];
const TRAPS = [
  "1. ",
  "- ",
  "+ ",
  "## ",
  "> ",
  "---",
  "***",
  "___",
  "```",
  "~~~",
  "===",
  ":::",
  "[^1]",
  "[x](y)",
  "![a](b)",
  "[a]: b",
  "&nbsp;",
  "&#65;",
  "<br>",
  "<!-- a -->",
  "https://example.org/a_b*c",
  "www.example.org/x",
  "a_b@example.org",
  "**",
  "__",
  "~~",
  "\\",
  "[1]",
  "[1][2]",
  "|",
  "--- | ---",
  "#",
  " #",
  "100*80*60",
  "138****5678",
  "$a_1$",
  "http://",
  "2026年",
  "$$",
  "[ ] ",
];
const aText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...SIGNS) }, fc.constantFrom(...TRAPS)), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => parts.join("").replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ""))
  .filter((text) => text !== "");
const aMark = fc.constantFrom(
  {},
  {},
  { isBold: true },
  { isItalic: true },
  { isStruck: true },
  { isBold: true, isItalic: true },
);
const someWords = fc
  .array(fc.tuple(aText, aMark), { minLength: 1, maxLength: 4 })
  .map((parts) => joinWords(parts.map(([text, marks]) => words(text, marks))));

const blocksOf = (blocks: readonly DraftBlock[]): readonly Block[] => {
  const { text } = writeDraft({ ...EMPTY, blocks, title: [words("标题")] }, OPTIONS);
  return read(text).item?.blocks ?? [];
};

const runs = { numRuns: 300, seed: 20261127 };

describe("the words of any manuscript", () => {
  const around: readonly DraftBlock[] = [{ kind: "paragraph", words: words("前面一段。") }];

  it("are those of the paragraph", () => {
    fc.assert(
      fc.property(someWords, someWords, (one, other) => {
        const blocks = blocksOf([
          ...around,
          { kind: "paragraph", words: one },
          { kind: "paragraph", words: other },
        ]);
        expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph", "paragraph"]);
        expect(blocks.map((block) => plainTextOfBlocks([block]))).toEqual([
          "前面一段。",
          said(one.text),
          said(other.text),
        ]);
      }),
      runs,
    );
  });

  it("are those of the heading", () => {
    fc.assert(
      fc.property(someWords, (one) => {
        const blocks = blocksOf([...around, { kind: "heading", level: 1, words: one }]);
        expect(blocks.map((block) => `${block.kind} ${plainTextOfBlocks([block])}`)).toEqual([
          "paragraph 前面一段。",
          `heading ${said(one.text)}`,
        ]);
      }),
      runs,
    );
  });

  it("are those of the list", () => {
    fc.assert(
      fc.property(fc.array(someWords, { minLength: 1, maxLength: 4 }), fc.boolean(), (entries, isOrdered) => {
        const list = {
          kind: "list",
          isOrdered,
          start: 1,
          entries: entries.map((one) => ({ words: one, depth: 0 })),
        } as const;
        const [, block, ...more] = blocksOf([...around, list]);
        expect(more).toEqual([]);
        expect(
          block?.kind === "list" ? block.items.map((item) => plainTextOfBlocks(item.children)) : block,
        ).toEqual(entries.map(({ text }) => said(text)));
        expect(block?.kind === "list" && block.items.every(({ checked }) => checked === undefined)).toBe(
          true,
        );
      }),
      runs,
    );
  });

  it("are those of the table", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(someWords, someWords), { minLength: 2, maxLength: 4 }), (rows) => {
        const [, block] = blocksOf([...around, { kind: "table", rows }]);
        const cells =
          block?.kind === "table"
            ? [block.header, ...block.rows].map((row) => row.map(({ children }) => plainText(children)))
            : block;
        expect(cells).toEqual(rows.map((row) => row.map(({ text }) => said(text))));
      }),
      runs,
    );
  });

  it("are those of the caption and the title", () => {
    fc.assert(
      fc.property(
        aText.filter((text) => said(text) !== "decorative"),
        (text) => {
          const picture = {
            key: "p",
            picture: {
              name: "a.jpg",
              bytes: new Uint8Array([0xff, 0xd8]),
              description: undefined,
              widthMm: undefined,
            },
          };
          const draft = {
            ...EMPTY,
            title: [words(text)],
            pictures: [picture],
            blocks: [{ kind: "figure", picture: "p", caption: words(text) } as const],
          };
          const { item } = read(writeDraft(draft, OPTIONS).text);
          expect(item?.title.map(({ value }) => value)).toEqual([said(text)]);
          expect(
            item?.blocks.map((block) =>
              block.kind === "figure"
                ? [block.caption, block.alt, block.destination.value.startsWith("../images/01-")]
                : block,
            ),
          ).toEqual([[said(text), "", true]]);
        },
      ),
      runs,
    );
  });

  it("are those of a title of two lines, of unit and sender", () => {
    fc.assert(
      fc.property(aText, aText, (one, other) => {
        const draft = {
          ...EMPTY,
          title: [words(one), words(other)],
          source: one,
          submitter: { name: other, phone: undefined, email: one },
        };
        const { item } = read(writeDraft(draft, OPTIONS).text);
        expect(item?.title.map(({ value }) => value)).toEqual([said(one), said(other)]);
        expect(item?.submitter?.name?.value).toBe(other);
      }),
      runs,
    );
  });

  it("are those of a link whose words would call a note, and of an address behind marks", () => {
    const line = joinWords([
      words("^1", { link: "https://example.org/a" }),
      words("www.example.org/b_c_d"),
      words("4", { isStruck: true }),
      words("www.example.org/x*6*"),
    ]);
    const { text } = writeDraft(
      { ...EMPTY, title: [words("标题")], blocks: [{ kind: "paragraph", words: line }] },
      OPTIONS,
    );
    expect(plainTextOfBlocks(read(text).item?.blocks ?? [])).toBe(line.text);
  });

  it("are those of links and notes", () => {
    fc.assert(
      fc.property(aText, aText, aText, (front, label, note) => {
        const call = {
          ...words("\uFFFC"),
          marks: [{ ...UNMARKED, object: { kind: "note", key: "n" } as const }],
        };
        const line = joinWords([
          words(front),
          words(label, { link: "https://example.org/a(b)?c=1&copy;" }),
          call,
          words(front),
        ]);
        const { text } = writeDraft(
          {
            ...EMPTY,
            title: [words("标题")],
            blocks: [{ kind: "paragraph", words: line }],
            notes: [{ key: "n", words: words(note) }],
          },
          OPTIONS,
        );
        const { item } = read(text);
        expect(plainTextOfBlocks(item?.blocks ?? [])).toBe(said(`${front}${label}${front}`));
        expect(item?.notes.map(({ children }) => plainTextOfBlocks(children))).toEqual([said(note)]);
      }),
      runs,
    );
  });
});

describe("marks", () => {
  const strong = (inlines: readonly Inline[]): readonly string[] =>
    inlines.flatMap((inline) =>
      inline.kind === "strong"
        ? [plainText(inline.children)]
        : "children" in inline
          ? strong(inline.children)
          : [],
    );

  it.each([
    ["**会议指出，**各部门抓好落实。", ["会议指出，"]],
    ["会议**强调**三点。", ["强调"]],
    ["会议要求**“三个到位”**和**《方案》**。", ["《方案》"]],
    ["**甲****乙**丙", ["甲乙"]],
    ["推进**AI**建设", ["AI"]],
  ])("%s", (line, expected) => {
    const [draft] = draftsOf(buildManuscript(`{c 22}云岭区科协举办春季科普展\n${line}`));
    const [block] = blocksOf(draft?.blocks ?? []);
    expect(block?.kind === "paragraph" ? strong(block.children) : block).toEqual(expected);
  });
});

it("links lead where they led", () => {
  const [draft] = draftsOf(
    buildManuscript(
      "{c 22}云岭区科协举办春季科普展\n详见<https://example.org/a|活动主页>，<https://example.org/b|https://example.org/b>，<javascript:x|别点>。",
    ),
  );
  const { text } = writeDraft(draft ?? EMPTY, OPTIONS);
  expect(text).toContain("详见[活动主页](https://example.org/a)，<https://example.org/b>，别点。");
});

it("a draft as a whole", () => {
  const [draft] = draftsOf(
    buildManuscript(`
{c 22}云岭区科协: 举办春季科普展
{c 22}——“走近 #科学”
2026年3月12日，云岭区科协举办展览*，参观3~5场[注1]。
一、主要做法
{•}社区
| 日期 | 地点 |
| 3月12日 | 甲|乙 |
{c}[图1]
{c}图为“现场”
居民反映良好。（云岭区科协 张三）
* 注1：据统计。`),
  );
  const { fileName, text, pictures } = writeDraft(draft ?? EMPTY, OPTIONS);
  expect(fileName).toBe("01-云岭区科协举办春季科普展走近科学.md");
  expect(pictures.map((picture) => picture.fileName)).toEqual(["01-云岭区科协举办春季科普展走近科学-1.jpg"]);
  expect(text).toBe(`---
title: |
  云岭区科协: 举办春季科普展
  ——“走近 #科学”
source: 云岭区科协
date: 2026-03-12
submitter:
  name: 张三
---

2026年3月12日，云岭区科协举办展览\\*，参观3~5场[^1]。

## 一、主要做法

- 社区

| 日期 | 地点 |  |
| --- | --- | --- |
| 3月12日 | 甲 | 乙 |

![](../images/01-云岭区科协举办春季科普展走近科学-1.jpg "图为“现场”")

居民反映良好。

[^1]: 据统计。
`);
  expect(read(text).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("each word is told at its paragraph and column", () => {
  const manuscript = buildManuscript(`
附件1
{c 22}云岭区科协举办春季科普展

　　3月12日，云岭区*科协*举办展览，\\u{200b}**居民参观**。⏎　　展览三天⏎长。
{n=1.}2026年抓好阵地。
| 日期 | 地点 |
| 3月12日 | 青山 |
（云岭区科协）`);
  const source = manuscriptText(manuscript).text;
  const [draft] = draftsOf(manuscript);
  const { text, places } = writeDraft(draft ?? EMPTY, OPTIONS);
  for (const word of [
    "云岭区科协举办春季科普展",
    "3月12日，云岭区",
    "居民参观",
    "展览三天",
    "长。",
    "2026年抓好",
    "青山",
    "日期",
  ]) {
    const at = placeInManuscript(places, text.indexOf(word));
    expect(source.slice(at, (at ?? 0) + word.length), word).toBe(word);
  }
  expect(placeInManuscript(places, text.indexOf("\\*"))).toBe(source.indexOf("*"));
  expect(placeInManuscript(places, 0)).toBeUndefined();
});

describe("names", () => {
  const named = (title: string, taken: readonly string[] = []) =>
    writeDraft(
      { ...EMPTY, title: title === "" ? [] : [words(title)] },
      { ...OPTIONS, number: 7, isTaken: nameTest(taken) },
    ).fileName;

  it.each([
    ["云岭区科协举办“春季”科普展", "07-云岭区科协举办春季科普展.md"],
    ["AI: from A to Z / 云岭", "07-AI-from-A-to-Z云岭.md"],
    ["con", "07-con.md"],
    ["", "07-来稿.md"],
    ["？！", "07-来稿.md"],
    ["云岭区科学技术协会联合青山街道举办春季科普展览", "07-云岭区科学技术协会联合青山街道举办春.md"],
    ["𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家", "07-𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家.md"],
  ])("%s", (title, name) => {
    expect(named(title)).toBe(name);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(80);
  });

  it("are unique", () => {
    expect(named("AI展", ["07-ai展.md", "07-AI展-2.md"])).toBe("07-AI展-3.md");
  });
});

it("says the same twice, and nothing of marks in plain words", () => {
  const draft = {
    ...EMPTY,
    title: [words("标题")],
    blocks: [{ kind: "paragraph", words: words("云岭") } as const],
  };
  expect(writeDraft(draft, OPTIONS)).toEqual(writeDraft(draft, OPTIONS));
  expect(plainWords(words("云岭"))).toBe("云岭");
});

describe("attachments and the signature of an official text", () => {
  const names = ["结对学校名单", "日程表: 4月", "#3"];

  it.each([
    [["云岭区科协"], { year: 2026, month: 3, day: 10 }],
    [["云岭区科协", "云岭区教育局: 基础教育科"], undefined],
  ])("are read back as %j, %j", (by, date) => {
    const { text } = writeDraft(
      {
        ...EMPTY,
        title: [words("倡议书")],
        attachments: names.map((name) => words(name)),
        signed: { by, date },
        blocks: [{ kind: "paragraph", words: words("正文。") }],
      },
      OPTIONS,
    );
    const { item, diagnostics } = read(text);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(item?.attachments?.map(({ value }) => value)).toEqual(names);
    expect(item?.signed?.by.map(({ value }) => value)).toEqual(by);
    expect(item?.signed?.date?.value).toEqual(date);
    expect(text).not.toContain("source:");
  });
});

it("an alternative text that a person wrote is kept, whatever signs are in it", () => {
  const alt = "听众[前排]*甲*\\与&amp;乙";
  const { text } = writeDraft(
    {
      ...EMPTY,
      title: [words("讲座")],
      blocks: [{ kind: "figure", picture: "p1", caption: undefined, alt }],
      pictures: [
        {
          key: "p1",
          picture: { name: "a.png", bytes: new Uint8Array(), description: alt, widthMm: undefined },
        },
      ],
    },
    OPTIONS,
  );
  const [figure] = read(text).item?.blocks ?? [];
  expect(figure?.kind === "figure" && figure.alt).toBe(alt);
});
