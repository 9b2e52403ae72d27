/**
 * Makes room on a page that would else stay white at its foot: pictures become smaller, each as little as will do, or
 * the last lines of text go to the next page below a picture that stands on the foot of this one. How small a picture
 * may be is the template's (compose-figure.ts makes its sizes); when it comes to that is decided in
 * fill-pages.ts.
 */
import { type Part, type Strip, withLead } from "../blocks/strip.js";
import type { ElementNode } from "../element-node.js";
import type { Filling } from "./filling.js";
import { noteNeed } from "./note-queue.js";
import { fits, replaceText, textOn, wouldHold } from "./open-page.js";

/** @returns the strips, their picture as large as fits below what stands on the page; undefined where none does */
export function fittingSize(
  { page, notes }: Filling,
  strips: readonly Strip[],
): readonly Strip[] | undefined {
  const need = noteNeed(notes, strips);
  for (let own: readonly Strip[] | undefined = strips; own !== undefined; own = withSmaller(own)) {
    if (fits(page, own, need)) return own;
  }
  return undefined;
}

/**
 * Makes all pictures of the page and of the strips smaller, one step after the other, until the strips fit.
 * @param imprint what has to fit below them
 * @returns the strips as they fit; undefined where they do not, and the page is as it was
 */
export function squeezePage(
  { page, notes }: Filling,
  strips: readonly Strip[],
  imprint: readonly Strip[] = [],
): readonly Strip[] | undefined {
  const noteNeeded = noteNeed(notes, strips);
  if (noteNeeded === Number.POSITIVE_INFINITY) return undefined;
  const before = textOn(page);
  let all: readonly Strip[] | undefined = [...before, ...strips];
  for (; all !== undefined; all = withSmaller(all)) {
    const text = all.slice(0, before.length);
    const own = all.slice(before.length);
    if (!wouldHold(page, { text, strips: own, noteNeed: noteNeeded, imprint })) continue;
    replaceText(page, text);
    return own;
  }
  return undefined;
}

/** @returns the strips with one picture smaller, that which may become smaller most */
function withSmaller(strips: readonly Strip[]): readonly Strip[] | undefined {
  let index = -1;
  let most = 0;
  strips.forEach(({ smaller }, at) => {
    let steps = 0;
    for (let size = smaller; size !== undefined; size = size.smaller) steps += 1;
    if (steps <= most) return;
    index = at;
    most = steps;
  });
  const smaller = strips[index]?.smaller;
  return smaller === undefined ? undefined : strips.with(index, smaller);
}

/** No more lines go to the next page: the picture stays near the words in front of it. */
const MOST_LINES_BELOW = 8;

export interface Lowered {
  /** the picture, as it fits on the foot of this page */
  readonly figure: readonly Strip[];
  /** what goes to the next page, in pieces that stay together */
  readonly below: readonly (readonly Strip[])[];
}

/**
 * Takes the last lines of the item off the page, as few as let a picture stand on its foot.
 * @param leastBelow height that goes to the next page at least, in points
 * @returns undefined where that does not help, and the page is as it was
 */
export function lowerText(
  { page, notes }: Filling,
  figure: readonly Strip[],
  leastBelow = 0,
): Lowered | undefined {
  const text = textOn(page);
  const need = noteNeed(notes, figure);
  const below: (readonly Strip[])[] = [];
  let end = text.length;
  let height = 0;
  for (;;) {
    let start = end - 1;
    while (start > 0 && text[start - 1]?.keep === true) start -= 1;
    const group = text.slice(Math.max(0, start), end);
    height += group.reduce((sum, strip) => sum + strip.before + strip.height, 0);
    if (start < 1 || !group.every(isPlainText) || height > MOST_LINES_BELOW * page.geometry.pitch)
      return undefined;
    below.unshift(group);
    end = start;
    const kept = text.slice(0, end);
    // A heading would stand over the picture.
    if (kept.at(-1)?.heads === true) return undefined;
    if (height < leastBelow) continue;
    for (let own: readonly Strip[] | undefined = figure; own !== undefined; own = withSmaller(own)) {
      if (!wouldHold(page, { text: kept, strips: own, noteNeed: need })) continue;
      replaceText(page, kept);
      return { figure: behindTheirWords(own, below.flat()), below };
    }
  }
}

/** Lines of paragraphs and lists; what calls a note, begins an item or is a picture stays where it is. */
const isPlainText = ({ notes, entry, heads, barrier, figure, head, parts }: Strip): boolean =>
  notes.length === 0 &&
  entry === undefined &&
  heads !== true &&
  barrier !== true &&
  figure === undefined &&
  head === undefined &&
  parts.some(({ kind }) => kind === "line");

/** The words keep their place in the reading order, in front of the picture that is painted before them. */
function behindTheirWords(figure: readonly Strip[], below: readonly Strip[]): readonly Strip[] {
  const blocks = below.flatMap(({ parts }) =>
    parts.flatMap((part): readonly Part[] => {
      const owner = part.kind === "line" ? part.line.cells[part.line.start]?.span.owner : undefined;
      return owner === undefined ? [] : [{ kind: "element", node: blockOf(owner) }];
    }),
  );
  return withLead(figure, blocks);
}

/** What is inside a line takes its place when the words before it have theirs. */
function blockOf(node: ElementNode): ElementNode {
  let at = node;
  while (at.parent !== undefined && INLINE.has(at.type)) at = at.parent;
  return at;
}

const INLINE: ReadonlySet<ElementNode["type"]> = new Set([
  "Span",
  "Em",
  "Strong",
  "Link",
  "Reference",
  "Code",
]);
