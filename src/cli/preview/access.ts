/**
 * Who may speak to the preview: the browser in which its address was opened, and no other page that the browser
 * shows. A token opens once and becomes a cookie; every request has to name this very host (a name that leads here by
 * a foreign DNS is another host) and to come from our own page. What comes of a verdict is the server's.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export interface Access {
  /**
   * @param life milliseconds from now in which it opens
   * @returns a new address that opens the page once
   */
  readonly newAddress: (life?: number) => string;
  /** true once a browser has opened the page */
  readonly isEntered: () => boolean;
  readonly judge: (request: AskedRequest) => Verdict;
}

export interface AskedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

export type Verdict =
  | { readonly kind: "admitted" }
  /** the address was opened: the cookie to set */
  | { readonly kind: "entered"; readonly cookie: string }
  | { readonly kind: "refused"; readonly reason: "host" | "origin" | "used" | "stranger" };

/** The one path that a token opens. */
export const ENTRANCE = "/";

/** Long enough to paste an address; one that lies about in a window or a log for longer opens nothing. */
export const ADDRESS_MS = 10 * 60 * 1000;

/** @param now milliseconds from some moment on */
export function openAccess(port: number, now: () => number = () => performance.now()): Access {
  const authority = `127.0.0.1:${port}`;
  const origin = `http://${authority}`;
  const secret = newSecret();
  // Cookies know no ports: two previews beside each other would take each other's away.
  const name = `bulletin-preview-${port}`;
  let isEntered = false;
  /** until when each opens */
  const unused = new Map<string, number>();
  const isKnown = ({ cookie = "" }: IncomingHttpHeaders): boolean =>
    cookie.split(/;\s*/).some((pair) => isSame(pair, `${name}=${secret}`));
  return {
    newAddress(life = ADDRESS_MS) {
      const token = newSecret();
      unused.set(token, now() + life);
      return `${origin}${ENTRANCE}?token=${token}`;
    },
    isEntered: () => isEntered,
    judge({ method, url, headers }) {
      if (headers.host !== authority) return { kind: "refused", reason: "host" };
      const isOwn = headers.origin === undefined ? method === "GET" : headers.origin === origin;
      if (!isOwn) return { kind: "refused", reason: "origin" };
      const token = url.pathname === ENTRANCE ? url.searchParams.get("token") : null;
      if (token !== null && method === "GET") {
        for (const [old, until] of unused) if (until < now()) unused.delete(old);
        const found = [...unused.keys()].find((one) => isSame(one, token));
        const hasPage = isKnown(headers);
        if (found === undefined && !hasPage) return { kind: "refused", reason: "used" };
        if (found !== undefined) unused.delete(found);
        isEntered = true;
        return { kind: "entered", cookie: `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/` };
      }
      // A browser that says where a request comes from is believed; one that does not has said it with Origin.
      const site = headers["sec-fetch-site"];
      if (site !== undefined && site !== "same-origin" && site !== "none") {
        return { kind: "refused", reason: "origin" };
      }
      return isKnown(headers) ? { kind: "admitted" } : { kind: "refused", reason: "stranger" };
    },
  };
}

const newSecret = (): string => randomBytes(32).toString("base64url");

/** Takes as long whatever differs. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
