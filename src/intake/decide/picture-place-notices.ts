/** What is said of pictures that came beside a text: where they stand, and places in it of which nobody can tell. */
import type { ManuscriptPicture, Notice } from "../manuscript.js";
import { shownWords } from "../shown-words.js";
import type { CalledPicture } from "./place-pictures.js";

/** What is left out of the text is quoted whole: callIn takes no longer line. */
const LONGEST_CALL = 70;
const MOST_CALLS = 40;
const MOST_NAMES = 8;

/** Their names, as the unit gave them: often the only words on what they show. */
function namesOf(pictures: readonly ManuscriptPicture[]): { readonly zh: string; readonly en: string } {
  const names = pictures.flatMap(({ name }) => (name === undefined ? [] : [`“${name}”`]));
  if (names.length === 0) return { zh: "", en: "" };
  const shown = names.slice(0, MOST_NAMES);
  const isMore = names.length > shown.length;
  return {
    zh: `，文件名${names.length > 1 ? "依次" : ""}是${shown.join("、")}${isMore ? "等" : ""}`,
    en: `: ${shown.join(", ")}${isMore ? " and others" : ""}`,
  };
}

const countOf = (count: number): string => `${count} picture${count === 1 ? "" : "s"}`;

export const loosePictures = (pictures: readonly ManuscriptPicture[], isPlaced: boolean): Notice => ({
  rule: "import/attachment",
  severity: isPlaced ? "info" : "warning",
  place: undefined,
  message: isPlaced
    ? {
        zh: `随信附的${pictures.length}张图片放在了文末${namesOf(pictures).zh}。`,
        en: `${countOf(pictures.length)} came beside the text and stand at its end${namesOf(pictures).en}.`,
      }
    : {
        zh: `随信附的${pictures.length}张图片看不出属于哪一篇，没有放进稿件${namesOf(pictures).zh}。`,
        en: `${countOf(pictures.length)} came beside the texts; whose they are cannot be seen, and they were left out${namesOf(pictures).en}.`,
      },
  help: {
    zh: "请核对位置，补写题注和图片说明；文件名只作参考。",
    en: "Check their places, and write captions and descriptions; the names of the files are but a hint.",
  },
});

const quotedLines = (called: readonly CalledPicture[]): { readonly zh: string; readonly en: string } => {
  const shown = called.slice(0, MOST_CALLS).map(({ text }) => `“${shownWords(text, LONGEST_CALL)}”`);
  const isMore = called.length > shown.length;
  return {
    zh: `${shown.join("、")}${isMore ? "等" : ""}`,
    en: `${shown.join(", ")}${isMore ? " and others" : ""}`,
  };
};

/** @param count of the pictures that came beside the text */
export function aboutCalledPictures(called: readonly CalledPicture[], count: number): readonly Notice[] {
  const placed = called.filter(({ key }) => key !== undefined);
  const others = called.filter(({ key, isOfAll }) => key === undefined && !isOfAll);
  const notices: Notice[] = [];
  if (placed[0] !== undefined)
    notices.push({
      rule: "import/attachment",
      severity: "info",
      place: placed[0].place,
      message: {
        zh: `随信附的图片按文中${quotedLines(placed).zh}放了${placed.length}张。`,
        en: `${countOf(placed.length)} that came beside the text stand where it says so: ${quotedLines(placed).en}.`,
      },
      help: { zh: "请核对是不是这一张。", en: "Check that each is the right one." },
    });
  if (others[0] !== undefined)
    notices.push({
      rule: "import/attachment",
      severity: "warning",
      place: others[0].place,
      message:
        count === 0
          ? {
              zh: `文中的${quotedLines(others).zh}说有图片，但没有收到，这些字没有放进稿件。`,
              en: `${quotedLines(others).en} tells of pictures, but none came; these words were left out.`,
            }
          : {
              zh: `文中的${quotedLines(others).zh}看不出指的是哪一张图片，没有放进稿件。`,
              en: `Which picture ${quotedLines(others).en} means cannot be seen; these words were left out.`,
            },
      help:
        count === 0
          ? { zh: "请向报送单位要图片。", en: "Ask the unit for the pictures." }
          : {
              zh: "请核对图片的位置，补写题注。",
              en: "Check where each picture belongs, and write its caption.",
            },
    });
  return notices;
}
