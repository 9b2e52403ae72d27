/**
 * Marks inside a number are half-width: 14:30, 1,280,000, 3:2 (or 3∶2), 1.5, 95%. Source: GB/T 7408 (hours and minutes are parted by a colon),
 * GB/T 15835-2011, 4.1.1 and 5.1.2. A full-width comma or colon parts it into clauses, and it may break over two lines.
 */
import { DIGIT, FULL_MARK, setOfClasses } from "../../han/copy-class.js";
import { type CopyLine, copyFinding } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const CLOCK = /(?<![\d：:.])(2[0-4]|[01]?\d)：([0-5]\d)(?![\d：:])/g;
/** What stands in front where it is a time of day, beyond doubt. */
const HOUR = /(?:[日号晚午晨天时间于点起自从]|[开闭]馆|为|：|(?:[时点分半]|:\d\d) ?(?:——|[至到—～~-])) ?$/;
const HOUR_BEHIND =
  /^ ?(?:[至到—～~-]|[开闭]馆|开始|结束|准时|前|后|正式|举行|召开|集合|出发|发[出车]|到[达站]|抵达|起)/;
const RATIO = /(?:比|[比局得积]分|比例|[胜负平成]|配比|尺|：) ?[为是约]?$/;
/** 9：00 and 9：05 are no score: no figure of one begins with 0. */
const FULL_HOUR = /^0/;
/** Verses, sections and pages are parted by a colon as well. */
const PASSAGE = /[》章节第条页] ?$/;
/** From one time to the next: 14：00-16：30, with the minutes that programmes have. */
const SPAN = /^ ?(?:——|[-—～~至到]) ?(\d{1,2})[：:]([0-5][05])(?!\d)/;
/** The next of a list of times. */
const NEXT = /^[^，。；]{0,6}[、，]$|^ ?(?:——|[-—～~至到和及与]|[、，](?:[上下]午|晚上?)) ?$/;
const SCORE = /(?<![\d：:.第])\d{1,5}(?:\.\d{1,2})?(?:：\d{1,5}(?:\.\d{1,2})?){1,3}(?![\d：:.]|，\d)/g;
const SCORE_FRONT =
  /(?:比(?:[例值率重分]|例尺)|[配之生护床液积占别]比|战成|踢成|打成|战平|告负|惜败|[险大完小战]胜|获胜)(?:[约达]?[为是]|约|：|达)? ?$/;
/** A ratio of 男女 and the like, and a result behind 以. */
const SCORE_BEHIND = /^ ?的?(?:比[分例]|大?比分|险胜|战胜|击败|大胜|完胜|获胜|取胜|逆转|惜败|告负|战平)/;
const GROUPS = /(?<![\d，,.])(\d{1,3})((?:，\d{3})+)(?![\d，,.])/g;
/** 1，280人: one group may be a number behind another. */
const COUNTED =
  /^ ?(?:[余多]?[人名次件场项册份元个家米吨亩公平万亿幅台株棵盆头只羽尾斤箱套本篇张枚枝支户村辆艘间座块片袋盒瓶]|余)/;

/** A point of a decimal: behind Chinese, in front of what is measured. In front of a clause 1．5万人 may be item 1. */
const POINT = /(?<![\d．·.，:：])(\d{1,6})([．·])(\d{1,4})(?![\d．·.])/g;
const MEASURED =
  /^ ?(?:[万亿%％‰℃°倍]|个?百分点|平方|立方|公[里斤顷]|千[米克瓦]|[吨米元](?![人名])|小时|[kcm]?m(?![A-Za-z])|kg)/;
const MEASURED_BY_DOT = /^ ?(?:[万亿%％‰℃倍]|平方|公[里斤顷])/;
/** 5·12万人签名: a day, and what ten thousand people did */
const DAY_OF_MANY = /^万[人名家众]/;
const NUMBERED_THING = /[图表式第章节条款例版] ?$/;
const SHARE = /(?<=\d)％/g;

