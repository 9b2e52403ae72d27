/**
 * Node's own modules are asked for by require. Imported as ES modules each of their names is looked at, also those
 * behind which more is loaded: `import "node:fs"` brings promises, readline and the history of the console, four
 * milliseconds of every start on Node 24.
 */
import { isBuiltin } from "node:module";
import { parse } from "acorn";

/** @param {string} text of an ES module */
export function askForBuiltins(text) {
  const asked = [];
  let rest = "";
  let end = 0;
  for (const node of parse(text, { ecmaVersion: "latest", sourceType: "module" }).body) {
    if (node.type !== "ImportDeclaration" || !isBuiltin(node.source.value)) continue;
    // It gives require itself.
    if (/^(?:node:)?module$/.test(node.source.value)) continue;
    asked.push(...node.specifiers.map((specifier) => printRequire(specifier, node.source.raw)));
    rest += text.slice(end, node.start);
    end = node.end;
  }
  if (asked.length === 0) return text;
  const head = `import{createRequire as __createRequire}from"node:module";const __builtin=__createRequire(import.meta.url);`;
  return `${head}\n${asked.join("\n")}\n${rest}${text.slice(end)}`;
}

function printRequire({ type, imported, local }, module) {
  if (type !== "ImportSpecifier") return `const ${local.name}=__builtin(${module});`;
  return `const{${imported.name}:${local.name}}=__builtin(${module});`;
}
