/**
 * Regular expressions are made when they are first used. V8 reads a pattern three times before it matches anything: to
 * see whether the file that holds it is sound, to make the object, and to compile it. The first two are for all patterns
 * of a file, some two thousand, of which a run uses a sixth.
 *
 * What a pattern is remains the same: one of a module is one object, and one in a function is made anew each time only
 * where its `lastIndex` says so.
 *
 * V8 compiles a pattern to bytecode when it first runs and for the machine when it runs again, of which the former takes
 * four times as long; over a thousand characters it does the latter at once. So a long pattern about Chinese text is
 * first tried where it finds nothing (also in src/han/han-pattern.ts).
 */
import { parse } from "acorn";

/**
 * @param {string} text of an ES module as esbuild bundles it: its own variables are declared by `var`
 * @returns {string} a module that does the same
 */
export function makePatternsLate(text) {
  const program = parse(text, { ecmaVersion: "latest", sourceType: "module" });
  const names = surveyNames(program);
  // There it is something else.
  if (names.bound.has("RegExp")) return text;
  const prefix = unusedPrefix(text);
  const work = { text, names, prefix, edits: [], heads: [] };
  for (const node of program.body) {
    if (node.type === "VariableDeclaration" && node.kind === "var") declareLate(node, work);
  }
  makeLiteralsLate(program, false, work);
  if (work.edits.length === 0) return text;
  const heads = work.heads.map(([start, end, print]) => print(edited(start, end, work)));
  return [edited(0, text.length, work), `function ${prefix}ready${ready}`, ...heads, ""].join("\n");
}

/** `var NAME = /…/` becomes `var NAME`, and whoever asks for it makes it. */
function declareLate({ declarations }, { names, prefix, edits, heads }) {
  for (const { id, init, end } of declarations) {
    if (id.type !== "Identifier" || !isPattern(init)) continue;
    const { name } = id;
    const uses = names.uses.get(name) ?? [];
    // It is read while the module is loaded, or by another as it stands; or the same name is something else somewhere.
    if (names.fixed.has(name) || names.bound.get(name) !== 1) continue;
    const make = `${prefix}${name}`;
    edits.push({ start: id.end, end, text: "" });
    heads.push([
      init.start,
      init.end,
      (made) => `function ${make}(){return ${name}=${prefix}ready(${made})}`,
    ]);
    for (const { start, end, isShort } of uses) {
      edits.push({ start, end, text: `${isShort ? `${name}:` : ""}(${name}??${make}())` });
    }
  }
}

const isPattern = (node) =>
  node !== null &&
  (node.regex !== undefined || (/^(?:New|Call)Expression$/.test(node.type) && node.callee.name === "RegExp"));

/** Literals inside of functions, and those of late variables, which stand in functions as well from now on. */
function makeLiteralsLate(node, isInside, work) {
  if (node.regex !== undefined) {
    const { start, end, regex } = node;
    const parts = [regex.pattern, ...(regex.flags === "" ? [] : [regex.flags])];
    const made = `RegExp(${parts.map((part) => JSON.stringify(part)).join()})`;
    const own = work.heads.find(([from, to]) => from === start && to === end);
    if (own !== undefined) work.edits.push({ start, end, text: made });
    else if (isInside && !/[gy]/.test(regex.flags)) {
      const name = `${work.prefix}${work.heads.length}`;
      work.heads.push([start, start, () => `var ${name};`]);
      work.edits.push({ start, end, text: `(${name}??=${work.prefix}ready(${made}))` });
    }
    return;
  }
  const isNowInside = isInside || /Function/.test(node.type);
  for (const child of childrenOf(node)) makeLiteralsLate(child, isNowInside, work);
}

/**
 * Stands in the bundle. A pattern that might be tried to the end of the text from each place of it would take too long; one
 * with `lastIndex` is tried at the end alone.
 */
