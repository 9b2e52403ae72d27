/** The package around the text: what the library lacks, properties, bytes that never change. */
import { expect, it } from "vitest";
import { at, issueOf, item, nowhere, paragraph, renderIssue, section, text } from "./sample-issue.js";
import { openWordFile } from "./word-file.js";
import { find, findAll, textOf } from "./xml-tree.js";

const issue = issueOf(
  section(
    "学术交流",
    item({
      blocks: [
        paragraph({
          kind: "link",
          url: at("https://example.org/a#b"),
          children: [text("此处")],
          automatic: false,
          span: nowhere,
        }),
      ],
    }),
  ),
);
const bytes = await renderIssue(issue);

it("settings stand in the schema's order", () => {
  const order = openWordFile(bytes)
    .part("word/settings.xml")
    .children.flatMap((child) => (typeof child === "string" ? [] : [child.name]));
  expect(order).toEqual([
    "w:displayBackgroundShape",
    "w:defaultTabStop",
    "w:evenAndOddHeaders",
    "w:characterSpacingControl",
    "w:footnotePr",
    "w:endnotePr",
    "w:compat",
    "w:themeFontLang",
  ]);
});

it("says what it is", () => {
  const file = openWordFile(bytes);
  const core = file.part("docProps/core.xml");
  const said = (name: string) => find(core, name)?.children.join("");
  expect(said("dc:title")).toBe("示例科协信息　2026年第3期　总第128期");
  expect(said("dc:subject")).toBe("示例区科协举办科普展");
  expect(said("dc:creator")).toBe("示例市科学技术协会办公室");
  expect(said("cp:keywords")).toBe("示例科协信息; 学术交流");
  expect(said("dc:language")).toBe("zh-CN");
  expect(said("dcterms:created")).toBe("2026-03-16T00:00:00Z");
  expect(said("dcterms:modified")).toBe("2026-03-16T00:00:00Z");
  const custom = findAll(file.part("docProps/custom.xml"), "property").map((property) => [
    property.attributes.name,
    find(property, "vt:lpwstr")?.children.join(""),
  ]);
  expect(custom).toEqual([
    ["刊名", "示例科协信息"],
    ["年", "2026"],
    ["期号", "3"],
    ["总期号", "128"],
    ["印发日期", "2026-03-16"],
    ["编发单位", "示例市科学技术协会办公室"],
  ]);
});

it("names the kin of each face", () => {
  const fonts = findAll(openWordFile(bytes).part("word/fontTable.xml"), "w:font");
  const byName = new Map(
    fonts.map((font) => [font.attributes["w:name"], find(font, "w:altName")?.attributes["w:val"]]),
  );
  expect(byName.get("仿宋_GB2312")).toContain("FangSong");
  expect(byName.get("黑体")).toContain("SimHei");
  expect(byName.has("Times New Roman")).toBe(true);
});

it("gives the same bytes however often and late it is made", async () => {
  const again = await Promise.all([renderIssue(issue), renderIssue(issue)]);
  for (const other of again) expect(Buffer.from(other).equals(Buffer.from(bytes))).toBe(true);
  // The archive carries one fixed date at every entry: 1980-01-01 00:00.
  const dates = [
    ...Buffer.from(bytes)
      .toString("latin1")
      .matchAll(/PK\x01\x02.{8}(.{4})/gs),
  ].map(([, date]) => date);
  expect(new Set(dates)).toEqual(new Set(["\0\0\x21\0"]));
});

it("gives its date, not the clock's", async () => {
  const other = await renderIssue(issue, { timestamp: new Date("2001-02-03T04:05:06Z") });
  const core = openWordFile(other).part("docProps/core.xml");
  expect(find(core, "dcterms:created")?.children).toEqual(["2001-02-03T04:05:06Z"]);
});

it("shows the text of a link and keeps the whole address", () => {
  const file = openWordFile(bytes);
  const [link] = findAll(file.part("word/document.xml"), "w:hyperlink");
  expect(link && textOf(link)).toBe("此处");
  expect(link?.attributes["w:anchor"]).toBeUndefined();
  const related = findAll(file.part("word/_rels/document.xml.rels"), "Relationship");
  const target = related.find(({ attributes }) => attributes.Id === link?.attributes["r:id"]);
  expect(target?.attributes.Target).toBe("https://example.org/a#b");
});

it("numbers the relationships of a part in the order of its list", () => {
  const file = openWordFile(bytes);
  for (const name of file.names.filter((one) => one.endsWith(".rels"))) {
    const ids = findAll(file.part(name), "Relationship").map(({ attributes }) => attributes.Id);
    expect(ids, name).toEqual(ids.map((_, index) => `rId${index + 1}`));
  }
});
