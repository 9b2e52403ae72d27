/**
 * The other Nodes that users have, as npm carries their makers' builds (test/nodes/package.json pins them):
 * by each one all sound fixtures are built, and every edition must have the bytes that the Node which runs
 * this gives; by the newest of each line also run the suites of what depends on Node. Nodes without long-term
 * support and those to come stand in test/nodes.test.ts.
 *
 * Usage: npm run test:nodes [-- NAME…], names as in test/nodes/package.json, such as newest-26
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnce } from "./install-once.js";

/**
 * What reads, writes, packs, waits, starts threads or speaks to the outside, and what knows Unicode by itself. What makes
 * editions need not run: their bytes are compared.
 */
const SUITES = [
  "test/nodes.test.ts",
  "test/start",
  "test/cli.test.ts",
  "test/lint-command.test.ts",
  "test/follow-changes.test.ts",
  "test/preview",
  "test/package/portable.test.ts",
  "test/faults/determinism.test.ts",
  "test/han/han-pattern.test.ts",
  "test/han/scripts.test.ts",
  "test/model/letters.test.ts",
];

/** A build takes a second; one that never ends is a fault. */
const PATIENCE_MS = 120_000;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nodes = join(root, "test", "nodes");
installOnce(nodes);
// What they are held to is built of the sources as they are.
await import("./build.js");

const { optionalDependencies } = JSON.parse(readFileSync(join(nodes, "package.json"), "utf8"));
const asked = process.argv.slice(2);
const wanted = Object.keys(optionalDependencies)
  .filter((name) => name.endsWith(`-${process.arch}`))
  .filter((name) => asked.length === 0 || asked.some((one) => name.startsWith(one)));
if (process.platform !== "linux" || wanted.length === 0) {
  throw new Error(`test/nodes/package.json has no such Node for ${process.platform} on ${process.arch}`);
}

const scratch = mkdtempSync(join(tmpdir(), "bulletin-other-nodes-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const promised = digestsBy(process.execPath);
tell(`${process.version}: ${promised.size} editions`);

const failures = [];
for (const name of wanted) {
  const program = join(nodes, "node_modules", name, "bin", "node");
  const started = performance.now();
  const differing = [...digestsBy(program)].filter(([edition, digest]) => promised.get(edition) !== digest);
  if (differing.length > 0) failures.push(`${name}: other bytes of ${differing.map(([edition]) => edition)}`);
  const suites = name.startsWith("newest") ? runSuites(program) : { passed: true, told: "no suites" };
  if (!suites.passed) failures.push(`${name}: the suites`);
  const seconds = Math.round((performance.now() - started) / 1000);
  const same = `${promised.size - differing.length} of ${promised.size} editions the same`;
  tell(`${name} ${optionalDependencies[name]}: ${same}; ${suites.told}; ${seconds} s`);
}
if (failures.length > 0) {
  tell(`failed: ${failures.join("; ")}`);
  process.exitCode = 1;
}

/** @returns digests of the editions of all sound fixtures, by fixture and file */
function digestsBy(program) {
  const fixtures = readdirSync(join(root, "fixtures")).filter((name) =>
    existsSync(join(root, "fixtures", name, "issue.yaml")),
  );
  return new Map(
    fixtures.flatMap((fixture) => {
      const out = mkdtempSync(join(scratch, "out-"));
      run(program, ["bin/bulletin.js", "build", join("fixtures", fixture), "--out", out]);
      return readdirSync(out).map((file) => [
        `${fixture}/${file}`,
        createHash("sha256")
          .update(readFileSync(join(out, file)))
          .digest("hex"),
      ]);
    }),
  );
}

/** Whatever a test starts as `node` is the same Node. */
function runSuites(program) {
  const { status, stdout, stderr } = spawnSync(
    program,
    ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...SUITES],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", PATH: `${dirname(program)}${delimiter}${process.env.PATH}` },
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) process.stderr.write(`${stdout}\n${stderr}\n`);
  return { passed: status === 0, told: /Tests +(.*)/.exec(stdout)?.[1] ?? "no tests were counted" };
}

function run(program, args) {
  const { status, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: "utf8",
    timeout: PATIENCE_MS,
  });
  if (error !== undefined) throw new Error(`${program} ${args.join(" ")}: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}\n${stderr}`);
}

function tell(line) {
  process.stdout.write(`${line}\n`);
}
