/** Lines that say to whom a paper goes, and lines that begin alike and say something else. */
import { describe, expect, it } from "vitest";
import { isReceiver, readDistributionLine } from "../../src/han/distribution-line.js";

const LINES: readonly (readonly [string, string])[] = [
  ["抄送：区委办、区政府办。", "区委办 区政府办"],
  ["报送：市科协、区委办公室", "市科协 区委办公室"],
  ["报:市科协", "市科协"],
  ["送：各街道科协，各学会", "各街道科协 各学会"],
  ["发　送：各区（县、市）科协，市科协各部门", "各区科协 市科协各部门"],
  ["主送：有关单位", "有关单位"],
  ["呈报：市委、市政府，市科协领导", "市委 市政府 市科协领导"],
  ["报：市科协　送：区委办　发：各街道科协", "市科协 区委办 各街道科协"],
  ["（抄报：上级主管部门办公室）", "上级主管部门办公室"],
];

describe("to whom it goes", () => {
  it.each(LINES)("%s", (line, names) => expect(readDistributionLine(line)?.names.join(" ")).toBe(names));

  it("tells 报送：, which may name who sends", () => {
    expect(readDistributionLine("报送：区委办")?.isReport).toBe(true);
    expect(readDistributionLine("报送：区委办　抄送：区政府办")?.isReport).toBe(false);
    expect(readDistributionLine("抄送：区委办")?.isReport).toBe(false);
  });
});

describe("something else", () => {
  it.each([
    "送：科普图书、健康义诊",
    "送：各类科普图书、各项服务",
    "报：据气象台消息，明日有雨。",
    "发：每人一册",
    "报送单位：云湖区科协",
    "云湖区科协报送",
    "报送：张三",
    "抄送：",
    "送教下乡：青山小学",
    "送青山小学：图书三百册",
  ])("%s", (line) => expect(readDistributionLine(line)).toBeUndefined());
});

it("knows offices that receive reports from units that send them", () => {
  const receivers = [
    "区委办",
    "市委办公室",
    "区政府办",
    "区府办",
    "市政府办公厅",
    "党委办公室",
    "区委",
    "上级单位",
  ];
  expect(receivers.filter((name) => !isReceiver(name))).toEqual([]);
  const units = ["云湖区科协", "云湖区科协办公室", "青山社区党委", "白水镇政府", "青山村委", "区教育局"];
  expect(units.filter(isReceiver)).toEqual([]);
});
