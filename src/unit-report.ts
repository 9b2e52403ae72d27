/**
 * From findings to what the units are reported (`lint -f report`): of each item the faults that only
 * the unit can mend, the others by their count. Putting it into words is print-unit-report.ts's.
 */
import { allRules } from "./check/all-rules.js";
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import type { UnitLetter, UnitPlace, UnitRequest } from "./diagnostics/print-unit-report.js";
import type { SubmittedItem } from "./intake/draft/submitted-item.js";
import type { Span } from "./model/located.js";
import { readOpened } from "./read/markdown/parse-markdown.js";
import { openSubmission } from "./read/read-submission.js";
import { memoryWorkspace, type Workspace } from "./read/workspace.js";
import type { UnitWords } from "./rules/rule.js";
import { submittedPlaces } from "./submitted-places.js";
import { unitPlaces } from "./unit-parts.js";

export interface UnitReport {
  /** an item each, in reading order; of those with something to ask */
  readonly letters: readonly UnitLetter[];
  /** items whose faults the editor mends without asking */
  readonly unasked: number;
  /** findings about files, sections, settings and pages, which no unit is reported */
  readonly inHouse: number;
}

/** @param submitted what is known of the items that came by Word, mail or text */
export async function unitReport(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  submitted: readonly SubmittedItem[] = [],
): Promise<UnitReport> {
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
    if (NO_ITEM.test(path) && !submitted.some((one) => one.path === path)) {
      inHouse += found.length;
      continue;
    }
    const edits = found.filter(isEdit).length;
    const asked = found.filter(isAsked);
    inHouse += found.filter((one) => !isDecision(one)).length - edits - asked.length;
    if (asked.length === 0) {
      if (edits > 0) unasked += 1;
      continue;
    }
    const { headline, unit, placeOf } = await subjectOf(path, { sources, submitted, workspace });
    letters.push({ headline, unit, requests: requestsOf(asked, placeOf), edits });
  }
  return { letters, unasked, inHouse };
}

interface LetterSubject {
  readonly headline: string;
  readonly unit: string | undefined;
  readonly placeOf: (span: Span, rule: string) => UnitPlace;
}

interface Known {
  readonly sources: Sources;
  readonly submitted: readonly SubmittedItem[];
  readonly workspace: Workspace;
}

async function subjectOf(path: string, { sources, submitted, workspace }: Known): Promise<LetterSubject> {
  const text = sources.get(path) ?? "";
  // What is said of a mail is said to the unit whose item hangs on it.
  const came = submitted.find((one) => one.path === path) ?? submitted.find((one) => isIn(one, path));
  if (came !== undefined) {
    const { headlines, unit } = came;
    return {
      headline: headlines.length > 0 ? headlines.join("》《") : nameOf(path),
      unit,
      placeOf: submittedPlaces(came, text),
    };
  }
  const { item } = await readOpened(openSubmission(path, workspace));
  return {
    headline: item?.title.map(({ value }) => value).join("") || nameOf(path),
    unit: item?.attribution?.value,
    placeOf: item === undefined ? () => WHOLE_ITEM : unitPlaces(item, text),
  };
}

const isIn = ({ path }: SubmittedItem, mail: string): boolean => path.startsWith(`${mail}/`);

const WHOLE_ITEM: UnitPlace = { part: { kind: "item" }, excerpt: "" };

/** Files of the bulletin itself and of its template. */
const NO_ITEM = /\.(ya?ml|html|css)$/i;

/** As the unit called the file; it did not send Markdown. */
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:md|markdown)$/i, "");

const WORDS: ReadonlyMap<string, UnitWords> = new Map(
  allRules.flatMap(({ id, forUnit }) => (forUnit === undefined ? [] : [[id, forUnit] as const])),
);

/** Marks, numbers and words, the editor's own craft: of these the letter says how many there are. */
const isEdit = (diagnostic: Diagnostic): boolean => EDITS.test(diagnostic.rule) && !isAsked(diagnostic);

const EDITS = /^(text|number|word|name|organisation)\/|^item\/title-punctuation$/;

/** What was decided of a submission on its way in is told to the editor, and needs no doing. */
const isDecision = (diagnostic: Diagnostic): boolean =>
  diagnostic.severity === "info" && diagnostic.rule.startsWith("import/") && !isAsked(diagnostic);

/** What `--fix` mends needs nobody's answer. */
const isAsked = ({ rule, fix }: Diagnostic): boolean => fix === undefined && WORDS.has(rule);

/** What is asked in the same words is asked once, with all its places. */
function requestsOf(
  asked: readonly Diagnostic[],
  placeOf: (span: Span, rule: string) => UnitPlace,
): readonly UnitRequest[] {
  const requests = new Map<string, UnitRequest>();
  for (const { rule, severity, message, span } of asked) {
    const words = WORDS.get(rule);
    if (words === undefined) continue;
    const { what = message, ask, isAboutItem } = words;
    const key = `${rule}\n${what.zh}`;
    const places = isAboutItem === true ? [] : [placeOf(span, rule)];
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