export const numberFullWidthMark: TextRule = {
  id: "number/full-width-mark",
  scope: "text",
  looksFor: setOfClasses(DIGIT) | setOfClasses(FULL_MARK),
  severity: "warning",
  alsoSeverity: "info",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "数字里的标点用半角：14:30，1,280,000，1.5，95%。",
    en: "Marks within a number are half-width: 14:30, 1,280,000, 1.5, 95%.",
  },
  why: {
    zh: "“1，280”读作“1”和“280”，排版时还会从逗号处断成两行。",
    en: "1，280 reads as 1 and 280, and may break over two lines at its comma.",
  },
  source: "GB/T 15835-2011, 5.1.2",
  examples: [
    textExample({
      name: { zh: "时刻用了全角冒号", en: "A full-width colon in a time of day" },
      text: "会议于3月10日14：30召开，展览9：30开馆。",
      at: [11, 20],
      fixed: "会议于3月10日14:30召开，展览9：30开馆。",
      suggested: "会议于3月10日14：30召开，展览9:30开馆。",
    }),
    textExample({
      name: { zh: "千分位用了全角逗号", en: "Full-width commas between thousands" },
      text: "全年接待观众1，280，000人次，作品2，300余件。",
      at: [7, 21],
      fixed: "全年接待观众1,280,000人次，作品2，300余件。",
      suggested: "全年接待观众1，280，000人次，作品2,300余件。",
    }),
    textExample({
      name: { zh: "一列时刻，整点", en: "A list of times, full hours" },
      text: "每日9：00—11：00、14：00—16：30开放，论坛9：00在示例馆开幕；预赛12：10结束。",
      at: [4, 10, 16, 22, 31, 45],
      fixed: "每日9:00—11:00、14:00—16:30开放，论坛9:00在示例馆开幕；预赛12：10结束。",
      suggested: "每日9：00—11：00、14：00—16：30开放，论坛9：00在示例馆开幕；预赛12:10结束。",
    }),
    textExample({
      name: { zh: "比、比分：也可用比号，只建议", en: "Ratios and scores may have ∶ as well: suggested" },
      text: "两队战成比分12：10，以3：2取胜，配比为1：50。",
      at: [7, 14, 23],
      fixed: "两队战成比分12：10，以3：2取胜，配比为1：50。",
      suggested: "两队战成比分12:10，以3:2取胜，配比为1:50。",
    }),
    textExample({
      name: { zh: "小数点、百分号", en: "Points of decimals, per cent signs" },
      text: "发放手册1．5万册，气温12．8℃，距今2·2亿年，满意率95％；1．5万人参加。",
      at: [6, 15, 22, 32, 35],
      fixed: "发放手册1.5万册，气温12.8℃，距今2.2亿年，满意率95%；1．5万人参加。",
      suggested: "发放手册1．5万册，气温12．8℃，距今2·2亿年，满意率95％；1.5万人参加。",
    }),
    textExample({
      name: { zh: "编号、日子和图号", en: "Numbers of items, days, figures" },
      text: "2．3项任务完成，纪念9·18事变，见图2．3。",
    }),
    textExample({
      name: { zh: "句子的标点，比号，章节", en: "Marks of the sentence, ∶ of ratios, verses" },
      text: "比分12∶10，配比为1:50，见《示例》3：05，局分21：19-21：15。参会人员120人，2026，100多家单位参加；第3，400米接力。",
    }),
  ],
  *check(line) {
    const { text } = line;
    yield* clocks(line);
    yield* scores(line);
    yield* points(line);
    yield* shares(line);
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

function* clocks(line: CopyLine): Iterable<Finding> {
  const { text } = line;
  let surelyUntil = -1;
  for (const match of text.matchAll(CLOCK)) {
    const [whole, hour = "", minute = ""] = match;
    const start = match.index + hour.length;
    const end = match.index + whole.length;
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    const behind = text.slice(end, end + 8);
    if (RATIO.test(before) && !/[时间] ?[为是]?：?$/.test(before)) continue;
    const isListed = surelyUntil >= 0 && NEXT.test(text.slice(surelyUntil, match.index));
    const isFull = FULL_HOUR.test(minute) && !PASSAGE.test(before);
    const isSure = HOUR.test(before) || isFull || isListed || beginsSpan(behind, hour, minute);
    if (!isSure && !HOUR_BEHIND.test(behind)) continue;
    if (isSure) surelyUntil = end;
    const right = `${hour}:${minute}`;
    yield copyFinding(line, {
      start,
      end: start + 1,
      message: {
        zh: `时刻“${whole}”用了全角冒号。`,
        en: `There is a full-width colon in the time “${whole}”.`,
      },
      help: { zh: `改为“${right}”。`, en: `Write “${right}”.` },
      ...(isSure && line.quoted[start] !== 1 ? { replacement: ":" } : { suggestion: ":" }),
    });
  }
}

function beginsSpan(behind: string, hour: string, minute: string): boolean {
  const [, laterHour, laterMinute] = SPAN.exec(behind) ?? [];
  if (laterHour === undefined || !/[05]$/.test(minute)) return false;
  return (
    Number(laterHour) <= 24 &&
    Number(hour) * 60 + Number(minute) < Number(laterHour) * 60 + Number(laterMinute)
  );
}

function* scores(line: CopyLine): Iterable<Finding> {
  const { text } = line;
  let lastEnd = -1;
  for (const { 0: whole, index } of text.matchAll(SCORE)) {
    const before = text.slice(Math.max(0, index - 8), index);
    const behind = text.slice(index + whole.length, index + whole.length + 6);
    const isListed = lastEnd >= 0 && /^(?:[～~—-]|[、，和或至到])$/.test(text.slice(lastEnd, index));
    if (!isListed && !SCORE_FRONT.test(before) && !SCORE_BEHIND.test(behind)) continue;
    lastEnd = index + whole.length;
    const right = whole.replaceAll("：", ":");
    const found = copyFinding(line, {
      start: index,
      end: index + whole.length,
      message: {
        zh: `“${whole}”是比或比分，用了全角冒号。`,
        en: `“${whole}” is a ratio or a score and has a full-width colon.`,
      },
      help: {
        zh: `改为“${right}”，或用比号“∶”。`,
        en: `Write “${right}”, or use the sign of ratio ∶.`,
      },
      suggestion: right,
    });
    yield { ...found, severity: "info" };
  }
}

function* points(line: CopyLine): Iterable<Finding> {
  const { text } = line;
  for (const { 0: whole, 1: first = "", 2: mark = "", 3: second = "", index } of text.matchAll(POINT)) {
    const end = index + whole.length;
    const behind = text.slice(end, end + 4);
    const isDot = mark === "·";
    if (!(isDot ? MEASURED_BY_DOT : MEASURED).test(behind)) continue;
    if (NUMBERED_THING.test(text.slice(Math.max(0, index - 2), index))) continue;
    // 1．5万元… at the start of a line numbers an item.
    if (index === 0 || /[\n\r]/.test(text.charAt(index - 1)) || isListed(text)) continue;
    const mayBeDay = isDot && DAY_OF_MANY.test(behind) && Number(first) <= 12 && Number(second) <= 31;
    const isSure =
      /[\p{Script=Han}～—、]/u.test(text.charAt(index - 1)) && !mayBeDay && line.quoted[index] !== 1;
    const right = `${first}.${second}`;
    yield copyFinding(line, {
      start: index + first.length,
      end: index + first.length + 1,
      message: {
        zh: `小数“${whole}”的小数点用了“${mark}”。`,
        en: `The decimal “${whole}” has “${mark}” for its point.`,
      },
      help: isSure
        ? { zh: `改为“${right}”。`, en: `Write “${right}”.` }
        : { zh: `若是一个小数，改为“${right}”。`, en: `If it is one number, write “${right}”.` },
      ...(isSure ? { replacement: "." } : { suggestion: "." }),
    });
  }
}

/** …：1．申报；2．评审: items are numbered with such points. */
const isListed = (text: string): boolean => (text.match(/(?:^|[。；：\n])\d{1,2}．/g)?.length ?? 0) > 1;

function* shares(line: CopyLine): Iterable<Finding> {
  if (line.text.includes("全角")) return;
  for (const { index } of line.text.matchAll(SHARE)) {
    yield copyFinding(line, {
      start: index,
      end: index + 1,
      message: { zh: "百分号是全角的。", en: "The per cent sign is full-width." },
      help: { zh: "改为“%”。", en: "Write “%”." },
      replacement: "%",
    });
  }
}
