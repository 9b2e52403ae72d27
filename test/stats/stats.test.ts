/** Counting: the invented year against its own ledger, ties, joint items, aliases, the quota, and what is printed of it. */
import "../with-parser.js";
import { strFromU8, unzipSync } from "fflate";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { inert, withoutGuard } from "../../src/cells/formula-guard.js";
import { readIssue } from "../../src/read/read-issue.js";
import { whyNoSeries } from "../../src/read/series-fields.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { choosePeriod } from "../../src/stats/choose-period.js";
import { composeLetters, printDraft } from "../../src/stats/compose-letters.js";
import { composeNotice } from "../../src/stats/compose-notice.js";
import { countItems } from "../../src/stats/count-items.js";
import { adoptedItems, foldedKey } from "../../src/stats/counted-item.js";
import { headlineOf } from "../../src/stats/headline.js";
import { knownUnits } from "../../src/stats/known-units.js";
import { periodWords } from "../../src/stats/period-words.js";
import { printStatisticsCsv, printStatisticsTable } from "../../src/stats/print-statistics.js";
import { printStatisticsPage } from "../../src/stats/print-statistics-page.js";
import { readReceived } from "../../src/stats/read-received.js";
import type { Period, Statistics } from "../../src/stats/statistics.js";
import { statisticsRecord } from "../../src/stats/statistics-record.js";
import { tabulate } from "../../src/stats/tabulate.js";
import { workbookSheets } from "../../src/stats/workbook-sheets.js";
import { writeWorkbook } from "../../src/stats/write-workbook.js";
import { inventedYear, type LedgerItem } from "./invented-year.js";

const YEAR: Period = { from: { year: 2026, month: 1, day: 1 }, to: { year: 2026, month: 12, day: 31 } };
const SECOND_QUARTER: Period = {
  from: { year: 2026, month: 4, day: 1 },
  to: { year: 2026, month: 6, day: 30 },
};

function recordsOf(joint: "each" | "split") {
  const year = inventedYear({ joint });
  const workspace = memoryWorkspace(year.files);
  const issues = Array.from({ length: 24 }, (_, index) => {
    const { issue } = readIssue(`issues/2026-${String(index + 1).padStart(2, "0")}`, workspace);
    if (issue === undefined) throw new Error(`issue ${index + 1} cannot be read`);
    return issue;
  });
  const { value: received, diagnostics } = readReceived(
    "register.csv",
    year.files["register.csv"]?.slice(1) ?? "",
  );
  expect(diagnostics).toEqual([]);
  const [first] = issues;
  if (first === undefined) throw new Error("no issue");
  const adopted = issues.flatMap((issue) => adoptedItems(issue));
  const count = (period: Period): Statistics =>
    countItems({
      period,
      issueDates: issues.map(({ date }) => date.value),
      adopted,
      received,
      units: first.house.units,
      sections: first.house.sections.map(({ name }) => name.value),
      points: first.house.points,
    });
  return { year, count, adopted, received, units: first.house.units };
}

const iso = ({ year, month, day }: Period["from"]) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
const isIn = (date: string, { from, to }: Period) => iso(from) <= date && date <= iso(to);

/** As somebody counts on paper, from the ledger alone. */
function paperCount(items: readonly LedgerItem[], unit: string, joint: "each" | "split") {
  const worth = { 工作要闻: 2 } as Readonly<Record<string, number>>;
  const levels = { 市委办采用: 5, 省科协采用: 8 } as Readonly<Record<string, number>>;
  let adopted = 0;
  let points = 0;
  for (const item of items) {
    if (!item.units.includes(unit)) continue;
    const part = joint === "split" ? item.units.length : 1;
    adopted += 1 / part;
    points += ((worth[item.section] ?? 1) + (levels[item.level] ?? 0)) / part;
  }
  return { adopted, points };
}

