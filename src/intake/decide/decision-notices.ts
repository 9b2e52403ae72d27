/** What is said of the decisions about a whole item: title, unit, date, what was left out, several items in one file. */
import type { Message } from "../../diagnostics/diagnostic.js";
import { chineseDate, isoDate } from "../../model/calendar-date.js";
import type { DateEvidence, TitleEvidence, TitleLook, UnitEvidence } from "../draft/draft-item.js";
import type { Notice } from "../manuscript.js";
import type { CharacterLog } from "./clean-characters.js";
import type { FoundDate, OpenDate } from "./find-event-date.js";
import type { FoundTitle, LeftOut } from "./find-title.js";
import type { FoundUnit } from "./find-unit.js";

const LOOKS: Readonly<Record<TitleLook, Message>> = {
  style: { zh: "用了标题样式", en: "it has a title style" },
  centred: { zh: "居中", en: "it is centred" },
  larger: { zh: "字比正文大", en: "it is larger than the text" },
  bold: { zh: "加粗", en: "it is bold" },
  face: { zh: "用了标题字体", en: "it is set in a title face" },
};

const points = (size: number): string => String(Math.round(size * 10) / 10);

function looksOf({ looks, largerBy }: Extract<TitleEvidence, { kind: "looks" }>): Message {
  const words = looks.map((look) =>
    look === "larger"
      ? { zh: `比正文大${points(largerBy)}磅`, en: `it is ${points(largerBy)} pt larger than the text` }
      : LOOKS[look],
  );
  return { zh: words.map(({ zh }) => zh).join("，"), en: words.map(({ en }) => en).join(", ") };
}

function titleWords(evidence: TitleEvidence): Message {
  switch (evidence.kind) {
    case "looks": {
      const { zh, en } = looksOf(evidence);
      return {
        zh: `标题取自第${evidence.place}段：${zh}。`,
        en: `The title is paragraph ${evidence.place}: ${en}.`,
      };
    }
    case "label":
      return {
        zh: `标题取自第${evidence.place}段“标题”一栏。`,
        en: `The title is what paragraph ${evidence.place} gives as one.`,
      };
    case "headline":
      return {
        zh: `标题取自第${evidence.place}段：在正文第一句上面单独成行，末尾没有标点。`,
        en: `The title is paragraph ${evidence.place}: a line of its own above the first sentence, without a final mark.`,
      };
    case "subject":
      return evidence.place === undefined
        ? {
            zh: "正文里没有看出标题，标题取自邮件主题，请核对。",
            en: "No title was seen in the text; it was taken from the subject of the mail. Please check it.",
          }
        : {
            zh: `标题取自邮件主题，第${evidence.place}段也是这句话。`,
            en: `The title is the subject of the mail, which paragraph ${evidence.place} says as well.`,
          };
    case "file-name":
      return evidence.place === undefined
        ? {
            zh: "正文里没有看出标题，标题取自文件名，请核对。",
            en: "No title was seen in the text; it was taken from the name of the file. Please check it.",
          }
        : {
            zh: `标题取自文件名，第${evidence.place}段也是这句话。`,
            en: `The title is the name of the file, which paragraph ${evidence.place} says as well.`,
          };
    default:
      return evidence satisfies never;
  }
}

export function aboutTitle({ evidence, refused }: FoundTitle): readonly Notice[] {
  const notices: Notice[] = [];
  if (evidence === undefined)
    notices.push({
      rule: "import/title-missing",
      severity: "warning",
      place: undefined,
      message: {
        zh: "没有看出标题，先空着。",
        en: "No title was found; it is left empty.",
      },
      help: { zh: "请补写标题。", en: "Write the title." },
    });
  else {
    const place = evidence.place;
    notices.push({ rule: "import/title", severity: "info", place, message: titleWords(evidence) });
  }
  if (refused !== undefined && refused.why !== "other") {
    const { text, place, why } = refused;
    const length = [...text].length;
    notices.push({
      rule: "import/title",
      severity: "warning",
      place,
      message:
        why === "too-long"
          ? {
              zh: `第${place}段像标题，但有${length}个字，超过40个，没有当作标题，留在正文里。`,
              en: `Paragraph ${place} looks like a title, but has ${length} characters, more than 40; it stays in the text.`,
            }
          : {
              zh: `第${place}段像标题，但末尾有标点，没有当作标题，留在正文里。`,
              en: `Paragraph ${place} looks like a title, but ends with a mark; it stays in the text.`,
            },
      help: { zh: "若是标题，请移到标题处。", en: "If it is the title, move it there." },
    });
  }
  return notices;
}

