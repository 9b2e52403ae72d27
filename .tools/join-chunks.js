/**
 * Joins chunks that the same runs load. esbuild makes one for each set of entry points that share it, of which every
 * command and edition is one: a build would load 125 files, and each takes Node a third of a millisecond to find,
 * read and link. What counts are a few runs, which are to load few files, and little of what they do not need.
 */
import { createHash } from "node:crypto";
import { basename, dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { loadedWith, refuseBundle, refuseLoaded } from "./refuse-bundle.js";

/** Sources with which each run begins, or which it is all but sure to ask for. */
const RUNS = {
  start: ["src/cli/main.ts"],
  thread: ["src/threads/build-thread.ts", "src/threads/lint-thread.ts"],
  lint: ["src/cli/lint/lint-command.ts"],
  build: ["src/cli/build/build-command.ts"],
  check: ["src/check/check-issue.ts"],
  markup: ["src/read/markdown/parse-markup.ts"],
  pages: [
    "src/threads/pages-thread.ts",
    "src/fonts/find-faces.ts",
    "src/fonts/font-directory.ts",
    "src/layout/compose-issue.ts",
    "src/editions/pdf/render-pdf.ts",
  ],
  docx: ["src/editions/docx/render-docx.ts"],
  html: ["src/editions/html/html-forms.ts"],
  small: [
    "src/cli/history/undo-command.ts",
    "src/cli/new/init-command.ts",
    "src/cli/new/new-item-command.ts",
    "src/cli/new/new-issue-command.ts",
  ],
  listing: [
    "src/cli/fonts/fonts-command.ts",
    "src/cli/names/names-command.ts",
    "src/cli/stats/stats-command.ts",
  ],
};

/** A chunk becomes part of the first of these that the runs which load it belong to; all others stay as they are. */
const PARTS = {
  base: ({ start, thread }) => start && thread,
  start: ({ start }) => start,
  // Pages can be made without what reads and checks.
  common: ({ pages, lint, build, docx, html }) => pages && (lint || build || docx || html),
  // What writes a file or two reads no issue, and what lists what it reads checks nothing.
  small: ({ small, lint, build }) => small && (lint || build),
  reading: ({ listing, lint, build }) => listing && (lint || build),
  check: ({ check, build }) => check && !build,
  core: ({ lint, build }) => lint && build,
  lint: ({ lint }) => lint,
  build: ({ build }) => build,
  pages: ({ pages }) => pages,
  markup: ({ markup }) => markup,
  html: ({ html, docx }) => html && !docx,
};

/** What is to load little, and what it is never to load. */
const APART = {
  "src/threads/pages-thread.ts": ["small", "reading", "core"],
  "src/cli/history/undo-command.ts": ["reading", "core"],
  "src/cli/new/init-command.ts": ["reading", "core"],
  "src/cli/names/names-command.ts": ["core"],
};

/**
 * @param {import("esbuild").BuildResult} bundle split, and not written
 * @param {import("esbuild").BuildOptions} options of the bundle, as far as they concern its text
 * @returns {Promise<readonly import("esbuild").OutputFile[]>} what is to be written instead
 */
export async function joinChunks({ metafile, outputFiles }, options) {
  const parts = divide(metafile, options.absWorkingDir);
  const partOf = new Map(parts.flatMap((part) => part.members.map(({ path }) => [path, part])));
  const texts = new Map([
    ...outputFiles.map(({ path, text }) => [path, redirectImports(path, { text, partOf })]),
    ...parts.map((part) => [part.path, printPart(part)]),
  ]);

  /** @type {import("esbuild").Plugin} */
  const plugin = {
    name: "join-chunks",
    setup(context) {
      context.onResolve({ filter: /.*/ }, ({ kind, path, resolveDir }) => {
        const isInside = kind === "entry-point" || partOf.has(resolve(resolveDir, path));
        return isInside ? { path: resolve(resolveDir, path), namespace: "inside" } : { path, external: true };
      });
      context.onLoad({ filter: /.*/, namespace: "inside" }, ({ path }) => ({
        contents: texts.get(path),
        resolveDir: dirname(path),
      }));
    },
  };
  const outdir = join(options.absWorkingDir, options.outdir);
  const alone = [...texts.keys()].filter((path) => !partOf.has(path));
  const joined = await build({
    ...options,
    metafile: true,
    entryPoints: [...alone, ...parts.map(({ path }) => path)].map((path) => ({
      in: path,
      out: relative(outdir, path).slice(0, -".js".length),
    })),
    bundle: true,
    // The first pass said what there is to warn of.
    logLevel: "error",
    plugins: [plugin],
  });
  refuseBundle(joined.metafile);
  for (const [source, names] of Object.entries(APART)) {
    for (const { path } of parts.filter(({ name }) => names.includes(name))) {
      const without = relative(options.absWorkingDir, path).replaceAll("\\", "/");
      refuseLoaded(joined.metafile, { entry: outputOf(source, metafile.outputs), without });
    }
  }
  return joined.outputFiles;
}

/** @returns for each part that has any: its file, and its members with the names under which it shows their exports */
function divide({ outputs }, root) {
  const runs = Object.entries(RUNS).map(([run, sources]) => {
    const loaded = sources.flatMap((source) => [...loadedWith(outputOf(source, outputs), outputs)]);
    return [run, new Set(loaded)];
  });
  const chunks = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint === undefined);
  const divided = new Map(Object.keys(PARTS).map((name) => [name, []]));
  for (const [path, { exports }] of chunks) {
    const loadedBy = Object.fromEntries(runs.map(([run, loaded]) => [run, loaded.has(path)]));
    const name = Object.keys(PARTS).find((part) => PARTS[part](loadedBy));
    if (name !== undefined) divided.get(name).push({ path: join(root, path), exports });
  }
  return [...divided]
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => {
      const taken = new Set();
      const named = members.map(({ path, exports }) => ({
        path,
        names: new Map(
          exports.map((own) => {
            let shown = own;
            for (let count = 2; taken.has(shown); count++) shown = `${own}${count}`;
            taken.add(shown);
            return [own, shown];
          }),
        ),
      }));
      // The names of its members tell their content.
      const hash = createHash("sha256")
        .update(members.map(({ path }) => basename(path)).join())
        .digest("hex");
      return {
        name,
        path: join(dirname(members[0].path), `${name}-${hash.slice(0, 8).toUpperCase()}.js`),
        members: named,
      };
    });
}

