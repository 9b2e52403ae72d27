/** Paragraphs of carriers that know little of how they look: what is not said is the same for all of them. */
import type { ManuscriptParagraph, ManuscriptRun, TextRun } from "../manuscript.js";

export const PLAIN = { isBold: false, isItalic: false, isStruck: false, position: "baseline" } as const;

export const plainRun = (text: string): TextRun => ({ kind: "text", text, ...PLAIN });

type Look = Omit<TextRun, "kind" | "text">;

export const textRun = (text: string, { isBold, isItalic, isStruck, position }: Look): TextRun => ({
  kind: "text",
  text,
  isBold,
  isItalic,
  isStruck,
  position,
});

export const looksSame = (a: Look, b: Look): boolean =>
  a.isBold === b.isBold &&
  a.isItalic === b.isItalic &&
  a.isStruck === b.isStruck &&
  a.position === b.position;

export function paragraph(
  place: number,
  runs: readonly ManuscriptRun[],
  known: Partial<Omit<ManuscriptParagraph, "kind" | "place" | "runs">> = {},
): ManuscriptParagraph {
  return {
    kind: "paragraph",
    place,
    runs,
    number: undefined,
    alignment: "start",
    outlineLevel: undefined,
    style: undefined,
    fontSize: undefined,
    face: undefined,
    isBold: false,
    firstLineIndent: undefined,
    startsPage: false,
    region: "body",
    ...known,
  };
}

/** @param line of a text; tabs and vertical tabs are runs of their own */
export const runsOfLine = (line: string): readonly ManuscriptRun[] =>
  line.split(/([\t\v\u2028])/).flatMap((part): readonly ManuscriptRun[] => {
    if (part === "") return [];
    if (part === "\t") return [{ kind: "tab" }];
    return part === "\v" || part === "\u2028" ? [{ kind: "break" }] : [plainRun(part)];
  });
