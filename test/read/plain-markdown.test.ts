/** The tree of plain paragraphs is the parser's own, to the last offset, or is not made at all. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { findFrontMatter, withoutHead } from "../../src/read/find-front-matter.js";
import { parseMarkup } from "../../src/read/markdown/parse-markup.js";
import { parsePlainMarkdown } from "../../src/read/markdown/plain-markdown.js";

const inFile = (text: string) => {
  const place = findFrontMatter(text, "a.md");
  return { body: withoutHead(text, place), bodyStart: place.frontMatter.end };
};
const plain = (text: string) => parsePlainMarkdown(inFile(text).body, inFile(text).bodyStart);
const parsed = (text: string) => parseMarkup(inFile(text).body);

const FRONT = "---\ntitle: 协会召开例会\nsource: 学术部\n---\n";

describe("paragraphs without markup", () => {
  test.each([
    [
      "front matter and two paragraphs",
      `${FRONT}\n11月3日，协会召开例会。\n\n会议听取了工作汇报，增长2.5%（同比）。\n`,
    ],
    ["no front matter, no last line end", "科普进校园\n\n第2场"],
    ["CRLF", `${FRONT}\n第一段。\n\n第二段。\n`.replaceAll("\n", "\r\n")],
    ["several empty lines", `${FRONT}\n\n\n第一段。\n\n\n\n第二段 AI 2026。\n\n`],
    ["front matter alone", FRONT.trimEnd()],
    ["empty front matter", "---\n---\n\n正文。"],
    ["spaces and tabs behind the fences", "--- \t\n\ta: *1\n---\t \n\n正文"],
    ["front matter that never ends", "---\na: 1\n\n正文"],
    ["a text on the line behind the fence", "---\na: 1\n---\n正文"],
    ["nothing", ""],
    ["line ends alone", "\n\n\n"],
    ["full-width space in front, characters of two units", "　　𠮷野家参展，🎉。\n"],
  ])("%s", (_name, text) => {
    const tree = plain(text);
    expect(tree).toBeDefined();
    expect(tree).toEqual(parsed(text));
  });

  test.each([
    ["a paragraph of two lines", "第一行\n第二行"],
    ["a heading", "# 标题"],
    ["a heading by its underline", "标题\n---"],
    ["a list", "1) 第一项"],
    ["a list with a point", "1. 第一项"],
    ["emphasis", "这是**重点**。"],
    ["a bare address", "见www.example.org。"],
    ["a mailbox", "发至a@example.org"],
    ["a space at the end", "第一段 \n"],
    ["an indent", "    代码"],
    ["a table", "甲|乙"],
    ["an entity", "甲&amp;乙"],
    ["a rule behind front matter", "---\na: 1\n--- \n\n正文\n\n---\n"],
    ["front matter with a return alone", "---\ra: 1\n---\n\n正文"],
    ["a return alone behind front matter", "---\na: 1\n---\r正文"],
    ["a return alone", "第一行\r第二行"],
  ])("%s is left to the parser", (_name, text) => {
    expect(plain(text)).toBeUndefined();
  });

  const part = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        "协会",
        "召开",
        "，",
        "。",
        "“",
        "（2026）",
        "3",
        "月",
        " ",
        "AI",
        "2.5",
        "%",
        "、",
      ),
    },
    { weight: 3, arbitrary: fc.constantFrom("\n\n", "\r\n\r\n", "\n", "\r\n", "\n\n\n") },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...".-+*_~`#>|[]()!<&\\@:=\t\r\0\ufeff\u3000\u00a0\u2028/?;\"'"),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "www.",
        "http",
        "---",
        "--- ",
        "1.",
        "1)",
        "1.5",
        "---\nk: v\n---\n",
        "\u0085",
        "\ud800",
        "x",
        "W",
      ),
    },
  );

  /** Nothing is compared of a text that is left to the parser, so enough of them must not be. */
  function holdsFor(texts: fc.Arbitrary<string>): void {
    let made = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const tree = plain(text);
        if (tree === undefined) return;
        made += 1;
        expect(tree).toEqual(parsed(text));
      }),
      { numRuns: 4000 },
    );
    expect(made).toBeGreaterThan(400);
  }

  test("any text: the same tree, or none", () => {
    const body = fc.array(part, { maxLength: 24 }).map((parts) => parts.join(""));
    holdsFor(fc.tuple(fc.constantFrom("", FRONT), body).map(([front, text]) => front + text));
  });

  const plainPart = fc.constantFrom(
    ..."协会召开，。“”（）《》—…·、；：！？ 　3月16日2.5%AIabZ09,/()+-?;\"'.𠮷🎉é·",
  );
  const plainLine = fc.array(plainPart, { maxLength: 30 }).map((signs) => signs.join(""));

  test("any paragraphs of plain signs", () => {
    const lines = fc.array(plainLine, { maxLength: 6 });
    holdsFor(fc.tuple(lines, fc.constantFrom("\n\n", "\r\n\r\n")).map(([all, gap]) => all.join(gap)));
  });
});

describe("the parser", () => {
  test("is loaded when the first markup is met, and reading begins anew then", async () => {
    vi.resetModules();
    const { parseMarkdown, withParser } = await import("../../src/read/markdown/parse-markdown.js");
    const readings: string[] = [];
    const read = (text: string) => () => {
      readings.push(text);
      const root = parseMarkdown(text, 0);
      return root.type === "root" ? root.children[0]?.type : root.type;
    };
    expect(await withParser(read("无标记"))).toBe("paragraph");
    expect(await withParser(read("# 标题"))).toBe("heading");
    expect(await withParser(read("- 一"))).toBe("list");
    expect(readings).toEqual(["无标记", "# 标题", "# 标题", "- 一"]);
    const fault = new Error("of another kind");
    const failing = withParser(() => {
      throw fault;
    });
    await expect(failing).rejects.toBe(fault);
  });
});