function unitWords(unit: string, evidence: UnitEvidence): Message {
  switch (evidence.kind) {
    case "signature":
      return {
        zh: `供稿单位“${unit}”取自文末署名“${evidence.words.trim().replaceAll("\n", " ")}”，署名不再留在正文里。`,
        en: `The unit “${unit}” is the one that signs at the end (“${evidence.words.trim().replaceAll("\n", " ")}”); the signature no longer stands in the text.`,
      };
    case "form":
      return {
        zh: `供稿单位“${unit}”取自第${evidence.place}段的报送信息。`,
        en: `The unit “${unit}” is what paragraph ${evidence.place} gives as the sender.`,
      };
    case "byline":
      return {
        zh: `供稿单位“${unit}”取自标题下面的“${evidence.words}”。`,
        en: `The unit “${unit}” stands below the title (“${evidence.words}”).`,
      };
    case "sender":
      return {
        zh: `文中没有署名，供稿单位“${unit}”取自发件人，请核对。`,
        en: `The text is not signed; the unit “${unit}” is the sender of the mail. Please check it.`,
      };
    default:
      return evidence satisfies never;
  }
}

/** Sources of news that send nothing in themselves. */
const MEDIA =
  /^(?:新华[社网]|人民[日网]报?|央视(?:网|新闻)?|中新[社网]|光明(?:日报|网)|澎湃(?:新闻)?|.{0,8}(?:日报|晚报|晨报|都市报|电视台|广播电台|客户端|公众号|新闻网))社?$/u;

export interface UnitTold {
  readonly found: FoundUnit;
  readonly signature: { readonly words: string; readonly place: number } | undefined;
  readonly isSignatureLeft: boolean;
  readonly isKnown: (unit: string) => boolean;
}

export function aboutUnit({ found, signature, isSignatureLeft, isKnown }: UnitTold): readonly Notice[] {
  const { unit, evidence, other, unprinted } = found;
  const notices: Notice[] = [];
  if (unit === undefined || evidence === undefined)
    notices.push({
      rule: "import/unit-missing",
      severity: "warning",
      place: signature?.place,
      message: {
        zh: "没有看出供稿单位，先空着。",
        en: "The unit that sent this was not found; it is left empty.",
      },
      help: { zh: "请补写供稿单位。", en: "Write the unit." },
    });
  else {
    const place = "place" in evidence ? evidence.place : undefined;
    const isMedium = evidence.kind === "signature" && MEDIA.test(unit) && !isKnown(unit);
    notices.push({ rule: "import/unit", severity: "info", place, message: unitWords(unit, evidence) });
    if (isMedium)
      notices.push({
        rule: "import/unit",
        severity: "warning",
        place,
        message: {
          zh: `署名“${unit}”是媒体，可能是转载，不一定是供稿单位。`,
          en: `“${unit}” is a news medium: the text may be reprinted, and the sender another.`,
        },
        help: { zh: "请核对供稿单位和转载许可。", en: "Check who sent it and whether it may be reprinted." },
      });
    if (other !== undefined)
      notices.push({
        rule: "import/unit",
        severity: "warning",
        place: "place" in other.evidence ? other.evidence.place : undefined,
        message: {
          zh: `另一处写的单位是“${other.unit}”，取了“${unit}”。`,
          en: `Elsewhere the unit is given as “${other.unit}”; “${unit}” was taken.`,
        },
        help: { zh: "请核对是哪一家。", en: "Check which of the two it is." },
      });
  }
  if (signature !== undefined && isSignatureLeft)
    notices.push({
      rule: "import/unit",
      severity: "warning",
      place: signature.place,
      message: {
        zh: `文末的“${signature.words.trim().replaceAll("\n", " ")}”可能是署名，也可能是正文，留在正文里。`,
        en: `“${signature.words.trim().replaceAll("\n", " ")}” at the end may sign the text or belong to it; it stays.`,
      },
      help: {
        zh: "若是署名，请写到供稿单位处，并从正文删去。",
        en: "If it signs, write the unit in its place and delete it here.",
      },
    });
  if (signature !== undefined && unprinted.length > 0)
    notices.push({
      rule: "import/left-out",
      severity: "info",
      place: signature.place,
      message: {
        zh: `署名里的“${unprinted.join("、")}”不付印，没有保留。`,
        en: `“${unprinted.join("”, “")}” in the signature is not printed and was not kept.`,
      },
    });
  return notices;
}

