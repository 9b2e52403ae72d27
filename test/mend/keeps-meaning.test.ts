/** The law of mending, edit by edit: what it lets pass and what it refuses. */
import "../with-parser.js";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/diagnostics/apply-edits.js";
import type { TextEdit } from "../../src/diagnostics/diagnostic.js";
import { type FileReading, keepsMeaning } from "../../src/mend/keeps-meaning.js";
import { readSubmission } from "../../src/read/read-submission.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const PATH = "items/01.md";
const HEAD = "---\ntitle: 示例市科协举办学术交流会\nsource: 云湖区科协\n---\n\n";

function readingOf(text: string): FileReading {
  if (!text.trimStart().startsWith("---")) return { path: "issue.yaml", text, item: undefined };
  return { path: PATH, text, item: readSubmission(PATH, memoryWorkspace({ [PATH]: text })).item };
}

/** @param marked text in which each edit is written `⟦what stands there→what shall stand there⟧` */
function isKept(marked: string, { restructures = false, head = HEAD } = {}): boolean {
  const edits: TextEdit[] = [];
  let before = "";
  let from = 0;
  const text = head + marked;
  for (const match of text.matchAll(/⟦([^→⟧]*)→([^⟧]*)⟧/g)) {
    before += text.slice(from, match.index);
    const [whole, old = "", words = ""] = match;
    edits.push({ span: { path: PATH, start: before.length, end: before.length + old.length }, text: words });
    before += old;
    from = match.index + whole.length;
  }
  before += text.slice(from);
  const after = applyEdits(before, edits);
  return keepsMeaning({ before: readingOf(before), after: readingOf(after), edits, restructures });
}

describe("an item keeps its meaning", () => {
  it.each([
    ["a word replaced by another", "请⟦登陆→登录⟧平台。"],
    ["a blank gone beside a mark", "会议⟦ →⟧，**要求**⟦ →⟧，落实。"],
    ["a blank gone between two bolds, with their marks", "**一是。⟦** **→⟧二是。**"],
    ["a unit at the end taken away with its paragraph", "会议举办。\n\n⟦（云湖区科协）→⟧\n"],
    [
      "marks in a cell, a caption, a note",
      '| 甲⟦,→，⟧乙 |\n| - |\n\n![图](a.png "题⟦,→，⟧注")\n\n甲[^1]\n\n[^1]: 注⟦,→，⟧文',
    ],
    ["line breaks joined", "活动\n> 引文⟦\n> →⟧又一行"],
    ["full-width letters as half-width ones", "第⟦２６→26⟧届"],
    ["an escaped mark put in", "甲⟦→\\*⟧乙"],
  ])("%s", (_, marked) => {
    expect(isKept(marked)).toBe(true);
  });

  it.each([
    ["a value's last mark", "---\ntitle: 会议举办⟦。→⟧\n---\n"],
    ["marks in a quoted value", '---\ntitle: "会议⟦,→，⟧举办"\n---\n'],
    ["a key's capitals, where its value stays a value", "---\ntitle: 甲乙\n⟦Date→date⟧: 2026-03-16\n---\n"],
  ])("in its head: %s", (_, marked) => {
    expect(isKept(`${marked}\n正文。`, { head: "" })).toBe(true);
  });
});

describe("an item does not keep its meaning", () => {
  it.each([
    ["bold that comes loose", "**抓落实**⟦ →⟧**。**乙"],
    ["bold that begins elsewhere", "*甲⟦→ ⟧*乙*丙*"],
    ["a mark that becomes emphasis", "3 *⟦ →⟧4* 5"],
    ["a line that becomes a list", "⟦一→-⟧ 甲"],
    ["a line that becomes a heading", "⟦→# ⟧甲"],
    ["two paragraphs melted", "甲。⟦\n\n→⟧乙。"],
    ["one paragraph parted", "甲。⟦→\n\n⟧乙。"],
    ["text that becomes code", "甲\n\n⟦→    ⟧乙"],
    ["text that becomes a link", "[甲]⟦ →⟧(乙)"],
    ["text that becomes a picture", "![图](图⟦ →⟧1.png)"],
    ["text that becomes a note", "甲[^1]\n\n[^1]: 注\n\n乙\n[^2]⟦ →⟧: 丙"],
    ["a table that loses a cell", "| 甲 ⟦| →⟧乙 |\n| - | - |\n| 1 | 2 |"],
    ["an address that swallows a word", "见https://example.org/a⟦，→,⟧b处"],
    ["a word hidden in a comment", "甲⟦→<!--⟧乙-->丙"],
    ["a word that is put in and not printed", "甲⟦→<!-- 乙 -->⟧丙"],
    ["a code fence that opens", "甲\n\n⟦''→``⟧`\n\n乙"],
    ["a list that counts from another number", "⟦3→4⟧. 甲"],
    ["an address of a link changed", "[甲](https://example.org/⟦a→b⟧)"],
  ])("%s", (_, marked) => {
    expect(isKept(marked)).toBe(false);
  });

  it.each([
    ["a value cut short by a comment", "---\ntitle: 甲⟦→ #⟧乙\n---\n"],
    ["a value that becomes a key", "---\ntitle: 甲⟦：→: ⟧乙\n---\n"],
    ["a value that loses its quote", '---\ntitle: "甲乙⟦"→⟧\n---\n'],
    ["a key that becomes another", "---\ntitle: 甲乙\n⟦sorce→source⟧: 云湖区科协\n---\n"],
    ["a head that is none any more", "⟦→\n⟧---\ntitle: 甲乙\n---\n"],
  ])("in its head: %s", (_, marked) => {
    expect(isKept(`${marked}\n正文。`, { head: "" })).toBe(false);
  });
});

