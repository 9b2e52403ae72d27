/**
 * Sections stand in the order of the house's list. Source: the house's own list (bulletin.yaml,
 * sections). The fix moves whole entries of the manifest, with the comment lines directly above them.
 */
import type { TextEdit } from "../../diagnostics/diagnostic.js";
import type { Section } from "../../model/issue.js";
import { listedNames } from "../../model/listed-names.js";
import type { IssueRule } from "../rule.js";

export const sectionOrder: IssueRule = {
  id: "section/order",
  scope: "issue",
  severity: "error",
  fixable: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "栏目按本刊栏目表的顺序排列。",
    en: "Sections are in the order of the bulletin's list.",
  },
  why: {
    zh: "各期栏目顺序一致，读者翻开就知道往哪里看；顺序也体现内容的轻重，应由编辑部统一规定，不宜各期自行决定。",
    en: "With the same order in every issue readers know where to look, and the order shows what matters most; it should be decided for the bulletin as a whole, not for one issue.",
  },
  examples: [
    {
      name: { zh: "两个栏目颠倒", en: "Two sections the wrong way round" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 基层动态
    items: [items/02.md]
  # 头条
  - name: 科技交流
    items:
      - items/01.md
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:8:11"],
      fixed: `year: 2026
number: 3
date: 2026-03-16
sections:
  # 头条
  - name: 科技交流
    items:
      - items/01.md
  - name: 基层动态
    items: [items/02.md]
`,
    },
    {
      name: { zh: "写在一行里的栏目", en: "Sections written on one line" },
      files: {
        "issue.yaml": `year: 2026
number: 3
date: 2026-03-16
sections: [{name: 基层动态, items: [items/02.md]}, {name: 科技交流, items: [items/01.md]}]
`,
      },
      show: "issue.yaml",
      findings: ["issue.yaml:4:55"],
      fixed: `year: 2026
number: 3
date: 2026-03-16
sections: [{name: 科技交流, items: [items/01.md]}, {name: 基层动态, items: [items/02.md]}]
`,
    },
    {
      name: { zh: "本期没有的栏目可以跳过", en: "An issue may leave sections out" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 人才培育
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`,
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
  *check(issue, { house, sources }) {
    const ranks = new Map(house.sections.map((section, index) => [section.name.value, index]));
    const known = issue.sections.filter((section) => ranks.has(section.name.value));
    const rankOf = (section: Section) => ranks.get(section.name.value) ?? 0;
    const list = listedNames(house.sections.map(({ name }) => name.value));
    const highest: { section: Section | undefined } = { section: undefined };
    let fix = moveEntries(known, { rankOf, text: sources.get(issue.path) ?? "" });
    for (const section of known) {
      const before = highest.section;
      if (before === undefined || rankOf(section) >= rankOf(before)) {
        highest.section = section;
        continue;
      }
      yield {
        span: section.name.span,
        message: {
          zh: `“${section.name.value}”应排在“${before.name.value}”之前，这是本刊栏目表规定的顺序。`,
          en: `“${section.name.value}” comes before “${before.name.value}” in the bulletin's list of sections.`,
        },
        help: {
          zh: `本刊的栏目顺序：${list.zh}。`,
          en: `The order is: ${list.en}.`,
        },
        ...(fix === undefined ? {} : { fix }),
      };
      // One fix sorts all sections; the findings after the first are mended with it.
      fix = undefined;
    }
  },
};

interface EntryOrder {
  readonly rankOf: (section: Section) => number;
  readonly text: string;
}

/** @returns edits that put each entry's text where the sorted order wants it */
function moveEntries(sections: readonly Section[], { rankOf, text }: EntryOrder): TextEdit[] | undefined {
  const slots = sections.map((section) => entryExtent(section, text));
  const isApart = slots.every((slot, index) => slot.start >= (slots[index - 1]?.end ?? 0));
  if (!isApart) return undefined;
  const order = sections.map((_, index) => index);
  order.sort((a, b) => ranked(sections[a], rankOf) - ranked(sections[b], rankOf) || a - b);
  return slots.flatMap((slot, index) => {
    const source = slots[order[index] ?? index] ?? slot;
    if (source === slot) return [];
    const path = sections[index]?.span.path ?? "";
    return [{ span: { path, start: slot.start, end: slot.end }, text: text.slice(source.start, source.end) }];
  });
}

const ranked = (section: Section | undefined, rankOf: EntryOrder["rankOf"]): number =>
  section === undefined ? 0 : rankOf(section);

/** An entry without the white space behind it, with the comment lines directly above it. */
function entryExtent({ span }: Section, text: string): { start: number; end: number } {
  let end = span.start + text.slice(span.start, span.end).trimEnd().length;
  let start = span.start;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const indent = /^[ \t]*-[ \t]+$/.exec(text.slice(lineStart, start));
  if (indent === null) return { start, end };
  // A comment at the end of the entry's last line goes with it.
  end += /^[ \t]+#[^\r\n]*/.exec(text.slice(end, endOfLine(text, end)))?.[0].length ?? 0;
  // Slots begin behind the indent, so that the entry's own column stays.
  start = lineStart + (/^[ \t]*/.exec(indent[0])?.[0].length ?? 0);
  for (let line = lineStart; line > 0; ) {
    const above = text.lastIndexOf("\n", line - 2) + 1;
    const comment = /^([ \t]*)#/.exec(text.slice(above, line));
    if (comment === null) break;
    start = above + (comment[1]?.length ?? 0);
    line = above;
  }
  return { start, end };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
