/**
 * The signature that a unit types at the end of what it sends in: （云岭区科协）, （云岭区科协 张三 供稿）,
 * 来源：云岭区科协, a line of its own with the day below. A pure reading of text: who calls says what
 * stands there and what is done about it (read/typed-attribution.ts, the rules on attributions).
 * Ordinary remarks in brackets (见附件, 共3人, 图略, 摄影：张三) are none.
 */
import { readDistributionLine } from "./distribution-line.js";
import { hanPattern } from "./han-pattern.js";
import { isSameUnit, type KnownUnits } from "./known-units.js";
import { mayNameSigner } from "./signature-labels.js";
import { joinNames, readSignatureNames, type SignatureNames } from "./signature-names.js";

export interface SignatureContext extends KnownUnits {
  /** true where what stands in front of the text is finished: a list, a table */
  readonly followsFinished: boolean;
}

export interface Signature extends SignatureNames {
  /** UTF-16 offsets of the whole signature, brackets and labels too */
  readonly start: number;
  readonly end: number;
  /** false where the same words could belong to the sentence in front of them, or to a list */
  readonly isSure: boolean;
}

const OPENERS = /[（(【〔［[]/;
const CLOSERS = /[）)】〕］\]]/;
const WHOLE_IN_BRACKETS = /^[（(【〔［[](.*)[）)】〕］\]]。?$/u;
/** What stands in front of a signature ends a sentence. */
const SENTENCE_END = hanPattern(
  String.raw`[。！？!?”’」』…]$|\p{Script=Han}\.$|[。！？][（(][^（）()\n]{1,30}[）)]$`,
);
/** 附件：1.参会名单 and its further numbers, at the end of what stands in front. */
const ATTACHMENTS =
  /(?:^|\n)[\s\u3000]*附[\s\u3000]*件[\s\u3000]*\d{0,2}[：:][^\n]+(?:\n[\s\u3000]*\d{1,2}[.．、][^\n]+){0,9}$/u;
/** Lines of a footer: unit, author, checker, day */
const MOST_LINES = 5;
const LONGEST_LINE = 60;

/**
 * @param text the end of an item, lines (and paragraphs) divided by `\n`
 * @returns undefined where it ends in none
 */
export function findSignature(text: string, context: SignatureContext): Signature | undefined {
  const end = text.trimEnd().length;
  return (
    findInBrackets(text, { end, context }) ??
    findInLines(text, { end, context }) ??
    findBehindSentence(text, { end, context })
  );
}

interface Place {
  readonly end: number;
  readonly context: SignatureContext;
  /** brackets read behind these */
  readonly behind?: number;
}

/** （云岭区科协）（责编：李四）（2026年3月12日） */
const MOST_BRACKETS = 3;

/** …举办。（云岭区科协 张三 供稿） */
function findInBrackets(text: string, { end, context, behind = 0 }: Place): Signature | undefined {
  const hasStop = /[。.]/.test(text.charAt(end - 1));
  const close = hasStop ? end - 2 : end - 1;
  const open = openingOf(text, close);
  const own =
    open === undefined
      ? undefined
      : readSignatureNames(text.slice(open + 1, close), context, { isOfSender: true });
  if (open === undefined || own === undefined) return undefined;
  // （云岭区科协）（责编：李四）
  const before = text.slice(0, open).trimEnd().length;
  const isLast = hasStop || behind + 1 >= MOST_BRACKETS;
  const inFront = isLast ? undefined : findInBrackets(text, { end: before, context, behind: behind + 1 });
  if (inFront?.isSure === true)
    return { ...joinNames(inFront, own), start: inFront.start, end, isSure: true };
  const words = text.slice(0, open);
  if (isFinished(words, context) || (isKnown(own) && isOnOwnLine(words)))
    return { ...own, start: open, end, isSure: true };
  // 由主办方负责（云岭区科协） may explain a word: it is reported where it names who signs; 供稿 explains none.
  const signs = own.evidence === "source" || own.hasLabel;
  return signs ? { ...own, start: open, end, isSure: own.hasLabel && !hasStop } : undefined;
}

/** @param before what stands in front of a signature: a finished sentence, or something finished of another kind */
function isFinished(before: string, { followsFinished }: SignatureContext): boolean {
  const words = before.trimEnd();
  return words === "" ? followsFinished : SENTENCE_END.test(words);
}

/** Any other name may explain the line above: 文化广场 / （青山社区）. */
const isKnown = ({ unit, evidence }: SignatureNames): boolean =>
  unit !== undefined && (evidence === "source" || evidence === "register");

