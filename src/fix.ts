/**
 * Mending: lint, apply the fixes that do not overlap, lint the outcome, and so on until nothing
 * changes. What a round would spoil is not applied (mend/). Works on texts alone; who called decides
 * whether they are written or shown.
 */
import { allRules } from "./check/all-rules.js";
import { boundFindings } from "./check/bound-findings.js";
import type { Diagnostic, TextEdit } from "./diagnostics/diagnostic.js";
import { type LintOptions, type LintReading, type LintResult, type LintTarget, lintReading } from "./lint.js";
import { type MendRound, type MendState, mendRound, nameOf } from "./mend/mend-round.js";
import { placesBefore } from "./mend/places-before.js";
import { pixelMemory } from "./read/pixel-memory.js";
import { overlayWorkspace, type Workspace } from "./read/workspace.js";

/** A fix may bare another finding; ten rounds settle any text seen, and bound those never seen. */
const MOST_ROUNDS = 10;

/** One round takes those that change the structure, another all others, a third what overlapped. */
const MOST_SUGGESTED_ROUNDS = 3;

const RESTRUCTURING: ReadonlySet<string> = new Set(
  allRules.filter(({ restructures }) => restructures === true).map(({ id }) => id),
);

export interface FixOptions extends LintOptions {
  /** also take the first suggestion of each finding that has no fix: a person has asked for it */
  readonly suggestions?: boolean;
  /** files that are to stay as they are; it is asked where there is something to mend */
  readonly isLocked?: (path: string) => boolean;
}

export interface FixResult extends LintResult {
  /** texts before and after, by path; only files that changed */
  readonly changes: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  /** how many findings were fixed, by path; only files that changed */
  readonly fixed: ReadonlyMap<string, number>;
  /** findings whose fix would have spoilt the text, and was not applied; a fault of their rule */
  readonly refused: readonly Diagnostic[];
  /** @returns a finding of the mended texts by its place in the texts before, for who leaves those as they are */
  readonly asItStood: (finding: Diagnostic) => Diagnostic;
}

export async function fix(
  target: LintTarget,
  workspace: Workspace,
  { suggestions = false, isLocked = () => false, ...options }: FixOptions = {},
): Promise<FixResult> {
  const pixels = pixelMemory();
  const read = (mended: ReadonlyMap<string, string>) =>
    // All that can be mended is, however little of it is reported in the end.
    lintReading(target, overlayWorkspace(workspace, mended), { ...options, everyFinding: true, pixels });
  const reading = await read(new Map());
  const unlocked =
    (propose: Propose): Propose =>
    (finding) =>
      propose(finding).filter(({ fix: edits = [] }) => !edits.some(({ span }) => isLocked(span.path)));
  const own = { read, propose: unlocked(ownFix), restructuring: RESTRUCTURING };
  const suggested = { ...own, propose: unlocked(firstSuggestion) };
  let state = await toRest({ ...NOTHING_MENDED, reading }, own);
  for (let round = 0; suggestions && round < MOST_SUGGESTED_ROUNDS; round += 1) {
    const taken = await mendRound(state, suggested);
    if (taken === undefined) break;
    state = await toRest(taken, own);
  }
  const result = { ...resultOf(state), ...countedAndPlaced(state, reading.diagnostics) };
  return options.everyFinding === true
    ? result
    : { ...result, diagnostics: boundFindings(result.diagnostics) };
}

/** What a person chose to have mended, of what `lintReading` finds. */
export interface ChosenMending extends Omit<FixOptions, "suggestions"> {
  /** @returns the edits to apply for a finding; none where it is not chosen */
  readonly choose: (finding: Diagnostic) => readonly TextEdit[];
  /** go on until nothing that is chosen is left; else what a first round applies is all */
  readonly toRest?: boolean;
}

export type ChosenResult = Pick<FixResult, "changes" | "refused">;

/** As `fix`, for the findings that are chosen alone: by the same law, and nothing else is mended on the way. */
export async function fixChosen(
  target: LintTarget,
  workspace: Workspace,
  { choose, toRest: goesOn = false, isLocked = () => false, ...options }: ChosenMending,
): Promise<ChosenResult> {
  const pixels = pixelMemory();
  const read = (mended: ReadonlyMap<string, string>) =>
    lintReading(target, overlayWorkspace(workspace, mended), { ...options, everyFinding: true, pixels });
  const reading = await read(new Map());
  const propose: Propose = (finding) => {
    const edits = choose(finding);
    return edits.length === 0 || edits.some(({ span }) => isLocked(span.path))
      ? []
      : [{ ...finding, fix: edits }];
  };
  const round = { read, propose, restructuring: RESTRUCTURING };
  const start: State = { ...NOTHING_MENDED, reading };
  const end = goesOn ? await toRest(start, round) : ((await mendRound(start, round)) ?? start);
  const { changes, refused } = resultOf(end);
  return { changes, refused };
}

type State = MendState<LintReading>;
const NOTHING_MENDED: Omit<State, "reading"> = {
  mended: new Map(),
  originals: new Map(),
  refused: [],
  rounds: [],
};

type Propose = MendRound<LintReading>["propose"];

async function toRest(start: State, own: MendRound<LintReading>): Promise<State> {
  let state = start;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = await mendRound(state, own);
    if (next === undefined) break;
    state = next;
  }
  return state;
}

const ownFix: Propose = (finding) => (finding.fix === undefined ? [] : [finding]);

const firstSuggestion: Propose = (finding) => {
  const [first] = finding.fix === undefined ? (finding.suggestions ?? []) : [];
  return first === undefined ? [] : [{ ...finding, fix: first.edits }];
};

function countedAndPlaced(
  { rounds, mended, originals }: State,
  first: readonly Diagnostic[],
): Pick<FixResult, "fixed" | "asItStood"> {
  const fixed = new Map<string, number>();
  for (const { fix: edits = [] } of rounds.flat()) {
    const path = edits[0]?.span.path;
    if (path !== undefined && mended.get(path) !== originals.get(path))
      fixed.set(path, (fixed.get(path) ?? 0) + 1);
  }
  return { fixed, asItStood: placesBefore(rounds, first) };
}

function resultOf({ mended, originals, refused, reading }: State): Omit<FixResult, "fixed" | "asItStood"> {
  const changes = new Map<string, { readonly before: string; readonly after: string }>();
  for (const [path, after] of mended) {
    const before = originals.get(path);
    if (before !== undefined && before !== after) changes.set(path, { before, after });
  }
  const names = new Set(refused.map(nameOf));
  // What would spoil the text is offered to nobody.
  const diagnostics = reading.diagnostics.map(({ fix: edits, suggestions, ...finding }) =>
    names.has(nameOf(finding))
      ? finding
      : { ...finding, ...(edits && { fix: edits }), ...(suggestions && { suggestions }) },
  );
  const { sources, submitted } = reading;
  return { diagnostics, sources, ...(submitted !== undefined && { submitted }), changes, refused };
}
