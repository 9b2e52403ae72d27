/**
 * What a rule is. One rule, one file, one exported constant named after it; rules never
 * import each other. What stands beside the check (summary, why, source, examples) is the
 * rule's documentation and its test at once: `bulletin explain`, docs/rules.md, the schema of
 * lint.rules and test/rules/rules.test.ts are all made from it.
 *
 * Some laws are seen where text is read or composed (a duplicate key, a missing glyph). Their
 * files carry the documentation, and `madeBy` says who makes the finding.
 */
import type { FindingOfRule, Message, Severity, Sources } from "../diagnostics/diagnostic.js";
import type { WordIndex } from "../han/word-index.js";
import type { ForbiddenWord, House, Person, Unit } from "../model/house.js";
import type { Issue, Item } from "../model/issue.js";
import type { Span } from "../model/located.js";
import type { PackLine } from "../model/pack.js";
import type { Passage } from "../model/passage.js";
import type { Figure } from "../model/text.js";
import type { CopyLine } from "./copy-line.js";

/**
 * What the letter to the unit that wrote an item (`lint -f report`) says of a finding. The unit has
 * a document, no files and no program: it finds the place by the words around it.
 */
export interface UnitWords {
  /** what is wrong; left out where the finding's message says it in plain words */
  readonly what?: Message;
  /** what the unit is asked to send or to tell */
  readonly ask: Message;
  /** true where it is about the item as a whole, and no place in it is named */
  readonly isAboutItem?: boolean;
}

export interface RuleDocumentation {
  /** group/subject-law; never reused */
  readonly id: string;
  /** default; house rules and --rule override it */
  readonly severity: Severity;
  /** what some findings are of, where they weigh more or less than the rule's default */
  readonly alsoSeverity?: Severity;
  /** true where findings can carry a fix, which `--fix` applies: no second reading is possible */
  readonly fixable: boolean;
  /** true where findings can carry suggestions, which a person has to choose (`--fix-suggestions`) */
  readonly hasSuggestions?: boolean;
  /**
   * true where its edits make blocks of other kinds or numbers (paragraphs out of pasted lines, a table out
   * of rows), or move whole entries. `--fix` holds all other edits to the structure that was there (mend/)
   */
  readonly restructures?: boolean;
  /**
   * true where an edition cannot be right without it: its severity cannot be lowered, and
   * `build --no-lint` still checks it
   */
  readonly structural: boolean;
  /** the law in one sentence */
  readonly summary: Message;
  /** why it is a law, in two or three sentences */
  readonly why: Message;
  /** there where only the unit that wrote the item can tell what is right; all else is the editor's */
  readonly forUnit?: UnitWords;
  /** clause of the standard it follows, where there is one */
  readonly source?: string;
  /** at least one wrong and one right; rights are the traps it must stay silent on */
  readonly examples: readonly RuleExample[];
  /** default values of what `[severity, {options}]` can set, by name */
  readonly options?: Readonly<Record<string, number | string | boolean | readonly string[]>>;
}

/**
 * A case in a small bulletin. Files given replace those of the harness's own sound bulletin
 * (test/rules/sound-bulletin.ts): `bulletin.yaml`, `issue.yaml`, `items/01.md`, `items/02.md`. It
 * also holds pictures: images/wide.png (1800 × 1200), images/small.png (300 × 200),
 * images/tower.png (500 × 2200) and images/photo.webp, and a file of Word 97: 来稿/旧稿.doc.
 *
 * Examples of what comes in (`madeBy: "intake"`) are read as `bulletin lint` reads a file that a unit sent: `show` is
 * that file. Of a .docx or .docm the content is what stands inside of `w:body` (word-example.ts).
 */
export interface RuleExample {
  readonly name: Message;
  readonly files: Readonly<Record<string, string>>;
  /** the file shown in documentation */
  readonly show: string;
  /** the form of the HTML edition that is built; without it the issue is linted */
  readonly webForm?: string;
  /** what documentation shows in place of the file, where that is no text that a person reads (Word); in Chinese */
  readonly shown?: string;
  /** places at which the rule speaks, `path:line:column`; empty for a right example */
  readonly findings: readonly string[];
  /** content of `show` after `--fix`, where the rule fixes it */
  readonly fixed?: string;
  /** content of `show` after the first suggestion of each finding, where the rule suggests */
  readonly suggested?: string;
}

/** What a rule finds; the rule's id is added by check/, and its severity where the finding names none (`alsoSeverity`). */
export type Finding = FindingOfRule & { readonly severity?: Severity };

export interface RuleContext {
  readonly house: House;
  readonly sources: Sources;
  /** the rule's options, defaults filled, each of its default's type */
  readonly options: Readonly<Record<string, unknown>>;
  /** what a build does with the editions for the web; linted alone, an issue is judged as it will be built by default */
  readonly web: WebEditions;
  /** the form in which the HTML edition is built; undefined where none is built */
  readonly webForm: string | undefined;
  /** the issue around an item; undefined for a submission linted alone */
  readonly issue: Issue | undefined;
  /** what several rules ask of an item's text, computed once, when first asked for */
  readonly factsOf: (item: Item) => ItemFacts;
  /** the house's words, persons and units, ready to be looked up */
  readonly dictionary: HouseDictionary;
  /** the phone numbering plan (China's by default) */
  readonly isPossiblePhone: (text: string) => boolean;
}

