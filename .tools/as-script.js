/**
 * Makes a script of each ES module of the bundle, a CommonJS module as any Node has them. Why: of a script V8 gives its
 * compiled code away in every Node that is supported (src/start/kept-code.ts), of an ES module it does not; and Node's
 * own modules are asked for one by one, where an import looks at each name of theirs and loads what lies behind it.
 *
 * What is imported becomes constants, not properties that are read at every call. That holds because nothing is imported
 * in a circle (refuse-bundle.js); who asks for an export that is given another value later is refused it.
 */
import { createRequire, isBuiltin } from "node:module";
import { parse } from "acorn";

const require = createRequire(import.meta.url);

/** It takes four milliseconds to load, and most commands that could hash something do not, or not at once. */
const LATE = /^(?:node:)?crypto$/;

/**
 * @param {string} text of an ES module as esbuild prints it
 * @param {{ readonly atOnce?: boolean }} [options] atOnce: also what is else asked for when it is first called
 * @throws of what no script can do: `await` outside of functions, and what is not in the bundle
 */
export function asScript(text, { atOnce = false } = {}) {
  if (text.startsWith("#!")) throw new Error("nothing can be put in front of a line with #!");
  const { body } = parse(text, { ecmaVersion: "latest", sourceType: "module" });
  const edits = [];
  const asked = [];
  const shown = [];
  for (const node of body) {
    if (node.type === "ImportDeclaration") asked.push(printImport(node, { text, atOnce }));
    else if (node.type === "ExportNamedDeclaration" && node.declaration === null && node.source === null) {
      shown.push(...node.specifiers.map(({ local, exported }) => [nameOf(exported), local.name]));
    } else if (/^(?:Import|Export)/.test(node.type)) {
      throw new Error(`esbuild is not known to print ${text.slice(node.start, node.start + 40)}`);
    } else {
      rewriteIn(node, { text, edits, depth: 0 });
      continue;
    }
    // Of a statement that ended only because another followed, it is the end.
    edits.push({ start: node.start, end: node.end, with: ";" });
  }
  const changing = changingAmong(new Set(shown.map(([, local]) => local)), body);
  const printed = shown.map(([exported, local]) =>
    printShown(exported, { local, changes: changing.has(local) }),
  );
  const tail = shown.length === 0 ? "" : `\nmodule.exports={${inLines(printed)}};\n`;
  return `"use strict";\n${asked.join("\n")}\n${applied(text, edits)}${tail}`;
}

const nameOf = ({ name, value }) => name ?? value;

/** Node prints the line of source on which an uncaught error was made. */
const inLines = (names) => names.join(",").replaceAll(/(.{120}[^,]*),/g, "$1,\n");

function printShown(exported, { local, changes }) {
  if (changes)
    return `get ${JSON.stringify(exported)}(){throw new Error("${local} changes, no script can ask for it")}`;
  return exported === local ? local : `${JSON.stringify(exported)}:${local}`;
}

function printImport({ source: { value: source }, specifiers }, { text, atOnce }) {
  const required = printRequire(source);
  const own = [];
  const asked = [];
  for (const { type, imported, local } of specifiers) {
    const isAll = type === "ImportNamespaceSpecifier";
    if (isAll && isBuiltin(source)) refuseDefault(local.name, { source, text });
    const name = isAll || type === "ImportDefaultSpecifier" ? "default" : nameOf(imported);
    if (isAll || (isBuiltin(source) && name === "default")) own.push(`const ${local.name}=${required};`);
    else if (!atOnce && isCalled(name, source))
      own.push(`const ${local.name}=(...given)=>${required}.${name}(...given);`);
    else asked.push(name === local.name ? name : `${JSON.stringify(name)}:${local.name}`);
  }
  if (asked.length > 0) own.push(`const{${inLines(asked)}}=${required};`);
  return specifiers.length === 0 ? `${required};` : own.join("");
}

/** A function, not a class: with a name of its own, and nothing but called. */
const isCalled = (name, source) =>
  LATE.test(source) && /^[a-z]/.test(name) && typeof require(source)[name] === "function";

