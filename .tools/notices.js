/**
 * The notices of third parties: for each package of which a file is in the bundle, its name, version,
 * licence and the text of that licence, as the licences ask; the faces' licence behind them. A
 * bundled package without a licence text stops the build.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Packages that say MIT and ship no text of it, with the holder they name. */
const NO_TEXT_OF_THEIR_OWN = new Map([
  ["dfa", "Devon Govett"],
  ["fontkit", "Devon Govett"],
  ["format", "2010 - 2014 Sami Samhuri"],
]);

/** Packages that come as a bundle of their own: what they depend on is in it, unseen by ours. */
const BUNDLES = new Set(["docx"]);

/**
 * @param {{ root: string, inputs: readonly string[], faceLicences: readonly { name: string, path: string }[] }} facts
 *   `inputs`: the files in the bundle, relative to `root`
 * @returns {string} Markdown
 */
export function printNotices({ root, inputs, faceLicences }) {
  const packages = bundledFolders(root, inputs).map((folder) => readPackage(root, folder));
  const bare = packages.filter(({ text }) => text === undefined);
  if (bare.length > 0) {
    throw new Error(`no licence text for: ${bare.map(({ name }) => name).join(", ")}`);
  }
  return [
    "# Third-party notices",
    "",
    "bulletin-compiler is under the MIT licence (LICENSE). It carries the works below under their own licences.",
    "",
    ...printGroups(packages),
    ...faceLicences.flatMap(({ name, path }) => section(name, readFileSync(path, "utf8"))),
  ].join("\n");
}

/** One section for each text, naming every package that is under it word for word. */
function printGroups(packages) {
  return [...groupByText(packages)].flatMap(([text, group]) =>
    section(group.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join(", "), text),
  );
}

function groupByText(packages) {
  const groups = new Map();
  for (const one of packages) groups.set(one.text, [...(groups.get(one.text) ?? []), one]);
  return groups;
}

const section = (title, text) => [
  `## ${title}`,
  "",
  "```text",
  text.trim().replaceAll("```", "'''"),
  "```",
  "",
];

/** @returns {string[]} folders of packages, each once, by name */
export function bundledFolders(root, inputs) {
  const folders = inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  const found = new Set(folders);
  for (const folder of found) {
    const { name, dependencies = {} } = readFacts(root, folder);
    if (!BUNDLES.has(name)) continue;
    for (const dependency of Object.keys(dependencies)) {
      const own = `${folder}/node_modules/${dependency}`;
      const place = existsSync(join(root, own)) ? own : `node_modules/${dependency}`;
      if (!dependency.startsWith("@types/") && existsSync(join(root, place))) found.add(place);
    }
  }
  return [...found].sort();
}

const readFacts = (root, folder) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));

function readPackage(root, folder) {
  const { name, version, license } = readFacts(root, folder);
  const licence = license ?? (NO_TEXT_OF_THEIR_OWN.has(name) ? "MIT" : "");
  return { name, version, licence, text: findText(join(root, folder)) ?? standardText(name) };
}

function findText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)([-.].*)?$/i.test(name));
  return file === undefined
    ? undefined
    : readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
}

function standardText(name) {
  const holder = NO_TEXT_OF_THEIR_OWN.get(name);
  return holder === undefined ? undefined : MIT_TEXT.replace("{holder}", holder);
}

/** https://opensource.org/license/mit */
const MIT_TEXT = `MIT License

Copyright (c) {holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
