/**
 * One issue while it is previewed: built again when its files change, and changed as the page asks. It holds what the
 * page shows and tells each new state; how that comes to a browser is left to the server.
 */
import { buildMemory } from "../../build-memory.js";
import type { Sources } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import { troubleOf } from "../../disk/system-trouble.js";
import { EDITION_NAMES } from "../../editions/edition-table.js";
import { findingOfFont } from "../../house-font-files.js";
import type {
  ChangeAnswer,
  DetailsRequest,
  FixRequest,
  GlyphOutline,
  MoveRequest,
  PagePlace,
  PreviewState,
} from "../../preview/protocol.js";
import { lockedFiles } from "../lint/locked-files.js";
import type { Follower } from "../watch/follow-changes.js";
import { buildPreview, FAILED, type PreviewBuild } from "./build-preview.js";
import { changeDetails, type ManifestChange, moveItem } from "./change-manifest.js";
import { changeTurns } from "./change-turns.js";
import { describeFindings } from "./describe-findings.js";
import { describePlaces, marksIn, type PlacedPages } from "./describe-places.js";
import { describeState, groupsOf, type ShownPages, type UncountedState } from "./describe-state.js";
import { type DroppedFiles, droppedFiles } from "./dropped-files.js";
import { type Drawings, keepDrawings } from "./keep-drawings.js";
import { type MadeEditions, madeEditions } from "./made-editions.js";
import { filesOf, ownChanges } from "./own-changes.js";
import { DONE } from "./preview-answers.js";
import { previewHistory, recordId } from "./preview-history.js";
import { type RefusalWords, refuse } from "./refused-change.js";
import { chosenFixes, type JudgedState, OVERTAKEN, refusedAnswer, writeChanges } from "./write-changes.js";

export interface SessionOptions {
  readonly language: Language;
  readonly draft: string | undefined;
  /** told each state, the first one of an issue that is not built yet among them */
  readonly onState: (state: PreviewState) => void;
  /** told what a build was made of */
  readonly onBuild: (build: PreviewBuild) => void;
}

export interface PreviewSession {
  readonly state: () => PreviewState;
  /** Builds; two never at once (follow-changes.ts). */
  readonly build: () => Promise<void>;
  /** Told of files that the session itself writes. */
  readonly follow: (follower: Pick<Follower, "note">) => void;
  readonly drawings: Pick<Drawings, "page" | "picture">;
  readonly glyphs: () => readonly GlyphOutline[];
  readonly places: (page: number) => readonly PagePlace[];
  readonly editions: MadeEditions;
  /** true for a file that the issue is made of */
  readonly isSource: (path: string) => boolean;
  readonly fix: (request: FixRequest) => Promise<ChangeAnswer>;
  readonly undo: (id: string) => Promise<ChangeAnswer>;
  readonly move: (request: MoveRequest) => Promise<ChangeAnswer>;
  readonly details: (request: DetailsRequest) => Promise<ChangeAnswer>;
  readonly dropped: Pick<DroppedFiles, "take" | "cancel">;
  readonly confirm: (plan: string) => Promise<ChangeAnswer>;
}

/** Far more than a manifest has. */
const MOST_MANIFEST_BYTES = 1024 * 1024;

/** States whose pages may still be on somebody's screen: what is asked for in an older one is asked anew. */
const MOST_JUDGED = 16;

