/** Who sent an item: the unit, by the strongest evidence there is, and the persons, for the editor alone. */
import { isSameUnit, type KnownUnits } from "../../han/known-units.js";
import { readSignatureNames, type SignatureNames } from "../../han/signature-names.js";
import { isPersonName, isUnitName } from "../../han/unit-names.js";
import type { DraftSubmitter, UnitEvidence } from "../draft/draft-item.js";
import type { GivenHead, MailHead } from "../manuscript.js";
import { unitOfWebLine } from "../web-lines.js";
import type { SignedEnd } from "./find-signature-lines.js";
import type { FoundTitle } from "./find-title.js";
import { type FormField, unitOfReport } from "./form-fields.js";
import type { LeftOut } from "./left-out.js";
import { isNewsMedium } from "./news-media.js";

export interface UnitSources {
  readonly signature: SignedEnd["signature"];
  readonly isSignatureLeft: boolean;
  readonly bylines: FoundTitle["bylines"];
  /** of lines and tables, in the order of the document */
  readonly fields: readonly FormField[];
  /** lines around the text: what a web page says of where it has it from */
  readonly leftOut: readonly LeftOut[];
  /** what the head of a web page says of where it has its text from */
  readonly pageUnit: string | undefined;
  readonly mail: MailHead | undefined;
  /** of an attached item */
  readonly given: GivenHead | undefined;
  readonly units: KnownUnits["units"];
}

export interface FoundUnit {
  readonly unit: string | undefined;
  readonly evidence: UnitEvidence | undefined;
  readonly submitter: DraftSubmitter | undefined;
  /** another unit that weaker evidence names */
  readonly other: { readonly unit: string; readonly evidence: UnitEvidence } | undefined;
  /** what the signature names besides, which is not printed: day, who checked */
  readonly unprinted: readonly string[];
  /** a telephone beside several persons: whose it is cannot be seen */
  readonly unclearPhone: string | undefined;
}

const PHONE = /^[\d\s－-]{7,}$/u;

interface Named {
  readonly unit: string;
  readonly evidence: UnitEvidence;
}

export function findUnit(sources: UnitSources): FoundUnit {
  const { signature, isSignatureLeft, fields, mail, units } = sources;
  const bylines = sources.bylines.map((line) => ({ ...line, names: bylineNames(line.text, units) }));
  const found = namedUnits(sources, bylines);
  const [first] = found;
  // 云岭区科协科普部 is of 云岭区科协.
  const other = found.find(
    ({ unit }) =>
      first !== undefined && !isSameUnit(unit, first.unit, { units }) && !unit.startsWith(first.unit),
  );
  const sender = mail?.from?.name;
  const written = sources.given?.submitter;
  const people = [
    ...(written?.name === undefined ? [] : [written.name]),
    ...(signature?.people ?? []),
    ...bylines.flatMap(({ names }) => names?.people ?? []),
    ...fields.flatMap((field) => personsIn(field, units)),
  ];
  const isSenderPerson = sender !== undefined && isPersonName(sender) && people.length === 0;
  const names = [...new Set(isSenderPerson ? [sender] : people)];
  const phone = written?.phone ?? phoneIn(fields) ?? signature?.others.find((word) => PHONE.test(word));
  return {
    unit: first?.unit,
    evidence: first?.evidence,
    submitter: submitterOf({
      name: names.length === 0 ? undefined : names.join("、"),
      phone: names.length > 1 ? undefined : phone,
      email:
        written?.email ??
        fields.find(({ kind, value }) => kind === "email" && value !== "")?.value ??
        mail?.from?.address,
    }),
    other,
    unclearPhone: names.length > 1 ? phone : undefined,
    unprinted: isSignatureLeft ? [] : (signature?.others ?? []).filter((word) => !PHONE.test(word)),
  };
}

/** The strongest first: front matter, signature, field, byline, sender, what a web page says. */
function namedUnits(
  { signature, isSignatureLeft, fields, leftOut, pageUnit, mail, given, units }: UnitSources,
  bylines: readonly {
    readonly text: string;
    readonly place: number;
    readonly names: SignatureNames | undefined;
  }[],
): readonly Named[] {
  const found: Named[] = [];
  if (given?.unit !== undefined) found.push({ unit: given.unit, evidence: { kind: "front-matter" } });
  if (signature?.unit !== undefined && !isSignatureLeft) {
    const { unit, words, place } = signature;
    found.push({ unit, evidence: { kind: "signature", words, place } });
  }
  for (const { kind, value, place } of fields) {
    const unit =
      kind === "report" ? unitOfReport({ value }, { units, isOfSender: false }) : unitIn(value, units);
    if ((kind === "unit" || kind === "report") && unit !== undefined && unit !== "")
      found.push({ unit, evidence: { kind: "form", place } });
  }
  for (const { names, text, place } of bylines)
    if (names?.unit !== undefined)
      found.push({ unit: names.unit, evidence: { kind: "byline", words: text, place } });
  const sender = unitOfSender(mail, units);
  if (sender !== undefined) found.push({ unit: sender, evidence: { kind: "sender" } });
  for (const { text, place } of leftOut) {
    const unit = unitOfWebLine(text);
    if (unit !== undefined && !isNewsMedium(unit)) found.push({ unit, evidence: { kind: "page", place } });
  }
  if (pageUnit !== undefined && !isNewsMedium(pageUnit))
    found.push({ unit: pageUnit, evidence: { kind: "page", place: undefined } });
  return found;
}

const bylineNames = (text: string, units: KnownUnits["units"]): SignatureNames | undefined =>
  readSignatureNames(text.replace(/^[（(【[]|[）)】\]]$/gu, "").trim(), { units, source: undefined });

function unitOfSender(mail: MailHead | undefined, units: KnownUnits["units"]): string | undefined {
  const name = mail?.from?.name?.trim();
  if (name === undefined || name === "") return undefined;
  const isKnown = units.some((unit) => unit.name === name || unit.aliases.includes(name));
  if (isKnown || isUnitName(name)) return name;
  // 云岭区科协 张三, 云岭区科协-张三
  return readSignatureNames(name.replace(/[-_]/gu, " "), { units, source: undefined })?.unit;
}

/** 云岭区科协 张三: the unit alone. */
const unitIn = (value: string, units: KnownUnits["units"]): string =>
  readSignatureNames(value, { units, source: undefined })?.unit ?? value.replace(/[\s\u3000]/gu, "");

function personsIn({ kind, value }: FormField, units: KnownUnits["units"]): readonly string[] {
  if (kind === "unit" || kind === "report")
    return readSignatureNames(value, { units, source: undefined })?.people ?? [];
  if (kind !== "person") return [];
  const words = value.split(/[\s\u3000、，,/（()）]+/u);
  return words.filter((word) => /^[\p{Script=Han}·]{2,}$/u.test(word) && !isUnitName(word));
}

/** 电话：010-5555 0123, or behind the name: 联系人：张三 010-55550123 */
function phoneIn(fields: readonly FormField[]): string | undefined {
  const own = fields.find(({ kind, value }) => kind === "phone" && value !== "")?.value;
  if (own !== undefined) return own;
  const person = fields.find(({ kind, value }) => kind === "person" && /\d{7,}|\d-\d/.test(value));
  return person === undefined ? undefined : /[\d-]{7,}/.exec(person.value)?.[0];
}

const submitterOf = (submitter: DraftSubmitter): DraftSubmitter | undefined =>
  submitter.name === undefined && submitter.phone === undefined && submitter.email === undefined
    ? undefined
    : submitter;