/** `left-out`: nobody wants them; `asked`: they were asked for by name; `default`: they are made unless something speaks against it. */
export type WebEditions = "default" | "asked" | "left-out";

export interface ItemFacts {
  /** title lines and summary, then the body and the notes, in reading order */
  readonly passages: readonly Passage[];
  /** addresses and numbers of persons as they are printed, without those that the house allows */
  readonly personalData: readonly PersonalDatum[];
  /** characters of the body and its notes, white space aside */
  readonly characters: number;
  /** figures of the body and its notes */
  readonly figures: readonly Figure[];
  /** the item's text as its author typed it, in reading order: what text rules judge */
  readonly copyLines: readonly CopyLine[];
}

/** Made once a run by check/house-dictionary.ts; each part when first asked for. */
export interface HouseDictionary {
  /** wrong words; right ones are in it with no value, so that they cover the wrong ones inside them */
  readonly replacements: WordIndex<string | undefined>;
  /** forbidden words; exceptions are in it with no value */
  readonly forbidden: WordIndex<ForbiddenWord | undefined>;
  /** words of the lists that are switched on, with their lines; right words and exceptions are in it with no value */
  readonly packs: WordIndex<readonly PackLine[] | undefined>;
  /** names of units and their aliases */
  readonly units: WordIndex<UnitName>;
  /** former names of units, with those units; present names are in it with no value */
  readonly formerNames: WordIndex<Unit | undefined>;
  readonly hasPeople: boolean;
  /** persons of the roster named in a line, in order */
  readonly mentionsIn: (line: CopyLine) => readonly Mention[];
  /** persons of the roster whose name differs from this one in one character, or has two changed over */
  readonly peopleLike: (name: string) => readonly RosterPerson[];
}

export interface UnitName {
  /** the unit's full name */
  readonly full: string;
  readonly isFull: boolean;
}

export interface RosterPerson {
  readonly person: Person;
  /** place on the roster, from 0 */
  readonly rank: number;
}

export interface Mention extends RosterPerson {
  readonly start: number;
  readonly end: number;
}

export interface PersonalDatum {
  readonly kind: "email" | "mobile" | "landline" | "identity-number" | "bank-card";
  /** as printed */
  readonly value: string;
  readonly span: Span;
  /** true where the words around it ask readers to send contributions there */
  readonly invites: boolean;
}

/** @returns a rule's numeric option; its type was settled by check/rule-settings.ts */
export function numberOption(context: RuleContext, name: string): number {
  const value = context.options[name];
  if (typeof value !== "number") throw new TypeError(`The option ${name} is not a number`);
  return value;
}

/** A law about the issue as a whole. */
export interface IssueRule extends RuleDocumentation {
  readonly scope: "issue";
  readonly check: (issue: Issue, context: RuleContext) => Iterable<Finding>;
}

/** A law about one item, also kept by submissions linted alone. */
export interface ItemRule extends RuleDocumentation {
  readonly scope: "item";
  readonly check: (item: Item, context: RuleContext) => Iterable<Finding>;
}

/**
 * A law about words and marks as they are typed: it sees one line (a paragraph, a heading, a cell, a
 * caption, a title line) at a time, and edits typed characters.
 */
export interface TextRule extends RuleDocumentation {
  readonly scope: "text";
  /**
   * classes of characters (han/copy-class.ts, setOfClasses): the rule is asked only about lines that
   * hold one of them. Left out where it speaks of words.
   */
  readonly looksFor?: number;
  /**
   * characters, written as between the brackets of a pattern (`a-z`): the rule is asked only about lines that hold one of
   * them. All rules together read a line once for them (check/lines-asked.ts)
   */
  readonly signs?: string;
  /**
   * a cheap pattern that finds something in each line about which the rule has something to say: only for such a line are
   * the rule's own compiled (test/rules/looks-for.test.ts)
   */
  readonly mentions?: RegExp;
  readonly check: (line: CopyLine, context: TextContext) => Iterable<Finding>;
}

export interface TextContext extends RuleContext {
  readonly item: Item;
  /** all lines of the item; `lines[line.index + 1]` is the next one */
  readonly lines: readonly CopyLine[];
}

/** A law whose findings are made while reading or composing; this file documents it. */
export interface DocumentedRule extends RuleDocumentation {
  readonly scope: "documented";
  /**
   * `intake`: told of what came in by Word, mail or text; `import`: told only by the command that writes the items;
   * `stats`: by the one that counts them
   */
  readonly madeBy: "read" | "layout" | "check" | "intake" | "import" | "stats";
}

export type Rule = IssueRule | ItemRule | TextRule | DocumentedRule;
