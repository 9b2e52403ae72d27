/**
 * Drawings (DrawingML: ISO/IEC 29500-1, 20.4; VML: ISO/IEC 29500-4, 19): their pictures, and the text of their boxes,
 * which stands behind the paragraph that anchors them. What is neither is told as lost; lines and plain shapes are
 * furniture.
 */
import type { ManuscriptParagraph } from "../manuscript.js";
import { type Inline, sayRun } from "./inline.js";
import type { ShownPicture } from "./picture-shelf.js";
import {
  changedPictureNotice,
  type LostObject,
  lostObjectNotice,
  refusedPictureNotice,
} from "./word-notices.js";
import { isTold } from "./word-reading.js";
import { attribute, child, descendant, descendants, wholeNumber, type XmlElement } from "./xml-element.js";

const EMU_PER_MM = 36_000;
/** Fewer shapes are a line, a frame, an arrow. */
const SHAPES_OF_A_DRAWING = 3;

interface Surroundings {
  readonly inline: Inline;
  readonly description: string | undefined;
  readonly widthMm: number | undefined;
  readonly isInGroup: boolean;
}

export function readDrawing(drawing: XmlElement, inline: Inline): void {
  for (const frame of drawing.children) {
    const properties = child(frame, "wp:docPr");
    const extent = child(frame, "wp:extent");
    const width = wholeNumber(extent && attribute(extent, "cx"));
    readGraphic(frame.children, {
      inline,
      description: filled(properties && (attribute(properties, "descr") || attribute(properties, "title"))),
      widthMm: width === undefined || width <= 0 ? undefined : round(width / EMU_PER_MM),
      isInGroup: false,
    });
  }
}

function readGraphic(elements: readonly XmlElement[], around: Surroundings): void {
  for (const one of elements) {
    switch (one.name) {
      case "pic:pic":
        readPicture(one, around);
        break;
      case "w:txbxContent":
        readBox(one, around.inline);
        break;
      case "c:chart":
      case "cx:chart":
        lose("chart", around.inline);
        break;
      case "dgm:relIds":
        loseSmartArt(one, around.inline);
        break;
      case "w14:contentPart":
        lose("ink", around.inline);
        break;
      case "wpg:wgp":
      case "wpc:wpc":
      case "lc:lockedCanvas":
        readGroup(one, around);
        break;
      default:
        readGraphic(one.children, around);
    }
  }
}

/** Pictures in a group have a scale of their own: how wide they are shown is not said. */
function readGroup(group: XmlElement, around: Surroundings): void {
  if (!around.isInGroup && hasShapes(group)) lose("drawing", around.inline);
  readGraphic(group.children, { ...around, widthMm: undefined, isInGroup: true });
}

function hasShapes(group: XmlElement): boolean {
  let count = 0;
  for (const name of ["wps:wsp", "a:sp"]) {
    for (const _ of descendants(group, name)) {
      count += 1;
      if (count >= SHAPES_OF_A_DRAWING) return true;
    }
  }
  return false;
}

function readPicture(picture: XmlElement, { inline, description, widthMm }: Surroundings): void {
  const blip = descendant(picture, "a:blip");
  const own = descendant(picture, "pic:cNvPr");
  const embedded = blip && filled(attribute(blip, "r:embed"));
  if (embedded === undefined) {
    if (blip !== undefined && isTold(inline.story))
      refuse(attribute(blip, "r:link") ? "linked" : "missing", inline);
    return;
  }
  const isShelved = shelve(inline, {
    id: embedded,
    name: fileName(own && attribute(own, "name")),
    description: description ?? filled(own && attribute(own, "descr")),
    widthMm,
  });
  if (!isShelved || !isTold(inline.story)) return;
  const { notes } = inline.story.reading;
  const crop = descendant(picture, "a:srcRect");
  if (crop !== undefined && ["l", "t", "r", "b"].some((side) => isCut(attribute(crop, side)))) {
    notes.tell(changedPictureNotice("cropped", inline.draft.place));
  }
  const transform = descendant(picture, "a:xfrm");
  if (transform !== undefined && isTurned(transform))
    notes.tell(changedPictureNotice("turned", inline.draft.place));
}

/** Thousandths of a per cent, or a per cent (Strict); a hair is none. */
function isCut(value: string | undefined): boolean {
  const amount = Number.parseFloat(value ?? "");
  return value?.endsWith("%") === true ? amount > 0.5 : amount > 500;
}

function isTurned(transform: XmlElement): boolean {
  const isOn = (name: string): boolean => ["1", "true", "on"].includes(attribute(transform, name) ?? "");
  return (wholeNumber(attribute(transform, "rot")) ?? 0) % 21_600_000 !== 0 || isOn("flipH") || isOn("flipV");
}

/** @returns whether it is there to be shown */
function shelve(inline: Inline, shown: ShownPicture): boolean {
  const { story, draft } = inline;
  const shelved = story.reading.pictures.put(story.part, shown);
  if ("key" in shelved) return sayRun({ kind: "picture", picture: shelved.key }, inline, inline.base);
  if (shelved.fault === "metafile") lose("metafile", inline);
  else if (isTold(story)) story.reading.notes.tell(refusedPictureNotice(shelved.fault, draft.place));
  return false;
}