describe.each(["each", "split"] as const)("the invented year, joint items %s", (joint) => {
  const { year, count } = recordsOf(joint);

  it.each([
    ["the year", YEAR],
    ["its second quarter", SECOND_QUARTER],
  ] as const)("counts %s as its ledger does", (_, period) => {
    const statistics = count(period);
    const items = year.items.filter(({ date }) => isIn(date, period));
    const rows = year.rows.filter(({ received }) => isIn(received, period));
    expect(statistics.adopted).toBe(items.length);
    expect(statistics.received).toBe(rows.length);
    expect(statistics.unsigned).toBe(items.filter(({ units }) => units.length === 0).length);
    const months = period === YEAR ? 12 : 3;
    for (const unit of [...statistics.units, ...statistics.others]) {
      const paper = paperCount(items, unit.name, joint);
      expect(unit.adopted, unit.name).toBeCloseTo(paper.adopted, 2);
      expect(unit.points - unit.quotaPoints, unit.name).toBeCloseTo(paper.points, 1);
      const sent = rows.filter(({ units }) => units.includes(unit.name));
      const came = sent.reduce((sum, { units }) => sum + (joint === "split" ? 1 / units.length : 1), 0);
      expect(unit.received, unit.name).toBeCloseTo(came, 2);
    }
    // One a month is owed, whatever the month had beyond it.
    for (const unit of statistics.units) {
      let owed = 0;
      for (let month = period.from.month; month < period.from.month + months; month += 1) {
        const own = items.filter(({ date }) => Number(date.slice(5, 7)) === month);
        owed += Math.max(0, 1 - paperCount(own, unit.name, joint).adopted);
      }
      expect(unit.missing, unit.name).toBeCloseTo(owed, 2);
      expect(unit.quotaPoints, unit.name).toBeCloseTo(owed * -0.5, 1);
    }
    expect(statistics.units).toHaveLength(14);
    expect(statistics.others.map(({ name }) => name)).toEqual(["松屏镇农技站"]);
    for (const { name, adopted } of statistics.sections)
      expect(adopted, name).toBe(items.filter(({ section }) => section === name).length);
    for (const { month, adopted, received } of statistics.months) {
      expect(adopted, month).toBe(items.filter(({ date }) => date.startsWith(month)).length);
      expect(received, month).toBe(rows.filter((row) => row.received.startsWith(month)).length);
    }
  });

  it("gives equal units one rank, and the next the place behind them", () => {
    const { units } = count(SECOND_QUARTER);
    units.forEach(({ rank, points }, index) => {
      const better = units.filter((unit) => unit.points > points).length;
      expect(rank).toBe(better + 1);
      expect(points).toBeLessThanOrEqual(units[index - 1]?.points ?? Number.POSITIVE_INFINITY);
    });
    expect(new Set(units.map(({ rank }) => rank)).size).toBeLessThan(units.length);
  });

  it("names a unit with none, last of all", () => {
    const last = count(YEAR).units.at(-1);
    expect(last).toMatchObject({ name: "澜川市园艺学会", adopted: 0, received: 0, rank: 14 });
  });
});

