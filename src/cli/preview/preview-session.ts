/**
 * One issue while it is previewed: built again when its files change, and changed as the page asks. It holds what the
 * page shows and tells each new state; how that comes to a browser is left to the server.
 */
import { buildMemory } from "../../build-memory.js";
import type { Language } from "../../diagnostics/language.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import { EDITION_NAMES } from "../../editions/edition-table.js";
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
import { describeFindings } from "./describe-findings.js";
import { describePlaces, marksIn, type PlacedPages } from "./describe-places.js";
import { describeState, groupsOf, type ShownPages, type UncountedState } from "./describe-state.js";
import { type DroppedFiles, droppedFiles } from "./dropped-files.js";
import { type Drawings, keepDrawings } from "./keep-drawings.js";
import { type MadeEditions, madeEditions } from "./made-editions.js";
import { DONE } from "./preview-answers.js";
import { previewHistory } from "./preview-history.js";
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

/** States whose pages may still be on somebody's screen: what is asked for in an older one is asked anew. */
const MOST_JUDGED = 16;

export function openSession(manifest: string, options: SessionOptions): PreviewSession {
  const { language, draft, onState, onBuild } = options;
  const environment = diskEnvironment();
  const { workspace } = environment;
  const memory = buildMemory();
  const drawings = keepDrawings();
  const editions = madeEditions(manifest, { environment, draft });
  const history = previewHistory(manifest, { workspace, language });
  const dropped = droppedFiles(manifest, language);
  const surroundings = { manifest, workspace, language };
  const judged = new Map<number, JudgedState>();
  let note: (path: string) => void = () => undefined;
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

  async function rebuild(): Promise<void> {
    last = await buildPreview(manifest, { environment, memory, draft });
    const { result, issue, sources } = last;
    try {
      show(last);
    } catch (fault) {
      last = { ...last, result: undefined, trouble: FAILED, fault };
    }
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

  /** Changes are made one after the other; of each the files are told to whoever builds. */
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  const changeAt = (
    revision: number,
    wanted: (seen: JudgedState) => Promise<Parameters<typeof writeChanges>[0]>,
  ): Promise<ChangeAnswer> =>
    inTurn(async () => {
      const seen = judged.get(revision);
      if (seen === undefined) return refusedAnswer(OVERTAKEN, language);
      const change = await wanted(seen);
      const answer = writeChanges(change, seen, surroundings);
      if (answer.isDone && "changes" in change) for (const path of change.changes.keys()) note(path);
      return answer;
    });

  const inManifest = (
    seen: JudgedState,
    change: (file: Parameters<typeof moveItem>[0]) => Promise<ManifestChange>,
  ): Promise<ManifestChange> => change({ path: manifest, text: seen.sources.get(manifest) ?? "", workspace });

  return {
    state: () => state,
    build: rebuild,
    follow(follower) {
      note = follower.note;
    },
    drawings,
    glyphs: () => drawings.glyphs,
    places: (page) => describePlaces(page, placed),
    editions: {
      renew: editions.renew,
      of: (name, how) => editions.of(name, how),
    },
    isSource: (path) => latest.sources.has(path),
    fix: (request) => changeAt(request.revision, (seen) => chosenFixes(request, seen, surroundings)),
    undo: (id) =>
      inTurn(async () => {
        const outcome = history.undo(id);
        if ("refused" in outcome) return refusedAnswer(outcome.refused, language);
        for (const path of outcome.restored) note(path);
        return { isDone: true, message: DONE.undone[language] };
      }),
    move: ({ revision, ...move }) =>
      changeAt(revision, async (seen) => {
        const change = await inManifest(seen, (file) => moveItem(file, move));
        return "refused" in change ? change : { ...change, label: DONE.moved(move.path, move.section) };
      }),
    details: ({ revision, details }) =>
      changeAt(revision, async (seen) => {
        const change = await inManifest(seen, (file) => changeDetails(file, details));
        return "refused" in change ? change : { ...change, label: DONE.details };
      }),
    dropped,
    confirm: (plan) =>
      inTurn(async () => {
        const outcome = await dropped.confirm(plan);
        if ("refused" in outcome) return refusedAnswer(outcome.refused, language);
        for (const path of outcome.paths) note(path);
        return { isDone: true, message: DONE.imported(outcome.items)[language] };
      }),
  };
}

const PAGE_NAMES: Readonly<Record<Language, (page: number) => string>> = {
  zh: (page) => `第${page}页`,
  en: (page) => `Page ${page}`,
};

export const isOffered = (name: string, { editions }: PreviewState) =>
  EDITION_NAMES.find((one) => one === name && editions.some(({ edition }) => edition === one));
