/**
 * `npm run bench`: the tool beside its peers, whole processes, in one run. Installs the peers into
 * .bench/ (ignored by git); pandoc and GNU time are Debian's and are left out where missing. Prints
 * tables in Markdown; docs/performance.md says how to read them.
 *
 * Usage: node test/bench/bench.js [--repeat N] [--only TABLE[,TABLE]], tables: peers, eight, ten, hundred, varied, lint, word, watch, preview, archive, growth, site;
 * with --typography, how its lines are set instead of how fast (--examples lists what was counted)
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { benchGrowth } from "./bench-growth.js";
import { benchPeers, nodesAtHand } from "./bench-peers.js";
import { benchTypography } from "./bench-typography.js";
import { makeArchive, makeLintCorpus, makeRepeatedIssue, makeVariedIssue } from "./make-inputs.js";
import { makeWordFile } from "./make-word.js";
import { measureInTurns } from "./measure.js";
import { measurePreview } from "./measure-preview.js";
import { measureWatch } from "./measure-watch.js";
import { printTable } from "./print-table.js";

const { values: flags } = parseArgs({
  options: {
    repeat: { type: "string", default: "5" },
    only: { type: "string" },
    typography: { type: "boolean" },
    examples: { type: "boolean" },
  },
});
const repetitions = Number(flags.repeat);
const isWanted = (table) => flags.only === undefined || flags.only.split(",").includes(table);

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const bench = join(root, ".bench");
const fixture = join(root, "fixtures", "work-bulletin");
const fonts = join(root, "dist", "fonts");
const bulletin = join(root, "bin", "bulletin.js");
const node = process.execPath;

if (!existsSync(join(root, "dist", "cli.cjs"))) throw new Error("npm run build first");
installPeers();
if (flags.typography) {
  await benchTypography({ bench, bulletin, fonts, here, showExamples: flags.examples === true });
  process.exit();
}
const hasPandoc = succeeds("pandoc", ["--version"]);
printMachine();
if (hasPandoc && isWanted("peers")) {
  benchPeers({ bench, bulletin, fixture, fonts, here, nodes: nodesAtHand(root), repetitions });
}
if (isWanted("eight")) benchBuild("Eight pages", "eight", { times: 1, editionsAlone: true });
if (isWanted("ten")) benchBuild("Ten times the text", "ten", { times: 10 });
if (isWanted("hundred")) benchBuild("A hundred times the text", "hundred", { times: 100 });
if (isWanted("varied")) benchBuild("A hundred times, no two paragraphs alike", "varied", { times: 100 });
if (isWanted("lint")) benchLint();
if (isWanted("word")) benchWord();
if (isWanted("watch")) await benchWatch();
if (isWanted("preview")) await benchPreview();
if (isWanted("archive")) benchArchive();
if (isWanted("growth")) benchGrowth({ bench, bulletin, fixture });
if (isWanted("site")) benchSite();

function installPeers() {
  if (["zhlint", "mupdf"].every((name) => existsSync(join(bench, "node_modules", name)))) return;
  mkdirSync(bench, { recursive: true });
  const dependencies = {
    "@myriaddreamin/typst-ts-node-compiler": "0.7.0",
    "autocorrect-node": "2.14.0",
    mupdf: "1.28.1",
    "remark-frontmatter": "5.0.0",
    "remark-gfm": "4.0.1",
    "remark-parse": "11.0.0",
    unified: "11.0.5",
    zhlint: "0.8.2",
  };
  writeFileSync(join(bench, "package.json"), JSON.stringify({ private: true, dependencies }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: bench, stdio: "inherit" });
}

function printMachine() {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0].toFixed(1);
  process.stdout.write(
    `Node ${process.version}, ${cpus()[0].model}, ${availableParallelism()} cores, ${gigabytes} GB, ` +
      `load ${load} at the start, ${repetitions} rounds\n`,
  );
}

function benchBuild(title, name, { times, editionsAlone = false }) {
  const make = name === "varied" ? makeVariedIssue : makeRepeatedIssue;
  const issue = make(join(bench, "inputs", name), { fixture, times });
  const out = join(bench, "outputs", name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const build = (label, editions) => ({
    name: label,
    command: [node, bulletin, "build", issue, "--out", out, "-e", editions],
  });
  const typst = {
    name: "Typst, PDF",
    command: [node, join(here, "typst-peer.js"), issue, join(out, "typst.pdf"), fonts, bench],
  };
  const contenders = [
    build("bulletin, all three", "docx,pdf,html"),
    typst,
    ...(editionsAlone
      ? [
          build("bulletin, PDF", "pdf"),
          build("bulletin, DOCX", "docx"),
          build("bulletin, HTML", "html"),
          { name: "bulletin, lint", command: [node, bulletin, "lint", issue], accept: [0, 1] },
          { name: "empty Node", command: [node, "-e", "0"] },
        ]
      : []),
    // pandoc takes minutes for a hundred times the text: once is enough.
    ...(hasPandoc && name !== "varied" ? pandocPeers(issue, out) : []),
  ];
  printTable(title, measureInTurns(contenders, repetitions), "Typst, PDF");
  printSizes(out);
}

function pandocPeers(issue, out) {
  const items = join(issue, "items");
  const files = readdirSync(items).sort();
  return ["docx", "html"].map((format) => ({
    name: `pandoc, ${format.toUpperCase()}`,
    command: [
      "pandoc",
      "--file-scope",
      "--standalone",
      "-M",
      "title=x",
      ...files,
      "-o",
      join(out, `pandoc.${format}`),
    ],
    cwd: items,
  }));
}

function printSizes(out) {
  const sizes = readdirSync(out)
    .sort()
    .map((file) => `${file} ${Math.ceil(statSync(join(out, file)).size / 1024)} KB`);
  process.stdout.write(`\nSizes: ${sizes.join(", ")}\n`);
}

/** @returns settings that turn off every rule that can be turned off */
function rulesOff() {
  const rules = JSON.parse(execFileSync(node, [bulletin, "rules", "--json"], { encoding: "utf8" }));
  return rules.filter(({ structural }) => !structural).flatMap(({ id }) => ["--rule", `${id}: off`]);
}

