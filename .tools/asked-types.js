/**
 * The modules that a declaration file asks for. Between quotation marks stand other words, too: `"import" | "stats"` is a type.
 * @param {string} text as tsc prints it: `from "…"`, `import "…"`, `import("…")`
 * @returns {readonly string[]}
 */
export function askedTypes(text) {
  return [...text.matchAll(/\b(?:from |import |import\()"([^"\n]+)"/g)].map(([, name]) => name);
}