/** What require gives of Node's own has no `default`, it is that. */
function refuseDefault(name, { source, text }) {
  if (new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$")}\\s*\\.\\s*default\\b`).test(text))
    throw new Error(`${name}.default of ${source} is ${source}: import that`);
}

function printRequire(source) {
  if (isBuiltin(source)) return `require(${JSON.stringify(source)})`;
  if (!source.startsWith(".")) throw new Error(`${source} is not in the bundle`);
  return `require(${JSON.stringify(source.replace(/\.js$/, ".cjs"))})`;
}

/** Notes what is to be said otherwise in a script, everywhere below a node. */
function rewriteIn(node, { text, edits, depth }) {
  const { type, start, end } = node;
  // These two esbuild leaves as they are; the lines that it ends after so many characters may end within the second.
  if (node.regex) edits.push({ start, end, with: escaped(text.slice(start, end)) });
  if (
    type === "TaggedTemplateExpression" &&
    /^String\s*\.\s*raw\s*$/.test(text.slice(start, node.quasi.start))
  ) {
    edits.push({ start, end: node.quasi.start, with: "" });
    for (const part of node.quasi.quasis)
      edits.push({
        start: part.start,
        end: part.end,
        with: escaped(part.value.raw.replaceAll(/[\\`$]/g, "\\$&")),
      });
  }
  if (depth === 0 && (type === "AwaitExpression" || (type === "ForOfStatement" && node.await)))
    throw new Error(`a script cannot wait: ${text.slice(start, start + 40)}`);
  if (type === "ImportExpression") {
    if (node.source.type !== "Literal")
      throw new Error(`what is loaded is to be known: ${text.slice(start, end)}`);
    // A module has a `default`, and what require gives of Node's own is that.
    if (isBuiltin(node.source.value)) throw new Error(`import ${node.source.value} at the beginning`);
    edits.push({ start, end, with: `Promise.resolve().then(()=>${printRequire(node.source.value)})` });
    return;
  }
  if (type === "MetaProperty" && node.meta.name === "import") {
    edits.push({ start, end, with: '({url:require("node:url").pathToFileURL(__filename).href})' });
    return;
  }
  const below = /Function|^(?:StaticBlock|PropertyDefinition)/.test(type) ? depth + 1 : depth;
  for (const child of childrenOf(node)) rewriteIn(child, { text, edits, depth: below });
}

/**
 * @returns the same in ASCII, in a pattern or between the ends of a string: two escaped surrogates side by side are one
 * character in both, and a backslash in front of a letter that needs none says nothing
 */
const escaped = (text) =>
  text.replaceAll(/\\[\0-\x7f]|\\?([^\0-\x7f])/g, (whole, unit) =>
    unit === undefined ? whole : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** @returns those of the names that are given a value in a function, or more than once; a declaration gives one */
function changingAmong(names, body) {
  const given = new Set();
  const changing = new Set();
  const give = (target, { hidden, depth }) => {
    for (const name of namesIn(target)) {
      if (!names.has(name) || hidden.has(name)) continue;
      (depth > 0 || given.has(name) ? changing : given).add(name);
    }
  };
  const visit = (node, within) => {
    if (node.type === "VariableDeclarator" && node.init !== null) give(node.id, within);
    if (node.type === "AssignmentExpression" || /^For(?:Of|In)/.test(node.type)) give(node.left, within);
    if (node.type === "UpdateExpression") give(node.argument, within);
    const { hidden, depth } = within;
    const below = /Function/.test(node.type)
      ? { hidden: new Set([...hidden, ...declaredIn(node)]), depth: depth + 1 }
      : within;
    for (const child of childrenOf(node)) visit(child, below);
  };
  for (const node of body) visit(node, { hidden: new Set(), depth: 0 });
  return changing;
}

/** @returns {readonly string[]} names that a pattern gives values to */
function namesIn(pattern) {
  if (pattern.type === "Identifier") return [pattern.name];
  if (pattern.type === "AssignmentPattern") return namesIn(pattern.left);
  if (pattern.type === "Property") return namesIn(pattern.value);
  if (pattern.type === "MemberExpression" || pattern.type === "VariableDeclaration") return [];
  return childrenOf(pattern).flatMap(namesIn);
}

/** @returns {readonly string[]} names that a function has for itself, those of its blocks among them */
function declaredIn({ params, body }) {
  const names = params.flatMap(namesIn);
  const visit = (node) => {
    if (node.type === "VariableDeclaration")
      names.push(...node.declarations.flatMap(({ id }) => namesIn(id)));
    else if (/Declaration$/.test(node.type) && node.id) names.push(node.id.name);
    if (!/Function/.test(node.type)) for (const child of childrenOf(node)) visit(child);
  };
  if (body.type === "BlockStatement") visit(body);
  return names;
}

const childrenOf = (node) =>
  Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === "string");

function applied(text, edits) {
  let printed = "";
  let at = 0;
  for (const { start, end, with: words } of edits.sort((a, b) => a.start - b.start)) {
    printed += text.slice(at, start) + words;
    at = end;
  }
  return printed + text.slice(at);
}
