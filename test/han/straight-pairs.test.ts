/** Straight marks by turns are quotations side by side only where no other reading is to be seen. */
import { describe, expect, it } from "vitest";
import { groupStraightPairs, isNestingLikely } from "../../src/han/straight-pairs.js";

function pairsOf(text: string) {
  const places = [...text.matchAll(/"/g)].map(({ index }) => index);
  return places.flatMap((open, index) =>
    index % 2 === 0 ? [{ open, close: places[index + 1] ?? open }] : [],
  );
}

const groupsOf = (text: string) =>
  groupStraightPairs(text, pairsOf(text)).map((group) =>
    group.map(({ open, close }) => text.slice(open + 1, close)),
  );

describe("pairs of straight marks", () => {
  it.each([
    ['活动以"绿色发展"为主题，发布"十四五"规划。', ["绿色发展", "十四五"]],
    ['以"绿色发展"为主题开展"大手拉小手"活动。', ["绿色发展", "大手拉小手"]],
    ['荣获"先进集体"和"优秀个人"称号。', ["先进集体", "优秀个人"]],
    ['推动"学习型""服务型""创新型"机关建设。', ["学习型", "服务型", "创新型"]],
    [
      '会议提出"三个坚持"："坚持创新""坚持协调"和"坚持开放"。',
      ["三个坚持", "坚持创新", "坚持协调", "坚持开放"],
    ],
    ['他强调"两个维护"的意义，要做到"四个自信"。', ["两个维护", "四个自信"]],
    ['会上说："要快"，又说："要好"。', ["要快", "要好"]],
    ['会议强调"三抓三促",突出"学、思、用"贯通,"知、信、行"统一。', ["三抓三促", "学、思、用", "知、信、行"]],
    ['大家表示:"收获很大","不虚此行"。', ["收获很大", "不虚此行"]],
    ['作"两山"报告、"双碳"报告。', ["两山", "双碳"]],
  ])("stand side by side in %s", (text, quoted) => {
    expect(groupsOf(text)).toEqual(quoted.map((one) => [one]));
  });

  it.each([
    ['他说："请大家读"学习强国"上的文章"。', true],
    ['他又说："要用"云"服务"。', true],
    ['他说"我们要坚持:"以人为本""。', true],
    ['"要坚持"三个代表"重要思想。"', true],
    ['他说："今天是"五一"节。"', true],
    ['要求"做到"学深悟透"的标准"。', true],
    ['要求"坚持"为人民服务"的宗旨"。', true],
    ['实施"英才"计划"头雁"行动。', false],
    ['他问："我们"热爱祖国，服务人民"吗"？', true],
  ])("may pair otherwise in %s", (text, isNested) => {
    const [group, ...rest] = groupStraightPairs(text, pairsOf(text));
    expect(rest).toEqual([]);
    const [first, second] = group ?? [];
    if (first === undefined || second === undefined) throw new Error("one pair");
    expect(isNestingLikely(text, first, second)).toBe(isNested);
  });
});
