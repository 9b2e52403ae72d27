/**
 * Peers: another linter, or remark's parser alone, over a folder of item files.
 * Usage: node lint-peers.js autocorrect|zhlint|remark FOLDER BENCH-FOLDER
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [peer, folder, bench] = process.argv.slice(2);
const require = createRequire(join(resolve(bench), "package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const lintOne = await openPeer();
let found = 0;
for (const name of readdirSync(folder).sort()) {
  if (name.endsWith(".md")) found += lintOne(readFileSync(join(folder, name), "utf8"), name);
}
process.stdout.write(`${found}\n`);

async function openPeer() {
  if (peer === "autocorrect") {
    const { lintFor } = require("autocorrect-node");
    return (text, name) => lintFor(text, name).lines.length;
  }
  if (peer === "zhlint") {
    const { run } = require("zhlint");
    return (text) => run(text, { rules: { preset: "default" } }).validations.length;
  }
  const [{ unified }, { default: parse }, { default: gfm }, { default: frontmatter }] = await Promise.all(
    ["unified", "remark-parse", "remark-gfm", "remark-frontmatter"].map(load),
  );
  const processor = unified().use(parse).use(gfm).use(frontmatter).freeze();
  return (text) => processor.parse(text).children.length;
}
