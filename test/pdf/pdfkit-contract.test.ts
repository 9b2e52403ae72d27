/**
 * What write-objects.ts relies on in pdfkit, each in a sentence. Where an upgrade breaks one, that
 * file is the place to mend: no other knows pdfkit, and it knows nothing but what pdfkit's types offer.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import { build } from "esbuild";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { withoutIdle } from "../../.tools/without-idle.js";
import { openPdfFile, type PdfFile, type PdfFileOptions } from "../../src/editions/pdf/objects/pdf-file.js";
import { type PdfValue, pdfText } from "../../src/editions/pdf/objects/pdf-value.js";
import { openObjectWriter } from "../../src/editions/pdf/objects/write-objects.js";

const DOOR = "src/editions/pdf/objects/write-objects.ts";

const facts: PdfFileOptions = {
  title: "标题",
  author: "编者",
  subject: "",
  keywords: "",
  creator: "test",
  producer: "test",
  language: "zh-CN",
  date: new Date("2026-03-16T00:00:00Z"),
};
const empty = {
  widthPt: 100,
  heightPt: 200,
  content: "",
  pictures: {},
  annotations: [],
  structParents: 0,
  isTransparent: false,
};
const catalog = { metadata: new Uint8Array([60]), destinations: { Names: [] }, entries: {} };

/** A file with a page and a structure, and nothing in either. */
function emptyFile(open: typeof openPdfFile = openPdfFile): PdfFile {
  const file = open(facts);
  file.addPage({ ...empty, fonts: file.add({}) });
  file.describeStructure({});
  return file;
}

/** @returns the whole of what was written between `obj` and `endobj`, in latin1 */
function printed(value: PdfValue): string {
  const writer = openObjectWriter();
  writer.add([value]);
  const body = writer.finish()[0]?.body ?? [];
  return Buffer.concat(body).toString("latin1").slice(1, -1);
}

