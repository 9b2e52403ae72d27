/**
 * An issue (期) of a bulletin as its authors wrote it, defaults filled, every value with its
 * place. Made by read/, judged by check/, rendered by editions/. What cannot be read is filled
 * with an empty value and reported, so that one run shows everything that is wrong; only a
 * CheckedIssue, which has no errors, is ever rendered.
 */
import type { CalendarDate } from "./calendar-date.js";
import type { EditorsNote } from "./editors-note.js";
import type { House } from "./house.js";
import type { IssueMarks } from "./issue-marks.js";
import type { Located, Span } from "./located.js";
import type { Picture } from "./picture.js";
import type { Block, Note } from "./text.js";
import type { TypedText, WrittenText } from "./typed-text.js";

export interface Issue {
  /** workspace path of issue.yaml */
  readonly path: string;
  /** folder that holds it; no file of the issue lies outside `root` */
  readonly folder: string;
  /** the bulletin's folder: that of bulletin.yaml, else `folder` */
  readonly root: string;
  /** the house rules as they hold for this issue, the manifest's own values merged in */
  readonly house: House;
  readonly year: Located<number>;
  /** 增刊, 专刊: what the issue is counted in; undefined for a regular one */
  readonly series: Located<string> | undefined;
  readonly number: Located<number>;
  readonly total: Located<number> | undefined;
  readonly date: Located<CalendarDate>;
  readonly period: Located<Period> | undefined;
  /** above the masthead and at the head of the pages */
  readonly marks: IssueMarks;
  /** 编者按, printed between masthead and contents */
  readonly editorsNote?: EditorsNote | undefined;
  readonly sections: readonly Section[];
  /** the item that goes out without the others (item-alone.ts); undefined for an issue as it is printed */
  readonly alone?: Item | undefined;
  readonly editorial: Editorial | undefined;
  readonly distribution: Distribution | undefined;
  /** whether contents are printed, where this issue says so itself; else the template does */
  readonly contents: Located<boolean> | undefined;
  /** stem of the output files, those of a draft aside (issue-marks.ts, stemOf) */
  readonly slug: Located<string>;
  /** what stands around the issue in its folder, for the rules that look there */
  readonly surroundings: Surroundings;
}

/** What is known of an issue before its items are read. */
export type IssueHead = Pick<Issue, "path" | "folder" | "root" | "house" | "number" | "marks">;

export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface Section {
  readonly name: Located<string>;
  readonly items: readonly Item[];
  readonly keepEmpty: boolean;
  /** span of the section's entry in the manifest */
  readonly span: Span;
}

export interface Item {
  readonly path: string;
  /** where the manifest lists it; the front matter's own span for a submission read alone */
  readonly listed: Span;
  /** one to three lines, broken where the editor broke them; empty where it is missing */
  readonly title: readonly TitleLine[];
  /** the unit printed as （单位） at the end, from `source` or from the body's own last words */
  readonly attribution: Attribution | undefined;
  /** the signature typed at the body's end, whether or not it became the attribution */
  readonly signature?: TypedSignature | undefined;
  readonly date: Located<CalendarDate> | undefined;
  /** the section the item itself names */
  readonly section: Located<string> | undefined;
  readonly summary: WrittenText | undefined;
  /** who took it over after it was printed here, such as 市委办采用; for counting, never printed */
  readonly levels?: readonly WrittenText[] | undefined;
  readonly submitter: Submitter | undefined;
  /** 编者按, printed under the title */
  readonly editorsNote?: EditorsNote | undefined;
  readonly blocks: readonly Block[];
  /** names of what comes with it, without numbers; printed under the text (附件说明) */
  readonly attachments?: readonly WrittenText[] | undefined;
  /** who signs it and when; printed under the text (落款) */
  readonly signed?: Signed | undefined;
  readonly notes: readonly Note[];
  /** span of the front matter (with its fences), or an empty span at the start of the file */
  readonly frontMatter: Span;
  /** span of the body behind the front matter */
  readonly body: Span;
  readonly suppressions: readonly SuppressionComment[];
}

/** A line of a title, normalised as the body's text is. */
export interface TitleLine extends WrittenText {
  /** source offset of each UTF-16 unit of `value`; absent where the value stands so in the source */
  readonly offsets?: readonly number[];
}

export interface Attribution {
  readonly value: string;
  readonly span: Span;
  /** `both`: in the front matter and typed at the body's end too, which prints it once */
  readonly writtenIn: "front-matter" | "body" | "both";
  /** span of the （…） typed in the body, where it is */
  readonly typed: Span | undefined;
  /** `source` as its author typed it */
  readonly written?: TypedText;
}

/** The signature that the item is printed with, on lines of its own; `by` names at least one. */
export interface Signed {
  readonly by: readonly WrittenText[];
  readonly date: Located<CalendarDate> | undefined;
  /** the key in the front matter */
  readonly span: Span;
}

/** The signature typed at the body's end, as it was read. */
export interface TypedSignature {
  /**
   * `taken`: out of the text, its unit is the attribution. Left in the text: `another-unit` than the one of
   * `source`, `persons-only`, `doubtful` where the words may belong to the sentence.
   */
  readonly state: "taken" | "another-unit" | "persons-only" | "doubtful";
  readonly unit: string | undefined;
  /** authors that it names; never printed with the unit */
  readonly people: readonly string[];
  /** what else it names: the day, who checked it */
  readonly others: readonly string[];
  readonly span: Span;
}

/** Who sent the item in; for the editor, never printed. */
export interface Submitter {
  readonly name: Located<string> | undefined;
  readonly phone: Located<string> | undefined;
  readonly email: Located<string> | undefined;
  readonly span: Span;
}

export interface Editorial {
  readonly editor: Located<string> | undefined;
  readonly reviewer: Located<string> | undefined;
  readonly approver: Located<string> | undefined;
}

export interface Distribution {
  /** 报 */
  readonly report: readonly Located<string>[];
  /** 送 */
  readonly send: readonly Located<string>[];
  /** 发 */
  readonly issue: readonly Located<string>[];
  /** 印数 */
  readonly copies: Located<number> | undefined;
}

export interface Surroundings {
  /** item files in the folders of listed items that no section lists */
  readonly unlistedItems: readonly string[];
  /** files in those folders that may have been meant as items and cannot be read (Word files, mails) */
  readonly unreadFiles: readonly string[];
  /** titles of the items of other, earlier issues under the same root */
  readonly earlierTitles: readonly { readonly path: string; readonly title: string }[];
}

/** A comment that silences findings; its reach and its use are judged in check/suppressions.ts. */
export interface SuppressionComment {
  readonly directive: "disable" | "enable" | "disable-next-line" | "disable-line";
  /** rule ids; empty means every rule */
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  readonly span: Span;
}

declare const checked: unique symbol;

/** An issue without errors. Only check/sound-issue.ts makes one. */
export type CheckedIssue = Issue & { readonly [checked]: true };

/** The pictures of an issue, by workspace path: pixels, and no data about how they were made. */
export type Assets = ReadonlyMap<string, Picture>;
