/** The contents: right when opened, asks nothing, can be refreshed. */
import { expect, it } from "vitest";
import { issueOf, item, paragraph, renderIssue, section } from "./sample-issue.js";
import { fieldsOf, openWordFile, styleOf } from "./word-file.js";
import { find, findAll, textOf } from "./xml-tree.js";

const issue = issueOf(
  section("学术交流", item({ title: ["第一届科普", "讲解大赛"], blocks: [paragraph("正文。")] })),
  section(
    "基层动态",
    item({ title: ["A", "B"], blocks: [paragraph("正文。")] }),
    item({ title: ["两区联合举办科普展"], blocks: [] }),
  ),
);
const file = openWordFile(
  await renderIssue(issue, {
    entries: [
      { kind: "section", section: 0, item: undefined, page: 2 },
      { kind: "item", section: 0, item: 0, page: 2 },
      { kind: "section", section: 1, item: undefined, page: 11 },
      { kind: "item", section: 1, item: 0, page: 11 },
      { kind: "item", section: 1, item: 1, page: 12 },
    ],
  }),
);
const control = find(file.part("word/document.xml"), "w:sdt");
if (control === undefined) throw new Error("no contents");

it("is one field in Word's own control, with its entries and the composed pages' numbers", () => {
  expect(find(control, "w:docPartGallery")?.attributes["w:val"]).toBe("Table of Contents");
  expect(findAll(control, "w:p").map(textOf)).toEqual([
    "目　录",
    "【学术交流】",
    "第一届科普讲解大赛\t2",
    "【基层动态】",
    "A B\t11",
    "两区联合举办科普展\t12",
  ]);
  const fields = fieldsOf(control);
  expect(fields.at(-1)?.instruction).toBe('TOC \\o "1-2" \\n "1-1" \\h \\z \\u');
  expect(fields.slice(0, -1)).toEqual([
    { instruction: "PAGEREF _Toc00010001 \\h", result: "2" },
    { instruction: "PAGEREF _Toc00020001 \\h", result: "11" },
    { instruction: "PAGEREF _Toc00020002 \\h", result: "12" },
  ]);
});

it("keeps a section's line on the page of its first item, and no item's on that of the next", () => {
  const stays = (style: string) => {
    const mark = find(styleOf(file, style), "w:keepNext");
    return mark !== undefined && !["0", "false"].includes(mark.attributes["w:val"] ?? "");
  };
  expect([stays("TOC1"), stays("TOC2")]).toEqual([true, false]);
});

it("asks for no update", () => {
  expect(find(file.part("word/settings.xml"), "w:updateFields")).toBeUndefined();
  for (const mark of findAll(file.part("word/document.xml"), "w:fldChar")) {
    expect(mark.attributes["w:dirty"]).toBeUndefined();
  }
});

it("bookmarks the headings it names", () => {
  const headings = file.paragraphs.filter(({ style }) => style === "Heading1" || style === "Heading2");
  expect(headings.map(({ node }) => find(node, "w:bookmarkStart")?.attributes["w:name"])).toEqual([
    "_Sec0001",
    "_Toc00010001",
    "_Sec0002",
    "_Toc00020001",
    "_Toc00020002",
  ]);
});

it("is left out for a single item", async () => {
  const single = issueOf(section("学术交流", item({ blocks: [paragraph("正文。")] })));
  const made = openWordFile(await renderIssue(single));
  expect(find(made.part("word/document.xml"), "w:sdt")).toBeUndefined();
});
