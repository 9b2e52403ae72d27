/** What users put into their CI: the definitions can be read and fit together; the action's steps run. */
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { HOSTILE_NAMES, UNSOUND } from "../hostile/hostile-names.js";
import { commandsIn } from "../hostile/obeyed-output.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-ci-"));
const COMMAND = resolve("bin/bulletin.js");
const made = join(scratch, "made");
let place = scratch;
let count = 0;
spawnSync(process.execPath, [COMMAND, "init", made]);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly files: string;
  readonly language: string;
  readonly always_run?: boolean;
}

interface SarifResult {
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
}

function readYaml(path: string) {
  const document = parseDocument(readFileSync(path, "utf8"), { strict: true });
  expect(document.errors).toEqual([]);
  return document.toJS();
}

beforeEach(() => {
  count += 1;
  place = join(scratch, String(count));
  cpSync(made, place, { recursive: true });
});

const bulletin = (args: readonly string[]) =>
  spawnSync(process.execPath, [COMMAND, ...args], { cwd: place, encoding: "utf8" });

/** Runs a script of the action as a runner would: its words come by the environment. */
function runStep(script: string, env: Readonly<Record<string, string>>, workingDirectory = ".") {
  const output = join(place, "output.txt");
  writeFileSync(output, "");
  const { status, stdout, stderr } = spawnSync("bash", [resolve(".github/action", script)], {
    cwd: join(place, workingDirectory),
    encoding: "utf8",
    env: {
      ...process.env,
      BULLETIN: COMMAND,
      BULLETIN_LANG: "zh",
      GITHUB_WORKSPACE: place,
      RUNNER_TEMP: place,
      GITHUB_OUTPUT: output,
      ...env,
    },
  });
  return { code: status, out: stdout, err: stderr, output: readFileSync(output, "utf8") };
}

const LINT = {
  BULLETIN_PATHS: ".",
  BULLETIN_MAX_WARNINGS: "",
  BULLETIN_SHARD: "",
  BULLETIN_BASELINE: "",
  BULLETIN_SARIF: "",
};
const BUILD = { BULLETIN_PATHS: ".", BULLETIN_EDITIONS: "pdf,html", BULLETIN_SHARD: "" };

function spoil(): void {
  const issue = readdirSync(join(place, "issues"))[0] ?? "";
  appendFileSync(join(place, "issues", issue, "items/01-example.md"), "\n报名请拨打13900000000。\n");
}

const action = readYaml("action.yml");
const steps: readonly Step[] = action.runs.steps;

describe("action.yml", () => {
  it("describes every input and uses it", () => {
    const text = readFileSync("action.yml", "utf8");
    const documented = readFileSync("docs/ci.md", "utf8");
    for (const [name, input] of Object.entries<{ description: string }>(action.inputs)) {
      expect(input.description.length, name).toBeGreaterThan(20);
      expect(text.split(`inputs.${name}`).length, `${name} is used`).toBeGreaterThan(1);
      expect(documented, `${name} is in docs/ci.md`).toContain(`| \`${name}\` |`);
    }
    for (const [, name = ""] of text.matchAll(/inputs\.([\w-]+)/g))
      expect(action.inputs).toHaveProperty(name);
  });

  it("names no word of the user inside a shell command", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  it("gives each script the environment that it asks for", () => {
    for (const { run, env } of steps.filter((step) => step.run !== undefined)) {
      const script = /action\/(\w+\.sh)/.exec(run ?? "")?.[1] ?? "";
      const text = readFileSync(join(".github/action", script), "utf8");
      const asked = new Set([...`${run}${text}`.matchAll(/\$\{?(BULLETIN\w*)/g)].map(([, name]) => name));
      expect(Object.keys(env ?? {}).sort(), script).toEqual([...asked].sort());
    }
  });
});

describe("the action's steps", () => {
  it("install from the checkout", () => {
    const { code, output } = runStep("install.sh", { BULLETIN_CHECKOUT: resolve(".") });
    expect([code, output]).toEqual([0, `command=${COMMAND}\n`]);
  });

  it("pass sound copy and leave a report", () => {
    const { code } = runStep("lint.sh", {
      ...LINT,
      BULLETIN_SARIF: "report.sarif",
      BULLETIN_MAX_WARNINGS: "0",
    });
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(place, "report.sarif"), "utf8")).version).toBe("2.1.0");
  });

  it("fail unsound copy with a note beside its line, and still leave a report", () => {
    spoil();
    const { code, out } = runStep("lint.sh", { ...LINT, BULLETIN_SARIF: "report.sarif" });
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=issues\/\d+-01\/items\/01-example\.md,line=\d+,/m);
    expect(
      JSON.parse(readFileSync(join(place, "report.sarif"), "utf8")).runs[0].results.length,
    ).toBeGreaterThan(0);
  });

  it("tell what they find from the repository's root, wherever they work", () => {
    spoil();
    const inside = readdirSync(join(place, "issues"))[0] ?? "";
    const item = `issues/${inside}/items/01-example.md`;
    const { out } = runStep("lint.sh", { ...LINT, BULLETIN_SARIF: "report.sarif" }, join("issues", inside));
    expect(out).toContain(`::error file=${item},line=`);
    expect(out).not.toMatch(/file=items/);
    const report = readFileSync(join(place, "issues", inside, "report.sarif"), "utf8");
    const { results } = JSON.parse(report).runs[0];
    expect(
      new Set(results.map((one: SarifResult) => one.locations[0]?.physicalLocation.artifactLocation.uri)),
    ).toEqual(new Set([item]));
  });

  it("leave paths alone that lie outside of the repository", () => {
    spoil();
    const { status, stdout } = spawnSync(process.execPath, [COMMAND, "lint", "-f", "github", "."], {
      cwd: place,
      encoding: "utf8",
      env: { ...process.env, GITHUB_WORKSPACE: resolve("docs") },
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=issues\/\d+-01\/items\/01-example\.md,/m);
  });

  it("fail on a path that is not there", () => {
    expect(
      runStep("lint.sh", { ...LINT, BULLETIN_PATHS: ".\nnowhere", BULLETIN_SARIF: "report.sarif" }).code,
    ).toBe(2);
  });

  it("build every issue into one folder", () => {
    const { code, output } = runStep("build.sh", { ...BUILD, BULLETIN_PATHS: ".\n", BULLETIN_SHARD: "1/1" });
    expect(code).toBe(0);
    const folder = /^folder=(.+)$/m.exec(output)?.[1] ?? "";
    expect(readdirSync(folder).map((name) => name.replace(/^\d+/, "YEAR"))).toEqual([
      "YEAR-01.html",
      "YEAR-01.pdf",
    ]);
  });
});

