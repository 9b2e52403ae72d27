/**
 * `npm run bench -- --typography`: sweeps of invented prose set by us and by Typst in the same faces, size
 * and measure, both read back by MuPDF (npm, in .bench/) and poppler (Debian's pdftotext, left out where
 * missing). Prints the tables of docs/typography.md.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { countCopied, gapFigures, measureLines } from "./measure-lines.js";
import { readGlyphs, readPlainText } from "./read-glyphs.js";
import { TYPOGRAPHY_SETS, typographyParagraphs } from "./typography-text.js";

/** A page turn in the plain text would stand amid a paragraph: the numbers are taken out. */
const PAGE_NUMBER = /^\s*— \d+ —\s*$/gmu;

/** Faces for Latin letters and digits: Times-like, as the template asks, and those of the Han face. */
const LATIN_FACES = ["Tinos", "Noto Serif SC"];

export async function benchTypography({ bench, bulletin, fonts, here, showExamples }) {
  for (const { name, lines } of TYPOGRAPHY_SETS) {
    const paragraphs = typographyParagraphs(lines);
    const columns = [];
    for (const latin of LATIN_FACES) {
      const folder = join(bench, "inputs", "typography");
      const out = join(bench, "outputs", "typography");
      for (const path of [folder, out]) {
        rmSync(path, { recursive: true, force: true });
        mkdirSync(path, { recursive: true });
      }
      const setting = { paragraphs, folder, out, latin, bulletin, fonts, bench, here };
      for (const [program, set] of [
        ["bulletin", setOwn],
        ["Typst", setByTypst],
      ]) {
        const started = performance.now();
        const file = set(setting);
        const seconds = (performance.now() - started) / 1000;
        if (file === undefined) continue;
        const column = {
          name: `${program}, ${latin}`,
          seconds,
          ...(await readBack({ file, paragraphs, bench })),
        };
        columns.push(column);
        if (showExamples)
          process.stdout.write(`\n${name}, ${column.name}\n${column.sum.examples.join("\n")}\n`);
      }
    }
    printColumns(name, paragraphs, columns);
  }
}

async function readBack({ file, paragraphs, bench }) {
  const sum = measureLines(paragraphs, await readGlyphs(file, paragraphs, bench));
  const mupdf = (await readPlainText(file, bench)).replace(PAGE_NUMBER, "");
  const poppler = popplerText(file).replace(PAGE_NUMBER, "");
  return {
    sum,
    mupdf: countCopied(paragraphs, mupdf, sum.examples),
    poppler: countCopied(paragraphs, poppler, sum.examples),
  };
}

function setOwn({ paragraphs, folder, out, latin, bulletin }) {
  mkdirSync(join(folder, "items"));
  const manifest = [
    "bulletin: {name: 校样, publisher: 示例社}",
    "number: 1",
    "date: 2026-03-31",
    "sections: [{name: 校样, items: [items/01.md]}]",
    "contact: {label: 邮箱, email: a@example.org, domains: [example.org]}",
    `look: {roles: {body: {families: [Noto Serif SC], latin: ${latin}}}}`,
  ];
  writeFileSync(join(folder, "issue.yaml"), `${manifest.join("\n")}\n`);
  const texts = paragraphs.map(({ text }) => text.replace(/[\\#$*_`<>[\]~]/g, "\\$&"));
  writeFileSync(join(folder, "items", "01.md"), `---\ntitle: 排版校样\n---\n\n${texts.join("\n\n")}\n`);
  const command = [bulletin, "build", folder, "--out", out, "-e", "pdf", "--no-lint", "--quiet", "--json"];
  const printed = execFileSync(process.execPath, command, { encoding: "utf8", maxBuffer: 1e9 });
  return /"([^"]+\.pdf)"/u.exec(printed)?.[1];
}

function setByTypst({ paragraphs, folder, out, latin, fonts, bench, here }) {
  const file = join(out, "typst.pdf");
  const texts = join(folder, "paragraphs.json");
  writeFileSync(texts, JSON.stringify({ latin, paragraphs: paragraphs.map(({ text }) => text) }));
  try {
    execFileSync(process.execPath, [join(here, "typography-peer.js"), texts, file, fonts, bench]);
    return file;
  } catch (error) {
    process.stdout.write(`Typst is not to be had: ${error instanceof Error ? error.message : error}\n`);
    return undefined;
  }
}

function popplerText(file) {
  try {
    return execFileSync("pdftotext", [file, "-"], { encoding: "utf8", maxBuffer: 1e9 });
  } catch {
    return "";
  }
}

function printColumns(name, paragraphs, columns) {
  const em = (value) => `${value.toFixed(3)} em`;
  const share = (count, of) => `${count} (${((100 * count) / of).toFixed(1)} %)`;
  const rows = [
    ["paragraphs read back, full lines", ({ sum }) => `${sum.paragraphs}, ${sum.lines}`],
    ["lines that start or end with a mark that may not", ({ sum }) => sum.badStarts + sum.badEnds],
    ["last lines of one character", ({ sum }) => sum.shortLast],
    ["first or last lines alone on a page", ({ sum }) => sum.widows],
    [
      "numbers parted inside or from a Latin unit; telephone numbers and codes parted",
      ({ sum }) => sum.parted,
    ],
    ["dates parted, numbers parted from their classifier", ({ sum }) => sum.partedSoft],
    ["mail addresses parted elsewhere than behind @", ({ sum }) => sum.partedMail],
    ["Latin words parted", ({ sum }) => sum.words],
    ["gap between Han: root mean square", ({ sum }) => em(gapFigures(sum.gaps).rms)],
    ["gap between Han: worst", ({ sum }) => em(gapFigures(sum.gaps).worst)],
    ["lines with gaps over 0.1 em", ({ sum }) => share(gapFigures(sum.gaps).loose, sum.lines)],
    ["space between Han and Latin: worst", ({ sum }) => em(gapFigures(sum.autospaces).worst)],
    ["full lines that end more than 4 pt before the edge", ({ sum }) => sum.ragged],
    ["lines badly filled: one or the other", ({ sum }) => share(sum.badlyFilled, sum.lines)],
    [
      "lines with gaps over 0.05 em",
      ({ sum }) => share(sum.gaps.filter((gap) => gap > 0.05).length, sum.lines),
    ],
    ["lines with letters spaced within Latin words", ({ sum }) => sum.spacedWords],
    ["gaps between a word and the pause behind it", ({ sum }) => sum.beforePause],
    ["paragraphs copied exactly, poppler / MuPDF", ({ poppler, mupdf }) => `${poppler} / ${mupdf}`],
    ["whole process", ({ seconds }) => `${seconds.toFixed(1)} s`],
  ];
  const lines = [
    `\n## ${paragraphs.length} paragraphs of ${name}\n`,
    `| | ${columns.map(({ name }) => name).join(" | ")} |`,
    `| --- |${columns.map(() => " ---: |").join("")}`,
    ...rows.map(([name, show]) => `| ${name} | ${columns.map((column) => show(column)).join(" | ")} |`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
