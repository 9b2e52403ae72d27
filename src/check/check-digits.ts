/**
 * The check digits of identity numbers (GB 11643-1999, ISO 7064 MOD 11-2) and bank cards
 * (ISO/IEC 7812-1, Luhn), and what else must be right in them for a run of digits to be one.
 */
import { isRealDate } from "../model/calendar-date.js";

/** GB 11643-1999, 4.2: 2^(18 - i) mod 11 for i = 1 … 17 */
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECK_DIGITS = "10X98765432";

/** GB/T 2260: first two digits of the regions; 81 to 83 for residents of Hong Kong, Macao and Taiwan, 91 for foreigners. */
const REGIONS = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/**
 * Issuer prefixes by length: UnionPay (62, 16 to 19 digits; the older 6011…, 603…, 60, 690755,
 * 955…, 9558… of Chinese banks), Visa (4, 16), MasterCard (51–55, 2221–2720, 16), JCB (3528–3589, 16).
 */
const ISSUERS: readonly { prefix: RegExp; lengths: readonly number[] }[] = [
  { prefix: /^62/, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:955[89]|9559|60[0-9]|690755|6858)/, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:4|5[1-5]|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720))/, lengths: [16] },
  { prefix: /^35(?:2[89]|[3-8]\d)/, lengths: [16] },
];

export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !REGIONS.test(text)) return false;
  const born = {
    year: Number(text.slice(6, 10)),
    month: Number(text.slice(10, 12)),
    day: Number(text.slice(12, 14)),
  };
  if (!isRealDate(born)) return false;
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return IDENTITY_CHECK_DIGITS[sum % 11] === text[17]?.toUpperCase();
}

export function isBankCard(text: string): boolean {
  const digits = text.replaceAll(/[ -]/g, "");
  const isIssued = ISSUERS.some(
    ({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits),
  );
  return isIssued && !/^(\d)\1+$/.test(digits) && luhnSum(digits) % 10 === 0;
}

/** ISO/IEC 7812-1, annex B: every second digit from the right is doubled, 9 taken off where it passes 9. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighed = index % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum;
}
