/**
 * The preview over HTTP, on this machine alone: who asks is judged first (access.ts), then what (routes.ts). It bounds
 * what a client may send and how long it may take. What is promised of it: docs/security.md.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import type { PreviewState } from "../../preview/protocol.js";
import { type Clock, SYSTEM_CLOCK } from "../watch/clock.js";
import { type Access, ENTRANCE, openAccess } from "./access.js";
import { type Answer, COMMON_HEADERS, json } from "./answer.js";
import { eventStreams } from "./event-streams.js";
import { idleEnd } from "./idle-end.js";
import type { PageFile } from "./page-files.js";
import { NOT_ADMITTED, NOT_TAKEN } from "./preview-answers.js";
import type { PreviewSession } from "./preview-session.js";
import { dropRest, readBody } from "./read-body.js";
import { type OpenFile, routesOf } from "./routes.js";
import { refusedAnswer } from "./write-changes.js";

export interface ServerOptions {
  readonly session: PreviewSession;
  /** the page's own, by the path that asks for them */
  readonly files: ReadonlyMap<string, PageFile>;
  readonly language: Language;
  /** undefined for a free one */
  readonly port: number | undefined;
  readonly openFile: OpenFile;
  readonly onFault: (fault: unknown) => void;
  readonly clock?: Clock;
  /** default: as long as a browser of this machine may need */
  readonly patience?: Patience;
}

/** How long a client may take, in milliseconds. */
export interface Patience {
  readonly head: number;
  readonly request: number;
  /** so often it is looked for those that take longer */
  readonly look: number;
}

export interface PreviewServer {
  readonly port: number;
  readonly newAddress: Access["newAddress"];
  readonly isEntered: Access["isEntered"];
  readonly send: (state: PreviewState) => void;
  /** settles when the last page was closed long ago */
  readonly isIdle: Promise<void>;
  readonly close: () => Promise<void>;
}

const HOST = "127.0.0.1";
/** A head comes at once, and a body of any size over this machine's own wire soon. */
const PATIENCE: Patience = { head: 5_000, request: 120_000, look: 1_000 };
const KEEP_ALIVE_MS = 5_000;
/** Browsers open six a page. */
const MOST_CONNECTIONS = 256;
const MOST_URL_UNITS = 8192;
/** Of a body that is refused: as much as a few videos dropped by mistake. */
const MOST_DROPPED_BYTES = 2 * 1024 * 1024 * 1024;
const DROPPING_MS = 10_000;

