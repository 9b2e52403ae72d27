/**
 * The frame of the HTML page: plain elements around the places that the page fills, no logic. Read from a template's
 * page.html (read/read-page-frame.ts); what fills the places is for editions/html to say.
 */

export const FRAME_PLACES = ["skip-link", "masthead", "contents", "text", "colophon"] as const;
export type FramePlace = (typeof FRAME_PLACES)[number];

export type FrameNode =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "place"; readonly place: FramePlace }
  | {
      readonly kind: "element";
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly children: readonly FrameNode[];
    };

/** Each place stands in it exactly once. */
export type PageFrame = readonly FrameNode[];
