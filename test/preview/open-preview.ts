/** A preview as tests open one: a bulletin of its own in a temporary folder, asked over HTTP as any client can ask. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Preview, type PreviewOptions, startPreview } from "../../src/cli/preview/preview-command.js";
import type { PreviewState } from "../../src/preview/protocol.js";

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A request to the letter: no header that is not asked for but Host. */
export function askRaw(
  port: number,
  path: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<Reply> {
  return new Promise((settle, fail) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", fail);
      response.once("end", () => {
        const bytes = Buffer.concat(chunks);
        settle({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          text: bytes.toString("utf8"),
        });
      });
    });
    asked.once("error", fail);
    asked.end(body);
  });
}

export const PAGE = new Map([
  ["/", { type: "text/html; charset=utf-8", bytes: Buffer.from("<!doctype html><title>预览</title>") }],
  ["/preview.js", { type: "text/javascript; charset=utf-8", bytes: Buffer.from("void 0;") }],
]);

export interface EnteredPreview {
  readonly port: number;
  readonly cookie: string;
  readonly origin: string;
  readonly ask: (path: string, asked?: Asked) => Promise<Reply>;
  /** @returns what the page is answered */
  readonly post: (
    path: string,
    value: unknown,
  ) => Promise<{ readonly status: number; readonly value: Answered }>;
  readonly state: () => Promise<PreviewState>;
  /** Waits for a state of which this is true. */
  readonly until: (isIt: (state: PreviewState) => boolean) => Promise<PreviewState>;
}

export interface OpenedPreview extends EnteredPreview {
  readonly preview: Preview;
  /** of the bulletin */
  readonly folder: string;
  readonly read: (path: string) => string;
  readonly bytes: (path: string) => Buffer;
  readonly write: (path: string, text: string) => void;
  readonly close: () => Promise<void>;
}

/** As far as tests look at answers. */
export interface Answered {
  readonly isDone?: boolean;
  readonly message?: string;
  readonly undo?: string;
  readonly refusal?: { readonly problem: string; readonly remedy: string };
  readonly problem?: string;
  readonly remedy?: string;
  readonly plan?: string;
  readonly items?: readonly {
    readonly title: string;
    readonly section: string;
    readonly decisions: readonly string[];
    readonly doubts: readonly string[];
  }[];
}

export const ISSUE = "issues/2026-01";

/** @param files besides those of the fixture, from the bulletin's folder */
export async function openPreview(
  files: Readonly<Record<string, string>> = {},
  options: Partial<PreviewOptions> = {},
): Promise<OpenedPreview> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "bulletin-preview-")));
  mkdirSync(join(folder, "issues"), { recursive: true });
  cpSync("fixtures/minimal", join(folder, ISSUE), { recursive: true });
  const at = (path: string) => join(folder, path);
  const write = (path: string, text: string) => writeFileSync(at(path), text);
  write("bulletin.yaml", "bulletin: {name: 示例科协信息}\n");
  for (const [path, text] of Object.entries(files)) write(path, text);
  const preview = await startPreview(`${folder}/${ISSUE}/issue.yaml`, {
    language: "zh",
    files: PAGE,
    ...options,
  });
  const entered = await enter(preview);
  return {
    ...entered,
    ...{ preview, folder, write },
    read: (path) => readFileSync(at(path), "utf8"),
    bytes: (path) => readFileSync(at(path)),
    async close() {
      await preview.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A browser's way in, once the first build has ended. */
export async function enter(preview: Preview): Promise<EnteredPreview> {
  const { port } = preview;
  const entrance = new URL(preview.newAddress());
  const entered = await askRaw(port, `${entrance.pathname}${entrance.search}`);
  const cookie = String(entered.headers["set-cookie"]).split(";")[0] ?? "";
  const origin = `http://127.0.0.1:${port}`;
  const ask = (path: string, asked: Asked = {}) =>
    askRaw(port, path, { ...asked, headers: { cookie, ...asked.headers } });
  const state = async () => JSON.parse((await ask("/api/state")).text) as PreviewState;
  const until = async (isIt: (state: PreviewState) => boolean) => {
    for (let tries = 0; tries < 500; tries += 1) {
      const now = await state();
      if (isIt(now)) return now;
      await new Promise((settle) => setTimeout(settle, 20));
    }
    throw new Error(`the state did not come: ${JSON.stringify(await state()).slice(0, 600)}`);
  };
  await until(({ stage }) => stage !== "building");
  return {
    ...{ port, cookie, origin, ask, state, until },
    async post(path, value) {
      const headers = { origin, "content-type": "application/json" };
      const reply = await ask(path, { method: "POST", headers, body: JSON.stringify(value) });
      return { status: reply.status, value: JSON.parse(reply.text) as Answered };
    },
  };
}
