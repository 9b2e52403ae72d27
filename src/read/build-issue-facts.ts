/** The manifest's own values to the model's: what is missing is neutral, what follows from others is derived. */
import { NO_DATE } from "../model/calendar-date.js";
import type { Distribution, Editorial, Issue, Period } from "../model/issue.js";
import type { Located, Span } from "../model/located.js";
import type { ManifestValue } from "./manifest-fields.js";
import type { Workspace } from "./workspace.js";

export type IssueFacts = Pick<
  Issue,
  "year" | "number" | "total" | "date" | "period" | "editorial" | "distribution" | "slug"
>;

/** Stem of the output where even the folder has no name. */
const NO_NAME = "issue";

export function buildIssueFacts(
  { values, keys }: ManifestValue,
  {
    folder,
    start,
    workspace,
  }: { readonly folder: string; readonly start: Span; readonly workspace: Workspace },
): IssueFacts {
  const date = values.date ?? { value: NO_DATE, span: keys.get("date") ?? start };
  return {
    year: values.year ?? { value: date.value.year, span: date.span },
    number: values.number ?? { value: 0, span: keys.get("number") ?? start },
    total: values.total,
    date,
    period: periodOf(values),
    editorial: editorialOf(values),
    distribution: distributionOf(values),
    slug: values.slug ?? { value: nameOfFolder(folder, workspace), span: start },
  };
}

function periodOf({ period }: ManifestValue["values"]): Located<Period> | undefined {
  const from = period?.values.from;
  const to = period?.values.to;
  if (period === undefined || from === undefined || to === undefined) return undefined;
  return { value: { from: from.value, to: to.value }, span: period.span };
}

function editorialOf({ editorial }: ManifestValue["values"]): Editorial | undefined {
  if (editorial === undefined) return undefined;
  const { editor, reviewer, approver } = editorial.values;
  return { editor, reviewer, approver };
}

function distributionOf({ distribution }: ManifestValue["values"]): Distribution | undefined {
  if (distribution === undefined) return undefined;
  const { report, send, issue, copies } = distribution.values;
  return { report: report?.items ?? [], send: send?.items ?? [], issue: issue?.items ?? [], copies };
}

/** @returns the slug of an issue that gives none */
export function nameOfFolder(folder: string, workspace: Workspace): string {
  const real = workspace.realPath(folder) ?? folder;
  const name = real.slice(real.lastIndexOf("/") + 1);
  return name === "" || name === "." || name === ".." ? NO_NAME : name.normalize("NFC");
}
