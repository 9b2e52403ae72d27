/** The server of the preview as the page asks it: requests of protocol.ts, each answered or refused in words. */
import type {
  ChangeAnswer,
  ConfirmRequest,
  DetailsRequest,
  FixRequest,
  GlyphOutline,
  ImportPlan,
  MoveRequest,
  OpenRequest,
  PagePlace,
  Refusal,
  RuleExplanation,
  UndoRequest,
} from "./protocol.js";
import { WORDS } from "./words.js";

export interface Requests {
  readonly fix: FixRequest;
  readonly undo: UndoRequest;
  readonly move: MoveRequest;
  readonly details: DetailsRequest;
  readonly open: OpenRequest;
  readonly "import/confirm": ConfirmRequest;
  readonly "import/cancel": ConfirmRequest;
}

async function ask<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  // What the server of the same release says is what protocol.ts says.
  return (await response.json()) as T;
}

/** A request that is not even looked into (by a page whose server was restarted, say) is answered by a bare refusal. */
async function post<T>(
  address: string,
  type: string,
  body: BodyInit,
  signal: AbortSignal | null = null,
): Promise<T | Refusal> {
  try {
    const headers = { "Content-Type": type };
    const response = await fetch(`/api/${address}`, { method: "POST", headers, body, signal });
    const answer: unknown = await response.json();
    if (typeof answer === "object" && answer !== null) return answer as T | Refusal;
    throw new Error("no answer of ours");
  } catch {
    return { problem: WORDS.unreachable, remedy: WORDS.unreachableMore };
  }
}

export async function change<Name extends keyof Requests>(
  name: Name,
  request: Requests[Name],
): Promise<ChangeAnswer> {
  const answer = await post<ChangeAnswer>(name, "application/json", JSON.stringify(request));
  return "isDone" in answer ? answer : { isDone: false, refusal: answer };
}

/** A dropped file to the server, which says what it would make of it. */
export const sendFile = (file: File, signal: AbortSignal): Promise<ImportPlan | Refusal> =>
  post(`import?name=${encodeURIComponent(file.name)}`, "application/octet-stream", file, signal);

export async function askPage(id: string): Promise<string> {
  const response = await fetch(`/api/pages/${encodeURIComponent(id)}`);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}

export const askGlyphs = (from: number): Promise<readonly GlyphOutline[]> => ask(`/api/glyphs?from=${from}`);

export const askPlaces = (page: number): Promise<readonly PagePlace[]> => ask(`/api/places?page=${page}`);

export const explainRule = (rule: string): Promise<RuleExplanation> =>
  ask(`/api/explain?rule=${encodeURIComponent(rule)}`);

/** Whether the server still knows this page: its answer to anything after a restart is a refusal. */
export async function isKnown(): Promise<boolean | undefined> {
  try {
    const answer = await fetch("/api/state");
    // What is not read holds its connection.
    void answer.body?.cancel();
    return answer.ok;
  } catch {
    return undefined;
  }
}
