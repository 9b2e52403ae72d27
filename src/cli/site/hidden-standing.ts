/**
 * Of a run that was refused, whether the website shows what is to be hidden by now: whoever uploads it all the same has to know. Asked
 * of the disk as it is, without a word of the rest.
 */
import { createHash } from "node:crypto";
import { join, relative, resolve } from "node:path";
import { withSlashes } from "../../disk/disk-workspace.js";
import { entryAt } from "../../disk/file-facts.js";
import type { Workspace } from "../../read/workspace.js";
import { hiddenAt } from "./hidden-issues.js";
import { readSiteRecord } from "./site-record.js";
import { siteSources } from "./site-sources.js";

interface Refused {
  readonly out: string;
  readonly workspace: Workspace;
}

/** @returns folders of the website; none where it is another bulletin's, or nobody can tell */
export function hiddenStanding(manifests: readonly string[], { out, workspace }: Refused): readonly string[] {
  const { issues, files, from } = readSiteRecord(out);
  // What was taken down may stand in the record still, where that could not be written.
  const isThere = (folder: string) =>
    [...files.keys()].some(
      (path) => path.startsWith(`${folder}/`) && entryAt(join(resolve(out), path)) !== undefined,
    );
  // Those as well that were not given.
  const { root, all } = siteSources(manifests, { workspace, before: issues, only: false });
  if (from !== placeDigest(out, root)) return [];
  return all.flatMap(({ manifest, source }) => {
    const facts = issues.get(source);
    if (facts === undefined || hiddenAt(manifest, workspace) === undefined) return [];
    return isThere(facts.folder) ? [facts.folder] : [];
  });
}

/** Where the bulletin lies, seen from its website. */
export const placeDigest = (out: string, root: string): string =>
  createHash("sha256")
    .update(withSlashes(relative(resolve(out), resolve(root))))
    .digest("base64url");
