/**
 * A draft: what decide/ made of a submission, as plain data with its evidence. What is undecided is empty, and a
 * notice says so. write-draft.ts makes the Markdown file of it.
 */
import type { CalendarDate } from "../../model/calendar-date.js";
import type { ManuscriptPicture, Notice } from "../manuscript.js";
import type { MarkedText } from "../marked-text.js";

export interface DraftItem {
  /** the manuscript's path and name: where it came from */
  readonly path: string;
  readonly name: string;
  /** one to three lines; empty where none could be decided */
  readonly title: readonly MarkedText[];
  readonly source: string | undefined;
  readonly submitter: DraftSubmitter | undefined;
  /** of the event */
  readonly date: CalendarDate | undefined;
  /** a section of the house that the submission names */
  readonly section: string | undefined;
  /** what it names instead, where the house has no such section */
  readonly otherSection?: string;
  /** names of what is attached to the text, without numbers */
  readonly attachments?: readonly MarkedText[];
  /** of an official text; there is no `source` then */
  readonly signed?: DraftSigned;
  readonly blocks: readonly DraftBlock[];
  /** in the order in which the text calls them */
  readonly notes: readonly DraftNote[];
  /** in the order of the text; `key` is what figures name */
  readonly pictures: readonly { readonly key: string; readonly picture: ManuscriptPicture }[];
  readonly decisions: readonly Decision[];
  /** what reading and deciding lost, decided or left open, in the order of the document */
  readonly notices: readonly Notice[];
}

export interface DraftSigned {
  readonly by: readonly string[];
  readonly date: CalendarDate | undefined;
}

export interface DraftSubmitter {
  readonly name: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
}

export interface DraftNote {
  readonly key: string;
  readonly words: MarkedText;
}

export type DraftBlock =
  | { readonly kind: "paragraph"; readonly words: MarkedText }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly words: MarkedText }
  | DraftList
  | { readonly kind: "table"; readonly rows: readonly (readonly MarkedText[])[] }
  | {
      readonly kind: "figure";
      readonly picture: string;
      readonly caption: MarkedText | undefined;
      /** alternative text that a person wrote, in Markdown; those of programs are none */
      readonly alt?: string;
    };

export interface DraftList {
  readonly kind: "list";
  readonly isOrdered: boolean;
  /** number of the first entry of an ordered list */
  readonly start: number;
  readonly entries: readonly DraftEntry[];
}

export interface DraftEntry {
  readonly words: MarkedText;
  /** depth below the list's own entries, from 0; never more than one deeper than the entry in front */
  readonly depth: number;
}

/** What was decided from what. */
export type Decision =
  | { readonly kind: "title"; readonly value: string; readonly evidence: TitleEvidence }
  | { readonly kind: "unit"; readonly value: string; readonly evidence: UnitEvidence }
  | { readonly kind: "date"; readonly value: CalendarDate; readonly evidence: DateEvidence };

export type TitleLook = "style" | "centred" | "larger" | "bold" | "face";

export type TitleEvidence =
  | {
      readonly kind: "looks";
      readonly looks: readonly TitleLook[];
      readonly largerBy: number;
      readonly place: number;
    }
  /** 标题：… */
  | { readonly kind: "label"; readonly place: number }
  /** a first line without marks above a sentence that begins as news do or says the same again */
  | { readonly kind: "headline"; readonly place: number; readonly endsInMark?: boolean }
  /** `place` where the text's first line says the same */
  | { readonly kind: "subject"; readonly place: number | undefined }
  | { readonly kind: "file-name"; readonly place: number | undefined }
  /** what the head of a web page calls its title, or its one heading; `place` where a line of it says so */
  | { readonly kind: "page"; readonly place: number | undefined }
  /** of an attached item; `place` where its first line says the same */
  | { readonly kind: "front-matter"; readonly place: number | undefined };

export type UnitEvidence =
  | { readonly kind: "signature"; readonly words: string; readonly place: number }
  /** a line or a table 报送单位 */
  | { readonly kind: "form"; readonly place: number }
  /** below the title */
  | { readonly kind: "byline"; readonly words: string; readonly place: number }
  | { readonly kind: "sender" }
  /** 来源 of a web page, above its text or in its head */
  | { readonly kind: "page"; readonly place: number | undefined }
  | { readonly kind: "front-matter" };

export type DateEvidence =
  | {
      readonly kind: "lead";
      readonly words: string;
      readonly place: number;
      readonly year: "typed" | "mail" | "signature" | "page" | "issue";
    }
  | { readonly kind: "front-matter" };
