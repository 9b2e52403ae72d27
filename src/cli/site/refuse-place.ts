/** Where no website may lie, by whatever links the folder is named: whoever uploads it would upload sources with it. */
import { dirname, isAbsolute, relative, resolve } from "node:path";
import { folderOf } from "../../read/workspace.js";
import { isAmongSources, realPlace } from "../source-places.js";
import { aroundIssues, insideIssues, recordsInWebsite } from "./site-trouble.js";

/**
 * Among the items the website would be taken for them, and they for it; around them they would go out with it.
 * @throws EnvironmentError
 */
export function refusePlace(out: string, manifests: readonly string[]): void {
  if (isAmongSources(resolve(out))) throw insideIssues(out);
  const places = bothWays(resolve(out));
  for (const manifest of manifests) {
    for (const issue of new Set([
      ...bothWays(resolve(folderOf(manifest))),
      dirname(realPlace(resolve(manifest))),
    ]))
      for (const place of places) refuseBeside(out, place, issue);
  }
}

function refuseBeside(out: string, place: string, issue: string): void {
  const within = relative(issue, place);
  const around = relative(place, issue);
  const isBeside = !leadsOut(around) && /^(?:issues[\\/])?[^\\/]+$/.test(around);
  if (!leadsOut(within) || isBeside) throw insideIssues(out);
  if (!leadsOut(around)) throw aroundIssues(out);
}

/**
 * What is remembered between runs names the sources of every issue, and is not to be uploaded.
 * @throws EnvironmentError
 */
export function refuseRecordsPlace(location: string, out: string): void {
  for (const place of bothWays(resolve(location)))
    for (const website of bothWays(resolve(out)))
      if (!leadsOut(relative(website, place))) throw recordsInWebsite(location);
}

/** As it is named, and as it lies. */
const bothWays = (place: string): ReadonlySet<string> => new Set([place, realPlace(place)]);

const leadsOut = (path: string): boolean => /^\.\.(?:[\\/]|$)/.test(path) || isAbsolute(path);
