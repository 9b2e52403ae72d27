/**
 * Builds the package: bundles the command line and the public API by esbuild, split so that each
 * command and edition loads its own chunk; copies the faces that the templates use out of the font
 * packages; writes the JSON Schemas and the templates as they are read. The pages for browsers:
 * bundle-pages.js.
 */
import { copyFile, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { asScript } from "./as-script.js";
import { bundlePreviewPage, bundleSitePage } from "./bundle-pages.js";
import { carriedFiles } from "./carried-files.js";
import { joinChunks } from "./join-chunks.js";
import { lateExamples } from "./late-examples.js";
import { leanFace } from "./lean-face.js";
import { leanLibraries } from "./lean-libraries.js";
import { printNotices } from "./notices.js";
import { withoutIdle } from "./without-idle.js";
import { copyUnlessSame, writeUnlessSame } from "./write-unless-same.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** Faces of the default templates: family folder, weight, file. */
const FACES = [
  ["noto-serif-sc", "400Regular", "NotoSerifSC_400Regular.ttf"],
  ["noto-serif-sc", "700Bold", "NotoSerifSC_700Bold.ttf"],
  ["noto-sans-sc", "500Medium", "NotoSansSC_500Medium.ttf"],
];

/** Picture codecs, by the names of src/intake/pictures/codecs.ts; what is compiled without SIMD runs everywhere. */
const CODECS = [
  ["jpeg-decoder", "@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm"],
  ["jpeg-encoder", "@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm"],
  ["webp-decoder", "@jsquash/webp/codec/dec/webp_dec.wasm"],
  ["png-encoder", "@jsquash/png/codec/pkg/squoosh_png_bg.wasm"],
];

/** Faces for Latin letters, of which only what is used is carried (lean-face.js). */
const LATIN_FACES = [
  ["tinos", "400Regular", "Tinos_400Regular.ttf"],
  ["tinos", "700Bold", "Tinos_700Bold.ttf"],
];

/** A build beside this one, or a command that runs meanwhile, still loads the chunks of just now. */
const GRACE_MS = process.env.npm_lifecycle_event === "prepack" ? 0 : 60_000;

/** Loaded by a thread that waits for an issue, so that nothing is left to load when there is one. */
const LOADED_AHEAD = /[\\/]render-pdf-[^\\/]*$/;

const inputs = [...(await bundle()), ...(await bundlePreviewPage(root))];
await bundleSitePage(root);
await Promise.all([bundleStart(), copyFaces(), copyCodecs(), copySample(), writeSchemas(), writeTemplates()]);
await writeNotices(inputs);

async function bundle() {
  const options = {
    absWorkingDir: root,
    outdir: "dist",
    format: "esm",
    platform: "node",
    target: "node20.19",
    // What is ASCII alone V8 reads as it lies, and holds in one byte a character.
    charset: "ascii",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    // Node prints the line of source on which an uncaught error was made: no line is a whole file.
    lineLimit: 160,
    logLevel: "warning",
    // Held back until all is bundled: a fault in the source leaves the last good bundle in place.
    write: false,
  };
  const bundle = await build({
    ...options,
    metafile: true,
    entryPoints: {
      cli: "src/cli/main.ts",
      index: "src/index.ts",
      schemas: "src/package-data.ts",
      "build-thread": "src/threads/build-thread.ts",
      "lint-thread": "src/threads/lint-thread.ts",
      "pages-thread": "src/threads/pages-thread.ts",
      "rules-document": "src/rules-document.ts",
    },
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    plugins: [withoutIdle, leanLibraries, lateExamples],
  });
  const outputFiles = await joinChunks(bundle, options);
  const chunks = join(root, "dist", "chunks");
  await mkdir(chunks, { recursive: true });
  // Chunks first: an entry never names one that is not there yet.
  const [parts, entries] = [true, false].map((isPart) =>
    outputFiles.filter(({ path }) => (dirname(path) === chunks) === isPart),
  );
  for (const files of [parts, entries]) await Promise.all(files.map(writeScript));
  await writePublicModule(bundle.metafile.outputs["dist/index.js"].exports);
  await removeStale(chunks, new Set(parts.map(({ path }) => scriptPath(path))));
  const started = ["index.js", "start-command.cjs", "start-thread.cjs"].map((name) =>
    join(root, "dist", name),
  );
  await removeStale(dirname(chunks), new Set([...entries.map(({ path }) => scriptPath(path)), ...started]));
  return carriedFiles(bundle.metafile);
}

function writeScript({ path, text }) {
  return writeUnlessSame(scriptPath(path), asScript(text, { atOnce: LOADED_AHEAD.test(path) }));
}

function scriptPath(path) {
  return path.replace(/\.js$/, ".cjs");
}

/** What others import is an ES module. */
function writePublicModule(names) {
  const text = `import api from "./index.cjs";\nexport const { ${names.join(", ")} } = api;\n`;
  return writeUnlessSame(join(root, "dist", "index.js"), text);
}

/** What runs before anything that is kept compiled: two files, each whole. */
async function bundleStart() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/start/start-command.ts", "src/start/start-thread.ts"],
    outdir: "dist",
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 160,
    logLevel: "warning",
    write: false,
  });
  await Promise.all(outputFiles.map(writeScript));
}