export function openSession(manifest: string, options: SessionOptions): PreviewSession {
  const { language, draft, onState, onBuild } = options;
  const environment = diskEnvironment();
  const { workspace } = environment;
  const memory = buildMemory();
  const drawings = keepDrawings();
  const editions = madeEditions(manifest, { environment, draft });
  const isListed = (path: string) => latest.sources.has(path) || placed.sources.has(path);
  const history = previewHistory(manifest, {
    ...{ workspace, language },
    sources: () => [...latest.sources.keys(), ...placed.sources.keys()],
  });
  const own = ownChanges();
  const { inTurn, whileAlone, tellWritten, follow, building } = changeTurns(manifest, workspace);
  const dropped = droppedFiles(manifest, language);
  const surroundings = { manifest, workspace, language };
  const judged = new Map<number, JudgedState>();
  let last: PreviewBuild | undefined;
  let shown: ShownPages | undefined;
  let placed: PlacedPages = { places: undefined, sources: new Map() };
  let latest: JudgedState = { sources: new Map(), findings: [] };
  let state: PreviewState = { revision: 1, ...describe() };

  function describe(): UncountedState {
    return describeState({
      manifest,
      language,
      build: last,
      shown,
      findings: latest.findings,
      history: history.list(),
      glyphs: drawings.glyphs.length,
    });
  }

  /** A build that changes nothing of what is shown is not spoken of. */
  function publish(): void {
    const next = describe();
    const isSame =
      JSON.stringify({ ...next, milliseconds: 0 }) ===
      JSON.stringify({ ...state, revision: undefined, milliseconds: 0 });
    if (!isSame) {
      state = { ...next, revision: state.revision + 1 };
      onState(state);
    }
    judged.set(state.revision, latest);
    const [oldest] = judged.keys();
    if (judged.size > MOST_JUDGED && oldest !== undefined) judged.delete(oldest);
  }

  function show({ result, sources }: PreviewBuild): void {
    if (result?.layout === undefined || result.issue === undefined) return;
    const { layout, assets, places } = result;
    const pages = drawings.update({ layout, assets, nameOf: PAGE_NAMES[language] });
    shown = { issue: result.issue, layout, pages };
    placed = { places, sources };
    editions.renew();
  }

  async function buildAnew(): Promise<void> {
    last = await buildPreview(manifest, { environment, memory, draft });
    if (last.trouble !== undefined) last = { ...last, sources: sourcesInTrouble() };
    try {
      show(last);
    } catch (fault) {
      last = notDrawn(last, fault);
    }
    const { result, issue, sources } = last;
    const isLocked = lockedFiles(workspace).of(manifest);
    const findings = describeFindings(result?.diagnostics ?? [], {
      sources,
      language,
      groupOf: groupsOf(issue ?? shown?.issue),
      marksOf: marksIn(placed, sources),
      isLocked,
    });
    latest = { sources, findings };
    onBuild(last);
    publish();
  }

  /** What was last read, and the manifest as it is: what is wrong is another file, or the machine. */
  function sourcesInTrouble(): Sources {
    const file = workspace.readFile(manifest, { maxBytes: MOST_MANIFEST_BYTES });
    const sources = new Map(latest.sources);
    if (file.state === "found") sources.set(manifest, new TextDecoder().decode(file.bytes));
    return sources;
  }

  const titleOf = (path: string): string =>
    state.sections.flatMap(({ items }) => items).find((item) => item.path === path)?.title ?? path;

  interface Asked {
    readonly revision: number;
    /** what the change is about, in the state that it was seen in and in the latest */
    readonly files: (states: readonly JudgedState[]) => Iterable<string>;
  }

  /** @param wanted told the state to change, and the one that the page showed */
  const changeAt = (
    { revision, files }: Asked,
    wanted: (state: JudgedState, seen: JudgedState) => Promise<Parameters<typeof writeChanges>[0]>,
  ): Promise<ChangeAnswer> =>
    inTurn(async () => {
      const seen = judged.get(revision);
      if (seen === undefined) return refusedAnswer(OVERTAKEN, language);
      const isOurs = own.explain(files([seen, latest]), seen.sources, latest.sources);
      const now = isOurs ? latest : seen;
      const change = await wanted(now, seen);
      const answer = await whileAlone(() => writeChanges(change, now, surroundings));
      if (answer.isDone && "changes" in change) {
        own.add(change.changes);
        tellWritten(change.changes.keys());
      }
      return answer;
    });

  const inManifest = (
    seen: JudgedState,
    change: (file: Parameters<typeof moveItem>[0]) => Promise<ManifestChange>,
  ): Promise<ManifestChange> => {
    const text = seen.sources.get(manifest);
    return text === undefined
      ? Promise.resolve(refuse(NOT_THERE))
      : change({ path: manifest, text, workspace });
  };

  return {
    state: () => state,
    build: () => building(buildAnew),
    follow,
    drawings,
    glyphs: () => drawings.glyphs,
    places: (page) => describePlaces(page, placed),
    editions,
    isSource: isListed,
    fix: (request) =>
      changeAt(
        { revision: request.revision, files: (states) => filesOf(request, states) },
        async (now, seen) => {
          const carried = now === seen ? request : own.carry(request, seen, now);
          return carried === undefined ? refuse(OVERTAKEN) : chosenFixes(carried, now, surroundings);
        },
      ),
    undo: (id) =>
      inTurn(async () => {
        const outcome = await whileAlone(() => history.undo(id));
        if ("refused" in outcome) return refusedAnswer(outcome.refused, language);
        tellWritten(outcome.restored);
        return { isDone: true, message: DONE.undone[language] };
      }),
    move: ({ revision, ...move }) =>
      changeAt({ revision, files: () => [manifest] }, async (now) => {
        const change = await inManifest(now, (file) => moveItem(file, move));
        return "refused" in change
          ? change
          : { ...change, label: DONE.moved(titleOf(move.path), move.section) };
      }),
    details: ({ revision, details, shown }) =>
      changeAt({ revision, files: () => [manifest] }, async (now) => {
        const change = await inManifest(now, (file) => changeDetails(file, details, shown));
        return "refused" in change ? change : { ...change, label: DONE.details };
      }),
    dropped: {
      ...dropped,
      async take(name, bytes) {
        const { state: found } = workspace.readFile(manifest, { maxBytes: MOST_MANIFEST_BYTES });
        if (found === "found") return dropped.take(name, bytes);
        return { problem: NOT_THERE.problem[language], remedy: NOT_THERE.remedy[language] };
      },
    },
    confirm: (plan) =>
      inTurn(async () => {
        const outcome = await dropped.confirm(plan);
        if ("refused" in outcome) return refusedAnswer(outcome.refused, language);
        tellWritten(outcome.paths);
        const { items, record } = outcome;
        const message = DONE.imported(items)[language];
        return { isDone: true, message, ...(record && { undo: recordId(record) }) };
      }),
  };
}

