/** What is marked on the pages for a place in a file: what is printed of it, or what stands nearest before. */
import { expect, it } from "vitest";
import { findOnPages, type PageBox } from "../../src/layout/source-places.js";
import { type Glyph, glyphsOf, isIn } from "./glyphs-of-page.js";
import { placedFixture } from "./placed-fixture.js";

type Case = readonly [fixture: string, file: string, written: string, marked: readonly string[]];

const PICTURE = "a picture";

const CASES: readonly Case[] = [
  // Items.
  ["work-bulletin", "items/07-health-fair.md", "source: 云湖区科协", ["云湖区科协"]],
  ["every-markup", "items/04-quotes-and-code.md", "date: 2026-01-20", ["date:2026-01-20"]],
  ["every-markup", "items/04-quotes-and-code.md", "保留四个空格", ["保留四个空格"]],
  ["every-markup", "items/04-quotes-and-code.md", "链接", ["链接"]],
  ["every-markup", "items/05-notes.md", "KP-2026-001", ["KP-2026-001"]],
  ["every-markup", "items/05-notes.md", "表格里的脚注", ["表格里的脚注"]],
  ["every-markup", "items/05-notes.md", "含科技馆", ["含科技馆"]],
  ["every-markup", "items/06-pictures.md", "山顶天文台的观测之夜", ["山顶天文台的观测之夜"]],
  ["every-markup", "items/06-pictures.md", "../images/observatory.jpg", [PICTURE]],
  ["every-markup", "items/06-pictures.md", "夜空下的山顶天文台", [PICTURE]],
  ["signed-items", "items/04-notice.md", "云岭市科协科普部", ["云岭市科协科普部"]],
  ["signed-items", "items/04-notice.md", "2026-03-16", ["2026年3月16日"]],
  ["signed-items", "items/04-notice.md", "科技活动月方案报送表", ["科技活动月方案报送表"]],
  // What is printed twice: in its own place, then in the contents.
  ["warnings", "items/03-unit.md", "云湖区科协举办春季科普集市", twice("云湖区科协举办春季科普集市")],
  // Not printed: the title for the head, the character before for a mark of Markdown.
  ["warnings", "items/03-unit.md", "010-5555", twice("云湖区科协举办春季科普集市")],
  ["every-markup", "items/05-notes.md", "**。脚注", ["。脚注"]],
  ["every-markup", "items/05-notes.md", "[^venue]，", ["1，"]],
  ["every-markup", "items/05-notes.md", "[^city]，", ["2，"]],
  ["every-markup", "items/05-notes.md", "[^venue]", ["1"]],
  ["every-markup", "items/05-notes.md", "| --- | ---: |", ["量"]],
  // Furniture.
  ["work-bulletin", "issue.yaml", "2026-05-18", ["2026年5月18日", "2026年5月18日"]],
  ["work-bulletin", "issue.yaml", "137", ["137"]],
  ["work-bulletin", "issue.yaml", "陶镕", ["陶镕"]],
  ["work-bulletin", "issue.yaml", "市级学会、协会、研究会", ["市级学会、协会、研究会"]],
  ["work-bulletin", "issue.yaml", "260", ["260"]],
  ["work-bulletin", "issue.yaml", "工作要闻", ["工作要闻", "工作要闻"]],
  ["work-bulletin", "bulletin.yaml", "name: 澜川科协信息", ["澜川科协信息"]],
  ["work-bulletin", "bulletin.yaml", "news@example.org", ["news@example.org"]],
  ["work-bulletin", "bulletin.yaml", "010-5555 0100", ["010-55550100"]],
  ["internal-circular", "issue.yaml", "秘密", ["秘密"]],
  ["internal-circular", "issue.yaml", "000012", ["000012"]],
  ["internal-circular", "issue.yaml", "特急", ["特急"]],
  // Manifest: the title of the item that it lists, nothing for what it does not print.
  ["warnings", "issue.yaml", "items/03-unit.md", twice("云湖区科协举办春季科普集市")],
  ["warnings", "issue.yaml", "学术交流", []],
  ["work-bulletin", "issue.yaml", "slug", []],
  ["work-bulletin", "bulletin.yaml", "max-items", []],
];

function twice(title: string): readonly string[] {
  return [title, title];
}

it.each(CASES)("in %s, %s: “%s” is marked as %j", async (fixture, file, written, marked) => {
  const { layout, places, sources } = await placedFixture(fixture);
  const path = [...sources.keys()].find((key) => key.endsWith(`${fixture}/${file}`)) ?? "";
  const start = sources.get(path)?.indexOf(written) ?? -1;
  expect(start).toBeGreaterThanOrEqual(0);

  const boxes = findOnPages(places, { path, start, end: start + written.length });
  const glyphs = layout.pages.map(glyphsOf);
  const pictures = layout.pages.map(({ marks }) => marks.filter(({ kind }) => kind === "picture"));
  const shown = boxes.map((box) =>
    pictures[box.page - 1]?.some((mark) => mark.kind === "picture" && mark.x === box.x && mark.y === box.y)
      ? PICTURE
      : wordsIn(box, glyphs[box.page - 1] ?? []),
  );
  expect(shown).toEqual(marked);
});

const wordsIn = (box: PageBox, glyphs: readonly Glyph[]): string =>
  glyphs
    .filter((glyph) => isIn(box, glyph))
    .map(({ text }) => text)
    .join("")
    .replace(/\s/g, "");

it("the first mark of a title is the title, the contents come behind it", async () => {
  const { issue, layout, places } = await placedFixture("work-bulletin");
  const last = issue.sections.at(-1)?.items.at(-1)?.title[0];
  const entry = layout.contents.at(-1);
  if (last === undefined) throw new Error("no title");
  const pages = findOnPages(places, last.span).map(({ page }) => page);
  expect(pages[0]).toBe(entry?.page);
  expect(pages.at(-1)).toBe(1);
});
