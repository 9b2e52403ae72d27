/** The kinds of file that have a JSON Schema, by the names that `bulletin schema` takes. */
export const SCHEMA_NAMES = ["manifest", "house", "item", "template"] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];
