/** What is said of a draft as a whole: its date, what was left out, several items in one file. */
import type { Message } from "../../diagnostics/diagnostic.js";
import { chineseDate, isoDate } from "../../model/calendar-date.js";
import type { MailHead, Notice } from "../manuscript.js";
import { shownWords } from "../shown-words.js";
import type { AmidSignature } from "./find-amid-signatures.js";
import type { FoundDate, OpenDate, YearEvidence } from "./find-event-date.js";
import type { LeftOut } from "./left-out.js";
import { type SheetLine, wordsOf } from "./sheet.js";

const YEARS: Readonly<Record<YearEvidence, Message>> = {
  typed: { zh: "", en: "" },
  mail: { zh: "，年份按来信日期", en: "; the year is that of the mail" },
  signature: { zh: "，年份按落款日期", en: "; the year is that of the signature" },
  page: { zh: "，年份按网页的发布日期", en: "; the year is that of the page's publication" },
  issue: { zh: "，年份按本期", en: "; the year is that of the issue" },
};

/** Characters of the lead that a message shows */
const LEAD_SHOWN = 16;

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
  if (found.kind === "none")
    return [
      {
        rule,
        severity: "info",
        place: found.place,
        message: {
          zh: `正文第一段“${shownWords(found.words, LEAD_SHOWN)}”里没有日期，日期先空着。`,
          en: `The first paragraph (“${shownWords(found.words, LEAD_SHOWN)}”) names no day; the date is left empty.`,
        },
      },
    ];
  if (found.kind !== "open")
    return [
      {
        rule,
        severity: "info",
        place: undefined,
        message: {
          zh: "正文里没有成句的段落，看不出日期，日期先空着。",
          en: "No paragraph of the text holds a sentence that could tell the day; the date is left empty.",
        },
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

/** Lines behind the signature that may belong to the text. */
export function aboutLinesBelow(lines: readonly SheetLine[]): readonly Notice[] {
  const [first] = lines;
  if (first === undefined) return [];
  const shown = lines.map((line) => `“${shownWords(wordsOf(line), LONGEST_SHOWN)}”`);
  return [
    {
      rule: "import/unit",
      severity: "warning",
      place: first.place,
      message: {
        zh: `署名后面还有${shown.join("、")}，看不出是不是正文，留在了文末。`,
        en: `Behind the signature stands ${shown.join(", ")}; it may belong to the text, and stays at its end.`,
      },
      help: { zh: "若不是正文，请删去。", en: "If it is no text of the item, delete it." },
    },
  ];
}

const MOST_SHOWN = 40;
const LONGEST_SHOWN = 60;

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

/** @param number 一、 in front of the first title, where the titles were numbered */
export const severalItems = (
  count: number,
  place: number | undefined,
  number: string | undefined,
): Notice => ({
  rule: "import/several-items",
  severity: "warning",
  place,
  message:
    number === undefined
      ? {
          zh: `这份来稿里像是有${count}篇稿件，已分成${count}篇。`,
          en: `This submission seems to hold ${count} items and was divided into them.`,
        }
      : {
          zh: `这份来稿里像是有${count}篇稿件，已按“${number}”起的编号分成${count}篇，标题里的编号去掉了。`,
          en: `This submission seems to hold ${count} items: it was divided at the numbers from “${number}” on, which no longer stand in the titles.`,
        },
  help: { zh: "请核对每篇从哪里开始。", en: "Check where each of them begins." },
});

export const perhapsSeveral = ({
  count,
  place,
}: {
  readonly count: number;
  readonly place: number;
}): Notice => ({
  rule: "import/several-items",
  severity: "warning",
  place,
  message: {
    zh: `正文从这里起有${count}个带编号的标题，可能是${count}篇稿件，没有分开。`,
    en: `From here on there are ${count} numbered titles: these may be ${count} items, which were not divided.`,
  },
  help: {
    zh: "若是几篇，请分成几个文件再导入；若是一篇，不用改。",
    en: "Several items: divide the file and import each. One item: leave it as it is.",
  },
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

/** 照片说明：1.jpg 学生观察百叶箱, 图1：…, to the end of the letter */
const CAPTIONS =
  /(?:(?:照片|图片|配图|插图)(?:的?(?:说明|题注|文字说明|内容)|[一二三四五六七八九\d]{1,2})[：:]|图[一二三四五六七八九\d]{1,2}[：:]).+$/su;

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
  const captions = CAPTIONS.exec(words)?.[0];
  const ofCaptions: readonly Notice[] =
    captions === undefined
      ? []
      : [
          {
            rule: "import/attachment",
            severity: "warning",
            place: undefined,
            message: {
              zh: `邮件正文里写了照片的说明，没有放进稿件：“${shownWords(captions, 120)}”。`,
              en: `The text of the mail says what the pictures show, which was not put into the item: “${shownWords(captions, 120)}”.`,
            },
            help: { zh: "请写到照片的题注里。", en: "Write it into the captions." },
          },
        ];
  if (pictures === 0) return [notice, ...ofCaptions];
  return [
    notice,
    ...ofCaptions,
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

const countOf = (count: number): string => `${count} picture${count === 1 ? "" : "s"}`;
