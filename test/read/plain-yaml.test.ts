/** The nodes of plain heads are the parser's own, to the last offset, or are not made at all. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Document, parseDocument, type YAMLMap } from "yaml";
import { parsePlainYaml } from "../../src/read/plain-yaml.js";

const parsed = (text: string) =>
  parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: false, resolveKnownTags: false });

/** What is ever read of a node. */
const told = (map: unknown) => {
  const { items, range } = map as YAMLMap<Node, Node>;
  const scalar = ({ value, range, source, type, anchor, tag }: Node) => ({
    value,
    range,
    source,
    type,
    anchor,
    tag,
  });
  return {
    range,
    items: items.map(({ key, value }) => [scalar(key), value === null ? null : scalar(value)]),
  };
};
type Node = Record<"value" | "range" | "source" | "type" | "anchor" | "tag", unknown>;

const expectSame = (text: string) => {
  const plain = parsePlainYaml(text);
  const document = parsed(text);
  expect(document.errors).toEqual([]);
  expect(document.warnings).toEqual([]);
  expect(told(plain)).toEqual(told(document.contents));
  expect(plain?.toJS(new Document())).toEqual(document.toJS());
};

describe("keys with words", () => {
  test.each([
    ["a title and a unit", "title: 协会召开例会\nsource: 学术部\n"],
    ["no last line end", "title: 协会召开例会"],
    ["CRLF", "title: 协会召开例会\r\nsource: 学术部\r\n"],
    ["a day", "title: 例会\ndate: 2026-03-16\n"],
    ["a key of two words", "editors-note: 编者按的话。\n"],
    ["marks and letters amid the words", "title: “AI+”进校园，第2场 (2026) 50%；\"甲\"与'乙'\n"],
    ["digits and letters in front", "title: 5月8日召开例会\nsource: AI研究院\n"],
    ["signs that begin something only in front", "title: 甲 - 乙 ? 丙\n"],
  ])("%s", (_name, text) => {
    expect(parsePlainYaml(text)).toBeDefined();
    expectSame(text);
  });

  test.each([
    ["nothing", ""],
    ["a number", "title: 2026\n"],
    ["a day that goes on", "title: 2026-03-16起\n"],
    ["a word of YAML's own", "title: null\n"],
    ["quotes", 'title: "例会"\n'],
    ["a colon and a blank", "title: 例会: 甲\n"],
    ["a colon", "title: 例会:甲\n"],
    ["a comment", "title: 例会 # 二稿\n"],
    ["a blank at the end", "title: 例会 \n"],
    ["a second line", "title: 例会\n  续\n"],
    ["an empty line", "title: 例会\n\nsource: 学术部\n"],
    ["a key twice", "title: 例会\ntitle: 例会\n"],
    ["a key without value", "title:\n"],
    ["two blanks behind the colon", "title:  例会\n"],
    ["a list", "title:\n  - 甲\n"],
    ["a flow", "title: [甲]\n"],
    ["a full-width blank in front", "title: 　例会\n"],
    ["a tab", "title: 例\t会\n"],
    ["a return alone", "title: 例会\rsource: 甲\n"],
    ["a next line", "title: 例会\u0085甲\n"],
    ["a line separator", "title: 例会\u2028甲\n"],
    ["a byte order mark", "title: 例会\ufeff甲\n"],
    ["a key of capitals", "Title: 例会\n"],
    ["the end of a document", "title: 例会\n...\n"],
  ])("%s is left to the parser", (_name, text) => {
    expect(parsePlainYaml(text)).toBeUndefined();
  });

  const SIGNS = [
    ..."协会召开“”《》（），。、：；？·—…　例 a Z0129-.,:;#&*!|>@`%'\"[]{}()?/\\+=~_\t\r\n😀\u0085\u00a0\u2028\ufeff\ud800",
  ];
  const words = fc
    .array(fc.constantFrom(...SIGNS), { maxLength: 12 })
    .chain((all) =>
      fc.constantFrom("协", "2", "0x1", "1e3年", "yes是", "“").map((first) => first + all.join("")),
    );
  const line = fc
    .tuple(
      fc.constantFrom("title", "source", "date", "editors-note"),
      fc.oneof(words, fc.constant("2026-01-31")),
    )
    .map(([key, value]) => `${key}: ${value}`);
  const text = fc
    .tuple(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("", "\n"),
    )
    .map(([lines, end, last]) => lines.join(end) + last);

  test("whatever stands in them, the nodes are the parser's", () => {
    let made = 0;
    fc.assert(
      fc.property(text, (given) => {
        if (parsePlainYaml(given) === undefined) return;
        made += 1;
        expectSame(given);
      }),
      { numRuns: 6000, seed: 7 },
    );
    expect(made).toBeGreaterThan(200);
  });

  test("every character of the plane is plain only where it means nothing", () => {
    for (let unit = 0; unit < 0x10000; unit += 1) {
      const given = `title: 甲${String.fromCharCode(unit)}乙\n`;
      if (parsePlainYaml(given) === undefined) continue;
      const { contents, errors } = parsed(given);
      if (errors.length > 0 || JSON.stringify(told(parsePlainYaml(given))) !== JSON.stringify(told(contents)))
        expect.fail(`U+${unit.toString(16)}`);
    }
  });

  test("every character is plain in front only where it means nothing", () => {
    for (let unit = 0; unit < 0x10000; unit += 1) {
      const given = `title: ${String.fromCharCode(unit)}乙\n`;
      if (parsePlainYaml(given) === undefined) continue;
      const { contents, errors } = parsed(given);
      if (errors.length > 0 || JSON.stringify(told(parsePlainYaml(given))) !== JSON.stringify(told(contents)))
        expect.fail(`U+${unit.toString(16)}`);
    }
  });
});
