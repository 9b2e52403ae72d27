/**
 * The lines at the end of a paper that say to whom it goes: 报：市科协, 送：区委办、区政府办, 抄送：…. They belong to the
 * bulletin that the text was taken from, not to the item. 报送：云岭区科协 with a unit of the house names who sends it, and
 * is left to the reader of signatures.
 */
import { isReceiver, readDistributionLine, receiversIn } from "../../han/distribution-line.js";
import type { KnownUnits } from "../../han/known-units.js";
import { readSignatureNames } from "../../han/signature-names.js";
import { isPictureLine, type SheetPart, wordsOf } from "./sheet.js";

/** @returns true for such a line, and for one that goes on with its names */
export function isDistributionAt(
  parts: readonly SheetPart[],
  index: number,
  units: KnownUnits["units"],
): boolean {
  let front = index;
  while (front >= 0 && isOfList(parts, front, units)) front -= 1;
  // Below 分工如下： it may be a list of the text.
  return front < index && !/[：:]$/u.test(textAt(parts, front));
}

/** 报送：X, where X may as well be who sends it: nobody can tell, and who reads it is asked */
export function mayNameSender(text: string): boolean {
  const line = readDistributionLine(text);
  return line?.isReport === true && !line.names.some(isReceiver);
}

const textAt = (parts: readonly SheetPart[], index: number): string => {
  const part = parts[index];
  return part?.kind === "line" && !isPictureLine(part) ? wordsOf(part) : "";
};

const IN_BRACKETS = /^[（(【](.*)[）)】]。?$/u;

function isOfList(parts: readonly SheetPart[], index: number, units: KnownUnits["units"]): boolean {
  const text = textAt(parts, index);
  const line = readDistributionLine(text);
  const inside = IN_BRACKETS.exec(text)?.[1];
  const place = { isOfSender: inside !== undefined };
  if (line !== undefined)
    return (
      !line.isReport || readSignatureNames(inside ?? text, { units, source: undefined }, place) === undefined
    );
  const isNext = /[、，,]$/u.test(textAt(parts, index - 1)) && receiversIn(text) !== undefined;
  return isNext && isOfList(parts, index - 1, units);
}
