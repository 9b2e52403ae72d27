/**
 * Words with a character that only sounds or looks right. The table (han/confusable-words.ts) holds
 * certain errors alone, each with the contexts in which its characters are no error.
 */
import { CONFUSABLE_WORDS, type ConfusableWord, OTHER_THINGS } from "../../han/confusable-words.js";
import { indexWords } from "../../han/word-index.js";
import { isInBookTitle, replaceInLine, spanInLine } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const WORDS = indexWords([...CONFUSABLE_WORDS, OTHER_THINGS].map((entry) => [entry.wrong, entry] as const));
/** UTF-16 units around a word that its contexts may look at */
const REACH = { before: 12, behind: 48 };

export const wordConfusable: TextRule = {
  id: "word/confusable",
  scope: "text",
  severity: "warning",
  fixable: true,
  structural: false,
  options: { others: false },
  summary: {
    zh: "不用音近形近的错别字（others: true 时，“其它”也改为“其他”）。",
    en: "No word has a character that only sounds or looks right (others: true also writes 其他 for 其它).",
  },
  why: {
    zh: "“截止3月”“登陆网站”“做为”之类，输入法最容易打出，也最容易看漏。只指出确定的错误。",
    en: "截止 for 截至, 登陆 for 登录, 做为 for 作为: what input methods offer first and eyes pass over. Only certain errors are told.",
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
      name: {
        zh: "作为、既要、部署、报道、账号",
        en: "Even if 即使, as 作为, both 既要, and what keyboards offer for 部署, 报道, 账号",
      },
      text: "既使天气炎热，他们也坚持。做为全市首个试点，会议布署工作，即要进度，又要质量，媒体作了报导，开通帐号。",
      at: [1, 14, 25, 30, 44, 49],
      fixed:
        "即使天气炎热，他们也坚持。作为全市首个试点，会议部署工作，既要进度，又要质量，媒体作了报道，开通账号。",
    }),
    textExample({
      name: {
        zh: "震撼、拼搏、副主任、候选人",
        en: "震撼, 拼搏, 副主任, 候选人, and an address behind 登录",
      },
      text: "场面令人震憾，大家奋力拼博，付主任宣布侯选人名单，请登陆 https://example.org 查看。",
      at: [5, 12, 15, 20, 27],
      fixed: "场面令人震撼，大家奋力拼搏，副主任宣布候选人名单，请登录 https://example.org 查看。",
    }),
    textExample({
      name: { zh: "选用：其它改为其他", en: "By option: 其他 for 其它" },
      house: houseWith("lint:\n  rules:\n    word/confusable: [warn, {others: true}]\n"),
      text: "设备、耗材和其它物资已到位。",
      at: [7],
      fixed: "设备、耗材和其他物资已到位。",
    }),
    textExample({
      name: { zh: "截止日期、报名截止", en: "截止 that is right" },
      text: "报名截止日期为3月20日，报名截止3月20日，征稿于4月1日截止。",
    }),
    textExample({
      name: {
        zh: "跨词的字：申报导师、公布署名、这座落成的",
        en: "Characters of two words: 申报|导师, 公布|署名, 这座|落成",
      },
      text: "申报导师、汇报导向、公布署名、发布署名文章，这座落成的展馆，一座落在山间的小院，过渡假期，按装机容量支付主任医师劳务，拼博士学位，分辨论点，外交部暑期开放。",
    }),
    textExample({
      name: { zh: "台风登陆、系统性、蚊帐户外、既使又使", en: "Landfall, tents, 既使 with 又" },
      text: "台风登陆期间平台停用，登陆后系统性降雨，蚊帐户外使用，这既使群众受益，又使干部受教育，立即要求整改又要求反馈。",
    }),
    textExample({
      name: { zh: "其它不管，书名号里的原文", en: "其它 is left, so are titles in 《》" },
      text: "设备、耗材和其它物资已到位，见《做为一名科技工作者》《公务登陆平台使用手册》。",
    }),
  ],
  *check(line, { options }) {
    for (const { start, end, value: entry } of WORDS.find(line.text)) {
      if (entry === OTHER_THINGS && options.others !== true) continue;
      if (!isWrongHere(entry, line.text, { start, end }) || isInBookTitle(line, start)) continue;
      const fix = replaceInLine(line, { start, end, text: entry.right });
      const because = entry.because ?? { zh: "错别字", en: "a character that only sounds or looks right" };
      yield {
        span: spanInLine(line, start, end),
        message: {
          zh: `“${entry.wrong}”应作“${entry.right}”：${because.zh}。`,
          en: `“${entry.wrong}” should be “${entry.right}”: ${because.en}.`,
        },
        help: { zh: `改为“${entry.right}”。`, en: `Write “${entry.right}”.` },
        ...(fix && { fix }),
      };
    }
  },
};

function isWrongHere(
  { notBehind, notBefore, onlyBehind, onlyBefore }: ConfusableWord,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const before = text.slice(Math.max(0, start - REACH.before), start);
  const behind = text.slice(end, end + REACH.behind);
  if (notBehind?.test(before) === true || notBefore?.test(behind) === true) return false;
  return (onlyBehind?.test(before) ?? true) && (onlyBefore?.test(behind) ?? true);
}
