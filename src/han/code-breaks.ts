/**
 * Where a code or a telephone number may part as a last resort, digits and letters between two marks staying whole:
 * KJ-|2026-0118, 010-|8461 2345. Never dates (2026-03-31), numbers of standards (GB/T 15834-2011) and
 * compounds as short as Wi-Fi. What it costs is decided in layout.
 */

/** Whole codes of fewer characters look like words. */
const LEAST_CODE = 9;
/** Fewest characters on either side. */
const LEAST_PART = 2;
const PHONE = /^(?:\+86[- ]?)?(?:0\d{2,3}|[48]00)-\d{3,4}[- ]?\d{4}(?:-\d{1,5})?$/;
const CODE = /^[A-Za-z\d.]+(?:-[A-Za-z\d.]+)+$/;

/** @returns what parts at this place of the unit's text, undefined where nothing may */
export function findCodeBreak(code: string, at: number): "code" | "phone" | undefined {
  if (code.charAt(at - 1) !== "-" || at < LEAST_PART + 1 || code.length - at < LEAST_PART) return undefined;
  // Behind the area code alone, or 400: what follows is dialled in one breath.
  if (PHONE.test(code))
    return /^(?:\+86[- ]?)?(?:0\d{2,3}|[48]00)-$/.test(code.slice(0, at)) ? "phone" : undefined;
  return code.length >= LEAST_CODE && CODE.test(code) && /[A-Za-z]/.test(code) ? "code" : undefined;
}
