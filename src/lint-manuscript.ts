/**
 * Judging a file as a unit sent it in (Word, mail, text): read, decided, and checked as the items that it would
 * become, in memory. Places are those of the manuscript: `line` is the number of the paragraph. Nothing in it can
 * be mended by the program, so no finding carries edits.
 */
import { checkSubmission } from "./check/check-issue.js";
import type { CheckOptions } from "./check/house-checks.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { withSubmissionPacks } from "./house-packs.js";
import type { DraftItem } from "./intake/draft/draft-item.js";
import type { SubmittedItem } from "./intake/draft/submitted-item.js";
import type { Manuscript, Notice, Submission } from "./intake/manuscript.js";
import { LINE_BREAK, type ManuscriptText, manuscriptText } from "./intake/manuscript-text.js";
import { wordsForManuscript } from "./manuscript-words.js";
import type { CalendarDate } from "./model/calendar-date.js";
import type { House } from "./model/house.js";
import type { Item } from "./model/issue.js";
import type { Span } from "./model/located.js";
import { registeredUnits } from "./model/register.js";
import { HOUSE_FILE } from "./read/find-house.js";
import { readOpened } from "./read/markdown/parse-markdown.js";
import { checkPictures } from "./read/read-assets.js";
import { openSubmission, readNearestHouse } from "./read/read-submission.js";
import { memoryWorkspace, type Workspace } from "./read/workspace.js";
import { pictureCalls, picturePlaces } from "./submitted-pictures.js";
import { isAboutPicture } from "./submitted-places.js";

