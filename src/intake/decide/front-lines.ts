/**
 * Lines around an item that are no part of it: 附件1, red heads, the letter that brought it, numbers of pages. Told by
 * their wording alone. Fields (报送单位：…) are read by form-fields.ts.
 */
import { isUnitName } from "../../han/unit-names.js";
import { isWebLine } from "../web-lines.js";
import { lengthOf } from "./sheet.js";

export type FrontKind =
  /** 附件1 */
  | "attachment-mark"
  /** 关于报送…的函 */
  | "letter-title"
  /** 您好！现将稿件报送如下，请审阅。 */
  | "letter"
  /** 云岭区科学技术协会文件, 云科协〔2026〕3号, 第3期 */
  | "red-head"
  /** a rule drawn by characters, the number of a page, what a web page sets around its text */
  | "furniture"
  /** 发件人：… */
  | "mail-head";

const ATTACHMENT = /^附[\s\u3000]*件[\s\u3000]*[\d一二三四五六七八九十]{0,3}[\s\u3000]*[：:]?$/u;
const LETTER_TITLE =
  /^关于(?:报送|上报|呈报|推荐|提交|投送|选送|报请审核).{1,60}?的?(?:函|报告|请示|通知|说明)$/u;
const RED_HEAD: readonly RegExp[] = [
  /^[^，。]{0,14}[〔［[【(（]\s*\d{4}\s*[〕］\]】)）]\s*第?\s*\d+\s*[号期]$/u,
  /^[（(]?(?:\d{4}年)?第?\s*[\d一二三四五六七八九十百〇零]{1,4}\s*期(?:\s*[（(]?总第?\s*\d+\s*期[)）]?)?[)）]?$/u,
  /^(?:内部资料|内部刊物|注意保存|妥善保存|特急|加急|急件|平急|密级|秘密|机密|明电|发电|供领导参阅)(?:[\s\u3000，]*(?:内部资料|注意保存|妥善保存))*$/u,
];
/** 云岭区科协简报　第3期, all of it in one line */
const MASTHEAD_LINE =
  /^[^，。；：:]{0,24}(?:简报|信息|动态|快报|专报|快讯|要情|参考|通讯|周报|月报|内参)[\s\u3000]*[（(【]?(?:\d{4}年)?[\s\u3000]*(?:增刊|总?第?[\s\u3000]*[\d一二三四五六七八九十百〇零]{1,4}[\s\u3000]*期)[\s\u3000]*[）)】]?(?:[\s\u3000]*[（(]?总第?[\s\u3000]*\d+[\s\u3000]*期[）)]?)?$/u;
const MASTHEAD = /(?:简报|信息|动态|快报|专报|快讯|要情|参考|通讯)$/u;
const ISSUE_NUMBER = /第\s*[\d一二三四五六七八九十百〇零]{1,4}\s*期/u;
const RULE = /^[-—–_=＝*＊·•．.\s─━═~～]{3,}$/u;
const PAGE = /^[-—–－\s·]*\d{1,3}[-—–－\s·]*$|^第\s*\d+\s*页(?:[\s,，、/]*共\s*\d+\s*页)?$|^\d+\s*\/\s*\d+$/u;
/** 原创 云岭科普 云岭科普 2026-03-12 18:00, copied from a page */
const WEB_HEAD =
  /^[^，。]{0,40}\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:发表于)?\S{2,6})?$/u;
