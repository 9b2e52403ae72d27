/** Titles that break without a line break in them. `|` shows where their lines end; one em is ten points. */
import { describe, expect, it } from "vitest";
import { elementNode } from "../../../src/layout/element-node.js";
import { plainSpan } from "../../../src/layout/paragraph/cell.js";
import { collectText } from "../../../src/layout/paragraph/collect-cells.js";
import { flowOfTitle } from "../../../src/layout/paragraph/flow-title.js";
import type { TitleFlow } from "../../../src/model/title-flow.js";
import { EM, inventedStyle } from "../invented-face.js";

const MEASURE = 24.57;

function flowOf(title: string): TitleFlow | undefined {
  const lines = title.split("|");
  const text = collectText(lines.join(""), plainSpan(inventedStyle(), elementNode("H3", undefined)));
  const breaks: number[] = [];
  let units = 0;
  const ends = new Set(lines.slice(0, -1).map((_, index) => lines.slice(0, index + 1).join("").length));
  text.cells.forEach((cell, index) => {
    units += cell.text.length;
    if (ends.has(units)) breaks.push(index);
  });
  return flowOfTitle(text, breaks, MEASURE * EM);
}

/** Fills line after line with characters of one em, as an office program does. */
function filled(title: string, { measureEm, firstLineEm }: TitleFlow): string {
  const lines: string[] = [];
  let rest = title;
  while (rest !== "") {
    const room = Math.floor(measureEm - (lines.length === 0 ? firstLineEm : 0));
    lines.push(rest.slice(0, room));
    rest = rest.slice(room);
  }
  return lines.join("|");
}

describe("a measure breaks a title of Han where its lines end", () => {
  it.each([
    ["the first line longer", "澜川市科协召开全市科技工作者座谈会|共商新年发展大计"],
    ["both as long", "示例市青年科技人才托举工程|项目立项评审会顺利举办举行"],
    [
      "the first a little shorter: it begins later",
      "示例市青年科技人才托举工程项|目立项评审会顺利举办举行会上",
    ],
    [
      "three lines, each as long as the longest or nearly",
      "示例市青年科技人才托举工程项目立项评审会|示例市青年科技人才托举工程项目立项评审会|在科学会堂隆重召开",
    ],
  ])("%s", (_, title) => {
    const flow = flowOf(title);
    expect(flow).toBeDefined();
    if (flow === undefined) return;
    expect(filled(title.replaceAll("|", ""), flow)).toBe(title);
    // A tenth of an em more or less does not move a break.
    for (const change of [-0.1, 0.1])
      expect(filled(title.replaceAll("|", ""), { ...flow, measureEm: flow.measureEm + change })).toBe(title);
  });

  it("begins the first line later by less than the eye sees", () => {
    expect(flowOf("示例市青年科技人才托举工程项|目立项评审会顺利举办举行会上甲")?.firstLineEm).toBeCloseTo(
      0.3,
    );
  });
});

describe("no measure breaks it there", () => {
  it.each([
    ["a first line much shorter than the next", "示例区科协|为全区中小学配送科普图书和器材"],
    ["a middle line much shorter", "示例市青年科技人才托举工程|立项评审会|在示例市科学会堂隆重召开"],
    ["marks that may stand apart or close up", "示例市科协（《示例》》）（《示例|市科协示例市科协示例"],
  ])("%s", (_, title) => {
    expect(flowOf(title)).toBeUndefined();
  });
});

it("a word of Latin comes to the next line whole, so that its line has more room", () => {
  const [han, latin] = ["科协成立实验室|示范实验", "科协成立实验室|Laboratory"].map(flowOf);
  expect(latin?.measureEm ?? 0).toBeGreaterThan((han?.measureEm ?? 0) + 0.5);
});

it("a quotation mark at the start may be narrow, which leaves less room for the first line", () => {
  expect(flowOf("“启明”托举项目立项|评审会暨仪式举办")?.measureEm).toBeLessThan(
    flowOf("（启明）托举项目立项|评审会暨仪式举办")?.measureEm ?? 0,
  );
});
