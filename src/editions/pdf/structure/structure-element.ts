/**
 * One structure element and one link annotation as dictionaries.
 * @see ISO 32000-1, 14.7.2 (elements), 14.8.5 (attributes), 12.5.6.5 (links), ISO 14289-1, 7.18.5
 */
import type { LinkArea, StructureElement } from "../../../layout/layout.js";
import { linkTarget } from "../../../model/link-target.js";
import { type PdfDictionary, type PdfReference, type PdfValue, pdfText } from "../objects/pdf-value.js";

/** A kid of an element: a child, a marked-content sequence of a page, or an annotation of it. */
export type ElementKid =
  | { readonly kind: "child"; readonly reference: PdfReference }
  | { readonly kind: "content"; readonly page: PdfReference; readonly mcid: number }
  | { readonly kind: "annotation"; readonly page: PdfReference; readonly reference: PdfReference };

export interface ElementPlace {
  readonly heightPt: number;
  readonly parent: PdfReference;
  readonly kids: readonly ElementKid[];
}

/** Annotation flag Print (12.5.3), which PDF/A wants set. */
const PRINT = 4;

export function structureElement(element: StructureElement, place: ElementPlace): PdfDictionary {
  const home = place.kids.find((kid) => kid.kind === "content")?.page;
  const attributes = attributesOf(element, place.heightPt);
  return {
    S: element.type,
    P: place.parent,
    Pg: home,
    K: place.kids.length > 0 ? place.kids.map((kid) => printKid(kid, home)) : undefined,
    Alt: optionalText(element.alt),
    T: optionalText(element.title),
    Lang: optionalText(element.language),
    ID: optionalText(element.noteId),
    A: attributes.length > 0 ? attributes : undefined,
  };
}

/** Content of the element's home page needs its number alone. */
function printKid(kid: ElementKid, home: PdfReference | undefined): PdfValue {
  switch (kid.kind) {
    case "child":
      return kid.reference;
    case "content":
      return kid.page === home ? kid.mcid : { Type: "MCR", Pg: kid.page, MCID: kid.mcid };
    case "annotation":
      return { Type: "OBJR", Pg: kid.page === home ? undefined : kid.page, Obj: kid.reference };
  }
}

function attributesOf(element: StructureElement, heightPt: number): readonly PdfDictionary[] {
  const attributes: PdfDictionary[] = [];
  if (element.scope !== undefined) attributes.push({ O: "Table", Scope: element.scope });
  if (element.listNumbering !== undefined) {
    attributes.push({ O: "List", ListNumbering: element.listNumbering });
  }
  const { box } = element;
  if (box !== undefined) attributes.push({ O: "Layout", Placement: "Block", BBox: rectangle(box, heightPt) });
  return attributes;
}

export function linkAnnotation(
  { target }: StructureElement,
  { area, heightPt, structParent }: { area: LinkArea; heightPt: number; structParent: number },
): PdfDictionary {
  const common = {
    Type: "Annot",
    Subtype: "Link",
    Rect: rectangle(area, heightPt),
    Border: [0, 0, 0],
    F: PRINT,
    StructParent: structParent,
    Contents: optionalText(target?.description),
  };
  if (target?.kind === "destination") return { ...common, Dest: pdfText(target.name) };
  // A URI action takes 7-bit ASCII (12.6.4.7).
  const url = linkTarget(target?.url ?? "");
  return url === undefined ? common : { ...common, A: { S: "URI", URI: pdfText(url) } };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From the layout's coordinates to those of the page, whose y axis points up. */
function rectangle({ x, y, width, height }: Box, heightPt: number): readonly number[] {
  return [x, heightPt - y - height, x + width, heightPt - y].map((value) => Math.round(value * 1000) / 1000);
}

const optionalText = (text: string | undefined): PdfValue => (text === undefined ? undefined : pdfText(text));
