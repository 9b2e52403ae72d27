/** The sources as the tests of their architecture see them: which there are, and what each imports and how. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";

export const SOURCE = "src";

export interface Import {
  /** path of the file under the root of the package, or the name of a package as it is written */
  readonly target: string;
  readonly isPackage: boolean;
  readonly how: "values" | "types" | "lazily";
}

export function listSources(folder: string = SOURCE): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return listSources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const FROM = /^(?:import|export)\s+(type\s+)?[\w$*{},\s]+?\s+from\s+"([^"]+)"/gm;
const BARE = /^import\s+"([^"]+)"/gm;
const LAZY = /\bimport\(\s*"([^"]+)"\s*\)/g;

export function importsOf(file: string): readonly Import[] {
  const code = readFileSync(file, "utf8");
  const found = (how: Import["how"], name = ""): Import =>
    name.startsWith(".")
      ? { how, isPackage: false, target: sourceOf(posix.join(posix.dirname(file), name)) }
      : { how, isPackage: true, target: name };
  return [
    ...[...code.matchAll(FROM)].map(([, type, name]) => found(type === undefined ? "values" : "types", name)),
    ...[...code.matchAll(BARE)].map(([, name]) => found("values", name)),
    ...[...code.matchAll(LAZY)].map(([, name]) => found("lazily", name)),
  ];
}

/** A module is named as it will be once compiled; what has markup within is `.tsx`. */
function sourceOf(module: string): string {
  const withMarkup = module.replace(/\.js$/, ".tsx");
  return existsSync(withMarkup) ? withMarkup : module.replace(/\.js$/, ".ts");
}

/** `libphonenumber-js/min` is a part of `libphonenumber-js`. */
export const packageOf = (name: string): string =>
  name.startsWith("@") ? name.split("/").slice(0, 2).join("/") : (name.split("/")[0] ?? name);

/** Groups of files in which each leads to each other, by whatever kind of import; sorted. */
export function findCircles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const reachedFrom = new Map([...graph.keys()].map((file) => [file, reach(file, graph)]));
  const circles = new Map<string, readonly string[]>();
  for (const [file, reached] of reachedFrom) {
    if (!reached.has(file)) continue;
    const circle = [...reached].filter((other) => reachedFrom.get(other)?.has(file) === true).sort();
    circles.set(circle.join(" "), circle);
  }
  return [...circles.values()];
}

/** What can be reached by one step or more. */
function reach(from: string, graph: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(graph.get(from) ?? [])];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    open.push(...(graph.get(file) ?? []));
  }
  return reached;
}
