/** What a new issue takes over from those before it, and what is left to the editor because it is not certain. */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { EarlierIssue } from "../src/cli/new/earlier-issues.js";
import { followingPeriod } from "../src/cli/new/following-period.js";
import { manifestText } from "../src/cli/new/manifest-text.js";
import { type IssueWish, proposeIssue } from "../src/cli/new/propose-issue.js";
import { type CalendarDate, isoDate } from "../src/model/calendar-date.js";
import type { Period } from "../src/model/issue.js";

function day(written: string): CalendarDate {
  const [year = 0, month = 0, date = 0] = written.split("-").map(Number);
  return { year, month, day: date };
}

const period = (words: string): Period => {
  const [from = "", to = ""] = words.split("/");
  return { from: day(from), to: day(to) };
};

const shown = (found: Period | undefined): string =>
  found === undefined ? "" : `${isoDate(found.from)}/${isoDate(found.to)}`;

describe("the period that follows", () => {
  it.each([
    ["a month", "2026-03-01/2026-03-31", "2026-04-01/2026-04-30"],
    ["the year's last", "2026-12-01/2026-12-31", "2027-01-01/2027-01-31"],
    ["February", "2026-02-01/2026-02-28", "2026-03-01/2026-03-31"],
    ["February of a leap year", "2028-01-01/2028-01-31", "2028-02-01/2028-02-29"],
    ["from the 26th to the 25th", "2026-02-26/2026-03-25", ""],
    ["from the 26th to the 25th, in a long month", "2026-03-26/2026-04-25", "2026-04-26/2026-05-25"],
    ["a first half", "2026-03-01/2026-03-15", "2026-03-16/2026-03-31"],
    ["a second half", "2026-02-16/2026-02-28", "2026-03-01/2026-03-15"],
    ["a second half in December", "2026-12-16/2026-12-31", "2027-01-01/2027-01-15"],
    ["上旬", "2026-03-01/2026-03-10", "2026-03-11/2026-03-20"],
    ["中旬", "2026-02-11/2026-02-20", "2026-02-21/2026-02-28"],
    ["下旬", "2026-03-21/2026-03-31", "2026-04-01/2026-04-10"],
    ["a week from Monday", "2026-03-02/2026-03-08", "2026-03-09/2026-03-15"],
    ["a week from Sunday", "2026-03-01/2026-03-07", "2026-03-08/2026-03-14"],
    ["a working week", "2026-03-02/2026-03-06", "2026-03-09/2026-03-13"],
    ["a quarter", "2026-01-01/2026-03-31", "2026-04-01/2026-06-30"],
    ["half a year", "2026-07-01/2026-12-31", "2027-01-01/2027-06-30"],
    ["a year", "2026-01-01/2026-12-31", "2027-01-01/2027-12-31"],
    ["two months", "2026-03-01/2026-04-30", "2026-05-01/2026-06-30"],
    ["two months that begin the year's second", "2026-02-01/2026-03-31", ""],
    ["seven days from a Wednesday", "2026-03-04/2026-03-10", ""],
    ["fourteen days", "2026-03-02/2026-03-15", ""],
    ["some days", "2026-03-03/2026-03-19", ""],
    ["a day", "2026-03-03/2026-03-03", ""],
  ])("of one issue: %s", (_, last, next) => {
    expect(shown(followingPeriod(period(last), undefined))).toBe(next);
  });

  it.each([
    ["weeks from a Wednesday", "2026-03-04/2026-03-10", "2026-03-11/2026-03-17", "2026-03-18/2026-03-24"],
    ["fortnights", "2026-03-02/2026-03-15", "2026-03-16/2026-03-29", "2026-03-30/2026-04-12"],
    ["two months each", "2026-02-01/2026-03-31", "2026-04-01/2026-05-31", "2026-06-01/2026-07-31"],
    ["from the 26th", "2026-01-26/2026-02-25", "2026-02-26/2026-03-25", "2026-03-26/2026-04-25"],
    ["halves", "2026-02-16/2026-02-28", "2026-03-01/2026-03-15", "2026-03-16/2026-03-31"],
    ["a week left out", "2026-02-09/2026-02-15", "2026-02-23/2026-03-01", "2026-03-02/2026-03-08"],
    ["a half after a month", "2026-02-01/2026-02-28", "2026-03-01/2026-03-15", ""],
    ["a month after a half", "2026-02-01/2026-02-15", "2026-03-01/2026-03-31", ""],
    ["the same twice", "2026-03-01/2026-03-31", "2026-03-01/2026-03-31", ""],
    ["fortnights with a gap", "2026-03-02/2026-03-15", "2026-03-23/2026-04-05", ""],
  ])("of two issues: %s", (_, before, last, next) => {
    expect(shown(followingPeriod(period(last), period(before)))).toBe(next);
  });
});

