/**
 * Findings in the order in which an editor works through them: by item, those with errors first, then by rule;
 * and which one takes the place of another after a state has followed. Knows nothing of how they look.
 */
import type { FindingState } from "./protocol.js";

export type Severity = FindingState["severity"];
export type Filter = "all" | Severity;

export type Counts = Readonly<Record<Severity, number>>;

export interface RuleGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: readonly FindingState[];
}

export interface ItemGroup {
  /** title of the item, or the name of the file */
  readonly name: string;
  readonly path: string;
  readonly counts: Counts;
  readonly rules: readonly RuleGroup[];
}

const WEIGHT: Counts = { error: 0, warning: 1, info: 2 };

export function countFindings(findings: readonly FindingState[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** Groups by item and, within, by rule; each level has its gravest first and keeps the order given otherwise. */
export function groupFindings(
  findings: readonly FindingState[],
  filter: Filter = "all",
): readonly ItemGroup[] {
  const shown = findings.filter(({ severity }) => filter === "all" || severity === filter);
  const groups = partBy(shown, ({ path, group }) => `${path}\n${group}`).map((members) => ({
    name: members[0].group,
    path: members[0].path,
    counts: countFindings(members),
    rules: gravestFirst(
      partBy(members, ({ rule, severity }) => `${severity}\n${rule}`).map((same) => ({
        rule: same[0].rule,
        severity: same[0].severity,
        findings: same,
      })),
    ),
  }));
  return gravestFirst(groups.map((group) => ({ ...group, severity: gravest(group.counts) })));
}

/** Findings one under the other, as the groups show them. */
export const listShown = (groups: readonly ItemGroup[]): readonly FindingState[] =>
  groups.flatMap(({ rules }) => rules.flatMap(({ findings }) => findings));

/** How many findings of each rule «全部改» would mend, in the whole issue. */
export function countFixable(findings: readonly FindingState[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, isFixable } of findings) if (isFixable) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** Whether a finding's file, named from where the program was started, is the item that the manifest names. */
export function isInItem({ path }: FindingState, item: string): boolean {
  const plain = path.replace(/\\/g, "/");
  return plain === item || plain.endsWith(`/${item}`);
}

/**
 * Which finding of a new state is the one that was chosen before: itself (ids are of one state only), else what
 * now stands where it stood, so that who mends one after the other goes on from there.
 */
export function followFinding(
  before: readonly FindingState[],
  chosen: string | undefined,
  after: readonly FindingState[],
): string | undefined {
  const index = before.findIndex(({ id }) => id === chosen);
  const old = before[index];
  if (old === undefined) return undefined;
  const same = after.filter(
    ({ rule, path, message }) => rule === old.rule && path === old.path && message === old.message,
  );
  const nearest = [...same].sort((a, b) => Math.abs(a.line - old.line) - Math.abs(b.line - old.line))[0];
  if (nearest !== undefined && same.length >= countSame(before, old)) return nearest.id;
  return after[Math.min(index, after.length - 1)]?.id;
}

const countSame = (findings: readonly FindingState[], { rule, path, message }: FindingState): number =>
  findings.filter((each) => each.rule === rule && each.path === path && each.message === message).length;

const gravest = ({ error, warning }: Counts): Severity =>
  error > 0 ? "error" : warning > 0 ? "warning" : "info";

const gravestFirst = <T extends { readonly severity: Severity }>(groups: readonly T[]): readonly T[] =>
  [...groups].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);

/** Parts of a list that have the same key, in the order in which the keys come first. */
function partBy<T>(list: readonly T[], keyOf: (member: T) => string): readonly (readonly [T, ...T[]])[] {
  const parts = new Map<string, [T, ...T[]]>();
  for (const member of list) {
    const part = parts.get(keyOf(member));
    if (part === undefined) parts.set(keyOf(member), [member]);
    else part.push(member);
  }
  return [...parts.values()];
}