describe.each(["each", "split"] as const)("parts of a period, with joint: %s", (joint) => {
  const { adopted, received, units } = recordsOf(joint);
  const law = {
    base: 1,
    sections: new Map([["工作要闻", 2]]),
    levels: new Map([["市委办采用", 5]]),
    joint,
    quota: { perMonth: 2, missed: -0.5, of: "adopted" as const },
  };
  /** Of the year, what is left by the choice; the same again years later, so that there is a gap. */
  const countOf = (
    period: Period,
    keeps: (index: number) => boolean,
    of: "adopted" | "received",
  ): Statistics => {
    const again = <T extends { readonly date: Period["from"] }>(items: readonly T[]): readonly T[] =>
      [...items, ...items.map((item) => ({ ...item, date: { ...item.date, year: 2028 } }))].filter(
        (_, index) => keeps(index),
      );
    const printed = again(adopted);
    return countItems({
      period,
      issueDates: printed.map(({ date }) => date),
      adopted: printed,
      received: again(received),
      units,
      sections: ["工作要闻"],
      points: { ...law, quota: { ...law.quota, of } },
    });
  };
  const years = (from: number, to: number): Period => ({
    from: { year: from, month: 1, day: 1 },
    to: { year: to, month: 12, day: 31 },
  });
  const monthsOf = (year: number): readonly Period[] =>
    Array.from({ length: 12 }, (_, index) => ({
      from: { year, month: index + 1, day: 1 },
      to: { year, month: index + 1, day: new Date(Date.UTC(year, index + 1, 0)).getUTCDate() },
    }));
  const quartersOf = (year: number): readonly Period[] =>
    [0, 3, 6, 9].map((first) => {
      const [from, to] = [monthsOf(year)[first]?.from, monthsOf(year)[first + 2]?.to];
      if (from === undefined || to === undefined) throw new Error("no quarter");
      return { from, to };
    });
  const sumsOf = (parts: readonly Statistics[]) => {
    const names = [
      ...new Set(parts.flatMap(({ units: own, others }) => [...own, ...others].map(({ name }) => name))),
    ];
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
    const ofUnit = (name: string, value: "adopted" | "received" | "points" | "missing" | "quotaPoints") =>
      sum(
        parts.map(
          ({ units: own, others }) => [...own, ...others].find((unit) => unit.name === name)?.[value] ?? 0,
        ),
      );
    return {
      whole: (["issues", "adopted", "received", "unsigned"] as const).map((value) =>
        sum(parts.map((part) => part[value] ?? 0)),
      ),
      months: parts.flatMap(({ months }) => months),
      units: new Map(
        names.map((name) => [
          name,
          (["adopted", "received", "points", "missing", "quotaPoints"] as const).map((value) =>
            ofUnit(name, value),
          ),
        ]),
      ),
    };
  };

  const choices = [
    ["all", () => true],
    ["a third", (index: number) => index % 3 === 0],
    ["the first months", (index: number) => index % 150 < 40],
    ["a few", (index: number) => index % 41 === 7],
  ] as const;
  const ways = [
    ["2026 and the years behind it", years(2026, 2028), [2026, 2027, 2028].map((year) => years(year, year))],
    ["a year and its months", years(2026, 2026), monthsOf(2026)],
    ["an empty year and its months", years(2027, 2027), monthsOf(2027)],
    ["a leap year and its quarters", years(2028, 2028), quartersOf(2028)],
    ["years before and behind", years(2024, 2030), [years(2024, 2026), years(2027, 2027), years(2028, 2030)]],
  ] as const;
  it.each(
    choices.flatMap(([left, keeps]) =>
      ways.map(([way, whole, parts]) => ({ left, keeps, way, whole, parts })),
    ),
  )("add up: $way, of $left", ({ keeps, whole, parts }) => {
    for (const of of ["adopted", "received"] as const) {
      const one = sumsOf([countOf(whole, keeps, of)]);
      const all = sumsOf(parts.map((part) => countOf(part, keeps, of)));
      expect(all.whole).toEqual(one.whole);
      expect(all.months).toEqual(one.months);
      expect([...all.units.keys()].sort()).toEqual([...one.units.keys()].sort());
      // Each part is printed to two decimals.
      for (const [name, values] of one.units)
        for (const [index, value] of values.entries())
          expect(Math.abs((all.units.get(name)?.[index] ?? Number.NaN) - value), name).toBeLessThanOrEqual(
            0.005 * (parts.length + 1) + 1e-9,
          );
    }
  });
});

describe("an item moved to another issue", () => {
  it("counts where it stands now, once, whatever the register says", () => {
    const { adopted, received, units } = recordsOf("each");
    const [first] = adopted;
    if (first === undefined) throw new Error("no item");
    const moved = countItems({
      period: YEAR,
      issueDates: [first.date],
      adopted: [{ ...first, date: { year: 2026, month: 11, day: 10 } }],
      received,
      units,
      sections: [],
      points: undefined,
    });
    expect(moved.adopted).toBe(1);
    expect(moved.months.filter(({ adopted }) => adopted > 0).map(({ month }) => month)).toEqual(["2026-11"]);
  });
});

