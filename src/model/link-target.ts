/**
 * Where a link may lead, the same in every edition. The rule link/unsafe-scheme has refused the others
 * long before; this is the second lock on the same door, for builds without lint.
 */

/** Schemes that open a page, a letter or a call, and run nothing. */
const SAFE_SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);

/** @returns the destination as a browser would normalise it, in ASCII, or undefined where it is not safe */
export function linkTarget(destination: string): string | undefined {
  if (!URL.canParse(destination)) return undefined;
  const url = new URL(destination);
  return SAFE_SCHEMES.has(url.protocol) ? url.href : undefined;
}
