/**
 * The names in a signature: its words read one by one as units, persons, days, and the labels that say
 * what they are (供稿单位, 通讯员, 文/图). Where a word is none of them, it is no signature. Where in an
 * item signatures stand is decided by typed-signature.ts.
 */
import { findReport, isReceiver, type Report } from "./distribution-line.js";
import { hanPattern } from "./han-pattern.js";
import { isSameUnit, type KnownUnits, knownUnit } from "./known-units.js";
import { labelAt, RUN, SEPARATOR } from "./signature-labels.js";
import { isPersonName, isShortUnitName, isUnitName } from "./unit-names.js";

export interface SignatureNames {
  /** the unit, several joined by 、; undefined where only persons are named */
  readonly unit: string | undefined;
  /** persons named as authors, in order */
  readonly people: readonly string[];
  /** what else is named: the day, who checked it */
  readonly others: readonly string[];
  /** what speaks for the unit, the strongest first */
  readonly evidence: "source" | "register" | "label" | "name";
  /** true where a word says that it signs: 供稿, 来源, 通讯员 */
  readonly hasLabel: boolean;
}

const DATE =
  /^(?:(?:\d{4}|[〇○零一二三四五六七八九]{4})[年./-][\d一二三四五六七八九十]{1,3}[月./-][\d一二三四五六七八九十]{1,3}日?|\d{1,2}月\d{1,2}日)/u;
/** A telephone, with its label or without. */
const TELEPHONE =
  /^(?:(?:联系|办公)?电话|联系方式|手机号?)?[\s\u3000]*[：:]?[\s\u3000]*(1[3-9]\d{9}|0\d{2,3}[-－ ]?\d{4}[- ]?\d{3,4})(?!\d)/u;
/** A part of the unit in front of it: 云岭区科协 科普部. */
const DEPARTMENT = hanPattern(String.raw`^(?:\p{Script=Han}{2,5}[部处科室股组]|办公室|秘书处)$`);
/** Words behind a name that say what it did. */
const VERB =
  /(?:供稿|来稿|报送|投稿|选送|撰稿|撰文|写稿|整理|文[/／、]图|图[/／、]文|摄影报道|摄影|供图|摄)$/u;

/** 云岭区科协张三报道: with a person it is who wrote it; 新华社报道 is where the news comes from. */
const REPORTS = /(?<!摄影)[\s\u3000]*报道$/u;
/** 本文由云岭区科协提供; without a subject it is no clause only where 供稿 says so. */
const IN_A_CLAUSE =
  /^(?:(?:本文|本稿|此稿|稿件|文稿|来稿)由(.+?)(?:提供|撰写|供稿|来稿|报送|投稿|选送|撰稿)|由(.+?)(?:供稿|来稿|投稿|撰稿))$/u;
const AUTHOR_IS = hanPattern(String.raw`^作者系(?=\p{Script=Han})`);
/** 张　三 */
const SPACED_NAME = hanPattern(
  String.raw`^(\p{Script=Han})[ \u3000\u00a0]+(\p{Script=Han})(?![\p{Script=Han}])`,
);
const ANY_NAME = hanPattern(String.raw`^\p{Script=Han}{2,4}$`);
/** 云岭区科协信息员张三 */
const AUTHOR_OF_UNIT = hanPattern(String.raw`^(.{3,}?)(?:通讯员|信息员|宣传员|记者)(\p{Script=Han}{2,4})$`);
/** 示例社记者张三本报记者李四: two of them without a mark between are not read. */
const AUTHOR_WITHIN = /通讯员|信息员|宣传员|记者/;
/** A county that a reader comes from is not the unit that sends: 远山县张三. */
const BARE_PLACE = /[省市区县州旗镇乡村]$/;

/**
 * What those begin with. Most paragraphs that are read so are no signatures, and for these nothing dearer is compiled
 * (test/han/typed-signature.test.ts).
 */
const BEGINS_DATE = /^[\d〇○零一二三四五六七八九]/;
const BEGINS_TELEPHONE = /^[\s联办电手：:01]/;
const BEGINS_CLAUSE = /^[本此稿文来由]/;

export interface SignaturePlace {
  /** brackets behind a sentence, a form: who sends is named there, never who receives */
  readonly isOfSender: boolean;
}

/** @returns the names of a signature; undefined where anything in it is neither a name nor a label */
export function readSignatureNames(
  words: string,
  known: KnownUnits,
  { isOfSender }: SignaturePlace = ANYWHERE,
): SignatureNames | undefined {
  const report = findReport(words);
  if (report === undefined) return readSigned(words, known);
  const beside = readSigned(report.rest, known);
  if (beside?.unit === undefined && isSender(report, { known, isOfSender, beside }))
    return readSigned(words, known);
  // To whom it went is not printed with it.
  return beside === undefined ? undefined : { ...beside, others: [...beside.others, report.words] };
}

