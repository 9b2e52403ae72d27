/** A title is judged and mended in whatever form YAML writes it, and so are source and summary. */
import { expect, it } from "vitest";
import { fix } from "../../src/fix.js";
import { lint } from "../../src/lint.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const PATH = "items/01.md";
const target = { kind: "submission", path: PATH } as const;
const itemOf = (front: string) => `---\n${front}\n---\n\n3月10日，活动举办，观众踊跃。\n`;

/** front matter as typed, `rule «characters»` of the findings in it, front matter after --fix */
const FORMS: readonly (readonly [string, readonly string[], string])[] = [
  [
    'title: "市科技馆\\"科学之夜\\"人气旺,参观 3600 人"',
    ['text/straight-quote «\\"»', "text/half-width-mark «,»", "text/space-between-cjk-and-latin « »"],
    'title: "市科技馆“科学之夜”人气旺，参观 3600人"',
  ],
  [
    "title: '市科技馆''科学之夜''人气旺,参观3600人。'",
    ["text/straight-quote «''»", "text/half-width-mark «,»", "item/title-punctuation «。»"],
    "title: '市科技馆“科学之夜”人气旺，参观3600人'",
  ],
  [
    'title: "\\u5e02科技馆举办科学之夜\\x2c参观3600人"',
    ["text/half-width-mark «\\x2c»"],
    'title: "\\u5e02科技馆举办科学之夜，参观3600人"',
  ],
  [
    "title: >-\n  市科技馆举办科学之夜,\n  参观3600人",
    ["text/half-width-mark «,»"],
    "title: >-\n  市科技馆举办科学之夜，\n  参观3600人",
  ],
  [
    "title: |\n  市科技馆举办科学之夜,\n  参观3600 人",
    ["text/half-width-mark «,»", "text/space-between-cjk-and-latin « »"],
    "title: |\n  市科技馆举办科学之夜，\n  参观3600人",
  ],
  [
    "title: 市科技馆举办科学之夜,\n  参观3600人",
    ["text/half-width-mark «,»"],
    "title: 市科技馆举办科学之夜，\n  参观3600人",
  ],
  [
    "title: 市科技馆举办科学之夜\nsource: \"示例市科技馆(展览部)\"\nsummary: '市科技馆''之夜'',人多。'",
    ["text/half-width-mark «(»", "text/straight-quote «''»"],
    "title: 市科技馆举办科学之夜\nsource: \"示例市科技馆（展览部）\"\nsummary: '市科技馆“之夜”，人多。'",
  ],
  ['title: 市科技馆举办"科学之夜"', ['text/straight-quote «"»'], "title: 市科技馆举办“科学之夜”"],
];

it.each(FORMS)("%j", async (front, found, after) => {
  const workspace = memoryWorkspace({ [PATH]: itemOf(front) });
  const { diagnostics, sources } = await lint(target, workspace);
  const source = sources.get(PATH) ?? "";
  const own = diagnostics.filter(
    ({ rule, span }) => /^text\/|punctuation/.test(rule) && span.start < source.indexOf("\n---\n\n"),
  );
  expect(own.map(({ rule, span }) => `${rule} «${source.slice(span.start, span.end)}»`)).toEqual(found);
  expect((await fix(target, workspace)).changes.get(PATH)?.after).toBe(itemOf(after));
});

it.each(FORMS)("with CRLF: %j", async (front, _, after) => {
  const windows = (text: string) => text.replaceAll("\n", "\r\n");
  const { changes } = await fix(target, memoryWorkspace({ [PATH]: windows(itemOf(front)) }));
  expect(changes.get(PATH)?.after).toBe(windows(itemOf(after)));
});
