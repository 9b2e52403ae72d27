/**
 * The title of an item, and what stands in front of it and below it that is no text: red heads, the letter, fields,
 * the unit under the title. In the order of evidence: a label, looks, a first line that heads its sentence, the mail's
 * subject, the name of the file. Never the first sentence of the text.
 */
import { readSignatureNames } from "../../han/signature-names.js";
import type { TitleEvidence } from "../draft/draft-item.js";
import { type MarkedText, sliceWords } from "../marked-text.js";
import { isCoveringSentence } from "./covering-sentence.js";
import { type FormField, readFormLine } from "./form-fields.js";
import { frontKind, isSalutation } from "./front-lines.js";
import type { LeftOut } from "./left-out.js";
import { isLetterToReaders } from "./letter-to-readers.js";
import { bodyLook } from "./line-looks.js";
import { isOfficialTitle } from "./official-words.js";
import { type Byline, type Front, readFront } from "./read-front.js";
import { isPictureLine, type SheetPart, wordsOf } from "./sheet.js";
import {
  type Candidate,
  type RefusedTitle,
  type TitleContext,
  titleElsewhere,
  titleGiven,
  titleOfPage,
} from "./title-candidate.js";
import { BYLINE_MARK, isByline } from "./title-words.js";

export interface FoundTitle {
  readonly lines: readonly MarkedText[];
  readonly evidence: TitleEvidence | undefined;
  readonly fields: readonly FormField[];
  /** unit, persons, day below the title */
  readonly bylines: readonly Byline[];
  readonly section: string | undefined;
  readonly leftOut: readonly LeftOut[];
  /** a line that looks like a title and is none */
  readonly refused: RefusedTitle | undefined;
  /** what is left: the text of the item */
  readonly rest: readonly SheetPart[];
}

export function findTitle(parts: readonly SheetPart[], context: TitleContext): FoundTitle {
  if (context.given.length > 0) {
    const { lines, evidence, count } = titleGiven(parts, context.given);
    return {
      lines,
      evidence,
      fields: [],
      bylines: [],
      section: undefined,
      leftOut: [],
      refused: undefined,
      rest: parts.slice(count),
    };
  }
  const body = bodyLook(parts);
  const ofPage = titleOfPage(parts, context.page);
  const front = context.isHeaded
    ? headedFront(parts)
    : ofPage === undefined
      ? readFront(parts, { context, body })
      : frontOfPage(parts.slice(0, ofPage.from), ofPage);
  const fields = [...front.fields];
  const leftOut = [...front.leftOut];
  const labelled = [...context.fields, ...fields].find(({ kind, value }) => kind === "title" && value !== "");
  const form = nameOfForm(front.found, context.fields);
  if (form !== undefined) leftOut.push(form);
  const found =
    (form === undefined ? front.found : undefined) ??
    titleElsewhere(parts, {
      context,
      label: labelled,
      next: front.next + (form === undefined ? 0 : (front.found?.count ?? 0)),
    });
  const rest = parts.slice(found.from + found.count);
  const kept = parts.slice(0, found.from).filter((part) => front.kept.has(part));
  const isSameLine = found.count > 0 && found.evidence?.place === front.refused?.place;
  const below = found.count > 0 ? readBelow(rest, found.lines) : NOTHING_BELOW;
  leftOut.push(...below.leftOut);
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
    rest: [...kept, ...withoutLabel(rest.slice(below.count))],
  };
}

const FORM_NAME =
  /(?:报送|上报|投稿|供稿|来稿|稿件|信息|报审|审批|审核|登记|填报)[\s\u3000]*(?:审批|登记)?[表单笺]$/u;

/** 信息报送表, above a table that says the title */
function nameOfForm(found: Candidate | undefined, fields: readonly FormField[]): LeftOut | undefined {
  const words = found?.lines.map(({ text }) => text).join("") ?? "";
  const hasTitle = fields.some(({ kind, value }) => kind === "title" && value !== "");
  const place = found?.evidence?.place;
  return hasTitle && place !== undefined && FORM_NAME.test(words.trim())
    ? { text: words, place, why: "form" }
    : undefined;
}

