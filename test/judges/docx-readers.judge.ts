/**
 * The DOCX edition as programs without Word read it: pandoc, mammoth, python-docx and docx4j. Text and structure
 * are whole, as the issue says them. What a reader cannot say is left out below, by name; docs/editions.md tells it.
 * python-docx and docx4j come from PyPI and Maven Central into .judges, once.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixtureNames, renderFixture } from "../docx/fixture-files.js";
import { compact, type DocxOutline, type ExpectedOutline, outlineOfIssue } from "./readers/docx-outline.js";
import { readByMammoth } from "./readers/mammoth-outline.js";
import { readByPandoc } from "./readers/pandoc-outline.js";

const FOLDER = ".judges/docx-readers";
const DOCX4J = ".judges/docx4j";
const SCRIPTS = join(import.meta.dirname, "readers");
const PYTHON_DOCX = "python-docx==1.2.0";
/** Named after what is in it: once installed, it is not asked for again. */
const PYTHON = `.judges/${PYTHON_DOCX.replace("==", "-")}`;

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const files: { readonly name: string; readonly path: string; readonly expected: ExpectedOutline }[] = [];
for (const name of fixtureNames) {
  const { issue, bytes } = await renderFixture(name);
  const path = join(FOLDER, `${name}.docx`);
  writeFileSync(path, bytes);
  files.push({ name, path, expected: outlineOfIssue(issue) });
}
const paths = files.map(({ path }) => path);

type Kind = Exclude<keyof DocxOutline, "text">;
const KINDS: readonly Kind[] = [
  "headings",
  "tables",
  "links",
  "items",
  "tasks",
  "pictures",
  "notes",
  "strong",
  "emphasis",
];

/** What each reader cannot say. */
const READERS: readonly {
  readonly reader: string;
  readonly outlines: readonly Partial<DocxOutline>[];
  readonly cannot: readonly Kind[];
}[] = [
  // Takes for emphasis what is italic alone, and for a list what has numbers or bullets.
  { reader: "pandoc", outlines: paths.map(readByPandoc), cannot: ["emphasis", "tasks"] },
  { reader: "mammoth", outlines: await Promise.all(paths.map(readByMammoth)), cannot: [] },
  // Has no door to notes.
  { reader: "python-docx", outlines: readByPython(), cannot: ["notes"] },
  { reader: "docx4j", outlines: readByDocx4j(), cannot: [] },
];

describe.each(READERS)("$reader", ({ outlines, cannot }) => {
  const read = files.map(({ name, expected }, index) => ({ name, expected, found: outlines[index] ?? {} }));

  it.each(read)("reads all text of $name, in order", ({ expected, found }) => {
    expect(missing(expected.pieces, compact(found.text ?? ""))).toEqual([]);
  });

  const kinds = KINDS.filter((kind) => !cannot.includes(kind));
  it.each(kinds.flatMap((kind) => read.map((one) => ({ ...one, kind }))))(
    "finds the $kind of $name",
    ({ expected, found, kind }) => {
      const [wanted, all] = [pieces(expected[kind]), pieces(found[kind === "tasks" ? "items" : kind])];
      expect(kind === "headings" ? all : all.filter((one) => wanted.includes(one))).toEqual(
        kind === "links" ? expect.arrayContaining([...new Set(wanted)]) : wanted,
      );
    },
  );
});

/** @returns what can be compared: each entry as one text */
function pieces(value: DocxOutline[Kind] | undefined): readonly string[] {
  if (typeof value === "string") return [compact(value)];
  return (value ?? []).map((entry) => compact(typeof entry === "string" ? entry : entry.join("|")));
}

/** @returns the pieces that the text does not have, one behind the other */
function missing(wanted: readonly string[], text: string): readonly string[] {
  let from = 0;
  return wanted.filter((piece) => {
    const at = text.indexOf(piece, from);
    if (at >= 0) from = at + piece.length;
    return at < 0;
  });
}

function readByPython(): readonly DocxOutline[] {
  if (!existsSync(PYTHON)) {
    // A virtual environment cannot be moved: a link to it says that it is whole.
    const own = `${PYTHON}.venv`;
    rmSync(own, { recursive: true, force: true });
    execFileSync("python3", ["-m", "venv", own]);
    execFileSync(join(own, "bin/pip"), ["install", "--quiet", PYTHON_DOCX], { stdio: "pipe" });
    symlinkSync(basename(own), PYTHON);
  }
  return answerOf(join(PYTHON, "bin/python"), [join(SCRIPTS, "read_docx.py"), ...paths]);
}

function readByDocx4j(): readonly DocxOutline[] {
  const libraries = join(DOCX4J, "lib");
  if (!existsSync(libraries)) {
    mkdirSync(DOCX4J, { recursive: true });
    copyFileSync(join(SCRIPTS, "docx4j-pom.xml"), join(DOCX4J, "pom.xml"));
    const part = `${libraries}.part`;
    const copy = ["dependency:copy-dependencies", `-DoutputDirectory=${join(process.cwd(), part)}`];
    execFileSync("mvn", ["-q", "-B", "-f", join(DOCX4J, "pom.xml"), ...copy], { stdio: "pipe" });
    renameSync(part, libraries);
  }
  return answerOf("java", ["-cp", join(libraries, "*"), join(SCRIPTS, "ReadDocx.java"), ...paths]);
}

function answerOf(program: string, args: readonly string[]): readonly DocxOutline[] {
  const printed = execFileSync(program, args, { maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"] });
  return JSON.parse(printed.toString()) as readonly DocxOutline[];
}