describe("the action's steps, in a part of an archive that is empty", () => {
  it("check nothing and say so in a report", () => {
    const { code } = runStep("lint.sh", { ...LINT, BULLETIN_SHARD: "2/2", BULLETIN_SARIF: "report.sarif" });
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(place, "report.sarif"), "utf8")).runs[0].results).toEqual([]);
  });

  it("leave a folder with nothing in it, which is no failure", () => {
    const { code, output } = runStep("build.sh", { ...BUILD, BULLETIN_SHARD: "2/2" });
    expect(code).toBe(0);
    expect(readdirSync(/^folder=(.+)$/m.exec(output)?.[1] ?? "")).toEqual([]);
    const kept = steps.find(({ uses }) => uses?.startsWith("actions/upload-artifact@") === true);
    expect(kept?.with?.["if-no-files-found"]).toBe("ignore");
  });
});

it("the action's steps leave out what a baseline knows", () => {
  spoil();
  bulletin(["lint", "--baseline", "baseline.json", "--update-baseline", "."]);
  const issue = readdirSync(join(place, "issues"))[0] ?? "";
  appendFileSync(join(place, "issues", issue, "items/01-example.md"), "\n\n5月8日，各单位踊跃参加参加。\n");
  const known = runStep("lint.sh", { ...LINT, BULLETIN_BASELINE: "baseline.json" });
  // Of an error that is structural no baseline is believed; this one is none.
  expect(known.out).not.toContain("privacy/mobile-number");
  expect(known.out).toContain("::");
  expect(runStep("lint.sh", { ...LINT, BULLETIN_BASELINE: "nowhere.json" }).code).toBe(2);
});

