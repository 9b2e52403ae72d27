/**
 * How far the imprint stands below what comes before it on its page. The PDF edition needs no such number, since
 * marks have places; an edition whose text flows keeps the imprint at the foot by it.
 */
import type { FilledPages } from "./filling.js";

/** @returns points between the last text or note and the imprint; undefined where nothing of it is printed */
export function imprintRoom({ pages }: FilledPages): number | undefined {
  const last = pages.at(-1);
  const [imprint] = last?.imprint ?? [];
  if (last === undefined || imprint === undefined) return undefined;
  const footOf = (placed: readonly { readonly y: number; readonly strip: { readonly height: number } }[]) =>
    Math.max(0, ...placed.map(({ y, strip }) => y + strip.height));
  const textFoot = footOf(last.strips);
  const [note] = last.notes;
  return note === undefined ? imprint.y - textFoot : note.y - textFoot + (imprint.y - footOf(last.notes));
}
