/**
 * What pdf-file.ts and pack-objects.ts rely on in pdfkit. Where an upgrade breaks one of these,
 * those two files are the place to mend.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { withoutIdle } from "../../.tools/without-idle.js";
import { openPdfFile, type PdfFileOptions, pdfText } from "../../src/editions/pdf/objects/pdf-file.js";

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

const privateParts = ["_root", "endMetadata", "getStructTreeRoot", "ref", "addPage", "addContent", "end"];

describe("pdfkit", () => {
  it.each(privateParts)("has %s", (name) => {
    const document = new PDFDocument({ autoFirstPage: false });
    expect(name in document).toBe(true);
  });

  it("is the version that was read", () => {
    const description = readFileSync(resolve("node_modules/pdfkit/package.json"), "utf8");
    expect((JSON.parse(description) as { version: string }).version).toBe("0.20.2");
  });
});

describe("pdf file", () => {
  it("holds no font but those asked for, and no packet but ours", () => {
    const file = openPdfFile(facts);
    file.addPage({ ...empty, fonts: file.add({}) });
    const text = Buffer.from(file.finish(catalog)).toString("latin1");
    expect(text).not.toContain("Helvetica");
    expect(text.match(/\/Subtype \/XML/g)).toHaveLength(1);
    expect(text.startsWith("%PDF-1.7\n")).toBe(true);
  });

  it("says so where an object was promised and never written", () => {
    const file = openPdfFile(facts);
    file.addPage({ ...empty, fonts: file.add({}) });
    const left = file.reserve();
    expect(() => file.finish(catalog)).toThrow(`never written: ${left.id}`);
  });

  it("holds all that was written, though it is read out in between", () => {
    const file = openPdfFile(facts);
    file.addPage({ ...empty, fonts: file.add({}) });
    // More than is left lying in pdfkit's stream.
    for (let count = 0; count < 300; count += 1) file.add({ Filler: new Uint8Array(1000), Count: count });
    const noise = new Uint8Array(1 << 20).map((_, index) => Math.imul(index, 2654435761) >>> 24);
    for (let count = 0; count < 2; count += 1) file.addStream({ Filter: "None" }, noise);
    const bytes = Buffer.from(file.finish(catalog));
    const at = bytes.indexOf(noise);
    expect(at).toBeGreaterThan(0);
    expect(bytes.indexOf(noise, at + noise.length)).toBeGreaterThan(0);
    expect(bytes.toString("latin1").match(/\/Type \/ObjStm/g)?.length).toBeGreaterThan(1);
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
        const file = open(facts);
        file.addPage({ ...empty, fonts: file.add({}) });
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