function benchLint() {
  const single = makeLintCorpus(join(bench, "inputs", "lint-one"), { fixture, megabytes: 0.001 });
  const lint = (folder, ...more) => ({
    name: ["bulletin lint", ...more].join(" "),
    command: [node, bulletin, "lint", join(folder, "items"), "--format", "compact", ...more],
    accept: [0, 1],
    cwd: folder,
  });
  printTable("Lint of one small item", measureInTurns([lint(single)], repetitions));
  for (const megabytes of [1, 10]) {
    const folder = makeLintCorpus(join(bench, "inputs", `lint-${megabytes}`), { fixture, megabytes });
    const peers = megabytes === 1 ? ["remark", "autocorrect", "zhlint"] : ["remark", "autocorrect"];
    const contenders = peers.map((peer) => ({
      name: peer === "remark" ? "remark, parsing alone" : peer,
      command: [node, join(here, "lint-peers.js"), peer, join(folder, "items"), bench],
    }));
    // The uncounted first round fills the cache.
    const own = [["--jobs", "1"], ["--jobs", "2"], ["--cache"]].map((more) => lint(folder, ...more));
    // What the rules cost is the difference; those that guard the editions cannot be turned off.
    own.push({ ...lint(folder, "--jobs", "1", ...rulesOff()), name: "bulletin lint --jobs 1, rules off" });
    const rounds = megabytes === 1 ? repetitions : Math.min(3, repetitions);
    const title = `Lint of ${megabytes} MB of items`;
    printTable(title, measureInTurns([...own, ...contenders], rounds), "remark, parsing alone");
  }
}

