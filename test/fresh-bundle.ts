/**
 * Bundles the package before any test runs, and before a watch runs tests again: what starts bin/bulletin.js
 * or reads dist is about the sources as they are. A source that cannot be bundled ends the run here.
 */
import { execFileSync } from "node:child_process";
import type { TestProject } from "vitest/node";

export function setup(project: TestProject): void {
  bundle();
  project.onTestsRerun(bundle);
}

function bundle(): void {
  execFileSync(process.execPath, [".tools/build.js"], { stdio: ["ignore", "ignore", "inherit"] });
}
