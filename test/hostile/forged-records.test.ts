/**
 * `--cache` where somebody else had a hand in its records: whatever lies in their folder, the command tells what it
 * tells without them, in bounded time, shows no line of a file outside, and leaves no edition that it would not
 * write. Contents are tried twice: under a key that is not the user's, and under the user's own, as if the seal
 * had been got over.
 */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { diskWorkspace } from "../../src/disk/disk-workspace.js";
import { type RecordFolder, readRecord, writeRecord } from "../../src/outcomes/cache-file.js";
import { fingerprintOf, observe } from "../../src/outcomes/fingerprint.js";
import { lintEnvironment } from "../../src/outcomes/lint-outcome.js";
import { ownQuestion, patternOf } from "../../src/outcomes/question.js";
import { run as runAlone } from "../faults/built-command.js";
import { homeEnvironment, placesIn } from "../own-home.js";
import { warmRun } from "../warm-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-forged-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
/** Several runs each; one that waits for a pipe or counts for ever is ended with its case. */
vi.setConfig({ testTimeout: 60_000 });

const SECRET = "SECRET-0451";
/** The author's: known to whoever wrote the records that come with a checkout. */
const FOREIGN_KEY = "f".repeat(64);

let place = "";
let bulletin = "";
let home = "";
let count = 0;

beforeEach(() => {
  count += 1;
  place = join(scratch, String(count));
  bulletin = join(place, "bulletin");
  home = join(place, "home");
  mkdirSync(home, { recursive: true });
  cpSync("fixtures/minimal", bulletin, { recursive: true });
  rmSync(join(bulletin, "expected"), { recursive: true, force: true });
  const item = join(bulletin, "items/01.md");
  writeFileSync(item, `${readFileSync(item, "utf8")}\n报名请拨打13900000000，共 320 册。\n`);
  // A name over which the pattern below goes on and on.
  writeFileSync(join(bulletin, `${"a".repeat(40)}!`), "");
  writeFileSync(join(place, "outside.md"), `---\ntitle: ${SECRET}\n---\n\n${SECRET}\n`);
});

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  warmRun(args, bulletin, { ...homeEnvironment(home), ...env });

const LINT = ["lint", "-f", "json", "."];
const cached = (...more: readonly string[]) => [...LINT, "--cache", "--cache-location", "kept", ...more];

/** The records in a folder, under the key that the environment gives, else under the user's own. */
function recordsIn(folder: string, key?: string): RecordFolder & { readonly name: string } {
  const secret = key ?? readFileSync(placesIn(home).key, "utf8").trim();
  const name = readdirSync(folder).find((each) => each.endsWith(".record")) ?? "";
  return { folder, name, key: key === undefined ? Buffer.from(secret, "hex") : Buffer.from(secret) };
}

/** What a record of `lint` holds of its one target, loosely, to be bent. */
interface Bendable {
  fingerprint: { questions: string[]; digest: string };
  diagnostics: {
    rule: string;
    severity: string;
    message: unknown;
    span: { path: string; start: number; end: number };
  }[];
  files: unknown[];
}

function bend(records: RecordFolder & { readonly name: string }, change: (record: Bendable) => void): void {
  const whole = readRecord(records, records.name) as { records: Record<string, Bendable> };
  for (const record of Object.values(whole.records)) change(record);
  writeRecord(records, records.name, whole);
}

const outside = () => join(place, "outside.md");

/** @returns what a run would have kept that had read one more file: its answers are right */
function fingerprintWith({ fingerprint }: Bendable, path: string): Bendable["fingerprint"] {
  const environment = lintEnvironment(diskWorkspace(bulletin));
  const observed = observe(environment);
  const { workspace, templates } = observed.environment;
  const questions = [...fingerprint.questions, JSON.stringify(["read", "files", path, 524288, null, false])];
  for (const question of questions.map(ownQuestion)) {
    const files = question[1] === "templates" ? templates : workspace;
    if (question[0] === "read") {
      const [, , asked, most, headBytes, ignoresSize] = question;
      const maxBytes = most ?? Number.POSITIVE_INFINITY;
      files.readFile(asked, { maxBytes, ignoresSize, ...(headBytes !== null && { headBytes }) });
    } else if (question[0] === "list") files.listFolder(question[2], patternOf(question[3]));
    else if (question[0] === "real") files.realPath(question[2]);
  }
  const made = fingerprintOf(observed.trace(), { environment, isOwn: (name) => name === "kept" });
  expect(made?.questions).toEqual(questions);
  return { questions, digest: made?.digest ?? "" };
}

