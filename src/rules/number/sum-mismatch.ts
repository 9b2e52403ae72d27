/**
 * Figures of one sentence that arithmetic shows to be at odds: 共120人，其中男80人、女50人; 三个方面 and two of them;
 * 四个街道（甲、乙、丙）. Told only where the parts are surely all of it, and counted in one unit.
 */
import { DIGIT, HAN, setOfClasses } from "../../han/copy-class.js";
import { hanPattern } from "../../han/han-pattern.js";
import { type CopyLine, spanInLine } from "../copy-line.js";
import type { Finding, TextRule } from "../rule.js";
import { textExample } from "../text-example.js";

const NUMERALS = "一二三四五六七八九十";
const CLASSIFIER = "人次|人|名|个|项|家|件|篇|场|次|部|幅|所|户|支|套|台|份|门|种";
const FIGURE = "\\d{1,3}(?:,\\d{3})+|\\d+";
/** 一等奖2名、二等奖3名: a name without figures, and its figure. */
const PART = `[^，。；、：！？\\d（）]{0,10}(${FIGURE})(CLASS)`;
const SEPARATOR = "(?:、|，(?!共|合计|总计)|和|及)";

const part = (unit: string) => PART.replace("(CLASS)", unit);
/** 共120人，其中男80人、女50人 */
const TOTAL_FIRST = new RegExp(
  `(?<![\\d.,，—～-])(${FIGURE})(余?(?:${CLASSIFIER}|册))，其中([^。；！？\\n]{2,80})`,
  "g",
);
const MEN_AND_WOMEN = /^男.{0,4}\d.*女.{0,4}\d|^女.{0,4}\d.*男.{0,4}\d/;
/** 一等奖2名、二等奖3名，共5名 */
const TOTAL_LAST = new RegExp(
  `((?:${part(`(?:${CLASSIFIER})`)}${SEPARATOR}){1,8}${part(`(?:${CLASSIFIER})`)})，(?:共计?|合计|总计)(?:[^，。；、：！？\\d]{0,4})(${FIGURE})(${CLASSIFIER})`,
  "g",
);
/** What all of them have. */
const SOME_TOTAL_LAST = new RegExp(`\\d(?:${CLASSIFIER})，(?:共|合计|总计)[^，。；、：！？\\d]{0,5}\\d`);
/** 三个方面…：一是…二是… */
const ASPECTS = new RegExp(
  `([二两${NUMERALS}]|\\d{1,2})(?:点|个要求|项要求|条建议|点建议|点要求|个环节|个特点|[项条]措施|项(?:重点)?(?:任务|工作|议题|议程|内容|举措)|件(?:大|实)?事|个重点|个?方面)[^，。；：\\n]{0,8}：一[是要]`,
  "g",
);
/** 四个街道（青山、长宁、江湾） */
const LISTED = hanPattern(
  `([两${NUMERALS}]|\\d{1,2})(?:个|家|所|条|大)(\\p{Script=Han}{1,8})（([^（）。；：，\\d]{3,80})）`,
  "g",
);
/** 14个学科（专业、专门）研究会: another word for what is counted, amid its name */
const AMID_NAME =
  /^(?![参获入和与及])\p{Script=Han}{0,3}(?:研究会|学会|协会|委员会|单位|机构|部门|组织|企业|公司|团体|类别?|专业|人员|项目|岗位|职务)/u;
/** What all of them have; 、 stands in every list. */
const SOME_LISTED = /[个家所条大][^（）]{1,16}（[^（）。；：，\d]*、/;

/** 5家单位参加：甲馆、乙馆、丙馆。 */
const ANNOUNCED =
  /(?<![\d—～-])([两三四五六七八九十]|\d{1,2})(?:家|所|个(?=单位|学会|社区|街道|乡镇|学校|部门|村|区|县|馆|站|基地|代表队|小组))[^，。；：、！？\n]{0,12}(?:参[加展赛会与]|入选|获奖|获评|签约|到会|上榜|包括|分别[为是]|如下|名单)：([^，。；：！？（）\n]{3,120})。/gu;
const SOME_ANNOUNCED = /：[^，。；：、！？（）\n]*、/;
/** 论文30篇，其中SCI收录20篇、核心期刊15篇: one may be both. */
const OVERLAPPING =
  /收录|重点|核心|以上|新增|首次|首批|获|青年|女|党|示范|优秀|在研|累计|涉及|参与|入选|合格/;
