/** Installs a package of its own (judges, other Nodes) unless it lies there as its lockfile has it. */
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

/** @param folder holds package.json and package-lock.json */
export function installOnce(folder) {
  const installed = join(folder, "node_modules", ".package-lock.json");
  const lockfile = join(folder, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  // The packages bring what they need; their install scripts would fetch more from elsewhere.
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "inherit",
  });
}
