/** Compiled code that is kept: what was written is found again, and whatever is not as it was written is as good as none. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { isOfLongRun, isToWait, tellLoaded } from "../../src/start/begin-thread.js";
import {
  keptCodeFolder,
  keptCodePlace,
  openKeptCode,
  readKeptCode,
  writeKeptCode,
} from "../../src/start/kept-code.js";
import { scriptLoader } from "../../src/start/load-scripts.js";
import { growingRoom, readInto } from "../../src/start/room.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-kept-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folders = 0;
function ownFolder(): string {
  folders += 1;
  const folder = join(scratch, String(folders));
  mkdirSync(folder);
  return folder;
}

/** A script that is there, and what is said to have been compiled of it. */
function writtenFile(folder = ownFolder()) {
  const [a, b] = ["甲.cjs", "b.cjs"].map((name) => join(folder, name));
  if (a === undefined || b === undefined) throw new Error("unreachable");
  for (const path of [a, b]) writeFileSync(path, "");
  const scripts = new Map([
    [a, { text: 4_000_000_000, code: Buffer.from("thirteen byte") }],
    [b, { text: 0, code: Buffer.from("eight by") }],
  ]);
  const file = join(folder, "use.bin");
  const use = { scripts, ofNode: ["node:os"] };
  writeKeptCode(file, use);
  return { folder, file, use, scripts, a, b };
}

describe("a file of compiled code", () => {
  it("gives back what was written into it", () => {
    const { file, use } = writtenFile();
    expect(readKeptCode(file)).toEqual(use);
  });

  it("gives nothing of a script of which any byte is another, or is missing", () => {
    const { file, scripts } = writtenFile();
    const whole = readFileSync(file);
    const first = whole.indexOf("thirteen");
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      for (const bytes of [damaged, whole.subarray(0, at)]) {
        writeFileSync(file, bytes);
        const { scripts: kept } = readKeptCode(file);
        if (at < first) expect(kept.size, `byte ${at}`).toBe(0);
        else expect(kept.size, `byte ${at}`).toBeLessThan(2);
        for (const [path, script] of kept) expect(script, `byte ${at}`).toEqual(scripts.get(path));
      }
    }
    rmSync(file);
    expect(readKeptCode(file).scripts.size).toBe(0);
    mkdirSync(file);
    expect(readKeptCode(file).scripts.size).toBe(0);
  });

  it("is read into one stretch of memory, where V8 reads it without a copy", () => {
    const { file, a, b } = writtenFile();
    const kept = openKeptCode(file, growingRoom());
    const first = kept?.codeOf(a, 4_000_000_000);
    expect(first?.toString()).toBe("thirteen byte");
    const second = kept?.codeOf(b, 0);
    expect(second?.toString()).toBe("eight by");
    expect(first?.toString()).toBe("eight by byte");
    for (const code of [first, second]) expect((code?.byteOffset ?? 1) % 8).toBe(0);
    expect(kept?.codeOf(a, 4_000_000_001)).toBeUndefined();
    rmSync(file);
    expect(kept?.codeOf(a, 4_000_000_000)).toBeUndefined();
  });

  it("leaves out scripts that are no longer there", () => {
    const { file, use, a, b } = writtenFile();
    rmSync(a);
    writeKeptCode(file, use);
    expect([...readKeptCode(file).scripts.keys()]).toEqual([b]);
  });

  it("takes along its own kind that nobody has written for two months or finished in an hour, and nothing else", () => {
    const { folder, file, use } = writtenFile();
    const [now, hours, months] = [0, 7200, 70 * 86_400].map((age) => Date.now() / 1000 - age);
    mkdirSync(join(folder, "build-1.bin"));
    for (const [name, time] of [
      ["lint-0a1b2c3d.bin", months],
      ["lint-4e5f.bin", hours],
      ["build-9.bin.1.0.tmp", hours],
      ["build-9.bin.2.0.tmp", now],
      ["合同.docx", months],
      ["build-9.bin.bak", months],
      ["build-1.bin/letter.txt", months],
    ] as const) {
      writeFileSync(join(folder, name), "");
      utimesSync(join(folder, name), time ?? 0, time ?? 0);
    }
    utimesSync(join(folder, "build-1.bin"), months ?? 0, months ?? 0);
    writeKeptCode(file, use);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(
      [
        ...[
          "b.cjs",
          "build-1.bin",
          join("build-1.bin", "letter.txt"),
          "build-9.bin.2.0.tmp",
          "build-9.bin.bak",
        ],
        ...["lint-4e5f.bin", "use.bin", "合同.docx", "甲.cjs"],
      ].sort(),
    );
  });

  it("is one of a few dozen: of more, those that were written last stay", () => {
    const { folder, file, use } = writtenFile();
    for (let age = 1; age <= 40; age += 1) {
      const path = join(folder, `build-${age}.bin`);
      writeFileSync(path, "");
      utimesSync(path, Date.now() / 1000 - age * 60, Date.now() / 1000 - age * 60);
    }
    writeKeptCode(file, use);
    const left = readdirSync(folder).filter((name) => name.startsWith("build-"));
    expect(left).toHaveLength(32);
    expect(left).toContain("build-32.bin");
  });

  it("that cannot be written is not missed", () => {
    const { use, scripts } = writtenFile();
    const folder = join(scratch, "nowhere");
    expect(() => writeKeptCode(join(folder, "use.bin"), use)).toThrow("ENOENT");
    const { load, keep } = scriptLoader({ file: join(folder, "use.bin"), settings: cachedDataVersionTag() });
    for (const path of scripts.keys()) load(path);
    expect(keep).not.toThrow();
  });

  it("is another for another use, another installation and another Node", () => {
    const names = [
      keptCodePlace("/c", "/one/dist", "build"),
      keptCodePlace("/c", "/two/dist", "build"),
      keptCodePlace("/c", "/one/dist", "lint"),
    ];
    expect(new Set(names.map((place) => place?.file)).size).toBe(3);
    vi.spyOn(process, "version", "get").mockReturnValue("v20.19.0");
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    expect(names).not.toContainEqual(keptCodePlace("/c", "/one/dist", "build"));
  });

  it("is left to whoever has Node keep its code, or none", () => {
    expect(keptCodeFolder({ NODE_COMPILE_CACHE: "/c" })).toBeUndefined();
    expect(keptCodeFolder({ NODE_DISABLE_COMPILE_CACHE: "1" })).toBeUndefined();
    expect(keptCodeFolder({ NODE_V8_COVERAGE: "/c" })).toBeUndefined();
  });
});