const KIND_OF_PLACE =
  /^(?:省|区|市|县|州|盟|旗|乡|镇|村|街道|社区|[乡村镇]?村|农?场|团场|兵团|师|自治[区州县旗]|直辖市|开发区|园区|新区|管委会|局|办|处|室|站|所)$/;

export const numberSumMismatch: TextRule = {
  id: "number/sum-mismatch",
  scope: "text",
  looksFor: setOfClasses(HAN) | setOfClasses(DIGIT),
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "总数与分项相符：人数、方面、名单。",
    en: "Totals agree with their parts: persons, points, names in a list.",
  },
  why: {
    zh: "“共120人，其中男80人、女50人”，读者一加就知道错了，改稿时却最容易只改一处。",
    en: "Readers add up 80 and 50 and find that they are not 120. It happens where only one of the figures was corrected.",
  },
  examples: [
    textExample({
      name: { zh: "分项加起来比总数多", en: "Parts that come to more than the whole" },
      text: "参训学员共120人，其中男80人、女50人。",
      at: [6],
    }),
    textExample({
      name: { zh: "总数在后，不等于各项之和", en: "A total behind its parts that is not their sum" },
      text: "评出一等奖2名、二等奖3名、三等奖5名，共11名。",
      at: [22],
    }),
    textExample({
      name: { zh: "说三个方面，只有两个", en: "Three points, of which two are there" },
      text: "会议提出三个方面的要求：一是加强领导，二是强化保障。",
      at: [5],
    }),
    textExample({
      name: { zh: "说四个，列了三个", en: "Four, of which three are listed" },
      text: "全区四个街道（青山、长宁、江湾）参加比赛。",
      at: [3],
    }),
    textExample({
      name: { zh: "相符的，只列一部分的", en: "Sums that agree; parts that are not all" },
      text: "共120人，其中党员50人。一等奖2名、二等奖3名，共5名。提出三个方面的要求：一是加强领导，二是强化保障，三是注重实效。四个街道（青山、长宁等）和三家单位（甲馆、乙馆、丙馆）参加，覆盖12个省（区、市）。学会现有14个学科（专业、专门）研究会。",
    }),
  ],
  *check(line, { lines }) {
    yield* totalFirst(line);
    yield* totalLast(line);
    yield* aspects(line, lines[line.index + 1]);
    yield* listed(line);
    yield* announced(line);
  },
};

function* totalFirst(line: CopyLine): Iterable<Finding> {
  if (!line.text.includes("，其中")) return;
  for (const match of line.text.matchAll(TOTAL_FIRST)) {
    const [, total = "", unit = "", behind = ""] = match;
    // 其中男50人、女40人，来自16所学校; 其中男80人、女50人，党员60人: what follows is another list, and may overlap.
    const rest = behind.split("，", 1)[0] ?? "";
    const isCut = rest.length < behind.length;
    if (isCut && !MEN_AND_WOMEN.test(rest) && behind.slice(rest.length).includes(unit)) continue;
    const parts = partsOf(rest, unit);
    if (parts === undefined) continue;
    const sum = parts.reduce((all, value) => all + value, 0);
    // 其中党员80人、女同志60人: of persons the parts may overlap.
    const isWhole = MEN_AND_WOMEN.test(rest) && parts.length === 2;
    if (parts.length < 2 || (isWhole ? sum === amountOf(total) : sum <= amountOf(total))) continue;
    if (!isWhole && (/^余?[人名位]/.test(unit) || !rest.includes("、") || OVERLAPPING.test(rest))) continue;
    const start = match.index;
    yield told(
      line,
      { start, end: start + total.length + unit.length },
      {
        zh: `写共${total}${unit}，其中各项相加是${sum}${unit}。`,
        en: `The total is given as ${total}, but its parts come to ${sum}.`,
      },
    );
  }
}

function* totalLast(line: CopyLine): Iterable<Finding> {
  if (!SOME_TOTAL_LAST.test(line.text)) return;
  for (const match of line.text.matchAll(TOTAL_LAST)) {
    const [whole, list = ""] = match;
    const unit = match.at(-1) ?? "";
    const total = match.at(-2) ?? "";
    const parts = partsOf(list, unit);
    if (parts === undefined || parts.length < 2 || /其中|比|增|减|达|占/.test(list)) continue;
    const sum = parts.reduce((all, value) => all + value, 0);
    if (sum === amountOf(total)) continue;
    // 参会3人、4人，共2名: not of one kind
    const start = match.index + whole.length - total.length - unit.length;
    yield told(
      line,
      { start, end: start + total.length + unit.length },
      {
        zh: `写共${total}${unit}，前面各项相加是${sum}${unit}。`,
        en: `The total is given as ${total}, but the parts before it come to ${sum}.`,
      },
    );
  }
}