/** `2026-9 2026-05-18 总137 2026-05-01/2026-05-15`, `2026-增刊1 …`: year and number, date, total, period. */
function issue(words: string): EarlierIssue {
  const [name = "", date = "", ...more] = words.split(" ");
  const [, year = "", series = "", number = ""] = /^(\d+)-(\D*)(\d+)$/.exec(name) ?? [];
  const total = more.find((word) => word.startsWith("总"));
  const span = more.find((word) => word.includes("/"));
  return {
    folder: `issues/${name}`,
    year: Number(year),
    series,
    number: Number(number),
    total: total === undefined ? undefined : Number(total.slice(1)),
    date: day(date),
    period: span === undefined ? undefined : period(span),
    editorial: new Map(),
    distribution: new Map(),
  };
}

const NOTHING = { editorial: new Map(), distribution: new Map() };
const REGULAR = [
  "2026-8 2026-05-05 总136 2026-04-16/2026-04-30",
  "2026-9 2026-05-18 总137 2026-05-01/2026-05-15",
];

function proposed(
  earlier: readonly string[],
  wish: Partial<Omit<IssueWish, "date">> & { readonly date: string },
) {
  const {
    number,
    total,
    period: found,
    left,
  } = proposeIssue(earlier.map(issue), {
    series: "",
    number: undefined,
    house: NOTHING,
    ...wish,
    date: day(wish.date),
  });
  return [number, total, shown(found), ...left];
}

describe("number, total and period", () => {
  it.each<[string, readonly string[], Parameters<typeof proposed>[1], readonly unknown[]]>([
    ["the first of all", [], { date: "2026-06-01" }, [1, undefined, ""]],
    ["follow the last", REGULAR, { date: "2026-06-01" }, [10, 138, "2026-05-16/2026-05-31"]],
    [
      "number anew in a new year, count on",
      REGULAR,
      { date: "2027-01-05" },
      [1, 138, "2026-05-16/2026-05-31", "period-long-over"],
    ],
    ["without total and period", ["2026-1 2026-01-05"], { date: "2026-02-01" }, [2, undefined, ""]],
    [
      "a number of the editor's",
      REGULAR,
      { date: "2026-06-01", number: 10 },
      [10, 138, "2026-05-16/2026-05-31"],
    ],
    [
      "a gap",
      REGULAR,
      { date: "2026-06-01", number: 12 },
      [12, undefined, "", "total-of-gap", "period-of-gap"],
    ],
    [
      "one that was left out before",
      REGULAR,
      { date: "2026-06-01", number: 9 },
      [9, undefined, "", "total-taken", "period-taken"],
    ],
    [
      "an irregular period",
      ["2026-1 2026-01-05 总5 2026-01-01/2026-01-04"],
      { date: "2026-01-09" },
      [2, 6, "", "period-irregular"],
    ],
    ["a past year", [...REGULAR, "2025-24 2025-12-30 总128"], { date: "2025-12-31" }, [25, 129, ""]],
    [
      "a past year whose next total is taken",
      [...REGULAR, "2025-24 2025-12-30 总135"],
      { date: "2025-12-31" },
      [25, undefined, "", "total-taken"],
    ],
    [
      "supplements are not counted among the rest",
      [...REGULAR, "2026-增刊1 2026-05-20"],
      { date: "2026-06-01" },
      [10, 138, "2026-05-16/2026-05-31"],
    ],
    [
      "the first supplement",
      REGULAR,
      { date: "2026-06-01", series: "增刊" },
      [1, undefined, "", "total-of-series"],
    ],
    [
      "the first supplement where nothing is counted",
      ["2026-1 2026-01-05"],
      { date: "2026-06-01", series: "增刊" },
      [1, undefined, ""],
    ],
    [
      "the second supplement",
      [...REGULAR, "2026-增刊1 2026-05-20"],
      { date: "2026-06-01", series: "增刊" },
      [2, undefined, ""],
    ],
    [
      "a supplement of another series",
      [...REGULAR, "2026-增刊1 2026-05-20"],
      { date: "2026-06-01", series: "专刊" },
      [1, undefined, "", "total-of-series"],
    ],
    [
      "a supplement in a new year",
      ["2026-增刊3 2026-05-20"],
      { date: "2027-01-05", series: "增刊" },
      [1, undefined, ""],
    ],
    [
      "supplements counted by themselves",
      [...REGULAR, "2026-增刊1 2026-05-20 总11"],
      { date: "2026-06-01", series: "增刊" },
      [2, 12, ""],
    ],
    [
      "regular issues beside them",
      [...REGULAR, "2026-增刊1 2026-05-20 总11"],
      { date: "2026-06-01" },
      [10, 138, "2026-05-16/2026-05-31"],
    ],
    [
      "supplements counted among the rest",
      [...REGULAR, "2026-增刊1 2026-05-20 总138"],
      { date: "2026-06-01", series: "增刊" },
      [2, 139, ""],
    ],
    [
      "regular issues among them",
      [...REGULAR, "2026-增刊1 2026-05-20 总138"],
      { date: "2026-06-01" },
      [10, 139, "2026-05-16/2026-05-31"],
    ],
    [
      "an older issue among them",
      [...REGULAR, "2026-增刊1 2026-06-20 总138"],
      { date: "2026-06-01" },
      [10, undefined, "2026-05-16/2026-05-31", "total-taken"],
    ],
    [
      "counted now so, now so",
      [...REGULAR, "2026-增刊1 2026-05-20 总138", "2026-增刊2 2026-05-21 总12", "2026-10 2026-06-01 总139"],
      { date: "2026-07-01" },
      [11, undefined, "", "total-of-series"],
    ],
  ])("%s", (_, earlier, wish, expected) => {
    expect(proposed(earlier, wish)).toEqual(expected);
  });
});

