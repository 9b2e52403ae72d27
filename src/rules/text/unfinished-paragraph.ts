/**
 * A paragraph of the body ends in a mark that ends a sentence. Source: GB/T 15834-2011, 4.1 to 4.3.
 * Where a short run of words hangs behind the last full stop, a sub-heading most likely lost its own
 * line when the text was copied; where the next paragraph goes on amid the sentence, a mail program broke the line.
 */
import { OBJECT_MARK } from "../../han/copy-class.js";
import { isCutAmidWord } from "../../han/cut-amid-word.js";
import { beginsHead, opensNews } from "../../han/line-ends.js";
import { isReferenceEntry } from "../../han/reference-entry.js";
import { isCredit, isLabelled, isSubHeading, isTitleAlone } from "../../han/typed-subheading.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextContext, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

/** The longest run of words that is taken for a lost sub-heading, in characters. */
const LONGEST_HEADING = 20;
/** ～ is tone, as readers write it. */
const FINAL = /(?:[。！？：；…～~]|——|\?|!|[A-Za-z)\]][.])$/;
/** With the signs that papers set behind the end of an article. */
const CLOSERS = "”’」』》）)】〕* \"'■□◆●▲";

export const textUnfinishedParagraph: TextRule = {
  id: "text/unfinished-paragraph",
  scope: "text",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "正文一段以句末标点结束；句号后面连着的短语，多半是丢了换行的小标题。",
    en: "A paragraph of the body ends in final punctuation; a phrase after its last full stop is most likely a sub-heading that lost its line break.",
  },
  why: {
    zh: "段末没有标点，或是漏了句号，或是从别处复制时丢了换行或后半句。",
    en: "If there is none, a full stop was forgotten, or a line break or half a sentence was lost when the text was copied.",
  },
  source: "GB/T 15834-2011, 4.1",
  forUnit: {
    ask: {
      zh: "请确认这一段是否写完；若是小标题，请告知。",
      en: "Please check whether it is complete, or tell us if it is a heading.",
    },
  },
  examples: [
    textExample({
      name: { zh: "漏了句号", en: "A forgotten full stop" },
      text: "3月10日，示例市科协举办学术交流会，百余人参加",
      at: [24],
    }),
    textExample({
      name: { zh: "下一节的小标题粘在段末", en: "The next sub-heading hangs at the end" },
      text: "会议提出意见建议二十余条。开展科普惠民活动\n\n3月11日，志愿者走进社区。",
      at: [14],
    }),
    textExample({
      name: { zh: "邮件程序断开的一段", en: "A paragraph that a mail program broke" },
      text: "志愿者为居民测量血压，讲解健康知识，共\n\n发放资料五百份。",
      at: [19],
    }),
    textExample({
      name: { zh: "也许是断开的一段", en: "A paragraph that was broken, perhaps" },
      text: "会后志愿者为居民测量血压，讲解健康知识和急救\n\n常识，发放资料五百份。",
      at: [22],
    }),
    textExample({
      name: { zh: "引文、括注、冒号和网址结尾", en: "Ends in a quotation, a remark, a colon, an address" },
      text: "他说：“要常来。”\n\n活动持续到4月。（示例区科协供图）\n\n分工如下：\n\n- 学会部\n\n报名请登录 https://example.org/join",
    }),
    textExample({
      name: { zh: "参考文献", en: "An entry of a list of references" },
      text: "[1]方砚秋.论科普[J].示例学报，2020，15(3)：45-50.",
    }),
    textExample({
      name: { zh: "不是句子的短行", en: "Short lines that are not sentences" },
      text: "一、总体情况\n\n二、勤于学习，当好“带头人”\n\n对标先进，汲取前行力量\n\n运动篇 放松身心，增强体质\n\n故障现象：图像正常，不能控制\n\n《库存多了，到底怎么办》\n\n展览延长至月底。《示例日报》\n\n联系人：某某\n\n示例市科协\n\n图为活动现场，气氛热烈。某某/摄\n\n孩子们看得入迷。示例科技馆供图",
    }),
  ],
  *check(line, context) {
    if ((line.kind !== "paragraph" && line.kind !== "editors-note") || !line.isChinese) return;
    const text = line.text.trimEnd();
    if (line.classes[text.length - 1] === OBJECT_MARK || isFinished(text) || isReferenceEntry(text)) return;
    const clauseStart = lastIndexOfAny(text, "。！？") + 1;
    const tail = text.slice(clauseStart).trim();
    if (!/[，。；！？]/.test(text) && !text.endsWith("、")) return;
    const isHeading =
      clauseStart > 0 &&
      tail.length <= LONGEST_HEADING &&
      tail.length > 1 &&
      /^[\p{Script=Han}“”、\d]+$/u.test(tail);
    if (isCredit(tail) || isTitleAlone(tail) || (!isHeading && isLabel(tail))) return;
    const below = goesOnBelow(text, context.lines[line.index + 1]);
    if (below === "surely") {
      yield brokenLine(line, text);
      return;
    }
    if (isLabelled(text) || isSubHeading(text, line.next !== undefined)) return;
    if (isHeading) yield lostHeading(line, { start: text.lastIndexOf(tail), tail, below });
    else yield unfinished(line, text, below);
  },
};

