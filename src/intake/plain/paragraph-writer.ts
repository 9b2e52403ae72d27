/**
 * Inline content of a page to paragraphs: white space collapsed as CSS Text does it, lines, links, and which
 * size and weight most of a paragraph has. @see CSS Text 3, 4.1.1 (collapsing), 4.1.3 (segment breaks)
 */
import type { ManuscriptParagraph, ManuscriptRun, TextRun } from "../manuscript.js";
import { looksSame, paragraph, textRun } from "./plain-paragraph.js";

export interface InlineFormat {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  readonly position: TextRun["position"];
  readonly fontSize: number | undefined;
  readonly face: string | undefined;
  readonly keepsSpaces: boolean;
  readonly link: string | undefined;
}

export type BlockFormat = Pick<
  ManuscriptParagraph,
  "alignment" | "outlineLevel" | "style" | "firstLineIndent" | "startsPage" | "number" | "region"
>;

export interface ParagraphWriter {
  readonly text: (text: string, format: InlineFormat) => void;
  readonly lineBreak: (format: InlineFormat) => void;
  readonly picture: (picture: string, format: InlineFormat) => void;
  /** Ends the paragraph that is open, if there is one. */
  readonly close: () => void;
  readonly nextPlace: () => number;
}

type Piece = { readonly run: ManuscriptRun; readonly link: string | undefined };

export function paragraphWriter(
  emit: (made: ManuscriptParagraph) => void,
  block: () => BlockFormat,
  places: { next: number },
): ParagraphWriter {
  let pieces: Piece[] = [];
  let isOpen = false;
  let space: "none" | "space" | "line" = "none";
  let spaceFormat: InlineFormat | undefined;
  let last = "";
  const sizes = new Map<number, number>();
  const faces = new Map<string, number>();
  let [bold, all] = [0, 0];

  const close = (): void => {
    if (!isOpen) return;
    while (pieces.at(-1)?.run.kind === "break") pieces.pop();
    const runs = hasContent(pieces) ? joined(pieces) : [];
    const isBold = all > 0 && bold === all;
    emit(paragraph(places.next, runs, { ...block(), isBold, fontSize: mostOf(sizes), face: mostOf(faces) }));
    places.next += 1;
    pieces = [];
    [isOpen, space, last, bold, all] = [false, "none", "", 0, 0];
    sizes.clear();
    faces.clear();
  };
  const put = (text: string, format: InlineFormat): void => {
    if (text === "") return;
    isOpen = true;
    pieces.push({ run: textRun(text, format), link: format.link });
    last = text.at(-1) ?? "";
    const seen = text.replace(/\s/g, "").length;
    all += seen;
    if (format.isBold) bold += seen;
    if (format.fontSize !== undefined) sizes.set(format.fontSize, (sizes.get(format.fontSize) ?? 0) + seen);
    if (format.face !== undefined) faces.set(format.face, (faces.get(format.face) ?? 0) + seen);
  };
  const lineBreak = (format: InlineFormat): void => {
    // Two in a row leave a line empty: that is how mail programs part paragraphs.
    const isSecond = pieces.at(-1)?.run.kind === "break";
    if (isSecond) {
      close();
      isOpen = true;
      close();
      return;
    }
    isOpen = true;
    pieces.push({ run: { kind: "break" }, link: format.link });
    [space, last] = ["none", ""];
    if (pieces.length === 1) close();
  };
  return {
    close,
    lineBreak,
    nextPlace: () => places.next,
    picture(picture, format) {
      isOpen = true;
      pieces.push({ run: { kind: "picture", picture }, link: format.link });
      [space, last] = ["none", "x"];
    },
    text(text, format) {
      if (format.keepsSpaces) {
        for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
          if (index > 0) lineBreak(format);
          for (const [cell, part] of line.split("\t").entries()) {
            if (cell > 0) pieces.push({ run: { kind: "tab" }, link: format.link });
            put(part, format);
          }
        }
        return;
      }
      for (const part of text.split(/([ \t\n\r\f]+)/)) {
        if (part === "") continue;
        if (/^[ \t\n\r\f]/.test(part)) {
          if (space === "none") spaceFormat = format;
          space = space === "line" || /[\n\r]/.test(part) ? "line" : "space";
          continue;
        }
        const isKept = space === "space" || (space === "line" && !(isWide(last) && isWide(part[0] ?? "")));
        // It belongs to where it stood first: in front of an emphasis, not in it.
        if (isKept && last !== "") put(" ", spaceFormat ?? format);
        put(part, format);
        space = "none";
      }
    },
  };
}

/** Between two of these a line end of the source is no space (CSS Text 3, 4.1.3). */
const isWide = (character: string): boolean =>
  /[\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u303f\u3100-\u312f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\ud840-\ud87f\udc00-\udfff]/.test(
    character,
  );

const hasContent = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ run }) => run.kind !== "tab" && (run.kind !== "text" || /[^\s\u00a0]/.test(run.text)));

/** Neighbours that look the same become one run, those of one link stand in it. */
function joined(pieces: readonly Piece[]): readonly ManuscriptRun[] {
  const runs: ManuscriptRun[] = [];
  for (let at = 0; at < pieces.length; ) {
    const link = pieces[at]?.link;
    let until = at + 1;
    while (until < pieces.length && pieces[until]?.link === link) until += 1;
    const inside = merged(pieces.slice(at, until).map(({ run }) => run));
    if (link === undefined) runs.push(...inside);
    else runs.push({ kind: "link", url: link, runs: inside });
    at = until;
  }
  return runs;
}

function merged(runs: readonly ManuscriptRun[]): readonly ManuscriptRun[] {
  const out: ManuscriptRun[] = [];
  let same: TextRun[] = [];
  const flush = () => {
    const [first] = same;
    if (first !== undefined) out.push({ ...first, text: same.map(({ text }) => text).join("") });
    same = [];
  };
  for (const run of runs) {
    const [first] = same;
    if (run.kind !== "text" || (first !== undefined && !looksSame(first, run))) flush();
    if (run.kind === "text") same.push(run);
    else out.push(run);
  }
  flush();
  return out;
}

function mostOf<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best;
}
