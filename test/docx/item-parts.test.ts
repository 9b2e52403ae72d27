/** Editor's notes, attachments and signatures as Word's paragraphs: styles, indents, and what stays on one page. */
import { expect, it } from "vitest";
import type { Item } from "../../src/model/issue.js";
import type { Block } from "../../src/model/text.js";
import { at, issueOf, item, nowhere, paragraph, renderIssue, section, text } from "./sample-issue.js";
import { openWordFile } from "./word-file.js";
import { find } from "./xml-tree.js";

const ONE_LINE = "志愿者走进社区。";
const TWO_LINES = "全市各级科协组织围绕中心服务大局开展形式多样的科学普及活动，受到群众热烈欢迎。";

const signed = (by: readonly string[]): NonNullable<Item["signed"]> => ({
  by: by.map(at),
  date: at({ year: 2026, month: 3, day: 10 }),
  span: nowhere,
});

/** `style words`, `+` behind a paragraph that stays on the page of the next, and indents that it sets itself */
async function paragraphsOf(parts: Partial<Item>, blocks: readonly Block[] = [paragraph(ONE_LINE)]) {
  const file = openWordFile(
    await renderIssue(issueOf(section("倡议", { ...item({ title: ["标题"], blocks }), ...parts }))),
  );
  const first = file.paragraphs.findIndex(({ style }) => style === "Heading2") + 1;
  const last = file.paragraphs.findIndex(({ style }) => style === "ContactLine");
  return file.paragraphs.slice(first, last).map(({ style, text: words, node }) => {
    const indent = find(node, "w:ind")?.attributes;
    const own = Object.entries(indent ?? {}).map(([name, value]) => ` ${name.slice(2)}=${value}`);
    return `${style} ${words}${find(node, "w:keepNext") === undefined ? "" : "+"}${own.join("")}`;
  });
}

it("heads the note once and keeps it with the text", async () => {
  const paragraphs = ["第一段。", "第二段。"].map((words) => ({
    kind: "paragraph" as const,
    children: [text(words)],
    span: nowhere,
  }));
  expect(await paragraphsOf({ editorsNote: { paragraphs, span: nowhere } })).toEqual([
    "EditorsNote 编者按：第一段。",
    "EditorsNote 第二段。+",
    `BodyText ${ONE_LINE}+`,
  ]);
});

it("numbers several attachments and not a single one", async () => {
  expect(await paragraphsOf({ attachments: [at("名单")] })).toEqual([
    `BodyText ${ONE_LINE}+`,
    "Attachment 附件：名单",
  ]);
  expect(await paragraphsOf({ attachments: [at("名单"), at("日程表")] })).toEqual([
    `BodyText ${ONE_LINE}+`,
    "FirstAttachment 附件：1．名单+",
    "NextAttachment 2．日程表",
  ]);
});

it("hangs names of two digits behind those", async () => {
  const attachments = Array.from({ length: 10 }, (_, index) => at(`第${index}批`));
  const lines = await paragraphsOf({ attachments, signed: signed(["云岭区科协"]) });
  // 2 + 3 + 2 em of 315 twips
  expect(lines.at(-3)).toBe("NextAttachment 10．第9批+ left=2205 hanging=630");
  // A long list is held at both ends.
  expect(lines.filter((line) => /Attachment .*\+/.test(line)).map((line) => line.split(" ")[1])).toEqual([
    "附件：1．第0批+",
    "9．第8批+",
    "10．第9批+",
  ]);
});

it("centres the shorter lines of a signature on the longest", async () => {
  // 9 em, 5 em, and 2026年3月12日 of 6.5 em with five quarter gaps beside its digits
  expect(await paragraphsOf({ signed: signed(["云岭区科学技术协会", "青岚县科协"]) })).toEqual([
    `BodyText ${ONE_LINE}+`,
    "ItemSignature 云岭区科学技术协会+",
    "ItemSignature 青岚县科协+ right=1260",
    "ItemSignature 2026年3月10日 right=827",
  ]);
});

it.each([
  ["two lines", [paragraph(TWO_LINES), paragraph(TWO_LINES)], ["", "+"]],
  ["one line, and the paragraph above it", [paragraph(TWO_LINES), paragraph(ONE_LINE)], ["+", "+"]],
  ["the last entry of a list", [list(ONE_LINE, TWO_LINES)], ["", "+"]],
  [
    "the last paragraph of a quotation",
    [{ kind: "quote", children: [paragraph(TWO_LINES), paragraph(TWO_LINES)], span: nowhere }],
    ["", "+"],
  ],
] as const satisfies readonly (readonly [string, readonly Block[], readonly string[]])[])(
  "keeps %s of the text on its page",
  async (_, blocks, kept) => {
    const lines = await paragraphsOf({ signed: signed(["云岭区科协"]) }, blocks);
    const ofText = lines.filter((line) => !line.startsWith("ItemSignature"));
    // A paragraph of one line behind the title stays with the next as well; none of these is one.
    expect(ofText.map((line) => (line.includes("+") ? "+" : ""))).toEqual(kept);
  },
);

function list(...entries: readonly string[]): Block {
  const items = entries.map((words) => ({
    children: [paragraph(words)],
    checked: undefined,
    span: nowhere,
  }));
  return { kind: "list", ordered: true, start: 1, items, span: nowhere };
}
