/** Who signs, by the house's register of units: under an alias or a former name it is the same unit. */
import { signingNames } from "../han/signing-names.js";
import { type CalendarDate, compareDates } from "../model/calendar-date.js";
import type { Unit } from "../model/house.js";
import { registeredUnits } from "../model/register.js";

export interface KnownUnits {
  /** in the order of the register */
  readonly units: readonly Unit[];
  /**
   * @param signed as it is printed
   * @returns the units, each once, by their present names; names that no register knows stand as they are written
   */
  readonly signing: (signed: string) => readonly SigningUnit[];
}

export interface SigningUnit {
  readonly name: string;
  readonly isKnown: boolean;
}

export function knownUnits(units: readonly Unit[]): KnownUnits {
  const byName = new Map<string, string>();
  const byLetters = new Map<string, string | undefined>();
  for (const { name, aliases } of registeredUnits(units))
    for (const one of [name, ...aliases]) {
      if (!byName.has(one)) byName.set(one, name);
      const letters = lettersOf(one);
      // Two units whose names differ in widths and blanks alone are told apart by nothing else.
      const isOther = byLetters.has(letters) && byLetters.get(letters) !== name;
      byLetters.set(letters, isOther ? undefined : name);
    }
  const nameOf = (written: string) => byName.get(written) ?? byLetters.get(lettersOf(written));
  return {
    units,
    signing(signed) {
      const whole = signed.trim();
      // A name of the register may hold a mark or a space that parts others.
      const names =
        nameOf(whole) === undefined
          ? whole
              .split(/[、，,;；]/u)
              .map((name) => name.trim())
              .flatMap((name) => (nameOf(name) === undefined ? signingNames(name) : [name]))
          : [whole];
      const found = new Map<string, SigningUnit>();
      for (const written of names) {
        const known = nameOf(written);
        const name = known ?? inOneWidth(written);
        found.set(name, { name, isKnown: known !== undefined });
      }
      return [...found.values()];
    },
  };
}

/** What names of units are compared by: widths, blanks and capitals part no two. */
export const lettersOf = (name: string): string => name.normalize("NFKC").replace(/\s/gu, "").toLowerCase();

/** Widths part no two names: letters and digits narrow, brackets among Han wide, as a register would have them. */
function inOneWidth(name: string): string {
  const narrow = name.normalize("NFC").replace(/[！-～]/gu, (mark) => mark.normalize("NFKC"));
  return /\p{Script=Han}/u.test(narrow) ? narrow.replaceAll("(", "（").replaceAll(")", "）") : narrow;
}

/** @returns true where the unit is there on one day of the period at least */
export const isThereDuring = (
  { former = [], from, until }: Unit,
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
): boolean =>
  (former.length > 0 || from === undefined || compareDates(from, period.to) <= 0) &&
  (until === undefined || compareDates(period.from, until) <= 0);

/** @returns true where the unit is there through the whole of the month */
export function isThereIn(
  { former = [], from, until }: Unit,
  { year, month }: Pick<CalendarDate, "year" | "month">,
): boolean {
  const at = year * 12 + month;
  // With a former name, `from` is the day of the new one: the unit itself is older.
  const first =
    former.length > 0 || from === undefined ? at : from.year * 12 + from.month + Number(from.day > 1);
  const ends = until !== undefined && until.day < new Date(Date.UTC(until.year, until.month, 0)).getUTCDate();
  const last = until === undefined ? at : until.year * 12 + until.month - Number(ends);
  return first <= at && at <= last;
}
