/**
 * Word files of a folder, read by bulletin and by mammoth (and by LibreOffice where `soffice` is there and
 * `--libreoffice` is said): which are read, which refused, and which letters and digits the other reader has that ours
 * does not. `node .tools/compare-word.js FOLDER [--libreoffice]`. What differs is to be looked at: hidden and deleted
 * text is left out on purpose, fields are not computed anew, LibreOffice prints the numbers of notes.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import mammoth from "mammoth";

const [folder, how] = process.argv.slice(2);
if (folder === undefined) throw new Error("node .tools/compare-word.js FOLDER [--libreoffice]");

const scratch = mkdtempSync(join(tmpdir(), "compare-word-"));
const bundle = join(scratch, "read.mjs");
await build({
  stdin: {
    contents:
      'export { readWordPackage } from "./src/intake/word/read-word-package.ts"; export { paragraphsOf, paragraphText } from "./src/intake/manuscript-text.ts";',
    resolveDir: ".",
  },
  bundle: true,
  platform: "node",
  format: "esm",
  outfile: bundle,
});
const { readWordPackage, paragraphsOf, paragraphText } = await import(pathToFileURL(bundle).href);

const files = readdirSync(folder)
  .filter((name) => /\.(?:docx|docm|dotx)$/i.test(name))
  .sort();
const counts = { files: files.length, read: 0, refused: 0, empty: 0, crashed: 0, differing: 0, missing: 0 };

for (const name of files) {
  const bytes = readFileSync(join(folder, name));
  let reading;
  try {
    reading = readWordPackage(bytes, { path: name, name });
  } catch (error) {
    counts.crashed += 1;
    console.log(`${name}: crashed`, error);
    continue;
  }
  const { manuscript, notices } = reading;
  if (manuscript === undefined) {
    const isEmpty = notices.some(({ rule }) => rule === "import/empty");
    counts[isEmpty ? "empty" : "refused"] += 1;
    if (!isEmpty) console.log(`${name}: ${notices.map(({ message }) => message.en).join(" ")}`);
    continue;
  }
  counts.read += 1;
  const blocks = [...manuscript.blocks, ...[...manuscript.notes.values()].flat()];
  const ours = [...paragraphsOf(blocks)].map(paragraphText).join("\n");
  const others = [["mammoth", await readByMammoth(bytes)]];
  if (how === "--libreoffice") others.push(["LibreOffice", readByLibreOffice(name)]);
  for (const [reader, theirs] of others) {
    if (theirs === undefined) continue;
    const missing = missingFrom(ours, theirs);
    if (missing === "") continue;
    counts.differing += 1;
    counts.missing += missing.length;
    const told = [...new Set(manuscript.notices.map(({ rule }) => rule))].join(", ");
    console.log(`${name}: ${reader} has ${missing.length} more: ${missing.slice(0, 60)} (${told})`);
  }
}
rmSync(scratch, { recursive: true });
console.log(counts);
process.exitCode = counts.crashed > 0 ? 1 : 0;

async function readByMammoth(bytes) {
  try {
    return (await mammoth.extractRawText({ buffer: bytes })).value;
  } catch {
    return undefined;
  }
}

function readByLibreOffice(name) {
  const profile = pathToFileURL(join(scratch, "profile")).href;
  const asked = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", scratch];
  spawnSync("soffice", [`-env:UserInstallation=${profile}`, ...asked, join(folder, name)], {
    timeout: 60_000,
  });
  try {
    return readFileSync(join(scratch, `${basename(name, extname(name))}.txt`), "utf8");
  } catch {
    return undefined;
  }
}

/** Letters and digits that `theirs` has oftener than `ours`, whatever their order. */
function missingFrom(ours, theirs) {
  const count = new Map();
  for (const character of letters(ours)) count.set(character, (count.get(character) ?? 0) + 1);
  let missing = "";
  for (const character of letters(theirs)) {
    const left = count.get(character) ?? 0;
    if (left === 0) missing += character;
    else count.set(character, left - 1);
  }
  return missing;
}

function letters(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