/** A submission as it came, long and full of pictures; and how little the reader of Word costs where none is. */
function benchWord() {
  const { path, megabytes, pages } = makeWordFile(join(bench, "inputs", "word"));
  const small = makeLintCorpus(join(bench, "inputs", "lint-one"), { fixture, megabytes: 0.001 });
  const lint = (name, target, cwd) => ({
    name,
    command: [node, bulletin, "lint", target, "--format", "compact"],
    accept: [0, 1],
    cwd,
  });
  const contenders = [
    lint("bulletin lint, the Word file", path, dirname(path)),
    lint("bulletin lint, one small item", join(small, "items"), small),
  ];
  printTable(
    `A Word file of ${pages} pages, ${megabytes.toFixed(0)} MB`,
    measureInTurns(contenders, Math.min(3, repetitions)),
  );
}

/** A website of many issues: made anew, so that time is seen to grow with them, and run again with nothing changed. */
function benchSite() {
  const contenders = [250, 500, 1000].flatMap((issues) => {
    const folder = makeArchive(join(bench, "inputs", `site-${issues}`), { fixture, issues });
    appendFileSync(join(folder, "bulletin.yaml"), "public: true\n");
    const out = join(bench, "outputs", `site-${issues}`);
    const command = [
      node,
      bulletin,
      "site",
      "--out",
      out,
      "--cache-location",
      join(bench, "outputs", "records"),
    ];
    const before = () => rmSync(out, { recursive: true, force: true });
    return [
      { name: `${issues} issues, anew`, command, cwd: folder, before },
      { name: `${issues} issues, unchanged`, command, cwd: folder },
    ];
  });
  printTable("A website", measureInTurns(contenders, Math.min(3, repetitions)), contenders[0].name);
}

/** The round that does not count makes the records, so that --cache meets an unchanged archive. */
function benchArchive() {
  const folder = makeArchive(join(bench, "inputs", "archive"), { fixture, issues: 200 });
  const build = (name, ...options) => ({
    name,
    command: [node, bulletin, "build", "--all", ...options],
    cwd: folder,
  });
  const contenders = [
    build("every issue, all cores"),
    build("every issue, --jobs 1", "--jobs", "1"),
    build("unchanged, --cache", "--cache"),
  ];
  printTable(
    "200 issues with --all",
    measureInTurns(contenders, Math.min(3, repetitions)),
    contenders[1].name,
  );
}

async function benchWatch() {
  const issue = makeRepeatedIssue(join(bench, "inputs", "watch"), { fixture, times: 1 });
  const command = [bulletin, "build", issue, "--out", join(bench, "outputs", "watch"), "--watch"];
  const file = readdirSync(join(issue, "items")).sort()[0];
  const edits = await measureWatch({
    command,
    file: join(issue, "items", file),
    outputs: join(bench, "outputs", "watch"),
    rounds: 31,
  });
  process.stdout.write(
    `\n## One item edited under --watch, until the last edition is on disk again\n\n${printEdits(edits)}`,
  );
}

async function benchPreview() {
  const issue = makeRepeatedIssue(join(bench, "inputs", "preview"), { fixture, times: 1 });
  const file = readdirSync(join(issue, "items")).sort()[0];
  const edits = await measurePreview({
    command: [bulletin, "preview", issue, "--no-open"],
    file: join(issue, "items", file),
    // The first, and thirty behind it.
    rounds: 31,
  });
  process.stdout.write(`\n## preview: save to page\n\n${printEdits(edits)}`);
}

function printEdits({ first, middle, least, cpu }) {
  return (
    `first edit ${first.toFixed(0)} ms, median of the edits behind it ${middle.toFixed(0)} ms, ` +
    `least ${least.toFixed(0)} ms, CPU time of one of them ${cpu.toFixed(0)} ms\n`
  );
}

function succeeds(program, options) {
  try {
    execFileSync(program, options, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
