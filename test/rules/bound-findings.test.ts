/** Of one file no more findings are told than anybody reads, the gravest first; the others are counted. */
import { describe, expect, it } from "vitest";
import { boundFindings, MOST_FINDINGS } from "../../src/check/bound-findings.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";

const finding = (start: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule: "text/half-width-mark",
  severity: "warning",
  span: { path: "a.md", start, end: start + 1 },
  message: { zh: "半角", en: "half-width" },
  ...more,
});
const row = (count: number, more: Partial<Diagnostic> = {}, from = 0): readonly Diagnostic[] =>
  Array.from({ length: count }, (_, index) => finding(from + index, more));

describe("findings of a file", () => {
  it("are all told up to the bound", () => {
    const found = row(MOST_FINDINGS);
    expect(boundFindings(found)).toEqual(found);
  });

  it("are counted beyond it, at the place of the first that is not told", () => {
    const told = boundFindings(row(MOST_FINDINGS + 7));
    expect(told.slice(0, -1)).toEqual(row(MOST_FINDINGS));
    expect(told.at(-1)).toMatchObject({
      rule: "item/more-findings",
      severity: "warning",
      span: { path: "a.md", start: MOST_FINDINGS },
    });
    expect(told.at(-1)?.message.en).toContain("7 more are not (errors: 0, warnings: 7, info: 0)");
  });

  it("are told by weight: structural errors, errors, warnings, hints; and in reading order", () => {
    const found = [
      ...row(MOST_FINDINGS - 1, { severity: "info" }),
      ...row(500, {}, 2000),
      ...row(400, { severity: "error" }, 3000),
      ...row(200, { severity: "error", rule: "item/unsupported-markup" }, 4000),
    ];
    const told = boundFindings(found);
    const of = (test: (one: Diagnostic) => boolean) => told.filter(test).length;
    expect(of(({ rule }) => rule === "item/unsupported-markup")).toBe(200);
    expect(of(({ rule, severity }) => rule === "text/half-width-mark" && severity === "error")).toBe(400);
    expect(of(({ severity }) => severity === "warning")).toBe(400 + 1);
    expect(of(({ severity }) => severity === "info")).toBe(0);
    const places = told.map(({ span }) => span.start);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("say by their count that an error is among those not told", () => {
    const told = boundFindings(row(MOST_FINDINGS + 1, { severity: "error" }));
    expect(told.at(-1)).toMatchObject({ rule: "item/more-findings", severity: "error" });
  });

  it("do not weigh on those of another file", () => {
    const other = row(3, { span: { path: "b.md", start: 0, end: 1 } });
    const told = boundFindings([...row(MOST_FINDINGS + 5), ...other]);
    expect(told.filter(({ span }) => span.path === "b.md")).toEqual(other);
    expect(told.filter(({ rule }) => rule === "item/more-findings")).toHaveLength(1);
  });
});
