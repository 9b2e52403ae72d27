/** The tree of plain paragraphs is the parser's own, to the last offset, or is not made at all. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { findFrontMatter, withoutHead } from "../../src/read/find-front-matter.js";
import { parseMarkup } from "../../src/read/markdown/parse-markup.js";
import { isPlainMarkdown, parsePlainMarkdown } from "../../src/read/markdown/plain-markdown.js";
import { openIssue } from "../../src/read/read-issue.js";
import { openSubmission } from "../../src/read/read-submission.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const inFile = (text: string) => {
  const place = findFrontMatter(text, "a.md");
  return { body: withoutHead(text, place), bodyStart: place.frontMatter.end };
};
const plain = (text: string) => parsePlainMarkdown(inFile(text).body, inFile(text).bodyStart);
const parsed = (text: string) => parseMarkup(inFile(text).body);

const PLAIN = "---\ntitle: 协会召开例会\n---\n\n11月3日，协会召开例会。\n";
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
      { numRuns: 4000, seed: 20261127 },
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
  test("is loaded where a text that was found has markup, and each is read once", async () => {
    vi.resetModules();
    const { parseMarkdown, readOpened } = await import("../../src/read/markdown/parse-markdown.js");
    const asked: string[] = [];
    const open = (text: string) => ({
      hasMarkup: () => {
        asked.push(`looked at ${text}`);
        return !isPlainMarkdown(text, 0);
      },
      read: () => {
        asked.push(`read ${text}`);
        const root = parseMarkdown(text, 0);
        return root.type === "root" ? root.children[0]?.type : root.type;
      },
    });
    expect(() => open("# 标题").read()).toThrow("before its parser is loaded");
    expect(await readOpened(open("无标记"))).toBe("paragraph");
    expect(await readOpened(open("# 标题"))).toBe("heading");
    expect(await readOpened(open("- 一"))).toBe("list");
    expect(asked.slice(1)).toEqual([
      "looked at 无标记",
      "read 无标记",
      "looked at # 标题",
      "read # 标题",
      "read - 一",
    ]);
  });

  test.each([
    ["no markup at all", { "items/01.md": PLAIN, "items/02.md": PLAIN }, false],
    ["markup in the last item", { "items/01.md": PLAIN, "items/02.md": `${PLAIN}\n**重点**\n` }, true],
    [
      "markup-like signs in the head alone",
      { "items/01.md": PLAIN.replace("例会", "“*例会*”"), "items/02.md": PLAIN },
      false,
    ],
    ["an item that is not there", { "items/01.md": PLAIN }, false],
  ])("of an issue: %s", (_name, items, needed) => {
    const manifest =
      "number: 1\ndate: 2026-03-16\nsections: [{name: 甲, items: [items/01.md, items/02.md]}]\n";
    const opened = openIssue("issue.yaml", memoryWorkspace({ "issue.yaml": manifest, ...items }));
    expect(opened.hasMarkup()).toBe(needed);
  });

  test("of a submission", () => {
    const hasMarkup = (text: string) => openSubmission("a.md", memoryWorkspace({ "a.md": text })).hasMarkup();
    expect(hasMarkup(PLAIN)).toBe(false);
    expect(hasMarkup(`${PLAIN}\n1. 一\n`)).toBe(true);
    expect(openSubmission("b.md", memoryWorkspace({})).hasMarkup()).toBe(false);
  });
});
