/**
 * How a line looks against the text around it: what speaks for a title, and what a size and a face of the body are.
 */
import type { TitleLook } from "../draft/draft-item.js";
import { lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";

export interface BodyLook {
  /** in pt; undefined where nothing says so */
  readonly fontSize: number | undefined;
  readonly face: string | undefined;
  /** most of the text is bold, centred: that tells nothing then */
  readonly isBold: boolean;
  readonly isCentred: boolean;
}

export interface LineLooks {
  readonly looks: readonly TitleLook[];
  /** pt above the body; 0 where it is not larger */
  readonly largerBy: number;
}

/** Faces that official papers set titles in (GB/T 9704-2012, 7.3.1), and those that stand for them. */
const TITLE_FACE = /标宋|大黑|中宋|黑体|Hei(?:ti)?$|SimHei|STZhongsong/iu;
const TITLE_STYLE = /^(?:标题|Title|文章标题|大标题|主标题|heading 1|标题 1)$/iu;
/** pt by which a title stands out (INTAKE 3) */
const LARGER_PT = 2;
/** Characters from which a line is text whatever stands in it, and where a mark parts it. */
const LONG_LINE = 60;
const SENTENCE = 12;

export function bodyLook(parts: readonly SheetPart[]): BodyLook {
  const lines = parts.filter((part) => part.kind === "line");
  const text = lines.filter((line) => {
    const words = wordsOf(line);
    return lengthOf(words) > LONG_LINE || (lengthOf(words) > SENTENCE && /[。，；].{2}/u.test(words));
  });
  const total = weightOf(text);
  return {
    fontSize: heaviest(text, ({ paragraph }) => paragraph.fontSize),
    face: heaviest(text, ({ paragraph }) => paragraph.face),
    isBold: total > 0 && weightOf(text.filter(({ paragraph }) => paragraph.isBold)) * 2 > total,
    isCentred:
      total > 0 && weightOf(text.filter(({ paragraph }) => paragraph.alignment === "center")) * 2 > total,
  };
}

const weightOf = (lines: readonly SheetLine[]): number =>
  lines.reduce((sum, line) => sum + line.words.text.length, 0);

/** The value that most characters have. */
function heaviest<T extends string | number>(
  lines: readonly SheetLine[],
  read: (line: SheetLine) => T | undefined,
): T | undefined {
  const weights = new Map<T, number>();
  for (const line of lines) {
    const value = read(line);
    if (value !== undefined) weights.set(value, (weights.get(value) ?? 0) + line.words.text.length);
  }
  let best: T | undefined;
  for (const [value, weight] of weights)
    if (best === undefined || weight > (weights.get(best) ?? 0)) best = value;
  return best;
}

export function looksOf({ paragraph }: SheetLine, body: BodyLook): LineLooks {
  const { alignment, fontSize, face, isBold, outlineLevel, style } = paragraph;
  const looks: TitleLook[] = [];
  if ((outlineLevel !== undefined && outlineLevel <= 1) || TITLE_STYLE.test(style ?? "")) looks.push("style");
  if (alignment === "center" && !body.isCentred) looks.push("centred");
  const by = fontSize === undefined || body.fontSize === undefined ? 0 : fontSize - body.fontSize;
  if (by >= LARGER_PT) looks.push("larger");
  if (isBold && !body.isBold) looks.push("bold");
  if (face !== undefined && TITLE_FACE.test(face) && face !== body.face) looks.push("face");
  return { looks, largerBy: Math.max(0, by) };
}

/** Two lines set alike: one title over two paragraphs. */
export const isSetAlike = (one: SheetLine, other: SheetLine): boolean =>
  one.paragraph.fontSize === other.paragraph.fontSize &&
  one.paragraph.alignment === other.paragraph.alignment &&
  one.paragraph.isBold === other.paragraph.isBold &&
  one.paragraph.outlineLevel === other.paragraph.outlineLevel;

/** Nothing of its look says anything: text, and Word files typed as text. */
export const isPlain = ({ looks }: LineLooks): boolean => looks.length === 0;
