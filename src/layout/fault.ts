/**
 * What composing shows to be wrong, as plain facts. Each room gives its faults back with what it composed;
 * tell-faults.ts makes findings of them, once and at the end.
 */
import type { Message } from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";

export type Fault = { readonly span: Span } & (
  | {
      readonly kind: "missing-glyph";
      /** a run of them, each as often as it stands there */
      readonly codePoints: readonly number[];
      /** names of the faces that were tried */
      readonly faces: readonly string[];
    }
  | {
      /** of a script whose letters cannot be set one by one */
      readonly kind: "unshaped-script";
      readonly script: Message;
      readonly text: string;
    }
  | {
      /** a character that another face lends to the one that was to set it */
      readonly kind: "borrowed-glyph";
      readonly text: string;
      readonly asked: string;
      readonly used: string;
    }
  /** emphasis that was to have a face of its own, and has dots because none is at hand */
  | { readonly kind: "emphasis-without-face"; readonly face: string }
  | { readonly kind: "line-too-wide"; readonly excessPt: number }
  | {
      readonly kind: "loose-line";
      /** what each gap between Han grew by */
      readonly growthEm: number;
      /** how far the line ends before the edge, where it could not be filled */
      readonly missingEm: number;
    }
  | { readonly kind: "short-last-line"; readonly text: string }
  | { readonly kind: "title-parts-word" }
  | { readonly kind: "short-title-end" }
  | { readonly kind: "small-table-type"; readonly columns: number; readonly sizePt: number }
  | {
      readonly kind: "picture-narrowed";
      /** in millimetres */
      readonly askedMm: number;
      readonly printedMm: number;
      /** true: as wide as asked, it would be higher than a page */
      readonly isTooHigh: boolean;
    }
  | {
      readonly kind: "short-last-page";
      readonly page: number;
      /** which of them it holds; one at least */
      readonly hasContact: boolean;
      readonly hasImprint: boolean;
    }
);
