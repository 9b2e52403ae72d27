/** Objects of other programs (w:object): told as lost; a preview that is a picture stays. */
import { type Inline, sayRun } from "./inline.js";
import { filled, lose, readVml, styledWidth } from "./read-drawing.js";
import { NO_RUN_PROPERTIES } from "./run-format.js";
import { type LostObject, lostObjectNotice } from "./word-notices.js";
import { isTold } from "./word-reading.js";
import { attribute, child, descendant, descendants, type XmlElement } from "./xml-element.js";

/** An object of another program; its preview, where it is a picture, stays. */
export function readObject(object: XmlElement, inline: Inline): void {
  const ole = descendant(object, "o:OLEObject");
  const before = inline.draft.pieces.length;
  if (ole === undefined) {
    const control = child(object, "w:control");
    if (control === undefined) readVml(object, inline);
    else lose("ole-object", inline);
    return;
  }
  const { reading } = inline.story;
  for (const data of descendants(object, "v:imagedata")) {
    const id = filled(attribute(data, "r:id"));
    const shelved = id === undefined ? undefined : putPreview(id, object, inline);
    if (shelved !== undefined) sayRun({ kind: "picture", picture: shelved }, inline, NO_RUN_PROPERTIES);
  }
  const hasPreview = inline.draft.pieces.length > before;
  if (!isTold(inline.story)) return;
  const kind = objectKind(attribute(ole, "ProgID") ?? "");
  reading.notes.tell(lostObjectNotice(kind, inline.draft.place, { hasPreview }));
}

function putPreview(id: string, object: XmlElement, { story }: Inline): string | undefined {
  const shape = descendant(object, "v:shape");
  const shelved = story.reading.pictures.put(story.part, {
    id,
    name: undefined,
    description: undefined,
    widthMm: styledWidth(shape && attribute(shape, "style")),
  });
  return "key" in shelved ? shelved.key : undefined;
}

function objectKind(program: string): LostObject {
  if (/^Equation|MathType/i.test(program)) return "equation";
  // Those of WPS begin with a K, or name its own programs.
  if (/^(?:Word|K?WPS)\./i.test(program)) return "embedded-document";
  if (/^(?:Excel\.Sheet|K?ET\.)/i.test(program)) return "ole-table";
  if (/^(?:Excel\.Chart|MSGraph)/i.test(program)) return "chart";
  return /^Package/i.test(program) ? "ole-file" : "ole-object";
}