const ANYWHERE: SignaturePlace = { isOfSender: false };

interface ReportPlace extends SignaturePlace {
  readonly known: KnownUnits;
  /** what stands around it: who wrote, who checked */
  readonly beside: SignatureNames | undefined;
}

/** 报送：云岭区科协, and not 报送：区委办、区政府办 */
function isSender({ names }: Report, { known, isOfSender, beside }: ReportPlace): boolean {
  const all = names.join("、");
  if (known.source !== undefined && isSameUnit(all, known.source, known)) return true;
  const [name = ""] = names;
  // 云岭区科协 科普部
  const isOne = names.slice(1).every((other) => DEPARTMENT.test(other));
  if (!isOne || isReceiver(name)) return false;
  const hasPerson =
    beside !== undefined && (beside.hasLabel || beside.others.some((other) => !DATE.test(other)));
  return (
    isOfSender || hasPerson || known.units.some((unit) => unit.name === name || unit.aliases.includes(name))
  );
}

function readSigned(words: string, known: KnownUnits): SignatureNames | undefined {
  if (!REPORTS.test(words)) return readNames(words, known);
  const names = readNames(words.replace(REPORTS, ""), known);
  if (names === undefined || names.people.length === 0) return undefined;
  return names.unit === undefined && !names.hasLabel ? undefined : names;
}

function readNames(words: string, known: KnownUnits): SignatureNames | undefined {
  const units: string[] = [];
  const people: string[] = [];
  const others: string[] = [];
  let evidence: SignatureNames["evidence"] | undefined;
  let hasSender = false;
  let hasAuthor = false;
  let isCredit = false;
  let hasPhotographer = false;
  let signsBeside = false;
  let role: "checker" | "photographer" | undefined;
  let isBehindBlank = false;
  let isBehindComma = false;
  let isBehindSlash = false;
  let nearest: readonly string[] = [];
  let rest = words.replace(/^[\s—–-]+/u, "").replace(AUTHOR_IS.for(words), "作者：");
  if (BEGINS_CLAUSE.test(rest)) rest = rest.replace(IN_A_CLAUSE, "供稿：$1$2");
  rest = rest.trimEnd();
  while (rest !== "") {
    const separator = SEPARATOR.exec(rest)?.[0];
    if (separator !== undefined) {
      rest = rest.slice(separator.length);
      isBehindBlank = separator.trim() === "";
      isBehindComma = /[，,]/.test(separator);
      isBehindSlash = /^[/／]$/.test(separator);
      continue;
    }
    const telephone = BEGINS_TELEPHONE.test(rest) ? TELEPHONE.exec(rest) : null;
    if (telephone !== null) {
      others.push(telephone[1] ?? "");
      rest = rest.slice(telephone[0].length);
      continue;
    }
    const date = BEGINS_DATE.test(rest) ? DATE.exec(rest)?.[0] : undefined;
    const label = date === undefined ? labelAt(rest) : undefined;
    if (date !== undefined) {
      others.push(date);
      rest = rest.slice(date.length);
    } else if (label !== undefined) {
      hasSender ||= label.kind === "sender";
      hasAuthor ||= label.kind === "author";
      isCredit ||= label.kind === "photographer";
      const isOfChecker = label.kind === "checker";
      // 张三/文，李四/审核: the label stands behind its name.
      if (isOfChecker && isBehindSlash && nearest.length > 0) {
        people.splice(-nearest.length);
        others.push(...nearest);
      } else role = isOfChecker || label.kind === "photographer" ? label.kind : undefined;
      nearest = [];
      rest = rest.slice(label.length);
    } else {
      const name = nameAt(rest, known, hasAuthor || role !== undefined);
      if (name === undefined) return undefined;
      // 编辑：宣传部李四
      const isCheckersOwn = role === "checker" && name.people.length > 0;
      if (name.unit !== undefined && !isCheckersOwn) {
        // A comma parts a unit from its author; between two that only look like units it parts clauses.
        const isOfAuthor = hasAuthor && people.length > 0;
        if (isBehindComma && name.evidence === "name" && !isOfAuthor) return undefined;
        const last = units.at(-1);
        const isPart = isBehindBlank && name.evidence === "name" && DEPARTMENT.test(name.unit);
        if (last !== undefined && isPart && people.length === 0) units[units.length - 1] = last + name.unit;
        else if (last === undefined || !isPartOf(name.unit, last)) units.push(name.unit);
        signsBeside ||= role !== "photographer";
        evidence = strongest(evidence, name.evidence);
      }
      const named = name.people;
      hasPhotographer ||= role === "photographer";
      nearest = role === undefined ? named : [];
      if (role === "checker") others.push(...named);
      // Who took the pictures is not who wrote it.
      else if (role === "photographer") others.push(...named.map((person) => `摄影：${person}`));
      else people.push(...named);
      rest = rest.slice(name.length);
    }
  }
  if (units.length === 0 && people.length === 0 && others.length === 0) return undefined;
  // 摄影：张三 is the credit of a picture, and stays with it; behind a unit that signs it belongs to that.
  if (isCredit && !hasSender && !hasAuthor && !(hasPhotographer && signsBeside)) return undefined;
  const unit = units.length === 0 ? undefined : units.join("、");
  const hasLabel = hasSender || (hasAuthor && people.length + units.length > 0);
  const kind = evidence === "name" && hasSender ? "label" : (evidence ?? (hasLabel ? "label" : "name"));
  return { unit, people, others, evidence: kind, hasLabel };
}

