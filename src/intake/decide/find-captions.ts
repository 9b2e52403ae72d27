/**
 * Which line is the caption of a picture: one of the style 题注, one that begins 图为, or a short centred one right
 * behind the picture; in front of it only by its style or 图为.
 */
import { isPictureLine, lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";

export interface CaptionPlaces {
  /** line → part that holds the picture it belongs to; both are indexes */
  readonly byPicture: ReadonlyMap<number, number>;
  readonly lines: ReadonlySet<number>;
}

const CAPTION_STYLE = /题注|图注|图题|caption/iu;
const CAPTION_WORDS =
  /^[（(【]?(?:图为|(?:图片?|照片|配图|插图)[一二三四五六七八九十\d]+[\s\u3000：:、.]|(?:图片?|照片|配图|插图)[：:]|[左右上下]图[为：:]?)/u;
const LONGEST = 40;
const LONGEST_TOLD = 80;
/** 一、 begins no caption. */
const HEAD = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;

export function findCaptions(parts: readonly SheetPart[]): CaptionPlaces {
  const byPicture = new Map<number, number>();
  const lines = new Set<number>();
  const take = (picture: number, line: number) => {
    byPicture.set(picture, line);
    lines.add(line);
  };
  const pictures = parts.flatMap((part, index) => (isLine(part) && isPictureLine(part) ? [index] : []));
  for (const index of pictures) {
    const behind = parts[index + 1];
    if (isLine(behind) && isCaptionBehind(behind)) take(index, index + 1);
  }
  for (const index of pictures) {
    const before = parts[index - 1];
    if (byPicture.has(index) || lines.has(index - 1) || !isLine(before) || isPictureLine(before)) continue;
    if (isToldCaption(before)) take(index, index - 1);
  }
  return { byPicture, lines };
}

const isLine = (part: SheetPart | undefined): part is SheetLine => part?.kind === "line";

function isToldCaption(line: SheetLine): boolean {
  const text = wordsOf(line);
  if (text === "" || lengthOf(text) > LONGEST_TOLD) return false;
  return CAPTION_STYLE.test(line.paragraph.style ?? "") || CAPTION_WORDS.test(text);
}

function isCaptionBehind(line: SheetLine): boolean {
  if (isPictureLine(line)) return false;
  if (isToldCaption(line)) return true;
  const text = wordsOf(line);
  const { alignment, outlineLevel } = line.paragraph;
  return (
    alignment === "center" &&
    outlineLevel === undefined &&
    text !== "" &&
    lengthOf(text) <= LONGEST &&
    !HEAD.test(text) &&
    !/[；：，]$/u.test(text) &&
    !line.startsPage
  );
}

/** （图为活动现场）: the brackets are the line's, not the words'. */
export const captionBrackets = (text: string): { readonly start: number; readonly end: number } => {
  const inside = /^[（(【](.+)[）)】]$/u.exec(text)?.[1];
  return inside === undefined || /[（(）)【】]/u.test(inside)
    ? { start: 0, end: text.length }
    : { start: 1, end: text.length - 1 };
};
