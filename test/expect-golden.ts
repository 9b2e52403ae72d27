/** Compares a text with the one that was accepted; `npm run golden` accepts what is made now. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";

export function expectGolden(path: string, actual: string): void {
  if (process.env.GOLDEN === "accept") {
    if (existsSync(path) && readFileSync(path, "utf8") === actual) return;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  expect(existsSync(path), `${path} is there (npm run golden makes it)`).toBe(true);
  expect(actual).toBe(readFileSync(path, "utf8"));
}
