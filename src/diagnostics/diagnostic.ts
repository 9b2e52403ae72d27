/**
 * What we tell people: a finding with its place, its reason and its remedy. Functions give back
 * what they could make beside what was wrong; nobody throws over an author's mistake.
 */
import type { Span } from "../model/located.js";

export type Severity = "error" | "warning" | "info";

/** A sentence in both languages; which one is printed is decided last. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** Replaces the characters under `span` by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** An edit that may be what was meant. A person decides: `--fix` never applies it. */
export interface Suggestion {
  /** what it would do */
  readonly message: Message;
  readonly edits: readonly TextEdit[];
}

export interface RelatedPlace {
  readonly message: Message;
  readonly span: Span;
}

export interface Diagnostic {
  /** id of the rule: group/subject-law */
  readonly rule: string;
  readonly severity: Severity;
  /** what is wrong here, with the value found, and why */
  readonly message: Message;
  /** the smallest span that shows it */
  readonly span: Span;
  /** what to do */
  readonly help?: Message;
  readonly related?: readonly RelatedPlace[];
  /**
   * edits that mend it where no second reading is possible; all of them or none are applied.
   * Where one is, they belong into `suggestions`
   */
  readonly fix?: readonly TextEdit[];
  /** what might have been meant, the likeliest first */
  readonly suggestions?: readonly Suggestion[];
}

/** As a rule finds it: which rule that was and how severe it is, is said by who asked the rule. */
export type FindingOfRule = Omit<Diagnostic, "rule" | "severity">;

/** group/subject-law, as `rule` of a finding is written */
const RULE = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;

export const isRuleId = (value: unknown): value is string => typeof value === "string" && RULE.test(value);

export interface Diagnosed<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** The texts that spans point into, by workspace path. */
export type Sources = ReadonlyMap<string, string>;

/**
 * Something outside the author's files is missing or refuses: a font, a full disk, a folder
 * without permission. Caught once, in the command line, and printed with its remedy.
 */
export class EnvironmentError extends Error {
  readonly problem: Message;
  readonly remedy: Message;

  constructor(problem: Message, remedy: Message, options?: ErrorOptions) {
    super(problem.en, options);
    this.name = "EnvironmentError";
    this.problem = problem;
    this.remedy = remedy;
  }
}

/**
 * A file that an issue may be made of (a picture, a font) and that turns out unusable while it is used. Where the
 * issue names it, that is a finding at the place that names it (house-font-files.ts), else trouble like any other.
 */
export class UnusableFile extends EnvironmentError {
  /** as whoever opened it was given it: a workspace path, where it is the author's */
  readonly path: string;

  constructor(path: string, words: { readonly problem: Message; readonly remedy: Message }, cause?: unknown) {
    super(words.problem, words.remedy, { cause });
    this.path = path;
  }
}