/** @throws EnvironmentError where the port cannot be had */
export async function startServer(options: ServerOptions): Promise<PreviewServer> {
  const { session, language, onFault } = options;
  const routes = routesOf(options);
  const { clock = SYSTEM_CLOCK, patience = PATIENCE } = options;
  const idle = idleEnd(clock);
  const streams = eventStreams(idle.note, clock);
  let access: Access | undefined;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? "";
    const url = urlOf(request.url ?? "");
    if (access === undefined || url === undefined) return give(response, routes.say(400, NOT_TAKEN.method));
    const verdict = access.judge({ method, url, headers: request.headers });
    if (verdict.kind === "refused") {
      const words = NOT_ADMITTED[verdict.reason];
      const isPage = url.pathname === ENTRANCE;
      return give(
        response,
        isPage ? asText(403, words.problem[language], words.remedy[language]) : routes.say(403, words),
      );
    }
    if (verdict.kind === "entered") {
      return give(response, { ...REDIRECT, headers: { Location: ENTRANCE, "Set-Cookie": verdict.cookie } });
    }
    const route = routes.post.get(url.pathname);
    const allowed = route === undefined ? "GET" : "POST";
    const isStream = url.pathname === EVENTS;
    if (method !== allowed) {
      const known = route !== undefined || isStream || (await routes.get(url)) !== undefined;
      const refused = known ? routes.say(405, NOT_TAKEN.method) : routes.say(404, NOT_TAKEN.missing);
      return give(response, { ...refused, headers: known ? { Allow: allowed } : {} });
    }
    if (isStream) return stream(response);
    if (route === undefined)
      return give(response, (await routes.get(url)) ?? routes.say(404, NOT_TAKEN.missing));
    if (mediaTypeOf(request) !== route.type) return give(response, routes.say(415, NOT_TAKEN.method));
    const body = await readBody(request, route.maxBytes);
    if (body.state === "broken") return;
    if (body.state === "too-large") {
      const refused =
        url.pathname === IMPORT
          ? routes.say(413, NOT_TAKEN.tooLarge)
          : json(refusedAnswer(NOT_TAKEN.form, language), 413);
      return refuseBody(request, response, refused);
    }
    return give(response, await route.answer(body.bytes, url));
  };

  const stream = (response: ServerResponse): void => {
    if (streams.isFull()) {
      give(response, routes.say(503, NOT_TAKEN.tooMany));
      return;
    }
    response.writeHead(200, { ...COMMON_HEADERS, "Content-Type": "text/event-stream; charset=utf-8" });
    streams.add(response, eventOf(session.state()));
  };

  const server = createServer(
    {
      keepAliveTimeout: KEEP_ALIVE_MS,
      requestTimeout: patience.request,
      headersTimeout: patience.head,
      connectionsCheckingInterval: patience.look,
    },
    (request, response) => {
      answer(request, response).catch((fault: unknown) => {
        onFault(fault);
        if (response.headersSent) response.destroy();
        else give(response, routes.say(500, NOT_TAKEN.failed));
      });
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  const port = await listen(server, options.port);
  access = openAccess(port, clock.now);
  return {
    port,
    newAddress: access.newAddress,
    isEntered: access.isEntered,
    send: (state) => streams.send(eventOf(state)),
    isIdle: idle.ended,
    async close() {
      idle.close();
      streams.close();
      await new Promise((settle) => {
        server.close(settle);
        server.closeAllConnections();
      });
    },
  };
}

const EVENTS = "/api/events";
const IMPORT = "/api/import";

const REDIRECT = { status: 303, type: "text/plain; charset=utf-8", body: "" };

const asText = (status: number, problem: string, remedy: string): Answer => ({
  status,
  type: "text/plain; charset=utf-8",
  body: `${problem}\n${remedy}\n`,
});

const eventOf = (state: PreviewState) => ({ id: state.revision, data: JSON.stringify(state) });

function give(response: ServerResponse, answer: Answer): void {
  writeHead(response, answer);
  response.end(answer.body);
}

function writeHead(response: ServerResponse, { status, type, body, headers = {} }: Answer): void {
  response.writeHead(status, {
    ...COMMON_HEADERS,
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    ...headers,
  });
}

/**
 * The whole answer at once; the rest of the body is read and dropped before the connection is closed, or the client
 * may lose the answer to what it still sends (RFC 9112, 9.6).
 */
async function refuseBody(
  request: IncomingMessage,
  response: ServerResponse,
  refused: Answer,
): Promise<void> {
  writeHead(response, { ...refused, headers: { Connection: "close" } });
  response.write(refused.body);
  await dropRest(request, { maxBytes: MOST_DROPPED_BYTES, milliseconds: DROPPING_MS });
  response.once("finish", () => request.destroy());
  response.end();
}

/** Only paths of this server: an address of another host in its place is none. */
function urlOf(target: string): URL | undefined {
  if (!target.startsWith("/") || target.length > MOST_URL_UNITS) return undefined;
  const base = `http://${HOST}`;
  return URL.canParse(target.replace(/^\/+/, "/"), base)
    ? new URL(target.replace(/^\/+/, "/"), base)
    : undefined;
}

const mediaTypeOf = (request: IncomingMessage): string =>
  (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

function listen(server: Server, port: number | undefined): Promise<number> {
  return new Promise((settle, fail) => {
    server.once("error", (fault) => fail(notHad(port, fault)));
    server.listen({ host: HOST, port: port ?? 0 }, () => {
      const address = server.address();
      settle(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

function notHad(port: number | undefined, fault: Error): unknown {
  const code = "code" in fault ? fault.code : undefined;
  if (code === "EADDRINUSE" && port !== undefined) {
    return new EnvironmentError(
      { zh: `端口 ${port} 已被别的程序占用。`, en: `Port ${port} is taken by another program.` },
      {
        zh: "请换一个端口，或不写 --port，由程序自己找一个空着的。",
        en: "Give another port, or leave --port out to have a free one found.",
      },
      { cause: fault },
    );
  }
  return new EnvironmentError(
    {
      zh: `系统不允许在${port === undefined ? "本机" : `端口 ${port} `}打开预览（${String(code)}）。`,
      en: `The system does not allow the preview to open ${port === undefined ? "a port" : `port ${port}`} (${String(code)}).`,
    },
    {
      zh: "请用 --port 指定一个 1024 以上的端口，并检查防火墙等安全软件。",
      en: "Give a port above 1023 with --port, and check firewalls and other security software.",
    },
    { cause: fault },
  );
}
