/**
 * What a draw (draws.ts) must come to: nothing is thrown but an EnvironmentError with its remedy, and by lint
 * nothing at all; every finding has words and a place in its text; what is built is whole. In memory as far as
 * the command itself works there; records and the history of mending are files, below a folder given.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "../../../src/build.js";
import { runUndo } from "../../../src/cli/history/undo-command.js";
import {
  applyBaseline,
  printBaseline,
  readBaseline,
  updateBaseline,
} from "../../../src/diagnostics/baseline.js";
import { type Diagnostic, EnvironmentError, type Sources } from "../../../src/diagnostics/diagnostic.js";
import { printGithub } from "../../../src/diagnostics/print-github.js";
import { findingRecords } from "../../../src/diagnostics/print-json.js";
import { printJunit } from "../../../src/diagnostics/print-junit.js";
import { printPretty } from "../../../src/diagnostics/print-pretty.js";
import { memoryEnvironment } from "../../../src/disk/disk-environment.js";
import { diskWorkspace } from "../../../src/disk/disk-workspace.js";
import { type Artifact, EDITION_NAMES, type EditionName } from "../../../src/editions/edition-table.js";
import { fix } from "../../../src/fix.js";
import type { Face } from "../../../src/fonts/face.js";
import { openFace } from "../../../src/fonts/open-face.js";
import { lint } from "../../../src/lint.js";
import type { RecordFolder } from "../../../src/outcomes/cache-file.js";
import { readRecord, writeRecord } from "../../../src/outcomes/cache-file.js";
import { lintOutcome } from "../../../src/outcomes/lint-outcome.js";
import { findingsRecords } from "../../../src/outcomes/remember-findings.js";
import { fileOf } from "../../fonts/font-files.js";
import type { Dice } from "../../pages/dice.js";
import type { Draw, Files, Kind } from "./draws.js";
import { mutatedValue } from "./mutate.js";

type Judge = (draw: Draw, scratch: string) => Promise<readonly string[]>;

/** Of a thousand draws of a kind, how many are built in each edition; a page takes longer to set than to judge. */
const BUILT: Readonly<Record<Kind, Readonly<Record<EditionName, number>>>> = {
  item: { html: 40, docx: 15, pdf: 15, json: 40 },
  manifest: { html: 40, docx: 15, pdf: 15, json: 40 },
  house: { html: 40, docx: 15, pdf: 15, json: 20 },
  template: { html: 250, docx: 40, pdf: 40, json: 20 },
  picture: { html: 150, docx: 60, pdf: 120, json: 20 },
  font: { html: 0, docx: 0, pdf: 100, json: 0 },
  anything: { html: 60, docx: 0, pdf: 0, json: 60 },
  baseline: { html: 0, docx: 0, pdf: 0, json: 0 },
  record: { html: 0, docx: 0, pdf: 0, json: 0 },
  undo: { html: 0, docx: 0, pdf: 0, json: 0 },
};

/** @param scratch a folder in which the draw may write */
export async function faultsOf(draw: Draw, scratch: string): Promise<readonly string[]> {
  const own = JUDGES[draw.kind];
  return own === undefined ? judgeIssue(draw) : own(draw, scratch);
}

const JUDGES: Partial<Readonly<Record<Kind, Judge>>> = {
  font: async (draw) => [...(await judgeFace(draw)), ...(await judgeBuild(draw))],
  baseline: judgeBaseline,
  record: judgeRecord,
  undo: judgeUndo,
};

const target = { kind: "issue", path: "issue.yaml" } as const;

async function judgeIssue(draw: Draw): Promise<readonly string[]> {
  const { workspace, templates } = memoryEnvironment(draw.files);
  const { diagnostics, sources } = await lint(target, workspace, { templates });
  const faults = findingFaults(diagnostics, sources);
  if (draw.dice.chance(0.1)) printAll(diagnostics, sources);
  if (draw.kind === "item" && draw.dice.chance(0.1)) {
    const mended = await fix({ kind: "submission", path: "items/01.md" }, workspace);
    faults.push(...findingFaults(mended.diagnostics, mended.sources));
  }
  return [...faults, ...(await judgeBuild(draw))];
}

