/**
 * What a mailbox is, as mail servers take it: the address of RFC 5321, section 4.1.2, without
 * quoted local parts, comments and address literals, which no mail provider hands out; letters
 * outside ASCII as RFC 6531 allows them.
 */

/** RFC 5321, 4.5.3.1: octets of the local part, of the domain, of a path without its brackets */
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 255;
const LONGEST_ADDRESS = 254;
/** RFC 1035, 2.3.4 */
const LONGEST_LABEL = 63;

/** RFC 5322, 3.2.3, atext; letters and digits of any script by RFC 6531 */
const ASCII_ATOM = /^[A-Za-z\d!#$%&'*+/=?^_`{|}~-]+$/;
const ATOM = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+$/u;
/** RFC 5890, 2.3.1; a top-level label has a letter (RFC 3696, 2) */
const ASCII_LABEL = /^[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?$/;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

export type AddressFault =
  | "no-at"
  | "several-at"
  | "space"
  | "local-part"
  | "dots"
  | "domain"
  | "top-level"
  | "length";

/** @returns what is wrong with an address, undefined where it is well formed */
export function addressFault(address: string): AddressFault | undefined {
  if (/\s/u.test(address)) return "space";
  const [local, domain, ...rest] = address.split("@");
  if (local === undefined || domain === undefined) return "no-at";
  if (rest.length > 0) return "several-at";
  if (local.length > LONGEST_LOCAL_PART || domain.length > LONGEST_DOMAIN) return "length";
  if (address.length > LONGEST_ADDRESS) return "length";
  if (local === "") return "local-part";
  const atoms = local.split(".");
  if (atoms.includes("")) return "dots";
  if (!atoms.every((atom) => ASCII_ATOM.test(atom) || ATOM.test(atom))) return "local-part";
  const labels = domain.split(".");
  if (domain === "" || labels.length < 2) return "domain";
  if (labels.includes("")) return "dots";
  if (!labels.every(isLabel)) return "domain";
  const top = labels.at(-1) ?? "";
  return /[A-Za-z]/.test(top) || /\p{L}/u.test(top) ? undefined : "top-level";
}

const isLabel = (label: string): boolean =>
  label.length <= LONGEST_LABEL && (ASCII_LABEL.test(label) || LABEL.test(label));

/**
 * Marks that a Chinese input method puts into an address: ＠ U+FF20, the full stops ． 。 ｡, and
 * the full-width forms of ASCII letters, digits, hyphen and low line.
 * @returns the address with their half-width marks, the same text where it has none
 */
export function halfWidthAddress(address: string): string {
  return address
    .replaceAll(/[。｡]/gu, ".")
    .replaceAll(/[\uFF01-\uFF5E]/gu, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0));
}

/** @returns true where `domain` is `allowed` or lies under it; letter case is ignored (RFC 4343) */
export function isUnderDomain(domain: string, allowed: string): boolean {
  const name = domain.toLowerCase();
  const zone = allowed.toLowerCase().replace(/^@/, "");
  return name === zone || name.endsWith(`.${zone}`);
}

/** @returns what stands behind the last @, empty where there is none */
export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1);
}
