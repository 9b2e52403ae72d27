/**
 * The day of a month is written with 日: 6月28日下午. In front of a part of the day nothing else can be meant; in
 * front of a comma or a verb it is most likely. Source: GB/T 15835-2011, 4.1.4 (dates as they are spoken).
 */
import { DIGIT, setOfClasses } from "../../han/copy-class.js";
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const PART_OF_DAY = "[上下中]午(?!茶)|晚[上间]?(?!报|会|稻|熟|年|期|婚)|凌晨|清晨|早[上晨]|傍晚|夜间";
const GOES_ON = "，|[在于赴](?=\\p{Script=Han})|举[办行]|召开|组织|开展|前往|来到|启动";
/** Month and day as they can be, the day without its word; not the end of a longer number. */
const DAY = new RegExp(
  `(?<![\\d.个])(?:1[0-2]|[1-9]) ?月 ?(?:3[01]|[12]\\d|[1-9])(?: ?(${PART_OF_DAY})|(?=${GOES_ON}))`,
  "gu",
);

export const numberIncompleteDate: TextRule = {
  id: "number/incomplete-date",
  scope: "text",
  looksFor: setOfClasses(DIGIT),
  signs: "月",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "几月几日的“日”不漏写。",
    en: "The day of a month is written with 日.",
  },
  why: {
    zh: "“6月28下午”漏了“日”，读起来不成日期。",
    en: "6月28下午 lacks its 日 and does not read as a date.",
  },
  source: "GB/T 15835-2011, 4.1.4",
  examples: [
    textExample({
      name: { zh: "后面是一天里的时候", en: "In front of a part of the day" },
      text: "6月28下午，示例市科协召开会议。",
      at: [3],
      fixed: "6月28日下午，示例市科协召开会议。",
    }),
    textExample({
      name: { zh: "后面是逗号或动词，只建议", en: "In front of a comma or a verb: suggested" },
      text: "2026年3月12，志愿者走进社区。3月13在示例馆举办讲座。",
      at: [8, 21],
      fixed: "2026年3月12，志愿者走进社区。3月13在示例馆举办讲座。",
      suggested: "2026年3月12日，志愿者走进社区。3月13日在示例馆举办讲座。",
    }),
    textExample({
      name: { zh: "起止日期、并列日期和月数", en: "Ranges and lists of days, numbers of months" },
      text: "6月28—29日下午，6月28、29日，3个月12场，历时2年6月28天，每月20下午茶，得分3月12比10。",
    }),
  ],
  *check(line) {
    for (const match of line.text.matchAll(DAY)) {
      const [whole, part = ""] = match;
      const end = match.index + whole.length - part.length;
      const day = line.text.slice(match.index, end).trimEnd();
      const at = match.index + day.length;
      const digits = /\d+$/.exec(day)?.[0].length ?? 1;
      const mended = `${day.slice(-digits)}日`;
      yield copyFinding(line, {
        start: at - digits,
        end: at,
        message: { zh: `“${day}”后面漏了“日”。`, en: `“${day}” lacks its 日.` },
        help: { zh: `写作“${day}日”。`, en: `Write “${day}日”.` },
        ...(part === "" ? { suggestion: mended } : { replacement: mended }),
      });
    }
  },
};