interface Name {
  readonly unit: string | undefined;
  readonly evidence: SignatureNames["evidence"];
  readonly people: readonly string[];
  readonly length: number;
}

/** @param isLabelled a label says what the names are: rare surnames count as well */
function nameAt(rest: string, known: KnownUnits, isLabelled: boolean): Name | undefined {
  const spaced = SPACED_NAME.exec(rest);
  const spacedName = `${spaced?.[1] ?? ""}${spaced?.[2] ?? ""}`;
  if (spaced !== null && isPersonName(spacedName))
    return { unit: undefined, evidence: "name", people: [spacedName], length: spaced[0].length };
  const run = RUN.exec(rest)?.[0];
  if (run === undefined) return undefined;
  const verb = VERB.exec(run)?.[0] ?? "";
  const words = run.slice(0, run.length - verb.length);
  // The verb is read as a label next.
  if (words === "") return undefined;
  const registered = knownUnit(words, known);
  const person = (name: string) => isPersonName(name) || (isLabelled && ANY_NAME.test(name));
  if (registered !== undefined) {
    const { name: unit, evidence } = registered;
    const behind = words.slice(unit.length);
    if (behind === "") return { unit, evidence, people: [], length: words.length };
    if (isPersonName(behind)) return { unit, evidence, people: [behind], length: words.length };
  }
  const [, employer = "", author = ""] = AUTHOR_OF_UNIT.exec(words) ?? [];
  const isRegistered = employer === registered?.name;
  if (isPersonName(author) && (isRegistered || (isUnitName(employer) && !AUTHOR_WITHIN.test(employer)))) {
    const evidence = isRegistered ? registered.evidence : "name";
    return { unit: employer, evidence, people: [author], length: words.length };
  }
  // 张三（云岭区科协）
  const [, outer = "", inner = ""] = /^([^（）()]+)[（(]([^（）()]+)[）)]$/u.exec(words) ?? [];
  if ((isPersonName(outer) && isUnitName(inner)) || (isUnitName(outer) && isPersonName(inner))) {
    const [unit, name] = isUnitName(outer) ? [outer, inner] : [inner, outer];
    return { unit, evidence: "name", people: [name], length: words.length };
  }
  if (isUnitName(words) || isShortUnitName(words))
    return { unit: words, evidence: "name", people: [], length: words.length };
  if (person(words)) return { unit: undefined, evidence: "name", people: [words], length: words.length };
  // 云岭区科协张三
  for (const size of [3, 2]) {
    const name = words.slice(-size);
    const unit = words.slice(0, -size);
    if (unit.length < 3 || !isPersonName(name) || BARE_PLACE.test(unit) || AUTHOR_WITHIN.test(unit)) continue;
    if (isUnitName(unit) || isShortUnitName(unit))
      return { unit, evidence: "name", people: [name], length: words.length };
  }
  return undefined;
}

const ORDER: readonly SignatureNames["evidence"][] = ["source", "register", "label", "name"];

const strongest = (
  one: SignatureNames["evidence"] | undefined,
  other: SignatureNames["evidence"],
): SignatureNames["evidence"] =>
  one === undefined || ORDER.indexOf(other) < ORDER.indexOf(one) ? other : one;

/** 云岭区科协办公室 beside 云岭区科协 names the same unit once more. */
const isPartOf = (unit: string, whole: string): boolean =>
  unit === whole || (unit.startsWith(whole) && DEPARTMENT.test(unit.slice(whole.length)));

export function joinNames(first: SignatureNames, second: SignatureNames): SignatureNames {
  const isSame = first.unit !== undefined && second.unit !== undefined && isPartOf(second.unit, first.unit);
  const units = [first.unit, isSame ? undefined : second.unit].filter((unit) => unit !== undefined);
  return {
    unit: units.length === 0 ? undefined : units.join("、"),
    people: [...first.people, ...second.people],
    others: [...first.others, ...second.others],
    evidence:
      first.unit === undefined
        ? second.evidence
        : second.unit === undefined
          ? first.evidence
          : strongest(first.evidence, second.evidence),
    hasLabel: first.hasLabel || second.hasLabel,
  };
}
