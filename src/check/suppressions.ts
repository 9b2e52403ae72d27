/**
 * Silences findings where their author asks for it, and reports comments that silence nothing, so
 * that none outlives its reason.
 *
 * - `<!-- bulletin-disable-next-line RULE -- reason -->`: the next line that is not blank.
 * - `<!-- bulletin-disable RULE -->` … `<!-- bulletin-enable RULE -->`: what lies between, or the rest
 *   of the file.
 * - `# bulletin-disable-line RULE -- reason`: its own line in YAML (manifest, house rules, front matter).
 * Comments are read by read/; they may stand in either form in either kind of file.
 *
 * Several rules are divided by commas or spaces; no rule means all. Structural errors stay.
 */
import type { Diagnostic, Message, Sources } from "../diagnostics/diagnostic.js";
import { indexLines } from "../diagnostics/line-index.js";
import type { SuppressionComment } from "../model/issue.js";
import type { Span } from "../model/located.js";
import type { Rule } from "../rules/rule.js";
import { meantRule } from "./meant-rule.js";

/** What one comment silences, for one rule. */
interface Reach {
  readonly start: number;
  readonly end: number;
  /** undefined: every rule */
  readonly rule: string | undefined;
  readonly comment: SuppressionComment;
  /** the comment's own place */
  readonly span: Span;
  used: boolean;
}

export interface SuppressionInput {
  readonly diagnostics: readonly Diagnostic[];
  /** comments of all files, those of one file in order */
  readonly comments: readonly SuppressionComment[];
  readonly sources: Sources;
  readonly rules: readonly Rule[];
  /**
   * whether a comment for this rule (all rules, where undefined) may be called unused or wrong here:
   * not where the rule's findings are not yet made
   */
  readonly isJudged: (rule: string | undefined) => boolean;
}

/** @returns the findings that stay, and those about the comments themselves */
export function applySuppressions(input: SuppressionInput): readonly Diagnostic[] {
  const { diagnostics, comments, sources, rules, isJudged } = input;
  if (comments.length === 0) return diagnostics;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const reaches = [...groupByPath(comments)].flatMap(([path, own]) =>
    reachesOf(own, sources.get(path) ?? ""),
  );
  if (reaches.length === 0) return diagnostics;
  const silencable = diagnostics.filter(({ rule }) => byId.get(rule)?.structural !== true);
  const silenced = silence(silencable, reaches);
  const complaints = reaches.flatMap((reach) => {
    if (reach.used || !isJudged(reach.rule)) return [];
    if (reach.rule === undefined) return [unused(reach, undefined)];
    const rule = byId.get(reach.rule);
    return [rule === undefined ? unknownRule(reach, reach.rule, rules) : unused(reach, rule)];
  });
  return [...diagnostics.filter((diagnostic) => !silenced.has(diagnostic)), ...complaints];
}

/** One sweep over each file. Of comments that overlap, the one that reaches farthest is the one used. */
function silence(diagnostics: readonly Diagnostic[], reaches: readonly Reach[]): ReadonlySet<Diagnostic> {
  const silenced = new Set<Diagnostic>();
  const reachesByPath = groupByPath(reaches);
  for (const [path, found] of groupByPath(diagnostics)) {
    const waiting = (reachesByPath.get(path) ?? []).toSorted((a, b) => b.start - a.start);
    const farthest = new Map<string, Reach>();
    for (const diagnostic of found.toSorted((a, b) => a.span.start - b.span.start)) {
      const at = diagnostic.span.start;
      for (let next = waiting.at(-1); next !== undefined && next.start <= at; next = waiting.at(-1)) {
        waiting.pop();
        const key = next.rule ?? ALL_RULES;
        if ((farthest.get(key)?.end ?? 0) < next.end) farthest.set(key, next);
      }
      for (const reach of [farthest.get(diagnostic.rule), farthest.get(ALL_RULES)]) {
        if (reach === undefined || at >= reach.end) continue;
        reach.used = true;
        silenced.add(diagnostic);
      }
    }
  }
  return silenced;
}

/** No rule is named so. */
const ALL_RULES = "*";

function groupByPath<T extends { readonly span: Span }>(
  entries: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(entry.span.path);
    if (group === undefined) groups.set(entry.span.path, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** @param comments those of one file, in order; read from its end, so that each knows what enables it again */
function reachesOf(comments: readonly SuppressionComment[], text: string): readonly Reach[] {
  const lines = indexLines(text).starts;
  const lineEnd = (line: number) => lines[line + 1] ?? text.length + 1;
  const enabled = new Map<string, number>();
  const endOf = (rule: string | undefined) =>
    enabled.get(rule ?? ALL_RULES) ?? enabled.get(ALL_RULES) ?? text.length + 1;
  const extentOf = ({ directive, span }: SuppressionComment, rule: string | undefined) => {
    if (directive === "disable") return { start: span.end, end: endOf(rule) };
    const own = lineAt(lines, directive === "disable-line" ? span.start : Math.max(span.start, span.end - 1));
    if (directive === "disable-line") return { start: lines[own] ?? 0, end: lineEnd(own) };
    let line = own + 1;
    while (line < lines.length && text.slice(lines[line], lineEnd(line)).trim() === "") line += 1;
    return { start: lines[line] ?? text.length + 1, end: lineEnd(line) };
  };
  return comments
    .toReversed()
    .flatMap((comment) => {
      if (comment.directive !== "enable") {
        return rulesOf(comment).map((rule) => ({ ...extentOf(comment, rule), rule, comment, used: false }));
      }
      if (comment.rules.length === 0) enabled.clear();
      for (const rule of rulesOf(comment)) enabled.set(rule ?? ALL_RULES, comment.span.start);
      return [];
    })
    .map((reach): Reach => ({ ...reach, span: reach.comment.span }))
    .toReversed();
}

/** @returns the index of the line that holds an offset */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const rulesOf = (comment: SuppressionComment): readonly (string | undefined)[] =>
  comment.rules.length === 0 ? [undefined] : comment.rules;

function unused(reach: Reach, rule: Rule | undefined): Diagnostic {
  const name = rule?.id;
  const isStructural = rule?.structural === true;
  const message: Message = isStructural
    ? {
        zh: `“${name}”关系到版面能否正确生成，不能用注释屏蔽。`,
        en: `“${name}” is needed for correct editions and cannot be silenced by a comment.`,
      }
    : {
        zh:
          name === undefined
            ? "这条屏蔽注释没有屏蔽任何问题。"
            : `这里没有“${name}”的问题，这条屏蔽注释没有作用。`,
        en:
          name === undefined
            ? "This comment silences nothing."
            : `“${name}” reports nothing here, so this comment silences nothing.`,
      };
  return {
    rule: "suppression/unused",
    severity: "warning",
    span: reach.comment.span,
    message,
    help: {
      zh: "删去这条注释，或改正其中的规则名。",
      en: "Delete the comment, or correct the rule it names.",
    },
  };
}

function unknownRule(reach: Reach, id: string, rules: readonly Rule[]): Diagnostic {
  const nearest = meantRule(id, rules);
  return {
    rule: "suppression/unknown-rule",
    severity: "warning",
    span: reach.comment.span,
    message: {
      zh: `没有名为“${id}”的规则，这条屏蔽注释没有作用。`,
      en: `There is no rule “${id}”, so this comment silences nothing.`,
    },
    help:
      nearest === undefined
        ? { zh: "运行 bulletin rules 查看全部规则。", en: "Run bulletin rules to see all rules." }
        : { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` },
  };
}
