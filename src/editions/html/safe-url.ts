/**
 * Which destinations may become links. The rule link/unsafe-scheme has refused the others long
 * before; this is the second lock on the same door, for builds without lint.
 */

/** Schemes that open a page, a letter or a call, and run nothing. */
const SAFE_SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);

/** @returns the destination as a browser would normalise it, or undefined where it is not safe */
export function safeUrl(destination: string): string | undefined {
  if (!URL.canParse(destination)) return undefined;
  const url = new URL(destination);
  return SAFE_SCHEMES.has(url.protocol) ? url.href : undefined;
}

/** @returns a mailto destination, every character that could end the address percent-encoded */
export function mailtoUrl(address: string): string {
  return `mailto:${encodeURIComponent(address.toWellFormed()).replaceAll("%40", "@")}`;
}

/** @returns a tel destination (RFC 3966), or undefined where the text is not one plain number */
export function telUrl(phone: string): string | undefined {
  if (!/^\+?[\d][\d\s()（）\-－—]*$/.test(phone)) return undefined;
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}
