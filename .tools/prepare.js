/**
 * Builds the package after `npm install`. Installed straight from a repository (`npm install --global git+https://…`,
 * pre-commit's hooks) it has to build itself in a clone to which npm brings no development dependencies: what it
 * was asked to do globally, it does there, too. They are fetched here then.
 */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (!hasTools()) {
  const words = ["ci", "--location=project", "--global=false", "--include=dev", "--include=optional"];
  // npm says where it lies; `npm` itself is a batch file on Windows, which only a shell can start.
  execFileSync(
    process.execPath,
    [process.env.npm_execpath, ...words, "--ignore-scripts", "--no-audit", "--no-fund"],
    { cwd: root, stdio: ["ignore", process.stderr, "inherit"] },
  );
}
await import("./build.js");

function hasTools() {
  try {
    createRequire(import.meta.url).resolve("esbuild");
    return true;
  } catch {
    return false;
  }
}
