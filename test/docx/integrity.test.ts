/** No loose ends in any fixture: what validators do not follow is followed here. */
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fixtureNames, renderFixture } from "./fixture-files.js";
import { formatOf } from "./picture-format.js";
import { openWordFile } from "./word-file.js";
import { find, findAll, type XmlNode } from "./xml-tree.js";

const PARTS_WITH_TEXT = [
  "word/document.xml",
  "word/footnotes.xml",
  "word/endnotes.xml",
  "word/footer1.xml",
  "word/footer2.xml",
];

describe.each(fixtureNames)("%s", async (name) => {
  const { bytes, renderAgain } = await renderFixture(name);
  const file = openWordFile(bytes);
  const document = file.part("word/document.xml");
  const values = (part: string, element: string) =>
    new Set(findAll(file.part(part), element).map(({ attributes }) => attributes["w:val"] ?? ""));

  it("defines every style it uses, and uses no two names for one", () => {
    const styles = findAll(file.part("word/styles.xml"), "w:style");
    const ids = styles.map(({ attributes }) => attributes["w:styleId"] ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    for (const part of [...PARTS_WITH_TEXT, "word/styles.xml", "word/numbering.xml"]) {
      for (const element of ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"]) {
        for (const id of values(part, element)) expect(ids, `${part} ${element}`).toContain(id);
      }
    }
  });

  it("defines every numbering it uses", () => {
    const numbering = file.part("word/numbering.xml");
    const numbers = findAll(numbering, "w:num").map(({ attributes }) => attributes["w:numId"]);
    const abstracts = findAll(numbering, "w:abstractNum").map(
      ({ attributes }) => attributes["w:abstractNumId"],
    );
    for (const id of values("word/document.xml", "w:numId")) expect(numbers).toContain(id);
    for (const number of findAll(numbering, "w:num")) {
      expect(abstracts).toContain(find(number, "w:abstractNumId")?.attributes["w:val"]);
    }
  });

  it("leads every link and field to a bookmark that is there once", () => {
    const names = findAll(document, "w:bookmarkStart").map(({ attributes }) => attributes["w:name"] ?? "");
    const ids = findAll(document, "w:bookmarkStart").map(({ attributes }) => attributes["w:id"]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(findAll(document, "w:bookmarkEnd").map(({ attributes }) => attributes["w:id"])).toEqual(
      expect.arrayContaining(ids),
    );
    for (const bookmark of names) expect(bookmark.length).toBeLessThanOrEqual(40);
    const anchors = findAll(document, "w:hyperlink").flatMap(
      ({ attributes }) => attributes["w:anchor"] ?? [],
    );
    const referenced = findAll(document, "w:instrText").flatMap(({ children }) => {
      return /(?:PAGEREF|NOTEREF) (\S+)/.exec(children.join(""))?.[1] ?? [];
    });
    for (const target of [...anchors, ...referenced]) expect(names).toContain(target);
  });

  it("relates every id, and no relationship in vain", () => {
    for (const part of ["word/document.xml", "word/footnotes.xml"]) {
      const relationships = findAll(
        file.part(part.replace("word/", "word/_rels/").concat(".rels")),
        "Relationship",
      );
      const ids = relationships.map(({ attributes }) => attributes.Id ?? "");
      expect(ids).toEqual(ids.map((_, index) => `rId${index + 1}`));
      for (const used of relationshipIdsIn(file.part(part))) expect(ids).toContain(used);
      for (const { attributes } of relationships) {
        if (attributes.TargetMode === "External") expect(URL.canParse(attributes.Target ?? "")).toBe(true);
        else expect(file.names).toContain(`word/${attributes.Target}`);
      }
    }
  });

  it("ends every cell in a paragraph and calls every note once", () => {
    for (const cell of findAll(document, "w:tc")) {
      const last = cell.children.at(-1);
      expect(typeof last === "string" ? last : last?.name).toBe("w:p");
    }
    const called = findAll(document, "w:footnoteReference").map(({ attributes }) => attributes["w:id"]);
    const notes = findAll(file.part("word/footnotes.xml"), "w:footnote")
      .filter(({ attributes }) => attributes["w:type"] === undefined)
      .map(({ attributes }) => attributes["w:id"]);
    expect(called).toEqual(notes);
    expect(called).toEqual(called.map((_, index) => String(index + 1)));
  });

  it("stores each picture under the extension and the type of what it is", () => {
    const parts = unzipSync(bytes);
    const types = new Map(
      findAll(file.part("[Content_Types].xml"), "Default").map(({ attributes }) => [
        attributes.Extension,
        attributes.ContentType,
      ]),
    );
    const pictures = file.names.filter((part) => part.startsWith("word/media/"));
    for (const part of pictures) {
      const format = formatOf(parts[part] ?? new Uint8Array());
      expect(part).toMatch(new RegExp(`\\.${format}$`));
      expect(types.get(format)).toBe(format === "png" ? "image/png" : "image/jpeg");
    }
    expect(pictures.length > 0).toBe(findAll(document, "a:blip").length > 0);
  });

  it("gives every picture a text and an id of its own", () => {
    const drawings = findAll(document, "wp:docPr").map(({ attributes }) => attributes);
    expect(new Set(drawings.map(({ id }) => id)).size).toBe(drawings.length);
    for (const { descr = "" } of drawings) expect(descr).not.toBe("");
  });

  it("is the same file again", async () => {
    expect(Buffer.from(await renderAgain()).equals(Buffer.from(bytes))).toBe(true);
  });
});

function relationshipIdsIn(node: XmlNode): readonly string[] {
  return node.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const own = ["r:id", "r:embed", "r:link"].flatMap((key) => child.attributes[key] ?? []);
    return [...own, ...relationshipIdsIn(child)];
  });
}
