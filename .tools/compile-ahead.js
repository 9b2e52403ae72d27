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
 * Runs the built command, and finds which of its functions are called: always the same, by the same Node.
 * @param {readonly (readonly string[])[]} runs arguments of each, which is to end with 0
 * @param {string} root of the package
 * @param {NodeJS.ProcessEnv} environment of the build
 * @returns {ReadonlyMap<string, ReadonlySet<string>>} by file, `start:end` of each function; nothing where a run fails
 * @throws where a run fails and the package is made for others
 */
export function findCalled(runs, root, environment = process.env) {
  const called = new Map();
  for (const args of runs) {
    const folder = mkdtempSync(join(tmpdir(), "bulletin-called-"));
    try {
      const command = [
        join(root, "bin", "bulletin.js"),
        ...args,
        ...["--lang", "zh"],
        // A thread that is ended does not tell what it called: one does it all.
        ...["--jobs", "1"],
        ...(args[0] === "build" ? ["--out", join(folder, "editions")] : []),
      ];
      const env = runEnvironment(environment, folder);
      const { status, stderr, error } = spawnSync(process.execPath, command, { env, encoding: "utf8" });
      // Also what cannot be loaded ends with 1, as findings do: what is run finds none.
      if (status !== 0) throw error ?? new Error(stderr);
      for (const name of readdirSync(join(folder, "called"))) {
        addCalled(JSON.parse(readFileSync(join(folder, "called", name), "utf8")).result, called);
      }
    } catch (fault) {
      const told = `bulletin ${args.join(" ")} failed; nothing is compiled ahead.\n${fault.message}\n`;
      if (isForOthers(environment)) throw new Error(told, { cause: fault });
      // Whoever is about to mend what is broken needs it built.
      process.stderr.write(told);
      return new Map();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return called;
}

/**
 * What a run sees of its surroundings: language, home, time zone and CI of whoever builds would decide which functions
 * are called.
 * @param {NodeJS.ProcessEnv} environment of the build
 * @param {string} folder empty, for this run
 */
export function runEnvironment({ PATH, SystemRoot }, folder) {
  return {
    ...(PATH !== undefined && { PATH }),
    // Without it Windows starts no Node.
    ...(SystemRoot !== undefined && { SystemRoot }),
    ...Object.fromEntries(["HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"].map((name) => [name, folder])),
    ...Object.fromEntries(["TMPDIR", "TEMP", "TMP"].map((name) => [name, folder])),
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
    NODE_V8_COVERAGE: join(folder, "called"),
    NODE_DISABLE_COMPILE_CACHE: "1",
  };
}

/** In CI, and where the package is packed. */
const isForOthers = ({ CI = "", npm_lifecycle_event: event }) =>
  event === "prepack" || !["", "0", "false"].includes(CI);

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
 * @param {string} text of a script (as-script.js), or of an ES module
 * @param {ReadonlySet<string>} called `start:end` of each function called
 * @throws of a script with a `#!`, which is nothing behind a first line
 */
export function markCalled(text, called) {
  if (text.startsWith("#!")) throw new Error("nothing can be put in front of a line with #!");
  const program = parse(text, { ecmaVersion: "latest", sourceType: "module" });
  const marking = { text, called, edits: [] };
  const declared = [];
  let before;
  for (const node of program.body) {
    markIn(node, marking);
    // What ended only because a declaration followed would go on behind it.
    if (isDeclared(node, called)) declared.push({ ...node, leaves: isOpen(before, text) ? ";" : "" });
    else before = node;
  }
  const head = declared.map(
    ({ id, start, end }) =>
      `var ${id.name}=(${edited(start, id.start, marking)}${edited(id.end, end, marking)});\n`,
  );
  // "use strict" counts at the very beginning alone.
  const begin = program.body.findLast(({ directive }) => directive !== undefined)?.end ?? 0;
  const rest = [{ end: begin, leaves: "" }, ...declared].map(
    ({ end, leaves }, index) => leaves + edited(end, declared[index]?.start ?? text.length, marking),
  );
  return [text.slice(0, begin), ...head, ...rest].join("");
}

const isDeclared = (node, called) => node.type === "FunctionDeclaration" && isCalled(node, called);

const isOpen = (node, text) =>
  node !== undefined &&
  /^(?:Expression|Variable|Import|Export)/.test(node.type) &&
  text[node.end - 1] !== ";";

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
  // As a property it is no name, but what the object inherits from.
  if ((key.name ?? key.value) === "__proto__") return;
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
    // At either end may stand what belongs to the neighbour.
    .filter(({ start, text }) => !(text === ")" && start === from) && !(text === "(" && start === to))
    .sort((a, b) => a.start - b.start || Number(b.text === ")") - Number(a.text === ")"));
  let printed = "";
  let at = from;
  for (const edit of inside) {
    printed += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return printed + text.slice(at, to);
}
