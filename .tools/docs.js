/**
 * Writes what is generated of the documentation, and test/docs.test.ts and test/architecture.test.ts fail
 * when it is stale: docs/rules.md from the rules' own documentation, the table of imports in src/README.md. The lines
 * of the word list in docs/packs.md are held by test/packs/shipped-lines.test.ts.
 */
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
// Bundles the rules as they are now.
import "./build.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { default: document } = await import("../dist/rules-document.cjs");
await writeFile(join(root, "docs", "rules.md"), document.rulesDocument());

const { withImportTable } = await load(join(root, "test", "architecture", "import-table.ts"));
const readme = join(root, "src", "README.md");
await writeFile(readme, withImportTable(await readFile(readme, "utf8")));

const { withShippedLines } = await load(join(root, "test", "packs", "shipped-lines.ts"));
const { OFFICIAL_WORDING } = await load(join(root, "src", "packs", "shipped", "official-wording.ts"));
const packs = join(root, "docs", "packs.md");
await writeFile(packs, withShippedLines(await readFile(packs, "utf8"), OFFICIAL_WORDING));

/** A file in TypeScript that imports nothing: Node 20 does not read it. */
async function load(path) {
  const { outputFiles } = await build({ entryPoints: [path], write: false, format: "esm" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