async function removeStale(folder, fresh) {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (fresh.has(path) || !/\.c?js$/.test(name)) continue;
    const facts = await stat(path).catch(() => undefined);
    if (facts !== undefined && Date.now() - facts.mtimeMs > GRACE_MS) await rm(path, { force: true });
  }
}

async function copyFaces() {
  await mkdir(join(root, "dist", "fonts"), { recursive: true });
  for (const [family, weight, file] of FACES) {
    const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    await copyUnlessSame(join(folder, weight, file), join(root, "dist", "fonts", file));
    await copyUnlessSame(join(folder, "LICENSE_FONT"), join(root, "dist", "fonts", `LICENSE-${family}.txt`));
  }
  for (const [family, weight, file] of LATIN_FACES) {
    const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    await writeUnlessSame(
      join(root, "dist", "fonts", file),
      leanFace(await readFile(join(folder, weight, file))),
    );
    await copyUnlessSame(join(folder, "LICENSE_FONT"), join(root, "dist", "fonts", `LICENSE-${family}.txt`));
  }
}

/** The Word file that `bulletin init` gives to try. */
async function copySample() {
  await copyFile(join(root, "src", "cli", "new", "submission.docx"), join(root, "dist", "submission.docx"));
}

async function copyCodecs() {
  await mkdir(join(root, "dist", "wasm"), { recursive: true });
  for (const [name, path] of CODECS)
    await copyUnlessSame(require.resolve(path), join(root, "dist", "wasm", `${name}.wasm`));
}

async function writeNotices(inputs) {
  const faceLicences = [
    ["Noto Serif SC", "noto-serif-sc"],
    ["Noto Sans SC", "noto-sans-sc"],
    ["Tinos", "tinos"],
  ].map(([name, family]) => ({
    name: `${name} (faces in dist/fonts, OFL-1.1)`,
    path: join(root, "dist", "fonts", `LICENSE-${family}.txt`),
  }));
  const codecLicences = ["jpeg", "webp", "png"].map((codec) => ({
    name: `${codec} codec (dist/wasm)`,
    path: join(dirname(require.resolve(`@jsquash/${codec}/package.json`)), "codec", "LICENSE.codec.md"),
  }));
  await writeUnlessSame(
    join(root, "dist", "THIRD-PARTY-NOTICES.md"),
    printNotices({ root, inputs, faceLicences: [...faceLicences, ...codecLicences] }),
  );
}

async function writeSchemas() {
  const { schemaOf } = require(join(root, "dist", "schemas.cjs"));
  await mkdir(join(root, "dist", "schemas"), { recursive: true });
  for (const name of ["manifest", "house", "item", "template"]) {
    // For programs alone: `bulletin schema` prints it for people.
    const text = `${JSON.stringify(schemaOf(name))}\n`;
    await writeUnlessSame(join(root, "dist", "schemas", `${name}.schema.json`), text);
  }
}

/** The templates as read by the code just bundled; at run time the YAML need not be parsed. */
async function writeTemplates() {
  const { diskWorkspace, makeReadyTemplate } = require(join(root, "dist", "schemas.cjs"));
  const folder = join(root, "templates");
  for (const { name } of (await readdir(folder, { withFileTypes: true })).filter((each) =>
    each.isDirectory(),
  )) {
    const ready = makeReadyTemplate(`${name}/template.yaml`, { name, templates: diskWorkspace(folder) });
    if (ready === undefined) throw new Error(`templates/${name} is unsound`);
    await mkdir(join(root, "dist", "templates", name), { recursive: true });
    await writeUnlessSame(
      join(root, "dist", "templates", name, "template.json"),
      `${JSON.stringify(ready)}\n`,
    );
  }
}
