/** Names for what is written: refused where one system reads them otherwise than another, or shows nothing. */
import { describe, expect, test } from "vitest";
import { sameNameKey, whyNoName } from "../../src/read/file-names.js";
import { readIssue } from "../../src/read/read-issue.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { ITEM, MANIFEST, readFiles } from "./reading.js";

const why = (name: string) => whyNoName(name, 200)?.en;

describe("a name", () => {
  test.each([
    ..."\u00ad\u034f\u061c\u115f\u17b4\u180e\u200b\u200d\u200e\u202e\u2060\u2066\u2800\u3164\ufe0f\ufeff\uffa0".split(
      "",
    ),
    "\u{e0041}",
    "\u{e0100}",
  ])("with a character that is not shown: %j", (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    expect(why(`a${character}b`)).toBe(`it contains the invisible character U+${code}`);
  });

  test.each(["CON", "con", "Prn", "aux.2026", "NUL .txt", "COM1", "lpt9.x", "com¹", "CONIN$"])(
    "of a device: %s",
    (name) => {
      expect(why(name)).toBe("Windows reserves it for a device");
    },
  );

  test.each([
    ["dist.", "it ends with a dot, which Windows drops"],
    ["dist ", "it begins or ends with a space"],
    [" dist", "it begins or ends with a space"],
    ["\u3000", "it begins or ends with a space"],
    ["a:b", "it contains “:”"],
    ["a\nb", "it contains the invisible character U+000A"],
    ["期".repeat(67), "it is too long: 201 bytes, where at most 200 are allowed"],
  ])("%j", (name, reason) => {
    expect(why(name)).toBe(reason);
  });

  test.each([
    "2026-09",
    "第9期",
    "console",
    "nulls",
    "com10",
    "a.b",
    "合订本（上）",
    "v1.0",
    "Ångström",
    "a b",
  ])("that every system takes: %s", (name) => {
    expect(why(name)).toBeUndefined();
  });
});

test("names are the same that a system may take for the same", () => {
  expect(sameNameKey("May")).toBe(sameNameKey("MAY"));
  expect(sameNameKey("caf\u00e9")).toBe(sameNameKey("CAFE\u0301"));
  expect(sameNameKey("五月")).not.toBe(sameNameKey("六月"));
});

test.each([
  ["slug", '"a\\u200Bb"', "U+200B"],
  ["slug", "CON", "device"],
  ["slug", '"x."', "dot"],
  ["slug", ".hidden", "hidden"],
  ["output", '{folder: "dist."}', "dot"],
  ["output", "{folder: CON}", "device"],
  ["output", "{folder: a/nul.x/b}", "device"],
  ["output", '{folder: "a\\u3164b"}', "U+3164"],
  ["output", `{folder: ${"x".repeat(256)}}`, "256 bytes, where at most 255 are allowed"],
])("a manifest with %s: %s is told where it is written", (key, value, words) => {
  const text = `${MANIFEST}${key}: ${value}\n`;
  const found = readFiles({ "issue.yaml": text }).diagnostics.filter(({ message }) =>
    message.en.includes(words),
  );
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([["manifest/invalid-value", "error"]]);
  expect(value).toContain(text.slice(found[0]?.span.start, found[0]?.span.end));
});

test.each(["{folder: dist/2026.1}", "{folder: ../../dist}", "{folder: ./成品}", "{folder: ../a/./b}"])(
  "output: %s is a name like any other",
  (value) => {
    const workspace = memoryWorkspace({
      "bulletin.yaml": "contact: {email: a@example.org}\n",
      "issues/1/issue.yaml": `${MANIFEST}output: ${value}\n`,
      "issues/1/items/01.md": ITEM,
    });
    const { diagnostics } = readIssue("issues/1/issue.yaml", workspace);
    expect(diagnostics.filter(({ message }) => message.en.includes("output folder"))).toEqual([]);
  },
);