describe("edits that are meant to change the structure", () => {
  it.each([
    ["may part paragraphs", "甲。⟦\n→\n\n⟧乙。"],
    ["may make a table", "⟦→| ⟧甲⟦\t→ | ⟧乙⟦→ |\n| - | - |⟧\n⟦→| ⟧1⟦\t→ | ⟧2⟦→ |⟧"],
    ["may make a heading", "##⟦→ ⟧甲"],
    ["may take up bold", "**甲⟦ →⟧**乙"],
    ["may write a block anew", "⟦甲*\t乙~\n丙\t丁→| 甲* | 乙~ |\n| - | - |\n| 丙 | 丁 |⟧"],
    ["may make a picture", '![图]⟦（图 1.png “题”）→(<图 1.png> "题")⟧'],
    ["may make a link", "[甲]⟦（→(⟧https://example.org/a⟦）→)⟧"],
  ])("%s", (_, marked) => {
    expect(isKept(marked)).toBe(false);
    expect(isKept(marked, { restructures: true })).toBe(true);
  });

  it.each([
    ["lose a letter", "甲。⟦\n→\n\n[x]: ⟧乙"],
    ["change a letter", "甲。⟦\n→\n\n丙⟧乙"],
    ["change places", "⟦甲。\n乙。→乙。\n\n甲。⟧"],
    ["lose what an address says", "[甲](https://example.org/⟦a→⟧)"],
    ["print a mark that was none", "**甲⟦→ ⟧**乙"],
    ["print a mark that they bring", "甲⟦\t→ | ⟧乙"],
  ])("may not %s", (_, marked) => {
    expect(isKept(marked, { restructures: true })).toBe(false);
  });

  it("may make a head of what was none", () => {
    const late = "⟦\n→⟧---\ntitle: 甲乙\nsource: 云湖区科协\n---\n\n正文。\n";
    expect(isKept(late, { head: "" })).toBe(false);
    expect(isKept(late, { head: "", restructures: true })).toBe(true);
    const lossy = "⟦\n→⟧---\ntitle: 甲乙 #1\n---\n\n正文。\n";
    expect(isKept(lossy, { head: "", restructures: true })).toBe(false);
  });
});

describe("a manifest", () => {
  it.each([
    ["a key in other letters", "⟦Number→number⟧: 3\nsections: [甲]\n"],
    ["a number without its words", "number: ⟦第3期→3⟧\n"],
    ["quotes taken away", 'number: ⟦"3"→3⟧\n'],
  ])("keeps what it says: %s", (_, marked) => {
    expect(isKept(marked, { head: "" })).toBe(true);
  });

  it.each([
    ["a value that becomes a list", "number: ⟦→[⟧3⟦→]⟧\n"],
    ["a value that falls out", "number: 3\n⟦→#⟧total: 5\n"],
    ["YAML that is none any more", 'number: ⟦→"⟧3\n'],
  ])("does not: %s", (_, marked) => {
    expect(isKept(marked, { head: "" })).toBe(false);
  });

  it("may have entries change places, whole", () => {
    const moved = "sections:\n  - ⟦name: 甲→name: 乙⟧\n  - ⟦name: 乙→name: 甲⟧\n";
    const lost = "sections:\n  - ⟦name: 甲→name: 乙⟧\n  - ⟦name: 乙→name: 乙⟧\n";
    expect(isKept(moved, { head: "", restructures: true })).toBe(true);
    expect(isKept(lost, { head: "", restructures: true })).toBe(false);
  });
});
