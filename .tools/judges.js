/**
 * Runs the judges: installs their packages, builds every sound fixture into .judges/out, and hands
 * the files to the suite in test/judges. Needs Debian's chromium, firefox-esr, poppler-utils, qpdf, mupdf-tools,
 * libreoffice, python3-uno, strace, and Java with Maven; what is missing is said by each judge (in CI it fails).
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnce } from "./install-once.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const suite = join(root, "test", "judges");
const run = (command, args, cwd = root) => execFileSync(command, args, { cwd, stdio: "inherit" });

installOnce(suite);

// What is judged is built of the sources as they are.
run(process.execPath, [join(root, ".tools", "build.js")]);
run(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", suite]);

const out = join(root, ".judges", "out");
rmSync(out, { recursive: true, force: true });
for (const name of readdirSync(join(root, "fixtures"))) {
  if (!existsSync(join(root, "fixtures", name, "issue.yaml"))) continue;
  run(process.execPath, ["bin/bulletin.js", "build", join("fixtures", name), "--out", join(out, name)]);
}
run(process.execPath, [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--config",
  "test/judges/vitest.config.ts",
  ...process.argv.slice(2),
]);
