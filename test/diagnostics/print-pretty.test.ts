/**
 * The report of the terminal: which findings it shows and in which order, what its closing lines say
 * of those that it does not, and how it fits a narrow terminal. Whole reports are in test/output.
 */
import { describe, expect, it } from "vitest";
import type { Diagnostic, Severity } from "../../src/diagnostics/diagnostic.js";
import { displayWidth } from "../../src/diagnostics/display-width.js";
import { findingRecords } from "../../src/diagnostics/print-json.js";
import { type PrettyOptionsOfCommand, printPrettyPieces } from "../../src/diagnostics/print-pretty.js";
import { printStatistics, ruleStatistics } from "../../src/diagnostics/print-statistics.js";
import { wrapText } from "../../src/diagnostics/wrap-text.js";

const TEXT = `${"甲,乙,丙,丁,戊\n".repeat(40)}`;
const SOURCES = new Map(["a.md", "b.md", "issue.yaml"].map((path) => [path, TEXT]));

let place = 0;
function finding(rule: string, severity: Severity, more: Partial<Diagnostic> = {}): Diagnostic {
  place += 2;
  return {
    rule,
    severity,
    message: { zh: `${rule}不对。`, en: `${rule} is wrong.` },
    help: { zh: "改一改。", en: "Mend it." },
    span: { path: "a.md", start: place % 200, end: (place % 200) + 1 },
    ...more,
  };
}

const many = (count: number, rule: string, severity: Severity, more?: Partial<Diagnostic>) =>
  Array.from({ length: count }, () => finding(rule, severity, more));

const fix = [{ span: { path: "a.md", start: 1, end: 2 }, text: "，" }];

const print = (diagnostics: readonly Diagnostic[], options: Partial<PrettyOptionsOfCommand> = {}) =>
  [...printPrettyPieces(diagnostics, SOURCES, { language: "zh", paint: (_, text) => text, ...options })].join(
    "",
  );

const HEAD = /^(\S+):(\d+):(\d+) {2}(错误|警告|提示) {2}(\S+)(?: {2}共 (\d+) 处)?$/gm;
const headsIn = (report: string) =>
  [...report.matchAll(HEAD)].map(([, , , , level, rule, all]) => [level, rule, all]);

describe("order", () => {
  it("puts errors first, then warnings, then hints, each rule's findings together", () => {
    const report = print([
      finding("text/dash", "warning"),
      finding("item/vague-date", "info"),
      finding("section/unknown", "error"),
      finding("text/dash", "warning"),
      finding("text/ellipsis", "warning"),
      finding("image/missing", "error"),
    ]);
    expect(headsIn(report)).toEqual([
      ["错误", "section/unknown", undefined],
      ["错误", "image/missing", undefined],
      ["警告", "text/dash", "2"],
      ["警告", "text/ellipsis", undefined],
      ["提示", "item/vague-date", undefined],
    ]);
  });

  it("is that of reading where formats for programs are printed", () => {
    const found = [finding("text/dash", "warning"), finding("section/unknown", "error")];
    expect(findingRecords(found, SOURCES, "zh").map(({ rule }) => rule)).toEqual([
      "text/dash",
      "section/unknown",
    ]);
  });
});

