/**
 * The issue as JSON says it, version 1. Names and shapes are a promise to programs of others: a key may come, none goes
 * or changes its meaning without another version. issue-schema.ts says the same as a JSON Schema.
 */

export interface IssueRecord {
  readonly version: 1;
  readonly bulletin: { readonly name: string; readonly publisher?: string; readonly language: string };
  /** 2026年第3期 */
  readonly name: string;
  readonly year: number;
  /** 增刊; left out for a regular issue */
  readonly series?: string;
  readonly number: number;
  readonly total?: number;
  /** YYYY-MM-DD, as all days */
  readonly date: string;
  readonly period?: { readonly from: string; readonly to: string };
  readonly marks?: MarksRecord;
  readonly editorsNote?: readonly BlockRecord[];
  readonly sections: readonly SectionRecord[];
  readonly contact: { readonly label?: string; readonly email?: string; readonly phone?: string };
  readonly editorial?: { readonly editor?: string; readonly reviewer?: string; readonly approver?: string };
  readonly distribution?: {
    readonly report?: readonly string[];
    readonly send?: readonly string[];
    readonly issue?: readonly string[];
    readonly copies?: number;
  };
}

export interface MarksRecord {
  readonly copyNumber?: string;
  /** as it is printed: 秘密★1年 */
  readonly secrecy?: string;
  readonly urgency?: string;
  readonly marking?: string;
  readonly draft?: string;
}

export interface SectionRecord {
  readonly name: string;
  readonly items: readonly ItemRecord[];
}

export interface ItemRecord {
  /** on one line */
  readonly title: string;
  /** where the editor broke it; left out where it has one line */
  readonly titleLines?: readonly string[];
  /** the unit that is printed as （…） */
  readonly attribution?: string;
  readonly date?: string;
  readonly summary?: string;
  readonly editorsNote?: readonly BlockRecord[];
  /** the characters alone, a block a line, without attribution, notes and what stands under the text */
  readonly text: string;
  readonly blocks: readonly BlockRecord[];
  readonly attachments?: readonly string[];
  readonly signed?: { readonly by: readonly string[]; readonly date?: string };
  readonly notes?: readonly { readonly number: number; readonly blocks: readonly BlockRecord[] }[];
}

export type BlockRecord =
  | { readonly kind: "paragraph"; readonly content: readonly InlineRecord[] }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly content: readonly InlineRecord[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      /** number of the first entry of an ordered list */
      readonly start?: number;
      readonly items: readonly { readonly checked?: boolean; readonly blocks: readonly BlockRecord[] }[];
    }
  | { readonly kind: "quote"; readonly blocks: readonly BlockRecord[] }
  | { readonly kind: "code"; readonly language?: string; readonly text: string }
  | {
      readonly kind: "table";
      readonly alignment: readonly ("left" | "center" | "right" | null)[];
      readonly header: readonly (readonly InlineRecord[])[];
      readonly rows: readonly (readonly (readonly InlineRecord[])[])[];
    }
  | {
      /** one picture, or up to four side by side */
      readonly kind: "pictures";
      readonly pictures: readonly PictureRecord[];
      /** of all of them */
      readonly caption?: readonly InlineRecord[];
    }
  | { readonly kind: "break" };

export interface PictureRecord {
  /** path from the issue's folder, with slashes; `../` leads to what issues share */
  readonly file: string;
  /** empty for a picture that is decoration */
  readonly alt: string;
  readonly caption?: string;
  /** px, as it stands upright */
  readonly width: number;
  readonly height: number;
}

export type InlineRecord =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | {
      readonly kind: "emphasis" | "strong" | "strikethrough";
      readonly content: readonly InlineRecord[];
    }
  | { readonly kind: "link"; readonly url: string; readonly content: readonly InlineRecord[] }
  | { readonly kind: "line-break" }
  | { readonly kind: "note"; readonly number: number };
