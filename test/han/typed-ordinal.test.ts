/** Numbers typed in front of an entry, and what only looks like one. */
import { describe, expect, it } from "vitest";
import { numberedEntries, typedOrdinal } from "../../src/han/typed-ordinal.js";

describe("a typed ordinal", () => {
  it.each([
    ["1．名单", "1．", 1],
    ["2. 名单", "2. ", 2],
    ["１０、名单", "１０、", 10],
    ["（1）名单", "（1）", 1],
    ["(2) 名单", "(2) ", 2],
    ["3）名单", "3）", 3],
    ["三、名单", "三、", 3],
    ["（十二）名单", "（十二）", 12],
    ["十、名单", "十、", 10],
    ["二十一、名单", "二十一、", 21],
    ["④名单", "④", 4],
    ["附件：名单", "附件：", undefined],
    ["附件 2：名单", "附件 2：", 2],
    ["附件三：名单", "附件三：", 3],
  ])("%s", (typed, text, number) => {
    expect(typedOrdinal(typed)).toEqual({ text, number });
  });

  it.each([
    "名单",
    "2.5亿元项目表",
    "10.1号文",
    "（3）班参赛名单",
    "（一）班名单",
    "2、3月份活动安排",
    "一、二等奖名单",
    "三年级名单",
    "2026年工作要点",
    "附件清单",
    "（试行）办法",
    "（1）号楼平面图",
  ])("none: %s", (typed) => {
    expect(typedOrdinal(typed)).toBeUndefined();
  });
});

describe("entries numbered in one text", () => {
  it.each([
    ["1.名单；2.日程", ["1.名单", "2.日程"]],
    ["1．名单 2．日程 3．回执", ["1．名单", "2．日程", "3．回执"]],
    ["附件1：名单；附件2：日程。", ["附件1：名单", "附件2：日程"]],
    ["附件：1.名单\n2.日程", ["1.名单", "2.日程"]],
    ["一、名单；二、日程", ["一、名单", "二、日程"]],
    ["①名单②日程", ["①名单", "②日程"]],
    ["（1）名单，（2）日程", ["（1）名单", "（2）日程"]],
  ])("%s", (typed, entries) => {
    expect(numberedEntries(typed)).toEqual(entries);
  });

  it.each([
    "1.名单",
    "名单；日程",
    "1.名单；3.日程",
    "2.名单；3.日程",
    "1.第1、2批名单",
    "1.流程见图②的说明",
  ])("one: %s", (typed) => {
    expect(numberedEntries(typed)).toBeUndefined();
  });
});
