/**
 * Which folder of the website each issue has. An issue keeps the one that it had; of several whose year and slug make the
 * same, those that come later get a number, and what has a number keeps it even where the first one goes.
 */
import { sameNameKey } from "../../read/file-names.js";
import type { IssueFacts } from "../../site/site-facts.js";

export interface IssueAddresses {
  /** of an issue that stays as it was; @returns false where another one has its folder by now */
  readonly keep: (source: string, facts: IssueFacts) => boolean;
  /**
   * @param plain the folder that its year and slug make
   * @returns "wait" where an issue has it that was not looked at yet, and may have another one by now
   */
  readonly give: (source: string, plain: string, options: { readonly mayWait: boolean }) => string;
  /** of an issue that stands on the website no more */
  readonly release: (source: string) => void;
}

export const WAIT = "wait";

/** @param before issues of an earlier run that are there still, by their sources */
export function issueAddresses(before: ReadonlyMap<string, IssueFacts>): IssueAddresses {
  const taken = new Map<string, string>();
  const reserved = new Map<string, string>();
  for (const [source, { folder }] of before) reserved.set(sameNameKey(folder), source);

  const release = (source: string): void => {
    const old = before.get(source)?.folder;
    if (old !== undefined && reserved.get(sameNameKey(old)) === source) reserved.delete(sameNameKey(old));
  };
  const take = (source: string, folder: string): boolean => {
    const key = sameNameKey(folder);
    if ((taken.get(key) ?? source) !== source) return false;
    taken.set(key, source);
    release(source);
    return true;
  };

  return {
    keep: (source, { folder }) => take(source, folder),
    give(source, plain, { mayWait }) {
      const old = before.get(source);
      if (old !== undefined && (old.plainFolder ?? old.folder) === plain && take(source, old.folder))
        return old.folder;
      release(source);
      for (let count = 1; ; count += 1) {
        const folder = count === 1 ? plain : `${plain}-${count}`;
        const key = sameNameKey(folder);
        if (taken.has(key)) continue;
        if (reserved.has(key)) {
          if (mayWait) return WAIT;
          continue;
        }
        taken.set(key, source);
        return folder;
      }
    },
    release,
  };
}
