/**
 * The second thread of a build of one issue, by the built command: editions, findings, faults and exit code are those
 * that one thread gives, whatever becomes of the other.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { COMMAND } from "./faults/built-command.js";
import { plainFont } from "./fonts/made-up-fonts.js";
import { homeEnvironment } from "./own-home.js";
import { makePng } from "./pdf/made-pictures.js";

vi.setConfig({ testTimeout: 120_000 });

const scratch = mkdtempSync(join(tmpdir(), "bulletin-pages-thread-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const home = join(scratch, "home");
mkdirSync(home);

/** Says on standard error whenever a thread is started. */
const WATCH = 'process.on("worker", () => process.stderr.write("thread\\n"));';

/** Code that runs before the command, in its process and in its threads. */
const preload = (code: string) =>
  `data:text/javascript,${encodeURIComponent(`import fs from "node:fs"; import os from "node:os"; import threads from "node:worker_threads"; import zlib from "node:zlib"; import { syncBuiltinESMExports } from "node:module";
${WATCH}
${code}
syncBuiltinESMExports();`)}`;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly threads: number;
  readonly files: ReadonlyMap<string, string>;
}

/** @param args the issue first */
function build(
  args: readonly string[],
  {
    code = "",
    node = [],
    cwd = process.cwd(),
  }: { code?: string; node?: readonly string[]; cwd?: string } = {},
): Ran {
  const out = mkdtempSync(join(scratch, "out-"));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...node, "--import", preload(code), COMMAND, "build", ...args, "--out", out],
    {
      cwd,
      encoding: "utf8",
      env: {
        ...process.env,
        ...homeEnvironment(home),
        NO_COLOR: "1",
        SOURCE_DATE_EPOCH: "",
        LC_ALL: "en_US.UTF-8",
      },
    },
  );
  const names = readdirSync(out, { recursive: true, encoding: "utf8" }).sort();
  const told = stderr.split("\n");
  return {
    code: status,
    out: stdout.replaceAll(out, "OUT").replace(/"milliseconds": \d+/g, '"milliseconds": 0'),
    err: told
      .filter((line) => line !== "thread")
      .join("\n")
      .replaceAll(out, "OUT"),
    threads: told.filter((line) => line === "thread").length,
    files: new Map(
      names
        .filter((name) => name.includes("."))
        .map((name) => [name, readFileSync(join(out, name), "base64")]),
    ),
  };
}

/** By one thread and by two: the same but for their number. */
function buildBoth(args: readonly string[], options: Parameters<typeof build>[1] = {}) {
  const [one, two] = ["1", "2"].map((jobs) => build([...args, "--jobs", jobs], options));
  if (one === undefined || two === undefined) throw new Error("unreachable");
  expect(one.threads).toBe(0);
  expect(two.threads).toBe(1);
  expect({ ...two, threads: 0 }).toEqual(one);
  return two;
}

const FIXTURES = readdirSync("fixtures").filter((name) => existsSync(join("fixtures", name, "issue.yaml")));

