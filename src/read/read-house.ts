/** bulletin.yaml to values; what they mean for an issue is put together by read-issue.ts. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SuppressionComment } from "../model/issue.js";
import type { FieldRules, Fields, RecordValue } from "./fields/field.js";
import { readRecord } from "./fields/record-field.js";
import { type HouseValue, houseFields } from "./house-fields.js";
import { KEY_FILES } from "./key-files.js";
import { readText } from "./read-text-file.js";
import { readYamlSuppressions } from "./suppression-comments.js";
import type { Workspace } from "./workspace.js";
import { MAX_YAML_BYTES, readYaml, type YamlDocument } from "./yaml-document.js";

export const MANIFEST_RULES: FieldRules = {
  unknownKey: "manifest/unknown-key",
  invalidValue: "manifest/invalid-value",
  missingValue: "manifest/missing-value",
};

const SYNTAX_RULE = "manifest/syntax";

export interface YamlFile<F extends Fields> {
  readonly path: string;
  /** undefined where the file cannot be read as text */
  readonly text: string | undefined;
  readonly document: YamlDocument | undefined;
  /** undefined where there is no map */
  readonly record: RecordValue<F> | undefined;
  readonly suppressions: readonly SuppressionComment[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readHouseFile(
  path: string,
  workspace: Workspace,
): YamlFile<typeof houseFields> & { readonly record: HouseValue | undefined } {
  return readYamlFile(path, { fields: houseFields, workspace });
}

const disguised = (path: string, rule: string): Diagnostic => ({
  rule,
  severity: "error",
  span: { path, start: 0, end: 0 },
  message: {
    zh: `“${path}”是一个链接，指向的不是 YAML 文件。`,
    en: `“${path}” is a link to something other than a YAML file.`,
  },
  help: { zh: "请把文件本身放在这里。", en: "Put the file itself here." },
});

/** Reads a YAML file of the bulletin by the keys it may have. An empty file is an empty map. */
export function readYamlFile<F extends Fields>(
  path: string,
  { fields, workspace }: { readonly fields: F; readonly workspace: Workspace },
): YamlFile<F> {
  // Findings show lines of what is read: a link that leads to anything but YAML is not followed.
  const isDisguised = !/\.ya?ml$/i.test(workspace.realPath(path) ?? path);
  const content = isDisguised
    ? { fault: disguised(path, SYNTAX_RULE) }
    : readText(workspace.readFile(path, { maxBytes: MAX_YAML_BYTES }), { path, rule: SYNTAX_RULE });
  if ("fault" in content) {
    return {
      path,
      text: undefined,
      document: undefined,
      record: undefined,
      suppressions: [],
      diagnostics: [content.fault],
    };
  }
  const known = latest.get(fields);
  if (known !== undefined && known.path === path && known.text === content.text) {
    // What was kept under these fields was read by them.
    return known as YamlFile<F>;
  }
  const file = parseYamlFile(path, { fields, text: content.text });
  latest.set(fields, file);
  return file;
}

/**
 * The last file read by each set of fields. Hundreds of items are linted under one house, hundreds
 * of issues built with one template: the same text at the same path says the same again.
 */
const latest = new WeakMap<Fields, YamlFile<Fields>>();

function parseYamlFile<F extends Fields>(
  path: string,
  { fields, text }: { readonly fields: F; readonly text: string },
): YamlFile<F> {
  const source = { path, text, start: 0, end: text.length };
  const document = readYaml({ ...source, rule: SYNTAX_RULE });
  const diagnostics = [...document.diagnostics];
  const record =
    document.root &&
    readRecord(fields, document.root, {
      document,
      rules: MANIFEST_RULES,
      keys: { own: fields, others: KEY_FILES },
      report: (diagnostic) => {
        diagnostics.push(diagnostic);
      },
    });
  return { path, text, document, record, suppressions: readYamlSuppressions(source), diagnostics };
}
