/**
 * Numbers of official documents: 国办发〔2010〕49号. Source: GB/T 9704-2012, 7.2.5 (year in full, in 〔〕; no 第 in
 * front of the serial number, no zeros that fill it up). Numbers of cases, plots and standards are others.
 */
import { DIGIT, setOfClasses } from "../../han/copy-class.js";
import { hanPattern } from "../../han/han-pattern.js";
import { type CopyLine, copyFinding, isInBookTitle } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const OPENING_BRACKET = "[\\[［【(（〔﹝〖〈]";
const CLOSING_BRACKET = "[\\]］】)）〕﹞〗〉]";
const NUMBER = hanPattern(
  `(?<=[\\p{Script=Han}、，,] ?)(${OPENING_BRACKET}) ?(\\d{2}|\\d{4}) ?(年?) ?(${CLOSING_BRACKET}) ?(第?) ?(0*)(\\d{1,5}(?:、[1-9]\\d{0,4}){0,9}) ?号(?!(?!文|通知|批复|函)[\\p{Script=Han}]{0,2}(?:楼|院|线|机|馆|厅|门|地块|宗地|民|刑|行|执|标段))`,
  "g",
);
/** Letters that end what a body calls its documents by. */
const SERIES = /[发函办字通政规令委党组教科卫民财]$/;
const LATEST = 50;
/** What may stand between two numbers of one series: 示科发〔2026〕8号、〔2026〕9号 */
const JOINED = /^(?:文件?|通知)?(?:[、，,]|[、，,]?(?:和|与|及|以及|或)) ?$/;
/** Of cases, licences, certificates, contracts: what others have issued stays as it is. */
const OTHER_BEHIND =
  /(?:[罚案证聘建许准裁判奖]字|备|第)$|(?:编号|证号|许可证|合同|提案|聘书|奖状|证书|备案)[^，。；\n]{0,14}$/;
const OTHER_BEFORE = /^[^，。；、\n]{0,3}(?:处罚|裁决|判决|裁定|仲裁|许可|登记证|证书|案)/;

export const numberDocumentNumber: TextRule = {
  id: "number/document-number",
  scope: "text",
  looksFor: setOfClasses(DIGIT),
  signs: "号",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "发文字号的年份写全、用六角括号〔〕括住，序号不加“第”，不编虚位。",
    en: "Document numbers give the year in full within 〔〕, and the serial number without 第 or leading zeros.",
  },
  why: {
    zh: "发文字号写法统一，文件才查得到：国办发〔2010〕49号。",
    en: "Documents are found by their numbers, so these are written in one form only: 国办发〔2010〕49号.",
  },
  source: "GB/T 9704-2012, 7.2.5",
  examples: [
    textExample({
      name: { zh: "括号不对", en: "Other brackets" },
      text: "根据示科发（2026）18号文件，落实示政办[2025]7号要求。",
      at: [6, 23],
      fixed: "根据示科发〔2026〕18号文件，落实示政办〔2025〕7号要求。",
    }),
    textExample({
      name: { zh: "序号加了“第”，或编了虚位", en: "第 or zeros before the serial number" },
      text: "依据示科发〔2026〕第5号和示科发〔2026〕012号开展。",
      at: [6, 19],
      fixed: "依据示科发〔2026〕5号和示科发〔2026〕12号开展。",
    }),
    textExample({
      name: {
        zh: "接连几个文号、小括号，一年的几个序号",
        en: "Several in a row, small brackets, serial numbers of one year",
      },
      text: "根据示科发[2026]8号、[2026]9号，示政办﹝2026﹞12号和示科发（2026）3、4号开展，（2026）5号楼启用。",
      at: [6, 15, 27, 40],
      fixed:
        "根据示科发〔2026〕8号、〔2026〕9号，示政办〔2026〕12号和示科发〔2026〕3、4号开展，（2026）5号楼启用。",
    }),
    textExample({
      name: {
        zh: "年份两位、多了“年”字，不知道是不是文号的",
        en: "Years cut short, and what may be another number",
      },
      text: "按照示教发〔26〕7号、示科发〔2026年〕3号和青山街（2025）9号办理。",
      at: [6, 16, 29],
      fixed: "按照示教发〔26〕7号、示科发〔2026〕3号和青山街（2025）9号办理。",
      suggested: "按照示教发〔2026〕7号、示科发〔2026年〕3号和青山街〔2025〕9号办理。",
    }),
    textExample({
      name: { zh: "正确的文号，案号、楼号", en: "Right ones; numbers of cases and buildings" },
      text: "国办发〔2010〕49号，（2025）示01民终18号，示例路（2025）3号楼，GB/T 9704-2012。",
    }),
    textExample({
      name: {
        zh: "案号、许可证号、合同号：照原样",
        en: "Numbers of cases, licences and contracts stay as issued",
      },
      text: "收到示市监罚字〔2026〕第05号处罚决定，许可证号：示卫放证字〔2026〕第0012号，合同编号〔2026〕第005号，豫ICP备（2026）第012号，示建字第(2026)005号许可证。",
    }),
  ],
  *check(line) {
    let series: Series | undefined;
    for (const match of line.text.matchAll(NUMBER.for(line.text))) {
      const { index, 0: whole } = match;
      const kind = kindOf(line.text, match, series);
      series = { ...kind, end: index + whole.length };
      const fault = kind.isOther ? undefined : faultOf(line, match, kind.isNumber);
      if (fault !== undefined) yield fault;
    }
  },
};

