/**
 * Of the findings of issues that a change touches, those about copy that it leaves as it was. The issue is seen
 * whole, and what is wrong with it as a whole is told; but whoever changes one item is not to be asked about the
 * words of another. Errors stay wherever they are: with them there is no issue.
 */
import type { Diagnostic, Sources } from "../../diagnostics/diagnostic.js";
import { MANIFEST } from "../find-targets.js";

const COPY = /\.(?:md|markdown)$/i;
const YAML = /\.ya?ml$/i;

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/**
 * @param changed workspace paths of files that changed, and of those that are gone
 * @returns whether a finding is about unchanged copy alone: no error, in an item that neither changed nor names a
 *   changed file, and related to no changed file
 */
export function findingsOfUnchanged(
  changed: readonly string[],
  sources: Sources,
): (finding: Diagnostic) => boolean {
  const own = new Set(changed);
  // House rules and templates are the law of all copy; a manifest changes with each item that is added.
  const isLawChanged = changed.some((path) => YAML.test(path) && nameOf(path) !== MANIFEST);
  const others = changed.filter((path) => !COPY.test(path) && !YAML.test(path)).map(nameOf);
  // As an address in Markdown names them.
  const named = [...new Set(others.flatMap((name) => [name, encodeURI(name)]))];
  const touched = new Map<string, boolean>();
  const isTouched = (path: string): boolean => {
    const known = touched.get(path);
    if (known !== undefined) return known;
    const text = sources.get(path) ?? "";
    const is = !COPY.test(path) || own.has(path) || named.some((name) => text.includes(name));
    touched.set(path, is);
    return is;
  };
  return ({ severity, span, related = [] }) =>
    !isLawChanged &&
    severity !== "error" &&
    !isTouched(span.path) &&
    !related.some((other) => own.has(other.span.path));
}
