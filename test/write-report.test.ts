/** Reports in pieces: no faster than they are read, and the same text as in one piece. */
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { reportBytes, writeReport } from "../src/cli/lint/write-report.js";
import { printableJson, printableJsonOf } from "../src/diagnostics/printable.js";

const PIECE = `${"一".repeat(999)}\n`;

function* pieces(count: number, made: { count: number }): Generator<string> {
  for (; made.count < count; made.count += 1) yield PIECE;
}

describe("a report", () => {
  it("is made no faster than it is taken", async () => {
    const made = { count: 0 };
    let taken = 0;
    let ahead = 0;
    const slow = new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        ahead = Math.max(ahead, made.count - taken / PIECE.length);
        taken += chunk.length;
        setImmediate(done);
      },
    });
    await writeReport(pieces(5000, made), slow);
    expect(taken).toBe(5000 * PIECE.length);
    expect(ahead).toBeLessThan(200);
  });

  it("is not made for a reader that is gone", async () => {
    const made = { count: 0 };
    const gone = new Writable({ write: (_chunk, _encoding, done) => done(new Error("gone")) });
    gone.on("error", () => undefined);
    await writeReport(pieces(5000, made), gone);
    expect(made.count).toBeLessThan(200);
  });

  it("is the same in a file", () => {
    const bytes = reportBytes(pieces(200, { count: 0 }), (text) => new TextEncoder().encode(text));
    expect(new TextDecoder().decode(bytes)).toBe(PIECE.repeat(200));
  });
});

describe("JSON in pieces", () => {
  it.each([0, 1, 2, 30])("is that of the whole, with %d entries", (count) => {
    const entries = Array.from({ length: count }, (_, index) => ({
      at: index,
      words: ["一\n二", '"::"##[x]'],
    }));
    const whole = (list: readonly object[]) => ({
      version: 1,
      runs: [{ tool: {}, results: list }],
      last: {},
    });
    expect([...printableJsonOf(whole([]), { key: "results", entries })].join("")).toBe(
      `${printableJson(whole(entries))}\n`,
    );
  });
});
