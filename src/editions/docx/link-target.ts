/**
 * Where a link may lead. An unsafe scheme leads nowhere (its text stays), and what is no URI would
 * make Word call the whole file damaged, so it is written in the form of the URL standard.
 */
import { xmlSafe } from "./word-text.js";

const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** @returns an absolute URI in ASCII, or undefined where the text must stand without a link */
export function linkTarget(written: string): string | undefined {
  const address = xmlSafe(written);
  if (!URL.canParse(address)) return undefined;
  const target = new URL(address);
  return SAFE_SCHEMES.has(target.protocol) ? target.href : undefined;
}
