/**
 * The phone numbering plan, from libphonenumber-js. The library is loaded only where there is a
 * number to judge, since most runs have none and start-up counts.
 *
 * A number is held to its possible lengths, not to ranges in use: those change from year to year.
 */
import type { House } from "../model/house.js";
import type { Item } from "../model/issue.js";

/** Numbers without a country code are read as China's. */
const REGION = "CN";
/** Short codes of public services and hot lines in China: 110, 12345, 95588, 1008611 (YD/T 1141) */
const SHORT_CODE = /^(?:1[12]\d|1[0-2]\d{3}|9[56]\d{3,4}|1\d{6,7})$/;
/** 转801, ext. 801, -801 behind a number */
const EXTENSION = /(?:转|分机|ext\.?|x)[ :：]*\d{1,6}$/i;

/** @returns the judge of numbers that an issue or a submission needs */
export async function phoneNumbersFor(
  house: House,
  items: readonly Item[],
): Promise<(text: string) => boolean> {
  const hasNumbers =
    house.contact.phone !== undefined || items.some((item) => item.submitter?.phone !== undefined);
  if (!hasNumbers) return () => true;
  const { parsePhoneNumberFromString } = await import("libphonenumber-js/min");
  return (text) => {
    const number = text.trim().replace(EXTENSION, "").trim();
    // Only digits and what divides them: the library would pick a number out of any words.
    if (!/^[+＋]?[\d\s()（）.\-－—–]+$/u.test(number)) return false;
    if (SHORT_CODE.test(number)) return true;
    return parsePhoneNumberFromString(number, REGION)?.isPossible() === true;
  };
}
