/**
 * A share of a whole is at most the whole, and nothing falls by more than all of itself. Growth, targets
 * met and the load of plants may well pass 100 %, so only rates that are shares by their name are judged.
 */
import { type CopyLine, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const SHARE =
  /(占(?:全[市省国县区体])?(?:总[数量额体])?的?(?:比[重例]?)?|(?:覆盖|合格|满意|参与|出勤|及格|通过|普及|知晓|到会|签到|入园|就业|识字|阳性|优良)率|满意度)[已均约高仅达为至到是超过了]{0,4}[：:]? ?(\d{1,5}(?:\.\d{1,4})?) ?[%％]/g;
const FALL =
  /(下降|降低|减少|缩短|下跌|跌落|减轻|降|减)(了|近|约|超过|将近)?(\d{1,4}(?:\.\d{1,3})?|[一二两三四五六七八九十]{1,3}|数|几)(?:多|余)?(倍|[%％])/g;

const PART = "[^，。；、\\d]{0,8}占(?:比)?[约近为达]? ?(\\d{1,3}(?:\\.\\d{1,2})?) ?[%％]";
/** Of these one is in one part alone: men and women; for, against and abstaining. */
const DIVIDED = new RegExp(
  `男${PART}[，、]女${PART}|(?:赞成|支持|同意)${PART}[，、]反对${PART}[，、](?:弃权|中立)${PART}`,
  "g",
);
/** Ratios of one sum to another, which bear the name of a share: 拨备覆盖率240% */
const RATIO_BEFORE = /(?:拨备|流动性|利息|利润|保障|现金流?|债务|偿债|资金|资本|准备金?)$/;
/** Profit that falls by more than itself turns to loss. */
const PROFIT_BEFORE = /利润|净利|盈利|盈余|收益|净额|现金流|毛利|损益|市盈/;
const PROFIT_REACH = 16;
/** Parts that are rounded come to a little more than the whole. */
const MOST_OF_ALL = 101;

export const numberImpossibleShare: TextRule = {
  id: "number/impossible-share",
  scope: "text",
  signs: "%％降减缩跌",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "占比不超过100%，减少不用“倍”。",
    en: "A share is at most 100%, and nothing falls by a multiple of itself.",
  },
  why: {
    zh: "覆盖率103%、降低了2倍都不可能：减少一倍就等于没有了。多半是抄错，或是“降到二分之一”的误用。",
    en: "A coverage of 103% or a fall “by two times” is impossible: a fall by one time leaves nothing. Most are slips, or a wrong way of saying “to a half”.",
  },
  forUnit: {
    ask: { zh: "请核对数字和说法。", en: "Please check the figure and the wording." },
  },
  examples: [
    textExample({
      name: { zh: "比率超过100%", en: "A rate over 100 %" },
      text: "科普服务覆盖率达103%，青年学者占比120%。",
      at: [9, 20],
    }),
    textExample({
      name: { zh: "几部分加起来超过100%", en: "Parts that come to more than 100 %" },
      text: "参加者男性占58%、女性占52%。支持的占56%，反对的占34%，弃权的占20%。",
      at: [4, 18],
    }),
    textExample({
      name: { zh: "下降若干倍", en: "A fall by multiples" },
      text: "投诉量降低了2倍，用时缩短三倍，能耗减少120%。",
      at: [4, 12, 19],
    }),
    textExample({
      name: { zh: "增长、超额、完成率可以超过100%", en: "Growth and targets may pass 100 %" },
      text: "观众同比增长120%，完成年度目标的115%，目标完成率130%，产能利用率105%，满意率为99.8%。拨备覆盖率为240.09%，净利润同比下降120.84%。",
    }),
    textExample({
      name: { zh: "降到几分之几，增加几倍", en: "A fall to a fraction, a rise by multiples" },
      text: "能耗降低到原来的二分之一，下降2.5个百分点，成本降低0.5倍，投诉下降、满意度提高2倍，占地1200平方米。",
    }),
    textExample({
      name: { zh: "四舍五入的，可以兼有的", en: "Parts that are rounded, or may overlap" },
      text: "男性占50.5%、女性占49.6%。支持甲案的占56%，支持乙案的占64%。男性占30%，女性干部占全体女性的80%。",
    }),
  ],
  *check(line) {
    const { text } = line;
    if (/[%％]/.test(text)) {
      yield* impossibleShares(line);
      if (text.includes("占") && /女|反对/.test(text)) yield* overfullWholes(line);
    }
    if (/[降减缩跌]/.test(text)) yield* impossibleFalls(line);
  },
};

function* impossibleShares(line: CopyLine): Iterable<Finding> {
  for (const match of line.text.matchAll(SHARE)) {
    const number = match[2] ?? "";
    if (Number(number) <= 100 || RATIO_BEFORE.test(line.text.slice(0, match.index))) continue;
    const end = match.index + match[0].length;
    const start = line.text.indexOf(number, match.index + (match[1] ?? "").length);
    yield {
      span: spanInLine(line, start, end),
      message: {
        zh: `“${match[0]}”：部分不会多于全体，比率不超过100%。`,
        en: `“${match[0]}”: a part is never more than the whole.`,
      },
      help: {
        zh: "请核对数字，或改写为增长、完成多少。",
        en: "Check the number, or state it as growth or as a target met.",
      },
    };
  }
}

function* overfullWholes(line: CopyLine): Iterable<Finding> {
  for (const match of line.text.matchAll(DIVIDED)) {
    const parts = match.slice(1).filter((part) => part !== undefined);
    const sum = Math.round(parts.reduce((all, part) => all + Number(part), 0) * 100) / 100;
    if (sum <= MOST_OF_ALL) continue;
    yield {
      span: spanInLine(line, match.index, match.index + match[0].length),
      message: {
        zh: `这里各部分相加是${sum}%，超过100%。`,
        en: `The parts come to ${sum} %, more than the whole.`,
      },
      help: { zh: "请核对各个数字。", en: "Check the figures." },
    };
  }
}

function* impossibleFalls(line: CopyLine): Iterable<Finding> {
  for (const match of line.text.matchAll(FALL)) {
    const [whole, verb = "", , number = "", unit = ""] = match;
    const least = unit === "倍" ? 1 : 100.0001;
    if (Number(number) < least) continue;
    const inFront = line.text.slice(Math.max(0, match.index - PROFIT_REACH), match.index);
    if (unit !== "倍" && PROFIT_BEFORE.test(inFront)) continue;
    if (Number.isNaN(Number(number)) && unit !== "倍") continue;
    yield {
      span: spanInLine(line, match.index, match.index + whole.length),
      message: {
        zh: `“${whole}”不可能：${verb}${unit === "倍" ? "一倍" : "100%"}就等于没有了。`,
        en: `“${whole}” is impossible: a fall by ${unit === "倍" ? "one time" : "100%"} leaves nothing.`,
      },
      help: {
        zh: "请改写为降到几分之几，或下降百分之几。",
        en: "Say to what fraction it fell, or by what percentage.",
      },
    };
  }
}
