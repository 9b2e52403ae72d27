/** What is said of a mail that brings no item: a greeting, and photos beside it. */
import type { ManuscriptPicture, Notice } from "./manuscript.js";

/** A letter and what hangs on it, none of which is an item. */
export function letterAlone(photos: readonly Pick<ManuscriptPicture, "name">[]): Notice {
  if (photos.length === 0)
    return {
      rule: "import/empty",
      severity: "error",
      message: {
        zh: "这封信里没有能导入的稿件，信上的话没有做成稿件。",
        en: "There is no manuscript in this mail that can be taken in; no item was made of its letter.",
      },
      help: { zh: "请对方把稿件发来。", en: "Ask the sender for the manuscript." },
      place: undefined,
    };
  const names = photos.flatMap(({ name }) => (name === undefined ? [] : [`“${name}”`]));
  const count = photos.length;
  return {
    rule: "import/attachment",
    severity: "warning",
    message: {
      zh: `这封信里没有稿件，只有${count}张照片${names.length > 0 ? `：${names.join("、")}` : ""}，没有导入。`,
      en: `There is no manuscript in this mail, only ${count} photo${count === 1 ? "" : "s"}${names.length > 0 ? ` (${names.join(", ")})` : ""}; nothing was imported.`,
    },
    help: {
      zh: "请把照片放进这一期的 images 文件夹，再插到要配图的稿件里。",
      en: "Put the photos into the folder images of the issue, and into the item that they belong to.",
    },
    place: undefined,
  };
}
