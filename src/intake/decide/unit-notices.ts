/** What is said of the unit that sent a draft. */

import type { Message } from "../../diagnostics/diagnostic.js";
import type { KnownUnits } from "../../han/known-units.js";
import type { UnitEvidence } from "../draft/draft-item.js";
import type { Notice } from "../manuscript.js";
import { shownWords } from "../shown-words.js";
import { mayNameSender } from "./distribution-lines.js";
import type { FoundUnit } from "./find-unit.js";
import type { LeftOut } from "./left-out.js";
import { isNewsMedium } from "./news-media.js";

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
    case "page":
      return {
        zh: `文中没有署名，供稿单位“${unit}”取自网页上的“来源”，不一定是它报送的，请核对。`,
        en: `The text is not signed; the unit “${unit}” is what the web page gives as its source, and may not be the sender. Please check it.`,
      };
    case "front-matter":
      return {
        zh: `供稿单位“${unit}”按附件开头写明的单位。`,
        en: `The unit “${unit}” is the one that the attachment says at its head.`,
      };
    default:
      return evidence satisfies never;
  }
}

/** What is known by how it ends alone, where the house has a list of its units. */
const unlisted = ({ zh, en }: Message): Message => ({
  zh: `${zh}单位名录里没有这个名称。`,
  en: `${en} The list of units has no such name.`,
});

export interface UnitTold {
  readonly found: FoundUnit;
  readonly signature:
    | { readonly unit: string | undefined; readonly words: string; readonly place: number }
    | undefined;
  readonly isSignatureLeft: boolean;
  /** lines that are no text, 报送：云岭区科协 among them */
  readonly leftOut: readonly LeftOut[];
  /** others sign amid the text, which is told of all of them at once */
  readonly isAmongOthers: boolean;
  readonly units: KnownUnits["units"];
  readonly tellsUnlisted: boolean;
}

export function aboutUnit({
  found,
  signature,
  isSignatureLeft,
  leftOut,
  isAmongOthers,
  units,
  tellsUnlisted,
}: UnitTold): readonly Notice[] {
  const { unit, evidence, other, unprinted, unclearPhone } = found;
  const notices: Notice[] = [];
  if (unit === undefined || evidence === undefined) notices.push(missingUnit(leftOut, signature?.place));
  else {
    const place = "place" in evidence ? evidence.place : undefined;
    const isMedium = evidence.kind === "signature" && isNewsMedium(unit) && !isListed(unit, units);
    const words = unitWords(unit, evidence);
    if (tellsUnlisted && units.length > 0 && !isListed(unit, units))
      notices.push({
        rule: "import/unit",
        severity: "warning",
        place,
        message: unlisted(words),
        help: {
          zh: "请核对单位名称；若是新单位，请加进 bulletin.yaml 的 units。",
          en: "Check the name; a new unit belongs into units of bulletin.yaml.",
        },
      });
    else
      notices.push({
        rule: "import/unit",
        severity: evidence.kind === "page" ? "warning" : "info",
        place,
        message: words,
      });
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
  if (unclearPhone !== undefined)
    notices.push({
      rule: "import/unit",
      severity: "warning",
      place: signature?.place,
      message: {
        zh: `报送人不止一位，电话“${unclearPhone}”看不出是谁的，先空着。`,
        en: `Several persons are named, and whose the telephone “${unclearPhone}” is cannot be seen; it is left empty.`,
      },
      help: { zh: "请核对后补写联系电话。", en: "Check it, and write the telephone of whom to ask." },
    });
  if (signature !== undefined && isSignatureLeft && !isAmongOthers)
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
  if (signature !== undefined && !isSignatureLeft && signature.unit === undefined)
    notices.push({
      rule: "import/left-out",
      severity: "info",
      place: signature.place,
      message: {
        zh: `文末的“${shownWords(signature.words, 40)}”不是正文，没有放进稿件。`,
        en: `“${shownWords(signature.words, 40)}” at the end is no text of the item and was left out.`,
      },
      help: { zh: "若是正文，请补进稿件。", en: "What belongs to the text, put back in." },
    });
  else if (signature !== undefined && unprinted.length > 0)
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

function missingUnit(leftOut: readonly LeftOut[], place: number | undefined): Notice {
  const report = leftOut.find(({ text }) => mayNameSender(text));
  return {
    rule: "import/unit-missing",
    severity: "warning",
    place: place ?? report?.place,
    message:
      report === undefined
        ? {
            zh: "没有看出供稿单位，先空着。",
            en: "The unit that sent this was not found; it is left empty.",
          }
        : {
            zh: `“${shownWords(report.text, 40)}”写的是谁报送，还是报送给谁，看不出来，供稿单位先空着。`,
            en: `“${shownWords(report.text, 40)}” may name who sent this or whom it went to; the unit is left empty.`,
          },
    help: { zh: "请补写供稿单位。", en: "Write the unit." },
  };
}

/** 云岭区科协、青山社区: each of them */
const isListed = (unit: string, units: KnownUnits["units"]): boolean =>
  unit.split("、").every((one) => units.some(({ name, aliases }) => name === one || aliases.includes(one)));
