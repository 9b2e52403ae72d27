/**
 * A paragraph of the body ends in a mark that ends a sentence. Source: GB/T 15834-2011, 4.1 to 4.3.
 * Where a short run of words hangs behind the last full stop, a sub-heading most likely lost its own
 * line when the text was copied.
 */
import { OBJECT_MARK } from "../../han/copy-class.js";
import { isReferenceEntry } from "../../han/reference-entry.js";
import { isCredit, isLabelled, isSubHeading, isTitleAlone } from "../../han/typed-subheading.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
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
  *check(line) {
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
    if (isLabelled(text) || isSubHeading(text, line.next !== undefined)) return;
    yield isHeading ? lostHeading(line, text.lastIndexOf(tail), tail) : unfinished(line, text);
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

const lostHeading = (line: CopyLine, start: number, tail: string) =>
  copyFinding(line, {
    start,
    end: start + tail.length,
    message: {
      zh: `段末的“${tail}”连在句号后面，没有标点，像是丢了换行的小标题。`,
      en: `“${tail}” follows the last full stop without punctuation, like a sub-heading that lost its line break.`,
    },
    help: {
      zh: "若是下一节的小标题，请另起一行，写作“## 小标题”；若是半句话，请补全。",
      en: "If it is the heading of what follows, put it on a line of its own as “## …”; if it is half a sentence, complete it.",
    },
  });

function unfinished(line: CopyLine, text: string) {
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
    help: {
      zh: "请补上句号；若是小标题，请写作“## 小标题”。",
      en: "Add a full stop; if it is a heading, write it as “## …”.",
    },
  });
}