describe("units of the register", () => {
  const unit = (name: string, more: object = {}) => ({
    name: { value: name, span: { path: "", start: 0, end: 0 } },
    aliases: [],
    ...more,
  });
  const counted = (units: readonly ReturnType<typeof unit>[], signed: string, period: Period = YEAR) =>
    countItems({
      period,
      issueDates: [{ year: 2026, month: 2, day: 10 }],
      adopted: [
        {
          bulletin: ".",
          bulletinName: "示例信息",
          path: "a.md",
          file: "a.md",
          nameInFindings: "＊1.md",
          title: "某事",
          key: "某事",
          isSecret: false,
          folder: ".",
          section: "工作要闻",
          date: { year: 2026, month: 2, day: 10 },
          issue: { year: 2026, series: "", number: 1 },
          signed,
          levels: [],
          span: { path: "a.md", start: 0, end: 0 },
        },
      ],
      received: undefined,
      units,
      sections: [],
      points: {
        base: 1,
        sections: new Map(),
        levels: new Map(),
        joint: "each",
        quota: { perMonth: 1, missed: -1, of: "adopted" },
      },
    });

  it("are not named where they were dissolved before the period, or founded behind it", () => {
    const units = [
      unit("甲区科协"),
      unit("旧学会", { until: { year: 2020, month: 12, day: 31 } }),
      unit("新学会", { from: { year: 2027, month: 1, day: 1 } }),
      unit("改名学会", { from: { year: 2027, month: 1, day: 1 }, former: [unit("原名学会").name] }),
    ];
    expect(counted(units, "甲区科协").units.map(({ name }) => name)).toEqual(["甲区科协", "改名学会"]);
  });

  it("owe the month whose last day is theirs, and none in which nothing was printed or received", () => {
    const dissolved = unit("乙区科协", { until: { year: 2026, month: 2, day: 28 } });
    expect(counted([dissolved], "").units[0]?.missing).toBe(2);
    const third: Period = { from: { year: 2026, month: 7, day: 1 }, to: { year: 2026, month: 9, day: 30 } };
    expect(counted([unit("甲区科协")], "", third).units[0]).toMatchObject({ missing: 0, points: 0 });
  });

  it("may have a name with a space in it, alone and with others", () => {
    const lab = unit("ABC Lab");
    expect(counted([lab], "示例区科协、ABC Lab").units[0]).toMatchObject({ name: "ABC Lab", adopted: 1 });
  });
});

describe("a unit in two spellings", () => {
  const unit = (name: string, ...aliases: string[]) => {
    const at = (value: string) => ({ value, span: { path: "", start: 0, end: 0 } });
    return { name: at(name), aliases: aliases.map(at) };
  };
  const { signing } = knownUnits([
    unit("示例ABC学会（市级）", "ABC学会"),
    unit("甲 一"),
    unit("甲一"),
    unit("ABC Lab"),
  ]);
  it.each([
    ["示例ＡＢＣ学会(市级)", "示例ABC学会（市级）"],
    ["示例 abc 学会（市级）", "示例ABC学会（市级）"],
    ["Abc学会、示例ABC学会（市级）", "示例ABC学会（市级）"],
    ["甲　一", "甲|一"],
    ["甲 一", "甲 一"],
    ["甲一", "甲一"],
    ["ABC  Lab、乙", "ABC Lab|乙"],
    ["乙科协(本部)；乙科协（本部）", "乙科协（本部）"],
    ["２院", "2院"],
    [" 、 ", ""],
  ])("“%s” is %s", (signed, names) => {
    expect(
      signing(signed)
        .map(({ name }) => name)
        .join("|"),
    ).toBe(names);
  });
});