describe("folding", () => {
  it("names a rule once with its count, three places and the next few", () => {
    const report = print(many(60, "text/half-width-mark", "warning", { fix }));
    expect(report.match(/text\/half-width-mark {2}/g)).toHaveLength(1);
    expect(headsIn(report)).toEqual([["警告", "text/half-width-mark", "60"]]);
    expect(report).toMatch(/另有 57 处：a\.md:\d+:\d+、\d+:\d+、\d+:\d+、\d+:\d+ 等$/m);
    expect(report.match(/^ {2}a\.md:\d+:\d+ {2}/gm)).toHaveLength(2);
    expect(report.split("\n").length).toBeLessThan(20);
  });

  it("lists a file once among the places, and no «and so on» where all are named", () => {
    const inFile = (path: string, start: number) => ({ span: { path, start, end: start + 1 } });
    const report = print([
      ...many(3, "text/dash", "warning"),
      finding("text/dash", "warning", inFile("a.md", 10)),
      finding("text/dash", "warning", inFile("b.md", 0)),
      finding("text/dash", "warning", inFile("b.md", 2)),
    ]);
    expect(report).toContain("另有 3 处：a.md:2:1，b.md:1:1、1:3\n");
  });

  it("tells three errors in full, and a warning whose remedy is its own", () => {
    const errors = print(many(5, "privacy/mobile-number", "error"));
    expect(headsIn(errors)).toHaveLength(3);
    expect(errors).toContain("另有 2 处：");
    const own = (zh: string) => finding("item/title-length", "warning", { help: { zh, en: zh } });
    expect(headsIn(print([own("缩短一。"), own("缩短二。")]))).toHaveLength(2);
    const choice = finding("word/confusable", "warning", {
      suggestions: [{ message: { zh: "改", en: "mend" }, edits: fix }],
    });
    expect(headsIn(print([finding("word/confusable", "warning"), choice]))).toHaveLength(2);
  });

  it("shows a place in its words where the message is the same, else the message", () => {
    const same = print(many(2, "text/dash", "warning", { fix }));
    expect(same).toMatch(/^ {2}a\.md:\d+:\d+ {2}.*【,|.】/m);
    const other = print([
      finding("text/dash", "warning", { fix }),
      finding("text/dash", "warning", { fix, message: { zh: "另一种。", en: "Another." } }),
    ]);
    expect(other).toMatch(/^ {2}a\.md:\d+:\d+ {2}另一种。$/m);
  });

  it("leaves nothing out with verbose", () => {
    const found = [...many(70, "text/dash", "warning"), ...many(2, "image/missing", "error")];
    const report = print(found, { verbose: true });
    expect(headsIn(report)).toHaveLength(72);
    expect(
      headsIn(report)
        .slice(0, 3)
        .map(([level]) => level),
    ).toEqual(["错误", "错误", "警告"]);
    expect(report).not.toContain("没有列出");
  });
});

describe("the closing lines", () => {
  const closing = (diagnostics: readonly Diagnostic[], options: Partial<PrettyOptionsOfCommand> = {}) =>
    print(diagnostics, options)
      .split("\n")
      .filter((line) => !/^( |$)|^\S+:\d+:\d+ /.test(line));

  it("say how many there are, how many can be mended, how many are not listed", () => {
    expect(closing([...many(5, "text/dash", "warning", { fix }), finding("image/missing", "error")])).toEqual(
      [
        "共 1 个错误，5 个警告，0 条提示。",
        "其中 5 条可用 bulletin lint --fix 自动改正。",
        "同一规则只列出前 3 处，其余 2 处没有列出；加 --verbose 全部列出。",
      ],
    );
  });

  it.each([
    [{}, "没有发现问题。", "No findings."],
    [
      { byQuiet: { warnings: 70, infos: 0 } },
      "没有错误。另有 70 个警告没有列出（--quiet 只列出错误）。",
      "No errors. 70 warnings are not listed (--quiet lists only errors).",
    ],
    [
      { byQuiet: { warnings: 1, infos: 2 } },
      "没有错误。另有 1 个警告、2 条提示没有列出（--quiet 只列出错误）。",
      "No errors. 1 warning and 2 info are not listed (--quiet lists only errors).",
    ],
    [{ byQuiet: { warnings: 0, infos: 0 } }, "没有发现问题。", "No findings."],
    [
      { byBaseline: 1 },
      "没有新的问题。基线中已有的 1 个问题没有列出。",
      "No new findings. 1 finding of the baseline is not listed.",
    ],
    [
      { byBaseline: 5, byQuiet: { warnings: 1, infos: 0 } },
      "没有错误。另有 1 个警告没有列出（--quiet 只列出错误）。基线中已有的 5 个问题没有列出。",
      "No errors. 1 warning is not listed (--quiet lists only errors). 5 findings of the baseline are not listed.",
    ],
  ])("of nothing listed, with %j hidden", (hidden, zh, en) => {
    expect(print([], { hidden })).toBe(`${zh}\n`);
    expect(print([], { hidden, language: "en" })).toBe(`${en}\n`);
  });

  it("do not call none what was not looked for", () => {
    const [counts, hidden] = closing([finding("image/missing", "error")], {
      hidden: { byQuiet: { warnings: 2, infos: 0 } },
    });
    expect([counts, hidden]).toEqual(["共 1 个错误。", "另有 2 个警告没有列出（--quiet 只列出错误）。"]);
  });
});

