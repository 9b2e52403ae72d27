/** What is said of the end of an item: its attachments, and who signs an official text. */
import { chineseDate, isoDate } from "../../model/calendar-date.js";
import type { DraftSigned } from "../draft/draft-item.js";
import type { Notice } from "../manuscript.js";
import type { MarkedText } from "../marked-text.js";
import { shownWords } from "../shown-words.js";

const LONGEST_SHOWN = 30;

export function aboutAttachmentNames(
  names: readonly MarkedText[],
  place: number | undefined,
): readonly Notice[] {
  if (names.length === 0) return [];
  const shown = names.map(({ text }) => `“${shownWords(text, LONGEST_SHOWN)}”`);
  return [
    {
      rule: "import/attachment",
      severity: "info",
      place,
      message: {
        zh: `文末写的附件${shown.join("、")}按附件说明印在正文之后。`,
        en: `What the text names as attached (${shown.join(", ")}) is printed below it as its attachments.`,
      },
      help: {
        zh: "附件的内容不随简报印出；要印的，请写进正文。",
        en: "What is attached is not printed with the bulletin; what must be, put into the text.",
      },
    },
  ];
}

export function aboutSigned({ by, date }: DraftSigned, place: number | undefined): Notice {
  return {
    rule: "import/unit",
    severity: "info",
    place,
    message: {
      zh: `文末的“${by.join("、")}”${date === undefined ? "" : `和日期${chineseDate(date)}`}作为落款印在正文右下方，不再另写供稿单位。`,
      en: `${by.join(", ")}${date === undefined ? "" : `, ${isoDate(date)},`} at the end of the text is printed as its signature; no unit is named beside it.`,
    },
  };
}
