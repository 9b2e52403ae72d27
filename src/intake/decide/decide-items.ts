/**
 * A submission to drafts of items: which of its texts are items, where each begins, and for each title, unit, date and
 * text, with the evidence. Pure: the same submission, the same drafts. Nothing is decided in silence; what cannot be
 * decided is left empty and told.
 */
import { isSameUnit, type KnownUnits } from "../../han/known-units.js";
import type { CalendarDate } from "../../model/calendar-date.js";
import type { Decision, DraftItem } from "../draft/draft-item.js";
import type { GivenHead, Manuscript, Submission } from "../manuscript.js";
import { type MarkedText, plainWords, UNMARKED } from "../marked-text.js";
import { aboutJoinedLines } from "./body-notices.js";
import { aboutCharacters } from "./character-notices.js";
import { chooseManuscripts } from "./choose-manuscripts.js";
import * as said from "./decision-notices.js";
import { aboutAttachmentNames, aboutSigned } from "./end-notices.js";
import { type AmidSignature, findAmidSignatures } from "./find-amid-signatures.js";
import { type FoundDate, findEventDate, writtenDay } from "./find-event-date.js";
import { findSignedEnd, type SignedEnd } from "./find-signature-lines.js";
import { findTitle } from "./find-title.js";
import { findUnit } from "./find-unit.js";
import { frontKind } from "./front-lines.js";
import { type JoinedSheet, joinLines } from "./join-lines.js";
import type { LeftOut } from "./left-out.js";
import { makeBody } from "./make-body.js";
import { cutAttachments, signedOf } from "./official-text.js";
import { aboutCalledPictures, loosePictures } from "./picture-place-notices.js";
import { type CalledPicture, type LoosePicture, placePictures } from "./place-pictures.js";
import { furnitureOf, isOwnOf, type Share, sharesOf } from "./shares.js";
import { type SheetPart, wordsOf } from "./sheet.js";
import { aboutTitle } from "./title-notices.js";
import { aboutUnit } from "./unit-notices.js";

/** What is known beforehand: the house, and the issue that the items are for. */
export interface KnownHouse {
  /** the register, each unit with its aliases */
  readonly units: KnownUnits["units"];
  /** true where a rule will tell a unit that is not among them (attribution/unregistered) */
  readonly isUnitJudgedLater?: boolean;
  /** names of sections */
  readonly sections: readonly string[];
  readonly year: number | undefined;
  /** of the issue */
  readonly date: CalendarDate | undefined;
}

export function decideItems(submission: Submission, known: KnownHouse): readonly DraftItem[] {
  const { chosen, notices } = chooseManuscripts(submission);
  const shares = chosen.flatMap((one) => sharesOf(one, known.units));
  const isAlone = shares.length === 1;
  const loose = submission.loosePictures.map((picture, index) => ({ key: `beside:${index + 1}`, picture }));
  return shares.map((share, index) => {
    const draft = decideItem(share, { submission, known, isAlone, loose });
    const more = index === 0 ? [...notices] : [];
    if (!isAlone && index === 0)
      more.push(said.severalItems(shares.length, share.parts[0]?.place, share.number));
    const rest = loose.filter(({ key }) => !draft.pictures.some((one) => one.key === key));
    const left = rest.map(({ picture }) => picture);
    if (rest.length > 0 && index === 0) more.push(loosePictures(left, isAlone));
    const told = { ...draft, notices: [...more, ...draft.notices] };
    return isAlone ? withLoosePictures(told, rest) : told;
  });
}

interface Around {
  readonly submission: Submission;
  readonly known: KnownHouse;
  /** the mail's subject is this item's, and no other's */
  readonly isAlone: boolean;
  /** pictures that came beside the text */
  readonly loose: readonly LoosePicture[];
}

