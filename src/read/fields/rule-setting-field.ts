/** The value of an entry of lint.rules: `off`, `warn`, or `[warn, {max: 40}]`. */
import { isSeq, type Node } from "yaml";
import type { SeveritySetting } from "../../model/house.js";
import { spanOf } from "../yaml-document.js";
import { type FieldType, reportInvalid } from "./field.js";
import { choice, describeNode } from "./scalar-fields.js";

export interface RuleSettingValue {
  readonly severity: SeveritySetting;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Rule ids and their options are known to check/ alone, which judges them. */
export function ruleSetting(): FieldType<RuleSettingValue> {
  const severity = choice("off", "info", "warn", "warning", "error");
  return {
    expects: severity.expects,
    schema: {
      anyOf: [
        severity.schema,
        {
          type: "array",
          minItems: 1,
          maxItems: 2,
          items: [severity.schema, { type: "object" }],
        },
      ],
    },
    read(node, reader) {
      const value = reader.document.resolve(node);
      if (!isSeq<Node>(value)) {
        const word = severity.read(node, reader);
        return word && { severity: settingOf(word.value), options: {} };
      }
      const [first, second] = value.items;
      const word = first && severity.read(first, reader);
      const options: unknown = second === undefined ? {} : reader.document.toPlain(second);
      if (
        first === undefined ||
        value.items.length > 2 ||
        typeof options !== "object" ||
        options === null ||
        Array.isArray(options)
      ) {
        reportInvalid(reader, {
          span: spanOf(node, reader.document.source),
          message: {
            zh: `这里应当是 [级别, {选项}]，现在是${describeNode(value).zh}。`,
            en: `This should be [severity, {options}], but it is ${describeNode(value).en}.`,
          },
          help: { zh: "例如：[warn, {max: 40}]。", en: "For example: [warn, {max: 40}]." },
        });
        return undefined;
      }
      // Keys of a YAML map in plain form are strings.
      return (
        word && { severity: settingOf(word.value), options: options as Readonly<Record<string, unknown>> }
      );
    },
  };
}

const settingOf = (word: "off" | "info" | "warn" | "warning" | "error"): SeveritySetting =>
  word === "warn" ? "warning" : word;
