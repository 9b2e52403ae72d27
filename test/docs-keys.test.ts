/** Every key of the JSON Schemas stands in a table of the documents, by its path or under the key that holds it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../src/read/fields/field.js";
import { jsonSchema } from "../src/read/json-schema.js";

const isSchema = (value: unknown): value is JsonSchema => typeof value === "object" && value !== null;

/** Rules and their options are listed in docs/rules.md, which is made of the rules themselves. */
const IS_OF_A_RULE = /^lint\.rules\./;

/** @returns the keys that hold no other keys, from the top down: `contact.email`, `sections.items` */
function pathsIn(schema: JsonSchema, above = ""): readonly string[] {
  const inner = [schema.items, ...(Array.isArray(schema.anyOf) ? schema.anyOf : [])]
    .filter(isSchema)
    .flatMap((one) => pathsIn(one, above));
  const own = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).flatMap(
    ([key, below]) => {
      const path = above === "" ? key : `${above}.${key}`;
      const deeper = pathsIn(below, path);
      return deeper.length > 0 ? deeper : [path];
    },
  );
  return [...new Set([...inner, ...own])];
}

/** Words in code that stand in the first column of a table, or in an example of YAML. */
const documented = (page: string): string =>
  readFileSync(page, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|") || /^\s*(?:- )?#? ?[\w-]+:|^\s*[\w-]+: \{/.test(line))
    .join("\n");

const TEXT = ["docs/formats.md", "docs/templates.md"].map(documented).join("\n");

const isDocumented = (path: string): boolean => {
  const key = path.split(".").at(-1) ?? "";
  return TEXT.includes(`\`${path}\``) || new RegExp(`(?<![\\w-])${key}(?![\\w-])`).test(TEXT);
};

describe.each(["manifest", "house", "item"] as const)("keys of %s", (name) => {
  it("are documented", () => {
    const paths = pathsIn(jsonSchema(name)).filter((path) => !IS_OF_A_RULE.test(path));
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !isDocumented(path))).toEqual([]);
  });
});

it("a key that no page has is seen", () => expect(isDocumented("contact.telegraph")).toBe(false));