describe("a register as spreadsheets save it", () => {
  it("tells an unread day however many rows lack their unit, and that it is not whole", () => {
    const rows = Array.from({ length: 30 }, (_, index) => `2026-03-01,,第${index}篇`);
    const text = `received,unit,title\n${rows.join("\n")}\n3/9/2026,甲区科协,末篇\n`;
    const { diagnostics, isWhole } = readReceived("register.csv", text);
    expect(isWhole).toBe(false);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toHaveLength(1);
    expect(diagnostics.filter(({ severity }) => severity === "warning")).toHaveLength(20);
    expect(diagnostics.findLast(({ severity }) => severity === "warning")?.help?.zh).toContain(
      "另有 10 处没有列出",
    );
  });

  it.each(["2026-03-09", "2026/3/9", "2026.3.9", "2026年3月9日", "2026-03-09 14:20", "2026/3/9 8:05:00"])(
    "reads the day %s",
    (day) => {
      const { value, diagnostics } = readReceived("register.csv", `日期;单位;标题\n${day};甲区科协;某事\n`);
      expect(diagnostics).toEqual([]);
      expect(value[0]?.date).toEqual({ year: 2026, month: 3, day: 9 });
    },
  );

  it("tells what a row says wrongly at its cell, and counts the others", () => {
    const text =
      "received,unit,title\n3/9/2026,甲区科协,一\n,甲区科协,二\n2026-02-30,甲区科协,三\n2026-03-01,,四\n2026-03-02,甲区科协,五\n";
    const { value, diagnostics } = readReceived("register.csv", text);
    expect(value.map(({ title }) => title)).toEqual(["四", "五"]);
    expect(diagnostics.map(({ severity, span }) => `${severity} ${span.start}`)).toEqual([
      `error ${text.indexOf("3/9/2026")}`,
      `error ${text.indexOf(",甲区科协,二")}`,
      `error ${text.indexOf("2026-02-30")}`,
      `warning ${text.indexOf(",四")}`,
    ]);
  });

  it("tells missing columns, and counts nothing", () => {
    const { value, diagnostics } = readReceived("register.csv", "日期,作者\n2026-03-01,某某\n");
    expect(value).toEqual([]);
    expect(diagnostics[0]?.message.zh).toBe("登记簿第一行缺少列名：单位（unit）、标题（title）。");
  });
});

describe("the period", () => {
  const printed = [
    { year: 2025, month: 12, day: 20 },
    { year: 2026, month: 5, day: 10 },
  ];
  it.each([
    [{}, "2025-01-01 2026-12-31"],
    [{ year: "2026" }, "2026-01-01 2026-12-31"],
    [{ quarter: "2026Q1" }, "2026-01-01 2026-03-31"],
    [{ quarter: "2024q4" }, "2024-10-01 2024-12-31"],
    [{ from: "2026-02-01" }, "2026-02-01 2026-12-31"],
    [{ from: "2026-02-01", to: "2026-02-28" }, "2026-02-01 2026-02-28"],
    [{ year: "26" }, "unreadable"],
    [{ quarter: "2026Q5" }, "unreadable"],
    [{ from: "2026-02-30" }, "unreadable"],
    [{ from: "2026-03-01", to: "2026-02-01" }, "reversed"],
    [{ year: "2026", quarter: "2026Q1" }, "twice"],
  ])("%j", (asked, expected) => {
    const period = choosePeriod(asked, printed);
    if (period === undefined) throw new Error("no period");
    expect("kind" in period ? period.kind : `${iso(period.from)} ${iso(period.to)}`).toBe(expected);
  });
});

describe("what a period is called, and its notice", () => {
  const cases = [
    ["2026-01-01", "2026-12-31", "2026年", "2026年度通报第1期"],
    ["2026-01-01", "2026-06-30", "2026年上半年", "2026年半年通报第1期"],
    ["2026-07-01", "2026-12-31", "2026年下半年", "2026年半年通报第2期"],
    ["2026-01-01", "2026-03-31", "2026年第一季度", "2026年季度通报第1期"],
    ["2026-10-01", "2026-12-31", "2026年第四季度", "2026年季度通报第4期"],
    ["2026-01-01", "2026-01-31", "2026年1月", "2026年月度通报第1期"],
    ["2024-02-01", "2024-02-29", "2024年2月", "2024年月度通报第2期"],
    ["2024-02-01", "2024-02-28", "2024年2月1日至2月28日", "2024年2月1日至2月28日通报第1期"],
    ["2024-02-29", "2024-02-29", "2024年2月29日", "2024年2月29日通报第1期"],
    ["2026-01-01", "2026-05-31", "2026年1月至5月", "2026年1月至5月通报第1期"],
    ["2025-07-01", "2026-06-30", "2025年7月至2026年6月", "2025年7月至2026年6月通报第1期"],
    ["2025-01-01", "2026-12-31", "2025年至2026年", "2025年至2026年通报第1期"],
    ["2025-12-31", "2026-12-30", "2025年12月31日至2026年12月30日", "2025年12月31日至2026年12月30日通报第1期"],
  ] as const;
  const day = (text: string) => {
    const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
    return { year, month, day: date };
  };
  it.each(cases)("%s to %s: %s", (from, to, name, called) => {
    const { name: words, series } = periodWords({ from: day(from), to: day(to) });
    expect(words.zh).toBe(name);
    expect(`${series.year}年${series.name}第${series.number}期`).toBe(called);
    expect(whyNoSeries(series.name)).toBeUndefined();
  });

  it("are each another's", () => {
    const all = cases.map(([from, to]) => periodWords({ from: day(from), to: day(to) }).series);
    expect(new Set(all.map(({ year, name, number }) => `${year}${name}${number}`)).size).toBe(cases.length);
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(cases.length);
  });
});

