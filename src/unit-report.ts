/**
 * From findings to what the units are reported (`lint -f report`): of each item the faults that only
 * the unit can mend, the others by their count. Putting it into words is print-unit-report.ts's.
 */
import { allRules } from "./check/all-rules.js";
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import type { UnitLetter, UnitRequest } from "./diagnostics/print-unit-report.js";
import { readOpened } from "./read/markdown/parse-markdown.js";
import { openSubmission } from "./read/read-submission.js";
import { memoryWorkspace } from "./read/workspace.js";
import type { UnitWords } from "./rules/rule.js";
import { unitPlaces } from "./unit-parts.js";

export interface UnitReport {
  /** an item each, in reading order; of those with something to ask */
  readonly letters: readonly UnitLetter[];
  /** items whose faults the editor mends without asking */
  readonly unasked: number;
  /** findings about files, sections, settings and pages, which no unit is reported */
  readonly inHouse: number;
}

export async function unitReport(diagnostics: readonly Diagnostic[], sources: Sources): Promise<UnitReport> {
  const byPath = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = byPath.get(diagnostic.span.path);
    if (known === undefined) byPath.set(diagnostic.span.path, [diagnostic]);
    else known.push(diagnostic);
  }
  const workspace = memoryWorkspace(Object.fromEntries(sources));
  let inHouse = 0;
  let unasked = 0;
  const letters: UnitLetter[] = [];
  for (const [path, found] of byPath) {
    if (NO_ITEM.test(path)) {
      inHouse += found.length;
      continue;
    }
    const { item } = await readOpened(openSubmission(path, workspace));
    const edits = found.filter(isEdit).length;
    const asked = found.filter(isAsked);
    inHouse += found.length - edits - asked.length;
    if (asked.length === 0) {
      if (edits > 0) unasked += 1;
      continue;
    }
    const placeOf =
      item === undefined
        ? () => ({ part: { kind: "item" as const }, excerpt: "" })
        : unitPlaces(item, sources.get(path) ?? "");
    letters.push({
      headline: item?.title.map(({ value }) => value).join("") || nameOf(path),
      unit: item?.attribution?.value,
      requests: requestsOf(asked, placeOf),
      edits,
    });
  }
  return { letters, unasked, inHouse };
}

/** Files of the bulletin itself and of its template. */
const NO_ITEM = /\.(ya?ml|html|css)$/i;

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");

const WORDS: ReadonlyMap<string, UnitWords> = new Map(
  allRules.flatMap(({ id, forUnit }) => (forUnit === undefined ? [] : [[id, forUnit] as const])),
);

/** Marks, numbers and words, the editor's own craft: of these the letter says how many there are. */
const isEdit = (diagnostic: Diagnostic): boolean => EDITS.test(diagnostic.rule) && !isAsked(diagnostic);

const EDITS = /^(text|number|word|name|organisation)\/|^item\/title-punctuation$/;

/** What `--fix` mends needs nobody's answer. */
const isAsked = ({ rule, fix }: Diagnostic): boolean => fix === undefined && WORDS.has(rule);

/** What is asked in the same words is asked once, with all its places. */
function requestsOf(
  asked: readonly Diagnostic[],
  placeOf: ReturnType<typeof unitPlaces>,
): readonly UnitRequest[] {
  const requests = new Map<string, UnitRequest>();
  for (const { rule, severity, message, span } of asked) {
    const words = WORDS.get(rule);
    if (words === undefined) continue;
    const { what = message, ask, isAboutItem } = words;
    const key = `${rule}\n${what.zh}`;
    const places = isAboutItem === true ? [] : [placeOf(span)];
    const known = requests.get(key);
    requests.set(key, {
      what,
      ask,
      isHint: severity === "info",
      places: [...(known?.places ?? []), ...places],
    });
  }
  return [...requests.values()];
}