describe("editors and recipients", () => {
  const before = {
    ...issue("2026-9 2026-05-18"),
    editorial: new Map([
      ["editor", "方砚秋"],
      ["approver", "顾明澜"],
    ]),
    distribution: new Map<string, number | readonly string[]>([
      ["send", ["各区县科协"]],
      ["copies", 260],
    ]),
  };
  const wish = { date: day("2026-06-01"), series: "", number: undefined, house: NOTHING };

  it("are those of the last issue", () => {
    const { editorial, distribution } = proposeIssue([before], wish);
    expect([editorial, distribution]).toEqual([before.editorial, before.distribution]);
  });

  it("stay out where the house has them", () => {
    const house = { editorial: new Map([["editor", "陶镕"]]), distribution: new Map([["copies", 300]]) };
    const { editorial, distribution } = proposeIssue([before], { ...wish, house });
    expect([...editorial.keys(), ...distribution.keys()]).toEqual(["approver", "send"]);
  });

  it("of a first supplement are those of the last regular issue", () => {
    expect(proposeIssue([before], { ...wish, series: "增刊" }).editorial).toEqual(before.editorial);
  });

  it("are written as they were read", () => {
    const text = manifestText({
      schema: "# schema",
      year: 2026,
      series: "增刊",
      number: 2,
      total: 138,
      date: day("2026-06-01"),
      period: period("2026-05-16/2026-05-31"),
      sections: [{ name: "基层动态", items: [] }],
      editorial: new Map([["editor", "- '方'：#1"]]),
      distribution: new Map<string, number | readonly string[]>([
        ["send", ["市级学会、协会", "{各}: 校"]],
        ["copies", 260],
      ]),
    });
    expect(text).toContain("series: 增刊 # 刊别 series\nnumber: 2 # 增刊第2期\ntotal: 138 # 总第138期\n");
    expect(parse(text)).toEqual({
      year: 2026,
      series: "增刊",
      number: 2,
      total: 138,
      date: "2026-06-01",
      period: { from: "2026-05-16", to: "2026-05-31" },
      sections: [{ name: "基层动态", items: [] }],
      editorial: { editor: "- '方'：#1" },
      distribution: { send: ["市级学会、协会", "{各}: 校"], copies: 260 },
    });
  });
});
