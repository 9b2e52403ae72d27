/** Reads what `bulletin stats` counts: the issues of one bulletin or several, and the register of each. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printPretty } from "../../diagnostics/print-pretty.js";
import { diskWorkspace } from "../../disk/disk-workspace.js";
import { checkPrintings, checkUnits } from "../../stats/check-archive.js";
import { checkPoints } from "../../stats/check-points.js";
import { fewOfEach } from "../../stats/few-of-each.js";
import { knownUnits } from "../../stats/known-units.js";
import { type Findings, secretFiles, withholdFindings } from "../../stats/withhold-findings.js";
import { type SecretThings, secretsOfRows, withholdItems } from "../../stats/withhold-titles.js";
import { lookOf } from "../terminal/paint.js";
import type { BulletinRecords } from "./bulletin-records.js";
import type { Records } from "./counted.js";
import { lawOf, sectionsOf, unitsOf } from "./joined-houses.js";
import { hasRegister, noteOthers, otherManifests, readBulletins } from "./read-bulletins.js";
import { type RegisterReading, readRegister, withholdRegister } from "./read-registers.js";
import { draftsLeftOut, noIssues, partCounted, severalCounted } from "./stats-trouble.js";

interface Asked {
  readonly language: Language;
  /** whether letters are written, for which issues that are not counted have to be known */
  readonly needsAll: boolean;
}

export async function readRecords(
  paths: readonly string[],
  { language, needsAll }: Asked,
): Promise<{ readonly records: Records; readonly isWhole: boolean }> {
  const workspace = diskWorkspace(process.cwd());
  const reading = await readBulletins(paths, { workspace, language });
  const { bulletins, sources, texts } = reading;
  const counted: CountedBulletin[] = [];
  const given = new Set(reading.all.flatMap(({ manifests }) => [...manifests]));
  const left = new Set<string>();
  for (const own of bulletins) {
    const others = otherManifests(own, given, workspace);
    for (const manifest of others) left.add(workspace.realPath(manifest) ?? manifest);
    // A row of the register may tell of what they print, and of what in them is secret.
    if (needsAll || hasRegister(own, workspace)) await noteOthers(own, others, workspace);
    counted.push({ own, isWholeArchive: own.unreadable.length === 0 && others.length === 0 });
  }
  const lastYear = Math.max(...bulletins.flatMap(yearsOf));
  const { registers, secrets } = withholdAll(
    reading.all,
    await Promise.all(bulletins.map((own) => readRegister(own, { workspace, lastYear }))),
  );
  const secret = secretFiles(
    bulletins.flatMap(({ adopted, drafted }) => [...adopted, ...drafted]),
    secrets,
  );
  const tell = (findings: Findings): void => {
    if (findings.diagnostics.length === 0) return;
    const { diagnostics, sources: shown } = withholdFindings(findings, secret);
    process.stderr.write(
      printPretty(diagnostics, shown, { ...lookOf(process.stderr), language, verbose: true }),
    );
  };
  for (const fault of reading.faults) tell(fault);
  const houses = bulletins.flatMap((own) => [...own.houses.values()]);
  const [first] = bulletins;
  const [house] = houses;
  if (first === undefined || house === undefined) throw noIssues();
  process.stderr.write(draftsLeftOut(reading.drafts, language));
  for (const { path, text } of registers) {
    sources.add(path);
    if (text !== undefined) texts.set(path, text);
  }
  const received = registers.every(({ rows }) => rows === undefined)
    ? undefined
    : registers.flatMap(({ rows }) => rows ?? []);
  const records: Records = {
    house,
    root: first.root,
    bulletins: [...new Set(houses.map(({ bulletin }) => bulletin.name.value))],
    roots: bulletins.map(({ root }) => root),
    units: unitsOf(houses),
    sections: sectionsOf(houses),
    ...lawOf(houses),
    issueDates: bulletins.flatMap(({ issueDates }) => issueDates),
    adopted: bulletins.flatMap(({ adopted }) => adopted),
    printed: bulletins.flatMap((own) => [...own.adopted, ...own.elsewhere]),
    isWholeArchive: counted.every(({ isWholeArchive }) => isWholeArchive),
    sources,
    received,
  };
  const diagnostics: readonly Diagnostic[] = [
    ...registers.flatMap((register) => register.diagnostics),
    ...fewOfEach(bulletins.flatMap((own) => [...checkPrintings(own.printings), ...checkUnitsOf(own)])),
    ...fewOfEach(counted.flatMap((one) => checkPointsOf(one, records))),
  ];
  tell({ diagnostics, sources: texts });
  process.stderr.write(severalCounted(records.roots, language));
  if (received !== undefined || records.points?.quota !== undefined)
    process.stderr.write(partCounted(records.issueDates.length, left.size, language));
  const isRight = diagnostics.every(({ severity }) => severity !== "error");
  return { records, isWhole: reading.isWhole && isRight && registers.every(({ isWhole }) => isWhole) };
}

interface CountedBulletin {
  readonly own: BulletinRecords;
  /** false where issues of it were not counted */
  readonly isWholeArchive: boolean;
}

const yearsOf = ({ issueDates, elsewhere }: BulletinRecords): readonly number[] =>
  [...issueDates, ...elsewhere.map(({ date }) => date)].map(({ year }) => year);

/** Issues may each name rules of their own, with the same units. */
function checkUnitsOf({ houses }: BulletinRecords): readonly Diagnostic[] {
  return [...houses.values()].flatMap(({ units }) => checkUnits(units));
}

function checkPointsOf(
  { own, isWholeArchive }: CountedBulletin,
  { points, units, sections, adopted, received = [] }: Records,
): readonly Diagnostic[] {
  const [house] = own.houses.values();
  return checkPoints({
    adopted: own.adopted,
    drafted: own.drafted,
    received: received.filter(({ bulletin }) => bulletin === own.root),
    law: points && house?.points,
    known: knownUnits(units),
    sections: new Set([...sections, ...adopted.map(({ section }) => section)]),
    ownSections: new Set([
      ...sectionsOf([...own.houses.values()]),
      ...own.adopted.map(({ section }) => section),
    ]),
    isWholeArchive,
  });
}

/**
 * What is secret in one bulletin is so in all that are counted with it; places are a bulletin's own.
 * @param all those of which registers were read first, in their order
 */
function withholdAll(
  all: readonly BulletinRecords[],
  registers: readonly RegisterReading[],
): { readonly registers: readonly RegisterReading[]; readonly secrets: SecretThings } {
  const said = registers.map(({ rows = [], undated }) => secretsOfRows([...rows, ...undated]));
  const keys = new Set(
    [...all.map(({ secretKeys }) => secretKeys), ...said.map((one) => one.keys)].flatMap((own) => [...own]),
  );
  const withheld = registers.flatMap((register, index) => {
    const own = all[index];
    const places = said[index]?.places ?? new Set<string>();
    if (own === undefined) return [];
    for (const list of [own.adopted, own.drafted, own.elsewhere])
      list.splice(0, list.length, ...withholdItems(list, { keys, places }));
    return [withholdRegister(register, { keys, places: new Set([...own.secretPlaces, ...places]) })];
  });
  return { registers: withheld, secrets: { keys, places: new Set(said.flatMap((one) => [...one.places])) } };
}
