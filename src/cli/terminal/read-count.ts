/** An option's whole number, or what commander is to say of anything else. */
import { InvalidArgumentError } from "commander";
import type { Words } from "./words.js";

/** As many as a manifest may number (read/house-fields.ts); nobody asks for more of anything. */
const MOST = 1_000_000;

export function readCount(words: Words, least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > MOST) {
      throw new InvalidArgumentError(words.wholeNumber(least, MOST));
    }
    return number;
  };
}
