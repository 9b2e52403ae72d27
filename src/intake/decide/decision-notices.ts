/** What is said of a draft as a whole: its date, what was left out, several items in one file. */
import type { Message } from "../../diagnostics/diagnostic.js";
import { chineseDate, isoDate } from "../../model/calendar-date.js";
import type { MailHead, ManuscriptPicture, Notice } from "../manuscript.js";
import { shownWords } from "../shown-words.js";
import type { AmidSignature } from "./find-amid-signatures.js";
import type { FoundDate, OpenDate, YearEvidence } from "./find-event-date.js";
import type { LeftOut } from "./left-out.js";
import type { CalledPicture } from "./place-pictures.js";

const YEARS: Readonly<Record<YearEvidence, Message>> = {
  typed: { zh: "", en: "" },
  mail: { zh: "，年份按来信日期", en: "; the year is that of the mail" },
  signature: { zh: "，年份按落款日期", en: "; the year is that of the signature" },
  page: { zh: "，年份按网页的发布日期", en: "; the year is that of the page's publication" },
  issue: { zh: "，年份按本期", en: "; the year is that of the issue" },
};

const OPEN: Readonly<Record<OpenDate, Message>> = {
  relative: { zh: "没有写明是哪一天", en: "tells no day" },
  several: { zh: "不止一天", en: "is more than one day" },
  year: { zh: "看不出是哪一年", en: "may be of one year or another" },
  impossible: { zh: "没有这一天", en: "is no day of the calendar" },
};

export function aboutDate(found: FoundDate): readonly Notice[] {
  const rule = "import/date";
  if (found.kind === "found" && found.evidence.kind === "front-matter")
    return [
      {
        rule,
        severity: "info",
        place: undefined,
        message: {
          zh: `日期${chineseDate(found.date)}按附件开头写明的日期。`,
          en: `The date ${isoDate(found.date)} is the one that the attachment says at its head.`,
        },
      },
    ];
  if (found.kind === "found" && found.evidence.kind === "lead") {
    const { words, place, year } = found.evidence;
    return [
      {
        rule,
        severity: "info",
        place,
        message: {
          zh: `日期${chineseDate(found.date)}取自导语“${words}”${YEARS[year].zh}。`,
          en: `The date ${isoDate(found.date)} is “${words}” of the lead${YEARS[year].en}.`,
        },
      },
    ];
  }
  if (found.kind !== "open")
    return [
      {
        rule,
        severity: "info",
        place: undefined,
        message: { zh: "导语里没有日期，日期先空着。", en: "The lead names no day; the date is left empty." },
      },
    ];
  return [
    {
      rule,
      severity: "info",
      place: found.place,
      message: {
        zh: `导语里的“${found.words}”${OPEN[found.why].zh}，日期先空着。`,
        en: `“${found.words}” in the lead ${OPEN[found.why].en}; the date is left empty.`,
      },
    },
  ];
}

/** Of a mail in a mail the inner head holds: who wrote it sends, and who forwards it does not. */
export function aboutInnerMail(inner: MailHead, outer: MailHead | undefined): readonly Notice[] {
  const nameOf = (mail: MailHead | undefined) => mail?.from?.name ?? mail?.from?.address;
  const [writer, forwarder] = [nameOf(inner), nameOf(outer)];
  if (writer === undefined || writer === forwarder) return [];
  return [
    {
      rule: "import/unit",
      severity: "info",
      place: undefined,
      message: {
        zh: `这封信是转发的：发件人、日期和主题按里面那封信，是“${writer}”写的${forwarder === undefined ? "" : `，不是转发的“${forwarder}”`}。`,
        en: `This mail was forwarded: sender, date and subject are those of the mail inside, by “${writer}”${forwarder === undefined ? "" : `, not by “${forwarder}”, who forwarded it`}.`,
      },
    },
  ];
}

const MOST_SHOWN = 40;
const LONGEST_SHOWN = 30;

/** What stands around a page may be hundreds of words of menus: apart, so that it hides nothing. */
export function aboutLeftOut(leftOut: readonly LeftOut[]): readonly Notice[] {
  const framed = leftOut.filter(({ why }) => why === "page-frame");
  const lines = leftOut.filter(({ why }) => why !== "page-frame");
  return [
    ...leftOutNotice(lines, ({ zh, en }) => ({
      zh: `${zh}不是正文，没有放进稿件。`,
      en: `Left out, being no text of the item: ${en}.`,
    })),
    ...leftOutNotice(framed, ({ zh, en }) => ({
      zh: `网页的导航、页脚等处的文字没有放进稿件：${zh}。`,
      en: `Words of the page's menus, foot and the like were left out: ${en}.`,
    })),
  ];
}