interface Kind {
  /** beyond doubt the number of an official document */
  readonly isNumber: boolean;
  readonly isOther: boolean;
}

interface Series extends Kind {
  readonly end: number;
}

/** What stands behind another number and names no series of its own is of that one's kind. */
function kindOf(text: string, match: RegExpExecArray, last: Series | undefined): Kind {
  const [whole, open, , , close] = match;
  const start = match.index;
  if (last !== undefined && JOINED.test(text.slice(last.end, start))) return last;
  const isNamed = !/[、，, ]/.test(text.charAt(start - 1)) || /\p{Script=Han} $/u.test(text.slice(0, start));
  const isHexagonal = open === "〔" && close === "〕";
  return {
    isNumber: isHexagonal || SERIES.test(text.slice(Math.max(0, start - 2), start).trimEnd()),
    isOther: !isNamed || isOther(text, start, start + whole.length),
  };
}

const isOther = (text: string, start: number, end: number): boolean =>
  OTHER_BEHIND.test(text.slice(Math.max(0, start - 24), start)) ||
  OTHER_BEFORE.test(text.slice(end, end + 8));

function faultOf(line: CopyLine, match: RegExpExecArray, isNumber: boolean): Finding | undefined {
  const [whole, open = "", year = "", suffix = "", close = "", ordinal = "", zeros = "", serial = ""] = match;
  const isFull = year.length === 4;
  if (isFull && !/^(?:19|20)/.test(year)) return undefined;
  const full = isFull ? year : `${Number(year) > LATEST ? 19 : 20}${year}`;
  const right = `〔${full}〕${serial}号`;
  const start = match.index;
  const end = start + whole.length;
  if (whole.replaceAll(" ", "") === right) return undefined;
  const isHexagonal = open === "〔" && close === "〕";
  // 青山街（26）3号: anything.
  if (!isFull && !isNumber) return undefined;
  const isCertain = isFull && isNumber && line.quoted[start] !== 1 && !isInBookTitle(line, start);
  const reasons: readonly (readonly [boolean, string, string])[] = [
    [!isHexagonal, "年份用六角括号〔〕", "the year stands in 〔〕"],
    [!isFull || suffix !== "", "年份写四位数字，不加“年”", "the year is four digits alone"],
    [ordinal !== "", "序号不加“第”", "no 第 before the serial number"],
    [zeros !== "", "序号不编虚位", "no zeros before the serial number"],
  ];
  const met = reasons.filter(([isMet]) => isMet);
  return copyFinding(line, {
    // The blank in front of its bracket goes as well.
    start: line.text[start - 1] === " " ? start - 1 : start,
    end,
    message: {
      zh: `发文字号“${whole}”写法不合规定：${met.map(([, zh]) => zh).join("，")}。`,
      en: `The document number “${whole}” is not in the prescribed form: ${met.map(([, , en]) => en).join(", ")}.`,
    },
    help: isNumber
      ? { zh: `改为“${right}”。`, en: `Write “${right}”.` }
      : { zh: `若是发文字号，改为“${right}”。`, en: `If it is the number of a document, write “${right}”.` },
    ...(isCertain ? { replacement: right } : { suggestion: right }),
  });
}
