/**
 * The PDF edition in the hands of other programs: qpdf finds no fault, poppler finds every font
 * embedded, and each line of each fixture is copied exactly, spaces included, by poppler, MuPDF and
 * pdf.js. MuPDF and pdf.js give U+3000 as a common space; that alone is allowed.
 * Needs Debian's qpdf, poppler-utils and mupdf-tools; where one is missing the suite says so and is
 * skipped, in CI it fails.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { diskEnvironment } from "../../src/disk/disk-environment.js";
import type { GlyphRun, Layout } from "../../src/layout/layout.js";
import { openPdf } from "../pdf/read-back.js";

const FOLDER = ".judges/readers";
const missing = ["qpdf", "pdffonts", "pdftotext", "mutool"].filter(
  (command) => spawnSync(command, ["--version"]).error !== undefined,
);
if (missing.length > 0) console.warn(`The readers of PDF are skipped: ${missing.join(", ")} not found`);

const fixtures = readdirSync("fixtures").filter((name) => existsSync(join("fixtures", name, "issue.yaml")));

describe.skipIf(missing.length > 0 && process.env.CI !== "true").each(fixtures)("%s", (name) => {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}.pdf`);

  it("is sound, and carries its fonts", async () => {
    await buildTo(name, path);
    expect(() => execFileSync("qpdf", ["--check", path], { stdio: "pipe" })).not.toThrow();
    const fonts = execFileSync("pdffonts", [path], { encoding: "utf8" }).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((line) => !/Identity-H +yes yes yes/.test(line))).toEqual([]);
  });

  it("gives back each line as it was written", async () => {
    const { layout, bytes } = await buildTo(name, path);
    const lines = layout.pages.map(linesOf);
    expect(lines.flat().length).toBeGreaterThan(0);
    const plain = (text: string) => text.replaceAll("\u3000", " ");
    const lost = lines.flatMap((onPage, index) => {
      const number = String(index + 1);
      const poppler = execFileSync("pdftotext", ["-f", number, "-l", number, path, "-"], {
        encoding: "utf8",
      });
      const mupdf = execFileSync("mutool", ["draw", "-q", "-F", "text", path, number], {
        encoding: "utf8",
        stdio: "pipe",
      });
      const unknown = [poppler, mupdf].filter((text) => text.includes("\ufffd"));
      expect(unknown, `page ${number} without a sign that stands for nothing`).toEqual([]);
      return onPage.flatMap((line) => [
        ...(poppler.includes(line) ? [] : [`poppler, page ${number}: ${line}`]),
        ...(mupdf.includes(plain(line)) ? [] : [`MuPDF, page ${number}: ${line}`]),
      ]);
    });
    expect(lost).toEqual([]);

    const document = await openPdf(bytes);
    const lostInBrowser: string[] = [];
    for (const [index, onPage] of lines.entries()) {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      const text = items.map((item) => ("str" in item ? item.str : "")).join("");
      const spaced = (line: string) => plain(line).replace(/ +/g, " ");
      lostInBrowser.push(...onPage.filter((line) => !spaced(text).includes(spaced(line))));
    }
    expect(lostInBrowser).toEqual([]);
  });
});

async function buildTo(name: string, path: string): Promise<{ layout: Layout; bytes: Uint8Array }> {
  const result = await build(join("fixtures", name, "issue.yaml"), diskEnvironment(), {
    editions: ["pdf"],
    layOut: true,
  });
  const [artifact] = result.artifacts;
  if (artifact === undefined || result.layout === undefined) throw new Error(`${name} was refused`);
  writeFileSync(path, artifact.bytes);
  return { layout: result.layout, bytes: artifact.bytes };
}

/** Text by lines: runs that stand on one base line without a column's gap between them. */
function linesOf({ marks }: Layout["pages"][number]): readonly string[] {
  const lines: string[] = [];
  let before: GlyphRun | undefined;
  for (const mark of marks) {
    if (mark.kind !== "glyphs" || typeof mark.owner === "string") continue;
    const joins =
      before !== undefined &&
      mark.baseline === before.baseline &&
      Math.abs(mark.x - endOf(before)) < mark.sizePt;
    if (joins) lines.push(`${lines.pop() ?? ""}${mark.text}`);
    else lines.push(mark.text);
    before = mark;
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

function endOf({ x, glyphs, face, sizePt }: GlyphRun): number {
  const last = glyphs.ids.at(-1);
  return last === undefined ? x : x + (glyphs.dx.at(-1) ?? 0) + face.advance(last) * sizePt;
}
