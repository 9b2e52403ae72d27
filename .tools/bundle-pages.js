/**
 * Bundles what browsers load, scripts and style sheets of their own, as small as they get: the page of
 * `bulletin preview` and what stands beside the pages of `bulletin site`. `root` is the project's folder.
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { carriedFiles } from "./carried-files.js";
import { writeUnlessSame } from "./write-unless-same.js";

/**
 * The page of `bulletin preview`, once a language: words that nobody reads there are left out.
 * @returns the source files that are in it
 */
export async function bundlePreviewPage(root) {
  const carried = await Promise.all(["zh", "en"].map((language) => bundlePreviewPageIn(language, root)));
  await writeUnlessSame(
    join(root, "dist", "preview", "index.html"),
    await readFile(join(root, "src", "preview", "index.html")),
  );
  const names = ["index.html", "page.css", "page.zh.js", "page.en.js"];
  const folder = join(root, "dist", "preview");
  const stale = (await readdir(folder)).filter((name) => !names.includes(name));
  await Promise.all(stale.map((name) => rm(join(folder, name))));
  return carried.flat();
}

async function bundlePreviewPageIn(language, root) {
  const { metafile, outputFiles } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: {
      [`page.${language}`]: "src/preview/page.tsx",
      ...(language === "zh" && { page: "src/preview/page.css" }),
    },
    define: { IS_CHINESE: String(language === "zh") },
    outdir: "dist/preview",
    bundle: true,
    format: "esm",
    platform: "browser",
    target: ["chrome86", "firefox98", "safari15.4"],
    // Elements by calls that take their children one by one, two thousand letters less than by properties.
    tsconfigRaw: { compilerOptions: { jsx: "react", jsxFactory: "h", jsxFragmentFactory: "Fragment" } },
    inject: ["node_modules/preact/dist/preact.mjs"],
    charset: "utf8",
    // esbuild rewrites all of it for a fault of V8 before 9.1 in calls that spread behind `?.`; there are none.
    supported: { "optional-chain": true },
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    write: false,
  });
  await mkdir(join(root, "dist", "preview"), { recursive: true });
  await Promise.all(outputFiles.map(({ path, contents }) => writeUnlessSame(path, contents)));
  return carriedFiles(metafile);
}

/** What stands beside the pages of `bulletin site`: the script of the search and the style sheet. */
export async function bundleSitePage(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/site/page/search.ts", "src/site/page/site.css"],
    outdir: "dist/site",
    bundle: true,
    format: "iife",
    platform: "browser",
    target: ["chrome86", "firefox98", "safari15.4"],
    charset: "utf8",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    write: false,
  });
  await mkdir(join(root, "dist", "site"), { recursive: true });
  await Promise.all(outputFiles.map(({ path, contents }) => writeUnlessSame(path, contents)));
}
