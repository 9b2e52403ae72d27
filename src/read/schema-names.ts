/** The kinds of file that have a JSON Schema, by the names that `bulletin schema` takes. */

/** Files that people write. */
export const KEY_SCHEMA_NAMES = ["manifest", "house", "item", "template"] as const;
/** Those, and the JSON edition of an issue, which we write. */
export const SCHEMA_NAMES = [...KEY_SCHEMA_NAMES, "issue"] as const;

export type KeySchemaName = (typeof KEY_SCHEMA_NAMES)[number];
export type SchemaName = (typeof SCHEMA_NAMES)[number];