function findingFaults(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  { mayBeWordless = false } = {},
): string[] {
  return diagnostics.flatMap(({ rule, severity, message, span }) => {
    const length = sources.get(span.path)?.length ?? 0;
    const isPlaced = span.start >= 0 && span.start <= span.end && span.end <= length;
    const isTold = mayBeWordless || (message.zh.trim() !== "" && message.en.trim() !== "");
    if (isPlaced && isTold && ["error", "warning", "info"].includes(severity)) return [];
    return [`${rule} ${severity} at ${span.path} ${span.start}–${span.end} of ${length}: ${message.en}`];
  });
}

function printAll(diagnostics: readonly Diagnostic[], sources: Sources): void {
  printGithub(diagnostics, sources, "zh");
  printJunit(diagnostics, sources, { language: "en", failing: new Set(["error"]) });
  JSON.stringify(findingRecords(diagnostics, sources, "en"));
  printPretty(diagnostics, sources, { language: "zh", paint: (text) => text, width: 80, verbose: true });
}

async function judgeBuild({ kind, files, dice }: Draw): Promise<readonly string[]> {
  const roll = dice.roll(1, 1000);
  let upTo = 0;
  const edition = EDITION_NAMES.find((name) => {
    upTo += BUILT[kind][name];
    return roll <= upTo;
  });
  if (edition === undefined) return [];
  const environment = { ...memoryEnvironment(files), listFonts: (folder: string) => fontsIn(files, folder) };
  const built = await orRemedy(() => build("issue.yaml", environment, { editions: [edition] }));
  if (built === undefined) return [];
  const { diagnostics, sources, artifacts } = built;
  const isRefused = diagnostics.some(({ severity }) => severity === "error");
  const faults = findingFaults(diagnostics, sources);
  if (!isRefused && artifacts.length !== 1) faults.push(`no ${edition}, and no error`);
  return [
    ...faults,
    ...artifacts.filter((artifact) => !isWhole(artifact)).map(() => `the ${edition} is not whole`),
  ];
}

const fontsIn = (files: Files, folder: string) =>
  Object.entries(files)
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(([path, bytes]) => fileOf(Buffer.from(bytes), path));

function isWhole({ edition, bytes }: Artifact): boolean {
  const text = Buffer.from(bytes).toString("latin1");
  if (edition === "html") return text.startsWith("<!doctype html>") && text.trimEnd().endsWith("</html>");
  if (edition === "json") return JSON.parse(Buffer.from(bytes).toString("utf8")).version === 1;
  if (edition === "pdf") return text.startsWith("%PDF-") && text.trimEnd().endsWith("%%EOF");
  return text.startsWith("PK\u0003\u0004") && text.includes("PK\u0005\u0006");
}

/** @returns undefined where what was asked ended with a reason and a remedy, as a broken surrounding does */
async function orRemedy<T>(work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof EnvironmentError && fault.message !== "" && fault.remedy.zh !== "") return undefined;
    throw fault;
  }
}

/** A face that opens answers whatever the composer asks of it. */
async function judgeFace({ files, dice }: Draw): Promise<readonly string[]> {
  const bytes = Buffer.from(files["fonts/a.ttf"] ?? "");
  const face = await orRemedy(() => openFace(fileOf(bytes), { weight: 400 }));
  if (face === undefined) return [];
  const answered = await orRemedy(() => askFace(face, dice));
  return (answered ?? []).filter((width) => !Number.isFinite(width)).map((width) => `an advance of ${width}`);
}

function askFace(face: Face, dice: Dice): readonly number[] {
  const glyphs = [..."示例A，—", String.fromCodePoint(dice.roll(0, 0xffff))].map((character) =>
    face.glyph(character.codePointAt(0) ?? 0),
  );
  const [first = 0, second = 0] = glyphs;
  face.pair(first, second);
  face.kern(first, second);
  face.combine(first, second, 0.2);
  for (const glyph of glyphs) {
    face.ink(glyph);
    face.substitute(glyph, "locl");
  }
  face.subset([0, ...glyphs]);
  return glyphs.map((glyph) => face.advance(glyph));
}

