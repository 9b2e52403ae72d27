/**
 * The JSON Schemas as the package gives them: those of the declared keys, with the names and
 * options of all rules filled in under `lint.rules`.
 */
import { allRules } from "./check/all-rules.js";
import { ruleSettingsSchema } from "./check/rule-catalogue.js";
import { ISSUE_SCHEMA } from "./editions/json/issue-schema.js";
import { jsonSchema } from "./read/json-schema.js";
import type { SchemaName } from "./read/schema-names.js";

type SchemaNode = { readonly [key: string]: unknown };

export function schemaOf(name: SchemaName): SchemaNode {
  if (name === "issue") return ISSUE_SCHEMA;
  const schema: SchemaNode = jsonSchema(name);
  return withRules(schema, ["properties", "lint", "properties", "rules"]);
}

/** Replaces the node at the path, where there is one; what the node says of itself stays. */
function withRules(node: SchemaNode, path: readonly string[]): SchemaNode {
  const [key, ...rest] = path;
  if (key === undefined) return { ...node, ...ruleSettingsSchema(allRules) };
  const child = node[key];
  if (typeof child !== "object" || child === null) return node;
  return { ...node, [key]: withRules({ ...child }, rest) };
}
