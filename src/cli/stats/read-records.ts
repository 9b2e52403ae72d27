/** Reads what `bulletin stats` counts: the issues of one bulletin or several, and the register of each. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printPretty } from "../../diagnostics/print-pretty.js";
import { diskWorkspace } from "../../disk/disk-workspace.js";
import type { House, Unit } from "../../model/house.js";
import type { Issue } from "../../model/issue.js";
import type { PointsLaw } from "../../model/points-law.js";
import { readOpened } from "../../read/markdown/parse-markdown.js";
import { openIssue } from "../../read/read-issue.js";
import { folderOf, joinPath, type Workspace } from "../../read/workspace.js";
import { checkPrintings, checkUnits, printingOf } from "../../stats/check-archive.js";
import { checkPoints } from "../../stats/check-points.js";
import { fewOfEach } from "../../stats/few-of-each.js";
import { knownUnits } from "../../stats/known-units.js";
import type { NoPoints } from "../../stats/statistics.js";
import { secretsOfRows, withholdItems } from "../../stats/withhold-titles.js";
import { issuesUnder, MANIFEST } from "../find-targets.js";
import { readArchive } from "../read-archive.js";
import { lookOf } from "../terminal/paint.js";
import {
  type BulletinRecords,
  bulletinFolder,
  emptyRecords,
  noteFolder,
  noteIssue,
  shownSources,
} from "./bulletin-records.js";
import type { Records } from "./counted.js";
import { type RegisterReading, readRegister, withholdRegister } from "./read-registers.js";
import { draftsLeftOut, noIssues, severalCounted } from "./stats-trouble.js";

interface Asked {
  readonly language: Language;
  /** whether titles of rows are printed, so that issues that are not counted have to be known */
  readonly needsAll: boolean;
}

export async function readRecords(
  paths: readonly string[],
  { language, needsAll }: Asked,
): Promise<{ readonly records: Records; readonly isWhole: boolean }> {
  const workspace = diskWorkspace(process.cwd());
  const bulletins = new Map<string, BulletinRecords>();
  const sources = new Set<string>();
  const texts = new Map<string, string>();
  const drafts: string[] = [];
  const read = new Set<string>();
  const unreadable: string[] = [];
  const recordsOf = (issue: Issue): BulletinRecords => {
    const root = bulletinFolder(issue, workspace);
    const id = workspace.realPath(root) ?? root;
    const known = bulletins.get(id) ?? emptyRecords(root);
    bulletins.set(id, known);
    return known;
  };
  const { unread } = await readArchive(paths, {
    workspace,
    language,
    shown: shownSources,
    each(issue, issueSources, { mayBeSecret }) {
      read.add(workspace.realPath(issue.path) ?? issue.path);
      for (const path of issueSources.keys()) sources.add(path);
      const own = recordsOf(issue);
      const { house } = issue;
      if (!own.houses.has(house.path ?? "")) own.houses.set(house.path ?? "", house);
      keepTexts(issue, issueSources, texts);
      const items = noteIssue(own, issue, { mayBeSecret, sources: issueSources, workspace });
      if (issue.marks.draft !== undefined) {
        drafts.push(issue.path);
        own.drafted.push(...items);
        return;
      }
      own.issueDates.push(issue.date.value);
      own.printings.push(printingOf(issue));
      texts.set(issue.path, shownSources(issueSources, { mayBeSecret }).get(issue.path) ?? "");
      own.adopted.push(...items);
    },
    unreadable(manifest) {
      read.add(workspace.realPath(manifest) ?? manifest);
      unreadable.push(manifest);
    },
  });
  const all = [...bulletins.values()];
  const [first] = all;
  const [house] = first?.houses.values() ?? [];
  if (first === undefined || house === undefined) throw noIssues();
  process.stderr.write(draftsLeftOut(drafts, language));
  for (const own of all) for (const manifest of unreadable) noteFolder(own, folderOf(manifest), workspace);
  const others = all.map((own) => ({ own, manifests: unreadManifests(own, { workspace, read }) }));
  if (needsAll) for (const { own, manifests } of others) await noteOthers(own, manifests, workspace);
  const lastYear = Math.max(...all.flatMap((own) => own.issueDates.map(({ year }) => year)));
  const registers = withholdAll(
    all,
    await Promise.all(all.map((own) => readRegister(own, { workspace, lastYear }))),
  );
  for (const { path, text } of registers) {
    sources.add(path);
    if (text !== undefined) texts.set(path, text);
  }
  const received = registers.every(({ rows }) => rows === undefined)
    ? undefined
    : registers.flatMap(({ rows }) => rows ?? []);
  const houses = all.flatMap((own) => [...own.houses.values()]);
  const records: Records = {
    house,
    root: first.root,
    bulletins: [...new Set(houses.map(({ bulletin }) => bulletin.name.value))],
    roots: all.map(({ root }) => root),
    units: unitsOf(houses),
    sections: [...new Set(houses.flatMap(({ sections }) => sections.map(({ name }) => name.value)))],
    ...lawOf(houses),
    issueDates: all.flatMap(({ issueDates }) => issueDates),
    adopted: all.flatMap(({ adopted }) => adopted),
    printed: all.flatMap((own) => [...own.adopted, ...own.elsewhere]),
    sources,
    received,
  };
  const findings: readonly Diagnostic[] = [
    ...registers.flatMap(({ diagnostics }) => diagnostics),
    ...fewOfEach(all.flatMap((own) => [...checkPrintings(own.printings), ...checkUnitsOf(own)])),
    ...fewOfEach(
      checkPoints({
        adopted: records.adopted,
        drafted: all.flatMap(({ drafted }) => drafted),
        received: received ?? [],
        law: records.points,
        known: knownUnits(records.units),
        sections: records.sections,
        isWholeArchive: unreadable.length === 0 && others.every(({ manifests }) => manifests.length === 0),
      }),
    ),
  ];
  if (findings.length > 0)
    process.stderr.write(
      printPretty(findings, texts, { ...lookOf(process.stderr), language, verbose: true }),
    );
  process.stderr.write(
    severalCounted(
      all.map(({ root }) => root),
      language,
    ),
  );
  const isWhole = unread === 0 && findings.every(({ severity }) => severity !== "error");
  return { records, isWhole: isWhole && registers.every((register) => register.isWhole) };
}