/** Each with what it would do, were it believed. */
const BENT: Readonly<Record<string, (record: Bendable) => void>> = {
  "no finding left": (record) => {
    record.diagnostics = [];
  },
  "a finding that is none": (record) => {
    record.diagnostics.unshift({
      rule: "text/forged",
      severity: "error",
      message: { zh: "假", en: "forged" },
      span: first(record),
    });
  },
};

const first = ({ diagnostics }: Bendable) => diagnostics[0]?.span ?? { path: "issue.yaml", start: 0, end: 0 };

/** Those that no run of ours can have written: they are refused even under the user's own key. */
const IMPOSSIBLE: Readonly<Record<string, (record: Bendable) => void>> = {
  "a span that ends before it starts": (record) => Object.assign(first(record), { start: 9, end: 2 }),
  "a span before the text": (record) => Object.assign(first(record), { start: -9_000_000_000, end: 2 }),
  "a span far behind the text": (record) => Object.assign(first(record), { end: Number.MAX_SAFE_INTEGER }),
  "a span that is no number": (record) => Object.assign(first(record), { start: "0" }),
  "a span in a fraction": (record) => Object.assign(first(record), { start: 0.5 }),
  "a span into a file that was not read": (record) =>
    Object.assign(first(record), { path: "no/such.md", end: 5 }),
  "a severity that is none": (record) => Object.assign(record.diagnostics[0] ?? {}, { severity: "fatal" }),
  "a message that is no text": (record) => Object.assign(record.diagnostics[0] ?? {}, { message: 1 }),
  "a rule with a line of its own": (record) =>
    Object.assign(record.diagnostics[0] ?? {}, { rule: "a/b\n::error::forged" }),
  "a remedy into nowhere": (record) =>
    Object.assign(record.diagnostics[0] ?? {}, {
      fix: [{ span: { path: "items/01.md", start: 0, end: 1e15 }, text: "" }],
    }),
  "a suggestion without edits": (record) =>
    Object.assign(record.diagnostics[0] ?? {}, { suggestions: [{ message: { zh: "", en: "" } }] }),
  "a file outside whose lines are shown": (record) => {
    record.files.push([outside(), true]);
    Object.assign(first(record), { path: outside(), start: 0, end: 20 });
  },
  "a file outside that it claims to have read": (record) => {
    record.fingerprint = fingerprintWith(record, outside());
    record.files.push([outside(), true]);
    Object.assign(first(record), { path: outside(), start: 0, end: 20 });
  },
  "a pattern of its own": (record) => {
    record.fingerprint.questions.push(JSON.stringify(["list", "files", ".", ["^(a+)+$", ""]]));
  },
  "a pattern called constructor": (record) => {
    record.fingerprint.questions.push(JSON.stringify(["list", "files", ".", "constructor"]));
  },
  "a question of a kind that is none": (record) => {
    record.fingerprint.questions.push(JSON.stringify(["run", "files", "x"]));
  },
  "a question that is no JSON": (record) => {
    record.fingerprint.questions.push("[[[[");
  },
  "a question for all of a device": (record) => {
    record.fingerprint.questions.push(JSON.stringify(["read", "files", "/dev/zero", null, null, false]));
  },
  "a question through another door": (record) => {
    record.fingerprint.questions.push(JSON.stringify(["real", "__proto__", "x"]));
  },
  "questions that are no list": (record) => Object.assign(record.fingerprint, { questions: { length: 1e9 } }),
  "files that are no pairs": (record) => {
    record.files = [[["items/01.md"], 1]];
  },
};

