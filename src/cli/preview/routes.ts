/** Each request that protocol.ts lists, answered from the session. Who may ask is decided before (access.ts). */
import type { Language } from "../../diagnostics/language.js";
import { troubleOf } from "../../disk/system-trouble.js";
import type { ChangeAnswer, ImportPlan, Refusal } from "../../preview/protocol.js";
import { TURNING } from "../../read/file-names.js";
import { MOST_FILE_BYTES } from "../import/gather-files.js";
import { type Answer, asFile, download, EDITION_POLICY, json, refusal } from "./answer.js";
import { explainRule } from "./explain-rule.js";
import { PICTURE_PATH } from "./keep-drawings.js";
import { WITHHELD } from "./made-editions.js";
import type { PageFile } from "./page-files.js";
import { DONE, NOT_TAKEN } from "./preview-answers.js";
import { isOffered, type PreviewSession } from "./preview-session.js";
import { parseJson } from "./read-body.js";
import {
  readConfirmRequest,
  readDetailsRequest,
  readFixRequest,
  readMoveRequest,
  readOpenRequest,
  readUndoRequest,
} from "./read-requests.js";
import { type RefusalWords, refuse } from "./refused-change.js";
import { refusedAnswer } from "./write-changes.js";

/** Opens a file of the issue in an editor. @returns why it could not */
export type OpenFile = (path: string, line: number) => Promise<RefusalWords | undefined>;

export interface RouteSurroundings {
  readonly session: PreviewSession;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly language: Language;
  readonly openFile: OpenFile;
  /** told of faults of ours */
  readonly onFault: (fault: unknown) => void;
}

export interface PostRoute {
  readonly type: "application/json" | "application/octet-stream";
  readonly maxBytes: number;
  readonly answer: (body: Uint8Array, url: URL) => Promise<Answer>;
}

/** More than any request of the page. */
const MOST_JSON_BYTES = 64 * 1024;

export interface Routes {
  /** @returns undefined where there is no such path */
  readonly get: (url: URL) => Promise<Answer | undefined>;
  readonly post: ReadonlyMap<string, PostRoute>;
  readonly say: (status: number, words: RefusalWords) => Answer;
}

