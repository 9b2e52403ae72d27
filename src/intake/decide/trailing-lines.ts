/**
 * Lines behind an item that are none of it, told by their wording: the end of a letter (此致 敬礼, 以上稿件请审阅), what
 * is sent along (附：照片2张) or is not (附件：无), what a program adds (发自我的 iPhone), whom to ask. To whom it goes is
 * distribution-lines.ts; where all of them stand, close-end.ts.
 */
import { type FormField, readContactLine, readFormLine } from "./form-fields.js";
import { type FrontKind, frontKind, isClosingLine } from "./front-lines.js";
import { readLooseContact } from "./loose-contact.js";
import { lengthOf } from "./sheet.js";

export interface TrailingLine {
  readonly why: FrontKind | "form" | "distribution";
  readonly fields: readonly FormField[];
}

/** 附：照片2张, （附照片3张）, 照片见附件, 另附视频一段 */
const SENT_ALONG =
  /^[（(【]?(?:另|随文|随信|后)?附(?:件)?(?:有|上|带|后)?[\s\u3000]*[：:，、]?[\s\u3000]*(?:[\p{Script=Han}]{0,6}?(?:照片|图片|相片|配图|插图|视频|截图|图)[^，。：:]{0,8}?[\d一二两三四五六七八九十]{1,3}[张幅份个段组枚](?:[、，和及]?[\p{Script=Han}]{0,6}?(?:照片|图片|相片|视频|截图|图)?[^，。：:]{0,4}?[\d一二两三四五六七八九十]{1,3}[张幅份个段组枚])?|[\d一二两三四五六七八九十]{1,3}[张幅][\p{Script=Han}]{0,6}?(?:照片|图片|图)|(?:现场|活动|新闻)?(?:照片|图片|相片|视频|图)(?:若干|数张)?)(?:[（(][^（()）]{1,12}[）)])?(?:[，,].{0,10}附件)?[）)】]?[。；;]?$|^[（(【]?(?:[\p{Script=Han}]{0,4}(?:照片|图片|配图|视频))(?:[（(]?[\d一二两三四五六七八九十]{1,3}[张幅段个组][）)]?)?(?:请?详?见附件|附后|另附|另发|稍后另?发(?:送|来)?|随后(?:发送|发来|另?发)|已?发(?:至|到|您)?(?:邮箱|微信)?|已?单独发送?|在附件(?:里|中)?)[）)】]?[。！]?$|^[（(]?(?:照片|图片|配图)[\s\u3000]*[：:]?[\s\u3000]*[\d一二两三四五六七八九十]{1,3}[张幅](?:[，,、]?(?:请?详?见附件|附后|另附|另发))?[）)]?。?$/u;
/** 附件：无, which names nothing; 附件：无人机操作规程 does. */
const NOTHING_ATTACHED =
  /^[（(【]?附[\s\u3000]*(?:件)?[\s\u3000]*[：:][\s\u3000]*(?:无|没有|暂无|空|无附件|没有附件)[\s\u3000]*[。.；;]?[）)】]?。?$/u;
/** What a mail program adds. */
const DEVICE =
  /^[\s—–-]*(?:发自|来自|发送自|发送于)(?:我的|于)?[^，。]{0,16}(?:手机|iPhone|iPad|Android|安卓|邮箱|邮件|客户端|大师|Foxmail|Outlook|华为|小米|荣耀|OPPO|vivo|三星|平板|电脑)[^，。]{0,12}$|^[\s—–-]*(?:从|通过|用|使用)[^，。]{0,20}(?:邮箱|邮件|客户端|大师|手机|Foxmail|Outlook)[^，。]{0,8}(?:发送|发出|发来)$|^(?:Sent|Get|Enviado|获取)\s.{0,40}(?:iPhone|iPad|Outlook|Android|Mail|Samsung|Foxmail).{0,20}$/iu;
const WISHES =
  "(?:商|近|时|日|春|夏|秋|冬|编|撰|文|教|研|台|暑|年|节|新|刻|诸)(?:祺|安|绥|禧|吉|祉|好)|(?:工作|编辑|身体|万事|阖家|生活|一切|诸事)?(?:顺利|愉快|健康|安康|如意|顺遂|平安|吉祥)";
