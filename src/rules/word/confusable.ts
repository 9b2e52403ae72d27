/**
 * Words with a character that only sounds or looks right. The table (han/confusable-words.ts) holds
 * certain errors alone, each with the contexts in which its characters are no error.
 */
import { CONFUSABLE_DEPUTY } from "../../han/confusable-deputy.js";
import { CONFUSABLE_IDIOMS } from "../../han/confusable-idioms.js";
import { CONFUSABLE_USAGE, OTHER_THINGS } from "../../han/confusable-usage.js";
import { CONFUSABLE_WORDS, type ConfusableWord, type WordContext } from "../../han/confusable-words.js";
import { isQuotedAlone } from "../../han/half-width-notation.js";
import { indexWords } from "../../han/word-index.js";
import { type CopyLine, copyFinding, isInBookTitle } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const WORDS = indexWords(
  [...CONFUSABLE_USAGE, ...CONFUSABLE_DEPUTY, ...CONFUSABLE_WORDS, ...CONFUSABLE_IDIOMS, OTHER_THINGS].map(
    (entry) => [entry.wrong, entry] as const,
  ),
);
/** UTF-16 units around a word that its contexts may look at */
const REACH = { before: 16, behind: 48 };

export const wordConfusable: TextRule = {
  id: "word/confusable",
  scope: "text",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  options: { others: false },
  summary: {
    zh: "不用音近形近的错别字（others: true 时，“其它”也改为“其他”）。",
    en: "No word contains a wrong character that merely sounds or looks like the right one (with others: true, 其它 is also changed to 其他).",
  },
  why: {
    zh: "“截止3月”“登陆网站”“做为”之类，输入法最容易打出，也最容易看漏。只指出确定的错误。",
    en: "截止 for 截至, 登陆 for 登录, 做为 for 作为: such slips are easily typed and easily overlooked. Only certain errors are reported.",
  },
  source: "《现代汉语词典》第7版",
  examples: [
    textExample({
      name: { zh: "截至、坐落、登录", en: "Up to a date 截至, to stand 坐落, to sign in 登录" },
      text: "截止3月15日，座落于滨河的展馆接待2万人次，观众可登陆预约平台报名。",
      at: [1, 9, 27],
      fixed: "截至3月15日，坐落于滨河的展馆接待2万人次，观众可登录预约平台报名。",
    }),
    textExample({
      name: { zh: "作为、部署、账号", en: "As 作为, and what keyboards offer for 部署, 账号" },
      text: "做为一名志愿者，他随会议布署开通帐号。既使再忙，他也按时到岗。",
      at: [1, 13, 17, 20],
      fixed: "作为一名志愿者，他随会议部署开通账号。即使再忙，他也按时到岗。",
    }),
    textExample({
      name: { zh: "震撼、拼搏、候选人", en: "震撼, 拼搏, 候选人, and an address after 登录" },
      text: "场面令人震憾，大家奋力拼博，会议宣布侯选人名单，请登陆 https://example.org 查看。",
      at: [5, 12, 19, 26],
      fixed: "场面令人震撼，大家奋力拼搏，会议宣布候选人名单，请登录 https://example.org 查看。",
    }),
    textExample({
      name: {
        zh: "另有一种读法的，只建议：既使…也可以是“既…也”",
        en: "Suggested where another reading is left: 既|使…也 may be a pair",
      },
      text: "既使天气炎热，他们也坚持。媒体作了报导。会议要求，即要进度，又要质量。",
      at: [1, 18, 26],
      fixed: "既使天气炎热，他们也坚持。媒体作了报导。会议要求，即要进度，又要质量。",
      suggested: "即使天气炎热，他们也坚持。媒体作了报道。会议要求，既要进度，又要质量。",
    }),
    textExample({
      name: { zh: "付不会是姓的地方，只建议", en: "付 where no surname can stand" },
      text: "付院长陈澄出席，陆知行当选付会长，推选付主席3名。",
      at: [1, 14, 20],
      fixed: "付院长陈澄出席，陆知行当选付会长，推选付主席3名。",
      suggested: "副院长陈澄出席，陆知行当选副会长，推选副主席3名。",
    }),
    textExample({
      name: { zh: "付是姓", en: "付 as a surname" },
      text: "付主任介绍情况，市科协付局长、付强参加，会长单位付会长马上讲话，付教授安排课程。",
    }),
    textExample({
      name: { zh: "选用：其它改为其他", en: "By option: 其他 for 其它" },
      house: houseWith("lint:\n  rules:\n    word/confusable: [warn, {others: true}]\n"),
      text: "设备、耗材和其它物资已到位，尤其它的备件齐全。",
      at: [7],
      fixed: "设备、耗材和其他物资已到位，尤其它的备件齐全。",
    }),
    textExample({
      name: { zh: "截止日期、报名截止、期满截止", en: "截止 that is right" },
      text: "报名截止日期为3月20日，报名截止3月20日，征稿于4月1日截止。优惠期未满的，截止到6月30日。征稿工作已经启动。截止4月20日，每单位限报3件作品。",
    }),
    textExample({
      name: {
        zh: "跨词的字：申报导师、深沉缅怀、当时侯主任、这座落成的",
        en: "Characters of two words: 申报|导师, 深沉|缅怀, 当时|侯主任, 这座|落成",
      },
      text: "申报导师、汇报导向、公布署名、发布署名文章，全体党员深沉缅怀先辈，当时侯主任在场，这座落成的展馆，一座落在山间的小院，过渡假期，按装机容量支付主任医师劳务，拼博士学位，分辨论点，外交部暑期开放。",
    }),
    textExample({
      name: {
        zh: "台风登陆、短片登陆、蚊帐户外、既使…也",
        en: "Landfall, films on a platform, tents, 既使 with 也",
      },
      text: "台风登陆期间平台停用，登陆后系统性降雨，短片登陆网络平台，蚊帐户外使用，此举既使群众受益，也锻炼了干部，立即要求整改又要求反馈。",
    }),
    textExample({
      name: { zh: "其它不管，书名号里的原文", en: "其它 is left, so are titles in 《》" },
      text: "设备、耗材和其它物资已到位，见《做为一名科技工作者》《公务登陆平台使用手册》。",
    }),
    textExample({
      name: { zh: "两个词相接，不是错字", en: "Where two words meet" },
      text: "全市居民莫不关心教育，夜间消费卷土重来，商圈消费卷出新花样，优惠卷尺和明代金卷轴展出，蚊帐蓬松，这里有条不稳定的线路。",
    }),
    textExample({
      name: { zh: "说到错别字的，只建议", en: "Where errors are spoken of, they are meant" },
      text: "改错题：迫不急待错在哪里？",
      at: [5],
      fixed: "改错题：迫不急待错在哪里？",
      suggested: "改错题：迫不及待错在哪里？",
    }),
  ],
  *check(line, { options }) {
    for (const { start, end, value: entry } of WORDS.find(line.text)) {
      if (entry === OTHER_THINGS && options.others !== true) continue;
      const word = wordAt(line, start, end);
      // “布署”应为“部署”: the word itself is spoken of.
      if (!isWrongHere(entry, word) || isInBookTitle(line, start) || isQuotedAlone(line.text, start, end))
        continue;
      const isCertain =
        isCertainHere(entry, word) && line.quoted[start] !== 1 && !ABOUT_ERRORS.test(line.text);
      const { wrong, right } = entry;
      const because = entry.because ?? {
        zh: "错别字",
        en: "the character merely sounds or looks like the right one",
      };
      yield copyFinding(line, {
        start,
        end,
        message: isCertain
          ? {
              zh: `“${wrong}”应作“${right}”：${because.zh}。`,
              en: `“${wrong}” should be “${right}”: ${because.en}.`,
            }
          : {
              zh: `“${wrong}”疑为“${right}”${entry.because === undefined ? "之误" : `：${because.zh}`}。`,
              en: `“${wrong}” may be a slip for “${right}”: ${because.en}.`,
            },
        help: isCertain
          ? { zh: `改为“${right}”。`, en: `Write “${right}”.` }
          : { zh: `若是笔误，改为“${right}”。`, en: `If it is a slip, write “${right}”.` },
        ...(isCertain ? { replacement: right } : { suggestion: right }),
      });
    }
  },
};

/** Where errors are spoken of they are meant. */
const ABOUT_ERRORS = /错别字|改错|病句|辨析|误[作写]|正确写法/;

interface Surroundings {
  readonly before: string;
  readonly behind: string;
}

const wordAt = ({ text }: CopyLine, start: number, end: number): Surroundings => ({
  before: text.slice(Math.max(0, start - REACH.before), start),
  behind: text.slice(end, end + REACH.behind),
});

function isWrongHere(
  { notBehind, notBefore, onlyBehind, onlyBefore, onlyIn }: ConfusableWord,
  word: Surroundings,
): boolean {
  const { before, behind } = word;
  if (notBehind?.test(before) === true || notBefore?.test(behind) === true) return false;
  if (onlyIn?.some((context) => isIn(context, word)) === false) return false;
  return (onlyBehind?.test(before) ?? true) && (onlyBefore?.test(behind) ?? true);
}

const isCertainHere = ({ certain = [] }: ConfusableWord, word: Surroundings): boolean =>
  certain === true || certain.some((context) => isIn(context, word));

const isIn = ({ behind, before }: WordContext, word: Surroundings): boolean =>
  (behind?.test(word.before) ?? true) && (before?.test(word.behind) ?? true);
