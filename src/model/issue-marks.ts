/**
 * What an issue is marked with: number of the copy, secrecy and urgency (GB/T 9704-2012, 7.2.1 to 7.2.3), a marking
 * of the house's own above the masthead, and the mark of a draft at the head of every page.
 */
import type { Located, Span } from "./located.js";
import type { RoleName } from "./template.js";

/** From the least secret up. */
export const SECRECY_LEVELS = ["秘密", "机密", "绝密"] as const;
export type SecrecyLevel = (typeof SECRECY_LEVELS)[number];

/** From the most urgent down. */
export const URGENCIES = ["特急", "加急"] as const;
export type Urgency = (typeof URGENCIES)[number];

export interface IssueMarks {
  /** 份号 as it is printed: six digits */
  readonly copyNumber: Located<string> | undefined;
  readonly secrecy: Secrecy | undefined;
  readonly urgency: Located<Urgency> | undefined;
  /** 内部资料　注意保存 */
  readonly marking: Located<string> | undefined;
  /** 征求意见稿: what makes a draft of an issue; without it the issue is final */
  readonly draft: Located<string> | undefined;
}

export interface Secrecy {
  readonly level: Located<SecrecyLevel>;
  /** how long: 1年, 长期; until when or what: 2030年12月31日, 启用前 */
  readonly period: Located<string> | undefined;
  /** the key of the manifest or of the house rules that holds it */
  readonly span: Span;
}

export const NO_MARKS: IssueMarks = {
  copyNumber: undefined,
  secrecy: undefined,
  urgency: undefined,
  marking: undefined,
  draft: undefined,
};

/** 黑体 in the size of the text, which is 三号 in the default template (GB/T 9704-2012, 7.2.2 and 7.2.3). */
export const MARKS_ROLE: RoleName = "heading1";

/** What a draft is called where nobody says. */
export const DEFAULT_DRAFT = "送审稿";

/** Between level and period (GB/T 9704-2012, 7.2.2). */
export const SECRECY_STAR = "★";

/** 秘密★1年: level and period are joined by a star (GB/T 9704-2012, 7.2.2). */
export const secrecyText = ({ level, period }: Secrecy): string =>
  period === undefined ? level.value : `${level.value}${SECRECY_STAR}${period.value}`;

/** A mark with what it is, as files say it of themselves. */
export interface NamedMark {
  readonly name: string;
  readonly text: string;
  readonly span: Span;
  /** what it is put together of, in this order */
  readonly values: readonly Located<string>[];
}

/**
 * The marks above the masthead from the top down. The standard's own come first and in its order (7.2.3); a marking of
 * the house's own, of which it knows nothing, stands below them and so changes no place that it fixes.
 */
export function marksAbove({ copyNumber, secrecy, urgency, marking }: IssueMarks): readonly NamedMark[] {
  const marks: readonly (readonly [string, Omit<NamedMark, "name"> | undefined])[] = [
    ["份号", ofOneValue(copyNumber)],
    [
      "密级和保密期限",
      secrecy && {
        text: secrecyText(secrecy),
        span: secrecy.span,
        values: [secrecy.level, ...(secrecy.period === undefined ? [] : [secrecy.period])],
      },
    ],
    ["紧急程度", ofOneValue(urgency)],
    ["标识", ofOneValue(marking)],
  ];
  return marks.flatMap(([name, mark]) => (mark === undefined ? [] : [{ name, ...mark }]));
}

const ofOneValue = (mark: Located<string> | undefined): Omit<NamedMark, "name"> | undefined =>
  mark && { text: mark.value, span: mark.span, values: [mark] };

interface Marked {
  readonly marks: IssueMarks;
}

/** @returns the same issue as a draft of that name, whatever the manifest says */
export const asDraft = <T extends Marked>(issue: T, draft: Located<string>): T => ({
  ...issue,
  marks: { ...issue.marks, draft },
});

/** @returns stem of the output files: a draft never takes the place of the final issue */
export const stemOf = (slug: Located<string>, draft: string | undefined): Located<string> =>
  draft === undefined ? slug : { ...slug, value: `${slug.value}-${draft}` };

/** A title as files carry it: a draft's says that it is one. */
export const markedTitle = (title: string, draft: string | undefined): string =>
  draft === undefined ? title : `${title}（${draft}）`;
