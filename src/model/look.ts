/**
 * What a house, or an issue, lays over its template (`look`): a tree of template.yaml's own keys, read and judged by the
 * fields of template.yaml, with their places. Only reading a template looks inside (read/read-template.ts).
 */
import type { Span } from "./located.js";

export interface Look {
  /** by key of template.yaml; undefined where the template's own holds */
  readonly values: Readonly<Record<string, unknown>>;
  readonly keys: ReadonlyMap<string, Span>;
  readonly span: Span;
}
