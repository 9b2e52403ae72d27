/**
 * The title of an item, and what stands in front of it and below it that is no text: red heads, the letter, fields,
 * the unit under the title. In the order of evidence: a label, looks, a first line that heads its sentence, the mail's
 * subject, the name of the file. Never the first sentence of the text.
 */
import { readSignatureNames } from "../../han/signature-names.js";
import { titleKey } from "../../model/title-key.js";
import type { TitleEvidence } from "../draft/draft-item.js";
import { type MarkedText, sliceWords, trimWords } from "../marked-text.js";
import { type FormField, readFormLine } from "./form-fields.js";
import { type FrontKind, frontKind } from "./front-lines.js";
import { type BodyLook, bodyLook, isSetAlike, looksOf } from "./line-looks.js";
import { isPictureLine, lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";
import {
  headsSentence,
  isBareUnit,
  isByline,
  LONGEST_TITLE,
  type NoTitle,
  titleInFileName,
  titleInSubject,
  titleLabel,
  whyNoTitle,
} from "./title-words.js";

export interface TitleContext {
  readonly subject: string | undefined;
  readonly fileName: string;
  /** names of the house's sections */
  readonly sections: readonly string[];
  /** of the submission's tables */
  readonly fields: readonly FormField[];
}

export interface LeftOut {
  readonly text: string;
  readonly place: number;
  readonly why: FrontKind | "form" | "byline" | "section" | "letter-text";
}

export interface FoundTitle {
  readonly lines: readonly MarkedText[];
  readonly evidence: TitleEvidence | undefined;
  readonly fields: readonly FormField[];
  /** unit, persons, day below the title */
  readonly bylines: readonly { readonly text: string; readonly place: number }[];
  readonly section: string | undefined;
  readonly leftOut: readonly LeftOut[];
  /** a line that looks like a title and is none */
  readonly refused: { readonly text: string; readonly place: number; readonly why: NoTitle } | undefined;
  /** what is left: the text of the item */
  readonly rest: readonly SheetPart[];
}

/** Lines among which a title is looked for. */
const REACH = 40;
const MOST_LINES = 3;

export function findTitle(parts: readonly SheetPart[], context: TitleContext): FoundTitle {
  const body = bodyLook(parts);
  const front = readFront(parts, { context, body });
  const fields = [...front.fields];
  const leftOut = [...front.leftOut];
  const labelled = [...context.fields, ...fields].find(({ kind, value }) => kind === "title" && value !== "");
  const found = front.found ?? fromElsewhere(parts.slice(front.next), context, labelled);
  const rest = parts.slice(found.from + found.count);
  const kept = parts.slice(0, found.from).filter((part) => front.kept.has(part));
  const isSameLine = found.count > 0 && found.evidence?.place === front.refused?.place;
  const below = found.count > 0 ? readBelow(rest) : { fields: [], bylines: [], count: 0 };
  for (const { text, place } of below.bylines) leftOut.push({ text, place, why: "byline" });
  for (const field of below.fields) {
    fields.push(field);
    leftOut.push({ text: `${field.label}：${field.value}`, place: field.place, why: "form" });
  }
  return {
    lines: found.lines,
    evidence: found.evidence,
    fields,
    bylines: [...front.bylines, ...below.bylines],
    section: front.section,
    leftOut,
    refused:
      found.evidence?.kind === "looks" || found.evidence?.kind === "label" || isSameLine
        ? undefined
        : front.refused,
    rest: [...kept, ...rest.slice(below.count)],
  };

  function fromElsewhere(
    behind: readonly SheetPart[],
    { subject, fileName }: TitleContext,
    label: FormField | undefined,
  ): Candidate {
    const first = behind.find((part) => part.kind === "line");
    const asFirst = (title: string) => {
      const isFirst = first?.kind === "line" && titleKey(wordsOf(first)) === titleKey(title);
      return isFirst
        ? { lines: [withoutStop(first.words)], place: first.place }
        : { lines: [bare(title)], place: undefined };
    };
    const taken = (evidence: (place: number | undefined) => TitleEvidence, title: string): Candidate => {
      const { lines, place } = asFirst(title);
      const at = first === undefined ? front.next : parts.indexOf(first);
      return place === undefined
        ? { lines, evidence: evidence(undefined), from: front.next, count: 0 }
        : { lines, evidence: evidence(place), from: at, count: 1 };
    };
    if (label !== undefined) return taken(() => ({ kind: "label", place: label.place }), label.value);
    const inSubject = subject === undefined ? undefined : titleInSubject(subject);
    if (inSubject !== undefined) return taken((place) => ({ kind: "subject", place }), inSubject);
    const inName = titleInFileName(fileName);
    if (inName !== undefined) return taken((place) => ({ kind: "file-name", place }), inName);
    return { lines: [], evidence: undefined, from: front.next, count: 0 };
  }
}

const withoutStop = (words: MarkedText): MarkedText =>
  sliceWords(words, 0, words.text.replace(/[。；，、：]+$/u, "").length);

/** Words that stand in no paragraph. */
function bare(text: string): MarkedText {
  const marks = { isBold: false, isItalic: false, isStruck: false, link: undefined, object: undefined };
  return { text, marks: [...text].flatMap((unit) => new Array(unit.length).fill(marks)), places: [] };
}

interface Candidate {
  readonly lines: readonly MarkedText[];
  readonly evidence: TitleEvidence | undefined;
  /** parts in front of it are no text, save those that are kept */
  readonly from: number;
  /** parts that it takes */
  readonly count: number;
}

interface Front {
  readonly found: Candidate | undefined;
  readonly fields: readonly FormField[];
  readonly bylines: FoundTitle["bylines"];
  readonly section: string | undefined;
  readonly leftOut: readonly LeftOut[];
  readonly refused: FoundTitle["refused"];
  /** pictures and tables in front of the title */
  readonly kept: ReadonlySet<SheetPart>;
  /** where the text begins, if there is no title */
  readonly next: number;
}

interface Around {
  readonly context: TitleContext;
  readonly body: BodyLook;
}

function readFront(parts: readonly SheetPart[], around: Around): Front {
  const fields: FormField[] = [];
  const bylines: { text: string; place: number }[] = [];
  const leftOut: LeftOut[] = [];
  const kept = new Set<SheetPart>();
  let section: string | undefined;
  let found: Candidate | undefined;
  let refused: FoundTitle["refused"];
  let next = 0;
  for (const [index, part] of parts.slice(0, REACH).entries()) {
    next = index;
    if (part.kind === "table" || isPictureLine(part)) {
      if (part.kind === "table") break;
      kept.add(part);
      continue;
    }
    const text = wordsOf(part);
    const behind = textsBehind(parts, index);
    const kind = frontKind(text, behind);
    if (kind === "letter-title") {
      const title = titleBehindLetter(parts, index, around);
      leftOut.push({ text, place: part.place, why: kind });
      if (title === undefined) continue;
      for (const line of parts.slice(index + 1, title)) {
        if (line.kind !== "line") continue;
        leftOut.push({ text: wordsOf(line), place: line.place, why: "letter-text" });
        fields.push(...(readFormLine(wordsOf(line), line.place) ?? []));
        if (frontKind(wordsOf(line)) === undefined && isByline(wordsOf(line)))
          bylines.push({ text: wordsOf(line), place: line.place });
      }
      found = titleAt(parts, title, around);
      break;
    }
    if (kind !== undefined) {
      leftOut.push({ text, place: part.place, why: kind });
      continue;
    }
    const mark = sectionMark(text, around.context.sections);
    if (mark !== undefined) {
      section = mark;
      leftOut.push({ text, place: part.place, why: "section" });
      continue;
    }
    const label = titleLabel(text);
    if (label > 0 && lengthOf(text) > label) {
      const words = trimWords(sliceWords(part.words, label));
      found = { lines: [words], evidence: { kind: "label", place: part.place }, from: index, count: 1 };
      break;
    }
    const form = readFormLine(text, part.place);
    if (form !== undefined) {
      fields.push(...form);
      leftOut.push({ text, place: part.place, why: "form" });
      continue;
    }
    // 云岭区科协办公室　2026年3月12日, below a red head
    if (leftOut.some(({ why }) => why === "red-head") && isByline(text)) {
      bylines.push({ text, place: part.place });
      leftOut.push({ text, place: part.place, why: "byline" });
      continue;
    }
    const judged = judge(parts, index, around);
    found = judged.found;
    refused = judged.refused;
    break;
  }
  return { found, fields, bylines, section, leftOut, refused, kept, next: found?.from ?? next };
}

const textsBehind = (parts: readonly SheetPart[], index: number): readonly string[] =>
  parts.slice(index + 1, index + 5).flatMap((part) => (part.kind === "line" ? [wordsOf(part)] : []));

function judge(
  parts: readonly SheetPart[],
  index: number,
  around: Around,
): { readonly found: Candidate | undefined; readonly refused: FoundTitle["refused"] } {
  const line = parts[index];
  if (line?.kind !== "line") return { found: undefined, refused: undefined };
  const found = titleAt(parts, index, around);
  if (found !== undefined) return { found, refused: undefined };
  const text = wordsOf(line);
  const { looks } = looksOf(line, around.body);
  const why = whyNoTitle(text, looks.length > 1);
  const refused = looks.length > 0 && why !== undefined ? { text, place: line.place, why } : undefined;
  if (looks.length > 0) return { found: undefined, refused };
  const { subject, fileName } = around.context;
  const next = textsBehind(parts, index)[0];
  if (!headsSentence(text, next)) return { found: undefined, refused };
  // What subject or name say as well is better evidence, and told as such.
  const named = [subject === undefined ? undefined : titleInSubject(subject), titleInFileName(fileName)];
  if (named.some((title) => title !== undefined && titleKey(title) === titleKey(text)))
    return { found: undefined, refused };
  const evidence = { kind: "headline", place: line.place } as const;
  return { found: { lines: [line.words], evidence, from: index, count: 1 }, refused };
}

/** @returns the title that the looks of a line and of those below it make */
function titleAt(parts: readonly SheetPart[], index: number, { body }: Around): Candidate | undefined {
  const first = parts[index];
  if (first?.kind !== "line") return undefined;
  const { looks, largerBy } = looksOf(first, body);
  const next = parts[index + 1];
  // 云岭区科协 / 走进青山社区: one title over two lines
  const isUnitLine =
    isBareUnit(wordsOf(first)) &&
    next?.kind === "line" &&
    isSetAlike(next, first) &&
    whyNoTitle(wordsOf(next), true) === undefined;
  if (looks.length === 0) return undefined;
  if (whyNoTitle(wordsOf(first), looks.length > 1) !== undefined && !isUnitLine) return undefined;
  const lines: SheetLine[] = [first];
  const isSet = looks.includes("centred") || looks.includes("larger") || looks.includes("style");
  for (const part of parts.slice(index + 1, index + 1 + MOST_LINES)) {
    if (part.kind !== "line" || lines.length === MOST_LINES || !goesOn(part, first, isSet)) break;
    lines.push(part);
  }
  const evidence = { kind: "looks", looks, largerBy, place: first.place } as const;
  return { lines: lines.map(({ words }) => words), evidence, from: index, count: lines.length };
}

function goesOn(line: SheetLine, first: SheetLine, isSet: boolean): boolean {
  const text = wordsOf(line);
  if (frontKind(text) !== undefined || readFormLine(text, line.place) !== undefined || isByline(text))
    return false;
  const isSubtitle = /^——?\s*\S/u.test(text) && lengthOf(text) <= LONGEST_TITLE && !/[。；，]$/u.test(text);
  if (isSubtitle && line.paragraph.alignment === first.paragraph.alignment) return true;
  const why = lengthOf(text) < 4 ? undefined : whyNoTitle(text, true);
  if (why !== undefined || /[。；，、：]$/u.test(text)) return false;
  return line.isSameParagraph || (isSet && !line.followsBlank && isSetAlike(line, first));
}

/** Behind a letter only a line of two looks is a title, or one behind 附件 or on a new page. */
function titleBehindLetter(parts: readonly SheetPart[], letter: number, around: Around): number | undefined {
  for (let index = letter + 1; index < Math.min(parts.length, letter + REACH); index += 1) {
    const part = parts[index];
    if (part?.kind !== "line" || frontKind(wordsOf(part)) !== undefined) continue;
    const { looks } = looksOf(part, around.body);
    const before = parts[index - 1];
    const isApart =
      part.startsPage || (before?.kind === "line" && frontKind(wordsOf(before)) === "attachment-mark");
    if ((looks.length > 1 || (isApart && looks.length > 0)) && titleAt(parts, index, around) !== undefined)
      return index;
  }
  return undefined;
}

const sectionMark = (text: string, sections: readonly string[]): string | undefined => {
  const words = text.replace(/^[【[《〔]|[】\]》〕]$/gu, "").trim();
  return sections.find((section) => section === words);
};

/** Unit, persons, day and fields right below the title. */
function readBelow(parts: readonly SheetPart[]): {
  readonly fields: readonly FormField[];
  readonly bylines: readonly { readonly text: string; readonly place: number }[];
  readonly count: number;
} {
  const fields: FormField[] = [];
  const bylines: { text: string; place: number }[] = [];
  let count = 0;
  for (const part of parts) {
    if (part.kind !== "line" || count === parts.length - 1) break;
    const text = wordsOf(part);
    const form = readFormLine(text, part.place);
    if (form !== undefined) fields.push(...form);
    else if (isByline(text) && isRealByline(text)) bylines.push({ text, place: part.place });
    else break;
    count += 1;
  }
  return { fields, bylines, count };
}

/** A unit with or without persons, somebody labelled, a day in brackets or centred: not 张三 alone. */
function isRealByline(text: string): boolean {
  const names = readSignatureNames(text.replace(/^[（(【[]|[）)】\]]$/gu, "").trim(), {
    units: [],
    source: undefined,
  });
  return names !== undefined && (names.unit !== undefined || names.hasLabel || names.others.length > 0);
}