/** An issue of its own, with a house whose text can be added to. */
function ownIssue(
  name: string,
  added: { readonly house?: string; readonly files?: Record<string, Uint8Array | string> } = {},
) {
  const folder = join(scratch, name);
  cpSync("fixtures/work-bulletin", folder, { recursive: true });
  const house = join(folder, "bulletin.yaml");
  if (added.house !== undefined) writeFileSync(house, `${readFileSync(house, "utf8")}\n${added.house}\n`);
  for (const [path, content] of Object.entries(added.files ?? {})) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe("the same with two threads as with one", () => {
  it.each(FIXTURES)("%s", (name) => {
    const { code, files } = buildBoth([join("fixtures", name)]);
    expect(code).toBe(0);
    expect(files.size).toBeGreaterThan(0);
  });

  it.each([
    ["a draft with numbered lines", ["--draft", "--line-numbers"]],
    ["PDF alone", ["-e", "pdf"]],
    ["DOCX alone", ["-e", "docx"]],
    ["JSON as well", ["-e", "json", "-e", "pdf", "--json"]],
  ])("%s", (_, args) => {
    const { code, files } = buildBoth(["fixtures/work-bulletin", ...args.map(String)]);
    expect(code).toBe(0);
    expect(files.size).toBeGreaterThan(0);
  });

  it("lines to be numbered in a final issue", () => {
    const { code, threads, files, err } = build(["fixtures/work-bulletin", "--line-numbers", "--jobs", "2"]);
    expect({ code, threads, files: files.size }).toEqual({ code: 2, threads: 1, files: 0 });
    expect(err).toMatch(/lines are numbered in drafts alone/);
  });
});

const REFUSE = `const refuse = (name, path) => { throw Object.assign(new Error(name), { code: name, errno: -1, syscall: "open", path: String(path) }); };
const open = fs.openSync;`;
const onFont = (what: string, where = "true") =>
  `${REFUSE} fs.openSync = (path, ...rest) => { if (/\\.ttf$/.test(String(path)) && ${where}) { ${what} } return open(path, ...rest); };`;
const IN_THREAD = "!threads.isMainThread";

const cores = (number: number) => `os.availableParallelism = () => ${number};`;

describe("a thread begun before the command", () => {
  const given = build(["fixtures/work-bulletin", "--jobs", "1"]);

  it("gives the plainest build the same", () => {
    expect(build(["fixtures/work-bulletin"], { code: cores(2) })).toEqual({ ...given, threads: 1 });
  });

  it("is none where there is one core", () => {
    expect(build(["fixtures/work-bulletin"], { code: cores(1) })).toEqual(given);
  });

  it("that is gone when the issue is there takes nothing along", () => {
    const code = `${cores(2)} if (!threads.isMainThread) process.exit(1);`;
    expect(build(["fixtures/work-bulletin"], { code })).toEqual({ ...given, threads: 1 });
  });

  it("that fails before the issue is there is not waited for", () => {
    // It says so before anybody listens, and ends once it is asked.
    const code = `${cores(2)} const { Worker } = threads; threads.Worker = class extends Worker {
      constructor() {
        super('require("node:worker_threads").parentPort.on("message", () => process.exit(0));', { eval: true });
        process.nextTick(() => this.emit("error", new Error("invented")));
      }
    };`;
    expect(build(["fixtures/work-bulletin"], { code })).toEqual({ ...given, threads: 1 });
  });

  it.each([
    ["no issue", ["fixtures"], 2],
    ["no such folder", ["no-such-folder"], 2],
    ["an option that there is not", ["fixtures/work-bulletin", "--no-such-option"], 2],
    ["two issues", ["fixtures/minimal", "fixtures/work-bulletin"], 0],
  ])("is let go: %s", (_, args, code) => {
    const ran = build(args.map(String));
    expect(ran).toMatchObject({ code, err: build([...args.map(String), "--jobs", "1"]).err });
  });
});

describe("what goes wrong is told as by one thread, and nothing is written", () => {
  it("too many open files, of a font", () => {
    const { code, err, files } = buildBoth(["fixtures/work-bulletin"], {
      code: onFont('refuse("EMFILE", path)'),
    });
    expect({ code, files: files.size }).toEqual({ code: 2, files: 0 });
    expect(err).toMatch(/^bulletin: Too many files are open[^\n]+\n {2}→ [^\n]+\n$/);
  });

  it("a font of the package that is gone", () => {
    const { code, err, files } = buildBoth(["fixtures/work-bulletin"], {
      code: onFont('refuse("ENOENT", path)'),
    });
    expect({ code, files: files.size }).toEqual({ code: 2, files: 0 });
    expect(err).toMatch(/^bulletin: [^\n]+\n {2}→ [^\n]+\n$/);
  });

  it("a font of the house that cannot be read: a finding where the house names its folder", () => {
    const folder = ownIssue("unread-font", {
      house: "fonts: {folders: [house-fonts]}",
      files: { "house-fonts/house.ttf": plainFont("House", 400) },
    });
    const { code, err, files } = buildBoth([folder], {
      code: onFont('refuse("EACCES", path)', "/house-fonts/.test(String(path))"),
    });
    expect({ code, files: files.size }).toEqual({ code: 1, files: 0 });
    expect(err).toMatch(/bulletin\.yaml:\d+/);
  });

  it("a fault of ours", () => {
    const fault = 'zlib.deflateSync = () => { throw new RangeError("invented"); };';
    const [one, two] = ["1", "2"].map((jobs) =>
      build(["fixtures/work-bulletin", "--jobs", jobs], { code: fault }),
    );
    const heads = [one, two].map((ran) => ran?.err.split("\n").slice(0, 3));
    expect(heads[1]).toEqual(heads[0]);
    expect(heads[0]?.join("\n")).toMatch(
      /^bulletin: The program failed; no file was written\.[^\n]+\n\nRangeError: invented$/,
    );
    expect([one, two].map((ran) => [ran?.code, ran?.files.size])).toEqual([
      [2, 0],
      [2, 0],
    ]);
  });

  it("findings that refuse the issue: pages that were begun are dropped", () => {
    const folder = ownIssue("refused", { house: "lint: {rules: {text/half-width-mark: error}}" });
    for (const name of readdirSync(join(folder, "items"))) {
      const item = join(folder, "items", name);
      writeFileSync(item, `${readFileSync(item, "utf8")}\n\n会议要求,各单位要抓好落实。\n`);
    }
    const { code, files } = buildBoth([folder]);
    expect({ code, files: files.size }).toEqual({ code: 1, files: 0 });
  });

  it("memory that is not enough for the thread", () => {
    const code = onFont("const held = []; for (;;) held.push(new Array(1e6).fill(0.5));", IN_THREAD);
    const ran = build(["fixtures/work-bulletin", "--jobs", "2"], { code, node: ["--max-old-space-size=96"] });
    expect({ code: ran.code, files: ran.files.size }).toEqual({ code: 2, files: 0 });
    expect(ran.err).toMatch(/bulletin: There is not enough memory\.\n {2}→ [^\n]+--jobs 1[^\n]+\n$/);
  });

  it("a thread that ends by itself", () => {
    const ran = build(["fixtures/work-bulletin", "--jobs", "2"], {
      code: onFont("process.exit(0);", IN_THREAD),
    });
    expect({ code: ran.code, files: ran.files.size }).toEqual({ code: 2, files: 0 });
    expect(ran.err).toMatch(/^bulletin: The program failed; no file was written\./);
  });
});

/** Says on standard error what goes over: the bytes of the order's pictures, and of what the answer gives away. */
const OVER = `const { Worker, MessagePort } = threads; const ask = Worker.prototype.postMessage; const say = MessagePort.prototype.postMessage;
const sum = (all) => all.reduce((bytes, { byteLength }) => bytes + byteLength, 0);
Worker.prototype.postMessage = function (task, ...rest) {
  if (task?.kind === "composed") fs.writeSync(2, "pictures " + sum([...task.order.input.assets.values()].map(({ bytes }) => bytes)) + "\\n");
  return ask.call(this, task, ...rest);
};
if (!threads.isMainThread) threads.parentPort.postMessage = function (answer, given) {
  if (answer?.outcome?.kind === "painted") fs.writeSync(2, "given " + sum(given ?? []) + "\\n");
  return say.call(this, answer, given);
};`;
const overIn = ({ err }: Ran) =>
  Object.fromEntries(
    [...err.matchAll(/^(pictures|given) (\d+)$/gm)].map(([, what, bytes]) => [what, Number(bytes)]),
  );

function issueWithPictures(
  name: string,
  { count, width }: { readonly count: number; readonly width: number },
) {
  const png = makePng({ width, height: width, bits: 8, colorType: 2, packed: false });
  const names = Array.from({ length: count }, (_, index) => `p${index}.png`);
  const folder = ownIssue(name, { files: Object.fromEntries(names.map((path) => [path, png])) });
  const item = join(folder, "items/07-health-fair.md");
  const shown = names.map((path) => `![义诊现场](../${path})\n`).join("\n");
  writeFileSync(item, `${readFileSync(item, "utf8")}\n\n${shown}`);
  return folder;
}

describe("what goes over", () => {
  it.each([
    ["pictures, where an edition shows the pages", ["-e", "pdf"], true],
    ["none, where pages are only counted", ["-e", "docx"], false],
  ])("%s; files come back uncopied", (_, args, isShown) => {
    const ran = build(["fixtures/work-bulletin", "--jobs", "2", ...args], { code: OVER });
    expect(ran).toMatchObject({ code: 0, threads: 1 });
    const { pictures, given } = overIn(ran);
    expect(pictures).toEqual(isShown ? expect.toSatisfy((bytes) => bytes > 0) : 0);
    const pdf = [...ran.files].find(([name]) => name.endsWith(".pdf"))?.[1] ?? "";
    expect(given).toBe(Buffer.from(pdf, "base64").length);
  });

  it("nothing, of pictures that are more than a thread is worth", () => {
    const folder = issueWithPictures("many-pictures", { count: 3, width: 1400 });
    const args = [folder, "-e", "pdf"];
    const ran = build([...args, "--jobs", "2"], { code: OVER });
    expect({ code: ran.code, over: overIn(ran) }).toEqual({ code: 0, over: {} });
    expect(ran.files).toEqual(build([...args, "--jobs", "1"]).files);
    // Those that are only counted weigh nothing.
    expect(overIn(build([folder, "-e", "docx", "--jobs", "2"], { code: OVER }))).toMatchObject({
      pictures: 0,
    });
  });
});

describe("without a second thread", () => {
  const alone = build(["fixtures/work-bulletin", "--jobs", "1"]);

  it.each([
    [
      "the system starts none",
      [],
      'const refused = () => { throw Object.assign(new Error("no"), { code: "ERR_WORKER_INIT_FAILED" }); }; threads.Worker = class { constructor() { refused(); } };',
    ],
    [
      "Node is not allowed any",
      [],
      'threads.Worker = class { constructor() { throw Object.assign(new Error("no"), { code: "ERR_ACCESS_DENIED" }); } };',
    ],
    [
      "the system starts none, told late",
      [],
      'const { Worker } = threads; threads.Worker = class extends Worker { constructor() { super("", { eval: true }); } emit(name, ...told) { if (name === "exit") super.emit("error", Object.assign(new Error("no"), { code: "ERR_WORKER_INIT_FAILED" })); return super.emit(name, ...told); } };',
    ],
  ])("%s", (_, args, code) => {
    const { files, code: exitCode } = build(["fixtures/work-bulletin", "--jobs", "2", ...args], { code });
    expect(exitCode).toBe(0);
    expect(files).toEqual(alone.files);
  });

  it.each([
    ["editions of the text alone", ["-e", "html"]],
    ["items alone", ["--per-item"]],
    ["one stage", ["--print", "issue"]],
  ])("%s", (_, args) => {
    expect(build(["fixtures/work-bulletin", "--jobs", "2", ...args.map(String)])).toMatchObject({
      code: 0,
      threads: 0,
    });
  });

  it("a cache wants to know what was read", () => {
    const folder = ownIssue("cached");
    expect(build([folder, "--jobs", "2", "--cache"])).toMatchObject({ code: 0, threads: 0 });
  });
});
