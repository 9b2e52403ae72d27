/**
 * The JSON Schemas that ship with the package, made from the same declarations by which files are
 * read. Draft-07 is what the YAML language server takes.
 */
import type { Message } from "../diagnostics/diagnostic.js";
import type { Fields, JsonSchema } from "./fields/field.js";
import { recordSchema } from "./fields/record-field.js";
import { frontMatterFields, ITEM_TITLE } from "./front-matter-fields.js";
import { HOUSE_TITLE, houseFields } from "./house-fields.js";
import { MANIFEST_TITLE, manifestFields } from "./manifest-fields.js";
import type { KeySchemaName } from "./schema-names.js";
import { TEMPLATE_TITLE, templateFields } from "./template-fields.js";

const DOCUMENTS: Readonly<Record<KeySchemaName, { readonly title: Message; readonly fields: Fields }>> = {
  manifest: { title: MANIFEST_TITLE, fields: manifestFields },
  house: { title: HOUSE_TITLE, fields: houseFields },
  item: { title: ITEM_TITLE, fields: frontMatterFields },
  template: { title: TEMPLATE_TITLE, fields: templateFields },
};

export function jsonSchema(name: KeySchemaName): JsonSchema {
  const { title, fields } = DOCUMENTS[name];
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `${title.zh} / ${title.en}`,
    ...recordSchema(fields),
  };
}
