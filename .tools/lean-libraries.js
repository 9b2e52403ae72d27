/**
 * Leaves out of the bundle what libraries carry for others, so that each command reads less code and
 * starts sooner. Their names are shortened; ours stay, for the stacks of fault reports.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { transform } from "esbuild";

const require = createRequire(import.meta.url);

/** @type {import("esbuild").Plugin} */
export const leanLibraries = {
  name: "lean-libraries",
  setup(context) {
    // The same source as ES modules, of which only what is imported is carried.
    const yaml = join(dirname(require.resolve("yaml/package.json")), "browser", "dist", "index.js");
    context.onResolve({ filter: /^yaml$/ }, () => ({ path: yaml, sideEffects: false }));
    // vfile asks for the working folder, which a text in memory has not; node:process costs 3 ms as a module.
    context.onResolve({ filter: /^#minproc$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, "minproc.browser.js"),
    }));
    // For commands that are programs of their own, of which there are none; it brings the network with it.
    context.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: "absent" } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "export default {};" }));
    context.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const isDocx = /[\\/]node_modules[\\/]docx[\\/]/.test(path);
      const { code } = await transform(isDocx ? leanDocx(text) : text, {
        target: "node20.19",
        // Not white space: with it go the marks of what has no effect unless it is used.
        minifyIdentifiers: true,
        legalComments: "none",
      });
      return { contents: code };
    });
  },
};

/**
 * docx makes what packs a document and what fills in a template as it is loaded, and tables of its own zip; ours are
 * packed by node:zlib (src/editions/docx/package/zip-archive.ts). What nothing makes any more is not bundled.
 */
const IDLE_IN_DOCX = [
  [/^_defineProperty\(Packer, "compiler", new Compiler\(\)\);$/m, ""],
  [/^for \(var i = 0; i < 32768; \+\+i\) \{$[^}]*^\}$/m, ""],
  [/^var [\w$]+ = (?=function\(\) \{$)/gm, "$&/* @__PURE__ */ "],
];

/** @throws of another release of docx, in which they are to be looked for anew */
export function leanDocx(text) {
  return IDLE_IN_DOCX.reduce((rest, [part, lean]) => {
    const without = rest.replace(part, lean);
    if (without === rest) throw new Error(`docx has no ${part.source}: see .tools/lean-libraries.js`);
    return without;
  }, text);
}
