/**
 * The formats that other programs read, read back as those programs do: SARIF by its schema's laws, JUnit as
 * XML, GitHub's workflow commands as the runner takes them apart. Names and messages are hostile.
 */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { allRules } from "../../src/check/all-rules.js";
import type { Diagnostic, TextEdit } from "../../src/diagnostics/diagnostic.js";
import { pathsOf } from "../../src/diagnostics/places.js";
import { printGithub } from "../../src/diagnostics/print-github.js";
import { printJson } from "../../src/diagnostics/print-json.js";
import { printJunit } from "../../src/diagnostics/print-junit.js";
import { printPretty } from "../../src/diagnostics/print-pretty.js";
import { printSarif } from "../../src/diagnostics/print-sarif.js";
import { printable } from "../../src/diagnostics/printable.js";
import { shownSuggestions } from "../../src/diagnostics/show-suggestion.js";
import { summarise } from "../../src/diagnostics/summary.js";
import { parseXml, type XmlNode } from "../docx/xml-tree.js";
import { sarifFaults } from "./sarif-shape.js";

const PATH = "items/a&b<1>\"'%,:]]>，#x.md";
const TEXT = "---\ntitle: 甲\n---\n\n𠮷野3月32日，<b>&amp;]]>::error::%0A\u0007\n";
const HOSTILE = '甲<乙>&"丙"]]>\n::error file=x::%0A%25\r\u0000\u001b[31m\uFFFE红';

const whole = (pieces: Iterable<string>): string => [...pieces].join("");

const finding = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule: "number/impossible-date",
  severity: "error",
  message: { zh: HOSTILE, en: HOSTILE },
  span: { path: PATH, start: 21, end: 26 },
  ...more,
});
const FINDINGS: readonly Diagnostic[] = [
  finding(),
  finding({ severity: "warning", help: { zh: "改为“]]>”\n第二行", en: "Write ]]>\nsecond line" } }),
  finding({
    severity: "info",
    span: { path: PATH, start: 0, end: TEXT.length },
    related: [{ message: { zh: HOSTILE, en: HOSTILE }, span: { path: "issue.yaml", start: 0, end: 0 } }],
    fix: [{ span: { path: PATH, start: 21, end: 26 }, text: HOSTILE }],
  }),
  finding({ rule: "no/such-rule", span: { path: "missing.md", start: 7, end: 9 } }),
  finding({
    severity: "warning",
    suggestions: [
      {
        message: { zh: HOSTILE, en: HOSTILE },
        edits: [{ span: { path: PATH, start: 21, end: 22 }, text: "2" }],
      },
      {
        message: { zh: "改日。", en: "Another day." },
        edits: [{ span: { path: PATH, start: 23, end: 25 }, text: `1\u202e${"0".repeat(60)}` }],
      },
    ],
  }),
];
const SOURCES = new Map([
  [PATH, TEXT],
  ["issue.yaml", ""],
  ["fine.md", "好"],
]);
const rules = allRules.map(({ id, severity, summary, why }) => ({
  id,
  severity,
  summary,
  why,
  url: `https://example.org/rules#${id.replace("/", "")}`,
}));

