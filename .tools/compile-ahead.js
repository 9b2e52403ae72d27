/**
 * Marks functions that a usual run calls, so that V8 compiles them at once when it reads their file. By itself it only
 * looks for where each function ends, and reads it a second time when it is called. What is compiled at once also goes
 * into the cache of compiled code that Node 22 and later keep, and is not compiled in the next run at all.
 *
 * The mark is a parenthesis around the function (https://v8.dev/blog/preparser#pife). An engine that does not know it
 * runs the same code. Declared functions become variables in front of all else of their file, where the declaration
 * would have put them; methods of classes cannot be marked.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";

/**
 * Runs the built command, and finds which of its functions are called.
 * @param {readonly (readonly string[])[]} runs arguments of each
 * @param {string} root of the package
 * @returns {ReadonlyMap<string, ReadonlySet<string>>} by file, `start:end` of each function; nothing where a run fails
 */
export function findCalled(runs, root) {
  const called = new Map();
  for (const args of runs) {
    const folder = mkdtempSync(join(tmpdir(), "bulletin-called-"));
    try {
      const command = [
        join(root, "bin", "bulletin.js"),
        ...args,
        // A thread that is ended does not tell what it called: one does it all.
        ...(args[0] === "build" ? ["--jobs", "1", "--out", folder] : []),
      ];
      const env = {
        ...process.env,
        NODE_V8_COVERAGE: join(folder, "called"),
        NODE_DISABLE_COMPILE_CACHE: "1",
      };
      const { status, stderr } = spawnSync(process.execPath, command, { env, encoding: "utf8" });
      if (status !== 0 && status !== 1) throw new Error(stderr);
      for (const name of readdirSync(join(folder, "called"))) {
        addCalled(JSON.parse(readFileSync(join(folder, "called", name), "utf8")).result, called);
      }
    } catch (fault) {
      // Whoever is about to mend what is broken needs it built.
      process.stderr.write(
        `bulletin ${args.join(" ")} failed; nothing is compiled ahead.\n${fault.message}\n`,
      );
      return new Map();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return called;
}

function addCalled(scripts, called) {
  for (const { url, functions } of scripts) {
    if (!url.startsWith("file:")) continue;
    const path = fileURLToPath(url);
    const places = called.get(path) ?? new Set();
    called.set(path, places);
    for (const {
      ranges: [{ startOffset, endOffset, count }],
    } of functions) {
      if (count > 0) places.add(`${startOffset}:${endOffset}`);
    }
  }
}

/**
 * @param {string} text of an ES module
 * @param {ReadonlySet<string>} called `start:end` of each function called
 */
export function markCalled(text, called) {
  const program = parse(text, { ecmaVersion: "latest", sourceType: "module" });
  const marking = { text, called, edits: [], declared: [] };
  for (const node of program.body) {
    if (node.type === "FunctionDeclaration" && isCalled(node, called)) marking.declared.push(node);
    markIn(node, marking);
  }
  const { declared } = marking;
  const head = declared.map(
    ({ id, start, end }) =>
      `var ${id.name}=(${edited(start, id.start, marking)}${edited(id.end, end, marking)});\n`,
  );
  const starts = [0, ...declared.map(({ end }) => end)];
  const rest = starts.map((start, index) => edited(start, declared[index]?.start ?? text.length, marking));
  return [...head, ...rest].join("");
}

const isCalled = ({ start, end }, called) => called.has(`${start}:${end}`);

/** Notes the edits for all functions below a node. */
function markIn(node, marking) {
  const { text, called, edits } = marking;
  const isArrow = node.type === "ArrowFunctionExpression";
  // That of a method begins with its parameters.
  const isFunction = node.type === "FunctionExpression" && text[node.start] !== "(";
  if (node.type === "Property" && node.method && isCalled(node, called)) markMethod(node, marking);
  else if ((isArrow || isFunction) && isCalled(node, called)) {
    edits.push(
      { start: node.start, end: node.start, text: "(" },
      { start: node.end, end: node.end, text: ")" },
    );
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === "string") markIn(child, marking);
    }
  }
}

/** `*name(line){…}` is `name:(function*(line){…})` to whoever calls it, but for what only methods can say. */
function markMethod({ start, end, computed, key, value }, { text, edits }) {
  if (computed || /\bsuper\b/.test(text.slice(start, end))) return;
  const head = `${value.async ? "async " : ""}function${value.generator ? "*" : ""}`;
  edits.push(
    { start, end: key.end, text: `${text.slice(key.start, key.end)}:(${head}` },
    { start: end, end, text: ")" },
  );
}

/** @returns a part of the text with what was noted for it */
function edited(from, to, { text, edits }) {
  // What closes stands before what opens at the same place.
  const inside = edits
    .filter(({ start, end }) => from <= start && end <= to)
    .sort((a, b) => a.start - b.start || Number(b.text === ")") - Number(a.text === ")"));
  let printed = "";
  let at = from;
  for (const edit of inside) {
    printed += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return printed + text.slice(at, to);
}
