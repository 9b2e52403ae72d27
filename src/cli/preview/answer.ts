/** What is answered to a request, and the heads that every answer has. Which head is for what is in docs/security.md. */
import type { Refusal } from "../../preview/protocol.js";

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** besides those of every answer, or in their place */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The page runs its own script and style alone, asks this server alone, and stands in no frame. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A picture or an SVG that is opened by itself runs and loads nothing. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** The edition has a policy of its own in its head; in our frame it runs nothing; the page sets its scroll place. */
export const EDITION_POLICY =
  "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": PAGE_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: "application/json; charset=utf-8",
  body: JSON.stringify(value),
});

export const refusal = (status: number, refused: Refusal): Answer => json(refused, status);

/** What its id names never changes. */
export const lasting = (type: string, body: string | Uint8Array): Answer => ({
  status: 200,
  type,
  body,
  headers: {
    "Content-Security-Policy": FILE_POLICY,
    "Cache-Control": "private, max-age=31536000, immutable",
  },
});

/** @param fileName what the browser is to save it as */
export const download = (type: string, body: Uint8Array, fileName: string): Answer => ({
  status: 200,
  type,
  body,
  headers: {
    "Content-Security-Policy": FILE_POLICY,
    "Content-Disposition": `attachment; filename="${asciiName(fileName)}"; filename*=UTF-8''${encodeName(fileName)}`,
  },
});

const asciiName = (name: string): string => name.replace(/[^\w.-]/g, "_");
/** RFC 8187: what encodeURIComponent leaves and an extended value may not hold. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