/** On a line of its own, below names or awards that no full stop ends; not below half a sentence. */
const isOnOwnLine = (before: string): boolean =>
  /\n[^\S\n]*$/.test(before) && !/[，、：:；;的和与及由为]\s*$/.test(before);

/** The brackets of a name may stand inside: （示例市科协（学会部）） */
function openingOf(text: string, close: number): number | undefined {
  if (!CLOSERS.test(text.charAt(close))) return undefined;
  let depth = 0;
  for (let at = close; at >= 0 && close - at <= LONGEST_LINE; at -= 1) {
    const mark = text.charAt(at);
    if (mark === "\n") return undefined;
    if (CLOSERS.test(mark)) depth += 1;
    else if (OPENERS.test(mark)) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** Lines of their own at the end: 云岭区科协, 供稿：…, 撰稿：张三, 2026年3月12日; 抄送：… among them */
function findInLines(text: string, { end, context }: Place): Signature | undefined {
  let start = end;
  const footer: FooterLine[] = [];
  while (footer.length < MOST_LINES && start > 0) {
    const until = text.slice(0, start).trimEnd().length;
    const lineStart = text.lastIndexOf("\n", until - 1) + 1;
    const line = readFooterLine(text.slice(lineStart, until).trim(), context);
    if (line === undefined) break;
    footer.unshift(line);
    start = lineStart;
  }
  const [first, ...more] = namesOf(footer, context);
  if (first === undefined) return undefined;
  const found = more.reduce(joinNames, first);
  // A day alone is no signature, and a name alone no unit.
  if (found.unit === undefined && !found.hasLabel) return undefined;
  const before = text.slice(0, start);
  // Below 附件：1.… stand unit and day, or a further line of that list.
  const isBelowList = ATTACHMENTS.test(before.trimEnd()) && (found.hasLabel || found.others.length > 0);
  if (!isFinished(before, context) && !isBelowList) return undefined;
  const from = start + (/^\s*/u.exec(text.slice(start, end))?.[0].length ?? 0);
  const bareUnits = footer.filter(({ names }) => names?.unit !== undefined && names.evidence === "name");
  // One unit below another may be a list of those who took part.
  return { ...found, start: from, end, isSure: bareUnits.length < 2 };
}

interface FooterLine {
  readonly line: string;
  /** undefined where it says to whom it went and nothing else */
  readonly names: SignatureNames | undefined;
  /** 报送：云岭区科协, which signs only where nobody else does */
  readonly isReport: boolean;
}

function readFooterLine(typed: string, context: SignatureContext): FooterLine | undefined {
  const bare = typed.replace(/。$/u, "");
  const line = bare.replace(WHOLE_IN_BRACKETS, "$1");
  if (line === "" || line.length > LONGEST_LINE) return undefined;
  const isInBrackets = line !== bare;
  const names = readSignatureNames(line, context, { isOfSender: isInBrackets });
  const list = isInBrackets ? undefined : readDistributionLine(line);
  return names === undefined && list === undefined
    ? undefined
    : { line, names, isReport: list?.isReport === true };
}

/** To whom it went is not printed with it. */
function namesOf(footer: readonly FooterLine[], known: KnownUnits): readonly SignatureNames[] {
  const signer = footer.find(({ names, isReport }) => names?.unit !== undefined && !isReport)?.names?.unit;
  return footer.map(({ line, names, isReport }) => {
    const isOther = isReport && signer !== undefined && !isSameUnit(names?.unit ?? "", signer, known);
    return names === undefined || isOther ? { ...NOBODY, others: [line] } : names;
  });
}

const NOBODY: SignatureNames = { unit: undefined, people: [], others: [], evidence: "name", hasLabel: false };

/** …举办。云岭区科协供稿: what comes last in the paragraph, and says that it signs. */
function findBehindSentence(text: string, { end, context }: Place): Signature | undefined {
  const near = text.slice(Math.max(0, end - LONGEST_LINE), end);
  const match = /[。！？”’」』…]\s*([^。！？”’」』…\n]+?)。?$/u.exec(near);
  const words = match?.[1];
  if (match === null || words === undefined || !mayNameSigner(words)) return undefined;
  const names = readSignatureNames(words, context);
  if (names?.unit === undefined || !names.hasLabel) return undefined;
  // 由市科协报送 is a clause; with the unit known, or behind 供稿：, it is none.
  const isPlain =
    /^[^：:]{2,8}[：:]|^(?:本文|本稿|此稿)由/u.test(words) || /(?:供稿|来稿|投稿)$/u.test(words);
  if (names.evidence === "label" && !isPlain) return undefined;
  const start = end - near.length + match.index + match[0].indexOf(words);
  return { ...names, start, end, isSure: true };
}