/** 云岭区科协办公室　2026年3月12日印发, the last line of an official paper, or its day alone @see GB/T 9704-2012, 7.4.3 */
const ISSUED =
  /^[（(]?([^，。；：:（(]{2,30}?)?([\s\u3000]*)\d{4}[\s\u3000]*年[\s\u3000]*\d{1,2}[\s\u3000]*月[\s\u3000]*\d{1,2}[\s\u3000]*日[\s\u3000]*印发[)）]?。?$/u;
/** （共印30份）, below it */
const PRINT_RUN = /^[（(]?共印[\s\u3000]*[\d一二三四五六七八九十百]{1,6}[\s\u3000]*份[）)]?$/u;
/** ▼, 👇: points at what is below */
const POINTER = /^[▼▽▲△↓⬇👇👆☟\ufe0f\s]{1,6}$/u;
const SALUTATION =
  /^(?:尊敬的|各位|亲爱的)[^，。]{1,20}[：:，,！!]?$|^[^，。：:]{0,20}(?:编辑部|办公室|编辑|老师|同志|学会部|宣传部|综合部|科协|协会|[处部局委])[：:]$|^[^。]{0,20}(?:你们?|您|大家|老师|编辑|领导|主任|同志们?)好(?:[！!。，,：:~～]*|[，,！!].{0,20}如下[：:。]?)$/u;
const LETTER =
  /^(?:您好[，,！!。]?|你好[，,！!。]?)?(?:现将|现报送|现上报|兹将|兹报送|附上|附件[是为中]|报上|今报送|按(?:照)?(?:要求|通知).{0,12}报送|以下[是为](?:我|本|.{0,8}[稿信])|(?:稿件|投稿|信息|来稿)(?:见附件|如下|请见)|请(?:查收|审阅|审核|审定|编辑|采用|惠存|收阅)|烦请|敬请|望(?:予)?采用|谢谢[！!。]?$|感谢(?:您|贵|编辑|老师|支持|关注)|(?:此致[\s\u3000，,]*)?敬礼[\s！!。]*$|此致[\s\u3000，,：:]*$|顺祝|顺颂|祝好|祝您|妥否|如有(?:问题|疑问|需要)|发自我?的?|Sent from)/u;
const MAIL_HEAD =
  /^(?:[-－]{2,}\s*)?(?:原始邮件|转发的?邮件|Original Message|Forwarded message)(?:\s*[-－]{2,})?$|^(?:发件人|收件人|抄送|发送时间|发送日期|主题|From|To|Cc|Subject|Date|Sent)\s*[：:]/iu;
const LONGEST_LETTER_LINE = 60;

/**
 * @param behind the lines that follow, a few of them: a masthead is told by the number of its issue
 * @returns undefined for a line that may belong to the item
 */
export function frontKind(text: string, behind: readonly string[] = []): FrontKind | undefined {
  if (ATTACHMENT.test(text)) return "attachment-mark";
  if (LETTER_TITLE.test(text)) return "letter-title";
  if (RED_HEAD.some((head) => head.test(text)) || isMasthead(text, behind)) return "red-head";
  if (
    RULE.test(text) ||
    PAGE.test(text) ||
    WEB_HEAD.test(text) ||
    isWebLine(text) ||
    isIssuedLine(text) ||
    PRINT_RUN.test(text) ||
    POINTER.test(text)
  )
    return "furniture";
  if (MAIL_HEAD.test(text)) return "mail-head";
  const isShort = lengthOf(text) <= LONGEST_LETTER_LINE;
  if (isShort && (SALUTATION.test(text) || (LETTER.test(text) && !isPaper(text)))) return "letter";
  return undefined;
}

/** Without a space between, only a unit tells the line from a sentence: 该办法由示例市科协2026年3月5日印发。 */
function isIssuedLine(text: string): boolean {
  const match = ISSUED.exec(text);
  if (match === null) return false;
  const [, unit = "", gap = ""] = match;
  return unit === "" || gap !== "" || isUnitName(unit.trim());
}

/** 现将《办法》印发给你们: papers speak to who receives them as well, and are the item. */
export const isPaper = (text: string): boolean =>
  /(?:印发|转发)给|遵照执行|贯彻(?:执行|落实)|认真(?:贯彻|执行|落实)|(?:通知|公告|通报|公示)如下/u.test(text);

function isMasthead(text: string, behind: readonly string[]): boolean {
  if (MASTHEAD_LINE.test(text)) return true;
  const name = text.replace(/[\s\u3000]/gu, "");
  if (/文件$/u.test(name) && isUnitName(name.slice(0, -2))) return true;
  return (
    MASTHEAD.test(name) && lengthOf(name) <= 16 && behind.slice(0, 3).some((line) => ISSUE_NUMBER.test(line))
  );
}

/** Whom a letter speaks to: 各有关单位：, 尊敬的编辑：, 市科协、各区县科协：. Never who sends it. */
export function isSalutation(text: string): boolean {
  const words = /^(.+?)[\s\u3000]*[：:]$/u.exec(text)?.[1];
  if (words === undefined || lengthOf(words) > LONGEST_LETTER_LINE) return false;
  return words
    .split(/[、，,；;\s\u3000]+|(?<=.{2})(?:以及|及|和|并)(?=.{2})/u)
    .filter((name) => name !== "")
    .every((name) => ADDRESSED.test(name) || isUnitName(name.replace(/[（(][^（()）]*[）)]/gu, "")));
}

/** 各区县科协, 有关单位, 编辑老师, 市委; 主办单位 is a label. */
const ADDRESSED =
  /^(?:各|尊敬的|敬爱的|亲爱的|全体|广大).{1,24}$|^(?:有关|相关|所属|直属|所辖).{0,8}单位$|^(?:.{0,8}(?:编辑部?|主编|总编|责编|老师|领导|主任|局长|书记|部长|处长|科长)(?:老师|同志|您?好)?)$|^\p{Script=Han}{0,6}(?:委|府|办|协|局)$/u;

/** 附件：1.参会名单 — stays in the text. */
export const isAttachmentList = (text: string): boolean =>
  /^附[\s\u3000]*件[\s\u3000]*\d{0,2}[：:]./u.test(text);

/** Lines at the end that close a letter or a page, not the item. */
export function isClosingLine(text: string): boolean {
  const kind = frontKind(text);
  return kind === "furniture" || kind === "mail-head" || (kind === "letter" && lengthOf(text) <= 30);
}
