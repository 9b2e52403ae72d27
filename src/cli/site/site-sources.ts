/**
 * The issues of a website on this disk: those that the command line names, and those that stand on the website and are
 * there still. Which of them are to be hidden is seen before anything is read, so that it can be taken down first.
 */
import { relative, resolve } from "node:path";
import { withSlashes } from "../../disk/disk-workspace.js";
import { findHouse, findRoot } from "../../read/find-house.js";
import { readHouseFile } from "../../read/read-house.js";
import { folderOf, joinPath, type Workspace } from "../../read/workspace.js";
import type { IssueFacts } from "../../site/site-facts.js";
import { isFile } from "../find-targets.js";

export interface SiteSource {
  readonly manifest: string;
  /** the manifest, from the bulletin's folder */
  readonly source: string;
}

export interface SiteSources {
  /** the bulletin's folder */
  readonly root: string;
  /** in the order of their names */
  readonly all: readonly SiteSource[];
  /** how many of them were not named and stand on the website */
  readonly others: number;
}

interface Given {
  readonly workspace: Workspace;
  /** on the website, by their sources */
  readonly before: ReadonlyMap<string, IssueFacts>;
  /** those named alone are meant */
  readonly only: boolean;
}

export function siteSources(manifests: readonly string[], { workspace, before, only }: Given): SiteSources {
  const folder = folderOf(manifests[0] ?? "");
  const root = findRoot(folder, findHouse(folder, workspace), workspace);
  const named = new Map(
    manifests.map((manifest) => [withSlashes(relative(resolve(root), resolve(manifest))), manifest]),
  );
  const others = [...before.keys()].flatMap((source): SiteSource[] => {
    const manifest = joinPath(root, source);
    return only || named.has(source) || !isFile(manifest, workspace) ? [] : [{ source, manifest }];
  });
  const all = [...[...named].map(([source, manifest]) => ({ source, manifest })), ...others];
  return {
    root,
    all: all.sort((a, b) => (a.source < b.source ? -1 : 1)),
    others: others.length,
  };
}

/** As the house rules of the folder have it. */
export function bulletinName(root: string, workspace: Workspace): string | undefined {
  const house = findHouse(root, workspace);
  if (house === undefined) return undefined;
  return readHouseFile(house, workspace).record?.values.bulletin?.values.name?.value;
}
