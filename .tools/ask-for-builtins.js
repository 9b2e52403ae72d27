/**
 * Node's own modules are asked for by require. Imported as ES modules each of their names is looked at, also those
 * behind which more is loaded: `import "node:fs"` brings promises, readline and the history of the console, four
 * milliseconds of every start on Node 24.
 */
import { createRequire, isBuiltin } from "node:module";
import { parse } from "acorn";

const require = createRequire(import.meta.url);

/** It takes four milliseconds to load, and most commands that could hash something do not, or not at once. */
const LATE = /^(?:node:)?crypto$/;

/**
 * @param {string} text of an ES module
 * @param {{ readonly atOnce?: boolean }} [options] atOnce: also for what is else asked for when it is first called
 * @throws of a script with a `#!`, and of a module's `default` asked for by way of all its names
 */
export function askForBuiltins(text, { atOnce = false } = {}) {
  if (text.startsWith("#!")) throw new Error("nothing can be put in front of a line with #!");
  const asked = [];
  let rest = "";
  let end = 0;
  for (const node of parse(text, { ecmaVersion: "latest", sourceType: "module" }).body) {
    if (node.type !== "ImportDeclaration" || !isBuiltin(node.source.value)) continue;
    // It gives require itself.
    if (/^(?:node:)?module$/.test(node.source.value)) continue;
    asked.push(...node.specifiers.map((specifier) => printRequire(specifier, { text, node, atOnce })));
    // Behind what ended only because an import followed; of others it is one more.
    rest += `${text.slice(end, node.start)};`;
    end = node.end;
  }
  if (asked.length === 0) return text;
  const head = `import{createRequire as __createRequire}from"node:module";const __builtin=__createRequire(import.meta.url);`;
  return `${head}\n${asked.join("\n")}\n${rest}${text.slice(end)}`;
}

function printRequire({ type, imported, local }, { text, node, atOnce }) {
  const all = `__builtin(${node.source.raw})`;
  // What require gives has no `default`, it is that.
  if (type === "ImportNamespaceSpecifier" && asksForDefault(local.name, text))
    throw new Error(`${local.name}.default of ${node.source.value} is ${node.source.value}: import that`);
  if (type !== "ImportSpecifier" || (imported.name ?? imported.value) === "default")
    return `const ${local.name}=${all};`;
  if (!atOnce && isCalled(imported.name, node.source.value))
    return `const ${local.name}=(...given)=>${all}.${imported.name}(...given);`;
  return `const{${imported.raw ?? imported.name}:${local.name}}=${all};`;
}

/** A function, not a class: with a name of its own, and nothing but called. */
const isCalled = (name, source) =>
  LATE.test(source) && /^[a-z]/.test(name ?? "") && typeof require(source)[name] === "function";

const asksForDefault = (name, text) =>
  new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$")}\\s*\\.\\s*default\\b`).test(text);