function outputOf(source, outputs) {
  const [path] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source) ?? [];
  if (path === undefined)
    throw new Error(`${source} is loaded by no command any more: see .tools/join-chunks.js`);
  return path;
}

const printPart = ({ members }) =>
  members
    .map(({ path, names }) => {
      const shown = [...names].map(([own, shown]) => `${own} as ${shown}`);
      return `export { ${shown.join(", ")} } from "./${basename(path)}";`;
    })
    .join("\n");

/** What esbuild imports from other chunks stands before everything else. */
const IMPORTS = /^(?:\s*import(?:\{[^}]*\}from)?"\.[^"]*";)*/;
const IMPORT = /import(?:\{([^}]*)\}from)?"(\.[^"]*)";/g;

/**
 * Whatever comes of members of other parts is asked of those parts, under the names that they show.
 * @param {string} path of the chunk
 */
export function redirectImports(path, { text, partOf }) {
  const asked = new Map();
  const [imports] = IMPORTS.exec(text);
  const own = imports.replaceAll(IMPORT, (statement, names, from) => {
    const target = resolve(dirname(path), from);
    const part = partOf.get(target);
    if (part === undefined || part === partOf.get(path)) return statement;
    const { names: shown } = part.members.find((member) => member.path === target);
    const list = asked.get(part) ?? [];
    for (const name of names?.split(",") ?? []) {
      const [its, local = its] = name.trim().split(" as ");
      if (!shown.has(its)) throw new Error(`${path} asks for ${its}, which ${from} does not export`);
      list.push(`${shown.get(its)} as ${local}`);
    }
    asked.set(part, list);
    return "";
  });
  const others = [...asked].map(
    ([part, names]) => `import { ${names.join(", ")} } from "${relativeImport(path, part.path)}";`,
  );
  return others.join("") + own + text.slice(imports.length);
}

function relativeImport(importer, target) {
  const path = relative(dirname(importer), target).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}
