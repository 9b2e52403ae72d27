/**
 * What a style of the edition sets, before it becomes XML (styles.ts).
 */
import type { XmlComponent } from "docx";
import { NOTE_LABEL_EM, QUOTE_INDENT_EM } from "../../../model/printed-measures.js";
import type { RoleName, Template } from "../../../model/template.js";
import type { NameSpacing } from "../word/masthead-heights.js";
import { emTwips } from "../word/word-geometry.js";
import type { StyleId } from "./style-names.js";
import type { ParagraphFormat, RunFormat } from "./style-properties.js";

export interface StyleFormat {
  readonly kind: "paragraph" | "character" | "table";
  readonly basedOn?: StyleId;
  /** style of the paragraph that follows */
  readonly next?: StyleId;
  /** shown in the gallery of quick styles */
  readonly quick?: boolean;
  readonly priority?: number;
  readonly role?: RoleName;
  readonly paragraph?: ParagraphFormat;
  readonly run?: RunFormat;
  readonly table?: XmlComponent;
}

/** What the styles say of this one document, so that no paragraph of it has to. */
export interface DocumentMeasures {
  /** line spacing of the contents in twips, where it differs from the grid */
  readonly contentsLine?: number | undefined;
  readonly name?: NameSpacing;
  /** from the text to the imprint, in twips */
  readonly overImprint?: number | undefined;
}

/** The smallest exact line height that Word keeps: one point. */
export const LEAST_LINE = 20;

export type Formats<Id extends StyleId> = Readonly<Record<Id, StyleFormat>>;

/** @returns a first-line indent in both units: Word reads characters, LibreOffice twips */
export function firstLineIndent(template: Template, role: RoleName): NonNullable<ParagraphFormat["indent"]> {
  const { indentEm } = template.rhythm;
  return {
    firstLineChars: Math.round(indentEm * 100),
    firstLine: Math.round(indentEm * emTwips(template, role)),
  };
}

/** @returns the indent of a note's text, behind its number */
export const noteIndentTwips = (template: Template): number =>
  Math.round(NOTE_LABEL_EM * emTwips(template, "note"));

/** @returns the extra indent of a quote, on either side */
export const quoteIndentTwips = (template: Template): number =>
  Math.round(QUOTE_INDENT_EM * emTwips(template, "quote"));

/** @returns the extra indent of code, on the left */
export const codeIndentTwips = (template: Template): number =>
  Math.round(template.rhythm.indentEm * emTwips(template, "body"));

/** @returns the indent of an item's later paragraphs, aligned with the text behind a number */
export const listContinueIndentTwips = (template: Template): number =>
  LIST_CONTINUE_EM * emTwips(template, "body");

const LIST_CONTINUE_EM = 4;
