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

/** Bytes of characters that are no ASCII, percent-encoded. */
const ENCODED = /(?:%[89A-Fa-f][\dA-Fa-f])+/g;
/** What is not seen, or would end the address where it is copied. */
const UNSEEN = /[\p{C}\p{Z}]/u;

/**
 * @returns an address as people write it: Han as Han. What is encoded and is a sign of addresses (%20, %25, %2F) stays,
 * so that the address leads where it did.
 */
export const readableAddress = (href: string): string =>
  href.replace(/^(?:mailto|tel):/, "").replace(ENCODED, (bytes) => {
    try {
      const words = decodeURIComponent(bytes);
      return UNSEEN.test(words) ? bytes : words;
    } catch {
      return bytes;
    }
  });
