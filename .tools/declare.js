/**
 * Writes the declaration files of the public API into dist/types: those that src/index.ts reaches,
 * and no others.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { askedTypes } from "./asked-types.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const types = join(root, "dist", "types");

rmSync(types, { recursive: true, force: true });
const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
execFileSync(process.execPath, [compiler, "-p", join(root, ".tools", "tsconfig.types.json")], {
  stdio: "inherit",
});

const needed = new Set();
keep(join(types, "index.d.ts"));
for (const name of readdirSync(types, { recursive: true })) {
  const path = join(types, name);
  if (path.endsWith(".d.ts") && !needed.has(path)) rmSync(path);
}
for (const name of readdirSync(types, { recursive: true }).sort().reverse()) {
  const path = join(types, name);
  if (!path.endsWith(".d.ts") && readdirSync(path).length === 0) rmSync(path, { recursive: true });
}

function keep(path) {
  if (needed.has(path)) return;
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  needed.add(path);
  const text = readFileSync(path, "utf8");
  for (const name of askedTypes(text)) {
    if (name.startsWith(".")) keep(resolve(dirname(path), name.replace(/\.js$/, ".d.ts")));
    // Who installs the package has its own files and no others: a bundled package brings no types along.
    else if (!name.startsWith("node:")) throw new Error(`${path} asks for the types of ${name}`);
  }
}
