/**
 * Submissions that python-docx, LibreOffice and hand-written packages, mails and pages make (intake/*.py): the command
 * imports them all, and each item is compared with what it is. What it decides wrongly it must at least have told.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Difference,
  differencesOf,
  type Finding,
  type MadeItem,
  type Submission,
  type Verdict,
} from "./intake/compare-items.js";

const FOLDER = resolve(".judges/intake");
const PYTHON = resolve(".judges/intake-python");
const NEEDED = ["python-docx==1.2.0", "Pillow==12.0.0"];
const MANIFEST = "year: 2026\nnumber: 5\ndate: 2026-03-16\nsections:\n  - name: 基层动态\n    items: []\n";
const HOUSE =
  "bulletin:\n  name: 澄湖工作简报\n  publisher: 澄湖市信息办公室\ntemplate: jianbao\nsections:\n  - name: 基层动态\n";

interface Imported {
  readonly written: boolean;
  readonly submissions: readonly {
    readonly file: string;
    readonly items: readonly (Omit<MadeItem, "text"> & {
      readonly item: string;
      readonly pictures: number;
    })[];
    readonly findings: readonly Finding[];
  }[];
}

interface Judged {
  readonly submission: Submission;
  readonly differences: readonly Difference[];
}

let judged: readonly Judged[] = [];
let dry: Imported;
let wet: Imported;

beforeAll(() => {
  if (!existsSync(join(PYTHON, "bin/pip"))) execFileSync("python3", ["-m", "venv", PYTHON]);
  execFileSync(join(PYTHON, "bin/pip"), ["install", "--quiet", ...NEEDED], { stdio: "pipe" });
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, "issues/2026-03"), { recursive: true });
  writeFileSync(join(FOLDER, "bulletin.yaml"), HOUSE);
  writeFileSync(join(FOLDER, "issues/2026-03/issue.yaml"), MANIFEST);
  execFileSync(join(PYTHON, "bin/python"), [resolve("test/judges/intake/make_submissions.py"), FOLDER], {
    stdio: "pipe",
  });
  const submissions: readonly Submission[] = JSON.parse(
    readFileSync(join(FOLDER, "submissions.json"), "utf8"),
  );
  dry = runImport(submissions, "--dry-run");
  wet = runImport(submissions, "--yes");
  const byFile = new Map(wet.submissions.map((one) => [one.file, one]));
  judged = submissions.map((submission) => {
    const one = byFile.get(submission.path);
    if (one === undefined) throw new Error(`nothing was said of ${submission.path}`);
    const made = one.items.map((item) => ({ ...item, text: readFileSync(join(FOLDER, item.item), "utf8") }));
    return { submission, differences: differencesOf(submission, { made, findings: one.findings }) };
  });
  process.stdout.write(table());
});

function runImport(submissions: readonly Submission[], how: string): Imported {
  const args = [resolve("bin/bulletin.js"), "import", ...submissions.map(({ path }) => path)];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...args, "--issue", "issues/2026-03", how, "--format", "json"],
    { cwd: FOLDER, encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (!stdout.startsWith("{")) throw new Error(stderr);
  return JSON.parse(stdout);
}

const ORDER: readonly Verdict[] = ["right", "asked", "told", "silent"];
/** The worst of its differences. */
const verdictOf = ({ differences }: Judged): Verdict =>
  ORDER[Math.max(0, ...differences.map(({ verdict }) => ORDER.indexOf(verdict)))] ?? "silent";

/** By kind: how many are right, asked for, told with a wrong value, wrong without a word; then the differences. */
function table(): string {
  const kinds = [...new Set(judged.map(({ submission }) => submission.kind))];
  const row = (name: string, some: readonly Judged[]): string =>
    `${name.padEnd(14)}${ORDER.map((verdict) => String(some.filter((one) => verdictOf(one) === verdict).length).padStart(7)).join("")}\n`;
  const head = `${"".padEnd(14)}${ORDER.map((verdict) => verdict.padStart(7)).join("")}\n`;
  const rows = kinds.map((kind) =>
    row(
      kind,
      judged.filter(({ submission }) => submission.kind === kind),
    ),
  );
  const wrong = judged.flatMap(({ submission, differences }) =>
    differences.map(({ verdict, words }) => `${verdict} ${submission.path}\n    ${words}\n`),
  );
  return `${head}${rows.join("")}${row("all", judged)}${wrong.join("")}`;
}

it("are many, and about half of them faulty", () => {
  expect(judged.length).toBeGreaterThanOrEqual(60);
  const faulty = judged.filter(({ submission }) => submission.faulty).length / judged.length;
  expect(faulty).toBeGreaterThan(0.35);
});

it("say dry what they say when they are written", () => {
  expect({ ...dry, written: true }).toEqual(wet);
});

it("are right in 95 of 100", () => {
  const right = judged.filter((one) => verdictOf(one) === "right").length;
  expect(right / judged.length, table()).toBeGreaterThanOrEqual(0.95);
});

it("are never decided wrongly without a word", () => {
  expect(
    judged.filter((one) => verdictOf(one) === "silent").map(({ submission }) => submission.path),
  ).toEqual([]);
});

describe("pictures that were taken out", () => {
  const images = () => readdirSync(join(FOLDER, "issues/2026-03/images"));
  it("are as many as are told", () => {
    const told = wet.submissions.flatMap(({ items }) => items.map(({ pictures }) => pictures));
    expect(images()).toHaveLength(told.reduce((sum, count) => sum + count, 0));
  });
  it("hold no camera and no place", () => {
    const telling = images().filter((name) => {
      const bytes = readFileSync(join(FOLDER, "issues/2026-03/images", name), "latin1");
      return bytes.includes("Exif") || bytes.includes("Invented");
    });
    expect(telling).toEqual([]);
  });
});
