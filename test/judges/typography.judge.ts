/**
 * Every paragraph of every fixture copied out of the PDF by poppler and by MuPDF: the characters of
 * the source, its spaces included, in order. A line's end may stand between any two characters and
 * take the place of a space; a page's end may part a paragraph. MuPDF gives U+3000 as a common space.
 * Poppler reads a space behind some raised numbers of notes; those alone may have one.
 * What pdf.js makes of them is test/typography; single lines and fonts are pdf-readers.judge.ts.
 * Needs Debian's poppler-utils and mupdf-tools; where one is missing the suite says so and is skipped,
 * in CI it fails.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { diskEnvironment } from "../../src/disk/disk-environment.js";
import {
  NOTE_END,
  type SourceParagraph,
  sourceNotes,
  sourceParagraphs,
} from "../typography/source-paragraphs.js";

const FOLDER = ".judges/paragraphs";
const missing = ["pdftotext", "mutool"].filter((command) => spawnSync(command, ["-v"]).error !== undefined);
if (missing.length > 0) console.warn(`Copying is not judged: ${missing.join(", ")} not found`);

const fixtures = readdirSync("fixtures").filter((name) => existsSync(join("fixtures", name, "issue.yaml")));

const READERS: Readonly<Record<string, (path: string) => string>> = {
  poppler: (path) => execFileSync("pdftotext", [path, "-"], { encoding: "utf8", stdio: "pipe" }),
  MuPDF: (path) =>
    execFileSync("mutool", ["draw", "-q", "-F", "text", path], { encoding: "utf8", stdio: "pipe" }),
};

describe.skipIf(missing.length > 0 && process.env.CI !== "true").each(fixtures)("%s", (name) => {
  it.each(Object.keys(READERS))("gives every paragraph to %s", async (reader) => {
    mkdirSync(FOLDER, { recursive: true });
    const path = join(FOLDER, `${name}-${reader}.pdf`);
    const { issue, artifacts } = await build(join("fixtures", name, "issue.yaml"), diskEnvironment(), {
      editions: ["pdf"],
    });
    const [pdf] = artifacts;
    if (issue === undefined || pdf === undefined) throw new Error(`${name} was refused`);
    writeFileSync(path, pdf.bytes);
    const pages = (READERS[reader]?.(path) ?? "").split("\f").map(withoutSpareSpaces);
    const paragraphs = [...sourceParagraphs(issue), ...sourceNotes(issue)];
    expect(paragraphs.length).toBeGreaterThan(1);
    expect(paragraphs.filter((paragraph) => !isCopied(paragraph, pages)).map(({ copied }) => copied)).toEqual(
      [],
    );
  });
});

/** Readers put spaces at the ends of lines and lines between paragraphs; neither is text. */
const withoutSpareSpaces = (text: string): string =>
  text.replaceAll("\u3000", " ").replace(/[ \t]*\n\s*/g, "\n");

function isCopied({ copied }: SourceParagraph, pages: readonly string[]): boolean {
  const words = copied.replaceAll("\u3000", " ").trim();
  const whole = patternOf(words);
  return pages.some((page, index) => whole.test(page) || isParted(words, page, pages[index + 1] ?? ""));
}

/** A paragraph that begins on one page and ends on the next: the longest head that the first one has. */
function isParted(words: string, page: string, next: string): boolean {
  const characters = [...words];
  let [least, most] = [0, characters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (patternOf(characters.slice(0, middle).join("").trimEnd()).test(page)) least = middle;
    else most = middle - 1;
  }
  const rest = characters.slice(least).join("").trimStart();
  return least > 1 && rest !== "" && patternOf(rest).test(next);
}

/** A space is a space or a line's end, a hard break a line's end; between others a line may end. */
function patternOf(words: string): RegExp {
  const parts = [...words.replace(/\s*\n\s*/g, "\n")].map((character) => {
    if (character === "\n") return "\n";
    if (character === NOTE_END) return " ?";
    if (character === " " || character === "\t") return "[ \\n]";
    return character.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  });
  return new RegExp(parts.join("\\n?"), "u");
}
