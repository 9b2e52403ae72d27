/**
 * The law of fixes, rule by rule: right copy that looks like a fault is left alone (fixtures/corpus/traps),
 * and its faulty twins are still told (fixtures/corpus/slips), mended where no second reading is left and
 * otherwise suggested or only named. A file bears its rule's name; a line is a paragraph of its own, or a
 * title where it begins with `title: `.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allRules } from "../../src/check/all-rules.js";
import { applyEdits } from "../../src/diagnostics/apply-edits.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { fix } from "../../src/fix.js";
import { lint } from "../../src/lint.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const CORPUS = "fixtures/corpus";
const PATH = "items/01.md";
const TITLE = "title: ";
const FEWEST_TRAPS = 250;

interface Slip {
  readonly faulty: string;
  /** `=> ` mended by --fix, `?> ` suggested, `!> ` told alone */
  readonly outcome: string;
}

const rulesIn = (folder: string): readonly string[] =>
  readdirSync(`${CORPUS}/${folder}`)
    .map((name) => name.replace(/\.txt$/, "").replace("-", "/"))
    .sort();

const linesOf = (folder: string, rule: string): readonly string[] =>
  readFileSync(`${CORPUS}/${folder}/${rule.replace("/", "-")}.txt`, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) =>
      line.replace(/\\u([0-9a-f]{4})/g, (_, point: string) =>
        String.fromCharCode(Number.parseInt(point, 16)),
      ),
    );

const slipsOf = (rule: string): readonly Slip[] => {
  const lines = linesOf("slips", rule);
  return lines.flatMap((line, index) =>
    /^[=?!]> ?/.test(line) ? [] : [{ faulty: line, outcome: lines[index + 1] ?? "" }],
  );
};

function itemOf(line: string): string {
  const [title, body] = line.startsWith(TITLE)
    ? [line.slice(TITLE.length), "3月10日，活动举办。"]
    : ["示例市科协举办学术交流会", line];
  return `---\ntitle: ${title}\n---\n\n${body}\n`;
}

const target = { kind: "submission", path: PATH } as const;
const workspaceWith = (text: string) => memoryWorkspace({ [PATH]: text });

async function findingsOf(rule: string, line: string): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await lint(target, workspaceWith(itemOf(line)));
  return diagnostics.filter((found) => found.rule === rule);
}

async function fixed(line: string): Promise<string> {
  const text = itemOf(line);
  return (await fix(target, workspaceWith(text))).changes.get(PATH)?.after ?? text;
}

describe("right copy that looks like a fault", () => {
  it("there is enough of it", () => {
    const count = rulesIn("traps").reduce((total, rule) => total + linesOf("traps", rule).length, 0);
    expect(count).toBeGreaterThanOrEqual(FEWEST_TRAPS);
  });

  it.each(rulesIn("traps"))("%s is silent, and --fix changes nothing", async (rule) => {
    const disturbed: unknown[] = [];
    for (const line of linesOf("traps", rule)) {
      const said = (await findingsOf(rule, line)).map(({ message }) => message.zh);
      const after = await fixed(line);
      if (said.length > 0 || after !== itemOf(line)) disturbed.push({ line, said, after });
    }
    expect(disturbed).toEqual([]);
  });
});

describe("its faulty twins", () => {
  it.each(rulesIn("slips"))("%s tells them, and mends what is beyond doubt", async (rule) => {
    const outcomes: string[] = [];
    for (const { faulty } of slipsOf(rule)) outcomes.push(faulty, await outcomeOf(rule, faulty));
    expect(outcomes).toEqual(slipsOf(rule).flatMap(({ faulty, outcome }) => [faulty, outcome]));
  });

  it("names rules that there are", () => {
    const ids = new Set(allRules.map(({ id }) => id));
    expect([...rulesIn("traps"), ...rulesIn("slips")].filter((id) => !ids.has(id))).toEqual([]);
  });
});

/** @returns what becomes of a line, as the corpus writes it */
async function outcomeOf(rule: string, line: string): Promise<string> {
  const found = await findingsOf(rule, line);
  if (found.length === 0) return "not told";
  if (found.some((one) => one.fix !== undefined)) return `=> ${shown(line, await fixed(line))}`;
  const edits = found.flatMap(({ suggestions }) => suggestions?.[0]?.edits ?? []);
  if (edits.length > 0) return `?> ${shown(line, applyEdits(itemOf(line), edits))}`;
  return "!>";
}

/** The paragraph of an item, or its title where the line gave one. */
const shown = (line: string, text: string): string =>
  line.startsWith(TITLE)
    ? (text.split("\n")[1] ?? "")
    : text.split("---\n\n").slice(1).join("---\n\n").trimEnd();