describe.skipIf(process.platform === "win32")("the action's steps, over names that a stranger chose", () => {
  /** The notes of our own, by the files that they are put beside; whatever else would be obeyed. */
  function notes(out: string): { readonly files: ReadonlySet<string>; readonly others: readonly string[] } {
    const commands = commandsIn(out);
    const ours = commands.flatMap(
      (one) => /^::(?:error|warning|notice) file=([^,]*),line=\d+,/.exec(one)?.[1] ?? [],
    );
    const files = new Set(ours.map((name) => decodeURIComponent(name)));
    return { files, others: commands.filter((one) => !/^::(?:error|warning|notice) file=/.test(one)) };
  }
  /** As messages show it: what a terminal would obey, by its code point; a tab as a space. */
  const shown = (name: string) =>
    name.replaceAll("\t", " ").replaceAll(/[\u0000-\u001f\u202e]/g, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
    });

  it("put a note beside each file, and nothing else that the runner obeys", () => {
    mkdirSync(join(place, "inbox"));
    for (const name of HOSTILE_NAMES) writeFileSync(join(place, "inbox", name), UNSOUND);
    const before = readdirSync(place).sort();
    const { code, out, err } = runStep(
      "lint.sh",
      { ...LINT, BULLETIN_PATHS: "inbox", GITHUB_ACTIONS: "true", BULLETIN_SARIF: "report.sarif" },
      ".",
    );
    expect(code).toBe(1);
    const { files, others } = notes(out);
    expect(files).toEqual(new Set(HOSTILE_NAMES.map((name) => `inbox/${shown(name)}`)));
    expect([...others, ...commandsIn(err)]).toEqual([]);
    expect(readdirSync(place).sort()).toEqual([...before, "output.txt", "report.sarif"].sort());
    const { results } = JSON.parse(readFileSync(join(place, "report.sarif"), "utf8")).runs[0];
    expect(results.length).toBeGreaterThanOrEqual(HOSTILE_NAMES.length);
  });

  it("take each for a path where it is one of the action's own", () => {
    const names = HOSTILE_NAMES.filter((name) => !name.includes("\n"));
    for (const name of names) writeFileSync(join(place, name), UNSOUND);
    const before = readdirSync(place).sort();
    const paths = names.join("\n");
    const { code, out } = runStep("lint.sh", { ...LINT, BULLETIN_PATHS: paths, GITHUB_ACTIONS: "true" });
    expect(code).toBe(1);
    expect(notes(out)).toEqual({ files: new Set(names.map(shown)), others: [] });
    expect(readdirSync(place).sort()).toEqual([...before, "output.txt"].sort());
  });

  it("build issues in folders of such names, and write nowhere else", () => {
    const first = readdirSync(join(place, "issues"))[0] ?? "";
    const names = HOSTILE_NAMES.map((name) => name.replace(/\.md$/, ""));
    for (const [index, name] of names.entries()) {
      const issue = join(place, "issues", name);
      cpSync(join(place, "issues", first), issue, { recursive: true });
      const manifest = join(issue, "issue.yaml");
      writeFileSync(manifest, `${readFileSync(manifest, "utf8")}\nslug: issue-${index}\n`);
    }
    const before = readdirSync(place).sort();
    const { code, out, err, output } = runStep("build.sh", {
      ...BUILD,
      BULLETIN_EDITIONS: "html",
      GITHUB_ACTIONS: "true",
    });
    expect(code, err).toBe(0);
    expect(commandsIn(out + err)).toEqual([]);
    expect(output).toMatch(/^folder=[^\n]+\n$/);
    expect(readdirSync(join(place, "bulletin-editions"))).toHaveLength(names.length + 1);
    expect(readdirSync(place).sort()).toEqual([...before, "bulletin-editions", "output.txt"].sort());
  });
});

/** What pre-commit does with them is test/judges/pre-commit.judge.ts's. */
describe(".pre-commit-hooks.yaml", () => {
  const hooks: readonly Hook[] = readYaml(".pre-commit-hooks.yaml");

  it.each(hooks)("$id is given whatever an issue is made of", ({ files }) => {
    const pattern = new RegExp(files.replace(/^\(\?i\)/, ""), "i");
    for (const path of ["issues/2026-03/issue.yaml", "来稿/fair.md", "a.markdown", "bulletin.yaml", "a.JPG"])
      expect(path).toMatch(pattern);
    for (const path of ["main.py", "dist/2026-03.pdf", "items/01.md.bak"]) expect(path).not.toMatch(pattern);
  });

  it("asks also where no name is given, for what is taken away", () => {
    expect(hooks.find(({ id }) => id === "bulletin-lint")?.always_run).toBe(true);
  });

  it.each(hooks)(
    "$id runs with the files behind it, and takes names for names",
    ({ entry, args, language }) => {
      expect(language).toBe("node");
      const issue = `issues/${readdirSync(join(place, "issues"))[0]}`;
      const [program, ...words] = [...entry.split(" "), ...args];
      expect(program).toBe("bulletin");
      expect(words.at(-1)).toBe("--");
      const names = [`${issue}/items/01-example.md`, "--version", `${issue}/items/02-example.md`];
      expect(bulletin([...words, ...names]).status).toBe(0);
      spoil();
      expect(bulletin([...words, ...names]).status).toBe(1);
    },
  );
});

it("the project's own workflow can be read", () => {
  expect(Object.keys(readYaml(".github/workflows/ci.yml").jobs)).toEqual(["test", "judges", "action"]);
});
