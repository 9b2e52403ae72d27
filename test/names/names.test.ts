/** Persons and units read out of issues: what is evidence, what is left unclear, and how it is printed. */
import "../with-parser.js";
import { describe, expect, it } from "vitest";
import { findPeople } from "../../src/names/find-people.js";
import { printProposal, proposalRecord } from "../../src/names/print-proposal.js";
import { proposeNames } from "../../src/names/propose-names.js";
import { readIssue } from "../../src/read/read-issue.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { houseWith } from "../../src/rules/text-example.js";

describe("persons in a sentence", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["市科协党组书记、主席周砚宁出席并讲话。", ["周砚宁 党组书记 主席"]],
    ["副主席陆知行、秘书长许仲平参加。", ["陆知行 副主席", "许仲平 秘书长"]],
    ["会上，陆知行副主席作报告。", ["陆知行 副主席"]],
    ["会长高峰主持。", ["高峰 会长"]],
    ["方砚秋表示，将继续办好活动。", ["方砚秋"]],
    ["主席团成员参加，局长办公会召开，书记项目启动，副主席单位承办。", []],
    ["馆长时间安排和会长单位名单另行公布。", []],
  ];
  it.each(cases)("%s", (text, expected) => {
    expect(findPeople(text, []).people.map(({ name, posts }) => [name, ...posts].join(" "))).toEqual(
      expected,
    );
  });

  it("leaves a name without a certain end unclear", () => {
    const { people, unclear } = findPeople("主席周砚宁心系群众。", []);
    expect(people).toEqual([]);
    expect(unclear).toEqual([{ start: 0, end: 5 }]);
  });
});

const item = (source: string, text: string): string =>
  `---\ntitle: 示例市举办学术交流会\nsource: ${source}\n---\n\n${text}\n`;

const workspace = memoryWorkspace({
  "bulletin.yaml": houseWith("units: [示例区科协]\nlint: {words: {names: {方砚秋: 秘书长}}}\n"),
  "issues/01/issue.yaml":
    "year: 2026\nnumber: 1\ndate: 2026-01-15\nsections:\n  - name: 科技交流\n    items: [a.md, b.md]\n",
  "issues/01/a.md": item("示例市科学技术协会", "副主席陆知行出席，秘书长方砚秋主持。"),
  "issues/01/b.md": item("示例区科协", "副主席陆知行讲话，副主席陆知新汇报。"),
  "issues/02/issue.yaml":
    "year: 2026\nnumber: 2\ndate: 2026-02-15\nsections:\n  - name: 科技交流\n    items: [a.md]\n",
  "issues/02/a.md": item("示例市科协", "主席陆知行讲话。"),
});

function proposed() {
  const readings = ["issues/01", "issues/02"].map((path) => readIssue(path, workspace));
  const printed = readings.flatMap(({ issue }) =>
    issue === undefined
      ? []
      : issue.sections.flatMap(({ items }) => items.map((one) => ({ item: one, date: issue.date.value }))),
  );
  const sources = new Map(readings.flatMap(({ sources: own }) => [...own]));
  return {
    proposal: proposeNames(printed, readings[0]?.issue?.house),
    facts: { from: "issues/", issues: 2, sources },
  };
}

describe("a proposal", () => {
  it("is YAML to paste, with counts, days and places; what the house has is left out", () => {
    const { proposal, facts } = proposed();
    expect(printProposal(proposal, facts, "zh")).toBe(`# 从 issues/ 的 2 期、3 篇稿件读出。
# 请逐条核对，再贴进 bulletin.yaml；人名的先后是礼宾次序，请自行排定。行末是次数、日期和最先出现的地方。
# 名录中已有的没有列：单位 1 个，人名 1 个。
units:
  - {name: 示例市科学技术协会, aliases: [示例市科协]}  # 2 次 2026-01-15–2026-02-15 issues/01/a.md:3 issues/02/a.md:3
lint:
  words:
    names:
      陆知行: [副主席, 主席]  # 3 次 2026-01-15–2026-02-15 issues/01/a.md:6 issues/01/b.md:6 issues/02/a.md:6
      #   副主席: 2 次 2026-01-15
      #   主席: 1 次 2026-02-15
# 拿不准的，没有列入：
#   陆知新: 只出现一次，与“陆知行”只差一个字; 1 次 issues/01/b.md:6
`);
  });

  it("is plain data, too", () => {
    const { proposal, facts } = proposed();
    expect(proposalRecord(proposal, facts)).toMatchObject({
      version: 1,
      issues: 2,
      items: 3,
      units: [{ name: "示例市科学技术协会", aliases: ["示例市科协"], count: 2 }],
      known: { units: 1, names: 1 },
    });
  });
});
