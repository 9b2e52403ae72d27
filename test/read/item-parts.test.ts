/** What stands around an item's text, as it is read: editor's notes, attachments, signatures, with their faults. */
import { expect, describe as group, it, test } from "vitest";
import { copyLinesOf } from "../../src/check/copy-lines.js";
import type { EditorsNote } from "../../src/model/editors-note.js";
import type { Text } from "../../src/model/text.js";
import { describe, MANIFEST, printBlocks, readFiles } from "./reading.js";

const itemOf = (front: string) => `---\ntitle: 云湖区科协举办科普展\n${front}---\n\n活动顺利举办。\n`;

function readFront(front: string) {
  const text = itemOf(front);
  const reading = readFiles({ "items/01.md": text });
  const item = reading.issue?.sections[0]?.items[0];
  if (item === undefined) throw new Error("the item was not read");
  return { item, text, found: describe(reading.diagnostics, reading.sources), reading };
}

const linesOf = (note: EditorsNote | undefined) => printBlocks(note?.paragraphs ?? []);

/** how YAML writes a note, its paragraphs */
const NOTES: readonly (readonly [name: string, front: string, lines: readonly string[]])[] = [
  ["one line", "editors-note: 本期刊发三份倡议书。\n", ["p 本期刊发三份倡议书。"]],
  [
    "a block of two paragraphs",
    "editors-note: |\n  第一段。\n\n  第二段，用3种方法。\n",
    ["p 第一段。", "p 第二段，用3种方法。"],
  ],
  [
    "a block whose lines were wrapped",
    "editors-note: |\n    第一行，\n    第二行。\n",
    ["p 第一行，第二行。"],
  ],
  [
    "a folded block",
    "editors-note: >-\n  第一行，\n  第二行。\n\n  第二段。\n",
    ["p 第一行，第二行。", "p 第二段。"],
  ],
  ["a quoted value", 'editors-note: "第一段：甲。\\n第二段。"\n', ["p 第一段：甲。", "p 第二段。"]],
  ["single quotes", "editors-note: '甲: 乙''丙'\n", ["p 甲: 乙'丙"]],
  [
    "markup",
    "editors-note: |\n  **重点**在这里，见[说明](https://example.org)。\n",
    ["p <strong>重点</>在这里，见<https://example.org>说明</>。"],
  ],
  ["full-width digits and spaces", "editors-note: ２０２６ 年 3 月\n", ["p 2026年3月"]],
  ["nothing", "editors-note: |\n\n", []],
];

group("editor's notes", () => {
  it.each(NOTES)("%s", (_, front, lines) => {
    const { item, found } = readFront(front);
    expect(linesOf(item.editorsNote)).toEqual(lines);
    expect(found).toEqual([]);
  });

  it.each([
    ["编者按：本期。", "本期。"],
    ["编者按:本期。", "本期。"],
    ["编者按 本期。", "本期。"],
    ["【编者按】本期。", "本期。"],
    ["【编者按】：本期。", "本期。"],
    ["（编者按）本期。", "本期。"],
    ["[编者按]本期。", "本期。"],
    ["编 者 按：本期。", "本期。"],
    ["**编者按：**本期。", "本期。"],
    ["**编者按**：本期。", "本期。"],
    ["**编者按：本期**。", "<strong>本期</>。"],
    ["**编者按**　本期。", "本期。"],
    ["编者按语的写法各异。", "编者按语的写法各异。"],
    ["按照安排，本期。", "按照安排，本期。"],
    ["编者的话不多。", "编者的话不多。"],
    ["本期编者按：照旧。", "本期编者按：照旧。"],
  ])("%s is printed with its name once", (typed, words) => {
    const { item } = readFront(`editors-note: |\n  ${typed}\n`);
    expect(linesOf(item.editorsNote)).toEqual([`p ${words}`]);
  });

  it.each([
    ["编者的话：本期。", "编者的话：", "本期。"],
    ["**按语**：本期。", "**按语**：", "本期。"],
    ["【编者的话】　本期。", "【编者的话】　", "本期。"],
    ["编者按语\n\n  本期。", "编者按语\n\n  ", "本期。"],
    ["按：**本期**。", "按：", "<strong>本期</>。"],
    ["**编者的话：本期**。", "**编者的话：本期**。", "<strong>本期</>。"],
  ])("%s is printed with the usual name, and told", (typed, label, words) => {
    const { item, found } = readFront(`editors-note: |\n  ${typed}\n`);
    expect(linesOf(item.editorsNote)).toEqual([`p ${words}`]);
    expect(found).toEqual([`item/editors-note-label «${label}»`]);
  });

  it("takes a name on a line of its own away with its paragraph", () => {
    const { item } = readFront("editors-note: |\n  编者按\n\n  本期。\n");
    expect(linesOf(item.editorsNote)).toEqual(["p 本期。"]);
  });

  it("knows where in the file each character stands", () => {
    const { item, text } = readFront(
      "editors-note: |\n  【编者按】第一行，\n  用３种方法，**第二行**。\n\n  第二段。\n",
    );
    const texts = (item.editorsNote?.paragraphs ?? []).flatMap(({ children }) =>
      children.flatMap((inline): readonly Text[] =>
        inline.kind === "text"
          ? [inline]
          : "children" in inline
            ? inline.children.filter((child) => child.kind === "text")
            : [],
      ),
    );
    const typed = texts.map(({ value, span, offsets }) =>
      Array.from({ length: value.length }, (_, at) => text.charAt(offsets?.[at] ?? span.start + at)).join(""),
    );
    expect(typed).toEqual(["第一行，", "用３种方法，", "第二行", "。", "第二段。"]);
  });

  it.each([
    ["editors-note: |\n  - 甲\n  - 乙\n", ["item/front-matter «- 甲\n  - 乙\n»"]],
    ["editors-note: |\n  # 标题\n", ["item/front-matter «# 标题\n»"]],
    ["editors-note: |\n  甲[^1]。\n\n  [^1]: 注。\n", ["item/front-matter «[^1]»"]],
    ["editors-note: |\n  ![图](a.png)\n", ["item/front-matter «![图](a.png)\n»"]],
    ["editors-note: |\n  甲<b>乙</b>。\n", ["item/raw-html «<b>»"]],
    ["editors-note: [甲, 乙]\n", ["item/front-matter «[甲, 乙]»"]],
    [`editors-note: ${"长".repeat(2001)}\n`, [`item/front-matter «${"长".repeat(2001)}»`]],
  ])("%j is refused at its place", (front, expected) => {
    const { found } = readFront(front);
    expect(found.map((line) => line.replace(/\n»$/, "»"))).toEqual(
      expected.map((line) => line.replace(/\n»$/, "»")),
    );
  });

  it("is read from the manifest as well, and refused there at its place", () => {
    const sound = readFiles({
      "issue.yaml": MANIFEST.replace("sections:", "editors-note: |\n  编者按：**本期**三篇。\nsections:"),
    });
    expect(linesOf(sound.issue?.editorsNote)).toEqual(["p <strong>本期</>三篇。"]);
    const faulty = readFiles({
      "issue.yaml": MANIFEST.replace("sections:", "editors-note: |\n  > 引文。\nsections:"),
    });
    expect(describe(faulty.diagnostics, faulty.sources)).toEqual(["manifest/invalid-value «> 引文。»"]);
  });

  test("rules see its words as they were typed", () => {
    const { item, text } = readFront("editors-note: |\n  编者按：甲, 乙 2026 年。\n\n  **丙**:丁\n");
    const lines = copyLinesOf(item, text).filter(({ kind }) => kind === "editors-note");
    expect(lines.map((line) => line.text)).toEqual(["甲, 乙 2026 年。", "丙:丁"]);
  });
});

