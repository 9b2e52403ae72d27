/**
 * What is seen on a page, whoever found it (the layout, pdf.js, MuPDF), and the two laws that hold for
 * every page: no two marks overlap, and nothing leaves the type area but the page number, which has a
 * place of its own under it, and the mark of a draft, which has one over it.
 *
 * Tolerance: half a point, the thickness of a table's rule. A rule is drawn on the edge that it marks,
 * half of it on either side; ink that touches by less is not seen.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface SeenMark {
  readonly kind: "line" | "rule" | "picture";
  /** around all of it, in points from the paper's top left corner */
  readonly box: Box;
  /** of a line, the boxes of its glyphs */
  readonly parts: readonly Box[];
  /** words for messages */
  readonly what: string;
  readonly isPageNumber: boolean;
  /** of a rule: the line that it strikes through */
  readonly strikes?: number;
  /** of a line: where the rule stands that strikes it through */
  readonly strikePlace?: number;
}

/** Paper and type area of a page, in points. */
export interface TypeArea extends Box {
  readonly paperBottom: number;
  /** how far a mark at a line's end may hang outside on the right (标点悬挂) */
  readonly hang: number;
}

const TOLERANCE_PT = 0.51;
const HAIR_PT = 0.01;
/** Room beside the ink of its last character, in points. */
const DRAFT_PT = 2;

export function overlaps(marks: readonly SeenMark[]): readonly string[] {
  const found: string[] = [];
  // From the top down: a mark meets only those that begin before it ends.
  const sorted = [...marks].sort((a, b) => a.box.top - b.box.top);
  sorted.forEach((mark, index) => {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (other === undefined || other.box.top > mark.box.bottom) break;
      if (collide(mark, other)) found.push(`${mark.what} × ${other.what}`);
    }
  });
  return found;
}

function collide(a: SeenMark, b: SeenMark): boolean {
  // Rules of a table meet.
  if (a.kind === "rule" && b.kind === "rule") return false;
  if (!meet(a.box, b.box) || strikes(a, b) || strikes(b, a)) return false;
  const own = a.parts.length > 0 ? a.parts : [a.box];
  const others = b.parts.length > 0 ? b.parts : [b.box];
  return own.some((part) => meet(part, b.box) && others.some((other) => meet(part, other)));
}

function meet(a: Box, b: Box): boolean {
  const [one, other] = [core(a), core(b)];
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Half the tolerance off each side; of what is thinner, a rule, its middle is left. */
function core({ left, top, right, bottom }: Box): Box {
  const x = Math.min(TOLERANCE_PT / 2, (right - left) / 2 - HAIR_PT);
  const y = Math.min(TOLERANCE_PT / 2, (bottom - top) / 2 - HAIR_PT);
  return { left: left + x, top: top + y, right: right - x, bottom: bottom - y };
}

/** A rule may lie on the line that it strikes through, at that line's place for it and nowhere else. */
const strikes = (rule: SeenMark, line: SeenMark): boolean =>
  rule.strikes !== undefined &&
  line.strikePlace !== undefined &&
  Math.abs(rule.strikes - line.strikePlace) < 0.05;

/** @param draft words of a draft's mark, of which there is one on each page */
export function outside(marks: readonly SeenMark[], area: TypeArea, draft?: string): readonly string[] {
  return marks.flatMap((mark) => {
    const { left, right, top, bottom } = mark.box;
    const isDraftMark = mark.what === `“${draft}”`;
    const isOut = isDraftMark
      ? top < 0 || bottom > area.top || right < area.right - DRAFT_PT || right > area.right + TOLERANCE_PT
      : mark.isPageNumber
        ? top < area.bottom || bottom > area.paperBottom || left < area.left || right > area.right
        : left < area.left - TOLERANCE_PT ||
          right > area.right + TOLERANCE_PT + area.hang ||
          top < area.top - TOLERANCE_PT ||
          bottom > area.bottom + TOLERANCE_PT;
    if (!isOut) return [];
    const places = [left, top, right, bottom].map((place) => place.toFixed(1)).join(" ");
    return [`${mark.what} at ${places}`];
  });
}

export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
