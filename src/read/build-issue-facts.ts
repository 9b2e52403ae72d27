/** The manifest's own values to the model's: what is missing is neutral, what follows from others is derived. */
import { NO_DATE } from "../model/calendar-date.js";
import type { Distribution, Editorial, Issue, Period } from "../model/issue.js";
import type { Located, Span } from "../model/located.js";
import type { SharedValue } from "./house-fields.js";
import type { ManifestValue } from "./manifest-fields.js";
import type { Workspace } from "./workspace.js";

export type IssueFacts = Pick<
  Issue,
  | "year"
  | "series"
  | "number"
  | "total"
  | "date"
  | "period"
  | "editorial"
  | "distribution"
  | "contents"
  | "slug"
>;

/** Stem of the output where even the folder has no name. */
const NO_NAME = "issue";

export interface FactSources {
  /** what house and manifest have in common, the manifest's own over the house's */
  readonly shared: SharedValue["values"];
  readonly folder: string;
  readonly start: Span;
  readonly workspace: Workspace;
}

export function buildIssueFacts(
  { values, keys }: ManifestValue,
  { shared, folder, start, workspace }: FactSources,
): IssueFacts {
  const date = values.date ?? { value: NO_DATE, span: keys.get("date") ?? start };
  return {
    year: values.year ?? { value: date.value.year, span: date.span },
    series: values.series,
    number: values.number ?? { value: 0, span: keys.get("number") ?? start },
    total: values.total,
    date,
    period: periodOf(values),
    editorial: editorialOf(shared),
    distribution: distributionOf(shared),
    contents: values.contents,
    slug: slugOf(values, { folder, start, workspace }),
  };
}

function periodOf({ period }: ManifestValue["values"]): Located<Period> | undefined {
  const from = period?.values.from;
  const to = period?.values.to;
  if (period === undefined || from === undefined || to === undefined) return undefined;
  return { value: { from: from.value, to: to.value }, span: period.span };
}

function editorialOf({ editorial }: SharedValue["values"]): Editorial | undefined {
  if (editorial === undefined) return undefined;
  const { editor, reviewer, approver } = editorial.values;
  return { editor, reviewer, approver };
}

function distributionOf({ distribution }: SharedValue["values"]): Distribution | undefined {
  if (distribution === undefined) return undefined;
  const { report, send, issue, copies } = distribution.values;
  return { report: report?.items ?? [], send: send?.items ?? [], issue: issue?.items ?? [], copies };
}

/**
 * The slug written, or the folder's name: 2026-增刊01. A folder that does not name the issue's series (2026-03) gets it
 * behind its name, with the number, so that no supplement lies on disk like a regular issue.
 */
export function slugOf(
  { slug, series, number }: Pick<ManifestValue["values"], "slug" | "series" | "number">,
  { folder, start, workspace }: Omit<FactSources, "shared">,
): Located<string> {
  if (slug !== undefined) return slug;
  const name = nameOfFolder(folder, workspace);
  const isNamed = series === undefined || name.includes(series.value);
  return { value: isNamed ? name : `${name}-${series.value}${number?.value ?? ""}`, span: start };
}

function nameOfFolder(folder: string, workspace: Workspace): string {
  const real = workspace.realPath(folder) ?? folder;
  const name = real.slice(real.lastIndexOf("/") + 1);
  return name === "" || name === "." || name === ".." ? NO_NAME : name.normalize("NFC");
}
