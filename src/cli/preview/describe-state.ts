/** The state that the page shows, out of the last build and of the last one that made pages. */
import type { Language } from "../../diagnostics/language.js";
import { DEFAULT_EDITIONS, EDITIONS, fileNameOf } from "../../editions/edition-table.js";
import type { Layout } from "../../layout/layout.js";
import { issueName, printedSections, titleOnOneLine } from "../../model/furniture.js";
import type { Issue } from "../../model/issue.js";
import type {
  EditionState,
  HistoryState,
  IssueHead,
  PageState,
  PreviewState,
  SectionState,
} from "../../preview/protocol.js";
import { outputPlaceOf } from "../../read/output-place.js";
import { folderOf } from "../../read/workspace.js";
import type { PreviewBuild } from "./build-preview.js";
import { readDetails } from "./change-manifest.js";
import type { DescribedFinding } from "./describe-findings.js";
import { listedPath } from "./listed-path.js";

/** What came of the last build that made pages. */
export interface ShownPages {
  readonly issue: Issue;
  readonly layout: Layout;
  readonly pages: readonly PageState[];
}

export interface StateFacts {
  readonly manifest: string;
  readonly language: Language;
  /** undefined before the first build has ended */
  readonly build: PreviewBuild | undefined;
  readonly shown: ShownPages | undefined;
  readonly findings: readonly DescribedFinding[];
  readonly history: readonly HistoryState[];
  readonly glyphs: number;
}

/** All but what counts the states. */
export type UncountedState = Omit<PreviewState, "revision">;

export function describeState(facts: StateFacts): UncountedState {
  const { manifest, language, build, shown, findings, history, glyphs } = facts;
  const isMade = build?.result?.layout !== undefined;
  const issue = build?.issue ?? shown?.issue;
  return {
    language,
    stage: stageOf(build, isMade),
    issue: headOf(issue, manifest),
    pages: shown?.pages ?? [],
    isStale: build !== undefined && !isMade && shown !== undefined,
    findings: findings.map(({ state }) => state),
    ...(build?.trouble && {
      trouble: { problem: build.trouble.problem[language], remedy: build.trouble.remedy[language] },
    }),
    sections: issue === undefined ? [] : sectionsOf(issue, shown),
    details: readDetails(build?.sources.get(manifest) ?? ""),
    editions: issue === undefined ? [] : editionsOf(issue),
    history,
    glyphs,
    milliseconds: build?.milliseconds ?? 0,
  };
}

function stageOf(build: PreviewBuild | undefined, isMade: boolean): PreviewState["stage"] {
  if (build === undefined) return "building";
  if (build.trouble !== undefined) return "trouble";
  return isMade ? "ready" : "refused";
}

const headOf = (issue: Issue | undefined, manifest: string): IssueHead => ({
  title: issue === undefined ? manifest : `${issue.house.bulletin.name.value} ${issueName(issue)}`.trim(),
  manifest,
});

/** Paths of items as the manifest names them, by which they are moved. */
function sectionsOf(issue: Issue, shown: ShownPages | undefined): readonly SectionState[] {
  const pageOf = startsOf(shown);
  return issue.sections.map(({ name, items }) => ({
    name: name.value,
    items: items.map((item) => {
      const page = pageOf.get(item.path);
      const path = listedPath(item.path, issue.folder);
      const title = titleOnOneLine(item);
      return { path, title: title === "" ? path : title, ...(page !== undefined && { page }) };
    }),
  }));
}

function startsOf(shown: ShownPages | undefined): ReadonlyMap<string, number> {
  if (shown === undefined) return new Map();
  const sections = printedSections(shown.issue);
  return new Map(
    shown.layout.contents.flatMap(({ section, item, page }): [string, number][] => {
      const path = item === undefined ? undefined : sections[section]?.items[item]?.path;
      return path === undefined ? [] : [[path, page]];
    }),
  );
}

/** Those that `build` makes where none is asked for by name. */
const editionsOf = (issue: Issue): readonly EditionState[] =>
  DEFAULT_EDITIONS.filter((name) => issue.marks.secrecy === undefined || !EDITIONS[name].isForWeb).map(
    (name) => ({
      edition: name,
      fileName: fileNameOf(name, outputPlaceOf(issue).slug.value),
    }),
  );

/** @returns what findings in a file are grouped under */
export function groupsOf(issue: Issue | undefined): (path: string) => string {
  const titles = new Map(
    (issue?.sections ?? []).flatMap(({ items }) =>
      items.map((item) => [item.path, titleOnOneLine(item)] as const),
    ),
  );
  const folder = issue?.folder;
  return (path) => {
    const title = titles.get(path) ?? "";
    return title !== "" ? title : listedPath(path, folder ?? folderOf(path));
  };
}