function frontOfPage(above: readonly SheetPart[], found: Candidate): Front {
  const kept = new Set(
    above.filter((part) => part.kind === "table" || isPictureLine(part) || /[。！？]/u.test(wordsOf(part))),
  );
  const leftOut = above.flatMap((part): readonly LeftOut[] =>
    part.kind === "table" || kept.has(part)
      ? []
      : [{ text: wordsOf(part), place: part.place, why: "furniture" }],
  );
  return {
    found,
    fields: [],
    bylines: [],
    section: undefined,
    leftOut,
    refused: undefined,
    kept,
    next: found.from,
  };
}

/** The first part is the title beyond doubt. */
function headedFront([first]: readonly SheetPart[]): Front {
  const found: Candidate | undefined =
    first?.kind === "line"
      ? { lines: [first.words], evidence: { kind: "headline", place: first.place }, from: 0, count: 1 }
      : undefined;
  const nothing = { fields: [], bylines: [], leftOut: [], section: undefined, refused: undefined };
  return { ...nothing, found, kept: new Set(), next: 0 };
}

/** 正文：, in front of the text or above it */
const BODY_LABEL = /^(?:稿件|信息)?(?:正[\s\u3000]*文|内[\s\u3000]*容)[\s\u3000]*[：:][\s\u3000]*/u;

function withoutLabel(parts: readonly SheetPart[]): readonly SheetPart[] {
  const [first, ...rest] = parts;
  if (first?.kind !== "line") return parts;
  const label = BODY_LABEL.exec(first.words.text)?.[0].length ?? 0;
  if (label === 0) return parts;
  const words = sliceWords(first.words, label);
  return words.text === "" ? rest : [{ ...first, words }, ...rest];
}

const NOTHING_BELOW = { fields: [], bylines: [], leftOut: [], count: 0 };

/** Unit, persons, day and fields right below the title. */
function readBelow(
  parts: readonly SheetPart[],
  title: readonly MarkedText[],
): {
  readonly fields: readonly FormField[];
  readonly bylines: readonly Byline[];
  readonly leftOut: readonly LeftOut[];
  readonly count: number;
} {
  const leftOut: LeftOut[] = [];
  const fields: FormField[] = [];
  const bylines: Byline[] = [];
  // Whom an official text is written to belongs to it.
  const isOfficial = isOfficialTitle(title.map(({ text }) => text.trim()).join(""));
  const isLetter = isLetterToReaders(parts);
  let count = 0;
  for (const part of parts) {
    if (part.kind !== "line" || count === parts.length - 1) break;
    const text = wordsOf(part);
    const form = readFormLine(text, part.place);
    if (form !== undefined) fields.push(...form);
    else if (frontKind(text) === "furniture") leftOut.push({ text, place: part.place, why: "furniture" });
    // An official text speaks to those it is sent to, and asks things of them.
    else if ((isOfficial || isLetter) && (isSalutation(text) || isCoveringSentence(text, false))) break;
    else if (isSalutation(text) || isCoveringSentence(text, false))
      leftOut.push({ text, place: part.place, why: "letter" });
    else if (isByline(text) && isRealByline(text)) bylines.push({ text, place: part.place });
    else break;
    count += 1;
  }
  return { fields, bylines, leftOut, count };
}

/** A unit with or without persons, somebody labelled, a day in brackets or centred: not 张三 alone. */
function isRealByline(text: string): boolean {
  const marked = BYLINE_MARK.test(text);
  const names = readSignatureNames(
    text
      .replace(BYLINE_MARK, "")
      .replace(/^[（(【[]|[）)】\]]$/gu, "")
      .trim(),
    {
      units: [],
      source: undefined,
    },
  );
  return (
    names !== undefined && (marked || names.unit !== undefined || names.hasLabel || names.others.length > 0)
  );
}