const YEARS: Readonly<Record<DateEvidence["year"], Message>> = {
  typed: { zh: "", en: "" },
  mail: { zh: "，年份按来信日期", en: "; the year is that of the mail" },
  signature: { zh: "，年份按落款日期", en: "; the year is that of the signature" },
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
  if (found.kind === "found") {
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

const MOST_SHOWN = 6;

export function aboutLeftOut(leftOut: readonly LeftOut[]): readonly Notice[] {
  const [first] = leftOut;
  if (first === undefined) return [];
  const shown = leftOut.slice(0, MOST_SHOWN).map(({ text }) => {
    const units = [...text];
    return `“${units.length > 24 ? `${units.slice(0, 23).join("")}…` : text}”`;
  });
  const more = leftOut.length > MOST_SHOWN;
  return [
    {
      rule: "import/left-out",
      severity: "info",
      place: first.place,
      message: {
        zh: `${shown.join("、")}${more ? `等${leftOut.length}行` : ""}不是正文，没有放进稿件。`,
        en: `${shown.join(", ")}${more ? ` and others (${leftOut.length} lines)` : ""} are no text of the item and were left out.`,
      },
      help: { zh: "若是正文，请补进稿件。", en: "What belongs to the text, put back in." },
    },
  ];
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

export const letterLeftOut = (place: number | undefined): Notice => ({
  rule: "import/left-out",
  severity: "info",
  place,
  message: {
    zh: "稿件在附件里，邮件正文没有当作稿件。",
    en: "The item is attached; the text of the mail was not taken for one.",
  },
});

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

export const loosePictures = (count: number, isPlaced: boolean): Notice => ({
  rule: "import/attachment",
  severity: isPlaced ? "info" : "warning",
  place: undefined,
  message: isPlaced
    ? {
        zh: `随信附的${count}张图片放在了文末。`,
        en: `${count} picture(s) came beside the text and were put at its end.`,
      }
    : {
        zh: `随信附的${count}张图片看不出属于哪一篇，没有放进稿件。`,
        en: `${count} picture(s) came beside the texts; whose they are cannot be seen, and they were left out.`,
      },
  help: { zh: "请核对位置，补写图片说明。", en: "Check their places and describe them." },
});

const codeOf = (unit: string): string => `U+${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;

export function aboutCharacters({ replaced, unknown, flattened }: CharacterLog): readonly Notice[] {
  const notices: Notice[] = [];
  const rule = "import/symbol";
  const [first] = replaced.values();
  if (first !== undefined) {
    const signs = [...new Set([...replaced.values()].map(({ by }) => by))].join(" ");
    notices.push({
      rule,
      severity: "info",
      place: first.place,
      message: {
        zh: `符号字体里的符号已换成通用的“${signs}”，请核对。`,
        en: `Signs of a symbol font were replaced by common ones (${signs}). Please check them.`,
      },
    });
  }
  for (const [unit, place] of unknown)
    notices.push({
      rule,
      severity: "warning",
      place,
      message: {
        zh: `这里有一个符号（${codeOf(unit)}）只有原来的字体才认得，原样留着。`,
        en: `A sign here (${codeOf(unit)}) is known to its own font alone and was left as it is.`,
      },
      help: {
        zh: "请对照原稿，换成通用的字或符号。",
        en: "Look at the original and put a common character in its place.",
      },
    });
  for (const [words, { isRaised, place }] of flattened)
    notices.push({
      rule,
      severity: "info",
      place,
      message: {
        zh: `${isRaised ? "上标" : "下标"}“${words}”已改成普通文字。`,
        en: `“${words}” is no longer ${isRaised ? "raised" : "lowered"}.`,
      },
    });
  return notices;
}
