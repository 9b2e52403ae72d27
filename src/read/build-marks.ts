/** What an issue is marked with, by the manifest or by the house rules beneath it. */
import type { IssueMarks } from "../model/issue-marks.js";
import type { SharedValue } from "./house-fields.js";
import type { ManifestValue } from "./manifest-fields.js";

/** @param shared the manifest's values laid over the house's, and where their keys stand */
export function buildMarks(
  own: ManifestValue["values"],
  { values: { marking, secrecy }, keys }: Pick<SharedValue, "values" | "keys">,
): IssueMarks {
  const level = secrecy?.values.level;
  return {
    copyNumber: own["copy-number"],
    secrecy: secrecy &&
      level && { level, period: secrecy.values.period, span: keys.get("secrecy") ?? secrecy.span },
    urgency: own.urgency,
    marking,
    draft: own.draft,
  };
}
