/** What is said of a file that was read and holds no story, or one that nobody can read as such. */
import { SEND_AGAIN } from "./carrier-notices.js";
import type { ManuscriptPicture, Notice } from "./manuscript.js";

export const nothingIn = (name: string): Notice => ({
  rule: "import/empty",
  severity: "error",
  message: {
    zh: `“${name}”里没有能读到的文字和图片。`,
    en: `There is neither text nor a picture in “${name}” that can be read.`,
  },
  help: SEND_AGAIN,
  place: undefined,
});

export const photoAlone = (name: string): Notice => ({
  rule: "import/empty",
  severity: "warning",
  message: {
    zh: `“${name}”里只有照片，没有文字，没有做成稿件。`,
    en: `“${name}” holds photos and no text; no item was made of it.`,
  },
  help: {
    zh: "请把照片放进这一期的 images 文件夹，再插到要配图的稿件里。",
    en: "Put the photos into the folder images of the issue, and into the item that they belong to.",
  },
  place: undefined,
});

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

/** Lines that tabs divide, in a text or in Word */
export const tableOfTabs = (lines: number, place: number | undefined): Notice => ({
  rule: "import/table",
  severity: "info",
  place,
  message: {
    zh: `这${lines}行文字用制表符分列，已做成表格，第一行作表头。`,
    en: `These ${lines} lines are divided by tabs and were made a table, headed by the first.`,
  },
  help: { zh: "若不是表格，请改成段落。", en: "If it is no table, make paragraphs of it." },
});
