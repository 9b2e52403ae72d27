/**
 * The logical structure: the layout's elements and links as objects, and the tables that lead back
 * from marked content and annotations to their elements.
 * @see ISO 32000-1, 14.7.4 (structure content), ISO 14289-1 clause 7
 */
import type { Layout, LinkArea, StructureElement, StructureKid } from "../../../layout/layout.js";
import type { PdfFile } from "../objects/pdf-file.js";
import {
  compareNames,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  pdfText,
} from "../objects/pdf-value.js";
import type { MarkedSequence } from "../pages/paint-page.js";
import { type ElementKid, linkAnnotation, structureElement } from "./structure-element.js";

/** The annotations of the links: their pages name them early, their elements are written last. */
export interface LinkAnnotations {
  /** references by index of the page */
  readonly byPage: readonly (readonly PdfReference[])[];
  readonly links: readonly LinkAnnotation[];
}

interface LinkAnnotation {
  readonly reference: PdfReference;
  readonly element: StructureElement;
  readonly area: LinkArea;
}

export interface StructureOptions {
  readonly layout: Layout;
  readonly pages: readonly PdfReference[];
  /** marked content by index of the page */
  readonly sequences: readonly (readonly MarkedSequence[])[];
  readonly annotations: LinkAnnotations;
}

/** Types of PDF 2.0 in use, by those of PDF 1.7 that they stand for. */
const ROLES = { Em: "Span", Strong: "Span" };

export function reserveAnnotations(layout: Layout, file: Pick<PdfFile, "reserve">): LinkAnnotations {
  const byPage: PdfReference[][] = layout.pages.map(() => []);
  const links: LinkAnnotation[] = [];
  for (const element of layout.elements) {
    if (element.target === undefined) continue;
    for (const area of element.areas ?? []) {
      const reference = file.reserve();
      byPage[area.page - 1]?.push(reference);
      links.push({ reference, element, area });
    }
  }
  return { byPage, links };
}

/**
 * Where marked content has to be cut although the owner stays: at both ends of an element's places,
 * so that a child between two of them keeps its place in the reading order.
 * @returns indices of marks, by index of the page
 */
export function cutsOf(layout: Layout): readonly ReadonlySet<number>[] {
  const cuts = layout.pages.map(() => new Set<number>());
  for (const element of layout.elements) {
    for (const kid of element.kids) {
      if (kid.kind === "marks") cuts[kid.page - 1]?.add(kid.from).add(kid.to);
    }
  }
  return cuts;
}

export function writeStructure(file: PdfFile, options: StructureOptions): void {
  const { layout, annotations, pages } = options;
  const references = layout.elements.map(() => file.reserve());
  const { heightPt } = layout;

  const ownAnnotations = new Map<number, ElementKid[]>();
  annotations.links.forEach(({ reference, element, area }, index) => {
    file.write(reference, linkAnnotation(element, { area, heightPt, structParent: pages.length + index }));
    const kids = ownAnnotations.get(element.id) ?? [];
    kids.push({ kind: "annotation", page: at(pages, area.page - 1), reference });
    ownAnnotations.set(element.id, kids);
  });

  for (const element of layout.elements) {
    const kids = element.kids.flatMap((kid) => contentOf(element, kid, { ...options, references }));
    const parent = element.parent === undefined ? file.structureRoot : at(references, element.parent);
    file.write(
      at(references, element.id),
      structureElement(element, {
        heightPt,
        parent,
        kids: [...kids, ...(ownAnnotations.get(element.id) ?? [])],
      }),
    );
  }
  file.describeStructure({
    K: references.slice(0, 1),
    ParentTree: file.add({ Nums: parentNumbers(options, references) }),
    ParentTreeNextKey: pages.length + annotations.links.length,
    RoleMap: ROLES,
    IDTree: idTree(layout, references),
  });
}

function contentOf(
  element: StructureElement,
  kid: StructureKid,
  { pages, sequences, references }: StructureOptions & { references: readonly PdfReference[] },
): readonly ElementKid[] {
  if (kid.kind === "element") return [{ kind: "child", reference: at(references, kid.id) }];
  const page = at(pages, kid.page - 1);
  const onPage = at(sequences, kid.page - 1);
  const kids: ElementKid[] = [];
  for (let mcid = firstFrom(onPage, kid.from); mcid < onPage.length; mcid++) {
    const sequence = at(onPage, mcid);
    if (sequence.from >= kid.to) break;
    if (sequence.element === element.id) kids.push({ kind: "content", page, mcid });
  }
  return kids;
}

/** Binary search, so that a page full of small elements is not walked through for each of them. */
function firstFrom(sequences: readonly MarkedSequence[], from: number): number {
  let low = 0;
  let high = sequences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(sequences, middle).from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number tree: pages first, by the order of their marked content, then the annotations. */
function parentNumbers(
  { pages, sequences, annotations }: StructureOptions,
  references: readonly PdfReference[],
): readonly PdfValue[] {
  const numbers: PdfValue[] = [];
  sequences.forEach((onPage, page) => {
    numbers.push(
      page,
      onPage.map(({ element }) => at(references, element)),
    );
  });
  annotations.links.forEach(({ element }, index) => {
    numbers.push(pages.length + index, at(references, element.id));
  });
  return numbers;
}

function idTree(layout: Layout, references: readonly PdfReference[]): PdfDictionary | undefined {
  const named = layout.elements.flatMap(({ id, noteId }) => (noteId === undefined ? [] : [{ id, noteId }]));
  if (named.length === 0) return undefined;
  const inOrder = named.toSorted((a, b) => compareNames(a.noteId, b.noteId));
  return { Names: inOrder.flatMap(({ id, noteId }) => [pdfText(noteId), at(references, id)]) };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`The layout names place ${index} of ${list.length}`);
  return found;
}
