/**
 * Lines that are no sentences although a comma stands in them: sub-headings of two phrases that their author
 * typed as paragraphs (一、勤于学习，当好带头人), labels with a value, titles in a list, and what a paper puts behind
 * an article: its source, its end mark. A sentence that lost its full stop looks alike, so doubtful ones are not
 * taken for it.
 */
import { beginsHead } from "./line-ends.js";

const LONGEST_NUMBERED = 44;
const LONGEST_PLAIN = 32;
/** How much longer one phrase of a sub-heading may be than the other, in characters. */
const UNEVEN = 7;
/** How sentences begin and go on, and sub-headings do not. */
const TELLS =
  /^(?:会议|会上|会前|会后|活动|随后|同时|其中|据|当[天日晚]|近[日期]|日前|此外|最后|目前|今[年后]|我|他|她|该|本|这|那|图为|现场|与会|有|在(?!.{1,8}[上中下]$)|从|自|经)|[了着过]|[后时前间来]，|，(?:大家|共|并|也|还|与会|他|她|我|均|都|已|其中|以|反响|效果|得到|受到|取得)/u;

/** @returns whether the paragraph reads like a sub-heading of two phrases */
export function isSubHeading(text: string, isFollowed: boolean): boolean {
  if (/[。！？；：…]/.test(text) || /[，、]$/.test(text)) return false;
  if (beginsHead(text)) return text.length <= LONGEST_NUMBERED && isFollowed;
  if (!isFollowed || text.length > LONGEST_PLAIN || !/^[\p{Script=Han}“”，、 ]+$/u.test(text)) return false;
  const [first = "", second = "", third] = text.split("，");
  return third === undefined && Math.abs(first.length - second.length) <= UNEVEN && !TELLS.test(text);
}

/** Behind these a colon introduces speech, and no value. */
const SPEECH = /(?:说|道|称|表示|指出|强调|要求|认为|提出|介绍|呼吁|建议|希望|明确|如下)$/;
const LONGEST_LABELLED = 36;

/** @returns whether the whole paragraph is a label and its value: 故障现象：图像正常，不能控制 */
export function isLabelled(text: string): boolean {
  const label = /^([\p{Script=Han}]{2,6})：/u.exec(text)?.[1];
  return (
    label !== undefined &&
    !SPEECH.test(label) &&
    text.length <= LONGEST_LABELLED &&
    !/[。！？；]|，$/.test(text)
  );
}

/** 《…》 alone in a list of titles; 《示例日报》 or 摘自《示例日报》 behind the last full stop. */
export const isTitleAlone = (tail: string): boolean =>
  /^(?:据|摘自|原载于?|选自|来源：)?《[^《》]{1,60}》$/.test(tail);

/** 示例日报·示例网记者 方砚秋/摄 */
export const isCredit = (tail: string): boolean =>
  /^[^，。]{0,10}[/／][^，。]{0,10}$|^[^，。]{2,8}(?:摄影|供图|供稿|撰稿)$/.test(tail) ||
  /^[^，。]{0,20}(?:记者|通讯员|特约)\s?[\p{Script=Han}、 ]{2,12}\s?[/／]?\s?(?:文|图|摄|文[、/]?图|摄影|报道|供图|整理)?$/u.test(
    tail,
  );
