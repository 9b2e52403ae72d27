/**
 * One round of mending: what findings propose is applied as far as it does not overlap, the outcome is read
 * again, and what breaks the law (keeps-meaning.ts) is found, left out and remembered.
 */
import { applyFixes, type EditOutcome } from "../diagnostics/apply-edits.js";
import type { Diagnostic, Sources } from "../diagnostics/diagnostic.js";
import type { Unit } from "../model/house.js";
import type { Item } from "../model/issue.js";
import { loadParser } from "../read/markdown/parse-markdown.js";
import { readItem } from "../read/read-item.js";
import { folderOf, memoryWorkspace } from "../read/workspace.js";
import { mapEdits } from "./edit-map.js";
import { editsIn, findCulprits } from "./find-culprits.js";
import { lettersOf } from "./item-words.js";
import { type FileReading, keepsMeaning } from "./keeps-meaning.js";

/** So often a round is tried anew without the edits that spoil it; then its files are left as they are. */
const MOST_TRIES = 3;

export interface Reading {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  readonly items: readonly Item[];
  /** by which typed signatures are known */
  readonly units: readonly Unit[];
}

/** Where the mending has come to. */
export interface MendState<R extends Reading> {
  /** texts that differ from those of the start, by path */
  readonly mended: ReadonlyMap<string, string>;
  /** what they were at the start */
  readonly originals: ReadonlyMap<string, string>;
  /** findings whose edits would have spoilt the text, by the places they have now */
  readonly refused: readonly Diagnostic[];
  /** what was applied, round by round, by the places of the text it was applied to */
  readonly rounds: readonly (readonly Diagnostic[])[];
  readonly reading: R;
}

export interface MendRound<R extends Reading> {
  readonly read: (mended: ReadonlyMap<string, string>) => Promise<R>;
  /** @returns the finding with the edits that are to be applied as its fix; none where there are none */
  readonly propose: (finding: Diagnostic) => readonly Diagnostic[];
  /** ids of rules whose edits are meant to change the structure */
  readonly restructuring: ReadonlySet<string>;
}

/** @returns undefined where nothing is left to be done */
export async function mendRound<R extends Reading>(
  state: MendState<R>,
  { read, propose, restructuring }: MendRound<R>,
): Promise<MendState<R> | undefined> {
  const { reading, mended } = state;
  const refused = new Set(state.refused.map(nameOf));
  const offered = reading.diagnostics.filter((finding) => !refused.has(nameOf(finding))).flatMap(propose);
  const restructures = (finding: Diagnostic) =>
    restructuring.has(finding.rule) && keepsOwnLetters(finding, reading.sources);
  const proposals = apartFromRestructuring(offered, restructures);
  const culprits = new Set<Diagnostic>();
  for (let tries = 1; ; tries += 1) {
    const outcome = applyFixes(
      proposals.filter((proposal) => !culprits.has(proposal)),
      reading.sources,
    );
    const known = [...state.refused, ...culprits].map((finding) => movedBy(finding, outcome));
    if (outcome.changed.size === 0) return culprits.size === 0 ? undefined : { ...state, refused: known };
    const all = new Map([...mended, ...outcome.changed]);
    const next = await read(all);
    const spoilt = await findSpoilt(outcome, { before: reading, after: next, restructures });
    if (spoilt.size === 0) {
      const found = [...outcome.changed.keys()].map(
        (path) => [path, reading.sources.get(path) ?? ""] as const,
      );
      const originals = new Map([...found, ...state.originals]);
      const rounds = [...state.rounds, outcome.applied];
      return { mended: all, originals, refused: known, rounds, reading: next };
    }
    const found =
      tries < MOST_TRIES
        ? [...spoilt.values()].flat()
        : proposals.filter(({ fix = [] }) => fix.some(({ span }) => spoilt.has(span.path)));
    for (const culprit of found) culprits.add(culprit);
  }
}

/** A finding is known again by its rule and place. */
export const nameOf = ({ rule, span }: Diagnostic): string => `${rule} ${span.path} ${span.start}`;

/** In a file whose structure is to change nothing else is mended meanwhile: the one law is looser than the other. */
function apartFromRestructuring(
  proposals: readonly Diagnostic[],
  restructures: (finding: Diagnostic) => boolean,
): readonly Diagnostic[] {
  const changing = new Set(proposals.filter(restructures));
  const paths = new Set([...changing].map(({ span }) => span.path));
  return proposals.filter((proposal) => changing.has(proposal) || !paths.has(proposal.span.path));
}

/** An edit that changes words as well (a day written anew) changes no structure, whatever its rule may do. */
function keepsOwnLetters({ fix = [] }: Diagnostic, sources: Sources): boolean {
  const sorted = (texts: readonly string[]) => [...lettersOf(texts.join(""))].sort().join("");
  const taken = fix.map(({ span }) => (sources.get(span.path) ?? "").slice(span.start, span.end));
  return sorted(taken) === sorted(fix.map(({ text }) => text));
}

function movedBy(finding: Diagnostic, { applied }: EditOutcome): Diagnostic {
  const { path } = finding.span;
  const { forth } = mapEdits(applied.flatMap((one) => editsIn(path, one)));
  const span = {
    ...finding.span,
    start: forth(finding.span.start, "before"),
    end: forth(finding.span.end, "behind"),
  };
  return { ...finding, span };
}

interface RoundReadings {
  readonly before: Reading;
  readonly after: Reading;
  readonly restructures: (finding: Diagnostic) => boolean;
}

/** @returns by path of each file that breaks the law of mending, the findings to blame */
async function findSpoilt(
  { changed, applied }: EditOutcome,
  { before, after, restructures }: RoundReadings,
): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const spoilt = new Map<string, readonly Diagnostic[]>();
  for (const path of changed.keys()) {
    const findings = applied.filter((finding) => editsIn(path, finding).length > 0);
    const edits = findings.flatMap((finding) => editsIn(path, finding));
    const isLoose = findings.some(restructures);
    const file = fileIn(before, path);
    if (keepsMeaning({ before: file, after: fileIn(after, path), edits, restructures: isLoose })) continue;
    const read = (text: string) => readAlone(text, { ...file, units: before.units });
    // What half the edits make of a text may be markup where neither end is.
    await loadParser();
    const culprits = findCulprits({ file, findings, restructures: isLoose, read });
    if (culprits.length > 0) spoilt.set(path, culprits);
  }
  return spoilt;
}

const fileIn = ({ items, sources }: Reading, path: string): FileReading => ({
  path,
  text: sources.get(path) ?? "",
  item: items.find((item) => item.path === path),
});

function readAlone(text: string, { path, item, units }: FileReading & Pick<Reading, "units">): FileReading {
  if (item === undefined) return { path, text, item };
  const place = { path, text, listed: undefined, root: folderOf(path), firstNote: 1, units };
  return { path, text, item: readItem(place, NO_PICTURES).item };
}

const NO_PICTURES = memoryWorkspace({});
