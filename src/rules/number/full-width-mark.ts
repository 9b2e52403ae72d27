/**
 * Marks inside a number are half-width: 14:30, 1,280,000. Source: GB/T 7408 (hours and minutes are parted by a colon),
 * GB/T 15835-2011, 4.1.1 and 5.1.2. A full-width comma or colon parts it into clauses, and it may break over two lines.
 */
import { DIGIT, FULL_MARK, setOfClasses } from "../../han/copy-class.js";
import { copyFinding } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const CLOCK = /(?<![\d：:.])(2[0-4]|[01]?\d)：([0-5]\d)(?![\d：:])/g;
/** What stands in front where it is a time of day, beyond doubt. */
const HOUR = /(?:[日号晚午晨天时间于点起自从至到—～~-]|[开闭]馆|为|：) ?$/;
const HOUR_BEHIND =
  /^ ?(?:[至到—～~-]|[开闭]馆|开始|结束|准时|前|后|正式|举行|召开|集合|出发|发[出车]|到[达站]|抵达|起)/;
const RATIO = /(?:比|比分|比例|[胜负平成]|配比|尺|：) ?[为是约]?$/;
const GROUPS = /(?<![\d，,.])(\d{1,3})((?:，\d{3})+)(?![\d，,.])/g;
/** 1，280人: one group may be a number behind another. */
const COUNTED =
  /^ ?(?:[余多]?[人名次件场项册份元个家米吨亩公平万亿幅台株棵盆头只羽尾斤箱套本篇张枚枝支户村辆艘间座块片袋盒瓶]|余)/;

export const numberFullWidthMark: TextRule = {
  id: "number/full-width-mark",
  scope: "text",
  looksFor: setOfClasses(DIGIT) | setOfClasses(FULL_MARK),
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "数字里的标点用半角：14:30，1,280,000。",
    en: "Marks within a number are half-width: 14:30, 1,280,000.",
  },
  why: {
    zh: "“1，280”读作“1”和“280”，排版时还会从逗号处断成两行。",
    en: "1，280 reads as 1 and 280, and may break over two lines at its comma.",
  },
  source: "GB/T 15835-2011, 5.1.2",
  examples: [
    textExample({
      name: { zh: "时刻用了全角冒号", en: "A full-width colon in a time of day" },
      text: "会议于3月10日14：30召开，展览9：00开馆。",
      at: [11, 20],
      fixed: "会议于3月10日14:30召开，展览9：00开馆。",
      suggested: "会议于3月10日14：30召开，展览9:00开馆。",
    }),
    textExample({
      name: { zh: "千分位用了全角逗号", en: "Full-width commas between thousands" },
      text: "全年接待观众1，280，000人次，作品2，300余件。",
      at: [7, 21],
      fixed: "全年接待观众1,280,000人次，作品2，300余件。",
      suggested: "全年接待观众1，280，000人次，作品2,300余件。",
    }),
    textExample({
      name: { zh: "比、比分，以及句子的标点", en: "Ratios and scores, and marks of the sentence" },
      text: "两队战成比分12：10，配比为1：50。参会人员120人，2026，100多家单位参加；第3，400米接力。",
    }),
  ],
  *check(line) {
    const { text } = line;
    for (const match of text.matchAll(CLOCK)) {
      const start = match.index + (match[1]?.length ?? 0);
      const before = text.slice(Math.max(0, match.index - 4), match.index);
      const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
      if (RATIO.test(before) && !/[时间] ?[为是]?：?$/.test(before)) continue;
      const isTime = HOUR.test(before) || HOUR_BEHIND.test(behind);
      if (!isTime) continue;
      const right = `${match[1]}:${match[2]}`;
      yield copyFinding(line, {
        start,
        end: start + 1,
        message: {
          zh: `时刻“${match[0]}”用了全角冒号。`,
          en: `There is a full-width colon in the time “${match[0]}”.`,
        },
        help: { zh: `改为“${right}”。`, en: `Write “${right}”.` },
        ...(HOUR.test(before) && line.quoted[start] !== 1 ? { replacement: ":" } : { suggestion: ":" }),
      });
    }
    for (const match of text.matchAll(GROUPS)) {
      const [whole, first = "", groups = ""] = match;
      const start = match.index;
      const end = start + whole.length;
      const isLong = groups.length > 4;
      if (!isLong && (!COUNTED.test(text.slice(end, end + 3)) || /[第图表号]$/.test(text.charAt(start - 1))))
        continue;
      if (!isLong && !/[\p{Script=Han}]/u.test(text.charAt(start - 1))) continue;
      const right = first + groups.replaceAll("，", ",");
      yield copyFinding(line, {
        start,
        end,
        message: {
          zh: `数字“${whole}”里用了全角逗号。`,
          en: `There are full-width commas in the number “${whole}”.`,
        },
        help: isLong
          ? { zh: `改为“${right}”。`, en: `Write “${right}”.` }
          : { zh: `若是一个数，改为“${right}”。`, en: `If it is one number, write “${right}”.` },
        ...(isLong && line.quoted[start] !== 1 ? { replacement: right } : { suggestion: right }),
      });
    }
  },
};
