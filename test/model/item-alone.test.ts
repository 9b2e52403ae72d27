/** The issue of one item: what of the whole stays, and its notes from 1. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { furnitureOf, showsContents } from "../../src/model/furniture.js";
import type { Issue, Item } from "../../src/model/issue.js";
import { itemAlone } from "../../src/model/item-alone.js";
import type { Block, Inline } from "../../src/model/text.js";
import { buildFixture, FIXTURES, soundFixtures } from "../built-fixtures.js";
import { at, issue, item, section } from "../html/sample-issue.js";

const span = { path: "a.md", start: 0, end: 1 };
const reference = (number: number): Inline => ({ kind: "note-reference", number, span });
const paragraph = (...children: Inline[]): Block => ({ kind: "paragraph", children, span });
const note = (number: number, ...children: Block[]) => ({ number, children, span });

/** Every reference of a block, wherever it stands. */
function referencesIn(value: unknown): readonly number[] {
  if (typeof value !== "object" || value === null) return [];
  if ("kind" in value && value.kind === "note-reference" && "number" in value) return [Number(value.number)];
  return Object.values(value).flatMap(referencesIn);
}

const noted = item("乙", {
  blocks: [
    paragraph({ kind: "strong", children: [reference(4)], span }),
    {
      kind: "table",
      columns: [undefined],
      header: [{ children: [reference(5)], span }],
      rows: [[{ children: [reference(4)], span }]],
      span,
    },
    {
      kind: "list",
      ordered: false,
      start: 1,
      items: [
        {
          children: [{ kind: "quote", children: [paragraph(reference(6))], span }],
          checked: undefined,
          span,
        },
      ],
      span,
    },
    { kind: "figure-row", figures: [], caption: { children: [reference(5)], span }, span },
  ],
  notes: [note(4, paragraph(reference(6))), note(5), note(6)],
});

it("counts notes from 1, in references wherever they stand, and leaves the issue as it was", () => {
  const whole = issue([section("甲", item("甲")), section("乙", item("另"), noted)]);
  const before = JSON.stringify(whole);
  const alone = itemAlone(whole, noted, "stem");
  const [only] = alone.sections[0]?.items ?? [];
  expect(alone.sections.map(({ name, items }) => [name.value, items.length])).toEqual([["乙", 1]]);
  expect(only?.notes.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(referencesIn(only?.blocks)).toEqual([1, 2, 1, 3, 2]);
  expect(referencesIn(only?.notes)).toEqual([3]);
  expect(JSON.stringify(whole)).toBe(before);
});

it("keeps masthead, marks and contact, and nothing of the issue as a whole", () => {
  const one = item("题");
  const whole: Issue = {
    ...issue([section("栏目", one), section("空")]),
    contents: at(true),
    editorsNote: { paragraphs: [], span },
    editorial: { editor: at("某人"), reviewer: undefined, approver: undefined },
    distribution: { report: [at("某机关")], send: [], issue: [], copies: at(20) },
  };
  const alone = itemAlone(whole, one, "题（某单位）");
  expect(alone.editorsNote).toBeUndefined();
  expect(furnitureOf(alone).imprint.empty).toBe(true);
  expect(showsContents(alone, { contents: { show: true, ownPage: false } })).toBe(false);
  expect(alone.slug.value).toBe("题（某单位）");
  const { imprint: _, ...kept } = furnitureOf(whole);
  expect(furnitureOf(alone)).toMatchObject(kept);
});

it("is of the issue's own items alone", () => {
  expect(() => itemAlone(issue([section("栏目", item("甲"))]), item("乙"), "乙")).toThrow("not an item");
});

describe.each(soundFixtures)("%s", (name) => {
  it("gives each item once, with the notes that its references call", async () => {
    const { issue: whole } = await buildFixture(name);
    if (whole === undefined) throw new Error(`${join(FIXTURES, name)} was not built`);
    const items: readonly Item[] = whole.sections.flatMap((each) => each.items);
    for (const each of items) {
      const [only] = itemAlone(whole, each, "x").sections.flatMap((alone) => alone.items);
      expect(only?.title).toEqual(each.title);
      const numbers = only?.notes.map(({ number }) => number) ?? [];
      expect(numbers).toEqual(each.notes.map((_, index) => index + 1));
      for (const called of referencesIn(only?.blocks)) expect(numbers).toContain(called);
    }
    expect(items.length).toBeGreaterThan(0);
  });
});
