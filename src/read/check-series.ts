/** Whether the house has the series that an issue is of. How it may be called is for series-fields.ts. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isSameName, nearestName } from "../diagnostics/nearest-name.js";
import type { Located } from "../model/located.js";
import { meantName } from "./fields/field.js";

/** Of names compared for slips. */
const LEAST_CHARACTERS = 3;

/** @param names the house's list; any series may be where it is empty */
export function checkSeries(
  series: Located<string> | undefined,
  names: readonly Located<string>[],
): readonly Diagnostic[] {
  const known = names.map(({ value }) => value);
  if (series === undefined || known.length === 0 || known.includes(series.value)) return [];
  const { value, span } = series;
  const nearest = nearestName(value, known);
  const isSure = nearest !== undefined && isSameName(value, nearest);
  // 专刊 is no slip for 增刊, though but one character differs.
  const isNear = nearest !== undefined && (isSure || Array.from(value).length >= LEAST_CHARACTERS);
  const meant = isNear ? meantName({ name: nearest, isSure, span }) : undefined;
  return [
    {
      rule: "manifest/invalid-value",
      severity: "error",
      span,
      message: {
        zh: `本刊没有“${value}”这个刊别。`,
        en: `The bulletin has no series “${value}”.`,
      },
      help: {
        zh: `可用：${known.join("、")}。要新增刊别，请写进 bulletin.yaml 的“series-names”。`,
        en: `The series are: ${known.join(", ")}. To add one, list it under “series-names” in bulletin.yaml.`,
      },
      ...meant,
    },
  ];
}