/** The published schema, in draft-04, of which it uses nothing that later drafts read otherwise but `id`. */
const {
  id: _id,
  $schema: _draft,
  ...schema
} = JSON.parse(readFileSync("test/diagnostics/data/sarif-2.1.0-rtm.5.json", "utf8"));
const URI_REFERENCE = /^(?:[A-Za-z][\w+.-]*:)?(?:%[\dA-Fa-f]{2}|[\w\-.~:/?#[\]@!$&'()*+,;=])*$/;
const isSarif = new Ajv({
  strict: false,
  // One of its patterns has a loose bracket, which the u flag refuses.
  unicodeRegExp: false,
  allErrors: true,
  formats: {
    uri: (value: string) => URL.canParse(value),
    "uri-reference": URI_REFERENCE,
    "date-time": (value: string) => !Number.isNaN(Date.parse(value)),
  },
}).compile(schema);

describe("the published schema of SARIF", () => {
  it.each(["zh", "en"] as const)("takes our log in %s", (language) => {
    const log: unknown = JSON.parse(
      whole(printSarif(FINDINGS, SOURCES, { language, version: "1.0.0", rules })),
    );
    isSarif(log);
    expect(isSarif.errors ?? []).toEqual([]);
  });

  it.each([
    ["an unknown level", (log: Log) => Object.assign(log.runs[0]?.results[0] ?? {}, { level: "info" })],
    ["no message", (log: Log) => Object.assign(log.runs[0]?.results[0] ?? {}, { message: undefined })],
    ["an unknown property", (log: Log) => Object.assign(log, { made: "by hand" })],
    ["another version", (log: Log) => Object.assign(log, { version: "2.0.0" })],
  ])("refuses %s", (_, spoil) => {
    const log: Log = JSON.parse(
      whole(printSarif(FINDINGS, SOURCES, { language: "zh", version: "1.0.0", rules })),
    );
    spoil(log);
    expect(isSarif(JSON.parse(JSON.stringify(log)))).toBe(false);
  });
});

interface Log {
  readonly runs: readonly { readonly results: readonly object[] }[];
}

describe("sarif", () => {
  it.each(["zh", "en"] as const)("obeys the schema in %s", (language) => {
    const log: unknown = JSON.parse(
      whole(printSarif(FINDINGS, SOURCES, { language, version: "1.0.0", rules })),
    );
    expect(sarifFaults(log)).toEqual([]);
  });

  it("is refused by the check where it breaks the schema", () => {
    const broken = {
      version: "2.1.0",
      runs: [{ tool: { driver: { rules: [] } }, results: [{ level: "info" }] }],
    };
    expect(sarifFaults(broken)).toEqual([
      "log.runs[0].tool.driver.name: missing",
      "log.runs[0].results[0].message: missing",
      "log.runs[0].results[0].level: none of none, note, warning, error",
    ]);
  });

  it("names the file, counts columns in code points and gives the fix", () => {
    const log = JSON.parse(whole(printSarif(FINDINGS, SOURCES, { language: "zh", version: "1.0.0", rules })));
    const [first, , third] = log.runs[0].results;
    const place = first.locations[0].physicalLocation;
    expect(decodeURIComponent(place.artifactLocation.uri)).toBe(PATH);
    expect(place.region).toEqual({ startLine: 5, startColumn: 3, endLine: 5, endColumn: 8 });
    expect(log.runs[0].tool.driver.rules[first.ruleIndex].id).toBe("number/impossible-date");
    expect(third.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe(HOSTILE);
  });

  it("keeps what a person has to judge out of the fixes that a program may apply", () => {
    const log = JSON.parse(whole(printSarif(FINDINGS, SOURCES, { language: "zh", version: "1.0.0", rules })));
    const suggesting = log.runs[0].results.at(-1);
    expect(suggesting.fixes).toBeUndefined();
    const [first, second] = suggesting.properties.suggestions;
    expect(second.description.text).toBe("改日。");
    expect(first.artifactChanges[0].replacements).toEqual([
      {
        deletedRegion: { startLine: 5, startColumn: 3, endLine: 5, endColumn: 4 },
        insertedContent: { text: "2" },
      },
    ]);
  });
});

describe("junit", () => {
  const tree = parseXml(
    whole(printJunit(FINDINGS, SOURCES, { language: "zh", failing: new Set(["error"]) })),
  );

  it("fails what fails the run alone, and says the rest in passed cases", () => {
    const outcomes = (failing: readonly Diagnostic["severity"][]) => {
      const made = parseXml(
        whole(printJunit(FINDINGS, SOURCES, { language: "zh", failing: new Set(failing) })),
      );
      return elements(made, "testcase").flatMap(({ children }) =>
        children.flatMap((child) => (typeof child === "string" ? [] : [child.name])),
      );
    };
    expect(outcomes(["error"])).toEqual(["failure", "system-out", "system-out", "system-out", "failure"]);
    expect(outcomes(["error", "warning"])).toEqual([
      "failure",
      "failure",
      "system-out",
      "failure",
      "failure",
    ]);
  });

  it("counts what it holds", () => {
    const suites = elements(tree, "testsuite");
    const cases = elements(tree, "testcase");
    expect(tree.attributes).toMatchObject({ tests: String(cases.length), failures: "2" });
    for (const suite of suites) {
      expect(elements(suite, "testcase").length).toBe(Number(suite.attributes.tests));
      expect(elements(suite, "failure").length).toBe(Number(suite.attributes.failures));
    }
    expect(suites.map(({ attributes }) => attributes.name)).toEqual([
      PATH,
      "issue.yaml",
      "fine.md",
      "missing.md",
    ]);
  });

  it("carries messages whole, save what XML cannot carry", () => {
    const [failure] = elements(tree, "failure");
    const carried = HOSTILE.replace(/[\u0000\u001b\uFFFE]/g, "\uFFFD");
    const words = failure?.children.join("") ?? "";
    expect(words.replaceAll("\r", "")).toContain(carried.replaceAll("\r", ""));
  });
});

describe("github", () => {
  const lines = whole(printGithub(FINDINGS, SOURCES, "zh"))
    .split("\n")
    .slice(0, -1);

  it("has one command a finding, whatever the messages hold", () => {
    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      "::error",
      "::warning",
      "::notice",
      "::error",
      "::warning",
    ]);
    expect(lines.filter((line) => !/^::(?:error|warning|notice) [^\r\n]*$/.test(line))).toEqual([]);
  });

  it("is read back as the runner reads it", () => {
    const [first] = lines.map(readCommand);
    expect(first?.properties).toMatchObject({
      file: PATH,
      line: "5",
      endLine: "5",
      col: "3",
      endColumn: "8",
      title: "number/impossible-date",
    });
    expect(first?.message).toBe(printable(HOSTILE));
  });
});

describe("suggestions", () => {
  const text = "会议定于3月16日（星期二）在示例科技馆召开，请各单位按时参加，不得迟到。\n第二行。\n";
  const sources = new Map([["a.md", text]]);
  const at = text.indexOf("二");
  const told = (more: Partial<Diagnostic>): Diagnostic => ({
    rule: "number/weekday-mismatch",
    severity: "error",
    message: { zh: "日期与星期不符。", en: "They disagree." },
    help: { zh: "核对。", en: "Check." },
    span: { path: "a.md", start: at, end: at + 1 },
    ...more,
  });
  const suggestion = (edits: readonly TextEdit[], zh = "改。") => ({ message: { zh, en: zh }, edits });
  const edit = (start: number, end: number, words: string) => ({
    span: { path: "a.md", start, end },
    text: words,
  });
  const one = told({ suggestions: [suggestion([edit(at, at + 1, "一")])] });
  const plain = { language: "zh", paint: (_: string, words: string) => words } as const;

  it("are shown as the place would read, on one line, the likeliest first", () => {
    const two = told({
      suggestions: [suggestion([edit(at, at + 1, "一")]), suggestion([edit(4, 5, "4")])],
    });
    expect(shownSuggestions(two, sources, "zh")).toEqual([
      "可以改成：…定于3月16日（星期一）在示例科技馆召开，…",
      "可以改成：会议定于4月16日（星期二）在…",
    ]);
    expect(shownSuggestions(one, sources, "en")).toEqual([
      "It might read: …定于3月16日（星期一）在示例科技馆召开，…",
    ]);
  });

  it("are told in their own words where they reach over lines, and not twice", () => {
    const lineEnd = text.indexOf("\n");
    const far = told({ suggestions: [suggestion([edit(lineEnd, lineEnd + 1, "")], "接成一段。")] });
    expect(shownSuggestions(far, sources, "zh")).toEqual(["可以改成：接成一段。"]);
    const same = told({ suggestions: [suggestion([edit(lineEnd, lineEnd + 1, "")], "核对。")] });
    expect(shownSuggestions(same, sources, "zh")).toEqual([]);
  });

  it("give way to a fix", () => {
    expect(shownSuggestions({ ...one, fix: [edit(0, 0, "")] }, sources, "zh")).toEqual([]);
  });

  it("stand in every report that people read, and are counted apart from fixes", () => {
    const words = "可以改成：…定于3月16日（星期一）在示例科技馆召开，…";
    const pretty = printPretty([one], sources, plain);
    expect(pretty).toContain(`\n  ${words}\n`);
    expect(pretty).toContain("有 1 条给出了建议，请编辑决定；全部采用可加 --fix-suggestions。");
    expect(pretty).not.toContain("自动改正");
    expect(whole(printGithub([one], sources, "zh"))).toContain(words);
    expect(whole(printJunit([one], sources, { language: "zh", failing: new Set(["error"]) }))).toContain(
      words,
    );
    expect(summarise([one])).toMatchObject({ fixable: 0, suggested: 1 });
    expect(summarise([{ ...one, fix: [edit(0, 0, "")] }])).toMatchObject({ fixable: 1, suggested: 0 });
  });

  it("stand in JSON with places", () => {
    const { findings, summary } = JSON.parse(whole(printJson([one], { sources, files: 1, language: "zh" })));
    expect(findings[0].suggestions).toEqual([
      {
        message: "改。",
        edits: [
          {
            path: "a.md",
            start: { line: 1, column: at + 1, offset: at },
            end: { line: 1, column: at + 2, offset: at + 1 },
            text: "一",
          },
        ],
      },
    ]);
    expect(summary).toMatchObject({ fixable: 0, suggested: 1 });
  });

  it("are among the places that a finding points into", () => {
    const elsewhere = { span: { path: "b.md", start: 0, end: 0 }, text: "" };
    expect(pathsOf(told({ suggestions: [suggestion([elsewhere])] }))).toEqual(["a.md", "b.md"]);
  });
});

function elements(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...elements(child, name)],
  );
}

/** A workflow command taken apart as actions/runner does (ActionCommand.TryParseV2). */
function readCommand(line: string) {
  const [, , list = "", data = ""] = /^::([\w-]+) (.*?)::(.*)$/.exec(line) ?? [];
  const properties = Object.fromEntries(
    list.split(",").map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), unescaped(pair.slice(at + 1), PROPERTY_ESCAPES)];
    }),
  );
  return { properties, message: unescaped(data, DATA_ESCAPES) };
}

const DATA_ESCAPES = [
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%25", "%"],
] as const;
const PROPERTY_ESCAPES = [["%3A", ":"], ["%2C", ","], ...DATA_ESCAPES] as const;

/** The runner replaces in this order, the per cent sign last. */
function unescaped(text: string, escapes: readonly (readonly [string, string])[]): string {
  return escapes.reduce((known, [code, character]) => known.replaceAll(code, character), text);
}