function isFinished(text: string): boolean {
  const end = text;
  // （……） behind a full stop, or a whole paragraph in brackets.
  if (/[）)]$/.test(end)) {
    const open = Math.max(end.lastIndexOf("（"), end.lastIndexOf("("));
    if (open === 0 || (open > 0 && FINAL.test(withoutClosers(end.slice(0, open))))) return true;
  }
  return FINAL.test(withoutClosers(end));
}

/** A sentence may end in front of quotation marks and brackets that close. */
function withoutClosers(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSERS.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(Math.max(0, end - 2), end);
}

/** 电话：010-5555 0100 */
const isLabel = (tail: string): boolean => /^[^，。]{0,12}[：:]/.test(tail) && !/，/.test(tail);

function lastIndexOfAny(text: string, marks: string): number {
  return Math.max(...[...marks].map((mark) => text.lastIndexOf(mark)));
}

type Below = "surely" | "perhaps" | "no";

/** Characters from which a program may have broken a line */
const SHORTEST_BROKEN = 15;

/** Whether the next paragraph is the rest of this one, which a mail program or a copied page parted. */
function goesOnBelow(text: string, next: TextContext["lines"][number] | undefined): Below {
  if (next?.kind !== "paragraph" || text.length < SHORTEST_BROKEN) return "no";
  const words = next.text.trimStart();
  if (beginsHead(words) || opensNews(words)) return "no";
  if (isCutAmidWord(text, words)) return "surely";
  return /[，。；！？]/.test(words) ? "perhaps" : "no";
}

const AMID = 8;

const brokenLine = (line: CopyLine, text: string) =>
  copyFinding(line, {
    start: text.length - 1,
    end: text.length,
    message: {
      zh: `这一段停在半句上（“${text.slice(-AMID)}”），下一段像是接着它的，多半是邮件程序或复制时断了行。`,
      en: `This paragraph stops amid a sentence (“${text.slice(-AMID)}”) and the next one seems to go on with it: a mail program or copying most likely broke the line.`,
    },
    help: {
      zh: "请删去两段之间的换行，接成一段；若本来就是两段，请把这一段写完。",
      en: "Delete the line break between the two and make them one paragraph; if they are two, complete this one.",
    },
  });

interface LostHeading {
  readonly start: number;
  readonly tail: string;
  readonly below: Below;
}

const lostHeading = (line: CopyLine, { start, tail, below }: LostHeading) =>
  copyFinding(line, {
    start,
    end: start + tail.length,
    message:
      below === "no"
        ? {
            zh: `段末的“${tail}”连在句号后面，没有标点，像是丢了换行的小标题。`,
            en: `“${tail}” follows the last full stop without punctuation, like a sub-heading that lost its line break.`,
          }
        : {
            zh: `段末的“${tail}”连在句号后面，没有标点，像是丢了换行的小标题，或是断了行的半句话。`,
            en: `“${tail}” follows the last full stop without punctuation, like a sub-heading that lost its line break, or half a sentence whose line was broken.`,
          },
    help:
      below === "no"
        ? {
            zh: "若是下一节的小标题，请另起一行，写作“## 小标题”；若是半句话，请补全。",
            en: "If it is the heading of what follows, put it on a line of its own as “## …”; if it is half a sentence, complete it.",
          }
        : {
            zh: "若是下一节的小标题，请另起一行，写作“## 小标题”；若是邮件程序断的行，请删去换行，与下一段接成一段。",
            en: "If it is the heading of what follows, put it on a line of its own as “## …”; if a mail program broke the line, delete the break and join the next paragraph to it.",
          },
  });

function unfinished(line: CopyLine, text: string, below: Below) {
  const last = text.slice(-1);
  const isPause = /[，、]/.test(last);
  return copyFinding(line, {
    start: text.length - 1,
    end: text.length,
    message: isPause
      ? {
          zh: `这一段以“${last}”结束，像是没有写完。`,
          en: `This paragraph ends in “${last}”, as if it were unfinished.`,
        }
      : { zh: "这一段末尾没有句末标点。", en: "This paragraph does not end in final punctuation." },
    help:
      below === "no"
        ? {
            zh: "请补上句号；若是小标题，请写作“## 小标题”。",
            en: "Add a full stop; if it is a heading, write it as “## …”.",
          }
        : {
            zh: "请补上句号；若是小标题，请写作“## 小标题”；若是邮件程序断的行，请删去换行，与下一段接成一段。",
            en: "Add a full stop; if it is a heading, write it as “## …”; if a mail program broke the line, delete the break and join the next paragraph to it.",
          },
  });
}
