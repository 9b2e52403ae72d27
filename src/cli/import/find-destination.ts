/** Where imported items go: into an issue that is named or the only one here, else into the inbox as submissions. */
import { dirname, relative } from "node:path";
import { type Document, isMap, isSeq, parseDocument } from "yaml";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { diskWorkspace, withSlashes } from "../../disk/disk-workspace.js";
import { isReadOnly, readOnly } from "../../disk/read-only.js";
import { realPlace, wayOut } from "../../disk/stay-inside.js";
import type { Issue } from "../../model/issue.js";
import { findHouse, findRoot } from "../../read/find-house.js";
import { readOpened } from "../../read/markdown/parse-markdown.js";
import { openIssue } from "../../read/read-issue.js";
import { isInside, joinPath, type Workspace } from "../../read/workspace.js";
import { isFile, issuesUnder, MANIFEST } from "../find-targets.js";
import { findManifest, findRootOf, readManifest } from "../new/manifest-edits.js";

export interface Destination {
  /** the bulletin's folder, which holds inbox/ and register.csv */
  readonly root: string;
  /** undefined where items become submissions in the inbox */
  readonly issue: IssueDestination | undefined;
  /** number of issues among which none was named */
  readonly unchosen: number;
  /** false where nothing around is a bulletin's: nothing is written there */
  readonly isBulletin: boolean;
}

export interface IssueDestination {
  readonly facts: Issue;
  /** folder of the manifest */
  readonly folder: string;
  /** the folder as the register names it: from the root, `/` between folders */
  readonly name: string;
  /** real path of the manifest: a link to it stays one */
  readonly manifest: string;
  /** as it was read */
  readonly text: string;
  /** comments and layout kept */
  readonly document: Document;
  /** names of its sections, in order */
  readonly sections: readonly string[];
}

export async function findDestination(named: string | undefined): Promise<Destination> {
  const workspace = diskWorkspace(process.cwd());
  const issues = named === undefined ? issuesHere(workspace) : [named];
  const [only] = issues;
  if (only === undefined || issues.length > 1) {
    const house = findHouse(".", workspace);
    const root = findRoot(".", house, workspace);
    const isBulletin = house !== undefined || issues.length > 0;
    return { root, issue: undefined, unchosen: issues.length, isBulletin };
  }
  const manifest = findManifest(only);
  const root = findRootOf(manifest);
  const real = realPlace(manifest);
  if (real === undefined || !isInside(real, realPlace(root) ?? "")) throw wayOut(manifest);
  if (isReadOnly(real)) throw readOnly(manifest);
  const text = readManifest(manifest);
  const document = parseDocument(text);
  const { issue: facts } = await readOpened(openIssue(withSlashes(manifest), workspace));
  const sections = sectionsOf(document);
  if (facts === undefined || sections.length === 0) throw unreadable(manifest);
  const folder = dirname(manifest);
  const name = withSlashes(relative(root, folder)) || ".";
  return {
    root,
    issue: { facts, folder, name, manifest: real, text, document, sections },
    unchosen: 0,
    isBulletin: true,
  };
}

/** A register and an inbox begun in a folder of downloads would be found by nobody. */
export const outside = () =>
  new EnvironmentError(
    {
      zh: "这个文件夹不在任何简报里，稿件没有地方放，没有写入任何文件。",
      en: "This folder belongs to no bulletin that could take the items; nothing was written.",
    },
    {
      zh: "请到简报的文件夹里运行，或用 --issue 指明导入哪一期；还没有简报的，先运行 bulletin init。",
      en: "Run it in the folder of a bulletin, or name the issue with --issue; bulletin init creates a bulletin.",
    },
  );

/** The issue in whose folder one stands, however deep; else those in the folder. */
function issuesHere(workspace: Workspace): readonly string[] {
  const root = workspace.realPath(findRoot(".", findHouse(".", workspace), workspace));
  for (let folder = "."; root !== undefined; folder = joinPath(folder, "..")) {
    const path = joinPath(folder, MANIFEST);
    if (isFile(path, workspace)) return [path];
    const real = workspace.realPath(folder);
    if (real === undefined || real === root || !isInside(real, root)) break;
  }
  return issuesUnder(".", workspace);
}

function sectionsOf(document: Document): readonly string[] {
  const sections = document.errors.length === 0 ? document.get("sections") : undefined;
  if (!isSeq(sections)) return [];
  return sections.items.flatMap((section) => (isMap(section) ? [String(section.get("name"))] : []));
}

const unreadable = (manifest: string) =>
  new EnvironmentError(
    {
      zh: `${manifest} 读不了，或者没有列出栏目，没有导入任何文件。`,
      en: `${manifest} cannot be read or lists no sections; nothing was imported.`,
    },
    { zh: "先运行 bulletin lint 看看哪里不对。", en: "Run bulletin lint first to see what is wrong." },
  );