export function routesOf(surroundings: RouteSurroundings): Routes {
  const { session, files, language } = surroundings;
  const say = (status: number, { problem, remedy }: RefusalWords): Answer =>
    refusal(status, { problem: problem[language], remedy: remedy[language] });
  const missing = () => say(404, NOT_TAKEN.missing);

  const get = async (url: URL): Promise<Answer | undefined> => {
    const { pathname } = url;
    const file = files.get(pathname);
    if (file !== undefined) return { status: 200, type: file.type, body: file.bytes };
    if (pathname === "/api/state") return json(session.state());
    if (pathname === "/api/glyphs") {
      const from = countOf(url.searchParams.get("from") ?? "0");
      return from === undefined ? missing() : json(session.glyphs().slice(from));
    }
    if (pathname === "/api/places") {
      const page = countOf(url.searchParams.get("page"));
      return page === undefined ? missing() : json(session.places(page));
    }
    if (pathname === "/api/explain") {
      const explained = explainRule(url.searchParams.get("rule") ?? "", language);
      return explained === undefined ? missing() : json(explained);
    }
    if (pathname.startsWith(PAGE_PATH)) {
      const svg = session.drawings.page(pathname.slice(PAGE_PATH.length));
      return svg === undefined ? missing() : asFile("image/svg+xml", svg);
    }
    if (pathname.startsWith(PICTURE_PATH)) {
      const picture = session.drawings.picture(pathname.slice(PICTURE_PATH.length));
      return picture === undefined ? missing() : asFile(picture.mediaType, picture.bytes);
    }
    return pathname.startsWith(EDITION_PATH) ? edition(url) : undefined;
  };

  const edition = async (url: URL): Promise<Answer> => {
    const asked = url.pathname.slice(EDITION_PATH.length);
    const type = EDITION_TYPES.get(asked);
    if (type === undefined) return missing();
    const isDownload = url.searchParams.has("download");
    if (asked !== "html" && !isDownload) return missing();
    const state = session.state();
    const name = isOffered(asked, state);
    const made =
      name === undefined
        ? { refused: state.editions.length > 0 ? WITHHELD : NOT_TAKEN.missing }
        : await madeEdition(name, { isStale: state.stage !== "ready", mayBeStale: !isDownload });
    if ("refused" in made) {
      const { problem, remedy } = made.refused;
      const body = `${problem[language]}\n${remedy[language]}\n`;
      return { status: 409, type: "text/plain; charset=utf-8", body, headers: FRAMED };
    }
    if (isDownload) return download(type, made.bytes, made.fileName);
    return { status: 200, type, body: made.bytes, headers: FRAMED };
  };

  /** Trouble with the machine is an answer; a fault of ours is told in the terminal, and the server goes on. */
  const wordsOf = (fault: unknown): RefusalWords => {
    const trouble = troubleOf(fault);
    if (trouble === undefined) surroundings.onFault(fault);
    return trouble ?? NOT_TAKEN.failed;
  };

  const madeEdition = async (
    ...asked: Parameters<PreviewSession["editions"]["of"]>
  ): ReturnType<PreviewSession["editions"]["of"]> => {
    try {
      return await session.editions.of(...asked);
    } catch (fault) {
      return refuse(wordsOf(fault));
    }
  };

  const attempted = async (work: () => Promise<ChangeAnswer>): Promise<Answer> => {
    try {
      return json(await work());
    } catch (fault) {
      return json(refusedAnswer(wordsOf(fault), language));
    }
  };

  const posted = <T>(
    read: (value: unknown) => T | undefined,
    work: (request: T) => Promise<ChangeAnswer>,
  ): PostRoute => ({
    type: "application/json",
    maxBytes: MOST_JSON_BYTES,
    async answer(body) {
      const request = read(parseJson(body));
      if (request === undefined) return json(refusedAnswer(NOT_TAKEN.form, language), 400);
      return attempted(() => work(request));
    },
  });

  const open = async (path: string, line: number): Promise<ChangeAnswer> => {
    if (!session.isSource(path) || !OPENED.test(path)) return refusedAnswer(NOT_TAKEN.notOurs, language);
    const refused = await surroundings.openFile(path, line);
    if (refused !== undefined) return refusedAnswer(refused, language);
    return { isDone: true, message: DONE.opened[language] };
  };

  const drop: PostRoute = {
    type: "application/octet-stream",
    maxBytes: MOST_FILE_BYTES,
    async answer(body, url) {
      const { name, isTidied } = nameOf(url.searchParams.get("name") ?? "");
      if (name === "") return say(422, NOT_TAKEN.noName);
      try {
        const taken = await session.dropped.take(name, body);
        const plan = isTidied ? withDecision(taken, DONE.tidied(name)[language]) : taken;
        return json(plan, "plan" in plan ? 200 : 422);
      } catch (fault) {
        const trouble = troubleOf(fault);
        if (trouble === undefined) surroundings.onFault(fault);
        return say(trouble === undefined ? 500 : 422, trouble ?? NOT_TAKEN.failed);
      }
    },
  };

  const post = new Map<string, PostRoute>([
    ["/api/fix", posted(readFixRequest, session.fix)],
    ["/api/undo", posted(readUndoRequest, ({ id }) => session.undo(id))],
    ["/api/move", posted(readMoveRequest, session.move)],
    ["/api/details", posted(readDetailsRequest, session.details)],
    ["/api/open", posted(readOpenRequest, ({ path, line }) => open(path, line))],
    ["/api/import", drop],
    ["/api/import/confirm", posted(readConfirmRequest, ({ plan }) => session.confirm(plan))],
    [
      "/api/import/cancel",
      posted(readConfirmRequest, async ({ plan }) => {
        session.dropped.cancel(plan);
        return { isDone: true, message: DONE.cancelled[language] };
      }),
    ],
  ]);
  return { get, post, say };
}

const PAGE_PATH = "/api/pages/";
const EDITION_PATH = "/edition/";

const EDITION_TYPES: ReadonlyMap<string, string> = new Map([
  ["html", "text/html; charset=utf-8"],
  ["pdf", "application/pdf"],
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
]);

const FRAMED = { "Content-Security-Policy": EDITION_POLICY };

/** What an issue is made of that a person edits; nothing that a system would run. */
const OPENED = /\.(?:md|markdown|ya?ml|css|html|csv|txt)$/i;

const countOf = (text: string | null): number | undefined =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** Without folders, whichever system's they are, and without letters that nobody sees. */
function nameOf(given: string): { readonly name: string; readonly isTidied: boolean } {
  const last = given.normalize("NFC").replace(/^.*[/\\]/s, "");
  const seen = last.replace(new RegExp(TURNING, "gu"), "");
  return { name: seen.trim().slice(0, 255), isTidied: seen !== last };
}

/** What was decided of a file is told with its first item. */
function withDecision(plan: ImportPlan | Refusal, decision: string): ImportPlan | Refusal {
  if (!("plan" in plan)) return plan;
  const [first, ...more] = plan.items;
  if (first === undefined) return plan;
  return { ...plan, items: [{ ...first, decisions: [decision, ...first.decisions] }, ...more] };
}