function decideItem(share: Share, { submission, known, isAlone, loose }: Around): DraftItem {
  const { sheet, unfolded } = share;
  const manuscript = withPictures(share.manuscript, isAlone ? loose : []);
  const mail = manuscript.mail ?? submission.mail;
  const given = share.from === 0 ? manuscript.given : undefined;
  const isOwn = isOwnOf(share);
  const tableFields = [...unfolded.fields.filter(isOwn), ...share.fields];
  const title = findTitle(share.parts, {
    subject: isAlone ? mail?.subject : undefined,
    fileName: share.from === 0 ? manuscript.name : "",
    sections: known.sections,
    given: given?.title ?? [],
    page: share.from === 0 ? manuscript.page : undefined,
    isHeaded: share.isHeaded,
    fields: tableFields,
  });
  const hasOwn = share.manuscript.pictures.size > 0;
  const placed = placePictures(title.rest, { loose: isAlone ? loose : [], hasOwn });
  const { end, folded, amid } = signedEndOfFolded(placed.parts, { known, carrier: manuscript.carrier });
  const fields = [...tableFields, ...title.fields, ...end.fields];
  const furniture = furnitureOf(share);
  const unit = findUnit({
    signature: end.signature,
    isSignatureLeft: end.isLeft,
    bylines: title.bylines,
    fields,
    leftOut: [...title.leftOut, ...end.leftOut, ...furniture],
    pageUnit: manuscript.page?.unit,
    mail,
    given,
    units: known.units,
  });
  const days = [
    ...(end.isLeft ? [] : (end.signature?.others ?? [])),
    ...title.bylines.map(({ text }) => text),
    ...fields.filter(({ kind }) => kind === "day").map(({ value }) => value),
  ];
  const date = dateOf(given, joinLines(end.rest, manuscript.carrier).parts, {
    mail: mail?.date,
    signature: writtenDay(days),
    page: manuscript.page?.day ?? publishedOn([...title.leftOut, ...furniture]),
    issue: known.date,
    issueYear: known.year,
  });
  const titleWords = title.lines.map(plainWords).join("");
  const signed = signedOf(end, titleWords);
  const attached = cutAttachments(end.rest);
  const body = makeBody(attached.rest, { sheet, manuscript, grids: unfolded.grids });
  const leftOut = [
    ...share.leftOut,
    ...unfolded.leftOut.filter(isOwn),
    ...title.leftOut,
    ...end.leftOut,
    ...furniture,
    ...calledAtLarge(placed.called),
  ];
  const notices = [
    ...aboutTitle(title),
    ...aboutAttachmentNames(attached.names, end.rest[attached.rest.length]?.place),
    ...(signed === undefined ? [] : [aboutSigned(signed, end.signature?.place)]),
    ...aboutUnit({
      tellsUnlisted: known.isUnitJudgedLater !== true,
      found: signed === undefined ? unit : { ...unit, unprinted: [] },
      signature: end.signature,
      isSignatureLeft: end.isLeft,
      leftOut,
      isAmongOthers: amid.length > 0,
      units: known.units,
    }).filter(({ rule, severity }) => signed === undefined || rule !== "import/unit" || severity !== "info"),
    ...(manuscript.mail === undefined ? [] : said.aboutInnerMail(manuscript.mail, submission.mail)),
    ...said.aboutDate(date),
    ...said.aboutAmidSignatures(amid),
    ...(share.unsure === undefined || amid.length > 0 ? [] : [said.perhapsSeveral(share.unsure)]),
    ...said.aboutLinesBelow(end.below),
    ...said.aboutLeftOut(leftOut.toSorted((one, other) => one.place - other.place)),
    ...aboutCalledPictures(placed.called, submission.loosePictures.length),
    ...unfolded.notices.filter(isOwn),
    ...(folded === undefined ? [] : aboutJoinedLines(folded)),
    ...body.notices,
    ...(share.from === 0 ? aboutCharacters(sheet.log) : []),
    ...manuscript.notices.filter(isOwn),
  ];
  const named = given?.section ?? title.section ?? fields.find(({ kind }) => kind === "section")?.value;
  const section = known.sections.find((name) => name === named);
  return {
    path: manuscript.path,
    name: manuscript.name,
    title: title.lines.map(withoutMarks),
    source: signed === undefined ? unit.unit : undefined,
    ...(signed !== undefined && { signed }),
    ...(attached.names.length > 0 && { attachments: attached.names.map(withoutMarks) }),
    submitter: unit.submitter,
    date: date.kind === "found" ? date.date : undefined,
    section,
    ...(named !== undefined && section === undefined && { otherSection: named }),
    blocks: body.blocks,
    notes: body.notes,
    pictures: picturesOf(manuscript, body.pictures),
    decisions: decisionsOf({ title, unit: signed === undefined ? unit : undefined, date }),
    notices: notices.sort((one, other) => (one.place ?? 0) - (other.place ?? 0)),
  };
}

/** 图片见附件 */
const calledAtLarge = (called: readonly CalledPicture[]): readonly LeftOut[] =>
  called.flatMap(({ text, place, isOfAll }) => (isOfAll ? [{ text, place, why: "letter" }] : []));