function* aspects(line: CopyLine, following: CopyLine | undefined): Iterable<Finding> {
  if (!line.text.includes("：一")) return;
  for (const match of line.text.matchAll(ASPECTS)) {
    const [whole, number = ""] = match;
    const said = countOf(number);
    const rest = line.text.slice(match.index + whole.length - 2);
    const missing = [...NUMERALS].findIndex(
      (numeral) => !new RegExp(`(?:^|[。；，：])${numeral}[是要]`).test(rest),
    );
    const met = missing < 0 ? NUMERALS.length : missing;
    // The list may go on in the next paragraph.
    const isContinued = new RegExp(`^${NUMERALS.charAt(met)}[是要、]`).test(following?.text.trim() ?? "");
    const isEnded = !isContinued && /[。！]$/.test(line.text.trimEnd());
    if (said === undefined || met < 2 || met === said || !isEnded) continue;
    yield told(
      line,
      { start: match.index, end: match.index + number.length },
      {
        zh: `说的是${number}个，后面列了${met}个。`,
        en: `It announces ${said} and lists ${met}.`,
      },
    );
  }
}

/** 共有5家单位参加：甲馆、乙馆、丙馆。 */
function* announced(line: CopyLine): Iterable<Finding> {
  if (!SOME_ANNOUNCED.test(line.text)) return;
  for (const match of line.text.matchAll(ANNOUNCED)) {
    const [, number = "", list = ""] = match;
    const said = countOf(number);
    if (said === undefined || said < 2 || /等|以及|其中|“|《|之一/.test(match[0])) continue;
    const names = list.split(/、|和|与|及/);
    const byPause = list.split("、").length;
    const areNames = names.every((name) => /^\p{Script=Han}{2,14}$/u.test(name));
    if (!list.includes("、") || !areNames || names.length === said || byPause === said) continue;
    yield told(
      line,
      { start: match.index, end: match.index + number.length },
      {
        zh: `说的是${number}个，后面列了${names.length}个。`,
        en: `It announces ${said} and lists ${names.length}.`,
      },
    );
  }
}

function* listed(line: CopyLine): Iterable<Finding> {
  if (!SOME_LISTED.test(line.text)) return;
  for (const match of line.text.matchAll(LISTED.for(line.text))) {
    const [, number = "", noun = "", list = ""] = match;
    const said = countOf(number);
    if (
      said === undefined ||
      said < 2 ||
      /等|以及|含|包括|简称|下称|括|略|其中|如|“|《/.test(list) ||
      /等$/.test(noun)
    )
      continue;
    const names = list.split(/、|和|与|及/);
    if (AMID_NAME.test(line.text.slice(match.index + match[0].length))) continue;
    // 30个省（区、市）: what they are, not which.
    if (names.some((name) => KIND_OF_PLACE.test(name))) continue;
    const isList = list.includes("、") && names.every((name) => /^\p{Script=Han}{1,12}$/u.test(name));
    // 和 may be part of a name: counted by 、 alone as well.
    const byPause = list.split("、").length;
    if (!isList || names.length === said || byPause === said) continue;
    yield told(
      line,
      { start: match.index, end: match.index + number.length },
      {
        zh: `说的是${number}个，括号里列了${names.length}个。`,
        en: `It says ${said}, and the brackets list ${names.length}.`,
      },
    );
  }
}

const told = (
  line: CopyLine,
  { start, end }: { readonly start: number; readonly end: number },
  message: Finding["message"],
): Finding => ({
  span: spanInLine(line, start, end),
  message,
  help: { zh: "请核对哪一处写错了。", en: "Check which of them is wrong." },
});

/** @returns the figures before each `unit`; undefined where another unit or a share is among them */
function partsOf(text: string, unit: string): readonly number[] | undefined {
  const found = [...text.matchAll(new RegExp(`(${FIGURE})(\\D?\\D?)`, "g"))];
  const isOfUnit = found.every(([, , behind = ""]) => behind.startsWith(unit));
  return isOfUnit ? found.map(([, figure = ""]) => amountOf(figure)) : undefined;
}

const amountOf = (figure: string): number => Number(figure.replaceAll(",", ""));

function countOf(number: string): number | undefined {
  if (/^\d+$/.test(number)) return Number(number);
  if (number === "两") return 2;
  const place = NUMERALS.indexOf(number);
  return place < 0 ? undefined : place + 1;
}