const refuse = (why: "linked" | "missing", { story, draft }: Inline): void =>
  story.reading.notes.tell(refusedPictureNotice(why, draft.place));

function readBox(content: XmlElement, { story, draft }: Inline): void {
  for (const block of story.readBox(content)) draft.boxes.push(block);
}

/** Shapes as Word wrote them before 2010, and as WPS and Word still do beside the newer ones. */
export function readVml(shape: XmlElement, inline: Inline): void {
  for (const one of shape.children) {
    switch (one.name) {
      case "v:imagedata":
        readImageData(one, shape, inline);
        break;
      case "w:txbxContent":
        readBox(one, inline);
        break;
      case "v:textpath":
        readWordArt(attribute(one, "string") ?? "", inline);
        break;
      case "v:group":
        if (countShapes(one) >= SHAPES_OF_A_DRAWING) lose("drawing", inline);
        readVml(one, inline);
        break;
      default:
        readVml(one, inline);
    }
  }
}

const SHAPES = new Set(["v:shape", "v:rect", "v:roundrect", "v:oval", "v:line", "v:polyline"]);

/** Pictures are shapes, too: those do not count. */
const countShapes = (group: XmlElement): number =>
  group.children.filter((one) => SHAPES.has(one.name) && child(one, "v:imagedata") === undefined).length;

/** @returns whether there is a picture to be shown */
function readImageData(data: XmlElement, shape: XmlElement, inline: Inline): boolean {
  const id = filled(attribute(data, "r:id"));
  if (id === undefined) return false;
  const isShelved = shelve(inline, {
    id,
    name: fileName(attribute(data, "o:title")),
    description: filled(attribute(shape, "alt")),
    widthMm: styledWidth(attribute(shape, "style")),
  });
  const isCropped = ["croptop", "cropleft", "cropright", "cropbottom"].some((side) => {
    const value = attribute(data, side);
    return value !== undefined && !/^-?0*(?:\.0*)?f?$/.test(value.trim()) && !value.trim().startsWith("-");
  });
  if (isShelved && isCropped && isTold(inline.story)) {
    inline.story.reading.notes.tell(changedPictureNotice("cropped", inline.draft.place));
  }
  return isShelved;
}

const MM_PER_UNIT: Readonly<Record<string, number>> = {
  pt: 25.4 / 72,
  in: 25.4,
  cm: 10,
  mm: 1,
  px: 25.4 / 96,
};

export function styledWidth(style: string | undefined): number | undefined {
  const found = /(?:^|;)\s*width:\s*(\d{1,5}(?:\.\d{1,6})?)(pt|in|cm|mm|px)\b/.exec(style ?? "");
  const unit = MM_PER_UNIT[found?.[2] ?? ""];
  return found === null || unit === undefined ? undefined : round(Number(found[1]) * unit);
}

/** Letters bent into a shape are text all the same; it is no w:p, and takes a number as one. */
function readWordArt(words: string, { story, draft }: Inline): void {
  if (words.trim() === "") return;
  story.reading.place += 1;
  const paragraph: ManuscriptParagraph = {
    kind: "paragraph",
    place: story.reading.place,
    runs: [
      {
        kind: "text",
        text: words.replace(/\s*[\r\n]+\s*/g, " "),
        isBold: false,
        isItalic: false,
        isStruck: false,
        position: "baseline",
      },
    ],
    number: undefined,
    alignment: "start",
    outlineLevel: undefined,
    style: undefined,
    fontSize: undefined,
    face: undefined,
    isBold: false,
    firstLineIndent: undefined,
    startsPage: false,
    region: story.region === "furniture" ? "furniture" : "text-box",
  };
  draft.boxes.push(paragraph);
}

export function lose(object: LostObject, { story, draft }: Inline, words?: string): void {
  if (isTold(story)) story.reading.notes.tell(lostObjectNotice(object, draft.place, { words }));
}

/** The words of a SmartArt are in a part of its own. */
function loseSmartArt(ids: XmlElement, inline: Inline): void {
  const { parts, smartArtWords } = inline.story.reading;
  const id = attribute(ids, "r:dm");
  const part = id === undefined ? undefined : parts.relationshipsOf(inline.story.part).get(id)?.part;
  const words =
    smartArtWords.get(part ?? "") ?? wordsOfData(part === undefined ? undefined : parts.xmlOf(part));
  smartArtWords.set(part ?? "", words);
  lose("smart-art", inline, words);
}

function wordsOfData(data: XmlElement | undefined): string {
  const texts = data === undefined ? [] : [...descendants(data, "a:t")].map(({ text }) => text.trim());
  return texts.filter((text) => text !== "").join(" ");
}

export const filled = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === "" ? undefined : text;

/** Names of files only: «图片 1» is Word's own counting. */
const fileName = (name: string | undefined): string | undefined =>
  name !== undefined && /\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|svg)$/i.test(name.trim())
    ? name.trim().split(/[\\/]/).at(-1)
    : undefined;

const round = (mm: number): number => Math.round(mm * 10) / 10;
