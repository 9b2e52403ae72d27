/**
 * The keys of `look`: those of template.yaml, none of them required. What a house or an issue gives lies over its
 * template (read-template.ts).
 */
import type { Field, Fields } from "./fields/field.js";
import { record } from "./fields/record-field.js";
import { templateFields } from "./template-fields.js";

export const lookFields: Fields = withoutRequired(templateFields);

function withoutRequired(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, optional(field)]));
}

/** A default would be the template's, not the schema's. */
function optional(field: Field<unknown>): Field<unknown> {
  const { parts } = field.type;
  const type = parts === undefined ? field.type : record(withoutRequired(parts), field.type.main);
  return { ...field, type, required: false, fallback: undefined };
}
