/** The body of a request, no more of it than is borne. What is too large is not read to its end. */
import type { IncomingMessage } from "node:http";

export type Body =
  | { readonly state: "read"; readonly bytes: Uint8Array }
  | { readonly state: "too-large" }
  | { readonly state: "broken" };

export function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes)
    return Promise.resolve({ state: "too-large" });
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else {
        request.pause();
        settle({ state: "too-large" });
      }
    });
    request.once("end", () => settle({ state: "read", bytes: Buffer.concat(chunks) }));
    request.once("error", () => settle({ state: "broken" }));
    request.once("close", () => settle({ state: "broken" }));
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
