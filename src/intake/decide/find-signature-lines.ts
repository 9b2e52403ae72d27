/**
 * The signature at the end of an item, read by the reader of build and lint (han/typed-signature.ts) in the words of
 * its last lines; and what stands below and beside it that is no text: fields, the end of a letter, numbers of pages.
 */

import type { KnownUnits } from "../../han/known-units.js";
import { beginsHead } from "../../han/line-ends.js";
import { findSignature, type Signature } from "../../han/typed-signature.js";
import { joinWords, OBJECT, sliceWords, trimWords } from "../marked-text.js";
import { type ClosedEnd, closeEnd, type EndToClose } from "./close-end.js";
import { isDistributionAt } from "./distribution-lines.js";
import type { FormField } from "./form-fields.js";
import { frontKind, isAttachmentList, isSalutation } from "./front-lines.js";
import type { LeftOut } from "./left-out.js";
import { isPictureLine, lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";
import { closesLetter, isSentAlong } from "./trailing-lines.js";

export interface SignedEnd {
  readonly rest: readonly SheetPart[];
  readonly signature: (Signature & { readonly words: string; readonly place: number }) | undefined;
  /** in the text still: it may belong to the sentence, or names a person alone */
  readonly isLeft: boolean;
  readonly fields: readonly FormField[];
  readonly leftOut: readonly LeftOut[];
  /** lines below the signature that stay, as nobody knows what they are */
  readonly below: readonly SheetLine[];
}

interface EndToSign extends EndToClose {
  /** the signature stays in the text, whatever it is */
  readonly isKept: boolean;
}

/** Lines that a signature may fill, and those that may stand below it. */
const MOST_LINES = 6;
/** Characters from which a line is no name or label */
const SENTENCE = 15;
/** Blanks that push a line to the right */
const FAR_INDENT = /^(?:\u3000{4,}|[ \t\u00a0\u3000]{8,}|\t{2,})/u;

/** @param isKept the signature stays in the text, whatever it is */
export function findSignedEnd(
  parts: readonly SheetPart[],
  units: KnownUnits["units"],
  isKept = false,
): SignedEnd {
  const [first] = parts;
  const context = { units, isKept, isLetter: first?.kind === "line" && isSalutation(wordsOf(first)) };
  const closed = closeEnd(parts, context);
  const end = readEnd(closed, context);
  if (end.signature?.unit !== undefined && !end.isLeft) return isKept ? end : underLetter(end, context);
  return (isKept ? undefined : aboveOthers(closed, context)) ?? end;
}

/** The signature of the text itself, where the letter that brought it is signed as well. */
function underLetter(end: SignedEnd, context: EndToSign): SignedEnd {
  const { signature: letter } = end;
  if (letter === undefined || !end.leftOut.some(({ why, place }) => why !== "form" && place < letter.place))
    return end;
  const own = readEnd({ rest: end.rest, fields: [], leftOut: [] }, context);
  if (own.signature?.unit === undefined || own.isLeft) return end;
  const { place, words, unit = "", people } = letter;
  const sender: readonly FormField[] = [
    { kind: "unit", label: "", value: unit, place },
    ...people.map((value) => ({ kind: "person", label: "", value, place }) as const),
  ];
  return {
    ...own,
    fields: [...own.fields, ...sender, ...end.fields],
    leftOut: [...own.leftOut, ...end.leftOut, { text: words.replaceAll("\n", " "), place, why: "letter" }],
  };
}

/** Lines below a signature of which nobody knows what they are: short ones, a few */
const MOST_BELOW = 4;
const LONGEST_BELOW = 30;

/** （云岭区科协　供稿） with an unknown line below: the signature is read, the line stays. */
function aboveOthers(closed: ClosedEnd, context: EndToSign): SignedEnd | undefined {
  const { rest } = closed;
  for (let cut = rest.length - 1; cut > 1 && rest.length - cut <= MOST_BELOW; cut -= 1) {
    const part = rest[cut];
    if (part?.kind !== "line" || isPictureLine(part)) return undefined;
    if (lengthOf(wordsOf(part)) > LONGEST_BELOW || /^[（(【]/u.test(wordsOf(part))) return undefined;
    if (beginsHead(wordsOf(part))) return undefined;
    const above = readEnd(joinEnds(closeEnd(rest.slice(0, cut), context), closed), context);
    const { signature } = above;
    if (signature === undefined) continue;
    const signs = signature.hasLabel || /^[（(【]/u.test(signature.words);
    if (signature.unit === undefined || above.isLeft || !signs) return undefined;
    const lines = rest.slice(cut).flatMap((one) => (one.kind === "line" ? [one] : []));
    // Nobody's own number is printed.
    const below = lines.filter((line) => !MOBILE.test(wordsOf(line)));
    const out = lines
      .filter((line) => !below.includes(line))
      .map((line) => ({ text: wordsOf(line), place: line.place, why: "letter" }) as const);
    return { ...above, rest: [...above.rest, ...below], below, leftOut: [...above.leftOut, ...out] };
  }
  return undefined;
}

const MOBILE = /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/u;

const joinEnds = (upper: ClosedEnd, lower: ClosedEnd): ClosedEnd => ({
  rest: upper.rest,
  fields: [...upper.fields, ...lower.fields],
  leftOut: [...upper.leftOut, ...lower.leftOut],
});

function readEnd(closed: ClosedEnd, context: EndToSign): SignedEnd {
  const tail = tailOf(closed.rest, context.units);
  const found = readTail(tail, { units: context.units, isTableLast: closed.rest.at(-1)?.kind === "table" });
  if (found === undefined) return { ...closed, signature: undefined, isLeft: false, below: [] };
  const { signature, from, words } = found;
  const first = tail.find(({ end }) => end > from) ?? tail.at(-1);
  const named = { ...signature, words, place: first?.line.place ?? 0 };
  const isPersonAlone = signature.unit === undefined && !signature.hasLabel;
  // Units one below the other may be a list, but not where they are set to the right.
  const lines = tail.filter(({ end }) => end > from);
  const isApart =
    signature.unit !== undefined && lines.length > 1 && lines.every(({ line }) => isSetRight(line));
  if (context.isKept || !(signature.isSure || isApart) || isPersonAlone)
    return { ...closed, signature: named, isLeft: true, below: [] };
  // 祝好！ above the name of who wrote the letter
  const letter = closeEnd(cutTail(closed.rest, tail, from), context);
  return {
    rest: letter.rest,
    signature: named,
    isLeft: false,
    below: [],
    fields: [...letter.fields, ...closed.fields],
    leftOut: [...letter.leftOut, ...closed.leftOut],
  };
}

interface TailLine {
  readonly index: number;
  readonly line: SheetLine;
  /** offsets in the words of the tail */
  readonly start: number;
  readonly end: number;
}

interface Tail extends ReadonlyArray<TailLine> {}

/** 咨询电话：…, 报名方式：… are for the readers; the signature stands above them. */
const FOR_READERS =
  /^[（(]?(?:咨询|报名|服务|预约|举报|监督|查询|参观|值班)(?:电话|方式|热线|邮箱|地址|网址|时间)[\s\u3000]*[：:].{1,60}$/u;

/** The last lines, pictures and lists of attachments left out. */
function tailOf(parts: readonly SheetPart[], units: KnownUnits["units"]): Tail {
  const lines: { index: number; line: SheetLine }[] = [];
  let index = parts.length - 1;
  for (; index >= 0 && lines.length < MOST_LINES; index -= 1) {
    const part = parts[index];
    if (part?.kind !== "line") {
      // A table of the item may stand behind its signature.
      if (lines.length === 0 && index === parts.length - 1) continue;
      break;
    }
    if (isPictureLine(part) || isCaptionLine(parts, index) || FOR_READERS.test(wordsOf(part))) continue;
    // 附：照片2张, or END, between the text and what signs it
    if (isSentAlong(wordsOf(part)) || (lines.length > 0 && frontKind(wordsOf(part)) === "furniture"))
      continue;
    // What signs below 此致 敬礼, or below 报送：区委办, begins there.
    if (lines.length > 0 && (closesLetter(wordsOf(part)) || isDistributionAt(parts, index, units))) break;
    lines.unshift({ index, line: part });
  }
  const list = lines.findIndex(({ line }) => isAttachmentList(wordsOf(line)));
  const shown =
    list > 0 && endsInList(lines.slice(list).map(({ line }) => wordsOf(line))) ? lines.slice(0, list) : lines;
  let at = 0;
  return shown.map(({ index: place, line }) => {
    const start = at;
    at += line.words.text.length + 1;
    return { index: place, line, start, end: at - 1 };
  });
}

/** 附件：1.… and its further numbers are the last of the text, and what signs stands above them. */
const endsInList = (texts: readonly string[]): boolean =>
  texts.slice(1).every((text) => /^\d{1,2}[.．、]/.test(text) || isAttachmentList(text));

const isCaptionLine = (parts: readonly SheetPart[], index: number): boolean => {
  const [before, part] = [parts[index - 1], parts[index]];
  return (
    part?.kind === "line" &&
    before?.kind === "line" &&
    isPictureLine(before) &&
    (/^[（(]?(?:图片?|照片|配图|插图)[为：:\d]/u.test(wordsOf(part)) ||
      /题注|caption/iu.test(part.paragraph.style ?? ""))
  );
};

interface TailSignature {
  readonly signature: Signature;
  /** where it begins in the words of the tail */
  readonly from: number;
  readonly words: string;
}

interface TailContext {
  readonly units: KnownUnits["units"];
  /** a table stands behind: a line of its own may be its title, brackets are none */
  readonly isTableLast: boolean;
}

function readTail(tail: Tail, { units, isTableLast }: TailContext): TailSignature | undefined {
  const text = tail
    .map(({ line }) => line.words.text.replaceAll(OBJECT, " ").replaceAll("\t", " "))
    .join("\n");
  const context = { units, source: undefined };
  const found = findSignature(text, { ...context, followsFinished: (tail[0]?.index ?? 0) > 0 });
  if (found !== undefined && isTableLast && !/^[（(【〔［[]/u.test(text.slice(found.start))) return undefined;
  if (found !== undefined)
    return { signature: found, from: found.start, words: text.slice(found.start, found.end) };
  // Lines set to the right stand apart from the text, however that ends; so do names in brackets below a sentence or
  // an entry of a list that lack their mark.
  const right = tail.findLastIndex(({ line }) => !isSetRight(line)) + 1;
  const last = tail.length - 1;
  const start = right <= last ? right : standsApart(tail[last]?.line, tail[last - 1]?.line) ? last : right;
  const from = tail[start]?.start;
  if (from === undefined || start === 0) return undefined;
  const apart = findSignature(text.slice(from), { ...context, followsFinished: true });
  if (apart === undefined) return undefined;
  return {
    signature: apart,
    from: from + apart.start,
    words: text.slice(from + apart.start, from + apart.end),
  };
}

const standsApart = (line: SheetLine | undefined, before: SheetLine | undefined): boolean =>
  line !== undefined &&
  before !== undefined &&
  !line.isSameParagraph &&
  /^[（(【][^（()）]+[）)】]。?$/u.test(wordsOf(line)) &&
  (lengthOf(wordsOf(before)) >= SENTENCE || before.bullet !== undefined || beginsHead(wordsOf(before)));

const isSetRight = ({ paragraph, indent }: SheetLine): boolean =>
  paragraph.alignment === "end" || FAR_INDENT.test(indent);

/** Pictures that stand in or below the signature stay. */
function cutTail(parts: readonly SheetPart[], tail: Tail, from: number): readonly SheetPart[] {
  const cut = new Map(tail.filter(({ end }) => end > from).map((one) => [one.index, one]));
  return parts.flatMap((part, index): readonly SheetPart[] => {
    const own = cut.get(index);
    if (own === undefined || part.kind !== "line") return [part];
    const at = Math.max(0, from - own.start);
    const { words } = part;
    const objects = [...words.text].flatMap((unit, place) =>
      unit === OBJECT && place >= at ? [sliceWords(words, place, place + 1)] : [],
    );
    const kept = trimWords(joinWords([sliceWords(words, 0, at), ...objects]));
    return kept.text === "" ? [] : [{ ...part, words: kept }];
  });
}
