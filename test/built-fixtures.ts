/**
 * The fixtures that build, each built once in a test file's process: what golden, parity and
 * determinism look at.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type BuildResult, build } from "../src/build.js";
import { diskEnvironment } from "../src/disk/disk-environment.js";
import { EDITION_NAMES } from "../src/editions/edition-table.js";

export const FIXTURES = "fixtures";

/** Folders of fixtures that hold an issue and are not broken on purpose. */
export const soundFixtures: readonly string[] = readdirSync(FIXTURES)
  .filter((name) => existsSync(join(FIXTURES, name, "issue.yaml")))
  .sort();

export const brokenFixtures: readonly string[] = readdirSync(join(FIXTURES, "broken")).sort();

const environment = diskEnvironment();
const built = new Map<string, Promise<BuildResult>>();

export function buildFixture(name: string): Promise<BuildResult> {
  const known = built.get(name);
  if (known !== undefined) return known;
  const made = buildAfresh(name);
  built.set(name, made);
  return made;
}

export function buildAfresh(name: string): Promise<BuildResult> {
  return build(join(FIXTURES, name, "issue.yaml"), environment, { editions: EDITION_NAMES });
}
