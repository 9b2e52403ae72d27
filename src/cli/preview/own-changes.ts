/**
 * What the page has changed itself since a state was shown. A second change that was asked for in that state, before
 * the page had the next one, is carried over to it: only what somebody else has changed meanwhile refuses it.
 */
import type { Sources } from "../../diagnostics/diagnostic.js";
import type { FixRequest } from "../../preview/protocol.js";
import type { Change } from "../history/keep-changes.js";
import type { DescribedFinding } from "./describe-findings.js";
import type { JudgedState } from "./write-changes.js";

export interface OwnChanges {
  readonly add: (changes: ReadonlyMap<string, Change>) => void;
  /** @returns true where nothing but our own changes leads from the one text of these files to the other */
  readonly explain: (paths: Iterable<string>, from: Sources, to: Sources) => boolean;
  /** @returns the request as it is in the later state; undefined where what it names cannot be told there */
  readonly carry: (request: FixRequest, from: JudgedState, to: JudgedState) => FixRequest | undefined;
}

type Step = Pick<Change, "before" | "after"> & { readonly path: string };

/** More than anybody makes while one build goes on. */
const MOST_STEPS = 64;

export function ownChanges(): OwnChanges {
  let steps: readonly Step[] = [];
  const stepsFrom = (path: string, text: string | undefined): readonly Step[] => {
    let now = text;
    return steps.filter((step) => {
      if (step.path !== path || step.before !== now) return false;
      now = step.after;
      return true;
    });
  };
  return {
    add(changes) {
      const fresh = [...changes].map(([path, { before, after }]) => ({ path, before, after }));
      steps = [...steps, ...fresh].slice(-MOST_STEPS);
    },
    explain: (paths, from, to) =>
      [...paths].every((path) => {
        const text = from.get(path);
        return (stepsFrom(path, text).at(-1)?.after ?? text) === to.get(path);
      }),
    carry(request, from, to) {
      if (request.kind === "rule") return request;
      const asked = from.findings.find(({ state }) => state.id === request.id);
      if (asked === undefined) return undefined;
      const { path, start, end } = asked.diagnostic.span;
      const place = stepsFrom(path, from.sources.get(path)).reduce<Place | undefined>(throughStep, {
        start,
        end,
      });
      const alike = to.findings.filter((one) => isAlike(one, asked));
      const found =
        place === undefined
          ? only(alike)
          : alike.find(({ diagnostic }) => diagnostic.span.start === place.start);
      return found && { ...request, id: found.state.id };
    },
  };
}

/** @returns the files that a request is about, in either state */
export function filesOf(request: FixRequest, states: readonly JudgedState[]): ReadonlySet<string> {
  const isAsked = ({ state }: DescribedFinding) =>
    request.kind === "rule" ? state.rule === request.rule : state.id === request.id;
  return new Set(states.flatMap(({ findings }) => findings.filter(isAsked).map(({ state }) => state.path)));
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** @returns undefined for a place within what was changed */
function throughStep(place: Place | undefined, { before, after }: Step): Place | undefined {
  if (place === undefined) return undefined;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (place.end <= head) return place;
  if (place.start < before.length - tail) return undefined;
  const by = after.length - before.length;
  return { start: place.start + by, end: place.end + by };
}

const isAlike = (one: DescribedFinding, other: DescribedFinding): boolean =>
  one.diagnostic.rule === other.diagnostic.rule &&
  one.diagnostic.span.path === other.diagnostic.span.path &&
  one.diagnostic.message.zh === other.diagnostic.message.zh &&
  one.state.excerpt?.[1] === other.state.excerpt?.[1];

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);