describe("statistics", () => {
  const found = [
    ...many(2, "text/dash", "warning", { fix }),
    ...many(3, "image/missing", "error"),
    finding("text/dash", "info"),
    finding("text/dash", "warning"),
  ];

  it("count a rule's findings and those that can be mended, the most frequent first", () => {
    expect(ruleStatistics(found)).toEqual([
      { rule: "image/missing", severity: "error", count: 3, fixable: 0 },
      { rule: "text/dash", severity: "warning", count: 3, fixable: 2 },
      { rule: "text/dash", severity: "info", count: 1, fixable: 0 },
    ]);
    expect(ruleStatistics([])).toEqual([]);
  });

  it("are a table whose columns stand under each other, Han and all", () => {
    const table = printStatistics(found, { language: "zh", summaryOf: () => ({ zh: "说明。", en: "Law." }) });
    expect(table).toBe(
      [
        "数量  可自动改正  级别  规则",
        "   3              错误  image/missing  说明。",
        "   3           2  警告  text/dash      说明。",
        "   1              提示  text/dash      说明。",
        "",
      ].join("\n"),
    );
    expect(printStatistics([], { language: "zh", summaryOf: () => undefined })).toBe("");
  });
});

describe("wrapping", () => {
  it.each([
    ["汉字之间任何地方都可以转行", 10, ["汉字之间任", "何地方都可", "以转行"]],
    // No closing mark begins a line, no opening one ends it.
    ["一二三四五，六七", 10, ["一二三四", "五，六七"]],
    ["一二三四（五六）", 10, ["一二三四", "（五六）"]],
    ["一二三“四五”六", 8, ["一二三", "“四五”六"]],
    ["words stay whole where they can", 12, ["words stay", "whole where", "they can"]],
    ["见 contact.allow 一节", 10, ["见", "contact.allow", "一节"]],
    ["a-very-long-word-that-fits-nowhere 短", 10, ["a-very-long-word-that-fits-nowhere", "短"]],
    ["2026年3月", 40, ["2026年3月"]],
  ])("%s in %i columns", (text, width, lines) => {
    expect(wrapText(text, { width }).split("\n")).toEqual(lines);
  });

  it("indents what follows, counts what stands before, and leaves a text alone without a width", () => {
    expect(wrapText("一二三四五六", { width: 8, indent: 2, used: 4 })).toBe("一二\n  三四五\n  六");
    expect(wrapText("一二三四五六", { width: undefined })).toBe("一二三四五六");
  });

  it("loses no character, whatever the width", () => {
    const text =
      "“2026 年”中，汉字和字母、数字之间多了空格（见 text/space-between-cjk-and-latin）。→ See https://example.org/a?b=c 😀。";
    for (let width = 1; width < 120; width += 1) {
      const wrapped = wrapText(text, { width });
      expect(wrapped.replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
      for (const line of wrapped.split("\n")) {
        const isOneWord = !/[\s\p{Script=Han}]/u.test(line.replace(/^[“（]/, "").slice(1));
        expect(displayWidth(line) <= Math.max(width, 6) || isOneWord, `${width}: ${line}`).toBe(true);
      }
    }
  });
});

describe("the comment that silences a finding", () => {
  it.each([
    ["above", "在第 3 行上面加一行：", "put above line 3: "],
    ["end", "在第 3 行末尾加：", "put at the end of line 3: "],
    ["yaml-end", "在第 3 行末尾空一格，加：", "put at the end of line 3, after a space: "],
    ["last-cell", "在第 3 行最后一个竖线前面加：", "put before the last bar of line 3: "],
  ] as const)("goes %s", (at, zh, en) => {
    const silencing = () => ({
      line: 3,
      place: at,
      edit: { span: { path: "a.md", start: 0, end: 0 }, text: " # 甲 " },
    });
    expect(print([finding("text/dash", "warning")], { silencing })).toContain(`  不必改的，${zh}# 甲\n`);
    expect(print([finding("text/dash", "warning")], { silencing, language: "en" })).toContain(
      `  to keep it as it is, ${en}# 甲\n`,
    );
  });
});
