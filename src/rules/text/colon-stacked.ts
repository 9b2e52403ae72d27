/**
 * One sentence holds one colon. Source: GB/T 15834-2011, 4.7.3 (一个句子内部一般不应套用冒号). Colons of a
 * quotation or a remark belong to another sentence, those of a time of day to none.
 */
import { hanPattern } from "../../han/han-pattern.js";
import { isReferenceEntry } from "../../han/reference-entry.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const SENTENCES: ReadonlySet<CopyLine["kind"]> = new Set(["paragraph", "list", "quote", "editors-note"]);

export const textColonStacked: TextRule = {
  id: "text/colon-stacked",
  scope: "text",
  signs: "：",
  severity: "info",
  fixable: false,
  structural: false,
  summary: {
    zh: "一句话里不套用两个冒号。",
    en: "A sentence does not contain one colon inside the scope of another.",
  },
  why: {
    zh: "冒号提起下文到句末为止；再套一个，读者分不清各管到哪里。",
    en: "A colon introduces everything up to the end of its sentence. With a second one inside, it is unclear how far each extends.",
  },
  source: "GB/T 15834-2011, 4.7",
  examples: [
    textExample({
      name: { zh: "一句里两个冒号", en: "Two colons in one sentence" },
      text: "会议明确两项任务：一是抓学术：办好年会，二是抓科普：办好展览。",
      at: [15],
    }),
    textExample({
      name: { zh: "各句各有一个冒号", en: "One colon each" },
      text: "一是抓学术：办好年会；二是抓科普：办好展览。他说：“任务是：再出发。”",
    }),
    textExample({
      name: { zh: "时刻和一行里的几项说明", en: "Times of day, several labels in one line" },
      text: "时间：3月10日10：30　地点：示例科技馆\n\n一等奖：3名，二等奖：5名，三等奖：10名。\n\n时间：3月10日至4月10日每周六全天，地点：示例科技馆。\n\n示例网消息（记者方砚秋）：会议提出：要办好年会。",
    }),
    textExample({
      name: { zh: "参考文献", en: "An entry of a list of references" },
      text: "[2]陶镕.科普场馆研究[M].示例市：示例出版社，2021：12.\n\n方砚秋.论科普[J].示例学报，2020，15(3)：45.",
    }),
  ],
  *check(line) {
    if (!SENTENCES.has(line.kind)) return;
    const { text, quoted } = line;
    if (text.indexOf("：") === text.lastIndexOf("：") || isReferenceEntry(text)) return;
    let colons = 0;
    let depth = 0;
    let depthOfFirst = 0;
    let lastColon = 0;
    for (const { 0: mark, index: at } of text.matchAll(/[：。！？…；\n\r　 （）]/g)) {
      // A quotation's colons are its own; where it ends a sentence, so does the one around it.
      if (quoted[at] === 1 && !/[。！？…]/.test(mark)) continue;
      if (mark === "（") depth += 1;
      else if (mark === "）") depth -= 1;
      else if (mark !== "：") colons = 0;
      else if (!isTime(text, at) && !(at < 52 && DATELINE.test(text.slice(0, at)))) {
        if (colons === 0) depthOfFirst = depth;
        // A remark in brackets has a sentence of its own.
        if (depth !== depthOfFirst) continue;
        if (colons === 1 && isRowOfLabels(text, lastColon, at)) {
          lastColon = at;
          continue;
        }
        lastColon = at;
        colons += 1;
        if (colons === 2) yield secondColon(line, at);
      }
    }
  },
};

/** The longest value of a row of labels, with the next label, in UTF-16 units. */
const LONGEST_VALUE = 12;

/** 一等奖：3名，二等奖：5名 */
const isRowOfLabels = (text: string, first: number, second: number): boolean => {
  const between = text.slice(first, second);
  return /[，、]/.test(between) && (second - first <= LONGEST_VALUE || NEXT_LABEL.test(between));
};

/** …，地点： */
const NEXT_LABEL = hanPattern(
  String.raw`[，、]\p{Script=Han}{0,10}(?:时间|日期|地点|地址|方式|电话|邮箱|网址|链接|对象|名额|人数|代码|号码?|价格?|主讲人?|主持人?|联系人)$`,
);

/** 示例网消息（记者方砚秋）：, 本报讯： say where the news comes from, and introduce nothing. */
const DATELINE = /^[^，。；：！？]{0,24}(?:消息|讯|日电|报道)(?:[（(][^（）()]{1,24}[）)])?$/;

const isTime = (text: string, at: number): boolean =>
  /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));

const secondColon = (line: CopyLine, at: number) =>
  copyFinding(line, {
    start: at,
    end: at + 1,
    message: {
      zh: "这一句前面已有冒号，又套用了一个。",
      en: "This sentence already has a colon before this one.",
    },
    help: {
      zh: "请把其中一个改为逗号，或在中间断句。",
      en: "Change one of them to a comma, or divide the sentence.",
    },
  });
