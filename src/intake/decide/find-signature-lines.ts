/**
 * The signature at the end of an item, read by the reader of build and lint (han/typed-signature.ts) in the words of
 * its last lines; and what stands below and beside it that is no text: fields, the end of a letter, numbers of pages.
 */

import { beginsHead } from "../../han/line-ends.js";
import type { KnownUnits } from "../../han/signature-names.js";
import { findSignature, type Signature } from "../../han/typed-signature.js";
import { joinWords, OBJECT, sliceWords, trimWords } from "../marked-text.js";
import { type FormField, isAddressLine, readContactLine, readFormLine } from "./form-fields.js";
import { frontKind, isAttachmentList, isClosingLine } from "./front-lines.js";
import type { LeftOut } from "./left-out.js";
import { isPictureLine, lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";

export interface SignedEnd {
  readonly rest: readonly SheetPart[];
  readonly signature: (Signature & { readonly words: string; readonly place: number }) | undefined;
  /** in the text still: it may belong to the sentence, or names a person alone */
  readonly isLeft: boolean;
  readonly fields: readonly FormField[];
  readonly leftOut: readonly LeftOut[];
}

/** Lines that a signature may fill, and those that may stand below it. */
const MOST_LINES = 6;
/** Characters from which a line is no name or label */
const SENTENCE = 15;
/** Lines that a page and a letter put below its text */
const MOST_CLOSING = 12;
/** Blanks that push a line to the right */
const FAR_INDENT = /^(?:\u3000{4,}|[ \t\u00a0\u3000]{8,}|\t{2,})/u;

/** @param isKept the signature stays in the text, whatever it is */
export function findSignedEnd(
  parts: readonly SheetPart[],
  units: KnownUnits["units"],
  isKept = false,
): SignedEnd {
  const closed = closeEnd(parts);
  const tail = tailOf(closed.rest);
  const found = readTail(tail, { units, isTableLast: closed.rest.at(-1)?.kind === "table" });
  if (found === undefined) return { ...closed, signature: undefined, isLeft: false };
  const { signature, from, words } = found;
  const first = tail.find(({ end }) => end > from) ?? tail.at(-1);
  const named = { ...signature, words, place: first?.line.place ?? 0 };
  const isPersonAlone = signature.unit === undefined && !signature.hasLabel;
  if (isKept || !signature.isSure || isPersonAlone) return { ...closed, signature: named, isLeft: true };
  // 祝好！ above the name of who wrote the letter
  const letter = closeEnd(cutTail(closed.rest, tail, from));
  return {
    rest: letter.rest,
    signature: named,
    isLeft: false,
    fields: [...letter.fields, ...closed.fields],
    leftOut: [...letter.leftOut, ...closed.leftOut],
  };
}

/** Takes away from the end what closes a letter or a page, and fields. */
function closeEnd(parts: readonly SheetPart[]): Pick<SignedEnd, "rest" | "fields" | "leftOut"> {
  const fields: FormField[] = [];
  const leftOut: LeftOut[] = [];
  const kept: SheetPart[] = [];
  let end = parts.length;
  let looks = 0;
  for (; end > 1 && looks < MOST_CLOSING; end -= 1, looks += 1) {
    const part = parts[end - 1];
    if (part?.kind !== "line") break;
    const text = wordsOf(part);
    if (text === "") {
      if (isPictureLine(part)) kept.unshift(part);
      continue;
    }
    const form = readContactLine(text, part.place) ?? readFormLine(text, part.place);
    const before = parts[end - 2];
    const isBesideContact =
      isAddressLine(text) &&
      (fields.length > 0 ||
        (before?.kind === "line" && readContactLine(wordsOf(before), before.place) !== undefined));
    // Names alone are a signature: that reader knows who wrote and who checked.
    if (
      form !== undefined &&
      (form.length > 1 ||
        form.some(({ kind, value, label }) => !SIGNING.has(kind) || /\d/.test(value) || EDITS.test(label)))
    ) {
      fields.unshift(...form);
      leftOut.unshift({ text, place: part.place, why: "form" });
    } else if (isBesideContact) {
      leftOut.unshift({ text, place: part.place, why: "form" });
    } else if (isClosingLine(text)) {
      leftOut.unshift({ text, place: part.place, why: frontKind(text) ?? "letter" });
    } else break;
  }
  return { rest: [...parts.slice(0, end), ...kept], fields, leftOut };
}

/** Of who published it elsewhere: no unit of that text signs so */
const EDITS = /^(?:责任编辑|责编|编辑|校对)$/u;
const SIGNING: ReadonlySet<FormField["kind"]> = new Set(["unit", "person", "checker"]);

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
function tailOf(parts: readonly SheetPart[]): Tail {
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