describe("scripts are loaded", () => {
  function scripts(texts: Readonly<Record<string, string>>) {
    const folder = ownFolder();
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    const file = join(folder, "use.bin");
    return {
      at: (name: string) => join(folder, name),
      file,
      place: { file, settings: cachedDataVersionTag() },
    };
  }

  it.each([[true], [false]])("as require does, with code to be kept: %s", (isKept) => {
    const { at, place } = scripts({
      "a.cjs":
        "module.exports={b:require('./b.cjs'),again:require('./b.cjs'),path:require('node:path').sep};",
      "b.cjs": "exports.x={name:__filename};",
    });
    const { load } = scriptLoader(isKept ? place : undefined);
    const loaded = load(at("a.cjs"));
    expect(loaded).toEqual({
      b: { x: { name: at("b.cjs") } },
      again: { x: { name: at("b.cjs") } },
      path: join("a", "b")[1],
    });
    expect(load(at("a.cjs"))).toBe(loaded);
  });

  it("with what was kept of them, as long as their text is the same", () => {
    const { at, file, place } = scripts({ "a.cjs": "exports.f=()=>1;" });
    const first = scriptLoader(place);
    expect(first.load(at("a.cjs"))).toHaveProperty("f");
    first.keep();
    const [kept] = readKeptCode(file).scripts.values();
    expect(kept?.code.length).toBeGreaterThan(100);
    // As long as before: V8 itself looks at the length alone.
    writeFileSync(at("a.cjs"), "exports.f=()=>2;");
    const second = scriptLoader(place);
    const { f } = Object.assign({ f: () => 0 }, second.load(at("a.cjs")));
    expect(f()).toBe(2);
    second.keep();
    expect(readKeptCode(file).scripts.get(at("a.cjs"))?.text).not.toBe(kept?.text);
  });

  it("and nothing is written where nothing is new", () => {
    const { at, file, place } = scripts({ "a.cjs": "exports.f=()=>1;" });
    const run = () => {
      const { load, keep } = scriptLoader(place);
      load(at("a.cjs"));
      return keep;
    };
    const keep = run();
    keep();
    const keepKnown = run();
    rmSync(file);
    for (const again of [keep, keepKnown]) again();
    expect(existsSync(file)).toBe(false);
  });

  it("and nothing is kept where V8 was asked for something else meanwhile", () => {
    const { at, file, place } = scripts({ "a.cjs": "exports.f=()=>1;" });
    const { load, keep } = scriptLoader({ ...place, settings: place.settings + 1 });
    load(at("a.cjs"));
    keep();
    expect(existsSync(file)).toBe(false);
  });

  it("ahead of time, with what they ask Node for, as far as that is there", () => {
    const { at, file, place } = scripts({
      "a.cjs": "exports.path=require('node:path').sep;",
      "b.cjs": "exports.late=()=>require('node:os').EOL;",
    });
    const first = scriptLoader(place);
    first.load(at("a.cjs"));
    first.load(at("b.cjs"));
    first.keep();
    const use = readKeptCode(file);
    expect(use.ofNode).toEqual(["node:path"]);
    writeKeptCode(file, { ...use, ofNode: [...use.ofNode, "node:nothing"] });
    rmSync(at("b.cjs"));
    const second = scriptLoader(place);
    second.readAll();
    expect(second.load(at("a.cjs"))).toHaveProperty("path");
    expect(() => second.load(at("b.cjs"))).toThrow("ENOENT");
    second.keep();
    expect([...readKeptCode(file).scripts.keys()]).toEqual([at("a.cjs"), at("b.cjs")]);
  });

  it("also where they are not of ASCII alone", () => {
    const { at, place } = scripts({ "a.cjs": "exports.word='学术交流';" });
    expect(scriptLoader(place).load(at("a.cjs"))).toEqual({ word: "学术交流" });
  });

  it("each time anew where they throw, and told of where they are", () => {
    const { at, place } = scripts({
      "a.cjs": "globalThis.tries=(globalThis.tries??0)+1;throw new Error('no');",
    });
    const { load } = scriptLoader(place);
    for (let turn = 0; turn < 2; turn += 1) {
      let stack = "";
      try {
        load(at("a.cjs"));
      } catch (fault) {
        stack = fault instanceof Error ? String(fault.stack) : "";
      }
      expect(stack).toContain(`${at("a.cjs")}:1:48`);
    }
    expect(Reflect.get(globalThis, "tries")).toBe(2);
    Reflect.deleteProperty(globalThis, "tries");
    expect(() => load(at("none.cjs"))).toThrow("ENOENT");
  });
});

