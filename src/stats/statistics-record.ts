/** Statistics for programs: one JSON document of version 1, whole, whatever table was asked for. */
import { isoDate } from "../model/calendar-date.js";
import type { Statistics, UnitCount } from "./statistics.js";

export function statisticsRecord(statistics: Statistics, soFar: Statistics | undefined): unknown {
  const { period, issues, adopted, received, units, others, unsigned, sections, months, law, items } =
    statistics;
  return {
    version: 1,
    period: { from: isoDate(period.from), to: isoDate(period.to) },
    issues,
    adopted,
    ...(received !== undefined && { received }),
    unsigned,
    points: {
      base: law.base,
      sections: Object.fromEntries(law.sections),
      levels: Object.fromEntries(law.levels),
      joint: law.joint,
      ...(law.quota !== undefined && {
        quota: { "per-month": law.quota.perMonth, missed: law.quota.missed, of: law.quota.of },
      }),
    },
    units: units.map(unitRecord),
    others: others.map(unitRecord),
    sections: sections.map(({ name, adopted: count }) => ({ name, adopted: count })),
    months: months.map(({ month, issues: issued, adopted: printed, received: came }) => ({
      month,
      issues: issued,
      adopted: printed,
      ...(came !== undefined && { received: came }),
    })),
    ...(soFar !== undefined && {
      soFar: {
        from: isoDate(soFar.period.from),
        adopted: soFar.adopted,
        ...(soFar.received !== undefined && { received: soFar.received }),
        units: [...soFar.units, ...soFar.others].map(({ name, adopted: printed, points }) => ({
          name,
          adopted: printed,
          points,
        })),
      },
    }),
    items: items.map(
      ({ bulletinName, path, title, section, date, issue, levels, units: signing, points }) => ({
        ...(statistics.bulletins > 1 && { bulletin: bulletinName }),
        path,
        title,
        section,
        date: isoDate(date),
        issue,
        units: signing,
        levels,
        points,
      }),
    ),
  };
}

function unitRecord(unit: UnitCount): unknown {
  const { rank, name, adopted, received, points, quotaPoints, missing, bySection, byMonth, rate } = unit;
  return {
    ...(rank !== undefined && { rank }),
    name,
    adopted,
    ...(received !== undefined && { received }),
    ...(rate !== undefined && { rate: Math.round(rate * 10_000) / 10_000 }),
    points,
    quotaPoints,
    missing,
    sections: Object.fromEntries(bySection),
    months: Object.fromEntries([...byMonth].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}
