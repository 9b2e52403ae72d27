/** An option's whole number, or what commander is to say of anything else. */
import { InvalidArgumentError } from "commander";
import type { Words } from "./words.js";

export function readCount(words: Words, least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < least) {
      throw new InvalidArgumentError(words.wholeNumber(least));
    }
    return number;
  };
}