describe("the room", () => {
  it("grows, and is filled as far as the file goes", () => {
    const room = growingRoom();
    const [small, other] = [room(3), room(8)];
    expect(small.buffer).toBe(other.buffer);
    expect(room(3_000_000)).toHaveLength(3_000_000);
    expect(room(8).buffer).not.toBe(small.buffer);
    const path = join(ownFolder(), "file");
    writeFileSync(path, "0123456789");
    const descriptor = openSync(path, "r");
    expect(readInto(small, descriptor, 4)).toBe(3);
    expect(small.toString()).toBe("456");
    expect(readInto(other, descriptor, 8)).toBe(2);
    closeSync(descriptor);
  });
});

describe("settling V8", () => {
  const begun = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  it("for a short run waits until a thread has read what it needs", () => {
    const progress = begun();
    expect(isToWait(progress, "short")).toBe(true);
    tellLoaded(progress);
    expect([isToWait(progress, "short"), isOfLongRun(progress)]).toEqual([false, false]);
  });

  it.each([true, false])(
    "for a long run does not, and the thread knows of it (still reads: %s)",
    (isReading) => {
      const progress = begun();
      if (!isReading) tellLoaded(progress);
      expect(isToWait(progress, "long")).toBe(false);
      tellLoaded(progress);
      expect(isOfLongRun(progress)).toBe(true);
    },
  );
});