describe("what is printed of it", () => {
  const { count, received, units } = recordsOf("each");
  const statistics = count(SECOND_QUARTER);
  const soFar = count({ from: YEAR.from, to: SECOND_QUARTER.to });
  const facts = {
    statistics,
    soFar,
    bulletins: ["澜川科协信息"],
    bulletin: "澜川科协信息",
    publisher: "澜川市科学技术协会办公室",
    date: SECOND_QUARTER.to,
  };

  it("is a table in which every unit stands", () => {
    const table = printStatisticsTable(tabulate(statistics, "unit", soFar), headlineOf(statistics), "zh");
    expect(table).toMatch(/^2026年第二季度信息采用情况\n6 期，/);
    for (const { name } of units) expect(table).toContain(name.value);
    expect(table).toContain("松屏镇农技站*");
  });

  it("is CSV whose words no spreadsheet runs", () => {
    expect(inert("=1+1")).toBe("'=1+1");
    expect(inert("　＝1")).toBe("'　＝1");
    for (const text of ["=1+1", "　＝1", "'引号'", "平常", "'", "-1"])
      expect(withoutGuard(inert(text))).toBe(text);
    const table = {
      headings: [{ words: { zh: "单位", en: "Unit" }, kind: "words" as const }],
      rows: [["=HYPERLINK(1)"]],
      notes: [],
    };
    expect(printStatisticsCsv(table, "zh")).toBe("\ufeff单位\r\n'=HYPERLINK(1)\r\n");
  });

  it("is a workbook with the same numbers, the same bytes each time", () => {
    const bytes = writeWorkbook(workbookSheets(statistics, { soFar, language: "zh" }), "zh");
    expect(bytes).toEqual(writeWorkbook(workbookSheets(statistics, { soFar, language: "zh" }), "zh"));
    const parts = unzipSync(bytes);
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    for (const { name, adopted } of statistics.units) {
      const [, found] =
        new RegExp(
          `>${name}</t></is></c><c r="C\\d+" s="0"><v>[\\d.]+</v></c><c r="D\\d+" s="0"><v>([\\d.]+)<`,
        ).exec(sheet) ?? [];
      expect(Number(found), name).toBe(adopted);
    }
  });

  it("is a page whose tables say what its bars show", () => {
    const page = printStatisticsPage(statistics, { soFar, head: headlineOf(statistics), language: "zh" });
    const tables = [...page.matchAll(/<table>[\s\S]*?<\/table>/g)].map(([table]) =>
      [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
        [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
      ),
    );
    const counts = [...statistics.units, ...statistics.others];
    const [unitTable = [], sectionTable = [], monthTable = []] = tables;
    expect(unitTable[0]?.slice(1, 4)).toEqual(["单位", "报送", "采用"]);
    expect(unitTable.slice(1).map((row) => row.slice(1, 4))).toEqual(
      counts.map(({ name, adopted, received: came }) => [
        statistics.others.some((one) => one.name === name) ? `${name}*` : name,
        String(came),
        String(adopted),
      ]),
    );
    expect(sectionTable.slice(1).map(([name, adopted]) => [name, adopted])).toEqual(
      statistics.sections.map(({ name, adopted }) => [name, String(adopted)]),
    );
    expect(monthTable.slice(1).map(([month, , came, adopted]) => [month, came, adopted])).toEqual(
      statistics.months.map(({ month, adopted, received: came }) => [month, String(came), String(adopted)]),
    );
    const charts = [...page.matchAll(/<svg class="(\w+)"[^>]*>(.*?)<\/svg>/g)];
    expect(charts.map(([, shape]) => shape)).toEqual(["broad", "narrow", "broad", "narrow"]);
    for (const [index, [, , chart = ""]] of charts.entries()) {
      const bars = [
        ...chart.matchAll(
          /class="name"[^>]*>([^<]+)<\/text><rect class="came"[^>]* width="([\d.]+)"[^>]*><rect class="printed"[^>]* width="([\d.]+)"[^>]*><text[^>]*>([\d.]+) \/ ([\d.]+)</g,
        ),
      ].map(([, name, came, printed, ...said]) => ({
        name,
        came: Number(came),
        printed: Number(printed),
        said,
      }));
      const shown = index < 2 ? counts : statistics.months.map((one) => ({ ...one, name: one.month }));
      expect(bars.map(({ name, said }) => [name, ...said])).toEqual(
        shown.map(({ name, adopted, received: came }) => [name, String(adopted), String(came)]),
      );
      // One scale for all bars of a picture; the longest fills it.
      const most = Math.max(...shown.map(({ adopted, received: came = 0 }) => Math.max(adopted, came)));
      const longest = Math.max(...bars.map(({ came, printed }) => Math.max(came, printed)));
      expect(longest).toBeGreaterThan(200);
      for (const [place, { came, printed }] of bars.entries()) {
        expect(came).toBeCloseTo(((shown[place]?.received ?? 0) / most) * longest, 1);
        expect(printed).toBeCloseTo(((shown[place]?.adopted ?? 0) / most) * longest, 1);
      }
    }
    expect(page).not.toMatch(/<script|https?:/);
  });

  it("is a notice in Chinese whose figures are those of the counts", () => {
    const { title, markdown } = composeNotice(facts);
    expect(title).toBe("关于2026年第二季度信息采用情况的通报");
    expect(markdown).toMatch(/共有14个单位的信息被采用，得分居前的是桐浦区科协（4篇，10\.5分）、/);
    const [one] = statistics.units;
    if (one === undefined) throw new Error("no unit");
    const alone = { ...statistics, units: [one], others: [] };
    expect(composeNotice({ ...facts, statistics: alone }).markdown).toContain(
      "共有1个单位的信息被采用：桐浦区科协（4篇，10.5分）。",
    );
    expect(markdown).toContain(
      `2026年第二季度，《澜川科协信息》共编发6期，采用信息${statistics.adopted}篇；收到报送的信息${statistics.received}篇，`,
    );
    for (const { rank, name, received: came, adopted, points } of statistics.units)
      expect(markdown).toMatch(
        new RegExp(
          `^\\| ${rank} \\| ${name} \\| ${came} \\| ${adopted} \\| .*\\| ${String(points).replace("-", "−")} \\|$`,
          "m",
        ),
      );
    expect(markdown).toContain(
      "注1：采用一篇记1分；工作要闻每篇记2分；市委办采用另加5分；省科协采用另加8分；每月任务1篇（按采用计），每少一篇扣0.5分。",
    );
    expect(markdown).toContain("\n| 4月 | 2 | ");
    expect(markdown).toContain("本季度没有报送信息的有：澜川市园艺学会。");
    expect(markdown).toContain('signed: {by: "澜川市科学技术协会办公室", date: 2026-06-30}');
  });

  it("has tables and paragraphs that can be read, of however many units", async () => {
    const [unit] = statistics.units;
    if (unit === undefined) throw new Error("no unit");
    const many = Array.from({ length: 1000 }, (_, index) => ({
      ...unit,
      name: `${"示例市经济技术开发区管理委员会".repeat(3)}第${index}办公室`,
      adopted: 0,
      received: index % 2,
    }));
    const { markdown } = composeNotice({ ...facts, statistics: { ...statistics, units: many, others: [] } });
    for (const paragraph of markdown.split("\n\n")) {
      expect(paragraph.split("\n").length).toBeLessThan(1000);
      expect(paragraph.length).toBeLessThan(50_000);
    }
    for (const { name } of many) expect(markdown.split(name)).toHaveLength(3);
  });

  it("names no few units where many are alike, and denies none of them", () => {
    const [item] = statistics.items;
    const unit = statistics.units[0];
    if (item === undefined || unit === undefined) throw new Error("nothing to count");
    const alike = Array.from({ length: 12 }, (_, index) => ({
      ...unit,
      name: `示例${index + 1}区科协`,
      adopted: 1,
      points: 1,
    }));
    const { markdown } = composeNotice({ ...facts, statistics: { ...statistics, units: alike, others: [] } });
    expect(markdown).toContain("共有12个单位的信息被采用。");
    for (const { name } of alike) expect(markdown.split(name)).toHaveLength(2);
    expect(markdown).not.toContain("居前");
  });

  it("names nobody as leading with points taken off", () => {
    const below = statistics.units.map((unit, index) => ({
      ...unit,
      adopted: 1,
      points: index === 0 ? 2 : -8,
    }));
    const { markdown } = composeNotice({ ...facts, statistics: { ...statistics, units: below, others: [] } });
    expect(markdown).toContain(`得分居前的是${below[0]?.name}（1篇，2分）。`);
    expect(markdown).toContain("| −8 |");
  });

  it("lists in a letter as not used what is decided so, apart what is not, and nothing that an issue prints", () => {
    const row = (title: string, decision: string, item = "") => ({
      bulletin: ".",
      key: foldedKey(title),
      secrecy: [],
      places: item === "" ? [] : [item],
      issueFolders: [],
      date: { year: 2026, month: 5, day: 6 },
      signed: "桐浦区科协",
      title,
      decision,
      reason: "",
      levels: [],
      span: { path: "register.csv", start: 0, end: 0 },
    });
    const rows = [
      row("未用的", "未采用"),
      row("等着的", "待定"),
      row("印出的", "待定", "issues/2026-12/items/01.md"),
      row("写作已采用的", "已采用"),
    ];
    const letters = composeLetters({
      ...facts,
      received: rows,
      known: knownUnits(units),
      printed: [
        {
          bulletin: ".",
          bulletinName: "澜川科协信息",
          path: "issues/2026-12/items/01.md",
          key: "x",
          signed: "桐浦区科协",
          date: { year: 2026, month: 7, day: 1 },
          issue: { year: 2026, series: "", number: 12 },
        },
      ],
    });
    const text = letters.find(({ unit }) => unit === "桐浦区科协")?.text ?? "";
    expect(text).toContain(
      "登在别的期次的稿件：\n1. 印出的（5月6日收到；登2026年第12期）\n\n决定采用、还没有登出的稿件：\n1. 写作已采用的（5月6日收到；已采用）\n\n没有采用的稿件：\n1. 未用的（5月6日收到；未采用）\n\n尚未决定的稿件：\n1. 等着的（5月6日收到）\n",
    );
  });

  it("is a letter to each unit that mail programs open as a draft", async () => {
    const letters = composeLetters({
      ...facts,
      received,
      known: knownUnits(units),
      printed: [],
    });
    expect(letters.map(({ unit }) => unit)).toEqual(
      [...statistics.units, ...statistics.others].map(({ name }) => name),
    );
    for (const letter of letters) {
      const draft = printDraft(letter);
      const mail = await PostalMime.parse(draft);
      expect(mail.subject).toBe("《澜川科协信息》2026年第二季度信息采用情况");
      expect(mail.text?.replaceAll("\r\n", "\n").trimEnd()).toBe(letter.text.trimEnd());
      expect(draft).toContain("\r\nX-Unsent: 1\r\n");
      expect(Math.max(...draft.split("\r\n").map(({ length }) => length))).toBeLessThanOrEqual(78);
    }
    const own = letters.find(({ unit }) => unit === "桐浦区科协")?.text ?? "";
    expect(own).toMatch(
      /没有采用的稿件：\n1\. 来稿之\d+（\d+月\d+日收到；(?:内容重复|已过时效|素材不足|未采用)）/,
    );
  });

  it("is JSON with every unit, section, month and item", () => {
    const record = JSON.parse(JSON.stringify(statisticsRecord(statistics, soFar)));
    expect(record).toMatchObject({ version: 1, period: { from: "2026-04-01", to: "2026-06-30" }, issues: 6 });
    expect(record.units).toHaveLength(14);
    expect(record.items).toHaveLength(statistics.adopted);
    expect(record.soFar.adopted).toBe(soFar.adopted);
  });
});
