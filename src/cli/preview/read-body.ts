/** The body of a request, no more of it than is borne. What is too large is not kept. */
import type { IncomingMessage } from "node:http";

export type Body =
  | { readonly state: "read"; readonly bytes: Uint8Array }
  | { readonly state: "too-large" }
  | { readonly state: "broken" };

export function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const { "content-length": declared } = request.headers;
  if (Number(declared ?? 0) > maxBytes) return Promise.resolve({ state: "too-large" });
  return new Promise((settle) => {
    // Put in its place as it comes: a large file is held once, not in pieces and whole.
    const whole = declared === undefined ? undefined : Buffer.alloc(Number(declared));
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      whole?.set(chunk, length);
      length += chunk.length;
      if (length <= maxBytes) {
        if (whole === undefined) chunks.push(chunk);
        return;
      }
      request.off("data", take).pause();
      settle({ state: "too-large" });
    };
    request.on("data", take);
    request.once("end", () => settle({ state: "read", bytes: whole ?? Buffer.concat(chunks) }));
    request.once("error", () => settle({ state: "broken" }));
    request.once("close", () => settle({ state: "broken" }));
  });
}

/** Reads on and keeps nothing, until the body ends, or as much or as long as is borne. */
export function dropRest(
  request: IncomingMessage,
  { maxBytes, milliseconds }: { readonly maxBytes: number; readonly milliseconds: number },
): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((settle) => {
    let length = 0;
    const end = () => {
      clearTimeout(timer);
      settle();
    };
    const timer = setTimeout(end, milliseconds);
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBytes) end();
    });
    for (const event of ["end", "error", "close"]) request.once(event, end);
    request.resume();
  });
}

/** @returns undefined for what is no JSON, or none in UTF-8 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
