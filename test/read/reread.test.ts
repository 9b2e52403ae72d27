/** A file that changes between two readings is read anew, whatever was kept of it before. */
import "../with-parser.js";
import { expect, test } from "vitest";
import { readIssue } from "../../src/read/read-issue.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { ITEM, MANIFEST } from "./reading.js";

const read = (manifest: string, path = "issue.yaml") =>
  readIssue(path, memoryWorkspace({ [path]: manifest, "items/01.md": ITEM }));

test("a manifest edited, and edited back, says what it says now", () => {
  const edited = MANIFEST.replace("number: 3", "number: 4");
  const numbers = [MANIFEST, edited, MANIFEST, MANIFEST].map((text) => read(text).issue?.number.value);
  expect(numbers).toEqual([3, 4, 3, 3]);
});

test("the same text at another path has its places there", () => {
  const broken = MANIFEST.replace("number: 3", "number: drei");
  const paths = ["issue.yaml", "other.yaml"].map((path) => read(broken, path).diagnostics[0]?.span.path);
  expect(paths).toEqual(["issue.yaml", "other.yaml"]);
});

test("a second reading tells the same faults as the first", () => {
  const broken = MANIFEST.replace("number: 3", "nummer: 3");
  expect(read(broken).diagnostics).toEqual(read(broken).diagnostics);
  expect(read(broken).diagnostics.length).toBeGreaterThan(0);
});
