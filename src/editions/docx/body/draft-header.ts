/**
 * The mark of a draft at the head of every page, flush right, and the numbers of lines in the margin
 * (ECMA-376, 17.6.8), which reviewers refer to; Word counts the lines itself, each page anew.
 */
import { AlignmentType, Header, type ILineNumberAttributes, LineNumberRestartFormat } from "docx";
import { LINE_NUMBER_DISTANCE_MM } from "../../../model/printed-measures.js";
import { twipsFromMm } from "../../../model/units.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";

export interface PageHeaders {
  readonly default: Header;
  readonly even: Header;
  readonly first?: Header;
}

/** @returns the same header on every page, the cover's too */
export function draftHeaders(draft: string, { hasCover }: { readonly hasCover: boolean }): PageHeaders {
  const header = () =>
    new Header({
      children: [paragraphOf("Header", runsOfText(draft), { alignment: AlignmentType.RIGHT })],
    });
  return { default: header(), even: header(), ...(hasCover ? { first: header() } : {}) };
}

export const LINE_NUMBERS: ILineNumberAttributes = {
  countBy: 1,
  restart: LineNumberRestartFormat.NEW_PAGE,
  distance: twipsFromMm(LINE_NUMBER_DISTANCE_MM),
};