group("attachments", () => {
  it.each([
    ["attachments: [名单, 日程表]\n", ["名单", "日程表"]],
    ["attachments: 名单\n", ["名单"]],
    ["attachments:\n  - 1．名单\n  - 2. 日程表\n", ["名单", "日程表"]],
    ["attachments:\n  - 附件1：名单\n  - 附件２： 日程表\n", ["名单", "日程表"]],
    ["attachments: [附件一：名单, 附件二：日程表]\n", ["名单", "日程表"]],
    ["attachments: 附件：名单\n", ["名单"]],
    ["attachments: [2.5亿元项目表, 10.1号文]\n", ["2.5亿元项目表", "10.1号文"]],
    ["attachments: [附件2：名单]\n", ["附件2：名单"]],
    ["attachments: [（1）名单, 二、日程表, ③回执]\n", ["名单", "日程表", "回执"]],
    ["attachments: [1．名单, 3．日程表]\n", ["名单", "3．日程表"]],
    ["attachments: [（3）班名单]\n", ["（3）班名单"]],
    ["attachments: 1.名单；2.日程表\n", ["1.名单；2.日程表"]],
    ["attachments: []\n", []],
  ])("%j", (front, names) => {
    const { item, found } = readFront(front);
    expect((item.attachments ?? []).map(({ value }) => value)).toEqual(names);
    expect(found).toEqual([]);
  });

  it.each([
    ["attachments: {a: 1}\n", ["item/front-matter «{a: 1}»"]],
    ["attachments: [名单, ]\n", []],
    ["attachments:\n  - 名单\n  -\n", ["item/front-matter «»"]],
  ])("%j has the findings", (front, expected) => {
    expect(readFront(front).found).toEqual(expected);
  });
});

group("signatures", () => {
  const signedIn = (front: string) => {
    const { item, found } = readFront(front);
    const { signed } = item;
    const by = signed?.by.map(({ value }) => value);
    return { by, date: signed?.date?.value, found };
  };
  const date = { year: 2026, month: 3, day: 10 };

  it.each([
    ["signed: {by: 云湖区科协, date: 2026-03-10}\n", ["云湖区科协"], date],
    ["signed:\n  by: [甲县科协, 乙县科协]\n  date: 2026-03-10\n", ["甲县科协", "乙县科协"], date],
    ["signed: {by: 云湖区科协}\n", ["云湖区科协"], undefined],
  ])("%j", (front, by, day) => {
    expect(signedIn(front)).toEqual({ by, date: day, found: [] });
  });

  it.each([
    ["signed: {date: 2026-03-10}\n", ["item/front-matter «»"]],
    ["signed: {by: [], date: 2026-03-10}\n", ["item/front-matter «[]»"]],
    ["signed: {by: 云湖区科协, date: 2026年3月10日}\n", ["item/front-matter «2026年3月10日»"]],
    ["signed: {by: 云湖区科协, date: 2026-02-30}\n", ["item/front-matter «2026-02-30»"]],
    ["signed: {by: 云湖区科协, seal: true}\n", ["item/front-matter «seal»"]],
    ["signed: 云湖区科协\n", ["item/front-matter «云湖区科协»"]],
  ])("%j is refused", (front, found) => {
    expect(signedIn(front).found).toEqual(found);
  });
});
