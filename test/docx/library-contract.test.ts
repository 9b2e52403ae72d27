/**
 * What this edition relies on in the docx library. Each test fails with a sentence that says what a new
 * release of it does otherwise, and what is to be looked at here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Document, type FileChild, ImageRun, Packer, Paragraph, type XmlComponent } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { libraryParts, type PackageParts } from "../../src/editions/docx/package/library-parts.js";
import { type ComposedDocument, writeParts } from "../../src/editions/docx/package/pack-document.js";
import { patches } from "../../src/editions/docx/package/patch-package.js";
import { writeBlocks } from "../../src/editions/docx/package/written-blocks.js";
import { composeDocument } from "../../src/editions/docx/render-docx.js";
import { element, valueElement } from "../../src/editions/docx/word/ooxml-element.js";
import type { NumberedEditionInput } from "../../src/editions/edition.js";
import { fixtureNames, inputOfFixture } from "./fixture-files.js";
import { inputOf, issueOf, item, paragraph, renderIssue, section } from "./sample-issue.js";

const EDITION = "src/editions/docx";
const libraryTypes = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve("docx")), "index.d.ts"),
  "utf8",
);
const plainIssue = issueOf(section("学术交流", item({ blocks: [paragraph("正文。")] })));

/** @returns what the library itself makes of a document: its text given to it, zipped by it */
async function writtenByLibrary({ options, blocks, notes }: ComposedDocument): Promise<PackageParts> {
  // A content control is a child of a section too; the type knows only the library's own.
  const children = blocks as readonly XmlComponent[] as readonly FileChild[];
  const document = new Document({
    ...options,
    footnotes: Object.fromEntries(
      notes.map((note, index) => [index + 1, { children: note as readonly Paragraph[] }]),
    ),
    sections: options.sections.map((one) => ({ ...one, children })),
  });
  const zipped = unzipSync(await Packer.pack(document, "uint8array"));
  return new Map(Object.entries(zipped).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const writtenHere = (input: NumberedEditionInput): PackageParts =>
  writeParts(composeDocument(input), {
    template: input.template,
    timestamp: input.timestamp,
    language: "zh-CN",
    pictures: [...input.assets.values()].map(({ bytes }) => bytes),
  });

/** Parts that are not the library's here: patched, dated by the issue, or the author's pictures. */
const OWN_PARTS = new Set([
  "docProps/core.xml",
  "word/footnotes.xml",
  "[Content_Types].xml",
  ...patches.map(({ part }) => part),
]);
/** What our styles mean for mammoth; the library has no such part. */
const ADDED_PART = "mammoth/style-map";

describe("the parts of a package", () => {
  it.each(fixtureNames)("are those that the library writes and zips (%s)", async (fixture) => {
    const input = await inputOfFixture(fixture);
    const ours = writtenHere(input);
    const theirs = await writtenByLibrary(composeDocument(input));
    expect([...ours.keys()].sort(), "docx packs other parts than library-parts.ts takes").toEqual(
      [...theirs.keys(), ADDED_PART].sort(),
    );
    for (const [name, content] of ours) {
      if (OWN_PARTS.has(name) || name === ADDED_PART || typeof content !== "string") continue;
      expect(content === theirs.get(name), `docx writes ${name} otherwise than it is written here`).toBe(
        true,
      );
    }
  });

  it("hold special characters as the library writes them", async () => {
    const blocks = [paragraph(`<a b="c" d='e'> & \u0001\uFFFE 𠮷 &amp;`)];
    const input = inputOf(issueOf(section("甲&乙", item({ blocks }))));
    const text = writtenHere(input).get("word/document.xml");
    expect(text).toContain("&lt;a b=");
    const theirs = await writtenByLibrary(composeDocument(input));
    expect(text === theirs.get("word/document.xml"), "docx escapes otherwise than print-xml.ts").toBe(true);
  });
});

describe("the names that the library writes for what it numbers later", () => {
  const numbering = { config: [{ reference: "here", levels: [] }] };
  const document = new Document({ numbering, sections: [{ children: [] }] });
  const write = (block: XmlComponent) => writeBlocks(document, document.Document, [block]);

  it("are those of lists that written-blocks.ts fills in", () => {
    const listed = new Paragraph({ numbering: { reference: "here", instance: 3, level: 0 } });
    expect(write(listed), "docx names a list otherwise than {reference-instance}").toContain(
      '<w:numId w:val="2"/>',
    );
  });

  it("are those of pictures that written-blocks.ts fills in", () => {
    const data = Buffer.from("a picture");
    const picture = new ImageRun({ type: "png", data, transformation: { width: 1, height: 1 } });
    const count = document.Document.Relationships.RelationshipCount;
    expect(write(picture), "docx names a picture otherwise than rId{key of its media}").toContain(
      `r:embed="rId${count + 1}"`,
    );
  });

  it("stop the edition where they are others", () => {
    expect(() => write(valueElement("w:numId", "{here:3}"))).toThrow("docx knows no list {here:3}");
    expect(() => write(element("a:blip", { "r:embed": "rId{here}" }))).toThrow("docx has not kept a picture");
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

  // Packer.pack takes whole parts as text, but no date, and zips by the clock.
  it("of a package: no date and no order", () => {
    const [, parameters] = /static pack<[^>]*>\(([^;]*)\):/.exec(libraryTypes) ?? [];
    expect([...(parameters ?? "").matchAll(/(\w+)\??: /g)].map(([, name]) => name)).toEqual([
      "file",
      "type",
      "prettify",
      "overrides",
    ]);
  });
});

/** @returns the options that a type of the library takes, in its order */
function optionsOf(type: string): readonly string[] {
  const body = new RegExp(`declare type ${type} = \\{([\\s\\S]*?)\\n\\}`).exec(libraryTypes)?.[1] ?? "";
  return [...body.matchAll(/^ {4}readonly (\w+)\??:/gm)].flatMap(([, name]) => name ?? []);
}

describe.each(patches)("patch: $name", ({ part, mark }) => {
  it("is still needed: the library does not write it", () => {
    const library = libraryParts(new Document(composeDocument(inputOf(plainIssue)).options));
    expect(library.get(part), `docx now writes ${mark} itself; the patch can go`).not.toContain(mark);
  });

  it("is there", async () => {
    const bytes = await renderIssue(plainIssue);
    expect(strFromU8(unzipSync(bytes)[part] ?? new Uint8Array())).toContain(mark);
  });
});

describe("the doors of the library", () => {
  const sources = readdirSync(EDITION, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name, readFileSync(join(EDITION, name), "utf8")] as const);

  it.each(sources)("are the public ones in %s", (_, text) => {
    expect(text).not.toMatch(/\bReflect\b|as unknown as|as any|@ts-|addChildElement|Packer\b.*compiler/);
  });

  it.each(sources.filter(([name]) => !name.startsWith("package/")))(
    "that lead to the package are left to package/ by %s",
    (_, text) => {
      expect(text).not.toMatch(/\b(Packer|fflate|writeBlocks|printXml|PackageParts)\b/);
    },
  );
});
