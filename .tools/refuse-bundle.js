/** What a bundle may not be, because nobody would see it: it runs all the same, wrong or slow. */

/**
 * @param {import("esbuild").Metafile} metafile of the bundle as it is to be written
 * @throws where files import each other in a circle, or text stands in two of them
 */
export function refuseBundle({ outputs }) {
  const seen = new Set();
  for (const path of Object.keys(outputs)) refuseCircle(path, { outputs, seen, way: [] });
  const homes = new Map();
  for (const [path, { inputs }] of Object.entries(outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      if (bytesInOutput === 0) continue;
      if (homes.has(input))
        throw new Error(`${input} is bundled twice, into ${homes.get(input)} and ${path}`);
      homes.set(input, path);
    }
  }
}

/** Scripts ask each other for constants (as-script.js): in a circle one would be asked before it has any. */
function refuseCircle(path, { outputs, seen, way }) {
  if (way.includes(path)) throw new Error(`a circle of imports: ${[...way, path].join(" → ")}`);
  if (seen.has(path)) return;
  for (const imported of importsOf(path, outputs))
    refuseCircle(imported, { outputs, seen, way: [...way, path] });
  seen.add(path);
}

/**
 * @param {import("esbuild").Metafile} metafile
 * @param {{ entry: string, without: string }} law paths of outputs
 * @throws where one is loaded with the other
 */
export function refuseLoaded({ outputs }, { entry, without }) {
  if (loadedWith(entry, outputs).has(without)) throw new Error(`${entry} loads all of ${without}`);
}

/**
 * @param {string} entry path of an output
 * @returns {ReadonlySet<string>} the outputs that it loads at once, itself among them
 */
export function loadedWith(entry, outputs) {
  const loaded = new Set([entry]);
  // A set goes on with what is added meanwhile.
  for (const path of loaded) for (const imported of importsOf(path, outputs)) loaded.add(imported);
  return loaded;
}

const importsOf = (path, outputs) =>
  (outputs[path]?.imports ?? [])
    .filter(({ path: imported, kind }) => kind === "import-statement" && imported in outputs)
    .map(({ path: imported }) => imported);
