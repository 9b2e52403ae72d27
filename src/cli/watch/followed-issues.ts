/**
 * Which issues `build --all --watch` builds: what is added while it runs is taken in, what goes is dropped. A manifest
 * that is saved by taking it away first is missing for a moment, and its issue is not gone for that.
 */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";

/** So long a manifest may be missing from a folder that is still there. */
const MISSING_MILLISECONDS = 1000;

export interface FollowedIssues {
  /** manifests, in the order in which they are built */
  readonly manifests: () => readonly string[];
  /** Looks without taking it for settled. @returns manifests that came or went */
  readonly look: () => IssueChanges;
  /** Looks, and goes by it from now on. */
  readonly take: () => IssueChanges;
}

export interface IssueChanges {
  readonly appeared: readonly string[];
  readonly gone: readonly string[];
}

export interface IssueFinder {
  /** @returns manifests. @throws EnvironmentError where there is none */
  readonly find: () => readonly string[];
  /** whether the folder of a manifest is there */
  readonly hasFolder: (manifest: string) => boolean;
  /** milliseconds from some moment on */
  readonly now: () => number;
}

export function followIssues(
  first: readonly string[],
  { find, hasFolder, now }: IssueFinder,
): FollowedIssues {
  let manifests = first;
  const missing = new Map<string, number>();
  const isGone = (manifest: string): boolean => {
    const since = missing.get(manifest) ?? now();
    missing.set(manifest, since);
    return !hasFolder(manifest) || now() - since >= MISSING_MILLISECONDS;
  };
  const compare = (found: readonly string[]): IssueChanges => {
    for (const manifest of found) missing.delete(manifest);
    return {
      appeared: found.filter((manifest) => !manifests.includes(manifest)),
      gone: manifests.filter((manifest) => !found.includes(manifest) && isGone(manifest)),
    };
  };
  return {
    manifests: () => manifests,
    look: () => compare(findOr(find, manifests)),
    take() {
      const found = findOr(find, manifests);
      const changes = compare(found);
      const waiting = manifests.filter((one) => !found.includes(one) && !changes.gone.includes(one));
      for (const one of changes.gone) missing.delete(one);
      manifests = [...found, ...waiting];
      return changes;
    },
  };
}

/** Where all are gone at once, a share is not mounted or a folder was moved: they are waited for. */
function findOr(find: () => readonly string[], known: readonly string[]): readonly string[] {
  try {
    return find();
  } catch (fault) {
    if (!(fault instanceof EnvironmentError)) throw fault;
    return known;
  }
}