const publishedOn = (lines: readonly LeftOut[]): CalendarDate | undefined =>
  writtenDay(lines.flatMap(({ text }) => (frontKind(text) === "furniture" ? [text] : [])));

interface FoundEnd {
  readonly end: SignedEnd;
  readonly folded: JoinedSheet | undefined;
  readonly amid: readonly AmidSignature[];
}

/** A program that folds lines folds signatures as well: they are looked for again in the lines unfolded. */
function signedEndOfFolded(
  parts: readonly SheetPart[],
  { known, carrier }: { readonly known: KnownHouse; readonly carrier: Manuscript["carrier"] },
): FoundEnd {
  const end = signedEndOf(parts, known);
  const folded = end.signature === undefined ? joinLines(parts, carrier) : undefined;
  const unfolded =
    folded === undefined || folded.wrapped.length === 0 ? undefined : signedEndOf(folded.parts, known);
  if (unfolded?.signature !== undefined) return { ...withAmid(unfolded, parts, known), folded };
  return { ...withAmid(end, parts, known), folded: undefined };
}

/** Where other units sign amid the text, the last signature is that of the last story alone. */
function withAmid(
  end: SignedEnd,
  parts: readonly SheetPart[],
  known: KnownHouse,
): Pick<FoundEnd, "end" | "amid"> {
  const { units } = known;
  const amid = findAmidSignatures(end.rest, units);
  const own = end.signature?.unit;
  const isOthers = own !== undefined && amid.some(({ unit }) => !isSameUnit(unit, own, { units }));
  return { end: isOthers && !end.isLeft ? signedEndOf(parts, known, true) : end, amid };
}

/** An item signs in front of its attachments, or at the very end. */
function signedEndOf(parts: readonly SheetPart[], { units }: KnownHouse, isKept = false): SignedEnd {
  const mark = parts.findIndex(
    (part, index) => index > 0 && part.kind === "line" && frontKind(wordsOf(part)) === "attachment-mark",
  );
  if (mark > 0) {
    const end = findSignedEnd(parts.slice(0, mark), units, isKept);
    if (end.signature !== undefined) return { ...end, rest: [...end.rest, ...parts.slice(mark)] };
  }
  return findSignedEnd(parts, units, isKept);
}

/** A title is words alone. */
const withoutMarks = (words: MarkedText): MarkedText => ({
  ...words,
  marks: words.marks.map(({ object }) => ({ ...UNMARKED, object })),
});

/** What the front matter of an attached item says is decided. */
const dateOf = (
  given: GivenHead | undefined,
  parts: readonly SheetPart[],
  years: Parameters<typeof findEventDate>[1],
): FoundDate =>
  given?.day === undefined
    ? findEventDate(parts, years)
    : { kind: "found", date: given.day, evidence: { kind: "front-matter" } };

function picturesOf({ pictures }: Manuscript, keys: readonly string[]): DraftItem["pictures"] {
  return [...new Set(keys)].flatMap((key) => {
    const picture = pictures.get(key);
    return picture === undefined ? [] : [{ key, picture }];
  });
}

function decisionsOf({
  title,
  unit,
  date,
}: {
  readonly title: ReturnType<typeof findTitle>;
  /** none where the text is signed */
  readonly unit: ReturnType<typeof findUnit> | undefined;
  readonly date: ReturnType<typeof findEventDate>;
}): readonly Decision[] {
  const decisions: Decision[] = [];
  if (title.evidence !== undefined)
    decisions.push({ kind: "title", value: title.lines.map(plainWords).join(""), evidence: title.evidence });
  if (unit?.unit !== undefined && unit.evidence !== undefined)
    decisions.push({ kind: "unit", value: unit.unit, evidence: unit.evidence });
  if (date.kind === "found") decisions.push({ kind: "date", value: date.date, evidence: date.evidence });
  return decisions;
}

function withLoosePictures(draft: DraftItem, pictures: readonly LoosePicture[]): DraftItem {
  return {
    ...draft,
    blocks: [
      ...draft.blocks,
      ...pictures.map(({ key }) => ({ kind: "figure", picture: key, caption: undefined }) as const),
    ],
    pictures: [...draft.pictures, ...pictures],
  };
}

/** Those that came beside the text may be called in it. */
const withPictures = (manuscript: Manuscript, loose: readonly LoosePicture[]): Manuscript =>
  loose.length === 0
    ? manuscript
    : {
        ...manuscript,
        pictures: new Map([
          ...manuscript.pictures,
          ...loose.map(({ key, picture }) => [key, picture] as const),
        ]),
      };
