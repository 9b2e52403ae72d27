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
import { nearestName } from "../diagnostics/nearest-name.js";
import type { SuppressionComment } from "../model/issue.js";
import type { Rule } from "../rules/rule.js";

/** What one comment silences, for one rule. */
interface Reach {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** undefined: every rule */
  readonly rule: string | undefined;
  readonly comment: SuppressionComment;
  used: boolean;
}

export interface SuppressionInput {
  readonly diagnostics: readonly Diagnostic[];
  /** comments of all files, those of one file in order */
  readonly comments: readonly SuppressionComment[];
  readonly sources: Sources;
  readonly rules: readonly Rule[];
  /** rules whose findings are among the diagnostics: comments for others cannot be called unused */
  readonly isChecked: (rule: Rule) => boolean;
}

/** @returns the findings that stay, and those about the comments themselves */
export function applySuppressions(input: SuppressionInput): readonly Diagnostic[] {
  const { diagnostics, comments, sources, rules, isChecked } = input;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const reaches = [...byPathOf(comments, ({ span }) => span.path)].flatMap(([path, own]) =>
    reachesOf(own, sources.get(path) ?? ""),
  );
  if (reaches.length === 0) return diagnostics;
  const byPath = byPathOf(reaches, ({ path }) => path);
  const kept = diagnostics.filter((diagnostic) => {
    if (byId.get(diagnostic.rule)?.structural === true) return true;
    const hits = (byPath.get(diagnostic.span.path) ?? []).filter((reach) => isHit(reach, diagnostic));
    for (const reach of hits) reach.used = true;
    return hits.length === 0;
  });
  const complaints = reaches.flatMap((reach) => {
    const rule = reach.rule === undefined ? undefined : byId.get(reach.rule);
    if (reach.rule !== undefined && rule === undefined) return [unknownRule(reach, reach.rule, byId.keys())];
    if (reach.used || (rule !== undefined && !isChecked(rule))) return [];
    return [unused(reach, rule)];
  });
  return [...kept, ...complaints];
}

function byPathOf<T>(entries: readonly T[], pathOf: (entry: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(pathOf(entry));
    if (group === undefined) groups.set(pathOf(entry), [entry]);
    else group.push(entry);
  }
  return groups;
}

const isHit = (reach: Reach, { rule, span }: Diagnostic): boolean =>
  (reach.rule === undefined || reach.rule === rule) && span.start >= reach.start && span.start < reach.end;

function reachesOf(comments: readonly SuppressionComment[], text: string): Reach[] {
  const reaches: Reach[] = [];
  for (const [index, comment] of comments.entries()) {
    for (const rule of rulesOf(comment)) {
      const extent = extentOf(comment, { rule, text, later: comments.slice(index + 1) });
      if (extent === undefined) continue;
      reaches.push({ path: comment.span.path, ...extent, rule, comment, used: false });
    }
  }
  return reaches;
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

interface Setting {
  readonly rule: string | undefined;
  readonly text: string;
  /** comments behind this one in its file */
  readonly later: readonly SuppressionComment[];
}

function extentOf(
  { directive, span }: SuppressionComment,
  { rule, text, later }: Setting,
): Extent | undefined {
  switch (directive) {
    case "disable-line":
      return lineAround(text, span.start);
    case "disable-next-line":
      return nextLine(text, span.end);
    case "disable":
      return { start: span.end, end: enabledAgain(later, rule) ?? text.length + 1 };
    case "enable":
      return undefined;
    default:
      return directive satisfies never;
  }
}

const rulesOf = (comment: SuppressionComment): readonly (string | undefined)[] =>
  comment.rules.length === 0 ? [undefined] : comment.rules;

/** An `enable` ends a `disable` of the same rule; without a rule it ends all. */
function enabledAgain(later: readonly SuppressionComment[], rule: string | undefined): number | undefined {
  return later.find(
    ({ directive, rules }) =>
      directive === "enable" && (rules.length === 0 || (rule !== undefined && rules.includes(rule))),
  )?.span.start;
}

/** @returns the line that holds `offset`, its end included */
function lineAround(text: string, offset: number): Extent {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return { start, end: offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0) + 1 };
}

/** @returns the first line behind `offset`'s own that is not blank */
function nextLine(text: string, offset: number): Extent {
  const rest = /[^\r\n]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*/y;
  rest.lastIndex = offset;
  const start = offset + (rest.exec(text)?.[0].length ?? text.length - offset);
  const length = /[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0;
  return { start, end: start + length + 1 };
}

function unused(reach: Reach, rule: Rule | undefined): Diagnostic {
  const name = rule?.id;
  const isStructural = rule?.structural === true;
  const message: Message = isStructural
    ? {
        zh: `“${name}”关系到版面能否正确生成，不能用注释屏蔽。`,
        en: `“${name}” guards what the editions are made from and cannot be silenced by a comment.`,
      }
    : {
        zh:
          name === undefined
            ? "这条屏蔽注释没有屏蔽任何问题。"
            : `这里没有“${name}”的问题，这条屏蔽注释没有作用。`,
        en:
          name === undefined
            ? "This comment silences nothing."
            : `“${name}” has nothing to say here, so this comment silences nothing.`,
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

function unknownRule(reach: Reach, id: string, ids: Iterable<string>): Diagnostic {
  const nearest = nearestName(id, ids);
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
