/** What is said of the title of a draft. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { TitleEvidence, TitleLook } from "../draft/draft-item.js";
import type { Notice } from "../manuscript.js";
import type { FoundTitle } from "./find-title.js";

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

function titleWords(evidence: TitleEvidence, lines: number): Message {
  switch (evidence.kind) {
    case "looks": {
      const { zh, en } = looksOf(evidence);
      return {
        zh: `标题取自第${evidence.place}段${lines > 1 ? `起的${lines}行` : ""}：${zh}。`,
        en: `The title is paragraph ${evidence.place}${lines > 1 ? `, ${lines} lines` : ""}: ${en}.`,
      };
    }
    case "label":
      return {
        zh: `标题是第${evidence.place}段写明的。`,
        en: `The title is what paragraph ${evidence.place} calls the item.`,
      };
    case "headline":
      if (evidence.endsInMark === true)
        return {
          zh: `标题取自第${evidence.place}段：在正文第一句上面单独成行；末尾若有句号，已经去掉。`,
          en: `The title is paragraph ${evidence.place}: a line of its own above the first sentence; a full stop at its end was taken off.`,
        };
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
    case "page":
      return evidence.place === undefined
        ? {
            zh: "正文里没有看出标题，标题取自网页自己写的标题，请核对。",
            en: "No title was seen in the text; it was taken from what the page calls its title. Please check it.",
          }
        : {
            zh: `标题取自第${evidence.place}段，网页自己也把它写作标题。`,
            en: `The title is paragraph ${evidence.place}, which the page itself calls its title.`,
          };
    case "front-matter":
      return {
        zh: "标题按附件开头写明的标题。",
        en: "The title is the one that the attachment says at its head.",
      };
    default:
      return evidence satisfies never;
  }
}

export function aboutTitle({ evidence, refused, lines }: FoundTitle): readonly Notice[] {
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
    notices.push({
      rule: "import/title",
      severity: "info",
      place,
      message: titleWords(evidence, lines.length),
    });
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
