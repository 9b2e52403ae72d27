/**
 * What stands where in YAML: its maps, lists, keys and values in order, each value with the place of its
 * characters. For whoever has to see that a change of the text left all of them what they were (mend/).
 */
import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Span } from "../model/located.js";
import { readYaml, spanOf, type YamlSource } from "./yaml-document.js";

export interface YamlShape {
  /** brackets of maps and lists, and between them the places of keys and values, quotes included */
  readonly parts: readonly (string | Span)[];
  /** how much of it is no YAML */
  readonly faults: number;
}

export function yamlShape(source: YamlSource): YamlShape {
  const document = readYaml(source);
  const parts: (string | Span)[] = [];
  const add = (node: Node | null | undefined): void => {
    if (node === null || node === undefined) parts.push("nothing");
    else if (isMap<Node, Node | null>(node)) {
      parts.push("{");
      for (const { key, value } of node.items) {
        add(key);
        add(value);
      }
      parts.push("}");
    } else if (isSeq<Node>(node)) {
      parts.push("[");
      node.items.forEach(add);
      parts.push("]");
    } else if (isScalar(node) || isAlias(node)) {
      const span = spanOf(node, source);
      // A key without a value has a scalar of no characters, whose place says nothing.
      parts.push(span.start === span.end ? "nothing" : span);
    }
  };
  add(document.root);
  return { parts, faults: document.diagnostics.length };
}