describe("what a record says is not believed:", () => {
  it.each(Object.entries({ ...BENT, ...IMPOSSIBLE }))(
    "%s, under a key that is not ours",
    async (_, change) => {
      const plain = await run(LINT);
      expect(plain.out).toContain("privacy/mobile-number");
      expect(await run(cached(), { BULLETIN_CACHE_KEY: FOREIGN_KEY })).toEqual(plain);
      bend(recordsIn(join(bulletin, "kept"), FOREIGN_KEY), change);
      const told = await run(cached());
      expect(told).toEqual(plain);
      expect(told.out + told.err).not.toContain(SECRET);
    },
  );

  it.each(Object.entries(IMPOSSIBLE))("%s, even under our own", async (_, change) => {
    const plain = await run(LINT);
    expect(await run(cached())).toEqual(plain);
    bend(recordsIn(join(bulletin, "kept")), change);
    const told = await run(cached());
    expect(told).toEqual(plain);
    expect(told.out + told.err).not.toContain(SECRET);
  });
});

/** What may lie where a record does. */
const THINGS: Readonly<Record<string, (path: string) => void>> = {
  nothing: () => undefined,
  "an empty file": (path) => writeFileSync(path, ""),
  "a head alone": (path) => writeFileSync(path, `bulletin-record 1 ${"0".repeat(64)}\n`),
  "a seal of another length": (path) => writeFileSync(path, "bulletin-record 1 00\n{}"),
  "a record of a later form": (path) =>
    writeFileSync(
      path,
      readFileSync(`${path}.was`, "utf8").replace("bulletin-record 1", "bulletin-record 2"),
    ),
  "a record without its end": (path) => writeFileSync(path, readFileSync(`${path}.was`).subarray(0, -20)),
  "a record with one letter changed": (path) =>
    writeFileSync(path, readFileSync(`${path}.was`, "utf8").replace("privacy/", "privacy-")),
  "what the version before kept": (path) =>
    writeFileSync(path, `${"0".repeat(64)}\n{"program":"","records":{}}`),
  "8 GiB": (path) => {
    writeFileSync(path, "bulletin-record 1 ");
    truncateSync(path, 8 * 1024 ** 3);
  },
  "a folder": (path) => mkdirSync(path),
};
const LINKS: Readonly<Record<string, (path: string) => void>> = {
  "a link to a record of ours": (path) => symlinkSync(`${path}.was`, path),
  "a link to /dev/zero": (path) => symlinkSync("/dev/zero", path),
  "a link to itself": (path) => symlinkSync(path, path),
  "a link to a file outside": (path) => symlinkSync(join(place, "outside.md"), path),
  "a named pipe": (path) => execFileSync("mkfifo", [path]),
};
const isWindows = process.platform === "win32";

it.each(Object.entries(isWindows ? THINGS : { ...THINGS, ...LINKS }))(
  "where a record should be there is %s: told as without it",
  async (_, make) => {
    const plain = await run(LINT);
    await run(cached());
    const { folder, name } = recordsIn(join(bulletin, "kept"));
    renameSync(join(folder, name), join(folder, `${name}.was`));
    make(join(folder, name));
    expect(await run(cached())).toEqual(plain);
    expect(readFileSync(outside(), "utf8")).toContain(SECRET);
  },
);

it("a record of another bulletin, or under another name, is none", async () => {
  await run(cached());
  const { folder, name, key } = recordsIn(join(bulletin, "kept"));
  expect(readRecord({ folder, key }, name)).toBeDefined();
  cpSync(join(folder, name), join(folder, "lint-00000000000000000000000000000000.record"));
  expect(readRecord({ folder, key }, "lint-00000000000000000000000000000000.record")).toBeUndefined();
  // The same bulletin with a sound item, in another place: its record says that nothing is wrong.
  const other = join(place, "other");
  cpSync("fixtures/minimal", other, { recursive: true });
  const elsewhere = { ...homeEnvironment(home) };
  await runAlone(cached(), other, elsewhere);
  const theirs = recordsIn(join(other, "kept"));
  expect(theirs.name).not.toBe(name);
  cpSync(join(other, "kept", theirs.name), join(folder, name));
  expect((await run(cached())).out).toContain("privacy/mobile-number");
});