describe("pdfkit", () => {
  it("is the version that was read", () => {
    const description = readFileSync(resolve("node_modules/pdfkit/package.json"), "utf8");
    expect((JSON.parse(description) as { version: string }).version).toBe("0.20.2");
  });

  it("is known to one file, which takes no more of it than its types offer", async () => {
    const sources = await readdir("src", { recursive: true });
    const files = sources.filter((name) => name.endsWith(".ts")).map((name) => join("src", name));
    const knowing = files.filter((file) => /["'`]pdfkit|PDFKit\./.test(readFileSync(file, "utf8")));
    expect(knowing, `only ${DOOR} may know pdfkit`).toEqual([join(DOOR)]);
    const code = readFileSync(DOOR, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(code, "a cast or a mark for the compiler opens what pdfkit keeps to itself").not.toMatch(
      /\bas (?!const\b)|@ts-|Reflect\.|\[["'`]|\._/,
    );
  });

  it("begins a document with a head and nothing else, where there is no page and no font", () => {
    const document = new PDFDocument({ autoFirstPage: false, font: "" });
    const head = document.read(document.readableLength) as Buffer;
    expect(head.toString("latin1"), "pdfkit writes more at its start than it did").toBe(
      "%PDF-1.3\n%\xFF\xFF\xFF\xFF\n",
    );
  });

  it("writes an object whole, under the number it bears, as soon as it is ended", () => {
    const document = new PDFDocument({ autoFirstPage: false, font: "" });
    document.read(document.readableLength);
    const later = document.ref({});
    const reference = document.ref({ Other: later });
    expect(document.readableLength, "pdfkit writes objects before they are ended").toBe(0);
    [later.id, reference.id] = [7, 8];
    reference.end(undefined);
    expect(
      String(document.read(document.readableLength)),
      "pdfkit keeps an object back, or numbers it otherwise",
    ).toBe("8 0 obj\n<<\n/Other 7 0 R\n>>\nendobj\n");
  });

  it.each<[string, PdfValue, string]>([
    ["a name", "Page", "/Page"],
    ["a whole number", 12, "12"],
    ["a number, with six places at most", 1 / 3, "0.333333"],
    ["a truth", false, "false"],
    ["nothing", null, "null"],
    ["text in ASCII", pdfText("a(b)\\"), "(a\\(b\\)\\\\)"],
    ["text in Chinese", pdfText("字"), "(\xFE\xFF[W)"],
    ["text beyond the first plane", pdfText("𠀀"), "(\xFE\xFF\xD8@\xDC\x00)"],
    ["an empty text", pdfText(""), "()"],
    ["bytes", new Uint8Array([1, 255]), "<01ff>"],
    ["a day", new Date("2026-03-16T08:09:10Z"), "(D:20260316080910Z)"],
    ["a list in a list", [1, [2, "A"]], "[1 [2 /A]]"],
    ["a dictionary, without what is not given", { A: 1, B: undefined }, "<<\n/A 1\n>>"],
  ])("prints %s", (_, value, expected) => {
    expect(printed(value), "pdfkit prints this value otherwise than it did").toBe(expected);
  });

  it("deflates a stream, and leaves one alone that went through a filter", () => {
    const writer = openObjectWriter();
    writer.addStream({}, Buffer.from("content"));
    writer.addStream({ Filter: "Own" }, Buffer.from("content"));
    writer.addPacked({ Filter: "Own" }, [Buffer.from("con"), Buffer.from("tent")]);
    const [deflated, filtered, packed] = writer
      .finish()
      .map(({ body }) => Buffer.concat(body).toString("latin1"));
    const parts = /^<<\n\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*)\nendstream$/.exec(
      deflated ?? "",
    );
    expect(parts?.[2]).toHaveLength(Number(parts?.[1]));
    expect(inflateSync(Buffer.from(parts?.[2] ?? "", "latin1")).toString()).toBe("content");
    expect(filtered).toBe("<<\n/Filter /Own\n/Length 7\n>>\nstream\ncontent\nendstream");
    expect(packed, "what we write beside pdfkit is not what pdfkit would write").toBe(filtered);
  });
});

describe("pdf file", () => {
  it("holds no font but those asked for, and no packet but ours", () => {
    const file = emptyFile();
    const text = Buffer.from(file.finish(catalog)).toString("latin1");
    expect(text).not.toContain("Helvetica");
    expect(text.match(/\/Subtype \/XML/g)).toHaveLength(1);
    expect(text.startsWith("%PDF-1.7\n")).toBe(true);
  });

  it("says so where an object was promised and never written", () => {
    const file = emptyFile();
    const left = file.reserve();
    expect(() => file.finish(catalog)).toThrow(`never written: ${left.id}`);
  });

  it("holds all that was written, in object streams of a bounded size", () => {
    const file = emptyFile();
    for (let count = 0; count < 300; count += 1) file.add({ Filler: new Uint8Array(1000), Count: count });
    const noise = new Uint8Array(1 << 20).map((_, index) => Math.imul(index, 2654435761) >>> 24);
    for (let count = 0; count < 2; count += 1) file.addStream({ Filter: "None" }, noise);
    const bytes = Buffer.from(file.finish(catalog));
    const at = bytes.indexOf(noise);
    expect(at).toBeGreaterThan(0);
    expect(bytes.indexOf(noise, at + noise.length)).toBeGreaterThan(0);
    const counts = [...bytes.toString("latin1").matchAll(/\/Type \/ObjStm \/N (\d+)/g)].map((found) =>
      Number(found[1]),
    );
    expect(counts.length).toBeGreaterThan(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(200);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300);
  });

  it("refuses to write an object twice", () => {
    const file = openPdfFile(facts);
    const reference = file.reserve();
    file.write(reference, { Type: "X" });
    expect(() => file.write(reference, { Type: "X" })).toThrow(/twice/);
  });
});

describe("a bundle without the libraries that pdfkit only loads", () => {
  it("writes the same bytes", async () => {
    const folder = await mkdtemp(join(tmpdir(), "bulletin-pdf-"));
    try {
      const { outputFiles } = await build({
        entryPoints: [resolve("src/editions/pdf/objects/pdf-file.ts")],
        bundle: true,
        format: "esm",
        platform: "node",
        write: false,
        plugins: [withoutIdle],
        logLevel: "silent",
      });
      const bundle = join(folder, "pdf-file.mjs");
      await writeFile(bundle, outputFiles[0]?.contents ?? "");
      const bundled = (await import(pathToFileURL(bundle).href)) as { openPdfFile: typeof openPdfFile };
      const bytes = [openPdfFile, bundled.openPdfFile].map((open) => {
        const file = emptyFile(open);
        file.add({ Palette: new Uint8Array([1, 2, 255]), Text: pdfText("字") });
        return file.finish(catalog);
      });
      expect(Buffer.from(bytes[0] ?? []).toString("latin1")).toBe(
        Buffer.from(bytes[1] ?? []).toString("latin1"),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