async function judgeBaseline({ files }: Draw): Promise<readonly string[]> {
  const { workspace, templates } = memoryEnvironment(files);
  const { diagnostics, sources } = await lint(target, workspace, { templates });
  const baseline = await orRemedy(() =>
    readBaseline(Buffer.from(files["baseline.json"] ?? "").toString("utf8"), "baseline.json"),
  );
  if (baseline === undefined) return [];
  const run = { baseline, sources, pathOf: (path: string) => path, isAlwaysTold: () => false };
  const { diagnostics: fresh, known } = applyBaseline(diagnostics, run);
  const printed = printBaseline(updateBaseline(diagnostics, run));
  const again = applyBaseline(diagnostics, { ...run, baseline: readBaseline(printed, "baseline.json") });
  const faults = again.diagnostics.map(({ rule }) => `${rule} is told though it was just recorded`);
  return fresh.length + known === diagnostics.length ? faults : [...faults, "findings were lost"];
}

/** Under the user's own key, as if the seal had been got over: its reader must hold alone. */
async function judgeRecord({ files, dice }: Draw, scratch: string): Promise<readonly string[]> {
  const records: RecordFolder = { folder: join(scratch, "records"), key: new Uint8Array(32) };
  const place = join(scratch, "bulletin");
  if (!existsSync(records.folder)) {
    mkdirSync(records.folder);
    write(place, files);
  }
  const here = process.cwd();
  process.chdir(place);
  const recalled = await recallMutated(records, dice).finally(() => process.chdir(here));
  if (recalled === undefined) return [];
  printAll(recalled.diagnostics, recalled.sources);
  return findingFaults(recalled.diagnostics, recalled.sources, { mayBeWordless: true });
}

async function recallMutated(records: RecordFolder, dice: Dice) {
  const workspace = diskWorkspace(".");
  const name = () => readdirSync(records.folder).find((each) => each.endsWith(".record")) ?? "";
  if (name() === "") {
    const memory = findingsRecords(workspace, { records, check: {} });
    memory.remember(target, await lintOutcome(target, workspace, { check: {}, cache: records.folder }));
    memory.save();
    sound = readRecord(records, name());
  }
  writeRecord(records, name(), mutatedValue(dice, sound, RECORD_KEYS));
  return findingsRecords(workspace, { records, check: {} }).recall(target);
}

let sound: unknown;
const RECORD_KEYS = [
  "program",
  "key",
  "records",
  "fingerprint",
  "questions",
  "digest",
  "diagnostics",
  "files",
  "span",
  "fix",
];

/** What lies beside the bulletin stays, and in it whatever is no copy. */
async function judgeUndo({ files, dice }: Draw, scratch: string): Promise<readonly string[]> {
  const place = join(scratch, "undo");
  rmSync(place, { recursive: true, force: true });
  write(join(place, "bulletin"), { ...files, ".hidden/a.md": "KEEP", "a.txt": "KEEP" });
  writeFileSync(join(place, "victim.md"), "KEEP");
  const language = dice.pick(["zh", "en"] as const);
  const options = {
    language,
    force: dice.chance(0.5),
    ...dice.pick([{}, {}, { list: true }, { dryRun: true }]),
  };
  await orRemedy(() => runUndo(join(place, "bulletin"), options));
  const kept = ["victim.md", "bulletin/.hidden/a.md", "bulletin/a.txt"];
  const others = readdirSync(place, { recursive: true, encoding: "utf8" }).filter(
    (path) => !mayBeThere(path, kept),
  );
  return [
    ...kept
      .filter((path) => readFileSync(join(place, path), "utf8") !== "KEEP")
      .map((path) => `${path} was changed`),
    ...others.map((path) => `wrote ${path}`),
  ];
}

const mayBeThere = (path: string, kept: readonly string[]): boolean =>
  kept.includes(path) ||
  /^bulletin($|\/(\.hidden$|items$|\.bulletin-history($|\/)|[^.].*\.(md|ya?ml)$))/i.test(path);

function write(folder: string, files: Files): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
