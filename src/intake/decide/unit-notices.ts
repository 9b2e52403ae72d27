/** What is said of the unit that sent a draft. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { UnitEvidence } from "../draft/draft-item.js";
import type { Notice } from "../manuscript.js";
import type { FoundUnit } from "./find-unit.js";

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
        zh: `供稿单位“${unit}”取自标题旁边的“${evidence.words}”。`,
        en: `The unit “${unit}” stands beside the title (“${evidence.words}”).`,
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