/** Issues may each name rules of their own, with the same units. */
function checkUnitsOf({ houses }: BulletinRecords): readonly Diagnostic[] {
  return [...houses.values()].flatMap(({ units }) => checkUnits(units));
}

/** What is secret in one bulletin is so in all that are counted with it; places are a bulletin's own. */
function withholdAll(
  all: readonly BulletinRecords[],
  registers: readonly RegisterReading[],
): readonly RegisterReading[] {
  const said = registers.map(({ rows = [], undated }) => secretsOfRows([...rows, ...undated]));
  const keys = new Set(
    [...all.map(({ secretKeys }) => secretKeys), ...said.map((one) => one.keys)].flatMap((own) => [...own]),
  );
  return all.flatMap((own, index) => {
    const places = said[index]?.places ?? new Set<string>();
    for (const list of [own.adopted, own.drafted, own.elsewhere])
      list.splice(0, list.length, ...withholdItems(list, { keys, places }));
    const register = registers[index];
    return register === undefined
      ? []
      : [withholdRegister(register, { keys, places: new Set([...own.secretPlaces, ...places]) })];
  });
}

/** Findings show the lines of house rules and of items that name a level. */
function keepTexts(issue: Issue, sources: ReadonlyMap<string, string>, texts: Map<string, string>): void {
  const items = issue.sections.flatMap(({ items: own }) =>
    own.filter(({ levels = [] }) => levels.length > 0),
  );
  for (const path of [issue.house.path, ...items.map(({ path: own }) => own)]) {
    const text = path === undefined ? undefined : sources.get(path);
    if (path !== undefined && text !== undefined) texts.set(path, text);
  }
}

interface Read {
  readonly workspace: Workspace;
  /** real paths of manifests */
  readonly read: ReadonlySet<string>;
}

/** @returns manifests of the bulletin that were not among the paths given */
function unreadManifests({ root }: BulletinRecords, { workspace, read }: Read): readonly string[] {
  const own = workspace.listFolder(root)?.includes(MANIFEST) ? [joinPath(root, MANIFEST)] : [];
  return [...own, ...issuesUnder(root, workspace)].filter(
    (manifest) => !read.has(workspace.realPath(manifest) ?? manifest),
  );
}

/** They are not counted, and what is wrong with them is not told: only what they print, and what of it is secret, is asked. */
async function noteOthers(
  own: BulletinRecords,
  manifests: readonly string[],
  workspace: Workspace,
): Promise<void> {
  for (const manifest of manifests) {
    const { issue, mayBeSecret, sources } = await readOpened(openIssue(manifest, workspace));
    if (issue === undefined) noteFolder(own, folderOf(manifest), workspace);
    else {
      const items = noteIssue(own, issue, { mayBeSecret, sources, workspace });
      if (issue.marks.draft === undefined) own.elsewhere.push(...items);
    }
  }
}

/** A unit that several bulletins know is one, under all the names that any of them knows. */
function unitsOf(houses: readonly House[]): readonly Unit[] {
  const byName = new Map<string, Unit>();
  for (const unit of houses.flatMap(({ units }) => units)) {
    const known = byName.get(unit.name.value);
    const aliases = [...(known?.aliases ?? []), ...unit.aliases];
    byName.set(unit.name.value, known === undefined ? unit : { ...known, aliases });
  }
  return [...byName.values()];
}

/** One law for all that is counted, or none: points of two laws do not add up. */
function lawOf(houses: readonly House[]): {
  readonly points: PointsLaw | undefined;
  readonly noPoints: NoPoints | undefined;
} {
  if (houses.some(({ hasUnreadPoints }) => hasUnreadPoints)) return { points: undefined, noPoints: "unread" };
  const [points] = houses.map((house) => house.points);
  const isOne = new Set(houses.map((house) => wordsOf(house.points))).size <= 1;
  return isOne ? { points, noPoints: undefined } : { points: undefined, noPoints: "several" };
}

const wordsOf = (law: PointsLaw | undefined): string =>
  JSON.stringify(law && { ...law, sectionNames: [], sections: [...law.sections], levels: [...law.levels] });