/** A font of the house that fails is a finding; of what else fails the pages tell. */
function notDrawn(build: PreviewBuild, fault: unknown): PreviewBuild {
  const { result } = build;
  const finding = result?.issue && findingOfFont(fault, result.issue);
  if (result !== undefined && finding !== undefined) {
    const diagnostics = [...result.diagnostics, finding];
    return { ...build, result: { ...result, layout: undefined, diagnostics } };
  }
  const trouble = troubleOf(fault);
  return {
    ...build,
    result: undefined,
    trouble: trouble ?? FAILED,
    fault: trouble === undefined ? fault : undefined,
  };
}

const NOT_THERE: RefusalWords = {
  problem: {
    zh: "现在读不到这一期的清单（issue.yaml），没有改动。",
    en: "The manifest of the issue (issue.yaml) cannot be read for now; nothing was changed.",
  },
  remedy: {
    zh: "请看它是不是移走、改名或删掉了；放回原处后再做一次。",
    en: "See whether it was moved, renamed or deleted; put it back and do it again.",
  },
};

const PAGE_NAMES: Readonly<Record<Language, (page: number) => string>> = {
  zh: (page) => `第${page}页`,
  en: (page) => `Page ${page}`,
};

export const isOffered = (name: string, { editions }: PreviewState) =>
  EDITION_NAMES.find((one) => one === name && editions.some(({ edition }) => edition === one));