const ready = `(made){
if(made.source.length>8&&/[\\u2e80-\\uffef]/.test(made.source)&&(made.global||made.sticky||/^\\^|^(?!.*,\\})[^*+]*$/s.test(made.source))){
made.lastIndex=1000;made.test("，".repeat(1000));made.lastIndex=0}
return made}`;

/**
 * @returns how often each name is declared, wherever; where it is used; and names whose variable has to hold its value:
 * those exported, those assigned to, and those used as soon as the module runs
 */
function surveyNames(program) {
  const names = { bound: new Map(), uses: new Map(), fixed: new Set(), depth: 0 };
  survey(program, names);
  return names;
}

function survey(node, names) {
  switch (node.type) {
    case "Identifier":
      return note(node, false, names);
    case "ExportSpecifier":
      names.fixed.add(node.local.name);
      return;
    case "ImportDeclaration":
      for (const { local } of node.specifiers) bind(local, names);
      return;
    case "VariableDeclarator":
      bind(node.id, names);
      if (isPattern(node.init)) surveyLater(node.init, names);
      else if (node.init !== null) survey(node.init, names);
      return;
    case "CatchClause":
      if (node.param !== null) bind(node.param, names);
      return survey(node.body, names);
    case "AssignmentExpression":
    case "ForInStatement":
    case "ForOfStatement":
      fix(node.left, names);
      break;
    case "UpdateExpression":
      fix(node.argument, names);
      break;
    case "MemberExpression":
      survey(node.object, names);
      if (node.computed) survey(node.property, names);
      return;
    case "Property":
      if (node.shorthand && node.value.type === "Identifier") return note(node.value, true, names);
      if (node.computed) survey(node.key, names);
      return survey(node.value, names);
    case "MethodDefinition":
    case "PropertyDefinition":
      if (node.computed) survey(node.key, names);
      if (node.value !== null) survey(node.value, names);
      return;
    case "LabeledStatement":
      return survey(node.body, names);
    case "BreakStatement":
    case "ContinueStatement":
    case "MetaProperty":
      return;
  }
  if (/Function|^Class/.test(node.type)) {
    if (node.id) bind(node.id, names);
    for (const each of node.params ?? []) bind(each, names);
    if (node.superClass) survey(node.superClass, names);
    return /Function/.test(node.type) ? surveyLater(node.body, names) : survey(node.body, names);
  }
  for (const child of childrenOf(node)) survey(child, names);
}

/** What does not run while the module is loaded, by itself. */
function surveyLater(node, names) {
  names.depth += 1;
  survey(node, names);
  names.depth -= 1;
}

function note({ name, start, end }, isShort, { uses, fixed, depth }) {
  if (depth === 0) fixed.add(name);
  if (!uses.has(name)) uses.set(name, []);
  uses.get(name).push({ start, end, isShort });
}

/** What is declared by a name or by a pattern of names, and what its default values use. */
function bind(node, names) {
  if (node.type === "Identifier") names.bound.set(node.name, (names.bound.get(node.name) ?? 0) + 1);
  else if (node.type === "AssignmentPattern") {
    bind(node.left, names);
    survey(node.right, names);
  } else if (node.type === "Property") {
    if (node.computed) survey(node.key, names);
    bind(node.value, names);
  } else for (const child of childrenOf(node)) bind(child, names);
}

/** Whatever stands where something is assigned. */
function fix(node, names) {
  if (node.type === "Identifier") names.fixed.add(node.name);
  else if (node.type !== "MemberExpression") for (const child of childrenOf(node)) fix(child, names);
}

const childrenOf = (node) =>
  Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === "string");

function unusedPrefix(text) {
  let prefix = "late$";
  while (text.includes(prefix)) prefix += "$";
  return prefix;
}

/** @returns a part of the text with the edits that lie in it */
function edited(from, to, { text, edits }) {
  let printed = "";
  let at = from;
  for (const edit of edits
    .filter(({ start, end }) => from <= start && end <= to)
    .sort((a, b) => a.start - b.start)) {
    // What is taken out takes with it what stands in it.
    if (edit.start < at) continue;
    printed += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return printed + text.slice(at, to);
}
