/**
 * Of the findings of issues that a change touches, those about copy that it leaves as it was. The issue is seen
 * whole, and what is wrong with it as a whole is told; but whoever changes one item is not to be asked about the
 * words of another. Errors stay wherever they are: with them there is no issue.
 */
import type { Diagnostic, Sources } from "../../diagnostics/diagnostic.js";
import type { Workspace } from "../../read/workspace.js";
import { isLawFile } from "./law-files.js";

const COPY = /\.(?:md|markdown)$/i;
const YAML = /\.ya?ml$/i;

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

export interface TouchedFindings {
  readonly touched: readonly Diagnostic[];
  /** how many are about unchanged copy alone */
  readonly untouched: number;
}

/**
 * @param paths of files that changed, and of those that are gone
 * @returns apart from the others those about unchanged copy alone: no errors, in items that neither changed nor name a
 *   changed file, and related to no changed file
 */
export function partFindings(
  found: readonly Diagnostic[],
  {
    paths,
    sources,
    workspace,
  }: { readonly paths: readonly string[]; readonly sources: Sources; readonly workspace: Workspace },
): TouchedFindings {
  if (paths.some((path) => isLawFile(path, workspace))) return { touched: found, untouched: 0 };
  const own = new Set(paths);
  const others = paths.filter((path) => !COPY.test(path) && !YAML.test(path)).map(nameOf);
  // As an address in Markdown names them.
  const named = [...new Set(others.flatMap((name) => [name, encodeURI(name)]))];
  const known = new Map<string, boolean>();
  const isTouched = (path: string): boolean => {
    const text = sources.get(path) ?? "";
    const is =
      known.get(path) ?? (!COPY.test(path) || own.has(path) || named.some((name) => text.includes(name)));
    known.set(path, is);
    return is;
  };
  const touched = found.filter(
    ({ severity, span, related = [] }) =>
      severity === "error" || isTouched(span.path) || related.some((other) => own.has(other.span.path)),
  );
  return { touched, untouched: found.length - touched.length };
}
