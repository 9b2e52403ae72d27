/** What is said of a file that was read and holds no story, or one that nobody can read as such. */
import { SEND_AGAIN } from "./carrier-notices.js";
import type { Notice } from "./manuscript.js";

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
