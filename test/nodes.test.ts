/**
 * What depends on the Node that runs: which are too old, and what V8 is asked for. `npm run test:nodes`
 * runs this by each of the others, too.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { settleV8, unsettleV8 } from "../src/v8/settle-v8.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-nodes-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Says that another Node runs, where a version is given, and on standard error what V8 is asked for. */
const disguise = join(scratch, "disguise.cjs");
writeFileSync(
  disguise,
  `const node = process.env.INVENTED_NODE || process.versions.node;
Object.defineProperty(process, "versions", { value: { ...process.versions, node } });
const v8 = require("node:v8");
const setFlags = v8.setFlagsFromString;
v8.setFlagsFromString = (flag) => {
  process.stderr.write(\`asked for \${flag}\\n\`);
  setFlags(flag);
};
require("node:module").syncBuiltinESMExports();
`,
);

function bulletin(args: readonly string[], node = "") {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--require", disguise, resolve("bin/bulletin.js"), ...args],
    {
      cwd: scratch,
      encoding: "utf8",
      env: { ...process.env, INVENTED_NODE: node, NODE_DISABLE_COMPILE_CACHE: "1" },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

/** Long enough for limit-heap-growth.ts to see to the heap. */
function writeLongIssue(): void {
  mkdirSync(join(scratch, "items"), { recursive: true });
  const paragraph = `${"示例单位开展科普活动，居民踊跃参加。".repeat(10)}\n\n`;
  writeFileSync(join(scratch, "items/01.md"), `---\ntitle: 长稿\n---\n\n${paragraph.repeat(700)}`);
  writeFileSync(
    join(scratch, "issue.yaml"),
    `bulletin: {name: 示例工作简报, publisher: 示例单位办公室}
contact: {email: submissions@example.org}
number: 1
date: 2026-03-16
sections: [{name: 工作动态, items: [items/01.md]}]
`,
  );
}

const build = (node?: string) => bulletin(["build", "--no-lint", "-e", "html"], node);

describe("flags of V8", () => {
  writeLongIssue();

  const line = process.versions.node.split(".")[0] ?? "";
  const isFirst = line === "20";
  const settled = [
    isFirst ? "--interrupt-budget=800000" : "--invocation-count-for-maglev=12000",
    ...["--regexp-tier-up-ticks=20", "--no-regexp-peephole-optimization"],
  ];
  const spared = [
    isFirst ? "--interrupt-budget=1200000" : "--invocation-count-for-turbofan=20000",
    ...["--max-inlined-bytecode-size-cumulative=300", "--no-parallel-scavenge"],
  ];
  const long = ["--heap-growing-percent=80", ...(Number(line) >= 24 ? ["--semi-space-growth-factor=1"] : [])];
  const asked = (flags: readonly string[]) => flags.map((flag) => `asked for ${flag}\n`).join("");

  it("can be taken back, and then compiled code holds as before", () => {
    const before = cachedDataVersionTag();
    onTestFinished(unsettleV8);
    for (const run of ["short", "long"] as const) {
      settleV8(run);
      expect(cachedDataVersionTag()).not.toBe(before);
      unsettleV8();
      expect(cachedDataVersionTag()).toBe(before);
    }
  });

  it("are those of a short run, where an issue is short", () => {
    const never = { 20: ["--no-opt"], 22: ["--invocation-count-for-maglev=12000"] }[line] ?? [
      "--no-opt",
      "--no-maglev",
    ];
    const { code, err } = bulletin([
      "build",
      resolve("fixtures/minimal"),
      "-e",
      "html",
      "--out",
      join(scratch, "out"),
    ]);
    const garbage = [
      ...["--no-parallel-scavenge", "--semi-space-growth-factor=1"],
      "--incremental-marking-hard-trigger=100",
    ];
    expect({ code, err }).toEqual({ code: 0, err: asked([...never, ...settled.slice(1), ...garbage]) });
  });

  it("are known to this Node, which says nothing of them", () => {
    const { code, err } = build();
    expect({ code, err }).toEqual({ code: 0, err: asked([...settled, ...long]) });
  });

  it("are those of two threads that share the cores, where pages have one of their own", () => {
    const { code, err } = bulletin(["build", "--no-lint", "-e", "pdf", "--jobs", "2"]);
    expect({ code, err }).toEqual({ code: 0, err: asked([...settled, ...spared, ...long]) });
  });

  it.each(["23.4.0", "27.0.1", "99.0.0"])("are not asked for on %s, of which nothing is known", (node) => {
    const { code, err, out } = build(node);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/\.html /);
  });
});

describe("a Node that is too old", () => {
  it.each(["16.20.2", "18.20.8", "20.18.3", "21.7.3", "22.1.0"])("%s is told, with what to do", (node) => {
    const { code, err, out } = bulletin(["--version"], node);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`这里的是 ${node}。`);
    expect(err).toContain(`this is ${node}. Install the LTS version`);
  });

  it.each(["20.19.0", "22.2.0", "23.0.0", "30.0.0"])("is not %s", (node) => {
    const { code, out, err } = bulletin(["--version"], node);
    expect({ code, out }).toEqual({ code: 0, out: "0.1.0\n" });
    expect(err).not.toContain("LTS");
  });

  it("is one that package.json leaves out", () => {
    expect(JSON.parse(readFileSync("package.json", "utf8")).engines.node).toBe("^20.19.0 || >=22.2.0");
  });
});