export interface ManuscriptFile {
  /** workspace path, by which the nearest house rules are found */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ManuscriptOptions extends CheckOptions {
  /** only what reading and deciding found, without the rules */
  readonly decidesOnly?: boolean;
  /** workspace path whose nearest house rules hold; the file's own where it is left out */
  readonly housedAt?: string | undefined;
  /** the issue that takes it, whose year dates without one belong to */
  readonly issue?: { readonly year: number; readonly date: CalendarDate } | undefined;
}

/** An item that came as one, Markdown with its front matter. */
export interface ReadyItem extends Item {
  readonly text: string;
}

export interface ManuscriptReading {
  /** where the file is an item already; there are no drafts then */
  readonly item: ReadyItem | undefined;
  readonly submission: Submission;
  readonly drafts: readonly DraftItem[];
  /** what a letter says of the items */
  readonly submitted: readonly SubmittedItem[];
  /** what reading and deciding found (`import/…`) beside what the rules find */
  readonly diagnostics: readonly Diagnostic[];
  /** one line a paragraph */
  readonly sources: ReadonlyMap<string, string>;
}

export async function lintManuscript(
  { path, bytes }: ManuscriptFile,
  workspace: Workspace,
  options: ManuscriptOptions = {},
): Promise<ManuscriptReading> {
  const { readSubmissionFile } = await import("./intake/read-submission-file.js");
  const { decideItems } = await import("./intake/decide/decide-items.js");
  const { submittedItems } = await import("./intake/draft/submitted-item.js");
  const nearest = readNearestHouse(options.housedAt ?? path, workspace);
  const {
    house,
    housePath,
    suppressions,
    sources: houseSources,
    diagnostics: ofPacks,
  } = await withSubmissionPacks(
    { ...nearest, item: undefined, diagnostics: [] },
    options.housedAt ?? path,
    workspace,
  );
  const houseText = housePath === undefined ? undefined : houseSources.get(housePath);
  const submission = await readSubmissionFile(bytes, { path, name: path.slice(path.lastIndexOf("/") + 1) });
  if (submission.item !== undefined)
    return ofItem(path, { submission, text: submission.item, workspace, options });
  const drafts = decideItems(submission, {
    units: registeredUnits(house.units),
    isUnitJudgedLater: options.decidesOnly !== true,
    sections: house.sections.map(({ name }) => name.value),
    year: options.issue?.year,
    date: options.issue?.date,
  });
  const texts = new Map(
    submission.manuscripts.map((manuscript) => [manuscript.path, manuscriptText(manuscript)]),
  );
  const pictures = new Map(
    submission.manuscripts.map((manuscript) => [manuscript.path, picturePlaces(manuscript)]),
  );
  const placed: Placing = { texts, pictures };
  const told = [
    ...(await nothingMade(submission, drafts)).map((notice) => diagnosticOf(notice, path, placed)),
    ...submission.notices.map((notice) => diagnosticOf(notice, path, placed)),
    ...submission.manuscripts.flatMap((manuscript) => noticesOf(manuscript, placed)),
    ...drafts.flatMap((draft) => noticesOf(draft, placed)),
  ];
  const sources = new Map<string, string>([
    [path, ""],
    ...houseSources,
    ...[...texts].map(([place, { text }]) => [place, shown(text)] as const),
  ]);
  const ruled =
    options.decidesOnly === true
      ? []
      : await checkDrafts(drafts, { ...placed, houseText, packLines: house.lint.packLines, options });
  // What was decided is for the editor who imports it; who lints it is told what is wrong with it, and once.
  const heard =
    options.decidesOnly === true
      ? told
      : told.filter((one) => one.severity !== "info" && !isPrivateSignOf(one, ruled));
  const { diagnostics } = await checkSubmission(
    { item: undefined, house, sources, suppressions, diagnostics: [...heard, ...ofPacks, ...ruled] },
    options,
  );
  return {
    submission,
    item: undefined,
    drafts,
    submitted: submittedItems(drafts, placed),
    diagnostics,
    sources,
  };
}

/** A sign that only its own font knows: text/private-use says the same of the same paragraph. */
const isPrivateSignOf = ({ rule, severity, span }: Diagnostic, ruled: readonly Diagnostic[]): boolean =>
  rule === "import/symbol" &&
  severity === "warning" &&
  ruled.some(
    (one) =>
      one.rule === "text/private-use" &&
      one.span.path === span.path &&
      one.span.start >= span.start &&
      one.span.start <= span.end,
  );

interface ItemCase {
  readonly submission: Submission;
  readonly text: string;
  readonly workspace: Workspace;
  readonly options: ManuscriptOptions;
}

async function ofItem(
  path: string,
  { submission, text, workspace, options }: ItemCase,
): Promise<ManuscriptReading> {
  const opened = await readOpened(openSubmission(path, workspace, text));
  const read = await withSubmissionPacks(opened, path, workspace);
  const { diagnostics } = await checkSubmission(read, options);
  const item = read.item && { ...read.item, text };
  return {
    submission,
    item,
    drafts: [],
    submitted: [],
    diagnostics: options.decidesOnly === true ? [] : diagnostics,
    sources: read.sources,
  };
}

/** The text as Word shows it: ↵ where a line ends within a paragraph. */
const shown = (text: string): string => text.replaceAll(LINE_BREAK, "↵");

interface Placing {
  readonly texts: ReadonlyMap<string, ManuscriptText>;
  /** numbers of the paragraphs in which pictures stand, by path and key */
  readonly pictures: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** What gave no item, and of which nothing else is said: a photo alone, a page with nothing but a picture in its head. */
async function nothingMade(
  { path, manuscripts, loosePictures, notices }: Submission,
  drafts: readonly DraftItem[],
): Promise<readonly Notice[]> {
  const letters = manuscripts.filter(({ carrier }) => carrier === "mail");
  if (drafts.length === 0 && letters.length > 0) {
    const { letterAlone } = await import("./intake/letter-notices.js");
    return [letterAlone([...letters.flatMap(({ pictures }) => [...pictures.values()]), ...loosePictures])];
  }
  const said = [...notices, ...manuscripts.flatMap((manuscript) => manuscript.notices)];
  if (drafts.length > 0 || said.some(({ severity }) => severity !== "info")) return [];
  const { nothingIn, photoAlone } = await import("./intake/no-story-notices.js");
  const name = path.slice(path.lastIndexOf("/") + 1);
  return [loosePictures.length > 0 ? photoAlone(name) : nothingIn(name)];
}

const noticesOf = ({ path, notices }: Manuscript | DraftItem, placing: Placing): readonly Diagnostic[] =>
  notices.map((notice) => diagnosticOf(notice, path, placing));

function diagnosticOf({ place, ...notice }: Notice, path: string, { texts }: Placing): Diagnostic {
  const text = texts.get(path);
  const start = place === undefined ? undefined : text?.starts.get(place);
  if (text === undefined || start === undefined) return { ...notice, span: { path, start: 0, end: 0 } };
  const lineEnd = text.text.indexOf("\n", start);
  return { ...notice, span: { path, start, end: lineEnd < 0 ? text.text.length : lineEnd } };
}

interface Judging extends Placing {
  /** text of the nearest house rules */
  readonly houseText: string | undefined;
  /** what the word lists say that those rules name */
  readonly packLines: House["lint"]["packLines"];
  readonly options: ManuscriptOptions;
}

const withLines = (house: House, packLines: House["lint"]["packLines"]): House =>
  packLines === undefined ? house : { ...house, lint: { ...house.lint, packLines } };

/** What the rules say of the items that a manuscript would become, each at the paragraph that it comes from. */
async function checkDrafts(drafts: readonly DraftItem[], judging: Judging): Promise<readonly Diagnostic[]> {
  const { writeDraft } = await import("./intake/draft/write-draft.js");
  const { placeInManuscript } = await import("./intake/draft/place-map.js");
  const found: Diagnostic[] = [];
  for (const draft of drafts) {
    const { text, pictures, places } = writeDraft(draft, {
      number: 1,
      pictureFolder: "images/",
      isTaken: () => false,
    });
    // Files of its own: nothing that lies on the disk is mistaken for a part of it.
    const workspace = memoryWorkspace({
      [ITEM]: text,
      ...(judging.houseText !== undefined && { [HOUSE_FILE]: judging.houseText }),
      ...Object.fromEntries(
        pictures.map(({ fileName, picture }) => [`images/${fileName}`, picture.bytes] as const),
      ),
    });
    const read = await readOpened(openSubmission(ITEM, workspace));
    const pixels = await checkPictures(read.item === undefined ? [] : [read.item], workspace);
    const { diagnostics } = await checkSubmission(
      {
        ...read,
        house: withLines(read.house, judging.packLines),
        diagnostics: [...read.diagnostics, ...pixels],
      },
      judging.options,
    );
    const starts = judging.texts.get(draft.path)?.starts;
    const pictureNames = pictures.map(({ fileName }) => `images/${fileName}`);
    const calls = pictureCalls(draft, {
      text,
      paths: pictureNames,
      places: judging.pictures.get(draft.path) ?? new Map(),
    });
    const decided = decidedPlaces(draft, text);
    const isAt = (offset: number) => (place: { readonly start: number; readonly end: number }) =>
      place.start <= offset && offset <= place.end;
    const placeOf = (offset: number, rule: string) => {
      const key = decided.find(isAt(offset)) ?? (isAboutPicture(rule) ? calls.find(isAt(offset)) : undefined);
      return key === undefined ? placeInManuscript(places, offset) : starts?.get(key.place);
    };
    const names = { item: ITEM, file: draft.name, pictures: pictureNames };
    for (const { span, ...diagnostic } of diagnostics) {
      const words = span.path === ITEM ? wordsForManuscript(diagnostic, names) : undefined;
      if (words !== undefined)
        found.push({ ...words, span: spanIn(draft.path, span, (at) => placeOf(at, diagnostic.rule)) });
    }
  }
  return found;
}

const ITEM = "item.md";

interface DecidedPlace {
  /** of its line in the item's front matter */
  readonly start: number;
  readonly end: number;
  /** number of the paragraph by which it was decided */
  readonly place: number;
}

/** Unit and day stand in the front matter, far from the paragraph that names them. */
function decidedPlaces({ decisions }: DraftItem, text: string): readonly DecidedPlace[] {
  const keys = { unit: /^source:.*$/m, date: /^date:.*$/m } as const;
  return decisions.flatMap((decision) => {
    if (decision.kind === "title" || !("place" in decision.evidence)) return [];
    const { place } = decision.evidence;
    const line = keys[decision.kind].exec(text);
    return line === null || place === undefined
      ? []
      : [{ start: line.index, end: line.index + line[0].length, place }];
  });
}

/** @returns the place in the manuscript; the start of the file where nothing of it stands there */
function spanIn(path: string, { start, end }: Span, placeOf: (offset: number) => number | undefined): Span {
  const from = placeOf(start) ?? 0;
  const last = end > start ? placeOf(end - 1) : undefined;
  return { path, start: from, end: Math.max(from, last === undefined ? from : last + 1) };
}
