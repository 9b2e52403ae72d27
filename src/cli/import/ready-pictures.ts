/** A draft with its pictures as they are printed: upright, of a size that print can use, telling nothing of their making. */
import type { DraftItem } from "../../intake/draft/draft-item.js";
import type { Notice } from "../../intake/manuscript.js";
import type { Codecs } from "../../intake/pictures/codecs.js";
import { preparePicture } from "../../intake/pictures/prepare-picture.js";

export interface ReadyDraft {
  readonly draft: DraftItem;
  readonly notices: readonly Notice[];
}

/** One at a time: each is unpacked whole. What cannot be printed leaves the item, and is told. */
export async function withReadyPictures(draft: DraftItem, codecs: Codecs): Promise<ReadyDraft> {
  const notices: Notice[] = [];
  const pictures: DraftItem["pictures"][number][] = [];
  for (const { key, picture } of draft.pictures) {
    const reading = await preparePicture(picture, codecs);
    notices.push(...reading.notices);
    if (reading.picture === undefined) continue;
    pictures.push({ key, picture: { ...picture, bytes: reading.picture.bytes } });
  }
  const kept = new Set(pictures.map(({ key }) => key));
  const blocks = draft.blocks.filter((block) => block.kind !== "figure" || kept.has(block.picture));
  return { draft: { ...draft, pictures, blocks }, notices };
}