function leftOutNotice(lines: readonly LeftOut[], say: (shown: Message) => Message): readonly Notice[] {
  const [first] = lines;
  if (first === undefined) return [];
  const shown = lines.slice(0, MOST_SHOWN).map(({ text }) => `“${shownWords(text, LONGEST_SHOWN)}”`);
  const more = lines.length > MOST_SHOWN;
  const message = say({
    zh: `${shown.join("、")}${more ? `等${lines.length}行` : ""}`,
    en: `${shown.join(", ")}${more ? ` and others (${lines.length} lines)` : ""}`,
  });
  const help = { zh: "若是正文，请补进稿件。", en: "What belongs to the text, put back in." };
  return [{ rule: "import/left-out", severity: "info", place: first.place, message, help }];
}

export const severalItems = (count: number, place: number | undefined): Notice => ({
  rule: "import/several-items",
  severity: "warning",
  place,
  message: {
    zh: `这份来稿里像是有${count}篇稿件，已分成${count}篇。`,
    en: `This submission seems to hold ${count} items and was divided into them.`,
  },
  help: { zh: "请核对每篇从哪里开始。", en: "Check where each of them begins." },
});

/** One notice a text, however many sign in it. */
export function aboutAmidSignatures(amid: readonly AmidSignature[]): readonly Notice[] {
  const [first] = amid;
  if (first === undefined) return [];
  const words = [...new Set(amid.map(({ words: each }) => each))];
  return [
    {
      rule: "import/several-items",
      severity: "warning",
      place: first.place,
      message: {
        zh: `正文中间有署名${words.map((each) => `“${each}”`).join("、")}，后面还有文字，像是几篇稿件合在一起，没有分开。`,
        en: `${words.map((each) => `“${each}”`).join(", ")} signs amid the text, and more text follows: there seem to be several items, which were not divided.`,
      },
      help: {
        zh: "若是几篇，请分成几个文件再导入；若是一篇，请把署名移到文末。",
        en: "Several items: divide the file and import each. One item: move the signature to its end.",
      },
    },
  ];
}

/** @param pictures that stand in the letter, and go with it */
export function letterLeftOut(words: string, pictures: number): readonly Notice[] {
  const shown = shownWords(words, 40);
  const notice: Notice = {
    rule: "import/left-out",
    severity: "info",
    place: undefined,
    message: {
      zh: `稿件在附件里，邮件正文“${shown}”没有当作稿件。`,
      en: `The item is attached; the text of the mail (“${shown}”) was not taken for one.`,
    },
  };
  if (pictures === 0) return [notice];
  return [
    notice,
    {
      rule: "import/attachment",
      severity: "warning",
      place: undefined,
      message: {
        zh: `邮件正文里的${pictures}张图片没有放进稿件。`,
        en: `${countOf(pictures)} in the text of the mail ${pictures === 1 ? "was" : "were"} not put into the item.`,
      },
      help: { zh: "若要配图，请从原信里保存下来。", en: "Save them from the mail if they are wanted." },
    },
  ];
}

export const documentPassedOver = (name: string): Notice => ({
  rule: "import/attachment",
  severity: "warning",
  place: undefined,
  message: {
    zh: `“${name}”里没有成段的文字，没有当作稿件。`,
    en: `“${name}” holds no running text and was not taken for an item.`,
  },
  help: { zh: "若它属于稿件，请手工补进去。", en: "If it belongs to the item, put it in by hand." },
});

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
  const shown = called.slice(0, MOST_NAMES).map(({ text }) => `“${shownWords(text, LONGEST_SHOWN)}”`);
  const isMore = called.length > shown.length;
  return {
    zh: `${shown.join("、")}${isMore ? "等" : ""}`,
    en: `${shown.join(", ")}${isMore ? " and others" : ""}`,
  };
};

/** @param count of the pictures that came beside the text */
export function aboutCalledPictures(called: readonly CalledPicture[], count: number): readonly Notice[] {
  const placed = called.filter(({ key }) => key !== undefined);
  const others = called.filter(({ key, isOfAll }) => key === undefined && !(isOfAll && count > 0));
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
