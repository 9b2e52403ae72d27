/**
 * The phone numbering plan, from libphonenumber-js. The library is loaded only where there is a
 * number to judge, since most runs have none and start-up counts.
 *
 * A number is held to its possible lengths, not to ranges in use, which change from year to year.
 */
import type { House } from "../model/house.js";
import type { Item } from "../model/issue.js";

/** Numbers without a country code are read as China's. */
const REGION = "CN";
/** Short codes of public services and hot lines in China: 110, 12345, 95588, 1008611 (YD/T 1141) */
const SHORT_CODE = /^(?:1[12]\d|1[0-2]\d{3}|9[56]\d{3,4}|1\d{6,7})$/;
/** 转801, ext. 801, -801 behind a number */
const EXTENSION = /(?:转|分机|ext\.?|x)[ :：]*\d{1,6}$/i;

/** The usual ways to write a number of China, which need no library to be told possible; 179… dials a carrier. */
const PLAIN_NUMBER =
  /^(?:1(?:[3-689]\d|7[0-8])[ -]?\d{4}[ -]?\d{4}|0(?:10|2\d)[ -]?\d{4}[ -]?\d{4}|0[3-9]\d{2}[ -]?\d{3,4}[ -]?\d{4})$/;

export interface JudgedNumbers {
  readonly house: House;
  readonly items: readonly Item[];
  /** false for a submission, which prints no number of the house */
  readonly withHouse: boolean;
}

/** @returns the judge of numbers that an issue or a submission needs */
export async function phoneNumbersFor(given: JudgedNumbers): Promise<(text: string) => boolean> {
  if (numbersOf(given).every((text) => PLAIN_NUMBER.test(text.trim())))
    return (text) => PLAIN_NUMBER.test(text.trim());
  const { parsePhoneNumberFromString } = await import("libphonenumber-js/min");
  return (text) => {
    const number = text.trim().replace(EXTENSION, "").trim();
    // Only digits and what divides them: the library would pick a number out of any words.
    if (!/^[+＋]?[\d\s()（）.\-－—–]+$/u.test(number)) return false;
    if (SHORT_CODE.test(number)) return true;
    const parsed = parsePhoneNumberFromString(number, REGION);
    if (parsed === undefined || !parsed.isPossible()) return false;
    // The library takes any seven to twelve digits for China; area codes and lengths say more.
    return parsed.country !== REGION || CHINESE_NUMBER.test(parsed.nationalNumber);
  };
}

/**
 * National numbers without the trunk prefix 0: mobile, 010 and 02x with eight digits, other area codes
 * with seven or eight, 400 and 800 (YD/T 1141; ITU-T E.129, China).
 */
const CHINESE_NUMBER = /^(?:1[3-9]\d{9}|(?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8}|[48]00\d{7}|9[56]\d{3,4})$/;

function numbersOf({ house, items, withHouse }: JudgedNumbers): readonly string[] {
  const own = withHouse && house.contact.phone !== undefined ? [house.contact.phone.value] : [];
  return [...own, ...items.flatMap(({ submitter }) => submitter?.phone?.value ?? [])];
}