describe.skipIf(isWindows)("a folder of records that leads elsewhere is none:", () => {
  it.each(["kept", "kept/here"])("%s", async (named) => {
    const plain = await run(LINT);
    const target = join(place, "target");
    mkdirSync(target);
    symlinkSync("../target", join(bulletin, "kept"));
    const told = await run([...LINT, "--cache", "--cache-location", named]);
    expect(told).toEqual(plain);
    expect(readdirSync(target)).toEqual([]);
  });
});

describe("the key", () => {
  const key = () => placesIn(home).key;

  it("is made once, for its user alone", async () => {
    await run(cached());
    const made = readFileSync(key(), "utf8");
    expect(made).toMatch(/^[0-9a-f]{64}\n$/);
    await run(cached());
    expect(readFileSync(key(), "utf8")).toBe(made);
    if (!isWindows) expect(statSync(key()).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(key(), ".."))).toEqual(["cache-key"]);
  });

  it("is one, whichever of several runs at once was the first", async () => {
    const folders = Array.from({ length: 6 }, (_, index) => join(place, `many-${index}`));
    for (const folder of folders) cpSync(bulletin, folder, { recursive: true });
    await Promise.all(folders.map((folder) => runAlone(cached(), folder, homeEnvironment(home))));
    const own = Buffer.from(readFileSync(key(), "utf8").trim(), "hex");
    for (const folder of folders) {
      const { name } = recordsIn(join(folder, "kept"));
      expect(readRecord({ folder: join(folder, "kept"), key: own }, name), folder).toBeDefined();
    }
  });

  const UNUSABLE: Readonly<Record<string, (path: string) => void>> = {
    empty: (path) => writeFileSync(path, "", { mode: 0o600 }),
    "cut short": (path) => writeFileSync(path, "0123456789abcdef\n", { mode: 0o600 }),
    "no key": (path) => writeFileSync(path, `${"x".repeat(64)}\n`, { mode: 0o600 }),
    ...(isWindows
      ? {}
      : {
          "open to others": (path: string) => chmodSync(path, 0o644),
          "a link to a file of the author's": (path: string) => {
            rmSync(path);
            writeFileSync(join(bulletin, "key"), `${FOREIGN_KEY}\n`, { mode: 0o600 });
            symlinkSync(join(bulletin, "key"), path);
          },
          "a named pipe": (path: string) => {
            rmSync(path);
            execFileSync("mkfifo", [path]);
          },
        }),
  };

  it.each(Object.entries(UNUSABLE))("is made anew where it is %s", async (_, spoil) => {
    const plain = await run(LINT);
    await run(cached());
    const before = readFileSync(key(), "utf8");
    spoil(key());
    expect(await run(cached())).toEqual(plain);
    expect(readFileSync(key(), "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
    expect(readFileSync(key(), "utf8")).not.toBe(before);
    expect(await run(cached())).toEqual(plain);
  });

  it("is none in a checkout that is the home, as some CI services have it", async () => {
    const plain = await run(LINT);
    await run(cached());
    const records = recordsIn(join(bulletin, "kept"));
    bend(records, BENT["no finding left"] ?? (() => undefined));
    expect((await run(cached())).out).not.toContain("privacy/mobile-number");
    mkdirSync(join(home, ".git"));
    expect(await run(cached())).toEqual(plain);
  });

  it("cannot be kept where a folder is in its place: nothing is remembered, and nothing is wrong", async () => {
    const plain = await run(LINT);
    mkdirSync(join(key(), "x"), { recursive: true });
    expect(await run(cached())).toEqual(plain);
    expect(existsSync(join(bulletin, "kept"))).toBe(false);
  });

  it("comes by the environment where a run has a fresh home, and is refused where it can be guessed", async () => {
    const env = { BULLETIN_CACHE_KEY: "0123456789abcdef0123456789abcdef" };
    const plain = await run(LINT);
    expect(await run(cached(), env)).toEqual(plain);
    expect(existsSync(key())).toBe(false);
    const records = recordsIn(join(bulletin, "kept"), env.BULLETIN_CACHE_KEY);
    bend(records, (record) => Object.assign(record.diagnostics[0] ?? {}, { rule: "text/remembered" }));
    home = join(place, "fresh");
    mkdirSync(home);
    expect((await run(cached(), env)).out).toContain("text/remembered");
    // A run that is not given the secret works in full.
    expect(await run(cached(), { BULLETIN_CACHE_KEY: "" })).toEqual(plain);
    const short = await run(cached(), { BULLETIN_CACHE_KEY: "secret" });
    expect([short.code, short.err]).toEqual([
      2,
      expect.stringContaining("BULLETIN_CACHE_KEY has only 6 characters"),
    ]);
  });

  it.skipIf(isWindows)("is not needed: a user without a home works in full", async () => {
    const plain = await run(LINT);
    const nowhere = {
      HOME: join(place, "nobody"),
      XDG_CACHE_HOME: "relative",
      XDG_STATE_HOME: "/dev/null/x",
    };
    expect(await run([...LINT, "--cache"], nowhere)).toEqual(plain);
    expect(existsSync(nowhere.HOME)).toBe(false);
    expect(existsSync(join(bulletin, "relative"))).toBe(false);
  });
});

describe("an edition that is not ours is written anew", () => {
  const BUILD = ["build", "-e", "html", "--json", "--cache", "--cache-location", "kept"];
  const page = () => {
    const dist = join(bulletin, "dist");
    return join(dist, readdirSync(dist)[0] ?? "");
  };

  beforeEach(() => {
    const item = join(bulletin, "items/01.md");
    writeFileSync(item, readFileSync(item, "utf8").replace(/\n报名.*\n$/, ""));
  });

  it("whatever a record under another key says of it", async () => {
    await run(BUILD, { BULLETIN_CACHE_KEY: FOREIGN_KEY });
    const right = readFileSync(page(), "utf8");
    const hostile = right.replace("</body>", "<script>alert(1)</script></body>");
    const records = recordsIn(join(bulletin, "kept"), FOREIGN_KEY);
    const { createHash } = await import("node:crypto");
    const record = readRecord(records, records.name) as { editions: Record<string, unknown>[] };
    Object.assign(record.editions[0] ?? {}, {
      bytes: Buffer.byteLength(hostile),
      sha256: createHash("sha256").update(hostile).digest("hex"),
    });
    writeRecord(records, records.name, record);
    writeFileSync(page(), hostile);
    // Under its own key it would be left alone.
    await run(BUILD, { BULLETIN_CACHE_KEY: FOREIGN_KEY });
    expect(readFileSync(page(), "utf8")).toBe(hostile);
    expect((await run(BUILD)).code).toBe(0);
    expect(readFileSync(page(), "utf8")).toBe(right);
  });

  it.skipIf(isWindows)("where a link, a pipe or a device stands in its place", async () => {
    await run(BUILD);
    const path = page();
    const right = readFileSync(path);
    for (const make of Object.values(LINKS)) {
      writeFileSync(`${path}.was`, right);
      rmSync(path);
      make(path);
      expect((await run(BUILD)).code).toBe(0);
      rmSync(`${path}.was`);
      expect(statSync(path).isFile()).toBe(true);
      expect(readFileSync(path).equals(right)).toBe(true);
    }
    expect(readFileSync(outside(), "utf8")).toContain(SECRET);
  });

  it("even under our own key, where a record names a place that is not the issue's", async () => {
    await run(BUILD);
    const records = recordsIn(join(bulletin, "kept"));
    const record = readRecord(records, records.name) as { editions: { path: string }[] };
    cpSync(page(), join(bulletin, "elsewhere.html"));
    Object.assign(record.editions[0] ?? {}, { path: "elsewhere.html" });
    writeRecord(records, records.name, record);
    const { out } = await run(BUILD);
    expect(out).not.toContain("elsewhere");
  });
});
