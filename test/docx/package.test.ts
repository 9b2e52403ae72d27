/** The package around the text: what the library lacks, properties, bytes that never change. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Packer } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { countRelationships, type PackageParts, partsOf } from "../../src/editions/docx/package/pack.js";
import { patches } from "../../src/editions/docx/package/patch-package.js";
import { composeDocument } from "../../src/editions/docx/render-docx.js";
import type { PagedEditionInput } from "../../src/editions/edition.js";
import { fixtureNames, inputOfFixture } from "./fixture-files.js";
import {
  at,
  inputOf,
  issueOf,
  item,
  nowhere,
  paragraph,
  renderIssue,
  section,
  text,
} from "./sample-issue.js";
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
const library = partsOf(composeDocument(inputOf(issue)));
const libraryTypes = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve("docx")), "index.d.ts"),
  "utf8",
);

/** @returns the options that a type of the library takes, in its order */
function optionsOf(type: string): readonly string[] {
  const body = new RegExp(`declare type ${type} = \\{([\\s\\S]*?)\\n\\}`).exec(libraryTypes)?.[1] ?? "";
  return [...body.matchAll(/^ {4}readonly (\w+)\??:/gm)].flatMap(([, name]) => name ?? []);
}

/** @returns the parts as the library writes and zips them itself, its ids drawn by lot counted anew */
async function writtenByLibrary(input: PagedEditionInput): Promise<PackageParts> {
  const zipped = unzipSync(await Packer.toBuffer(composeDocument(input, (blocks) => blocks)));
  const parts = Object.entries(zipped).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  return countRelationships(new Map(parts));
}

/** @returns the parts as this edition takes them */
function takenFromLibrary(input: PagedEditionInput): PackageParts {
  const parts = [...partsOf(composeDocument(input))].map(
    ([name, content]) => [name, typeof content === "string" ? content : strFromU8(content)] as const,
  );
  return countRelationships(new Map(parts));
}

describe("the parts taken from the library", () => {
  it.each(fixtureNames)("are those that it would write and zip itself (%s)", async (fixture) => {
    const input = await inputOfFixture(fixture);
    const theirs = await writtenByLibrary(input);
    const ours = takenFromLibrary(input);
    expect([...ours.keys()]).toEqual([...theirs.keys()]);
    for (const [name, content] of ours) {
      // The library dates a package by the clock.
      if (name !== "docProps/core.xml") expect(content === theirs.get(name), name).toBe(true);
    }
  });

  it("hold special characters as the library writes them", async () => {
    const blocks = [paragraph(`<a b="c" d='e'> & \u0001\uFFFE 𠮷 &amp;`)];
    const input = inputOf(issueOf(section("甲&乙", item({ blocks }))));
    const text = takenFromLibrary(input).get("word/document.xml");
    expect(text).toContain("&lt;a b=");
    expect(text === (await writtenByLibrary(input)).get("word/document.xml")).toBe(true);
  });

  it("are written once: a block is let go when it is written", () => {
    const document = composeDocument(inputOf(issue));
    partsOf(document);
    expect(() => partsOf(document)).toThrow("written twice");
  });
});

describe("what the library can be asked for", () => {
  // Where one of these fails, the library has learnt something: look whether a patch, or one of our own
  // elements in style-properties.ts, contents.ts and fields.ts, can go.
  it("of a document", () => {
    expect(optionsOf("IPropertiesOptions").join(" ")).toBe(
      "sections title subject creator keywords description lastModifiedBy revision externalStyles styles " +
        "numbering comments footnotes endnotes background features compatabilityModeVersion compatibility " +
        "customProperties evenAndOddHeaderAndFooters defaultTabStop fonts hyphenation theme pageNumbers macros " +
        "protection bibliography",
    );
  });

  it("of a font", () => {
    expect(optionsOf("FontOptions").join(" ")).toBe("name data bold italic boldItalic characterSet");
  });

  it.each(["kinsoku", "topLinePunct", "characterSpacingControl", "themeFontLang"])(
    "nothing of %s",
    (word) => {
      expect(libraryTypes).not.toMatch(new RegExp(`readonly ${word}`, "i"));
    },
  );
});

describe.each(patches)("patch: $name", ({ part, mark }) => {
  it("is still needed: the library does not write it", () => {
    expect(library.get(part)).not.toContain(mark);
  });

  it("is there", () => {
    expect(strFromU8(unzipSync(bytes)[part] ?? new Uint8Array())).toContain(mark);
  });
});

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
  expect(said("cp:keywords")).toBe("示例科协信息，学术交流");
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
});
