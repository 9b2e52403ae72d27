/** `bulletin schema`: prints a JSON Schema for completion and checks in text editors. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { nearestName } from "../../diagnostics/nearest-name.js";
import { printableJson } from "../../diagnostics/printable.js";
import { SCHEMA_NAMES } from "../../read/schema-names.js";
import { schemaOf } from "../../schema.js";

export function runSchema(name: string, _language: Language): number {
  const known = SCHEMA_NAMES.find((one) => one === name);
  if (known === undefined) throw unknownSchema(name);
  process.stdout.write(`${printableJson(schemaOf(known))}\n`);
  return 0;
}

function unknownSchema(name: string): EnvironmentError {
  const names = SCHEMA_NAMES.join(", ");
  const near = nearestName(name, SCHEMA_NAMES);
  return new EnvironmentError(
    { zh: `没有名为“${name}”的 Schema。`, en: `There is no schema named “${name}”.` },
    near === undefined
      ? { zh: `可选：${names}。`, en: `Choose from: ${names}.` }
      : { zh: `是否要找 ${near}？可选：${names}。`, en: `Did you mean ${near}? Choose from: ${names}.` },
  );
}
