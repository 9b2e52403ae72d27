/** Destinations of links as an attribute carries them; where one may lead says model/link-target.ts. */
import { linkTarget } from "../../model/link-target.js";

/** @returns the destination as a browser would normalise it, or undefined where it is not safe */
export const safeUrl = (destination: string): string | undefined => linkTarget(destination);

/** @returns a mailto destination, every character that could end the address percent-encoded */
export function mailtoUrl(address: string): string {
  return `mailto:${encodeURIComponent(address.toWellFormed()).replaceAll("%40", "@")}`;
}

/** @returns a tel destination (RFC 3966), or undefined where the text is not one plain number */
export function telUrl(phone: string): string | undefined {
  if (!/^\+?[\d][\d\s()（）\-－—]*$/.test(phone)) return undefined;
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}