/** 此致 敬礼, 顺祝商祺, 祝工作顺利, each of them also over two lines */
const COMPLIMENT = new RegExp(
  `^(?:此致[\\s\\u3000，,。！!：:]*(?:敬礼)?|敬礼|致礼|(?:顺|敬|恭|谨|即|并)?[祝颂请](?:您|你|编辑(?:老师)?|各位(?:老师|编辑|领导)?|贵刊|大家)?[\\s\\u3000：:，,]*(?:(?:${WISHES}|好)[\\s\\u3000，,、]*){0,3}|(?:${WISHES})(?:[\\s\\u3000，,、]*(?:${WISHES}))?)[\\s\\u3000]*[。！!～~]*$`,
  "u",
);
const COURTESY =
  /^(?:(?:万分|十分|非常)?(?:感谢|谢谢|多谢)(?:您|编辑|老师|领导|支持)?|辛苦了|收到|好的|(?:以上[，,]?)?盼(?:复|予?采用))[\s\u3000]*[。！!～~]*$/u;
/** 以上稿件请审阅。 妥否，请批示。 What the readers are asked to do (请广大市民踊跃参加) is another thing. */
const LETTER_ASKS =
  /^(?:(?:以上|上述|此|本|该|拙)(?:稿件?|信息|材料|文章|情况|文|内容|新闻|报道)?|(?:稿件|信息|材料|附件)|[妥当可]否|妥不妥当?|(?:如有|若有|如|有)?(?:不妥|不当|不足|错误|疏漏)(?:之处|的地方)?|特此(?:报送|上报|呈报|呈送|投稿|报告|奉稿))?[\s\u3000，,：:]*(?:(?:恳|敬|烦|谨|还|务|特|就|已)?[请望盼希祈](?:予以?|能|您|领导|编辑(?:老师)?|老师|各位|贵刊|审核后|编辑部|酌情|多多?|给予){0,3}(?:审阅|审核|审定|审示|审改|审|查收|收阅|斧正|指正|雅正|赐教|批评指正|采用|采纳|采编|刊用|刊发|刊登|录用|编发|选用|批示|指示|批评|惠存|修改|知悉为?盼?)(?:刊[登发用]|采用|编发|为[盼荷感]|为谢)?)?[。！!，,\s]*(?:谢谢[！!。]*|感谢[！!。]*)?$/u;
const LONGEST = 60;

/** @returns undefined for a line that may belong to the item */
export function trailingLine(text: string, place: number): TrailingLine | undefined {
  const form = readContactLine(text, place) ?? readFormLine(text, place);
  // Names alone are a signature: that reader knows who wrote and who checked.
  if (
    form !== undefined &&
    (form.length > 1 ||
      form.some(({ kind, value, label }) => !SIGNING.has(kind) || /\d/.test(value) || EDITS.test(label)))
  )
    return { why: "form", fields: form };
  if (lengthOf(text) <= LONGEST && isLetterEnd(text)) return { why: "letter", fields: [] };
  if (isClosingLine(text)) return { why: frontKind(text) ?? "letter", fields: [] };
  if (isPersonalLine(text)) {
    const contact = readLooseContact(text, place);
    if (contact?.isPersonal === true) return { why: "form", fields: contact.fields };
  }
  return undefined;
}

/** Beside a label or a number that is somebody's own; units with numbers alone are a service to the readers. */
const isPersonalLine = (text: string): boolean => /[\d@]/.test(text);

const isLetterEnd = (text: string): boolean => isSentAlong(text) || DEVICE.test(text) || closesLetter(text);

export const isSentAlong = (text: string): boolean =>
  lengthOf(text) <= LONGEST && (SENT_ALONG.test(text) || NOTHING_ATTACHED.test(text));

/** 此致, 敬礼, 以上稿件请审阅。: who wrote the letter signs below */
export const closesLetter = (text: string): boolean =>
  text.trim() !== "" &&
  lengthOf(text) <= LONGEST &&
  (COMPLIMENT.test(text) || COURTESY.test(text) || asksEditor(text));

/** 此致 敬礼, 顺颂商祺, 祝您新春快乐！: how a letter ends, whoever it speaks to */
export const isCompliment = (text: string): boolean =>
  lengthOf(text) <= LONGEST_COMPLIMENT && (COMPLIMENT.test(text) || BEGINS_WISH.test(text));
const LONGEST_COMPLIMENT = 30;
const BEGINS_WISH = /^(?:顺|敬|恭|谨|即|并|衷心)?[祝颂]/u;

const CONFIRM = /^(?:收到后?|收悉后?|如收到)[，,]?(?:请|望|盼|烦请)?(?:予以?)?(?:回复|告知|回电|回执|确认)/u;

const asksEditor = (text: string): boolean =>
  CONFIRM.test(text) || (LETTER_ASKS.test(text) && /[请望盼希祈谢]|特此/u.test(text));

/** Of who published it elsewhere: no unit of that text signs so */
const EDITS = /^(?:责任编辑|责编|编辑|校对)$/u;
const SIGNING: ReadonlySet<FormField["kind"]> = new Set(["unit", "report", "person", "checker"]);
